"""Two who change the same matrix: each row is merged by itself, against what stood there when the second one began.

A row that both have changed is named, so that it can be told: each of its cells is what was changed there, and where
both changed it, what the second one says.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.answers import Matrix, MatrixRow, Share
from scoring.names import name_key
from scoring.questionnaire import MatrixQuestion


@dataclass(frozen=True, slots=True)
class Merged:
    """`value`: None when no row is left. `both`: rows (ids, or names the customer gave) that both changed, each his way."""

    value: Matrix | None
    both: tuple[str, ...]


def merge(question: MatrixQuestion, base: Matrix | None, mine: Matrix | None, theirs: Matrix | None) -> Merged:
    """What `mine` has changed since `base`, put into `theirs`. None is a matrix without rows."""
    before, wanted, standing = (_by_name(question, matrix) for matrix in (base, mine, theirs))
    changed = [name for name in (before | wanted) if before.get(name) != wanted.get(name)]
    result = dict(standing)
    for name in changed:
        if name in wanted:
            result[name] = merged_row(before.get(name), wanted[name], standing.get(name))
        else:
            result.pop(name, None)
    both = [name for name in changed if standing.get(name) not in (before.get(name), wanted.get(name))]
    named = standing | before | wanted
    return Merged(_ordered(question, result.values()), tuple(named[name].row for name in both))


def merged_row(base: MatrixRow | None, mine: MatrixRow, theirs: MatrixRow | None) -> MatrixRow:
    """Cell by cell; whole as I have it when they have taken it out, or when the cells do not go together."""
    if theirs is None:
        return mine
    was = base or MatrixRow(mine.row, Share(None, None))
    done = theirs.share.done if mine.share.done == was.share.done else mine.share.done
    whole = theirs.share.all if mine.share.all == was.share.all else mine.share.all
    reason = theirs.not_applicable if mine.not_applicable == was.not_applicable else mine.not_applicable
    share = Share(done, whole)
    return mine if share.more_than_all else MatrixRow(mine.row, share, reason)


def only(matrix: Matrix | None, rows: Iterable[str]) -> Matrix:
    """The rows of these names."""
    wanted = {name_key(row) for row in rows}
    return Matrix(tuple(row for row in (matrix.rows if matrix else ()) if name_key(row.row) in wanted))


def put_in(question: MatrixQuestion, matrix: Matrix | None, others: Matrix, rows: Iterable[str]) -> Matrix | None:
    """The matrix with these rows as `others` has them; a row that is not there is taken out."""
    held, wanted = _by_name(question, matrix), _by_name(question, others)
    for name in map(name_key, rows):
        if name in wanted:
            held[name] = wanted[name]
        else:
            held.pop(name, None)
    return _ordered(question, held.values())


def _by_name(question: MatrixQuestion, matrix: Matrix | None) -> dict[str, MatrixRow]:
    """A fixed row that says nothing is as one that is not there."""
    rows = matrix.rows if matrix else ()
    return {name_key(row.row): row for row in rows if question.rows == "customer" or _says_something(row)}


def _says_something(row: MatrixRow) -> bool:
    return row.share != Share(None, None) or row.not_applicable is not None


def _ordered(question: MatrixQuestion, rows: Iterable[MatrixRow]) -> Matrix | None:
    places = {row.id: place for place, row in enumerate(question.fixed_rows)}
    ordered = tuple(sorted(rows, key=lambda row: places.get(row.row, 0)))
    return Matrix(ordered) if ordered else None
