"""Bad answers files: each with exactly the faults it must give, as (line, column, fault)."""

import random
from collections.abc import Sequence

import pytest

from reports.answers.csv_read import read_answers
from reports.answers.days_read import DUE, read_days
from reports.answers.file_faults import WORDS, FileRefused
from tests.reports.answers.forms import FORM, HEADER, NORWEGIAN, lines
from tests.reports.answers.hostile import FILES as HOSTILE
from tests.reports.answers.test_days import BAD as BAD_DAYS

Fault = tuple[int, str, str]

FILES = [
    # Not a file of text.
    ("nothing at all", b"", [(0, "", "empty_file")]),
    ("only a byte-order mark and blanks", b"\xef\xbb\xbf \n", [(0, "", "empty_file")]),
    ("an Excel workbook", b"PK\x03\x04\x14\x00", [(0, "", "is_xlsx")]),
    ("an old Excel workbook", b"\xd0\xcf\x11\xe0\xa1\xb1", [(0, "", "is_xls")]),
    ("a workbook with a password", b"\xd0\xcf\x11\xe0\xa1\xb1" + "EncryptedPackage".encode("utf-16-le"), [(0, "", "has_password")]),
    ("a PDF", b"%PDF-1.7\n", [(0, "", "is_pdf")]),
    ("a picture", b"\x89PNG" + bytes(40), [(0, "", "is_binary")]),
    ("UTF-16", lines("Q-LEVEL,,3").decode().encode("utf-16"), [(0, "", "utf16")]),
    ("more than 5 MB", b"x" * 5_000_001, [(0, "", "too_big")]),
    # Characters.
    ("Windows-1252, unconfirmed", lines("Q-LEVEL,,3,,,,,,på plass").decode().encode("cp1252"), [(2, "", "not_utf8")]),
    (
        "Windows-1252 on two lines",
        lines("Q-LEVEL,,3,,,,,,på", "Q-STOP,,ja", "Q-YESNO,,ja,,,,,,å").decode().encode("cp1252"),
        [(2, "", "not_utf8")],
    ),
    ("a lone surrogate", lines("Q-LEVEL,,3,,,,,,hei") + b"Q-STOP,,ja,,,,,,\xed\xa0\x80,\n", [(3, "", "not_utf8")]),
    (
        "letters read with the wrong encoding",
        NORWEGIAN.encode().decode("cp1252").encode() + b"\nQ-LEVEL;;3;;;;;;;\n",
        [(1, "", "mojibake")],
    ),
    ("broken letters in one comment and whole ones in another", lines("Q-LEVEL,,3,,,,,,PrÃ¸vd pÃ¥", "Q-STOP,,ja,,,,,,på plass"), [(2, "", "mojibake")]),
    ("broken letters and whole ones in one comment", lines("Q-LEVEL,,3,,,,,,PrÃ¸vd på"), [(2, "", "mojibake")]),
    ("a broken dash", lines("Q-LEVEL,,3,,,,,,i dag â€“ på plass"), [(2, "", "mojibake")]),
    ("a broken name", lines("Q-LEVEL,,3,,,,,,AndrÃ© ser på det"), [(2, "", "mojibake")]),
    ("broken letters in a comment", lines("Q-LEVEL,,3,,,,,,kjÃ¸rt"), [(2, "", "mojibake")]),
    ("a letter that was lost", lines("Q-LEVEL,,3,,,,,,p\ufffd plass"), [(2, "", "lost_character")]),
    ("a NUL", lines("Q-LEVEL,,3,,,,,,a\0b"), [(2, "", "control_character")]),
    (
        "control characters on two lines",
        lines("Q-LEVEL,,3,,,,,,\x1b[31m", "Q-STOP,,ja,,,,,,\x07"),
        [(2, "", "control_character"), (3, "", "control_character")],
    ),
    # The shape of the table.
    ("headings and nothing else", lines(), [(0, "", "no_lines")]),
    ("only empty lines below the headings", lines("", "", ""), [(0, "", "no_lines")]),
    ("no headings", b"Q-LEVEL,3\n", [(1, "", "header_missing")]),
    ("a web page", b"<html><body>Logg inn</body></html>", [(1, "", "header_missing")]),
    ("a misspelt heading", lines("Q-LEVEL,,3", header=HEADER.replace("value", "vallue")), [(1, "", "unknown_column")]),
    (
        "headings translated by hand",
        lines("Q-LEVEL,,3", header=HEADER.replace("comment", "Kommentarer").replace("row", "Rekke")),
        [(1, "", "unknown_column")],
    ),
    ("answers under a heading that is nobody's", b"question_id,done,all,Resultat\nQ-LEVEL,,,3\n", [(1, "value", "missing_column")]),
    ("an answer over the headings", b"Q-LEVEL,3\nquestion_id,value\nQ-YESNO,ja\n", [(1, "", "line_above_headings")]),
    ("the workbook to be read, as CSV", "Spørsmål-id;Spørsmål;Suksessfaktor;Svar;Rader;Status\nQ-LEVEL;x;y;nivå 3;;på plass\n".encode(), [(1, "", "to_be_read")]),
    ("a heading twice", lines("Q-LEVEL,,3,,,,,,,,", header=HEADER + ",value"), [(1, "value", "repeated_column")]),
    ("a column without heading", b"question_id,,value\nQ-LEVEL,Kari,3\n", [(1, "", "column_without_heading")]),
    ("no question_id", b"row,value,done,all\n,3,,\n", [(1, "question_id", "missing_column")]),
    ("done without all", b"question_id,value,done\nQ-LEVEL,3,\n", [(1, "all", "missing_column")]),
    (
        "not_applicable without reason, and nothing to answer in",
        b"question_id,not_applicable\nQ-LEVEL,true\n",
        [(1, "reason", "missing_column"), (1, "value", "missing_column"), (2, "reason", "reason_missing")],
    ),
    ("too few cells", HEADER.encode() + b"\nQ-LEVEL,,3\n", [(2, "", "too_few_cells")]),
    ("too many cells: a decimal comma", lines("Q-NUMBER,,3,5,,,,,,,"), [(2, "", "too_many_cells")]),
    (
        "ragged lines among good ones",
        HEADER.encode() + b"\nQ-LEVEL,,3,,,,,,,\nQ-STOP,,ja\nQ-YESNO,,ja,,,,,,a,b,c\n",
        [(3, "", "too_few_cells"), (4, "", "too_many_cells")],
    ),
    ("another separator below the headings", HEADER.encode() + b"\nQ-LEVEL;;3;;;;;;;\n", [(2, "", "too_few_cells")]),
    ("a quote that is never closed", lines("Q-STOP,,ja", 'Q-LEVEL,,3,,,,,,"hei'), [(3, "", "quote_not_closed")]),
    ("text after a quote", lines('Q-LEVEL,,3,,,,,,"hei" du'), [(2, "", "quote_inside")]),
    ("a cell beyond all bounds", lines("Q-LEVEL,,3,,,,,," + "a" * 140_000), [(2, "", "cell_too_large")]),
    ("more than 5 000 lines", lines(*["Q-LEVEL,,3"] * 5_001), [(0, "", "too_many_rows")]),
    # Which question.
    ("an unknown question", lines("Q-LEVEL,,3", "Q-LEVLE,,3"), [(3, "question_id", "unknown_question")]),
    ("an id in small letters", lines("q-level,,3"), [(2, "question_id", "unknown_question")]),
    ("a line without question", lines("Q-STOP,,ja", ",,3"), [(3, "question_id", "no_question")]),
    (
        "ids that Excel has made dates and numbers of",
        lines("Q-STOP,,ja", "01.okt,,3", "2027-02-01,,3", "1E+05,,3", "#NAVN?,,3", "okt.01,,3"),
        [(line, "question_id", "mangled_id") for line in range(3, 8)],
    ),
    ("another customer type's file", lines("HF-0101,,3", "HF-0102,,ja"), [(0, "", "other_questionnaire")]),
    ("a question twice", lines("Q-LEVEL,,3", "Q-LEVEL,,4"), [(3, "question_id", "repeated_question")]),
    # Values of the wrong kind.
    ("level 5", lines("Q-LEVEL,,5"), [(2, "value", "not_a_level")]),
    ("level -1", lines("Q-LEVEL,,-1"), [(2, "value", "not_a_level")]),
    ("level 2,5", lines('Q-LEVEL,,"2,5"'), [(2, "value", "not_a_level")]),
    ("a level in words", lines("Q-LEVEL,,nivå 3"), [(2, "value", "not_a_level")]),
    ("a level in per cent", lines("Q-LEVEL,,11 %"), [(2, "value", "not_a_level")]),
    ("kanskje", lines("Q-YESNO,,kanskje"), [(2, "value", "not_yes_or_no")]),
    ("a number for yes or no", lines("Q-YESNO,,1"), [(2, "value", "not_yes_or_no")]),
    ("a number in words", lines("Q-NUMBER,,tre"), [(2, "value", "not_a_number")]),
    ("a number below 0", lines("Q-NUMBER,,-1"), [(2, "value", "out_of_range")]),
    ("a number beyond a milliard", lines("Q-NUMBER,,1000000001"), [(2, "value", "out_of_range")]),
    ("a number of 400 digits", lines("Q-NUMBER,," + "9" * 400), [(2, "value", "out_of_range")]),
    ("not a number by name", lines("Q-NUMBER,,NaN", "Q-FAULTS,,inf"), [(2, "value", "not_a_number"), (3, "value", "not_a_number")]),
    ("a number in per cent", lines("Q-NUMBER,,11 %"), [(2, "value", "per_cent")]),
    ("a number with an exponent", lines("Q-NUMBER,,1E5"), [(2, "value", "exponent")]),
    ("thousands or decimals", lines('Q-NUMBER,,"1,500"'), [(2, "value", "thousands_or_decimals")]),
    ("a formula", lines("Q-NUMBER,,=1+1"), [(2, "value", "not_a_number")]),
    ("Arabic digits", lines("Q-NUMBER,,٣"), [(2, "value", "not_a_number")]),
    ("a date without a year", lines("Q-DATE,,1. februar"), [(2, "value", "not_a_day")]),
    ("a day and a month, or the other way", lines("Q-DATE,,01/02/2027"), [(2, "value", "day_two_ways")]),
    ("a Tuesday that is a Monday", lines("Q-DATE,,tirsdag 1. februar 2027"), [(2, "value", "wrong_weekday")]),
    ("30 February", lines("Q-DATE,,2027-02-30"), [(2, "value", "no_such_day")]),
    ("month 13", lines("Q-DATE,,01.13.2027"), [(2, "value", "no_such_day")]),
    ("a year of two digits", lines("Q-DATE,,01.02.27"), [(2, "value", "short_year")]),
    ("Excel's number for a date", lines("Q-DATE,,46419"), [(2, "value", "day_number")]),
    ("a date long ago", lines("Q-DATE,,1899-12-30"), [(2, "value", "day_out_of_range")]),
    ("half a thing in a row", lines("Q-MATRIX,Lab,,3.5,12"), [(2, "done", "not_whole")]),
    ("half a thing in all, in a row", lines("Q-MATRIX,Lab,,3,12.5"), [(2, "all", "not_whole")]),
    ("more done than there is", lines("Q-SHARE,,,24,3"), [(2, "done", "more_than_all")]),
    ("more done than there is in a row", lines("Q-FIXED,Epikrise,,99,15"), [(2, "done", "more_than_all")]),
    ("a number that Excel has made a day of", lines("Q-SHARE,,,03.08.2026,24"), [(2, "done", "became_a_day")]),
    ("a number that Excel shows as a day", lines("Q-SHARE,,,05.des,24", "Q-NUMBER,,des.12"), [(2, "done", "became_a_day"), (3, "value", "became_a_day")]),
    ("a number that Excel has made a time of", lines("Q-NUMBER,,01:30:00"), [(2, "value", "became_a_day")]),
    ("a level that Excel has made a day of", lines("Q-LEVEL,,2027-02-03"), [(2, "value", "became_a_day")]),
    ("all is 0", lines("Q-SHARE,,,0,0"), [(2, "all", "all_not_positive")]),
    ("all below 0, done below 0", lines("Q-SHARE,,,-2,-3"), [(2, "all", "all_not_positive"), (2, "done", "out_of_range")]),
    ("a share in the value column", lines("Q-SHARE,,0.5"), [(2, "value", "value_in_wrong_column")]),
    ("a level in done and all", lines("Q-LEVEL,,,3,4"), [(2, "all", "value_in_wrong_column"), (2, "done", "value_in_wrong_column")]),
    # Rows.
    ("a row where there are none", lines("Q-LEVEL,Epikrise,3"), [(2, "row", "row_not_wanted")]),
    ("numbers without a row", lines("Q-MATRIX,,,3,4"), [(2, "row", "row_missing")]),
    ("an unknown row", lines("Q-FIXED,Epikriser,,3,4"), [(2, "row", "unknown_row")]),
    ("a row twice", lines("Q-FIXED,Epikrise,,3,4", "Q-FIXED,epikrise,,2,4"), [(3, "row", "repeated_row")]),
    ("a customer's row twice", lines("Q-MATRIX,Vår EPJ,,3,4", "Q-MATRIX,vår\u00a0epj ,,3,4"), [(3, "row", "repeated_row")]),
    ("a row with a name too long", lines("Q-MATRIX," + "a" * 201 + ",,3,4"), [(2, "row", "row_name_too_long")]),
    ("a row with a line break in its name", lines('Q-MATRIX,"a\nb",,3,4'), [(2, "row", "row_name_with_break")]),
    ("201 rows", lines(*[f"Q-MATRIX,rad {n},,1,2" for n in range(201)]), [(202, "row", "too_many_matrix_rows")]),
    # What else a line says.
    ("not applicable and answered", lines("Q-LEVEL,,3,,,true,Vi har det ikke"), [(2, "not_applicable", "value_and_not_applicable")]),
    (
        "a matrix not applicable, with rows",
        lines("Q-FIXED,Epikrise,,3,4", "Q-FIXED,,,,,true,Vi har det ikke"),
        [(3, "not_applicable", "value_and_not_applicable")],
    ),
    ("not applicable without a reason", lines("Q-LEVEL,,,,,true"), [(2, "reason", "reason_missing")]),
    ("a reason alone", lines("Q-LEVEL,,,,,,Vi har det ikke"), [(2, "reason", "reason_alone")]),
    ("a row not applicable without a reason", lines("Q-FIXED,Svar,,,,ja"), [(2, "reason", "reason_missing")]),
    ("not applicable is neither true nor false", lines("Q-LEVEL,,,,,kanskje,Nei"), [(2, "not_applicable", "not_yes_or_no")]),
    ("waiting on somebody unknown", lines("Q-LEVEL,,3,,,,,hpass"), [(2, "waiting_on", "unknown_waiting_on")]),
    ("answered by somebody unknown", b"question_id,value,answered_by\nQ-LEVEL,3,Epic\n", [(2, "answered_by", "unknown_answered_by")]),
    ("a disagreement with nobody", b"question_id,value,disagrees\nQ-LEVEL,3,Nei\n", [(2, "disagrees", "disagrees_alone")]),
    ("a comment of 10 001 characters", lines("Q-LEVEL,,3,,,,,," + "a" * 10_001), [(2, "comment", "text_too_long")]),
    (
        "two comments on one matrix",
        lines("Q-MATRIX,,,,,,,,ett", "Q-MATRIX,EPJ,,3,4,,,,noe annet"),
        [(3, "comment", "two_texts")],
    ),
    # Everything at once.
    (
        "every fault of a file is told together",
        lines("Q-LEVEL,,5,,,,,hpass", "Q-NUMBER,,11 %", "Q-LEVEL,,3", "Q-LVL,,3", "Q-SHARE,,,1,0,true"),
        [
            (2, "value", "not_a_level"),
            (2, "waiting_on", "unknown_waiting_on"),
            (3, "value", "per_cent"),
            (4, "question_id", "repeated_question"),
            (5, "question_id", "unknown_question"),
            (6, "all", "all_not_positive"),
            (6, "not_applicable", "value_and_not_applicable"),
            (6, "reason", "reason_missing"),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_a_bad_file_gives_exactly_its_faults(data: bytes, expected: Sequence[Fault]) -> None:
    with pytest.raises(FileRefused) as refused:
        read_answers(data, FORM)
    assert sorted((f.line, f.column, f.fault) for f in refused.value.faults) == sorted(expected)


def test_every_fault_we_have_words_for_has_a_bad_file() -> None:
    shown = {fault for _, _, expected in FILES for _, _, fault in expected}
    shown |= {fault for _, _, _, expected in BAD_DAYS for *_, fault in expected}
    shown |= {fault for _, fault in HOSTILE.values()}
    # Facts of the profile are tried where there is one: tests/service/profile/test_files.py.
    assert WORDS.keys() - shown == {"unknown_fact", "fact_too_small", "fact_too_large"}


MESSAGES = [
    ("Q-LEVEL,,5", "svar.csv:2 Q-LEVEL · value: «5» er ikke et nivå. Skriv 0, 1, 2, 3 eller 4."),
    ("Q-LEVLE,,3", "svar.csv:2 Q-LEVLE · question_id: spørsmålet finnes ikke i skjemaet. Mente du «Q-LEVEL»?"),
    ("Q-FIXED,Epikriser,,1,2", "svar.csv:2 Q-FIXED · row: raden «Epikriser» finnes ikke. Mente du «Epikrise»?"),
    ("Q-LEVEL,,3,,,,,hpass", "svar.csv:2 Q-LEVEL · waiting_on: «hpass» er ingen av dem det kan ventes på. Mente du «HPAS»?"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "message"), MESSAGES)
def test_a_fault_says_where_what_and_what_to_do(row: str, message: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_answers(lines(row), FORM)
    assert [fault.in_file("svar.csv") for fault in refused.value.faults] == [message]


@pytest.mark.parametrize("written", ["tirsdag 1. februar 2027", "01.02.27", "i morgen"])
def test_a_day_of_the_plan_is_refused_in_the_same_words(written: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_days(f"question_id;due\nQ-LEVEL;{written}\n".encode(), DUE, FORM)
    assert [(each.line, each.column) for each in refused.value.faults] == [(2, "due")]


def test_a_hostile_value_is_shown_on_one_short_line() -> None:
    with pytest.raises(FileRefused) as refused:
        read_answers(lines('Q-LEVEL,,"\u202eslett\n' + "x" * 500 + '"'), FORM)
    (fault,) = refused.value.faults
    assert str(fault).isprintable()
    assert len(fault.value) <= 60


HEADINGS = [("vallue", "value"), ("Kommentarer", "Kommentar"), ("Sporsmal-id", "Spørsmål-id")]


@pytest.mark.parametrize(("written", "meant"), HEADINGS)
def test_a_misspelt_heading_is_answered_with_the_right_one(written: str, meant: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_answers(f"{written},question_id,row\n3,Q-LEVEL,\n".encode(), FORM)
    assert f"Mente du «{meant}»?" in str(refused.value)


def test_no_spoilt_file_gives_anything_but_answers_or_faults() -> None:
    draw = random.Random(11)
    whole = f'{NORWEGIAN}\r\nQ-LEVEL;;3;;;;;HPAS;«blåbær»;\r\nQ-SHARE;;;"3,5";12;;;;;\r\nQ-FIXED;Svar;;1;2;;;;;\r\n'.encode()
    refused: list[str] = []
    for _ in range(3_000):
        data = bytearray(whole)
        for _ in range(draw.randint(1, 6)):
            place = draw.randrange(len(data))
            data[place : place + draw.randint(0, 3)] = draw.choice(
                [b"", b'"', b";", b"\n", b"\0", b"\xff", b"'", b"=", b"9"]
            )
        try:
            read_answers(bytes(data), FORM, encoding_confirmed=draw.random() < 0.3)
        except FileRefused as error:
            refused.append(str(error).replace("\n", ""))
    assert 1_000 < len(refused) < 3_000
    assert all(message.isprintable() for message in refused)
