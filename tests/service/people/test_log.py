"""The log in words: one line for one act, names and never ids, filtered, and turned to the very first line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.answers.responses import open_response
from service.faults import NotAllowed
from service.people.actor import Actor, Role
from service.people.customer_changes import describe_customers
from service.people.customers import set_go_live
from service.people.issuers import trusted
from service.people.log import LogQuestion, read_log
from service.people.logins import Identity, NoMembership, end_login, identify
from service.people.members import forget, invite, remove
from service.portfolio.comparison import read_comparison
from service.review.ratings import rate
from service.review.submissions import State, move, send_in
from service.workspace import Workspace
from storage import records
from storage.records import AuditRow
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace
from tests.counted import statements

ISSUER = trusted(["https://issuer.example"])


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


def somebody(name: str) -> Identity:
    address = f"{name}@kommune.example"
    return Identity(f"login {name}", "https://issuer.example", name, address, True, None, datetime.now(UTC))


def log(ws: Workspace, count: int, *, actor: str = "a", minutes: float = 0.0, thing: str = "customer:c") -> None:
    """So many lines, so many minutes apart, the last of them now."""
    with ws.database.writing() as connection:
        for turn in range(count):
            at = datetime.now(UTC) - timedelta(minutes=minutes * (count - turn - 1))
            records.audit(connection, AuditRow(at, actor, "review", thing, "done", None))


def test_what_is_done_again_within_an_hour_is_one_line_with_how_many_times(ws: Workspace) -> None:
    log(ws, 3, minutes=59)
    log(ws, 2, minutes=61, actor="b")
    log(ws, 1, thing="customer:d")
    assert [act.times for act in read_log(ws, ADMIN).acts] == [1, 1, 1, 3]
    first = read_log(ws, ADMIN).acts[-1]
    assert first.last - first.first == timedelta(minutes=118) or (first.last - first.first).seconds // 60 == 118


def test_two_who_take_turns_are_two_lines(ws: Workspace) -> None:
    for _ in range(4):
        log(ws, 1, actor="a")
        log(ws, 1, actor="b")
    assert [(act.who, act.times) for act in read_log(ws, ADMIN).acts] == [("b", 4), ("a", 4)]


def test_every_line_is_reached_page_by_page_and_none_twice(ws: Workspace) -> None:
    for number in range(25):
        log(ws, 1 + number % 3, thing=f"customer:{number}")
    found, before = list[int](), None
    while True:
        page = read_log(ws, ADMIN, LogQuestion(before=before), size=4)
        found += [act.times for act in page.acts]
        if page.older is None:
            break
        before = page.older
    assert found == [1 + number % 3 for number in reversed(range(25))]


def test_one_review_is_one_line_whoever_looks(ws: Workspace) -> None:
    lead, _ = municipality(ws, "Ås")
    seen = open_response(ws, lead, lead.customer_id or "").marker
    made = send_in(ws, lead, lead.customer_id or "", seen=seen, as_of=GO_LIVE, incomplete=True)
    move(ws, REVIEWER, made, State.IN_REVIEW, expected=State.SENT)
    for question in ("Q-LEVEL", "Q-YESNO", "Q-STOP"):
        rate(ws, REVIEWER, made, question, agreed=True)
    (act,) = read_log(ws, ADMIN, LogQuestion(operation="review")).acts
    assert (act.who, act.customer, act.times) == ("Lokal bruker (kvalitetssikrer i HPAS)", "Ås", 4)


def test_who_is_a_name_with_a_role_and_nothing_is_an_id(ws: Workspace) -> None:
    lead, _ = municipality(ws, "Ås")
    made = invite(ws, ADMIN, lead.customer_id, role=Role.LEAD, email="kari@kommune.example", name="Kari")
    who = identify(ws, somebody("kari"), issuers=ISSUER)
    gone = invite(ws, ADMIN, lead.customer_id, role=Role.VIEWER, email="ola@kommune.example", name="Ola")
    forget(ws, ADMIN, gone)
    set_go_live(ws, ADMIN, lead.customer_id or "", GO_LIVE + timedelta(days=3))
    describe_customers(ws, ADMIN, [lead.customer_id or ""], {"region": "Nord"})
    open_response(ws, Actor(made, "Kari", Role.REVIEWER), lead.customer_id or "")
    end_login(ws, somebody("kari"))
    acts = read_log(ws, ADMIN).acts
    said = [f"{act.who} | {act.operation} | {act.customer} | {act.detail}".replace("\u00a0", " ") for act in acts]
    assert who.id == made
    assert not [line for line in said if re.search(r"[0-9a-f]{32}", line)]
    assert "Kari (prosjektleder hos kunden) | log_out | Ås | " in said
    assert "Kari (prosjektleder hos kunden) | log_in | Ås | for første gang" in said
    admin = "Lokal bruker (administrator i HPAS)"
    # Two were invited within the hour.
    assert f"{admin} | invite_member | Ås | tidligere medlem, Kari" in said
    assert f"{admin} | forget_member | Ås | tidligere medlem" in said
    assert f"{admin} | set_go_live | Ås | fra 1. mai 2027 til 4. mai 2027" in said
    assert f"{admin} | describe_customer | Ås | region fra ingenting til «Nord»" in said


def test_who_was_refused_can_be_told(ws: Workspace) -> None:
    with pytest.raises(NoMembership):
        identify(ws, somebody("fremmed"), issuers=ISSUER)
    lead, _ = municipality(ws, "Ås")
    with pytest.raises(NotAllowed):
        set_go_live(ws, lead, lead.customer_id or "", GO_LIVE)
    acts = read_log(ws, ADMIN, LogQuestion(outcome="refused")).acts
    assert [(act.operation, act.customer, act.detail, act.refused) for act in acts] == [
        ("set_go_live", "Ås", "", True),
        ("log_in", "", "fr…@kommune.example", True),
    ]


@pytest.mark.parametrize(
    ("asked", "operations"),
    [
        (LogQuestion(), {"add_customer", "invite_member", "remove_member", "compare"}),
        (LogQuestion(operation="invite_member"), {"invite_member"}),
        (LogQuestion(actor=REVIEWER.id), {"compare"}),
        (LogQuestion(customer_id="Ås"), {"add_customer", "invite_member", "remove_member"}),
        (LogQuestion(customer_id="Bø"), {"add_customer"}),
        (LogQuestion(customer_id="finnes ikke"), set()),
        (LogQuestion(since=datetime(2099, 1, 1, tzinfo=UTC)), set()),
        (LogQuestion(before=0), set()),
    ],
)
def test_it_is_asked_by_customer_person_act_and_time(ws: Workspace, asked: LogQuestion, operations: set[str]) -> None:
    ids = {name: municipality(ws, name)[0].customer_id or "" for name in ("Ås", "Bø")}
    remove(ws, ADMIN, invite(ws, ADMIN, ids["Ås"], role=Role.LEAD, email="kari@kommune.example"))
    for _ in range(3):
        read_comparison(ws, REVIEWER, as_of=GO_LIVE)
    found = read_log(ws, ADMIN, replace(asked, customer_id=ids.get(asked.customer_id, asked.customer_id)))
    assert {act.operation for act in found.acts} == operations
    assert sum(act.times for act in found.acts if act.operation == "compare") <= 1


def test_however_long_it_is_it_is_read_in_as_many_statements(ws: Workspace) -> None:
    counted = []
    for lines in (3, 60):
        log(ws, lines, minutes=90)
        with statements(ws.database.engine) as made:
            read_log(ws, ADMIN)
        counted.append(made.number)
    assert counted[0] == counted[1]
