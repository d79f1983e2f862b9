"""Both replicas are started anew, one after the other, as when a release is put in: whoever asks meanwhile is answered."""

import asyncio
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from deploy.local import Replica
from tests.protocol import Editor
from tests.replicas.conftest import Replicas
from tests.replicas.tab import ROUTE


def test_nobody_is_turned_away_while_both_are_started_anew_in_turn(replicas: Replicas) -> None:
    one, two = (replicas.site.replicas[number] for number in (1, 2))
    one.kill()
    assert [status(replicas, 1) for _ in range(5)] == [200] * 5
    start_again(one)
    two.kill()
    try:
        assert asyncio.run(asked_beside_a_tab(replicas)) == [200] * 5
    finally:
        start_again(two)
    assert [status(replicas, 2) for _ in range(5)] == [200] * 5


async def asked_beside_a_tab(replicas: Replicas) -> list[int]:
    """What nginx answers while a tab holds the first connection since the replica came back, which may last a day."""
    async with Editor(replicas.site.url, cookies={ROUTE: "1"}, tls=replicas.site.tls()):
        return [await asyncio.to_thread(status, replicas, 1) for _ in range(5)]


def status(replicas: Replicas, replica: int) -> int:
    """What comes of asking, by one whose tab is on this replica."""
    asked = Request(f"{replicas.site.url}/_stcore/health", headers={"Cookie": f"{ROUTE}={replica}"})
    try:
        with urlopen(asked, context=replicas.site.tls(), timeout=20) as reply:
            return int(reply.status)
    except HTTPError as refused:
        return refused.code


def start_again(replica: Replica) -> None:
    replica.start()
    replica.wait_until_ready()
