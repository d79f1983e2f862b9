"""Many people save through nginx while each replica is killed in turn: what is acknowledged is stored."""

import asyncio

from deploy.local import Site
from tests.crash.budget import budget
from tests.diligent import Person, summary, until
from tests.replicas.conftest import Replicas
from tests.tell import Tell

CLIENTS = budget(8, 20)
# Saves before a kill, and before the one that was killed comes back.
BEFORE, WITHOUT = budget(60, 150), budget(25, 60)


def test_no_acknowledged_save_is_lost_when_replicas_are_killed(replicas: Replicas, tell: Tell) -> None:
    people = [Person(replicas.take()) for _ in range(CLIENTS)]
    kills = budget(2, 30)
    asyncio.run(_kill_in_turn(replicas.site, people, kills))
    lost = replicas.lost(people)
    tell(f"two replicas: {kills} kills of one, {summary(people, lost)}")
    assert lost == {}
    assert all(person.told for person in people)
    assert sum(person.cut_off for person in people) >= kills


async def _kill_in_turn(site: Site, people: list[Person], kills: int) -> None:
    stop, tls = asyncio.Event(), site.tls()
    async with asyncio.TaskGroup() as group:
        for person in people:
            group.create_task(person.work(lambda: site.url, stop, tls=tls))
        for kill in range(kills):
            await until(BEFORE, people)
            replica = site.replicas[1 + kill % 2]
            await asyncio.to_thread(replica.kill)
            # The other one takes them all before this one is back.
            await until(WITHOUT, people)
            replica.start()
            await asyncio.to_thread(replica.wait_until_ready)
        await until(WITHOUT, people)
        stop.set()
