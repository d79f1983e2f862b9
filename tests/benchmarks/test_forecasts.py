"""The table of how often «Slik det går nå» held: made as its program makes it today, and within what it is to hold."""

import csv

import pytest

from benchmarks.forecasts import COURSES, DAYS, TABLE, SimulatedCourse, lines_of, of_the_report, table_csv

with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
TURNS = {kind.nb for kind in COURSES if kind.turn != 1}


def test_the_table_has_a_line_for_each_kind_and_distance() -> None:
    assert [(row["kind"], int(row["days"])) for row in ROWS] == [(kind.nb, days) for kind in COURSES for days in DAYS]


@pytest.mark.parametrize("kind", COURSES, ids=lambda kind: kind.name)
def test_the_table_is_what_the_program_makes_today(kind: SimulatedCourse) -> None:
    made = table_csv(lines_of(kind, of_the_report(), 1_000)).splitlines()[1:]

    assert set(made) <= set(TABLE.read_text(encoding="utf-8").splitlines()), (
        "Run: python -m benchmarks.forecasts --write"
    )


def test_four_of_five_hold_where_the_pace_goes_on_as_it_was_and_most_where_it_turns() -> None:
    assert [row for row in ROWS if int(row["held"]) < (60 if row["kind"] in TURNS else 80)] == []
    assert [row for row in ROWS if int(row["in_place_held"]) < 75] == []


def test_the_nearer_the_go_live_the_narrower() -> None:
    for kind in COURSES:
        widths = [int(row["width_days"]) for row in ROWS if row["kind"] == kind.nb]
        assert widths == sorted(widths, reverse=True), kind.name
