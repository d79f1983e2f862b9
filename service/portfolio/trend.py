"""Utvikling: the figures of a customer, or of all, each time something was sent in and today; and what has changed since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring.answers import Answers
from scoring.basis import Basis, answers_on_basis
from scoring.packed_rows import pack_row, unpack_rows
from scoring.portfolio.changes import AnswerChange, answer_changes
from scoring.portfolio.portfolio import FormBatch, judge_portfolio
from scoring.portfolio.trend import TrendPoint, trend_points
from scoring.questionnaire import Form
from scoring.waivers import approved
from service.answers.carried_rows import CarriedAnswers, read_carried
from service.answers.encodings import yardstick_of
from service.answers.responses import ResponseView, open_response
from service.answers.visits import answers_when
from service.forms import kept_forms
from service.judgement import Circumstances, CustomerJudgement, circumstances_of
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.plan.circumstances import PortfolioCircumstances, read_circumstances
from service.review.rated_answers import on_rating
from service.review.ratings import ratings
from service.review.submissions import SnapshotInfo, SnapshotView, list_snapshots, open_snapshot
from service.workspace import Workspace
from storage.answers import encoded_rows
from storage.answers.encoded_rows import EncodedResponse, EncodedSnapshot

__all__ = [
    "ChangesSince",
    "Trend",
    "TrendSources",
    "changes_after",
    "changes_of",
    "changes_since_last",
    "points_of_all",
    "points_so_far",
    "read_points",
    "read_trend",
    "read_trend_sources",
]

TODAY = ""


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """What has changed since a snapshot. The changes are in the order of the form; `same` ones are among them."""

    before: SnapshotInfo
    changes: tuple[AnswerChange, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """One customer. points: on either word, the oldest first; today last, when there is a go-live date and it has not started.

    On HPAS's word its ratings count where the actor may see them. since: `None` when nothing was ever sent in.
    """

    view: ResponseView
    points: Mapping[Basis, Sequence[TrendPoint]]
    since: ChangesSince | None


def read_trend(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> Trend:
    """How the customer has come along, and what has changed since it last sent in, read as of one moment."""
    with ws.database.one_moment():
        view = open_response(ws, actor, customer_id)
        sent = _opened(ws, actor, list_snapshots(ws, actor, view.customer.id))
        known = circumstances_of(ws, actor, view, as_of=as_of)
    points_of = _points_by_basis(view, sent, known, as_of)
    return Trend(view, points_of, _since(view, sent[-1], as_of) if sent else None)


def points_so_far(
    ws: Workspace, actor: Actor, here: CustomerJudgement, *, as_of: date, basis: Basis = Basis.CUSTOMER
) -> Sequence[TrendPoint]:
    """The points of a customer that is read already; see `Trend`. Raises `NotAllowed`."""
    customer_id = here.view.customer.id
    allow(ws, actor, Operation.READ, customer_id, thing=f"customer:{customer_id}")
    sent, known = _opened(ws, actor, here.sent), _circumstances(here.view, here.circumstances, as_of)
    return _points_of(here.view, sent, *_said(here.view, sent, basis), known, as_of)


def _opened(ws: Workspace, actor: Actor, sent: Sequence[SnapshotInfo]) -> list[SnapshotView]:
    """Snapshots, the newest first, whole and the oldest first."""
    return [open_snapshot(ws, actor, info.id) for info in reversed(sent)]


def _points_by_basis(
    view: ResponseView, sent: Sequence[SnapshotView], known: Circumstances, as_of: date
) -> dict[Basis, list[TrendPoint]]:
    circumstances = _circumstances(view, known, as_of)
    return {basis: _points_of(view, sent, *_said(view, sent, basis), circumstances, as_of) for basis in Basis}


def _said(view: ResponseView, sent: Sequence[SnapshotView], basis: Basis) -> tuple[Sequence[Answers], Answers]:
    """The answers of the snapshots and of today, on one word."""
    if basis is Basis.CUSTOMER:
        return [then.answers for then in sent], view.counted
    rated = [answers_on_basis(then.answers, ratings(then), basis) for then in sent]
    return rated, on_rating(view, sent) or view.counted


def read_points(
    ws: Workspace, actor: Actor, customer_id: str, *, as_of: date, basis: Basis = Basis.CUSTOMER
) -> list[TrendPoint]:
    """The customer's points; see `Development`."""
    return list(read_trend(ws, actor, customer_id, as_of=as_of).points[basis])


