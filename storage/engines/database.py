"""Opening the database: an SQLite file, or PostgreSQL when the address says so.

Refuses every state in which going on could lose something (`storage.engines.problems`).
"""

from pathlib import Path

from storage.engines import schema
from storage.engines.address import parsed
from storage.engines.sqlite_database import open_sqlite
from storage.engines.transactions import Database

__all__ = ["Database", "open_database"]


def open_database(
    url: str,
    *,
    create: bool = False,
    read_only: bool = False,
    beside: bool = False,
    migrations: Path = schema.MIGRATIONS,
) -> Database:
    """Open the database at `url` and bring its schema up to the code's.

    create: make the file (and its folder, one level), or the tables in an empty PostgreSQL database, when there are
    none. read_only: no lock, no upgrade, no writing. beside: for a short job while the app has an SQLite file; no lock of
    ours and no upgrade, and each write waits for its turn as SQLite gives it. Raises a `DatabaseProblem`.
    """
    address = parsed(url)
    if address.get_backend_name() == "sqlite":
        path = Path(str(address.database)).expanduser().resolve()
        return open_sqlite(path, create=create, read_only=read_only, beside=beside, migrations=migrations)
    # psycopg takes a fifth of a second to load, which those on SQLite need not wait for.
    from storage.engines.postgres_database import open_postgres

    return open_postgres(address, create=create, read_only=read_only, migrations=migrations)
