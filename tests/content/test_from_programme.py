"""The fourth questionnaire: read and checked as the others, never a customer type, and able to answer for the customers."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from cli import ASSESSMENTS, main
from content.catalogue import read_catalogue, read_content
from scoring.questionnaire import Catalogue, MatrixQuestion, NumberQuestion, Question
from scoring.vocabulary import CustomerType, Programme, Responsible
from service.form.references import list_references
from service.people.actor import Role, local_actor
from service.workspace import Workspace
from tests.builders import workspace
from tests.content.spoilt import ROOT, meant_by, mistakes_in, problems_of

ANSWERED_BY_HPAS = ROOT / "docs" / "programme.md"
BOTH = Responsible.BOTH
PROGRAMME = """\
customer_type: programme
version: 1
title: {nb: HPAS selv}
intro: {nb: Svar så godt dere kan.}
questions:
  - id: PR-01
    topic: message_test
    kind: number
    title: {nb: Åpne kritiske feil}
    help: {nb: Tell de som er åpne i dag.}
    unit: {nb: feil}
    worst: 20
    expected: {90: 5, 30: 0}
    responsible: hpas
    lead_days: 30
    action: {nb: Rett dem.}
  - id: PR-02
    topic: message_test
    kind: yes_no
    title: {nb: Meldinger er prøvd}
    help: {nb: Prøvd hos mottakeren.}
    expected: {90: true}
    responsible: hpas
    lead_days: 30
    action: {nb: Prøv dem.}
  - id: PR-03
    topic: super_users
    kind: matrix
    title: {nb: Superbrukere}
    help: {nb: Tell dem.}
    row_label: {nb: Tjeneste}
    rows: [{id: home_care, nb: Hjemmetjeneste}]
    done: {nb: kurset}
    all: {nb: behov}
    combine: weakest
    expected: {60: 1}
    responsible: hpas
    lead_days: 40
    action: {nb: Kurs dem.}
