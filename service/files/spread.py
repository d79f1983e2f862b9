"""Files of what many lack, with a line for each who lacks it, and of how far apart the customers of a type are."""

from collections.abc import Iterator
from typing import NamedTuple

from language import CUSTOMER_TYPES
from language.service.files import spread as words
from reports.columns import Table, choice, number, text, whole
from scoring.portfolio.bands import Band, bands
from scoring.portfolio.missing import MissingTopic, missing_topics
from scoring.vocabulary import CustomerType
from scoring.yardstick import OVERALL
from service.files.answers import everyone
from service.files.export import Export, ExportScope, Wanted, rows_of
from service.people.permissions import Operation
from service.portfolio.comparison import ComparedMember
from service.workspace import Workspace


class _LackingLine(NamedTuple):
    found: MissingTopic
    title: str
    member: ComparedMember


_LACKING: Table[_LackingLine] = {
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.member.customer_type,
    text("topic", "Tema-id"): lambda line: line.found.topic,
    text("topic_title", "Tema"): lambda line: line.title,
    whole("missing", "Mangler hos"): lambda line: len(line.found.missing),
    whole("should", "Skulle hatt det"): lambda line: line.found.should,
    number("share", "Andel", 2): lambda line: line.found.share,
    text("customer_id", "Kunde-id"): lambda line: line.member.customer_id,
    text("customer", "Kunde"): lambda line: line.member.name,
}


def _lacking(ws: Workspace, wanted: Wanted) -> Iterator[_LackingLine]:
    """Within each type the topic that the largest share lacks first, with a line for each who does."""
    customers, topics = everyone(ws, wanted), ws.catalogue.topics
    for kind in CustomerType:
        places = [place for place, member in enumerate(customers.members) if member.customer_type is kind]
        for found in missing_topics(customers.judged, places):
            title = topics[found.topic].title.nb if found.topic in topics else found.topic
            yield from (_LackingLine(found, title, customers.members[place]) for place in found.missing)


LACKING = Export(
    id="lacking",
    title=words.LACKING,
    about=words.ABOUT_LACKING,
    key=("customer_type", "topic", "customer_id"),
    named="mangler-hos-mange",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_LACKING,
    read=_lacking,
    rows=rows_of(_LACKING),
    at_a_cut=True,
    on_a_basis=True,
)


class _SpreadLine(NamedTuple):
    kind: CustomerType
    measure: str
    band: Band


MEASURES = {"ahead_days": "dager foran planen", "readiness": "prosent på plass"}
_SPREAD: Table[_SpreadLine] = {
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.kind,
    text("measure", "Hva", MEASURES): lambda line: line.measure,
    whole("customers", "Antall kunder"): lambda line: line.band.customers,
    number("lower", "Nedre fjerdedel", 1): lambda line: line.band.lower,
    number("median", "Midterste", 1): lambda line: line.band.median,
    number("upper", "Øvre fjerdedel", 1): lambda line: line.band.upper,
}


def _spread(ws: Workspace, wanted: Wanted) -> Iterator[_SpreadLine]:
    """Of those that are ranked; nothing where too few of a type have a figure."""
    customers = everyone(ws, wanted)
    judged, kinds = customers.judged, [member.customer_type for member in customers.members]
    figures = {"ahead_days": judged.ahead_overall.tolist(), "readiness": judged.readiness(OVERALL).tolist()}
    ranked = judged.ranked.tolist()
    for measure, held in figures.items():
        among = [(kind, figure) for kind, figure, counts in zip(kinds, held, ranked, strict=True) if counts]
        found = bands(among)
        yield from (_SpreadLine(kind, measure, band) for kind in CustomerType if (band := found.get(kind)))


SPREAD = Export(
    id="spread",
    title=words.SPREAD,
    about=words.ABOUT_SPREAD,
    key=("customer_type", "measure"),
    named="spredning",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_SPREAD,
    read=_spread,
    rows=rows_of(_SPREAD),
    at_a_cut=True,
    on_a_basis=True,
)
