"""The reference cases: read as they were written, fair to their source, and told in docs/backtest.md as they are.

Files that cannot be read are in `invalid/references/`, with what is wrong in their first lines.
"""

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cli import ASSESSMENTS, main
from content.catalogue import Content, read_content
from reports.judgement.backtest import backtest
from reports.judgement.backtest_case import DISTANCES, Backtest
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.judgement import judge
from scoring.reference_cases import ReadingKind, ReferenceCase
from scoring.vocabulary import CustomerType, Programme, Rule, Status, Verdict
from scoring.yardstick import yardstick
from service.form.references import list_references
from service.people.actor import Role, local_actor
from service.workspace import Workspace
from tests.builders import workspace
from tests.content.spoilt import ROOT, VALID, problems_of

VIEWER = local_actor(Role.VIEWER, "any")
BACKTEST = ROOT / "docs" / "backtest.md"
ROWS = Matrix((MatrixRow("home_care", Share(1, 2)), MatrixRow("nursing_home", Share(2, 2))))

# Question -> days before go-live -> what is taken to stand then, as valid/references/kommune.yaml says.
WRITTEN: dict[str, dict[int, Any]] = {
    "KO-01": {366: None, 365: 1, 31: 1, 30: 2, 0: 2, -10: 2},
    "KO-02": {365: False, 0: False},
    "KO-03": {365: Share(1, 2)},
    "KO-04": {365: 3.5},
    "KO-05": {365: date(2021, 3, 1)},
    "KO-06": {365: ROWS},
}

# The customers the report tells of: the day is from section 5.1 but Øya's, for which the report has only April or May.
CASES = {
    "trondheim": (CustomerType.MUNICIPALITY, date(2022, 5, 7)),
    "oya": (CustomerType.GP_OFFICE, date(2022, 5, 7)),
    "st_olav": (CustomerType.HEALTH_TRUST, date(2022, 11, 12)),
    "more_og_romsdal": (CustomerType.HEALTH_TRUST, date(2024, 4, 27)),
    "nord_trondelag": (CustomerType.HEALTH_TRUST, date(2024, 11, 9)),
}
# HPAS itself at the first and at the last of them.
OF_HPAS = {"hpas_2022": date(2022, 5, 7), "hpas_2024": date(2024, 4, 27)}
ALL = [*CASES, *OF_HPAS]
# The report's numbered sections, and the undivided chapters 4 and 7.
SECTIONS = {
    *(
        "1.1",
        "1.2",
        "1.3",
        "2.1",
        "2.2",
        "2.3",
        "3.1.1",
        "3.1.2",
        "3.1.3",
        "3.2",
        "4",
        "5.1",
        "5.2",
        "6.1",
        "6.2",
        "6.3",
    ),
    *("7", *(f"8.1.{number}" for number in range(1, 10)), *(f"8.2.{number}" for number in range(1, 6))),
}
# What the report says only of HPAS is not laid on a customer: own operations, own people, own money, own leaders.
OWN_TOPICS = {
    *("ops_start", "ops_staffing", "ops_processes", "incident_readiness", "ops_vs_rollout", "staffing_filled"),
    *("key_roles", "local_resources", "training_done", "workload", "budget", "priorities", "patient_safety"),
}


@cache
def content() -> Content:
    return read_content(ASSESSMENTS)


def cases() -> dict[str, ReferenceCase]:
    return {case.id: case for case in content().reference_cases}


@pytest.mark.parametrize("question", WRITTEN)
def test_an_answer_is_read_as_it_was_written_and_stands_as_long_as_it_says(question: str) -> None:
    (case,) = read_content(VALID).reference_cases

    found = {days: case.answers_at(days).get(question, Answer()).value for days in WRITTEN[question]}
    assert found == WRITTEN[question]
    assert {days: type(value) for days, value in found.items()} == {d: type(v) for d, v in WRITTEN[question].items()}


def test_the_head_of_a_case_is_read_as_it_was_written() -> None:
    (case,) = read_content(VALID).reference_cases

    assert (case.id, case.name, case.customer_type) == ("kommune", "Storvik kommune", CustomerType.MUNICIPALITY)
    assert (case.go_live, case.go_live_finding.section) == (date(2022, 5, 7), "5.1")
    assert [coded.finding.reading for coded in case.coded[:2]] == [ReadingKind.STATED, ReadingKind.INFERRED]


def test_content_without_references_is_read_without_them(folder: Path) -> None:
    shutil.rmtree(folder / "references")

    assert read_content(folder).reference_cases == ()


