"""Shares whose whole is a fact of the customer's profile: the whole is put in, when either of the two is saved."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from scoring.answers import Share
from scoring.profile.wholes import Facts, whole_fact, wholes, with_whole
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField
from service.answers.serialisation import Content, as_stored, fits, readable, unpack
from service.forms import kept_forms
from storage.answers import rows as answer_rows
from storage.answers.rows import Edit
from storage.profile import rows as profile_rows
from storage.profile.rows import EntryRow
from storage.records import ResponseRow
from storage.tables import RevisionKind


def with_its_whole(connection: Connection, row: ResponseRow, form: Form, question_id: str, content: Content) -> Content:
    """The content as it is saved. Until the fact is given, the whole that was sent or stood there before is left."""
    question = form.questionnaire.by_id.get(question_id)
    fact = whole_fact(question) if question else None
    if question is None or fact is None or not isinstance(content, Share):
        return content
    facts = profile_rows.values_of(connection, row.customer.id)
    stored = {said.field: said.content for said in answer_rows.fields_of(connection, row.id, question_id)}
    before = stored.get(AnswerField.VALUE)
    held = unpack(question, AnswerField.VALUE, before) if fits(question, AnswerField.VALUE, before) else None
    return with_whole(content, fact, facts, before=held.all if isinstance(held, Share) else None)


def store_facts(
    connection: Connection, row: ResponseRow, values: Mapping[str, float | None], *, by: str, at: datetime, session: str
) -> int:
    """Keep these facts, and let the shares have them; how many answers were changed. The response must be held."""
    for fact_id, value in values.items():
        profile_rows.add_entry(connection, EntryRow(0, row.customer.id, fact_id, value, by, at))
    facts = {fact_id: value for fact_id, value in values.items() if value is not None}
    return put_wholes(connection, row, facts, by=by, at=at, session=session)


def put_wholes(connection: Connection, row: ResponseRow, facts: Facts, *, by: str, at: datetime, session: str) -> int:
    """Let every share that takes its whole from one of these facts have it; how many answers were changed."""
    form = kept_forms(connection, [row.fingerprint])[row.fingerprint]
    taking = {question_id: fact for question_id, fact in wholes(form.questionnaire).items() if fact in facts}
    changed = 0
    for said in answer_rows.fields_of(connection, row.id) if taking else ():
        if said.question_id in taking and said.field is AnswerField.VALUE and said.content is not None:
            content = _filled(form, said.question_id, said.content, taking[said.question_id], facts)
            if content != said.content:
                about = (said.version, session, 1, by, at, RevisionKind.PROFILE)
                answer_rows.write(connection, row.id, Edit(said.question_id, AnswerField.VALUE, content, *about))
                changed += 1
    return changed


def _filled(form: Form, question_id: str, stored: str, fact: str, facts: Facts) -> str:
    share = readable(form.questionnaire.by_id[question_id], AnswerField.VALUE, stored)
    return as_stored(with_whole(share, fact, facts)) if isinstance(share, Share) else stored
