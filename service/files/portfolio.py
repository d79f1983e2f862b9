"""Files of all customers at once: side by side, who owes them what, and how they have come along."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from language import BASES, CUSTOMER_TYPES, HARD_STOPS, QUESTIONNAIRES, VERDICTS, WAITING_ON
from language.service.files import portfolio as words
from reports.columns import Table, choice, day, number, text, whole
from reports.judgement.gaps_csv import WHEN
from reports.portfolio import comparison_csv
from scoring.basis import Basis
from scoring.portfolio.trend import TrendPoint
from scoring.vocabulary import Direction, QuestionnaireType
from service.answers.responses import open_response
from service.files.answers import everyone
from service.files.export import Export, ExportScope, Wanted, rows_of
from service.people.permissions import Operation
from service.portfolio.comparison import ComparedMember, Comparison
from service.portfolio.owed import OwedItem, owed_list
from service.portfolio.trend import read_points
from service.portfolio.trend_of_all import CustomerTrend, trends_of_all
from service.workspace import Workspace

_Compared = tuple[list[comparison_csv.ComparisonLine], list[str]]


def _compared(ws: Workspace, wanted: Wanted) -> _Compared:
    """One per customer, and the factors that have columns of their own."""
    found = everyone(ws, wanted)
    rows = [
        comparison_csv.ComparisonLine(
            member.name, member.customer_type, compared, wanted.basis, found.decisions.get(member.customer_id)
        )
        for member, compared in zip(found.members, found.judged.rows(), strict=True)
    ]
    return rows, [factor.id for factor in ws.catalogue.factors]


COMPARISON = Export(
    id="comparison",
    title=words.COMPARISON,
    about=words.ABOUT_COMPARISON,
    key=("customer_id",),
    named="sammenligning",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=lambda catalogue: comparison_csv.columns([factor.id for factor in catalogue.factors]),
    read=_compared,
    rows=lambda found, _wanted: comparison_csv.comparison_rows(found[0], factors=found[1]),
    at_a_cut=True,
    on_a_basis=True,
)
# One line per customer and group of questions.
COMPARISON_LONG = replace(
    COMPARISON,
    id="comparison_long",
    title=words.COMPARISON_LONG,
    about=words.ABOUT_COMPARISON_LONG,
    columns=comparison_csv.LONG_COLUMNS,
    key=("customer_id", "group", "id"),
    rows=lambda found, _wanted: comparison_csv.comparison_long_rows(found[0]),
    called="langt",
    logged_as="comparison",
)


class _OwedLine(NamedTuple):
    owed: OwedItem
    member: ComparedMember


_WAITING: Table[_OwedLine] = {
    choice("waiting_on", "Hvem som skylder", WAITING_ON): lambda line: line.owed.who,
    text("customer_id", "Kunde-id"): lambda line: line.member.customer_id,
    text("customer", "Kunde"): lambda line: line.member.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.member.customer_type,
    day("go_live", "Oppstart"): lambda line: line.member.go_live,
    text("question_id", "Spørsmål-id"): lambda line: line.owed.question.id,
    text("question", "Spørsmål"): lambda line: line.owed.question.title.nb,
    choice("hard_stop", "Stoppkrav", HARD_STOPS): lambda line: line.owed.hard_stop,
    choice("when", "Når", WHEN): lambda line: line.owed.when,
    day("by", "Frist"): lambda line: line.owed.by,
    whole("days_late", "Dager på etterskudd"): lambda line: line.owed.days_late,
}


def _owed(found: Comparison) -> Iterator[_OwedLine]:
    """What is overdue first."""
    return (_OwedLine(each, found.members[each.place]) for each in owed_list(found).owed)


WAITING = Export(
    id="waiting",
    title=words.WAITING,
    about=words.ABOUT_WAITING,
    key=("customer_id", "question_id"),
    named="venter-paa",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_WAITING,
    read=lambda ws, wanted: _owed(everyone(ws, wanted)),
    rows=rows_of(_WAITING),
    at_a_cut=True,
    on_a_basis=True,
)


class _PointLine(NamedTuple):
    customer_id: str
    customer: str
    customer_type: QuestionnaireType
    number: int
    point: TrendPoint
    basis: Basis


_COURSE: Table[_PointLine] = {
    text("customer_id", "Kunde-id"): lambda line: line.customer_id,
    text("customer", "Kunde"): lambda line: line.customer,
    choice("customer_type", "Kundetype", QUESTIONNAIRES): lambda line: line.customer_type,
    whole("point", "Nummer"): lambda line: line.number,
    # Today has no snapshot.
    text("snapshot_id", "Innsending"): lambda line: line.point.key or None,
    day("as_of", "Dato"): lambda line: line.point.as_of,
    whole("days_left", "Dager til oppstart"): lambda line: line.point.days_left,
    choice("basis", "Grunnlag", BASES): lambda line: line.basis,
    number("readiness", "På plass", 1): lambda line: line.point.readiness,
    number("low", "Lavest mulig", 1): lambda line: line.point.low,
    number("high", "Høyest mulig", 1): lambda line: line.point.high,
    number("expected", "Forventet", 1): lambda line: line.point.expected,
    choice("verdict", "Konklusjon", VERDICTS): lambda line: line.point.verdict,
    number("ahead_days", "Dager foran planen", 1): lambda line: line.point.ahead_days,
}


def _course(ws: Workspace, wanted: Wanted) -> list[_PointLine]:
    """Every point of one customer, today last."""
    actor, basis = wanted.actor, wanted.basis
    customer = open_response(ws, actor, wanted.customer_id).customer
    points = read_points(ws, actor, customer.id, as_of=wanted.as_of, basis=basis)
    about = (customer.id, customer.name, customer.customer_type)
    return [_PointLine(*about, number, point, basis) for number, point in enumerate(points, start=1)]


COURSE = Export(
    id="course",
    title=words.COURSE,
    about=words.ABOUT_COURSE,
    key=("customer_id", "point"),
    named="utvikling",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=_COURSE,
    read=_course,
    rows=rows_of(_COURSE),
    on_a_basis=True,
)


def _all_points(ws: Workspace, wanted: Wanted) -> list[_PointLine]:
    """Every point of every customer, on the customers' own word."""
    found = trends_of_all(ws, wanted.actor, as_of=wanted.as_of)
    return [
        _PointLine(c.customer_id, c.name, c.customer_type, number, point, Basis.CUSTOMER)
        for c in found
        for number, point in enumerate(c.points, start=1)
    ]


