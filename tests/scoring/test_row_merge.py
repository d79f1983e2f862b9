"""Two fill in the same matrix: the rows of both stand, and a row that both changed is named."""

from typing import Any

import pytest

from scoring.answers import Matrix, MatrixRow, Share
from scoring.row_merge import merge, put_in
from tests.scoring.builders import question

OWN: Any = question({"kind": "matrix", "expected": {0: 1}, "rows": "customer"})
FIXED: Any = question({"kind": "matrix", "expected": {0: 1}, "rows": ["a", "b", "c"]})
Rows = dict[str, Any]


def matrix(rows: Rows) -> Matrix | None:
    """Row -> (done, all), or why it does not apply."""
    made = [
        MatrixRow(name, Share(None, None), held) if isinstance(held, str) else MatrixRow(name, Share(*held))
        for name, held in rows.items()
    ]
    return Matrix(tuple(made)) if made else None


# What stood there, what I say, what they said meanwhile; what stands then, and the rows both have changed.
CASES: list[tuple[str, Rows, Rows, Rows, Rows, list[str]]] = [
    ("each a row", {}, {"a": (1, 2)}, {"b": (3, 4)}, {"a": (1, 2), "b": (3, 4)}, []),
    ("same row", {"a": (1, 2)}, {"a": (2, 2)}, {"a": (0, 2)}, {"a": (2, 2)}, ["a"]),
    ("same row, same word", {}, {"a": (1, 2)}, {"a": (1, 2)}, {"a": (1, 2)}, []),
    ("half a row each", {}, {"a": (1, None)}, {"a": (None, 2)}, {"a": (1, 2)}, ["a"]),
    ("a cell of theirs", {"a": (1, 4)}, {"a": (2, 4)}, {"a": (1, 5)}, {"a": (2, 5)}, ["a"]),
    ("cells that do not go together", {"a": (1, 9)}, {"a": (8, 9)}, {"a": (1, 3)}, {"a": (8, 9)}, ["a"]),
    ("I took out what they left", {"a": (1, 2), "b": (1, 2)}, {"b": (1, 2)}, {"a": (1, 2), "b": (2, 2)}, {"b": (2, 2)}, []),
    ("I took out what they changed", {"a": (1, 2)}, {}, {"a": (2, 2)}, {}, ["a"]),
    ("they took out what I changed", {"a": (1, 2)}, {"a": (2, 2)}, {}, {"a": (2, 2)}, ["a"]),
    ("they took out what I left", {"a": (1, 2), "b": (1, 2)}, {"a": (1, 2), "b": (2, 2)}, {"b": (1, 2)}, {"b": (2, 2)}, []),
    ("a reason", {"a": (1, 2)}, {"a": "Kjøpes"}, {"a": (1, 2), "c": (0, 1)}, {"a": "Kjøpes", "c": (0, 1)}, []),
    ("nothing of mine", {"a": (1, 2)}, {"a": (1, 2)}, {"a": (2, 2), "b": (1, 1)}, {"a": (2, 2), "b": (1, 1)}, []),
]  # fmt: skip


@pytest.mark.parametrize("asked", [OWN, FIXED], ids=["own rows", "fixed rows"])
@pytest.mark.parametrize(("says", "base", "mine", "theirs", "value", "both"), CASES, ids=[c[0] for c in CASES])
def test_rows_are_merged_one_by_one(
    asked: Any, says: str, base: Rows, mine: Rows, theirs: Rows, value: Rows, both: list[str]
) -> None:
    found = merge(asked, matrix(base), matrix(mine), matrix(theirs))
    wanted = matrix(value)
    assert (sorted(found.value.rows, key=repr) if found.value else None) == (
        sorted(wanted.rows, key=repr) if wanted else None
    ), says
    assert list(found.both) == both


def test_names_the_customer_gave_are_one_in_small_and_capital_letters() -> None:
    found = merge(OWN, None, matrix({"Røntgen": (1, 2)}), matrix({"røntgen": (2, 2)}))
    assert (found.value, found.both) == (matrix({"Røntgen": (1, 2)}), ("Røntgen",))


def test_a_fixed_row_that_says_nothing_is_as_one_that_is_not_there() -> None:
    empty = {"a": (None, None)}
    assert merge(FIXED, matrix(empty), None, matrix({"b": (1, 2)})).value == matrix({"b": (1, 2)})
    assert merge(FIXED, None, matrix(empty), matrix({"a": (1, 2)})).both == ()


def test_only_the_rows_asked_for_are_put_back() -> None:
    mine, theirs = matrix({"a": (1, 2), "b": (1, 2)}), matrix({"a": (0, 2), "b": (0, 2)})
    assert theirs
    assert put_in(OWN, mine, theirs, ["A"]) == matrix({"a": (0, 2), "b": (1, 2)})
    assert put_in(OWN, mine, Matrix(()), ["a", "b"]) is None
