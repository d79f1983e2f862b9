"""A row of answers as bytes says all the judgement needs, and nothing is lost on the way there and back."""

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given

from scoring.answers import Answer
from scoring.batch import judge_many
from scoring.encoding import encode_answers
from scoring.packed_rows import WAITED_ON, pack_row, size_of_row, unpack_rows
from scoring.vocabulary import WaitingOn
from scoring.yardstick import yardstick
from tests.scoring.builders import Case, answers, form
from tests.scoring.strategies import GO_LIVE, cases, tried


@tried()
@given(cases(aging=True))
def test_it_is_judged_as_the_answers_themselves_are(case: Case) -> None:
    laid_out, said = yardstick(form(case)), answers(case)
    go_live, as_of = np.array([GO_LIVE.toordinal()], float), np.array([case.as_of.toordinal()], float)
    packed = unpack_rows(len(laid_out.questions), [pack_row(laid_out, said)])
    found = judge_many(laid_out, packed.encoded, go_live=go_live, as_of=as_of)
    plain = judge_many(laid_out, encode_answers(laid_out, [said]), go_live=go_live, as_of=as_of)
    for name in ("attainment", "status", "verdict", "earliest", "decided_by", "days_late", "failed", "stale"):
        assert np.array_equal(getattr(found, name), getattr(plain, name), equal_nan=True), name
    assert np.array_equal(found.figures.readiness, plain.figures.readiness, equal_nan=True)


CASE = Case(
    {"A": {"kind": "level", "expected": {60: 3}}, "B": {"kind": "yes_no", "expected": {60: True}}}, {}, None, GO_LIVE
)
LAID_OUT = yardstick(form(CASE))


@pytest.mark.parametrize("waiting", [None, *WaitingOn])
def test_whom_it_waits_on_is_kept(waiting: WaitingOn | None) -> None:
    rows = unpack_rows(2, [pack_row(LAID_OUT, {"B": Answer(True, waiting_on=waiting)})])
    assert [WAITED_ON[code] for code in rows.waiting[0]] == [None, waiting]


def test_the_places_of_whom_it_waits_on_never_move() -> None:
    assert [str(each) for each in WAITED_ON] == [
        *("None", "hpas", "epic", "hemit", "health_trust", "municipality", "other_supplier"),
    ]


def test_the_bytes_are_these_on_every_machine() -> None:
    packed = pack_row(LAID_OUT, {"A": Answer(3, waiting_on=WaitingOn.EPIC), "B": Answer(not_applicable="nei")})
    assert packed.hex() == "0000000000000840" + "000000000000f0bf" + "0200" + "00000000"
    assert len(packed) == size_of_row(2)


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(2027, 2, 1), date(2100, 1, 1)])
def test_the_day_someone_stood_by_an_answer_is_kept(day: date) -> None:
    said = {"A": Answer(3, confirmed_on=day), "B": Answer(True)}
    confirmed = unpack_rows(2, [pack_row(LAID_OUT, said)]).encoded.confirmed
    assert confirmed is not None
    assert confirmed[0].tolist() == [day.toordinal(), pytest.approx(math.nan, nan_ok=True)]


def test_a_row_of_an_earlier_edition_says_no_days() -> None:
    """Snapshots are never changed: one without days stands beside one with."""
    new = pack_row(
        LAID_OUT, {"A": Answer(3, waiting_on=WaitingOn.EPIC, confirmed_on=date(2027, 2, 1)), "B": Answer(True)}
    )
    rows = unpack_rows(2, [new[:-4], new, b""])
    assert rows.encoded.values[:2].tolist() == [[3, 1], [3, 1]]
    assert rows.waiting[:2].tolist() == [[2, 0], [2, 0]]
    assert rows.encoded.confirmed is not None
    assert np.isnan(rows.encoded.confirmed).tolist() == [[True, True], [False, True], [True, True]]


def test_an_empty_row_is_a_response_without_answers() -> None:
    rows = unpack_rows(2, [b"", pack_row(LAID_OUT, {"A": Answer(3)})])
    assert np.isnan(rows.encoded.values[0]).all()
    assert rows.encoded.applicable.all()
    assert rows.encoded.values[1, 0] == 3


def test_a_row_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="not of this form"):
        unpack_rows(3, [pack_row(LAID_OUT, {})])
