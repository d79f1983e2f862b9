"""A file that was filled in offline against what has been said in the app meanwhile. Pure.

A cell that still says what it said when the file was taken out is no change, even when the app says something newer:
it must not put the old back. That goes for each row of a matrix and each of its two numbers. What was changed both
places is a conflict: it is proposed, and marked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.answers.csv_cells import tidy
from reports.answers.csv_read import AnswersFile
from scoring.answers import NO_ANSWER, Answers, Matrix, MatrixRow, Share
from scoring.names import name_key
from scoring.questionnaire import Form, MatrixQuestion, Question
from scoring.row_merge import merge, merged_row
from scoring.vocabulary import AnswerField
from service.answers.import_diff import FieldDiff, ImportDiff, import_diff
from service.answers.serialisation import Content, answers_from, fits
from storage.answers.rows import RevisionRow


@dataclass(frozen=True, slots=True)
class OfflineMerge:
    """`conflicts`: proposed changes where the app has something newer. `overtaken`: what the file only repeats.

    both: (question, `name_key` of the row) of each row of a matrix that both have changed.
    """

    diff: ImportDiff
    conflicts: tuple[FieldDiff, ...]
    overtaken: tuple[FieldDiff, ...]
    both: frozenset[tuple[str, str]]


def answers_at_revision(form: Form, revisions: Sequence[RevisionRow], count: int) -> Answers:
    """The answers as they were when the response had so many revisions. `revisions`: all, the oldest first."""
    said: dict[tuple[str, str], str | None] = {}
    for row in revisions[:count]:
        if row.version is not None:
            said[row.question_id, row.field] = row.content
    return answers_from(form, _lines(form, said.items()))


def _lines(form: Form, said: Iterable[tuple[tuple[str, str], str | None]]) -> Iterable[tuple[str, str, str | None]]:
    """What was said to questions that are still asked in that way."""
    questions = form.questionnaire.by_id
    for (question_id, field), content in said:
        if (question := questions.get(question_id)) and fits(question, AnswerField(field), content):
            yield question_id, field, content


def merge_offline(proposal: ImportDiff, form: Form, now: Answers, then: Answers, file: AnswersFile) -> OfflineMerge:
    """The proposal without what the file only repeats, and with what was changed in both places marked."""
    touched = {
        (change.question_id, change.field): change for change in import_diff(form.questionnaire, then, file).changes
    }
    kept: list[FieldDiff] = []
    conflicts: list[FieldDiff] = []
    both: set[tuple[str, str]] = set()
    for change in proposal.changes:
        mine = touched.get((change.question_id, change.field))
        if mine is None:
            continue
        question = form.questionnaire.by_id[change.question_id]
        after, rows = _merged(question, change, mine)
        if after == change.before:
            continue
        kept.append(replace(change, after=after))
        both |= {(question.id, name_key(row)) for row in rows}
        if rows if _is_matrix(change) else _said(question, change.field, now) != _said(question, change.field, then):
            conflicts.append(kept[-1])
    still = {(change.question_id, change.field) for change in kept}
    overtaken = tuple(c for c in proposal.changes if (c.question_id, c.field) not in still)
    return OfflineMerge(replace(proposal, changes=tuple(kept)), tuple(conflicts), overtaken, frozenset(both))


def _is_matrix(change: FieldDiff) -> bool:
    return isinstance(change.before, Matrix) or isinstance(change.after, Matrix)


def _merged(question: Question, change: FieldDiff, mine: FieldDiff) -> tuple[Content, tuple[str, ...]]:
    """What a field becomes, and the rows that both have changed. `mine`: what the file makes of what stood there then."""
    if isinstance(question, MatrixQuestion) and _is_matrix(change):
        found = merge(question, *(_matrix(content) for content in (mine.before, mine.after, change.before)))
        return tidy(question, found.value), found.both
    shares = (mine.before, mine.after, change.before)
    if all(isinstance(each, Share) for each in shares):
        was, wanted, standing = (MatrixRow("", each) for each in shares if isinstance(each, Share))
        return merged_row(was, wanted, standing).share, ()
    return change.after, ()


def _matrix(content: Content) -> Matrix | None:
    return content if isinstance(content, Matrix) else None


def _said(question: Question, field: AnswerField, answers: Answers) -> Content:
    content: Content = getattr(answers.get(question.id, NO_ANSWER), field)
    return tidy(question, answers.get(question.id, NO_ANSWER).value) if field is AnswerField.VALUE else content
