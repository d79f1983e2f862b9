"""How past go-lives went, and whether what would have been said before agrees with it.

The rules are in docs/backtest-rules.md: what a warning is, a false one, a miss, and a harm that nothing asked about.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import model_validator

from scoring.frozen import Frozen
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import Questionnaire
from scoring.reference_cases import ReferenceCase
from scoring.text_fields import Identifier, OneOf, Prose, fault
from scoring.vocabulary import Area, Status, Verdict

# On the day itself a warning is too late.
WARNS_AT = (365, 180, 90, 60, 30)
# A case with fewer answers of its own is named, and left out of the count.
LEAST_CODED = 3


class Went(StrEnum):
    """How a go-live went, as the texts of the time after have it."""

    BAD = "bad"
    GOOD = "good"


class Harm(Frozen):
    """What the texts say came of it. topics: those whose questions should have warned; none when none is about it."""

    nb: Prose
    source: Identifier
    topics: tuple[Identifier, ...]


class PastOutcome(Frozen):
    """How one case went: said here, or `of` another case that tells of the same go-live."""

    outcome: Annotated[Went, OneOf(Went)] | None = None
    harms: tuple[Harm, ...] = ()
    of: Identifier | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> "PastOutcome":
        if (self.outcome is None) == (self.of is None):
            raise fault("missing_field", "outcome")
        return self


class PastOutcomes(Frozen):
    """All of `references/texts/outcomes.yaml`: case -> how it went."""

    cases: dict[Identifier, PastOutcome]

    def of(self, case_id: str) -> PastOutcome | None:
        """How the case went, or the one that tells of the same go-live; None where nothing is said."""
        found = self.cases.get(case_id)
        return self.cases.get(found.of) if found is not None and found.of is not None else found


class Hindsight(NamedTuple):
    """others: from other texts than the report. second: the same coded again by one who did not see the first."""

    others: tuple[ReferenceCase, ...] = ()
    second: tuple[ReferenceCase, ...] = ()
    outcomes: PastOutcomes = PastOutcomes(cases={})


class HarmSeen(StrEnum):
    """What Klarsjekk would have said of a harm before it came."""

    WARNED = "warned"
    LATE = "late"
    CONTENT = "content"
    SILENT = "silent"
    NOT_ASKED = "not_asked"


def warned_at(judgements: Mapping[int, Judgement], verdict: Verdict = Verdict.NOT_READY) -> list[int]:
    """The days before the go-live at which the conclusion was this one, the first first."""
    return [days for days in WARNS_AT if judgements[days].verdict is verdict]


def failing(judged: Judgement) -> Iterator[Judged]:
    """Hard stops that are answered and usually not reached in time any more."""
    return (each for each in judged.questions.values() if each.fails and each.attainment is not None)


def behind_in(judged: Judgement, area: Area) -> list[Judged]:
    """The answered questions of an area that are behind, hard stops or not."""
    return [
        each
        for each in judged.questions.values()
        if area in each.question.areas and each.attainment is not None and (each.fails or each.status is Status.BEHIND)
    ]


def harm_seen(harm: Harm, asked: Questionnaire, judgements: Mapping[int, Judgement]) -> HarmSeen:
    """The most that was said of the harm at any distance: a failing stop, something behind, all well, or nothing."""
    about = [each.id for each in asked.questions if each.topic in harm.topics]
    if not about:
        return HarmSeen.NOT_ASKED
    found = [judgements[days].questions[each] for days in WARNS_AT for each in about]
    spoken = [each for each in found if each.attainment is not None]
    if any(each.fails for each in spoken):
        return HarmSeen.WARNED
    if any(each.status is Status.BEHIND for each in spoken):
        return HarmSeen.LATE
    return HarmSeen.CONTENT if spoken else HarmSeen.SILENT


def hits(harms: Sequence[Harm], judgements: Mapping[int, Judgement]) -> list[str]:
    """The failing stops, at any distance, that share a topic with a harm that came."""
    topics = {topic for harm in harms for topic in harm.topics}
    failed = (each.question for days in WARNS_AT for each in failing(judgements[days]))
    return sorted({question.id for question in failed if question.topic in topics})
