"""All customers as rows of numbers: today or at a cut, on either basis, in a constant number of statements.

No texts and nothing of whoever asks: what is read is authorised first. `shared_comparison` reads once for all who look.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import nan
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from scoring.answers import Answer
from scoring.basis import Basis, put_rating, still_holds
from scoring.decision.standing import StandingDecision
from scoring.encoding import measure
from scoring.formulas import Flags
from scoring.packed_rows import UnpackedRows, unpack_rows
from scoring.portfolio.cuts import FARTHEST
from scoring.portfolio.portfolio import FormBatch, Portfolio, judge_portfolio
from scoring.questionnaire import Form
from scoring.review.looked_at import Looked, Manner
from scoring.vocabulary import CustomerType
from scoring.yardstick import Yardstick
from service.answers.carried_rows import read_carried
from service.answers.encodings import own_numbers, yardstick_of
from service.answers.serialisation import answers_from, with_days
from service.decision.holding import decisions_today
from service.forms import kept_forms
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.plan.circumstances import PortfolioCircumstances, read_circumstances
from service.review.rated_values import rated_value, still_said
from service.workspace import Workspace
from storage.answers import encoded_rows
from storage.answers.encoded_rows import EncodedResponse, EncodedSnapshot
from storage.review import rows as submission_rows
from storage.review.rows import RatingRow

_NOT_MOVED: Mapping[str, date] = MappingProxyType({})
_TYPES = {kind.value: kind for kind in CustomerType}


@dataclass(frozen=True, slots=True)
class ComparedMember:
    """One customer among all. `snapshot_id`, `complete`: the snapshot that stands for it at a cut. beds: where it is said.

    started_on: the day it has confirmed that it started, whatever the cut.
    """

    customer_id: str
    name: str
    customer_type: CustomerType
    go_live: date | None
    invented: bool
    as_of: date
    snapshot_id: str | None = None
    complete: bool = True
    started_on: date | None = None
    beds: int | None = None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Comparison:
    """members: those who have something at the cut, in the order they were added; `judged` is in the same order.

    missing: ids and names of those who have not. forms: fingerprint -> form. waits: of each part of
    `judged`, whom the customers have named (`service.portfolio.owed` makes a list of it). looked: on HPAS's word, place ->
    how much of the answers it has looked at. decisions: customer -> the one that counts today; at a cut there is none.
    """

    members: Sequence[ComparedMember]
    missing: Sequence[tuple[str, str]]
    forms: Mapping[str, Form]
    judged: Portfolio
    waits: Sequence[tuple[FormBatch, NDArray[np.uint8]]]
    looked: Mapping[int, Looked]
    decisions: Mapping[str, StandingDecision]

    @property
    def beds(self) -> list[int | None]:
        """How large each of the members is, where it is said."""
        return [member.beds for member in self.members]


@dataclass(slots=True)
class _Row:
    """What there is of one customer before it is laid out. `numbers`: empty when nothing is said."""

    member: ComparedMember
    fingerprint: str
    numbers: bytes
    go_live: date | None


# Fingerprint -> the rows of that form, in numbers.
_Numbers = dict[str, tuple[FormBatch, UnpackedRows]]


def read_comparison(
    ws: Workspace,
    actor: Actor,
    *,
    as_of: date,
    cut: int | None = None,
    basis: Basis = Basis.CUSTOMER,
    customer_type: CustomerType | None = None,
    moved: Mapping[str, date] = _NOT_MOVED,
) -> Comparison:
    """All customers as of one moment. `cut`: days before the go-live, `None` for today (`as_of`).

    At a cut each is judged at the day and with the go-live of its own snapshot. moved: customer -> the day it is taken to
    start, as if it had been moved; exceptions fall as they would then.
    """
    allow(ws, actor, Operation.COMPARE)
    return read_all(ws, as_of=as_of, cut=cut, basis=basis, customer_type=customer_type, moved=moved)


def read_all(
    ws: Workspace,
    *,
    as_of: date,
    cut: int | None = None,
    basis: Basis = Basis.CUSTOMER,
    customer_type: CustomerType | None = None,
    moved: Mapping[str, date] = _NOT_MOVED,
) -> Comparison:
    """The same for who has authorised."""
    with ws.database.reading() as connection:
        held = encoded_rows.encoded_responses(connection, customer_type, with_numbers=cut is None)
        if moved:
            held = [each._replace(go_live=moved.get(each.customer_id, each.go_live)) for each in held]
        if cut is None:
            rows = _today(connection, held, as_of)
        else:
            taken = encoded_rows.snapshots_at_cut(connection, cut, farthest=FARTHEST, customer_type=customer_type)
            rows = _at_cut(held, taken)
        forms = kept_forms(connection, {row.fingerprint for row in rows})
        ratings = _ratings(connection, rows) if basis is Basis.HPAS else {}
        numbers = _laid_out(rows, forms)
        known, decisions = None, dict[str, StandingDecision]()
        if cut is None:
            known, numbers = _known_today(connection, held, forms, numbers, rows, as_of)
            decisions = decisions_today(connection, held, [laid for laid, _ in numbers.values()], known.agreed)
    looked = _looked(numbers, ratings) if basis is Basis.HPAS else {}
    _put_ratings(numbers, ratings)
    if known:
        numbers = {name: (_with_circumstances(laid, known, held), found) for name, (laid, found) in numbers.items()}
    present = {row.member.customer_id for row in rows}
    return Comparison(
        members=[row.member for row in rows],
        missing=[(each.customer_id, each.name) for each in held if each.customer_id not in present],
        forms=forms,
        judged=judge_portfolio([row.member.customer_id for row in rows], [laid for laid, _ in numbers.values()]),
        waits=[(laid, found.waiting) for laid, found in numbers.values()],
        looked=looked,
        decisions=decisions,
    )


def _known_today(
    connection: Connection,
    held: Sequence[EncodedResponse],
    forms: Mapping[str, Form],
    numbers: _Numbers,
    rows: Sequence[_Row],
    as_of: date,
) -> tuple[PortfolioCircumstances, _Numbers]:
    """What is known beside the answers, and the numbers with what HPAS answers in them."""
    carried = read_carried(connection, forms, held)
    answered = {
        name: (laid, carried.put_in(laid.yardstick, found, [rows[at].member for at in laid.places.tolist()]))
        for name, (laid, found) in numbers.items()
    }
    return read_circumstances(connection, held, forms, carried, as_of=as_of), answered


def _with_circumstances(
    laid: FormBatch, circumstances: PortfolioCircumstances, held: Sequence[EncodedResponse]
) -> FormBatch:
    """The same with what is known today. At a cut nothing is: a snapshot is judged as it was sent in."""
    ids = [held[place].response_id for place in laid.places.tolist()]
    return replace(laid, circumstances=circumstances.of_batch(laid.yardstick, ids))


def _today(connection: Connection, held: Iterable[EncodedResponse], as_of: date) -> list[_Row]:
    rows = [
        _Row(
            ComparedMember(
                customer_id=each.customer_id,
                name=each.name,
                customer_type=_TYPES[each.customer_type],
                go_live=each.go_live,
                invented=each.invented,
                as_of=as_of,
                started_on=each.started_on,
                beds=each.beds,
            ),
            each.fingerprint,
            each.numbers or b"",
            each.go_live,
        )
        for each in held
    ]
    behind = {
        each.response_id: row for each, row in zip(held, rows, strict=True) if each.revisions and not each.numbers
    }
    if behind:
        _read_answers(connection, behind)
    return rows


def _read_answers(connection: Connection, behind: Mapping[str, _Row]) -> None:
    """The slow way, for responses whose row of numbers is missing: nothing is kept, for a query never writes."""
    said: dict[str, list[tuple[str, str, str | None, datetime]]] = defaultdict(list)
    for response_id, question_id, field, content, at in encoded_rows.said_by(connection, behind):
        said[response_id].append((question_id, field, content, at))
    forms = kept_forms(connection, {row.fingerprint for row in behind.values()})
    for response_id, row in behind.items():
        form = forms[row.fingerprint]
        row.numbers = own_numbers(form, answers_from(form, with_days(said[response_id])))


def _at_cut(held: Iterable[EncodedResponse], taken: Iterable[EncodedSnapshot]) -> list[_Row]:
    of = {each.customer_id: each for each in taken}
    return [_taken_row(each, of[each.customer_id]) for each in held if each.customer_id in of]


def _taken_row(each: EncodedResponse, taken: EncodedSnapshot) -> _Row:
    member = ComparedMember(
        customer_id=each.customer_id,
        name=each.name,
        customer_type=_TYPES[each.customer_type],
        go_live=taken.go_live,
        invented=each.invented,
        as_of=taken.as_of,
        snapshot_id=taken.snapshot_id,
        complete=taken.complete,
        started_on=each.started_on,
        beds=each.beds,
    )
    return _Row(member, taken.fingerprint, taken.numbers, taken.go_live)


def _laid_out(rows: Sequence[_Row], forms: Mapping[str, Form]) -> _Numbers:
    places: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        places[row.fingerprint].append(place)
    return {
        fingerprint: _of_form(yardstick_of(forms[fingerprint]), [rows[place] for place in own], np.array(own, np.intp))
        for fingerprint, own in places.items()
    }


def _of_form(laid_out: Yardstick, rows: Sequence[_Row], places: NDArray[np.intp]) -> tuple[FormBatch, UnpackedRows]:
    found = unpack_rows(len(laid_out.questions), [row.numbers for row in rows])
    laid = FormBatch(
        yardstick=laid_out,
        encoded=found.encoded,
        places=places,
        go_live=np.array([nan if row.go_live is None else row.go_live.toordinal() for row in rows], np.float64),
        as_of=np.array([row.member.as_of.toordinal() for row in rows], np.float64),
    )
    return laid, found


@dataclass(frozen=True, slots=True)
class _Ratings:
    """The ratings of one snapshot, and what was answered in it: question -> number, as `EncodedAnswers.number` says it."""

    lines: Sequence[RatingRow]
    fingerprint: str
    then: Mapping[str, float]


def _ratings(connection: Connection, rows: Sequence[_Row]) -> dict[int, _Ratings]:
    """Place -> the ratings that count for it: of its snapshot, or today of the newest snapshot that has any."""
    lines: dict[str, list[RatingRow]] = defaultdict(list)
    for line in submission_rows.ratings(connection):
        lines[line.snapshot_id].append(line)
    taken = encoded_rows.rated_snapshots(connection)
    forms = kept_forms(connection, {each.fingerprint for each in taken})
    by_id = {each.snapshot_id: each for each in taken}
    newest = {each.customer_id: each for each in taken}
    counted = {
        place: by_id.get(row.member.snapshot_id) if row.member.snapshot_id else newest.get(row.member.customer_id)
        for place, row in enumerate(rows)
    }
    return {
        place: _Ratings(lines[each.snapshot_id], each.fingerprint, _said_then(forms[each.fingerprint], each.numbers))
        for place, each in counted.items()
        if each
    }


def _said_then(form: Form, numbers: bytes) -> dict[str, float]:
    found = unpack_rows(len(form.questionnaire.questions), [numbers]).encoded
    return {question.id: found.number(0, column) for column, question in enumerate(form.questionnaire.questions)}


def _looked(
    numbers: Mapping[str, tuple[FormBatch, UnpackedRows]], ratings: Mapping[int, _Ratings]
) -> dict[int, Looked]:
    """Place -> how much HPAS has looked at of what is answered; what has been answered otherwise since is not looked at."""
    found = {}
    for laid, _ in numbers.values():
        answered = (~np.isnan(laid.encoded.values) | ~laid.encoded.applicable) & ~laid.yardstick.carried
        for row, place in enumerate(laid.places.tolist()):
            lines = ratings[place].lines if place in ratings else ()
            standing = [line for line in lines if _stands(laid, row, line, ratings[place], answered)]
            together = sum(line.manner == Manner.TOGETHER for line in standing)
            found[place] = Looked(len(standing) - together, together, int(answered[row].sum()))
    return found


def _stands(laid: FormBatch, row: int, line: RatingRow, rated: _Ratings, answered: Flags) -> bool:
    column = laid.yardstick.column.get(line.question_id)
    if column is None or not answered[row, column]:
        return False
    return still_holds(laid.encoded.number(row, column), rated.then[line.question_id])


def _put_ratings(numbers: Mapping[str, tuple[FormBatch, UnpackedRows]], ratings: Mapping[int, _Ratings]) -> None:
    """Put HPAS's numbers in place of the customer's wherever the two do not agree and the answer still stands."""
    for fingerprint, (laid, _) in numbers.items():
        columns = laid.yardstick.column
        for row, place in enumerate(laid.places.tolist()):
            if rated := ratings.get(place):
                for line in rated.lines:
                    column = columns.get(line.question_id)
                    if (
                        column is not None
                        and not line.agreed
                        and (rated.fingerprint == fingerprint or still_said(laid.yardstick.form, line))
                        and still_holds(laid.encoded.number(row, column), rated.then[line.question_id])
                    ):
                        number = _rated_number(laid, line, rated.fingerprint == fingerprint)
                        put_rating(laid.encoded, row, column, number)


def _rated_number(laid: FormBatch, line: RatingRow, same_form: bool) -> float:
    if same_form:
        return nan if line.measure is None else line.measure
    question = laid.yardstick.form.questionnaire.by_id[line.question_id]
    return measure(question, Answer(value=rated_value(laid.yardstick.form, line)))
