"""From the first day to the first answers of others: eight roles handed out, a link opened, a file out and in again."""

import re
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

from openpyxl import load_workbook
from playwright.sync_api import expect

from content.catalogue import read_content
from scoring.vocabulary import CustomerType
from tests.browser.accessible import violations
from tests.browser.screen import Screen
from tests.browser.serve import ASSESSMENTS, BLANK, Server
from tests.service.answers.test_offline_merge import filled, rows_of
from tests.tell import Tell

CUSTOMER = BLANK["handing"]
NAMES = ("Anne", "Bjørn", "Cecilie Ås", "Dag", "Eva", "Finn", "Guri", "Hans")
MOST_CLICKS = 20
_COUNT = "() => addEventListener('pointerdown', () => { window.clicks = (window.clicks ?? 0) + 1 }, true)"


def test_a_lead_hands_out_to_eight_roles_and_gets_answers_by_link_and_by_file(
    screen: Screen, server: Server, tell: Tell
) -> None:
    roles = read_content(ASSESSMENTS).roles.of(CustomerType.MUNICIPALITY)
    given = {question_id: name for role, name in zip(roles, NAMES, strict=True) for question_id in role.questions}
    screen.open_for("", CUSTOMER)
    expect(screen.page.get_by_role("heading", name="Slik begynner dere")).to_be_visible()
    assert violations(screen) == []
    screen.page.evaluate(_COUNT)
    screen.page.get_by_role("link", name="Del ut spørsmålene").click()
    screen.shows("fordeling")
    for role, name in zip(roles, NAMES, strict=True):
        give(screen, f"{role.title.nb} gis til", name)
    screen.until(lambda: server.given(CUSTOMER), given)
    clicks = screen.page.evaluate("window.clicks")
    tell(f"handing out to eight roles: {clicks} clicks")
    assert clicks <= MOST_CLICKS
    expect(screen.page.get_by_text(re.compile("^.*Ikke begynt: Anne, Bjørn"))).to_be_visible()

    answer_by_link(screen, "Anne", roles[0].questions)
    answer_by_file(screen, server, "Cecilie Ås", roles[2].questions)


def give(screen: Screen, label: str, name: str) -> None:
    """One click, a name and Enter; the page tells that it is done."""
    screen.page.get_by_role("combobox", name=label).click()
    screen.page.keyboard.type(name)
    expect(screen.page.get_by_role("option", name=re.compile(name))).to_be_visible()
    screen.page.keyboard.press("Enter")
    expect(screen.page.get_by_text(re.compile(rf"gitt til {name}\."))).to_be_visible()
    screen.settle()


def tools_of(screen: Screen, place: int) -> None:
    screen.page.get_by_text("Lenke, fil og e-post").nth(place).click()
    screen.settle()


def answer_by_link(screen: Screen, name: str, questions: tuple[str, ...]) -> None:
    tools_of(screen, 0)
    assert violations(screen) == []
    link = screen.page.get_by_role("link", name="Åpne spørsmålene")
    asked = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert asked["ansvarlig"] == [name]
    screen.open("egenvurdering", **{key: held[0] for key, held in asked.items()})
    expect(screen.page.get_by_text(re.compile(rf"^{name} · {len(questions)}\sspørsmål"))).to_be_visible()
    expect(screen.page.get_by_text(re.compile(rf", 0 av {len(questions)} av disse"))).to_be_visible()
    screen.expect_card(questions[0])
    screen.card(questions[0]).get_by_text("Nivå 2", exact=True).click()
    screen.expect_saved(questions[0])
    expect(screen.page.get_by_text(re.compile(rf", 1 av {len(questions)} av disse"))).to_be_visible()
    screen.go("fordeling")
    expect(screen.page.get_by_text(re.compile("^.*Ikke begynt: Bjørn"))).to_be_visible()


def answer_by_file(screen: Screen, server: Server, name: str, questions: tuple[str, ...]) -> None:
    tools_of(screen, 2)
    data = screen.download("Excel-fil med bare disse", "xlsx")
    assert set(rows_of(data)) == set(questions)
    assert name in str([row[1].value for row in load_workbook(BytesIO(data))["Veiledning"].iter_rows()])
    taken = "KO-0203"
    screen.go("filer")
    screen.upload(filled(data, (taken, "Svar", 2)))
    screen.page.get_by_role("button", name="Lagre 1 endring").click()
    expect(screen.page.get_by_text("1 endring er lagret.")).to_be_visible()
    assert server.answer(CUSTOMER, taken).value == 2
