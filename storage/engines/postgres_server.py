"""PostgreSQL: the engine, the settings every connection gets, and what must hold before we use a database."""

from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect

from storage.engines import schema
from storage.engines.problems import NoTables, NotOurs, ReadOnly, WrongEncoding

# A save that takes longer is told as not made; a transaction left open by a killed script does not hold others up.
_SETTINGS = {
    "statement_timeout": "15s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",
    "timezone": "UTC",
}
_NETWORK = {
    "application_name": "klarsjekk",
    "client_encoding": "utf8",
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
_MIGRATION_LOCK = 0x4B4C4152  # "KLAR"


def make_engine(address: URL) -> Engine:
    """Room for 40 at once, each connection tried before it is used: a server that was restarted is not noticed."""
    given = address.query.get("options", "")
    settings = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    options = f"{settings} {given if isinstance(given, str) else ' '.join(given)}".strip()
    engine = create_engine(
        address.set(drivername="postgresql+psycopg"),
        connect_args={**_NETWORK, "options": options},
        pool_size=20,
        max_overflow=20,
        pool_timeout=30,
        pool_pre_ping=True,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # SQLAlchemy's own option would afterwards ask for READ WRITE also where the server's default is read-only.
        reading = connection.get_execution_options().get("reading", False)
        connection.connection.driver_connection.read_only = True if reading else None  # type: ignore[union-attr]

    return engine


def check_server(connection: Connection, place: str, *, read_only: bool) -> None:
    """Raise `WrongEncoding` unless every letter can be stored, and `ReadOnly` when we are to write and the server takes none."""
    encoding = _setting(connection, "server_encoding")
    if encoding != "UTF8":
        raise WrongEncoding(place, encoding)
    standby = connection.exec_driver_sql("SELECT pg_is_in_recovery()").scalar_one()
    if not read_only and (standby or _setting(connection, "default_transaction_read_only") == "on"):
        raise ReadOnly(place)


def revision_of(connection: Connection, place: str) -> str | None:
    """The schema version of our tables; None when the database is empty. Raises `NotOurs`."""
    revision = schema.revision_of(connection)
    tables = set(inspect(connection).get_table_names())
    if revision is None and not tables:
        return None
    numbered = revision is not None and len(revision) == len("0001") and revision.isdecimal()
    if not numbered or "answer_revision" not in tables:
        raise NotOurs(place)
    return revision


def require_tables(revision: str | None, place: str) -> str:
    """The schema version, where there must be one. Raises `NoTables`."""
    if revision is None:
        raise NoTables(place)
    return revision


def take_migration_turn(connection: Connection) -> None:
    """Wait until no other process changes the tables; the turn ends with the transaction."""
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    connection.exec_driver_sql("SET LOCAL lock_timeout = '5min'")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})")


def _setting(connection: Connection, name: str) -> Any:
    return connection.exec_driver_sql(f"SHOW {name}").scalar_one()
