"""Every page, light and dark, wide and narrow: accessible by axe-core, Norwegian, no wider than the screen, and pictured.

The pictures are for people to look at; they lie in build/screens/. With KLARSJEKK_PICTURE=1 the one in the README is
made anew.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError, expect

from deploy.processes import ROOT
from service.people.actor import Role
from tests.browser.accessible import violations
from tests.browser.conftest import NewScreen
from tests.browser.screen import TITLES, Screen, first_of

SCREENS = ROOT / "build" / "screens"
README_PICTURE = ROOT / "docs" / "pictures" / "overview.png"
CUSTOMER = "Demo kommune D"
# Pixels. A picture that is taller than this shows nothing that the first part does not.
TALLEST = 4_000
NARROWEST = 320
HEIGHT = 900
KB = 1024
_APP = "document.querySelector('[data-testid=stApp]')"
_HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"
_WIDTH = "() => Math.max(...['html', '[data-testid=stMain]'].map(part => document.querySelector(part).scrollWidth))"


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_is_accessible_norwegian_and_no_wider_than_the_screen_in_both_themes(
    new_screen: NewScreen, width: int
) -> None:
    screen = new_screen(width=width)
    found: dict[str, list[str]] = {}
    for role in (Role.LEAD, Role.REVIEWER, Role.ADMIN, Role.PROGRAMME):
        screen.open_for("", CUSTOMER, role=role)
        for path, name in screen.menu().items():
            # The start page is another one at HPAS, and for who answers there.
            if (key := path or name) not in found:
                screen.go(path, name)
                found[key] = looked_at(screen, path or name.casefold().replace(" ", "-"), width)
    assert found.keys() >= {*filter(None, TITLES), *map(first_of, Role)}
    assert not any(found.values()), {path: faults for path, faults in found.items() if faults}


def looked_at(screen: Screen, path: str, width: int) -> list[str]:
    """What is wrong with the page on screen, in the theme it is in and then in the other; a picture is taken of each."""
    faults: list[str] = []
    for scheme in ("light", "dark") if is_light(screen) else ("dark", "light"):
        in_theme(screen, scheme)
        found = [*violations(screen), *foreign(screen), *too_wide(screen, width)]
        if (scheme, width) != ("dark", 360):
            name = f"{path}-{width}{'-dark' if scheme == 'dark' else ''}.png"
            picture(screen, SCREENS / name, width)
        if width < 1280:
            found += too_wide(screen, NARROWEST)
        screen.page.set_viewport_size({"width": width, "height": HEIGHT})
        faults += [f"{scheme}: {fault}" for fault in found]
    return faults


def is_light(screen: Screen) -> bool:
    return bool(screen.page.evaluate("matchMedia('(prefers-color-scheme: light)').matches"))


def in_theme(screen: Screen, scheme: str) -> None:
    """The page follows the browser's own theme while it is open."""
    screen.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    screen.page.wait_for_function(f"() => getComputedStyle({_APP}).colorScheme === '{scheme}'")
    screen.settle()


def foreign(screen: Screen) -> list[str]:
    """What says that the page is not Norwegian, or not ours."""
    said = {"lang": screen.page.evaluate("document.documentElement.lang"), "title": screen.page.title()}
    return [f"{name}: {held}" for name, held in said.items() if held != {"lang": "nb", "title": "Klarsjekk"}[name]]


def too_wide(screen: Screen, width: int) -> list[str]:
    """Figures follow a change of the window after a moment."""
    screen.page.set_viewport_size({"width": width, "height": HEIGHT})
    try:
        screen.page.wait_for_function(f"most => ({_WIDTH})() <= most", arg=width, timeout=5_000)
    except TimeoutError:
        return [f"{screen.page.evaluate(_WIDTH)} pixels wide on a screen of {width}"]
    return []


def picture(screen: Screen, file: Path, width: int) -> None:
    """The whole page: the window grows until all of it is in view."""
    height = min(int(screen.page.evaluate(_HEIGHT)), TALLEST)
    screen.page.set_viewport_size({"width": width, "height": height})
    screen.settle()
    file.parent.mkdir(parents=True, exist_ok=True)
    screen.page.screenshot(path=file, animations="disabled")
    assert file.stat().st_size > 10 * KB


def test_a_page_that_is_loaded_again_is_still_norwegian(screen: Screen) -> None:
    for path in ("", "egenvurdering"):
        screen.open_for(path, CUSTOMER)
        screen.page.reload()
        screen.settle()
        assert foreign(screen) == [], path


def test_what_is_unfolded_locked_or_refused_is_accessible_in_both_themes(screen: Screen) -> None:
    found: dict[str, list[str]] = {}

    def look(what: str) -> None:
        for scheme in ("dark", "light"):
            screen.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found[f"{what}, {scheme}"] = violations(screen)

    screen.open_for("egenvurdering", CUSTOMER, tema="F06")
    screen.unfold("KO-0601")
    look("unfolded")
    screen.open_for("egenvurdering", CUSTOMER, role=Role.REVIEWER, tema="F02")
    look("locked")
    screen.open_for("", CUSTOMER)
    screen.page.locator("summary", has_text="Slik er tallene regnet ut").click()
    expect(screen.page.get_by_label("Vis regnestykket for")).to_be_visible()
    look("worked out")
    screen.open_for("filer", CUSTOMER)
    screen.upload(b"question_id,value\nKO-9999,1\n")
    expect(screen.page.get_by_text("Filen kan ikke brukes.")).to_be_visible()
    look("refused")
    screen.open("finnes-ikke")
    look("not found")
    assert not any(found.values()), found


if os.environ.get("KLARSJEKK_PICTURE"):

    def test_the_picture_of_the_readme_is_made(screen: Screen) -> None:
        screen.page.set_viewport_size({"width": 1280, "height": 1220})
        screen.open_for("", CUSTOMER)
        README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
        screen.page.screenshot(path=README_PICTURE, animations="disabled")
