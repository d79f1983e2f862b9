"""What most of them lack: topic by topic, how many of those who should have it in place by now do not, and who."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scoring.portfolio.portfolio import Portfolio
from scoring.rules import NONE, STATUSES
from scoring.vocabulary import LATE, Status
from scoring.yardstick import Yardstick

_LATE = [STATUSES.index(status) for status in LATE]
_OUT = [NONE, STATUSES.index(Status.NOT_APPLICABLE)]


@dataclass(frozen=True, slots=True)
class MissingTopic:
    """missing: places of those who are late with a question of the topic. should: how many are to have reached a step of it."""

    topic: str
    missing: tuple[int, ...]
    should: int

    @property
    def share(self) -> float:
        return len(self.missing) / self.should


def missing_topics(judged: Portfolio, places: Sequence[int]) -> list[MissingTopic]:
    """Every topic that someone lacks among those at the places that are ranked: the largest share first, then the most."""
    chosen = {place for place in places if judged.ranked[place]}
    missing: dict[str, list[int]] = defaultdict(list)
    should: dict[str, int] = defaultdict(int)
    for laid, judgements in judged.parts:
        rows = np.array([row for row, place in enumerate(laid.places.tolist()) if place in chosen], np.intp)
        topics, belongs = _topics(laid.yardstick)
        status, phase = judgements.status[rows], judgements.phase[rows]
        asked = ~np.isin(status, _OUT)
        expected = ((laid.yardstick.expected[phase] > 0) & asked) @ belongs > 0
        late = np.isin(status, _LATE) @ belongs > 0
        for column, topic in enumerate(topics):
            should[topic] += int((expected | late)[:, column].sum())
            missing[topic] += laid.places[rows[late[:, column]]].tolist()
    found = [MissingTopic(topic, tuple(sorted(held)), should[topic]) for topic, held in missing.items() if held]
    return sorted(found, key=lambda each: (-each.share, -len(each.missing), each.topic))


def _topics(yardstick: Yardstick) -> tuple[list[str], np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
    """The topics of a form, and (questions, topics) of 0 and 1."""
    topics = list(dict.fromkeys(question.topic for question in yardstick.questions))
    belongs = np.zeros((len(yardstick.questions), len(topics)))
    for row, question in enumerate(yardstick.questions):
        belongs[row, topics.index(question.topic)] = 1
    return topics, belongs
