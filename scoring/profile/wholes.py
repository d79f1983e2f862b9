"""Which shares take their whole from the profile, and what they say with it."""

from collections.abc import Mapping
from dataclasses import replace

from scoring.answers import Answer, Answers, Share
from scoring.questionnaire import Question, Questionnaire, ShareQuestion

Facts = Mapping[str, float]


def whole_fact(question: Question) -> str | None:
    """The fact that is the whole of a question's share; None when the whole is asked with it."""
    return question.all_from if isinstance(question, ShareQuestion) else None


def wholes(asked: Questionnaire) -> dict[str, str]:
    """Question -> the fact that is its whole."""
    return {each.id: fact for each in asked.questions if (fact := whole_fact(each))}


def with_whole(share: Share, fact: str, facts: Facts, *, before: float | None = None) -> Share:
    """The share with its whole: the fact, until it is given what was said, or else what stood there `before`.

    Of nothing there is no share: a fact of 0 is no whole.
    """
    whole = facts.get(fact, before if share.all is None else share.all)
    return replace(share, all=whole or None)


def with_wholes(asked: Questionnaire, answers: Answers, facts: Facts) -> dict[str, Answer]:
    """The answers with the wholes that the facts are."""
    held = dict(answers)
    for question_id, fact in wholes(asked).items():
        value = held[question_id].value if question_id in held else None
        if isinstance(value, Share):
            held[question_id] = replace(held[question_id], value=with_whole(value, fact, facts))
    return held
