"""Customers, kept questionnaires, responses and the audit log as rows: plain reading and writing, no judgement."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from scoring.vocabulary import Programme, QuestionnaireType, questionnaire_type
from storage import facts
from storage.tables import audit_event, customer, questionnaire_form, response

# HPAS's own answers are kept as a customer's are, and are found by who asks for them alone.
IS_CUSTOMER = customer.c.customer_type != Programme.PROGRAMME.value
# More than so many are read with all the others: a list of names that long is slower than reading everything.
FEW = 500
_ACTS = "klarsjekk_acts"
_log = logging.getLogger("klarsjekk.acts")
# The customers that are listed, compared, counted and written to. All that goes through many of them asks by this.
LISTED = and_(customer.c.archived_at.is_(None), IS_CUSTOMER)


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """org_number: nine digits. reviewer: its own, the id of a member of HPAS. archived_at: hidden since then, and kept.

    beds: how large it is, where HPAS has said so. started_on: the day it truly started, when that is confirmed. language:
    nb or nn, where it has chosen.
    """

    id: str
    name: str
    customer_type: QuestionnaireType
    go_live: date | None
    invented: bool
    created_at: datetime
    org_number: str | None = None
    region: str | None = None
    group_name: str | None = None
    reviewer: str | None = None
    archived_at: datetime | None = None
    beds: int | None = None
    started_on: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """A response with the customer it belongs to. `revisions` and `head`: how long its chain is, and where it ends."""

    id: str
    fingerprint: str
    created_at: datetime
    customer: CustomerRow
    revisions: int
    head: str


@dataclass(frozen=True, slots=True)
class AuditRow:
    """What someone did to `object` ("customer:…", "response:…"), and how it went ("done" or "refused")."""

    at: datetime
    actor: str
    operation: str
    object: str
    outcome: str
    detail: str | None = None


def put(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Write a whole row, in place of the one with the same primary key."""
    connection.execute(_putting(connection.dialect.name, table), row)


