"""A review from begun to finished: carried over, agreed to together, confirmed by number, and opened again."""

import json
from collections.abc import Iterator

import pytest

from scoring.basis import Basis
from scoring.review.looked_at import Looked, Manner
from scoring.review.proposals import Proposed
from scoring.vocabulary import AnswerField
from service.faults import BadInput, NotAllowed
from service.judgement import judge_customer
from service.people.actor import Actor
from service.portfolio.comparison import read_comparison
from service.review import open_review as opening
from service.review.open_review import looked_at_of, open_review
from service.review.ratings import agree_together, rate
from service.review.submissions import NotSeen, State, move, open_snapshot
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, REVIEWER, workspace
from tests.counted import statements
from tests.service.review.sending import begin_review, days_before, hand_back, new_lead, say, sent

SAID = {"Q-LEVEL": 3, "Q-STOP": True, "Q-NUMBER": 2}


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    with workspace(address_of_module) as opened:
        yield opened


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    return new_lead(ws)


def manners(ws: Workspace, snapshot_id: str) -> dict[str, Manner | None]:
    return {id_: rated.manner for id_, rated in open_snapshot(ws, REVIEWER, snapshot_id).ratings.items()}


def reviewed_once(ws: Workspace, lead: Actor, to: State = State.REVIEWED) -> str:
    """HPAS agrees to one it looked at, does not agree to another, and agrees to a third without looking."""
    made = begin_review(ws, sent(ws, lead, SAID, left=120))
    rate(ws, REVIEWER, made, "Q-LEVEL", agreed=True, reason="Så referatet.")
    rate(ws, REVIEWER, made, "Q-STOP", agreed=False, value=False, reason="Ingen avtale.")
    agree_together(ws, REVIEWER, made, ["Q-NUMBER"], seen=False)
    return hand_back(ws, made, to)


@pytest.mark.parametrize("to", [State.REVIEWED, State.RETURNED])
def test_what_was_looked_at_and_is_said_the_same_is_carried_over_and_marked(
    ws: Workspace, lead: Actor, to: State
) -> None:
    reviewed_once(ws, lead, to)
    second = begin_review(ws, sent(ws, lead, left=90))
    assert manners(ws, second) == {"Q-LEVEL": Manner.CARRIED, "Q-STOP": Manner.CARRIED}
    stop = open_snapshot(ws, REVIEWER, second).ratings["Q-STOP"]
    assert (stop.agreed, stop.value, stop.reason) == (False, False, "Ingen avtale.")
    hand_back(ws, second)
    third = begin_review(ws, sent(ws, lead, left=60))
    assert manners(ws, third) == {"Q-LEVEL": Manner.CARRIED, "Q-STOP": Manner.CARRIED}


SINCE: list[tuple[AnswerField, object]] = [
    (AnswerField.VALUE, 2),
    (AnswerField.VALUE, None),
    (AnswerField.NOT_APPLICABLE, "Gjelder ikke oss"),
    (AnswerField.COMMENT, "Vi har øvd på nytt."),
    (AnswerField.EVIDENCE, "Referat av 3. mai"),
]


@pytest.mark.parametrize(("field", "content"), SINCE)
def test_what_is_said_otherwise_is_not_carried_and_is_proposed(
    ws: Workspace, lead: Actor, field: AnswerField, content: object
) -> None:
    reviewed_once(ws, lead)
    say(ws, lead, {"Q-LEVEL": content}, field=field)  # type: ignore[dict-item]
    second = begin_review(ws, sent(ws, lead, left=90))
    assert manners(ws, second) == {"Q-STOP": Manner.CARRIED}
    review = open_review(ws, REVIEWER, second)
    assert review.changed == {"Q-LEVEL"}
    assert Proposed.CHANGED in review.proposals["Q-LEVEL"]


def test_the_first_review_has_nothing_before_it_and_nothing_changed(ws: Workspace, lead: Actor) -> None:
    review = open_review(ws, REVIEWER, begin_review(ws, sent(ws, lead, SAID)))
    assert (review.before, review.changed, review.others) == (None, frozenset(), [])
    assert tuple(review.proposals["Q-STOP"]) == (Proposed.STOP,)
    assert not any(Proposed.CHANGED in why for why in review.proposals.values())


def test_agreeing_together_is_one_act_leaves_what_is_said_and_is_no_look(ws: Workspace, lead: Actor) -> None:
    made = begin_review(ws, sent(ws, lead, SAID))
    rate(ws, REVIEWER, made, "Q-STOP", agreed=False, value=False, reason="Ingen avtale.")
    before = log_of(ws, made)
    assert agree_together(ws, ADMIN, made, list(SAID), seen=False) == 2
    assert [json.loads(each or "") for each in log_of(ws, made)[len(before) :]] == [{"agreed": 2, "seen": False}]
    view = open_snapshot(ws, REVIEWER, made)
    assert not view.ratings["Q-STOP"].agreed
    assert looked_at_of(view) == Looked(looked=1, together=2, answers=3)
    # A second click has nothing left to say, and says nothing.
    assert agree_together(ws, ADMIN, made, list(SAID), seen=False) == 0
    assert len(log_of(ws, made)) == len(before) + 1


