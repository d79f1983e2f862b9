"""One review as a reviewer meets it: what was sent in, what HPAS said last time, what to look at, and who else is at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from scoring.basis import customers_part
from scoring.judgement import Judgement
from scoring.review.looked_at import Looked, looked_at, said_otherwise
from scoring.review.proposals import Proposed, proposed
from scoring.xray.findings import XrayCase, xray
from scoring.xray.rules import Contradiction, XrayRules
from service.people.access import now
from service.people.actor import Actor
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation
from service.review.carrying import last_reviewed
from service.review.ratings import judged
from service.review.submissions import SnapshotView, allowed_snapshot, open_snapshot
from service.workspace import Workspace
from storage.review import rows as submission_rows

# Who has said something within this is taken to be at it still.
AT_IT = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class OpenReview:
    """before: what was sent in at the last review that HPAS handed back, `None` when there was none.

    changed: questions that are answered otherwise since. proposals: question -> why to look at it, in the order to do it.
    others: who else has said something lately, by name, and when, the last first.
    """

    view: SnapshotView
    before: SnapshotView | None
    judgement: Judgement
    changed: frozenset[str]
    proposals: Mapping[str, Sequence[Proposed]]
    others: Sequence[tuple[str, datetime]]


def open_review(ws: Workspace, actor: Actor, snapshot_id: str) -> OpenReview:
    """The review of a snapshot as of one moment. Raises `NotAllowed` also for a snapshot that is not there."""
    with ws.database.one_moment():
        with ws.database.reading() as connection:
            info = allowed_snapshot(ws, connection, actor, Operation.REVIEW, snapshot_id)
            last = last_reviewed(submission_rows.of_response(connection, info.response_id), info)
            at_it = submission_rows.reviewers(connection, [info.id])
            names = shown_names(connection, None)
        view = open_snapshot(ws, actor, info.id)
        before = None if last is None else open_snapshot(ws, actor, last.id)
    since = now() - AT_IT
    others = [(shown_as(names, who), at) for _, who, at in at_it if who != actor.id and at >= since]
    return _opened(ws.xray, view, before, others)


def _opened(
    rules: XrayRules, view: SnapshotView, before: SnapshotView | None, others: Sequence[tuple[str, datetime]]
) -> OpenReview:
    judgement = judged(view)
    changed = frozenset() if before is None else frozenset(said_otherwise(before.answers, view.answers))
    against = [each.questions for each in xray(rules, XrayCase(judgement)) if isinstance(each.rule, Contradiction)]
    named = {question_id for questions in against for question_id in questions}
    proposals = proposed(judgement, changed=changed, contradictions=named, seed=view.info.id)
    return OpenReview(view, before, judgement, changed, proposals, others)


def looked_at_of(view: SnapshotView) -> Looked:
    """How much of what was sent in HPAS has looked at."""
    own = customers_part(view.form.questionnaire, view.answers)
    return looked_at(own, {question_id: rated.manner for question_id, rated in view.ratings.items()})
