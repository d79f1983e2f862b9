"""Strangers in hundreds: what the server holds of them is bounded, and who has logged in is served beside them.

No time is judged here; the long form, by way of nginx, is in `test_many_strangers.py` (`make soak`).
"""

from collections.abc import Iterator

import pytest

from tests.beside import Attacked, attacked, beside

# Megabytes more than before: what some hundred tabs without a login hold.
MOST = 120
# What each kind is told, beside being cut off.
TOLD = {
    "sockets": {"101"},
    "slow bodies": {"403"},
    "uploads": {"403"},
    "tickets": {"404"},
    "keys": {"401", "429", "503"},
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    with attacked(tmp_path_factory.mktemp("attacked"), by_nginx=False) as site:
        yield site


@pytest.mark.parametrize("kind", TOLD)
def test_who_has_logged_in_is_served_beside_strangers(server: Attacked, kind: str) -> None:
    before = server.memory
    given = beside(server, kind, number=200, seconds=0.5, coming=1)
    assert given.seconds
    assert not given.unsaved
    assert given.most - before < MOST
    assert set(given.told) <= TOLD[kind] | {"cut off"}
