"""A moving solution: which answers it makes count less, that the area Test falls, and that a later build stop never helps."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import Phase as Step
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.proof.phases import Overlap, Phase, Phases
from scoring.vocabulary import Area, Rule, Verdict
from tests.scoring.builders import Case, judged
from tests.scoring.strategies import cases, tried

GO_LIVE, TODAY = date(2027, 5, 1), date(2027, 3, 20)
TEST = date(2027, 3, 1)
RANK = {verdict: place for place, verdict in enumerate(Verdict)}
# Every step of A is in force; B is about training; C proves as much on a solution that moves.
ASKED = {
    "A": {"kind": "share", "expected": {120: 0.5, 60: 1.0}, "areas": ["testing"], "proves_on": "stable_solution"},
    "B": {"kind": "yes_no", "expected": {30: True}, "areas": ["staffing"], "proves_on": "stable_solution"},
    "C": {"kind": "level", "expected": {60: 3}, "areas": ["testing"]},
}
WHOLE = Case(ASKED, {"A": {"done": 8, "all": 8}, "B": True, "C": 3}, GO_LIVE, TODAY)


@pytest.mark.parametrize(
    ("phases", "given_on", "moving"),
    [
        ({}, None, []),
        ({"test_start": TEST}, None, []),
        ({"build_stop": TODAY}, None, []),
        ({"build_stop": TEST, "test_start": TEST, "training_start": TEST}, None, []),
        ({"build_stop": TEST + timedelta(days=1), "test_start": TEST, "training_start": TODAY}, None, ["A"]),
        ({"build_stop": TODAY, "test_start": TODAY, "training_start": TEST}, None, ["B"]),
        ({"build_stop": TEST}, TEST - timedelta(days=1), ["A", "B"]),
        ({"build_stop": TEST}, TEST, []),
        # What began before the build stop is done again: an answer after it does not help until there is a new start.
        ({"build_stop": TEST + timedelta(days=1), "test_start": TEST, "training_start": TODAY}, TODAY, ["A"]),
        ({"build_stop": TODAY + timedelta(days=1)}, None, ["A", "B"]),
    ],
)
def test_what_counts_less(phases: dict[str, date], given_on: date | None, moving: list[str]) -> None:
    confirmed = dict.fromkeys(ASKED, given_on) if given_on else {}
    found = judged(replace(WHOLE, phases=phases, confirmed=confirmed))
    assert [id_ for id_, one in found.questions.items() if one.moving] == moving
    named = [reason.questions for reason in found.reasons if reason.rule is Rule.MOVING_SOLUTION]
    assert named == ([tuple(moving)] if moving else [])


@pytest.mark.parametrize("left", [150, 100, 60, 45, 10])
def test_a_build_stop_past_the_start_of_test_makes_the_area_test_fall(left: int) -> None:
    """However far the go-live is, and whatever was expected by then."""
    as_of = GO_LIVE - timedelta(days=left)
    begins = as_of - timedelta(days=20)
    given_on = dict.fromkeys(ASKED, as_of)
    before, after = (
        judged(
            replace(WHOLE, as_of=as_of, confirmed=given_on, phases={"build_stop": stop, "test_start": begins})
        ).areas[Area.TESTING]
        for stop in (begins, begins + timedelta(days=1))
    )
    assert before.readiness == 100
    assert after.readiness is not None
    assert after.readiness < 100


def test_a_start_after_the_build_stop_makes_it_count_again() -> None:
    late = {"build_stop": TEST, "test_start": TEST - timedelta(days=30)}
    assert judged(replace(WHOLE, phases=late)).questions["A"].moving
    assert not judged(replace(WHOLE, phases=late | {"test_start": TEST})).questions["A"].moving


def test_overlaps_are_from_the_start_to_the_build_stop() -> None:
    days = [date(2027, 3, day) for day in range(1, 6)]
    held = Phases(build_stop=days[3], test_start=days[0], test_end=days[4], training_start=days[3])
    assert held.overlaps == (Overlap(Phase.TEST, days[0], days[3]),)
    assert held.overlaps[0].days == 3
    assert Phases(test_start=days[0]).overlaps == ()


@settings(tried(250), phases=[Step.explicit, Step.generate])
@given(cases(dated=True, aging=True), st.integers(1, 200))
def test_a_later_build_stop_never_helps(case: Case, later: int) -> None:
    stop = case.phases.get("build_stop", case.as_of)
    before, after = (
        judged(replace(case, phases={**case.phases, "build_stop": day})) for day in (stop, stop + timedelta(days=later))
    )
    assert before.verdict is not None
    assert after.verdict is not None
    assert RANK[after.verdict] <= RANK[before.verdict]
    assert before.earliest
    assert after.earliest
    assert after.earliest.date >= before.earliest.date
    figures = zip(
        (before.overall, *before.factors.values(), *before.areas.values()),
        (after.overall, *after.factors.values(), *after.areas.values()),
        strict=True,
    )
    for was, became in figures:
        for name in ("readiness", "low", "high"):
            old, new = getattr(was, name), getattr(became, name)
            assert (new is None) == (old is None)
            assert new is None or new <= old + 1e-9
