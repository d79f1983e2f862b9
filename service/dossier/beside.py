"""What a customer has said beside its answers: facts of itself, that it started and its figures after that, why findings
stand, and the days it corrected for itself.

Of each thing the newest word stands. From a file comes what is newer than all that was said of it here: so the same file
brings nothing the second time, and an older one nothing back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection

from language import day, local_day
from language import said as in_words
from language.service.dossier import beside as words
from scoring.profile.sense import fault_in
from scoring.proof.phases import NO_PHASES
from scoring.vocabulary import CustomerType
from service.answers.wholes import put_wholes
from service.dossier.document import (
    Dossier,
    DossierFact,
    DossierFindingAnswer,
    DossierOutcome,
    DossierPhases,
    DossierStart,
)
from service.faults import BadInput
from service.outcomes.figures import OutcomeSide, checked_figure
from service.outcomes.starts import EARLIEST
from service.people.access import moment, now
from service.people.actor import Actor
from service.plan.phases import PhasesOfCustomer, checked_phases, phases_held, phases_in_words
from service.workspace import Workspace
from storage.outcomes import rows as outcome_rows
from storage.outcomes.rows import OutcomeRow, StartRow
from storage.plan import phase_rows
from storage.plan.phase_rows import PhaseRow
from storage.profile import rows as profile_rows
from storage.profile.rows import EntryRow
from storage.records import ResponseRow
from storage.xray import rows as xray_rows
from storage.xray.rows import FindingAnswerRow

_OWN = OutcomeSide.CUSTOMER.value


@dataclass(frozen=True, slots=True)
class BroughtBeside:
    """What is new in a file. misfit: the day it says the customer started, where that does not fit the go-live here.

    phases_here: the days as they stand here.
    """

    facts: tuple[DossierFact, ...] = ()
    starts: tuple[DossierStart, ...] = ()
    outcomes: tuple[DossierOutcome, ...] = ()
    finding_answers: tuple[DossierFindingAnswer, ...] = ()
    phases: tuple[DossierPhases, ...] = ()
    phases_here: PhasesOfCustomer = field(default_factory=PhasesOfCustomer)
    misfit: date | None = None

    @property
    def some(self) -> bool:
        return any((self.facts, self.starts, self.outcomes, self.finding_answers, self.phases))

    @property
    def started_on(self) -> date | None:
        """The day that would stand, of what is new."""
        return self.starts[-1].started_on if self.starts else None


def facts_of(connection: Connection, customer_id: str) -> tuple[DossierFact, ...]:
    rows = sorted(profile_rows.entries(connection, customer_id), key=_said_at)
    return tuple(DossierFact(fact_id=r.fact_id, value=r.value, actor=r.actor, at=r.at) for r in rows)


def starts_of(connection: Connection, customer_id: str) -> tuple[DossierStart, ...]:
    rows = outcome_rows.starts(connection, customer_id)
    return tuple(DossierStart(started_on=r.started_on, reason=r.reason, actor=r.actor, at=r.at) for r in rows)


def outcomes_of(connection: Connection, customer_id: str) -> tuple[DossierOutcome, ...]:
    """The customer's own; HPAS's view never leaves in a file of the customer's."""
    rows = [row for row in outcome_rows.outcomes(connection, customer_id) if row.side == _OWN]
    names = DossierOutcome.model_fields
    return tuple(DossierOutcome(**{name: getattr(row, name) for name in names}) for row in sorted(rows, key=_said_at))


def finding_answers_of(connection: Connection, response_id: str) -> tuple[DossierFindingAnswer, ...]:
    rows = sorted(xray_rows.finding_answers(connection, response_id), key=_said_at)
    return tuple(DossierFindingAnswer(**_all_but(row, "response_id")) for row in rows)


def phases_of(connection: Connection, customer_id: str) -> tuple[DossierPhases, ...]:
    """The customer's own; those of its wave are HPAS's word."""
    rows = phase_rows.said_of(connection, customer_id)
    return tuple(DossierPhases(**_all_but(row, "customer_id", "go_live")) for row in rows)


def _said_at(row: EntryRow | OutcomeRow | FindingAnswerRow) -> datetime:
    """Where a file was taken in, the rows are not in the order in which all was said."""
    return row.at


def _all_but(row: FindingAnswerRow | PhaseRow, *names: str) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name not in names}


def new_beside(ws: Workspace, connection: Connection, dossier: Dossier, response: ResponseRow | None) -> BroughtBeside:
    """What is newer than what stands here. Raises `BadInput`: dossier_altered, where something cannot be as it is said."""
    _check(ws, dossier)
    customer = response.customer if response else None
    held = _here(connection, response)
    go_live = customer.go_live if customer else dossier.customer.go_live
    said = dossier.finding_answers
    brought = BroughtBeside(
        facts=tuple(each for each in dossier.facts if _newer(each.at, held, "fact", each.fact_id)),
        finding_answers=tuple(each for each in said if _newer(each.at, held, "finding", each.rule_id, each.basis)),
        phases=tuple(each for each in dossier.phases if _newer(each.at, held, "phases")),
        phases_here=phases_held(connection, customer.id if customer else "", go_live),
    )
    starts = tuple(each for each in dossier.starts if _newer(each.at, held, "start"))
    last = starts[-1].started_on if starts else None
    if last is not None and not _fits(last, go_live, local_day(moment(ws))):
        return replace(brought, misfit=last)
    began = bool(starts and last) if starts else bool(customer and customer.started_on)
    outcomes = (each for each in dossier.outcomes if _newer(each.at, held, each.measure_id, each.days_after))
    return replace(brought, starts=starts, outcomes=tuple(outcomes) if began else ())


