"""Ratings carried over: what HPAS looked at in the last review, and is said in the same way now, is not looked at again."""

import json
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from scoring.answers import Answer
from scoring.encoding import measure
from scoring.questionnaire import Form
from scoring.review.looked_at import Manner, said_otherwise
from service.answers.serialisation import answers_from
from service.forms import kept_forms
from service.review.rated_values import rated_value, still_said
from service.review.submission_states import HANDED_BACK
from storage.review import rows as submission_rows
from storage.review.rows import RatingRow, SnapshotRow


def last_reviewed(every: list[SnapshotRow], info: SnapshotRow) -> SnapshotRow | None:
    """The newest of the snapshots from before this one that HPAS has handed back; `every`: the oldest first."""
    earlier = [each for each in every if (each.sent_at, each.id) < (info.sent_at, info.id)]
    return next((each for each in reversed(earlier) if each.state in HANDED_BACK), None)


def carry_over(connection: Connection, info: SnapshotRow, *, actor: str, at: datetime) -> int:
    """Write the ratings of the last review that still can be said of this snapshot, marked as carried; how many."""
    before = last_reviewed(submission_rows.of_response(connection, info.response_id), info)
    if before is None:
        return 0
    forms = kept_forms(connection, {info.fingerprint, before.fingerprint})
    bodies = submission_rows.bodies(connection, [info.id, before.id])
    now, then = (answers_from(forms[each.fingerprint], json.loads(bodies[each.id])) for each in (info, before))
    changed, form = said_otherwise(then, now), forms[info.fingerprint]
    kept = [
        _carried(form, line, info, actor, at)
        for line in submission_rows.ratings(connection, before.id)
        if line.manner != Manner.TOGETHER
        and line.question_id not in changed | form.questionnaire.carried.keys()
        and still_said(form, line)
    ]
    for line in kept:
        submission_rows.add_rating(connection, line)
    return len(kept)


def _carried(form: Form, line: RatingRow, info: SnapshotRow, actor: str, at: datetime) -> RatingRow:
    measured = measure(form.questionnaire.by_id[line.question_id], Answer(value=rated_value(form, line)))
    return replace(
        line,
        snapshot_id=info.id,
        measure=None if measured != measured else measured,
        actor=actor,
        at=at,
        manner=Manner.CARRIED.value,
    )
