"""Twenty thousand spoilt files and pasted blocks: each cell is the right value or is refused by name, never a third.

What a cell means is known because it was written here, in one of many ways; what the ways are that cannot be read too.
The short run is some hundreds; `KLARSJEKK_SOAK=1` makes it all of them.
"""

import csv
import os
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook

from language import day
from reports.answers.csv_read import AnswersFile, read_answers
from reports.answers.file_faults import FileFault, FileRefused
from reports.answers.xlsx_read import read_answers_xlsx
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.typed_values import NotUnderstood, read_amount, read_day, read_truth
from tests.reports.answers.forms import FORM

SOAK = bool(os.environ.get("KLARSJEKK_SOAK"))
SPELT, DAMAGED, BOOKS, BLOCKS = (7_000, 4_000, 4_000, 5_000) if SOAK else (300, 200, 60, 200)
BLANKS = " \u00a0\u2009\u202f"
HEADINGS = ("Spørsmål-id", "Rad", "Svar", "Antall", "Av i alt", "Kommentar")


@dataclass(frozen=True)
class Cell:
    """A cell as it was written. good: whether it can be read."""

    text: Any
    good: bool = True
    number_format: str = ""


@dataclass
class File:
    """What was written, what it means, and the places (line, heading) that cannot be read."""

    rows: list[list[Any]]
    meant: dict[str, Answer]
    bad: set[tuple[int, str]] = field(default_factory=set)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)


def amount(draw: random.Random) -> float:
    return draw.choice([draw.randint(0, 12), draw.randint(0, 2_000_000), draw.randint(0, 9_999) / 100])


def decimal(value: float) -> str:
    return f"{value:.10f}".rstrip("0").rstrip(".").replace(".", ",")


def grouped(value: float, blank: str) -> str:
    whole, _, rest = decimal(value).partition(",")
    return f"{int(whole):,}".replace(",", blank) + (f",{rest}" if rest else "")


def spelt_amount(draw: random.Random, value: float) -> Cell:
    plain, blank = decimal(value), draw.choice(BLANKS)
    good = [plain, f" {plain}\u00a0", f"+{plain}", grouped(value, blank), plain.replace(",", ".") if not re.search(r",\d{3}$", plain) else plain]  # fmt: skip
    bad = [f"{plain} %", f"{plain}%", f"ca {plain}", f"{plain} stk", f"{plain}e2", f"-{decimal(value + 1)}", f"{plain}/{plain}", "1.200", f"{plain} av 9", f"{plain}-{plain}", f"{plain} {plain} 1", "~3", "tre", f"{plain},-", f"{plain},5,5"]  # fmt: skip
    return Cell(draw.choice(bad), good=False) if draw.random() < 0.1 else Cell(draw.choice(good))


def spelt_day(draw: random.Random, value: date) -> Cell:
    d, m, y = value.day, value.month, value.year
    good = [value.isoformat(), f"{d}.{m}.{y}", f"{d:02}.{m:02}.{y}", f"{d}. {m}. {y}", day(value), f"{d}.{m}.{y} 00:00:00", f"{value} 00:00:00", f"{y}-{m}-{d}"]  # fmt: skip
    bad = [f"{d}.{m}.{y % 100:02}", f"{d}/{m}/{y}", f"31.02.{y}", f"{d}. måned {y}", "46419", "i morgen", f"{d}.13.{y}", f"{d}.{m}"]  # fmt: skip
    return Cell(draw.choice(bad), good=False) if draw.random() < 0.1 else Cell(draw.choice(good))


def spelt_truth(draw: random.Random, value: bool) -> Cell:
    good = ["ja", "JA", "true", "sann", " ja"] if value else ["nei", "Nei", "false", "USANN", "nei\u00a0"]
    return Cell(draw.choice(["kanskje", "1", "x", "j"]), good=False) if draw.random() < 0.1 else Cell(draw.choice(good))


