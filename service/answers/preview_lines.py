"""What a file would change, as lines to look over: one per field, and one per row of a matrix with its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.answers.csv_write import row_title
from reports.answers.wording import content_text, row_text
from scoring.answers import Matrix
from scoring.names import name_key
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField
from service.answers.file_import import FieldDiff, Preview
from service.answers.import_diff import Effect, row_diffs


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """`before`: what stands in the app now, `after`: what the file would make of it, in words, "" for nothing.

    row: the name of the row of a matrix, "" for a whole field. both: the app has changed it too since the file was
    taken out, so that `before` and `after` are the words of two people.
    """

    line: int
    question_id: str
    field: AnswerField
    row: str
    effect: Effect
    before: str
    after: str
    both: bool


def preview_lines(seen: Preview) -> list[PreviewLine]:
    """Every line of the diff, in its order."""
    questions = seen.view.form.questionnaire.by_id
    return [line for change in seen.diff.changes for line in _lines(seen, questions[change.question_id], change)]


def _lines(seen: Preview, question: Question, change: FieldDiff) -> Iterator[PreviewLine]:
    if isinstance(change.before, Matrix) or isinstance(change.after, Matrix):
        yield from _rows(seen, question, change)
        return
    before, after = (content_text(question, change.field, content) for content in (change.before, change.after))
    before, after = ("" if change.before is None else before), ("" if change.after is None else after)
    yield PreviewLine(
        change.line, question.id, change.field, "", change.effect, before, after, change in seen.conflicts
    )


def _rows(seen: Preview, question: Question, change: FieldDiff) -> Iterator[PreviewLine]:
    for row in row_diffs(change.before, change.after):
        effect = Effect.CHANGED if row.before and row.after else Effect.NEW if row.after else Effect.CLEARED
        yield PreviewLine(
            change.line,
            question.id,
            change.field,
            row_title(question, row.row),
            effect,
            row_text(row.before),
            row_text(row.after),
            (question.id, name_key(row.row)) in seen.both,
        )
