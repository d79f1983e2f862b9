"""The shortest way to a better verdict: docstring of `scoring.shortest_way`, and every set there is tried with the real judge."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given

from scoring.shortest_way import Obstacle, ShortestWay, Why, shortest_way_to, shortest_ways
from scoring.vocabulary import Verdict
from tests.scoring import oracle_clock
from tests.scoring.builders import Case, form, judged
from tests.scoring.strategies import best, cases, tried

GO_LIVE, AS_OF = date(2027, 5, 1), date(2027, 2, 1)
BEHIND, CONDITIONAL = Verdict.BEHIND, Verdict.CONDITIONAL
STOP, PLAIN, LATER = (
    {"hard_stop": "go_live", "expected": {120: True}},
    {"expected": {120: True}},
    {"expected": {60: True}},
)
FAILS = STOP | {"lead_days": 90}
SOON = {"hard_stop": "go_live", "expected": {60: True}, "lead_days": 30}
CDE, DONE = {"C": PLAIN, "D": PLAIN, "E": PLAIN}, {"C": True, "D": True, "E": True}

# What it says, questions (kind yes_no unless said), answers, way to behind (the date holds), way to conditional.
TABLE: list[tuple[str, dict[str, dict[str, Any]], dict[str, Any], str, str]] = [
    ("all in place needs nothing", {"A": STOP, "B": PLAIN}, {"A": True, "B": True}, "", ""),
    ("what is not due needs nothing", {"A": LATER, "B": LATER}, {}, "", ""),
    ("a hard stop that fails", {"A": FAILS, "B": PLAIN}, {"A": False, "B": True}, "A", "A"),
    ("one that can be caught up is only on the way to conditional", {"A": STOP, "B": PLAIN}, {"A": False, "B": True}, "", "A"),
    ("so is one at risk", {"A": SOON, "B": PLAIN}, {"A": False, "B": True}, "", "A"),
    ("a silent hard stop counts among the answered", {"A": FAILS, "B": PLAIN, **CDE}, DONE, "A", "A B"),
    ("the cheapest of the silent", {"A": PLAIN | {"lead_days": 9}, "B": PLAIN | {"lead_days": 3}, **CDE}, DONE, "B", "A B"),
    ("of equally cheap ones the first", {"A": PLAIN, "B": PLAIN, **CDE}, DONE, "A", "A B"),
    ("what is not due fills no lack", {"A": PLAIN, "B": LATER | {"lead_days": 0}}, {}, "A", "A"),
    ("what does not apply is left alone", {"A": STOP, "B": PLAIN}, {"A": {"not_applicable": "nei"}, "B": False}, "", "B"),
    ("one late of seven may be", {"A": PLAIN, "B": PLAIN, **CDE, "F": PLAIN, "G": PLAIN}, {"A": False, "B": True, **DONE, "F": True, "G": True}, "", ""),
    ("of two the cheapest goes", {"A": PLAIN, "B": PLAIN | {"lead_days": 9}, **CDE, "F": PLAIN, "G": PLAIN}, {"A": False, "B": False, **DONE, "F": True, "G": True}, "", "B"),
    ("what is left counts, not what is done", {"A": {"kind": "level", "expected": {120: 4}}, "B": PLAIN | {"lead_days": 9}, **CDE, "F": PLAIN, "G": PLAIN}, {"A": 3, "B": False, **DONE, "F": True, "G": True}, "", "A"),
    ("a date that stays late goes last", {"A": {"kind": "date", "expected": {120: 120}}, "B": PLAIN | {"lead_days": 90}, **CDE, "F": PLAIN, "G": PLAIN}, {"A": date(2027, 1, 20), "B": False, **DONE, "F": True, "G": True}, "", "B"),
]  # fmt: skip


def _case(questions: dict[str, dict[str, Any]], answers: dict[str, Any], **more: Any) -> Case:
    return Case({id_: {"kind": "yes_no", **spec} for id_, spec in questions.items()}, answers, GO_LIVE, AS_OF, **more)


def _way(case: Case, target: Verdict) -> ShortestWay | None:
    return shortest_way_to(judged(case), target, form=form(case))


def _ids(way: ShortestWay | None) -> str:
    return "none" if way is None else " ".join(step.question.id for step in way.steps)


@pytest.mark.parametrize(("says", "questions", "answers", "holds", "conditional"), TABLE, ids=[c[0] for c in TABLE])
def test_the_least_set(says: str, questions: Any, answers: Any, holds: str, conditional: str) -> None:
    case = _case(questions, answers)
    assert (_ids(_way(case, BEHIND)), _ids(_way(case, CONDITIONAL))) == (holds, conditional), says


def test_a_waived_hard_stop_is_in_no_way_unless_too_many_are_late() -> None:
    waiver = {"question": "A", "expires": GO_LIVE, "given_for": False}
    many = {**CDE, "F": PLAIN, "G": PLAIN, "B": PLAIN}
    case = _case({"A": FAILS, **many}, dict.fromkeys(many, True) | {"A": False}, waivers=[waiver])
    assert (_ids(_way(case, BEHIND)), _ids(_way(case, CONDITIONAL))) == ("", "")
    alone = _case({"A": FAILS, "B": PLAIN}, {"A": False, "B": True}, waivers=[waiver])
    assert (_ids(_way(alone, BEHIND)), _ids(_way(alone, CONDITIONAL))) == ("", "A")


def test_each_step_says_why() -> None:
    case = _case({"A": FAILS, "B": PLAIN, "C": PLAIN}, {"A": False})
    holds, conditional = _way(case, BEHIND), _way(case, CONDITIONAL)
    assert holds
    assert [step.why for step in holds.steps] == [Why.HARD_STOP, Why.COVERAGE, Why.COVERAGE]
    assert conditional
    assert [step.why for step in conditional.steps] == [Why.HARD_STOP, Why.COVERAGE, Why.COVERAGE]
    late = _way(_case({"A": STOP, "B": PLAIN}, {"A": True, "B": False}), CONDITIONAL)
    assert late
    assert [step.why for step in late.steps] == [Why.EXPECTED]


FITS = [
    ("on the very day side by side", {"A": 89, "B": 10}, True, False),
    ("a day too late", {"A": 90, "B": 10}, False, False),
    ("also one after another", {"A": 79, "B": 10}, True, True),
]


@pytest.mark.parametrize(("says", "lead", "fits", "in_sequence"), FITS)
def test_whether_it_fits_the_days_left(says: str, lead: dict[str, int], fits: bool, in_sequence: bool) -> None:
    asked = {id_: STOP | {"lead_days": days} for id_, days in lead.items()}
    way = _way(_case(asked, dict.fromkeys(asked, False)), CONDITIONAL)
    assert way
    assert (way.fits, way.fits_in_sequence, way.effort) == (fits, in_sequence, sum(lead.values())), says
    assert way.finish == AS_OF + timedelta(days=max(lead.values()))


IN_TIME = [("on the last day of the step", 29, True), ("the day after", 30, False)]


@pytest.mark.parametrize(("says", "lead_days", "in_time"), IN_TIME)
def test_whether_a_step_is_done_when_it_must_be(says: str, lead_days: int, in_time: bool) -> None:
    way = _way(_case({"A": {"expected": {120: True, 60: True}, "lead_days": lead_days}}, {}), CONDITIONAL)
    assert way
    assert way.steps[0].in_time is in_time, says


def test_a_plan_with_a_day_is_when_it_is_done() -> None:
    way = _way(_case({"A": STOP}, {"A": False}, actions={"A": date(2027, 4, 20)}), CONDITIONAL)
    assert way
    assert (way.finish, way.effort, way.fits) == (date(2027, 4, 20), 78, True)


STOPS = [
    ("a hard stop that fails needs a waiver or a date", FAILS, False, {}, Obstacle.WAIVER_OR_DATE),
    ("one without waivers needs a date", FAILS | {"waivable": False}, False, {}, Obstacle.DATE),
    ("a day to do it is another way", FAILS, False, {"A": date(2027, 4, 20)}, None),
    ("one that can be caught up needs work", STOP, False, {}, None),
    ("a start too late stays too late", {"kind": "date", "hard_stop": "phase", "expected": {180: 180}}, date(2026, 12, 2), {}, Obstacle.WAIVER_OR_DATE),
    ("also where it stops nothing", {"kind": "date", "expected": {180: 180}}, date(2026, 12, 2), {}, Obstacle.DATE),
    ("silence may be an answer nobody has given", {"kind": "date", "expected": {180: 180}}, None, {}, None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "spec", "reply", "planned", "obstacle"), STOPS, ids=[c[0] for c in STOPS])
def test_what_effort_cannot_change(says: str, spec: Any, reply: Any, planned: Any, obstacle: Any) -> None:
    way = _way(_case({"A": spec}, {"A": reply}, actions=planned), CONDITIONAL)
    assert way
    assert [step.obstacle for step in way.steps] == [obstacle], says
    assert way.by_effort is (obstacle is None)


def test_no_work_is_less_than_nothing() -> None:
    way = _way(_case({"A": {"kind": "date", "expected": {180: 180}}}, {"A": date(2026, 12, 2)}), CONDITIONAL)
    assert way
    assert (way.effort, way.in_sequence) == (0, AS_OF)


def test_there_is_no_way_without_a_go_live_or_when_nothing_applies() -> None:
    assert _way(replace(_case({"A": STOP}, {}), go_live=None), CONDITIONAL) is None
    assert _way(_case({"A": STOP}, {"A": {"not_applicable": "nei"}}), CONDITIONAL) is None
    assert (
        shortest_ways(judged(_case({"A": STOP}, {"A": {"not_applicable": "nei"}})), form=form(_case({"A": STOP}, {})))
        == ()
    )


def test_no_way_is_defined_to_the_others() -> None:
    with pytest.raises(ValueError, match="ready"):
        _way(_case({"A": STOP}, {}), Verdict.READY)


RANK = [Verdict.NOT_READY, Verdict.UNDECIDED, BEHIND, CONDITIONAL, Verdict.ON_TRACK, Verdict.READY]


def _changed(case: Case, ids: tuple[str, ...]) -> Case:
    return replace(case, answers={**case.answers, **{id_: best(case, id_) for id_ in ids}})


def _applies(reply: Any) -> bool:
    return not (isinstance(reply, dict) and reply.get("not_applicable"))


def _stays_late(case: Case, id_: str) -> bool:
    return bool(case.questions[id_]["kind"] == "date" and oracle_clock.row_of(case, id_)["status"] == "behind")


def _least(case: Case, target: Verdict) -> tuple[str, ...] | None:
    """By trying every set of questions there is: the fewest dates that stay late first, then the least effort."""
    ids = [id_ for id_ in case.questions if _applies(case.answers.get(id_))]
    subsets = chain.from_iterable(combinations(range(len(ids)), size) for size in range(len(ids) + 1))
    work = [oracle_clock.work_left(case, id_) for id_ in ids]
    fixed = [_stays_late(case, id_) for id_ in ids]

    def cost(places: tuple[int, ...]) -> tuple[int, int, int, tuple[int, ...]]:
        return sum(fixed[n] for n in places), sum(work[n] for n in places), len(places), places

    for places in sorted(subsets, key=cost):
        chosen = tuple(ids[n] for n in places)
        verdict = judged(_changed(case, chosen)).verdict
        if verdict and RANK.index(verdict) >= RANK.index(target):
            return chosen
    return None


@tried(150)
@given(cases(dated=True, most=6, followed=True))
def test_no_other_set_is_less(case: Case) -> None:
    for target in (BEHIND, CONDITIONAL):
        way, least = _way(case, target), _least(case, target)
        assert (None if way is None else tuple(step.question.id for step in way.steps)) == least


@tried()
@given(cases(dated=True, followed=True))
def test_what_is_left_is_what_is_left_in_the_naive_judgement(case: Case) -> None:
    for way in shortest_ways(judged(case), form=form(case)):
        for step in way.steps:
            assert step.work == oracle_clock.work_left(case, step.question.id)
