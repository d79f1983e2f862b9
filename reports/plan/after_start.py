"""What the paper says once the customer has started: when that was, and what is left from before; no date is ahead any more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from language import count, day, listed
from reports.plan import paper_sections
from reports.plan.customer_report import CustomerReport
from reports.plan.paper_sections import NOT_SET, Section
from scoring.outcomes.measures import DAYS_AFTER, due_on

MARGIN = 4
_COSTS = "Klarsjekk spør ikke om kroner. Hva det som gjenstår, koster, må regnes ut."


def began(report: CustomerReport) -> date | None:
    """The day the customer has confirmed that it started; `None` before."""
    return report.judgement.started if report.judgement.in_use else None


def points(report: CustomerReport, started: date) -> list[str]:
    """What is proposed, a sentence or two per point."""
    left = any(gap.open for gap in report.gaps)
    rest = "Det som ikke var på plass ved oppstarten, får en eier og en frist." if left else "Ingenting gjenstår."
    told = [f"Løsningen er i bruk siden {day(started)}. {rest}"]
    ahead = [f"{day(due)}" for days in DAYS_AFTER if (due := due_on(started, days)) >= report.as_of]
    if ahead:
        told.append(f"Prosjektlederen fører tallene etter oppstart {listed(ahead)}.")
    return told


def when(report: CustomerReport, started: date) -> list[str]:
    """The day it was, and the day it was to be where that is another."""
    go_live = report.judgement.go_live
    planned = f" Oppstarten var satt til {day(go_live)}." if go_live not in (None, started) and go_live else ""
    return [f"Løsningen ble tatt i bruk {day(started)}.{planned}"]


def facts(report: CustomerReport, started: date) -> list[tuple[str, str]]:
    since = count((report.as_of - started).days, "dag", "dager")
    return [("Per", day(report.as_of)), ("I bruk siden", day(started)), ("Det er", since)]


def remaining(report: CustomerReport) -> Section:
    """What was a condition before the start, without how long before it had to stand."""
    section = paper_sections.conditions(report)
    rows = [row[:MARGIN] for row in section.rows]
    unset = sum(NOT_SET in row[2] or NOT_SET in row[3] for row in rows)
    about = (
        "Stoppkrav som ikke er oppfylt, og tiltak som er åpne." if rows else "Ingen stoppkrav eller tiltak gjenstår."
    )
    lacking = [f"{count(unset, 'av dem mangler', 'av dem mangler')} eier eller frist."] if unset else []
    head, widths = ("Hva", *section.head[1:MARGIN]), section.widths[:MARGIN]
    return replace(
        section, title="Gjenstår etter oppstart", before=[about, *lacking], head=head, widths=widths, rows=rows
    )


def people_and_money(report: CustomerReport) -> Section:
    section = paper_sections.people_and_money(report)
    return replace(section, after=[*section.after[:-1], _COSTS])


SECTIONS: tuple[Callable[[CustomerReport], Section], ...] = (
    remaining,
    paper_sections.patients,
    people_and_money,
    paper_sections.changed,
    paper_sections.unknown,
    paper_sections.answered_by,
)
