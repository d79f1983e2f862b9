"""A table as JSON: each type as JSON has it, text as it was typed, and nothing that is not what its column says."""

import json
from datetime import UTC, date, datetime

import pytest

from reports.columns import Cell, Column, Label, day, mixed, moment, number, text, truth, whole
from reports.json_rows import rows_to_json

AT = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
# A column, what stands in it, and what a program reads.
CELLS: list[tuple[Column, Cell, object]] = [
    (text("a", "A"), "=1+1 «æ»\n", "=1+1 «æ»\n"),
    (text("a", "A"), None, None),
    (text("a", "A"), Label("F01", "Faktor"), "F01"),
    (number("a", "A", 1), 61.25, 61.25),
    (number("a", "A"), 3, 3),
    (whole("a", "A"), 0, 0),
    (truth("a", "A"), False, False),
    (day("a", "A"), date(2027, 2, 1), "2027-02-01"),
    (moment("a", "A"), AT, "2027-02-01T08:30:00+00:00"),
    (mixed("a", "A"), 2.5, "2.5"),
    (mixed("a", "A"), True, "true"),
    (mixed("a", "A"), date(2027, 2, 1), "2027-02-01"),
]


@pytest.mark.parametrize(("column", "cell", "read"), CELLS)
def test_a_cell_is_read_as_what_it_is(column: Column, cell: Cell, read: object) -> None:
    assert json.loads(rows_to_json([column], [[cell]])) == [{"a": read}]


def test_no_rows_are_a_list_and_several_stand_in_their_order() -> None:
    columns = [whole("a", "A"), text("b", "B")]
    assert json.loads(rows_to_json(columns, [])) == []
    assert json.loads(rows_to_json(columns, [[2, "x"], [1, "y"]])) == [{"a": 2, "b": "x"}, {"a": 1, "b": "y"}]


@pytest.mark.parametrize(("column", "cell"), [(whole("a", "A"), 1.5), (text("a", "A"), 1), (day("a", "A"), AT)])
def test_what_a_column_cannot_hold_is_refused(column: Column, cell: Cell) -> None:
    with pytest.raises(TypeError):
        rows_to_json([column], [[cell]])
