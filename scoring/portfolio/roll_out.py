"""All go-lives on one line: who starts on each day, how they stand, and what speaks against the day.

It decides no verdict: each customer is judged by itself, and the marks are of the plan for all of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scoring.frozen import RollOutRules
from scoring.portfolio.portfolio import Portfolio
from scoring.rules import NONE, VERDICTS
from scoring.vocabulary import Verdict


class DayMark(StrEnum):
    """What speaks against a go-live day, the gravest first."""

    CLOSED = "closed"
    SAME_WEEK = "same_week"
    TOO_SOON = "too_soon"
    TOO_MANY = "too_many"
    TOO_MANY_BEDS = "too_many_beds"


@dataclass(frozen=True, slots=True)
class RollOutWave:
    """Those who start on one day. places: where they are in the portfolio. failing: hard stops that fail, of all of them.

    days_since: from the go-live before, `None` for the first. closed: the id of the period the day lies in. beds: of those
    of them whose size is said.
    """

    go_live: date
    places: tuple[int, ...]
    verdicts: Mapping[Verdict, int]
    failing: int
    days_since: int | None
    marks: tuple[DayMark, ...]
    closed: str | None
    beds: int = 0

    @property
    def weakest(self) -> Verdict | None:
        return next((verdict for verdict in Verdict if verdict in self.verdicts), None)


def roll_out(judged: Portfolio, rules: RollOutRules | None, beds: Sequence[int | None] = ()) -> list[RollOutWave]:
    """Every go-live day, the first one first. Who has no day is in none. rules: `None` marks nothing.

    beds: how large each of the portfolio is, in its order; empty when nothing is said of any.
    """
    days: dict[date, list[int]] = defaultdict(list)
    for place, (at, left) in enumerate(zip(judged.as_of.tolist(), judged.days_left.tolist(), strict=True)):
        if left == left:
            days[date.fromordinal(int(at)) + timedelta(days=int(left))].append(place)
    found = []
    before = None
    for day, after in _with_next(sorted(days)):
        closed = _closed(day, rules)
        held = sum(beds[place] or 0 for place in days[day]) if beds else 0
        found.append(
            RollOutWave(
                go_live=day,
                places=tuple(days[day]),
                verdicts=_verdicts(judged, days[day]),
                failing=int(judged.failing[days[day]].sum()),
                days_since=None if before is None else (day - before).days,
                marks=_marks(day, before, after, (len(days[day]), held), closed, rules),
                closed=closed,
                beds=held,
            )
        )
        before = day
    return found


def by_month(waves: Iterable[RollOutWave]) -> list[RollOutWave]:
    """The same summed up by month, each on its first day, without marks: for a picture of more days than can be told apart."""
    months: dict[date, list[RollOutWave]] = defaultdict(list)
    for wave in waves:
        months[wave.go_live.replace(day=1)].append(wave)
    return [
        RollOutWave(
            go_live=first,
            places=tuple(place for wave in held for place in wave.places),
            verdicts={verdict: n for verdict in Verdict if (n := sum(wave.verdicts.get(verdict, 0) for wave in held))},
            failing=sum(wave.failing for wave in held),
            days_since=None,
            marks=(),
            closed=None,
            beds=sum(wave.beds for wave in held),
        )
        for first, held in months.items()
    ]


def _with_next(days: list[date]) -> Iterable[tuple[date, date | None]]:
    return zip(days, [*days[1:], None], strict=True)


def _verdicts(judged: Portfolio, places: list[int]) -> dict[Verdict, int]:
    counted = Counter(code for code in judged.verdict[places].tolist() if code != NONE)
    return {verdict: counted[code] for code, verdict in enumerate(VERDICTS) if counted[code]}


def _closed(day: date, rules: RollOutRules | None) -> str | None:
    return next((period.id for period in rules.closed if period.holds(day)), None) if rules else None


def _marks(
    day: date,
    before: date | None,
    after: date | None,
    size: tuple[int, int],
    closed: str | None,
    rules: RollOutRules | None,
) -> tuple[DayMark, ...]:
    if rules is None:
        return ()
    customers, beds = size
    holds = {
        DayMark.CLOSED: closed is not None,
        DayMark.SAME_WEEK: any(each is not None and _week(each) == _week(day) for each in (before, after)),
        DayMark.TOO_SOON: before is not None and (day - before).days < rules.days_between.value,
        DayMark.TOO_MANY: customers > rules.customers_at_once.value,
        DayMark.TOO_MANY_BEDS: rules.beds_at_once is not None and beds > rules.beds_at_once.value,
    }
    return tuple(mark for mark, so in holds.items() if so)


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]
