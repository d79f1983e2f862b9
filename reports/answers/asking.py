"""The words one sends to who is to answer: a text to paste into an e-mail, with a link or with a file."""

from collections.abc import Sequence
from datetime import date

from language import NO_BREAK, day, number, said
from language.reports.answers import asking as words
from scoring.questionnaire import Question

# Seconds to fill in one field, when what goes into it has been found.
SECONDS_A_FIELD = 20


def minutes(questions: Sequence[Question]) -> str:
    """How long it takes to fill in these, in whole fives: «om lag 20 minutter», «om lag en time»."""
    found = max(5, round(sum(question.inputs for question in questions) * SECONDS_A_FIELD / 60 / 5) * 5)
    return words.AN_HOUR() if 50 <= found <= 70 else words.MINUTES(n=number(found, decimals=0))


def asking_text(
    questions: Sequence[Question], *, customer: str, go_live: date | None, name: str, link: str | None
) -> str:
    """The e-mail, its subject first. link: the address where they are answered; without one a file goes along."""
    asked = words.QUESTIONS(len(questions))
    about = {"customer": customer, "asked": asked, "minutes": minutes(questions)}
    lines = [
        words.SUBJECT(asked=asked),
        "",
        words.HELLO_TO(name=name) if name else words.HELLO(),
        "",
        words.ABOUT_DATED(**about, day=day(go_live)) if go_live else words.ABOUT(**about),
        "",
        *_how(link),
        "",
        words.SAY_WHAT_YOU_KNOW(),
        "",
        words.THESE(),
        *(f"- {question.id}: {said(question.title)}" for question in questions),
        "",
        words.REGARDS(),
    ]
    return "\n".join(lines).replace(NO_BREAK, " ")


def _how(link: str | None) -> list[str]:
    return [words.WITH_FILE()] if link is None else [words.WITH_LINK(), link]
