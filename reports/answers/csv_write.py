"""The answers of one response as a file that can be imported again without loss (design section 9).

One line per answer, one per row for a matrix. What HPAS answers says so on every line, and is not read back. What is said of a matrix question as a whole stands on a line of its
own, without a row. A question marked not applicable carries its reason, not the value it had before.
"""

from collections.abc import Iterable, Iterator, Sequence

from language import ANSWERED_BY, WAITING_ON, said
from reports.columns import Cell, choice, day, mixed, number, text, truth
from scoring.answers import Answer, Answers, Matrix, MatrixRow, NoneYet, Share
from scoring.questionnaire import MatrixQuestion, Question, Questionnaire
from scoring.vocabulary import Responsible

# Whom the answers are of, on every line: a file is never taken in for another.
OF_WHOM = (
    text("customer_id", "Kunde-id"),
    text("org_number", "Organisasjonsnummer"),
    text("customer", "Kunde"),
)
COLUMNS = (
    text("question_id", "Spørsmål-id"),
    text("row", "Rad"),
    mixed("value", "Svar"),
    number("done", "Antall"),
    number("all", "Av i alt"),
    truth("not_applicable", "Ikke aktuelt"),
    text("reason", "Begrunnelse"),
    choice("waiting_on", "Venter på", WAITING_ON),
    text("comment", "Kommentar"),
    text("evidence", "Dokumentasjon"),
    truth("not_known", "Vet ikke ennå"),
    text("disagrees", "Uenig med HPAS fordi"),
    choice("answered_by", "Svart av", ANSWERED_BY),
    day("confirmed_on", "Sist bekreftet"),
    *OF_WHOM,
)


# Its id, its organisation number and its name.
Whom = tuple[str, str | None, str]


def answer_rows(
    questionnaire: Questionnaire, answers: Answers, *, whom: Whom, facts: Iterable[tuple[str, float]] = ()
) -> Iterator[Sequence[Cell]]:
    """The cells of each line: facts of the profile, then answers as the questionnaire has them, and nothing it does not ask.

    On a question that HPAS answers, an answer without a reason to disagree is HPAS's. facts: what stands in the place of
    the question, and the number.
    """
    silent = [None] * (len(COLUMNS) - 3 - len(OF_WHOM))
    yield from ((name, None, value, *silent, *whom) for name, value in facts)
    yield from (
        (*row, answered_by(question, answers[question.id]), answers[question.id].confirmed_on, *whom)
        for question in questionnaire.questions
        if question.id in answers
        for row in _rows(question, answers[question.id])
    )


def _rows(question: Question, answer: Answer) -> Iterator[Sequence[Cell]]:
    about = _about(answer)
    if answer.not_applicable is not None:
        yield (question.id, None, None, None, None, True, answer.not_applicable, *about)
    elif isinstance(answer.value, Matrix):
        if any(about):
            yield (question.id, *[None] * 6, *about)
        for row in answer.value.rows:
            yield (question.id, row_title(question, row.row), None, *_matrix_row(row), *[None] * len(about))
    elif isinstance(answer.value, Share):
        yield (question.id, None, None, answer.value.done, answer.value.all, None, None, *about)
    elif answer.value is not None or any(about):
        value = answer.value.value if isinstance(answer.value, NoneYet) else answer.value
        yield (question.id, None, value, None, None, None, None, *about)


def _about(answer: Answer) -> tuple[Cell, ...]:
    return (answer.waiting_on, answer.comment, answer.evidence, answer.not_known, answer.disagrees)


def answered_by(question: Question, answer: Answer) -> Responsible | None:
    """Who has given the answer, where it is not the customer."""
    return Responsible.HPAS if question.from_programme is not None and answer.disagrees is None else None


def _matrix_row(row: MatrixRow) -> tuple[Cell, Cell, Cell, Cell]:
    left_out = row.not_applicable is not None
    return (row.share.done, row.share.all, True if left_out else None, row.not_applicable)


def row_title(question: Question, row: str) -> str:
    """What people call a row: the title of a fixed row, or the name the customer gave."""
    fixed = question.fixed_rows if isinstance(question, MatrixQuestion) else ()
    return next((said(each) for each in fixed if each.id == row), row)
