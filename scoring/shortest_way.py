"""The shortest way to go: the least set of questions that must change for the verdict to become a better one.

A question *changes* when its answer reaches its whole requirement. Of two sets the one with fewer dates that stay late is
less, then the one with less effort, which is the sum of the work that is left; of sets with the same effort the one with
fewer questions is less, and of those the one that comes first in the questionnaire.

**Why the set is exact.** It is read off the verdict in `docs/scoring.md`. Changing a question touches only its own
status: it is answered, is not late and, as a hard stop, does not fail (it is met, or as good as can be proven yet).
With R the questions that have a step in force, and due = |R|:

- The verdict is `behind` or better (the date holds) exactly when (1) no hard stop without a waiver fails, (2) at least
  c = ceil(threshold · due) of R are answered, and (3) some question applies. Every failing hard stop must be in every
  set that helps, and no other question helps (1). For (2) only unanswered questions of R help, each by one. Let k be how
  many are still lacking once the failing hard stops are answered: the k with the least work left have the least sum,
  by exchange, since no work is negative. (The day of a date that is answered may be past; then no work is left.)
- The verdict is `conditional` or better (on the way) exactly when also (4) no hard stop without a waiver is behind,
  unanswered or at risk, and (5) at most floor(share · due) of R are behind or unanswered. Every such hard stop must be
  in every set. Of the others each late one helps (5) by one, and each unanswered one of R also (2). Let k be lacking for
  (2) and x for (5): the k unanswered ones with the least work are in a least set, by exchange, and after them the x - k
  least of all that are left: first those that can be changed, then by work.

**What effort cannot change.** A hard stop that fails is not reached by the usual work in time; a plan with a day, a
waiver or another go-live helps. A date that is answered and late stays that date: begun today it is late too. Such a step
is in the set, where it must be, with its `obstacle`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil, floor

from scoring.formulas import TOLERANCE
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import DateQuestion, Form, Question
from scoring.vocabulary import LATE, OPEN, Status, Verdict

TARGETS = (Verdict.BEHIND, Verdict.CONDITIONAL)
_RANK = tuple(Verdict)


class Why(StrEnum):
    """Why a question is in the set. For `coverage` any answer will do; it is one of several that could."""

    HARD_STOP = "hard_stop"
    COVERAGE = "coverage"
    EXPECTED = "expected"


class Obstacle(StrEnum):
    """Not by the usual work."""

    WAIVER_OR_DATE = "waiver_or_date"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Step:
    """One question to change. `finish`: when its requirement is reached, by the plan or the usual work (`Judged.finish`).

    work: days of it that are left. due: its last step. in_time: no later than that.
    """

    question: Question
    why: Why
    finish: date
    work: int
    due: date
    obstacle: Obstacle | None

    @property
    def in_time(self) -> bool:
        return self.finish <= self.due


@dataclass(frozen=True, slots=True)
class ShortestWay:
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
        """The sum of the work left, in days."""
        return sum(step.work for step in self.steps)

    @property
    def by_effort(self) -> bool:
        return not any(step.obstacle for step in self.steps)

    @property
    def fits(self) -> bool:
        return self.by_effort and self.finish <= self.go_live

    @property
    def fits_in_sequence(self) -> bool:
        return self.by_effort and self.in_sequence <= self.go_live


def shortest_way_to(judgement: Judgement, target: Verdict, *, form: Form) -> ShortestWay | None:
    """The shortest way to `behind` (the date holds) or `conditional` (on the way).

    `None` without a go-live, or when nothing applies at all. Raises ValueError for another target.
    """
    if judgement.go_live is None or judgement.verdict is None or not _anything_applies(judgement):
        return None
    if target not in TARGETS:
        raise ValueError(f"no way is defined to {target}")
    reached = _RANK.index(judgement.verdict) >= _RANK.index(target)
    chosen = [] if reached else _chosen(judgement, target, form)
    return _way(judgement, judgement.go_live, target, chosen)


def shortest_ways(judgement: Judgement, *, form: Form) -> tuple[ShortestWay, ...]:
    """The ways to each of `TARGETS`; none without a go-live."""
    found = (shortest_way_to(judgement, target, form=form) for target in TARGETS)
    return tuple(way for way in found if way)


def _anything_applies(judgement: Judgement) -> bool:
    return any(judged.status is not Status.NOT_APPLICABLE for judged in judgement.questions.values())


def _chosen(judgement: Judgement, target: Verdict, form: Form) -> list[tuple[Judged, Why]]:
    """The set, in the questionnaire's order."""
    stops = [judged for judged in judgement.questions.values() if _must(judged, target)]
    why = dict.fromkeys((judged.question.id for judged in stops), Why.HARD_STOP)
    in_force = [judged for judged in judgement.questions.values() if _in_force(judged, judgement.days_left or 0)]
    late = [judged for judged in in_force if judged.status in LATE and judged.question.id not in why]
    asked = [judged for judged in in_force if judged.own]
    silent = [judged for judged in late if judged.status is Status.UNANSWERED and judged.own]
    answered = sum(judged.status is not Status.UNANSWERED or judged.question.id in why for judged in asked)
    lacking = max(0, ceil(form.verdict_coverage * len(asked) - TOLERANCE) - answered)
    why |= dict.fromkeys(_cheapest(silent, lacking), Why.COVERAGE)
    if target is Verdict.CONDITIONAL:
        left = [judged for judged in late if judged.question.id not in why]
        too_many = max(0, len(left) - floor(form.behind_share * len(in_force) + TOLERANCE))
        why |= dict.fromkeys(_cheapest(left, too_many), Why.EXPECTED)
    return [(judged, why[id_]) for id_, judged in judgement.questions.items() if id_ in why]


def _must(judged: Judged, target: Verdict) -> bool:
    """A hard stop that stands in the way whatever else changes."""
    if judged.question.hard_stop is None or judged.waived:
        return False
    return judged.fails or (target is Verdict.CONDITIONAL and judged.status in OPEN)


def _in_force(judged: Judged, days_left: int) -> bool:
    return judged.status is not Status.NOT_APPLICABLE and judged.question.first_step >= days_left


def _cheapest(held: Iterable[Judged], many: int) -> list[str]:
    """Ids of those with the least work, what can be changed first; of equal ones the first in the questionnaire."""
    ordered = sorted(held, key=lambda judged: (_stays_late(judged), _work(judged)))
    return [judged.question.id for judged in ordered[:many]]


def _work(judged: Judged) -> int:
    """Days of work left; none where the day of a date is past."""
    return max(0, judged.work_days)


def _stays_late(judged: Judged) -> bool:
    """A date that is answered and late: no work today makes it earlier."""
    return isinstance(judged.question, DateQuestion) and judged.status is Status.BEHIND


def _way(judgement: Judgement, go_live: date, target: Verdict, chosen: Iterable[tuple[Judged, Why]]) -> ShortestWay:
    steps = tuple(
        Step(
            question=judged.question,
            why=why,
            finish=judged.finish,
            work=_work(judged),
            due=go_live - timedelta(days=judged.question.last_step),
            obstacle=_obstacle(judged),
        )
        for judged, why in chosen
    )
    finish = max((step.finish for step in steps), default=judgement.as_of)
    in_sequence = judgement.as_of + timedelta(days=sum(step.work for step in steps))
    return ShortestWay(target, steps, go_live, finish, in_sequence)


def _obstacle(judged: Judged) -> Obstacle | None:
    if not judged.fails or judged.waived:
        return Obstacle.DATE if _stays_late(judged) else None
    return Obstacle.WAIVER_OR_DATE if judged.question.waivable else Obstacle.DATE
