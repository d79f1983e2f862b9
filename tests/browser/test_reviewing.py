"""A lead and a reviewer: sent in, reviewed, returned, changed, sent in again, approved, compared at T−90 and taken out."""

import csv
import io
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, expect

from scoring.basis import Basis, answers_on_basis
from scoring.judgement import Judgement
from scoring.questionnaire import Question
from scoring.vocabulary import Kind
from service.people.actor import Role, local_actor
from service.review.ratings import judged, ratings
from service.review.submissions import SnapshotView, list_snapshots, open_snapshot
from service.workspace import open_workspace
from tests.browser.conftest import NewScreen
from tests.browser.screen import Screen
from tests.browser.serve import ASSESSMENTS, SENDS_IN, TODAY, Server
from tests.browser.table import FIRST_ROW, Table
from ui.portfolio.comparison import LINE

# At a cut: the name, five columns about the customer, everything, F01.
F02 = 9

REVIEWER = local_actor(Role.REVIEWER)
COMMENT = "Se på stoppkravene, og legg ved <b>listen</b>."
REASON = "Vi fant ingen avtale i dokumentene."
# How it is said that nothing is in place: on screen, in the core, and in a file for programs.
NOTHING = {Kind.YES_NO: ("Nei", False, "false"), Kind.LEVEL: ("Nivå 0", 0, "0")}
HPAS_BASIS = "HPAS' vurdering"
Rows = dict[str, dict[str, str]]


class Two(NamedTuple):
    """The people in the story, each at a screen of their own."""

    lead: Screen
    reviewer: Screen

    @property
    def server(self) -> Server:
        return self.lead.server


@pytest.fixture
def two(screen: Screen, new_screen: NewScreen) -> Two:
    return Two(lead=screen, reviewer=new_screen(elsewhere=True))


def test_from_sent_in_to_compared_at_the_same_distance(two: Two) -> None:
    send_in(two.lead)
    begin(two.reviewer)
    first, second = in_place(two)
    agree(two.reviewer, second)
    disagree(two.reviewer, first)
    give_back(two.reviewer, "Send tilbake med kommentarer", comment=COMMENT)

    two.lead.open_for("send-inn", SENDS_IN)
    expect(two.lead.page.get_by_test_id("stText").filter(has_text=COMMENT)).to_be_visible()
    expect(two.lead.page.get_by_text("HPAS har sett på 2 svar og er uenig i 1 av dem.")).to_be_visible()
    expect(two.lead.page.get_by_test_id("stText").filter(has_text=REASON)).to_be_visible()
    change(two, first)
    send_in(two.lead)

    begin(two.reviewer)
    # What was agreed to and has not changed is carried over; what has changed is looked at anew.
    expect(card(two.reviewer, second).get_by_text("båret over fra forrige kvalitetssikring")).to_be_visible()
    expect(card(two.reviewer, first).get_by_text("endret siden sist")).to_be_visible()
    agree(two.reviewer, first)
    disagree(two.reviewer, second)
    give_back(two.reviewer, "Ferdig vurdert", knowing=True)
    assert [view.info.state for view in sent(two.server)] == ["reviewed", "returned"]

    compare_at_90(two.reviewer)
    click_on_cell(two.reviewer)
    check_files(two, first, second)


def send_in(screen: Screen) -> None:
    screen.open_for("send-inn", SENDS_IN)
    screen.page.get_by_role("button", name="Send inn").click()
    expect(screen.page.get_by_text("Vurderingen er sendt til HPAS.")).to_be_visible()
    screen.settle()


def begin(screen: Screen) -> None:
    screen.open_for("kvalitetssikring", SENDS_IN, role=Role.REVIEWER)
    search = screen.page.get_by_label("Søk etter kunde")
    search.fill(SENDS_IN)
    search.press("Enter")
    begun = screen.page.get_by_role("button", name="Begynn kvalitetssikringen")
    screen.insist(lambda: open_first(screen), begun)
    expect(screen.page.get_by_role("heading", name=SENDS_IN)).to_be_visible()
    begun.click()
    expect(screen.page.get_by_text("Kvalitetssikringen er begynt.")).to_be_visible()
    screen.settle()


def open_first(screen: Screen) -> None:
    """The first row of the queue, by the box in front of it."""
    screen.settle()
    table = screen.page.get_by_test_id("stDataFrame").first
    if table.count():
        table.locator(".dvn-scroller").click(position={"x": 16, "y": FIRST_ROW})


def in_place(two: Two) -> list[Question]:
    """Two questions on the reviewer's first page that are answered with yes or a level."""
    view = two.server.stored(SENDS_IN)
    shown = [
        question
        for question in view.form.questionnaire.questions
        if question.kind in NOTHING
        and (answer := view.answers.get(question.id))
        and answer.value
        and card(two.reviewer, question).count()
    ]
    return shown[:2]


def card(screen: Screen, question: Question) -> Locator:
    return screen.page.locator(f".st-key-review-{question.id}")


def agree(screen: Screen, question: Question) -> None:
    card(screen, question).get_by_role("button", name="Enig", exact=True).click()
    expect(card(screen, question).get_by_text("HPAS er enig")).to_be_visible()


def disagree(screen: Screen, question: Question) -> None:
    """Nothing is in place, with a reason."""
    box = card(screen, question)
    summary = box.locator("summary", has_text="Uenig, eller med merknad")
    screen.insist(summary.click, box.get_by_label("Begrunnelse eller merknad"))
    screen.settle()
    box.get_by_text(NOTHING[Kind(question.kind)][0], exact=True).click()
    box.get_by_label("Begrunnelse eller merknad").fill(REASON)
    box.get_by_role("button", name="Lagre vurderingen").click()
    expect(box.get_by_text("HPAS er uenig")).to_be_visible()
    expect(box.get_by_test_id("stText").filter(has_text=REASON)).to_be_visible()
    screen.settle()


