"""Status for the roll-out's steering group: two A4 pages over all customers, as a tagged PDF set by Typst.

However many customers there are, it is two pages: what is too long is cut, and how much more there is stands below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from language import DASH, DAYS, VERDICTS, WAITING_ON, day, listed, number, short_day
from language.reports.portfolio import steering_paper as words
from reports.paper import TONES, set_paper
from reports.portfolio.roll_out_chart import marks_text
from reports.portfolio.shared_roles_chart import week_span
from scoring.frozen import RollOutRules
from scoring.portfolio.roll_out import DayMark, RollOutWave, by_month
from scoring.portfolio.shared_roles import RoleConflict
from scoring.vocabulary import Verdict, WaitingOn

TEMPLATE = Path(__file__).with_name("steering_paper.typ")
# What fits two pages.
MOST_WAVES, MOST_BARS, MOST_WORST, MOST_OWED, MOST_ROLES, MOST_DAYS = 9, 24, 10, 7, 3, 3
LONGEST, LONGEST_MARKS = 48, 60
SOON, FAR = timedelta(days=90), timedelta(days=550)


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """How many have a conclusion today. then: had it by what they had sent in a month ago; since: have it today, of those."""

    verdict: Verdict
    now: int
    then: int
    since: int


@dataclass(frozen=True, slots=True)
class WorstLine:
    """A customer in trouble. topics: titles of those with a hard stop that fails, the gravest first."""

    name: str
    go_live: date
    verdict: Verdict
    stops: int
    topics: Sequence[str]
    earliest: date | None


@dataclass(frozen=True, slots=True)
class OwedLine:
    """An answer of HPAS's that customers wait for. stops: hard stops it holds up. late: days since it should have been."""

    title: str
    who: WaitingOn
    customers: int
    stops: int
    by: date | None
    late: int


@dataclass(frozen=True, slots=True)
class SteeringReport:
    """All that the paper says. Counts are of those who have not started, `started` apart.

    better, worse, seen: of those who had sent in a month ago, and how many they are. worst: the gravest first, at least as
    many as are shown; failing: how many do not make their date, soon: those of them that start within ninety days; silent:
    those that start within sixty days and have answered too little. owed: what holds up the most first. waivers,
    reviews: what waits for HPAS.
    """

    as_of: date
    invented: bool
    customers: int
    started: int
    verdicts: Sequence[VerdictLine]
    better: int
    worse: int
    seen: int
    waves: Sequence[RollOutWave]
    rules: RollOutRules | None
    worst: Sequence[WorstLine]
    failing: int
    soon: int
    silent: int
    owed: Sequence[OwedLine]
    conflicts: Sequence[RoleConflict]
    waivers: int
    reviews: int


def steering_pdf(report: SteeringReport) -> bytes:
    return set_paper(TEMPLATE, _paper(report), made=report.as_of)


def _paper(report: SteeringReport) -> dict[str, Any]:
    made, waves = report.as_of, report.waves
    more, more_roles = waves[MOST_WAVES:], len(report.conflicts) - MOST_ROLES
    return {
        "title": words.TITLE(day=day(made)),
        "heading": words.HEADING(),
        "headings": _headings(),
        "columns": _columns(),
        "legend": _legend(),
        "invented": words.INVENTED_ALL() if report.invented else "",
        "made": [made.year, made.month, made.day],
        "footer": words.FOOTER(day=day(made)),
        "facts": _facts(report),
        "asked": list(asked_of_group(report)) or [words.NOTHING_ASKED()],
        "verdicts": [_verdict(line) for line in report.verdicts],
        "moved": _moved(report),
        "strip": _strip(report),
        "waves": [_wave(wave, report.rules) for wave in waves[:MOST_WAVES]],
        "no_waves": words.NO_WAVES(),
        "more_waves": words.MORE_WAVES(starts=words.STARTS(len(more)), day=day(more[-1].go_live)) if more else "",
        "worst": [_worst(line) for line in report.worst[:MOST_WORST]],
        "worst_more": _worst_more(report),
        "owed": [_owed(line) for line in report.owed[:MOST_OWED]],
        "owed_more": _owed_more(report),
        "roles": [_role(each) for each in report.conflicts[:MOST_ROLES]],
        "roles_more": words.AND_MORE(more=more_roles) if more_roles > 0 else "",
        "basis": words.BASIS(),
    }


