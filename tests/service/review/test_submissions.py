"""Sending in: what is frozen stays frozen, who is late is told, and only those who may move it on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from scoring.answers import Matrix, MatrixRow, Share, Value
from scoring.judgement import judge
from scoring.vocabulary import AnswerField, CustomerType
from scoring.yardstick import yardstick
from service.answers.responses import open_response
from service.faults import BadInput, NotAllowed
from service.people.actor import Actor, Role
from service.people.customers import set_go_live
from service.people.permissions import PERMISSIONS
from service.review.ratings import rate
from service.review.submission_states import HANDED_BACK, MOVES, OPEN, State
from service.review.submissions import ChangedSince, MovedOn, blockers, list_snapshots, move, open_snapshot, send_in
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace
from tests.service.review.sending import begin_review, days_before, hand_back, marker, new_lead, say, sent

AS_OF = days_before(90)
EVERY_KIND: dict[str, Value] = {
    "Q-LEVEL": 2,
    "Q-YESNO": True,
    "Q-SHARE": Share(3, None),
    "Q-NUMBER": 1.5,
    "Q-DATE": date(2027, 1, 2),
    "Q-MATRIX": Matrix((MatrixRow("Pleie «æøå»", Share(1, 2)), MatrixRow("Lege", Share(None, None), "har ikke"))),
}


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    with workspace(address_of_module) as opened:
        yield opened


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    return new_lead(ws)


def stop(lead: Actor) -> str:
    assert lead.customer_id
    return lead.customer_id


def test_what_is_sent_in_stays_as_it_was_while_the_response_goes_on(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, EVERY_KIND)
    say(ws, lead, {"Q-YESNO": "vi øver"}, field=AnswerField.COMMENT)
    before = open_response(ws, lead, stop(lead))
    sent_id = sent(ws, lead)
    say(ws, lead, {"Q-LEVEL": 4, "Q-YESNO": None})
    set_go_live(ws, ADMIN, stop(lead), date(2027, 9, 1))
    view = open_snapshot(ws, lead, sent_id)
    assert (view.answers, view.form, view.info.go_live, view.info.as_of) == (
        before.answers,
        before.form,
        GO_LIVE,
        AS_OF,
    )
    assert (view.info.days_left, view.info.sent_by, view.info.complete, view.state) == (90, lead.id, False, State.SENT)
    assert open_response(ws, lead, stop(lead)).answers["Q-LEVEL"].value == 4
    assert [info.id for info in list_snapshots(ws, lead, stop(lead))] == [sent_id]


def test_two_answers_changed_by_a_colleague_are_counted_and_nothing_is_sent(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, {"Q-LEVEL": 1})
    seen = marker(ws, lead)
    colleague = Actor("colleague", "Kollega", Role.CONTRIBUTOR, lead.customer_id)
    say(ws, colleague, {"Q-LEVEL": 2, "Q-NUMBER": 1})
    say(ws, colleague, {"Q-LEVEL": 3})
    with pytest.raises(ChangedSince) as raised:
        send_in(ws, lead, stop(lead), seen=seen, as_of=AS_OF, incomplete=True)
    assert raised.value.message == "2 svar er endret siden du åpnet siden. Se over og send inn på nytt."
    assert list_snapshots(ws, lead, stop(lead)) == []
    send_in(ws, lead, stop(lead), seen=marker(ws, lead), as_of=AS_OF, incomplete=True)


@pytest.mark.parametrize("seen", [-1, 99])
def test_a_marker_that_was_never_drawn_counts_as_having_seen_nothing(ws: Workspace, lead: Actor, seen: int) -> None:
    say(ws, lead, {"Q-LEVEL": 1})
    with pytest.raises(ChangedSince) as raised:
        send_in(ws, lead, stop(lead), seen=seen, as_of=AS_OF, incomplete=True)
    assert raised.value.count == 1


@pytest.mark.parametrize(
    ("left", "said", "blocking"),
    [(90, {}, []), (60, {}, ["Q-STOP"]), (60, {"Q-STOP": False}, []), (60, {"Q-LEVEL": 4}, ["Q-STOP"])],
)
def test_a_due_hard_stop_without_an_answer_is_said_and_makes_it_incomplete(
    ws: Workspace, lead: Actor, left: int, said: dict[str, Value], blocking: list[str]
) -> None:
    due = 90 if left == 90 else 60
    say(ws, lead, said)
    view = open_response(ws, lead, stop(lead))
    as_of = days_before(due + (1 if left == 90 else 0))
    judgement = judge(yardstick(view.form), view.answers, go_live=GO_LIVE, as_of=as_of)
    assert blockers(judgement) == blocking
    if blocking:
        with pytest.raises(BadInput, match="Q-STOP"):
            send_in(ws, lead, stop(lead), seen=view.marker, as_of=as_of)
    send_in(ws, lead, stop(lead), seen=view.marker, as_of=as_of, incomplete=bool(blocking))
    assert list_snapshots(ws, lead, stop(lead))[0].complete == (not blocking)


def test_a_customer_without_a_day_is_told_to_get_one(ws: Workspace) -> None:
    lead, _ = municipality(ws, "Uten dag", go_live=None)
    with pytest.raises(BadInput) as raised:
        send_in(ws, lead, stop(lead), seen=0, as_of=AS_OF, incomplete=True)
    assert raised.value.fault == "go_live_missing"


def test_a_double_click_sends_in_once_also_when_the_two_come_at_the_same_time(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, {"Q-LEVEL": 1})
    seen = marker(ws, lead)
    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(lambda _: send_in(ws, lead, stop(lead), seen=seen, as_of=AS_OF, incomplete=True), range(8)))
    assert [info.id for info in list_snapshots(ws, lead, stop(lead))] == list(ids)


def test_while_one_is_open_another_is_refused(ws: Workspace, lead: Actor) -> None:
    first = sent(ws, lead, {"Q-LEVEL": 1})
    with pytest.raises(BadInput) as raised:
        sent(ws, lead, {"Q-LEVEL": 2})
    assert raised.value.fault == "already_sent"
    begin_review(ws, first)
    with pytest.raises(BadInput) as raised:
        sent(ws, lead)
    assert raised.value.fault == "already_in_review"


ACTORS = (Role.CONTRIBUTOR, Role.LEAD, Role.VIEWER, Role.REVIEWER, Role.ADMIN)
WHO = {
    State.REOPENED: {Role.LEAD},
    State.IN_REVIEW: {Role.REVIEWER, Role.ADMIN},
    State.RETURNED: {Role.REVIEWER, Role.ADMIN},
    State.REVIEWED: {Role.REVIEWER, Role.ADMIN},
}
# From each state, where it can go on to. Written by hand.
ON = {
    State.SENT: {State.REOPENED, State.IN_REVIEW},
    State.IN_REVIEW: {State.RETURNED, State.REVIEWED},
    State.REOPENED: set[State](),
    State.RETURNED: {State.IN_REVIEW},
    State.REVIEWED: {State.IN_REVIEW},
}


def in_state(ws: Workspace, lead: Actor, state: State) -> str:
    """A snapshot that has come so far."""
    made = sent(ws, lead)
    if state is State.REOPENED:
        move(ws, lead, made, State.REOPENED, expected=State.SENT)
    elif state is not State.SENT:
        begin_review(ws, made)
        if state in HANDED_BACK:
            hand_back(ws, made, state)
    return made


@pytest.mark.parametrize("before", list(State))
def test_only_the_ways_in_the_table_are_open_and_only_to_those_who_may(ws: Workspace, before: State) -> None:
    for after in State:
        lead = new_lead(ws)
        made = in_state(ws, lead, before)
        actors = [Actor("x", "X", role, lead.customer_id) for role in ACTORS]
        may = [actor for actor in actors if actor.role in WHO.get(after, set())]
        for actor in actors if after not in ON[before] else [actor for actor in actors if actor not in may]:
            with pytest.raises(BadInput if actor in may else (NotAllowed, BadInput)):
                move(ws, actor, made, after, expected=before, comment="Se over.")
        assert open_snapshot(ws, ADMIN, made).state is before
        if after in ON[before]:
            move(ws, may[0], made, after, expected=before, comment="Se over.")
            assert open_snapshot(ws, ADMIN, made).state is after


def test_the_table_of_states_is_the_one_above() -> None:
    assert {(m.before, m.after) for m in MOVES} == {(a, b) for a, after in ON.items() for b in after}
    opened_again = {(state, State.IN_REVIEW) for state in HANDED_BACK}
    assert {(m.before, m.after) for m in MOVES if m.comment} == {(State.IN_REVIEW, State.RETURNED), *opened_again}
    assert {state for state in State if ON[state]} == OPEN | HANDED_BACK


def test_the_docs_have_the_same_table() -> None:
    page = (Path(__file__).parents[3] / "docs" / "submissions.md").read_text(encoding="utf-8")
    told = [
        tuple(cell.strip() for cell in line.strip("|\n").split("|")) for line in page.splitlines() if line[:1] == "|"
    ]
    of_roles = {Role.LEAD: "lead", Role.REVIEWER: "reviewer", Role.ADMIN: "admin"}
    assert told[2:] == [
        (
            *(move.before.value, move.after.value),
            ", ".join(word for role, word in of_roles.items() if role in PERMISSIONS[move.operation].roles),
            "required" if move.comment else "",
        )
        for move in MOVES
    ]


@pytest.mark.parametrize("state", [State.REOPENED, State.RETURNED, State.REVIEWED])
def test_after_that_the_lead_may_send_in_again(ws: Workspace, lead: Actor, state: State) -> None:
    first = in_state(ws, lead, state)
    second = sent(ws, lead, {"Q-LEVEL": 3}, left=60)
    assert [info.id for info in list_snapshots(ws, lead, stop(lead))] == [second, first]


def test_who_is_late_is_told_where_it_stands(ws: Workspace, lead: Actor) -> None:
    made = begin_review(ws, sent(ws, lead))
    with pytest.raises(MovedOn) as raised:
        move(ws, lead, made, State.REOPENED, expected=State.SENT)
    assert raised.value.state is State.IN_REVIEW


def test_it_is_returned_only_with_a_comment_which_the_customer_can_read(ws: Workspace, lead: Actor) -> None:
    made = begin_review(ws, sent(ws, lead))
    for nothing in (None, " \n"):
        with pytest.raises(BadInput) as raised:
            move(ws, REVIEWER, made, State.RETURNED, expected=State.IN_REVIEW, comment=nothing)
        assert raised.value.fault == "comment_missing"
    hand_back(ws, made, State.RETURNED)
    happened = [(each.state, each.actor, each.comment) for each in open_snapshot(ws, lead, made).events]
    assert happened == [
        ("sent", lead.id, None),
        ("in_review", REVIEWER.id, None),
        ("returned", REVIEWER.id, "Se over bemanningen."),
    ]


def test_everything_is_in_the_audit_log(ws: Workspace, lead: Actor) -> None:
    made = hand_back(ws, begin_review(ws, sent(ws, lead)))
    with ws.database.reading() as connection:
        lines = [
            (row.actor, row.operation) for row in records.audit_log(connection) if row.object == f"snapshot:{made}"
        ]
    assert lines == [(lead.id, "send_in"), (REVIEWER.id, "review"), (REVIEWER.id, "review")]


CHANGES = [
    "UPDATE snapshot SET marker = 7",
    "UPDATE snapshot_event SET comment = NULL",
    "UPDATE review_line SET agreed = agreed",
    "DELETE FROM snapshot",
    "DELETE FROM snapshot_event",
    "DELETE FROM review_line",
]


def test_the_database_itself_refuses_to_change_what_was_sent_in(ws: Workspace, lead: Actor) -> None:
    rate(ws, REVIEWER, begin_review(ws, sent(ws, lead)), "Q-LEVEL", agreed=True)
    for change in CHANGES:
        with pytest.raises(DBAPIError, match="append-only"), ws.database.writing() as connection:
            connection.execute(text(change))


def test_the_kept_form_of_an_old_snapshot_is_the_one_it_was_answered_with(ws: Workspace, lead: Actor) -> None:
    view = open_snapshot(ws, lead, sent(ws, lead))
    assert view.form == ws.forms[CustomerType.MUNICIPALITY]
