"""Looking through a database: whole when nobody has touched it, and every single changed value is found."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, Table, delete, func, select, text, update

from storage import records
from storage.answers import rows as answer_rows
from storage.answers.rows import Outcome
from storage.engines.database import Database, open_database
from storage.records import AuditRow
from storage.tables import RevisionKind, answer, answer_revision, audit_event, response
from storage.verification import Fault, verify
from tests.storage.behind import BehindOurBack
from tests.storage.keep_release import fill
from tests.storage.saving import AT, RESPONSE, an_edit, new_database
from tests.tell import Tell

CHANGES = 100


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    with new_database(address) as opened:
        yield opened


def _write(database: Database, number: int, chance: random.Random) -> None:
    edit = an_edit(
        f"S{chance.randrange(3)}",
        max(0, number - chance.choice((0, 0, 20))),
        chance.choice(("x", "æøå", "🫐\n", None)),
        base_version=chance.choice((0, 1, None)),
        question_id=f"Q-{chance.randrange(6)}",
    )
    with database.writing() as connection:
        answer_rows.write(connection, RESPONSE, edit)


def test_a_thousand_saves_are_whole_and_replayed(database: Database, tell: Tell) -> None:
    chance = random.Random(2)
    for number in range(1000):
        _write(database, number, chance)
    found = verify(database)
    assert (found.findings, found.responses, found.answers) == ((), 1, 6)
    tell(f"{database.engine.dialect.name}: 1000 saves, {found.revisions} revisions replayed, 0 amiss")
    assert found.revisions > 500


def test_every_single_changed_value_is_found(address: str, tell: Tell) -> None:
    """Every column of both tables in turn, in rows drawn by chance."""
    with new_database(address) as database:
        for number in range(40):
            _write(database, number, random.Random(number))
        assert verify(database).findings == ()
        columns = [(table, column.name) for table in (answer, answer_revision) for column in table.columns]
        chance, found, kinds = random.Random(3), 0, set()
        with BehindOurBack(address) as connection:
            for number in range(CHANGES):
                back = _change_one(connection, *columns[number % len(columns)], chance)
                findings = verify(database).findings
                found += bool(findings)
                kinds |= {finding.fault for finding in findings}
                back()
        assert verify(database).findings == ()
        tell(f"{database.engine.dialect.name}: {found} of {CHANGES} changed values found")
    assert found == CHANGES
    assert {Fault.REVISION, Fault.CHAIN_END, Fault.SEAL, Fault.ANSWER, Fault.NO_RESPONSE} <= kinds


def _change_one(connection: Connection, table: Table, column: str, chance: random.Random) -> Callable[[], object]:
    """Change one value in one row, as little as can be; what puts it back."""
    keys = list(table.primary_key.columns)
    row = chance.choice(connection.execute(select(table)).mappings().all())
    after = _another(row[column], column)
    here = [key == row[key.name] for key in keys]
    there = [key == (after if key.name == column else row[key.name]) for key in keys]
    connection.execute(update(table).where(*here).values({column: after}))
    return lambda: connection.execute(update(table).where(*there).values({column: row[column]}))


def _another(value: Any, column: str) -> Any:
    if value is None:
        return "x" if column == "content" else 1001
    if isinstance(value, int):
        return value + 1000
    if isinstance(value, str):
        return value[:-1] + chr(ord(value[-1]) ^ 0x10) if value else "x"
    return value.replace(microsecond=value.microsecond ^ 1)


AMISS: dict[str, tuple[Callable[[Connection], object], Fault]] = {
    "a revision in the middle is gone": (
        lambda c: c.execute(delete(answer_revision).where(answer_revision.c.id == 2)),
        Fault.REVISION,
    ),
    "the last revision is gone": (
        lambda c: c.execute(delete(answer_revision).where(answer_revision.c.id == _last(c))),
        Fault.CHAIN_END,
    ),
    "an answer is gone": (lambda c: c.execute(delete(answer)), Fault.NO_ANSWER),
    "the response is gone": (lambda c: c.execute(delete(response)), Fault.NO_RESPONSE),
    "the end of the chain is moved": (lambda c: c.execute(update(response).values(revisions=1)), Fault.CHAIN_END),
}


def _last(connection: Connection) -> Any:
    return connection.execute(select(func.max(answer_revision.c.id))).scalar_one()


@pytest.mark.parametrize(("spoil", "fault"), AMISS.values(), ids=AMISS.keys())
def test_what_is_missing_is_found(address: str, spoil: Callable[[Connection], object], fault: Fault) -> None:
    with new_database(address) as database:
        for turn in range(4):
            with database.writing() as connection:
                answer_rows.write(connection, RESPONSE, an_edit("A", turn, f"{turn}", base_version=turn))
        with BehindOurBack(address) as connection:
            spoil(connection)
        assert fault in {finding.fault for finding in verify(database).findings}


def test_a_moment_that_is_none_is_told_and_does_not_stop_the_rest(tmp_path_factory: pytest.TempPathFactory) -> None:
    address = f"sqlite:///{tmp_path_factory.mktemp('amiss') / 'klarsjekk.db'}"
    with new_database(address) as database:
        with database.writing() as connection:
            answer_rows.write(connection, RESPONSE, an_edit("A", 1, "x"))
        with BehindOurBack(address) as connection:
            connection.execute(text("UPDATE answer SET updated_at = '2027-13-45'"))
        assert [finding.fault for finding in verify(database).findings] == [Fault.UNREADABLE]


def test_what_the_log_holds_is_counted(database: Database) -> None:
    with database.writing() as connection:
        for _ in range(3):
            records.audit(connection, AuditRow(AT, "a", "o", "x", "done"))
    assert verify(database).audit_events == 3


def test_all_kinds_of_saves_are_whole(address: str) -> None:
    with open_database(address, create=True) as database:
        with database.writing() as connection:
            fill(connection)
        with database.reading() as connection:
            kinds = set(connection.execute(select(answer_revision.c.kind)).scalars())
            noted = connection.execute(select(func.count()).select_from(answer).where(answer.c.version == 0)).scalar()
            assert connection.execute(select(func.count()).select_from(audit_event)).scalar_one() == 3
        assert verify(database).findings == ()
    assert kinds == {RevisionKind.EDIT, RevisionKind.CONFLICT, RevisionKind.SUPERSEDED}
    assert noted is not None


def test_the_word_of_a_save_can_be_asked_for_again(database: Database) -> None:
    first, second = an_edit("A", 1, "x"), an_edit("B", 1, "y")
    late, same = an_edit("B", 0, "late"), an_edit("A", 2, "y")
    with database.writing() as connection:
        said = [answer_rows.write(connection, RESPONSE, edit) for edit in (first, second, late, same)]
    with database.writing() as connection:
        again = answer_rows.written_before(connection, RESPONSE, [first, second, late, same])
        assert answer_rows.written_before(connection, RESPONSE, [an_edit("C", 1, "z")]) is None
    assert again is not None
    assert [(w.outcome, w.version) for w in said] == [
        (Outcome.SAVED, 1),
        (Outcome.SAVED, 2),
        (Outcome.SUPERSEDED, 2),
        (Outcome.UNCHANGED, 2),
    ]
    assert [(w.outcome, w.version, w.overwritten) for w in again] == [
        (w.outcome, w.version, w.overwritten) for w in said
    ]
