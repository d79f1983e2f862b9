"""The one clock: what work is left, when it must begin, and what time there is before each step. For many at once.

Every date and verdict rests on this arithmetic (design section 3); the formulas are `scoring.formulas`.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from scoring import formulas
from scoring.encoding import NONE_YET_DONE, EncodedAnswers
from scoring.formulas import TOLERANCE, Floats, Places
from scoring.yardstick import Yardstick


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
    yardstick: Yardstick, encoded: EncodedAnswers, done: Floats, go_live: Floats, as_of: Floats, planned: Floats | None
) -> Times:
    """The times of each response. done: attainments, nan where there is none. go_live, as_of: (responses, 1) day numbers.

    planned: day numbers of open actions, nan where there is none; a day that is past is no plan.
    """
    # Of what does not apply nothing is left, as of what has not fallen due yet.
    reached = np.fmax(done, formulas.either(encoded.applicable, 0.0, NONE_YET_DONE))
    days_left = go_live - as_of
    work = formulas.usual_work(yardstick.lead_days, 1.0 - reached)
    least = formulas.least_slack(days_left, _reach(yardstick, reached, days_left), yardstick.lead_days, reached)
    times = Times(work, least, least if planned is None and not yardstick.is_date.any() else least.copy())
    if yardstick.is_date.any():
        _dates(yardstick, times, encoded, reached, days_left, as_of, planned)
    if planned is not None:
        _with_a_plan(yardstick, times, reached, days_left, planned - as_of)
    return times


def _reach(yardstick: Yardstick, reached: Floats, days_left: Floats) -> Floats:
    """`Yardstick.reach` of the first step that is both to come and not reached."""
    coming = yardstick.coming.take(yardstick.turns.searchsorted(days_left[:, 0]), axis=0)
    first = np.maximum(coming, formulas.steps_reached(reached, yardstick.step_attainment))
    return formulas.in_rows(yardstick.reach, first)


def _dates(
    yardstick: Yardstick,
    times: Times,
    encoded: EncodedAnswers,
    reached: Floats,
    days_left: Floats,
    as_of: Floats,
    planned: Floats | None,
) -> None:
    """Put in the times of the dates: done on the day answered, else that of the action, else after the usual work."""
    dates = np.flatnonzero(yardstick.is_date)
    said = encoded.values[:, dates]
    until = said - as_of + formulas.either(encoded.applicable[:, dates] & (said >= 0), 0.0, np.nan)
    if planned is not None:
        plan = planned[:, dates] - as_of
        until = np.where(np.isnan(until) & (plan >= 0), plan, until)
    done = reached[:, dates]
    usual = yardstick.lead_days[dates] + formulas.either(np.isnan(until), 0.0, -np.inf)
    work = np.fmax(until, usual) * (done != NONE_YET_DONE)
    least, start = _least(yardstick, dates, done, days_left, lambda _: work)
    times.work_left[:, dates], times.slack[:, dates], times.start[:, dates] = work, least, start


def _with_a_plan(yardstick: Yardstick, times: Times, reached: Floats, days_left: Floats, until: Floats) -> None:
    """Put in the times where an action has a day that is not past: the work is spread evenly until then."""
    cells = np.flatnonzero((until >= 0) & ~yardstick.is_date)
    row, column = np.divmod(cells, reached.shape[1])
    at, days = reached.take(cells), until.take(cells)
    least, start = _least(
        yardstick, column, at, days_left[row, 0], lambda short: formulas.planned_work(days, short, 1.0 - at)
    )
    times.work_left.put(cells, np.where(at < 1.0 - TOLERANCE, days, 0.0))
    times.slack.put(cells, least)
    times.start.put(cells, start)


def _least(
    yardstick: Yardstick, column: Places, at: Floats, left: Floats, work: Callable[[Floats], Floats]
) -> tuple[Floats, Floats]:
    """The least slack, and the days until the usual work for that step must begin. work: what a step takes, told how far."""
    least, start = np.full(at.shape, np.inf), np.full(at.shape, np.inf)
    for days, mark in zip(yardstick.step_days[:, column], yardstick.step_attainment[:, column], strict=True):
        if not np.isfinite(days).any():
            continue
        short = mark - at
        begin = formulas.slack(left, days, formulas.usual_work(yardstick.lead_days[column], short))
        counts = formulas.either((days < left) & (short > TOLERANCE), -np.inf, np.inf)
        found = np.fmax(formulas.slack(left, days, work(short)), counts)
        start = np.where(found < least, begin, start)
        least = np.minimum(found, least)
    return least, start
