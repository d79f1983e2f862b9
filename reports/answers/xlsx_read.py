"""An answers workbook read back as the same records as the CSV reader makes, or everything that is wrong with it at once."""

from collections.abc import Callable

from language.reports.answers import xlsx_write as words
from reports.answers.csv_read import NOWHERE, AnswersFile, Elsewhere, answers_in
from reports.answers.csv_write import COLUMNS
from reports.answers.facts_read import NO_FACTS, Facts
from reports.answers.file_faults import FileRefused
from reports.answers.headings import table_in
from reports.answers.text_encoding import broken_letters
from reports.answers.xlsx_parts import merged_faults
from reports.answers.xlsx_sheet import AnswerSheet, sheet_of
from reports.answers.xlsx_write import in_all
from scoring.questionnaire import Questionnaire

SIGNATURE = b"PK\x03\x04"


def read_answers_xlsx(
    data: bytes,
    questionnaire: Questionnaire,
    *,
    encoding_confirmed: bool = False,
    elsewhere: Elsewhere = NOWHERE,
    unpack: Callable[[bytes], AnswerSheet] = sheet_of,
    profile: Facts = NO_FACTS,
) -> AnswersFile:
    """The workbook, checked against the questionnaire. Raises `FileRefused` with every fault.

    encoding_confirmed: somebody has looked at the characters; then odd signs are accepted.
    unpack: how the sheet is got out of it; a file from a stranger is unpacked apart (`xlsx_apart`).
    """
    sheet = unpack(data)
    faults = [*sheet.faults]
    faults += [] if encoding_confirmed else broken_letters((row.line, row.cells) for row in sheet.rows)
    table, wrong = table_in(sheet.rows, COLUMNS, by_comma=False, ragged=True)
    if any(found.fault == "to_be_read" for found in wrong):
        raise FileRefused(wrong)
    faults += [*wrong, *merged_faults(sheet.merged, table.ids, table.start)]
    before = next((begins for begins in in_all(words.TITLE) if sheet.title.startswith(begins)), None)
    customer = sheet.title.removeprefix(before) if before else ""
    return answers_in(
        table,
        questionnaire,
        faults,
        elsewhere=elsewhere,
        stamps=sheet.guide,
        customer=customer,
        profile=profile,
    )
