"""What the paper says once the customer has started: when that was, and what is left from before; no date is ahead any more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from language import DAYS, day, listed
from language.reports.plan import after_start as words
from reports.plan import paper_sections
from reports.plan.customer_report import CustomerReport
from reports.plan.paper_sections import Section
from scoring.outcomes.measures import DAYS_AFTER, due_on

MARGIN = 4


def began(report: CustomerReport) -> date | None:
    """The day the customer has confirmed that it started; `None` before."""
    return report.judgement.started if report.judgement.in_use else None


def points(report: CustomerReport, started: date) -> list[str]:
    """What is proposed, a sentence or two per point."""
    left = any(gap.open for gap in report.gaps)
    rest = words.GETS_AN_OWNER() if left else words.NOTHING_LEFT()
    told = [words.IN_USE(day=day(started), rest=rest)]
    ahead = [f"{day(due)}" for days in DAYS_AFTER if (due := due_on(started, days)) >= report.as_of]
    if ahead:
        told.append(words.FIGURES_ON(days=listed(ahead)))
    return told


def when(report: CustomerReport, started: date) -> list[str]:
    """The day it was, and the day it was to be where that is another."""
    go_live = report.judgement.go_live
    if go_live is None or go_live == started:
        return [words.TAKEN_INTO_USE(day=day(started))]
    return [words.OTHER_PLAN(day=day(started), planned=day(go_live))]


def facts(report: CustomerReport, started: date) -> list[tuple[str, str]]:
    since = DAYS((report.as_of - started).days)
    return [(words.AS_OF(), day(report.as_of)), (words.IN_USE_SINCE(), day(started)), (words.THAT_IS(), since)]


def remaining(report: CustomerReport) -> Section:
    """What was a condition before the start, without how long before it had to stand."""
    section = paper_sections.conditions(report)
    rows = [row[:MARGIN] for row in section.rows]
    unset = paper_sections.unset_in(rows)
    about = words.ABOUT() if rows else words.NO_STOPS_OR_ACTIONS()
    lacking = [words.LACKING(unset)] if unset else []
    head, widths = (words.WHAT(), *section.head[1:MARGIN]), section.widths[:MARGIN]
    return replace(section, title=words.LEFT(), before=[about, *lacking], head=head, widths=widths, rows=rows)


def people_and_money(report: CustomerReport) -> Section:
    section = paper_sections.people_and_money(report)
    return replace(section, after=[*section.after[:-1], words.COSTS()])


SECTIONS: tuple[Callable[[CustomerReport], Section], ...] = (
    remaining,
    paper_sections.patients,
    people_and_money,
    paper_sections.changed,
    paper_sections.unknown,
    paper_sections.answered_by,
)
