"""A falsified database: whatever is changed, taken away, put in or cut off behind our back is found, on either engine.

The one who does it may write anything and works the whole chain out anew; what is not there to use is the key.
"""

import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import (
    Connection,
    Engine,
    Table,
    UniqueConstraint,
    create_engine,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from storage import facts, links
from storage.chain_check import Proof
from storage.chain_keys import KEY, keys_in
from storage.engines.database import Database, open_database
from storage.findings import Fault
from storage.tables import Kept, answer_revision, audit_event, chain_entry, chain_head, metadata
from storage.verification import verify, verify_all
from tests.storage.behind import BehindOurBack, lift_guards, work_out_anew
from tests.storage.everything import fill_with_everything
from tests.storage.saving import an_event
from tests.tell import Tell

TIMES = 100
CHAINED = [table for table in metadata.sorted_tables if not facts.is_a(table, Kept.PASSING)]
GIVEN = "a-key-of-the-tests-and-of-nothing-else"
KEYS = keys_in({KEY: GIVEN})
Faults = set[Fault]


@pytest.fixture(scope="module", autouse=True)
def key() -> Iterator[None]:
    """The key in the environment, as PostgreSQL needs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY, GIVEN)
        yield


@pytest.fixture(scope="module")
def filled(address_of_module: str) -> Iterator[Engine]:
    """A database with everything in it, in which nothing is amiss; one engine, which need not compile a statement twice."""
    with open_database(address_of_module, create=True) as database:
        fill_with_everything(database)
        assert verify(database).findings == ()
    engine = create_engine(address_of_module)
    yield engine
    engine.dispose()


@contextmanager
def falsifying(engine: Engine) -> Iterator[Connection]:
    """A connection without triggers, on which nothing that is done stands afterwards."""
    with engine.connect() as connection:
        # SQLite's driver would begin a transaction only at the first change of a row, and let DDL stand.
        if engine.dialect.name == "sqlite":
            connection.connection.driver_connection.isolation_level = None  # type: ignore[union-attr]
            connection.exec_driver_sql("BEGIN")
        lift_guards(connection)
        try:
            yield connection
        finally:
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql("ROLLBACK")
            connection.rollback()


def found_in(connection: Connection) -> Faults:
    return {finding.fault for finding in verify_all(connection, KEYS).findings}


def _a_row(connection: Connection, table: Table, chance: random.Random) -> dict[str, Any]:
    order = list(table.primary_key.columns)
    return dict(chance.choice(connection.execute(select(table).order_by(*order)).mappings().all()))


def _here(table: Table, row: dict[str, Any]) -> list[Any]:
    return [column == row[column.name] for column in table.primary_key.columns]


def change(connection: Connection, table: Table, chance: random.Random) -> None:
    row = _a_row(connection, table, chance)
    names = [column.name for column in table.columns if not column.info and not column.primary_key]
    name = chance.choice([name for name in names if row[name] is not None])
    connection.execute(update(table).where(*_here(table, row)).values({name: _another(row[name])}))


def _another(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1000
    if isinstance(value, bytes):
        return value + b"\x00"
    if isinstance(value, str):
        return value[:-1] + ("x" if value[-1:] != "x" else "y")
    return value + timedelta(days=365)


def remove(connection: Connection, table: Table, chance: random.Random) -> None:
    connection.execute(delete(table).where(*_here(table, _a_row(connection, table, chance))))


def put_in(connection: Connection, table: Table, chance: random.Random) -> None:
    row = _a_row(connection, table, chance)
    last = list(table.primary_key.columns)[-1]
    new = connection.execute(select(func.max(last))).scalar_one()
    changed = {"version": None} if "version" in row and table.c.version.nullable else {}
    changed |= {name: _another(row[name]) for name in _alone(table)}
    connection.execute(insert(table).values({**row, **changed, last.name: new + 1 if isinstance(new, int) else "new"}))


def _alone(table: Table) -> list[str]:
    """The columns that no two rows have the same in, beside the key."""
    unique = [each for each in table.constraints if isinstance(each, UniqueConstraint) and len(each.columns) == 1]
    return [column.name for each in unique for column in each.columns]


def cut_off(connection: Connection, table: Table, chance: random.Random) -> None:
    """Take away the newest rows, from one to all."""
    keys = list(table.primary_key.columns)
    rows = connection.execute(select(table).order_by(*keys)).mappings().all()
    for row in rows[chance.randrange(len(rows)) :]:
        connection.execute(delete(table).where(*_here(table, dict(row))))


ACTS = {act.__name__: act for act in (change, remove, put_in, cut_off)}


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
@pytest.mark.parametrize("tables", [CHAINED, [audit_event]], ids=["every table", "the log"])
def test_what_is_done_to_a_row_is_found(
    filled: Engine, act: Callable[..., None], tables: list[Table], tell: Tell
) -> None:
    """Half the times the chain is left as it was, half the times it is worked out anew to fit."""
    chance, found = random.Random(act.__name__), 0
    for number in range(TIMES):
        with falsifying(filled) as connection:
            act(connection, tables[number % len(tables)], chance)
            if number % 2:
                work_out_anew(connection)
            found += bool(found_in(connection))
    tell(f"{filled.dialect.name}, {act.__name__}, {len(tables)} tables: {found} of {TIMES} found")
    assert found == TIMES


def a_link_changed(connection: Connection, number: int) -> None:
    content = connection.execute(select(chain_entry.c.content).where(chain_entry.c.number == number)).scalar_one()
    at = content.rindex('"') - 1
    other = "0" if content[at] != "0" else "1"
    connection.execute(
        update(chain_entry)
        .where(chain_entry.c.number == number)
        .values(content=f"{content[:at]}{other}{content[at + 1 :]}")
    )


def a_link_removed(connection: Connection, number: int) -> None:
    connection.execute(delete(chain_entry).where(chain_entry.c.number == number))


def a_link_put_in(connection: Connection, _number: int) -> None:
    last = connection.execute(select(func.max(chain_entry.c.number))).scalar_one()
    connection.execute(insert(chain_entry).values(number=last + 1, content="[]", hash="0" * 64))


def the_end_cut_off(connection: Connection, number: int) -> None:
    """With its rows, and a head that fits: all but the seal."""
    lines = select(chain_entry).where(chain_entry.c.number >= number)
    for row in connection.execute(lines).all():
        for name, key, _digest in json.loads(row.content):
            table = metadata.tables[name]
            here = [column == value for column, value in zip(table.primary_key.columns, key, strict=True)]
            connection.execute(delete(table).where(*here))
    connection.execute(delete(chain_entry).where(chain_entry.c.number >= number))
    end = connection.execute(select(chain_entry.c.hash).where(chain_entry.c.number == number - 1)).scalar()
    connection.execute(update(chain_head).values(number=number - 1, hash=end or ""))


LINKS = {act.__name__: act for act in (a_link_changed, a_link_removed, a_link_put_in, the_end_cut_off)}


@pytest.mark.parametrize("act", LINKS.values(), ids=LINKS.keys())
def test_what_is_done_to_a_link_is_found(filled: Engine, act: Callable[[Connection, int], None]) -> None:
    with falsifying(filled) as connection:
        count = int(connection.execute(select(func.max(chain_entry.c.number))).scalar_one())
    for number in range(1, count + 1):
        with falsifying(filled) as connection:
            act(connection, number)
            assert found_in(connection), number


def _last_revision_away(connection: Connection) -> None:
    """With the answer, the end of the response's own chain, and the one chain, all worked out anew."""
    last = dict(
        connection.execute(select(answer_revision).order_by(answer_revision.c.id.desc()).limit(1)).mappings().one()
    )
    connection.execute(delete(answer_revision).where(answer_revision.c.id == last["id"]))
    connection.execute(text("UPDATE response SET revisions = revisions - 1, head = :head"), {"head": last["prev_hash"]})
    connection.execute(text("DELETE FROM answer WHERE question_id = :q"), {"q": last["question_id"]})
    connection.execute(text("DELETE FROM answer_revision WHERE question_id = :q"), {"q": last["question_id"]})


# What was seen to pass for whole, and may never again.
SEEN = {
    "snapshots changed": "UPDATE snapshot SET body = '{\"Q-1\": 4}'",
    "snapshots deleted": "DELETE FROM snapshot",
    "all review lines flipped": "UPDATE review_line SET agreed = NOT agreed",
    "a waiver given by nobody": "UPDATE waiver SET state = 'approved', decided_by = 'nobody' WHERE id = 'w2'",
    "plan history deleted": "DELETE FROM action_revision",
    "go-live moved": "UPDATE customer SET go_live = '2028-01-01'",
    "audit log emptied": "DELETE FROM audit_event",
    "form body edited": "UPDATE questionnaire_form SET body = '{\"a\": 1}'",
    "the last revision taken away": _last_revision_away,
    "an access given back": "UPDATE member SET removed_at = NULL, removed_by = NULL",
    "a login moved to another": "UPDATE member SET subject = 'mallory' WHERE id = 'm1'",
}


@pytest.mark.parametrize("anew", [False, True], ids=["left", "worked out anew"])
@pytest.mark.parametrize("act", SEEN.values(), ids=SEEN.keys())
def test_what_was_seen_to_pass_is_found(filled: Engine, act: str | Callable[[Connection], object], anew: bool) -> None:
    with falsifying(filled) as connection:
        if isinstance(act, str):
            connection.execute(text(act))
        else:
            act(connection)
        if anew:
            work_out_anew(connection)
        assert found_in(connection)


def test_one_that_is_emptied_altogether_proves_nothing(filled: Engine) -> None:
    """It is as one that was never used: only a checksum from before tells."""
    with falsifying(filled) as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))
        assert verify_all(connection, KEYS).chain.proof is Proof.EMPTY


