"""Findings on a real database: who sees what, saying that one has looked, and what makes that fall."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from scoring.frozen import Text
from scoring.vocabulary import AnswerField
from scoring.xray.rules import AboveNeighbours, Contradiction, Grade, Habits, Sign, XrayRules
from service.answers.responses import open_response
from service.faults import BadInput, NotAllowed
from service.judgement import judge_customer
from service.people.actor import Actor, Role
from service.workspace import Workspace
from service.xray import CustomerFinding, findings_of, look_at
from tests.builders import REVIEWER, catalogue, municipality, question, questionnaire, record, workspace

TODAY, GO_LIVE = date(2027, 2, 1), date(2027, 3, 1)
FORM = questionnaire(
    question("Q-DONE", "level", topic="message_test"),
    question("Q-BEHIND", "level", topic="on_call"),
)
WHY = Text(nb="Ett av svarene er feil.")
RULES = XrayRules(
    contradictions=(
        Contradiction(
            id="done_without_watch",
            title=Text(nb="Ferdig uten vakt"),
            when=(Sign(topic="message_test", at_least=1), Sign(topic="on_call", less_than=0.5)),
            grade=Grade.ERROR,
            why=WHY,
            lesson="L816-07",
        ),
    ),
    habits=Habits(
        above_neighbours=AboveNeighbours(
            title=Text(nb="Langt over"),
            topics=("message_test",),
            by=0.5,
            customers=2,
            grade=Grade.NOTE,
            why=WHY,
            lesson="S825-06",
        )
    ),
)
_NUMBERS = count(1)


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    made = replace(workspace(address_of_module, of=catalogue(FORM)), xray=RULES)
    yield made
    made.close()


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    lead = municipality(ws, f"Kommune {next(_NUMBERS)}", go_live=GO_LIVE)[0]
    say(ws, lead, "Q-DONE", 3)
    say(ws, lead, "Q-BEHIND", 1)
    return lead


def say(ws: Workspace, lead: Actor, question_id: str, value: int) -> None:
    turn, response_id = next(_NUMBERS), open_response(ws, lead, str(lead.customer_id)).response_id
    field = AnswerField.VALUE
    record(ws, lead, response_id, question_id, field, value, base_version=None, session="a", edit_no=turn)


def seen(ws: Workspace, actor: Actor, customer: Actor) -> list[CustomerFinding]:
    here = judge_customer(ws, actor, str(customer.customer_id), as_of=TODAY)
    return findings_of(ws, actor, here)


def answer(
    ws: Workspace, lead: Actor, found: CustomerFinding, reason: str = "Prøvd på nytt", *, by: Actor | None = None
) -> None:
    customer_id, rule_id = str(lead.customer_id), found.seen.rule_id
    look_at(ws, by or lead, customer_id, rule_id=rule_id, basis=found.basis, reason=reason, as_of=TODAY)


def test_a_contradiction_is_seen_by_the_lead_with_the_answers_behind_it(ws: Workspace, lead: Actor) -> None:
    (found,) = seen(ws, lead, lead)

    assert (found.seen.rule_id, found.seen.questions) == ("done_without_watch", ("Q-DONE", "Q-BEHIND"))
    assert found.looked_at is None


def test_what_was_said_to_it_holds_until_an_answer_behind_it_changes(ws: Workspace, lead: Actor) -> None:
    answer(ws, lead, seen(ws, lead, lead)[0])

    (found,) = seen(ws, lead, lead)
    assert found.looked_at is not None
    assert found.looked_at.reason == "Prøvd på nytt"

    say(ws, lead, "Q-BEHIND", 0)
    (again,) = seen(ws, lead, lead)
    assert again.looked_at is None

    say(ws, lead, "Q-BEHIND", 3)
    assert seen(ws, lead, lead) == []


def test_the_newest_word_counts(ws: Workspace, lead: Actor) -> None:
    for reason in ("Først", "Så"):
        answer(ws, lead, seen(ws, lead, lead)[0], reason)

    looked_at = seen(ws, lead, lead)[0].looked_at
    assert looked_at is not None
    assert looked_at.reason == "Så"


@pytest.mark.parametrize(("reason", "fault"), [("", "finding_reason_missing"), ("  ", "finding_reason_missing")])
def test_a_word_says_why(ws: Workspace, lead: Actor, reason: str, fault: str) -> None:
    with pytest.raises(BadInput) as refused:
        answer(ws, lead, seen(ws, lead, lead)[0], reason)
    assert refused.value.fault == fault
    assert seen(ws, lead, lead)[0].looked_at is None


def test_what_has_changed_meanwhile_is_not_said_to_be_looked_at(ws: Workspace, lead: Actor) -> None:
    (found,) = seen(ws, lead, lead)
    say(ws, lead, "Q-BEHIND", 0)

    with pytest.raises(BadInput) as refused:
        answer(ws, lead, found)
    assert refused.value.fault == "finding_gone"


def test_nobody_else_answers_or_sees(ws: Workspace, lead: Actor) -> None:
    (found,) = seen(ws, lead, lead)
    stranger = Actor("s", "Fremmed", Role.LEAD, "another")

    for actor in (stranger, REVIEWER, replace(lead, role=Role.VIEWER)):
        with pytest.raises(NotAllowed):
            answer(ws, lead, found, by=actor)
    with pytest.raises(NotAllowed):
        seen(ws, stranger, lead)


def test_only_hpas_sees_what_is_far_above_the_neighbours(ws: Workspace) -> None:
    day = date(2027, 2, 20)
    leads = [municipality(ws, f"Nabo {number}", go_live=day)[0] for number in range(3)]
    for lead, level in zip(leads, (3, 0, 1), strict=True):
        say(ws, lead, "Q-DONE", level)

    def told(actor: Actor, lead: Actor) -> list[str]:
        return [found.seen.rule_id for found in seen(ws, actor, lead)]

    assert told(REVIEWER, leads[0]) == ["above_neighbours"]
    assert told(REVIEWER, leads[1]) == []
    assert told(leads[0], leads[0]) == []
