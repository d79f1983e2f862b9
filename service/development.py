"""Utvikling: the figures of a customer, or of all, each time something was sent in and today; and what has changed since."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring.basis import Basis, on_basis
from scoring.changes import Change, changes
from scoring.compact import pack_row, unpack_rows
from scoring.questionnaire import Form
from scoring.series import Point, points
from scoring.side_by_side import Laid, side_by_side
from service.access import allow, plain_id
from service.actor import Actor
from service.faults import NotAllowed
from service.forms import kept_forms
from service.packing import answers_from
from service.permissions import Operation
from service.rated import rated_answers
from service.responses import open_response
from service.reviews import ratings
from service.sheets import measure_of
from service.submissions import SnapshotInfo, open_snapshot
from service.workspace import Workspace
from storage import sheet_rows, submission_rows
from storage.sheet_rows import Taken

__all__ = ["Since", "changes_between", "changes_since_last", "series", "series_of_all"]

TODAY = ""


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed since a snapshot. The changes are in the order of the form; `same` ones are among them."""

    before: SnapshotInfo
    changes: tuple[Change, ...]


def series(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date, basis: Basis = Basis.CUSTOMER) -> list[Point]:
    """The customer's points, the oldest first; today last, when there is a go-live date.

    On HPAS's basis its ratings count where the actor may see them.
    """
    customer_id = plain_id(customer_id)
    view = open_response(ws, actor, customer_id)
    with ws.database.reading() as connection:
        taken = sheet_rows.all_taken(connection, customer_id=customer_id)
        forms = dict(kept_forms(connection, {each.fingerprint for each in taken}))
    forms[view.form.fingerprint] = view.form
    answers = view.answers
    if basis is Basis.HPAS:
        taken = [_rated(ws, actor, each) for each in taken]
        answers = rated_answers(ws, actor, view) or answers
    go_live = view.customer.go_live
    if go_live is not None:
        numbers = pack_row(measure_of(view.form), answers)
        taken.append(_today(customer_id, view.form.fingerprint, as_of, go_live, numbers))
    return _points(taken, forms).get(customer_id, [])


def _rated(ws: Workspace, actor: Actor, each: Taken) -> Taken:
    """A snapshot with HPAS's word in place of the customer's."""
    then = open_snapshot(ws, actor, each.snapshot_id)
    numbers = pack_row(measure_of(then.form), on_basis(then.answers, ratings(then), basis=Basis.HPAS))
    return each._replace(numbers=numbers)


def series_of_all(ws: Workspace, actor: Actor, *, as_of: date) -> dict[str, list[Point]]:
    """Customer -> its points; who has a go-live date and has answered nothing has today's point alone.

    Of a response whose row of numbers is not up to date (`service.sheets.refresh_sheets`) today is left out.
    """
    allow(ws, actor, Operation.COMPARE)
    with ws.database.reading() as connection:
        taken = sheet_rows.all_taken(connection)
        standing = sheet_rows.standing(connection)
        known = {each.fingerprint for each in taken} | {each.fingerprint for each in standing}
        forms = dict(kept_forms(connection, known))
    taken += [
        _today(each.customer_id, each.fingerprint, as_of, each.go_live, each.numbers or b"")
        for each in standing
        if each.go_live is not None and (each.numbers or not each.revisions)
    ]
    return _points(taken, forms)


def changes_since_last(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> Since | None:
    """What has changed from the newest snapshot to what is answered now; `None` when nothing was ever sent in."""
    view = open_response(ws, actor, customer_id)
    with ws.database.reading() as connection:
        sent = submission_rows.snapshots(connection, customer_id=view.customer.id)
        if not sent:
            return None
        form = kept_forms(connection, [sent[-1].fingerprint])[sent[-1].fingerprint]
        before = answers_from(form, json.loads(submission_rows.bodies(connection, [sent[-1].id])[sent[-1].id]))
    found = changes(measure_of(view.form), before, view.answers, go_live=view.customer.go_live, as_of=as_of)
    return Since(sent[-1], tuple(found))


def changes_between(ws: Workspace, actor: Actor, earlier_id: str, later_id: str) -> Since:
    """What has changed from one snapshot to another of the same customer. Raises `NotAllowed` for two customers'."""
    earlier, later = open_snapshot(ws, actor, earlier_id), open_snapshot(ws, actor, later_id)
    if earlier.customer.id != later.customer.id:
        raise NotAllowed
    info = later.info
    found = changes(measure_of(later.form), earlier.answers, later.answers, go_live=info.go_live, as_of=info.as_of)
    return Since(earlier.info, tuple(found))


def _today(customer_id: str, fingerprint: str, as_of: date, go_live: date, numbers: bytes) -> Taken:
    left = (go_live - as_of).days
    return Taken(TODAY, customer_id, fingerprint, as_of, go_live, left, True, numbers)


def _points(taken: Sequence[Taken], forms: dict[str, Form]) -> dict[str, list[Point]]:
    """Customer -> its points in the order given."""
    judged = side_by_side([each.snapshot_id for each in taken], _parts(taken, forms))
    found: dict[str, list[Point]] = defaultdict(list)
    for each, made in zip(taken, points(judged), strict=True):
        if made:
            found[each.customer_id].append(made)
    return found


def _parts(taken: Sequence[Taken], forms: dict[str, Form]) -> Iterable[Laid]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(taken):
        places[each.fingerprint].append(place)
    for fingerprint, own in places.items():
        laid_out, held = measure_of(forms[fingerprint]), [taken[place] for place in own]
        yield Laid(
            yardstick=laid_out,
            sheet=unpack_rows(len(laid_out.questions), [each.numbers for each in held]).sheet,
            places=np.array(own, np.intp),
            go_live=np.array([each.go_live.toordinal() for each in held], np.float64),
            as_of=np.array([each.as_of.toordinal() for each in held], np.float64),
        )
