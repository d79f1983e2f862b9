"""Utvikling for all, for HPAS: every customer's points, and how much each has moved since it last sent in."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring.packed_rows import unpack_rows
from scoring.portfolio.moved import Moved, moved
from scoring.portfolio.trend import Point
from scoring.vocabulary import CustomerType
from scoring.yardstick import Yardstick
from service.answers.encodings import measure_of
from service.people.actor import Actor
from service.portfolio.trend import held_of_all, series_of_all
from service.workspace import Workspace
from storage.answers.encoded_rows import Standing, Taken

__all__ = ["Course", "Moved", "courses"]


@dataclass(frozen=True, slots=True)
class Course:
    """One customer. points: the oldest first, today last; none without a go-live. since: the day it last sent in.

    moved: since then; `None` when nothing was sent in, or when the form has been changed since.
    """

    customer_id: str
    name: str
    customer_type: CustomerType
    invented: bool
    points: Sequence[Point]
    since: date | None
    moved: Moved | None


def courses(ws: Workspace, actor: Actor, *, as_of: date) -> list[Course]:
    """Every customer, in the order they were added. In a constant number of statements."""
    held = held_of_all(ws, actor, as_of=as_of)
    points = series_of_all(held, as_of=as_of)
    newest = {each.customer_id: each for each in held.taken}
    by_form: dict[str, list[tuple[Standing, Taken]]] = defaultdict(list)
    for each in held.standing:
        last = newest.get(each.customer_id)
        if last and last.fingerprint == each.fingerprint and (each.numbers or not each.revisions):
            by_form[each.fingerprint].append((each, last))
    counts: dict[str, Moved] = {}
    for fingerprint, pairs in by_form.items():
        counts |= _moved(measure_of(held.forms[fingerprint]), pairs, as_of)
    return [_course(each, points, newest, counts) for each in held.standing]


def _moved(laid_out: Yardstick, pairs: Sequence[tuple[Standing, Taken]], as_of: date) -> dict[str, Moved]:
    questions = len(laid_out.questions)
    found = moved(
        laid_out,
        unpack_rows(questions, [last.numbers for _, last in pairs]).encoded,
        unpack_rows(questions, [now.numbers or b"" for now, _ in pairs]).encoded,
        go_live=np.array([now.go_live.toordinal() if now.go_live else np.nan for now, _ in pairs], np.float64),
        as_of=np.full(len(pairs), float(as_of.toordinal())),
    )
    return {now.customer_id: counted for (now, _), counted in zip(pairs, found, strict=True)}


def _course(
    each: Standing, points: dict[str, list[Point]], newest: dict[str, Taken], counts: dict[str, Moved]
) -> Course:
    last = newest.get(each.customer_id)
    return Course(
        customer_id=each.customer_id,
        name=each.name,
        customer_type=CustomerType(each.customer_type),
        invented=each.invented,
        points=points.get(each.customer_id, ()),
        since=last.as_of if last else None,
        moved=counts.get(each.customer_id),
    )
