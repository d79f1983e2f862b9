"""Files of what was sent in: the snapshots of one or all, what has changed since, and where HPAS and the customers part."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from language import CHANGES as CHANGE_WORDS
from language import CUSTOMER_TYPES, STATES
from language.service.files import review as words
from reports.answers.wording import value_text
from reports.columns import Table, choice, day, moment, number, text, truth, whole
from scoring.answers import Answer
from scoring.disagreement import Disagreement
from scoring.portfolio.changes import AnswerChange
from scoring.questionnaire import Question
from scoring.review.looked_at import Manner
from service.files.export import Export, ExportScope, Wanted, rows_of
from service.forms import kept_forms
from service.people.customers import CustomerInfo
from service.people.permissions import Operation
from service.portfolio.trend import changes_since_last
from service.review.rated_values import rated_value
from service.review.ratings import disagreement
from service.workspace import Workspace
from storage import records
from storage.review import rows as submission_rows
from storage.review.rows import RatingRow, SnapshotRow

# As the column says it; what was looked at in the review itself has no word of its own there.
MANNERS = {"looked": "sett på", Manner.CARRIED.value: "videreført", Manner.TOGETHER.value: "enig samlet"}


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
    title=words.SNAPSHOTS,
    about=words.ABOUT_SNAPSHOTS,
    key=("snapshot_id",),
    named="innsendt",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.SENT_IN,
    columns=_SNAPSHOTS,
    read=_snapshots,
    rows=rows_of(_SNAPSHOTS),
)
ALL_SNAPSHOTS = Export(
    id="all_snapshots",
    title=words.ALL_SNAPSHOTS,
    about=words.ABOUT_ALL_SNAPSHOTS,
    key=("snapshot_id",),
    named="innsendt",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_SNAPSHOTS,
    read=_snapshots,
    rows=rows_of(_SNAPSHOTS),
    logged_as="snapshots",
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
    title=words.CHANGES,
    about=words.ABOUT_CHANGES,
    key=("question_id",),
    named="endringer",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=_CHANGES,
    read=_changes,
    rows=rows_of(_CHANGES),
)


class _Rated(NamedTuple):
    """hpas: what HPAS holds instead, in words, where it does not agree and has said what."""

    customer: CustomerInfo
    rating: RatingRow
    hpas: str | None
    question: Question | None


_RATINGS: Table[_Rated] = {
    text("snapshot_id", "Innsending"): lambda line: line.rating.snapshot_id,
    text("customer_id", "Kunde-id"): lambda line: line.customer.id,
    text("customer", "Kunde"): lambda line: line.customer.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.customer.customer_type,
    text("question_id", "Spørsmål-id"): lambda line: line.rating.question_id,
    text("question", "Spørsmål"): lambda line: line.question.title.nb if line.question else None,
    truth("agreed", "HPAS er enig"): lambda line: line.rating.agreed,
    text("hpas_value", "HPAS' svar"): lambda line: line.hpas,
    text("reason", "Begrunnelse"): lambda line: line.rating.reason,
    text("manner", "Vurdert slik", MANNERS): lambda line: line.rating.manner or "looked",
    moment("rated_at", "Tidspunkt"): lambda line: line.rating.at,
    text("rated_by", "Vurdert av"): lambda line: line.rating.actor,
}


def _ratings(ws: Workspace, _wanted: Wanted) -> Iterator[_Rated]:
    """The newest word on each question of each snapshot; the oldest snapshot first."""
    with ws.database.reading() as connection:
        customers = {row.id: row for row in records.listed_customers(connection)}
        sent = {row.id: row for row in submission_rows.snapshots(connection)}
        forms = kept_forms(connection, {row.fingerprint for row in sent.values()})
        lines = [line for line in submission_rows.ratings(connection) if line.snapshot_id in sent]
    places = {snapshot_id: place for place, snapshot_id in enumerate(sent)}
    for line in sorted(lines, key=lambda line: places[line.snapshot_id]):
        snapshot = sent[line.snapshot_id]
        form = forms[snapshot.fingerprint]
        question, value = form.questionnaire.by_id.get(line.question_id), rated_value(form, line)
        said = None if value is None else _said(question, Answer(value=value))
        yield _Rated(customers[snapshot.customer_id], line, said, question)


RATINGS = Export(
    id="ratings",
    title=words.RATINGS,
    about=words.ABOUT_RATINGS,
    named="vurderinger",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_RATINGS,
    key=("snapshot_id", "question_id"),
    read=_ratings,
    rows=rows_of(_RATINGS),
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
        names = {row.id: row.name for row in records.listed_customers(connection)}
    return [_Apart(names[each.customer], each) for each in found if each.customer in names]


DISAGREEMENT = Export(
    id="disagreement",
    title=words.DISAGREEMENT,
    about=words.ABOUT_DISAGREEMENT,
    key=("customer_id", "question_id"),
    named="uenighet",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_DISAGREEMENT,
    read=_disagreement,
    rows=rows_of(_DISAGREEMENT),
)
