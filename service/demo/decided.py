"""What the invented customers have decided: one decision that holds, and one that should have been listened to.

Four weeks ago both said they would start, with conditions. The one has kept to it; at the other hard stops have come to be
worse since, and its decision no longer holds.
"""

from dataclasses import replace
from datetime import date, timedelta

from scoring.vocabulary import DecisionKind
from service.decision.ground import decision_ground
from service.decision.signing import SeenBy, propose_decision, sign_decision
from service.decision.wanted import WantedCondition, WantedDecision
from service.demo.customers import Profile
from service.judgement import judge_customer
from service.people.actor import Role, local_actor
from service.workspace import Workspace

DECIDED = ("Demo kommune C", "Demo kommune E")
_REVIEWER = local_actor(Role.REVIEWER)


def before_it_decided(profile: Profile) -> Profile:
    """As the customer said it stood when it decided: no hard stop failed, and most was answered."""
    return replace(profile, failing=0, answered=max(profile.answered, 0.95), weakness=min(profile.weakness, 0.3))


def decide(ws: Workspace, customer_id: str, *, as_of: date) -> None:
    """Go with conditions, signed by both, where that may be decided."""
    customer = local_actor(Role.DECISION_MAKER, customer_id)
    ground = decision_ground(ws, customer, judge_customer(ws, customer, customer_id, as_of=as_of))
    go_live = ground.here.view.customer.go_live
    if ground.then is None or go_live is None or DecisionKind.CONDITIONS not in ground.allowed:
        return
    saw = SeenBy(ground.here.view.marker, ground.unseen)
    wanted = WantedDecision(
        DecisionKind.CONDITIONS, _conditions(go_live), reason="Vi er klare når vilkårene er oppfylt."
    )
    made = propose_decision(ws, customer, customer_id, wanted, snapshot_id=ground.then.info.id, saw=saw, as_of=as_of)
    sign_decision(ws, _REVIEWER, made, saw=saw, as_of=as_of)


def _conditions(go_live: date) -> tuple[WantedCondition, ...]:
    return (
        WantedCondition("Ekstra folk på vakt i alle enheter de fire første ukene", "Kommunalsjef", go_live),
        WantedCondition("Alle superbrukere har øvd på egne lister", "Testleder", go_live - timedelta(days=7)),
    )