def _statement(table: Table, change: str) -> str:
    name = table.primary_key.columns.keys()[0]
    return f"UPDATE {table.name} SET {name} = {name}" if change == "UPDATE" else f"DELETE FROM {table.name}"


GUARDED = [(table, change) for table in CHAINED for change in ("UPDATE", "DELETE") if facts.is_a(table, Kept.FACT)]
GUARDED += [(table, "DELETE") for table in CHAINED if facts.is_a(table, Kept.STANDING)]
GUARDED += [(chain_entry, "UPDATE"), (chain_entry, "DELETE"), (chain_head, "DELETE")]


@pytest.mark.parametrize(("table", "change"), GUARDED, ids=[f"{table.name} {change}" for table, change in GUARDED])
def test_the_database_itself_refuses_to_change_a_fact(filled: Engine, table: Table, change: str) -> None:
    with filled.connect() as connection, pytest.raises(Exception, match=r"append-only|keeps its rows"):
        connection.exec_driver_sql(_statement(table, change))


def test_every_table_says_what_it_is_to_the_chain() -> None:
    unsaid = [table.name for table in metadata.sorted_tables if table.info.get("kept") not in list(Kept)]
    assert unsaid == [], "give the table info=FACT, STANDING or PASSING (docs/where-to-change.md)"


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    with open_database(address, create=True) as opened:
        fill_with_everything(opened)
        yield opened


