"""Own work and work that waits on others, for one customer and as HPAS sees it across all."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from scoring.gaps import gaps_of
from scoring.waiting import split, waits_on, work
from scoring.words import AnswerField, Verdict, WaitingOn
from service.actor import Actor
from service.faults import NotAllowed
from service.responses import open_response, record
from service.waiting import waiting_on
from service.waivers import decide_waiver, propose_waiver
from service.workspace import Workspace
from tests.builders import GO_LIVE, REVIEWER, municipality, workspace
from tests.scoring.builders import Case, judged

AS_OF = GO_LIVE - timedelta(days=70)
DUE, LATER = {"kind": "yes_no", "expected": {120: True}}, {"kind": "yes_no", "expected": {10: True}}
HPAS = {"responsible": "hpas"}

# What it says, the question, the answer, whom it waits on.
WHO: list[tuple[str, dict[str, Any], Any, str | None]] = [
    ("the customer's own", DUE, False, None),
    ("both can begin", DUE | {"responsible": "both"}, False, None),
    ("named by the customer", DUE, {"value": False, "waiting_on": "epic"}, "epic"),
    ("HPAS's to do", DUE | HPAS, False, "hpas"),
    ("HPAS's to do, and waits on another", DUE | HPAS, {"value": False, "waiting_on": "hemit"}, "hemit"),
]


def _case(questions: dict[str, Any], answers: dict[str, Any]) -> Case:
    return Case(questions, answers, GO_LIVE, AS_OF)


@pytest.mark.parametrize(("says", "question", "answer", "who"), WHO, ids=[case[0] for case in WHO])
def test_whom_a_gap_waits_on(says: str, question: Any, answer: Any, who: str | None) -> None:
    (gap,) = gaps_of(judged(_case({"A": question}, {"A": answer})))
    assert (waits_on(gap), gap.own) == (who, who is None), says


def test_every_gap_is_on_one_side_and_counted_once() -> None:
    questions = {
        "A": DUE,
        "B": DUE | HPAS | {"hard_stop": "go_live", "weight": 3},
        "C": LATER,
        "D": DUE,
        "E": DUE | HPAS,
    }
    gaps = gaps_of(judged(_case(questions, {"D": {"value": False, "waiting_on": "epic"}})))
    parted = split(gaps)
    assert [gap.question.id for gap in parted.own] == ["A", "C"]
    assert {who: [gap.question.id for gap in found] for who, found in parted.waiting.items()} == {
        WaitingOn.HPAS: ["B", "E"],
        WaitingOn.EPIC: ["D"],
    }
    assert len(parted.own) + len(parted.others) == len(gaps)
    found = work(parted.waiting[WaitingOn.HPAS])
    assert (found.questions, found.due, found.hard_stops, found.weight) == (2, 2, 1, 4)


IDLE = [
    ("own work that is due", {"A": DUE, "B": DUE | HPAS}, False),
    ("own work only later", {"A": LATER, "B": DUE | HPAS}, True),
    ("what waits is not due either", {"A": LATER, "B": LATER | HPAS}, False),
    ("nothing at all", {}, False),
]


@pytest.mark.parametrize(("says", "questions", "only_waits"), IDLE, ids=[case[0] for case in IDLE])
def test_who_only_waits_is_not_idle(says: str, questions: Any, only_waits: bool) -> None:
    gaps = gaps_of(judged(_case(questions, {}))) if questions else []
    assert split(gaps).only_waits is only_waits, says


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    made = workspace(tmp_path)
    yield made
    made.close()


def _say(ws: Workspace, lead: Actor, question_id: str, field: AnswerField, content: Any) -> None:
    response_id = open_response(ws, lead, str(lead.customer_id)).response_id
    record(ws, lead, response_id, question_id, field, content, base_version=None, session="a", edit_no=1)


def test_hpas_sees_who_waits_on_it_across_customers(ws: Workspace) -> None:
    one, other = municipality(ws, "Kommune A")[0], municipality(ws, "Kommune B")[0]
    _say(ws, one, "Q-STOP", AnswerField.VALUE, True)
    _say(ws, other, "Q-LEVEL", AnswerField.WAITING_ON, "hpas")
    _say(ws, other, "Q-STOP", AnswerField.WAITING_ON, "epic")
    found = waiting_on(ws, REVIEWER, as_of=AS_OF)
    assert [(each.customer.name, [gap.question.id for gap in each.gaps]) for each in found] == [
        ("Kommune B", ["Q-LEVEL"])
    ]
    (epic,) = waiting_on(ws, REVIEWER, as_of=AS_OF, whom=WaitingOn.EPIC)
    assert ([gap.question.id for gap in epic.gaps], epic.only_waits) == (["Q-STOP"], False)
    with pytest.raises(NotAllowed):
        waiting_on(ws, one, as_of=AS_OF)


def test_the_mirror_list_knows_approved_exceptions(ws: Workspace) -> None:
    lead, response_id = municipality(ws)
    for question_id, value in (("Q-LEVEL", 3), ("Q-YESNO", True), ("Q-STOP", False), ("Q-NUMBER", 2)):
        _say(ws, lead, question_id, AnswerField.VALUE, value)
    waiver_id = propose_waiver(ws, lead, response_id, "Q-STOP", measure="Vakt", owner="Drift", expires=date(2099, 1, 1))
    verdicts = [waiting_on(ws, REVIEWER, as_of=AS_OF)[0].verdict]
    decide_waiver(ws, REVIEWER, waiver_id, approve=True, reason="Ja")
    verdicts.append(waiting_on(ws, REVIEWER, as_of=AS_OF)[0].verdict)
    assert verdicts[0] is Verdict.NOT_READY
    assert verdicts[1] is not Verdict.NOT_READY
