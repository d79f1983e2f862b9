"""Who is to answer what, on a real database: given, given on, taken back, and what is remembered of it."""

from collections.abc import Iterator
from itertools import count

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from service.answers.assignments import (
    Assignee,
    assign,
    assignment_history,
    list_assignments,
    possible_assignees,
)
from service.faults import BadInput
from service.people.actor import Actor, Role
from service.people.members import forget, invite, remove
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, REVIEWER, municipality, workspace

KARI = Assignee(None, "Kari Ås")
_NUMBERS = count(1)


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    made = workspace(address_of_module)
    yield made
    made.close()


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    return municipality(ws, f"Kommune {next(_NUMBERS)}")[0]


def _member(ws: Workspace, lead: Actor, name: str | None = "Per Member") -> str:
    email = f"per{next(_NUMBERS)}@kommune.example"
    return invite(ws, lead, lead.customer_id, role=Role.CONTRIBUTOR, email=email, name=name)


def _given(ws: Workspace, lead: Actor, *question_ids: str, to: Assignee | None) -> dict[str, str]:
    """Question -> the name of who has it, once these have been given."""
    assign(ws, lead, str(lead.customer_id), question_ids, to)
    return {each: who.name for each, who in list_assignments(ws, lead, str(lead.customer_id)).items()}


def test_questions_are_given_to_a_member_and_to_a_named_person_and_taken_back(ws: Workspace, lead: Actor) -> None:
    per = _member(ws, lead)
    assert _given(ws, lead, "Q-LEVEL", "Q-STOP", to=KARI) == {"Q-LEVEL": "Kari Ås", "Q-STOP": "Kari Ås"}
    assert _given(ws, lead, "Q-STOP", to=Assignee(per, "")) == {"Q-LEVEL": "Kari Ås", "Q-STOP": "Per Member"}
    assert _given(ws, lead, "Q-LEVEL", to=None) == {"Q-STOP": "Per Member"}
    told = [(each.question_id, each.to, each.by) for each in assignment_history(ws, lead, str(lead.customer_id))]
    assert told == [
        ("Q-LEVEL", KARI, lead.id),
        ("Q-STOP", KARI, lead.id),
        ("Q-STOP", Assignee(per, "Per Member"), lead.id),
        ("Q-LEVEL", None, lead.id),
    ]


def test_what_stands_already_is_no_event_and_no_line_in_the_log(ws: Workspace, lead: Actor) -> None:
    _given(ws, lead, "Q-LEVEL", to=KARI)
    _given(ws, lead, "Q-LEVEL", "Q-LEVEL", to=KARI)
    _given(ws, lead, "Q-STOP", to=None)
    assert len(assignment_history(ws, lead, str(lead.customer_id))) == 1
    with ws.database.reading() as connection:
        logged = [line for line in records.audit_log(connection) if line.object == f"customer:{lead.customer_id}"]
    assert [(line.operation, line.outcome, line.detail) for line in logged if line.operation == "assign"] == [
        ("assign", "done", "Q-LEVEL")
    ]


def test_a_name_typed_in_other_capitals_is_the_same_person(ws: Workspace, lead: Actor) -> None:
    _given(ws, lead, "Q-LEVEL", to=KARI)
    assert _given(ws, lead, "Q-STOP", to=Assignee(None, " kari ås ")) == {"Q-LEVEL": "Kari Ås", "Q-STOP": "Kari Ås"}


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        (" ", "name_missing"),
        ("a\nb", "line_break_in_name"),
        ("x" * 201, "text_too_long"),
        ("a\0", "control_character"),
        ("Kari \u202e", "direction_mark"),
        ("\u2066Kari", "direction_mark"),
        (7, "not_text"),
    ],
)
def test_a_name_is_checked_and_nothing_is_given(ws: Workspace, lead: Actor, name: str, fault: str) -> None:
    with pytest.raises(BadInput) as raised:
        assign(ws, lead, str(lead.customer_id), ["Q-LEVEL"], Assignee(None, name))
    assert (raised.value.fault, list_assignments(ws, lead, str(lead.customer_id))) == (fault, {})


def test_all_are_given_or_none(ws: Workspace, lead: Actor) -> None:
    with pytest.raises(BadInput) as raised:
        assign(ws, lead, str(lead.customer_id), ["Q-LEVEL", "Q-NO-SUCH"], KARI)
    assert (raised.value.fault, list_assignments(ws, lead, str(lead.customer_id))) == ("unknown_question", {})


def test_only_those_with_access_here_are_members_to_give_to(ws: Workspace, lead: Actor) -> None:
    gone, other = _member(ws, lead), municipality(ws, f"Kommune {next(_NUMBERS)}")[0]
    remove(ws, lead, gone)
    for member in (gone, _member(ws, other), "missing", ""):
        with pytest.raises(BadInput) as raised:
            assign(ws, lead, str(lead.customer_id), ["Q-LEVEL"], Assignee(member, "Per"))
        assert raised.value.fault == "unknown_owner"


def test_a_forgotten_member_has_no_name_and_the_question_is_theirs_still(ws: Workspace, lead: Actor) -> None:
    per = _member(ws, lead)
    _given(ws, lead, "Q-LEVEL", to=Assignee(per, ""))
    forget(ws, ADMIN, per)
    assert list_assignments(ws, lead, str(lead.customer_id)) == {"Q-LEVEL": Assignee(per, "tidligere medlem")}


def test_members_and_those_who_have_questions_can_be_given_more(ws: Workspace, lead: Actor) -> None:
    per = _member(ws, lead)
    _given(ws, lead, "Q-LEVEL", to=KARI)
    assert possible_assignees(ws, lead, str(lead.customer_id)) == [KARI, Assignee(per, "Per Member")]


def test_hpas_and_all_of_the_customer_read_it(ws: Workspace, lead: Actor) -> None:
    _given(ws, lead, "Q-LEVEL", to=KARI)
    own = [Actor("x", "X", role, lead.customer_id) for role in (Role.CONTRIBUTOR, Role.VIEWER)]
    for reader in (*own, REVIEWER, ADMIN):
        assert list_assignments(ws, reader, str(lead.customer_id)) == {"Q-LEVEL": KARI}


@pytest.mark.parametrize("change", ["UPDATE assignment_event SET given_by = 'x'", "DELETE FROM assignment_event"])
def test_what_was_given_is_never_rewritten(ws: Workspace, lead: Actor, change: str) -> None:
    _given(ws, lead, "Q-LEVEL", to=KARI)
    with pytest.raises(DBAPIError, match="append-only"), ws.database.writing() as connection:
        connection.execute(text(change))
