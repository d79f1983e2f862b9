"""Roles and addresses: what a role may not do is locked, and rubbish in the address gives a kind page in Norwegian."""

import pytest
from playwright.sync_api import expect

from service.people.actor import Role
from tests.browser.screen import TITLES, Screen, first_of
from tests.browser.serve import Server

NO_PAGE = "Siden finnes ikke"


def test_a_reviewer_sees_answers_locked_and_all_customers_side_by_side(screen: Screen, server: Server) -> None:
    screen.open_for("egenvurdering", "Demo kommune C", tema="F02")
    screen.choose("Rolle", "Kvalitetssikrer i HPAS")
    expect(screen.page.get_by_text("Du kan lese svarene, men ikke endre dem i denne rollen.")).to_be_visible()
    for radio in screen.card("KO-0203").get_by_role("radio").all():
        expect(radio).to_be_disabled()

    screen.page.get_by_role("link", name="Sammenligning").click()
    screen.shows("sammenligning")
    screen.settle()
    for name in server.customers:
        expect(screen.page.get_by_text(name).first).to_be_attached()


def test_a_viewer_may_not_answer(screen: Screen) -> None:
    screen.open_for("egenvurdering", "Demo kommune D", role=Role.VIEWER, tema="F08")
    expect(screen.card("KO-0806").get_by_role("radio", name="Ja")).to_be_disabled()


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("sammenligning", Role.LEAD),
        ("kunder", Role.REVIEWER),
        ("logg", Role.LEAD),
        ("answer", Role.LEAD),
        ("pages/hpas/comparison", Role.LEAD),
        ("finnes-ikke", Role.ADMIN),
        ("<script>alert(1)</script>", Role.LEAD),
        ("%2e%2e%2f%2e%2e%2fetc%2fpasswd", Role.LEAD),
    ],
)
def test_an_address_that_is_no_page_for_this_role_says_so_and_shows_the_first_one(
    screen: Screen, server: Server, path: str, role: Role
) -> None:
    screen.open(path, kunde=server.customers["Demo kommune C"], rolle=role)
    screen.shows("", first_of(role))
    expect(screen.page.get_by_text(NO_PAGE)).to_be_visible()
    expect(screen.page.get_by_role("heading", name=TITLES["sammenligning"])).to_have_count(0)


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "![x](https://sporing.example/a.png)",
    "' OR 1=1 --",
    "../../etc/passwd",
    "æøå " + "9" * 2_000,
    "\u202e\u0000",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_rubbish_in_the_address_shows_nobodys_answers_and_is_not_shown_itself(screen: Screen, text: str) -> None:
    screen.open("egenvurdering", kunde=text, tema=text, rolle=text)
    expect(screen.page.get_by_role("heading", level=1, name="Vi finner ikke kunden")).to_be_visible()
    expect(screen.page.get_by_test_id("stMain").get_by_text("Demo kommune A")).to_have_count(0)
    expect(screen.page.get_by_role("combobox", name="Rolle")).to_have_value("Prosjektleder hos kunden")
    expect(screen.page.get_by_text(text[:40])).to_have_count(0)


def test_one_chooses_the_customer_there(screen: Screen) -> None:
    screen.open("egenvurdering", kunde="finnes-ikke")
    screen.choose("Kunde", "Demo kommune C")
    screen.shows("egenvurdering")
    expect(screen.page.get_by_text("Demo kommune C").first).to_be_visible()
