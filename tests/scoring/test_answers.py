"""Values are checked against their question and survive being written down: `scoring/answers.py`."""

import json
from contextlib import nullcontext
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.answers import (
    LARGEST,
    MOST_ROWS,
    BadValue,
    Matrix,
    MatrixRow,
    Share,
    check_entry,
    check_value,
    value_from_json,
    value_to_json,
)
from tests.scoring.builders import question, value
from tests.scoring.strategies import questions, tried, values

LEVEL = {"kind": "level", "expected": {60: 4}}
YES = {"kind": "yes_no", "expected": {60: True}}
SHARE = {"kind": "share", "expected": {60: 1.0}}
NUMBER = {"kind": "number", "expected": {60: 2}}
DATE = {"kind": "date", "expected": {60: 60}}
FIXED = {"kind": "matrix", "rows": ["lab", "eye"], "expected": {60: 1.0}}
NAMED = {**FIXED, "rows": "customer"}


def rows(*names: str) -> Matrix:
    return Matrix(tuple(MatrixRow(name, Share(1, 2)) for name in names))


@pytest.mark.parametrize(
    ("says", "spec", "bad", "fault"),
    [
        ("a level beyond the last", LEVEL, 5, "not_a_level"),
        ("a level below 0", LEVEL, -1, "not_a_level"),
        ("yes is no level", LEVEL, True, "wrong_type"),
        ("half a level", LEVEL, 2.0, "wrong_type"),
        ("a number is no yes", YES, 1, "wrong_type"),
        ("a text is no yes", YES, "ja", "wrong_type"),
        ("a negative number", NUMBER, -0.5, "out_of_range"),
        ("a number beyond all reason", NUMBER, LARGEST * 2, "out_of_range"),
        ("no number at all", NUMBER, float("nan"), "out_of_range"),
        ("endless", NUMBER, float("inf"), "out_of_range"),
        ("yes is no number", NUMBER, True, "wrong_type"),
        ("a number is no day", DATE, 20270201, "wrong_type"),
        ("a day of another age", DATE, date(1999, 12, 31), "day_out_of_range"),
        ("a day of an age to come", DATE, date(2100, 1, 2), "day_out_of_range"),
        ("a number is no share", SHARE, 0.5, "wrong_type"),
        ("a share of nothing", SHARE, Share(0, 0), "all_not_positive"),
        ("a share of less than nothing", SHARE, Share(0, -1), "out_of_range"),
        ("less than nothing done", SHARE, Share(-1, 2), "out_of_range"),
        ("a share is no matrix", FIXED, Share(1, 2), "wrong_type"),
        ("a row that is not asked for", FIXED, rows("lab", "skin"), "unknown_row"),
        ("the same row twice", FIXED, rows("lab", "lab"), "repeated_row"),
        ("the same row but for its capitals", NAMED, rows("Nord", "nord"), "repeated_row"),
        ("a row without a name", NAMED, rows(" "), "row_without_name"),
        ("a row with a novel for a name", NAMED, rows("x" * 201), "row_without_name"),
        ("too many rows", NAMED, rows(*(f"r{n}" for n in range(MOST_ROWS + 1))), "too_many_rows"),
    ],
)
def test_refused(says: str, spec: dict[str, Any], bad: Any, fault: str) -> None:
    with pytest.raises(BadValue) as refused:
        check_value(question(spec), bad)
    assert refused.value.fault == fault, says


@pytest.mark.parametrize(
    ("spec", "data"),
    [
        (DATE, "1. februar"),
        (DATE, 7),
        (SHARE, {"done": 1}),
        (SHARE, [1, 2]),
        (SHARE, {"done": "1", "all": 2}),
        (FIXED, [{"row": "lab"}]),
        (FIXED, 3),
        (LEVEL, "3"),
        (YES, "true"),
        (NUMBER, None),
    ],
)
def test_what_was_not_written_by_encode_is_refused(spec: dict[str, Any], data: Any) -> None:
    with pytest.raises(BadValue) as refused:
        value_from_json(question(spec), data)
    assert refused.value.fault == "wrong_type"


@pytest.mark.parametrize("unfinished", [Share(None, None), Share(3, None), Share(None, 4), Share(9, 4), Share(3.5, 4)])
def test_what_is_refused_now_is_read_as_it_was_kept(unfinished: Share) -> None:
    check_value(question(SHARE), unfinished)
    assert value_from_json(question(SHARE), json.loads(json.dumps(value_to_json(unfinished)))) == unfinished


COUNTS = [
    ("meldingstyper", None, True),
    ("timer som trengs", None, False),
    ("planlagte testtimer", None, False),
    ("årsverk som trengs", None, False),
    ("behov, tusen kroner", None, False),
    ("oppgaver fram til oppstart", None, True),
    ("behov", "true", False),
    ("timer", "false", True),
]


@pytest.mark.parametrize(("of", "decimals", "whole"), COUNTS)
def test_what_a_share_is_of_says_whether_it_counts_or_measures(of: str, decimals: str | None, whole: bool) -> None:
    spec = SHARE | {"all": {"nb": of}} | ({} if decimals is None else {"decimals": decimals})
    with nullcontext() if not whole else pytest.raises(BadValue, match="not_whole"):
        check_entry(question(spec), Share(3.5, 4))


def test_a_row_that_does_not_apply_keeps_its_reason() -> None:
    matrix = Matrix((MatrixRow("lab", Share(1, None), "har ikke"), MatrixRow("eye", Share(None, None))))
    assert value_from_json(question(FIXED), json.loads(json.dumps(value_to_json(matrix)))) == matrix


@tried()
@given(st.data())
def test_every_value_is_accepted_and_comes_back_from_json_as_it_was(data: st.DataObject) -> None:
    spec = data.draw(questions())
    given_value = value(data.draw(values(spec, date(2027, 2, 1))))
    assert given_value is not None
    back = value_from_json(question(spec), json.loads(json.dumps(value_to_json(given_value))))
    assert back == given_value
    assert isinstance(back, bool) == isinstance(given_value, bool)
