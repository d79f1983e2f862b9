"""What the app needs of Streamlit's inside is there, and what is not is named before anything starts."""

import subprocess
import sys
from asyncio import base_events

import pytest
from streamlit.runtime.pages_manager import PagesManager

from deploy.processes import ROOT
from web import inside, norwegian
from web.norwegian import SCRIPTS_OF_OURS


def test_all_of_it_is_there() -> None:
    assert inside.missing() == []


PARTS = {
    "unsaved": {"stApp", "data-test-script-state", "data-test-connection-state"},
    "fields": {"stMain", "stSelectbox", "stCheckbox", "stButtonGroup", "stDataFrame"},
    "klarsjekk": {"stMain", "stMarkdownContainer", "stCaptionContainer"},
}


@pytest.mark.parametrize(("name", "parts"), PARTS.items())
def test_the_parts_of_the_page_a_script_names_are_read_from_it(name: str, parts: set[str]) -> None:
    assert parts <= set(inside.parts_in((ROOT / "web" / f"{name}.js").read_text(encoding="utf-8")))


def test_what_react_was_given_is_looked_for_by_the_names_the_script_has() -> None:
    names = inside.given_in((ROOT / "web" / "fields.js").read_text(encoding="utf-8"))
    assert names == ["__reactFiber$", "getCellContent", "onChange", "onPaste", "options"]


def test_every_part_the_styles_name_is_on_the_page() -> None:
    named = inside.parts_in((ROOT / "ui" / "assets" / "klarsjekk.css").read_text(encoding="utf-8"))
    assert len(named) >= 4
    assert norwegian.unsaid(named, norwegian.script_files()) == []


def test_a_part_that_is_gone_is_named_with_its_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "_text", lambda name: "q('[data-testid=\"stGone\"]')" if name == "klarsjekk" else SAME)
    assert inside.missing() == ["web/klarsjekk.js · Streamlit har ikke lenger 'stGone' på siden. Se docs/streamlit.md."]


SAME = (ROOT / "web" / "together.js").read_text(encoding="utf-8")


def test_a_field_with_another_number_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "_text", lambda _name: SAME.replace("METADATA = 2;", "METADATA = 9;"))
    assert [line.split(" · ")[1][:13] for line in inside.missing()] == ["METADATA er 2"]


@pytest.mark.parametrize(
    ("path", "number"),
    [(("metadata",), 2), (("metadata", "run", "fragment_ids"), 2), (("metadata", "gone"), None), (("gone", "x"), None)],
)
def test_a_field_is_looked_for_where_it_stands(path: tuple[str, ...], number: int | None) -> None:
    assert inside.number_of(path) == number


def test_a_field_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(inside._FIELDS, "RUN", ("metadata", "gone"))
    assert [line.split(" · ")[1][:12] for line in inside.missing()] == ["RUN er borte"]


@pytest.mark.parametrize(
    ("owner", "name", "place"),
    [(PagesManager, "uses_pages_directory", "server.py"), (base_events, "_set_nodelay", "web/sockets.py")],
)
def test_a_name_that_is_gone_is_named(owner: object, name: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(owner, name)
    assert inside.missing() == [f"{place} · {name!r} finnes ikke lenger. Se docs/streamlit.md."]


def test_every_script_that_is_handed_out_is_looked_through() -> None:
    assert set(SCRIPTS_OF_OURS) == {path.stem for path in (ROOT / "web").glob("*.js")}


START = "from web import norwegian; norwegian.WORDS['`No such words`'] = '`Ingen`'; import server"


@pytest.mark.slow
def test_the_server_does_not_start_without_it_and_says_what_is_missing() -> None:
    ended = subprocess.run([sys.executable, "-c", START], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1, ended.stderr
    lines = [line for line in ended.stderr.splitlines() if "·" in line or line.startswith("Klarsjekk")]
    assert "`No such words`" in lines[0]
    assert lines[1:] == ["Klarsjekk er ikke startet."]
