"""What is missing, what is expected when, and what was answered, in words and in the question's own unit."""

from datetime import date, timedelta
from typing import Any

import pytest

from reports.answers.wording import amounts_to, content_text, expected_text, missing, value_text
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.gaps import gaps_of
from scoring.judgement import judge
from scoring.proof.phases import Phases
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField, CustomerType
from scoring.yardstick import yardstick
from tests.builders import GO_LIVE, catalogue, question, questionnaire, text
from tests.reports.answers.forms import FAULTS, FIXED

AS_OF = date(2027, 3, 20)
LEVEL = question("Q-1", "level", expected={120: 2, 60: 4})
YES_NO = question("Q-1", "yes_no")
SHARE = question("Q-1", "share", all=text("årsverk"), expected={60: 1.0})
PART = question("Q-1", "share", expected={60: 0.9})
NUMBER = question("Q-1", "number", expected={60: 2})
DATE = question("Q-1", "date")
SERVICES = question("Q-1", "matrix", expected={60: 1.0}, all=text("meldingstyper"))


def _row(name: str, done: float | None, whole: float | None, reason: str | None = None) -> MatrixRow:
    return MatrixRow(name, Share(done, whole), reason)


MISSING: list[tuple[str, Question, Any, str]] = [
    ("no answer", LEVEL, None, "ikke svart"),
    ("a level", LEVEL, 2, "nivå 2 av 4"),
    ("a no", YES_NO, False, "nei, skal være ja"),
    ("a share of full-time posts", SHARE, Share(1.5, 5), "3,5 av 5 årsverk mangler"),
    ("a share of whole things", PART, Share(8, 12), "3 av 12 mottakere mangler for å nå 90 %"),
    ("half a share", PART, Share(8, None), "antallet «mottakere» er ikke oppgitt"),
    ("the other half", PART, Share(None, 12), "antallet «bekreftet» er ikke oppgitt"),
    ("a number that should fall to 0", FAULTS, 3, "3 åpne feil, skal være høyst 1"),
    ("a number that should rise", NUMBER, 0.5, "0,5 årsverk, skal være minst 2"),
    ("a date too late", DATE, date(2027, 3, 12), "12. mars 2027, skulle vært 2. mars 2027 (10 dager for sent)"),
    ("a date to come", DATE, date(2027, 4, 1), "planlagt 1. april 2027, skulle vært 2. mars 2027 (30 dager for sent)"),
    ("pooled rows", SERVICES, Matrix((_row("epikrise", 0, 2), _row("henvisning", 8, 10))), "4 av 12 meldingstyper mangler: epikrise, henvisning"),
    ("rows without numbers", SERVICES, Matrix((_row("epikrise", 1, None), _row("svar", 1, 1))), "tall mangler for epikrise"),
    ("no rows", SERVICES, Matrix(()), "ikke svart"),
    ("rows with commas in their names", SERVICES, Matrix((_row("opplæring, vikarer", 0, 1), _row("test", 0, 1))), "2 av 2 meldingstyper mangler: opplæring, vikarer; test"),
    ("more rows than fit", SERVICES, Matrix(tuple(_row(f"r{n}", 0, 1) for n in range(9))), "9 av 9 meldingstyper mangler: r0, r1, r2, r3, r4, r5 …"),
    ("the weakest rows, by title", FIXED, Matrix((_row("epikrise", 4, 4), _row("referral", 1, 4), _row("lab", None, None, "Nei"))), "1 av 2 er under 50 %: Henvisning på papir"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "value", "words"), [case[1:] for case in MISSING], ids=[case[0] for case in MISSING])
