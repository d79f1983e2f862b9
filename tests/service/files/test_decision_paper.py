"""The paper for decisions: for each conclusion what is proposed, and never more than four pages."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest

from content.catalogue import read_catalogue
from language import NO_BREAK, day, local_day
from language.reports.plan.paper_sections import NOT_SET
from reports.plan.customer_report import ComparedWith, CustomerReport, LastAnswered
from reports.plan.decision_paper import decision_basis_pdf
from reports.plan.paper_sections import (
    MOST_LESSONS,
    answered_by,
    changed,
    conditions,
    patients,
    people_and_money,
    unknown,
)
from reports.plan.proposal import alternatives, date_and_reason, points_of_proposal
from scoring.gaps import gaps_of
from scoring.judgement import judge
from scoring.plan import Action, ActionStatus, PlannedAction
from scoring.vocabulary import AnswerField, Verdict
from scoring.waivers import Standing, WaiverCase, WaiverState
from scoring.yardstick import yardstick
from service.answers.responses import open_response
from service.demo.customers import fill_demo
from service.demo.history import live_on
from service.files.plan import DECISION_BASIS, material
from service.judgement import judge_customer
from service.outcomes.starts import confirm_start
from service.people.access import now
from service.people.customers import list_customers
from service.workspace import Workspace
from tests.builders import ADMIN, catalogue, municipality, question, questionnaire, record, workspace
from tests.service.files.handing import handed
from tests.service.files.test_customer_files import pdf_info, pdf_text

TODAY = local_day(now())


class Demo(NamedTuple):
    ws: Workspace
    ids: Mapping[str, str]

    def report(self, name: str) -> CustomerReport:
        return material(self.ws, judge_customer(self.ws, ADMIN, self.ids[name], as_of=TODAY))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    ws = workspace(tmp_path_factory.mktemp("demo"), of=read_catalogue(Path(__file__).parents[3] / "assessments"))
    fill_demo(ws, ADMIN, as_of=TODAY)
    live_on(ws, ADMIN, as_of=TODAY)
    yield Demo(ws, {customer.name: customer.id for customer in list_customers(ws, ADMIN)})
    ws.close()


# Customer, conclusion, how the first point begins, which alternative is proposed.
PROPOSED = [
    ("Demo kommune A", Verdict.UNDECIDED, "Vi tar ikke stilling til datoen nå.", "Vente til"),
    ("Demo kommune C", Verdict.ON_TRACK, "Vi holder oppstarten {go_live}.", "Holde {go_live}"),
    ("Demo kommune D", Verdict.BEHIND, "Vi holder oppstarten {go_live} inntil videre, på vilkårene", "Holde {go_live} med"),
    ("Demo kommune E", Verdict.NOT_READY, "Vi holder ikke oppstarten {go_live}. Vi ber HPAS om ny", "Flytte til {earliest}"),
    ("Demo fastlegekontor F", Verdict.CONDITIONAL, "Vi holder oppstarten {go_live}, på vilkårene", "Holde {go_live} med"),
    ("Demo helseforetak G", Verdict.BEHIND, "Vi holder oppstarten {go_live} inntil videre", "Holde {go_live} med"),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("name", "verdict", "first", "proposed"), PROPOSED, ids=[each[0] for each in PROPOSED])
def test_the_proposal_follows_from_the_conclusion(
    demo: Demo, name: str, verdict: Verdict, first: str, proposed: str
) -> None:
    report = demo.report(name)
    go_live, found = report.judgement.go_live, report.judgement.earliest
    assert go_live
    assert found
    dates = {"go_live": day(go_live), "earliest": day(found.date)}
    assert report.judgement.verdict is verdict
    assert points_of_proposal(report)[0].startswith(first.format(**dates))
    chosen = [each.name for each in alternatives(report) if each.proposed]
    assert len(chosen) == 1
    assert chosen[0].startswith(proposed.format(**dates))


@pytest.mark.slow
def test_one_date_is_told_with_what_decides_it(demo: Demo) -> None:
    report = demo.report("Demo kommune E")
    found = report.judgement.earliest
    assert found
    assert found.decided_by
    told = " ".join(date_and_reason(report))
    assert day(found.date) in told
    assert report.title_of(found.decided_by) in told
    assert date_and_reason(demo.report("Demo kommune A")) == [
        "For få spørsmål er besvart til å si hvilken dato som holder."
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", [each[0] for each in PROPOSED] + ["Demo kommune B"])
def test_the_paper_of_every_demo_customer_is_two_to_four_pages_without_ids(demo: Demo, name: str) -> None:
    data = handed(demo.ws, ADMIN, DECISION_BASIS, demo.ids[name], as_of=TODAY).data
    assert 2 <= int(pdf_info(data)["Pages"]) <= 4
    asked = open_response(demo.ws, ADMIN, demo.ids[name]).form.questionnaire.by_id
    assert [id_ for id_ in asked if id_ in pdf_text(data)] == []


@pytest.mark.slow
def test_conditions_have_an_owner_and_a_date_or_say_that_they_lack_it(demo: Demo) -> None:
    report = demo.report("Demo kommune E")
    section = conditions(report)
    failing = [f"Stoppkrav: {report.title_of(id_)}" for id_ in report.judgement.failing]
    assert [row[0] for row in section.rows][: len(failing)] == failing
    assert all(row[2] and row[3] for row in section.rows)
    unset = sum(NOT_SET() in row[2:4] for row in section.rows)
    assert any(text.startswith(f"{unset}\u00a0vilkår mangler eier eller frist") for text in section.before)


@pytest.mark.slow
def test_what_it_means_is_told_by_section_and_what_it_costs_is_not_invented(demo: Demo) -> None:
    report = demo.report("Demo kommune E")
    assert len(patients(report).items) == min(len(report.judgement.failing), MOST_LESSONS)
    assert all("(kapittel " in item for item in patients(report).items)
    assert any("Klarsjekk spør ikke om kroner." in text for text in people_and_money(report).after)
    assert any(text.startswith("Nøkkelroller fylt av noen med erfaring") for text in people_and_money(report).items)


@pytest.mark.slow
def test_what_has_changed_is_told_with_a_moved_date(demo: Demo) -> None:
    report = demo.report("Demo kommune D")
    assert "Dette er det første grunnlaget" in changed(report).before[0]
    since = ComparedWith(date(2026, 1, 5), date(2026, 2, 3), ())
    told = changed(replace(report, since=since)).before
    assert told[0].startswith("Oppstarten var 3.\u00a0februar\u00a02026, og er nå ")
    assert told[1] == "Siden egenvurderingen ble sendt inn 5.\u00a0januar\u00a02026: ingen svar er endret."
    told = pdf_text(handed(demo.ws, ADMIN, DECISION_BASIS, demo.ids["Demo kommune D"], as_of=TODAY).data).split("\n")
    assert any(line.startswith("Siden egenvurderingen ble sendt inn") and "bedre" in line for line in told)


@pytest.mark.slow
def test_the_paper_is_compared_with_the_one_before_and_one_of_the_same_day_is_the_same(
    demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        data = handed(demo.ws, ADMIN, DECISION_BASIS, demo.ids["Demo kommune C"], as_of=TODAY).data
        return " ".join(pdf_text(data).split()).replace("\u00a0", " ")

    told()
    assert "Siden forrige beslutningsgrunnlag" not in told()
    monkeypatch.setattr("service.files.plan.SAME_PAPER", timedelta(0))
    assert re.search(r"Siden forrige beslutningsgrunnlag \d+\. \w+ \d{4}: ingen svar er endret\.", told())


def test_who_has_answered_is_told_by_role_with_when(demo: Demo) -> None:
    report = demo.report("Demo kommune C")
    rows = answered_by(report).rows
    assert [row[0] for row in rows] == [title for title, _ in report.roles]
    assert sum(int(row[2].split()[0]) for row in rows) == len(report.said)
    assert all(bool(row[3]) is (row[1] != "ingen") for row in rows)


@pytest.mark.slow
def test_hard_stops_without_an_answer_are_named(demo: Demo) -> None:
    report = demo.report("Demo kommune A")
    silent = [j.question for j in report.judgement.questions.values() if j.status == "unanswered"]
    stops = [asked.title.nb for asked in silent if asked.hard_stop]
    assert stops[0] in " ".join(unknown(report).items)


STOP = question("Q-ONE", "yes_no", hard_stop="go_live")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Workspace]:
    ws = workspace(tmp_path, of=catalogue(questionnaire(STOP)))
    yield ws
    ws.close()


# Days to the go-live, what is answered, the points.
ENDS = [
    (None, None, "Vi setter en dato for oppstart sammen med HPAS."),
    (60, True, "Vi holder oppstarten {}."),
    (-3, True, "Oppstarten var satt til {}. Bekreft at den er gjennomført, eller sett en ny dato."),
]


@pytest.mark.slow
@pytest.mark.parametrize(("days", "said", "first"), ENDS)
def test_without_a_date_when_all_is_met_and_when_it_has_passed(
    small: Workspace, days: int | None, said: bool | None, first: str
) -> None:
    go_live = None if days is None else TODAY + timedelta(days=days)
    lead = municipality(small, "Ny kommune", go_live=go_live)[0]
    customer = str(lead.customer_id)
    if said is not None:
        response = open_response(small, lead, customer).response_id
        record(small, lead, response, "Q-ONE", AnswerField.VALUE, said, base_version=None, session="s", edit_no=1)
    report = material(small, judge_customer(small, lead, customer, as_of=TODAY))
    assert points_of_proposal(report)[0] == first.format(day(go_live) if go_live else "")
    assert bool(alternatives(report)) is (days == 60)
    assert int(pdf_info(decision_basis_pdf(report))["Pages"]) <= 4


@pytest.mark.slow
@pytest.mark.parametrize("answered", [True, False])
def test_who_has_started_is_told_when_and_what_is_left_and_nothing_of_a_date_ahead(
    small: Workspace, answered: bool
) -> None:
    go_live = TODAY - timedelta(days=20)
    lead = municipality(small, "Ny kommune", go_live=go_live)[0]
    customer = str(lead.customer_id)
    response = open_response(small, lead, customer).response_id
    record(small, lead, response, "Q-ONE", AnswerField.VALUE, answered, base_version=None, session="s", edit_no=1)
    confirm_start(small, lead, customer, go_live + timedelta(days=2), as_of=TODAY)
    report = material(small, judge_customer(small, lead, customer, as_of=TODAY))
    told = " ".join(pdf_text(decision_basis_pdf(report)).split())
    started, last = (day(go_live + timedelta(days=after)).replace(NO_BREAK, " ") for after in (2, 92))
    assert f"Løsningen er i bruk siden {started}." in told
    assert f"Løsningen ble tatt i bruk {started}. Oppstarten var satt til" in told
    assert f"og {last}." in told
    assert ("får en eier og en frist" in told) is not answered
    assert ("Ingen stoppkrav eller tiltak gjenstår." in told) is answered
    for ahead in ("Bekreft at", "før vedtaket", "Må stå", "holder", "Alternativene", "utsettelse"):
        assert ahead not in told, ahead


LONG = "En svært lang tekst om hva som skal gjøres, av hvem og hvorfor det haster. " * 40


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Demo kommune E", "Demo fastlegekontor F", "Demo helseforetak G"])
def test_the_worst_that_can_be_is_four_pages(demo: Demo, name: str) -> None:
    report = _worst(demo.report(name))
    data = decision_basis_pdf(report)
    assert len(conditions(report).rows) >= 20
    assert int(pdf_info(data)["Pages"]) <= 4
    assert "til står i arbeidsboken." in subprocess.run(
        ["pdftotext", "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode().replace("\n", " ")


def _worst(report: CustomerReport) -> CustomerReport:
    """Every hard stop fails and is waived in vain, everyone has answered, and every text is long."""
    stops = [q.id for q in report.form.questionnaire.questions if q.hard_stop]
    others = [q.id for q in islice((q for q in report.form.questionnaire.questions if not q.hard_stop), 30)]
    go_live = report.judgement.go_live
    silent = judge(yardstick(report.form), {}, go_live=go_live, as_of=TODAY)
    judgement = replace(silent, verdict=Verdict.NOT_READY, enough=True, failing=tuple(stops))
    actions = tuple(_planned(id_, number) for number, id_ in enumerate([*stops, *others]))
    waivers = tuple((_case(id_), Standing.PROPOSED) for id_ in stops)
    said = {id_: LastAnswered(now(), f"{number} {LONG[:70]}") for number, id_ in enumerate([*stops, *others])}
    plan = replace(report.plan, actions=actions)
    gaps = tuple(gaps_of(silent))
    return replace(report, judgement=judgement, gaps=gaps, plan=plan, waivers=waivers, said=said)


def _planned(id_: str, number: int) -> PlannedAction:
    owner, due = f"{number} {LONG[:60]}", TODAY + timedelta(days=number - 10)
    status, at = ActionStatus.PLANNED, now()
    action = Action(str(number), id_, LONG, owner, due, status, LONG, 1, None, at)
    return PlannedAction(action, None, None, due < TODAY, False, False, True, False)


def _case(id_: str) -> WaiverCase:
    return WaiverCase(id_, id_, WaiverState.PROPOSED, LONG, LONG[:60], TODAY, None, "x", now())