def spelt_level(draw: random.Random, value: int) -> Cell:
    bad = ["5", "-1", f"{value} %", f"nivå {value}", "2,5", f"0{value}.02.2027"]
    good = [str(value), f"{value},0", f" {value} "]
    return Cell(draw.choice(bad), good=False) if draw.random() < 0.1 else Cell(draw.choice(good))


def spelt_row(draw: random.Random, name: str) -> Cell:
    good = [name, name.upper(), name.replace(" ", "\u00a0"), name.replace(" ", "  "), f" {name}", f"{name}\u00a0"]
    return Cell(f"{name} 7", good=False) if draw.random() < 0.05 else Cell(draw.choice(good))


def written(draw: random.Random) -> File:
    """Some answers, each written in one of its ways."""
    file = File([], {})
    kinds: list[Callable[[], None]] = [
        lambda: one(file, "Q-LEVEL", value := draw.randint(0, 4), spelt_level(draw, value)),
        lambda: one(file, "Q-YESNO", truth := draw.random() < 0.5, spelt_truth(draw, truth)),
        lambda: one(file, "Q-NUMBER", value := amount(draw), spelt_amount(draw, value)),
        lambda: one(
            file, "Q-DATE", value := date(2024, 1, 1) + timedelta(draw.randrange(2_000)), spelt_day(draw, value)
        ),
        lambda: share(file, draw),
        lambda: matrix(file, draw),
    ]
    draw.shuffle(kinds)
    for write in kinds[: draw.randint(2, 6)]:
        write()
    return file


def put(file: File, cells: dict[str, Cell]) -> None:
    line = len(file.rows)
    file.rows.append([cells.get(heading, Cell("")).text for heading in HEADINGS])
    file.bad |= {(line, heading) for heading, cell in cells.items() if not cell.good}
    file.formats |= {(line, HEADINGS.index(h)): cell.number_format for h, cell in cells.items() if cell.number_format}


def one(file: File, question_id: str, value: Any, cell: Cell) -> None:
    put(file, {"Spørsmål-id": Cell(question_id), "Svar": cell})
    file.meant[question_id] = Answer(value)


def pair(draw: random.Random) -> tuple[float, float, dict[str, Cell]]:
    whole = max(1.0, amount(draw))
    done = min(amount(draw), whole)
    return done, whole, {"Antall": spelt_amount(draw, done), "Av i alt": spelt_amount(draw, whole)}


def share(file: File, draw: random.Random) -> None:
    done, whole, cells = pair(draw)
    put(file, {"Spørsmål-id": Cell("Q-SHARE"), **cells})
    file.meant["Q-SHARE"] = Answer(Share(done, whole))


def matrix(file: File, draw: random.Random) -> None:
    rows = []
    for row in FORM.by_id["Q-FIXED"].fixed_rows[: draw.randint(1, 3)]:  # type: ignore[union-attr]
        done, whole, cells = pair(draw)
        put(file, {"Spørsmål-id": Cell("Q-FIXED"), "Rad": spelt_row(draw, row.nb), **cells})
        rows.append(MatrixRow(row.id, Share(done, whole)))
    file.meant["Q-FIXED"] = Answer(Matrix(tuple(rows)))


IDS = {"Spørsmål-id": "question_id", "Rad": "row", "Svar": "value", "Antall": "done", "Av i alt": "all"}


def outcome(read: Callable[[], AnswersFile]) -> tuple[dict[str, Answer], tuple[FileFault, ...]]:
    try:
        return read().answers, ()
    except FileRefused as refused:
        return {}, refused.faults


def judged(file: File, read: Callable[[], AnswersFile], above: int, says: str) -> bool:
    """Whether the file was taken; raises when something was read as a third, or refused where nothing is wrong.

    A number in thousands is told by its line and the address of its cell, everything else by line and column.
    """
    answers, faults = outcome(read)
    scaled = {(line, HEADINGS[column]) for (line, column), how in file.formats.items() if how.endswith(",")}
    wrong = {(line + above + 2, IDS[heading]) for line, heading in file.bad - scaled}
    assert {(fault.line, fault.column) for fault in faults if fault.column} == wrong, (says, faults)
    assert len({fault.value for fault in faults if fault.fault == "scaled"}) == len(scaled), (says, faults)
    assert all(fault.line for fault in faults), (says, faults)
    assert answers == ({} if file.bad else file.meant), (says, file.rows)
    return not faults