def _headings() -> dict[str, str]:
    return {
        "asked": words.ASKED(),
        "standing": words.STANDING(),
        "waves": words.WAVES(),
        "worst": words.WORST(),
        "owed": words.OWED(),
        "roles": words.SHARED_ROLES(),
        "basis": words.WHAT_IT_IS(),
    }


def _columns() -> dict[str, list[str]]:
    start, customers, stops = words.START(), words.HOW_MANY(), words.HARD_STOPS()
    waves = [start, customers, words.FAILS(), words.TOO_FEW(), stops, words.DAYS_SINCE(), words.MARKED()]
    return {
        "verdicts": [words.VERDICT(), words.TODAY(), words.THEN(), words.SINCE()],
        "waves": waves,
        "worst": [words.CUSTOMER(), start, words.VERDICT(), stops, words.WHAT_FAILS(), words.EARLIEST()],
        "owed": [words.AWAITED(), words.WITH(), customers, stops, words.SHOULD_BE_GIVEN()],
    }


def _legend() -> list[list[str]]:
    """The tones of the strip."""
    return [
        ["bad", words.TONE_BAD()],
        ["open", words.TONE_OPEN()],
        ["fair", words.TONE_FAIR()],
        ["good", words.TONE_GOOD()],
    ]


def _facts(report: SteeringReport) -> list[tuple[str, str]]:
    following = report.waves[0] if report.waves else None
    told = f"{day(following.go_live)}, {words.CUSTOMERS(len(following.places))}" if following else DASH
    return [
        (words.AS_OF(), day(report.as_of)),
        (words.NOT_STARTED(), words.CUSTOMERS(report.customers)),
        (words.STARTED(), words.CUSTOMERS(report.started)),
        (words.NEXT_START(), told),
    ]


def asked_of_group(report: SteeringReport) -> Iterator[str]:
    """What the steering group is asked to decide, the most pressing first; nothing when nothing is amiss."""
    if report.soon:
        until = day(report.as_of + SOON)
        yield words.SOON(customers=words.CUSTOMERS(report.soon), until=until)
    if report.silent:
        yield words.SILENT(customers=words.CUSTOMERS(report.silent))
    yield from _asked_of_days(report)
    holding = [line for line in report.owed if line.stops]
    stops = sum(line.stops for line in holding)
    if stops:
        yield words.HOLDING(len(holding), stops=words.STOPS(stops))
    if report.conflicts:
        first = report.conflicts[0]
        weeks = week_span(first.first, first.last)
        yield words.CONFLICTS(len(report.conflicts), role=_short(first.role, LONGEST), weeks=weeks, most=first.most)


def _asked_of_days(report: SteeringReport) -> Iterator[str]:
    closed = [wave.go_live for wave in report.waves if DayMark.CLOSED in wave.marks]
    tight = [
        wave.go_live
        for wave in report.waves
        if {DayMark.TOO_SOON, DayMark.TOO_MANY, DayMark.TOO_MANY_BEDS} & set(wave.marks)
    ]
    if closed:
        yield words.CLOSED(starts=words.STARTS(len(closed)), days=_days(closed))
    if tight:
        yield words.TIGHT(starts=words.STARTS(len(tight)), days=_days(tight))


def _days(days: Sequence[date]) -> str:
    more = len(days) - MOST_DAYS
    told = [short_day(each) for each in days[:MOST_DAYS]]
    return listed([*told, *([words.MORE(more=more)] if more > 0 else [])])


