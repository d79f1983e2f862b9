"""Actions on a real database: made from gaps, changed by several at once without loss, and what is seen of them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from scoring.plan import Action, ActionStatus, plan_dates, plan_of, to_answer_again
from scoring.vocabulary import AnswerField, Verdict
from service.answers.responses import open_response
from service.faults import BadInput, NotAllowed
from service.judgement import judge_customer
from service.people.actor import Actor, Role
from service.people.members import forget, invite, remove
from service.plan.actions import (
    ActionContent,
    ActionField,
    ActionSaved,
    Outcome,
    Owner,
    RevisionKind,
    action_history,
    change_action,
    create_action,
    list_actions,
    possible_owners,
)
from service.workspace import Workspace
from tests.builders import ADMIN, GO_LIVE, catalogue, municipality, question, questionnaire, record, workspace

AS_OF = date(2027, 3, 15)
TEXT, DUE, STATUS, NOTE, OWNER = (
    ActionField.TEXT,
    ActionField.DUE,
    ActionField.STATUS,
    ActionField.NOTE,
    ActionField.OWNER,
)
FORM = questionnaire(
    question("Q-LEVEL", "level", lead_days=30),
    question("Q-STOP", "yes_no", hard_stop="go_live", lead_days=20),
    question("Q-LATER", "yes_no", expected={10: True}),
)
_NUMBERS = count(1)


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    made = workspace(address_of_module, of=catalogue(FORM))
    yield made
    made.close()


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    return municipality(ws, f"Kommune {next(_NUMBERS)}")[0]


def _plan(ws: Workspace, lead: Actor, question_id: str = "Q-LEVEL", **said: Any) -> str:
    response_id = open_response(ws, lead, str(lead.customer_id)).response_id
    return create_action(ws, lead, response_id, question_id, session="one", edit_no=1, **said)


def _change(
    ws: Workspace, lead: Actor, action_id: str, changes: dict[ActionField, ActionContent], **how: Any
) -> ActionSaved:
    return change_action(ws, lead, action_id, changes, **{"base_version": None, "session": "one", "edit_no": 2, **how})


def _only(ws: Workspace, lead: Actor) -> Action:
    (action,) = list_actions(ws, lead, str(lead.customer_id))
    return action


def _answer(ws: Workspace, lead: Actor, question_id: str, value: Any, edit_no: int = 1) -> None:
    response_id = open_response(ws, lead, str(lead.customer_id)).response_id
    record(
        ws, lead, response_id, question_id, AnswerField.VALUE, value, base_version=None, session="a", edit_no=edit_no
    )


def test_one_click_makes_an_action_with_the_text_of_the_question(ws: Workspace, lead: Actor) -> None:
    _plan(ws, lead)
    action = _only(ws, lead)
    assert (action.text, action.status, action.owner, action.due) == (
        "Gjør det som mangler.",
        ActionStatus.PLANNED,
        None,
        None,
    )


def test_an_own_action_belongs_to_no_question_and_moves_no_judgement(ws: Workspace, lead: Actor) -> None:
    before = judge_customer(ws, lead, str(lead.customer_id), as_of=AS_OF)
    response_id = before.view.response_id
    made = {"text": "Bestille rom", "due": AS_OF - timedelta(days=1), "session": "one", "edit_no": 1}
    create_action(ws, lead, response_id, None, **made)  # type: ignore[arg-type]
    here = judge_customer(ws, lead, str(lead.customer_id), as_of=AS_OF)
    (planned,) = here.plan.actions
    assert (planned.action.question_id, planned.gap, planned.must_be) == (None, None, None)
    assert (planned.overdue, planned.unowned, planned.too_late, planned.answer_again) == (True, True, False, False)
    assert (here.judgement.reasons, here.gaps, here.dates) == (before.judgement.reasons, before.gaps, {})
    assert here.plan.without_action == before.plan.without_action
    with pytest.raises(BadInput, match="Skriv hva som skal gjøres"):
        create_action(ws, lead, response_id, None, session="one", edit_no=2)


def test_a_double_click_makes_one_action(ws: Workspace, lead: Actor) -> None:
    assert _plan(ws, lead) == _plan(ws, lead)
    assert _plan(ws, lead, text="Noe annet") != _plan(ws, lead)
    assert len(list_actions(ws, lead, str(lead.customer_id))) == 2


def test_each_field_can_be_changed_and_the_history_keeps_what_was(ws: Workspace, lead: Actor) -> None:
    action_id = _plan(ws, lead)
    day = date(2027, 4, 1)
    _change(ws, lead, action_id, {DUE: day, OWNER: Owner(name="Drift")})
    saved = _change(ws, lead, action_id, {NOTE: "Ringt", STATUS: ActionStatus.STARTED}, edit_no=3)
    action = _only(ws, lead)
    assert (action.due, action.owner, action.note, action.status) == (day, "Drift", "Ringt", ActionStatus.STARTED)
    assert (saved.outcome, saved.version, action.version) == (Outcome.SAVED, 3, 3)
    changed = [dict(revision.changes) for revision in action_history(ws, lead, action_id)]
    assert changed[1:] == [{DUE: day, OWNER: "Drift"}, {NOTE: "Ringt", STATUS: "started"}]
    assert changed[0][TEXT] == "Gjør det som mangler."


def test_the_later_word_stands_and_the_later_writer_is_told_of_the_other(ws: Workspace, lead: Actor) -> None:
    action_id = _plan(ws, lead)
    _change(ws, lead, action_id, {NOTE: "Først", DUE: GO_LIVE}, session="two", base_version=1)
    saved = _change(ws, lead, action_id, {NOTE: "Sist"}, session="three", base_version=1)
    assert {field: conflict.content for field, conflict in saved.conflicts.items()} == {NOTE: "Først"}
    action = _only(ws, lead)
    assert (action.note, action.due) == ("Sist", GO_LIVE)
    assert [r.kind for r in action_history(ws, lead, action_id)][-1] is RevisionKind.CONFLICT


@pytest.mark.parametrize(
    ("says", "first", "second"),
    [
        ("another field", {DUE: GO_LIVE}, {NOTE: "Min"}),
        ("the same word", {NOTE: "Lik"}, {NOTE: "Lik"}),
    ],
)
def test_two_who_do_not_contradict_each_other_are_told_nothing(
    ws: Workspace, lead: Actor, says: str, first: Any, second: Any
) -> None:
    action_id = _plan(ws, lead)
    _change(ws, lead, action_id, first, session="two", base_version=1)
    assert _change(ws, lead, action_id, second, session="three", base_version=1).conflicts == {}, says


def test_an_older_edit_of_the_same_session_does_not_replace_a_newer(ws: Workspace, lead: Actor) -> None:
    action_id = _plan(ws, lead)
    _change(ws, lead, action_id, {NOTE: "Ny"}, edit_no=5)
    assert _change(ws, lead, action_id, {NOTE: "Gammel"}, edit_no=4).outcome is Outcome.SUPERSEDED
    assert _only(ws, lead).note == "Ny"
    assert [(r.version, r.changes) for r in action_history(ws, lead, action_id)][-1] == (None, {NOTE: "Gammel"})


BAD: list[tuple[dict[Any, Any], str]] = [
    ({TEXT: " "}, "text_missing"),
    ({TEXT: "a\0b"}, "control_character"),
    ({NOTE: "x" * 10_001}, "text_too_long"),
    ({DUE: "2027-01-01"}, "day_out_of_range"),
    ({DUE: date(1999, 1, 1)}, "day_out_of_range"),
    ({STATUS: "finished"}, "unknown_status"),
    ({OWNER: Owner(member_id="nobody")}, "unknown_owner"),
    ({OWNER: Owner(name="a\nb")}, "line_break_in_name"),
    ({"version": "7"}, "unknown_action_field"),
]


@pytest.mark.parametrize(("changes", "fault"), BAD)
def test_what_does_not_fit_is_refused_and_nothing_is_stored(
    ws: Workspace, lead: Actor, changes: Any, fault: str
) -> None:
    action_id = _plan(ws, lead)
    with pytest.raises(BadInput) as refused:
        _change(ws, lead, action_id, changes)
    assert (refused.value.fault, _only(ws, lead).version) == (fault, 1)


def test_a_question_that_is_not_asked_gets_no_action(ws: Workspace, lead: Actor) -> None:
    with pytest.raises(BadInput, match="finnes ikke"):
        _plan(ws, lead, "Q-NONE")


def test_the_owner_is_a_member_by_name_also_after_leaving(ws: Workspace, lead: Actor) -> None:
    customer = str(lead.customer_id)
    other = municipality(ws, f"Fremmed {next(_NUMBERS)}")[0]
    member = invite(ws, ADMIN, customer, role=Role.CONTRIBUTOR, email="drift@kommune.example", name="Driftsleder")
    foreign = invite(ws, ADMIN, other.customer_id, role=Role.CONTRIBUTOR, email="d@kommune.example")
    assert possible_owners(ws, lead, customer) == [(member, "Driftsleder")]
    action_id = _plan(ws, lead, owner=Owner(member_id=member))
    assert _only(ws, lead).owner == "Driftsleder"
    with pytest.raises(BadInput):
        _change(ws, lead, action_id, {OWNER: Owner(member_id=foreign)})
    remove(ws, ADMIN, member)
    assert (_only(ws, lead).owner, possible_owners(ws, lead, customer)) == ("Driftsleder", [])
    forget(ws, ADMIN, member)
    assert _only(ws, lead).owner == "tidligere medlem"


def test_a_foreign_action_and_a_missing_one_are_refused_alike(ws: Workspace, lead: Actor) -> None:
    other = municipality(ws, f"Fremmed {next(_NUMBERS)}")[0]
    action_id = _plan(ws, lead)
    for known in (action_id, "missing", "", "\0"):
        with pytest.raises(NotAllowed):
            _change(ws, other, known, {NOTE: "Nei"})
        with pytest.raises(NotAllowed):
            action_history(ws, other, known)


def test_a_done_action_changes_no_answer_and_asks_for_a_new_one(ws: Workspace, lead: Actor) -> None:
    customer = str(lead.customer_id)
    _answer(ws, lead, "Q-LEVEL", 1)
    action_id = _plan(ws, lead)
    before = open_response(ws, lead, customer).answers
    _change(ws, lead, action_id, {STATUS: ActionStatus.DONE})
    now = judge_customer(ws, lead, customer, as_of=AS_OF)
    assert (now.view.answers, to_answer_again(now.plan)) == (before, ("Q-LEVEL",))
    _answer(ws, lead, "Q-LEVEL", 2, edit_no=2)
    assert to_answer_again(judge_customer(ws, lead, customer, as_of=AS_OF).plan) == ()


# The day of the action -> verdict and earliest go-live. Without one the stop takes its usual 20 days: until 4 April.
PLANS: list[tuple[str, date | None, Verdict, date]] = [
    ("no day", None, Verdict.BEHIND, GO_LIVE),
    ("on the last day that will do", GO_LIVE, Verdict.BEHIND, GO_LIVE),
    ("a day later", date(2027, 5, 2), Verdict.NOT_READY, date(2027, 5, 2)),
    ("long after", date(2027, 9, 1), Verdict.NOT_READY, date(2027, 9, 1)),
    ("a day that is past promises nothing", AS_OF - timedelta(days=1), Verdict.BEHIND, GO_LIVE),
]


@pytest.mark.parametrize(("says", "due", "verdict", "earliest"), PLANS, ids=[case[0] for case in PLANS])
def test_an_action_moves_the_earliest_go_live_and_the_verdict_with_it_but_no_figure(
    ws: Workspace, lead: Actor, says: str, due: date | None, verdict: Verdict, earliest: date
) -> None:
    customer = str(lead.customer_id)
    _answer(ws, lead, "Q-LEVEL", 3)
    _answer(ws, lead, "Q-STOP", False, edit_no=2)
    before = judge_customer(ws, lead, customer, as_of=AS_OF).judgement
    _plan(ws, lead, "Q-STOP", due=due)
    after = judge_customer(ws, lead, customer, as_of=AS_OF).judgement
    assert after.earliest
    assert (after.verdict, after.earliest.date) == (verdict, earliest), says
    assert after.overall == before.overall


def _action(**said: Any) -> Action:
    values = {"question_id": "Q-LEVEL", "status": ActionStatus.PLANNED, "owner": "Drift", "due": None, "done_at": None}
    at = datetime(2027, 3, 1, tzinfo=UTC)
    return Action(**{"id": "a", "text": "t", "note": None, "version": 1, "updated_at": at, **values, **said})


DAY = timedelta(days=1)
MUST_BE = GO_LIVE - 60 * DAY
FLAGS = [
    ("in time and owned", {"due": AS_OF}, "too_late"),
    ("due on the very day", {"due": MUST_BE}, "overdue"),
    ("due a day after it must be in place", {"due": MUST_BE + DAY}, "overdue too_late"),
    ("late and nobody's", {"due": AS_OF + DAY, "owner": None}, "unowned too_late"),
    ("without a day", {}, "undated"),
    ("done is neither", {"due": MUST_BE + DAY, "owner": None, "status": ActionStatus.DONE}, ""),
    ("dropped is neither", {"due": MUST_BE + DAY, "owner": None, "status": ActionStatus.DROPPED}, ""),
    ("of a question that is gone", {"due": AS_OF, "question_id": "Q-GONE"}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("says", "said", "flags"), FLAGS, ids=[case[0] for case in FLAGS])
def test_what_is_seen_of_an_action(ws: Workspace, lead: Actor, says: str, said: Any, flags: str) -> None:
    now = judge_customer(ws, lead, str(lead.customer_id), as_of=AS_OF)
    planned = plan_of(now.judgement, now.gaps, [_action(**said)], answered_at={}).actions[0]
    names = ("overdue", "unowned", "undated", "too_late", "answer_again")
    assert " ".join(name for name in names if getattr(planned, name)) == flags, says


def test_gaps_without_an_action_are_told_apart_by_when(ws: Workspace, lead: Actor) -> None:
    now = judge_customer(ws, lead, str(lead.customer_id), as_of=AS_OF)
    plan = plan_of(
        now.judgement, now.gaps, [_action(), _action(question_id="Q-STOP", status=ActionStatus.DROPPED)], answered_at={}
    )
    assert [gap.question.id for gap in plan.without_action] == ["Q-STOP"]
    assert [gap.question.id for gap in plan.next_without_action] == ["Q-LATER"]


DATES: list[tuple[str, list[dict[str, Any]], date | None]] = [
    ("the day of the action", [{"due": AS_OF + DAY}], AS_OF + DAY),
    ("today still counts", [{"due": AS_OF}], AS_OF),
    ("the last of several", [{"due": AS_OF + 9 * DAY}, {"due": AS_OF + DAY}], AS_OF + 9 * DAY),
    ("a day that has passed promises nothing", [{"due": AS_OF - DAY}], None),
    ("neither does no day", [{}], None),
    ("one without a day is passed over", [{"due": AS_OF + DAY}, {}], AS_OF + DAY),
    ("so is one that is overdue", [{"due": AS_OF - DAY}, {"due": AS_OF + 3 * DAY}], AS_OF + 3 * DAY),
    ("one that is begun counts as one that is planned", [{"due": AS_OF, "status": ActionStatus.STARTED}], AS_OF),
    ("what is done promises nothing more", [{"due": AS_OF + DAY, "status": ActionStatus.DONE}], None),
    ("what is dropped neither", [{"due": AS_OF + DAY, "status": ActionStatus.DROPPED}], None),
]


@pytest.mark.parametrize(("says", "said", "day"), DATES, ids=[case[0] for case in DATES])
def test_the_day_the_actions_of_a_question_are_done(says: str, said: list[dict[str, Any]], day: date | None) -> None:
    found = plan_dates([_action(**one) for one in said], as_of=AS_OF)
    assert found == ({} if day is None else {"Q-LEVEL": day}), says
