"""A day per question, as it is planned or excepted: read as days are read everywhere, every fault of the file at once."""

from collections.abc import Sequence
from datetime import date

import pytest

from reports.answers.days_read import DUE, EXPIRES, read_days
from reports.answers.file_faults import FileRefused
from reports.columns import Column
from tests.builders import question, questionnaire

FORM = questionnaire(
    question("Q-STOP", "yes_no", hard_stop="go_live"),
    question("Q-FIRM", "yes_no", hard_stop="go_live", waivable=False),
    question("Q-LEVEL", "level"),
)
MARCH = date(2027, 3, 1)

GOOD: list[tuple[str, str, dict[str, date]]] = [
    ("of a program", "question_id,due\nQ-STOP,2027-03-01\n", {"Q-STOP": MARCH}),
    ("of Norwegian Excel", "\ufeffSpørsmål-id;Frist\r\nQ-STOP;01.03.2027\r\n", {"Q-STOP": MARCH}),
    ("other columns are passed over", "question_id,text,due\nQ-STOP,Ring,2027-03-01\n", {"Q-STOP": MARCH}),
    ("blanks around an id", "question_id,due\n Q-LEVEL ,2027-03-01\n", {"Q-LEVEL": MARCH}),
    ("the last of several", "question_id,due\nQ-STOP,2027-03-01\nQ-STOP,2027-02-01\n", {"Q-STOP": MARCH}),
    ("what is past is a day too", "question_id,due\nQ-STOP,2020-01-01\n", {"Q-STOP": date(2020, 1, 1)}),
    ("headings alone: no plan", "question_id,due\n", {}),
]


@pytest.mark.parametrize(("says", "text", "days"), GOOD, ids=[case[0] for case in GOOD])
def test_days_are_read(says: str, text: str, days: dict[str, date]) -> None:
    assert read_days(text.encode(), DUE, FORM) == days, says


Fault = tuple[int, str, str, str]
BAD: list[tuple[str, Column, str, Sequence[Fault]]] = [
    ("nothing", DUE, "", [(0, "", "", "empty_file")]),
    ("no column of days", DUE, "question_id,when\nQ-STOP,2027-03-01\n", [(1, "", "due", "missing_column")]),
    ("a plan where exceptions are asked for", EXPIRES, "question_id,due\n", [(1, "", "expires", "missing_column")]),
    ("a line too short", DUE, "question_id,due\nQ-STOP\n", [(2, "", "", "too_few_cells")]),
    ("no exception is given", EXPIRES, "question_id,expires\nQ-FIRM,2027-05-01\n", [(2, "Q-FIRM", "question_id", "not_waivable")]),
    ("none is needed", EXPIRES, "question_id,expires\nQ-LEVEL,2027-05-01\n", [(2, "Q-LEVEL", "question_id", "not_a_hard_stop")]),
    (
        "every fault at once",
        DUE,
        "question_id,due\nQ-STOP,2027-02-30\nQ-NONE,2027-03-01\nQ-LEVEL,\nQ-FIRM,1/2/27\nQ-STOP,2027-03-01\n",
        [
            (2, "Q-STOP", "due", "no_such_day"),
            (3, "Q-NONE", "question_id", "unknown_question"),
            (4, "Q-LEVEL", "due", "not_a_day"),
            (5, "Q-FIRM", "due", "short_year"),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("column", "text", "faults"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_file_of_days_gives_exactly_its_faults(column: Column, text: str, faults: Sequence[Fault]) -> None:
    with pytest.raises(FileRefused) as refused:
        read_days(text.encode(), column, FORM)
    assert [(f.line, f.question, f.column, f.fault) for f in refused.value.faults] == list(faults)
