"""What responses are measured against: a form laid out as arrays, one column per question, made once per form."""

from dataclasses import dataclass

import numpy as np

from scoring.formulas import Flags, Floats, attainment, step_in_force
from scoring.questionnaire import DateQuestion, Form, Question
from scoring.vocabulary import Area

OVERALL = "overall"


@dataclass(frozen=True, slots=True, eq=False)
class Yardstick:
    """Arrays over the questions of a form, in its order.

    requirement, zero, weight, lead_days, last_step: (questions,), in the question's unit or in days.
    step_days, step_attainment: (steps, questions), the earliest step first; absent steps have -inf days.
    turns: (turns,) the days of all steps, rising; what is expected changes nowhere else.
    expected, due: (turns + 1, questions), the attainment of the step in force up to each turn, 0 when there is none,
    and whether there is one; the last row is before every step.
    hard_stop, is_date: (questions,) flags.
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
    hard_stop: Flags
    is_date: Flags
    group_names: tuple[str, ...]
    groups: Floats

    @property
    def factors(self) -> tuple[str, ...]:
        return self.group_names[1 : -len(Area)]

    @property
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
        hard_stop=np.array([q.hard_stop is not None for q in questions]),
        is_date=np.array([isinstance(q, DateQuestion) for q in questions]),
        group_names=names,
        groups=_floats([[_belongs(form, q, name) for name in names] for q in questions]),
    )


def _floats(values: object) -> Floats:
    return np.array(values, dtype=np.float64)


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
