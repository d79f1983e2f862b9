"""Which schema a database has, and bringing it up to the code's. Refuses a database that is newer than the code."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def revision_of(connection: Connection) -> str | None:
    """The schema version the database says it has; None when it has no tables of ours."""
    return MigrationContext.configure(connection).get_current_revision()


# The code's own versions do not change while it runs, and each file of them is run to be read.
@cache
def newest_revision(migrations: Path = MIGRATIONS) -> str:
    """The schema version of the code."""
    head = ScriptDirectory(migrations).get_current_head()
    if head is None:
        raise LookupError(f"no migrations in {migrations}")
    return head


@cache
def is_known(revision: str, migrations: Path = MIGRATIONS) -> bool:
    return revision in {script.revision for script in ScriptDirectory(migrations).walk_revisions()}


def upgrade(connection: Connection, migrations: Path = MIGRATIONS, *, to: str = "head") -> None:
    """Run what is missing up to `to`, inside the transaction of `connection`."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
