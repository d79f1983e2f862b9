"""How much a page reads: the same thing never twice in one run, counted in the statements the database gets."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, event
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
from streamlit.testing.v1 import AppTest, local_script_runner

from service.people.actor import Role
from tests.pages.house import ANSWER, COMPARISON, FILES, GAPS, METHOD, OVERVIEW, House

Statements = Counter[tuple[str, str]]


@contextmanager
def reads(engine: Engine) -> Iterator[Statements]:
    """Every SELECT with its parameters, and how often it was run."""
    seen: Statements = Counter()

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen[(statement, repr(parameters))] += 1

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def answers_read(seen: Statements) -> int:
    """How often the answers of a response, or of all, were read with their content."""
    return sum(
        n for (text, _), n in seen.items() if re.search(r"\banswer\.content\b.*\bFROM answer\b", text, re.DOTALL)
    )


def twice(seen: Statements) -> list[str]:
    """What was read more than once. What each function of the service looks up for itself is no more than a row or two."""
    return [text for (text, _), times in seen.items() if times > 1 and not LOOK_UP.search(text)]


LOOK_UP = re.compile(
    r"FROM response JOIN customer .*WHERE response\.(id|customer_id) = |FROM member \nWHERE member\.customer_id = "
    r"|FROM customer \nWHERE customer\.id = |^SELECT count\(\*\) .*FROM customer|FROM programme_reach JOIN",
    re.DOTALL,
)


@pytest.mark.parametrize(
    ("page", "role", "times"),
    [
        (OVERVIEW, Role.LEAD, 2),
        (ANSWER, Role.LEAD, 2),
        (GAPS, Role.LEAD, 2),
        (FILES, Role.LEAD, 2),
        ("pages/customer/actions.py", Role.LEAD, 2),
        ("pages/customer/send_in.py", Role.LEAD, 2),
        ("pages/customer/trend.py", Role.LEAD, 2),
        (METHOD, Role.LEAD, 0),
        # It reads the figures kept of each response instead, and HPAS's answers.
        (COMPARISON, Role.REVIEWER, 1),
        ("pages/hpas/trend_of_all.py", Role.REVIEWER, 1),
    ],
)
def test_a_page_reads_the_answers_and_hpas_once_and_nothing_twice(
    house: House, page: str, role: Role, times: int
) -> None:
    app = house.open(page, role=role, customer="Demo kommune D")
    with reads(house.ws.database.engine) as seen:
        app.run()
    assert [error.message for error in app.exception] == []
    assert answers_read(seen) == times
    assert twice(seen) == []


def test_a_question_that_redraws_itself_reads_the_answers_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    app = house.open(ANSWER, customer="Demo kommune D")
    fragments = list(app._fragment_storage._fragments)
    assert len(fragments) >= 2
    for fragment in fragments:
        with reads(house.ws.database.engine) as seen:
            run_only(app, fragment, monkeypatch)
        # The customer's, and HPAS's.
        assert answers_read(seen) == 2
        assert twice(seen) == []


def run_only(app: AppTest, fragment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run one fragment, as a click on a widget inside it does; AppTest itself runs the whole page."""

    def of_the_fragment(**settings: Any) -> RerunData:
        return replace(RerunData(**settings), fragment_id=fragment)

    with monkeypatch.context() as patch:
        patch.setattr(local_script_runner, "RerunData", of_the_fragment)
        app.run()
    assert [error.message for error in app.exception] == []
