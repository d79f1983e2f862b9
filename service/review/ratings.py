"""Kvalitetssikring: HPAS's own rating of what was sent in, one question at a time or agreed to together.

Ratings are only added; the newest word on a question stands. They are made while a review is open, at no other time.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from math import nan

import numpy as np
from sqlalchemy import Connection

from scoring.answers import Answer, Answers, Value, value_from_json
from scoring.basis import Rating, put_rating
from scoring.disagreement import Disagreement, disagreements_of
from scoring.encoding import EncodedAnswers, measure
from scoring.judgement import Judgement, judge
from scoring.packed_rows import unpack_rows
from scoring.questionnaire import Form
from scoring.review.looked_at import Manner
from scoring.vocabulary import AnswerField
from scoring.yardstick import Yardstick
from service.answers.encodings import yardstick_of
from service.answers.serialisation import pack
from service.faults import BadInput
from service.forms import kept_forms
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor
from service.people.permissions import Operation
from service.review.submission_states import State
from service.review.submissions import SnapshotInfo, SnapshotView, allowed_snapshot, cleaned, held_snapshot
from service.workspace import Workspace
from storage import records
from storage.answers import encoded_rows
from storage.answers.encoded_rows import EncodedSnapshot
from storage.review import rows as submission_rows
from storage.review.rows import RatingRow

__all__ = ["agree_together", "disagreement", "judged", "rate", "ratings"]


def rate(
    ws: Workspace,
    actor: Actor,
    snapshot_id: str,
    question_id: str,
    *,
    agreed: bool,
    value: Value | None = None,
    reason: str | None = None,
) -> None:
    """Say what HPAS holds of one answer. Not agreed and no value: HPAS takes the question as unanswered.

    Raises `BadInput`: not_in_review, rating_reason_missing, rating_with_value, rating_of_hpas, unknown_question, or what
    is wrong with the value.
    """
    snapshot_id = plain_id(snapshot_id)
    with ws.database.reading() as connection:
        info = allowed_snapshot(ws, connection, actor, Operation.REVIEW, snapshot_id)
        form = kept_forms(connection, [info.fingerprint])[info.fingerprint]
    line = _line(form, info, actor, question_id, agreed=agreed, value=value, reason=cleaned(reason))

    def add(connection: Connection, _again: bool) -> None:
        if held_snapshot(connection, snapshot_id).state != State.IN_REVIEW:
            raise BadInput("not_in_review")
        submission_rows.add_rating(connection, line)
        said = json.dumps({"question": question_id, "agreed": agreed})
        records.audit(connection, event(actor, Operation.REVIEW, f"snapshot:{snapshot_id}", detail=said))

    ws.database.once(add)


def agree_together(ws: Workspace, actor: Actor, snapshot_id: str, question_ids: Collection[str], *, seen: bool) -> int:
    """Agree with all of these that nobody has said anything of, in one act; how many it came to.

    seen: whether they were before the reviewer's eyes. Raises `BadInput`: not_in_review, unknown_question.
    """
    snapshot_id = plain_id(snapshot_id)
    with ws.database.reading() as connection:
        info = allowed_snapshot(ws, connection, actor, Operation.REVIEW, snapshot_id)
        form = kept_forms(connection, [info.fingerprint])[info.fingerprint]
    manner = None if seen else Manner.TOGETHER.value
    wanted = [replace(_line(form, info, actor, each, agreed=True), manner=manner) for each in question_ids]

    def add(connection: Connection, _again: bool) -> int:
        if held_snapshot(connection, snapshot_id).state != State.IN_REVIEW:
            raise BadInput("not_in_review")
        rated = {line.question_id for line in submission_rows.ratings(connection, snapshot_id)}
        lines = [line for line in wanted if line.question_id not in rated]
        for line in lines:
            submission_rows.add_rating(connection, line)
        if lines:
            said = json.dumps({"agreed": len(lines), "seen": seen})
            records.audit(connection, event(actor, Operation.REVIEW, f"snapshot:{snapshot_id}", detail=said))
        return len(lines)

    return ws.database.once(add)


def _line(
    form: Form,
    info: SnapshotInfo,
    actor: Actor,
    question_id: str,
    *,
    agreed: bool,
    value: Value | None = None,
    reason: str | None = None,
) -> RatingRow:
    if question_id in form.questionnaire.carried:
        raise BadInput("rating_of_hpas", question_id=question_id)
    stored = pack(form, question_id, AnswerField.VALUE, value)
    if agreed and stored is not None:
        raise BadInput("rating_with_value", question_id=question_id)
    if not agreed and reason is None:
        raise BadInput("rating_reason_missing", question_id=question_id)
    question = form.questionnaire.by_id[question_id]
    held = None if stored is None else value_from_json(question, json.loads(stored))
    measured = measure(question, Answer(value=held))
    return RatingRow(
        snapshot_id=info.id,
        question_id=question_id,
        agreed=bool(agreed),
        value=stored,
        measure=None if measured != measured else measured,
        reason=reason,
        actor=actor.id,
        at=now(),
    )


def ratings(view: SnapshotView) -> dict[str, Rating]:
    """What HPAS has said that the view may show, as `scoring.basis` takes it."""
    return {question_id: Rating(rated.agreed, rated.value) for question_id, rated in view.ratings.items()}


def judged(view: SnapshotView, answers: Answers | None = None) -> Judgement:
    """What was sent in as it was judged that day; `answers`: the same on another basis."""
    said = view.answers if answers is None else answers
    return judge(yardstick_of(view.form), said, go_live=view.info.go_live, as_of=view.info.as_of)


def disagreement(ws: Workspace, actor: Actor) -> list[Disagreement]:
    """Where HPAS and the customers part, in the newest snapshot of each that HPAS has said something of.

    `scoring.disagreement.ranked` sums it up.
    """
    allow(ws, actor, Operation.COMPARE)
    with ws.database.reading() as connection:
        newest = {each.customer_id: each for each in encoded_rows.rated_snapshots(connection)}
        lines = submission_rows.ratings(connection)
        forms = kept_forms(connection, {each.fingerprint for each in newest.values()})
    said: dict[str, list[RatingRow]] = defaultdict(list)
    for line in lines:
        if not line.agreed:
            said[line.snapshot_id].append(line)
    by_form: dict[str, list[EncodedSnapshot]] = defaultdict(list)
    for each in newest.values():
        if said[each.snapshot_id]:
            by_form[each.fingerprint].append(each)
    return [one for name, taken in by_form.items() for one in _apart(yardstick_of(forms[name]), taken, said)]


def _apart(
    laid_out: Yardstick, taken: Sequence[EncodedSnapshot], said: Mapping[str, Sequence[RatingRow]]
) -> list[Disagreement]:
    """Of snapshots of one form; `said`: snapshot -> what HPAS does not agree to."""
    own = unpack_rows(len(laid_out.questions), [each.numbers for each in taken]).encoded
    hpas = EncodedAnswers(own.values.copy(), own.applicable.copy(), own.confirmed)
    for row, each in enumerate(taken):
        for line in said[each.snapshot_id]:
            column = laid_out.column[line.question_id]
            put_rating(hpas, row, column, nan if line.measure is None else line.measure)
    return disagreements_of(
        [each.customer_id for each in taken],
        laid_out,
        own,
        hpas,
        go_live=np.array([float(each.go_live.toordinal()) for each in taken]),
        as_of=np.array([float(each.as_of.toordinal()) for each in taken]),
    )
