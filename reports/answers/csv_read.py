"""An answers file read back: what it says of each question, or everything that is wrong with it at once.

Takes the headings of both dialects. Knows no database and stores nothing.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from language import CUSTOMER_TYPES
from reports.answers.csv_cells import Line, read_line
from reports.answers.csv_lines import CsvTable, Record, table_of
from reports.answers.csv_write import COLUMNS
from reports.answers.file_faults import FileFault, FileRefused, fault, nearest
from reports.answers.text_encoding import text_of
from scoring.answers import MOST_ROWS, Answer, Matrix, MatrixRow, NoneYet, Share, Value
from scoring.questionnaire import MatrixQuestion, Question, Questionnaire


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
    """`absent`: ids of the columns the file does not have; it says nothing of what they hold."""

    replies: Mapping[str, Reply]
    absent: frozenset[str]

    @property
    def answers(self) -> dict[str, Answer]:
        """The file by itself: a question without a line is unanswered."""
        return {question_id: reply.answer for question_id, reply in self.replies.items()}


def read_answers(
    data: bytes, questionnaire: Questionnaire, *, encoding_confirmed: bool = False, may_be_empty: bool = False
) -> AnswersFile:
    """The file, checked against the questionnaire. Raises `FileRefused` with every fault.

    encoding_confirmed: somebody has looked at the characters; then Windows-1252 and odd signs are accepted.
    may_be_empty: headings without lines say that nothing is answered.
    """
    text, faults = text_of(data, encoding_confirmed=encoding_confirmed)
    if not text:
        raise FileRefused(faults)
    table, wrong = table_of(text, COLUMNS)
    wrong = [each for each in wrong if not (may_be_empty and each.fault == "no_lines")]
    return answers_in(table, questionnaire, faults + wrong)


def answers_in(table: CsvTable, questionnaire: Questionnaire, found: Sequence[FileFault]) -> AnswersFile:
    """The lines of a table, wherever they are from, checked against the questionnaire. Raises `FileRefused`.

    found: what is already known to be wrong.
    """
    faults = [*found, *_missing_columns(table, found)]
    replies: dict[str, Reply] = {}
    if "question_id" in table.columns:
        replies, wrong = _replies(table, questionnaire)
        faults += wrong
    if faults:
        raise FileRefused(faults)
    return AnswersFile(replies, frozenset(column.id for column in COLUMNS) - set(table.columns))


def _missing_columns(table: CsvTable, faults: Sequence[FileFault]) -> list[FileFault]:
    """Columns that cannot be done without; not told when a heading at fault may be the one that is missing."""
    if not table.columns or any(found.fault in ("unknown_column", "column_without_heading") for found in faults):
        return []
    given = set(table.columns)
    missing = {"question_id"} - given
    for pair in ({"done", "all"}, {"not_applicable", "reason"}):
        missing |= pair - given if pair & given else set()
    if not given & {"value", "done", "all"}:
        missing.add("value")
    return [fault("missing_column", 1, column=name) for name in sorted(missing)]


def _replies(table: CsvTable, questionnaire: Questionnaire) -> tuple[dict[str, Reply], list[FileFault]]:
    if other := _other_questionnaire(table, questionnaire):
        return {}, [other]
    faults: list[FileFault] = []
    lines: dict[str, list[Line]] = defaultdict(list)
    refused: set[str] = set()
    for record in table.records:
        question = questionnaire.by_id.get(_id(record))
        if question is None:
            faults.append(_unknown(record, questionnaire))
            continue
        line, wrong = read_line(record, question, decimal_point=table.decimal_point)
        lines[question.id].append(line)
        faults += wrong
        refused |= {question.id} if wrong else set()
    replies = {}
    for question_id, said in lines.items():
        question = questionnaire.by_id[question_id]
        faults += _clashes(question, said, refused)
        replies[question_id] = _reply(question, said)
    return replies, faults


def _id(record: Record) -> str:
    return record.cells["question_id"].strip().strip("\u200b\ufeff")


def _other_questionnaire(table: CsvTable, questionnaire: Questionnaire) -> FileFault | None:
    """Every id is well formed, and none begins like those we ask."""
    ids = {_id(record) for record in table.records}
    ours = {question.id.partition("-")[0].casefold() for question in questionnaire.questions}
    theirs = {name.partition("-")[0].casefold() for name in ids if "-" in name and not _mangled(name)}
    if not ids or ours & theirs or len(theirs) == 0 or any(_mangled(name) or "-" not in name for name in ids):
        return None
    expected = f"{CUSTOMER_TYPES[questionnaire.customer_type]}, {questionnaire.questions[0].id} …"
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
        if (earlier := first.setdefault(line.row.casefold(), line.number)) != line.number:
            kind, column = ("repeated_row", "row") if line.row else ("repeated_question", "question_id")
            faults.append(_clash(kind, line, question, column, value=line.row, first=earlier))
    for column in ("waiting_on", "comment", "evidence"):
        said = [line for line in lines if getattr(line, column) is not None]
        differing = [line for line in said if getattr(line, column) != getattr(said[0], column)]
        if isinstance(question, MatrixQuestion):
            faults += [_clash("two_texts", line, question, column, first=said[0].number) for line in differing]
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


def tidy(question: Question, value: Value | None) -> Value | None:
    """The value without what says nothing: fixed rows in their order, an empty share or matrix as `None`."""
    match value:
        case Share(done=None, all=None):
            return None
        case Matrix():
            rows = _tidy_rows(question, value.rows)
            return Matrix(rows) if rows else None
        case _:
            return value


def _tidy_rows(question: Question, rows: Sequence[MatrixRow]) -> tuple[MatrixRow, ...]:
    if not isinstance(question, MatrixQuestion) or question.rows == "customer":
        return tuple(rows)
    order = {row.id: number for number, row in enumerate(question.rows)}
    told = [row for row in rows if row.not_applicable is not None or tidy(question, row.share) is not None]
    return tuple(sorted(told, key=lambda row: order.get(row.row, len(order))))