def test_going_on_does_not_make_a_falsified_end_whole(address: str, database: Database) -> None:
    with BehindOurBack(address) as connection:
        connection.execute(text("UPDATE waiver SET state = 'approved' WHERE id = 'w2'"))
        connection.execute(text("UPDATE waiver_event SET state = 'approved' WHERE waiver_id = 'w2'"))
        work_out_anew(connection)
    assert Fault.HEAD_SEAL in {finding.fault for finding in verify(database).findings}
    with database.writing() as connection:
        facts.add(connection, audit_event, an_event())
    assert Fault.HEAD_SEAL in {finding.fault for finding in verify(database).findings}


def test_an_older_end_put_back_is_found_by_the_checksum_from_before(address: str, database: Database) -> None:
    """The one thing the key does not show: a whole earlier state, with the seal it had then."""
    with database.reading() as connection:
        then = connection.execute(select(chain_head)).mappings().one()
    with database.writing() as connection:
        facts.add(connection, audit_event, an_event())
    checksum = verify(database).chain.checksum
    assert verify(database, against=checksum).findings == ()
    with BehindOurBack(address) as connection:
        connection.execute(delete(chain_entry).where(chain_entry.c.number > then["number"]))
        connection.execute(
            update(chain_head).values({name: then[name] for name in ("number", "hash", "key_id", "seal")})
        )
        last = connection.execute(select(func.max(audit_event.c.id))).scalar_one()
        connection.execute(delete(audit_event).where(audit_event.c.id == last))
    assert verify(database).findings == ()
    assert [found.fault for found in verify(database, against=checksum).findings] == [Fault.OTHER_CHAIN]


@pytest.mark.parametrize("checksum", ["", "1", "1-", "x-" + "0" * 20, "99999999999-" + "0" * 20, "1-" + "%" * 20])
def test_a_checksum_that_is_none_is_in_no_chain(database: Database, checksum: str) -> None:
    assert [found.fault for found in verify(database, against=checksum).findings] == [Fault.OTHER_CHAIN]


def test_every_end_there_has_been_is_in_the_chain(database: Database) -> None:
    with database.reading() as connection:
        rows = list(links.entries(connection))
        ends = [links.ChainEnd(row.number, row.hash, "", "").checksum for row in rows]
        assert all(links.contains(connection, end) for end in ends)
    assert len(ends) > 5
