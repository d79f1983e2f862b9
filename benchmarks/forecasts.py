"""How often does «Slik det går nå» hold? `python -m benchmarks.forecasts` prints it for made histories with known ends.

A history begins 300 days before the go-live with 300 days of the plan left, goes by a pace of its own until nothing is
left, and is sent in about once a month; its place on the plan is read with an error of a week. Each forecast is made of what
was known then. An interval of four of five holds 80 of 100 times when the future is as the past was; the kinds where it is
not are there to show what that costs. `--write` writes the table that the page Metode shows.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import numpy as np

from content.catalogue import read_catalogue
from content.reference_cases import read_cases
from scoring.forecast.landing import Landing, landing
from scoring.forecast.reference_class import ReferenceClass, reference_class
from scoring.portfolio.trend import TrendPoint
from scoring.reference_cases import past_plans

HISTORIES = 1_000
DAYS = (180, 120, 90, 60, 30)
BEGAN, MONTH, LONGEST = 300, 30, 4_000
READING_ERROR = 7.0
GO_LIVE = date(2027, 5, 1)
ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "ui" / "assets" / "forecasts.csv"


@dataclass(frozen=True, slots=True)
class SimulatedCourse:
    """One kind of history: mean pace and its spread between customers. nb: as the page says it.

    monthly: spread of the pace from month to month. turn: from 100 days before the go-live on the pace is so many times it.
    """

    name: str
    nb: str
    pace: float
    between: float
    monthly: float = 0.0
    turn: float = 1.0


COURSES = (
    SimulatedCourse("as the report's", "jevn takt, som oppstartene i rapporten", 0.70, 0.11),
    SimulatedCourse("on schedule", "jevn takt, som planen", 1.0, 0.10),
    SimulatedCourse("half", "jevn takt, halvparten av planen", 0.5, 0.10),
    SimulatedCourse("by fits", "rykkvis fra måned til måned", 0.75, 0.10, monthly=0.35),
    SimulatedCourse("faster", "en fjerdedel raskere fra 100 dager før", 0.75, 0.10, turn=1.25),
    SimulatedCourse("slower", "en tredjedel saktere fra 100 dager før", 0.85, 0.10, turn=0.67),
)


@dataclass(frozen=True, slots=True)
class ForecastCoverage:
    """How many per cent held, the median width in days of those with a last day, and the share without one.

    in_place: how many per cent of what was said to be in place on the go-live held.
    """

    kind: SimulatedCourse
    days: int
    held: float
    in_place: float
    width: float
    open: float


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--histories", type=int, default=HISTORIES)
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.relative_to(ROOT)}")
    options = parser.parse_args(arguments)
    found = list(lines(options.histories))
    text = table_csv(found)
    print(text, end="")
    if options.write:
        TABLE.write_text(text, encoding="utf-8")
    return 0


def lines(histories: int = HISTORIES) -> Iterator[ForecastCoverage]:
    """Every row of the table, in its order."""
    past = of_the_report()
    for kind in COURSES:
        yield from lines_of(kind, past, histories)


def of_the_report() -> ReferenceClass:
    """The class without any customer of an installation."""
    catalogue = read_catalogue(ROOT / "assessments")
    found = reference_class(past_plans(read_cases(ROOT / "assessments", catalogue.all_questionnaires).read))
    assert found is not None, "the report tells of four"
    return found


def lines_of(kind: SimulatedCourse, past: ReferenceClass, histories: int) -> Iterator[ForecastCoverage]:
    """The rows of one kind: the same every time for as many histories."""
    chance = np.random.default_rng([20_270_501, COURSES.index(kind)])
    made = [_history(kind, chance) for _ in range(histories)]
    for days in DAYS:
        told = [(found, end, ready) for seen, end, ready in made if (found := _told(seen, days, past)) is not None]
        held = [found.earliest <= end and (found.latest is None or end <= found.latest) for found, end, _ in told]
        widths = [(found.latest - found.earliest).days for found, _, _ in told if found.latest is not None]
        yield ForecastCoverage(
            kind,
            days,
            held=100 * sum(held) / len(held),
            in_place=100 * sum(found.low <= ready <= found.high for found, _, ready in told) / len(told),
            width=median(widths) if widths else float("nan"),
            open=100 * (1 - len(widths) / len(told)),
        )


def table_csv(found: Iterable[ForecastCoverage]) -> str:
    """The table as the page reads it, in whole numbers."""
    rows = [
        f"{each.kind.nb},{each.days},{each.held:.0f},{each.in_place:.0f},{each.width:.0f},{each.open:.0f}"
        for each in found
    ]
    return "\n".join(["kind,days,held,in_place_held,width_days,no_last_day", *(_quoted(row) for row in rows)]) + "\n"


def _quoted(row: str) -> str:
    """The name of a kind may have a comma in it."""
    name, *figures = row.rsplit(",", 5)
    return ",".join([f'"{name}"', *figures])


def _history(kind: SimulatedCourse, chance: np.random.Generator) -> tuple[list[TrendPoint], date, float]:
    """What is read about once a month and on each of `DAYS`, the day nothing is left, and the per cent in place on the go-live."""
    own = max(chance.normal(kind.pace, kind.between), 0.15)
    months = np.maximum(own + kind.monthly * chance.normal(size=LONGEST // MONTH + 1), 0.05)
    pace = np.repeat(months, MONTH)[:LONGEST] * np.where(np.arange(LONGEST) >= BEGAN - 100, kind.turn, 1.0)
    left = BEGAN - np.concatenate([[0.0], np.cumsum(pace)])
    ended = int(np.argmax(left <= 0)) if (left <= 0).any() else LONGEST
    asked = {BEGAN - days for days in DAYS} | {
        int(day) for day in np.arange(0, BEGAN, MONTH) + chance.integers(0, 10, BEGAN // MONTH)
    }
    errors = chance.normal(0, READING_ERROR, BEGAN + 1)
    seen = [_point(day, float(left[day] + errors[day])) for day in sorted(asked) if day < min(ended, BEGAN)]
    return seen, GO_LIVE + timedelta(days=ended - BEGAN), _ready(float(left[BEGAN]))


def _point(day: int, left: float) -> TrendPoint:
    days_left = BEGAN - day
    ready = _ready(left)
    as_of = GO_LIVE - timedelta(days=days_left)
    return TrendPoint("", as_of, days_left, ready, ready, ready, None, None, days_left - max(left, 1.0))


def _ready(left: float) -> float:
    return 100 * (1 - min(max(left, 0.0), BEGAN) / BEGAN)


def _told(seen: Sequence[TrendPoint], days: int, past: ReferenceClass) -> Landing | None:
    known = [each for each in seen if each.days_left >= days]
    return landing(known, past) if known and known[-1].days_left == days else None


if __name__ == "__main__":
    sys.exit(main())