def changes_since_last(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> ChangesSince | None:
    """What has changed from the newest snapshot to what is answered now; `None` when nothing was ever sent in."""
    with ws.database.one_moment():
        view = open_response(ws, actor, customer_id)
        return changes_of(ws, actor, view, list_snapshots(ws, actor, customer_id), as_of=as_of)


def changes_of(
    ws: Workspace, actor: Actor, view: ResponseView, sent: Sequence[SnapshotInfo], *, as_of: date
) -> ChangesSince | None:
    """The same of what is read already. sent: the newest first, which alone is opened."""
    return _since(view, open_snapshot(ws, actor, sent[0].id), as_of) if sent else None


def changes_after(
    ws: Workspace, actor: Actor, view: ResponseView, revisions: int, *, as_of: date
) -> tuple[AnswerChange, ...]:
    """What has changed of the customer's own answers since so many revisions had been made; HPAS's stand as they are now."""
    carried, go_live = view.form.questionnaire.carried, view.customer.go_live
    own = {id_: said for id_, said in answers_when(ws, actor, view, revisions).items() if id_ not in carried}
    then = own | {id_: view.answers[id_] for id_ in carried if id_ in view.answers}
    return tuple(answer_changes(yardstick_of(view.form), then, view.answers, go_live=go_live, as_of=as_of))


def _points_of(
    view: ResponseView,
    sent: Sequence[SnapshotView],
    then: Sequence[Answers],
    now: Answers,
    circumstances: PortfolioCircumstances,
    as_of: date,
) -> list[TrendPoint]:
    """`then` and `now`: the answers of the snapshots, and of today."""
    forms = {each.form.fingerprint: each.form for each in sent} | {view.form.fingerprint: view.form}
    taken = [_taken(each, answers) for each, answers in zip(sent, then, strict=True)]
    go_live = view.customer.go_live
    if go_live is not None and not circumstances.started:
        numbers = pack_row(yardstick_of(view.form), now)
        taken.append(_today(view.customer.id, view.form.fingerprint, as_of, go_live, numbers))
    return _points(taken, forms, circumstances, {view.customer.id: view.response_id}).get(view.customer.id, [])


def _circumstances(view: ResponseView, known: Circumstances, as_of: date) -> PortfolioCircumstances:
    go_live, held = view.customer.go_live, approved(known.waivers)
    waived = {each.question_id for each in held if each.holds(view.counted, go_live=go_live, as_of=as_of)}
    id_ = view.response_id
    began = {} if view.customer.started_on is None else {id_: view.customer.started_on}
    return PortfolioCircumstances(
        {id_: waived}, {id_: known.dates}, {id_: known.agreed}, began, {id_: known.phases.held}
    )


def _taken(then: SnapshotView, answers: Answers) -> EncodedSnapshot:
    info, numbers = then.info, pack_row(yardstick_of(then.form), answers)
    where = (info.as_of, info.go_live, info.days_left)
    return EncodedSnapshot(info.id, info.customer_id, info.fingerprint, *where, info.complete, numbers)


def _since(view: ResponseView, then: SnapshotView, as_of: date) -> ChangesSince:
    go_live = view.customer.go_live
    found = answer_changes(yardstick_of(view.form), then.answers, view.counted, go_live=go_live, as_of=as_of)
    return ChangesSince(then.info, tuple(found))


@dataclass(frozen=True, slots=True)
class TrendSources:
    """What is kept of all customers: every snapshot, the oldest first, every newest response, and their forms."""

    taken: Sequence[EncodedSnapshot]
    standing: Sequence[EncodedResponse]
    forms: Mapping[str, Form]
    circumstances: PortfolioCircumstances
    carried: CarriedAnswers


def read_trend_sources(ws: Workspace, *, as_of: date) -> TrendSources:
    """As of one moment, in a constant number of statements, for who has authorised.

    as_of: the day that plans and exceptions must hold.
    """
    with ws.database.reading() as connection:
        taken = encoded_rows.all_snapshots(connection)
        standing = encoded_rows.encoded_responses(connection)
        known = {each.fingerprint for each in taken} | {each.fingerprint for each in standing}
        forms = kept_forms(connection, known)
        carried = read_carried(
            connection, {each: forms[each] for each in {one.fingerprint for one in standing}}, standing
        )
        known_beside = read_circumstances(connection, standing, forms, carried, as_of=as_of)
        return TrendSources(taken, standing, forms, known_beside, carried)


def points_of_all(held: TrendSources, *, as_of: date) -> dict[str, list[TrendPoint]]:
    """Customer -> its points; who has a go-live date and has answered nothing has today's point alone, and who has started
    those from before it did.

    Of a response whose row of numbers is not up to date (`service.answers.encodings.refresh_encodings`) today is left out.
    """
    today = [
        _today(each.customer_id, each.fingerprint, as_of, each.go_live, each.numbers or b"")
        for each in held.standing
        if each.go_live is not None and each.started_on is None and (each.numbers or not each.revisions)
    ]
    response_of = {each.customer_id: each.response_id for each in held.standing}
    return _points([*held.taken, *today], held.forms, held.circumstances, response_of, held.carried)


def _today(customer_id: str, fingerprint: str, as_of: date, go_live: date, numbers: bytes) -> EncodedSnapshot:
    left = (go_live - as_of).days
    return EncodedSnapshot(TODAY, customer_id, fingerprint, as_of, go_live, left, True, numbers)


def _points(
    taken: Sequence[EncodedSnapshot],
    forms: Mapping[str, Form],
    circumstances: PortfolioCircumstances,
    response_of: Mapping[str, str],
    carried: CarriedAnswers | None = None,
) -> dict[str, list[TrendPoint]]:
    """Customer -> its points in the order given. What is known beside the answers counts for today alone.

    carried: what HPAS answers today, where that is not among the numbers already.
    """
    parts = _parts(taken, forms, circumstances, response_of, carried)
    judged = judge_portfolio([each.snapshot_id for each in taken], parts)
    found: dict[str, list[TrendPoint]] = defaultdict(list)
    for each, made in zip(taken, trend_points(judged), strict=True):
        if made:
            found[each.customer_id].append(made)
    return found


def _parts(
    taken: Sequence[EncodedSnapshot],
    forms: Mapping[str, Form],
    circumstances: PortfolioCircumstances,
    response_of: Mapping[str, str],
    carried: CarriedAnswers | None,
) -> Iterable[FormBatch]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(taken):
        places[each.fingerprint].append(place)
    for fingerprint, own in places.items():
        laid_out, held = yardstick_of(forms[fingerprint]), [taken[place] for place in own]
        found = unpack_rows(len(laid_out.questions), [each.numbers for each in held])
        if carried is not None:
            found = carried.put_in(laid_out, found, [each if each.snapshot_id == TODAY else None for each in held])
        yield FormBatch(
            yardstick=laid_out,
            encoded=found.encoded,
            places=np.array(own, np.intp),
            go_live=np.array([each.go_live.toordinal() for each in held], np.float64),
            as_of=np.array([each.as_of.toordinal() for each in held], np.float64),
            circumstances=circumstances.of_batch(
                laid_out, [response_of[each.customer_id] if each.snapshot_id == TODAY else "" for each in held]
            ),
        )
