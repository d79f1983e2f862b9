"""What responses are measured against: a form laid out as arrays, one column per question, made once per form."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.formulas import (
    TOLERANCE,
    Days,
    Flags,
    Floats,
    Places,
    Steps,
    attainment,
    least_lead,
    planned_attainment,
    step_in_force,
)
from scoring.questionnaire import DateQuestion, Form, LevelQuestion, Question, Questionnaire, YesNoQuestion
from scoring.vocabulary import Area

OVERALL = "overall"
OVERALL_COLUMN = 0
# Up to here every whole number has its own 32 bits.
WHOLE_IN_HALF = 2**24


def short_form(form: Form) -> Form | None:
    """The form with the questions of the short version alone; None where it has none."""
    asked = tuple(question for question in form.questionnaire.questions if question.core)
    if not asked:
        return None
    factors = {question.topic: form.factors[question.topic] for question in asked}
    # Made anew and not copied: what a form has worked out of itself is of all its questions.
    whole = form.questionnaire
    fields = {name: getattr(whole, name) for name in Questionnaire.model_fields}
    short = Questionnaire(**fields | {"questions": asked})
    about = {name: getattr(form, name) for name in Form.model_fields}
    return Form(**about | {"questionnaire": short, "factors": factors})


@dataclass(frozen=True, eq=False)
class Yardstick:
    """Arrays over the questions of a form, in its order.

    requirement, zero, weight, lead_days, last_step: (questions,), in the question's unit or in days.
    step_days, step_attainment: (steps, questions), the earliest step first; absent steps have -inf days.
    turns: (turns,) the days of all steps, rising; what is expected changes nowhere else.
    expected, due: (turns + 1, questions), the attainment of the step in force up to each turn, 0 when there is none,
    and whether there is one; the last row is before every step.
    reach: (steps + 1, questions), the most of `k + L · a` over a step and those after it; -inf after the last.
    coming: (turns + 1, questions), the row in `reach` of the first step that is still to come up to each turn.
    hard_stop, is_date, waivable: (questions,) flags. carried: those that HPAS answers. margin: (questions,) days, of hard stops.
    proves_on_stable: (questions,) flags, those that prove nothing on a moving solution; of_test: those about testing.
    before_last: (questions,) the attainment of the step before the last, 0 where there is one alone.
    not_before: (questions,) days, inf where every answer counts. fresh_days: (questions,) days, nan where the form says it
    for all. live_from: (questions,) days before the go-live on which
    the first work must begin.
    groups: (questions, groups) of 0 and 1; the columns are `group_names`: overall, the factors, the areas.
    """

    form: Form
    questions: tuple[Question, ...]
    requirement: Floats
    zero: Floats
    weight: Floats
    lead_days: Floats
    last_step: Floats
    step_days: Floats
    step_attainment: Floats
    turns: Floats
    expected: Floats
    due: Flags
    reach: Floats
    coming: Steps
    hard_stop: Flags
    is_date: Flags
    waivable: Flags
    carried: Flags
    margin: Days
    proves_on_stable: Flags
    of_test: Flags
    before_last: Floats
    not_before: Floats
    fresh_days: Floats
    live_from: Floats
    group_names: tuple[str, ...]
    groups: Floats

    @property
    def factors(self) -> tuple[str, ...]:
        return self.group_names[1 : -len(Area)]

    @cached_property
    def plan(self) -> Floats:
        """(questions, days): what one who moves evenly has reached with 0, 1, 2 … days left, to where nothing is begun.

        Of what is answered in whole levels, rounded down to what can be answered.
        """
        days = np.arange(int(np.ceil(self.live_from.max())) + 2, dtype=np.float64)
        return np.array([_planned(q, days, self.step_attainment[:, n]) for n, q in enumerate(self.questions)])

    @cached_property
    def plan_by_day(self) -> Floats:
        """(days, questions): `plan`, with all of a day side by side."""
        return np.ascontiguousarray(self.plan.T)

    @cached_property
    def takes_none_yet(self) -> bool:
        """Whether any question takes the answer that nothing has fallen due yet."""
        return any(question.none_yet is not None for question in self.questions)

    @cached_property
    def ages(self) -> bool:
        """Whether any answer can become too old."""
        return self.form.freshness is not None or not np.isnan(self.fresh_days).all()

    @cached_property
    def takes_all(self) -> bool:
        """Whether every answer counts whenever it is given, and says how much is done."""
        return not self.takes_none_yet and bool(np.isinf(self.not_before).all())

    @cached_property
    def dates(self) -> Places:
        """The columns of the questions that are answered with a day."""
        return np.flatnonzero(self.is_date)

    @cached_property
    def stops(self) -> Places:
        """The columns of the hard stops; the first column where there is none, for it has no reserve either."""
        return np.flatnonzero(self.hard_stop) if self.hard_stop.any() else np.zeros(1, np.intp)

    @cached_property
    def nothing(self) -> Floats:
        """(questions,): zeros, which numpy puts beside a whole array faster than a single 0."""
        return np.zeros(len(self.questions))

    @cached_property
    def step_days_after(self) -> Days:
        """(steps + 1, questions): `step_days`, and after the last step -inf, as in `reach`."""
        return np.vstack([self.step_days, np.full(len(self.questions), -np.inf)]).astype(np.float32)

    @cached_property
    def reached_after(self) -> Floats:
        """(steps + 1, questions): `step_attainment`, and after the last step 0, where nothing is asked."""
        return np.vstack([self.step_attainment, self.nothing])

    @cached_property
    def step_days_due(self) -> NDArray[np.int32]:
        """The same with 0 where there is no step."""
        return np.maximum(self.step_days_after, 0).astype(np.int32)

    @cached_property
    def weights(self) -> Floats:
        """(questions, groups): the weight of each question in each group."""
        return self.weight[:, None] * self.groups

    @cached_property
    def both_weights(self) -> NDArray[Any]:
        """(questions, 2 · groups): the same, and then 1 in place of the weight. Whole weights add up exactly in half the room."""
        both = np.hstack([self.weights, self.groups])
        return both.astype(np.float32) if (both == np.rint(both)).all() and both.sum() < WHOLE_IN_HALF else both

    @cached_property
    def column(self) -> dict[str, int]:
        """Question id -> its column."""
        return {question.id: number for number, question in enumerate(self.questions)}


def yardstick(form: Form) -> Yardstick:
    """Lay the form out as arrays."""
    questions = form.questionnaire.questions
    requirement = _floats([q.requirement for q in questions])
    zero = _floats([q.zero for q in questions])
    step_days, step_values = _steps(questions)
    step_attainment = attainment(step_values, requirement, zero)
    turns = np.unique(step_days[np.isfinite(step_days)])
    phases = np.append(turns, np.inf)[:, None]
    reach = _reach(step_days, step_attainment, _floats([q.lead_days for q in questions]))
    names = (OVERALL, *sorted({form.factors[q.topic] for q in questions}), *(area.value for area in Area))
    return Yardstick(
        form=form,
        questions=questions,
        requirement=requirement,
        zero=zero,
        weight=_floats([q.weight for q in questions]),
        lead_days=_floats([q.lead_days for q in questions]),
        last_step=_floats([q.last_step for q in questions]),
        step_days=step_days,
        step_attainment=step_attainment,
        turns=turns,
        expected=step_in_force(step_days, step_attainment, phases),
        due=step_days[0] >= phases,
        reach=reach,
        # With as many days left as a turn says its step is in force; just above it the step is still to come.
        coming=(step_days[:, None] >= phases).sum(axis=0, dtype=np.int8),
        hard_stop=np.array([q.hard_stop is not None for q in questions]),
        is_date=np.array([isinstance(q, DateQuestion) for q in questions]),
        waivable=np.array([q.waivable for q in questions]),
        carried=np.array([q.from_programme is not None for q in questions]),
        margin=np.array([q.margin for q in questions], np.float32),
        proves_on_stable=np.array([q.proves_on is not None for q in questions]),
        of_test=np.array([Area.TESTING in q.areas for q in questions]),
        before_last=_floats([_before_last(q) for q in questions]),
        not_before=_floats([np.inf if q.not_before is None else q.not_before for q in questions]),
        fresh_days=_floats([np.nan if q.fresh_days is None else q.fresh_days for q in questions]),
        live_from=np.ceil(reach[0] - TOLERANCE),
        group_names=names,
        groups=_floats([[_belongs(form, q, name) for name in names] for q in questions]),
    )


def _before_last(question: Question) -> float:
    *earlier, _last = question.step_attainments.values()
    return earlier[-1] if earlier else 0.0


def _floats(values: object) -> Floats:
    return np.array(values, dtype=np.float64)


def _reach(step_days: Floats, step_attainment: Floats, lead_days: Floats) -> Floats:
    """`Yardstick.reach`: a step asks for work so many days before the go-live, less what the answer has done of it."""
    begin = step_days + least_lead(lead_days) * step_attainment
    after = np.maximum.accumulate(begin[::-1], axis=0)[::-1]
    return np.vstack([after, np.full(lead_days.shape, -np.inf)])


def _planned(question: Question, days: Floats, reached: Floats) -> Floats:
    steps = list(question.steps)
    found = planned_attainment(days, steps, reached[: len(steps)].tolist(), question.lead_days)
    if isinstance(question, (LevelQuestion, YesNoQuestion)):
        return np.floor(found * question.requirement + TOLERANCE) / question.requirement
    return found


def _belongs(form: Form, question: Question, group: str) -> bool:
    return group == OVERALL or group == form.factors[question.topic] or group in question.areas


def _steps(questions: tuple[Question, ...]) -> tuple[Floats, Floats]:
    """Days and values of the steps as (steps, questions), filled up with steps that never come into force."""
    most = max(len(q.steps) for q in questions)
    days = np.full((most, len(questions)), -np.inf)
    values = np.tile(_floats([q.requirement for q in questions]), (most, 1))
    for column, question in enumerate(questions):
        for number, (day, value) in enumerate(question.steps.items()):
            days[number, column], values[number, column] = day, value
    return days, values
