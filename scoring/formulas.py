"""The formulas of the judgement, one small function each, for numbers and for numpy arrays alike.

They check nothing; the caller checks and names the result. Source: docs/scoring.md.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]
# Whole days, in half the room; a sum or difference of them is exact.
Days = NDArray[np.float32]
Number = TypeVar("Number", bound=np.generic)
# Which step of a question: there are few.
Steps = NDArray[np.int8]

TOLERANCE = 1e-9
# In days.
A_MOMENT = 1e-2
MOST_IN_A_BYTE = 255


def attainment(value: Floats, requirement: Floats, zero: Floats) -> Floats:
    """How far `value` reaches from `zero` (0, or the worst of a number) towards `requirement`: 0..1.

    `(v - zero) / (r - zero)`, held within 0 and 1. For every kind but a number `zero` is 0, which makes it `v / r`.
    A missing value (nan) gives nan.
    """
    reached: Floats = np.asarray(value - zero, np.float64)
    # In place, here as below: what a fresh array costs is more than what is done to it.
    reached /= requirement - zero
    return reached.clip(0.0, 1.0, out=reached)


def reaches(value: Floats, mark: Floats | float) -> Flags:
    """Whether `value` is at least `mark`, within the tolerance; nan reaches nothing."""
    return value >= mark - TOLERANCE


def steps_reached(value: Floats, marks: Floats) -> Steps:
    """How many steps each value reaches. marks: (steps, questions), no step asks for less than the one before it."""
    found = np.zeros(value.shape, np.int8)
    for mark in marks:
        found += reaches(value, mark)
    return found


def in_rows(table: NDArray[Number], rows: NDArray[Any]) -> NDArray[Number]:
    """`table[row, column]` for the row of each column. rows: (responses, columns)."""
    places = rows.astype(np.int32)
    places *= table.shape[1]
    places += np.arange(table.shape[1], dtype=np.int32)
    # `take` itself makes half-width places whole ten times as slowly.
    found: NDArray[Number] = table.take(places.astype(np.intp))
    return found


def whole_days(days: Floats) -> Days:
    """Rounded up to whole days. `days` is used up."""
    days -= TOLERANCE
    return np.ceil(days, out=days).astype(np.float32)


def count(flags: Flags) -> NDArray[np.int16]:
    """How many hold in each row."""
    # Bytes added to bytes: three times as fast as a sum that makes each of them wider first.
    bytes_do = flags.shape[1] <= MOST_IN_A_BYTE
    held: Places = np.einsum("ij->i", flags.view(np.uint8)) if bytes_do else flags.sum(axis=1)
    return held.astype(np.int16)


def step_in_force(step_days: Floats, step_values: Floats, days_left: Floats) -> Floats:
    """The value of the step with the smallest number of days that is `>= days_left`, 0 when there is none.

    step_days, step_values: (steps, questions), earliest step first, absent steps with -inf days.
    days_left: (responses, 1). Returns (responses, questions).
    """
    expected = np.zeros((days_left.shape[0], step_days.shape[1]))
    for days, values in zip(step_days, step_values, strict=True):
        expected = np.where(days >= days_left, values, expected)
    return expected


def days_before(day: Floats, go_live: Floats, as_of: Floats) -> Floats:
    """How many days before the go-live `day` is; 0 while it is after `as_of`. All as day numbers."""
    return np.where(day > as_of, 0.0, go_live - day)


def ratio(part: Floats, whole: Floats) -> Floats:
    """`part / whole`, nan where there is nothing to divide by."""
    return part / some(whole)


def some(whole: Floats) -> Floats:
    """What can be divided by: nan where there is nothing."""
    return np.where(whole > 0, whole, np.nan)


def usual_work(lead_days: Floats, short_of: Floats) -> Days:
    """Days the usual work takes for what is left, `max(1, ceil(L · (a - A)))`, 0 where nothing is left.

    lead_days: days from nothing to the requirement. short_of: attainment of the step less that of the answer, where it is more.
    """
    days = whole_days(least_lead(lead_days) * short_of)
    return days.clip(0.0, np.inf, out=days)


def least_lead(lead_days: Floats) -> Floats:
    """Lead days, at least a moment: whatever is left takes a day."""
    return np.maximum(lead_days, A_MOMENT)


def planned_work(days_until: Floats, short_of: Floats, left: Floats) -> Days:
    """Days to a step for work that is spread evenly until a day: `ceil((P - as_of) · (a - A) / (1 - A))`.

    days_until: days from `as_of` to the day of the action. left: what is left to the requirement, `1 - A`.
    """
    share = np.clip(short_of, 0.0, None) / np.maximum(left, TOLERANCE)
    return whole_days(days_until * share)


def least_slack(days_left: Days, reach: Floats, lead_days: Floats, reached: Floats) -> Days:
    """The least slack over several steps at once, of the usual work: `days_left - ceil(max(k + L · a) - L · A)`.

    reach: `max(k + L · a)` over the steps that are to come and not reached; -inf where there is none, which gives inf.
    The same as the least of `slack`, since all days are whole and `L · A` is common to all steps. `reach` is used up.
    """
    reach -= least_lead(lead_days) * reached
    return days_left - whole_days(reach)


def slack(days_left: Days, step_days: Days, work: Days) -> Days:
    """Days between when a step is usually reached and when it is due: `(go_live - k) - (as_of + work)`.

    With the margin of a hard stop in place of `step_days`, and the work to the requirement, it is the reserve.
    """
    left: Days = days_left - step_days
    left -= work
    return left


def planned_attainment(days: Floats, step_days: Sequence[float], reached: Sequence[float], lead_days: float) -> Floats:
    """What one who moves evenly has reached with so many days left: 0 until `k_1 + L · a_1`, then straight to each step.

    days: whole days before the go-live. step_days, reached: the steps of one question, the earliest first, and their
    attainments. Source: earned schedule (Lipke 2003), docs/scoring.md.
    """
    corners = [step_days[0] + max(lead_days * reached[0], TOLERANCE), *step_days]
    return np.interp(-days, [-day for day in corners], [0.0, *reached])


def day_on_plan(day: NDArray[np.intp], before: Floats, on: Floats, reached: Floats) -> Floats:
    """The least number of days left at which a falling curve equals what is reached, linear between whole days.

    day: the least whole number of days left at which the curve is not above it. before, on: the curve with one day less, and
    with so many. All of one shape.
    """
    part = (before - reached) / np.maximum(before - on, TOLERANCE)
    found: Floats = np.where(day == 0, 0.0, day - 1 + np.clip(part, 0.0, 1.0))
    return found
