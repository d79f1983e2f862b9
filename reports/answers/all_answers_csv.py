"""Every answer of every customer as one long table: a line per customer and question, as it counts in the figures.

`value` is a level, a number, ja/nei or a day; `share` is what a share or a table comes to, 0..1. What was typed in full
is in the answers file of each customer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from language import BASES, CUSTOMER_TYPES, KINDS, STATUSES
from reports.batch_csv import Coded, coded_numbers, long_csv
from reports.columns import Cell, choice, day, mixed, number, text, truth, whole
from reports.dialect import Dialect
from scoring.basis import Basis
from scoring.batch import BatchJudgements
from scoring.formulas import Floats
from scoring.portfolio.portfolio import FormBatch, Portfolio
from scoring.vocabulary import CustomerType, Kind, Status

COLUMNS = (
    text("customer_id", "Kunde-id"),
    text("org_number", "Organisasjonsnummer"),
    text("customer", "Kunde"),
    choice("customer_type", "Kundetype", CUSTOMER_TYPES),
    day("as_of", "Dato"),
    whole("days_left", "Dager til oppstart"),
    text("question_id", "Spørsmål-id"),
    # What HPAS answers, by its own question.
    text("from_programme", "HPAS-spørsmål"),
    choice("kind", "Svartype", KINDS),
    mixed("value", "Svar"),
    number("share", "Andel"),
    truth("not_applicable", "Ikke aktuelt"),
    number("attainment", "Oppnåelse", 3),
    number("expected_attainment", "Forventet oppnåelse", 3),
    choice("status", "Status", STATUSES),
    choice("basis", "Grunnlag", BASES),
    day("confirmed_on", "Sist bekreftet"),
    truth("stale", "Må bekreftes"),
)
# Customers laid out at a time.
AT_A_TIME = 500
_SHARES = (Kind.SHARE, Kind.MATRIX)


@dataclass(frozen=True, slots=True)
class LongCustomer:
    """How a customer is called; in the order of the keys of what is judged."""

    name: str
    customer_type: CustomerType
    org_number: str | None = None


def answers_long_csv(
    customers: Sequence[LongCustomer], judged: Portfolio, basis: Basis, dialect: Dialect
) -> Iterator[bytes]:
    """The file in pieces. Customers with the same form stand together."""
    return long_csv(COLUMNS, _blocks(customers, judged, basis), dialect)


def answers_long_rows(customers: Sequence[LongCustomer], judged: Portfolio, basis: Basis) -> Iterator[Sequence[Cell]]:
    """The same line by line, for who writes something else."""
    for block in _blocks(customers, judged, basis):
        yield from zip(*([coded.cells[place] for place in coded.places.tolist()] for coded in block), strict=True)


def _blocks(customers: Sequence[LongCustomer], judged: Portfolio, basis: Basis) -> Iterator[list[Coded]]:
    return (
        _block(customers, judged.keys, laid, judgements, slice(start, start + AT_A_TIME), basis)
        for laid, judgements in judged.parts
        for start in range(0, len(laid.places), AT_A_TIME)
    )


def _block(
    customers: Sequence[LongCustomer],
    keys: Sequence[str],
    laid: FormBatch,
    judged: BatchJudgements,
    rows: slice,
    basis: Basis,
) -> list[Coded]:
    questions = laid.yardstick.questions
    own = laid.places[rows].tolist()
    kinds = list(Kind)
    days_left = (laid.go_live - laid.as_of)[rows]
    expected = np.where(np.isnan(days_left)[:, None], np.nan, laid.yardstick.expected[judged.phase[rows]])
    value, share = _said(laid, rows)
    return [
        *(_each(len(questions), cells) for cells in _names(own, keys, customers)),
        _each(len(questions), [date.fromordinal(int(day)) for day in laid.as_of[rows].tolist()]),
        _each(len(questions), [None if left != left else int(left) for left in days_left.tolist()]),
        _all(len(own), range(len(questions)), [question.id for question in questions]),
        _all(len(own), range(len(questions)), [question.from_programme for question in questions]),
        _all(len(own), [kinds.index(q.kind) for q in questions], kinds),
        value,
        share,
        Coded((~laid.encoded.applicable[rows]).astype(np.int32).ravel(), [None, True]),
        coded_numbers(judged.attainment[rows].ravel()),
        coded_numbers(expected.ravel()),
        Coded(judged.status[rows].astype(np.int32).ravel() + 1, [None, *Status]),
        _each(len(questions), [basis] * len(own)),
        _confirmed(laid, rows),
        Coded(judged.stale[rows].astype(np.int32).ravel(), [None, True]),
    ]


def _confirmed(laid: FormBatch, rows: slice) -> Coded:
    """The day each answer was last given or stood by."""
    confirmed = laid.encoded.confirmed
    shape = laid.encoded.values[rows].shape
    held = np.full(shape, np.nan) if confirmed is None else confirmed[rows].astype(np.float64)
    return _typed(held, {"day": np.ones(shape[1], bool)})


def _names(own: Sequence[int], keys: Sequence[str], customers: Sequence[LongCustomer]) -> list[list[Cell]]:
    held = [customers[place] for place in own]
    return [
        [keys[place] for place in own],
        [each.org_number for each in held],
        [each.name for each in held],
        [each.customer_type for each in held],
    ]


def _each(times: int, cells: Sequence[Cell]) -> Coded:
    """A cell per customer, on each of its lines."""
    return Coded(np.repeat(np.arange(len(cells), dtype=np.int32), times), cells)


def _all(customers: int, places: Iterable[int], cells: Sequence[Cell]) -> Coded:
    """A cell per question, the same for every customer."""
    return Coded(np.tile(np.array(list(places), np.int32), customers), cells)


def _said(laid: FormBatch, rows: slice) -> tuple[Coded, Coded]:
    """`value` and `share`: what was said, in the column and of the type that its question wants."""
    values = laid.encoded.values[rows]
    kinds = np.array([question.kind.value for question in laid.yardstick.questions])
    shares = np.isin(kinds, [kind.value for kind in _SHARES])
    types = {
        "truth": kinds == Kind.YES_NO.value,
        "day": kinds == Kind.DATE.value,
        "number": ~shares & (kinds != Kind.YES_NO.value) & (kinds != Kind.DATE.value),
    }
    return _typed(values, types), _typed(values, {"number": shares})


def _typed(values: Floats, types: dict[str, NDArray[np.bool_]]) -> Coded:
    places = np.zeros(values.shape, np.int32)
    cells: list[Cell] = [None]
    for name, columns in types.items():
        found = coded_numbers(values[:, columns].ravel())
        places[:, columns] = found.places.reshape(len(values), -1) + len(cells)
        cells += [_cell(name, cell) for cell in found.cells]
    return Coded(places.ravel(), cells)


def _cell(name: str, cell: Cell) -> Cell:
    if not isinstance(cell, float) or name == "number":
        return cell
    return bool(cell) if name == "truth" else date.fromordinal(int(cell))
