"""Both engines for the tests that keep something: a new SQLite file, or a new database on a server of our own; one browser."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from storage.engines.database import open_database
from tests.chromium import browser
from tests.postgres import PostgresServer
from tests.processes import pytest_xdist_make_scheduler
from tests.quick import pytest_addoption, pytest_collection_modifyitems, pytest_configure, pytest_runtest_protocol
from tests.tell import pytest_terminal_summary, tell

__all__ = [
    "browser",
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


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a test may make its database, on each engine."""
    with an_address(request, tmp_path_factory) as made:
        yield made


@pytest.fixture(params=ENGINES, scope="module")
def address_of_module(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same, for all tests of a module."""
    with an_address(request, tmp_path_factory) as made:
        yield made


@contextmanager
def an_address(request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{folders.mktemp('database') / 'klarsjekk.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.new_database(template=request.getfixturevalue("with_tables"))
    yield server.address(name)
    server.drop(name)
