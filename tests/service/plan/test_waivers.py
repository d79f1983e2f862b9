"""Approved exceptions on a real database: who may, what they do to the verdict, and how they fall by themselves."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest

from language import local_day
from scoring.vocabulary import AnswerField, Verdict
from scoring.waivers import Standing, WaiverState, standing
from service.answers.responses import open_response
from service.faults import BadInput, NotAllowed
from service.judgement import judge_customer
from service.people.access import now
from service.people.actor import Actor, Role
from service.people.customers import set_go_live
from service.plan.waivers import (
    decide_waiver,
    list_waivers,
    open_proposals,
    propose_waiver,
    waiver_history,
    withdraw_waiver,
)
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, REVIEWER, catalogue, municipality, question, questionnaire, record, workspace

TODAY = local_day(now())
GO_LIVE, EXPIRES = TODAY + timedelta(days=10), TODAY + timedelta(days=20)
FORM = questionnaire(
    question("Q-STOP", "level", hard_stop="go_live"),
    question("Q-FIRM", "level", hard_stop="go_live", waivable=False),
    question("Q-LEVEL", "level"),
    *(question(f"Q-MET-{number}", "level") for number in range(4)),
)
# Of level 3: what is left takes 20 of 30 days, and 10 are left for it.
# One of seven is behind: fewer than what makes a customer be so.
SAID = {"Q-STOP": 1, "Q-FIRM": 3, "Q-LEVEL": 3, **{f"Q-MET-{number}": 3 for number in range(4)}}
_NUMBERS = count(1)


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    made = workspace(address_of_module, of=catalogue(FORM))
    yield made
    made.close()


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    lead = municipality(ws, f"Kommune {next(_NUMBERS)}", go_live=GO_LIVE)[0]
    for edit_no, (question_id, level) in enumerate(SAID.items(), start=1):
        _answer(ws, lead, question_id, level, edit_no)
    return lead


def _answer(ws: Workspace, lead: Actor, question_id: str, value: int, edit_no: int) -> None:
    response_id, field = _response(ws, lead), AnswerField.VALUE
    record(ws, lead, response_id, question_id, field, value, base_version=None, session="a", edit_no=edit_no)


def _response(ws: Workspace, lead: Actor) -> str:
    return open_response(ws, lead, str(lead.customer_id)).response_id


def _propose(ws: Workspace, lead: Actor, question_id: str = "Q-STOP", **said: Any) -> str:
    about = {"measure": "Ekstra vakt", "owner": "Driftsleder", "expires": EXPIRES, **said}
    return propose_waiver(ws, lead, _response(ws, lead), question_id, **about)


def _approve(ws: Workspace, waiver_id: str) -> None:
    decide_waiver(ws, REVIEWER, waiver_id, approve=True, reason="Forsvarlig med vakt")


def _verdict(ws: Workspace, lead: Actor, as_of: date = TODAY) -> Verdict | None:
    return judge_customer(ws, lead, str(lead.customer_id), as_of=as_of).judgement.verdict


def _standing(ws: Workspace, lead: Actor, as_of: date = TODAY) -> Standing:
    found = judge_customer(ws, lead, str(lead.customer_id), as_of=as_of)
    return standing(found.waivers[0], found.view.answers, go_live=found.view.customer.go_live, as_of=as_of)


def test_an_approved_exception_makes_not_ready_conditional(ws: Workspace, lead: Actor) -> None:
    assert _verdict(ws, lead) is Verdict.NOT_READY
    waiver_id = _propose(ws, lead)
    assert (_verdict(ws, lead), _standing(ws, lead)) == (Verdict.NOT_READY, Standing.PROPOSED)
    _approve(ws, waiver_id)
    assert (_verdict(ws, lead), _standing(ws, lead)) == (Verdict.CONDITIONAL, Standing.HOLDS)


def test_it_falls_by_itself_after_its_last_day(ws: Workspace, lead: Actor) -> None:
    _approve(ws, _propose(ws, lead))
    after = EXPIRES + timedelta(days=1)
    assert (_verdict(ws, lead, EXPIRES), _standing(ws, lead, EXPIRES)) == (Verdict.CONDITIONAL, Standing.HOLDS)
    assert (_verdict(ws, lead, after), _standing(ws, lead, after)) == (Verdict.NOT_READY, Standing.EXPIRED)


def test_it_falls_when_the_go_live_moves_past_its_last_day_and_holds_again_when_it_moves_back(
    ws: Workspace, lead: Actor
) -> None:
    _approve(ws, _propose(ws, lead))
    set_go_live(ws, ADMIN, str(lead.customer_id), EXPIRES)
    assert (_verdict(ws, lead), _standing(ws, lead)) == (Verdict.CONDITIONAL, Standing.HOLDS)
    set_go_live(ws, ADMIN, str(lead.customer_id), EXPIRES + timedelta(days=1))
    assert (_verdict(ws, lead), _standing(ws, lead)) == (Verdict.BEHIND, Standing.GO_LIVE_MOVED)
    set_go_live(ws, ADMIN, str(lead.customer_id), GO_LIVE)
    assert (_verdict(ws, lead), _standing(ws, lead)) == (Verdict.CONDITIONAL, Standing.HOLDS)


def test_it_falls_by_itself_when_the_answer_changes_and_holds_again_with_the_old_one(
    ws: Workspace, lead: Actor
) -> None:
    _approve(ws, _propose(ws, lead))
    _answer(ws, lead, "Q-STOP", 0, 9)
    assert (_verdict(ws, lead), _standing(ws, lead)) == (Verdict.NOT_READY, Standing.ANSWER_CHANGED)
    _answer(ws, lead, "Q-STOP", 1, 10)
    assert _standing(ws, lead) is Standing.HOLDS


def test_what_is_rejected_or_withdrawn_changes_no_verdict(ws: Workspace, lead: Actor) -> None:
    decide_waiver(ws, REVIEWER, _propose(ws, lead), approve=False, reason="Ikke forsvarlig")
    assert (_verdict(ws, lead), _standing(ws, lead)) == (Verdict.NOT_READY, Standing.REJECTED)
    withdraw_waiver(ws, lead, waiver_id := _propose(ws, lead), reason="Ordnet")
    assert [case.state for case in list_waivers(ws, lead, str(lead.customer_id))][-1] is WaiverState.WITHDRAWN
    assert [event.state for event in waiver_history(ws, lead, waiver_id)] == [
        WaiverState.PROPOSED,
        WaiverState.WITHDRAWN,
    ]


def test_hpas_can_take_back_what_it_has_approved(ws: Workspace, lead: Actor) -> None:
    _approve(ws, waiver_id := _propose(ws, lead))
    with pytest.raises(NotAllowed):
        withdraw_waiver(ws, lead, waiver_id, reason="Vil ikke")
    withdraw_waiver(ws, REVIEWER, waiver_id, reason="Ny informasjon")
    assert (_verdict(ws, lead), _standing(ws, lead)) == (Verdict.NOT_READY, Standing.WITHDRAWN)


def test_nobody_decides_their_own_proposal(ws: Workspace, lead: Actor) -> None:
    waiver_id = _propose(ws, lead)
    with pytest.raises(BadInput) as refused:
        decide_waiver(ws, Actor(lead.id, "Samme", Role.ADMIN), waiver_id, approve=True, reason="Ja")
    assert refused.value.fault == "own_proposal"


def test_an_answer_that_changed_before_the_decision_stops_it(ws: Workspace, lead: Actor) -> None:
    waiver_id = _propose(ws, lead)
    _answer(ws, lead, "Q-STOP", 0, 9)
    with pytest.raises(BadInput) as refused:
        _approve(ws, waiver_id)
    assert (refused.value.fault, _standing(ws, lead)) == ("answer_changed", Standing.PROPOSED)


def _twice(ws: Workspace, lead: Actor) -> None:
    _propose(ws, lead)
    _propose(ws, lead)


def _decided_twice(ws: Workspace, lead: Actor) -> None:
    _approve(ws, waiver_id := _propose(ws, lead))
    _approve(ws, waiver_id)


def _no_reason(ws: Workspace, lead: Actor) -> None:
    decide_waiver(ws, REVIEWER, _propose(ws, lead), approve=True, reason=" ")


def _approved_too_late(ws: Workspace, lead: Actor) -> None:
    waiver_id = _propose(ws, lead, expires=GO_LIVE)
    set_go_live(ws, ADMIN, str(lead.customer_id), GO_LIVE + timedelta(days=1))
    _approve(ws, waiver_id)


REFUSED: list[tuple[str, Callable[[Workspace, Actor], object]]] = [
    ("not_a_hard_stop", lambda ws, lead: _propose(ws, lead, "Q-LEVEL")),
    ("unknown_question", lambda ws, lead: _propose(ws, lead, "Q-NONE")),
    ("measure_missing", lambda ws, lead: _propose(ws, lead, measure=" ")),
    ("name_missing", lambda ws, lead: _propose(ws, lead, owner="")),
    ("not_waivable", lambda ws, lead: _propose(ws, lead, "Q-FIRM")),
    ("expires_passed", lambda ws, lead: _propose(ws, lead, expires=TODAY - timedelta(days=1))),
    ("expires_before_go_live", lambda ws, lead: _propose(ws, lead, expires=GO_LIVE - timedelta(days=1))),
    ("expires_before_go_live", _approved_too_late),
    ("day_out_of_range", lambda ws, lead: _propose(ws, lead, expires="snart")),
    ("already_proposed", _twice),
    ("not_proposed", _decided_twice),
    ("decision_reason_missing", _no_reason),
]


@pytest.mark.parametrize(("fault", "attempt"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_does_not_fit_is_refused(
    ws: Workspace, lead: Actor, fault: str, attempt: Callable[[Workspace, Actor], object]
) -> None:
    with pytest.raises(BadInput) as refused:
        attempt(ws, lead)
    assert refused.value.fault == fault


def test_every_step_is_kept_and_logged(ws: Workspace, lead: Actor) -> None:
    _approve(ws, waiver_id := _propose(ws, lead))
    withdraw_waiver(ws, REVIEWER, waiver_id, reason="Ny informasjon")
    assert [(event.state.value, event.by, event.reason) for event in waiver_history(ws, lead, waiver_id)] == [
        ("proposed", lead.id, None),
        ("approved", REVIEWER.id, "Forsvarlig med vakt"),
        ("withdrawn", REVIEWER.id, "Ny informasjon"),
    ]
    with ws.database.reading() as connection:
        logged = [(row.operation, row.actor, row.detail) for row in records.audit_log(connection)][-3:]
    assert logged == [
        ("propose_waiver", lead.id, "Q-STOP"),
        ("decide_waiver", REVIEWER.id, "approved Q-STOP"),
        ("decide_waiver", REVIEWER.id, "withdrawn Q-STOP"),
    ]


def test_hpas_sees_what_waits_for_it_across_customers(ws: Workspace, lead: Actor) -> None:
    other = municipality(ws, f"Kommune {next(_NUMBERS)}", go_live=GO_LIVE)[0]
    _propose(ws, lead)
    _approve(ws, _propose(ws, other))
    seen = [one.customer.id for one in open_proposals(ws, REVIEWER)]
    assert (lead.customer_id in seen, other.customer_id in seen) == (True, False)
    with pytest.raises(NotAllowed):
        open_proposals(ws, lead)