COURSES = Export(
    id="courses",
    title=words.COURSES,
    about=words.ABOUT_COURSES,
    key=("customer_id", "point"),
    named="utvikling",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_COURSE,
    read=_all_points,
    rows=rows_of(_COURSE),
    called="alle",
)


def _moved(direction: Direction) -> Callable[[CustomerTrend], int | None]:
    """Empty where nothing was sent in, or where the form has been changed since."""
    return lambda course: course.changes.of(direction) if course.changes else None


_MOVED: Table[CustomerTrend] = {
    text("customer_id", "Kunde-id"): lambda course: course.customer_id,
    text("customer", "Kunde"): lambda course: course.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda course: course.customer_type,
    day("since", "Sendt inn sist"): lambda course: course.since,
    whole("up", "Bedre"): _moved(Direction.UP),
    whole("down", "Dårligere"): _moved(Direction.DOWN),
    whole("new", "Nye svar"): _moved(Direction.NEW),
    whole("gone", "Svar som er borte"): _moved(Direction.GONE),
}
MOVED = Export(
    id="moved",
    title=words.MOVED,
    about=words.ABOUT_MOVED,
    key=("customer_id",),
    named="endret-siden-sist",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_MOVED,
    read=lambda ws, wanted: trends_of_all(ws, wanted.actor, as_of=wanted.as_of),
    rows=rows_of(_MOVED),
    called="alle",
)
