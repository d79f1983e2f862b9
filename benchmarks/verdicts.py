"""Does the verdict tell customers apart? `python -m benchmarks.verdicts` prints the share of each, for made customers.

Each question of a customer moves evenly by its own steps, so many days ahead of the plan or behind it: the mean of the
row, with a spread (standard deviation) from question to question. What is answered in whole levels is rounded down to
what can be answered. Nobody has a plan. `--write` writes the table that the page Metode shows.

Goals, for each form: on schedule and better `not_ready` in at most 10 % from T-365 to T-60; six weeks late `behind` or
worse in at least 95 %, and `not_ready` in at least 90 % at T-30; stuck at half `not_ready` in at least 95 % from T-90 on;
the median of `ahead_days` within 7 days of the truth wherever the plan is under way: of what they truly have reached, between
15 and 95 % of the plan. Before that little has begun, and after it little is left that can tell days apart. Nobody is `ready`
by «1 av 1» on everything before the go-live, nor by «ikke aktuelt» at all.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from content.catalogue import read_catalogue
from scoring.ahead import ahead_days
from scoring.batch import BatchJudgements, judge_many
from scoring.encoding import EncodedAnswers
from scoring.formulas import TOLERANCE, Floats
from scoring.questionnaire import DateQuestion, LevelQuestion, YesNoQuestion
from scoring.rules import VERDICTS
from scoring.vocabulary import QuestionnaireType, Verdict
from scoring.yardstick import OVERALL, Yardstick, yardstick

CUSTOMERS = 1_000
DAYS = (365, 180, 120, 90, 60, 30, 0)
TODAY = 800_000.0
ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "ui" / "assets" / "verdicts.csv"


@dataclass(frozen=True, slots=True)
class SimulatedPace:
    """One row: how many days ahead of the plan (behind it when negative), and the spread. nb: as the page says it.

    stuck: at half of what such a one has reached. full: the best answer to everything, «1 av 1» and all. off: nothing applies.
    """

    name: str
    nb: str
    ahead: float
    spread: float
    stuck: bool = False
    full: bool = False
    off: bool = False


PACES = (
    SimulatedPace("30 days ahead", "30 dager foran planen", 30, 20),
    SimulatedPace("14 days ahead", "14 dager foran planen", 14, 14),
    SimulatedPace("on schedule", "på planen", 0, 14),
    SimulatedPace("2 weeks late", "2 uker etter planen", -14, 14),
    SimulatedPace("6 weeks late", "6 uker etter planen", -42, 30),
    SimulatedPace("stuck at half", "står fast på det halve", 0, 14, stuck=True),
    SimulatedPace("all at once", "svarer beste svar på alt", 0, 0, full=True),
    SimulatedPace("nothing applies", "merker alt som ikke aktuelt", 0, 0, off=True),
)


@dataclass(frozen=True, slots=True)
class VerdictShares:
    """Shares of each verdict, mean number of failing stops, and the median and quartiles of `ahead_days`."""

    customer_type: QuestionnaireType
    kind: SimulatedPace
    days: int
    shares: dict[Verdict, float]
    failing: float
    ahead: tuple[float, float, float]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assessments", type=Path, default=ROOT / "assessments")
    parser.add_argument("--customers", type=int, default=CUSTOMERS)
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.relative_to(ROOT)}")
    options = parser.parse_args(arguments)
    heads = [*(verdict.value for verdict in Verdict), "stops", "ahead (quartiles)"]
    print(f"| form | customers | T- | {' | '.join(heads)} |")
    print("|---|---|" + "---:|" * (len(heads) + 1))
    found = list(lines(options.assessments, options.customers))
    for line in found:
        shares = " | ".join(f"{100 * line.shares[verdict]:.0f}" for verdict in Verdict)
        low, middle, high = line.ahead
        told = f"| {line.customer_type} | {line.kind.name} | {line.days} | {shares} | {line.failing:.1f} |"
        print(f"{told} {middle:.0f} ({low:.0f} to {high:.0f}) |")
    if options.write:
        TABLE.write_text(table_csv(found), encoding="utf-8")
    return 0


def lines(assessments: Path, customers: int = CUSTOMERS) -> Iterator[VerdictShares]:
    """Every row of the table, in its order."""
    catalogue = read_catalogue(assessments)
    for customer_type in catalogue.all_questionnaires:
        measure = yardstick(catalogue.form(customer_type))
        for kind in PACES:
            for days in DAYS:
                yield line_of(measure, customer_type, kind, days, customers)


def table_csv(found: Iterable[VerdictShares]) -> str:
    """The table as the page reads it: per cent of each verdict, days ahead rounded."""
    heads = ["customer_type", "kind", "days", *(verdict.value for verdict in Verdict), "failing_stops", "ahead_days"]
    rows = [",".join(heads)]
    for line in found:
        shares = [f"{100 * line.shares[verdict]:.0f}" for verdict in Verdict]
        ahead = "" if np.isnan(line.ahead[1]) else f"{line.ahead[1]:.0f}"
        rows.append(",".join([line.customer_type, line.kind.nb, str(line.days), *shares, f"{line.failing:.1f}", ahead]))
    return "\n".join(rows) + "\n"


def line_of(
    measure: Yardstick, customer_type: QuestionnaireType, kind: SimulatedPace, days: int, customers: int
) -> VerdictShares:
    """One row: the same every time for as many customers."""
    judged = simulated(measure, kind, days, customers)
    left = np.full(customers, float(days))
    ahead = ahead_days(measure, judged, left)[:, measure.group_names.index(OVERALL)]
    known = ahead[~np.isnan(ahead)]
    quartiles = np.percentile(known, [25, 50, 75]) if known.size else np.full(3, np.nan)
    return VerdictShares(
        customer_type=customer_type,
        kind=kind,
        days=days,
        shares={verdict: float((judged.verdict == VERDICTS.index(verdict)).mean()) for verdict in Verdict},
        failing=float((judged.failed & ~judged.waived).sum(axis=1).mean()),
        ahead=(float(quartiles[0]), float(quartiles[1]), float(quartiles[2])),
    )


def simulated(measure: Yardstick, kind: SimulatedPace, days: int, customers: int) -> BatchJudgements:
    """The judgement of made customers with so many days left."""
    chance = np.random.default_rng([20_270_501, days, PACES.index(kind)])
    shift = chance.normal(kind.ahead, kind.spread, (customers, len(measure.questions)))
    reached = _reached(measure, np.clip(days - shift, 0, measure.plan.shape[1] - 1))
    if kind.stuck:
        reached = _rounded(measure, reached / 2)
    if kind.full:
        reached = np.ones_like(reached)
    return judge_many(
        measure,
        EncodedAnswers(_values(measure, reached, days, shift), np.full(reached.shape, not kind.off)),
        go_live=np.full(customers, TODAY + days),
        as_of=np.full(customers, TODAY),
    )


def _reached(measure: Yardstick, left: Floats) -> Floats:
    """What one who moves evenly has reached on a day of the plan, (customers, questions)."""
    return measure.plan[np.arange(len(measure.questions)), left.astype(np.intp)]


def _rounded(measure: Yardstick, reached: Floats) -> Floats:
    whole = np.array([isinstance(question, (LevelQuestion, YesNoQuestion)) for question in measure.questions])
    steps = np.where(whole, measure.requirement, 1.0)
    return np.where(whole, np.floor(reached * steps + TOLERANCE) / steps, reached)


def _values(measure: Yardstick, reached: Floats, days: int, shift: Floats) -> Floats:
    """Answers in each question's unit; a date is the day it was done, or is to be done after so many days."""
    values = measure.zero + reached * (measure.requirement - measure.zero)
    for column, question in enumerate(measure.questions):
        if isinstance(question, DateQuestion):
            done = TODAY + days - question.requirement - shift[:, column]
            values[:, column] = np.where(done <= TODAY, np.round(done), np.nan)
    return values


if __name__ == "__main__":
    sys.exit(main())
