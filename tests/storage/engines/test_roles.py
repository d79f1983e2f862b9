"""The app's role in PostgreSQL: it does all the app does, and can neither change a fact nor take a trigger away."""

from collections.abc import Iterator

import psycopg
import pytest

from cli import main
from commands.database import APP_ROLE
from storage.engines import problems
from storage.engines.database import open_database
from storage.verification import verify
from tests.postgres import PostgresServer
from tests.storage.everything import fill_with_everything

OWNER, APP = "test_owner", "test_app"


@pytest.fixture(scope="module")
def name(postgres: PostgresServer) -> Iterator[str]:
    """A database with our tables, made by its owner, to which the app's role was let in."""
    made = postgres.new_database()
    for statement in (f"CREATE ROLE {OWNER} LOGIN", f"CREATE ROLE {APP} LOGIN"):
        postgres.execute(statement)
    postgres.execute(f"ALTER SCHEMA public OWNER TO {OWNER}", database=made)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(APP_ROLE, APP)
        assert main(["migrate", "--database", postgres.address(made, user=OWNER)]) == 0
    yield made
    postgres.drop(made)
    for role in (OWNER, APP):
        postgres.execute(f"DROP ROLE {role}")


def test_the_role_does_all_that_the_app_does(postgres: PostgresServer, name: str) -> None:
    with open_database(postgres.address(name, user=APP)) as database:
        fill_with_everything(database)
        database.check_room()
        assert verify(database).findings == ()


REFUSED = (
    "UPDATE snapshot SET body = ''",
    "DELETE FROM audit_event",
    "TRUNCATE audit_event",
    "UPDATE chain_entry SET content = ''",
    "DELETE FROM chain_head",
    "DELETE FROM customer",
    "ALTER TABLE snapshot DISABLE TRIGGER ALL",
    "DROP TRIGGER snapshot_no_change ON snapshot",
    "DROP FUNCTION refuse_change() CASCADE",
    "SET session_replication_role = replica",
    "DROP TABLE audit_event",
    "CREATE TABLE more (id INTEGER)",
    f"SET ROLE {OWNER}",
)


@pytest.mark.parametrize("statement", REFUSED)
def test_the_role_is_refused_what_would_falsify(postgres: PostgresServer, name: str, statement: str) -> None:
    with (
        psycopg.connect(f"host={postgres.folder} dbname={name} user={APP}") as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())


def test_a_role_that_nobody_let_in_is_told_so(postgres: PostgresServer, name: str) -> None:
    postgres.execute("CREATE ROLE test_stranger LOGIN")
    with pytest.raises(problems.NoRights):
        open_database(postgres.address(name, user="test_stranger"))
    postgres.execute("DROP ROLE test_stranger")
