"""Triggers that keep the database from changing what must stand: the migrations call these for the tables they make."""

from collections.abc import Iterable

from sqlalchemy import Connection


def refuse_changes(connection: Connection, *tables: str) -> None:
    """Rows of these are only ever added."""
    _guard(connection, tables, ("UPDATE", "DELETE"), "is append-only")


def refuse_removal(connection: Connection, *tables: str) -> None:
    """Rows of these may change, and are never taken away."""
    _guard(connection, tables, ("DELETE",), "keeps its rows")


def _guard(connection: Connection, tables: Iterable[str], changes: tuple[str, ...], why: str) -> None:
    for table in tables:
        if connection.dialect.name == "sqlite":
            for change in changes:
                connection.exec_driver_sql(
                    f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} {why}'); END"
                )
        else:
            # `refuse_change` is made in migration 2.
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_no_change BEFORE {' OR '.join(changes)} OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
