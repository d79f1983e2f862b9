"""What a file would change in what is stored, field by field: (effect, field, before, after)."""

from typing import Any

import pytest

from reports.answers.csv_read import read_answers
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.vocabulary import AnswerField, WaitingOn
from service.answers.import_diff import Effect, import_diff
from tests.reports.answers.forms import FORM, lines

NEW, CHANGED, CLEARED = Effect.NEW, Effect.CHANGED, Effect.CLEARED
VALUE, REASON, COMMENT = AnswerField.VALUE, AnswerField.NOT_APPLICABLE, AnswerField.COMMENT
EPJ, LAB = MatrixRow("EPJ", Share(3, 4)), MatrixRow("Lab", Share(1, 2))
SENT = MatrixRow("epikrise", Share(3, 4))

CASES: list[tuple[str, Answer, list[str], list[Any]]] = [
    ("a first answer is new", Answer(), ["Q-LEVEL,,3"], [(NEW, VALUE, None, 3)]),
    ("another answer is a change", Answer(2), ["Q-LEVEL,,3"], [(CHANGED, VALUE, 2, 3)]),
    ("the same answer is nothing", Answer(3), ["Q-LEVEL,,3"], []),
    ("an empty value clears nothing", Answer(3), ["Q-LEVEL"], []),
    ("an empty comment clears the comment", Answer(3, comment="Hei"), ["Q-LEVEL,,3"], [(CLEARED, COMMENT, "Hei", None)]),
    ("a new comment", Answer(3), ["Q-LEVEL,,3,,,,,,Hei"], [(NEW, COMMENT, None, "Hei")]),
    ("nobody is waited on any more", Answer(3, waiting_on=WaitingOn.HPAS), ["Q-LEVEL,,3"], [(CLEARED, AnswerField.WAITING_ON, "hpas", None)]),
    ("not applicable leaves the value behind it", Answer(3), ["Q-LEVEL,,,,,ja,Nei takk"], [(NEW, REASON, None, "Nei takk")]),
    ("a value takes back not applicable", Answer(not_applicable="Nei"), ["Q-LEVEL,,3"], [(NEW, VALUE, None, 3), (CLEARED, REASON, "Nei", None)]),
    ("so does saying that it applies", Answer(3, not_applicable="Nei"), ["Q-LEVEL,,,,,nei"], [(CLEARED, REASON, "Nei", None)]),
    ("silence leaves not applicable", Answer(not_applicable="Nei"), ["Q-LEVEL,,,,,,,,Hei"], [(NEW, COMMENT, None, "Hei")]),
    ("half a share leaves the other half", Answer(Share(3, 4)), ["Q-SHARE,,,,6"], [(CHANGED, VALUE, Share(3, 4), Share(3, 6))]),
    ("a row without a line stays", Answer(Matrix((EPJ, LAB))), ["Q-MATRIX,EPJ,,4,4"], [(CHANGED, VALUE, Matrix((EPJ, LAB)), Matrix((MatrixRow("EPJ", Share(4, 4)), LAB)))]),
    ("a new row comes last", Answer(Matrix((EPJ,))), ["Q-MATRIX,Lab,,1,2", "Q-MATRIX,EPJ,,3,4"], [(CHANGED, VALUE, Matrix((EPJ,)), Matrix((EPJ, LAB)))]),
    ("an empty row stays as it is", Answer(Matrix((SENT,))), ["Q-FIXED,Epikrise"], []),
    ("numbers take back a row that was not applicable", Answer(Matrix((MatrixRow("epikrise", Share(None, None), "Nei"),))), ["Q-FIXED,Epikrise,,3,4"], [(CHANGED, VALUE, Matrix((MatrixRow("epikrise", Share(None, None), "Nei"),)), Matrix((SENT,)))]),
    ("so does saying that the row applies", Answer(Matrix((MatrixRow("epikrise", Share(3, 4), "Nei"),))), ["Q-FIXED,Epikrise,,,,nei"], [(CHANGED, VALUE, Matrix((MatrixRow("epikrise", Share(3, 4), "Nei"),)), Matrix((SENT,)))]),
    ("a comment on a matrix leaves its rows", Answer(Matrix((EPJ,))), ["Q-MATRIX,,,,,,,,Hei"], [(NEW, COMMENT, None, "Hei")]),
]  # fmt: skip


@pytest.mark.parametrize(("stored", "rows", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_file_proposes(stored: Answer, rows: list[str], expected: list[Any]) -> None:
    question_id = rows[0].split(",")[0]
    diff = import_diff(FORM, {question_id: stored}, read_answers(lines(*rows), FORM))
    assert [(c.effect, c.field, c.before, c.after) for c in diff.changes] == expected
    assert diff.unchanged == (() if expected else (question_id,))


def test_a_question_without_a_line_stays_as_it_is_and_is_counted() -> None:
    stored = {"Q-LEVEL": Answer(2), "Q-YESNO": Answer(True), "Q-NUMBER": Answer()}
    diff = import_diff(FORM, stored, read_answers(lines("Q-LEVEL,,3"), FORM))
    assert diff.untouched == ("Q-YESNO",)


def test_a_column_that_is_not_there_clears_nothing() -> None:
    stored = {"Q-LEVEL": Answer(2, None, WaitingOn.HPAS, "Hei", "lenke")}
    diff = import_diff(FORM, stored, read_answers(b"question_id,value\nQ-LEVEL,2\n", FORM))
    assert diff.changes == ()


def test_the_seal_tells_two_proposals_apart() -> None:
    file = read_answers(lines("Q-LEVEL,,3"), FORM)
    seals = {import_diff(FORM, stored, file).seal for stored in ({}, {"Q-LEVEL": Answer(1)}, {"Q-LEVEL": Answer(3)})}
    assert len(seals) == 3
    assert import_diff(FORM, {}, file).seal == import_diff(FORM, {}, file).seal
