"""Both engines for the tests that keep something: a new SQLite file, or a new database on a server of our own; one browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.engines.database import open_database
from tests.chromium import browser
from tests.postgres import Lent, PostgresServer
from tests.processes import pytest_xdist_make_scheduler
from tests.quick import pytest_addoption, pytest_collection_modifyitems, pytest_configure, pytest_runtest_protocol
from tests.read_once import content_is_read_once
from tests.tell import pytest_terminal_summary, tell

__all__ = [
    "browser",
    "content_is_read_once",
    "pytest_addoption",
    "pytest_collection_modifyitems",
    "pytest_configure",
    "pytest_runtest_protocol",
    "pytest_terminal_summary",
    "pytest_xdist_make_scheduler",
    "tell",
]

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The server all tests share; it is started by the first that needs it."""
    server = PostgresServer()
    yield server
    server.close()


@pytest.fixture(scope="session")
def with_tables(postgres: PostgresServer) -> str:
    """A database on the server with our tables and nothing in them, to be copied."""
    name = postgres.new_database()
    open_database(postgres.address(name), create=True).close()
    return name


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of each engine in turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def file_with_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with our tables and nothing in them, to be copied."""
    path = tmp_path_factory.mktemp("tables") / "klarsjekk.db"
    open_database(f"sqlite:///{path}", create=True).close()
    return path


@pytest.fixture(scope="session")
def lent(postgres: PostgresServer, with_tables: str) -> Lent:
    """The one database on the server that tests are lent in turn."""
    return Lent(postgres, with_tables)


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a test has its database, on each engine: our tables, and nothing in them."""
    if request.param == "sqlite":
        yield a_copy(request, tmp_path)
        return
    held: Lent = request.getfixturevalue("lent")
    yield held.address()
    held.take_back()


@pytest.fixture(params=ENGINES, scope="module")
def address_of_module(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same, for all tests of a module."""
    if request.param == "sqlite":
        yield a_copy(request, tmp_path_factory.mktemp("database"))
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.new_database(template=request.getfixturevalue("with_tables"))
    yield server.address(name)
    server.drop(name)


def a_copy(request: pytest.FixtureRequest, folder: Path) -> str:
    return f"sqlite:///{shutil.copy(request.getfixturevalue('file_with_tables'), folder / 'klarsjekk.db')}"
