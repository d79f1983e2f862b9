"""How HPAS itself stands, judged as a customer is, towards a wave; and who waits for each of its answers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from scoring.basis import EVERYONE, Reach
from scoring.batch import BatchJudgements
from scoring.portfolio.portfolio import FormBatch
from scoring.questionnaire import Question
from scoring.rules import STATUSES
from scoring.vocabulary import OPEN, ReachKind, Status
from service.answers.carried import read_programme
from service.answers.responses import ResponseView
from service.judgement import CustomerJudgement, judge_view
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.portfolio.comparison import ComparedMember, read_all
from service.programme.reaches import open_reach
from service.workspace import Workspace
from storage import records

__all__ = ["WaitingFor", "coming_waves", "judge_programme", "waiting_for_hpas"]


@dataclass(frozen=True, slots=True)
class WaitingFor:
    """A customer that is short of something HPAS answers. question: the customer's own, and its status there.

    answered: whether HPAS has answered at all; else nobody knows.
    """

    customer: ComparedMember
    question: Question
    status: Status
    answered: bool


def coming_waves(ws: Workspace, actor: Actor, *, as_of: date) -> list[date]:
    """The days on which customers start that have not, the next first."""
    allow(ws, actor, Operation.SEE_PROGRAMME)
    with ws.database.reading() as connection:
        days = {each.go_live for each in records.customers(connection) if each.go_live}
    return sorted(day for day in days if day >= as_of)


def judge_programme(ws: Workspace, actor: Actor, *, as_of: date, wave: date | None = None) -> CustomerJudgement:
    """HPAS itself on a day, towards a wave, the next one if none is said; its answers are those for all, and for that wave.

    Without a wave to come it is judged without a date. Raises what `service.programme.reaches.open_reach` does: who may not
    answer is refused until somebody has.
    """
    with ws.database.one_moment():
        view = open_reach(ws, actor, EVERYONE)
        go_live = wave or next(iter(coming_waves(ws, actor, as_of=as_of)), None)
        return judge_view(ws, actor, _towards(ws, view, go_live), as_of=as_of)


def _towards(ws: Workspace, view: ResponseView, go_live: date | None) -> ResponseView:
    """The answers for all with those for the wave in their places, and the wave's day as the go-live."""
    dated = replace(view, customer=replace(view.customer, go_live=go_live))
    if go_live is None:
        return dated
    wave = Reach(ReachKind.WAVE, go_live.isoformat())
    with ws.database.reading() as connection:
        said = read_programme(connection, list(view.form.questionnaire.by_id), [wave])
    given = {question_id: one.answer for question_id, one in said.given.get(wave, {}).items()}
    return replace(dated, counted={**view.counted, **given})


def waiting_for_hpas(ws: Workspace, actor: Actor, *, as_of: date) -> Mapping[str, list[WaitingFor]]:
    """Question of the programme -> the customers that are short of it now, hard stops first. Nothing of what they answer."""
    allow(ws, actor, Operation.SEE_PROGRAMME)
    compared = read_all(ws, as_of=as_of)
    found: dict[str, list[WaitingFor]] = defaultdict(list)
    for laid, judged in compared.judged.parts:
        for place, question, status, answered in _short(laid, judged):
            member = compared.members[place]
            found[question.from_programme or ""].append(WaitingFor(member, question, status, answered))
    return {
        question_id: sorted(held, key=lambda one: (one.question.hard_stop is None, one.customer.name.casefold()))
        for question_id, held in found.items()
    }


def _short(laid: FormBatch, judged: BatchJudgements) -> Iterator[tuple[int, Question, Status, bool]]:
    open_ = np.isin(judged.status, [STATUSES.index(status) for status in OPEN]) & laid.yardstick.carried
    for row, column in zip(*np.nonzero(open_), strict=True):
        answered = bool(judged.attainment[row, column] == judged.attainment[row, column])
        status = STATUSES[judged.status[row, column]]
        yield int(laid.places[row]), laid.yardstick.questions[column], status, answered
