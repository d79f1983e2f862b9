"""Files that real habits produce, each with what it must be read as; see inputs/README.md."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reports.answers.csv_read import AnswersFile, read_answers
from reports.answers.file_faults import FileRefused
from reports.answers.xlsx_read import SIGNATURE, read_answers_xlsx
from scoring.answers import Answer, Matrix, MatrixRow, Share
from tests.builders import question, questionnaire

INPUTS = Path(__file__).parent / "inputs"


def _asked(question_id: str, how: Any) -> Any:
    """A question as it was asked when the files were made: its kind, or the rows of its matrix."""
    if isinstance(how, str) and how != "customer":
        return question(question_id, how)
    rows = how if how == "customer" else tuple({"id": row, "nb": title} for row, title in how.items())
    return question(question_id, "matrix", rows=rows)


ASKED = json.loads((INPUTS / "asked.json").read_text(encoding="utf-8"))
FORM = questionnaire(*(_asked(question_id, how) for question_id, how in ASKED.items()))


def read(name: str) -> AnswersFile:
    data = (INPUTS / name).read_bytes()
    return read_answers_xlsx(data, FORM) if data.startswith(SIGNATURE) else read_answers(data, FORM)


def _row(row: str) -> Answer:
    return Answer(Matrix((MatrixRow(row, Share(1, 2)),)))


FEBRUARY = Answer(date(2027, 2, 1))
SMALL: list[tuple[str, dict[str, Answer], list[str]]] = [
    ("a11-row-doublespace.csv", {"KO-0206": _row("child_health")}, []),
    ("a12-row-nbsp.csv", {"KO-0206": _row("child_health")}, []),
    ("a16-matrix-row-repeated.csv", {"KO-0206": _row("nursing_home")}, ["same_line"]),
    ("d06-2027_2_1.csv", {"KO-0601": FEBRUARY}, []),
    ("d11-01_02_2027_00_00_00.csv", {"KO-0601": FEBRUARY}, []),
    ("d14-1__februar_2027.csv", {"KO-0601": FEBRUARY}, []),
    ("s05-extra-title-column.csv", {"KO-0101": Answer(3)}, []),
    ("s14-title-row-above.csv", {"KO-0101": Answer(3)}, ["line_above"]),
    ("s40-vertical-tab-comment.csv", {"KO-0101": Answer(3, comment="linje 1\nlinje 2")}, []),
    ("s53-whole-line-quoted.csv", {"KO-0101": Answer(3)}, []),
]


@pytest.mark.parametrize(("name", "answers", "notes"), SMALL, ids=[case[0] for case in SMALL])
def test_a_plain_file_is_read(name: str, answers: dict[str, Answer], notes: list[str]) -> None:
    file = read(name)
    assert file.answers == answers
    assert [each.note for each in file.notes] == notes


OWN = "own-workbook-saved-as-csv.csv"
SAME: list[tuple[str, list[str]]] = [
    ("x21-format-at-row-6000.xlsx", []),
    ("x32-inserted-column.xlsx", ["column"]),
    ("x33-title-row-on-top.xlsx", ["line_above"]),
    ("x34-blank-row-on-top.xlsx", []),
    ("x59-guide-deleted-other-customer.xlsx", []),
]


def test_the_apps_own_workbook_saved_as_csv_is_read_whole() -> None:
    answers = read(OWN).answers
    assert len(answers) == 66
    assert answers["KO-0101"] == Answer(3)
    assert answers["KO-0105"] == Answer(Share(24, 24))
    assert answers["KO-0209"] == Answer(3.0)
    matrix = answers["KO-0206"].value
    assert isinstance(matrix, Matrix)
    assert [(row.share.done, row.share.all) for row in matrix.rows] == [
        (10, 23),
        (6, 14),
        (3, 6),
        (7, 16),
        (4, 8),
        (4, 8),
    ]


@pytest.mark.parametrize(("name", "notes"), SAME, ids=[case[0] for case in SAME])
def test_a_workbook_somebody_has_worked_in_says_the_same(name: str, notes: list[str]) -> None:
    file = read(name)
    assert file.answers == read(OWN).answers
    assert [each.note for each in file.notes] == notes
    assert file.customer == "Demo kommune B"


REFUSED = [
    ("g10-arbeidsbok.xlsx", "to_be_read", 1, "Hent svarene som Excel-fil"),
    ("h03-strict-ooxml.xlsx", "is_strict", 0, "«Strict Open XML-regneark». Velg «Lagre som» og «Excel-arbeidsbok (*.xlsx)»."),
    ("i08-KO_101.csv", "unknown_question", 2, "Bruk id-en slik den står i skjemaet."),
    ("n14-done-gt-all.csv", "more_than_all", 2, "Linje 2 KO-0105: Antall: «99» er mer enn de 15 det er i alt."),
    ("own-workbook.xls", "is_xls", 0, "velg «Lagre som» og «Excel-arbeidsbok (*.xlsx)»."),
    ("s50-mojibake-partial.csv", "mojibake", 2, "blitt til «Ã¸» i 1 celle, den første her"),
    ("x14-count-became-date.xlsx", "became_a_day", 3, "Excel gjør slikt av tall som 3/8 og 3-8"),
    ("x25-merged-value.xlsx", "merged", 6, "cellene E6:E8 er slått sammen"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "line", "words"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str, kind: str, line: int, words: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read(name)
    assert [(each.fault, each.line) for each in refused.value.faults] == [(kind, line)]
    assert words in str(refused.value)
    assert "Mente du" not in str(refused.value)


def test_every_file_of_the_folder_is_tried() -> None:
    tried = {OWN, *(case[0] for case in SMALL), *(case[0] for case in SAME), *(case[0] for case in REFUSED)}
    assert tried == {path.name for path in INPUTS.iterdir()} - {"README.md", "asked.json"}
