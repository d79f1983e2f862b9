"""Files of the roll-out: each go-live, who starts then, what fails there, and how the days have been moved and why."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from language import CUSTOMER_TYPES, VERDICTS
from language.service.files import waves as words
from reports.columns import Table, choice, day, moment, text, truth, whole
from scoring.portfolio.portfolio import Compared
from scoring.portfolio.waves import Wave, waves
from service.files.answers import everyone
from service.files.export import Export, ExportScope, Wanted, rows_of
from service.people.customers import CustomerInfo, MoveRow
from service.people.permissions import Operation
from service.portfolio.comparison import ComparedMember
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows

_WAVES: Table[Wave] = {
    day("go_live", "Oppstart"): lambda wave: wave.go_live,
    whole("customers", "Antall kunder"): lambda wave: len(wave.keys),
    choice("weakest", "Svakeste konklusjon", VERDICTS): lambda wave: wave.weakest,
    whole("failing_topics", "Temaer med stoppkrav som ikke er oppfylt"): lambda wave: len(wave.stops),
    whole("unknown", "Kunder med for få svar"): lambda wave: len(wave.unknown),
    day("earliest_go_live", "Tidligste forsvarlige oppstart"): lambda wave: wave.earliest,
    text("decided_by_customer", "Avgjøres av kunde"): lambda wave: (wave.decided_by or (None, None))[0],
    text("decided_by", "Avgjøres av spørsmål"): lambda wave: (wave.decided_by or (None, None))[1],
}


def _waves(ws: Workspace, wanted: Wanted) -> list[Wave]:
    return waves(everyone(ws, wanted).judged.rows())


WAVES = Export(
    id="waves",
    title=words.WAVES,
    about=words.ABOUT_WAVES,
    named="bolger",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_WAVES,
    key=("go_live",),
    refers={"decided_by_customer": "customers"},
    read=_waves,
    rows=rows_of(_WAVES),
    at_a_cut=True,
    on_a_basis=True,
)


class _WaveMember(NamedTuple):
    wave: Wave
    member: ComparedMember
    compared: Compared


_MEMBERS: Table[_WaveMember] = {
    day("go_live", "Oppstart"): lambda line: line.wave.go_live,
    text("customer_id", "Kunde-id"): lambda line: line.member.customer_id,
    text("customer", "Kunde"): lambda line: line.member.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.member.customer_type,
    choice("verdict", "Konklusjon", VERDICTS): lambda line: line.compared.verdict,
    truth("is_weakest", "Blant de svakeste"): lambda line: line.member.customer_id in line.wave.weakest_keys,
    whole("failing_stops", "Stoppkrav som ikke rekker"): lambda line: (
        len(line.compared.failed_stops) if line.compared.verdict else None
    ),
    truth("enough", "Nok er besvart"): lambda line: line.compared.enough,
}


def _members(ws: Workspace, wanted: Wanted) -> Iterator[_WaveMember]:
    """The first go-live first; who has no day is in none."""
    found = everyone(ws, wanted)
    rows = found.judged.rows()
    held = {member.customer_id: (member, row) for member, row in zip(found.members, rows, strict=True)}
    return (_WaveMember(wave, *held[key]) for wave in waves(rows) for key in wave.keys)


WAVE_MEMBERS = Export(
    id="wave_members",
    title=words.WAVE_MEMBERS,
    about=words.ABOUT_WAVE_MEMBERS,
    named="bolger-kunder",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_MEMBERS,
    key=("go_live", "customer_id"),
    refers={"go_live": "waves"},
    read=_members,
    rows=rows_of(_MEMBERS),
    at_a_cut=True,
    on_a_basis=True,
)


class _WaveStop(NamedTuple):
    wave: Wave
    member: ComparedMember
    question: str
    topic: str
    topic_title: str


_STOPS: Table[_WaveStop] = {
    day("go_live", "Oppstart"): lambda line: line.wave.go_live,
    text("customer_id", "Kunde-id"): lambda line: line.member.customer_id,
    text("customer", "Kunde"): lambda line: line.member.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.member.customer_type,
    text("question_id", "Spørsmål-id"): lambda line: line.question,
    text("topic", "Tema-id"): lambda line: line.topic,
    text("topic_title", "Tema"): lambda line: line.topic_title,
}


def _stops(ws: Workspace, wanted: Wanted) -> Iterator[_WaveStop]:
    found = everyone(ws, wanted)
    rows, titles = found.judged.rows(), ws.catalogue.topics
    place = {member.customer_id: number for number, member in enumerate(found.members)}
    for wave in waves(rows):
        for number in (place[key] for key in wave.keys):
            measure = found.judged.yardstick_of(number)
            for question in rows[number].failed_stops:
                topic = measure.questions[measure.column[question]].topic
                title = titles[topic].title.nb if topic in titles else topic
                yield _WaveStop(wave, found.members[number], question, topic, title)


WAVE_STOPS = Export(
    id="wave_stops",
    title=words.WAVE_STOPS,
    about=words.ABOUT_WAVE_STOPS,
    named="bolger-stoppkrav",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_STOPS,
    key=("go_live", "customer_id", "question_id"),
    refers={"go_live": "waves"},
    read=_stops,
    rows=rows_of(_STOPS),
    at_a_cut=True,
    on_a_basis=True,
)


class _Moved(NamedTuple):
    """number: of the customer's moves, the oldest is 1."""

    customer: CustomerInfo
    number: int
    move: MoveRow


_MOVES: Table[_Moved] = {
    text("customer_id", "Kunde-id"): lambda line: line.customer.id,
    text("customer", "Kunde"): lambda line: line.customer.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.customer.customer_type,
    whole("move", "Nummer"): lambda line: line.number,
    day("moved_from", "Flyttet fra"): lambda line: line.move.moved_from,
    day("moved_to", "Flyttet til"): lambda line: line.move.moved_to,
    whole("days_moved", "Dager flyttet"): lambda line: _days_between(line.move),
    text("reason", "Begrunnelse"): lambda line: line.move.reason,
    moment("moved_at", "Tidspunkt"): lambda line: line.move.at,
    text("moved_by", "Flyttet av"): lambda line: line.move.actor,
}


def _days_between(move: MoveRow) -> int | None:
    return (move.moved_to - move.moved_from).days if move.moved_from and move.moved_to else None


def _moves(ws: Workspace, _wanted: Wanted) -> Iterator[_Moved]:
    """By customer, the oldest first."""
    with ws.database.reading() as connection:
        customers = {customer.id: customer for customer in records.listed_customers(connection)}
        moved = people_rows.moves_of_all(connection)
    held = [(customer_id, move) for customer_id, move in moved if customer_id in customers]
    for customer_id, of_one in groupby(held, key=lambda found: found[0]):
        for number, (_, move) in enumerate(of_one, start=1):
            yield _Moved(customers[customer_id], number, move)


MOVES = Export(
    id="moves",
    title=words.MOVES,
    about=words.ABOUT_MOVES,
    named="flyttede-oppstarter",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_MOVES,
    key=("customer_id", "move"),
    read=_moves,
    rows=rows_of(_MOVES),
)
