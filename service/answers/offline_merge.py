"""A file that was filled in offline against what has been said in the app meanwhile. Pure.

A cell that still says what it said when the file was taken out is no change, even when the app says something newer:
it must not put the old back. A cell that was changed both places is a conflict: it is proposed, and marked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.answers.csv_read import AnswersFile, tidy
from scoring.answers import NO_ANSWER, Answers
from scoring.questionnaire import Form, Question
from scoring.vocabulary import AnswerField
from service.answers.import_diff import Proposal, Proposed, propose
from service.answers.serialisation import Content, answers_from, fits
from storage.answers.rows import RevisionRow


@dataclass(frozen=True, slots=True)
class Compared:
    """`conflicts`: proposed changes where the app has something newer. `overtaken`: what the file only repeats."""

    proposal: Proposal
    conflicts: tuple[Proposed, ...]
    overtaken: tuple[Proposed, ...]


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
    touched = {(change.question_id, change.field) for change in propose(form.questionnaire, then, file).changes}
    kept = tuple(change for change in proposal.changes if (change.question_id, change.field) in touched)
    questions = form.questionnaire.by_id
    conflicts = [
        change
        for change in kept
        if _said(questions[change.question_id], change.field, now)
        != _said(questions[change.question_id], change.field, then)
    ]
    overtaken = tuple(change for change in proposal.changes if change not in kept)
    return Compared(replace(proposal, changes=kept), tuple(conflicts), overtaken)


def _said(question: Question, field: AnswerField, answers: Answers) -> Content:
    content: Content = getattr(answers.get(question.id, NO_ANSWER), field)
    return tidy(question, answers.get(question.id, NO_ANSWER).value) if field is AnswerField.VALUE else content
