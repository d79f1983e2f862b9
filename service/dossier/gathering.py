"""A customer's vurderingsfil gathered from the database, as of one moment."""

from collections.abc import Collection

from sqlalchemy import Connection

from service.answers.responses import open_response
from service.dossier.beside import facts_of, finding_answers_of, outcomes_of, phases_of, starts_of
from service.dossier.document import (
    Dossier,
    DossierAction,
    DossierAnswer,
    DossierChanges,
    DossierCustomer,
    DossierEvent,
    DossierForm,
    DossierMove,
    DossierResponse,
    DossierRevision,
    DossierSnapshot,
    DossierStep,
    DossierWaiver,
)
from service.people.access import now
from service.people.actor import Actor
from service.people.customers import CustomerInfo
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.people import rows as people_rows
from storage.plan import rows as plan_rows
from storage.records import ResponseRow
from storage.review import rows as review_rows


def gather(ws: Workspace, actor: Actor, customer_id: str) -> Dossier:
    """All that the customer has said. Raises what `open_response` raises."""
    with ws.database.one_moment():
        view = open_response(ws, actor, customer_id)
        with ws.database.reading() as connection:
            row = records.response_by_id(connection, view.response_id)
            assert row is not None, "it was opened in the same moment"
            return _gathered(connection, row)


def _gathered(connection: Connection, row: ResponseRow) -> Dossier:
    snapshots = _snapshots(connection, row)
    prints = {row.fingerprint, *(each.fingerprint for each in snapshots)}
    members = people_rows.members(connection, row.customer.id)
    return Dossier(
        made_at=now(),
        customer=_customer(connection, row.customer),
        people={member.id: member.name for member in members if member.name},
        forms=_forms(connection, prints),
        response=_response(connection, row),
        actions=_actions(connection, row.id),
        waivers=_waivers(connection, row.id),
        snapshots=snapshots,
        facts=facts_of(connection, row.customer.id),
        starts=starts_of(connection, row.customer.id),
        outcomes=outcomes_of(connection, row.customer.id),
        finding_answers=finding_answers_of(connection, row.id),
        phases=phases_of(connection, row.customer.id),
    )


def _forms(connection: Connection, prints: Collection[str]) -> tuple[DossierForm, ...]:
    bodies = records.forms(connection, prints)
    return tuple(DossierForm(fingerprint=found, body=bodies[found]) for found in sorted(bodies))


def _customer(connection: Connection, row: CustomerInfo) -> DossierCustomer:
    moves = people_rows.moves(connection, row.id)
    # What HPAS alone says of a customer is no part of what the customer has said.
    about = {name: getattr(row, name) for name in DossierCustomer.model_fields if name != "moves"}
    return DossierCustomer(
        **about,
        moves=tuple(DossierMove(moved_from=m.moved_from, moved_to=m.moved_to, actor=m.actor, at=m.at) for m in moves),
    )


def _response(connection: Connection, row: ResponseRow) -> DossierResponse:
    history = answer_rows.links(connection, row.id)
    fields = answer_rows.fields_of(connection, row.id)
    return DossierResponse(
        id=row.id,
        fingerprint=row.fingerprint,
        created_at=row.created_at,
        created_by=records.begun_by(connection, row.id),
        head=row.head,
        history=tuple(DossierRevision(**line) for line in history),
        answers=tuple(
            DossierAnswer(
                question_id=field.question_id,
                field=field.field,
                content=field.content,
                version=field.version,
                by=field.updated_by,
                at=field.updated_at,
            )
            for field in fields
        ),
    )


def _actions(connection: Connection, response_id: str) -> tuple[DossierAction, ...]:
    return tuple(
        DossierAction(
            id=row.id,
            question_id=row.question_id,
            history=tuple(
                DossierStep(
                    changes=DossierChanges.model_validate(dict(step.changes)),
                    actor=step.actor,
                    session=step.session,
                    edit_no=step.edit_no,
                    base_version=step.base_version,
                    at=step.at,
                )
                for step in plan_rows.action_revisions(connection, row.id)
            ),
        )
        for row in plan_rows.actions_of(connection, response_id)
    )


def _waivers(connection: Connection, response_id: str) -> tuple[DossierWaiver, ...]:
    return tuple(
        DossierWaiver(
            id=row.id,
            question_id=row.question_id,
            measure=row.measure,
            owner=row.owner,
            expires=row.expires,
            given_for=row.given_for,
            events=tuple(
                DossierEvent(state=each.state, actor=each.actor, at=each.at, reason=each.reason)
                for each in plan_rows.waiver_events(connection, row.id)
            ),
        )
        for row in plan_rows.waivers_of(connection, response_id)
    )


def _snapshots(connection: Connection, row: ResponseRow) -> tuple[DossierSnapshot, ...]:
    sent = review_rows.of_response(connection, row.id)
    bodies = review_rows.bodies(connection, [each.id for each in sent])
    return tuple(
        DossierSnapshot(
            id=each.id,
            fingerprint=each.fingerprint,
            as_of=each.as_of,
            go_live=each.go_live,
            sent_at=each.sent_at,
            sent_by=each.sent_by,
            complete=each.complete,
            marker=each.marker,
            body=bodies[each.id],
            events=tuple(
                DossierEvent(state=event.state, actor=event.actor, at=event.at, reason=event.comment)
                for event in review_rows.events(connection, each.id)
            ),
        )
        for each in sent
    )
