"""Many customers side by side: verdicts and figures, shared topics, and what nobody has in place.

Each is judged by its own form and dates, so another customer never moves anyone's figures.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import nan

import numpy as np

from scoring.answers import Answers
from scoring.encoding import encode_answers
from scoring.portfolio.portfolio import Compared, FormBatch, Portfolio, judge_portfolio
from scoring.yardstick import Yardstick

__all__ = ["Compared", "Entry", "compare", "missed_by_all", "shared_topics"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One customer to compare; `key` is whatever the caller knows it by. `as_of`: its own day, else that of all."""

    key: str
    yardstick: Yardstick
    answers: Answers
    go_live: date | None
    as_of: date | None = None


def compare(entries: Iterable[Entry], *, as_of: date) -> list[Compared]:
    """Judge every entry by its own yardstick, those with the same one together; the result in the order of the entries."""
    return laid_out(entries, as_of=as_of).rows()


def laid_out(entries: Iterable[Entry], *, as_of: date) -> Portfolio:
    """The same as arrays."""
    held = list(entries)
    by_form: dict[int, list[int]] = defaultdict(list)
    for number, entry in enumerate(held):
        by_form[id(entry.yardstick)].append(number)
    return judge_portfolio([entry.key for entry in held], [_laid(held, places, as_of) for places in by_form.values()])


def _laid(held: Sequence[Entry], places: Sequence[int], as_of: date) -> FormBatch:
    entries = [held[place] for place in places]
    yardstick = entries[0].yardstick
    return FormBatch(
        yardstick=yardstick,
        encoded=encode_answers(yardstick, [entry.answers for entry in entries]),
        places=np.array(places, np.intp),
        go_live=np.array([nan if entry.go_live is None else entry.go_live.toordinal() for entry in entries]),
        as_of=np.array([float((entry.as_of or as_of).toordinal()) for entry in entries]),
    )


def missed_by_all(compared: Sequence[Compared]) -> list[str]:
    """Topics that apply to at least two of those that are ranked, and that none of them has in place."""
    asked: dict[str, int] = defaultdict(int)
    in_place: set[str] = set()
    for one in compared:
        if one.ranked:
            for topic, met in one.topics.items():
                asked[topic] += 1
                if met:
                    in_place.add(topic)
    return [topic for topic, times in asked.items() if times >= 2 and topic not in in_place]


def shared_topics(yardsticks: Iterable[Yardstick]) -> tuple[int, int]:
    """How many topics all of the forms ask about, and how many any of them does."""
    asked = [{question.topic for question in yardstick.questions} for yardstick in yardsticks]
    return (len(set.intersection(*asked)), len(set.union(*asked))) if asked else (0, 0)
