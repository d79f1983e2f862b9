"""What HPAS answers for a customer stands in its file, and is never taken in as the customer's own."""

from datetime import date

from reports.answers.csv_read import AnswersFile, read_answers
from reports.answers.xlsx_read import read_answers_xlsx
from reports.answers.xlsx_write import answers_xlsx
from reports.dialect import Dialect
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.vocabulary import CustomerType
from tests.reports.answers.forms import lines
from tests.reports.written import answers_csv
from tests.service.programme.asked import ASKED

FORM = ASKED.questionnaires[CustomerType.MUNICIPALITY]
GIVEN = {
    "KO-LEVEL": Answer(3, comment="Vist 1. mars"),
    "KO-STOP": Answer(not_applicable="Gjelder ikke før 2028"),
    "KO-ROWS": Answer(Matrix((MatrixRow("lab", Share(5, 10)),)), comment="Bare lab"),
}
OWN = {"KO-OWN": Answer(2), "KO-SHARE": Answer(Share(1, 4), disagrees="Hos oss er det færre")}


def check(file: AnswersFile) -> None:
    assert (file.answers, file.given, file.notes) == (OWN, GIVEN, ())


def test_a_csv_tells_them_apart_and_loses_nothing() -> None:
    for dialect in Dialect:
        check(read_answers(answers_csv(FORM, GIVEN | OWN, dialect), FORM))
    norwegian = answers_csv(FORM, GIVEN | OWN, Dialect.NORWEGIAN).decode("utf-8-sig").splitlines()
    assert [line.split(";")[-5].strip('"') for line in norwegian[1:]] == ["", "HPAS", "HPAS", "HPAS", "HPAS", ""]


def test_a_workbook_to_fill_in_does_so_too() -> None:
    book = answers_xlsx(FORM, GIVEN | OWN, customer="A", go_live=date(2027, 5, 1), as_of=date(2027, 2, 1))
    file = read_answers_xlsx(book, FORM)
    told = {question_id: answer for question_id, answer in file.answers.items() if answer != Answer()}
    assert (told, file.given, file.notes) == (OWN, GIVEN, ())


def test_a_line_that_answers_for_hpas_is_passed_over_and_said() -> None:
    file = read_answers(lines("KO-OWN,,2", "KO-LEVEL,,4", "KO-ROWS,Lab,,1,2", "KO-STOP"), FORM)
    assert file.answers == {"KO-OWN": Answer(2)}
    assert [(note.line, note.note) for note in file.notes] == [(3, "hpas_answers"), (4, "hpas_answers")]
    assert "KO-LEVEL, som HPAS svarer på" in file.notes[0].message


def test_a_line_of_hpas_with_a_reason_is_the_customers_own() -> None:
    header = "question_id,value,disagrees,answered_by"
    file = read_answers(lines("KO-LEVEL,1,Vi ser det ikke,hpas", header=header), FORM)
    assert file.answers == {"KO-LEVEL": Answer(1, disagrees="Vi ser det ikke")}
