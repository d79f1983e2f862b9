"""Answers files as people and programs make them, and what they say."""

from datetime import date

import pytest

from reports.answers.csv_read import read_answers
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.vocabulary import WaitingOn
from tests.reports.answers.forms import FORM, HEADER, NORWEGIAN, lines

LINES = [
    (["Q-LEVEL,,3"], "Q-LEVEL", Answer(3)),
    (["Q-LEVEL,, 0 "], "Q-LEVEL", Answer(0)),
    (["Q-LEVEL,,3.0"], "Q-LEVEL", Answer(3)),
    (["Q-YESNO,,true"], "Q-YESNO", Answer(True)),
    (["Q-YESNO,,USANN"], "Q-YESNO", Answer(False)),
    (['Q-NUMBER,,"2,5"'], "Q-NUMBER", Answer(2.5)),
    (["Q-NUMBER,,0"], "Q-NUMBER", Answer(0.0)),
    (["Q-DATE,,2027-02-01"], "Q-DATE", Answer(date(2027, 2, 1))),
    (["Q-DATE,,1.2.2027"], "Q-DATE", Answer(date(2027, 2, 1))),
    (["Q-DATE,,1. februar 2027"], "Q-DATE", Answer(date(2027, 2, 1))),
    (["Q-DATE,,2027-02-01 00:00:00"], "Q-DATE", Answer(date(2027, 2, 1))),
    (["Q-SHARE,,,3.5,5"], "Q-SHARE", Answer(Share(3.5, 5.0))),
    (["Q-SHARE,,,3,"], "Q-SHARE", Answer(Share(3.0, None))),
    (["Q-SHARE,,,0,12"], "Q-SHARE", Answer(Share(0.0, 12.0))),
    (["Q-FIXED,epikrise,,3,4"], "Q-FIXED", Answer(Matrix((MatrixRow("epikrise", Share(3, 4)),)))),
    (["Q-FIXED,EPIKRISE,,3,4"], "Q-FIXED", Answer(Matrix((MatrixRow("epikrise", Share(3, 4)),)))),
    (["Q-FIXED,henvisning på papir,,3,4"], "Q-FIXED", Answer(Matrix((MatrixRow("referral", Share(3, 4)),)))),
    (["Q-FIXED,Svar,,,,ja,Sendes ikke"], "Q-FIXED", Answer(Matrix((MatrixRow("lab", Share(None, None), "Sendes ikke"),)))),
    (["Q-MATRIX,EPJ,,3,4", "Q-MATRIX,Røntgen,,,"], "Q-MATRIX", Answer(Matrix((MatrixRow("EPJ", Share(3, 4)), MatrixRow("Røntgen", Share(None, None)))))),
    (["Q-MATRIX,EPJ,,3,4,,,,Hei", "Q-MATRIX,Lab,,3,4,,,,Hei"], "Q-MATRIX", Answer(Matrix((MatrixRow("EPJ", Share(3, 4)), MatrixRow("Lab", Share(3, 4)))), comment="Hei")),
    (["Q-FIXED,,,,,TRUE,Vi har det ikke"], "Q-FIXED", Answer(not_applicable="Vi har det ikke")),
    (["Q-LEVEL,,,,,sant,Vi har det ikke"], "Q-LEVEL", Answer(not_applicable="Vi har det ikke")),
    (["Q-LEVEL,,3,,,nei"], "Q-LEVEL", Answer(3)),
    (["Q-LEVEL,,2,,,,,hpas,Hei,lenke"], "Q-LEVEL", Answer(2, None, WaitingOn.HPAS, "Hei", "lenke")),
    (["Q-LEVEL,,2,,,,,En annen leverandør"], "Q-LEVEL", Answer(2, waiting_on=WaitingOn.OTHER_SUPPLIER)),
    (["Q-LEVEL,,2,,,,,,'=1+1"], "Q-LEVEL", Answer(2, comment="=1+1")),
    (["Q-LEVEL,,2,,,,,,'tis"], "Q-LEVEL", Answer(2, comment="'tis")),
    (["Q-LEVEL,,2,,,,,,-5"], "Q-LEVEL", Answer(2, comment="-5")),
    (['Q-LEVEL,,2,,,,,,"a\r\nb\rc\nd"'], "Q-LEVEL", Answer(2, comment="a\nb\nc\nd")),
    (["Q-LEVEL"], "Q-LEVEL", Answer()),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "question_id", "expected"), LINES)
def test_a_line_says(rows: list[str], question_id: str, expected: Answer) -> None:
    assert read_answers(lines(*rows), FORM).answers == {question_id: expected}


_PLAIN = lines("Q-LEVEL,,3,,,,,,på", "Q-NUMBER,,2.5").decode()
_EXCEL = f"{NORWEGIAN}\r\nQ-LEVEL;;3;;;;;;på;\r\nQ-NUMBER;;2,5;;;;;;;\r\n"
FILES = [
    ("for programs", _PLAIN.encode()),
    ("with a byte-order mark", _PLAIN.encode("utf-8-sig")),
    ("with semicolons and the headings of programs", _PLAIN.replace(",", ";").encode()),
    ("with tabs", _PLAIN.replace(",", "\t").encode()),
    ("with old Mac line ends", _PLAIN.replace("\n", "\r").encode()),
    ("from Norwegian Excel", _EXCEL.encode("utf-8-sig")),
    ("from Norwegian Excel with sep=;", b"\xef\xbb\xbfsep=;\r\n" + _EXCEL.encode()),
    ("with headings in capitals and blanks", _PLAIN.replace(HEADER, HEADER.upper().replace(",", " , ")).encode()),
    ("with headings of both dialects", _PLAIN.replace("comment", "Kommentar").encode()),
    ("with the columns in another order", b"comment,value,question_id\np\xc3\xa5,3,Q-LEVEL\n,2.5,Q-NUMBER\n"),
    ("with empty lines and empty columns at the end", f"{HEADER},,\nQ-LEVEL,,3,,,,,,på,,,\n,,,,,,,,,,,\nQ-NUMBER,,2.5,,,,,,,,,\n".encode()),
    ("with composed letters", _PLAIN.replace("på", "pa\u030a").encode()),
]  # fmt: skip


@pytest.mark.parametrize("data", [data for _, data in FILES], ids=[name for name, _ in FILES])
def test_the_same_answers_are_read_from_a_file(data: bytes) -> None:
    assert read_answers(data, FORM).answers == {"Q-LEVEL": Answer(3, comment="på"), "Q-NUMBER": Answer(2.5)}


def test_windows_text_is_read_once_it_is_confirmed() -> None:
    answers = read_answers(_EXCEL.encode("cp1252"), FORM, encoding_confirmed=True).answers
    assert answers["Q-LEVEL"].comment == "på"


def test_a_confirmed_file_in_utf8_is_still_read_as_utf8() -> None:
    answers = read_answers(_EXCEL.encode(), FORM, encoding_confirmed=True).answers
    assert answers["Q-LEVEL"].comment == "på"


def test_a_comment_about_broken_letters_is_no_damage_among_whole_ones() -> None:
    answers = read_answers(lines("Q-LEVEL,,3,,,,,,Vi får «Ã¦» for æ"), FORM).answers
    assert answers["Q-LEVEL"].comment == "Vi får «Ã¦» for æ"


def test_the_file_tells_which_columns_it_lacks() -> None:
    file = read_answers(b"question_id,value\nQ-LEVEL,3\n", FORM)
    assert {"comment", "evidence", "waiting_on", "not_applicable"} < file.absent
