"""What would be if: another go-live date, and the chain of hard stops that decides the earliest defensible one.

Everything is worked out anew from the answers; nothing is stored.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from scoring.answers import Answers
from scoring.gaps import Shortfall, shortfall
from scoring.judgement import Judged, Judgement, judge
from scoring.proof.phases import NO_PHASES, Phases
from scoring.questionnaire import DateQuestion, Question
from scoring.vocabulary import LATE
from scoring.waivers import Waiver
from scoring.yardstick import Yardstick


class From(StrEnum):
    """Where the day a hard stop is finished comes from."""

    ANSWER = "answer"
    ACTION = "action"
    USUAL_WORK = "usual_work"


@dataclass(frozen=True, slots=True)
class Link:
    """An open hard stop: when it is finished, and the first day of go-live it allows.

    work: days of work left. margin: days before the go-live at which it must stand. lacking: towards its requirement.
    """

    question: Question
    finish: date
    finish_from: From
    work: int
    margin: int
    lacking: Shortfall

    @property
    def allows(self) -> date:
        return self.finish + timedelta(days=self.margin)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The judgement with another go-live, and which questions become late (behind or unanswered) or no longer are."""

    go_live: date
    judgement: Judgement
    becomes_late: tuple[str, ...]
    no_longer_late: tuple[str, ...]


def what_if(
    yardstick: Yardstick,
    answers: Answers,
    options: Iterable[date],
    *,
    go_live: date | None,
    as_of: date,
    waivers: Iterable[Waiver] = (),
    actions: Mapping[str, date] | None = None,
    agreed: Collection[str] = (),
    phases: Phases = NO_PHASES,
) -> list[WhatIf]:
    """The judgement for each of `options` beside that of `go_live`, in their order."""
    held = tuple(waivers)

    def judged(day: date | None) -> Judgement:
        told = partial(judge, yardstick, answers, waivers=held, actions=actions, agreed=agreed, phases=phases)
        return told(go_live=day, as_of=as_of)

    before = late(judged(go_live))
    found = []
    for option in options:
        judgement = judged(option)
        after = late(judgement)
        becomes, no_longer = (
            tuple(q for q in one if q not in other) for one, other in ((after, before), (before, after))
        )
        found.append(WhatIf(option, judgement, becomes, no_longer))
    return found


def late(judgement: Judgement) -> tuple[str, ...]:
    """Ids of the questions that are behind or unanswered, in the questionnaire's order."""
    return tuple(question_id for question_id, judged in judgement.questions.items() if judged.status in LATE)


def chain(judgement: Judgement, actions: Mapping[str, date] | None = None) -> tuple[Link, ...]:
    """Every open hard stop, the one that allows the latest go-live first: it decides, unless the go-live is later.

    None without a go-live. actions: question id -> the day its action will be done, as the judgement was told.
    """
    if judgement.go_live is None:
        return ()
    links = [
        _link(judged, judgement.go_live, judgement.as_of, actions or {})
        for judged in judgement.questions.values()
        if judged.reserve_days is not None and not judged.waived
    ]
    # The sort is stable: of the same day the first in the questionnaire, as the judgement names it.
    return tuple(sorted(links, key=lambda link: link.allows, reverse=True))


def _link(judged: Judged, go_live: date, as_of: date, actions: Mapping[str, date]) -> Link:
    question = judged.question
    dated = isinstance(question, DateQuestion) and isinstance(judged.answer.value, date)
    planned = actions.get(question.id)
    return Link(
        question=question,
        finish=judged.finish,
        finish_from=From.ANSWER
        if dated
        else From.ACTION
        if planned is not None and planned >= as_of
        else From.USUAL_WORK,
        work=judged.work_days,
        margin=question.margin,
        lacking=shortfall(judged, question.requirement, go_live=go_live, as_of=as_of),
    )
