"""A questionnaire that cannot be judged is refused when it is made: `scoring/questionnaire.py`."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from tests.scoring.builders import Case, form, question

LEVEL = {"kind": "level", "expected": {180: 1, 60: 4}}
NUMBER = {"kind": "number", "worst": 5}
ROWS = {"kind": "matrix", "expected": {60: 1.0}}


@pytest.mark.parametrize(
    ("says", "spec", "fault"),
    [
        ("no step at all", LEVEL | {"expected": {}}, "no_steps"),
        ("a level that gets easier", LEVEL | {"expected": {180: 3, 60: 2}}, "steps_get_easier"),
        ("a falling number that gets easier", NUMBER | {"expected": {180: 1, 60: 2}}, "steps_get_easier"),
        ("a rising number that gets easier", NUMBER | {"expected": {180: 9, 60: 8}}, "steps_get_easier"),
        ("a requirement of nothing", LEVEL | {"expected": {60: 0}}, "requirement_is_worst"),
        ("a requirement that is the worst", NUMBER | {"expected": {60: 5}}, "requirement_is_worst"),
        ("a step worse than the worst", NUMBER | {"expected": {180: 6, 60: 0}}, "step_beyond_worst"),
        ("a level that is not described", LEVEL | {"levels": {0: {"nb": "x"}}}, "level_without_descriptor"),
        ("a level beyond the last", LEVEL | {"expected": {60: 5}}, "out_of_range"),
        ("more than all", {"kind": "share", "expected": {60: 1.5}}, "out_of_range"),
        ("a step that asks for no", {"kind": "yes_no", "expected": {60: False}}, "not_true"),
        ("a day before the first", {"kind": "date", "expected": {-1: 60}}, "out_of_range"),
        ("weighing nothing", LEVEL | {"weight": 0}, "not_positive"),
        ("an area twice", LEVEL | {"areas": ["testing", "testing"]}, "repeated_item"),
        ("an area that is none", LEVEL | {"areas": ["sales"]}, "unknown_choice"),
        ("a matrix without rows", ROWS | {"rows": []}, "no_rows"),
        ("a row twice", ROWS | {"rows": ["lab", "lab"]}, "repeated_item"),
    ],
)
def test_refused(says: str, spec: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError) as refused:
        question(spec)
    assert fault in {error["type"] for error in refused.value.errors()}, says


def test_equal_steps_and_a_number_in_either_direction_are_accepted() -> None:
    assert question(NUMBER | {"expected": {180: 5, 90: 2, 60: 2}}).requirement == 2
    assert question(NUMBER | {"expected": {180: 5, 90: 7, 60: 9}}).requirement == 9


def test_the_requirement_is_the_step_with_the_smallest_key_however_they_are_written() -> None:
    asked = question({"kind": "level", "expected": {60: 4, 365: 1, 180: 2}})
    assert (asked.last_step, asked.requirement) == (60, 4)
    assert list(asked.steps) == [365, 180, 60]


CASE = Case({"A": LEVEL, "B": NUMBER | {"expected": {60: 0}}}, {}, None, date(2027, 2, 1))


def test_the_same_form_has_the_same_fingerprint() -> None:
    assert form(CASE).fingerprint == form(CASE).fingerprint


@pytest.mark.parametrize(
    "changed",
    [
        replace(CASE, questions=CASE.questions | {"A": LEVEL | {"weight": 2}}),
        replace(CASE, questions=CASE.questions | {"A": LEVEL | {"expected": {180: 2, 60: 4}}}),
        replace(CASE, questions=CASE.questions | {"A": LEVEL | {"factor": "F02"}}),
        replace(CASE, questions={"A": LEVEL}),
        replace(CASE, questions=dict(reversed(CASE.questions.items()))),
        replace(CASE, verdict_coverage=0.7),
        replace(CASE, readiness_coverage=0.7),
    ],
    ids=["weight", "step", "factor", "fewer questions", "order", "verdict threshold", "readiness threshold"],
)
def test_whatever_changes_the_judgement_changes_the_fingerprint(changed: Case) -> None:
    assert form(changed).fingerprint != form(CASE).fingerprint


PART = {"source": "own", "nb": "Slik gjør vi det."}
ONE = {"source": "report", "ref": "8.1.6", "nb": "Rapporten sier det."}


@pytest.mark.parametrize(
    ("basis", "grounds"),
    [
        (None, []),
        (ONE, [("", "report")]),
        ({"what": ONE, "when": PART}, [("what", "report"), ("when", "own")]),
        ({"what": ONE, "when": PART, "amount": PART}, [("what", "report"), ("when", "own"), ("amount", "own")]),
    ],
)
def test_a_basis_is_one_or_three_and_is_kept_as_it_was_said(
    basis: dict[str, Any] | None, grounds: list[tuple[str, str]]
) -> None:
    kept = form(replace(CASE, questions={"A": LEVEL | {"basis": basis}}))
    read = type(kept).model_validate_json(kept.model_dump_json())

    assert [(part, why.source) for part, why in read.questionnaire.questions[0].grounds.items()] == grounds
    assert (read, read.fingerprint) == (kept, kept.fingerprint)


def test_what_came_later_is_kept_where_it_is_said_and_leaves_an_older_form_as_it_was() -> None:
    later = {"core": True, "replaces": "B-1", "all_from": "units"}
    share = {"kind": "share", "expected": {60: 1.0}}
    plain, said = (form(replace(CASE, questions={"A": each})) for each in (share, share | later))
    read = type(said).model_validate_json(said.model_dump_json())
    asked = read.questionnaire.questions[0]

    assert (asked.core, asked.replaces, getattr(asked, "all_from", None), asked.inputs) == (True, ("B-1",), "units", 1)
    assert read.fingerprint == said.fingerprint != plain.fingerprint
    assert not later.keys() & plain.model_dump(mode="json")["questionnaire"]["questions"][0].keys()
    assert not later.keys() & plain.model_dump()["questionnaire"]["questions"][0].keys()
