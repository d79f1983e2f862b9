"""A database in PostgreSQL, for more than one process of the app: opening it, and bringing it up to date in turn."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from sqlalchemy import URL, Engine

from storage.chain_keys import keys_in
from storage.engines import portable_copy, postgres_problems, postgres_server, schema
from storage.engines.address import shown_address
from storage.engines.problems import DatabaseProblem, NewerSchema, OlderSchema
from storage.engines.transactions import Database

# Half a megabyte that does not press together, on the disk the tables lie on: the one of the database.
_TRIAL = (
    "SET LOCAL temp_tablespaces = ''; "
    "CREATE TEMP TABLE klarsjekk_room ON COMMIT DROP AS "
    "SELECT md5(random()::text) || md5(random()::text) AS said FROM generate_series(1, 6000)"
)


class PostgresDatabase(Database):
    """Rows are locked by those who write them; there is no turn to wait for."""

    for_reading: ClassVar = {"isolation_level": "REPEATABLE READ", "reading": True}
    for_writing: ClassVar = {"isolation_level": "READ COMMITTED", "reading": False}

    def __init__(self, engine: Engine, place: str, *, writable: bool, migrations: Path) -> None:
        super().__init__(engine, place, writable=writable)
        self._migrations = migrations

    @contextmanager
    def _turn(self) -> Iterator[None]:
        yield

    def _named(self, error: Exception) -> DatabaseProblem | None:
        return postgres_problems.named(error, self.place)

    def check_room(self) -> None:
        """Raise what keeps people from saving: `DiskFull`, `ReadOnly`. Tries it, in a table that is gone at once.

        A PostgreSQL on another machine says nothing of its disk until it must grow a file.
        """
        with self.writing() as connection:
            connection.exec_driver_sql(_TRIAL)

    def copy_to(self, target: Path) -> None:
        with self.reading() as connection:
            portable_copy.into_file(connection, target, self._migrations)


def open_postgres(address: URL, *, create: bool, read_only: bool, migrations: Path) -> PostgresDatabase:
    """Open the database; see `storage.engines.database.open_database`."""
    database = connected(address, read_only=read_only, migrations=migrations)
    try:
        upgraded = _bring_up_to_date(database, migrations, create=create, read_only=read_only)
        database.take_keys(keys_in(os.environ), seal=(create or upgraded) and not read_only)
    except BaseException:
        database.close()
        raise
    return database


def connected(address: URL, *, read_only: bool, migrations: Path) -> PostgresDatabase:
    """The database as it is, whatever tables it has. Raises a `DatabaseProblem` when the server is of no use."""
    engine = postgres_server.make_engine(address)
    database = PostgresDatabase(engine, shown_address(address), writable=not read_only, migrations=migrations)
    try:
        with database.reading() as connection:
            postgres_server.check_server(connection, database.place, read_only=read_only)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up_to_date(database: PostgresDatabase, migrations: Path, *, create: bool, read_only: bool) -> bool:
    """Whether it had to be made or upgraded."""
    if _is_up_to_date(database, migrations, create=create and not read_only):
        return False
    if read_only:
        raise OlderSchema(database.place)
    with database.writing() as connection:
        postgres_server.take_migration_turn(connection)
        # Another process may have done it while we waited; then this does nothing.
        schema.upgrade(connection, migrations)
    return True


def _is_up_to_date(database: PostgresDatabase, migrations: Path, *, create: bool) -> bool:
    with database.reading() as connection:
        revision = postgres_server.revision_of(connection, database.place)
    if revision is None and create:
        return False
    known = postgres_server.require_tables(revision, database.place)
    if not schema.is_known(known, migrations):
        raise NewerSchema(database.place, f"utgave {known}")
    return known == schema.newest_revision(migrations)
