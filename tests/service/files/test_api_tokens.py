"""Keys of programs: who may have which tables, what ends one, what is kept of it, and what the log says of its use."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import NamedTuple

import pytest

from service.faults import BadInput, NotAllowed
from service.files.api_reading import (
    AskedTable,
    Ending,
    NoSuchTable,
    NotInToken,
    NoToken,
    note_no_token,
    note_too_often,
    read_table,
    who_asks,
)
from service.files.api_tokens import LONGEST, OFFICE, TokenState, end_token, list_tokens, make_token, tables_for
from service.people import access
from service.people.actor import Actor, Role
from service.people.customer_changes import archive_customers
from service.people.members import forget, invite, remove
from service.people.person import what_is_kept
from service.workspace import Workspace
from storage import records
from storage.engines.database import open_database
from storage.files import rows as token_rows
from storage.records import AuditRow
from storage.verification import verify
from tests.builders import ADMIN, GO_LIVE, municipality, workspace

TODAY = GO_LIVE - timedelta(days=60)
UNTIL = TODAY + timedelta(days=30)


class House(NamedTuple):
    ws: Workspace
    customer_id: str
    boss: Actor

    def key(self, **about: object) -> str:
        said = {"purpose": "Power BI", "expires": UNTIL, "as_of": TODAY} | about
        return make_token(self.ws, self.boss, **said)  # type: ignore[arg-type]

    def states(self) -> list[TokenState]:
        return [each.state for each in list_tokens(self.ws, ADMIN, as_of=TODAY)]


@pytest.fixture
def house(address: str) -> Iterator[House]:
    with workspace(address) as ws:
        lead, _ = municipality(ws, "Ås")
        boss = invite(ws, ADMIN, None, role=Role.ADMIN, email="sjef@hpas.example", name="Sjefen")
        yield House(ws, lead.customer_id or "", Actor(boss, "Sjefen", Role.ADMIN))


def log(ws: Workspace) -> list[AuditRow]:
    with ws.database.reading() as connection:
        return [line for line in records.audit_log(connection) if line.actor != ADMIN.id]


ENDS: dict[str, tuple[Callable[[House, str], object], TokenState]] = {
    "ended": (lambda h, id_: end_token(h.ws, ADMIN, id_), TokenState.ENDED),
    "its maker is removed": (lambda h, _: remove(h.ws, ADMIN, h.boss.id), TokenState.MAKER_GONE),
    "its maker is forgotten": (lambda h, _: forget(h.ws, ADMIN, h.boss.id), TokenState.MAKER_GONE),
    "its customer is archived": (
        lambda h, _: archive_customers(h.ws, ADMIN, [h.customer_id]),
        TokenState.ARCHIVED,
    ),
}


@pytest.mark.parametrize("how", ENDS)
def test_a_key_that_has_ended_is_nobodys(house: House, how: str) -> None:
    act, state = ENDS[how]
    secret = house.key(customer_id=house.customer_id)
    row = who_asks(house.ws, secret, as_of=TODAY)
    act(house, row.id)
    with pytest.raises(NoToken) as refused:
        who_asks(house.ws, secret, as_of=TODAY)
    assert (refused.value.state, refused.value.message) == (state, NoToken().message)
    assert house.states() == [state]
    assert verify(house.ws.database).findings == ()


@pytest.mark.parametrize(("days", "good"), [(0, True), (29, True), (30, True), (31, False), (400, False)])
def test_a_key_is_good_through_its_last_day(house: House, days: int, good: bool) -> None:
    secret, day = house.key(), TODAY + timedelta(days=days)
    if good:
        assert who_asks(house.ws, secret, as_of=day).purpose == "Power BI"
        return
    with pytest.raises(NoToken):
        who_asks(house.ws, secret, as_of=day)


def test_what_the_command_line_made_outlives_everyone(house: House) -> None:
    secret = make_token(house.ws, OFFICE, purpose="Skript", expires=UNTIL, as_of=TODAY)
    remove(house.ws, ADMIN, house.boss.id)
    assert who_asks(house.ws, secret, as_of=TODAY).made_by == OFFICE.id
    assert list_tokens(house.ws, ADMIN, as_of=TODAY)[0].made_by == "Kommandolinjen"


@pytest.mark.parametrize("guess", ["", "x", "æ" * 43, "\0", "klarsjekk_" + "A" * 43, "x" * 100_000])
def test_a_guess_is_nobodys(house: House, guess: str) -> None:
    house.key()
    with pytest.raises(NoToken) as refused:
        who_asks(house.ws, guess, as_of=TODAY)
    assert (refused.value.row, refused.value.message) == (None, NoToken().message)


REFUSED: list[tuple[dict[str, object], str]] = [
    ({"purpose": "  "}, "purpose_missing"),
    ({"purpose": "a\u202eb"}, "direction_mark"),
    ({"purpose": "x" * 201}, "text_too_long"),
    ({"expires": TODAY - timedelta(days=1)}, "expires_passed"),
    ({"expires": TODAY + LONGEST + timedelta(days=1)}, "expires_too_late"),
    ({"tables": ["nothing"]}, "unknown_table"),
    ({"tables": ["log"]}, "unknown_table"),
    ({"tables": ["access"]}, "unknown_table"),
]


@pytest.mark.parametrize(("about", "fault"), REFUSED)
def test_a_key_that_may_not_be_is_not_made(house: House, about: dict[str, object], fault: str) -> None:
    with pytest.raises(BadInput) as refused:
        house.key(**about)
    assert (refused.value.fault, house.states()) == (fault, [])


def test_a_key_of_one_customer_has_no_table_of_all_and_none_is_of_what_is_not_there(house: House) -> None:
    with pytest.raises(BadInput):
        house.key(customer_id=house.customer_id, tables=["comparison"])
    with pytest.raises(NotAllowed):
        house.key(customer_id="missing")
    assert house.key(customer_id=house.customer_id, tables=["answers"])


def test_nobody_reads_people_or_the_log_with_a_key() -> None:
    offered = [*tables_for(None)]
    assert {"log", "access"}.isdisjoint(offered)
    assert {"comparison", "customers", "answers", "all_answers"} <= set(offered)
    of_one = tables_for("c")
    assert of_one.keys() < set(offered)
    assert not any(export.of_all for export in of_one.values())


def test_only_the_hash_is_kept_and_what_was_done_is_logged(house: House) -> None:
    secret = house.key()
    id_ = who_asks(house.ws, secret, as_of=TODAY).id
    end_token(house.ws, ADMIN, id_)
    end_token(house.ws, ADMIN, id_)
    with house.ws.database.reading() as connection:
        (row,) = token_rows.tokens(connection)
        lines = [line for line in records.audit_log(connection) if line.operation == "manage_tokens"]
    assert secret not in repr(row)
    assert [(line.object, line.detail) for line in lines] == [(f"token:{id_}", "made"), (f"token:{id_}", "ended")]
    assert secret not in str(what_is_kept(house.ws, ADMIN, house.boss.id))


def test_the_log_gets_a_line_of_a_key_and_a_table_an_hour(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    row = who_asks(house.ws, house.key(), as_of=TODAY)
    began = access.now().replace(minute=10)
    # Minutes after ten past: two readings of each table in the first hour, one of each in the next.
    for minutes in (0, 1, 49, 50, 109):
        monkeypatch.setattr(access, "now", lambda held=began + timedelta(minutes=minutes): held)
        for name in ("comparison", "customers"):
            read_table(house.ws, row, AskedTable(name, Ending.JSON, {}), as_of=TODAY)
    said = [line for line in log(house.ws) if line.operation == "export_comparison"]
    assert [(line.detail, (line.at - began) // timedelta(minutes=50)) for line in said] == [
        (name, hour) for hour in (0, 1) for name in ("comparison", "customers")
    ]
    assert {line.actor for line in said} == {f"token:{row.id}"}
    assert list_tokens(house.ws, ADMIN, as_of=TODAY)[0].used_at == began + timedelta(minutes=50)


def test_refusals_are_logged_as_seldom_and_never_as_a_use(house: House) -> None:
    row = who_asks(house.ws, house.key(tables=["waves"]), as_of=TODAY)
    for _ in range(3):
        for name in ("comparison", "nothing", "nothing at all"):
            with pytest.raises((NotInToken, NoSuchTable)):
                read_table(house.ws, row, AskedTable(name, Ending.CSV, {}), as_of=TODAY)
        note_no_token(house.ws, NoToken())
        note_no_token(house.ws, NoToken(row, TokenState.EXPIRED))
        note_too_often(house.ws, row)
    token = f"token:{row.id}"
    said = [(line.actor, line.outcome, line.detail) for line in log(house.ws) if line.operation == "use_token"]
    assert said == [
        (token, "refused", "comparison"),
        (token, "refused", None),
        ("nobody", "refused", None),
        (token, "refused", "expired"),
        (token, "refused", "often"),
    ]
    assert list_tokens(house.ws, ADMIN, as_of=TODAY)[0].used_at is None


@pytest.fixture
def beside(house: House, address: str) -> Iterator[House]:
    """Another process on the same database."""
    with Workspace(open_database(address, beside=True), house.ws.catalogue) as ws:
        yield house._replace(ws=ws)


def test_a_key_is_good_and_ends_in_every_process_and_they_write_one_line_together(house: House, beside: House) -> None:
    secret = house.key()
    rows = [who_asks(each.ws, secret, as_of=TODAY) for each in (house, beside)]
    customers = AskedTable("customers", Ending.CSV, {})

    def reading(turn: int) -> bytes:
        ws = (house, beside)[turn % 2].ws
        return read_table(ws, rows[turn % 2], customers, as_of=TODAY)

    with ThreadPoolExecutor(6) as threads:
        assert len(set(threads.map(reading, range(12)))) == 1
    # At the turn of an hour there are two.
    assert len([line for line in log(house.ws) if line.operation == "export_comparison"]) in (1, 2)
    end_token(beside.ws, ADMIN, rows[0].id)
    for each in (house, beside):
        with pytest.raises(NoToken):
            who_asks(each.ws, secret, as_of=TODAY)
    assert verify(house.ws.database).findings == ()
