"""Files of what came after the go-live: the figures of one or of all, and whether they had been foreseen."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from language import CUSTOMER_TYPES, SPEAKS_FOR, VERDICTS
from language.service.files import outcomes as words
from reports.columns import Table, choice, day, number, text, truth, whole
from scoring.outcomes.foresight import Foresight, TopicForesight
from service.files.export import Export, ExportScope, Wanted, rows_of
from service.outcomes.figures import OutcomeLine, OutcomeSheet, read_outcomes, sheets_of
from service.outcomes.looking_back import StartedCustomer, look_back
from service.people.customers import CustomerInfo
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.outcomes import rows as outcome_rows


class _Given(NamedTuple):
    customer: CustomerInfo
    line: OutcomeLine


_OUTCOMES: Table[_Given] = {
    text("customer_id", "Kunde-id"): lambda given: given.customer.id,
    text("customer", "Kunde"): lambda given: given.customer.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda given: given.customer.customer_type,
    day("started_on", "Startet"): lambda given: given.customer.started_on,
    whole("days_after", "Dager etter oppstart"): lambda given: given.line.days_after,
    text("measure_id", "Måling-id"): lambda given: given.line.measure.id,
    text("measure_title", "Måling"): lambda given: given.line.measure.title.nb,
    text("unit", "Enhet"): lambda given: given.line.measure.unit.nb,
    number("figure", "Tall"): lambda given: given.line.own.figure,
    truth("not_known", "Vet ikke"): lambda given: given.line.own.not_known,
    text("remark", "Merknad"): lambda given: given.line.own.remark,
    number("hpas_figure", "HPAS' tall"): lambda given: given.line.hpas.figure,
    text("hpas_remark", "HPAS' merknad"): lambda given: given.line.hpas.remark,
    number("trouble_at", "Gikk galt ved"): lambda given: given.line.measure.trouble[given.line.days_after],
    truth("went_wrong", "Gikk galt"): lambda given: given.line.wrong,
}


def _of(sheets: Sequence[OutcomeSheet]) -> list[_Given]:
    """What can be given by now, and whether it is; nothing of those that have not started."""
    return [
        _Given(sheet.customer, line) for sheet in sheets for each in sheet.rounds if each.come for line in each.lines
    ]


def _of_one(ws: Workspace, wanted: Wanted) -> list[_Given]:
    return _of([read_outcomes(ws, wanted.actor, wanted.customer_id, as_of=wanted.as_of)])


def _of_all(ws: Workspace, wanted: Wanted) -> list[_Given]:
    with ws.database.reading() as connection:
        customers = sorted(records.listed_customers(connection), key=lambda each: each.name.casefold())
        rows = outcome_rows.outcomes(connection)
    return _of(list(sheets_of(ws.outcomes, customers, rows, wanted.as_of)))


OUTCOMES = Export(
    id="outcomes",
    title=words.OUTCOMES,
    about=words.ABOUT_OUTCOMES,
    key=("customer_id", "measure_id", "days_after"),
    named="etter-oppstart",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=_OUTCOMES,
    read=_of_one,
    rows=rows_of(_OUTCOMES),
)
ALL_OUTCOMES = Export(
    id="all_outcomes",
    title=words.ALL_OUTCOMES,
    about=words.ABOUT_ALL_OUTCOMES,
    key=("customer_id", "measure_id", "days_after"),
    named="etter-oppstart-alle",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_OUTCOMES,
    read=_of_all,
    rows=rows_of(_OUTCOMES),
    logged_as="outcomes",
)

_STARTED: Table[StartedCustomer] = {
    text("customer_id", "Kunde-id"): lambda each: each.customer_id,
    text("customer", "Kunde"): lambda each: each.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda each: each.customer_type,
    day("started_on", "Startet"): lambda each: each.started_on,
    choice("verdict", "Konklusjon den dagen", VERDICTS): lambda each: each.at_start.verdict,
    whole("failing_hard_stops", "Stoppkrav som sviktet"): lambda each: len(each.at_start.failed_stops),
    number("readiness", "På plass", 1): lambda each: each.at_start.overall.readiness,
    number("coverage", "Svargrad", 3): lambda each: each.at_start.overall.coverage,
    day("sent_on", "Sendt inn"): lambda each: each.sent_on,
    whole("went_wrong", "Målinger som gikk galt"): lambda each: len(each.trouble),
    whole("figures_known", "Målinger med tall"): lambda each: each.known,
    whole("figures_asked", "Målinger spurt om"): lambda each: each.asked,
    truth("should_have_listened", "Burde ha lyttet"): lambda each: each.should_have_listened,
}
STARTED = Export(
    id="started",
    title=words.STARTED,
    about=words.ABOUT_STARTED,
    key=("customer_id",),
    named="startet",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_STARTED,
    read=lambda ws, wanted: look_back(ws, wanted.actor, as_of=wanted.as_of).customers,
    rows=rows_of(_STARTED),
)


class _Foreseen(NamedTuple):
    title: str
    found: TopicForesight


_FORESEEN: Table[_Foreseen] = {
    text("topic", "Tema-id"): lambda line: line.found.topic,
    text("topic_title", "Tema"): lambda line: line.title,
    text("measures", "Målinger"): lambda line: ", ".join(line.found.measures),
    whole("foresaw", "Så det komme"): lambda line: line.found.counted[Foresight.FORESAW],
    whole("cried_wolf", "Ropte ulv"): lambda line: line.found.counted[Foresight.CRIED_WOLF],
    whole("missed", "Så det ikke"): lambda line: line.found.counted[Foresight.MISSED],
    whole("calm", "Rolig"): lambda line: line.found.counted[Foresight.CALM],
    whole("unknown", "Ukjent"): lambda line: line.found.unknown,
    choice("speaks_for", "Taler for", SPEAKS_FOR): lambda line: line.found.speaks_for,
}


def _foreseen(ws: Workspace, wanted: Wanted) -> Iterator[_Foreseen]:
    """No line while too few have given a figure, as on the page."""
    topics = ws.catalogue.topics
    for found in look_back(ws, wanted.actor, as_of=wanted.as_of).topics:
        yield _Foreseen(topics[found.topic].title.nb if found.topic in topics else found.topic, found)


FORESEEN = Export(
    id="foreseen",
    title=words.FORESEEN,
    about=words.ABOUT_FORESEEN,
    key=("topic",),
    named="traff-varslene",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_FORESEEN,
    read=_foreseen,
    rows=rows_of(_FORESEEN),
)
