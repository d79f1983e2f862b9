"""Both sides sign what both have seen, on what HPAS has reviewed; and nothing is decided over a hard stop."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from scoring.answers import Share
from scoring.decision.standing import DecisionStanding
from scoring.vocabulary import CustomerType, DecisionKind, DecisionSide
from service.decision.signing import SeenBy, propose_decision, side_of, sign_decision
from service.decision.wanted import MOST_CONDITIONS, WantedCondition, WantedDecision
from service.faults import BadInput, NotAllowed
from service.people.actor import Actor, Role
from service.people.customers import go_live_moves, list_customers, set_go_live
from service.people.members import invite
from service.review.ratings import rate
from service.review.submissions import ChangedSince, NotSeen
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows
from tests.builders import ADMIN, GO_LIVE, REVIEWER
from tests.service.decision.deciding import (
    CONDITIONS,
    DAY,
    GO,
    IN_ROUTE,
    LATER,
    POSTPONE,
    decided,
    decides,
    excepted,
    ground,
    kept,
    proposed,
    reviewed,
    seen,
    three_stops,
)
from tests.service.review.sending import begin_review, hand_back, new_lead, say, sent

# Of the date that must stand sixty days before.
TOO_LATE = GO_LIVE - timedelta(days=10)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with three_stops(tmp_path) as made:
        yield made


def refused(fault: str, act: Callable[[], object]) -> None:
    with pytest.raises(BadInput) as raised:
        act()
    assert raised.value.fault == fault


def test_a_decision_stands_when_both_have_signed(ws: Workspace) -> None:
    lead = reviewed(ws)
    made = proposed(ws, lead)
    waiting = kept(ws, lead).waiting
    assert waiting is not None
    assert [each.side for each in waiting.signed] == [DecisionSide.CUSTOMER]
    sign_decision(ws, REVIEWER, made, saw=seen(ws, lead), as_of=DAY)
    found = kept(ws, lead)
    assert found.waiting is None
    assert found.signed is not None
    assert (found.signed.standing, found.signed.kind) == (DecisionStanding.HOLDS, DecisionKind.GO)
    assert {each.side for each in found.signed.signed} == set(DecisionSide)


def test_it_names_the_state_it_was_made_on(ws: Workspace) -> None:
    lead = reviewed(ws)
    decided(ws, lead)
    found, view = kept(ws, lead).signed, ground(ws, lead).here.view
    assert found is not None
    assert (found.row.head, found.row.marker, found.row.fingerprint) == (view.head, view.marker, view.form.fingerprint)
    assert [each.question.id for each in found.stood.stops] == ["Q-SHARE", "Q-YESNO", "Q-DATE"]
    assert found.answers["Q-SHARE"].value == Share(6, 10)


def test_hpas_may_propose_and_the_customer_sign(ws: Workspace) -> None:
    lead = reviewed(ws)
    made = proposed(ws, lead, by=REVIEWER)
    sign_decision(ws, decides(lead), made, saw=seen(ws, lead), as_of=DAY)
    assert kept(ws, lead).signed is not None


def test_both_sides_sign_and_not_the_same_person(ws: Workspace) -> None:
    lead = reviewed(ws)
    made = proposed(ws, lead)
    refused("already_signed", lambda: sign_decision(ws, decides(lead), made, saw=seen(ws, lead), as_of=DAY))
    same = replace(REVIEWER, id=decides(lead).id)
    refused("own_decision", lambda: sign_decision(ws, same, made, saw=seen(ws, lead), as_of=DAY))


def test_one_who_logs_in_at_both_is_the_same_person(ws: Workspace) -> None:
    lead = reviewed(ws)
    customer, address = lead.customer_id or "", "kari@felles.example"
    ours = invite(ws, ADMIN, customer, role=Role.DECISION_MAKER, email=address)
    with ws.database.writing() as connection:
        # The door is closed for this (`service.people.members`); in the database it may have been for long.
        held = people_rows.member_by_id(connection, ours)
        assert held is not None
        people_rows.add_member(connection, replace(held, id="hers", customer_id=None, role=Role.REVIEWER.value))
    made = proposed(ws, lead, by=Actor(ours, "Kari", Role.DECISION_MAKER, customer))
    hers = Actor("hers", "Kari", Role.REVIEWER)
    refused("own_decision", lambda: sign_decision(ws, hers, made, saw=seen(ws, lead), as_of=DAY))


@pytest.mark.parametrize(
    ("role", "kind", "side"),
    [
        (Role.DECISION_MAKER, CustomerType.MUNICIPALITY, DecisionSide.CUSTOMER),
        (Role.LEAD, CustomerType.MUNICIPALITY, None),
        (Role.LEAD, CustomerType.HEALTH_TRUST, None),
        (Role.LEAD, CustomerType.GP_OFFICE, DecisionSide.CUSTOMER),
        (Role.VIEWER, CustomerType.GP_OFFICE, None),
        (Role.CONTRIBUTOR, CustomerType.GP_OFFICE, None),
        (Role.REVIEWER, CustomerType.MUNICIPALITY, DecisionSide.HPAS),
        (Role.ADMIN, CustomerType.GP_OFFICE, DecisionSide.HPAS),
        (Role.PROGRAMME, CustomerType.GP_OFFICE, None),
    ],
)
def test_whom_each_role_signs_for(ws: Workspace, role: Role, kind: CustomerType, side: DecisionSide | None) -> None:
    new_lead(ws)
    customer = replace(list_customers(ws, ADMIN)[0], customer_type=kind)
    assert side_of(role, customer) is side


def test_a_lead_of_a_municipality_is_refused_and_it_is_logged(ws: Workspace) -> None:
    lead = reviewed(ws)
    with pytest.raises(NotAllowed):
        proposed(ws, lead, by=lead)
    with ws.database.reading() as connection:
        last = records.audit_log(connection)[-1]
    assert (last.actor, last.operation, last.outcome) == (lead.id, "sign_decision", "refused")


def test_nothing_is_decided_on_what_hpas_is_not_done_with(ws: Workspace) -> None:
    lead = new_lead(ws)
    assert ground(ws, lead).obstacle == "nothing_sent"
    snapshot = sent(ws, lead, IN_ROUTE, left=61)
    assert ground(ws, lead).obstacle == "not_reviewed"
    begin_review(ws, snapshot)
    refused("not_reviewed", lambda: proposed(ws, lead))


def test_nothing_is_decided_on_what_a_newer_one_has_replaced(ws: Workspace) -> None:
    lead = reviewed(ws)
    old = ground(ws, lead).then
    assert old is not None
    reviewed(ws, {"Q-SHARE": Share(8, 10)}, lead=lead)
    how = {"snapshot_id": old.info.id, "saw": seen(ws, lead), "as_of": DAY}
    refused("newer_sent", lambda: propose_decision(ws, REVIEWER, lead.customer_id or "", GO, **how))  # type: ignore[arg-type]


def test_what_nobody_has_looked_at_is_confirmed_by_its_number(ws: Workspace) -> None:
    lead = reviewed(ws)
    found = ground(ws, lead)
    assert found.unseen == len(IN_ROUTE)
    assert found.then is not None
    knows_less = SeenBy(found.here.view.marker, found.unseen - 1)
    how = {"snapshot_id": found.then.info.id, "saw": knows_less, "as_of": DAY}
    with pytest.raises(NotSeen) as raised:
        propose_decision(ws, decides(lead), lead.customer_id or "", GO, **how)  # type: ignore[arg-type]
    assert raised.value.count == found.unseen


def test_what_has_been_answered_since_the_page_was_drawn_is_told(ws: Workspace) -> None:
    lead = reviewed(ws)
    made, old = proposed(ws, lead), seen(ws, lead)
    say(ws, lead, {"Q-LEVEL": 4})
    with pytest.raises(ChangedSince):
        sign_decision(ws, REVIEWER, made, saw=old, as_of=DAY)


def test_a_stop_that_is_worse_than_what_was_sent_in_must_be_sent_in_anew(ws: Workspace) -> None:
    lead = reviewed(ws)
    say(ws, lead, {"Q-SHARE": Share(5, 10)})
    refused("stop_worse_since", lambda: proposed(ws, lead))


def test_after_the_go_live_nothing_is_decided(ws: Workspace) -> None:
    lead = reviewed(ws)
    assert ground(ws, lead, GO_LIVE).obstacle == ""
    assert ground(ws, lead, GO_LIVE + timedelta(days=1)).obstacle == "after_go_live"


def test_no_signature_sets_a_failing_stop_aside(ws: Workspace) -> None:
    lead = reviewed(ws, {**IN_ROUTE, "Q-DATE": TOO_LATE})
    assert ground(ws, lead).allowed == (DecisionKind.POSTPONE,)
    refused("decision_not_allowed", lambda: proposed(ws, lead, GO))
    refused("decision_not_allowed", lambda: proposed(ws, lead, CONDITIONS))
    assert proposed(ws, lead, POSTPONE)


def test_nor_one_that_fails_on_the_word_of_hpas_alone(ws: Workspace) -> None:
    lead = new_lead(ws)
    snapshot = begin_review(ws, sent(ws, lead, IN_ROUTE, left=61))
    rate(ws, REVIEWER, snapshot, "Q-DATE", agreed=False, value=TOO_LATE, reason="Vi ser det ikke")
    hand_back(ws, snapshot)
    assert ground(ws, lead).allowed == (DecisionKind.POSTPONE,)


def test_with_an_exception_one_may_go_with_conditions(ws: Workspace) -> None:
    lead = reviewed(ws, {**IN_ROUTE, "Q-DATE": TOO_LATE})
    excepted(ws, lead, "Q-DATE")
    assert ground(ws, lead).allowed == (DecisionKind.CONDITIONS, DecisionKind.POSTPONE)
    refused("decision_not_allowed", lambda: proposed(ws, lead, GO))
    decided(ws, lead, CONDITIONS)
    found = kept(ws, lead).signed
    assert found is not None
    assert [(each.text, each.owner, each.due) for each in found.row.conditions] == [
        ("Ekstra folk på vakt i fire uker", "Kommunalsjef", GO_LIVE)
    ]
    assert [each.question.id for each in found.stood.stops if each.waived] == ["Q-DATE"]


@pytest.mark.parametrize(
    ("wanted", "fault"),
    [
        (replace(CONDITIONS, conditions=()), "conditions_missing"),
        (replace(CONDITIONS, conditions=[*CONDITIONS.conditions] * (MOST_CONDITIONS + 1)), "too_many_conditions"),
        (replace(GO, conditions=CONDITIONS.conditions), "conditions_not_asked"),
        (replace(CONDITIONS, conditions=(WantedCondition("", "Ola", LATER),)), "condition_incomplete"),
        (replace(CONDITIONS, conditions=(WantedCondition("Vakt", "", LATER),)), "condition_incomplete"),
        (replace(CONDITIONS, conditions=(WantedCondition("Vakt", "Ola", None),)), "condition_incomplete"),
        (replace(CONDITIONS, conditions=(WantedCondition("Vakt", "Ola", DAY - timedelta(1)),)), "condition_incomplete"),
        (replace(POSTPONE, new_go_live=None), "day_out_of_range"),
        (replace(POSTPONE, new_go_live=GO_LIVE), "new_day_not_later"),
        (replace(POSTPONE, reason=" "), "postpone_reason_missing"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(ws: Workspace, wanted: WantedDecision, fault: str) -> None:
    lead = reviewed(ws)
    refused(fault, lambda: proposed(ws, lead, wanted))
    assert kept(ws, lead).held == ()


def test_a_postponement_moves_the_go_live_when_both_have_signed_and_says_why(ws: Workspace) -> None:
    lead = reviewed(ws)
    customer = lead.customer_id or ""
    made = proposed(ws, lead, POSTPONE)
    assert go_live_moves(ws, lead, customer) == []
    sign_decision(ws, REVIEWER, made, saw=seen(ws, lead), as_of=DAY)
    (moved,) = go_live_moves(ws, lead, customer)
    assert (moved.moved_from, moved.moved_to, moved.actor) == (GO_LIVE, LATER, REVIEWER.id)
    with ws.database.reading() as connection:
        last = records.audit_log(connection)[-1]
    assert (last.operation, "Meldingene er ikke prøvd." in (last.detail or "")) == ("set_go_live", True)
    found = kept(ws, lead).signed
    assert found is not None
    assert (found.standing, found.day) == (DecisionStanding.HOLDS, LATER)


def test_a_new_proposal_takes_the_place_of_one_that_waits(ws: Workspace) -> None:
    lead = reviewed(ws)
    old, new = proposed(ws, lead), proposed(ws, lead, CONDITIONS)
    refused("decision_passed", lambda: sign_decision(ws, REVIEWER, old, saw=seen(ws, lead), as_of=DAY))
    sign_decision(ws, REVIEWER, new, saw=seen(ws, lead), as_of=DAY)
    assert [each.standing for each in kept(ws, lead).held] == [DecisionStanding.HOLDS, DecisionStanding.PAST]


def test_a_signed_decision_is_taken_back_only_by_a_new_one(ws: Workspace) -> None:
    lead = reviewed(ws)
    decided(ws, lead)
    waiting = proposed(ws, lead, POSTPONE)
    assert [each.standing for each in kept(ws, lead).held] == [DecisionStanding.WAITING, DecisionStanding.HOLDS]
    sign_decision(ws, REVIEWER, waiting, saw=seen(ws, lead), as_of=DAY)
    assert [each.standing for each in kept(ws, lead).held] == [DecisionStanding.HOLDS, DecisionStanding.REPLACED]


def test_what_has_changed_since_the_first_signature_asks_for_a_new_proposal(ws: Workspace) -> None:
    lead = reviewed(ws)
    made = proposed(ws, lead)
    set_go_live(ws, ADMIN, lead.customer_id or "", LATER)
    refused("decision_fallen", lambda: sign_decision(ws, REVIEWER, made, saw=seen(ws, lead), as_of=DAY))


def test_another_customers_decision_is_as_one_that_is_not_there(ws: Workspace) -> None:
    lead, other = reviewed(ws), reviewed(ws)
    made, what = proposed(ws, lead, by=REVIEWER), seen(ws, lead)
    for decision_id in (made, "missing"):
        with pytest.raises(NotAllowed):
            sign_decision(ws, decides(other), decision_id, saw=what, as_of=DAY)
