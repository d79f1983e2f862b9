"""Which of a file's rows has the headings, and what each column is: ours, one that only explains, or one to pass over.

The same for CSV files and workbooks. What is passed over is said; what may be one of ours misspelt is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from language import Language, speaking
from language.reports.answers.headings import HEADINGS
from reports.answers.file_faults import FileFault, FileNote, fault, nearest, note, safe
from reports.columns import Column
from scoring.names import name_key

MOST_ROWS = 5_000
MOST_ABOVE = 30
TITLE, WANTED, HELP, HOW = "title", "wanted", "help", "how"
# What stands beside the question in our workbook, to be read and not to be filled in.
EXPLAINING = (TITLE, WANTED, HELP, HOW)
STAMP = "stamp"
# What says whom the lines are of, and nothing of what is answered.
ABOUT = frozenset(("customer_id", "org_number", "customer", STAMP))
# Headings of the workbook that is made to be read: its answers are sentences, and cannot be read back.
TO_BE_READ = frozenset(("suksessfaktor", "svar", "rader", "status"))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file. `line`: where it begins."""

    line: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the table. `line` is where it begins in the file; `cells` is by column id, "" where it is empty."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """ids: the column id of each place, "" for one that is passed over. decimal_point: a program wrote it, for programs.

    above: rows over the headings. start: the line of the headings. stamps: what stands in the column for it.
    """

    ids: tuple[str, ...] = ()
    decimal_point: bool = False
    records: tuple[Record, ...] = ()
    above: tuple[Row, ...] = ()
    start: int = 0
    stamps: frozenset[str] = frozenset()
    notes: tuple[FileNote, ...] = ()
    # Headings that are passed over and are nobody's.
    strange: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Ids of our columns that the file has."""
        return tuple(name for name in self.ids if name and name != STAMP)


@dataclass
class _Headings:
    ids: list[str] = field(default_factory=list)
    faults: list[FileFault] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)


def word(heading: str) -> str:
    return name_key(heading)


@cache
def _in(language: Language) -> dict[str, str]:
    """Column id -> its heading in the workbook to fill in."""
    with speaking(language):
        return dict(HEADINGS)


def _of_people(column: Column) -> tuple[str, ...]:
    """The headings that people write: that of the CSV file, and in the workbook that of the other language."""
    ours = _in(Language.BOKMAL).get(column.id) == column.heading
    return (column.heading, _in(Language.NYNORSK)[column.id]) if ours else (column.heading,)


def heading_of(column: Column) -> str:
    """What a column is called to who is here."""
    return HEADINGS[column.id] if len(_of_people(column)) > 1 else column.heading


def known_words(columns: Sequence[Column]) -> dict[str, str]:
    """Heading as people or programs write it -> column id."""
    return {word(name): column.id for column in columns for name in (column.id, *_of_people(column))}


def table_in(rows: Sequence[Row], columns: Sequence[Column], *, by_comma: bool, ragged: bool) -> tuple[Table, list[FileFault]]:  # fmt: skip
    """The table that stands in the rows, and what is wrong with its shape; lines at fault are left out.

    ragged: rows may be shorter or longer than the headings, as in a workbook.
    """
    told = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not told:
        return Table(), [fault("empty_file")]
    known = known_words(columns)
    start = _start(told, known)
    if start is None:
        expected = ", ".join(heading_of(column) for column in columns)
        return Table(), [fault("header_missing", told[0].line, context={"expected": expected})]
    header, below = told[start], told[start + 1 :]
    if {word(cell) for cell in header.cells} >= TO_BE_READ:
        return Table(), [fault("to_be_read", header.line)]
    if len(below) > MOST_ROWS:
        return Table(), [fault("too_many_rows", context={"most": MOST_ROWS})]
    found = _headings(header, below, columns)
    records, wrong = _records(below, found.ids, filling=None if ragged else len(header.cells) - len(found.ids))
    faults = found.faults + wrong
    if not records and not faults:
        faults.append(fault("no_lines"))
    norwegian = {word(name) for column in columns for name in _of_people(column)}
    people = sum(word(cell) in norwegian for cell in header.cells) * 2 > sum(bool(name) for name in found.ids)
    above = tuple(told[:start])
    return Table(
        ids=tuple(found.ids),
        # Norwegian Excel writes semicolons, whoever wrote the headings.
        decimal_point=by_comma and not people,
        records=tuple(records),
        above=above,
        start=header.line,
        stamps=frozenset(record.cells.get(STAMP, "") for record in records),
        notes=tuple(_notes(above, found.strange, beside=ragged and _beside(below, len(found.ids)))),
        strange=tuple(found.strange),
    ), faults


