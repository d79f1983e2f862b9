"""How far HPAS and the customers are from each other: per question, and ranked by topic and factor, per customer and across.

Distance: the question's weight times the difference in attainment. A side that has no attainment (unanswered, not
applicable) counts as 0 here, and only here: one says that something is in place, the other says nothing of the kind.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from scoring.answers import Answers
from scoring.formulas import TOLERANCE
from scoring.judgement import judge
from scoring.yardstick import Yardstick


class By(StrEnum):
    QUESTION = "question"
    TOPIC = "topic"
    FACTOR = "factor"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One question of one customer. own, hpas: attainment 0..1. distance: never negative; `higher`: the customer's is."""

    customer: str
    question_id: str
    topic: str
    factor: str
    weight: float
    own: float | None
    hpas: float | None

    @property
    def distance(self) -> float:
        return self.weight * abs((self.own or 0.0) - (self.hpas or 0.0))

    @property
    def higher(self) -> bool:
        return (self.own or 0.0) > (self.hpas or 0.0)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Everything that is about one question, topic, factor or customer. `higher`: in how many the customer's is higher."""

    name: str
    distance: float
    customers: int
    questions: int
    higher: int


def disagreements(
    customer: str, yardstick: Yardstick, own: Answers, hpas: Answers, *, go_live: date | None, as_of: date
) -> list[Disagreement]:
    """The questions on which the two are apart, the farthest first. `hpas`: the answers on HPAS's basis."""
    theirs = judge(yardstick, own, go_live=go_live, as_of=as_of).questions
    ours = judge(yardstick, hpas, go_live=go_live, as_of=as_of).questions
    found = [
        Disagreement(
            customer=customer,
            question_id=question.id,
            topic=question.topic,
            factor=yardstick.form.factors[question.topic],
            weight=question.weight,
            own=theirs[question.id].attainment,
            hpas=ours[question.id].attainment,
        )
        for question in yardstick.questions
    ]
    return sorted(
        (each for each in found if each.distance > TOLERANCE), key=lambda each: (-each.distance, each.question_id)
    )


def ranked(found: Iterable[Disagreement], by: By) -> list[Ranked]:
    """Summed up by question, topic, factor or customer, the farthest first; of two as far, by name."""
    name = _NAMES[by]
    groups = groupby(sorted(found, key=name), key=name)
    summed = [_summed(each, list(held)) for each, held in groups]
    return sorted(summed, key=lambda each: (-each.distance, each.name))


_NAMES: dict[By, Callable[[Disagreement], str]] = {
    By.QUESTION: lambda each: each.question_id,
    By.TOPIC: lambda each: each.topic,
    By.FACTOR: lambda each: each.factor,
    By.CUSTOMER: lambda each: each.customer,
}


def _summed(name: str, held: list[Disagreement]) -> Ranked:
    return Ranked(
        name=name,
        distance=sum(each.distance for each in held),
        customers=len({each.customer for each in held}),
        questions=len({each.question_id for each in held}),
        higher=sum(each.higher for each in held),
    )
