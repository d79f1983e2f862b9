"""When the solution is built, tested and taught: HPAS says it for a wave, and a customer corrects it for itself.

A customer's own days stand in place of the wave's, all of them, until they are taken back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from language import PHASE_DAYS, listed, short_day
from language.service.plan.phases import NO_DAYS
from scoring.proof.phases import NO_PHASES, Phases
from service.faults import BadInput
from service.people.access import allow, event, moment, plain_id
from service.people.actor import Actor
from service.people.customers import checked_day
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.plain_text import BadText, clean_text
from storage.plan import phase_rows
from storage.plan.phase_rows import PhaseRow
from storage.records import CustomerRow


@dataclass(frozen=True, slots=True)
class PhasesOfCustomer:
    """What holds, what the wave has, and why they differ; `reason` is `None` where they do not."""

    held: Phases = NO_PHASES
    of_wave: Phases = NO_PHASES
    reason: str | None = None
    said_at: datetime | None = None


def phases_within(connection: Connection, customer: CustomerRow) -> PhasesOfCustomer:
    """The days of one customer, for who has authorised. Its go-live may be another than its own: what it is judged by."""
    return phases_held(connection, customer.id, customer.go_live)


def phases_held(connection: Connection, customer_id: str, go_live: date | None) -> PhasesOfCustomer:
    """The same of who may not be here yet."""
    own, wave = phase_rows.phases_of(connection, customer_id, go_live)
    of_wave = NO_PHASES if wave is None else _phases(wave)
    if own is None or _phases(own) == NO_PHASES:
        return PhasesOfCustomer(of_wave, of_wave, said_at=wave.at if wave else None)
    return PhasesOfCustomer(_phases(own), of_wave, own.reason, own.at)


def phases_of_all(connection: Connection, whose: Sequence[tuple[str, str, date | None]]) -> dict[str, Phases]:
    """Response -> its days, where there are any. whose: (response, customer, go-live) of each."""
    rows = phase_rows.all_phases(connection)
    own = {row.customer_id: _phases(row) for row in rows if row.customer_id is not None}
    waves = {row.go_live: _phases(row) for row in rows if row.customer_id is None}
    found = {}
    for response_id, customer_id, go_live in whose:
        held = own.get(customer_id, NO_PHASES)
        held = waves.get(go_live, NO_PHASES) if held == NO_PHASES else held
        if held != NO_PHASES:
            found[response_id] = held
    return found


def phases_of_wave(ws: Workspace, actor: Actor, go_live: date) -> Phases:
    """What HPAS has said of a wave. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    with ws.database.reading() as connection:
        _, wave = phase_rows.phases_of(connection, "", go_live)
    return NO_PHASES if wave is None else _phases(wave)


def give_phases(ws: Workspace, actor: Actor, go_live: date, phases: Phases, *, seen: Phases | None = None) -> None:
    """Say the days of a wave, for all who start on that day. seen: those that stood on screen, where one says it there.

    Raises `NotAllowed`, and `BadInput`: phases_said_since, or as `checked_phases` does.
    """
    allow(ws, actor, Operation.GIVE_PHASES, thing=f"wave:{go_live}")
    row = _row(checked_phases(phases), actor, moment(ws), go_live=checked_day(go_live))
    with ws.database.writing() as connection:
        records.hold_customers(connection)
        _, wave = phase_rows.phases_of(connection, "", go_live)
        _as_seen(NO_PHASES if wave is None else _phases(wave), seen, phases)
        phase_rows.add_phases(connection, row)
        thing = f"wave:{go_live.isoformat()}"
        records.audit(connection, event(actor, Operation.GIVE_PHASES, thing, detail=_told(phases)))


def correct_phases(
    ws: Workspace, actor: Actor, customer_id: str, phases: Phases, *, reason: str, seen: Phases | None = None
) -> None:
    """Say other days for one customer than its wave has, and why; no day at all takes them back. seen: as of `give_phases`.

    Raises `NotAllowed`, and `BadInput`: phases_reason_missing, phases_said_since, or as `checked_phases` does.
    """
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = bool(records.customers(connection, customer_id))
    allow(ws, actor, Operation.CORRECT_PHASES, customer_id if known else None, thing=f"customer:{customer_id}")
    row = _row(checked_phases(phases), actor, moment(ws), customer_id=customer_id, reason=_reason(reason))
    with ws.database.writing() as connection:
        records.hold_customers(connection)
        _as_seen(phases_within(connection, records.customers(connection, customer_id)[0]).held, seen, phases)
        phase_rows.add_phases(connection, row)
        thing = f"customer:{customer_id}"
        records.audit(connection, event(actor, Operation.CORRECT_PHASES, thing, detail=_told(phases)))


def _as_seen(held: Phases, seen: Phases | None, wanted: Phases) -> None:
    """Raises `BadInput`: phases_said_since, where someone has said other days than those on screen, and than these."""
    if seen is not None and held not in (seen, wanted):
        raise BadInput("phases_said_since", days=phases_in_words(held))


def phases_in_words(phases: Phases) -> str:
    """«byggestopp 20.02.2027 og test begynner 01.03.2027», or that there are none."""
    return listed([f"{PHASE_DAYS[name]} {short_day(day)}" for name, day in _days(phases).items() if day]) or NO_DAYS()


def _row(
    phases: Phases,
    actor: Actor,
    at: datetime,
    *,
    customer_id: str | None = None,
    go_live: date | None = None,
    reason: str | None = None,
) -> PhaseRow:
    days = (phases.build_stop, phases.test_start, phases.test_end, phases.training_start)
    return PhaseRow(customer_id, go_live, *days, reason, actor.id, at)


def checked_phases(phases: Phases) -> Phases:
    """Raises `BadInput`: day_out_of_range, test_ends_first."""
    for day in _days(phases).values():
        checked_day(day)
    if phases.test_start and phases.test_end and phases.test_end < phases.test_start:
        raise BadInput("test_ends_first")
    return phases


def _days(phases: Phases) -> Mapping[str, date | None]:
    return asdict(phases)


def _reason(text: str) -> str:
    try:
        clean = clean_text(text)
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None
    if clean is None:
        raise BadInput("phases_reason_missing")
    return clean


def _told(phases: Phases) -> str:
    return ", ".join(f"{name} {day.isoformat()}" for name, day in _days(phases).items() if day)


def _phases(row: PhaseRow) -> Phases:
    return Phases(row.build_stop, row.test_start, row.test_end, row.training_start)
