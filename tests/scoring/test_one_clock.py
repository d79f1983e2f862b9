"""The properties of the one clock (docs/scoring.md, "What always holds"), on made-up forms and on our own three."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.encoding import encode_answers
from scoring.judgement import Judgement
from scoring.portfolio.portfolio import Compared, FormBatch, judge_portfolio
from scoring.portfolio.waves import waves
from scoring.rules import STATUSES
from scoring.shortest_way import Why, shortest_way_to
from scoring.vocabulary import OPEN, Verdict
from scoring.what_if import chain
from scoring.yardstick import yardstick
from tests.scoring import builders, oracle, oracle_clock, real
from tests.scoring.builders import Case, judged, plain, same
from tests.scoring.real import reaching, real_cases
from tests.scoring.rows import circumstances, day_number, together
from tests.scoring.strategies import GO_LIVE, cases, questions, tried, values

RANK = {v: n for n, v in enumerate(Verdict)}
ANY = cases(dated=True, aging=True) | real_cases()
DAYS = range(-30, 801)


@tried(40)
@given(real_cases())
def test_our_own_questionnaires_are_judged_as_the_naive_judgement_says(case: Case) -> None:
    same(plain(judged(case)), oracle.judge(case))


@tried(150)
@given(ANY)
def test_not_ready_is_when_the_earliest_go_live_is_later_and_the_decider_is_the_gravest_reason(case: Case) -> None:
    found = judged(case)
    assert found.earliest
    assert found.go_live
    later = found.earliest.date > found.go_live
    if found.verdict is Verdict.UNDECIDED:
        return
    assert (found.verdict is Verdict.NOT_READY) is later
    if later:
        assert found.reasons[0].questions[0] == found.earliest.decided_by == found.failing[0]


@tried(120)
@given(ANY)
def test_the_verdict_the_chain_the_ways_and_the_wave_give_the_same_day(case: Case) -> None:
    found = judged(case)
    assert found.earliest
    assert found.go_live
    links = chain(found, case.actions)
    assert max([found.go_live, *(link.allows for link in links)]) == found.earliest.date
    if found.earliest.decided_by:
        assert links[0].question.id == found.earliest.decided_by
    allows = {link.question.id: link.allows for link in links}
    reserve = {id_: one.reserve_days for id_, one in found.questions.items()}
    assert all(day == found.go_live - timedelta(days=reserve[id_] or 0) for id_, day in allows.items())
    for target in (Verdict.BEHIND, Verdict.CONDITIONAL):
        way = shortest_way_to(found, target, form=builders.form(case))
        stops = [step for step in way.steps if step.why is Why.HARD_STOP] if way else []
        days = [step.finish + timedelta(days=step.question.margin) for step in stops]
        assert days == [allows[step.question.id] for step in stops]
        if way and found.verdict is Verdict.NOT_READY:
            assert max(days) == found.earliest.date
    (wave,) = waves([compared(case)])
    assert wave.earliest == (found.earliest.date if found.enough else found.go_live)


def compared(case: Case) -> Compared:
    """The case as one of many."""
    laid_out = yardstick(builders.form(case))
    go_live, as_of = (np.array([day_number(day)]) for day in (case.go_live, case.as_of))
    encoded = encode_answers(laid_out, [builders.answers(case)])
    laid = FormBatch(laid_out, encoded, np.array([0]), go_live, as_of, circumstances(laid_out, [case]))
    return judge_portfolio(["k"], [laid]).rows()[0]


@tried(120)
@given(cases(dated=True, followed=True) | real_cases(), st.booleans())
def test_moved_to_its_earliest_day_the_go_live_is_its_own_earliest(case: Case, waived: bool) -> None:
    lasting = [{**waiver, "expires": GO_LIVE + timedelta(days=4000)} for waiver in case.waivers]
    held = replace(case, waivers=lasting if waived else [])
    first = judged(held).earliest
    assert first
    moved = judged(replace(held, go_live=first.date))
    assert moved.earliest
    assert moved.earliest.date == first.date
    assert moved.verdict is not Verdict.NOT_READY
    assume(first.date > GO_LIVE)
    before = judged(replace(held, go_live=first.date - timedelta(days=1)))
    assert before.earliest
    assert before.earliest.date >= first.date


# One who moves evenly.


def even(specs: dict[str, Any], left: int) -> Case:
    """All of them moved evenly, with a plan for the next step of what is answered in whole levels."""
    as_of = GO_LIVE - timedelta(days=left)
    answers = {id_: reaching(spec, oracle.moved_evenly(spec, left), as_of, left) for id_, spec in specs.items()}
    whole = {id_: spec for id_, spec in specs.items() if spec["kind"] in ("level", "yes_no")}
    return Case(specs, answers, GO_LIVE, as_of, actions=planned(whole, left))


def planned(specs: dict[str, Any], left: int) -> dict[str, Any]:
    """An open action on the day of the next step."""
    coming = {id_: [days for days in spec["expected"] if days < left] for id_, spec in specs.items()}
    return {id_: GO_LIVE - timedelta(days=max(days)) for id_, days in coming.items() if days}


def just_enough(specs: dict[str, Any], left: int) -> Case:
    """What is expected and no more, and each next step planned to its day; of a date nothing but the plan."""
    as_of = GO_LIVE - timedelta(days=left)
    kept = {id_: spec for id_, spec in specs.items() if spec["kind"] != "date"}
    dates = {id_: spec for id_, spec in specs.items() if spec["kind"] == "date"}
    answers = {id_: reaching(spec, in_force(spec, left), as_of, left) for id_, spec in kept.items()}
    due = {id_: reaching(spec, 1.0, as_of, left) for id_, spec in dates.items() if left <= max(spec["expected"])}
    return Case(specs, answers | due, GO_LIVE, as_of, actions=planned(specs, left))


def in_force(spec: dict[str, Any], left: int) -> float:
    marks = oracle_clock.steps(spec)
    return max((reach for days, reach in marks.items() if days >= left), default=0.0)


def nothing_is_open(found: Judgement) -> None:
    assert [id_ for id_, one in found.questions.items() if one.status in OPEN] == [], found.days_left
    assert found.failing == ()


@pytest.mark.parametrize("moved", [even, just_enough])
@pytest.mark.parametrize("customer_type", real.customer_types())
def test_who_follows_our_own_questionnaire_is_never_at_risk_nor_late_on_any_day(customer_type: str, moved: Any) -> None:
    specs = real.questions(customer_type)
    held = [moved(specs, left) for left in DAYS]
    found = together(yardstick(builders.form(held[0])), held)
    late = np.isin(found.status, [STATUSES.index(status) for status in OPEN]) | found.failed
    days, columns = np.nonzero(late)
    ids = list(specs)
    assert sorted({(ids[column], DAYS[day]) for day, column in zip(days.tolist(), columns.tolist(), strict=True)}) == []


@tried(120)
@given(
    st.lists(questions(followed=True), min_size=1, max_size=4),
    st.integers(-30, 800),
    st.sampled_from([even, just_enough]),
)
def test_who_follows_a_form_that_leaves_time_for_the_work_is_never_at_risk(
    asked: list[Any], left: int, moved: Any
) -> None:
    nothing_is_open(judged(moved({f"Q{n}": spec for n, spec in enumerate(asked)}, left)))


# Better answers and earlier plans.


def not_worse(before: Judgement, after: Judgement) -> None:
    assert before.verdict is not None
    assert after.verdict is not None
    assert before.earliest
    assert after.earliest
    assert RANK[after.verdict] >= RANK[before.verdict]
    assert after.earliest.date <= before.earliest.date
    for id_, old in before.questions.items():
        new = after.questions[id_]
        assert _none_is_far(new.slack_days) >= _none_is_far(old.slack_days)
        assert _none_is_far(new.reserve_days) >= _none_is_far(old.reserve_days)
        assert old.status in OPEN or new.status not in OPEN


def _none_is_far(days: int | None) -> int:
    return 10**6 if days is None else days


def reached(case: Case, id_: str) -> tuple[float, float, int]:
    """How far an answer has come: what counts, what is done, and less the days that are left."""
    row = oracle_clock.row_of(case, id_)
    return row["attainment"], row["done"], -oracle_clock.until_done(case, id_)


@st.composite
def improved(draw: st.DrawFn) -> tuple[Case, Case]:
    """A case where everything is answered, and the same with one answer at least as good in every way."""
    case = draw(cases(dated=True, all_answered=True))
    case = replace(case, waivers=[])
    id_ = draw(st.sampled_from(sorted(case.questions)))
    other = replace(case, answers={**case.answers, id_: draw(values(case.questions[id_], case.as_of))})
    was, is_ = reached(case, id_), reached(other, id_)
    better = all(new >= old for old, new in zip(was, is_, strict=True))
    return (case, other) if better else (other, case)


@tried(300)
@given(improved())
def test_a_better_answer_worsens_nothing(pair: tuple[Case, Case]) -> None:
    not_worse(judged(pair[0]), judged(pair[1]))


@tried(40)
@given(real_cases(waived=False), st.data())
def test_nor_does_it_in_our_own_questionnaires(case: Case, data: st.DataObject) -> None:
    before = judged(case)
    open_ = [id_ for id_, one in before.questions.items() if one.status in OPEN and one.attainment is not None]
    assume(open_)
    id_ = data.draw(st.sampled_from(sorted(open_)))
    spec, left = case.questions[id_], (GO_LIVE - case.as_of).days
    full = reaching(spec, 1.0, case.as_of, max(left, 0)) if spec["kind"] != "date" else case.as_of - timedelta(days=900)
    not_worse(before, judged(replace(case, answers={**case.answers, id_: full})))


@tried(150)
@given(ANY, st.data())
def test_an_earlier_action_worsens_nothing(case: Case, data: st.DataObject) -> None:
    id_ = data.draw(st.sampled_from(sorted(case.questions)))
    late = data.draw(st.integers(0, 400))
    early = data.draw(st.integers(0, late))
    late_one, early_one = (
        replace(case, actions={**case.actions, id_: case.as_of + timedelta(days=days)}) for days in (late, early)
    )
    not_worse(judged(late_one), judged(early_one))


@tried(60)
@given(ANY, st.data())
def test_an_overdue_action_is_no_plan(case: Case, data: st.DataObject) -> None:
    id_ = data.draw(st.sampled_from(sorted(case.questions)))
    past = case.as_of - timedelta(days=data.draw(st.integers(1, 400)))
    without = {other: day for other, day in case.actions.items() if other != id_}
    overdue = judged(replace(case, actions={**without, id_: past}))
    assert plain(overdue) == plain(judged(replace(case, actions=without)))
