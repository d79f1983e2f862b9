"""Files of what was sent in: the snapshots of one or all, what has changed since, and where HPAS and the customers part."""

from collections.abc import Sequence
from typing import NamedTuple

from language import CHANGES as CHANGE_WORDS
from language import CUSTOMER_TYPES, STATES
from reports.answers.wording import value_text
from reports.columns import Table, choice, day, number, text, truth, whole
from scoring.answers import Answer
from scoring.disagreement import Disagreement
from scoring.portfolio.changes import AnswerChange
from scoring.questionnaire import Question
from service.files.export import Export, ExportScope, Wanted, lines_of
from service.people.customers import CustomerInfo
from service.people.permissions import Operation
from service.portfolio.trend import changes_since_last
from service.review.ratings import disagreement
from service.workspace import Workspace
from storage import records
from storage.review import rows as submission_rows
from storage.review.rows import SnapshotRow


class _SentIn(NamedTuple):
    snapshot: SnapshotRow
    customer: CustomerInfo


_SNAPSHOTS: Table[_SentIn] = {
    text("snapshot_id", "Innsending"): lambda line: line.snapshot.id,
    text("customer_id", "Kunde-id"): lambda line: line.customer.id,
    text("customer", "Kunde"): lambda line: line.customer.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.customer.customer_type,
    day("as_of", "Dato"): lambda line: line.snapshot.as_of,
    day("go_live", "Oppstart"): lambda line: line.snapshot.go_live,
    whole("days_left", "Dager til oppstart"): lambda line: line.snapshot.days_left,
    text("sent_by", "Sendt inn av"): lambda line: line.snapshot.sent_by,
    truth("complete", "Fullstendig"): lambda line: line.snapshot.complete,
    text("state", "Status", STATES): lambda line: line.snapshot.state,
    text("questionnaire", "Spørreskjema"): lambda line: line.snapshot.fingerprint,
}


def _snapshots(ws: Workspace, wanted: Wanted) -> list[_SentIn]:
    """The oldest first."""
    of = None if wanted.export.scope is ExportScope.ALL else wanted.customer_id
    with ws.database.reading() as connection:
        customers = {row.id: row for row in records.customers(connection, of)}
        sent = submission_rows.snapshots(connection, customer_id=of)
    return [_SentIn(row, customers[row.customer_id]) for row in sent]


SNAPSHOTS = Export(
    id="snapshots",
    named="innsendt",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.SENT_IN,
    columns=_SNAPSHOTS,
    read=_snapshots,
    make=lines_of(_SNAPSHOTS),
)
ALL_SNAPSHOTS = Export(
    id="all_snapshots",
    named="innsendt",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_SNAPSHOTS,
    read=_snapshots,
    make=lines_of(_SNAPSHOTS),
    logged_as="snapshots",
    described_as="snapshots",
)

_CHANGES: Table[AnswerChange] = {
    text("question_id", "Spørsmål-id"): lambda line: line.question_id,
    text("question", "Spørsmål"): lambda line: line.question.title.nb if line.question else None,
    choice("change", "Endring", CHANGE_WORDS): lambda line: line.direction,
    text("before", "Før"): lambda line: _said(line.question, line.before),
    text("after", "Nå"): lambda line: _said(line.question, line.after),
    number("attainment_before", "Oppnåelse før", 3): lambda line: line.before_attainment,
    number("attainment_after", "Oppnåelse nå", 3): lambda line: line.after_attainment,
}


def _changes(ws: Workspace, wanted: Wanted) -> Sequence[AnswerChange]:
    """One per question, those that are the same too; none when nothing was ever sent in."""
    since = changes_since_last(ws, wanted.actor, wanted.customer_id, as_of=wanted.as_of)
    return since.changes if since else ()


def _said(question: Question | None, answer: Answer) -> str | None:
    if answer.value is None and answer.not_applicable is None:
        return None
    # A question that is asked no more has no words for its values.
    return value_text(question, answer).replace("\u00a0", " ") if question else answer.not_applicable


CHANGES = Export(
    id="changes",
    named="endringer",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=_CHANGES,
    read=_changes,
    make=lines_of(_CHANGES),
)


class _Apart(NamedTuple):
    customer: str
    found: Disagreement


_DISAGREEMENT: Table[_Apart] = {
    text("customer_id", "Kunde-id"): lambda line: line.found.customer,
    text("customer", "Kunde"): lambda line: line.customer,
    text("question_id", "Spørsmål-id"): lambda line: line.found.question_id,
    text("topic", "Tema"): lambda line: line.found.topic,
    text("factor", "Suksessfaktor"): lambda line: line.found.factor,
    number("weight", "Vekt"): lambda line: line.found.weight,
    number("own_attainment", "Kundens vurdering", 3): lambda line: line.found.own,
    number("hpas_attainment", "HPAS' vurdering", 3): lambda line: line.found.hpas,
    number("distance", "Avstand", 3): lambda line: line.found.distance,
}


def _disagreement(ws: Workspace, wanted: Wanted) -> list[_Apart]:
    found = disagreement(ws, wanted.actor)
    with ws.database.reading() as connection:
        names = {row.id: row.name for row in records.customers(connection)}
    return [_Apart(names.get(each.customer, each.customer), each) for each in found]


DISAGREEMENT = Export(
    id="disagreement",
    named="uenighet",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_DISAGREEMENT,
    read=_disagreement,
    make=lines_of(_DISAGREEMENT),
)
