"""What the app's own role may do in PostgreSQL: read, add, and change what may change. The owner of the tables grants it."""

from sqlalchemy import Connection

from storage import facts
from storage.answers.tables import visit
from storage.engines.transactions import Database
from storage.files.tables import api_use
from storage.letters.tables import calendar_feed, letter, letter_choice
from storage.people.tables import ended_login, open_login
from storage.review.tables import response_sheet
from storage.tables import Kept, answer, chain_head, metadata

# `storage.chain_check`, which every command reads, has read the modules that hold them.
_TABLES = metadata.sorted_tables
_GOES = {response_sheet, ended_login, open_login, letter, letter_choice, calendar_feed}
_CHANGES = {answer, chain_head, visit, api_use, *_GOES}


def grant_to(database: Database, role: str) -> None:
    """Let the role do what the app does, and nothing else: it can take away no fact, and no trigger."""
    with database.writing() as connection:
        _grant(connection, connection.dialect.identifier_preparer.quote(role))


def _grant(connection: Connection, role: str) -> None:
    connection.exec_driver_sql(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}")
    connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA public TO {role}")
    connection.exec_driver_sql(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}")
    connection.exec_driver_sql(f"GRANT SELECT ON alembic_version TO {role}")
    for table in _TABLES:
        rights = ["SELECT", "INSERT"]
        rights += ["UPDATE"] if facts.is_a(table, Kept.STANDING) or table in _CHANGES else []
        rights += ["DELETE"] if table in _GOES else []
        connection.exec_driver_sql(f"GRANT {', '.join(rights)} ON {table.name} TO {role}")
