"""Where one customer stands, whole: the judgement with its plan and its approved exceptions, for a page or a file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from scoring.answers import NO_ANSWER, Answer
from scoring.basis import Basis
from scoring.gaps import Gap, gaps_of
from scoring.judgement import Judgement, judge
from scoring.plan import Action, Plan, plan_dates, plan_of
from scoring.waivers import Waiver, WaiverCase, approved
from scoring.yardstick import Yardstick
from service.answers.encodings import short_form_of, yardstick_of
from service.answers.response_view import towards_next_wave
from service.answers.responses import ResponseView, open_response
from service.answers.serialisation import ANSWERED
from service.people.actor import Actor
from service.plan.actions import list_actions
from service.plan.circumstances import agreed
from service.plan.phases import PhasesOfCustomer, phases_within
from service.plan.waivers import list_waivers
from service.review.rated_answers import RatedAnswers, rated_answers
from service.review.submissions import SnapshotInfo, list_snapshots
from service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a judgement rests on beside the answers.

    dates: question id -> the day its actions will be done. agreed: questions that HPAS has agreed do not apply. phases: when
    the solution is built, tested and taught.
    """

    actions: tuple[Action, ...]
    waivers: tuple[WaiverCase, ...]
    dates: Mapping[str, date]
    agreed: frozenset[str]
    phases: PhasesOfCustomer


@dataclass(frozen=True, slots=True)
class CustomerJudgement:
    """rated: what HPAS has said that the actor may see, `None` where it is nothing. sent: what was sent in, the newest first.

    Both are told only to who asks for a basis.
    """

    view: ResponseView
    measured_by: Yardstick
    judgement: Judgement
    gaps: tuple[Gap, ...]
    plan: Plan
    circumstances: Circumstances
    rated: RatedAnswers | None = None
    sent: tuple[SnapshotInfo, ...] = ()

    @property
    def dates(self) -> Mapping[str, date]:
        return self.circumstances.dates

    @property
    def waivers(self) -> tuple[WaiverCase, ...]:
        return self.circumstances.waivers


def judge_customer(
    ws: Workspace, actor: Actor, customer_id: str, *, as_of: date, basis: Basis | None = None
) -> CustomerJudgement:
    """Everything of one customer on a day, read as of one moment.

    basis: whose word the judgement rests on; without one it is the customer's, and HPAS's ratings are not read.
    """
    with ws.database.one_moment():
        return judge_view(ws, actor, open_response(ws, actor, customer_id), as_of=as_of, basis=basis)


def judge_view(
    ws: Workspace, actor: Actor, view: ResponseView, *, as_of: date, basis: Basis | None = None
) -> CustomerJudgement:
    """The same of a response that is read already."""
    view = towards_next_wave(view, as_of)
    with ws.database.one_moment():
        circumstances = circumstances_of(ws, actor, view, as_of=as_of)
        sent = () if basis is None else tuple(list_snapshots(ws, actor, view.customer.id))
        rated = rated_answers(ws, actor, view, sent)
    said = rated.answers if rated is not None and basis is Basis.HPAS else None
    judgement = judged_with(view, circumstances, as_of=as_of, answers=said)
    gaps = tuple(gaps_of(judgement))
    plan = plan_of(judgement, gaps, circumstances.actions, answered_at=answered_at(view))
    return CustomerJudgement(
        view, yardstick_of(view.form), judgement, gaps, plan, circumstances, rated=rated, sent=sent
    )


def short_judgement(here: CustomerJudgement, *, basis: Basis | None = None) -> Judgement | None:
    """The same judged on the questions of the short version alone; None where the form has none."""
    short = short_form_of(here.view.form)
    if short is None:
        return None
    said = here.rated.answers if here.rated is not None and basis is Basis.HPAS else None
    view = replace(here.view, form=short)
    return judged_with(view, here.circumstances, as_of=here.judgement.as_of, answers=said)


def circumstances_of(ws: Workspace, actor: Actor, view: ResponseView, *, as_of: date) -> Circumstances:
    """Plan, exceptions and HPAS's word of one response on a day."""
    with ws.database.one_moment():
        actions = list_actions(ws, actor, view.customer.id)
        waivers = list_waivers(ws, actor, view.customer.id)
        with ws.database.reading() as connection:
            phases = phases_within(connection, view.customer)
        dates = plan_dates(actions, as_of=as_of)
        return Circumstances(tuple(actions), tuple(waivers), dates, _agreed(ws, view), phases)


def judged_with(
    view: ResponseView, circumstances: Circumstances, *, as_of: date, answers: Mapping[str, Answer] | None = None
) -> Judgement:
    """The judgement of a response on a day with what is known beside it. answers: others than its own."""
    view = towards_next_wave(view, as_of)
    return judge(
        yardstick_of(view.form),
        view.counted if answers is None else answers,
        go_live=view.customer.go_live,
        as_of=as_of,
        waivers=_waivers(view, circumstances, answers, as_of),
        actions=circumstances.dates,
        agreed=circumstances.agreed,
        phases=circumstances.phases.held,
        started=view.customer.started_on,
    )


def _waivers(
    view: ResponseView, circumstances: Circumstances, answers: Mapping[str, Answer] | None, as_of: date
) -> tuple[Waiver, ...]:
    """The approved ones. On other answers those that hold on the customer's own: another word on it changes no answer."""
    held = approved(circumstances.waivers)
    if answers is None:
        return held
    go_live = view.customer.go_live
    kept = (each for each in held if each.holds(view.counted, go_live=go_live, as_of=as_of))
    return tuple(replace(each, given_for=answers.get(each.question_id, NO_ANSWER).value) for each in kept)


def _agreed(ws: Workspace, view: ResponseView) -> frozenset[str]:
    """What HPAS has agreed does not apply; looked up only where something is marked so."""
    if not any(answer.not_applicable is not None for answer in view.answers.values()):
        return frozenset()
    with ws.database.reading() as connection:
        return frozenset(agreed(connection, [view.response_id]).get(view.response_id, ()))


def answered_at(view: ResponseView) -> dict[str, datetime]:
    """Question id -> when its value, or that it does not apply, was last saved; HPAS's where that is what counts."""
    found: dict[str, datetime] = {}
    for (question_id, field), saved in view.saved.items():
        if field in ANSWERED:
            found[question_id] = max(saved.at, found.get(question_id, saved.at))
    return found | {id_: given.at for id_, given in view.given.items() if not view.stands_apart(id_)}
