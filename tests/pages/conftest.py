"""The whole app on a real database file with the demo customers, one without a date and one without answers."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from scoring.vocabulary import CustomerType
from service.demo.customers import fill_demo
from service.people.customers import add_customer
from service.workspace import open_workspace
from tests.builders import ADMIN
from tests.new_files import copy_with_key
from tests.pages.house import ASSESSMENTS, DAYS_LEFT, NO_ANSWERS, NO_DATE, TODAY, House
from ui import access


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database file every test starts from a copy of."""
    path = tmp_path_factory.mktemp("pages") / "demo.db"
    with open_workspace(database_url=f"sqlite:///{path}", assessments=ASSESSMENTS, create=True) as ws:
        fill_demo(ws, ADMIN, as_of=TODAY)
        kind = CustomerType.MUNICIPALITY
        add_customer(
            ws, ADMIN, name=NO_ANSWERS, customer_type=kind, go_live=TODAY + timedelta(days=DAYS_LEFT), invented=True
        )
        add_customer(ws, ADMIN, name=NO_DATE, customer_type=kind, invented=True)
    return path


@pytest.fixture
def bare_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The app set to a database file that is not there yet."""
    path = tmp_path / "app.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.setenv("KLARSJEKK_TODAY", TODAY.isoformat())
    yield path
    if held := access._workspaces.pop(access.database_url(), None):
        held.close()


@pytest.fixture
def house(bare_app: Path, furnished: Path) -> House:
    """The app with customers in it."""
    copy_with_key(furnished, bare_app)
    return House(bare_app)