def test_the_five_customers_of_the_report_and_hpas_are_there_by_the_day_they_started() -> None:
    of_hpas = {name: (Programme.PROGRAMME, day) for name, day in OF_HPAS.items()}

    assert {name: (case.customer_type, case.go_live) for name, case in cases().items()} == CASES | of_hpas
    assert list(cases()) == [
        *("hpas_2022", "trondheim", "oya", "st_olav", "hpas_2024", "more_og_romsdal", "nord_trondelag"),
    ]


@pytest.mark.parametrize("name", ALL)
def test_every_answer_names_a_section_the_report_has_and_says_when_and_why(name: str) -> None:
    for coded in cases()[name].coded:
        assert coded.finding.section in SECTIONS, coded.question_id
        assert len(coded.finding.why.nb) >= 30, coded.question_id
        assert any(coded.holds(days) for days in DISTANCES), coded.question_id


@pytest.mark.parametrize("name", ALL)
def test_silence_stays_unanswered_and_of_customers_most_is_silence(name: str) -> None:
    case = cases()[name]
    form = content().catalogue.form(case.customer_type)
    judged = judge(yardstick(form), case.answers_at(0), go_live=case.go_live, as_of=case.go_live)

    coded = {each.question_id for each in case.coded_at(0)}
    silent = {Status.UNANSWERED, Status.NOT_DUE}
    assert all(each.attainment is None for question, each in judged.questions.items() if question not in coded)
    assert all(judged.questions[question].status not in silent for question in coded)
    assert judged.overall.coverage is not None
    assert judged.overall.coverage < 0.5 or name == "hpas_2022"


def test_the_report_says_more_of_hpas_than_of_any_customer_that_started_then() -> None:
    def coverage(name: str) -> float:
        case = cases()[name]
        return Backtest(case, content().catalogue.form(case.customer_type)).last.overall.coverage or 0

    assert coverage("hpas_2022") > 0.7 > 0.5 > max(map(coverage, ["trondheim", "oya", "st_olav"]))
    assert coverage("hpas_2024") >= 0.4 > 0.2 > max(map(coverage, ["more_og_romsdal", "nord_trondelag"]))


@pytest.mark.parametrize("name", CASES)
def test_what_the_report_says_of_hpas_alone_is_not_laid_on_the_customer(name: str) -> None:
    case = cases()[name]
    by_id = content().catalogue.all_questionnaires[case.customer_type].by_id

    assert content().catalogue.topics.keys() >= OWN_TOPICS
    assert not {coded.question_id for coded in case.coded if by_id[coded.question_id].topic in OWN_TOPICS}


@pytest.mark.parametrize("name", CASES)
def test_a_customer_has_hpas_s_answers_as_they_were_so_long_before_its_own_go_live(name: str) -> None:
    case, of_hpas = cases()[name], {each: cases()[each].answers_at(90) for each in OF_HPAS}
    carried = content().catalogue.all_questionnaires[case.customer_type].carried
    given = {coded.question_id for coded in case.coded if coded.of_hpas}
    own = {coded.question_id for coded in case.coded if not coded.of_hpas}

    assert given
    assert given <= carried.keys() - own
    theirs = of_hpas["hpas_2022" if case.go_live.year == 2022 else "hpas_2024"]
    for coded in case.coded_at(90):
        if coded.of_hpas:
            assert coded.answer == theirs[carried[coded.question_id]], coded.question_id


def test_a_customer_s_own_coding_of_what_hpas_answers_is_another_reading_than_hpas_s() -> None:
    apart = {
        (name, coded.question_id)
        for name in CASES
        for coded in cases()[name].coded
        if not coded.of_hpas
        and coded.question_id in content().catalogue.all_questionnaires[cases()[name].customer_type].carried
    }

    assert apart == {("oya", "FL-0103"), ("oya", "FL-0201"), ("st_olav", "HF-0302")}


# What stands at the end of the head of Trondheim's file -> fault and line's field.
HEADS = {
    "programme: {case: hpas_2023}": "from_programme_no_case",
    "programme: {case: oya}": "from_programme_no_case",
    "programme: {case: hpas_2022, left_out: [KO-0101], why: {nb: Rapporten sier det om andre.}}": (
        "from_programme_not_carried"
    ),
    "programme: {case: hpas_2022, left_out: [KO-0103]}": "missing_field",
    "programme: {}": "missing_field",
}


@pytest.mark.parametrize(("head", "fault"), HEADS.items())
def test_a_case_that_cannot_be_heard_is_told(head: str, fault: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ASSESSMENTS, tmp_path / "all"))
    path = folder / "references" / "trondheim.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("programme: {case: hpas_2022}", head), encoding="utf-8")

    assert [(found.file, found.fault) for found in problems_of(folder)] == [("references/trondheim.yaml", fault)]