def shaped(draw: random.Random, file: File) -> tuple[bytes, int]:
    """The rows as a CSV file, with what people and programs do to the whole of it; how many lines are above."""
    above = draw.choice([0, 0, 0, 1, 2])
    extra = draw.choice([0, 0, 1])
    rows = [["Utkast til møtet"], [""]][:above]
    rows += [[*HEADINGS, *["Notat"] * extra]] + [[*row, *["ring Kari"] * extra] for row in file.rows]
    width = max(len(row) for row in rows)
    out = StringIO(newline="")
    separator = draw.choice(";;;,\t")
    quote_all = draw.random() < 0.5
    write = csv.writer(
        out,
        delimiter=separator,
        quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL,
        lineterminator=draw.choice(["\r\n", "\n", "\r"]),
    )
    write.writerows([*row, *[""] * (width - len(row))] for row in rows)
    return draw.choice([b"", b"\xef\xbb\xbf"]) + out.getvalue().encode(), above


def test_a_spelt_csv_file_is_read_right_or_refused_by_its_cells() -> None:
    draw = random.Random(19_001)
    taken = 0
    for number in range(SPELT):
        file = written(draw)
        data, above = shaped(draw, file)
        taken += judged(file, lambda data=data: read_answers(data, FORM), above, f"CSV {number}: {data!r}")  # type: ignore[misc]
    assert SPELT * 0.2 < taken < SPELT * 0.8


def naive(text: str) -> float | None:
    """A number as the plainest reading has it, None for anything else."""
    plain = re.sub(rf"[{BLANKS}]", "", text).strip().replace(",", ".")
    return float(plain) if re.fullmatch(r"\+?[0-9]+(\.[0-9]+)?", plain) else None


def test_a_damaged_csv_file_says_nothing_that_does_not_stand_there() -> None:
    draw = random.Random(19_002)
    whole = f"{';'.join(HEADINGS)}\r\nQ-LEVEL;;3;;;på plass\r\nQ-SHARE;;;3,5;1 200;\r\nQ-NUMBER;;12,25;;;\r\nQ-FIXED;Svar;;1;2;\r\n".encode()
    taken = 0
    for number in range(DAMAGED):
        data = bytearray(whole)
        for _ in range(draw.randint(1, 2)):
            place = draw.randrange(whole.index(b"\n"), len(data))
            new = draw.choice([b"", b"1", b"7", b" ", b",", b".", b"%", b"-", b"e", b'"', b";", b"\n", b"\xc2\xa0", b"/", b"\x0b"])  # fmt: skip
            data[place : place + draw.randint(0, 2)] = new
        try:
            answers = read_answers(bytes(data), FORM, encoding_confirmed=draw.random() < 0.2).answers
        except FileRefused:
            continue
        taken += 1
        text = data.decode("utf-8", "replace")
        for question_id, value in numbers(answers):
            line = next((line for line in text.replace("\r", "\n").split("\n") if question_id in line), "")
            said = {naive(cell) for cell in re.split('[;"]', line)}
            assert value in said, (number, question_id, value, line)
    assert DAMAGED * 0.1 < taken < DAMAGED * 0.9


def numbers(answers: dict[str, Answer]) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for question_id, answer in answers.items():
        match answer.value:
            case Share(done, whole):
                found += [(question_id, each) for each in (done, whole) if each is not None]
            case Matrix(rows):
                found += [
                    (question_id, each) for row in rows for each in (row.share.done, row.share.all) if each is not None
                ]
            case int() | float() as number if not isinstance(number, bool):
                found.append((question_id, number))
    return found


