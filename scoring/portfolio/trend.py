"""How one customer has come along: its figures at each time it sent in, on the axis of days left to the go-live."""

from dataclasses import dataclass
from datetime import date

from scoring.portfolio.portfolio import Portfolio
from scoring.rules import NONE, VERDICTS
from scoring.vocabulary import Verdict
from scoring.yardstick import OVERALL


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One time. Points 0..100. `key`: the snapshot, or "" for what is answered today.

    days_left is counted to the go-live as it was planned then; a move of the go-live moves later points only.
    """

    key: str
    as_of: date
    days_left: int
    readiness: float | None
    low: float | None
    high: float | None
    expected: float | None
    verdict: Verdict | None
    ahead_days: float | None


def trend_points(judged: Portfolio) -> list[TrendPoint | None]:
    """Every judged response as a point, in their order; `None` without a go-live, for then it has no place on the axis."""
    column = judged.groups.index(OVERALL)
    figures = [getattr(judged.figures, name)[:, column].tolist() for name in ("readiness", "low", "high", "expected")]
    together = zip(
        judged.keys,
        judged.as_of.tolist(),
        judged.days_left.tolist(),
        judged.verdict.tolist(),
        judged.ahead_overall.tolist(),
        *figures,
        strict=True,
    )
    return [
        TrendPoint(
            key=key,
            as_of=date.fromordinal(int(as_of)),
            days_left=int(days_left),
            readiness=_known(readiness),
            low=_known(low),
            high=_known(high),
            expected=_known(expected),
            verdict=None if verdict == NONE else VERDICTS[verdict],
            ahead_days=_known(ahead),
        )
        if days_left == days_left
        else None
        for key, as_of, days_left, verdict, ahead, readiness, low, high, expected in together
    ]


def _known(value: float) -> float | None:
    return None if value != value else value