def test_what_hpas_did_not_answer_a_customer_is_left_out(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ASSESSMENTS, tmp_path / "all"))
    path = folder / "references" / "trondheim.yaml"
    head = "programme: {case: hpas_2022, left_out: [KO-0604], why: {nb: Avtalen var en annen.}}"
    path.write_text(path.read_text(encoding="utf-8").replace("programme: {case: hpas_2022}", head), encoding="utf-8")

    before, after = (cases_in(each)["trondheim"].answers_at(0) for each in (ASSESSMENTS, folder))
    assert before.keys() - after.keys() == {"KO-0604"}


def test_of_a_case_of_hpas_that_cannot_be_read_nothing_is_concluded_and_hpas_names_none(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ASSESSMENTS, tmp_path / "all"))
    path = folder / "references" / "hpas_2022.yaml"
    whole = path.read_text(encoding="utf-8")
    path.write_text("customer_type: [", encoding="utf-8")
    assert {found.file for found in problems_of(folder)} == {"references/hpas_2022.yaml"}

    path.write_text(whole.replace("answers:\n", "programme: {case: hpas_2024}\nanswers:\n", 1), encoding="utf-8")
    assert [found.fault for found in problems_of(folder)] == ["from_programme_here"]


def cases_in(folder: Path) -> dict[str, ReferenceCase]:
    return {case.id: case for case in read_content(folder).reference_cases}


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("days", DISTANCES)
def test_a_case_is_not_ready_only_by_what_is_coded_and_never_ready(name: str, days: int) -> None:
    case = cases()[name]
    judged = Backtest(case, content().catalogue.form(case.customer_type)).judgements[days]

    assert judged.days_left == days
    assert judged.verdict is not Verdict.READY
    if judged.verdict is Verdict.NOT_READY:
        coded = {each.question_id for each in case.coded_at(days)}
        speaks_of = {reason.rule: set(reason.questions) for reason in judged.reasons}
        assert speaks_of.keys() <= {Rule.HARD_STOP_ANSWERED, Rule.HARD_STOP_UNANSWERED}
        assert speaks_of[Rule.HARD_STOP_ANSWERED] & coded == speaks_of[Rule.HARD_STOP_ANSWERED] != set()
        assert not speaks_of.get(Rule.HARD_STOP_UNANSWERED, set()) & coded


@pytest.mark.parametrize("name", ALL)
def test_a_stop_that_no_time_is_left_for_stays_so_as_long_as_its_answer(name: str) -> None:
    case = cases()[name]
    judgements = Backtest(case, content().catalogue.form(case.customer_type)).judgements
    failed: set[str] = set()
    for days, judged in judgements.items():
        same = {
            each for each in failed if case.answers_at(days).get(each) == case.answers_at(days_before(days)).get(each)
        }
        failed = {each.question.id for each in judged.questions.values() if each.fails and each.attainment is not None}
        assert same <= failed


def days_before(days: int) -> int:
    """The distance looked at before this one."""
    return DISTANCES[max(DISTANCES.index(days) - 1, 0)]


def test_the_page_says_what_the_command_would_make_today() -> None:
    read = content()
    catalogue, found, beside = read.catalogue, read.reference_cases, read.hindsight
    forms = {asked: catalogue.form(asked) for asked in catalogue.all_questionnaires}

    made = backtest(found, forms, beside)
    assert BACKTEST.read_text(encoding="utf-8") == made, "Run: python cli.py backtest --write docs/backtest.md"


def test_the_command_writes_the_page_to_a_file(tmp_path: Path) -> None:
    assert main(["backtest", "--write", str(tmp_path / "page.md")]) == 0
    assert (tmp_path / "page.md").read_bytes() == BACKTEST.read_bytes()


def test_the_command_says_so_when_there_is_nothing_to_look_back_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(folder / "references")

    assert main(["backtest", "--assessments", str(folder)]) == 1
    assert "her er ingen oppstarter" in capsys.readouterr().err


def test_references_are_listed_for_one_type_at_one_distance(tmp_path: Path) -> None:
    catalogue, found, *_ = content()
    with workspace(tmp_path, of=catalogue) as bare:
        ws = Workspace(bare.database, catalogue, found)
        listed = list_references(ws, VIEWER, CustomerType.HEALTH_TRUST, days_left=90)

        assert [each.case.id for each in listed] == ["st_olav", "more_og_romsdal", "nord_trondelag"]
        assert [each.as_of for each in listed] == [date(2022, 8, 14), date(2024, 1, 28), date(2024, 8, 11)]
        assert listed[0].answers["HF-0910"].value is False
        assert len(list_references(ws, VIEWER, days_left=0)) == 5
        assert list_references(bare, VIEWER, days_left=0) == []
