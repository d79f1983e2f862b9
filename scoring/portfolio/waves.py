"""Customers that start on the same day: the weakest of them, the hard stops across, and the day the whole wave can start."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scoring.portfolio.portfolio import Compared
from scoring.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class Wave:
    """keys: who is in it. weakest: the verdict of `weakest_keys`. stops: topic -> who has a hard stop there that fails,
    the topic with the most first. earliest: the first day all of those can start of whom enough is known; decided_by:
    the customer and the question that decide it, `None` when the planned day stands. unknown: the others.
    """

    go_live: date
    keys: tuple[str, ...]
    weakest: Verdict
    weakest_keys: tuple[str, ...]
    stops: dict[str, tuple[str, ...]]
    earliest: date
    decided_by: tuple[str, str] | None
    unknown: tuple[str, ...]


def waves(compared: Iterable[Compared]) -> list[Wave]:
    """Every go-live day with those who start then, the first day first. Who has no day is in none."""
    days: dict[date, list[Compared]] = defaultdict(list)
    for each in compared:
        if each.go_live is not None:
            days[each.go_live].append(each)
    return [_wave(day, days[day]) for day in sorted(days)]


def _wave(day: date, held: list[Compared]) -> Wave:
    verdicts = {each.key: each.verdict for each in held if each.verdict is not None}
    weakest = min(verdicts.values(), key=list(Verdict).index)
    known = [(each.earliest, each.key) for each in held if each.earliest and each.enough]
    earliest, key = max(known, key=lambda found: found[0].date, default=(None, ""))
    return Wave(
        go_live=day,
        keys=tuple(each.key for each in held),
        weakest=weakest,
        weakest_keys=tuple(key for key, verdict in verdicts.items() if verdict is weakest),
        stops=_stops(held),
        earliest=earliest.date if earliest else day,
        decided_by=(key, earliest.decided_by) if earliest and earliest.decided_by else None,
        unknown=tuple(each.key for each in held if not each.enough),
    )


def _stops(held: Iterable[Compared]) -> dict[str, tuple[str, ...]]:
    failing: dict[str, list[str]] = defaultdict(list)
    for each in held:
        for topic in each.failed_topics:
            failing[topic].append(each.key)
    ordered = sorted(failing.items(), key=lambda item: (-len(item[1]), item[0]))
    return {topic: tuple(keys) for topic, keys in ordered}
