"""The formulas of the judgement, one small function each, for numbers and for numpy arrays alike.

They check nothing; the caller checks and names the result. Source: docs/scoring.md.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

TOLERANCE = 1e-9


def attainment(value: Floats, requirement: Floats, zero: Floats) -> Floats:
    """How far `value` reaches from `zero` (0, or the worst of a number) towards `requirement`: 0..1.

    `(v - zero) / (r - zero)`, held within 0 and 1. For every kind but a number `zero` is 0, which makes it `v / r`.
    A missing value (nan) gives nan.
    """
    return np.minimum(np.maximum((value - zero) / (requirement - zero), 0.0), 1.0)


def reaches(value: Floats, mark: Floats | float) -> Flags:
    """Whether `value` is at least `mark`, within the tolerance; nan reaches nothing."""
    return value >= mark - TOLERANCE


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
    return part / np.where(whole > 0, whole, np.nan)


def earliest_finish(answered: Floats, planned: Floats, as_of: Floats, lead_days: Floats) -> Floats:
    """The day a question is done: the date answered, else the date of its action, else `as_of + lead_days`.

    All as day numbers; nan where not known.
    """
    return np.where(np.isnan(answered), np.where(np.isnan(planned), as_of + lead_days, planned), answered)
