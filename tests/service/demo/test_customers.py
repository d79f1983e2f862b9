"""The demo: invented customers only, the same every time, and one of each kind of verdict."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from scoring.judgement import judge
from scoring.questionnaire import Catalogue
from scoring.vocabulary import CustomerType, Verdict
from scoring.yardstick import yardstick
from service.demo.customers import PROFILES, fill_demo
from service.faults import BadInput
from service.people.customers import add_customer, list_customers
from service.workspace import Workspace
from tests.builders import ADMIN, catalogue, question, questionnaire, workspace
from tests.service.portfolio.comparison_oracle import load_all

AS_OF = date(2027, 1, 15)


def a_long_questionnaire() -> Catalogue:
    """Sixty questions of every kind, some due years before, a sixth of them hard stops."""
    kinds = ("level", "yes_no", "share", "number", "date", "matrix")
    areas: tuple[tuple[str, ...], ...] = (("testing",), ("operations",), ("staffing",), ())
    steps: dict[str, dict[int, object]] = {
        "level": {500: 1, 180: 2, 60: 3},
        "yes_no": {200: True},
        "share": {200: 0.25, 120: 0.5, 60: 1.0},
        "number": {300: 1.0, 90: 2.5},
        "date": {180: 180},
        "matrix": {180: 0.5, 30: 1.0},
    }
    asked = [
        question(
            f"Q-{number:02}",
            kinds[number % 6],
            expected=steps[kinds[number % 6]],
            areas=areas[number % 4],
            topic=("message_test", "on_call")[number % 2],
            responsible=("customer", "hpas", "both")[number % 3],
            **({"hard_stop": "go_live"} if number % 7 == 3 else {}),
        )
        for number in range(60)
    ]
    return catalogue(questionnaire(*asked))


@pytest.fixture
def demo(address: str) -> Iterator[Workspace]:
    with workspace(address, of=a_long_questionnaire()) as ws:
        fill_demo(ws, ADMIN, as_of=AS_OF)
        yield ws


def test_the_demo_shows_every_kind_of_customer(demo: Workspace) -> None:
    found = {
        row.customer.name: judge(yardstick(row.form), row.answers, go_live=row.customer.go_live, as_of=AS_OF).verdict
        for row in load_all(demo, ADMIN)
    }
    assert found == {
        "Demo kommune A": Verdict.UNDECIDED,
        "Demo kommune B": Verdict.UNDECIDED,
        "Demo kommune C": Verdict.ON_TRACK,
        "Demo kommune D": Verdict.CONDITIONAL,
        "Demo kommune E": Verdict.NOT_READY,
    }


def test_the_demo_customers_are_invented_and_at_different_distances(demo: Workspace) -> None:
    customers = list_customers(demo, ADMIN)
    assert all(customer.invented for customer in customers)
    assert [(c.go_live - AS_OF).days for c in customers if c.go_live] == [profile.days for profile in PROFILES]


def test_the_demo_has_comments_reasons_and_others_to_wait_for(demo: Workspace) -> None:
    answers = [a for row in load_all(demo, ADMIN, with_texts=True) for a in row.answers.values()]
    for field in ("comment", "evidence", "not_applicable", "waiting_on"):
        assert sum(getattr(answer, field) is not None for answer in answers) >= 3, field


def test_filling_again_adds_nothing(demo: Workspace) -> None:
    before = load_all(demo, ADMIN, with_texts=True)
    assert fill_demo(demo, ADMIN, as_of=AS_OF) == []
    assert load_all(demo, ADMIN, with_texts=True) == before


def test_the_demo_is_the_same_every_time(demo: Workspace, tmp_path: Path) -> None:
    with workspace(tmp_path, of=demo.catalogue, name="other.db") as other:
        fill_demo(other, ADMIN, as_of=AS_OF)
        first, second = (
            [(row.customer.name, row.answers) for row in load_all(ws, ADMIN, with_texts=True)] for ws in (demo, other)
        )
    assert first == second


def test_the_demo_is_never_mixed_with_a_real_customer(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        add_customer(ws, ADMIN, name="En ekte kommune", customer_type=CustomerType.MUNICIPALITY)
        with pytest.raises(BadInput) as raised:
            fill_demo(ws, ADMIN, as_of=AS_OF)
        assert (raised.value.fault, len(list_customers(ws, ADMIN))) == ("real_customers", 1)