def _verdict(line: VerdictLine) -> dict[str, Any]:
    cells = [number(many) for many in (line.now, line.then, line.since)]
    return {"name": VERDICTS[line.verdict], "tone": TONES[line.verdict], "cells": cells}


def _moved(report: SteeringReport) -> str:
    if not report.seen:
        return words.NOT_SEEN()
    better, worse = number(report.better), number(report.worse)
    return words.MOVED(customers=words.CUSTOMERS(report.seen), better=better, worse=worse)


def _strip(report: SteeringReport) -> dict[str, Any]:
    """The waves as bars on a line of time: places and heights as shares, 0..1. Months when the days are many."""
    until = report.as_of + FAR
    shown = [wave for wave in report.waves if wave.go_live <= until]
    monthly = len(shown) > MOST_BARS
    bars = by_month(shown) if monthly else shown
    if not bars:
        return {"bars": [], "ticks": [], "caption": ""}
    first, last = report.as_of, max(bars[-1].go_live, report.as_of + timedelta(days=60))
    tallest = max(len(wave.places) for wave in bars)

    def across(at: date) -> float:
        return max(0.0, (at - first).days / ((last - first).days + 14))

    return {
        "bars": [
            {"x": across(wave.go_live), "many": len(wave.places), "parts": _parts(wave, tallest)} for wave in bars
        ],
        "ticks": [[across(at), f"{at.month:02d}.{at.year}"] for at in _quarters(first, last)],
        "caption": words.PER_MONTH() if monthly else words.PER_START(),
    }


def _parts(wave: RollOutWave, tallest: int) -> list[list[object]]:
    """[tone, height] from below; those without a go-live have no part."""
    counted = dict.fromkeys(("bad", "open", "fair", "good"), 0)
    for verdict, many in wave.verdicts.items():
        counted[TONES[verdict]] += many
    return [[tone, many / tallest] for tone, many in counted.items() if many]


def _quarters(first: date, last: date) -> Iterator[date]:
    at = date(first.year, first.month, 1)
    while at <= last:
        if at >= first and at.month in (1, 4, 7, 10):
            yield at
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)


def _wave(wave: RollOutWave, rules: RollOutRules | None) -> list[str]:
    since = DASH if wave.days_since is None else str(wave.days_since)
    failing, few = (wave.verdicts.get(verdict, 0) for verdict in (Verdict.NOT_READY, Verdict.UNDECIDED))
    told = (len(wave.places), failing, few, wave.failing)
    return [short_day(wave.go_live), *map(number, told), since, _short(marks_text(wave, rules), LONGEST_MARKS)]


def _worst(line: WorstLine) -> list[str]:
    why = "; ".join(line.topics[:2]) if line.topics else words.NO_STOP_FAILS()
    earliest = short_day(line.earliest) if line.earliest else words.NOT_KNOWN()
    said = [VERDICTS[line.verdict], str(line.stops), _short(why, LONGEST * 2), earliest]
    return [_short(line.name, LONGEST), short_day(line.go_live), *said]


def _worst_more(report: SteeringReport) -> str:
    if not report.worst:
        return words.NOBODY_WORST()
    if report.failing <= MOST_WORST:
        return ""
    return words.IN_ALL(customers=words.CUSTOMERS(report.failing))


def _owed(line: OwedLine) -> list[str]:
    due = DASH if line.by is None else short_day(line.by)
    late = words.LATE(due=due, days=DAYS(line.late)) if line.late else due
    return [_short(line.title, LONGEST * 2), WAITING_ON[line.who], number(line.customers), number(line.stops), late]


def _owed_more(report: SteeringReport) -> str:
    waits = words.WAITS(report.reviews, waivers=report.waivers)
    if not report.owed:
        return words.NOTHING_OWED(waits=waits)
    more = len(report.owed) - MOST_OWED
    return words.MORE_OWED(more=more, waits=waits) if more > 0 else waits


def _role(found: RoleConflict) -> str:
    return words.ROLE(role=_short(found.role, LONGEST), most=found.most, weeks=week_span(found.first, found.last))


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