# Made once: to put such a statement together takes longer than to run it.
@cache
def _putting(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    new = _insert(dialect, table)
    keys = list(table.primary_key.columns)
    changed = {column.name: new.excluded[column.name] for column in table.columns if column not in keys}
    return new.on_conflict_do_update(index_elements=keys, set_=changed)


def _insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that can say what to do on conflict."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def insert_once(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Write a row unless there is one with its primary key, also one another is writing just now; whether it was written."""
    made = _insert(connection.dialect.name, table).values(row).on_conflict_do_nothing()
    return connection.execute(made.returning(*table.primary_key.columns)).first() is not None


def add_customer(connection: Connection, row: CustomerRow) -> None:
    values = {name: getattr(row, name) for name in CustomerRow.__slots__}
    facts.add(connection, customer, {**values, "customer_type": row.customer_type.value})


def hold_customers(connection: Connection) -> None:
    """Nobody else changes a customer until the transaction ends; on SQLite the writer is alone as it is."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE customer IN SHARE ROW EXCLUSIVE MODE")


def change_customer(connection: Connection, customer_id: str, **values: object) -> None:
    connection.execute(update(customer).where(customer.c.id == customer_id).values(**values))
    facts.changed(connection, customer, customer_id)


def customers(connection: Connection, customer_id: str | None = None) -> list[CustomerRow]:
    """Every customer there is, archived ones too, or the one asked for, which may be HPAS itself."""
    query = _CUSTOMERS.where(IS_CUSTOMER if customer_id is None else customer.c.id == customer_id)
    return [_made(row) for row in connection.execute(query)]


def listed_customers(connection: Connection, customer_id: str | None = None) -> list[CustomerRow]:
    """The customers that are not archived, or the one asked for when it is not."""
    query = _CUSTOMERS.where(LISTED)
    if customer_id is not None:
        query = query.where(customer.c.id == customer_id)
    return [_made(row) for row in connection.execute(query)]


def how_many_customers(connection: Connection) -> tuple[int, int]:
    """How many there are, and how many of them are real; HPAS itself is none of them."""
    real = func.count().filter(customer.c.invented.is_(False))
    query = select(func.count(), real).where(IS_CUSTOMER)
    every, not_invented = connection.execute(query.select_from(customer)).one()
    return every, not_invented


def keep_form(connection: Connection, fingerprint: str, customer_type: QuestionnaireType, body: str) -> None:
    """Keep a questionnaire as it was asked; one that is kept already stays as it is."""
    row = {"fingerprint": fingerprint, "customer_type": customer_type.value, "body": body}
    kept = _insert(connection.dialect.name, questionnaire_form).values(row)
    unless_there = kept.on_conflict_do_nothing(index_elements=["fingerprint"])
    if connection.execute(unless_there.returning(questionnaire_form.c.fingerprint)).first():
        facts.note(connection, questionnaire_form, row)


def forms(connection: Connection, fingerprints: Iterable[str]) -> dict[str, str]:
    """Fingerprint -> kept questionnaire as JSON."""
    columns = select(questionnaire_form.c.fingerprint, questionnaire_form.c.body)
    rows = connection.execute(columns.where(questionnaire_form.c.fingerprint.in_(list(fingerprints))))
    return {row.fingerprint: row.body for row in rows}


def form_fingerprints(connection: Connection, customer_type: QuestionnaireType) -> list[str]:
    """Fingerprints of every questionnaire that was ever kept for customers of a type."""
    query = select(questionnaire_form.c.fingerprint).where(questionnaire_form.c.customer_type == customer_type.value)
    return list(connection.execute(query).scalars())


def add_response(
    connection: Connection, response_id: str, customer_id: str, fingerprint: str, *, actor: str, at: datetime
) -> None:
    row = {"id": response_id, "customer_id": customer_id, "fingerprint": fingerprint}
    facts.add(connection, response, {**row, "created_at": at, "created_by": actor})


def begun_by(connection: Connection, response_id: str) -> str:
    """Who began the response."""
    return str(connection.execute(select(response.c.created_by).where(response.c.id == response_id)).scalar_one())


def set_form(connection: Connection, response_id: str, fingerprint: str) -> None:
    """Let the response be asked another questionnaire, one that is kept."""
    connection.execute(update(response).where(response.c.id == response_id).values(fingerprint=fingerprint))
    facts.changed(connection, response, response_id)


def response_by_id(connection: Connection, response_id: str, *, for_update: bool = False) -> ResponseRow | None:
    """The response, or None. `for_update`: others who would change it wait (where the database can lock a row)."""
    query = _BY_ID_HELD if for_update else _BY_ID
    row = connection.execute(query, {"wanted": response_id}).one_or_none()
    return None if row is None else _response(row)


def response_of(connection: Connection, customer_id: str) -> ResponseRow | None:
    """The customer's newest response, or None."""
    row = connection.execute(_NEWEST_OF, {"wanted": customer_id}).one_or_none()
    return None if row is None else _response(row)


def newest_responses(connection: Connection) -> list[ResponseRow]:
    """The newest response of every listed customer, in the order the customers were added."""
    rows = connection.execute(
        _responses(LISTED).order_by(customer.c.created_at, customer.c.id, response.c.created_at.desc())
    )
    newest: dict[str, ResponseRow] = {}
    for row in rows:
        newest.setdefault(row.customer_id, _response(row))
    return list(newest.values())


def begin_acts(connection: Connection) -> list[AuditRow]:
    """What the transaction that begins will have logged, for `tell_acts` when it is stored."""
    acts: list[AuditRow] = []
    connection.info[_ACTS] = acts
    return acts


def tell_acts(acts: Iterable[AuditRow]) -> None:
    """Say in the process's log what the audit log has got, where a collector listens (`web.log_lines`)."""
    for row in acts:
        said = {"actor": row.actor, "act": row.operation, "thing": row.object, "outcome": row.outcome}
        _log.info("act", extra=said)


def fingerprints_asked(connection: Connection) -> dict[str, str]:
    """Customer -> the questionnaire that its newest response is asked."""
    query = select(response.c.customer_id, response.c.fingerprint).order_by(response.c.created_at, response.c.id.desc())
    return {row[0]: row[1] for row in connection.execute(query).all()}


def audit(connection: Connection, row: AuditRow) -> None:
    connection.info.get(_ACTS, []).append(row)
    facts.add(connection, audit_event, {name: getattr(row, name) for name in AuditRow.__slots__})


def last_done(connection: Connection, thing: str, detail: str, *, before: datetime) -> datetime | None:
    """When the log last said so of a thing, earlier than `before`."""
    columns = audit_event.c
    ours = (columns.object == thing, columns.detail == detail, columns.outcome == "done", columns.at < before)
    return connection.execute(select(columns.at).where(*ours).order_by(columns.id.desc()).limit(1)).scalar_one_or_none()


def audit_log(connection: Connection) -> list[AuditRow]:
    """Everything in the log, the oldest first."""
    rows = connection.execute(select(audit_event).order_by(audit_event.c.id))
    return [AuditRow(row.at, row.actor, row.operation, row.object, row.outcome, row.detail) for row in rows]


def _responses(condition: ColumnElement[bool] | None = None) -> Select[Any]:
    query = select(
        response.c.id,
        response.c.fingerprint,
        response.c.revisions,
        response.c.head,
        response.c.created_at.label("begun_at"),
        response.c.customer_id,
        *(customer.c[name] for name in CustomerRow.__slots__ if name != "id"),
    ).join(customer, response.c.customer_id == customer.c.id)
    return query if condition is None else query.where(condition)


_CUSTOMERS = select(*(customer.c[name] for name in CustomerRow.__slots__))


def _made(row: Row[Any]) -> CustomerRow:
    # By place: of thousands, asking for each column by its name takes longer than to read them.
    id_, name, customer_type, *more = tuple(row)
    return CustomerRow(id_, name, questionnaire_type(customer_type), *more)


def _customer(row: Row[Any], customer_id: str) -> CustomerRow:
    values = {name: getattr(row, name) for name in CustomerRow.__slots__ if name != "id"}
    return CustomerRow(id=customer_id, **{**values, "customer_type": questionnaire_type(row.customer_type)})


def _response(row: Row[Any]) -> ResponseRow:
    customer_row = _customer(row, row.customer_id)
    return ResponseRow(row.id, row.fingerprint, row.begun_at, customer_row, row.revisions, row.head)


_BY_ID = _responses(response.c.id == bindparam("wanted"))
_BY_ID_HELD = _BY_ID.with_for_update(of=response)
_NEWEST_OF = (
    _responses(response.c.customer_id == bindparam("wanted"))
    .order_by(response.c.created_at.desc(), response.c.id)
    .limit(1)
)
