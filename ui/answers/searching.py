"""Searching the questions: which have the words, and where the words stand in what is found."""

import re

from language import said
from scoring.questionnaire import Form, Question

# Signs on each side of the first hit in an explanation.
ROUND = 60


def found_by(text: str, form: Form) -> tuple[Question, ...]:
    """The questions that have every word of the text in their id, title or help, in capital or small letters.

    In bokmål, and in nynorsk where that is spoken.
    """
    words = text.casefold().split()
    told = ((question, _searched(question)) for question in form.questionnaire.questions)
    return tuple(question for question, where in told if all(word in where for word in words))


def _searched(question: Question) -> str:
    texts = (question.title.nb, question.help.nb, said(question.title), said(question.help))
    return " ".join((question.id, *dict.fromkeys(texts))).casefold()


def marked(told: str, text: str) -> str:
    """A text of ours with each of the words that were searched for marked."""
    words = sorted(map(re.escape, text.split()), key=len, reverse=True)
    return re.sub("|".join(words), lambda hit: f":orange-background[{hit[0]}]", told, flags=re.IGNORECASE)


def beyond(question: Question, text: str) -> str:
    """Where in the explanation a word stands that neither id nor title has; "" when they have them all."""
    shown, told = f"{question.id} {said(question.title)}".casefold(), said(question.help)
    places = (told.casefold().find(word) for word in text.casefold().split() if word not in shown)
    place = next((place for place in places if place >= 0), None)
    if place is None:
        return ""
    start, end = max(0, place - ROUND), place + ROUND
    before, after = ("… " if start else ""), (" …" if end < len(told) else "")
    return f"{before}{marked(told[start:end].strip(), text)}{after}"
