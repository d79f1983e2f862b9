"""What an answers file would change in a response: new, changed and cleared, field by field. Pure; stores nothing.

A question without a line stays as it is, and so does a value or a row whose cells are empty. Waiting on, comment and
evidence stand as the line has them: an empty cell clears. A value takes back «ikke aktuelt».
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from reports.answers.csv_cells import tidy
from reports.answers.csv_read import AnswersFile, Reply
from scoring.answers import NO_ANSWER, Answer, Answers, Matrix, MatrixRow, Share, Value
from scoring.names import name_key
from scoring.questionnaire import Question, Questionnaire
from scoring.vocabulary import AnswerField
from service.answers.serialisation import Content


class Effect(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """One field as it would become. `line` is where the file speaks of the question."""

    question_id: str
    field: AnswerField
    before: Content
    after: Content
    line: int

    @property
    def effect(self) -> Effect:
        if self.after is None:
            return Effect.CLEARED
        return Effect.NEW if self.before is None else Effect.CHANGED


@dataclass(frozen=True, slots=True)
class ImportDiff:
    """unchanged: questions of the file that stay as they are. untouched: answered questions that are not in the file.

    absent: ids of columns that are not in the file, in whose fields nothing changes.
    """

    changes: tuple[FieldDiff, ...]
    unchanged: tuple[str, ...]
    untouched: tuple[str, ...]
    absent: frozenset[str]

    @property
    def seal(self) -> str:
        """Equal when the same would be changed from the same: what was seen is what is stored."""
        return sha256(repr(self.changes).encode()).hexdigest()

    def of(self, effect: Effect) -> tuple[FieldDiff, ...]:
        return tuple(change for change in self.changes if change.effect is effect)


def import_diff(questionnaire: Questionnaire, answers: Answers, file: AnswersFile) -> ImportDiff:
    """The file against what is stored, in the order of the questionnaire."""
    asked = [question for question in questionnaire.questions if question.id in file.replies]
    changes = {q.id: tuple(_changes(q, answers.get(q.id, NO_ANSWER), file)) for q in asked}
    return ImportDiff(
        changes=tuple(change for found in changes.values() for change in found),
        unchanged=tuple(question_id for question_id, found in changes.items() if not found),
        untouched=tuple(
            q.id for q in questionnaire.questions if q.id not in changes and answers.get(q.id, NO_ANSWER) != NO_ANSWER
        ),
        absent=file.absent,
    )


def _changes(question: Question, stored: Answer, file: AnswersFile) -> Iterator[FieldDiff]:
    reply = file.replies[question.id]
    wanted = _merged(stored, reply, file.absent)
    for field in AnswerField:
        before, after = getattr(stored, field), getattr(wanted, field)
        if field is AnswerField.VALUE:
            before, after = tidy(question, before), tidy(question, after)
        if before != after:
            yield FieldDiff(question.id, field, before, after, reply.line)


def _merged(stored: Answer, reply: Reply, absent: frozenset[str]) -> Answer:
    said = reply.answer
    kept_reason = None if "" in reply.applicable else stored.not_applicable
    value, reason = _value(stored.value, said.value, reply.applicable), said.not_applicable or kept_reason
    not_known = stored.not_known if "not_known" in absent else said.not_known
    return Answer(
        value=value,
        not_applicable=reason,
        waiting_on=stored.waiting_on if "waiting_on" in absent else said.waiting_on,
        comment=stored.comment if "comment" in absent else said.comment,
        evidence=stored.evidence if "evidence" in absent else said.evidence,
        # An answer takes the mark off.
        not_known=not_known if value is None and reason is None else None,
        disagrees=stored.disagrees if "disagrees" in absent else said.disagrees,
    )


def _value(stored: Value | None, said: Value | None, applicable: frozenset[str]) -> Value | None:
    """The value with what the file says put in; an empty cell leaves what is there."""
    if isinstance(said, Matrix) or (said is None and isinstance(stored, Matrix)):
        rows = stored.rows if isinstance(stored, Matrix) else ()
        return _rows(rows, said.rows if isinstance(said, Matrix) else (), applicable)
    if isinstance(said, Share) and isinstance(stored, Share):
        return _filled(stored, said)
    return stored if said is None else said


def _rows(stored: tuple[MatrixRow, ...], said: tuple[MatrixRow, ...], applicable: frozenset[str]) -> Matrix:
    """Rows in the order they are stored, new ones last; names are compared as `name_key` folds them."""
    rows = {row.row.casefold(): row for row in stored}
    by_key = {name_key(row.row): row.row.casefold() for row in stored}
    for row in said:
        exact = row.row.casefold()
        place = exact if exact in rows else by_key.get(name_key(row.row), exact)
        before = rows.get(place, MatrixRow(row.row, Share(None, None)))
        kept = None if row.row in applicable else before.not_applicable
        name = row.row if place == exact else before.row
        rows[place] = MatrixRow(name, _filled(before.share, row.share), row.not_applicable or kept)
    taken_back = applicable - {row.row for row in said}
    return Matrix(tuple(MatrixRow(row.row, row.share) if row.row in taken_back else row for row in rows.values()))


def _filled(stored: Share, said: Share) -> Share:
    """The two numbers as they become: an empty cell leaves what is there."""
    return Share(
        stored.done if said.done is None else said.done,
        stored.all if said.all is None else said.all,
    )


@dataclass(frozen=True, slots=True)
class RowDiff:
    """One row of a matrix as it is and as it would become; `None` where it is not there."""

    row: str
    before: MatrixRow | None
    after: MatrixRow | None


def row_diffs(before: Content, after: Content) -> list[RowDiff]:
    """What differs between two matrices, row by row, in the order of the later one."""
    were, are = _by_key(before), _by_key(after)
    both = [*are, *(key for key in were if key not in are)]
    found = [RowDiff((are.get(key) or were[key]).row, were.get(key), are.get(key)) for key in both]
    return [change for change in found if change.before != change.after]


def _by_key(content: Content) -> dict[str, MatrixRow]:
    return {name_key(row.row): row for row in content.rows} if isinstance(content, Matrix) else {}
