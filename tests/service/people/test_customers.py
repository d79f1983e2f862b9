"""Customers: adding one, moving its go-live, and reading all of them in the same few statements."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import event

from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import FieldChange, open_response, record_many
from service.faults import BadInput
from service.people.customers import add_customer, list_customers, set_go_live
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace
from tests.service.portfolio.comparison_oracle import load_all


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


def test_a_new_customer_can_begin_at_once(ws: Workspace) -> None:
    lead, response_id = municipality(ws, " Ørland ")
    assert lead.customer_id
    view = open_response(ws, lead, lead.customer_id)
    assert (view.customer.name, view.customer.go_live, view.customer.invented) == ("Ørland", GO_LIVE, True)
    assert (view.response_id, view.answers, view.saved, view.last_saved_at) == (response_id, {}, {}, None)
    assert view.form == ws.forms[CustomerType.MUNICIPALITY]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"name": " "}, "name_missing"),
        ({"name": "a\nb"}, "line_break_in_name"),
        ({"name": "x" * 201}, "text_too_long"),
        ({"name": "TRONDHEIM"}, "name_taken"),
        ({"customer_type": CustomerType.GP_OFFICE}, "type_not_offered"),
        ({"go_live": date(1900, 1, 1)}, "day_out_of_range"),
        ({"go_live": datetime(2027, 1, 1)}, "day_out_of_range"),
    ],
)
def test_a_customer_that_does_not_fit_is_refused(ws: Workspace, given: dict[str, Any], fault: str) -> None:
    municipality(ws, "Trondheim")
    wanted = {"name": "Ny", "customer_type": CustomerType.MUNICIPALITY, "go_live": None, "invented": True} | given
    with pytest.raises(BadInput) as raised:
        add_customer(ws, ADMIN, **wanted)
    assert (raised.value.fault, len(list_customers(ws, ADMIN))) == (fault, 1)


def test_of_many_who_add_the_same_name_at_once_one_succeeds(ws: Workspace) -> None:
    def add(_: int) -> str:
        try:
            add_customer(ws, ADMIN, name="Trondheim", customer_type=CustomerType.MUNICIPALITY, invented=True)
        except BadInput as refused:
            return refused.fault
        return "added"

    with ThreadPoolExecutor(8) as pool:
        told = sorted(pool.map(add, range(16)))
    assert told == ["added"] + ["name_taken"] * 15


def test_moves_at_once_follow_on_each_other(ws: Workspace) -> None:
    lead, _ = municipality(ws)
    days = [date(2027, 6, day) for day in range(1, 17)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda day: set_go_live(ws, ADMIN, str(lead.customer_id), day), days))
    with ws.database.reading() as connection:
        moves = [
            json.loads(row.detail or "") for row in records.audit_log(connection) if row.operation == "set_go_live"
        ]
    assert len(moves) == 16
    assert all(move["from"] == before["to"] for before, move in pairwise(moves))


def test_the_log_keeps_where_the_go_live_was(ws: Workspace) -> None:
    lead, _ = municipality(ws)
    assert lead.customer_id
    for day in (date(2027, 6, 1), date(2027, 6, 1), None):
        set_go_live(ws, ADMIN, lead.customer_id, day)
    with ws.database.reading() as connection:
        moves = [
            json.loads(row.detail or "") for row in records.audit_log(connection) if row.operation == "set_go_live"
        ]
    assert moves == [{"from": "2027-05-01", "to": "2027-06-01"}, {"from": "2027-06-01", "to": None}]
    assert list_customers(ws, ADMIN)[0].go_live is None


def test_everyone_is_read_with_their_own_answers(ws: Workspace) -> None:
    for number, name in enumerate(("A", "B", "C")):
        lead, response_id = municipality(ws, name)
        changes = [FieldChange("Q-LEVEL", AnswerField.VALUE, number), FieldChange("Q-LEVEL", AnswerField.COMMENT, name)]
        record_many(ws, lead, response_id, changes, session="s", edit_no=1)
    municipality(ws, "D")
    plain = [(row.customer.name, a.value, a.comment) for row in load_all(ws, REVIEWER) for a in row.answers.values()]
    texts = [a.comment for row in load_all(ws, REVIEWER, with_texts=True) for a in row.answers.values()]
    assert plain == [("A", 0, None), ("B", 1, None), ("C", 2, None)]
    assert texts == ["A", "B", "C"]
    assert [row.last_saved_at is None for row in load_all(ws, REVIEWER)] == [False, False, False, True]
    assert load_all(ws, REVIEWER, CustomerType.GP_OFFICE) == []


def test_the_number_of_statements_does_not_grow_with_the_customers(ws: Workspace) -> None:
    counts = [_statements(ws, customers) for customers in (2, 12)]
    # SQLite is told to begin; PostgreSQL's client says so with the first statement.
    begin = ws.database.engine.dialect.name == "sqlite"
    assert counts == [{"compare": 3 + begin, "list": 1 + begin, "open": 3 + begin}] * 2


def _statements(ws: Workspace, customers: int) -> dict[str, int]:
    """How many statements (BEGIN among them) each reading takes with so many customers."""
    for number in range(len(list_customers(ws, ADMIN)), customers):
        lead, response_id = municipality(ws, f"Kommune {number}")
        record_many(ws, lead, response_id, [FieldChange("Q-LEVEL", AnswerField.VALUE, 2)], session="s", edit_no=1)
    one = list_customers(ws, ADMIN)[0].id
    # The first reading of the day is logged, and the first comparison.
    open_response(ws, REVIEWER, one)
    load_all(ws, REVIEWER)
    doors: dict[str, Callable[[], object]] = {
        "compare": lambda: load_all(ws, REVIEWER),
        "list": lambda: list_customers(ws, ADMIN),
        "open": lambda: open_response(ws, REVIEWER, one),
    }
    return {name: _said(ws, door) for name, door in doors.items()}


def _said(ws: Workspace, door: Callable[[], object]) -> int:
    said: list[object] = []
    event.listen(ws.database.engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    door()
    return len(said)
