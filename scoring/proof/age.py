"""How old answers are: which of them nobody has stood by for too long, and which of those count as no answer any more.

An answer whose day is not known is taken as fresh. After the go-live no answer gets older.
"""

import numpy as np

from scoring.encoding import EncodedAnswers
from scoring.formulas import Flags, Floats
from scoring.yardstick import Yardstick


def stale(yardstick: Yardstick, encoded: EncodedAnswers, go_live: Floats, as_of: Floats) -> Flags:
    """(responses, questions): answers that are older than they may be. go_live, as_of: (responses, 1) day numbers."""
    if encoded.confirmed is None or not yardstick.ages:
        return np.zeros(encoded.applicable.shape, bool)
    # Without a go-live the last day is today.
    last = np.fmin(as_of, go_live).astype(np.float32)
    old = last - encoded.confirmed > _allowed(yardstick, go_live - as_of)
    found: Flags = old & encoded.applicable & ~np.isnan(encoded.values)
    return found


def _allowed(yardstick: Yardstick, days_left: Floats) -> Floats:
    """(responses, questions) or (responses, 1): how many days old each answer may be."""
    method = yardstick.form.freshness
    usual = np.inf if method is None else np.where(days_left <= method.near_from, method.near, method.usual)
    own = yardstick.fresh_days
    return np.asarray(usual) if np.isnan(own).all() else np.where(np.isnan(own), usual, own)


def lapsed(yardstick: Yardstick, old: Flags, days_left: Floats) -> Flags:
    """(responses, questions): hard stops whose answer is too old, so near the go-live that it counts as none.

    old: as `stale` says. days_left: (responses, 1).
    """
    method = yardstick.form.freshness
    if method is None:
        return np.zeros_like(old)
    found: Flags = old & yardstick.hard_stop & (days_left <= method.stops_from)
    return found
