"""Utvikling: the figures of a customer, or of all, each time something was sent in and today; and what has changed since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring.answers import Answers
from scoring.basis import Basis, on_basis
from scoring.packed_rows import pack_row, unpack_rows
from scoring.portfolio.changes import Change, changes
from scoring.portfolio.portfolio import FormBatch, judge_portfolio
from scoring.portfolio.trend import Point, points
from scoring.questionnaire import Form
from scoring.waivers import approved
from service.answers.encodings import measure_of
from service.answers.responses import ResponseView, open_response
from service.faults import NotAllowed
from service.forms import kept_forms
from service.judgement import Known, known_beside
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.plan.beside_answers import Beside, read_beside
from service.review.rated_answers import on_rating
from service.review.ratings import ratings
from service.review.submissions import SnapshotInfo, SnapshotView, list_snapshots, open_snapshot
from service.workspace import Workspace
from storage.answers import encoded_rows
from storage.answers.encoded_rows import Standing, Taken

__all__ = [
    "Development",
    "Held",
    "Since",
    "changes_between",
    "changes_since_last",
    "development",
    "held_of_all",
    "series",
    "series_of_all",
]

TODAY = ""


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed since a snapshot. The changes are in the order of the form; `same` ones are among them."""

    before: SnapshotInfo
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Development:
    """One customer. points: on either word, the oldest first; today last, when there is a go-live date.

    On HPAS's word its ratings count where the actor may see them. since: `None` when nothing was ever sent in.
    """

    view: ResponseView
    points: Mapping[Basis, Sequence[Point]]
    since: Since | None


