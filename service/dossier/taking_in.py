"""A vurderingsfil taken in at HPAS: whom it is of, what it would bring, and then all of that in one transaction, or nothing.

`preview_dossier` stores nothing. What is HPAS's own word (approvals, reviews, dates) is never taken from a file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlalchemy import Connection

from language import CUSTOMER_TYPES, QUESTIONNAIRES, day
from language.service.dossier import taking_in as words
from reports.answers.wording import content_text
from scoring.names import name_key
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField
from service.answers.serialisation import fits, unpack
from service.dossier.beside import new_beside, notes_beside
from service.dossier.document import Dossier, DossierEvent, DossierMatter, DossierSnapshot, DossierWaiver
from service.dossier.merging import (
    BroughtAction,
    changed_fields,
    decided_elsewhere,
    new_lines,
    new_steps,
    of_customer,
    only_here,
)
from service.dossier.opening import opened
from service.dossier.writing import Brought, write
from service.faults import BadInput, Refused
from service.forms import kept_forms
from service.people.access import allow, event, plain_id, refusals_logged
from service.people.actor import Actor, is_hpas, is_local
from service.people.customers import CustomerInfo
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.people import rows as people_rows
from storage.plan import rows as plan_rows
from storage.records import ResponseRow
from storage.review import rows as review_rows
from storage.tables import RevisionKind

__all__ = ["DossierChange", "DossierPreview", "OutdatedDossier", "preview_dossier", "take_in"]


class OutdatedDossier(Refused):
    """What would be brought is no longer what was seen. Nothing was stored."""

    def __init__(self) -> None:
        super().__init__(words.OUTDATED())


@dataclass(frozen=True, slots=True)
class DossierChange:
    """A field that would say something else: in words, "" for nothing."""

    question_id: str
    field: AnswerField
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DossierPreview:
    """Whom a file is of and what it would bring. known: the customer here, None when the file brings it.

    answered, asked: questions. lines: of the history. started_on: the day it started, where that is new. seal: of all of
    it, for the one who confirms.
    """

    name: str
    customer_id: str
    kind: str
    known: CustomerInfo | None
    answered: int
    asked: int
    lines: int
    changes: tuple[DossierChange, ...]
    actions: int
    waivers: int
    snapshots: int
    facts: int
    outcomes: int
    started_on: date | None
    findings: int
    phases: int
    notes: tuple[str, ...]
    nothing_new: bool
    seal: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """How many: lines of history, actions, waivers, what was sent in, facts, figures, starts, findings, phases."""
        many = (self.lines, self.actions, self.waivers, self.snapshots, self.facts, self.outcomes)
        return (*many, int(self.started_on is not None), self.findings, self.phases)


def preview_dossier(ws: Workspace, actor: Actor, data: bytes, *, customer_id: str | None = None) -> DossierPreview:
    """What the file would bring. `customer_id`: whom it must be of, None when it may say so itself.

    Raises `BadInput` with what is wrong with the file, or with taking it in here.
    """
    allow(ws, actor, Operation.TAKE_IN, thing="dossier")
    dossier = opened(data)
    with ws.database.reading() as connection:
        return _seen(ws, connection, dossier, _brought(ws, connection, actor, dossier, customer_id))


def take_in(ws: Workspace, actor: Actor, data: bytes, *, seal: str, customer_id: str | None = None) -> DossierPreview:
    """Store what was seen (`seal`), all of it or nothing; what was stored.

    Raises `OutdatedDossier` when it would bring something else by now, or what `preview_dossier` raises.
    """
    allow(ws, actor, Operation.TAKE_IN, thing="dossier")
    dossier = opened(data)

    def work(connection: Connection, again: bool) -> DossierPreview:
        records.hold_customers(connection)
        brought = _brought(ws, connection, actor, dossier, customer_id, hold=True)
        seen = _seen(ws, connection, dossier, brought)
        if again and brought.nothing:
            return seen
        if seen.seal != seal:
            raise OutdatedDossier
        stored = write(ws, connection, actor, dossier, brought)
        told = " ".join(str(number) for number in seen.numbers)
        records.audit(connection, event(actor, Operation.TAKE_IN, f"customer:{stored}", detail=told))
        return seen

    with refusals_logged(ws, actor, Operation.TAKE_IN, "dossier"):
        return ws.database.once(work)


def _brought(
    ws: Workspace,
    connection: Connection,
    actor: Actor,
    dossier: Dossier,
    wanted: str | None,
    *,
    hold: bool = False,
) -> Brought:
    customer, linked = _customer_here(connection, dossier)
    _check_customer(connection, actor, dossier, customer, wanted)
    _check_form(ws, connection, dossier)
    response = records.response_of(connection, customer.id) if customer else None
    if response is not None:
        response = records.response_by_id(connection, response.id, for_update=hold)
    if customer is not None and response is not None:
        same = customer.id != dossier.customer.id or response.id == dossier.response.id
        if not same:
            raise BadInput("dossier_other_response", name=customer.name)
    return _compared(ws, connection, dossier, customer, response, linked=linked)


def _compared(
    ws: Workspace,
    connection: Connection,
    dossier: Dossier,
    customer: CustomerInfo | None,
    response: ResponseRow | None,
    *,
    linked: bool,
) -> Brought:
    here = answer_rows.revisions(connection, response.id) if response else []
    history = dossier.response.history
    moves = response is not None and response.fingerprint != dossier.response.fingerprint
    if moves and only_here(history, here):
        raise BadInput("dossier_both_written")
    waivers, snapshots, events = _things(connection, dossier, response)
    return Brought(
        customer=customer,
        response=response,
        linked=linked,
        form=moves and len(history) >= len(here),
        lines=tuple(new_lines(history, here)),
        actions=tuple(_actions(connection, dossier, customer, response)),
        waivers=waivers,
        snapshots=snapshots,
        events=events,
        beside=new_beside(ws, connection, dossier, response),
    )


def _customer_here(connection: Connection, dossier: Dossier) -> tuple[CustomerInfo | None, bool]:
    """The customer the file is of, as it is here, and whether it is known by nothing but its name, type and silence."""
    theirs = dossier.customer
    if is_hpas(theirs.id):
        raise BadInput("dossier_id_taken", where=words.THE_CUSTOMER())
    for known in (theirs.id, people_rows.known_as(connection, theirs.id)):
        if known and (found := records.customers(connection, known)):
            return found[0], False
    called = [row for row in records.customers(connection) if name_key(row.name) == name_key(theirs.name)]
    if not called:
        return None, False
    silent = records.response_of(connection, called[0].id)
    untouched = silent is not None and not silent.revisions and not people_rows.sources_of(connection, called[0].id)
    if called[0].customer_type is not theirs.customer_type or not untouched:
        raise BadInput("dossier_name_taken", name=called[0].name)
    return called[0], True


def _check_customer(
    connection: Connection, actor: Actor, dossier: Dossier, customer: CustomerInfo | None, wanted: str | None
) -> None:
    theirs = dossier.customer
    if customer is not None and customer.archived_at is not None:
        raise BadInput("dossier_archived", name=customer.name)
    if wanted is not None and (customer is None or customer.id != wanted):
        asked = records.customers(connection, plain_id(wanted))
        raise BadInput("dossier_other_customer", found=theirs.name, wanted=asked[0].name if asked else wanted)
    if customer is not None and customer.customer_type is not theirs.customer_type:
        found, known = (QUESTIONNAIRES[each.customer_type] for each in (theirs, customer))
        raise BadInput("dossier_other_type", name=customer.name, found=found, known=known)
    if customer is not None and customer.invented == theirs.invented:
        return
    if any(row.invented != theirs.invented for row in records.customers(connection)):
        raise BadInput("dossier_mixed", found=words.INVENTED() if theirs.invented else words.REAL())
    if people_rows.own_machine_of(connection):
        raise BadInput("own_machine")
    if is_local(actor) and not theirs.invented:
        raise BadInput("real_without_login")


def _check_form(ws: Workspace, connection: Connection, dossier: Dossier) -> None:
    kind, asked = dossier.customer.customer_type, dossier.response.fingerprint
    offered = ws.forms.get(kind)
    if asked not in {*records.form_fingerprints(connection, kind), offered and offered.fingerprint}:
        raise BadInput("dossier_unknown_form", found=asked[:12])


def _actions(
    connection: Connection, dossier: Dossier, customer: CustomerInfo | None, response: ResponseRow | None
) -> Sequence[BroughtAction]:
    rows = plan_rows.actions_of(connection, response.id) if response else []
    past = {row.id: plan_rows.action_revisions(connection, row.id) for row in rows}
    if any(action.id not in past and plan_rows.action_by_id(connection, action.id) for action in dossier.actions):
        raise BadInput("dossier_id_taken", where=words.AN_ACTION())
    members = people_rows.members(connection, customer.id) if customer else []
    return new_steps(dossier, past, [member.id for member in members])


Things = tuple[tuple[DossierWaiver, ...], tuple[DossierSnapshot, ...], tuple[tuple[str, DossierEvent], ...]]


def _things(connection: Connection, dossier: Dossier, response: ResponseRow | None) -> Things:
    """Waivers and snapshots that are new here, and what the customer has done since with those that are not."""
    waivers = {row.id: row.state for row in plan_rows.waivers_of(connection, response.id)} if response else {}
    sent = {row.id: row.state for row in review_rows.of_response(connection, response.id)} if response else {}
    for waiver in dossier.waivers:
        if waiver.id not in waivers and plan_rows.waiver_by_id(connection, waiver.id):
            raise BadInput("dossier_id_taken", where=words.A_WAIVER())
    for snapshot in dossier.snapshots:
        if snapshot.id not in sent and review_rows.snapshot_by_id(connection, snapshot.id):
            raise BadInput("dossier_id_taken", where=words.WHAT_WAS_SENT())
    if response is None and records.response_by_id(connection, dossier.response.id):
        raise BadInput("dossier_id_taken", where=words.THE_ASSESSMENT())
    begun: dict[str, str] = {**waivers, **sent}
    things: tuple[DossierMatter, ...] = (*dossier.waivers, *dossier.snapshots)
    events = [
        (thing.id, event)
        for thing in things
        # Only what still lies as it was sent can be taken back; where HPAS has gone on, that stands.
        if begun.get(thing.id) in ("proposed", "sent")
        for event in of_customer(thing)[1:]
    ]
    return (
        tuple(waiver for waiver in dossier.waivers if waiver.id not in waivers),
        tuple(snapshot for snapshot in dossier.snapshots if snapshot.id not in sent),
        tuple(events),
    )


def _seen(ws: Workspace, connection: Connection, dossier: Dossier, brought: Brought) -> DossierPreview:
    theirs, form = dossier.customer, _form(ws, connection, dossier)
    response = brought.response
    fields = answer_rows.fields_of(connection, response.id) if response else []
    changed = changed_fields(brought.lines, {(row.question_id, row.field): row.content for row in fields})
    said = {answer.question_id for answer in dossier.response.answers if answer.content and answer.field in _ANSWERED}
    return DossierPreview(
        name=theirs.name,
        customer_id=theirs.id,
        kind=CUSTOMER_TYPES[theirs.customer_type],
        known=brought.customer,
        answered=len(said & form.questionnaire.by_id.keys()),
        asked=len(form.questionnaire.questions),
        lines=len(brought.lines),
        changes=tuple(_in_words(form, *key, *both) for key, both in changed.items()),
        actions=len(brought.actions),
        waivers=len(brought.waivers),
        snapshots=len(brought.snapshots),
        facts=len(brought.beside.facts),
        outcomes=len(brought.beside.outcomes),
        started_on=brought.beside.started_on,
        findings=len(brought.beside.finding_answers),
        phases=len(brought.beside.phases),
        notes=tuple(_notes(dossier, brought)),
        nothing_new=brought.nothing,
        seal=sha256(repr((theirs.id, brought)).encode()).hexdigest(),
    )


_ANSWERED = (AnswerField.VALUE, AnswerField.NOT_APPLICABLE)


def _form(ws: Workspace, connection: Connection, dossier: Dossier) -> Form:
    """The questionnaire the file answers; it is known here."""
    offered, asked = ws.forms.get(dossier.customer.customer_type), dossier.response.fingerprint
    if offered is not None and offered.fingerprint == asked:
        return offered
    return kept_forms(connection, [asked])[asked]


def _in_words(form: Form, question_id: str, field: AnswerField, before: str | None, after: str | None) -> DossierChange:
    question = form.questionnaire.by_id.get(question_id)

    def word(stored: str | None) -> str:
        if stored is None:
            return ""
        if question is None or not fits(question, field, stored):
            return stored
        return content_text(question, field, unpack(question, field, stored))

    return DossierChange(question_id, field, word(before), word(after))


def _notes(dossier: Dossier, brought: Brought) -> Iterator[str]:
    """What the one who confirms should know beside the numbers."""
    theirs, known = dossier.customer, brought.customer
    if brought.linked and known:
        yield words.LINKED(name=known.name)
    if known and known.name != theirs.name:
        yield words.OTHER_NAME(there=theirs.name, here=known.name)
    if known and known.go_live != theirs.go_live:
        there, here = (day(each) if each else words.NO_DATE() for each in (theirs.go_live, known.go_live))
        yield words.OTHER_DAY(there=there, here=here)
    yield from notes_beside(dossier, brought.beside)
    if brought.form:
        yield words.OTHER_FORM()
    if passed := sum(line.edit.kind is RevisionKind.SUPERSEDED for line in brought.lines if not line.stands and known):
        yield words.PASSED(passed)
    if decided := decided_elsewhere(dossier):
        yield words.DECIDED(decided)