def test_what_is_missing_is_said_in_the_unit_of_the_question(asked: Question, value: Any, words: str) -> None:
    form = catalogue(questionnaire(asked)).form(CustomerType.MUNICIPALITY)
    judgement = judge(yardstick(form), {asked.id: Answer(value)}, go_live=GO_LIVE, as_of=AS_OF)
    (gap,) = gaps_of(judgement)
    assert missing(gap).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("asked", "value", "words"),
    [
        (question("Q-1", "yes_no", proves_on="stable_solution"), True, "ja, må gjøres på nytt"),
        (question("Q-1", "share", expected={120: 0.5, 60: 0.9}, proves_on="stable_solution"), Share(9, 10), "9 av 10 (90 %), må gjøres på nytt"),
        (question("Q-1", "share", expected={120: 0.5, 60: 0.9}, proves_on="stable_solution"), Share(8, 10), "1 av 10 mottakere mangler for å nå 90 %"),
        (question("Q-1", "level", expected={120: 2, 60: 4}, proves_on="stable_solution"), 4, "nivå 4, må gjøres på nytt"),
    ],
)  # fmt: skip
def test_what_was_tried_while_it_was_built_is_to_be_done_again(asked: Question, value: Any, words: str) -> None:
    form = catalogue(questionnaire(asked)).form(CustomerType.MUNICIPALITY)
    building = Phases(build_stop=AS_OF, test_start=AS_OF - timedelta(days=1), training_start=AS_OF - timedelta(days=1))
    judgement = judge(yardstick(form), {asked.id: Answer(value)}, go_live=GO_LIVE, as_of=AS_OF, phases=building)
    (gap,) = gaps_of(judgement)
    assert missing(gap).replace("\u00a0", " ") == words
    assert "0 av" not in amounts_to(judgement.questions[asked.id])


def test_open_faults_that_should_be_none() -> None:
    form = catalogue(questionnaire(FAULTS)).form(CustomerType.MUNICIPALITY)
    judgement = judge(yardstick(form), {FAULTS.id: Answer(3)}, go_live=GO_LIVE, as_of=date(2027, 4, 20))
    assert missing(gaps_of(judgement)[0]) == "3 åpne feil, skal være 0"


EXPECTED = [
    (LEVEL, "Nivå 2 innen 1. januar 2027, nivå 4 innen 2. mars 2027", "Nivå 2 innen 120 dager før oppstart, nivå 4 innen 60 dager før oppstart"),
    (YES_NO, "Ja innen 31. januar 2027", "Ja innen 90 dager før oppstart"),
    (PART, "90 % innen 2. mars 2027", "90 % innen 60 dager før oppstart"),
    (NUMBER, "Minst 2 årsverk innen 2. mars 2027", "Minst 2 årsverk innen 60 dager før oppstart"),
    (FAULTS, "Høyst 1 åpne feil innen 2. mars 2027, 0 åpne feil innen 1. april 2027", "Høyst 1 åpne feil innen 60 dager før oppstart, 0 åpne feil innen 30 dager før oppstart"),
    (DATE, "Senest 2. mars 2027", "Senest 60 dager før oppstart"),
    (FIXED, "50 % i hver rad innen 31. januar 2027, 100 % i hver rad innen 1. april 2027", "50 % i hver rad innen 90 dager før oppstart, 100 % i hver rad innen 30 dager før oppstart"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "dated", "undated"), EXPECTED)
def test_each_step_is_a_dated_sentence(asked: Question, dated: str, undated: str) -> None:
    assert expected_text(asked, GO_LIVE).replace("\u00a0", " ") == dated
    assert expected_text(asked, None).replace("\u00a0", " ") == undated


def test_a_step_on_the_day_itself_is_told_as_the_start() -> None:
    assert expected_text(question("Q-1", "yes_no", expected={0: True}), None) == "Ja innen oppstart"


VALUES: list[tuple[Question, Answer, str]] = [
    (LEVEL, Answer(), "ikke svart"),
    (LEVEL, Answer(0), "nivå 0"),
    (YES_NO, Answer(False), "nei"),
    (SHARE, Answer(Share(3.5, 5)), "3,5 av 5 (70 %)"),
    (SHARE, Answer(Share(3.5, None)), "3,5 av ?"),
    (NUMBER, Answer(2), "2 årsverk"),
    (DATE, Answer(date(2027, 3, 1)), "1. mars 2027"),
    (SERVICES, Answer(Matrix((_row("epikrise", 3, 4),))), "75 %, 1 rad"),
    (FIXED, Answer(Matrix((_row("epikrise", 3, 4),))), "1 av 3 rader er fylt ut"),
    (FIXED, Answer(Matrix(tuple(_row(r, 1, 4) for r in ("epikrise", "referral", "lab")))), "25 % i svakeste rad, 3 rader"),
    (LEVEL, Answer(2, not_applicable="Vi har det ikke"), "ikke aktuelt: Vi har det ikke"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "answer", "words"), VALUES)
