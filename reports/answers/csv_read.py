"""An answers file read back: what it says of each question, or everything that is wrong with it at once.

Takes the headings of both dialects. Knows no database and stores nothing.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from language import QUESTIONNAIRES
from reports.answers.csv_cells import SAYS_NOTHING, Line, read_line, tidy
from reports.answers.csv_lines import table_of
from reports.answers.csv_write import COLUMNS, row_title
from reports.answers.facts_read import NO_FACTS, FactReply, Facts, facts_apart
from reports.answers.file_faults import FileFault, FileNote, FileRefused, fault, nearest, note
from reports.answers.headings import ABOUT, Record, Table
from reports.answers.stamp import Stamp, oldest, stamps_in
from reports.answers.text_encoding import text_of
from scoring.answers import MOST_ROWS, Answer, Matrix, MatrixRow, NoneYet, Share, Value
from scoring.names import name_key
from scoring.questionnaire import MatrixQuestion, Question, Questionnaire
from scoring.typed_values import trimmed


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Ids of questions that other editions of the questionnaire have: older ones, and newer ones."""

    former: frozenset[str] = frozenset()
    newer: frozenset[str] = frozenset()


NOWHERE = Elsewhere()


@dataclass(frozen=True, slots=True)
class Reply:
    """What the file says of one question, beginning on `line`.

    applicable: the rows that a line gives numbers for, or says outright are not «ikke aktuelt»; "" is the question itself.
    """

    line: int
    answer: Answer
    applicable: frozenset[str]


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """`absent`: ids of the columns the file does not have; it says nothing of what they hold.

    given: what HPAS answers for the customer, never taken in. notes: what was passed over. stamp: which response it is of.
    customer: whom it names; customer_id: "" in files of earlier editions. facts: what it says of the customer's profile.
    """

    replies: Mapping[str, Reply]
    absent: frozenset[str]
    notes: tuple[FileNote, ...] = ()
    stamp: Stamp | None = None
    customer: str = ""
    customer_id: str = ""
    given: Mapping[str, Answer] = field(default_factory=dict)
    facts: Mapping[str, FactReply] = field(default_factory=dict)

    @property
    def answers(self) -> dict[str, Answer]:
        """The file by itself: a question without a line is unanswered."""
        return {question_id: reply.answer for question_id, reply in self.replies.items()}


def read_answers(
    data: bytes,
    questionnaire: Questionnaire,
    *,
    encoding_confirmed: bool = False,
    may_be_empty: bool = False,
    elsewhere: Elsewhere = NOWHERE,
    profile: Facts = NO_FACTS,
) -> AnswersFile:
    """The file, checked against the questionnaire. Raises `FileRefused` with every fault.

    encoding_confirmed: somebody has looked at the characters. may_be_empty: headings alone say that nothing is answered.
    """
    text, faults = text_of(data, encoding_confirmed=encoding_confirmed)
    if not text:
        raise FileRefused(faults)
    table, wrong = table_of(text, COLUMNS, encoding_confirmed=encoding_confirmed)
    wrong = [each for each in wrong if not (may_be_empty and each.fault == "no_lines")]
    return answers_in(table, questionnaire, faults + wrong, elsewhere=elsewhere, profile=profile)


def answers_in(
    table: Table,
    questionnaire: Questionnaire,
    found: Sequence[FileFault],
    *,
    elsewhere: Elsewhere = NOWHERE,
    stamps: frozenset[str] = frozenset(),
    customer: str = "",
    profile: Facts = NO_FACTS,
) -> AnswersFile:
    """The lines of a table, wherever they are from, checked against the questionnaire. Raises `FileRefused`.

    found: what is already known to be wrong. stamps: what may say which response a file is of, beside the table's own.
    """
    told = stamps_in(stamps | table.stamps)
    faults = [*found, *_missing_columns(table, found), *_above(table, questionnaire)]
    ids, names = _named(table, "customer_id"), _named(table, "customer")
    several = len(ids) > 1 or (not ids and len({name_key(name) for name in names}) > 1)
    faults += [fault("two_responses")] if several or len({stamp.response_id for stamp in told}) > 1 else []
    read, apart = _Read(questionnaire, elsewhere), facts_apart(table, profile)
    faults += apart.faults
    if "question_id" in table.columns:
        read.read(apart.table)
    if faults or read.faults:
        raise FileRefused(faults + read.faults)
    absent = frozenset(column.id for column in COLUMNS) - set(table.columns)
    return AnswersFile(
        read.replies,
        absent,
        (*table.notes, *read.told()),
        oldest(told),
        (names or [customer])[0],
        "".join(ids),
        read.given,
        apart.replies,
    )


def _named(table: Table, column: str) -> list[str]:
    """What stands in a column about the customer, each once."""
    found = (trimmed(record.cells.get(column, "")) for record in table.records)
    return list(dict.fromkeys(name for name in found if name))


