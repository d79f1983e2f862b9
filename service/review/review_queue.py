"""The queue of Kvalitetssikring: what waits for HPAS, the oldest first, and what is done; a page of it in full at a time."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from language import OSLO
from scoring.answers import Answers
from scoring.judgement import judge
from scoring.portfolio.changes import answer_changes
from scoring.questionnaire import Form
from scoring.review.looked_at import said_otherwise
from scoring.vocabulary import Direction, Verdict
from service.answers.encodings import yardstick_of
from service.answers.serialisation import answers_from
from service.forms import kept_forms
from service.people.access import allow
from service.people.actor import Actor
from service.people.customers import CustomerInfo
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation
from service.review.carrying import last_reviewed
from service.review.submission_states import HANDED_BACK, OPEN
from service.review.submissions import SnapshotInfo
from service.workspace import Workspace
from storage import records
from storage.review import rows as submission_rows

__all__ = ["AT_ONCE", "QueueLine", "QueuePage", "QueuedReview", "queue", "read_queue"]

# So many rows fit a screen.
AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class QueuedReview:
    """One snapshot that waits, or that HPAS has handed back."""

    info: SnapshotInfo
    customer: CustomerInfo


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One of them in full. waited: days since it was sent in. failed_stops: how many fail on the customer's word.

    changed: answers that are said otherwise than at the last review, `None` when there was none; worse: those of them
    that have gone back. reviewers: who has begun or said something, the last first.
    """

    info: SnapshotInfo
    customer: CustomerInfo
    waited: int
    verdict: Verdict | None
    failed_stops: int
    changed: int | None
    worse: int
    reviewers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of it. found: how many the search gave; every: how many there are. page: from 1."""

    lines: Sequence[QueueLine]
    found: int
    every: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.found // AT_ONCE))


def queue(ws: Workspace, actor: Actor) -> list[QueuedReview]:
    """What is sent in or being reviewed, what has waited longest first."""
    allow(ws, actor, Operation.SEE_REVIEW_QUEUE)
    with ws.database.reading() as connection:
        return _held(connection, done=False)


def read_queue(
    ws: Workspace, actor: Actor, *, as_of: date, done: bool = False, search: str = "", page: int = 1
) -> QueuePage:
    """A page of what waits, the oldest first, or of what is done, the newest first. In a constant number of statements.

    search: part of the customer's name. A page that is not there is the nearest one.
    """
    allow(ws, actor, Operation.SEE_REVIEW_QUEUE)
    with ws.database.reading() as connection:
        every = _held(connection, done=done)
        wanted = search.strip().casefold()
        found = [each for each in every if wanted in each.customer.name.casefold()]
        number = min(max(page, 1), max(1, -(-len(found) // AT_ONCE)))
        shown = found[(number - 1) * AT_ONCE :][:AT_ONCE]
        return QueuePage(_in_full(connection, shown, as_of), len(found), len(every), number)


def _held(connection: Connection, *, done: bool) -> list[QueuedReview]:
    states = [state.value for state in (HANDED_BACK if done else OPEN)]
    found = submission_rows.snapshots_in(connection, states)
    customers = {customer.id: customer for customer in records.customers(connection)} if found else {}
    held = [QueuedReview(info, customers[info.customer_id]) for info in found]
    return held[::-1] if done else held


def _in_full(connection: Connection, shown: Sequence[QueuedReview], as_of: date) -> list[QueueLine]:
    if not shown:
        return []
    before = _last_reviews(connection, shown)
    held = [*(each.info for each in shown), *before.values()]
    bodies = submission_rows.bodies(connection, [info.id for info in held])
    forms = kept_forms(connection, {info.fingerprint for info in held})
    said = {info.id: answers_from(forms[info.fingerprint], json.loads(bodies[info.id])) for info in held}
    reviewers, names = defaultdict(list), shown_names(connection, None)
    for snapshot_id, actor, _at in submission_rows.reviewers(connection, [each.info.id for each in shown]):
        reviewers[snapshot_id].append(shown_as(names, actor))
    return [
        _line(
            each,
            forms[each.info.fingerprint],
            said[each.info.id],
            said[before[each.info.id].id] if each.info.id in before else None,
            (as_of - each.info.sent_at.astimezone(OSLO).date()).days,
            tuple(reviewers[each.info.id]),
        )
        for each in shown
    ]


def _last_reviews(connection: Connection, shown: Sequence[QueuedReview]) -> Mapping[str, SnapshotInfo]:
    """Snapshot -> the one of the same response that HPAS handed back last before it."""
    by_response: dict[str, list[SnapshotInfo]] = defaultdict(list)
    for info in submission_rows.snapshots_of(connection, {each.customer.id for each in shown}):
        by_response[info.response_id].append(info)
    found = {each.info.id: last_reviewed(by_response[each.info.response_id], each.info) for each in shown}
    return {snapshot_id: info for snapshot_id, info in found.items() if info is not None}


def _line(
    each: QueuedReview, form: Form, now: Answers, then: Answers | None, waited: int, reviewers: tuple[str, ...]
) -> QueueLine:
    info, laid_out = each.info, yardstick_of(form)
    judgement = judge(laid_out, now, go_live=info.go_live, as_of=info.as_of)
    moved = answer_changes(laid_out, then or now, now, go_live=info.go_live, as_of=info.as_of)
    return QueueLine(
        info=info,
        customer=each.customer,
        waited=max(0, waited),
        verdict=judgement.verdict,
        failed_stops=len(judgement.failing),
        changed=None if then is None else len(said_otherwise(then, now)),
        worse=sum(change.direction in (Direction.DOWN, Direction.GONE) for change in moved),
        reviewers=reviewers,
    )
