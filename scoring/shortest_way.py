"""The shortest way to go: the least set of questions that must change for the verdict to become a better one.

A question *changes* when its answer reaches what is expected of it today. The effort of a set is the sum of its lead
days; of sets with the same effort the one with fewer questions is less, and of those the one that comes first in the
questionnaire.

**Why the set is exact.** It is read off the rule of `docs/scoring.md` section 5. With R the questions that have a step
in force, and due = |R|:

- The verdict is `conditional` or better exactly when (1) no hard stop without a waiver is behind or unanswered and
  (2) at least c = ceil(threshold · due) of R are answered, and (3) some question applies. Changing a question touches
  only its own status, so every failing hard stop must be in every set that helps, and no other question helps (1).
  For (2) only unanswered questions of R help, and each helps by one, whatever its effort. Let k be how many are still
  lacking once the failing hard stops are answered: a set is enough exactly when it has these and any k of the other
  unanswered ones. The k with the fewest lead days (ties: first in the questionnaire) have the least sum, by exchange:
  replacing one of them with another never lowers the sum, and one more never does, since no lead time is negative.
- The verdict is `on_track` or better exactly when no question is behind or unanswered, with a waiver or without, and some
  question applies: the whole set of these, and it is the only minimal one. (2) then holds by itself.

**What effort cannot change.** A date that has come stays that date. Where it is behind, only another go-live helps, or
for a hard stop a waiver; such a step is in the set with its `obstacle`. A planned date counts from today at best.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from scoring.formulas import TOLERANCE
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import DateQuestion, Question
from scoring.unreachable import has_come, starting_today_is_enough
from scoring.vocabulary import Status, Verdict

TARGETS = (Verdict.CONDITIONAL, Verdict.ON_TRACK)
_RANK = (Verdict.NOT_READY, Verdict.UNDECIDED, Verdict.CONDITIONAL, Verdict.ON_TRACK, Verdict.READY)
_OPEN = (Status.BEHIND, Status.UNANSWERED)


class Why(StrEnum):
    """Why a question is in the set. For `coverage` any answer will do; it is one of several that could."""

    HARD_STOP = "hard_stop"
    COVERAGE = "coverage"
    EXPECTED = "expected"


class Obstacle(StrEnum):
    """Not by effort."""

    WAIVER_OR_DATE = "waiver_or_date"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Step:
    """One question to change. `finish` is its lead days from today; `in_time`: no later than `due`, its last step."""

    question: Question
    why: Why
    finish: date
    due: date
    obstacle: Obstacle | None

    @property
    def lead_days(self) -> int:
        return self.question.lead_days

    @property
    def in_time(self) -> bool:
        return self.finish <= self.due


@dataclass(frozen=True, slots=True)
class Way:
    """The least set for the verdict to become `target` or better. Without steps it is so already.

    finish: the last of the steps, each begun today. in_sequence: one after another. fits: done by the go-live, and
    nothing of it stands in the way of effort.
    """

    target: Verdict
    steps: tuple[Step, ...]
    go_live: date
    finish: date
    in_sequence: date

    @property
    def effort(self) -> int:
        """The sum of lead days."""
        return sum(step.lead_days for step in self.steps)

    @property
    def by_effort(self) -> bool:
        return not any(step.obstacle for step in self.steps)

    @property
    def fits(self) -> bool:
        return self.by_effort and self.finish <= self.go_live

    @property
    def fits_in_sequence(self) -> bool:
        return self.by_effort and self.in_sequence <= self.go_live


def way_to(judgement: Judgement, target: Verdict, *, verdict_coverage: float) -> Way | None:
    """The shortest way to `conditional` or `on_track`; `None` without a go-live, or when nothing applies at all.

    verdict_coverage: the threshold of the form.
    """
    if judgement.go_live is None or judgement.verdict is None or not _anything_applies(judgement):
        return None
    if target not in TARGETS:
        raise ValueError(f"no way is defined to {target}")
    if _RANK.index(judgement.verdict) >= _RANK.index(target):
        chosen: list[tuple[Judged, Why]] = []
    elif target is Verdict.ON_TRACK:
        chosen = [(judged, _why(judged)) for judged in judgement.questions.values() if judged.status in _OPEN]
    else:
        chosen = _to_conditional(judgement, verdict_coverage)
    return _way(judgement, judgement.go_live, target, chosen)


def ways(judgement: Judgement, *, verdict_coverage: float) -> tuple[Way, ...]:
    """The ways to `conditional` and to `on_track`; none without a go-live."""
    found = (way_to(judgement, target, verdict_coverage=verdict_coverage) for target in TARGETS)
    return tuple(way for way in found if way)


def _anything_applies(judgement: Judgement) -> bool:
    return any(judged.status is not Status.NOT_APPLICABLE for judged in judgement.questions.values())


def _why(judged: Judged) -> Why:
    return Why.EXPECTED if judged.question.hard_stop is None else Why.HARD_STOP


def _to_conditional(judgement: Judgement, threshold: float) -> list[tuple[Judged, Why]]:
    """Every failing hard stop, and the cheapest of the other unanswered ones that are still lacking."""
    in_force = [judged for judged in judgement.questions.values() if _in_force(judged, judgement.days_left or 0)]
    stops = [
        judged for judged in in_force if judged.status in _OPEN and judged.question.hard_stop and not judged.waived
    ]
    taken = {judged.question.id for judged in stops}
    silent = [judged for judged in in_force if judged.status is Status.UNANSWERED and judged.question.id not in taken]
    wanted = ceil(threshold * len(in_force) - TOLERANCE)
    lacking = max(0, wanted - (len(in_force) - len(silent)))
    # The sort is stable: of equal lead days the first in the questionnaire.
    cheapest = sorted(silent, key=lambda judged: judged.question.lead_days)[:lacking]
    why = dict.fromkeys(taken, Why.HARD_STOP) | {judged.question.id: Why.COVERAGE for judged in cheapest}
    return [(judged, why[judged.question.id]) for judged in in_force if judged.question.id in why]


def _in_force(judged: Judged, days_left: int) -> bool:
    return judged.status is not Status.NOT_APPLICABLE and judged.question.first_step >= days_left


def _way(judgement: Judgement, go_live: date, target: Verdict, chosen: Iterable[tuple[Judged, Why]]) -> Way:
    as_of = judgement.as_of
    steps = tuple(
        Step(
            question=judged.question,
            why=why,
            finish=as_of + timedelta(days=judged.question.lead_days),
            due=go_live - timedelta(days=judged.question.last_step),
            obstacle=_obstacle(judged, go_live, as_of, target),
        )
        for judged, why in chosen
    )
    total = timedelta(days=sum(step.lead_days for step in steps))
    return Way(target, steps, go_live, max((step.finish for step in steps), default=as_of), as_of + total)


def _obstacle(judged: Judged, go_live: date, as_of: date, target: Verdict) -> Obstacle | None:
    question = judged.question
    if not isinstance(question, DateQuestion) or judged.status is not Status.BEHIND:
        return None
    if starting_today_is_enough(judged, question, (go_live - as_of).days) and not has_come(judged, as_of):
        return None
    return Obstacle.WAIVER_OR_DATE if question.hard_stop and target is Verdict.CONDITIONAL else Obstacle.DATE