def test_what_was_before_the_eyes_counts_as_looked_at(ws: Workspace, lead: Actor) -> None:
    made = begin_review(ws, sent(ws, lead, SAID))
    assert agree_together(ws, REVIEWER, made, list(SAID), seen=True) == 3
    assert looked_at_of(open_snapshot(ws, REVIEWER, made)) == Looked(looked=3, together=0, answers=3)


def log_of(ws: Workspace, snapshot_id: str) -> list[str | None]:
    with ws.database.reading() as connection:
        return [row.detail for row in records.audit_log(connection) if row.object == f"snapshot:{snapshot_id}"]


def test_together_is_refused_like_one_by_one(ws: Workspace, lead: Actor) -> None:
    made = sent(ws, lead, SAID)
    with pytest.raises(BadInput) as closed:
        agree_together(ws, REVIEWER, made, ["Q-LEVEL"], seen=True)
    begin_review(ws, made)
    with pytest.raises(BadInput) as unknown:
        agree_together(ws, REVIEWER, made, ["Q-LEVEL", "Q-NONE"], seen=True)
    with pytest.raises(NotAllowed):
        agree_together(ws, lead, made, ["Q-LEVEL"], seen=True)
    assert (closed.value.fault, unknown.value.fault) == ("not_in_review", "unknown_question")
    assert manners(ws, made) == {}


@pytest.mark.parametrize("known", [0, 1, 3, -1])
def test_finishing_asks_for_the_very_number_that_is_not_looked_at(ws: Workspace, lead: Actor, known: int) -> None:
    made = begin_review(ws, sent(ws, lead, SAID))
    rate(ws, REVIEWER, made, "Q-STOP", agreed=True)
    with pytest.raises(NotSeen) as raised:
        move(ws, REVIEWER, made, State.REVIEWED, expected=State.IN_REVIEW, unseen=known)
    assert raised.value.count == 2
    assert "2 svar er ikke sett på" in raised.value.message
    move(ws, REVIEWER, made, State.REVIEWED, expected=State.IN_REVIEW, unseen=2)
    assert open_snapshot(ws, lead, made).state is State.REVIEWED


def test_a_finished_review_is_opened_again_with_a_reason_and_keeps_what_was_said(ws: Workspace, lead: Actor) -> None:
    made = reviewed_once(ws, lead)
    with pytest.raises(BadInput) as raised:
        move(ws, REVIEWER, made, State.IN_REVIEW, expected=State.REVIEWED, comment=" ")
    assert raised.value.fault == "reopen_reason_missing"
    said = manners(ws, made)
    move(ws, REVIEWER, made, State.IN_REVIEW, expected=State.REVIEWED, comment="Vi så feil liste.")
    assert (manners(ws, made), open_snapshot(ws, lead, made).ratings) == (said, {})
    rate(ws, REVIEWER, made, "Q-STOP", agreed=True)
    hand_back(ws, made)
    assert [each.comment for each in open_snapshot(ws, lead, made).events if each.state == "in_review"] == [
        None,
        "Vi så feil liste.",
    ]


def test_what_is_looked_at_is_of_the_answers_as_they_are_now(ws: Workspace, lead: Actor) -> None:
    reviewed_once(ws, lead)
    of_one = judge_customer(ws, REVIEWER, lead.customer_id or "", as_of=days_before(100), basis=Basis.HPAS)
    assert of_one.rated is not None
    assert of_one.rated.looked == looked_among_all(ws, lead) == Looked(looked=2, together=1, answers=3)
    say(ws, lead, {"Q-LEVEL": 1, "Q-YESNO": True})
    assert looked_among_all(ws, lead) == Looked(looked=1, together=1, answers=4)


def looked_among_all(ws: Workspace, lead: Actor) -> Looked:
    compared = read_comparison(ws, REVIEWER, as_of=days_before(100), basis=Basis.HPAS)
    place = next(n for n, member in enumerate(compared.members) if member.customer_id == lead.customer_id)
    return compared.looked[place]


def test_it_is_not_opened_again_once_something_newer_is_sent_in(ws: Workspace, lead: Actor) -> None:
    made = reviewed_once(ws, lead)
    sent(ws, lead, left=60)
    with pytest.raises(BadInput) as raised:
        move(ws, REVIEWER, made, State.IN_REVIEW, expected=State.REVIEWED, comment="Vi så feil liste.")
    assert raised.value.fault == "newer_sent"


def test_who_else_said_something_lately_is_named(ws: Workspace, lead: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    made = begin_review(ws, sent(ws, lead, SAID))
    rate(ws, ADMIN, made, "Q-STOP", agreed=True)
    assert [name for name, _ in open_review(ws, REVIEWER, made).others] == [ADMIN.name]
    monkeypatch.setattr(opening, "AT_IT", -opening.AT_IT)
    assert open_review(ws, REVIEWER, made).others == []


def test_only_hpas_opens_a_review_and_in_as_many_statements_whatever_there_is(ws: Workspace, lead: Actor) -> None:
    with pytest.raises(NotAllowed):
        open_review(ws, lead, sent(ws, lead, SAID, left=130))
    counted = set()
    for _ in range(3):
        who = new_lead(ws)
        reviewed_once(ws, who)
        made = begin_review(ws, sent(ws, who, left=60))
        with statements(ws.database.engine) as said:
            open_review(ws, REVIEWER, made)
        counted.add(said.number)
    assert len(counted) == 1
    assert max(counted) <= 20
