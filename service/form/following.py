"""What follows a response to a newer questionnaire where one question replaces others: which answer, and what stays behind.

Actions and who is to answer are not moved: they are read as those of the question that is asked now (`heirs`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scoring.questionnaire import Form, Question
from scoring.vocabulary import AnswerField
from service.answers.serialisation import as_asked_now
from storage.answers.rows import FieldRow

_ANSWERS = (AnswerField.VALUE, AnswerField.NOT_APPLICABLE)
# What an answer is where HPAS gives it: it counts only with the reason why one disagrees.
_OWN = (*_ANSWERS, AnswerField.NOT_KNOWN)


@dataclass(frozen=True, slots=True)
class Successor:
    """A question that replaces others. moved: what goes over, field by field; unfit: its value cannot be said any more.

    source: whose answer goes over, None where nothing was said. left: the others that were answered; they stay readable.
    """

    question: Question
    replaced: tuple[str, ...]
    source: str | None
    left: tuple[str, ...]
    moved: Mapping[AnswerField, FieldRow]
    unfit: bool


def successors(before: Form, after: Form, rows: Iterable[FieldRow]) -> Iterator[Successor]:
    """Every question of `after` that replaces one that was asked or answered, unless it has been answered itself."""
    said: dict[str, dict[AnswerField, FieldRow]] = defaultdict(dict)
    for row in rows:
        if row.content is not None:
            said[row.question_id][AnswerField(row.field)] = row
    for question in after.questionnaire.questions:
        replaced = tuple(old for old in question.replaces if old in before.questionnaire.by_id or said.get(old))
        if replaced and not said.get(question.id):
            yield _successor(question, replaced, said)


def _successor(
    question: Question, replaced: tuple[str, ...], said: Mapping[str, Mapping[AnswerField, FieldRow]]
) -> Successor:
    answered = [old for old in replaced if said.get(old, {}).keys() & set(_ANSWERS)]
    source = next(iter((*answered, *(old for old in replaced if said.get(old)))), None)
    fields = said.get(source or "", {})
    moved = {field: row for field, row in fields.items() if _goes(question, field, row, fields)}
    left = tuple(old for old in answered if old != source)
    return Successor(question, replaced, source, left, moved, AnswerField.VALUE in fields.keys() - moved.keys())


def _goes(question: Question, field: AnswerField, row: FieldRow, fields: Mapping[AnswerField, FieldRow]) -> bool:
    if question.from_programme is None:
        wanted = field is not AnswerField.DISAGREES
    else:
        wanted = field not in _OWN or AnswerField.DISAGREES in fields
    return wanted and as_asked_now(question, field, row.content) is not None
