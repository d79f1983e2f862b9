"""How old answers are: what ages, from when, and that an older answer never helps. Examples stand in docs/scoring.md."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.judgement import Figures, Judgement
from scoring.vocabulary import Status, Verdict
from tests.scoring.builders import Case, judged
from tests.scoring.strategies import cases, tried

FRESH = {"usual": 90, "near": 30, "near_from": 60, "stops_from": 30}
GO_LIVE = date(2027, 5, 1)
NEAR = 1e-9
RANK = {verdict: place for place, verdict in enumerate(Verdict)}


def one(left: int, old: int | None, *, kept: bool = False, said: object = True, **spec: object) -> Judgement:
    """A question, Q, answered `old` days before the day with so many days left; `kept`: its form is of an earlier edition."""
    as_of = GO_LIVE - timedelta(days=left)
    days = {} if old is None else {"Q": as_of - timedelta(days=old)}
    asked = {"Q": {"kind": "yes_no", "expected": {120: True}, "lead_days": 60, **spec}}
    return judged(Case(asked, {"Q": said}, GO_LIVE, as_of, freshness=None if kept else FRESH, confirmed=days))


@pytest.mark.parametrize(
    ("left", "old", "spec", "stale"),
    [
        (100, 90, {}, False),
        (100, 91, {}, True),
        (61, 90, {}, False),
        (60, 90, {}, True),
        (60, 30, {}, False),
        (60, 31, {}, True),
        (100, 31, {"fresh_days": 30}, True),
        (10, 31, {"fresh_days": 365}, False),
        (100, None, {}, False),
        (100, -3, {}, False),
        (100, 91, {"said": None}, False),
        (100, 91, {"said": {"not_applicable": "gjelder ikke"}}, False),
        (100, 91, {"kept": True}, False),
        # Given on the last day it may be that old: it gets no older after the go-live.
        (-400, 430, {}, False),
        (-400, 431, {}, True),
    ],
)
def test_an_answer_may_be_so_old(left: int, old: int | None, spec: dict[str, object], stale: bool) -> None:
    assert one(left, old, **spec).questions["Q"].stale is stale  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "stop", "status"),
    [
        (31, "go_live", Status.MET),
        (30, "go_live", Status.UNANSWERED),
        (30, "phase", Status.UNANSWERED),
        (30, None, Status.MET),
        (-5, "go_live", Status.UNANSWERED),
    ],
)
def test_near_the_go_live_a_hard_stop_nobody_stands_by_is_unanswered(
    left: int, stop: str | None, status: Status
) -> None:
    found = one(left, 60, hard_stop=stop)
    assert found.questions["Q"].status is status
    assert found.questions["Q"].lapsed is (status is Status.UNANSWERED)
    assert found.overall.low == found.overall.high == (0 if status is Status.UNANSWERED else 100)
    assert found.overall.answered == (status is not Status.UNANSWERED)


def test_an_answer_that_has_lapsed_does_not_hide_that_it_failed() -> None:
    """A stop that fails says so although too little is answered to say anything else; its age does not take that back."""
    asked = {f"Q{n}": {"kind": "yes_no", "expected": {120: True}, "lead_days": 90} for n in range(5)}
    asked["Q0"] |= {"hard_stop": "go_live"}
    as_of = GO_LIVE - timedelta(days=20)
    fresh = Case(asked, {"Q0": False}, GO_LIVE, as_of, freshness=FRESH, confirmed={"Q0": as_of})
    old = replace(fresh, confirmed={"Q0": as_of - timedelta(days=31)})
    assert judged(fresh).verdict is judged(old).verdict is Verdict.NOT_READY


@st.composite
def any_answer(draw: st.DrawFn) -> tuple[Case, str]:
    case = draw(cases(dated=True, aging=True))
    return case, draw(st.sampled_from(sorted(case.questions)))


@st.composite
def about_to_lapse(draw: st.DrawFn) -> tuple[Case, str]:
    """A hard stop that is fresh in the last thirty days, among others: what falls out of the mean when it no longer is."""
    case = draw(cases(dated=True, aging=True, exceptions=False, all_answered=True, most=3))
    id_ = draw(st.sampled_from(sorted(case.questions)))
    asked = {**case.questions, id_: {**case.questions[id_], "hard_stop": "go_live"}}
    as_of = GO_LIVE - timedelta(days=draw(st.integers(0, 30)))
    confirmed = dict.fromkeys(asked, as_of)
    return replace(
        case, questions=asked, as_of=as_of, freshness=FRESH, confirmed=confirmed, readiness_coverage=0.0
    ), id_


@tried(300)
@given(any_answer() | about_to_lapse(), st.data())
def test_an_older_answer_never_helps(one: tuple[Case, str], data: st.DataObject) -> None:
    case, id_ = one
    given_on = case.confirmed.get(id_, case.as_of)
    older = given_on - timedelta(days=data.draw(st.sampled_from((1, 16, 61, 400))))
    before = judged(replace(case, confirmed={**case.confirmed, id_: given_on}))
    after = judged(replace(case, confirmed={**case.confirmed, id_: older}))
    assert before.verdict is not None
    assert after.verdict is not None
    assert RANK[after.verdict] <= RANK[before.verdict]
    assert after.earliest
    assert before.earliest
    assert after.earliest.date >= before.earliest.date
    for was, became in zip(_figures(before), _figures(after), strict=True):
        for name in ("readiness", "low", "high", "coverage", "ahead_days"):
            assert _no_more(getattr(became, name), getattr(was, name)), name
    was_one, became_one = before.questions[id_], after.questions[id_]
    assert was_one.stale <= became_one.stale
    assert (became_one.reserve_days is None) <= (was_one.reserve_days is None)


def _figures(judgement: Judgement) -> list[Figures]:
    return [judgement.overall, *judgement.factors.values(), *judgement.areas.values()]


def _no_more(after: float | None, before: float | None) -> bool:
    return after is None or before is None or after <= before + NEAR
