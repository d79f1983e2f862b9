"""A response goes over to newer questions: what follows along, what is asked again, and what stays as it was."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import select

from scoring.answers import Matrix, MatrixRow, Share
from scoring.basis import Basis
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField
from service.answers.encodings import refresh_encodings
from service.answers.responses import RevisionKind, history, open_response
from service.faults import BadInput, NotAllowed
from service.form.upgrade import move_to_newer, newer_form
from service.people.actor import Actor
from service.plan.waivers import decide_waiver, list_waivers, propose_waiver
from service.portfolio.comparison import read_comparison
from service.review.ratings import rate
from service.review.submissions import State, open_snapshot
from service.workspace import Workspace
from storage.tables import audit_event
from storage.verification import verify
from tests.builders import GO_LIVE, REVIEWER, catalogue, question, questionnaire, text, workspace
from tests.service.review.sending import Said, begin_review, days_before, hand_back, new_lead, say, sent

VALUE, COMMENT = AnswerField.VALUE, AnswerField.COMMENT
# As in `tests.builders`, but: Q-LEVEL is asked as yes or no, Q-NUMBER requires more, Q-SHARE has other words, Q-DATE is
# asked no more, Q-NEW is new.
NEW_QUESTIONS: tuple[Question, ...] = (
    question("Q-LEVEL", "yes_no", areas=("staffing",)),
    question("Q-YESNO", "yes_no", areas=("operations",), topic="on_call"),
    question("Q-SHARE", "share", areas=("testing",), title=text("Spurt på en annen måte")),
    question("Q-NUMBER", "number", areas=("staffing",), topic="on_call", expected={100: 1.0, 30: 4.0}),
    question("Q-MATRIX", "matrix", areas=("testing",)),
    question("Q-STOP", "yes_no", areas=("testing",), hard_stop="go_live", responsible="hpas"),
    question("Q-NEW", "level", areas=("testing",)),
)


@pytest.fixture
def old(address: str) -> Iterator[Workspace]:
    with workspace(address) as ws:
        yield ws


def revised(old: Workspace) -> Workspace:
    """The same database, with the new questions."""
    return Workspace(old.database, catalogue(questionnaire(*NEW_QUESTIONS)))


def move(ws: Workspace, lead: Actor) -> None:
    newer = newer_form(ws, lead, lead.customer_id or "")
    assert newer is not None
    move_to_newer(ws, lead, lead.customer_id or "", fingerprint=newer.form.fingerprint)


def test_what_is_new_is_said_before_anything_happens(old: Workspace) -> None:
    lead = new_lead(old)
    say(old, lead, {"Q-LEVEL": 3, "Q-NUMBER": 2.0})
    new = revised(old)
    newer = newer_form(new, lead, lead.customer_id or "")
    assert newer is not None
    found = (newer.added, newer.changed, newer.reworded, newer.removed)
    assert [[q.id for q in part] for part in found] == [["Q-NEW"], ["Q-LEVEL", "Q-NUMBER"], ["Q-SHARE"], ["Q-DATE"]]
    assert newer.unfit == ("Q-LEVEL",)
    assert newer_form(old, lead, lead.customer_id or "") is None


def test_answers_follow_and_what_does_not_fit_is_asked_again(old: Workspace) -> None:
    lead = new_lead(old)
    say(old, lead, {"Q-LEVEL": 3, "Q-NUMBER": 2.0, "Q-DATE": date(2027, 2, 1)})
    say(old, lead, {"Q-LEVEL": "Notat"}, field=COMMENT)
    new = revised(old)
    move(new, lead)
    view = open_response(new, lead, lead.customer_id or "")
    assert not view.newer_form_available
    assert (view.answers["Q-LEVEL"].value, view.answers["Q-LEVEL"].comment) == (None, "Notat")
    assert view.answers["Q-NUMBER"].value == 2
    assert "Q-DATE" not in view.answers
    lines = history(new, lead, view.response_id, "Q-LEVEL")
    said = [(line.content, line.kind) for line in lines if line.field is VALUE]
    assert said == [("3", RevisionKind.IMPORT), (None, RevisionKind.FORM)]
    # Back at the old questions, what was said to the one that was gone is still there.
    move(old, lead)
    assert open_response(old, lead, lead.customer_id or "").answers["Q-DATE"].value == date(2027, 2, 1)


def test_a_row_that_is_asked_no_more_is_taken_off_and_the_others_stand(address: str) -> None:
    with workspace(
        address, of=catalogue(questionnaire(_rows("wards", "analysts"), _rows("night", id="Q-GONE")))
    ) as old:
        lead = new_lead(old)
        say(old, lead, {"Q-ROWS": _counted("wards", "analysts"), "Q-GONE": _counted("night")})
        new = Workspace(old.database, catalogue(questionnaire(_rows("wards"), _rows("day", id="Q-GONE"))))
        newer = newer_form(new, lead, lead.customer_id or "")
        assert newer is not None
        assert (newer.unfit, [each.id for each in newer.changed]) == (("Q-GONE",), ["Q-ROWS", "Q-GONE"])

        move(new, lead)
        view = open_response(new, lead, lead.customer_id or "")
        assert view.answers["Q-ROWS"].value == _counted("wards")
        assert "Q-GONE" not in view.answers
        lines = history(new, lead, view.response_id, "Q-ROWS")
        assert [line.kind for line in lines] == [RevisionKind.IMPORT, RevisionKind.FORM]
        assert "analysts" in str(lines[0].content)
        assert list(verify(new.database).findings) == []


def _rows(*names: str, id: str = "Q-ROWS") -> Question:
    return question(id, "matrix", rows=tuple({"id": name, "nb": name} for name in names))


def _counted(*names: str) -> Matrix:
    return Matrix(tuple(MatrixRow(name, Share(1, 2)) for name in names))


@pytest.mark.parametrize("said", [{"Q-LEVEL": 3, "Q-NUMBER": 2.0}, {"Q-YESNO": True}], ids=["taken off", "all fits"])
def test_the_database_is_whole_afterwards_and_the_comparison_counts_by_the_new_form(old: Workspace, said: Said) -> None:
    lead = new_lead(old)
    say(old, lead, said)
    new = revised(old)
    move(new, lead)
    assert list(verify(new.database).findings) == []
    assert refresh_encodings(new) == 0
    everyone = read_comparison(new, REVIEWER, as_of=days_before(20))
    [fingerprint] = everyone.forms
    assert fingerprint == open_response(new, lead, lead.customer_id or "").form.fingerprint


def test_what_was_sent_in_stays_as_it_was(old: Workspace) -> None:
    lead = new_lead(old)
    snapshot = sent(old, lead, {"Q-LEVEL": 3})
    new = revised(old)
    with pytest.raises(BadInput) as refused:
        move(new, lead)
    assert refused.value.fault == "form_while_sent"
    begin_review(new, snapshot)
    rate(new, REVIEWER, snapshot, "Q-LEVEL", agreed=False, value=1, reason="Ikke vist.")
    hand_back(new, snapshot, State.RETURNED)
    move(new, lead)
    then = open_snapshot(new, lead, snapshot)
    assert (then.answers["Q-LEVEL"].value, then.ratings["Q-LEVEL"].value) == (3, 1)
    # HPAS's word on an answer that is gone counts no more, and breaks nothing.
    for basis in Basis:
        assert read_comparison(new, REVIEWER, as_of=days_before(20), basis=basis).members


def test_an_exception_for_what_is_asked_otherwise_is_not_shown(old: Workspace) -> None:
    lead = new_lead(old)
    view = open_response(old, lead, lead.customer_id or "")
    say(old, lead, {"Q-STOP": False})
    case = propose_waiver(old, lead, view.response_id, "Q-STOP", measure="Vakt", owner="Drift", expires=GO_LIVE)
    decide_waiver(old, REVIEWER, case, approve=True, reason="Ja")
    asked = tuple(question("Q-STOP", "level", hard_stop="go_live") if q.id == "Q-STOP" else q for q in NEW_QUESTIONS)
    new = Workspace(old.database, catalogue(questionnaire(*asked)))
    assert len(list_waivers(old, lead, lead.customer_id or "")) == 1
    move(new, lead)
    assert list_waivers(new, lead, lead.customer_id or "") == []


def test_the_log_says_where_the_response_was(old: Workspace) -> None:
    lead = new_lead(old)
    say(old, lead, {"Q-NUMBER": 2.0})
    before = open_response(old, lead, lead.customer_id or "")
    new = revised(old)
    move(new, lead)
    with new.database.reading() as connection:
        [detail] = connection.execute(
            select(audit_event.c.detail).where(
                audit_event.c.operation == "change_form", audit_event.c.outcome == "done"
            )
        ).scalars()
    after = open_response(new, lead, lead.customer_id or "").form.fingerprint
    assert json.loads(detail) == {"from": before.form.fingerprint, "to": after, "revisions": before.marker}


def test_a_form_that_was_not_shown_is_not_taken(old: Workspace) -> None:
    lead = new_lead(old)
    with pytest.raises(BadInput) as refused:
        move_to_newer(revised(old), lead, lead.customer_id or "", fingerprint="another")
    assert refused.value.fault == "form_changed"
    with pytest.raises(NotAllowed):
        move_to_newer(revised(old), REVIEWER, lead.customer_id or "", fingerprint="another")
    assert open_response(old, lead, lead.customer_id or "").answers == {}
