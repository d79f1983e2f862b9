"""What a decision would be made on today: what was sent in and reviewed, its hard stops one by one, and what may be decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from language import said
from language.service.decision.ground import QUOTED
from scoring.answers import Answers
from scoring.basis import Basis, answers_on_basis, customers_part
from scoring.decision.kinds import may_be_decided
from scoring.decision.worse_stops import stops_since
from scoring.encoding import encode_answers
from scoring.judgement import Judged, Judgement
from scoring.review.looked_at import unseen
from scoring.vocabulary import DecisionKind
from scoring.waivers import WaiverCase, WaiverState
from service.judgement import CustomerJudgement, judged_with
from service.people.actor import Actor
from service.review.ratings import ratings
from service.review.submission_states import State
from service.review.submissions import GivenRating, SnapshotView, list_snapshots, open_snapshot
from service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StopDecided:
    """One hard stop as it is decided on: what was sent in, judged today, with HPAS's word.

    by_hpas: the same on HPAS's word. waiver: the approved exception it leans on.
    """

    judged: Judged
    by_hpas: Judged
    rating: GivenRating | None
    waiver: WaiverCase | None


@dataclass(frozen=True, slots=True)
class DecisionGround:
    """obstacle: the fault that keeps anything from being decided, "" when there is none; context: what belongs in its words.

    then: what was sent in last, `None` when nothing was. judgement, by_hpas: of that, today, on either word. unseen: how
    many answers HPAS has not looked at. allowed: what may be decided. earliest: the earliest defensible day.
    """

    here: CustomerJudgement
    obstacle: str
    context: Mapping[str, str]
    then: SnapshotView | None = None
    judgement: Judgement | None = None
    by_hpas: Judgement | None = None
    stops: tuple[StopDecided, ...] = ()
    unseen: int = 0
    allowed: tuple[DecisionKind, ...] = ()

    @property
    def answers(self) -> Answers:
        """What was sent in; nothing where nothing was."""
        return self.then.answers if self.then else {}

    @property
    def earliest(self) -> date | None:
        """The later of both words, where enough is known to say."""
        held = [each for each in (self.judgement, self.by_hpas) if each and each.enough and each.earliest]
        return max((each.earliest.date for each in held if each.earliest), default=None)


def decision_ground(ws: Workspace, actor: Actor, here: CustomerJudgement) -> DecisionGround:
    """As of one moment. here: the customer as it stands today. Raises `NotAllowed`."""
    with ws.database.one_moment():
        sent = [each for each in list_snapshots(ws, actor, here.view.customer.id) if each.state != State.REOPENED]
        then = open_snapshot(ws, actor, sent[0].id) if sent else None
    obstacle = _obstacle(here, then)
    if then is None or obstacle:
        return DecisionGround(here, obstacle, {}, then)
    if worse := worse_since(here, then.answers):
        titles = [said(here.view.form.questionnaire.by_id[each].title) for each in worse]
        return _ground(
            here, then, "stop_worse_since", {"questions": "; ".join(QUOTED(title=title) for title in titles)}
        )
    return _ground(here, then, "", {})


def _obstacle(here: CustomerJudgement, then: SnapshotView | None) -> str:
    go_live, as_of = here.view.customer.go_live, here.judgement.as_of
    if go_live is None:
        return "go_live_missing"
    if as_of > go_live:
        return "after_go_live"
    if then is None:
        return "nothing_sent"
    if then.state is not State.REVIEWED:
        return "not_reviewed"
    return "" if then.form.fingerprint == here.view.form.fingerprint else "decision_form_changed"


def _ground(here: CustomerJudgement, then: SnapshotView, obstacle: str, context: Mapping[str, str]) -> DecisionGround:
    as_of = here.judgement.as_of
    judgement = judged_with(here.view, here.circumstances, as_of=as_of, answers=then.answers)
    rated = answers_on_basis(then.answers, ratings(then), Basis.HPAS)
    by_hpas = judged_with(here.view, here.circumstances, as_of=as_of, answers=rated)
    waivers = {case.question_id: case for case in here.waivers if case.state is WaiverState.APPROVED}
    stops = tuple(
        StopDecided(
            judged=judged,
            by_hpas=by_hpas.questions[id_],
            rating=then.ratings.get(id_),
            waiver=waivers.get(id_) if judged.waived or by_hpas.questions[id_].waived else None,
        )
        for id_, judged in judgement.questions.items()
        if judged.question.hard_stop is not None
    )
    return DecisionGround(
        here=here,
        obstacle=obstacle,
        context=context,
        then=then,
        judgement=judgement,
        by_hpas=by_hpas,
        stops=stops,
        unseen=len(unseen(customers_part(then.form.questionnaire, then.answers), then.ratings)),
        allowed=() if obstacle else may_be_decided([judgement.verdict, by_hpas.verdict]),
    )


def worse_since(here: CustomerJudgement, then: Answers) -> list[str]:
    """Hard stops answered worse today than in what was sent in: a decision on that would not hold."""
    view, measured_by, as_of = here.view, here.measured_by, here.judgement.as_of
    since = stops_since(
        measured_by,
        encode_answers(measured_by, [then]),
        encode_answers(measured_by, [view.counted]),
        go_live=np.array([float((view.customer.go_live or as_of).toordinal())]),
        as_of=np.array([float(as_of.toordinal())]),
        agreed=np.array([[question.id in here.circumstances.agreed for question in measured_by.questions]]),
    )
    return [measured_by.questions[column].id for column in np.flatnonzero(since.worse[0]).tolist()]
