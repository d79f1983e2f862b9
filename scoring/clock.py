"""The one clock: what work is left, when it must begin, and what time there is before each step. For many at once.

Every date and verdict rests on this arithmetic (design section 3); the formulas are `scoring.formulas`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring import formulas
from scoring.encoding import Sheet
from scoring.formulas import TOLERANCE, Floats
from scoring.yardstick import Yardstick

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """(responses, questions) each, in days. work_left: to the requirement.

    slack: the least of the coming steps that are not reached, inf where there is none. start: from `as_of` to when the
    work of that step must begin.
    """

    work_left: Floats
    slack: Floats
    start: Floats


def clock(
    yardstick: Yardstick, sheet: Sheet, done: Floats, go_live: Floats, as_of: Floats, planned: Floats | None
) -> Times:
    """The times of each response. done: attainments, nan where there is none. go_live, as_of: (responses, 1) day numbers.

    planned: day numbers of open actions, nan where there is none; a day that is past is no plan.
    """
    reached = np.where(np.isnan(done), 0.0, done)
    days_left = go_live - as_of
    least = np.full(done.shape, np.inf)
    for days, mark in zip(yardstick.step_days, yardstick.step_attainment, strict=True):
        work = formulas.usual_work(yardstick.lead_days, mark - reached)
        coming = (days < days_left) & (work > 0)
        np.minimum(least, formulas.slack(days_left, days, work), out=least, where=coming)
    # The last row of steps is the requirement of every question, so `work` is what is left in all.
    times = Times(work, least, least)
    cells, until = _with_a_day(yardstick, sheet, as_of, planned)
    return _on_days(yardstick, times, reached, days_left, cells, until) if cells.size else times


def _with_a_day(yardstick: Yardstick, sheet: Sheet, as_of: Floats, planned: Floats | None) -> tuple[Places, Floats]:
    """Where the day a question is done is known, as flat places, and in how many days that is.

    Of a date it is the day that was answered; else that of the action.
    """
    day = np.full(sheet.values.shape, np.nan) if planned is None else np.where(planned >= as_of, planned, np.nan)
    dates = yardstick.is_date
    if dates.any():
        answered = np.where(sheet.applicable[:, dates], sheet.values[:, dates], np.nan)
        day[:, dates] = np.where(np.isnan(answered) | (answered < 0), day[:, dates], answered)
    cells = np.flatnonzero(~np.isnan(day))
    return cells, (day - as_of).take(cells)


def _on_days(
    yardstick: Yardstick, usual: Times, reached: Floats, days_left: Floats, cells: Places, until: Floats
) -> Times:
    """The times where the work is done on a day that is known: evenly until then, a date all at once."""
    row, column = np.divmod(cells, reached.shape[1])
    at, left, date = reached.take(cells), days_left[row, 0], yardstick.is_date[column]
    least, start = np.full(cells.shape, np.inf), np.full(cells.shape, np.inf)
    for days, mark in zip(yardstick.step_days[:, column], yardstick.step_attainment[:, column], strict=True):
        short = mark - at
        work = np.where(date, until, formulas.planned_work(until, short, 1.0 - at))
        begin = left - days - formulas.usual_work(yardstick.lead_days[column], short)
        found = np.where((days < left) & (short > TOLERANCE), formulas.slack(left, days, work), np.inf)
        start = np.where(found < least, begin, start)
        least = np.minimum(found, least)
    work = np.where(date, until, np.where(at < 1.0 - TOLERANCE, until, 0.0))
    return Times(
        *(_put(old, cells, new) for old, new in ((usual.work_left, work), (usual.slack, least), (usual.start, start)))
    )


def _put(old: Floats, cells: Places, new: Floats) -> Floats:
    made = old.copy()
    made.put(cells, new)
    return made
