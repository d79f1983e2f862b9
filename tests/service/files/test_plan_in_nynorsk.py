"""The paper, the workbook and the calendar of one customer in nynorsk: nothing of what they say themselves is bokmål."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from language import Language, local_day, speaking
from reports.answers.headings import TO_BE_READ, word
from reports.plan import workbook_columns
from reports.plan.calendar import plan_ics
from reports.plan.customer_report import ComparedWith, CustomerReport
from reports.plan.customer_workbook import workbook_xlsx
from reports.plan.decision_paper import decision_basis_pdf
from reports.plan.proposal import alternatives, points_of_proposal
from scoring.plan import Action, ActionStatus, PlannedAction
from scoring.vocabulary import AnswerField, Verdict
from scoring.waivers import Standing, WaiverCase, WaiverState
from service.answers.responses import open_response
from service.files.plan import material
from service.judgement import judge_customer
from service.people.access import now
from tests.builders import catalogue, municipality, question, questionnaire, record, workspace
from tests.service.files.test_customer_files import pdf_text

TODAY = local_day(now())
BOKMAL = re.compile(r"\b(ikke|dere|hva|hvor|hvilken|noen|mangler|eier|saken|gjelder|holder|dager)\b", re.IGNORECASE)
FORM = questionnaire(question("Q-ONE", "yes_no", hard_stop="go_live", action={"nb": "Gjør det."}))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CustomerReport]:
    """With a plan, an exception and something to compare with; everything is answered."""
    ws = workspace(tmp_path_factory.mktemp("nynorsk"), of=catalogue(FORM))
    lead = municipality(ws, "Ny kommune", go_live=TODAY + timedelta(days=60))[0]
    customer = str(lead.customer_id)
    response = open_response(ws, lead, customer).response_id
    record(ws, lead, response, "Q-ONE", AnswerField.VALUE, True, base_version=None, session="s", edit_no=1)
    found = material(ws, judge_customer(ws, lead, customer, as_of=TODAY))
    actions = (_planned(1, "Q-ONE", TODAY - timedelta(days=1)), _planned(2, None, None))
    case = WaiverCase("w", "Q-ONE", WaiverState.PROPOSED, "Tek det på papir.", "Ola", TODAY, None, "x", now())
    yield replace(
        found,
        invented=True,
        plan=replace(found.plan, actions=actions),
        waivers=tuple((case, standing) for standing in Standing),
        since=ComparedWith(date(2026, 1, 5), None, ()),
    )
    ws.close()


def _planned(number: int, question_id: str | None, due: date | None) -> PlannedAction:
    action = Action(str(number), question_id, "Set av tid", None, due, ActionStatus.STARTED, None, 1, None, now())
    return PlannedAction(action, None, None, True, True, True, True, True)


def _as(report: CustomerReport, verdict: Verdict) -> CustomerReport:
    started = TODAY - timedelta(days=3) if verdict is Verdict.IN_USE else None
    return replace(report, judgement=replace(report.judgement, verdict=verdict, started=started))


@pytest.mark.slow
@pytest.mark.parametrize("verdict", [each for each in Verdict if each is not Verdict.NOT_READY])
def test_the_paper_is_in_nynorsk_and_says_that_it_is(report: CustomerReport, verdict: Verdict) -> None:
    with speaking(Language.NYNORSK):
        data = decision_basis_pdf(_as(report, verdict))
    told = pdf_text(data)
    assert "Avgjerdsgrunnlag" in told
    assert b"/Lang(nn-NO)" in data
    assert BOKMAL.findall(told) == []


@pytest.mark.parametrize("verdict", Verdict)
def test_every_proposal_and_alternative_is_in_nynorsk(report: CustomerReport, verdict: Verdict) -> None:
    found = _as(report, verdict)
    with speaking(Language.NYNORSK):
        told = [*points_of_proposal(found), *(text for each in alternatives(found) for text in (each.name, each.means))]
    assert told
    assert BOKMAL.findall(" ".join(told)) == []


def test_the_workbook_is_in_nynorsk_and_still_known_as_one_to_be_read(report: CustomerReport) -> None:
    found = replace(report, judgement=replace(report.judgement, verdict=Verdict.UNDECIDED, go_live=None))
    with speaking(Language.NYNORSK):
        book = load_workbook(BytesIO(workbook_xlsx(found)))
        headings = {word(column.heading) for column in workbook_columns.answers()}
    assert book.sheetnames == ["Oversikt", "Svar", "Manglar", "Tiltak", "Unntak"]
    cells = [str(cell.value) for sheet in book.worksheets[2:] for row in sheet for cell in row]
    cells += [str(row[0].value) for row in book["Oversikt"]]
    cells += [str(cell.value) for cell in book["Svar"][1]]
    assert BOKMAL.findall("\n".join(cells)) == []
    assert headings >= TO_BE_READ


@pytest.mark.parametrize("days", [0, 100])
def test_the_calendar_is_in_nynorsk(report: CustomerReport, days: int) -> None:
    with speaking(Language.NYNORSK):
        data = plan_ics(_as(report, Verdict.BEHIND), response_id="r", made_at=now() + timedelta(days=days))
    events = Calendar.from_ical(data.decode()).walk("VEVENT")
    told = "\n".join(f"{event['SUMMARY']}\n{event['DESCRIPTION']}" for event in events)
    assert "Fristar som er passerte" in told
    assert BOKMAL.findall(told) == []
