"""Both engines for the tests that keep something: an SQLite file, or a database on a server of our own, with empty tables.

Both are copied or emptied, and not made anew for each; and one browser.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from content.catalogue import Content, read_content
from storage.engines.database import open_database
from tests import quick, spared
from tests.chromium import browser, chromium, pytest_runtest_setup
from tests.memory import write_to_memory
from tests.new_files import new_file
from tests.postgres import PostgresServer
from tests.processes import pytest_xdist_make_scheduler
from tests.quick import pytest_addoption, pytest_collection_modifyitems, pytest_runtest_protocol
from tests.tell import pytest_terminal_summary, tell

__all__ = [
    "browser",
    "chromium",
    "pytest_addoption",
    "pytest_collection_modifyitems",
    "pytest_runtest_protocol",
    "pytest_runtest_setup",
    "pytest_terminal_summary",
    "pytest_xdist_make_scheduler",
    "tell",
]

ENGINES = ("sqlite", "postgresql")
MAIN = sys.modules["__main__"]
ASSESSMENTS = Path(__file__).parents[1] / "assessments"


def pytest_configure(config: pytest.Config) -> None:
    quick.pytest_configure(config)
    write_to_memory()
    spared.keep_compiled()
    spared.compile_pages_once()
    spared.compile_statements_once()


def pytest_collection_finish() -> None:
    spared.look_through_less()


_read_once = cache(read_content)


def _read(folder: Path) -> Content:
    """Nothing changes our own content while tests run, and to read it takes longer than most of them."""
    return _read_once(folder) if folder == ASSESSMENTS else read_content(folder)


@pytest.fixture(scope="session", autouse=True)
def our_content_is_read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("service.workspace.read_content", _read)
        patch.setattr("commands.score.read_catalogue", lambda folder: _read(folder).catalogue)
        yield


def pytest_runtest_teardown() -> None:
    """AppTest leaves the script it ran in place of the main module, and a process that is begun later would run that first."""
    sys.modules["__main__"] = MAIN


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


@pytest.fixture(scope="session")
def emptied() -> list[str]:
    """The databases on the server that a test is done with, as good as new."""
    return []


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
        path = folders.mktemp("database") / "klarsjekk.db"
        new_file(path)
        yield f"sqlite:///{path}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    template: str = request.getfixturevalue("with_tables")
    emptied: list[str] = request.getfixturevalue("emptied")
    name = emptied.pop() if emptied else server.new_database(template=template)
    yield server.address(name)
    if server.empty(name, like=template):
        emptied.append(name)
    else:
        server.drop(name)
