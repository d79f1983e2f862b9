"""Answers between people and rows: what is typed is checked and made into text once, what is stored is read once.

Refuses what does not fit its question (`BadInput`), whatever the page had offered.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from language import local_day
from language.service.answers.serialisation import ANSWER_TO
from scoring.answers import Answer, BadValue, Matrix, MatrixRow, Value, check_entry, value_from_json, value_to_json
from scoring.questionnaire import Form, MatrixQuestion, Question
from scoring.vocabulary import AnswerField, WaitingOn
from service.faults import BadInput
from storage.engines.problems import Damaged
from storage.plain_text import BadText, clean_name, clean_text

Content = Value | str | None
# The fields that answer a question, and what stands beside them for the day they were last given or stood by.
ANSWERED = (AnswerField.VALUE, AnswerField.NOT_APPLICABLE)
CONFIRMED_ON = "confirmed_on"


def pack(form: Form, question_id: str, field: AnswerField, content: object) -> str | None:
    """The content as it is stored; None says nothing. Raises `BadInput`."""
    question = form.questionnaire.by_id.get(question_id)
    if question is None:
        raise BadInput("unknown_question")
    if field not in list(AnswerField):
        raise BadInput("unknown_field", question_id=question_id)
    if content is None:
        return None
    try:
        return _packed(question, AnswerField(field), content)
    except (BadValue, BadText) as error:
        raise BadInput(error.fault, question_id=question_id, **error.context) from None
    except (TypeError, AttributeError):
        raise BadInput("wrong_type", question_id=question_id) from None


def unpack(question: Question, field: AnswerField, stored: str | None) -> Content:
    """The content that `pack` stored. Raises `BadValue` when it no longer fits its question."""
    if stored is None:
        return None
    match field:
        case AnswerField.VALUE:
            return _value(question, stored)
        case AnswerField.WAITING_ON:
            return WaitingOn(stored)
        case AnswerField.NOT_KNOWN:
            return _mark(stored)
        case _:
            return stored


def fits(question: Question, field: AnswerField, stored: str | None) -> bool:
    """Whether something stored under another form can be said in this one."""
    try:
        unpack(question, field, stored)
    except ValueError:
        return False
    return True


def as_asked_now(question: Question, field: AnswerField, stored: str | None) -> str | None:
    """Something stored under another form as this one says it; None where it cannot.

    Of a matrix the rows that are asked no more are left out: the others say what they said.
    """
    if fits(question, field, stored):
        return stored
    asked = {row.id for row in question.fixed_rows} if isinstance(question, MatrixQuestion) else set()
    data = json.loads(stored or "null")
    if field is AnswerField.VALUE and asked and isinstance(data, list):
        rows = [row for row in data if isinstance(row, dict) and row.get("row") in asked]
        left = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        return left if rows and fits(question, field, left) else None
    return None


def answers_from(form: Form, rows: Iterable[tuple[str, str, str | None]]) -> dict[str, Answer]:
    """(question, field, content) of one response as answers; what the form does not ask is left out.

    A field may also be `CONFIRMED_ON`, a day as ISO (`with_days`).
    """
    questions = form.questionnaire.by_id
    parts: dict[str, dict[str, Any]] = {}
    for question_id, field, stored in rows:
        if stored is not None and (question := questions.get(question_id)):
            said = _day(question, stored) if field == CONFIRMED_ON else readable(question, field, stored)
            parts.setdefault(question_id, {})[field] = said
    return {question_id: Answer(**part) for question_id, part in parts.items()}


def with_days(rows: Iterable[tuple[str, str, str | None, datetime]]) -> Iterator[tuple[str, str, str | None]]:
    """(question, field, content, when) as `answers_from` takes it, with the day each answer was last given or stood by."""
    days: dict[str, date] = {}
    for question_id, field, content, at in rows:
        yield question_id, field, content
        if content is not None and field in ANSWERED:
            days[question_id] = max(local_day(at), days.get(question_id, date.min))
    for question_id, day in days.items():
        yield question_id, CONFIRMED_ON, day.isoformat()


def _day(question: Question, stored: str) -> date:
    try:
        return date.fromisoformat(stored)
    except ValueError:
        raise Damaged(ANSWER_TO(question=question.id), CONFIRMED_ON) from None


def readable(question: Question, field: str, stored: str | None) -> Content:
    """What `unpack` gives; raises `Damaged` when it does not fit, for then the database is not as we wrote it."""
    try:
        return unpack(question, AnswerField(field), stored)
    except ValueError:
        raise Damaged(ANSWER_TO(question=question.id), field) from None


def _packed(question: Question, field: AnswerField, content: object) -> str | None:
    match field:
        case AnswerField.VALUE:
            return _packed_value(question, content)
        case AnswerField.NOT_APPLICABLE:
            reason = clean_text(content)
            if reason is None:
                raise BadText("reason_missing")
            return reason
        case AnswerField.DISAGREES if question.from_programme is None:
            raise BadText("not_for_hpas")
        case AnswerField.NOT_KNOWN:
            if content is not True:
                raise BadText("wrong_type")
            return _MARK
        case AnswerField.WAITING_ON:
            if content not in list(WaitingOn):
                raise BadText("unknown_waiting_on")
            return str(content)
        case _:
            return clean_text(content)


def _packed_value(question: Question, content: Any) -> str:
    value = _clean_matrix(content) if isinstance(content, Matrix) else content
    check_entry(question, value)
    return as_stored(value)


def as_stored(value: Value) -> str:
    """A checked value as text; equal values are equal texts."""
    return json.dumps(_whole(value_to_json(value)), ensure_ascii=False, separators=(",", ":"))


def _clean_matrix(matrix: Matrix) -> Matrix:
    """The names and reasons people typed in a matrix, as text is stored."""
    rows = [
        MatrixRow(
            clean_name(row.row), row.share, None if row.not_applicable is None else clean_text(row.not_applicable)
        )
        for row in matrix.rows
    ]
    return Matrix(tuple(rows))


def _whole(data: Any) -> Any:
    """4.0 as 4, so that the same number is the same text."""
    match data:
        case float() if data.is_integer():
            return int(data)
        case list():
            return [_whole(item) for item in data]
        case dict():
            return {key: _whole(item) for key, item in data.items()}
        case _:
            return data


_MARK = "true"


def _mark(stored: str) -> bool:
    if stored != _MARK:
        raise BadValue("wrong_type")
    return True


def _value(question: Question, stored: str) -> Value:
    return value_from_json(question, json.loads(stored))
