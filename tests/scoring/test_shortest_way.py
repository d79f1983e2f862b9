"""The shortest way to a better verdict: docstring of `scoring.shortest_way`, and every set there is tried with the real judge."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given

from scoring.shortest_way import Obstacle, Way, Why, shortest_way_to
from scoring.vocabulary import Verdict
from tests.scoring.builders import Case, judged
from tests.scoring.strategies import best, cases, steady

GO_LIVE, AS_OF = date(2027, 5, 1), date(2027, 2, 1)
CONDITIONAL, ON_TRACK = Verdict.CONDITIONAL, Verdict.ON_TRACK
STOP, PLAIN, LATER = (
    {"hard_stop": "go_live", "expected": {120: True}},
    {"expected": {120: True}},
    {"expected": {60: True}},
)
SILENT = None

# What it says, questions (kind yes_no unless said), answers, way to conditional, way to on_track.
TABLE: list[tuple[str, dict[str, dict[str, Any]], dict[str, Any], str, str]] = [
    ("all in place needs nothing", {"A": STOP, "B": PLAIN}, {"A": True, "B": True}, "", ""),
    ("what is not due needs nothing", {"A": LATER, "B": LATER}, {}, "", ""),
    ("a failing hard stop and no more", {"A": STOP, "B": PLAIN}, {"A": False, "B": False}, "A", "A B"),
    ("a silent hard stop counts among the answered", {"A": STOP, "B": PLAIN, "C": PLAIN, "D": PLAIN, "E": PLAIN}, {"C": True, "D": True, "E": True}, "A", "A B"),
    ("the cheapest of the silent", {"A": PLAIN | {"lead_days": 9}, "B": PLAIN | {"lead_days": 3}, "C": PLAIN, "D": PLAIN, "E": PLAIN}, {"C": True, "D": True, "E": True}, "B", "A B"),
    ("of equally cheap ones the first", {"A": PLAIN, "B": PLAIN, "C": PLAIN, "D": PLAIN, "E": PLAIN}, {"C": True, "D": True, "E": True}, "A", "A B"),
    ("what is not due fills no lack", {"A": PLAIN, "B": LATER | {"lead_days": 0}}, {}, "A", "A"),
    ("what does not apply is left alone", {"A": STOP, "B": PLAIN}, {"A": {"not_applicable": "nei"}, "B": False}, "", "B"),
]  # fmt: skip


def _case(questions: dict[str, dict[str, Any]], answers: dict[str, Any], **more: Any) -> Case:
    return Case({id_: {"kind": "yes_no", **spec} for id_, spec in questions.items()}, answers, GO_LIVE, AS_OF, **more)


def _way(case: Case, target: Verdict) -> Way | None:
    return shortest_way_to(judged(case), target, verdict_coverage=case.verdict_coverage)


def _ids(way: Way | None) -> str:
    return "none" if way is None else " ".join(step.question.id for step in way.steps)


@pytest.mark.parametrize(("says", "questions", "answers", "conditional", "on_track"), TABLE, ids=[c[0] for c in TABLE])
def test_the_least_set(says: str, questions: Any, answers: Any, conditional: str, on_track: str) -> None:
    case = _case(questions, answers)
    assert (_ids(_way(case, CONDITIONAL)), _ids(_way(case, ON_TRACK))) == (conditional, on_track), says


def test_a_waived_hard_stop_is_only_in_the_way_to_on_track() -> None:
    waiver = {"question": "A", "expires": GO_LIVE, "given_for": False}
    case = _case({"A": STOP, "B": PLAIN}, {"A": False, "B": True}, waivers=[waiver])
    assert (_ids(_way(case, CONDITIONAL)), _ids(_way(case, ON_TRACK))) == ("", "A")


def test_each_step_says_why() -> None:
    case = _case({"A": STOP, "B": PLAIN, "C": PLAIN}, {"A": False})
    to_conditional, to_on_track = _way(case, CONDITIONAL), _way(case, ON_TRACK)
    assert to_conditional
    assert [step.why for step in to_conditional.steps] == [Why.HARD_STOP, Why.COVERAGE, Why.COVERAGE]
    assert to_on_track
    assert [step.why for step in to_on_track.steps] == [Why.HARD_STOP, Why.EXPECTED, Why.EXPECTED]


FITS = [
    ("on the very day side by side", {"A": 89, "B": 10}, True, False),
    ("a day too late", {"A": 90, "B": 10}, False, False),
    ("also one after another", {"A": 79, "B": 10}, True, True),
]


@pytest.mark.parametrize(("says", "lead", "fits", "in_sequence"), FITS)
def test_whether_it_fits_the_days_left(says: str, lead: dict[str, int], fits: bool, in_sequence: bool) -> None:
    way = _way(_case({id_: STOP | {"lead_days": days} for id_, days in lead.items()}, {}), CONDITIONAL)
    assert way
    assert (way.fits, way.fits_in_sequence, way.effort) == (fits, in_sequence, sum(lead.values())), says
    assert way.finish == AS_OF + timedelta(days=max(lead.values()))


IN_TIME = [("on the last day of the step", 29, True), ("the day after", 30, False)]


@pytest.mark.parametrize(("says", "lead_days", "in_time"), IN_TIME)
def test_whether_a_step_is_done_when_it_must_be(says: str, lead_days: int, in_time: bool) -> None:
    way = _way(_case({"A": {"expected": {120: True, 60: True}, "lead_days": lead_days}}, {}), ON_TRACK)
    assert way
    assert way.steps[0].in_time is in_time, says


DATES = [
    ("a start too late stays too late", date(2026, 12, 2), 180, "phase", Obstacle.WAIVER_OR_DATE, Obstacle.DATE),
    ("whatever sort of hard stop", date(2026, 12, 2), 180, "go_live", Obstacle.WAIVER_OR_DATE, Obstacle.DATE),
    ("a planned start comes too late even today", date(2027, 2, 9), 120, "phase", Obstacle.WAIVER_OR_DATE, Obstacle.DATE),
    ("a planned start that could be today", date(2027, 2, 9), 89, "phase", None, None),
    ("silence may be an answer nobody has given", None, 180, "phase", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "started", "wanted", "stop", "conditional", "on_track"), DATES)
def test_what_effort_cannot_change(
    says: str, started: date | None, wanted: int, stop: str, conditional: Any, on_track: Any
) -> None:
    case = _case({"A": {"kind": "date", "hard_stop": stop, "expected": {wanted: wanted}}}, {"A": started})
    ways = [_way(case, target) for target in (CONDITIONAL, ON_TRACK)]
    assert [way.steps[0].obstacle if way else "none" for way in ways] == [conditional, on_track], says
    assert [way.by_effort if way else "none" for way in ways] == [conditional is None, on_track is None]


def test_there_is_no_way_without_a_go_live_or_when_nothing_applies() -> None:
    assert _way(replace(_case({"A": STOP}, {}), go_live=None), CONDITIONAL) is None
    assert _way(_case({"A": STOP}, {"A": {"not_applicable": "nei"}}), CONDITIONAL) is None


RANK = [Verdict.NOT_READY, Verdict.UNDECIDED, CONDITIONAL, ON_TRACK, Verdict.READY]


def _changed(case: Case, ids: tuple[str, ...]) -> Case:
    return replace(case, answers={**case.answers, **{id_: best(case, id_) for id_ in ids}})


def _applies(reply: Any) -> bool:
    return not (isinstance(reply, dict) and reply.get("not_applicable"))


def _least(case: Case, target: Verdict) -> tuple[str, ...] | None:
    """By trying every set of questions there is, the least effort first."""
    ids = [id_ for id_ in case.questions if _applies(case.answers.get(id_))]
    subsets = chain.from_iterable(combinations(range(len(ids)), size) for size in range(len(ids) + 1))

    def effort(places: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
        return sum(case.questions[ids[n]]["lead_days"] for n in places), len(places), places

    for places in sorted(subsets, key=effort):
        chosen = tuple(ids[n] for n in places)
        verdict = judged(_changed(case, chosen)).verdict
        if verdict and RANK.index(verdict) >= RANK.index(target):
            return chosen
    return None


@steady
@given(cases(dated=True, most=6))
def test_no_other_set_is_less(case: Case) -> None:
    for target in (CONDITIONAL, ON_TRACK):
        way, least = _way(case, target), _least(case, target)
        assert (None if way is None else tuple(step.question.id for step in way.steps)) == least
