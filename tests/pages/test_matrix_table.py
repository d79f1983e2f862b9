"""What a table of a matrix holds, without a browser: laid down, typed over, read, and laid down again when another has written."""

from typing import Any

import pytest

from scoring.answers import Matrix, MatrixRow, Share
from service.faults import BadInput
from tests.scoring.builders import question
from ui import session
from ui.answers import matrix_table
from ui.answers.matrix_table import MatrixTable

OWN: Any = question({"kind": "matrix", "expected": {0: 1}, "rows": "customer"})
FIXED: Any = question({"kind": "matrix", "expected": {0: 1}, "rows": ["a", "b"]})
Texts = tuple[str | None, ...]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The session's state."""
    state: dict[str, Any] = {}
    monkeypatch.setattr(session, "value", state.get)
    monkeypatch.setattr(session, "put", state.__setitem__)
    monkeypatch.setattr(session, "forget", lambda keys: [state.pop(key, None) for key in keys])
    return state


def matrix(**rows: tuple[float | None, float | None]) -> Matrix:
    return Matrix(tuple(MatrixRow(name, Share(*numbers)) for name, numbers in rows.items()))


def typed(**changes: Any) -> dict[str, Any]:
    return {"edited_rows": {}, "added_rows": [], "deleted_rows": []} | changes


def lies(held: dict[str, Any]) -> list[Texts]:
    return [row[:3] for row in held["rows"][0]]


def test_what_is_understood_is_read_and_the_rest_keeps_what_is_stored(held: dict[str, Any]) -> None:
    table = MatrixTable(FIXED, "key", "rows")
    matrix_table.lay_down(table, matrix(a=(1, 2)))
    held["key"] = typed(edited_rows={0: {"done": "ca 1"}, 1: {"done": "1 200", "all": "1\N{NO-BREAK SPACE}300"}})
    found = matrix_table.read(table)
    assert found.matrix == matrix(a=(1, 2), b=(1200, 1300))
    assert found.amiss == ("Raden «a»: «ca 1» er ikke et tall. Skriv bare tallet, for eksempel 3,5.",)


def test_a_fixed_row_stands_in_the_words_it_was_typed_in_until_a_colleague_says_something_else(
    held: dict[str, Any],
) -> None:
    table = MatrixTable(FIXED, "key", "rows")
    matrix_table.lay_down(table, None)
    held["key"] = typed(edited_rows={0: {"done": "2,0", "all": "3,0"}, 1: {"done": "24", "all": "3"}})
    matrix_table.lay_down(table, matrix(a=(2, 3)))
    assert lies(held) == [("a", "2,0", "3,0"), ("b", "24", "3")]
    held["key"] = typed()
    matrix_table.lay_down(table, matrix(a=(1, 3)))
    assert lies(held) == [("a", "1", "3"), ("b", "24", "3")]
    assert [said[:9] for said in matrix_table.read(table).amiss] == ["Raden «b»"]


def test_rows_of_ones_own_lie_still_until_a_colleague_writes_and_keep_what_is_not_understood(
    held: dict[str, Any],
) -> None:
    table = MatrixTable(OWN, "key", "rows")
    matrix_table.lay_down(table, matrix(Lab=(1, 2)))
    held["key"] = typed(added_rows=[{"row": "Ny", "done": "3", "all": "ca 4"}, {"row": "To", "done": "1", "all": "1"}])
    matrix_table.lay_down(table, matrix(Lab=(1, 2), To=(1, 1)))
    assert lies(held) == [("Lab", "1", "2")]
    matrix_table.lay_down(table, matrix(Lab=(1, 2), To=(1, 1), Kollega=(5, 5)))
    assert lies(held) == [("Lab", "1", "2"), ("To", "1", "1"), ("Kollega", "5", "5"), ("Ny", "3", "ca 4")]
    assert "key" not in held
    assert matrix_table.read(table).matrix == matrix(Lab=(1, 2), To=(1, 1), Kollega=(5, 5))


def test_what_could_not_be_saved_lies_still(held: dict[str, Any]) -> None:
    table = MatrixTable(OWN, "key", "rows")
    matrix_table.lay_down(table, matrix(Lab=(1, 2)))
    held["key"] = typed(edited_rows={0: {"done": "2"}}, added_rows=[{"row": "Ny", "done": "3", "all": "4"}])
    matrix_table.lay_down(table, matrix(Lab=(1, 2)))
    assert lies(held) == [("Lab", "1", "2")]
    assert matrix_table.read(table).matrix == matrix(Lab=(2, 2), Ny=(3, 4))


def test_what_was_typed_and_not_understood_is_there_when_the_page_is_come_back_to(held: dict[str, Any]) -> None:
    table = MatrixTable(OWN, "key", "rows")
    matrix_table.lay_down(table, matrix(Lab=(1, 2)))
    held["key"] = typed(edited_rows={0: {"all": "to"}}, added_rows=[{"row": "", "done": "3"}])
    matrix_table.lay_down(table, matrix(Lab=(1, 2)))
    del held["key"]
    matrix_table.lay_down(table, matrix(Lab=(1, 2)))
    assert lies(held) == [("Lab", "1", "to"), (None, "3", None)]


def test_a_row_without_a_name_is_told_and_an_empty_one_is_passed_over(held: dict[str, Any]) -> None:
    table = MatrixTable(OWN, "key", "rows")
    matrix_table.lay_down(table, None)
    held["key"] = typed(added_rows=[{"row": " ", "done": "3", "all": "4"}, {}])
    assert matrix_table.read(table).matrix is None
    assert matrix_table.read(table).amiss == ("Skriv hva raden er, i den første kolonnen.",)


@pytest.mark.parametrize(
    "changes",
    [{"edited_rows": {9: {"done": "1"}}}, {"edited_rows": {0: {"done": 1}}}, {"added_rows": [{"nope": "1"}]}],
    ids=str,
)
def test_what_no_browser_sends_is_refused(held: dict[str, Any], changes: Any) -> None:
    table = MatrixTable(OWN, "key", "rows")
    matrix_table.lay_down(table, matrix(Lab=(1, 2)))
    held["key"] = typed(**changes)
    with pytest.raises(BadInput):
        matrix_table.read(table)
