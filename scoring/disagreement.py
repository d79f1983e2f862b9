"""How far HPAS and the customers are from each other: per question, and ranked by topic and factor, per customer and across.

Distance: the question's weight times the difference in attainment. A side that has no attainment (unanswered, not
applicable) counts as 0 here, and only here: one says that something is in place, the other says nothing of the kind.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from math import nan

import numpy as np

from scoring.answers import Answers
from scoring.batch import judge_many
from scoring.encoding import EncodedAnswers, encode_answers
from scoring.formulas import TOLERANCE, Floats
from scoring.yardstick import Yardstick


class RankBy(StrEnum):
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
class RankedDisagreement:
    """Everything that is about one question, topic, factor or customer. `higher`: in how many the customer's is higher.

    parted: how many answers they part on. own, hpas: the weighted mean attainment of these, 0..1.
    """

    name: str
    distance: float
    customers: int
    questions: int
    parted: int
    higher: int
    own: float
    hpas: float


def disagreements(
    customer: str, yardstick: Yardstick, own: Answers, hpas: Answers, *, go_live: date | None, as_of: date
) -> list[Disagreement]:
    """The questions on which the two are apart, the farthest first. `hpas`: the answers on HPAS's basis."""
    start = nan if go_live is None else float(go_live.toordinal())
    both = (encode_answers(yardstick, [own]), encode_answers(yardstick, [hpas]))
    return disagreements_of(
        [customer], yardstick, *both, go_live=np.array([start]), as_of=np.array([float(as_of.toordinal())])
    )


def disagreements_of(
    customers: Sequence[str],
    yardstick: Yardstick,
    own: EncodedAnswers,
    hpas: EncodedAnswers,
    *,
    go_live: Floats,
    as_of: Floats,
) -> list[Disagreement]:
    """The same for many with one form: customer by customer, the farthest first. go_live, as_of: (customers,) day numbers."""
    theirs, ours = (judge_many(yardstick, encoded, go_live=go_live, as_of=as_of).attainment for encoded in (own, hpas))
    weights = np.array([question.weight for question in yardstick.questions], np.float64)
    apart = weights * np.abs(np.nan_to_num(theirs) - np.nan_to_num(ours)) > TOLERANCE
    found = []
    for row, column in zip(*(axis.tolist() for axis in np.nonzero(apart)), strict=True):
        held = (_known(theirs[row, column]), _known(ours[row, column]))
        found.append((row, _disagreement(customers[row], yardstick, column, *held)))
    found.sort(key=lambda each: (each[0], -each[1].distance, each[1].question_id))
    return [each for _, each in found]


def _known(attainment: float) -> float | None:
    return None if attainment != attainment else float(attainment)


def _disagreement(
    customer: str, yardstick: Yardstick, column: int, own: float | None, hpas: float | None
) -> Disagreement:
    question = yardstick.questions[column]
    factor = yardstick.form.factors[question.topic]
    return Disagreement(customer, question.id, question.topic, factor, question.weight, own, hpas)


def ranked(found: Iterable[Disagreement], by: RankBy) -> list[RankedDisagreement]:
    """Summed up by question, topic, factor or customer, the farthest first; of two as far, by name."""
    name = _NAMES[by]
    groups = groupby(sorted(found, key=name), key=name)
    summed = [_summed(each, list(held)) for each, held in groups]
    return sorted(summed, key=lambda each: (-each.distance, each.name))


_NAMES: dict[RankBy, Callable[[Disagreement], str]] = {
    RankBy.QUESTION: lambda each: each.question_id,
    RankBy.TOPIC: lambda each: each.topic,
    RankBy.FACTOR: lambda each: each.factor,
    RankBy.CUSTOMER: lambda each: each.customer,
}


def _summed(name: str, held: list[Disagreement]) -> RankedDisagreement:
    weight = sum(each.weight for each in held)
    return RankedDisagreement(
        name=name,
        distance=sum(each.distance for each in held),
        customers=len({each.customer for each in held}),
        questions=len({each.question_id for each in held}),
        parted=len(held),
        higher=sum(each.higher for each in held),
        own=sum(each.weight * (each.own or 0.0) for each in held) / weight,
        hpas=sum(each.weight * (each.hpas or 0.0) for each in held) / weight,
    )
