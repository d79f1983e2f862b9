"""Many responses at once are judged as each would be alone: docs/scoring.md, section 13."""

from datetime import date, timedelta

import numpy as np
import pytest

from scoring.answers import Answer, Share
from scoring.batch import BLOCK, BatchJudgements, judge_many
from scoring.encoding import encode_answers
from scoring.judgement import judge, read_row
from scoring.yardstick import Yardstick, yardstick
from tests.scoring.builders import Case, form

GO_LIVE = date(2027, 5, 1)
CASE = Case(
    questions={
        "A": {"kind": "level", "expected": {180: 1, 60: 4}, "hard_stop": "go_live", "weight": 2, "areas": ["testing"]},
        "B": {"kind": "share", "expected": {90: 0.5, 30: 1.0}, "factor": "F02"},
        "C": {"kind": "date", "expected": {120: 120}, "hard_stop": "phase", "factor": "F03"},
    },
    answers={},
    go_live=GO_LIVE,
    as_of=GO_LIVE,
)
RESPONSES = [
    {
        "A": Answer(value=n % 5),
        "B": Answer(value=Share(n % 7, 6)) if n % 3 else Answer(not_applicable="har ikke"),
        "C": Answer(value=date(2026, 12, 1) + timedelta(days=n)) if n % 4 else Answer(),
    }
    for n in range(3 * BLOCK)
]
DAYS = [GO_LIVE - timedelta(days=n % 200 - 5) for n in range(len(RESPONSES))]


@pytest.fixture(scope="module")
def laid_out() -> Yardstick:
    return yardstick(form(CASE))


def together(laid_out: Yardstick, many: int) -> BatchJudgements:
    return judge_many(
        laid_out,
        encode_answers(laid_out, RESPONSES[:many]),
        go_live=np.full(many, float(GO_LIVE.toordinal())),
        as_of=np.array([float(day.toordinal()) for day in DAYS[:many]]),
    )


@pytest.mark.parametrize("many", [1, 2, BLOCK, BLOCK + 1, 2 * BLOCK + 10, 3 * BLOCK])
def test_more_rows_than_a_block_are_all_judged_and_in_their_order(laid_out: Yardstick, many: int) -> None:
    found = together(laid_out, many)
    for row in {0, many // 2, many - 1}:
        mine = read_row(laid_out, found, row, RESPONSES[row], go_live=GO_LIVE, as_of=DAYS[row])
        alone = judge(laid_out, RESPONSES[row], go_live=GO_LIVE, as_of=DAYS[row])
        assert (mine.verdict, mine.reasons, mine.earliest) == (alone.verdict, alone.reasons, alone.earliest)
        assert mine.questions == alone.questions
        assert mine.overall.readiness == pytest.approx(alone.overall.readiness, abs=1e-12)


def test_no_rows_give_no_judgements(laid_out: Yardstick) -> None:
    found = together(laid_out, 0)
    assert found.verdict.shape == (0,)
    assert found.figures.readiness.shape == (0, len(laid_out.group_names))


def test_a_form_without_hard_stops_allows_the_planned_day() -> None:
    plain = yardstick(form(Case({"A": {"kind": "yes_no", "expected": {60: True}}}, {}, GO_LIVE, GO_LIVE)))
    found = judge(plain, {}, go_live=GO_LIVE, as_of=GO_LIVE)
    assert found.earliest is not None
    assert (found.earliest.date, found.earliest.decided_by) == (GO_LIVE, None)


def test_an_answer_to_a_question_that_is_not_asked_changes_nothing(laid_out: Yardstick) -> None:
    more = RESPONSES[5] | {"Z": Answer(value=4)}
    assert judge(laid_out, more, go_live=GO_LIVE, as_of=GO_LIVE) == judge(
        laid_out, RESPONSES[5], go_live=GO_LIVE, as_of=GO_LIVE
    )


def test_judging_leaves_the_sheet_as_it_was(laid_out: Yardstick) -> None:
    encoded = encode_answers(laid_out, RESPONSES[:4])
    before = encoded.values.copy()
    judge_many(laid_out, encoded, go_live=np.full(4, 739_000.0), as_of=np.full(4, 738_000.0))
    assert np.array_equal(encoded.values, before, equal_nan=True)
