"""Many customers side by side on one day: verdicts and figures, shared topics, and what nobody has in place.

Each is judged by its own form and date, so another customer never moves anyone's figures.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import nan

import numpy as np

from scoring.answers import Answers
from scoring.judgement import Figures, figures_of_row
from scoring.many import NONE, STATUSES, VERDICTS, judge_many
from scoring.sheet import lay_out
from scoring.words import Area, Status, Verdict
from scoring.yardstick import OVERALL, Yardstick


@dataclass(frozen=True, slots=True)
class Entry:
    """One customer to compare; `key` is whatever the caller knows it by."""

    key: str
    yardstick: Yardstick
    answers: Answers
    go_live: date | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One customer among others. `groups`: overall, factors and areas. `topics`: topic -> whether all of it is in place."""

    key: str
    go_live: date | None
    days_left: int | None
    verdict: Verdict | None
    groups: dict[str, Figures]
    failed_stops: tuple[str, ...]
    topics: dict[str, bool]

    @property
    def overall(self) -> Figures:
        return self.groups[OVERALL]

    @property
    def factors(self) -> dict[str, Figures]:
        return {name: figures for name, figures in self.groups.items() if name != OVERALL and name not in list(Area)}

    @property
    def areas(self) -> dict[Area, Figures]:
        return {area: self.groups[area.value] for area in Area}

    @property
    def ranked(self) -> bool:
        """What is undecided is shown, never ranked."""
        return self.verdict not in (None, Verdict.UNDECIDED)


def compare(entries: Iterable[Entry], *, as_of: date) -> list[Compared]:
    """Judge every entry by its own yardstick, those with the same one together; the result in the order of the entries."""
    held = list(entries)
    by_form: dict[int, list[int]] = defaultdict(list)
    for number, entry in enumerate(held):
        by_form[id(entry.yardstick)].append(number)
    found: dict[int, Compared] = {}
    for numbers in by_form.values():
        found.update(zip(numbers, _judged([held[n] for n in numbers], as_of), strict=True))
    return [found[number] for number in range(len(held))]


def _judged(entries: Sequence[Entry], as_of: date) -> list[Compared]:
    yardstick = entries[0].yardstick
    judged = judge_many(
        yardstick,
        lay_out(yardstick, [entry.answers for entry in entries]),
        go_live=np.array([nan if entry.go_live is None else entry.go_live.toordinal() for entry in entries]),
        as_of=np.full(len(entries), float(as_of.toordinal())),
    )
    failing = judged.failed & ~judged.waived
    return [
        Compared(
            key=entry.key,
            go_live=entry.go_live,
            days_left=None if entry.go_live is None else (entry.go_live - as_of).days,
            verdict=None if judged.verdict[row] == NONE else VERDICTS[judged.verdict[row]],
            groups=figures_of_row(yardstick, judged.figures, row),
            failed_stops=tuple(yardstick.questions[c].id for c in np.flatnonzero(failing[row])),
            topics=_topics(yardstick, [STATUSES[s] if s != NONE else None for s in judged.status[row].tolist()]),
        )
        for row, entry in enumerate(entries)
    ]


def _topics(yardstick: Yardstick, statuses: Sequence[Status | None]) -> dict[str, bool]:
    """Topic -> whether every question of it that applies is met; topics without such a question are left out."""
    met: dict[str, bool] = {}
    for question, status in zip(yardstick.questions, statuses, strict=True):
        if status not in (None, Status.NOT_APPLICABLE):
            met[question.topic] = met.get(question.topic, True) and status is Status.MET
    return met


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
