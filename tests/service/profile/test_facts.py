"""Om virksomheten: a fact is given once, and every share that counts the same thing has it as its whole."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from scoring.answers import Share
from scoring.profile.facts import Fact, FactRule, ProfileForm
from scoring.profile.sense import clashes
from scoring.questionnaire import Catalogue
from scoring.vocabulary import AnswerField, CustomerType, Status, Verdict
from service.answers.encodings import refresh_encodings
from service.answers.responses import RevisionKind, history, open_response, restore
from service.faults import BadInput, NotAllowed
from service.form.upgrade import move_to_newer
from service.judgement import judge_customer
from service.people.actor import Actor, Role
from service.portfolio.comparison import read_comparison
from service.profile.facts import give_fact, read_profile
from service.review.submissions import open_snapshot
from service.workspace import Workspace
from storage.verification import verify
from tests.builders import REVIEWER, catalogue, question, questionnaire, text, workspace
from tests.service.review.sending import days_before, new_lead, say, sent

VALUE = AnswerField.VALUE
MUNICIPALITY = (CustomerType.MUNICIPALITY,)


def fact(fact_id: str, **more: object) -> Fact:
    words = {"title": text(fact_id), "help": text("Tell."), "unit": text(fact_id)}
    return Fact.model_validate({"id": fact_id, "asked_of": MUNICIPALITY, **words, **more})


FACTS = (fact("units", least=1.0, most=500.0), fact("helpers"), fact("hours", decimals=True))
RULE = FactRule(id="r", part="helpers", whole="units", times=2.0, title=text("For mange"), why=text("Se etter."))
PROFILE = ProfileForm(facts=FACTS, rules=(RULE,))
OLD = (question("Q-A", "share"), question("Q-STOP", "yes_no", hard_stop="go_live"))
NEW = (
    question("Q-A", "share", all_from="units"),
    question("Q-B", "share", all_from="units"),
    question("Q-C", "share", all_from="helpers"),
    question("Q-OWN", "share"),
    question("Q-STOP", "yes_no", hard_stop="go_live"),
)


def with_profile(asked: Catalogue) -> Catalogue:
    return Catalogue(**{name: getattr(asked, name) for name in Catalogue.model_fields} | {"profile": PROFILE})


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address, of=with_profile(catalogue(questionnaire(*NEW)))) as opened:
        yield opened


def value(ws: Workspace, lead: Actor, question_id: str) -> object:
    answer = open_response(ws, lead, lead.customer_id or "").answers.get(question_id)
    return answer.value if answer else None


def give(ws: Workspace, lead: Actor, fact_id: str, number: float | None, *, seen: int | None = None) -> int:
    return give_fact(ws, lead, lead.customer_id or "", fact_id, number, seen=seen).answers


def test_the_same_thing_is_counted_once(ws: Workspace) -> None:
    lead = new_lead(ws)
    say(ws, lead, {"Q-A": Share(3, None), "Q-C": Share(1, None), "Q-OWN": Share(1, 5)})
    assert value(ws, lead, "Q-A") == Share(3, None)
    assert give(ws, lead, "units", 12) == 1
    say(ws, lead, {"Q-B": Share(6, None)})
    assert [value(ws, lead, each) for each in ("Q-A", "Q-B", "Q-C", "Q-OWN")] == [
        Share(3, 12),
        Share(6, 12),
        Share(1, None),
        Share(1, 5),
    ]
    # What is sent with it is not taken: the fact is the whole.
    say(ws, lead, {"Q-B": Share(6, 7)})
    assert value(ws, lead, "Q-B") == Share(6, 12)
    assert list(verify(ws.database).findings) == []


def test_until_the_fact_is_given_what_was_said_before_stands(address: str) -> None:
    with workspace(address, of=catalogue(questionnaire(*OLD))) as old:
        lead = new_lead(old)
        say(old, lead, {"Q-A": Share(2, 8)})
        new = Workspace(old.database, with_profile(catalogue(questionnaire(*NEW))))
        newer = new.forms[CustomerType.MUNICIPALITY].fingerprint
        move_to_newer(new, lead, lead.customer_id or "", fingerprint=newer)
        say(new, lead, {"Q-A": Share(3, None)})
        assert value(new, lead, "Q-A") == Share(3, 8)
        assert give(new, lead, "units", 10) == 1
        assert value(new, lead, "Q-A") == Share(3, 10)


def test_a_fact_that_is_known_before_goes_over_with_newer_questions(address: str) -> None:
    with workspace(address, of=with_profile(catalogue(questionnaire(*OLD)))) as old:
        lead = new_lead(old)
        say(old, lead, {"Q-A": Share(2, 8)})
        assert give(old, lead, "units", 9) == 0
        new = Workspace(old.database, with_profile(catalogue(questionnaire(*NEW))))
        move_to_newer(new, lead, lead.customer_id or "", fingerprint=new.forms[CustomerType.MUNICIPALITY].fingerprint)
        assert value(new, lead, "Q-A") == Share(2, 9)


def test_another_number_judges_anew_for_one_and_for_all_and_what_was_sent_in_stands(ws: Workspace) -> None:
    lead, day = new_lead(ws), days_before(60)
    give(ws, lead, "units", 10)
    say(ws, lead, {"Q-A": Share(10, None), "Q-B": Share(10, None), "Q-STOP": True, "Q-OWN": Share(1, 1)})
    snapshot = sent(ws, lead, left=60)
    judged = judge_customer(ws, lead, lead.customer_id or "", as_of=day).judgement
    assert judged.questions["Q-A"].status is Status.MET

    assert give(ws, lead, "units", 20) == 2
    after = judge_customer(ws, lead, lead.customer_id or "", as_of=day).judgement
    assert after.questions["Q-A"].status is Status.BEHIND
    assert after.questions["Q-A"].attainment == 0.5
    # Nobody had to make the rows of the comparison anew.
    assert refresh_encodings(ws) == 0
    [compared] = read_comparison(ws, REVIEWER, as_of=day).judged.rows()
    assert compared.verdict is after.verdict
    assert after.verdict is Verdict.BEHIND
    assert open_snapshot(ws, lead, snapshot).answers["Q-A"].value == Share(10, 10)


def test_more_done_than_there_is_does_not_count_and_is_kept(ws: Workspace) -> None:
    lead = new_lead(ws)
    give(ws, lead, "units", 10)
    say(ws, lead, {"Q-A": Share(8, None)})
    give(ws, lead, "units", 5)
    held = value(ws, lead, "Q-A")
    assert isinstance(held, Share)
    assert (held, held.more_than_all) == (Share(8, 5), True)
    judged = judge_customer(ws, lead, lead.customer_id or "", as_of=days_before(60)).judgement.questions["Q-A"]
    assert judged.attainment is None
    with pytest.raises(BadInput) as refused:
        say(ws, lead, {"Q-A": Share(9, None)})
    assert refused.value.fault == "more_than_all"


def test_the_history_says_where_the_whole_came_from_and_taking_back_takes_the_fact_of_today(ws: Workspace) -> None:
    lead = new_lead(ws)
    say(ws, lead, {"Q-A": Share(2, 4)})
    give(ws, lead, "units", 10)
    view = open_response(ws, lead, lead.customer_id or "")
    first, second = history(ws, lead, view.response_id, "Q-A")
    assert [(first.content, first.kind), (second.content, second.kind)] == [
        (Share(2, 4), RevisionKind.IMPORT),
        (Share(2, 10), RevisionKind.PROFILE),
    ]
    restore(ws, lead, view.response_id, first.id, base_version=None, session="s", edit_no=99)
    assert value(ws, lead, "Q-A") == Share(2, 10)


@pytest.mark.parametrize(
    ("fact_id", "number", "fault"),
    [
        ("units", 0, "fact_too_small"),
        ("units", 501, "fact_too_large"),
        ("units", 2.5, "not_whole"),
        ("beds", 3, "unknown_fact"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(
    ws: Workspace, fact_id: str, number: float, fault: str
) -> None:
    lead = new_lead(ws)
    with pytest.raises(BadInput) as refused:
        give(ws, lead, fact_id, number)
    assert refused.value.fault == fault
    assert read_profile(ws, lead, lead.customer_id or "").history == []


@pytest.mark.parametrize("role", [Role.VIEWER, Role.REVIEWER, Role.ADMIN])
def test_who_may_not_answer_may_not_give_a_fact(ws: Workspace, role: Role) -> None:
    lead = new_lead(ws)
    other = Actor("someone", "En annen", role, lead.customer_id if role is Role.VIEWER else None)
    with pytest.raises(NotAllowed):
        give_fact(ws, other, lead.customer_id or "", "units", 3, seen=None)
    assert read_profile(ws, other, lead.customer_id or "").given == {}


def test_all_that_was_given_is_kept_with_who_and_when_and_a_later_word_tells_the_other(ws: Workspace) -> None:
    lead = new_lead(ws)
    give(ws, lead, "units", 10, seen=0)
    shown = read_profile(ws, lead, lead.customer_id or "").given["units"]
    give(ws, lead, "units", 10)
    other = Actor("other", "En annen", Role.CONTRIBUTOR, lead.customer_id)
    give_fact(ws, other, lead.customer_id or "", "units", 11, seen=shown.number)
    said = give_fact(ws, lead, lead.customer_id or "", "units", 12, seen=shown.number)
    assert said.overwritten
    assert (said.overwritten.value, said.overwritten.fact_id) == (11, "units")
    give(ws, lead, "units", None)
    told = read_profile(ws, lead, lead.customer_id or "")
    assert [each.value for each in told.history] == [None, 12, 11, 10]
    assert told.history[-1].at - told.history[0].at <= timedelta()
    assert told.used_by == {"units": ["Q-A", "Q-B"], "helpers": ["Q-C"], "hours": []}


@pytest.mark.parametrize(
    ("facts", "seen"),
    [
        ({}, []),
        ({"helpers": 9.0}, []),
        ({"helpers": 4.0, "units": 2.0}, []),
        ({"helpers": 5.0, "units": 2.0}, ["r"]),
    ],
)
def test_facts_that_cannot_be_right_beside_each_other_are_said(facts: dict[str, float], seen: list[str]) -> None:
    assert [rule.id for rule in clashes(PROFILE, facts)] == seen


def test_of_nothing_there_is_no_share(ws: Workspace) -> None:
    lead = new_lead(ws)
    say(ws, lead, {"Q-C": Share(0, None)})
    give(ws, lead, "helpers", 0)
    assert value(ws, lead, "Q-C") == Share(0, None)
    assert list(verify(ws.database).findings) == []
