"""HPAS judged as a customer is: what it has in place for everyone, against the go-live of one wave."""

from dataclasses import replace
from datetime import date

from scoring.basis import EVERYONE, Reach
from scoring.vocabulary import ReachKind
from service.answers.responses import open_response
from service.judgement import CustomerJudgement, judge_view
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.programme.reaches import ReachView
from service.workspace import Workspace


def judge_programme(
    ws: Workspace, actor: Actor, found: list[ReachView], *, wave: date | None, as_of: date
) -> CustomerJudgement | None:
    """HPAS's answers that hold for a wave, judged against its go-live; `None` where HPAS has not begun to answer."""
    allow(ws, actor, Operation.SEE_PROGRAMME)
    kept = {each.reach: each.customer_id for each in found if each.customer_id}
    of_wave = Reach(ReachKind.WAVE, wave.isoformat()) if wave else EVERYONE
    customer_id = kept.get(of_wave) or kept.get(EVERYONE)
    if customer_id is None:
        return None
    view = open_response(ws, actor, customer_id)
    return judge_view(ws, actor, replace(view, waves=(wave,) if wave else ()), as_of=as_of)