def _missing_columns(table: Table, faults: Sequence[FileFault]) -> list[FileFault]:
    """Columns that cannot be done without; not told when a heading at fault may be the one that is missing."""
    if not table.columns or any(found.fault in ("unknown_column", "column_without_heading") for found in faults):
        return []
    given = set(table.columns)
    missing = {"question_id"} - given
    for pair in ({"done", "all"}, {"not_applicable", "reason"}):
        missing |= pair - given if pair & given else set()
    # A heading that is nobody's may be that of the answers, renamed.
    if not given & {"value", "done", "all"} or table.strange:
        missing |= {"value"} - given
    return [fault("missing_column", table.start, column=name) for name in sorted(missing)]


def _above(table: Table, questionnaire: Questionnaire) -> list[FileFault]:
    """Answers that stand over the headings would be passed over."""
    rows = (row for row in table.above if any(trimmed(cell) in questionnaire.by_id for cell in row.cells))
    return [fault("line_above_headings", row.line) for row in rows]


class _Read:
    """The records of a table against the questionnaire; gathers replies, faults and what was passed over."""

    def __init__(self, questionnaire: Questionnaire, elsewhere: Elsewhere) -> None:
        self.questionnaire = questionnaire
        self.elsewhere = elsewhere
        self.replies: dict[str, Reply] = {}
        self.given: dict[str, Answer] = {}
        self.faults: list[FileFault] = []
        self.notes: list[FileNote] = []
        self.gone: dict[str, list[str]] = {"former_question": [], "newer_question": []}

    def read(self, table: Table) -> None:
        if other := _other_questionnaire(table, self.questionnaire):
            self.faults.append(other)
            return
        lines: dict[str, list[Line]] = defaultdict(list)
        refused: set[str] = set()
        for record in without_spare(table.records, self.questionnaire):
            question = self.questionnaire.by_id.get(_id(record))
            if question is None:
                self._unknown(record)
                continue
            line, wrong = read_line(record, question, decimal_point=table.decimal_point)
            lines[question.id].append(line)
            self.faults += wrong
            refused |= {question.id} if wrong else set()
        for question_id, said in lines.items():
            question = self.questionnaire.by_id[question_id]
            once = said if question_id in refused else self._once(said)
            self.faults += _clashes(question, once, refused)
            self._keep(question, once)

    def _keep(self, question: Question, lines: Sequence[Line]) -> None:
        """What HPAS answers is nothing the customer says, unless it says why it disagrees."""
        if question.from_programme is None or any(line.disagrees for line in lines):
            self.replies[question.id] = _reply(question, lines)
        elif lines[0].by_hpas:
            self.given[question.id] = _reply(question, lines).answer
        elif any(replace(line, number=0, row="", confirmed_on=None) != SAYS_NOTHING for line in lines):
            self.notes.append(note("hpas_answers", lines[0].number, found=question.id))

    def _unknown(self, record: Record) -> None:
        name = _id(record)
        if name in self.elsewhere.former:
            self.gone["former_question"].append(name)
        elif name in self.elsewhere.newer:
            self.gone["newer_question"].append(name)
        else:
            self.faults.append(_unknown(record, self.questionnaire))

    def _once(self, lines: Sequence[Line]) -> list[Line]:
        """Lines that say the same, once."""
        first: dict[Line, int] = {}
        kept: list[Line] = []
        for line in lines:
            said = replace(line, number=0)
            if said in first:
                self.notes.append(note("same_line", line.number, first=first[said]))
            else:
                first[said] = line.number
                kept.append(line)
        return kept

    def told(self) -> list[FileNote]:
        gone = [note(kind, 0, found=", ".join(dict.fromkeys(ids))) for kind, ids in self.gone.items() if ids]
        return gone + self.notes


def without_spare(records: Sequence[Record], questionnaire: Questionnaire) -> list[Record]:
    """Without the lines of a matrix that nobody has filled in; of a question with none filled in, the first is kept."""
    by_question: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_question[_id(record)].append(record)
    kept: list[Record] = []
    for question_id, lines in by_question.items():
        question = questionnaire.by_id.get(question_id)
        fixed = isinstance(question, MatrixQuestion) and question.rows != "customer"
        told = [line for line in lines if _says(line.cells, with_row=not fixed)]
        matrix = isinstance(question, MatrixQuestion)
        kept += (told or lines[:1]) if matrix else lines
    return sorted(kept, key=lambda record: record.line)


def _says(cells: Mapping[str, str], *, with_row: bool) -> bool:
    silent = {"question_id", *ABOUT} if with_row else {"question_id", "row", *ABOUT}
    return any(cell.strip() for name, cell in cells.items() if name not in silent)


def _id(record: Record) -> str:
    return trimmed(record.cells["question_id"])


