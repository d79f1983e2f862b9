"""A decision never survives a worse hard stop, and a better answer never makes it fall: of any form and any answers."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.decision.kinds import may_be_decided
from scoring.decision.standing import DecisionChange, Fall, day_decided, what_changed
from scoring.decision.worse_stops import StopsSince, read_by, stops_since
from scoring.encoding import encode_answers
from scoring.formulas import TOLERANCE
from scoring.vocabulary import DecisionKind, Verdict
from scoring.yardstick import yardstick
from tests.scoring import builders
from tests.scoring.builders import Case, Plain
from tests.scoring.strategies import cases, tried, values

GO, CONDITIONS, POSTPONE = DecisionKind
DAY = date(2027, 5, 1)


def since(then: Case, now: Case) -> StopsSince:
    """How the stops stand in `now` beside `then`, on the day and for the go-live of `then`."""
    laid_out = yardstick(builders.form(then))
    assert then.go_live is not None
    return stops_since(
        laid_out,
        encode_answers(laid_out, [builders.answers(then)]),
        encode_answers(laid_out, [builders.answers(now)]),
        go_live=np.array([float(then.go_live.toordinal())]),
        as_of=np.array([float(then.as_of.toordinal())]),
        agreed=np.array([[id_ in now.agreed for id_ in then.questions]]),
    )


def worse(then: Case, now: Case) -> list[str]:
    return [id_ for id_, is_worse in zip(then.questions, since(then, now).worse[0].tolist(), strict=True) if is_worse]


def with_answer(case: Case, id_: str, plain: Plain) -> Case:
    return replace(case, answers={**case.answers, id_: plain})


@st.composite
def stop_pairs(draw: st.DrawFn) -> tuple[Case, Case, str]:
    """A case with a hard stop, the same with another answer to it, and which."""
    case = draw(cases(dated=True, exceptions=False))
    id_ = draw(st.sampled_from(sorted(case.questions)))
    spec = {**case.questions[id_], "hard_stop": "go_live", "not_before": None, "none_yet": False}
    case = replace(case, questions={**case.questions, id_: spec})
    before, after = (draw(st.one_of(st.none(), values(spec, case.as_of))) for _ in range(2))
    return with_answer(case, id_, before), with_answer(case, id_, after), id_


def reached(case: Case, id_: str) -> float:
    """The attainment alone, -1 for silence; of a date counted to its day, whether it has come or not."""
    attained = builders.judged(replace(case, as_of=DAY + timedelta(days=3650))).questions[id_].attainment
    return -1.0 if attained is None else attained


@tried()
@given(stop_pairs())
def test_a_worse_hard_stop_is_found_and_a_better_one_never(pair: tuple[Case, Case, str]) -> None:
    before, after, id_ = pair
    was, is_ = reached(before, id_), reached(after, id_)
    found = worse(before, after)
    if is_ < was - TOLERANCE:
        assert id_ in found
        (change, *_) = what_changed(decided=DAY, go_live=DAY, worse=found, waivers=())
        assert (change.fall, id_ in change.questions) == (Fall.WORSE_STOP, True)
    # Two days that are both after the go-live reach nothing alike; the later is worse all the same.
    if is_ > was + TOLERANCE or (is_ == was == 1):
        assert id_ not in found


@tried()
@given(cases(dated=True, exceptions=False), st.data())
def test_what_is_as_it_was_is_never_worse_and_nor_is_what_stops_nothing(case: Case, data: st.DataObject) -> None:
    assert worse(case, case) == []
    free = [id_ for id_, spec in case.questions.items() if not spec.get("hard_stop")]
    if free:
        id_ = data.draw(st.sampled_from(free))
        assert worse(case, with_answer(case, id_, data.draw(st.none()))) == []


@tried()
@given(stop_pairs(), stop_pairs())
def test_a_customer_alone_and_among_others_is_the_same(
    one: tuple[Case, Case, str], other: tuple[Case, Case, str]
) -> None:
    then, now, _ = one
    laid_out = yardstick(builders.form(then))
    days = [float((each.go_live or DAY).toordinal()) for each in (then, other[0], then)]
    made = [float(each.as_of.toordinal()) for each in (then, other[0], then)]
    rows = [builders.answers(each) for each in (then, now, now)]
    many = stops_since(
        laid_out,
        encode_answers(laid_out, [rows[0], rows[2], rows[0]]),
        encode_answers(laid_out, [rows[1], rows[0], rows[1]]),
        go_live=np.array(days),
        as_of=np.array(made),
    )
    alone = since(replace(then, agreed=[]), replace(now, agreed=[]))
    assert (many.worse[0] == alone.worse[0]).all()
    assert (many.worse[2] == alone.worse[0]).all()


SHARE = {"kind": "share", "expected": {90: 0.5, 30: 1.0}, "hard_stop": "go_live", "none_yet": True}
STARTED = {"kind": "date", "expected": {60: 60}, "hard_stop": "go_live"}
STAFF = {"kind": "number", "worst": 10, "expected": {30: 2}, "hard_stop": "go_live"}


def of(spec: Plain, plain: Plain, *, agreed: bool = False) -> Case:
    return Case({"Q": spec}, {"Q": plain}, DAY, DAY - timedelta(days=60), agreed=["Q"] if agreed else [])


LEFT_OUT = {"not_applicable": "Gjelder ikke oss"}


@pytest.mark.parametrize(
    ("spec", "then", "now", "is_worse"),
    [
        (SHARE, {"done": 4, "all": 12}, {"done": 3, "all": 12}, True),
        (SHARE, {"done": 4, "all": 12}, {"done": 5, "all": 15}, False),
        (SHARE, {"done": 4, "all": 12}, None, True),
        (SHARE, None, {"done": 0, "all": 12}, False),
        (SHARE, None, None, False),
        # Half is expected with sixty days left: that is what «nothing has fallen due yet» was worth.
        (SHARE, "none_yet", {"done": 5, "all": 12}, True),
        (SHARE, "none_yet", {"done": 6, "all": 12}, False),
        (SHARE, {"done": 8, "all": 12}, "none_yet", True),
        # A lower number is better here, and below the requirement all are alike.
        (STAFF, 4, 5, True),
        (STAFF, 4, 3, False),
        (STAFF, 1, 2, False),
        # A day that is moved and still in time is no worse; one that has not come yet counts by its day.
        (STARTED, date(2027, 2, 1), date(2027, 3, 1), False),
        (STARTED, date(2027, 3, 10), date(2027, 3, 11), True),
        (STARTED, date(2027, 6, 1), date(2027, 7, 1), True),
        (SHARE, LEFT_OUT, LEFT_OUT, False),
        (SHARE, LEFT_OUT, {"done": 11, "all": 12}, True),
        (SHARE, LEFT_OUT, {"done": 12, "all": 12}, False),
        (SHARE, {"done": 1, "all": 12}, LEFT_OUT, True),
    ],
)
def test_what_is_worse(spec: Plain, then: Plain, now: Plain, is_worse: bool) -> None:
    assert (worse(of(spec, then), of(spec, now)) == ["Q"]) is is_worse


def test_what_hpas_agrees_does_not_apply_is_not_worse() -> None:
    assert worse(of(SHARE, {"done": 1, "all": 12}), of(SHARE, LEFT_OUT, agreed=True)) == []


def test_an_older_form_is_read_by_its_questions() -> None:
    older, newer = (Case(dict.fromkeys(ids, SHARE), {}, DAY, DAY) for ids in (("A", "B"), ("B", "C", "A")))
    laid, held = yardstick(builders.form(newer)), yardstick(builders.form(older))
    said = encode_answers(held, [builders.answers(replace(older, answers={"A": {"done": 1, "all": 2}}))])
    read = read_by(laid, held, said)
    assert read.values[0].tolist()[2] == 0.5
    assert np.isnan(read.values[0, :2]).all()
    assert read.applicable.all()


@pytest.mark.parametrize(
    ("verdicts", "kinds"),
    [
        ([Verdict.READY, Verdict.READY], (GO, CONDITIONS, POSTPONE)),
        ([Verdict.ON_TRACK, Verdict.READY], (GO, CONDITIONS, POSTPONE)),
        ([Verdict.ON_TRACK, Verdict.CONDITIONAL], (CONDITIONS, POSTPONE)),
        ([Verdict.BEHIND, Verdict.ON_TRACK], (CONDITIONS, POSTPONE)),
        ([Verdict.UNDECIDED, Verdict.ON_TRACK], (POSTPONE,)),
        ([Verdict.ON_TRACK, Verdict.NOT_READY], (POSTPONE,)),
        ([None, Verdict.READY], ()),
        ([], ()),
    ],
)
def test_what_may_be_decided_is_what_both_words_allow(
    verdicts: list[Verdict | None], kinds: tuple[DecisionKind, ...]
) -> None:
    assert may_be_decided(verdicts) == kinds


def test_what_changed_is_told_the_gravest_first() -> None:
    later = DAY + timedelta(days=30)
    found = what_changed(decided=DAY, go_live=later, worse=["A"], waivers=["B"])
    assert [each.fall for each in found] == [Fall.WORSE_STOP, Fall.WAIVER, Fall.GO_LIVE]
    assert what_changed(decided=DAY, go_live=DAY, worse=[], waivers=[]) == ()
    assert what_changed(decided=DAY, go_live=None, worse=[], waivers=[]) == (DecisionChange(Fall.GO_LIVE),)


@pytest.mark.parametrize(
    ("kind", "signed", "day"), [(GO, True, DAY), (POSTPONE, False, DAY), (POSTPONE, True, DAY + timedelta(days=30))]
)
def test_a_postponement_is_for_the_new_day_once_both_have_signed(kind: DecisionKind, signed: bool, day: date) -> None:
    assert day_decided(kind, DAY, DAY + timedelta(days=30), signed=signed) == day