"""
OPEN = "responsible: hpas\n    lead_days: 30\n    action: {nb: Be om en plan.}"
USERS = "responsible: customer\n    lead_days: 40\n    action: {nb: Meld på dem som mangler.}"

# Where the field is put in -> what it says -> question and fault, or nothing.
FIELDS: list[tuple[str, str, list[tuple[str, str]]]] = [
    (OPEN, "PR-01", []),
    (OPEN, "PR-02", [("KO-04", "from_programme_other_kind")]),
    (OPEN, "PR-1", [("KO-04", "from_programme_unknown")]),
    (USERS, "PR-03", [("KO-06", "from_programme_not_hpas"), ("KO-06", "from_programme_other_rows")]),
]


@pytest.fixture
def both(folder: Path) -> Path:
    """The valid content with a programme."""
    (folder / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
    return folder


def put_in(folder: Path, where: str, named: str) -> None:
    path = folder / "municipality.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(where) == 1
    path.write_text(text.replace(where, f"from_programme: {named}\n    {where}"), encoding="utf-8")


@pytest.mark.parametrize(("where", "named", "faults"), FIELDS)
def test_a_question_hpas_answers_names_one_of_the_same_kind(
    where: str, named: str, faults: list[tuple[str, str]], both: Path
) -> None:
    put_in(both, where, named)

    assert [(question, fault) for _, _, fault, question in mistakes_in(both)] == faults
    if not faults:
        assert read_catalogue(both).questionnaires[CustomerType.MUNICIPALITY].by_id["KO-04"].from_programme == named


def test_an_unknown_question_is_named_with_what_was_meant(both: Path) -> None:
    put_in(both, OPEN, "PR01")

    (found,) = problems_of(both)
    assert (found.fault, meant_by(found)) == ("from_programme_unknown", "PR-01")


def test_the_unit_must_be_the_same(both: Path) -> None:
    (both / "programme.yaml").write_text(PROGRAMME.replace("unit: {nb: feil}", "unit: {nb: saker}"), encoding="utf-8")
    put_in(both, OPEN, "PR-01")

    assert [found.fault for found in problems_of(both)] == ["from_programme_other_unit"]


def test_without_a_programme_nobody_can_answer_for_a_customer(folder: Path) -> None:
    put_in(folder, OPEN, "PR-01")

    assert [found.fault for found in problems_of(folder)] == ["from_programme_unknown"]


def test_of_a_programme_that_cannot_be_read_nothing_is_concluded(both: Path) -> None:
    (both / "programme.yaml").write_text("customer_type: [", encoding="utf-8")
    put_in(both, OPEN, "PR-01")

    assert {found.file for found in problems_of(both)} == {"programme.yaml"}


def test_the_programme_answers_for_itself_and_is_no_customer_type(both: Path) -> None:
    text = PROGRAMME.replace("kind: yes_no", "kind: yes_no\n    from_programme: PR-01")
    (both / "programme.yaml").write_text(text, encoding="utf-8")
    assert [found.fault for found in problems_of(both)] == ["from_programme_here"]

    (both / "programme.yaml").write_text(PROGRAMME.replace("type: programme", "type: municipality"), encoding="utf-8")
    assert [found.fault for found in problems_of(both)] == ["wrong_customer_type"]


def test_a_form_that_names_no_question_keeps_its_fingerprint(both: Path) -> None:
    dumped = read_catalogue(both).form(CustomerType.MUNICIPALITY).model_dump(mode="json")

    assert not [question for question in dumped["questionnaire"]["questions"] if "from_programme" in question]


def test_customers_are_offered_the_three_types_alone(both: Path, tmp_path: Path) -> None:
    assert read_catalogue(both).questionnaires.keys() == {CustomerType.MUNICIPALITY}

    catalogue, cases, *_ = read_content(ASSESSMENTS)
    with workspace(tmp_path, of=catalogue) as bare:
        ws = Workspace(bare.database, catalogue, cases)
        past = list_references(ws, local_actor(Role.VIEWER, "any"), days_left=0)
    assert ws.forms.keys() == set(CustomerType)
    assert {found.case.customer_type for found in past} == set(CustomerType)
    assert Programme.PROGRAMME in {case.customer_type for case in cases}


def test_the_programme_can_be_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "programme.csv"
    answers.write_text("question_id,value\nPR-0601,2021-03-01\nPR-0615,2\n", encoding="utf-8")
    dated = ["--go-live", "2022-05-07", "--as-of", "2022-05-01"]

    assert main(["score", "--questionnaire", "programme", "--answers", str(answers), *dated]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["questionnaire"], told["verdict"]) == ("programme", "not_ready")
    assert told["questions"]["PR-0601"]["attainment"] == pytest.approx((date(2022, 5, 7) - date(2021, 3, 1)).days / 730)


def test_what_hpas_answers_for_the_customers_is_told_and_asked_of_hpas_as_much_and_as_early() -> None:
    catalogue = read_catalogue(ASSESSMENTS)
    assert catalogue.programme
    told = dict(re.findall(r"^\| ((?:KO|HF|FL)-\d{4}) \| (PR-\d{4}) \|", _page(), flags=re.MULTILINE))

    assert told == {question.id: question.from_programme for question in _answered(catalogue, Responsible.HPAS)}
    for question in _answered(catalogue, Responsible.HPAS):
        assert _no_later(question, catalogue.programme.by_id[told[question.id]]), question.id


def test_an_office_answers_22_questions_itself() -> None:
    asked = read_catalogue(ASSESSMENTS).questionnaires[CustomerType.GP_OFFICE].questions

    assert sum(question.from_programme is None for question in asked) == 22


def test_a_customer_is_told_what_hpas_s_answer_means_and_how_to_disagree_and_is_sent_to_nobody() -> None:
    for question in _answered(read_catalogue(ASSESSMENTS), Responsible.HPAS):
        said = " ".join(text.nb for text in (question.title, question.help, question.action))
        assert question.answered_by
        assert question.answered_by.nb == "HPAS", question.id
        assert re.search(r"\ber dere uenige\b", question.help.nb, re.IGNORECASE), question.id
        assert not re.search(r"[Ss]pør HPAS|[Ss]var ja|[Vv]elger dere|krysser dere av", said), question.id


def test_of_what_was_both_s_each_is_judged_and_parted_or_left() -> None:
    judged = re.findall(r"^\| ((?:KO|HF|FL)-\d{4}) \| (part|leave) \| (PR-\d{4}|–) \|", _page(), flags=re.MULTILINE)
    catalogue = read_catalogue(ASSESSMENTS)
    assert catalogue.programme
    own = {question.id for question in _answered(catalogue, Responsible.CUSTOMER)}

    left = sorted(each for each, judgement, _ in judged if judgement == "leave")
    assert left == sorted(question.id for question in _answered(catalogue, BOTH))
    for each, judgement, theirs in judged:
        if judgement == "part":
            assert each in own, each
            assert theirs in catalogue.programme.by_id, each


def test_nobody_at_the_customer_is_to_answer_what_hpas_answers(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ASSESSMENTS, tmp_path / "all"))
    roles = folder / "roles.yaml"
    roles.write_text(roles.read_text(encoding="utf-8").replace("[FL-0505]", "[FL-0505, FL-0205]"), encoding="utf-8")

    assert [(found.fault, found.question) for found in problems_of(folder)] == [("from_programme_in_role", "FL-0205")]


def _page() -> str:
    return ANSWERED_BY_HPAS.read_text(encoding="utf-8")


def _answered(catalogue: Catalogue, responsible: Responsible) -> list[Question]:
    return [
        question
        for asked in catalogue.questionnaires.values()
        for question in asked.questions
        if question.responsible is responsible
    ]


def _no_later(question: Question, theirs: Question) -> bool:
    """Whether HPAS is asked for as much, as early, in the same unit and rows, so that its answer can be carried over."""
    if isinstance(question, NumberQuestion) and isinstance(theirs, NumberQuestion):
        assert question.unit == theirs.unit
    if isinstance(question, MatrixQuestion) and isinstance(theirs, MatrixQuestion):
        assert {row.id for row in question.fixed_rows} <= {row.id for row in theirs.fixed_rows}
    return question.kind == theirs.kind and theirs.last_step >= question.last_step
