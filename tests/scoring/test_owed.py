"""Own work and work that waits on others, for one customer; across all of them it is `tests/service/test_everyone.py`."""

from datetime import timedelta
from typing import Any

import pytest

from scoring.gaps import gaps_of
from scoring.owed import gap_work, owed_gaps, waits_on
from scoring.vocabulary import WaitingOn
from tests.builders import GO_LIVE
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
    parted = owed_gaps(gaps)
    assert [gap.question.id for gap in parted.own] == ["A", "C"]
    assert {who: [gap.question.id for gap in found] for who, found in parted.waiting.items()} == {
        WaitingOn.HPAS: ["B", "E"],
        WaitingOn.EPIC: ["D"],
    }
    assert len(parted.own) + len(parted.others) == len(gaps)
    found = gap_work(parted.waiting[WaitingOn.HPAS])
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
    assert owed_gaps(gaps).only_waits is only_waits, says
