"""Deciding for tests, each in one line: a municipality with three hard stops that HPAS has reviewed."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from scoring.answers import Share
from scoring.vocabulary import DecisionKind
from scoring.waivers import WaiverState
from service.answers.responses import open_response
from service.decision.ground import DecisionGround, decision_ground
from service.decision.kept import CustomerDecisions, read_decisions
from service.decision.signing import SeenBy, propose_decision, sign_decision
from service.decision.wanted import WantedCondition, WantedDecision
from service.judgement import CustomerJudgement, judge_customer
from service.people.actor import Actor, Role
from service.plan.waivers import decide_waiver, list_waivers, propose_waiver
from service.workspace import Workspace
from tests.builders import GO_LIVE, REVIEWER, catalogue, question, questionnaire, workspace
from tests.service.review.sending import Said, begin_review, hand_back, new_lead, sent

DAY = GO_LIVE - timedelta(days=60)
LATER = GO_LIVE + timedelta(days=90)
GO = WantedDecision(DecisionKind.GO)
CONDITIONS = WantedDecision(
    DecisionKind.CONDITIONS, (WantedCondition("Ekstra folk på vakt i fire uker", "Kommunalsjef", GO_LIVE),)
)
POSTPONE = WantedDecision(DecisionKind.POSTPONE, new_go_live=LATER, reason="Meldingene er ikke prøvd.")
# Everything as it should be: the share still has a step to come.
IN_ROUTE: Said = {"Q-SHARE": Share(6, 10), "Q-YESNO": True, "Q-DATE": date(2027, 2, 1), "Q-LEVEL": 3}
STOP = {"hard_stop": "go_live", "lead_days": 20}


def three_stops(where: Path | str) -> Workspace:
    """A workspace with a questionnaire of three hard stops, one of which takes no exception, and one other question."""
    return workspace(
        where,
        of=catalogue(
            questionnaire(
                question("Q-SHARE", "share", areas=("testing",), expected={90: 0.5, 14: 1.0}, **STOP),
                question("Q-YESNO", "yes_no", areas=("operations",), waivable=False, **STOP),
                question("Q-DATE", "date", areas=("operations",), expected={60: 60}, **STOP),
                question("Q-LEVEL", "level", areas=("staffing",), expected={120: 1, 60: 3}),
            )
        ),
    )


def reviewed(ws: Workspace, said: Said = IN_ROUTE, *, lead: Actor | None = None) -> Actor:
    """A municipality that has sent this in, and that HPAS is done with; its lead."""
    lead = lead or new_lead(ws)
    hand_back(ws, begin_review(ws, sent(ws, lead, said, left=61)))
    return lead


def decides(lead: Actor) -> Actor:
    """Who decides for the same customer."""
    return replace(lead, id=f"decides-{lead.id}", role=Role.DECISION_MAKER)


def today(ws: Workspace, lead: Actor, as_of: date = DAY) -> CustomerJudgement:
    return judge_customer(ws, lead, lead.customer_id or "", as_of=as_of)


def ground(ws: Workspace, lead: Actor, as_of: date = DAY) -> DecisionGround:
    return decision_ground(ws, lead, today(ws, lead, as_of))


def kept(ws: Workspace, lead: Actor, as_of: date = DAY) -> CustomerDecisions:
    return read_decisions(ws, lead, today(ws, lead, as_of))


def seen(ws: Workspace, lead: Actor, as_of: date = DAY) -> SeenBy:
    """As one who has seen it all."""
    found = ground(ws, lead, as_of)
    return SeenBy(found.here.view.marker, found.unseen)


def proposed(
    ws: Workspace, lead: Actor, wanted: WantedDecision = GO, *, by: Actor | None = None, as_of: date = DAY
) -> str:
    """Put before both and signed by one of them: the customer, when nobody is named."""
    then = ground(ws, lead, as_of).then
    assert then is not None
    actor = by or decides(lead)
    made = {"snapshot_id": then.info.id, "saw": seen(ws, lead, as_of), "as_of": as_of}
    return propose_decision(ws, actor, lead.customer_id or "", wanted, **made)  # type: ignore[arg-type]


def decided(ws: Workspace, lead: Actor, wanted: WantedDecision = GO, *, as_of: date = DAY) -> str:
    """Signed by both."""
    made = proposed(ws, lead, wanted, as_of=as_of)
    sign_decision(ws, REVIEWER, made, saw=seen(ws, lead, as_of), as_of=as_of)
    return made


def excepted(ws: Workspace, lead: Actor, question_id: str, *, expires: date = LATER) -> str:
    """An approved exception for a hard stop as it is answered now; its id."""
    response_id = open_response(ws, lead, lead.customer_id or "").response_id
    made = propose_waiver(ws, lead, response_id, question_id, measure="Papir", owner="Drift", expires=expires)
    decide_waiver(ws, REVIEWER, made, approve=True, reason="Greit")
    assert WaiverState.APPROVED in {case.state for case in list_waivers(ws, lead, lead.customer_id or "")}
    return made
