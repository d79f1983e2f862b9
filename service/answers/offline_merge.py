"""A file that was filled in offline against what has been said in the app meanwhile. Pure.

A cell that still says what it said when the file was taken out is no change, even when the app says something newer:
it must not put the old back. That goes for each row of a matrix and each of its two numbers. What was changed both
places is a conflict: it is proposed, and marked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.answers.csv_read import AnswersFile, Reply, tidy
from scoring.answers import NO_ANSWER, Answer, Answers, Matrix, MatrixRow, Share, Value
from scoring.names import name_key
from scoring.questionnaire import Form, Question
from scoring.vocabulary import AnswerField
from service.answers.import_diff import Proposal, Proposed, filled, propose, row_changes
from service.answers.serialisation import Content, answers_from, fits
from storage.answers.rows import RevisionRow

NOTHING = Share(None, None)


@dataclass(frozen=True, slots=True)
class Compared:
    """`conflicts`: proposed changes where the app has something newer. `overtaken`: what the file only repeats.

    both: (question, row) of each row of a matrix that both have changed.
    """

    proposal: Proposal
    conflicts: tuple[Proposed, ...]
    overtaken: tuple[Proposed, ...]
    both: frozenset[tuple[str, str]]


def answers_then(form: Form, revisions: Sequence[RevisionRow], count: int) -> Answers:
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


def against_then(proposal: Proposal, form: Form, now: Answers, then: Answers, file: AnswersFile) -> Compared:
    """The proposal without what the file only repeats, and with what was changed in both places marked."""
    questions = form.questionnaire.by_id
    touched = {(change.question_id, change.field) for change in propose(form.questionnaire, then, file).changes}
    said = _only_changed(file, then)
    merged = propose(form.questionnaire, now, said)
    kept = tuple(change for change in merged.changes if (change.question_id, change.field) in touched)
    both = frozenset(pair for change in kept for pair in _rows_in_both(change, then))
    conflicts = tuple(change for change in kept if _in_both(questions[change.question_id], change, now, then, both))
    still = {(change.question_id, change.field) for change in kept}
    overtaken = tuple(c for c in proposal.changes if (c.question_id, c.field) not in still)
    return Compared(replace(proposal, changes=kept), conflicts, overtaken, both)


def _in_both(
    question: Question, change: Proposed, now: Answers, then: Answers, both: frozenset[tuple[str, str]]
) -> bool:
    if isinstance(change.before, Matrix) or isinstance(change.after, Matrix):
        return any(question_id == change.question_id for question_id, _ in both)
    return _said(question, change.field, now) != _said(question, change.field, then)


def _rows_in_both(change: Proposed, then: Answers) -> Iterable[tuple[str, str]]:
    """The rows a change would alter that were altered in the app as well."""
    if change.field is not AnswerField.VALUE:
        return
    were = {name_key(row.row): row for row in _rows(then.get(change.question_id, NO_ANSWER).value)}
    for row in row_changes(change.before, change.after):
        if row.before != were.get(name_key(row.row)):
            yield change.question_id, row.row


def _rows(value: Value | None) -> tuple[MatrixRow, ...]:
    return value.rows if isinstance(value, Matrix) else ()


def _only_changed(file: AnswersFile, then: Answers) -> AnswersFile:
    """The file without the numbers that stood there when it was taken out: what it says of shares and rows by itself."""
    replies = {name: _reply(reply, then.get(name, NO_ANSWER)) for name, reply in file.replies.items()}
    return replace(file, replies=replies)


def _reply(reply: Reply, then: Answer) -> Reply:
    value = reply.answer.value
    if isinstance(value, Share) and isinstance(then.value, Share):
        share = _changed(value, then.value)
        return replace(reply, answer=replace(reply.answer, value=None if share == NOTHING else share))
    if isinstance(value, Matrix):
        were = {name_key(row.row): row for row in _rows(then.value)}
        pairs = [(row, were.get(name_key(row.row))) for row in value.rows]
        kept = [_row(row, before) for row, before in pairs if before is None or not _repeats(row, before)]
        repeated = {row.row for row, before in pairs if before is not None and _repeats(row, before)}
        answer = replace(reply.answer, value=Matrix(tuple(kept)))
        return replace(reply, answer=answer, applicable=reply.applicable - repeated)
    return reply


def _repeats(row: MatrixRow, before: MatrixRow) -> bool:
    """Whether a line only says what stood there: the numbers, and why it does not apply."""
    return filled(before.share, row.share) == before.share and row.not_applicable == before.not_applicable


def _row(row: MatrixRow, before: MatrixRow | None) -> MatrixRow:
    return row if before is None else replace(row, share=_changed(row.share, before.share))


def _changed(said: Share, before: Share) -> Share:
    """Only the numbers that differ; an empty cell leaves what is there."""
    return Share(
        None if said.done == before.done else said.done,
        None if said.all == before.all else said.all,
    )


def _said(question: Question, field: AnswerField, answers: Answers) -> Content:
    content: Content = getattr(answers.get(question.id, NO_ANSWER), field)
    return tidy(question, answers.get(question.id, NO_ANSWER).value) if field is AnswerField.VALUE else content
