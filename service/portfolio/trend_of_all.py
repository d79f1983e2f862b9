"""Utvikling for all, for HPAS: every customer's points, and how much each has moved since it last sent in."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from scoring.packed_rows import unpack_rows
from scoring.portfolio.changes import ChangeCounts, change_counts
from scoring.portfolio.trend import TrendPoint
from scoring.vocabulary import CustomerType
from scoring.yardstick import Yardstick
from service.answers.carried_rows import CarriedAnswers
from service.answers.encodings import yardstick_of
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.portfolio.shared_comparison import ALL_BUT_ANSWERS
from service.portfolio.trend import points_of_all, read_trend_sources
from service.shared_readings import Reading
from service.workspace import Workspace
from storage.answers.encoded_rows import EncodedResponse, EncodedSnapshot

__all__ = ["ChangeCounts", "CustomerTrend", "shared_trends", "trends_of_all"]


@dataclass(frozen=True, slots=True)
class CustomerTrend:
    """One customer. points: the oldest first, today last; none without a go-live. since: the day it last sent in.

    changes: since then; `None` when nothing was sent in, or when the form has been changed since.
    """

    customer_id: str
    name: str
    customer_type: CustomerType
    invented: bool
    points: Sequence[TrendPoint]
    since: date | None
    changes: ChangeCounts | None


def trends_of_all(ws: Workspace, actor: Actor, *, as_of: date) -> list[CustomerTrend]:
    """Every customer, in the order they were added. In a constant number of statements. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    return _read(ws, as_of=as_of)


def shared_trends(ws: Workspace, actor: Actor, *, as_of: date) -> Sequence[CustomerTrend]:
    """The same for looking at: read once for all who look. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    return ws.shared.read(Reading(("trends", as_of), ALL_BUT_ANSWERS, partial(_read, as_of=as_of), len, apart=True))


def _read(ws: Workspace, *, as_of: date) -> list[CustomerTrend]:
    held = read_trend_sources(ws, as_of=as_of)
    points = points_of_all(held, as_of=as_of)
    newest = {each.customer_id: each for each in held.taken}
    by_form: dict[str, list[tuple[EncodedResponse, EncodedSnapshot]]] = defaultdict(list)
    for each in held.standing:
        last = newest.get(each.customer_id)
        if last and last.fingerprint == each.fingerprint and (each.numbers or not each.revisions):
            by_form[each.fingerprint].append((each, last))
    counts: dict[str, ChangeCounts] = {}
    for fingerprint, pairs in by_form.items():
        counts |= _moved(yardstick_of(held.forms[fingerprint]), pairs, held.carried, as_of)
    return [_trend(each, points, newest, counts) for each in held.standing]


def _moved(
    laid_out: Yardstick,
    pairs: Sequence[tuple[EncodedResponse, EncodedSnapshot]],
    carried: CarriedAnswers,
    as_of: date,
) -> dict[str, ChangeCounts]:
    questions, today = len(laid_out.questions), [now for now, _ in pairs]
    standing = unpack_rows(questions, [now.numbers or b"" for now in today])
    found = change_counts(
        laid_out,
        unpack_rows(questions, [last.numbers for _, last in pairs]).encoded,
        carried.put_in(laid_out, standing, today).encoded,
        go_live=np.array([now.go_live.toordinal() if now.go_live else np.nan for now, _ in pairs], np.float64),
        as_of=np.full(len(pairs), float(as_of.toordinal())),
    )
    return {now.customer_id: counted for (now, _), counted in zip(pairs, found, strict=True)}


def _trend(
    each: EncodedResponse,
    points: dict[str, list[TrendPoint]],
    newest: dict[str, EncodedSnapshot],
    counts: dict[str, ChangeCounts],
) -> CustomerTrend:
    last = newest.get(each.customer_id)
    return CustomerTrend(
        customer_id=each.customer_id,
        name=each.name,
        customer_type=CustomerType(each.customer_type),
        invented=each.invented,
        points=points.get(each.customer_id, ()),
        since=last.as_of if last else None,
        changes=counts.get(each.customer_id),
    )
