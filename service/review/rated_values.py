"""What HPAS holds instead of an answer, read by a form, which may be newer than the one it was said of."""

import json

from language.service.review.rated_values import RATING_OF
from scoring.answers import BadValue, Value, value_from_json
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField
from service.answers.serialisation import fits
from storage.engines.problems import Damaged
from storage.review.rows import RatingRow


def still_said(form: Form, line: RatingRow) -> bool:
    """Whether what HPAS said of a snapshot can be said in this form too, which may be a newer one."""
    question = form.questionnaire.by_id.get(line.question_id)
    return question is not None and fits(question, AnswerField.VALUE, line.value)


def rated_value(form: Form, line: RatingRow) -> Value | None:
    """The value HPAS holds instead, read by a form; `None` when there is none, or the form does not ask for it.

    Raises `Damaged` when what is stored is no value of the question.
    """
    question = form.questionnaire.by_id.get(line.question_id)
    if question is None or line.value is None:
        return None
    try:
        return value_from_json(question, json.loads(line.value))
    except (BadValue, ValueError):
        raise Damaged(RATING_OF(question=question.id), line.snapshot_id) from None
