"""Days ahead of the plan (earned schedule): on which day of the plan one stands who has reached what is answered.

The plan is that of one who moves evenly from step to step (`Yardstick.plan`). Source: Lipke 2003, docs/scoring.md.
"""

import numpy as np
from numpy.typing import NDArray

from scoring import formulas
from scoring.batch import BatchJudgements
from scoring.formulas import Floats
from scoring.proof import age
from scoring.rules import VERDICTS
from scoring.vocabulary import Verdict
from scoring.yardstick import Yardstick

# So many responses at a time stay within the processor's cache.
BLOCK = 64
EVERY = slice(None)
_IN_USE = VERDICTS.index(Verdict.IN_USE)


def ahead_days(
    yardstick: Yardstick,
    judged: BatchJudgements,
    days_left: Floats,
    *,
    rows: NDArray[np.intp] | None = None,
    groups: slice = EVERY,
) -> Floats:
    """(responses, groups): days ahead of the plan, negative behind it, over what is answered in each group.

    What is answered before it proves anything (`not_before`) says nothing of how far one has come, and is left out.
    days_left: (responses,). rows, groups: of some responses, in the order given, and of some groups alone. nan without
    a go-live, below the coverage threshold, before the plan has begun, when all of it is met, and of
    who has started.
    """
    held = np.arange(len(days_left)) if rows is None else rows
    parts = (held[start : start + BLOCK] for start in range(0, len(held), BLOCK))
    found = [_of_some(yardstick, judged, days_left, part, groups) for part in parts]
    return np.concatenate(found) if found else np.empty((0, len(yardstick.group_names[groups])))


def _of_some(
    yardstick: Yardstick, judged: BatchJudgements, days_left: Floats, rows: NDArray[np.intp], groups: slice
) -> Floats:
    attained = judged.attainment[rows]
    left = np.where(judged.verdict[rows] == _IN_USE, np.nan, days_left[rows])[:, None]
    lapsed = age.lapsed(yardstick, judged.stale[rows], left)
    known = (~np.isnan(attained) | lapsed) & (left <= yardstick.not_before)
    weighted = yardstick.weight[:, None] * yardstick.groups[:, groups]
    reached = formulas.ratio(np.where(known, np.fmax(attained, 0.0), 0.0) @ weighted, known @ weighted)
    left = np.broadcast_to(left, reached.shape)
    found = np.full(reached.shape, np.nan)
    sought = (reached < 1 - formulas.TOLERANCE) & ~np.isnan(judged.figures.readiness[rows][:, groups]) & ~np.isnan(left)
    row, group = np.nonzero(sought)
    weights = known[row] * weighted.T[group]
    weights /= weights.sum(axis=1, keepdims=True)
    on_plan, begun = _on_plan(yardstick.plan_by_day, weights, reached[sought], left[sought])
    found[sought] = np.where(begun, left[sought] - on_plan, np.nan)
    return found


def _on_plan(by_day: Floats, weights: Floats, reached: Floats, left: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """The day of the plan each stands on, and whether the plan has begun with so many days left.

    by_day: (days, questions). weights: (cases, questions), each row of sum 1. reached, left: (cases,).
    """
    last = len(by_day) - 1

    def planned(days: NDArray[np.intp]) -> Floats:
        found: Floats = np.einsum("cq,cq->c", weights, by_day[days])
        return found

    begun = planned(np.clip(left, 0, last).astype(np.intp)) > formulas.TOLERANCE
    # What is planned falls with the days left and ends in nothing, so that half of the days fall away at each look.
    day, high = np.zeros(len(reached), dtype=np.intp), np.full(len(reached), last, dtype=np.intp)
    while (day < high).any():
        middle = (day + high) // 2
        above = planned(middle) > reached + formulas.TOLERANCE
        day, high = np.where(above, middle + 1, day), np.where(above, high, middle)
    return formulas.day_on_plan(day, planned(np.maximum(day - 1, 0)), planned(day), reached), begun
