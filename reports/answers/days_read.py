"""A day per question read from a small CSV file: what is planned (`due`) or excepted (`expires`) when a figure is checked."""

from collections.abc import Sequence
from datetime import date

from reports.answers.csv_lines import table_of
from reports.answers.file_faults import FileFault, FileRefused, fault
from reports.answers.headings import Record
from reports.answers.text_encoding import text_of
from reports.columns import CellType, Column
from scoring.questionnaire import Question, Questionnaire
from scoring.typed_values import NotUnderstood, read_day

QUESTION = Column("question_id", "Spørsmål-id", CellType.TEXT)
DUE, EXPIRES = Column("due", "Frist", CellType.DAY), Column("expires", "Utløper", CellType.DAY)


def read_days(
    data: bytes, column: Column, questionnaire: Questionnaire, *, encoding_confirmed: bool = False
) -> dict[str, date]:
    """Question id -> its day, the last where a question stands several times. Raises `FileRefused` with every fault."""
    text, faults = text_of(data, encoding_confirmed=encoding_confirmed)
    if not text:
        raise FileRefused(faults)
    table, wrong = table_of(text, (QUESTION, column), encoding_confirmed=encoding_confirmed)
    faults += [each for each in wrong if each.fault != "no_lines"]
    faults += [
        fault("missing_column", 1, column=name.id) for name in (QUESTION, column) if name.id not in table.columns
    ]
    if faults:
        raise FileRefused(faults)
    return _days(table.records, column, questionnaire)


def _days(records: Sequence[Record], column: Column, questionnaire: Questionnaire) -> dict[str, date]:
    found: dict[str, date] = {}
    faults: list[FileFault] = []
    for record in records:
        question_id = record.cells[QUESTION.id].strip()
        if refused := _refused(questionnaire.by_id.get(question_id), column):
            faults.append(fault(refused, record.line, question=question_id, column=QUESTION.id))
            continue
        try:
            day = read_day(record.cells[column.id])
        except NotUnderstood as bad:
            said = record.cells[column.id]
            where = {"question": question_id, "column": column.id, "value": said}
            faults.append(fault(bad.fault, record.line, context=bad.context, **where))
            continue
        found[question_id] = max(day, found.get(question_id, day))
    if faults:
        raise FileRefused(faults)
    return found


def _refused(question: Question | None, column: Column) -> str:
    """Why no day can be given of a question; "" where one can."""
    if question is None:
        return "unknown_question"
    if column is EXPIRES and question.hard_stop is None:
        return "not_a_hard_stop"
    return "not_waivable" if column is EXPIRES and not question.waivable else ""
