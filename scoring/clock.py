"""The one clock: what work is left, when it must begin, and what time there is before each step. For many at once.

Every date and verdict rests on this arithmetic (design section 3); the formulas are `scoring.formulas`.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring import formulas
from scoring.encoding import NONE_YET_DONE, EncodedAnswers
from scoring.formulas import TOLERANCE, Days, Floats, Places, Steps
from scoring.yardstick import Yardstick


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """(responses, questions) each, in days. steps_reached: how many, by what is done. work_left: to the requirement.

    slack: the least of the coming steps that are not reached, inf where there is none. start: from `as_of` to when the
    work of that step must begin; of a single response, else `None`.
    """

    steps_reached: Steps
    work_left: Days
    slack: Days
    start: Days | None


@dataclass(frozen=True, slots=True)
class EarliestGoLive:
    """The first day every hard stop can be in place; `decided_by` is the question that decides, if any."""

    date: date
    decided_by: str | None


@dataclass(frozen=True, slots=True)
class NextStops:
    """The next day on which steps of hard stops come into force: which, and which of them are not begun."""

    date: date
    questions: tuple[str, ...]
    not_begun: tuple[str, ...]


def clock(
    yardstick: Yardstick,
    encoded: EncodedAnswers,
    done: Floats,
    coming: Steps,
    left: Days,
    as_of: Floats,
    planned: Floats | None,
) -> Times:
    """The times of each response. done: attainments, nan where there is none. coming: the first step that is to come.

    left: (responses, 1) to the go-live, inf without one. as_of: (responses, 1) day numbers. planned: day numbers of open actions, nan where there is
    none; a day that is past is no plan.
    """
    reached = np.fmax(done, yardstick.nothing)
    # Of what does not apply nothing is left, as of what has not fallen due yet.
    reached[~encoded.applicable] = NONE_YET_DONE
    work = formulas.usual_work(yardstick.lead_days, 1.0 - reached)
    steps = formulas.steps_reached(reached, yardstick.step_attainment)
    place = np.maximum(coming, steps)
    least = formulas.least_slack(left, formulas.in_rows(yardstick.reach, place), yardstick.lead_days, reached)
    times = Times(steps, work, least, least.copy() if len(left) == 1 else None)
    if len(yardstick.dates):
        _dates(yardstick, times, encoded, reached, place, left, as_of, planned)
    if planned is not None:
        _with_a_plan(yardstick, times, reached, left, planned - as_of)
    return times


def _dates(
    yardstick: Yardstick,
    times: Times,
    encoded: EncodedAnswers,
    reached: Floats,
    place: Steps,
    left: Days,
    as_of: Floats,
    planned: Floats | None,
) -> None:
    """Put in the times of the dates: done on the day answered, else that of the action, else after the usual work.

    place: the first step that is to come and not reached. Its work is that of every step, so it has the least slack.
    """
    dates = yardstick.dates
    said, done, at = encoded.values[:, dates], reached[:, dates], place[:, dates]
    until = said - as_of
    until[~(encoded.applicable[:, dates] & (said >= 0))] = np.nan
    if planned is not None:
        plan = planned[:, dates] - as_of
        until = np.where(np.isnan(until) & (plan >= 0), plan, until)
    work = np.where(np.isnan(until), yardstick.lead_days[dates], until).astype(np.float32)
    work *= done != NONE_YET_DONE
    days = formulas.in_rows(yardstick.step_days_after[:, dates], at)
    times.work_left[:, dates], times.slack[:, dates] = work, formulas.slack(left, days, work)
    if times.start is not None:
        mark = formulas.in_rows(yardstick.reached_after[:, dates], at)
        times.start[:, dates] = formulas.slack(left, days, formulas.usual_work(yardstick.lead_days[dates], mark - done))


def _with_a_plan(yardstick: Yardstick, times: Times, reached: Floats, left: Days, until: Floats) -> None:
    """Put in the times where an action has a day that is not past: the work is spread evenly until then."""
    cells = np.flatnonzero((until >= 0) & ~yardstick.is_date)
    row, column = np.divmod(cells, reached.shape[1])
    at, days = reached.take(cells), until.take(cells)
    least, start = _least(yardstick, column, at, left[row, 0], days)
    times.work_left.put(cells, np.where(at < 1.0 - TOLERANCE, days, 0.0))
    times.slack.put(cells, least)
    if times.start is not None:
        times.start.put(cells, start)


def _least(yardstick: Yardstick, column: Places, at: Floats, left: Days, until: Floats) -> tuple[Days, Days]:
    """The least slack of work that is spread evenly, and the days until the usual work for that step must begin."""
    least, start = np.full(at.shape, np.inf, np.float32), np.full(at.shape, np.inf, np.float32)
    for days, mark in zip(yardstick.step_days_after[:-1, column], yardstick.step_attainment[:, column], strict=True):
        short = mark - at
        counts = (days < left) & (short > TOLERANCE)
        found = np.where(counts, formulas.slack(left, days, formulas.planned_work(until, short, 1.0 - at)), np.inf)
        begin = formulas.slack(left, days, formulas.usual_work(yardstick.lead_days[column], short))
        start = np.where(found < least, begin, start)
        least = np.minimum(found, least)
    return least, start