def give_back(screen: Screen, button: str, *, comment: str = "", knowing: bool = False) -> None:
    """knowing: that not all has been looked at, how many it is."""
    if comment:
        screen.page.get_by_label("Kommentar til kunden").fill(comment)
    if knowing:
        left = screen.page.get_by_text(re.compile(r"Jeg vet at \d+\ssvar ikke er sett på"))
        screen.page.get_by_role("button", name=button).click()
        expect(screen.page.get_by_text(re.compile(r"^\d+\ssvar er ikke sett på. Se over"))).to_be_visible()
        screen.settle()
        left.click()
        screen.settle()
    screen.page.get_by_role("button", name=button).click()
    expect(screen.page.get_by_text("til kunden.", exact=False).first).to_be_visible()
    screen.settle()


def change(two: Two, question: Question) -> None:
    """The lead says the same as HPAS."""
    said, value, _ = NOTHING[Kind(question.kind)]
    factor = two.server.stored(SENDS_IN).form.factors[question.topic]
    two.lead.open_for("egenvurdering", SENDS_IN, tema=factor)
    two.lead.card(question.id).get_by_text(said, exact=True).click()
    two.lead.until(lambda: two.server.answer(SENDS_IN, question.id).value, value)


def compare_at_90(screen: Screen) -> None:
    screen.open_for("sammenligning", SENDS_IN, role=Role.REVIEWER)
    screen.page.get_by_text("Filtre og rekkefølge").click()
    screen.settle()
    screen.choose("Tidspunkt", "T−90")
    expect(screen.page.get_by_text("slik de sendte inn nærmest 90 dager før oppstart")).to_be_visible()
    screen.settle()
    screen.choose("Grunnlag", HPAS_BASIS)
    expect(screen.page.get_by_text("på grunnlag av HPAS' vurdering der den finnes")).to_be_visible()
    screen.settle()
    cells = table(screen).locator("[role=gridcell]")
    expect(cells.filter(has_text=SENDS_IN)).to_have_count(1)
    expect(cells.filter(has_text="Demo kommune D")).to_have_count(0)


def table(screen: Screen) -> Locator:
    return screen.page.locator(".st-key-map")


def click_on_cell(screen: Screen) -> None:
    """The customer's testing, reached by the arrows, offers the answers behind it and the way to the customer."""
    offered = screen.page.get_by_role("button", name="Se svarene", exact=True)
    chosen = screen.page.get_by_text(re.compile(f"{SENDS_IN} · F02 "))
    screen.insist(lambda: Table(screen, table(screen), row=LINE).go_to(0, F02), chosen)
    screen.settle()
    expect(screen.page.get_by_role("link", name="Gå til kunden")).to_be_visible()
    offered.click()
    dialog = screen.page.get_by_role("dialog")
    expect(dialog.get_by_text(re.compile(f"^{SENDS_IN}: F02 "))).to_be_visible()
    screen.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    screen.settle()


def check_files(two: Two, first: Question, second: Question) -> None:
    """Out at T−90 on HPAS's basis: what was sent in last, with HPAS's word where the two do not agree."""
    newest = sent(two.server)[0]
    ours, own = (judged_on(newest, basis) for basis in (Basis.HPAS, Basis.CUSTOMER))
    two.reviewer.choose("Tabell", "Alle svar fra alle kunder")
    rows = downloaded(two.reviewer, "download-all_answers-program", "question_id")
    assert {row["basis"] for row in rows.values()} == {"hpas"}
    assert [rows[each.id]["value"] for each in (first, second)] == [
        NOTHING[Kind(each.kind)][2] for each in (first, second)
    ]
    assert [bool(newest.answers[each.id].value) for each in (first, second)] == [False, True]
    assert rows.keys() == ours.questions.keys()
    for question_id, each in ours.questions.items():
        held = rows[question_id]["attainment"]
        assert (float(held) if held else None) == pytest.approx(each.attainment), question_id

    two.reviewer.choose("Tabell", re.compile("^Sammenligning$"))
    (line,) = downloaded(two.reviewer, "download-comparison-program", "customer").values()
    assert (line["as_of"], line["days_left"], line["basis"]) == (TODAY.isoformat(), "92", "hpas")
    assert line["verdict"] == ours.verdict
    assert float(line["readiness"]) == pytest.approx(ours.overall.readiness, abs=0.06)
    assert ours.overall.readiness != own.overall.readiness


def downloaded(screen: Screen, button: str, name: str) -> Rows:
    """The lines of the customer in a file for programs."""
    with screen.page.expect_download() as event:
        screen.page.locator(f".st-key-{button} button").click()
    assert "-t-90-hpas-" in event.value.suggested_filename
    text = Path(event.value.path()).read_text(encoding="utf-8")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    return {line[name]: line for line in lines if line["customer"] == SENDS_IN}


def judged_on(view: SnapshotView, basis: Basis) -> Judgement:
    return judged(view, answers_on_basis(view.answers, ratings(view), basis))


def sent(server: Server) -> list[SnapshotView]:
    """What is on disk of what was sent in, the newest first."""
    with open_workspace(database_url=server.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
        found = list_snapshots(ws, REVIEWER, server.customers[SENDS_IN])
        return [open_snapshot(ws, REVIEWER, info.id) for info in found]
