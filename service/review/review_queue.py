"""The queue of Kvalitetssikring: what waits for HPAS, the oldest first, and what is done; a page of it in full at a time."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection

from language import local_day
from scoring.answers import Answers
from scoring.encoding import encode_answers
from scoring.portfolio.changes import change_counts
from scoring.portfolio.portfolio import Portfolio, PortfolioEntry, portfolio_of
from scoring.questionnaire import Form
from scoring.review.looked_at import said_otherwise
from scoring.rules import NONE, VERDICTS
from scoring.vocabulary import Verdict
from service.answers.encodings import yardstick_of
from service.answers.serialisation import answers_from
from service.forms import kept_forms
from service.people.access import allow
from service.people.actor import Actor
from service.people.customers import CustomerInfo
from service.people.group_reviewers import reviewer_of
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation
from service.review.carrying import last_reviewed
from service.review.submission_states import HANDED_BACK, OPEN
from service.review.submissions import SnapshotInfo
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows
from storage.review import rows as submission_rows

__all__ = ["AT_ONCE", "QueueLine", "QueuePage", "QueuedReview", "read_queue"]

# So many rows fit a screen.
AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class QueuedReview:
    """One snapshot that waits, or that HPAS has handed back. assigned: the name of who is to review it, "" without one."""

    info: SnapshotInfo
    customer: CustomerInfo
    assigned: str


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One of them in full. waited: days since it was sent in. failed_stops: how many fail on the customer's word.

    changed: answers that are said otherwise than at the last review, `None` when there was none; worse: those of them
    that have gone back. assigned: who is to review it. reviewers: who has begun or said something, the last first.
    """

    info: SnapshotInfo
    customer: CustomerInfo
    assigned: str
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


def read_queue(
    ws: Workspace, actor: Actor, *, as_of: date, done: bool = False, search: str = "", page: int = 1
) -> QueuePage:
    """A page of what waits, the oldest first, or of what is done, the newest first. In a constant number of statements.

    search: part of the name of the customer, or of who is to review it. A page that is not there is the nearest one.
    """
    allow(ws, actor, Operation.SEE_REVIEW_QUEUE)
    with ws.database.reading() as connection:
        names = shown_names(connection, None)
        every = _held(connection, names, done=done)
        wanted = search.strip().casefold()
        found = [
            each for each in every if any(wanted in said.casefold() for said in (each.customer.name, each.assigned))
        ]
        number = min(max(page, 1), max(1, -(-len(found) // AT_ONCE)))
        shown = found[(number - 1) * AT_ONCE :][:AT_ONCE]
        return QueuePage(_in_full(connection, shown, names, as_of), len(found), len(every), number)


def _held(connection: Connection, names: Mapping[str, str], *, done: bool) -> list[QueuedReview]:
    states = [state.value for state in (HANDED_BACK if done else OPEN)]
    found = submission_rows.snapshots_in(connection, states)
    customers = {customer.id: customer for customer in records.customers(connection)} if found else {}
    set_to = people_rows.group_reviewers(connection) if found else {}
    held = []
    for customer, info in ((customers[info.customer_id], info) for info in found):
        held.append(QueuedReview(info, customer, names.get(reviewer_of(customer, set_to)[0] or "", "")))
    # What nobody looked at before a start that has been, waits for nobody any more.
    return held[::-1] if done else [each for each in held if each.customer.started_on is None]


def _in_full(
    connection: Connection, shown: Sequence[QueuedReview], names: Mapping[str, str], as_of: date
) -> list[QueueLine]:
    if not shown:
        return []
    before = _last_reviews(connection, shown)
    infos = [each.info for each in shown]
    held = [*infos, *before.values()]
    bodies = submission_rows.bodies(connection, [info.id for info in held])
    forms = kept_forms(connection, {info.fingerprint for info in held})
    said = {info.id: answers_from(forms[info.fingerprint], json.loads(bodies[info.id])) for info in held}
    reviewers = defaultdict(list)
    for snapshot_id, actor, _at in submission_rows.reviewers(connection, [info.id for info in infos]):
        reviewers[snapshot_id].append(shown_as(names, actor))
    judged = _judged(infos, forms, said)
    worse = _worse(infos, before, forms, said)
    return [
        QueueLine(
            info=each.info,
            customer=each.customer,
            assigned=each.assigned,
            waited=max(0, (as_of - local_day(each.info.sent_at)).days),
            verdict=None if judged.verdict[place] == NONE else VERDICTS[judged.verdict[place]],
            failed_stops=int(judged.failing[place]),
            changed=_changed(each.info, before, said),
            worse=worse.get(each.info.id, 0),
            reviewers=tuple(reviewers[each.info.id]),
        )
        for place, each in enumerate(shown)
    ]


def _last_reviews(connection: Connection, shown: Sequence[QueuedReview]) -> Mapping[str, SnapshotInfo]:
    """Snapshot -> the one of the same response that HPAS handed back last before it."""
    by_response: dict[str, list[SnapshotInfo]] = defaultdict(list)
    for info in submission_rows.snapshots_of(connection, {each.customer.id for each in shown}):
        by_response[info.response_id].append(info)
    found = {each.info.id: last_reviewed(by_response[each.info.response_id], each.info) for each in shown}
    return {snapshot_id: info for snapshot_id, info in found.items() if info is not None}


def _judged(infos: Sequence[SnapshotInfo], forms: Mapping[str, Form], said: Mapping[str, Answers]) -> Portfolio:
    """All at once: to judge one by one, in words, takes as long as the rest of the page."""
    entries = (
        PortfolioEntry(each.id, yardstick_of(forms[each.fingerprint]), said[each.id], each.go_live, each.as_of)
        for each in infos
    )
    return portfolio_of(entries, as_of=infos[0].as_of)


def _changed(info: SnapshotInfo, before: Mapping[str, SnapshotInfo], said: Mapping[str, Answers]) -> int | None:
    return len(said_otherwise(said[before[info.id].id], said[info.id])) if info.id in before else None


def _worse(
    infos: Sequence[SnapshotInfo],
    before: Mapping[str, SnapshotInfo],
    forms: Mapping[str, Form],
    said: Mapping[str, Answers],
) -> dict[str, int]:
    """Snapshot -> how many answers have gone back, or are gone, where the form is the one of the last review."""
    same: dict[str, list[SnapshotInfo]] = defaultdict(list)
    for info in infos:
        if info.id in before and before[info.id].fingerprint == info.fingerprint:
            same[info.fingerprint].append(info)
    found: dict[str, int] = {}
    for fingerprint, those in same.items():
        laid_out = yardstick_of(forms[fingerprint])
        counts = change_counts(
            laid_out,
            encode_answers(laid_out, [said[before[info.id].id] for info in those]),
            encode_answers(laid_out, [said[info.id] for info in those]),
            go_live=np.array([float(info.go_live.toordinal()) for info in those]),
            as_of=np.array([float(info.as_of.toordinal()) for info in those]),
        )
        found |= {info.id: count.down + count.gone for info, count in zip(those, counts, strict=True)}
    return found
