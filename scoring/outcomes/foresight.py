"""Did what was said before the go-live foresee what came after it? Topic by topic, counted; nothing is tuned by it.

A topic **warned** when one of its questions was not in place on the day of the start. It went **wrong** when a measure that
the topic should have foreseen was trouble. Of each customer the topic is one of four, or unknown, which counts in none.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring.outcomes.measures import OutcomeMeasure, OutcomeRules

# Fewer customers than this could be told apart, and would say more of them than of the question.
LEAST = 5
# So many of the warnings, or of the rest, make the figures speak for something.
MOST_WRONG, MOST_FALSE = 0.5, 0.5


class Foresight(StrEnum):
    """What became of one topic at one customer."""

    FORESAW = "foresaw"
    CRIED_WOLF = "cried_wolf"
    MISSED = "missed"
    CALM = "calm"
    UNKNOWN = "unknown"


class SpeaksFor(StrEnum):
    """What the outcomes speak for; a person decides."""

    TOO_FEW = "too_few"
    KEEP = "keep"
    STRICTER = "stricter"
    EASIER = "easier"
    OTHER = "other"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class StartedCase:
    """One customer that has started. in_place: topic -> whether all of it was in place on the day of the start.

    figures: (measure, days after) -> the figure; «vet ikke» and silence are not there. asked: the measures of its type.
    """

    key: str
    in_place: Mapping[str, bool]
    figures: Mapping[tuple[str, int], float]
    asked: Collection[str]


@dataclass(frozen=True, slots=True)
class TopicForesight:
    """A topic over all that have started. counted: how many are each of the four; unknown: of how many nothing is known.

    measures: ids of those it should have foreseen.
    """

    topic: str
    measures: tuple[str, ...]
    counted: Mapping[Foresight, int]
    unknown: int

    @property
    def known(self) -> int:
        return sum(self.counted.values())

    @property
    def warned(self) -> int:
        return self.counted[Foresight.FORESAW] + self.counted[Foresight.CRIED_WOLF]

    @property
    def wrong(self) -> int:
        return self.counted[Foresight.FORESAW] + self.counted[Foresight.MISSED]

    @property
    def speaks_for(self) -> SpeaksFor:
        return speaks_for(self.counted)


def foresight(warned: bool | None, wrong: bool | None) -> Foresight:
    """What became of a topic that warned or did not, where it went wrong or did not."""
    if warned is None or wrong is None:
        return Foresight.UNKNOWN
    if warned:
        return Foresight.FORESAW if wrong else Foresight.CRIED_WOLF
    return Foresight.MISSED if wrong else Foresight.CALM


def speaks_for(counted: Mapping[Foresight, int]) -> SpeaksFor:
    """The first that holds: too few customers; half or more of what was missed or of the warnings, or both; else to keep it.

    missed share = missed / (missed + calm), false share = cried wolf / (cried wolf + foresaw); where neither is half and
    nothing was foreseen the figures say nothing.
    """
    foresaw, wolf = counted.get(Foresight.FORESAW, 0), counted.get(Foresight.CRIED_WOLF, 0)
    missed, calm = counted.get(Foresight.MISSED, 0), counted.get(Foresight.CALM, 0)
    if foresaw + wolf + missed + calm < LEAST:
        return SpeaksFor.TOO_FEW
    misses = missed > 0 and missed >= MOST_WRONG * (missed + calm)
    false = wolf > 0 and wolf >= MOST_FALSE * (wolf + foresaw)
    if misses and false:
        return SpeaksFor.OTHER
    if misses:
        return SpeaksFor.STRICTER
    if false:
        return SpeaksFor.EASIER
    return SpeaksFor.KEEP if foresaw else SpeaksFor.NOTHING


def went_wrong(measures: Iterable[OutcomeMeasure], case: StartedCase) -> bool | None:
    """Whether any of the measures was trouble on any day at a customer; `None` where no figure of them is known."""
    known = [
        each.went_wrong(days, case.figures[each.id, days])
        for each in measures
        if each.id in case.asked
        for days in each.trouble
        if (each.id, days) in case.figures
    ]
    return any(known) if known else None


def enough(cases: Sequence[StartedCase]) -> bool:
    """Whether so many have started and given a figure that anything is shown at all."""
    return sum(bool(case.figures) for case in cases) >= LEAST


def topic_foresight(rules: OutcomeRules, cases: Sequence[StartedCase]) -> list[TopicForesight]:
    """Every topic that a measure names and a customer was asked about; what was missed most first. Nothing below `LEAST`."""
    if not enough(cases):
        return []
    topics = dict.fromkeys(topic for measure in rules.measures for topic in measure.foreseen_by)
    found = [_of_topic(topic, rules, cases) for topic in topics]
    asked = [each for each in found if each is not None]
    order = {topic: place for place, topic in enumerate(topics)}
    return sorted(asked, key=lambda each: (-each.counted[Foresight.MISSED], -each.wrong, order[each.topic]))


def _of_topic(topic: str, rules: OutcomeRules, cases: Sequence[StartedCase]) -> TopicForesight | None:
    measures = [measure for measure in rules.measures if topic in measure.foreseen_by]
    held = [case for case in cases if topic in case.in_place]
    if not held:
        return None
    became = Counter(foresight(not case.in_place[topic], went_wrong(measures, case)) for case in held)
    unknown = became.pop(Foresight.UNKNOWN, 0)
    counted: dict[Foresight, int] = {each: became[each] for each in Foresight if each is not Foresight.UNKNOWN}
    return TopicForesight(topic, tuple(measure.id for measure in measures), counted, unknown)