def _fits(started: date, go_live: date | None, today: date) -> bool:
    return go_live is not None and go_live <= today and go_live - EARLIEST <= started <= today


def _newer(at: datetime, held: Mapping[tuple[object, ...], datetime], *of: object) -> bool:
    return of not in held or at > held[of]


def _here(connection: Connection, response: ResponseRow | None) -> dict[tuple[object, ...], datetime]:
    """What was said here -> when it was last said."""
    if response is None:
        return {}
    customer = response.customer
    said: list[tuple[tuple[object, ...], datetime]] = [
        *((("fact", row.fact_id), row.at) for row in profile_rows.entries(connection, customer.id)),
        *((("start",), row.at) for row in outcome_rows.starts(connection, customer.id)),
        *(
            ((row.measure_id, row.days_after), row.at)
            for row in outcome_rows.outcomes(connection, customer.id)
            if row.side == _OWN
        ),
        *((("finding", row.rule_id, row.basis), row.at) for row in xray_rows.finding_answers(connection, response.id)),
        *((("phases",), row.at) for row in phase_rows.said_of(connection, customer.id)),
    ]
    found: dict[tuple[object, ...], datetime] = {}
    for of, at in said:
        found[of] = max(at, found.get(of, at))
    return found


def _check(ws: Workspace, dossier: Dossier) -> None:
    """Of what is asked here; what another edition asks is kept as it is."""
    kind = dossier.customer.customer_type
    asked = ws.catalogue.profile.of(kind) if isinstance(kind, CustomerType) else {}
    for each in dossier.facts:
        fact = asked.get(each.fact_id)
        if fact is not None and each.value is not None and fault_in(fact, each.value):
            raise BadInput("dossier_altered", where=words.FACT(title=in_words(fact.title)))
    for said in dossier.outcomes:
        measure = ws.outcomes.measure(said.measure_id)
        if measure is None:
            continue
        try:
            checked_figure(measure, said.figure)
        except BadInput:
            raise BadInput("dossier_altered", where=words.FIGURE(title=in_words(measure.title))) from None
    for corrected in dossier.phases:
        try:
            checked_phases(corrected.days)
        except BadInput:
            raise BadInput("dossier_altered", where=words.PHASES()) from None


def check_beside(dossier: Dossier) -> Iterator[str]:
    """What could not have been said so, in words: told of a file alone, before anything here is looked at."""
    for things, where in (
        (dossier.facts, words.PROFILE()),
        (dossier.starts, words.START()),
        (dossier.outcomes, words.FIGURES()),
        (dossier.finding_answers, words.FINDINGS()),
        (dossier.phases, words.PHASES()),
    ):
        if not _in_order(each.at for each in things):
            yield where
    for before, after in zip(dossier.starts, dossier.starts[1:], strict=False):
        if before.started_on is not None and not (after.reason or "").strip():
            yield words.START()
    if dossier.starts and dossier.starts[0].started_on is None:
        yield words.START()
    if any(each.not_known and each.figure is not None for each in dossier.outcomes):
        yield words.FIGURES()
    if dossier.outcomes and not dossier.starts:
        yield words.FIGURES()


def _in_order(moments: Iterable[datetime]) -> bool:
    held = list(moments)
    return held == sorted(held)


def notes_beside(dossier: Dossier, brought: BroughtBeside) -> Iterator[str]:
    """What the one who confirms should know of these beside how many they are."""
    if misfit := brought.misfit:
        yield words.START_MISFITS(day=day(misfit))
    if brought.starts and brought.started_on is None:
        yield words.NOT_STARTED()
    if dossier.phases:
        here, theirs = brought.phases_here, dossier.phases[-1].days
        after = here.of_wave if theirs == NO_PHASES else theirs
        if after != here.held:
            note = words.PHASES_BECOME if brought.phases else words.PHASES_STAY
            yield note(there=phases_in_words(after), here=phases_in_words(here.held))


def write_beside(
    connection: Connection, response: ResponseRow, brought: BroughtBeside, *, actor: Actor, answers: bool
) -> None:
    """Store it. Where facts or answers are new, shares that rest on a fact get the whole that now stands."""
    customer_id = response.customer.id
    for fact in brought.facts:
        profile_rows.add_entry(connection, EntryRow(0, customer_id, fact.fact_id, fact.value, fact.actor, fact.at))
    for said in brought.starts:
        outcome_rows.say_started(connection, customer_id, StartRow(said.started_on, said.reason, said.actor, said.at))
    for each in brought.outcomes:
        about = (each.figure, each.not_known, each.remark, each.actor, each.at)
        outcome_rows.add_outcome(connection, OutcomeRow(customer_id, each.measure_id, each.days_after, _OWN, *about))
    for word in brought.finding_answers:
        xray_rows.add_finding_answer(connection, FindingAnswerRow(response.id, **word.model_dump()))
    for days in brought.phases:
        phase_rows.add_phases(connection, PhaseRow(customer_id, None, **days.model_dump()))
    if brought.facts or answers:
        facts = profile_rows.values_of(connection, customer_id)
        put_wholes(connection, response, facts, by=actor.id, at=now(), session=f"dossier-{uuid4().hex}")