def _start(rows: Sequence[Row], known: Mapping[str, str]) -> int | None:
    """The first row with the heading of the question, or two others of ours; else the first row, if it has one."""
    for number, row in enumerate(rows[:MOST_ABOVE]):
        ids = {known[word(cell)] for cell in row.cells if word(cell) in known} - ABOUT
        if "question_id" in ids or len(ids) > 1:
            return number
    return 0 if any(word(cell) in known for cell in rows[0].cells) else None


def _headings(header: Row, below: Sequence[Row], columns: Sequence[Column]) -> _Headings:
    """The column id of each heading, "" for one that is passed over or at fault; without empty cells at the end."""
    known = known_words(columns) | {word(_in(language)[STAMP]): STAMP for language in Language}
    given = {known[word(cell)] for cell in header.cells if word(cell) in known}
    found = _Headings()
    last = max(number for number, cell in enumerate(header.cells) if cell.strip())
    for number, heading in enumerate(header.cells[: last + 1]):
        name = known.get(word(heading), "")
        if name and name in found.ids:
            found.faults.append(fault("repeated_column", header.line, column=name))
        elif not name:
            _unknown(heading, number, header, below, columns, given, found)
        found.ids.append("" if name in found.ids else name)
    return found


def _unknown(heading: str, number: int, header: Row, below: Sequence[Row], columns: Sequence[Column], given: set[str], found: _Headings) -> None:  # fmt: skip
    """A heading that is not ours: passed over, unless it seems to be one of ours that is missing, or says nothing."""
    filled = any(row.cells[number].strip() for row in below if number < len(row.cells))
    if not heading.strip():
        if filled:
            found.faults.append(fault("column_without_heading", header.line, context={"number": number + 1}))
        return
    if word(heading) in {word(_in(language)[name]) for language in Language for name in EXPLAINING}:
        return
    # A second comment is one more column; a second column for the question would be a riddle.
    there = (given - {"question_id"}) | ABOUT
    names = [
        name for column in columns if column.id not in there for name in (column.id, column.heading, heading_of(column))
    ]
    near = nearest(heading.strip(), names)
    if near:
        context = {"near": near, "allowed": ", ".join(heading_of(column) for column in columns)}
        found.faults.append(fault("unknown_column", header.line, value=heading, context=context))
    elif filled:
        found.strange.append(heading)


def _records(rows: Sequence[Row], ids: Sequence[str], *, filling: int | None) -> tuple[list[Record], list[FileFault]]:
    """`filling`: how many empty cells Excel has put at the end of the headings, and then of every line."""
    records: list[Record] = []
    faults: list[FileFault] = []
    for row in rows:
        if wrong := _width(row, ids, filling):
            faults.append(wrong)
            continue
        cells = {name: cell for name, cell in zip(ids, row.cells, strict=False) if name}
        if any(cell.strip() for name, cell in cells.items() if name not in ABOUT):
            records.append(Record(row.line, cells))
    return records, faults


def _width(row: Row, ids: Sequence[str], filling: int | None) -> FileFault | None:
    if filling is None:
        return None
    if len(row.cells) == len(ids) + filling and not any(cell.strip() for cell in row.cells[len(ids) :]):
        return None
    kind = "too_few_cells" if len(row.cells) < len(ids) else "too_many_cells"
    return fault(kind, row.line, value=str(len(row.cells)), context={"expected": len(ids)})


def _beside(rows: Sequence[Row], width: int) -> bool:
    return any(cell.strip() for row in rows for cell in row.cells[width:])


def _notes(above: Sequence[Row], strange: Sequence[str], *, beside: bool) -> Iterator[FileNote]:
    for row in above:
        text = next(cell for cell in row.cells if cell.strip())
        yield note("line_above", row.line, found=text)
    if strange:
        kind = "column" if len(strange) == 1 else "columns"
        yield note(kind, 0, found=", ".join(f"«{safe(heading)}»" for heading in strange))
    if beside:
        yield note("beside", 0)