GOOD_FORMATS = ["General", "0", "0.00", "#,##0", "#,##0.00", '0 "stk"', "@", "0;[Red]-0"]
BAD_FORMATS = ["0%", "0.0\\ %", '0" %"', "d/m", "dd.mm.yyyy", "[$-414]mmm\\ yy", "#,##0,"]


def in_excel(draw: random.Random, cell: Cell, value: Any) -> Cell:
    """The cell as Excel may hold it: typed as text, or as a number that is shown in some format."""
    if not isinstance(value, int | float) or isinstance(value, bool) or draw.random() < 0.4:
        return cell
    bad = draw.random() < 0.1
    return Cell(value, good=not bad, number_format=draw.choice(BAD_FORMATS if bad else GOOD_FORMATS))


def booked(draw: random.Random) -> File:
    file = File([], {})
    value, level = amount(draw), draw.randint(0, 4)
    one(file, "Q-NUMBER", value, in_excel(draw, spelt_amount(draw, value), value))
    one(file, "Q-LEVEL", level, in_excel(draw, spelt_level(draw, level), level))
    done, whole, cells = pair(draw)
    cells = {"Antall": in_excel(draw, cells["Antall"], done), "Av i alt": in_excel(draw, cells["Av i alt"], whole)}
    put(file, {"Spørsmål-id": Cell("Q-SHARE"), **cells})
    file.meant["Q-SHARE"] = Answer(Share(done, whole))
    when = date(2024, 1, 1) + timedelta(draw.randrange(2_000))
    one(file, "Q-DATE", when, Cell(when, number_format="d. mmm yyyy") if draw.random() < 0.5 else spelt_day(draw, when))
    matrix(file, draw)
    return file


def test_a_spelt_workbook_is_read_right_or_refused_by_its_cells() -> None:
    draw = random.Random(19_003)
    taken = 0
    for number in range(BOOKS):
        file, above = booked(draw), draw.choice([0, 0, 1, 3])
        book = Workbook()
        sheet = book.worksheets[0]
        for column, heading in enumerate(HEADINGS, start=1):
            sheet.cell(above + 1, column, heading)
        for row, cells in enumerate(file.rows):
            for column, value in enumerate(cells):
                cell = sheet.cell(row + above + 2, column + 1)
                cell.value = value if value != "" else None
                cell.number_format = file.formats.get((row, column), "General")
        if above:
            sheet.cell(1, 1, "Utkast")
        if draw.random() < 0.2:
            sheet.cell(draw.choice([300, 7_000]), 3).number_format = "0.00"
        out = BytesIO()
        book.save(out)
        data = out.getvalue()
        taken += judged(file, lambda data=data: read_answers_xlsx(data, FORM), above, f"XLSX {number}")  # type: ignore[misc]
    assert BOOKS * 0.1 < taken < BOOKS * 0.9


def spelt_cell(draw: random.Random) -> tuple[Cell, Any, Callable[[str], Any]]:
    value, truth, when = amount(draw), draw.random() < 0.5, date(2027, 1, 1) + timedelta(draw.randrange(700))
    kinds: list[tuple[Cell, Any, Callable[[str], Any]]] = [
        (spelt_amount(draw, value), value, read_amount),
        (spelt_truth(draw, truth), truth, read_truth),
        (spelt_day(draw, when), when, read_day),
    ]
    return draw.choice(kinds)


def test_a_pasted_block_is_read_cell_by_cell_or_refused() -> None:
    """What stands in a table on screen is read one cell at a time, whatever was pasted into it."""
    draw = random.Random(19_004)
    for number in range(BLOCKS):
        spelt = [spelt_cell(draw) for _ in range(draw.randint(1, 12))]
        block = "\t".join(str(cell.text) for cell, *_ in spelt)
        for text, (cell, meant, read) in zip(block.split("\t"), spelt, strict=True):
            try:
                found = read(text)
            except NotUnderstood:
                assert not cell.good, (number, text)
            else:
                assert cell.good, (number, text)
                assert found == meant, (number, text)
