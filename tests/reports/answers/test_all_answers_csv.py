"""The long file is put together in another way than other files, and has the same bytes as if it were not."""

from datetime import date
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.answers.all_answers_csv import COLUMNS, LongCustomer, answers_long_csv
from reports.batch_csv import BLOCK, Coded, coded_numbers, long_csv
from reports.columns import Cell, Column, Label, mixed
from reports.dialect import Dialect, to_bytes
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.basis import Basis
from scoring.portfolio.portfolio import PortfolioEntry, portfolio_of
from scoring.vocabulary import CustomerType
from scoring.yardstick import yardstick
from tests.builders import GO_LIVE, catalogue
from tests.scoring.strategies import tried

AS_OF = date(2027, 3, 20)
HOSTILE: tuple[Cell, ...] = (
    *(
        None,
        "",
        " ",
        "=1+1",
        "'x",
        "-5",
        "- ikke startet",
        '"',
        'a"b',
        "a,b",
        "a;b",
        "a\nb",
        "a\r\nb",
        "\ttab",
        "+47 12",
    ),
    *("æøå «rømme»", "\u200b=1", "＝1", True, False, 0, 4.0, -0.0, 3.5, 1e-7, 0.1 + 0.2, date(2027, 2, 1)),
    *(Label("behind", "på etterskudd"), Label("=id", "=ord"), 57.142857142857146, 1 / 3),
)
cells = st.sampled_from(HOSTILE) | st.text() | st.floats(-1e9, 1e9)


def columns(number: int) -> list[Column]:
    return [mixed(f"c{n}", f"Kolonne; {n}") for n in range(number)]


def put_together(rows: list[list[Cell]], number: int, dialect: Dialect) -> bytes:
    block = [Coded(np.arange(len(rows), dtype=np.int32), [row[column] for row in rows]) for column in range(number)]
    return b"".join(long_csv(columns(number), [block] if rows else [], dialect))


@tried()
@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=8), st.sampled_from(Dialect))
def test_any_cells_give_the_bytes_that_any_other_file_would_have(rows: list[list[Cell]], dialect: Dialect) -> None:
    assert put_together(rows, 3, dialect) == to_bytes(columns(3), rows, dialect)


@pytest.mark.parametrize("dialect", Dialect)
def test_every_hostile_cell_is_guarded_and_quoted_in_every_place(dialect: Dialect) -> None:
    rows = [list(HOSTILE), list(reversed(HOSTILE))]
    assert put_together(rows, len(HOSTILE), dialect) == to_bytes(columns(len(HOSTILE)), rows, dialect)


@pytest.mark.parametrize("lines", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1])
def test_no_line_is_lost_between_the_pieces(lines: int) -> None:
    block = [Coded(np.arange(lines, dtype=np.int32) % 7, list("abcdefg"))] * 2
    pieces = list(long_csv(columns(2), [block], Dialect.PROGRAM))
    rows = [["abcdefg"[n % 7]] * 2 for n in range(lines)]
    assert b"".join(pieces) == to_bytes(columns(2), rows, Dialect.PROGRAM)


def test_numbers_are_the_same_cells_again_and_nan_is_empty() -> None:
    found = coded_numbers(np.array([2.0, np.nan, 0.5, 2.0, np.nan]))
    assert [found.cells[place] for place in found.places] == [2.0, None, 0.5, 2.0, None]


FORM = catalogue().form(CustomerType.MUNICIPALITY)
SAID = {
    "Q-LEVEL": Answer(2, confirmed_on=date(2027, 3, 1)),
    "Q-YESNO": Answer(False),
    "Q-SHARE": Answer(Share(1, 4)),
    "Q-NUMBER": Answer(1.5),
    "Q-DATE": Answer(date(2027, 2, 1)),
    "Q-MATRIX": Answer(Matrix((MatrixRow("Lege", Share(1, 2)),))),
    "Q-STOP": Answer(not_applicable="har ikke"),
}
# Half of the matrix takes 15 days, and the step is 12 days off; a quarter of the number takes 8.
LINES = """\
k1,987654325,'=Øya,municipality,2027-03-20,42,Q-LEVEL,,level,2,,,0.6666666666666666,1,behind,hpas,2027-03-01,
k1,987654325,'=Øya,municipality,2027-03-20,42,Q-YESNO,,yes_no,false,,,0,1,behind,hpas,,
k1,987654325,'=Øya,municipality,2027-03-20,42,Q-SHARE,,share,,0.25,,0.25,1,behind,hpas,,
k1,987654325,'=Øya,municipality,2027-03-20,42,Q-NUMBER,,number,1.5,,,0.75,0.5,on_track,hpas,,
k1,987654325,'=Øya,municipality,2027-03-20,42,Q-DATE,,date,2027-02-01,,,1,1,met,hpas,,
k1,987654325,'=Øya,municipality,2027-03-20,42,Q-MATRIX,,matrix,,0.5,,0.5,0.5,at_risk,hpas,,
k1,987654325,'=Øya,municipality,2027-03-20,42,Q-STOP,,yes_no,,,true,,1,not_applicable,hpas,,
"""


def long_file(*entries: PortfolioEntry, dialect: Dialect = Dialect.PROGRAM) -> bytes:
    names = [LongCustomer("=Øya", CustomerType.MUNICIPALITY, "987654325")] * len(entries)
    return b"".join(answers_long_csv(names, portfolio_of(entries, as_of=AS_OF), Basis.HPAS, dialect))


def test_each_kind_of_answer_has_its_column_and_type() -> None:
    made = long_file(PortfolioEntry("k1", yardstick(FORM), SAID, GO_LIVE)).decode()
    assert made == ",".join(column.id for column in COLUMNS) + "\n" + LINES


def test_without_a_go_live_there_is_no_status_and_no_expectation() -> None:
    lines = long_file(PortfolioEntry("k1", yardstick(FORM), {"Q-LEVEL": Answer(2)}, None)).decode().splitlines()
    assert lines[1] == "k1,987654325,'=Øya,municipality,2027-03-20,,Q-LEVEL,,level,2,,,0.6666666666666666,,,hpas,,"


def test_for_people_it_has_norwegian_words_and_commas() -> None:
    made = long_file(PortfolioEntry("k1", yardstick(FORM), SAID, GO_LIVE), dialect=Dialect.NORWEGIAN).decode(
        "utf-8-sig"
    )
    assert (
        '"k1";"987654325";"\'=Øya";"kommune";"20.03.2027";"42";"Q-NUMBER";"";"tall";"1,5";"";"";"0,75";"0,5";"i rute";"HPAS\' vurdering"'
        in made
    )


def test_many_customers_each_have_their_own_lines() -> None:
    chance, measure = Random(1), yardstick(FORM)
    entries = [
        PortfolioEntry(
            f"k{n}", measure, {"Q-LEVEL": Answer(n % 5), "Q-NUMBER": Answer(chance.random())}, GO_LIVE, AS_OF
        )
        for n in range(1_100)
    ]
    lines = [line.split(",") for line in long_file(*entries).decode().splitlines()[1:]]
    levels = {line[0]: line[9] for line in lines if line[6] == "Q-LEVEL"}
    assert levels == {f"k{n}": str(n % 5) for n in range(1_100)}
    assert len(lines) == 1_100 * len(measure.questions)
