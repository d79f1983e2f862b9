"""Two thousand strangers by way of nginx, kind by kind: `make soak`. Those who have logged in wait twice as long at most."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.beside import Attacked, attacked, beside, served
from tests.strangers import KINDS

STRANGERS, SECONDS = 2_000, 15
RATIO = 2.0
# Seconds: below this, twice as long is nothing anyone feels, and what else the machine does decides.
UNFELT = 0.1
# Megabytes more than before.
MOST = 300


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    with attacked(tmp_path_factory.mktemp("attacked"), by_nginx=True) as made:
        asyncio.run(served(made, 3))
        yield made


@pytest.mark.parametrize("kind", KINDS)
def test_two_thousand_strangers_make_nobody_wait(site: Attacked, kind: str) -> None:
    before = site.memory
    alone = asyncio.run(served(site, SECONDS))
    given = beside(site, kind, number=STRANGERS, seconds=SECONDS)
    assert not given.unsaved
    assert given.most - before < MOST
    assert given.p95 <= max(RATIO * alone.p95, UNFELT)
