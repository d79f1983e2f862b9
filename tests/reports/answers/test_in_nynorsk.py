"""To who has chosen nynorsk, files and their faults speak it; what comes in again is read in both."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from language import Language, Words, speaking
from language.reports.answers.headings import HEADINGS
from reports.answers.asking import asking_text
from reports.answers.csv_read import read_answers
from reports.answers.csv_write import COLUMNS
from reports.answers.file_faults import FileRefused
from reports.answers.stamp import Stamp
from reports.answers.wording import expected_text, value_text
from reports.answers.xlsx_apart import sheet_apart
from reports.answers.xlsx_read import read_answers_xlsx
from reports.columns import choice
from scoring.answers import NONE_YET, Answer, Answers, Matrix, MatrixRow, Share
from scoring.frozen import Text
from scoring.questionnaire import LevelQuestion, MatrixQuestion, NumberQuestion, ShareQuestion
from scoring.vocabulary import WaitingOn
from tests.builders import question, questionnaire
from tests.reports.answers.forms import FORM, lines
from tests.reports.answers.test_xlsx_round_trip import made

BOKMAL = re.compile(r"\b(ikke|dere|deres|hva|hvor|hvem|hvis|noe|noen|fra|mer|filen|linjen|velg)\b", re.IGNORECASE)
RESPONSE: Answers = {
    "Q-LEVEL": Answer(2, waiting_on=WaitingOn.OTHER_SUPPLIER, comment="Om ei veke"),
    "Q-YESNO": Answer(not_applicable="Det er lagt ned"),
    "Q-SHARE": Answer(Share(3, 4), not_known=True),
    "Q-FIXED": Answer(Matrix((MatrixRow("lab", Share(1, 2)),))),
}


def _content() -> set[str]:
    """What the questionnaire itself says, which has no nynorsk here."""
    found: set[str] = set()
    for asked in FORM.questions:
        found |= {asked.title.nb, asked.help.nb}
        if isinstance(asked, LevelQuestion):
            found |= {text.nb for text in asked.levels.values()}
        if isinstance(asked, NumberQuestion):
            found.add(asked.unit.nb)
        if isinstance(asked, ShareQuestion | MatrixQuestion):
            found |= {asked.done.nb, asked.all.nb}
        if isinstance(asked, MatrixQuestion):
            found |= {row.nb for row in asked.fixed_rows}
    return found


def _texts(data: bytes) -> Iterator[str]:
    book: Any = load_workbook(BytesIO(data))
    for sheet in book.worksheets:
        yield from (sheet.title, sheet.oddFooter.left.text, sheet.oddFooter.right.text)
        yield from (cell.value for row in sheet for cell in row if isinstance(cell.value, str))
        for rule in sheet.data_validations.dataValidation:
            told = (rule.error, rule.errorTitle, rule.prompt, rule.promptTitle, rule.formula1)
            yield from (str(each) for each in told if each)


def test_the_workbook_to_fill_in_has_no_bokmal_but_that_of_the_questionnaire() -> None:
    with speaking(Language.NYNORSK):
        texts = list(_texts(made(RESPONSE, stamp=Stamp("r", 3))))
    for said in sorted(_content(), key=len, reverse=True):
        texts = [text.replace(said, "") for text in texts]
    assert {"Ikkje aktuelt", "Kva som blir kravd", "ein annan leverandør", "Rettleiing"} <= set(texts)
    assert [text for text in texts if BOKMAL.search(text)] == []


@pytest.mark.parametrize("written", Language)
@pytest.mark.parametrize("read", Language)
def test_a_workbook_in_either_language_is_read_whoever_reads_it(written: Language, read: Language) -> None:
    with speaking(written):
        data = made(RESPONSE, stamp=Stamp("r", 3))
    with speaking(read):
        file = read_answers_xlsx(data, FORM)
    assert {key: answer for key, answer in file.answers.items() if answer != Answer()} == RESPONSE
    assert (file.notes, file.stamp, file.customer) == ((), Stamp("r", 3), "Kommune A")
    assert file.absent == frozenset({"confirmed_on"})


@pytest.mark.parametrize("spoken", Language)
def test_a_csv_file_saved_from_either_is_read(spoken: Language) -> None:
    with speaking(spoken):
        sheet = load_workbook(BytesIO(made(RESPONSE)))["Svar"]
    rows = [";".join(f'"{"" if cell is None else cell}"' for cell in row) for row in sheet.iter_rows(values_only=True)]
    file = read_answers("\r\n".join(rows).encode(), FORM)
    assert {key: answer for key, answer in file.answers.items() if answer != Answer()} == RESPONSE


def test_the_headings_in_bokmal_are_those_of_the_csv_file() -> None:
    ours = dict(HEADINGS)
    assert {column.id: column.heading for column in COLUMNS} == {column.id: ours[column.id] for column in COLUMNS}


def test_that_nothing_has_fallen_due_is_read_in_both() -> None:
    form = questionnaire(question("Q-NONE", "share", none_yet=Text(nb="Ikke forfalt", nn="Ikkje forfalle")))
    for said in ("Ikke forfalt", "Ikkje forfalle"):
        assert read_answers(lines(f"Q-NONE,,{said}"), form).answers["Q-NONE"] == Answer(NONE_YET)


def test_faults_are_told_in_nynorsk() -> None:
    with speaking(Language.NYNORSK):
        with pytest.raises(FileRefused) as refused:
            read_answers(lines("Q-LEVEL,,7", "Q-YESNO,,,,,ja"), FORM)
        told = [str(each) for each in refused.value.faults]
    assert told == [
        "Linje 2 Q-LEVEL: Svar: «7» er ikkje eit nivå. Skriv 0, 1, 2, 3 eller 4.",
        "Linje 3 Q-YESNO: Grunngiving: «ikkje aktuelt» manglar grunngiving. Skriv kvifor i reason (Grunngiving).",
    ]


@pytest.mark.slow
def test_so_are_those_of_a_workbook_that_is_unpacked_apart() -> None:
    book, out = Workbook(), BytesIO()
    book.active.append(["Spørsmål-id", "Svar"])  # type: ignore[union-attr]
    book.active.append(["Q-LEVEL", "=1+1"])  # type: ignore[union-attr]
    book.save(out)
    with speaking(Language.NYNORSK):
        told = [str(each) for each in sheet_apart(out.getvalue()).faults]
    assert told == ["Linje 2: linja har ein formel. Skriv talet eller teksten i staden."]


def test_a_column_is_in_bokmal_whoever_is_here_when_it_is_made() -> None:
    with speaking(Language.NYNORSK):
        column = choice("waiting_on", "Venter på", Words({WaitingOn.OTHER_SUPPLIER: ("en annen", "ein annan")}))
    assert column.words == {"other_supplier": "en annen"}


def test_answers_and_steps_are_told_in_nynorsk() -> None:
    asked = {question.id: question for question in FORM.questions}
    with speaking(Language.NYNORSK):
        told = [
            value_text(asked["Q-YESNO"], Answer(not_applicable="Nedlagt")),
            value_text(asked["Q-FIXED"], Answer(Matrix((MatrixRow("lab", Share(1, 2)),)))),
            expected_text(asked["Q-FAULTS"], None),
        ]
    assert [text.replace("\u00a0", " ") for text in told] == [
        "ikkje aktuelt: Nedlagt",
        "1 av 3 rader er fylte ut",
        "Høgst 1 åpne feil innan 60 dagar før oppstart, 0 åpne feil innan 30 dagar før oppstart",
    ]


def test_the_email_that_asks_is_in_nynorsk() -> None:
    with speaking(Language.NYNORSK):
        told = asking_text(FORM.questions[:1], customer="Kommune A", go_live=date(2027, 5, 1), name="Kari", link=None)
    assert not BOKMAL.search(told)
    assert "Kommune A tek Helseplattformen i bruk 1. mai 2027." in told