def test_an_answer_is_told_in_a_few_words(asked: Question, answer: Answer, words: str) -> None:
    assert value_text(asked, answer).replace("\u00a0", " ") == words


FIELDS = [
    (AnswerField.WAITING_ON, "other_supplier", "en annen leverandør"),
    (AnswerField.WAITING_ON, None, ""),
    (AnswerField.COMMENT, "Hei", "Hei"),
    (AnswerField.COMMENT, None, ""),
    (AnswerField.VALUE, None, "ikke svart"),
]


@pytest.mark.parametrize(("field", "content", "words"), FIELDS)
def test_each_field_of_an_answer_has_words(field: AnswerField, content: Any, words: str) -> None:
    assert content_text(LEVEL, field, content) == words


COMES_TO: list[tuple[str, Question, Answer, str]] = [
    ("no answer", LEVEL, Answer(), "Nå forventes nivå 4."),
    ("a level", LEVEL, Answer(2), "Nivå 2. Nå forventes nivå 4."),
    ("a level in place", LEVEL, Answer(4), "Nivå 4. Nå forventes nivå 4."),
    ("a no", YES_NO, Answer(False), "Nei. Nå forventes ja."),
    ("a share", SHARE, Answer(Share(3, 8)), "3 av 8 (38 %). Nå forventes 100 %: 5 av 8 årsverk mangler."),
    ("a share in place", PART, Answer(Share(8, 8)), "8 av 8 (100 %). Nå forventes 90 %."),
    ("half a share", SHARE, Answer(Share(3, None)), "Nå forventes 100 %."),
    ("a number", NUMBER, Answer(0.5), "0,5 årsverk. Nå forventes minst 2 årsverk."),
    ("a date", DATE, Answer(date(2027, 3, 12)), "12. mars 2027. Nå forventes senest 2. mars 2027."),
    ("a day to come", DATE, Answer(date(2027, 4, 1)), "Planlagt 1. april 2027. Nå forventes senest 2. mars 2027."),
    ("a table", SERVICES, Answer(Matrix((_row("epikrise", 0, 2), _row("svar", 8, 10)))), "67 %, 2 rader. Nå forventes 100 %: 4 av 12 meldingstyper mangler: epikrise, svar."),
    ("the weakest row", FIXED, Answer(Matrix((_row("epikrise", 4, 4), _row("referral", 1, 4), _row("lab", None, None, "Nei")))), "25 % i svakeste rad, 2 rader. Nå forventes 50 % i hver rad: 1 av 2 er under 50 %: Henvisning på papir."),
    ("what does not apply", LEVEL, Answer(not_applicable="Nei"), ""),
    ("what is not known yet", LEVEL, Answer(not_known=True), "Nå forventes nivå 4."),
    ("what is not due", question("Q-1", "level", expected={30: 2}), Answer(1), "Nivå 1. Ingenting forventes før 1. april 2027."),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "answer", "words"), [c[1:] for c in COMES_TO], ids=[c[0] for c in COMES_TO])
def test_the_card_says_what_the_answer_amounts_to_against_the_step_that_holds_now(
    asked: Question, answer: Answer, words: str
) -> None:
    form = catalogue(questionnaire(asked)).form(CustomerType.MUNICIPALITY)
    judgement = judge(yardstick(form), {asked.id: answer}, go_live=GO_LIVE, as_of=AS_OF)
    assert amounts_to(judgement.questions[asked.id]).replace("\u00a0", " ") == words


def test_without_a_date_only_the_answer_is_said() -> None:
    form = catalogue(questionnaire(LEVEL)).form(CustomerType.MUNICIPALITY)
    judgement = judge(yardstick(form), {LEVEL.id: Answer(2)}, go_live=None, as_of=AS_OF)
    assert amounts_to(judgement.questions[LEVEL.id]).replace("\u00a0", " ") == "Nivå 2."
