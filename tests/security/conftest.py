"""One provider, one app with login and one database for all the tests here; each test has people of its own to change."""

import os
from collections.abc import Iterator

import pytest

from tests.security.serve import Server, app, provider, secrets_toml
from tests.security.world import PEOPLE, build

# Minutes of attack: only `make soak` has them.
collect_ignore = [] if os.environ.get("KLARSJEKK_SOAK") == "1" else ["test_many_strangers.py"]


@pytest.fixture(scope="session")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with provider(tmp_path_factory.mktemp("provider"), PEOPLE.values()) as running:
        yield running


@pytest.fixture(scope="session")
def other_issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A provider people can log in with, whose word on addresses is not taken."""
    with provider(tmp_path_factory.mktemp("other"), PEOPLE.values()) as running:
        yield running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, issuer: str, other_issuer: str) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("app")
    secrets = secrets_toml({"entra": issuer, "other": other_issuer}, issuers=[issuer])
    with app(folder, build(folder), secrets=secrets, issuer=issuer) as running:
        yield running
