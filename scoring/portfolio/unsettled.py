"""What those who start on one day still lack when the next ones start: time to learn and get stable is factor 3 of the report."""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class UnsettledTopic:
    """A topic with what is not in place. stops, others: answers, over all of them. places: who lacks any of it."""

    topic: str
    stops: int
    others: int
    places: tuple[int, ...]


def unsettled(judged: Portfolio, places: Sequence[int]) -> list[UnsettledTopic]:
    """By topic, the one with the most hard stops first, then the one that the most lack."""
    stops: dict[str, int] = {}
    others: dict[str, int] = {}
    who: dict[str, set[int]] = {}
    for question, at in judged.open_at(places):
        counted = others if question.hard_stop is None else stops
        counted[question.topic] = counted.get(question.topic, 0) + len(at)
        who.setdefault(question.topic, set()).update(at)
    found = [
        UnsettledTopic(topic, stops.get(topic, 0), others.get(topic, 0), tuple(sorted(held)))
        for topic, held in who.items()
    ]
    return sorted(found, key=lambda each: (-each.stops, -len(each.places), each.topic))
