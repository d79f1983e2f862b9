"""One question in the place of others: whose answer goes over, with all that stands beside it, and what stays readable."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from scoring.portfolio.changes import Direction
from scoring.vocabulary import AnswerField, WaitingOn
from service.answers.assignments import Assignee, assign, list_assignments
from service.answers.responses import RevisionKind, history, open_response
from service.form.set_aside import set_aside
from service.form.upgrade import move_to_newer, newer_form
from service.people.actor import Actor
from service.plan.actions import create_action, list_actions
from service.portfolio.trend import changes_since_last
from service.review.submissions import State
from service.workspace import Workspace
from storage.verification import verify
from tests.builders import catalogue, question, questionnaire, workspace
from tests.service.review.sending import begin_review, days_before, hand_back, new_lead, say, sent

VALUE, COMMENT, OFF = AnswerField.VALUE, AnswerField.COMMENT, AnswerField.NOT_APPLICABLE
OLD = (question("Q-A", "level"), question("Q-B", "level"), question("Q-C", "yes_no"), question("Q-KEPT", "yes_no"))


@pytest.fixture
def old(address: str) -> Iterator[Workspace]:
    with workspace(address, of=catalogue(questionnaire(*OLD))) as ws:
        yield ws


def revised(old: Workspace, replaces: tuple[str, ...] = ("Q-A", "Q-B"), kind: str = "level", **more: Any) -> Workspace:
    """The same database, with one question in the place of others."""
    new = (question("Q-NEW", kind, replaces=replaces, **more), question("Q-KEPT", "yes_no"))
    return Workspace(old.database, catalogue(questionnaire(*new)))


def move(ws: Workspace, lead: Actor) -> None:
    newer = newer_form(ws, lead, lead.customer_id or "")
    assert newer is not None
    move_to_newer(ws, lead, lead.customer_id or "", fingerprint=newer.form.fingerprint)


@pytest.mark.parametrize(
    ("said", "value", "off", "left"),
    [
        ({}, None, None, []),
        ({"Q-A": {VALUE: 3}}, 3, None, []),
        ({"Q-B": {VALUE: 2}}, 2, None, []),
        ({"Q-A": {VALUE: 3}, "Q-B": {VALUE: 2}}, 3, None, ["Q-B"]),
        ({"Q-A": {COMMENT: "Et notat"}, "Q-B": {VALUE: 2}}, 2, None, []),
        ({"Q-A": {OFF: "Gjelder ikke oss"}, "Q-B": {VALUE: 2}}, None, "Gjelder ikke oss", ["Q-B"]),
    ],
)
def test_the_first_that_has_an_answer_goes_over_and_the_others_stay_readable(
    old: Workspace, said: dict[str, dict[AnswerField, Any]], value: object, off: str | None, left: list[str]
) -> None:
    lead = new_lead(old)
    for question_id, fields in said.items():
        for field, content in fields.items():
            say(old, lead, {question_id: content}, field=field)
    new = revised(old)
    newer = newer_form(new, lead, lead.customer_id or "")
    assert newer is not None
    [each] = newer.successors
    assert (each.replaced, list(each.left)) == (("Q-A", "Q-B"), left)
    assert ([q.id for q in newer.added], [q.id for q in newer.removed]) == ([], ["Q-C"])

    move(new, lead)
    answers = open_response(new, lead, lead.customer_id or "").answers
    now = answers.get("Q-NEW")
    assert (now.value if now else None, now.not_applicable if now else None) == (value, off)
    readable = {each.question.id: (each.answer, each.instead) for each in set_aside(new, lead, lead.customer_id or "")}
    assert readable.keys() == said.keys()
    assert all(instead == "Q-NEW" for _, instead in readable.values())
    for question_id, fields in said.items():
        assert {field: getattr(readable[question_id][0], field.value) for field in fields} == fields
    assert list(verify(new.database).findings) == []


def test_all_that_stands_beside_an_answer_goes_with_it_and_keeps_who_and_when(old: Workspace) -> None:
    lead = new_lead(old)
    customer = lead.customer_id or ""
    view = open_response(old, lead, customer)
    beside = {COMMENT: "Et notat", AnswerField.EVIDENCE: "Referat 4", AnswerField.WAITING_ON: WaitingOn.EPIC}
    say(old, lead, {"Q-A": 1})
    for field, content in beside.items():
        say(old, lead, {"Q-A": content}, field=field)
    assign(old, lead, customer, ["Q-A"], Assignee(None, "Kari"))
    made = create_action(old, lead, view.response_id, "Q-B", due=date(2027, 3, 1), session="s", edit_no=1)
    before = open_response(old, lead, customer).saved["Q-A", VALUE]

    new = revised(old)
    move(new, lead)
    after = open_response(new, lead, customer)
    assert {field: getattr(after.answers["Q-NEW"], field.value) for field in beside} == beside
    assert (after.saved["Q-NEW", VALUE].by, after.saved["Q-NEW", VALUE].at) == (before.by, before.at)
    assert [line.kind for line in history(new, lead, view.response_id, "Q-NEW")] == [RevisionKind.FORM] * 4
    assert list_assignments(new, lead, customer) == {"Q-NEW": Assignee(None, "Kari")}
    assert [(each.id, each.question_id) for each in list_actions(new, lead, customer)] == [(made, "Q-NEW")]
    # The same action is not planned twice, and what is taken back stays so.
    again = create_action(new, lead, view.response_id, "Q-NEW", due=date(2027, 3, 1), session="s", edit_no=2)
    assert again == made
    assign(new, lead, customer, ["Q-NEW"], None)
    assert list_assignments(new, lead, customer) == {}


@pytest.mark.parametrize(
    ("more", "field", "stands"),
    [
        ({}, VALUE, True),
        ({}, COMMENT, True),
        ({"kind": "yes_no"}, VALUE, False),
        ({"kind": "yes_no"}, COMMENT, True),
        # What HPAS answers now is no answer of the customer's, but a note stays a note.
        ({"from_programme": "PR-1", "responsible": "hpas"}, VALUE, False),
        ({"from_programme": "PR-1", "responsible": "hpas"}, COMMENT, True),
    ],
)
def test_what_cannot_be_said_there_stays_where_it_was(
    old: Workspace, more: dict[str, Any], field: AnswerField, stands: bool
) -> None:
    lead = new_lead(old)
    say(old, lead, {"Q-A": 2})
    say(old, lead, {"Q-A": "Et notat"}, field=COMMENT)
    new = revised(old, **more)
    newer = newer_form(new, lead, lead.customer_id or "")
    assert newer is not None
    assert ("Q-NEW" in newer.unfit) == (VALUE not in newer.successors[0].moved)
    move(new, lead)
    answer = open_response(new, lead, lead.customer_id or "").answers["Q-NEW"]
    assert (getattr(answer, field.value) is not None) == stands
    [kept] = set_aside(new, lead, lead.customer_id or "")
    assert (kept.answer.value, kept.answer.comment) == (2, "Et notat")


def test_what_was_answered_anew_is_not_written_over_by_going_back_and_over_again(old: Workspace) -> None:
    lead = new_lead(old)
    say(old, lead, {"Q-A": 2})
    new = revised(old)
    move(new, lead)
    say(new, lead, {"Q-NEW": 4})
    move(old, lead)
    say(old, lead, {"Q-A": 1})
    move(new, lead)
    assert open_response(new, lead, lead.customer_id or "").answers["Q-NEW"].value == 4


@pytest.mark.parametrize(("said", "direction"), [(2, Direction.SAME), (3, Direction.UP)])
def test_what_has_changed_since_it_was_sent_in_is_held_against_the_question_that_was_replaced(
    old: Workspace, said: int, direction: Direction
) -> None:
    lead = new_lead(old)
    snapshot = sent(old, lead, {"Q-B": 2, "Q-C": True})
    new = revised(old)
    hand_back(new, begin_review(new, snapshot), State.RETURNED)
    move(new, lead)
    say(new, lead, {"Q-NEW": said})
    found = changes_since_last(new, lead, lead.customer_id or "", as_of=days_before(80))
    assert found is not None
    moved = {each.question_id: each.direction for each in found.changes}
    assert moved == {"Q-NEW": direction, "Q-KEPT": Direction.SAME, "Q-C": Direction.GONE}