def _other_questionnaire(table: Table, questionnaire: Questionnaire) -> FileFault | None:
    """Every id is well formed, and none begins like those we ask."""
    ids = {_id(record) for record in table.records}
    ours = {question.id.partition("-")[0].casefold() for question in questionnaire.questions}
    theirs = {name.partition("-")[0].casefold() for name in ids if "-" in name and not _mangled(name)}
    if not ids or ours & theirs or len(theirs) == 0 or any(_mangled(name) or "-" not in name for name in ids):
        return None
    expected = f"{QUESTIONNAIRES[questionnaire.customer_type]}, {questionnaire.questions[0].id} …"
    return fault("other_questionnaire", value=", ".join(sorted(ids)[:3]), context={"expected": expected})


_MONTHS = "jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec"
_NOT_OURS = re.compile(rf"[0-9#=].*|({_MONTHS})[a-z]*[.\- ]*[0-9]{{1,4}}", re.IGNORECASE | re.DOTALL)


def _mangled(name: str) -> bool:
    """An id begins with a letter; a number, a date or #NAVN? is what Excel has made of one."""
    return bool(_NOT_OURS.fullmatch(name))


def _unknown(record: Record, questionnaire: Questionnaire) -> FileFault:
    name = _id(record)
    if not name:
        return fault("no_question", record.line, column="question_id")
    if _mangled(name):
        return fault("mangled_id", record.line, column="question_id", value=name, question=name)
    near = nearest(name, questionnaire.by_id)
    return fault(
        "unknown_question", record.line, column="question_id", value=name, question=name, context={"near": near}
    )


def _clashes(question: Question, lines: Sequence[Line], refused: set[str]) -> list[FileFault]:
    """What each line may say, but not all of them together."""
    faults: list[FileFault] = []
    first: dict[str, int] = {}
    for line in lines:
        if (earlier := first.setdefault(name_key(line.row), line.number)) != line.number:
            kind, column = ("repeated_row", "row") if line.row else ("repeated_question", "question_id")
            faults.append(_clash(kind, line, question, column, value=row_title(question, line.row), first=earlier))
    for column in ("waiting_on", "comment", "evidence", "not_known", "disagrees"):
        said = [line for line in lines if getattr(line, column) is not None]
        differing = [line for line in said if getattr(line, column) != getattr(said[0], column)]
        if isinstance(question, MatrixQuestion):
            faults += [_clash("two_texts", line, question, column, first=said[0].number) for line in differing]
    if question.from_programme is None:
        faults += [_clash("disagrees_alone", line, question, "disagrees") for line in lines if line.disagrees]
    whole = next((line for line in lines if not line.row and line.not_applicable), None)
    if whole and any(line.row for line in lines) and question.id not in refused:
        faults.append(_clash("value_and_not_applicable", whole, question, "not_applicable"))
    if len(first) > MOST_ROWS:
        faults.append(_clash("too_many_matrix_rows", lines[-1], question, "row", most=MOST_ROWS))
    return faults


def _clash(kind: str, line: Line, question: Question, column: str, *, value: str = "", **numbers: int) -> FileFault:
    return fault(kind, line.number, question=question.id, column=column, value=value, context=numbers)


def _reply(question: Question, lines: Sequence[Line]) -> Reply:
    whole = next((line for line in lines if not line.row), None)
    left_out = whole is not None and whole.not_applicable is True
    value = tidy(question, _value(question, whole, lines))
    answer = Answer(
        value=None if left_out else value,
        not_applicable=whole.reason if whole and left_out else None,
        waiting_on=next((line.waiting_on for line in lines if line.waiting_on), None),
        comment=next((line.comment for line in lines if line.comment), None),
        evidence=next((line.evidence for line in lines if line.evidence), None),
        not_known=True if any(line.not_known for line in lines) else None,
        disagrees=next((line.disagrees for line in lines if line.disagrees), None),
        confirmed_on=max((line.confirmed_on for line in lines if line.confirmed_on), default=None),
    )
    return Reply(lines[0].number, answer, _applicable(lines))


def _value(question: Question, whole: Line | None, lines: Sequence[Line]) -> Value | None:
    """What the lines say together; that nothing has fallen due yet is said of the question as a whole."""
    if whole is not None and isinstance(whole.value, NoneYet):
        return whole.value
    return _matrix(lines) if isinstance(question, MatrixQuestion) else lines[0].value


def _applicable(lines: Sequence[Line]) -> frozenset[str]:
    found = {
        line.row
        for line in lines
        if line.not_applicable is False or (line.value is not None and not line.not_applicable)
    }
    whole = any(not line.row and line.not_applicable for line in lines)
    return frozenset() if whole else frozenset(found | ({""} if found else set()))


def _matrix(lines: Sequence[Line]) -> Matrix:
    return Matrix(tuple(_row(line) for line in lines if line.row))


def _row(line: Line) -> MatrixRow:
    share = line.value if isinstance(line.value, Share) else Share(None, None)
    return MatrixRow(line.row, share, line.reason if line.not_applicable else None)
