"""What is exported can be imported again without loss, in both dialects, whatever was typed."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.answers.csv_cells import LONGEST_TEXT, tidy
from reports.answers.csv_read import read_answers
from reports.answers.file_faults import FileRefused
from reports.dialect import Dialect
from scoring.answers import Answer
from service.answers.import_diff import import_diff
from storage import plain_text
from tests.reports.answers.forms import FORM
from tests.reports.answers.strategies import RESPONSES
from tests.reports.written import answers_csv

Response = dict[str, Answer]


@settings(max_examples=2_000, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(RESPONSES, st.sampled_from(Dialect))
def test_an_export_is_read_back_exactly_and_changes_nothing(response: Response, dialect: Dialect) -> None:
    file = _read(answers_csv(FORM, response, dialect))
    assert {key: answer for key, answer in file.items() if answer != Answer()} == _said(response)


def _read(data: bytes) -> Response:
    if data.count(b"\n") == 1:
        with pytest.raises(FileRefused, match="ingen svar"):
            read_answers(data, FORM)
        return {}
    return read_answers(data, FORM).answers


def _said(response: Response) -> Response:
    """Without what says nothing: an empty share, an empty matrix."""
    told: dict[str, Any] = {}
    for question_id, answer in response.items():
        value = tidy(FORM.by_id[question_id], answer.value)
        told[question_id] = Answer(value, *(getattr(answer, name) for name in Answer.__slots__[1:]))
    return {question_id: answer for question_id, answer in told.items() if answer != Answer()}


@settings(max_examples=500, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(RESPONSES, st.sampled_from(Dialect))
def test_an_export_proposes_no_change_to_the_response_it_is_from(response: Response, dialect: Dialect) -> None:
    try:
        file = read_answers(answers_csv(FORM, response, dialect), FORM)
    except FileRefused:
        assert _said(response) == {}
        return
    assert import_diff(FORM, response, file).changes == ()


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("odd", ["kjÃ¸rt", "et tegn � borte", "â€“"])
def test_a_text_that_looks_broken_survives_once_somebody_confirms_it(odd: str, dialect: Dialect) -> None:
    response = {"Q-LEVEL": Answer(3, comment=odd)}
    data = answers_csv(FORM, response, dialect)
    assert read_answers(data, FORM, encoding_confirmed=True).answers == response


@pytest.mark.parametrize("dialect", Dialect)
def test_a_value_behind_not_applicable_is_neither_exported_nor_cleared(dialect: Dialect) -> None:
    response = {"Q-LEVEL": Answer(3, not_applicable="Vi har det ikke")}
    file = read_answers(answers_csv(FORM, response, dialect), FORM)
    assert file.answers == {"Q-LEVEL": Answer(not_applicable="Vi har det ikke")}
    assert import_diff(FORM, response, file).changes == ()


def test_a_file_takes_the_texts_that_the_database_takes() -> None:
    assert plain_text.LONGEST_TEXT == LONGEST_TEXT