def development(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> Development:
    """How the customer has come along, and what has changed since it last sent in, read as of one moment."""
    with ws.database.one_moment():
        view = open_response(ws, actor, customer_id)
        sent = [open_snapshot(ws, actor, info.id) for info in reversed(list_snapshots(ws, actor, view.customer.id))]
        known = known_beside(ws, actor, view, as_of=as_of)
    said: dict[Basis, tuple[list[Answers], Answers]] = {
        Basis.CUSTOMER: ([then.answers for then in sent], view.answers),
        Basis.HPAS: (
            [on_basis(then.answers, ratings(then), Basis.HPAS) for then in sent],
            on_rating(view, sent) or view.answers,
        ),
    }
    beside = _beside(view, known, as_of)
    points_of = {basis: _points_of(view, sent, then, now, beside, as_of) for basis, (then, now) in said.items()}
    return Development(view, points_of, _since(view, sent[-1], as_of) if sent else None)


def series(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date, basis: Basis = Basis.CUSTOMER) -> list[Point]:
    """The customer's points; see `Development`."""
    return list(development(ws, actor, customer_id, as_of=as_of).points[basis])


def changes_since_last(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> Since | None:
    """What has changed from the newest snapshot to what is answered now; `None` when nothing was ever sent in."""
    return development(ws, actor, customer_id, as_of=as_of).since


def _points_of(
    view: ResponseView,
    sent: Sequence[SnapshotView],
    then: Sequence[Answers],
    now: Answers,
    beside: Beside,
    as_of: date,
) -> list[Point]:
    """`then` and `now`: the answers of the snapshots, and of today."""
    forms = {each.form.fingerprint: each.form for each in sent} | {view.form.fingerprint: view.form}
    taken = [_taken(each, answers) for each, answers in zip(sent, then, strict=True)]
    go_live = view.customer.go_live
    if go_live is not None:
        numbers = pack_row(measure_of(view.form), now)
        taken.append(_today(view.customer.id, view.form.fingerprint, as_of, go_live, numbers))
    return _points(taken, forms, beside, {view.customer.id: view.response_id}).get(view.customer.id, [])


def _beside(view: ResponseView, known: Known, as_of: date) -> Beside:
    go_live, held = view.customer.go_live, approved(known.waivers)
    waived = {each.question_id for each in held if each.holds(view.answers, go_live=go_live, as_of=as_of)}
    id_ = view.response_id
    return Beside({id_: waived}, {id_: known.dates}, {id_: known.agreed})


def _taken(then: SnapshotView, answers: Answers) -> Taken:
    info, numbers = then.info, pack_row(measure_of(then.form), answers)
    where = (info.as_of, info.go_live, info.days_left)
    return Taken(info.id, info.customer_id, info.fingerprint, *where, info.complete, numbers)


def _since(view: ResponseView, then: SnapshotView, as_of: date) -> Since:
    go_live = view.customer.go_live
    found = changes(measure_of(view.form), then.answers, view.answers, go_live=go_live, as_of=as_of)
    return Since(then.info, tuple(found))


@dataclass(frozen=True, slots=True)
class Held:
    """What is kept of all customers: every snapshot, the oldest first, every newest response, and their forms."""

    taken: Sequence[Taken]
    standing: Sequence[Standing]
    forms: Mapping[str, Form]
    beside: Beside


def held_of_all(ws: Workspace, actor: Actor, *, as_of: date) -> Held:
    """As of one moment, in a constant number of statements. as_of: the day that plans and exceptions must hold."""
    allow(ws, actor, Operation.COMPARE)
    with ws.database.reading() as connection:
        taken = encoded_rows.all_taken(connection)
        standing = encoded_rows.standing(connection)
        known = {each.fingerprint for each in taken} | {each.fingerprint for each in standing}
        forms = kept_forms(connection, known)
        return Held(taken, standing, forms, read_beside(connection, standing, forms, as_of=as_of))


def series_of_all(held: Held, *, as_of: date) -> dict[str, list[Point]]:
    """Customer -> its points; who has a go-live date and has answered nothing has today's point alone.

    Of a response whose row of numbers is not up to date (`service.answers.encodings.refresh_sheets`) today is left out.
    """
    today = [
        _today(each.customer_id, each.fingerprint, as_of, each.go_live, each.numbers or b"")
        for each in held.standing
        if each.go_live is not None and (each.numbers or not each.revisions)
    ]
    response_of = {each.customer_id: each.response_id for each in held.standing}
    return _points([*held.taken, *today], held.forms, held.beside, response_of)


def changes_between(ws: Workspace, actor: Actor, earlier_id: str, later_id: str) -> Since:
    """What has changed from one snapshot to another of the same customer. Raises `NotAllowed` for two customers'."""
    with ws.database.one_moment():
        earlier, later = open_snapshot(ws, actor, earlier_id), open_snapshot(ws, actor, later_id)
    if earlier.customer.id != later.customer.id:
        raise NotAllowed
    info = later.info
    found = changes(measure_of(later.form), earlier.answers, later.answers, go_live=info.go_live, as_of=info.as_of)
    return Since(earlier.info, tuple(found))


def _today(customer_id: str, fingerprint: str, as_of: date, go_live: date, numbers: bytes) -> Taken:
    left = (go_live - as_of).days
    return Taken(TODAY, customer_id, fingerprint, as_of, go_live, left, True, numbers)


def _points(
    taken: Sequence[Taken], forms: Mapping[str, Form], beside: Beside, response_of: Mapping[str, str]
) -> dict[str, list[Point]]:
    """Customer -> its points in the order given. What is known beside the answers counts for today alone."""
    judged = judge_portfolio([each.snapshot_id for each in taken], _parts(taken, forms, beside, response_of))
    found: dict[str, list[Point]] = defaultdict(list)
    for each, made in zip(taken, points(judged), strict=True):
        if made:
            found[each.customer_id].append(made)
    return found


def _parts(
    taken: Sequence[Taken], forms: Mapping[str, Form], beside: Beside, response_of: Mapping[str, str]
) -> Iterable[FormBatch]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(taken):
        places[each.fingerprint].append(place)
    for fingerprint, own in places.items():
        laid_out, held = measure_of(forms[fingerprint]), [taken[place] for place in own]
        yield FormBatch(
            yardstick=laid_out,
            encoded=unpack_rows(len(laid_out.questions), [each.numbers for each in held]).encoded,
            places=np.array(own, np.intp),
            go_live=np.array([each.go_live.toordinal() for each in held], np.float64),
            as_of=np.array([each.as_of.toordinal() for each in held], np.float64),
            circumstances=beside.told(
                laid_out, [response_of[each.customer_id] if each.snapshot_id == TODAY else "" for each in held]
            ),
        )
