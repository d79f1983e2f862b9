"""Days ahead of the plan (earned schedule): on which day of the plan one stands who has reached what is answered.

The plan is that of one who moves evenly from step to step (`Yardstick.plan`). Source: Lipke 2003, docs/scoring.md.
"""

import numpy as np

from scoring import formulas
from scoring.batch import BLOCK, Judgements
from scoring.formulas import Flags, Floats
from scoring.yardstick import Yardstick


def ahead_days(yardstick: Yardstick, judged: Judgements, days_left: Floats) -> Floats:
    """(responses, groups): days ahead of the plan, negative behind it, over what is answered in each group.

    days_left: (responses,). nan without a go-live, below the coverage threshold, before the plan has begun, and when
    all of it is met.
    """
    known = ~np.isnan(judged.attainment)
    return np.column_stack(
        [
            _of_group(
                yardstick, known, judged.figures.readiness[:, group] / 100, days_left, yardstick.groups[:, group] > 0
            )
            for group in range(len(yardstick.group_names))
        ]
    )


def _of_group(yardstick: Yardstick, known: Flags, reached: Floats, days_left: Floats, asked: Flags) -> Floats:
    found = np.full(days_left.shape, np.nan)
    plan, weight = yardstick.plan[asked], yardstick.weight[asked]
    held = np.flatnonzero((reached < 1 - formulas.TOLERANCE) & ~np.isnan(days_left))
    for rows in np.split(held, range(BLOCK, len(held), BLOCK)):
        weights = known[rows][:, asked] * weight
        curve = (weights / weights.sum(axis=1, keepdims=True)) @ plan
        today = np.clip(days_left[rows], 0, plan.shape[1] - 1).astype(np.intp)
        begun = curve[np.arange(len(rows)), today] > formulas.TOLERANCE
        on_plan = formulas.day_on_plan(curve, reached[rows])
        found[rows] = np.where(begun, days_left[rows] - on_plan, np.nan)
    return found
