"""All rows from one database into another of the same schema, whichever engines the two are on.

The tables are read from the databases themselves, so that an older schema can be copied too.
"""

from pathlib import Path

from sqlalchemy import Connection, MetaData, Table, func, insert, select, text

from storage.engines import schema, sqlite_file
from storage.engines.sqlite_database import SqliteDatabase, make_tables

ROWS_AT_A_TIME = 1000
VERSION_TABLE = "alembic_version"


def into_file(source: Connection, target: Path, migrations: Path) -> None:
    """A new SQLite file, for the owner's eyes only, with all that `source` sees."""
    sqlite_file.make_empty(target)
    make_tables(target, migrations, to=schema.revision_of(source) or "head")
    with SqliteDatabase(sqlite_file.make_engine(target, mode="rw"), target, None) as copy:
        with copy.naming_problems(), copy.engine.connect() as connection, connection.begin():
            rows_into(source, connection)
        sqlite_file.leave_as_one_file(copy.engine)
    sqlite_file.flush(target)


def rows_into(source: Connection, target: Connection) -> None:
    """Every row of every table; the target has the same tables, all of them empty."""
    theirs = _tables(target)
    for table in _tables(source).sorted_tables:
        if table.name != VERSION_TABLE:
            _copy(source, target, table, theirs.tables[table.name])


def _tables(connection: Connection) -> MetaData:
    tables = MetaData()
    tables.reflect(connection)
    return tables


def _copy(source: Connection, target: Connection, table: Table, to: Table) -> None:
    query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=ROWS_AT_A_TIME)
    for rows in source.execute(query).mappings().partitions():
        target.execute(insert(to), [dict(row) for row in rows])
    if target.dialect.name == "postgresql":
        _go_on_counting(target, to)


def _go_on_counting(target: Connection, table: Table) -> None:
    """The next number a table hands out must follow the last one it has."""
    for column in table.primary_key.columns:
        named = {"table": table.name, "column": column.name}
        counter = target.execute(text("SELECT pg_get_serial_sequence(:table, :column)"), named).scalar_one()
        last = target.execute(select(func.max(column))).scalar_one() if counter else None
        if last is not None:
            target.execute(text("SELECT setval(:counter, :last)"), {"counter": counter, "last": last})
