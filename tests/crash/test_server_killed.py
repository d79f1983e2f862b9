"""Nothing the page showed as saved is lost when the whole server is killed under people who answer, and started again."""

import asyncio
import os
import random
from datetime import date
from pathlib import Path

import pytest

from deploy.local import ASSESSMENTS, Replica
from deploy.processes import free_port
from service.workspace import open_workspace
from tests.crash.budget import budget
from tests.diligent import Person, Try, blank_customers, differences, summary, until
from tests.tell import Tell

TODAY = date(2027, 2, 1)
PEOPLE = 6


def test_what_was_shown_as_saved_survives_that_the_server_is_killed(
    engine: str, durable_address: str, tmp_path: Path, tell: Tell
) -> None:
    with open_workspace(database_url=durable_address, assessments=ASSESSMENTS, create=True) as ws:
        people = [Person(customer_id) for customer_id in blank_customers(ws, PEOPLE, today=TODAY)]
    environment = os.environ | {"DATABASE_URL": durable_address, "KLARSJEKK_TODAY": TODAY.isoformat()}
    server, kills = Replica(1, free_port(), tmp_path / "server.log", environment), budget(1, 25)
    try:
        asyncio.run(_kill_again_and_again(server, people, kills))
    finally:
        server.end()
    with open_workspace(database_url=durable_address, assessments=ASSESSMENTS) as ws:
        lost = {person.customer_id: person.lost(ws) for person in people}
    tell(f"{engine}: {kills} kills of the server, {summary(people, lost)}")
    assert {customer: faults for customer, faults in lost.items() if faults} == {}
    assert all(person.told and person.cut_off for person in people)


async def _kill_again_and_again(server: Replica, people: list[Person], kills: int) -> None:
    chance, stop = random.Random(2), asyncio.Event()
    server.start()
    await asyncio.to_thread(server.wait_until_ready)
    async with asyncio.TaskGroup() as group:
        for person in people:
            group.create_task(person.work(lambda: f"http://{server.address}", stop))
        for _ in range(kills):
            await until(chance.randint(60, 120), people)
            await asyncio.to_thread(server.kill)
            server.start()
            await asyncio.to_thread(server.wait_until_ready)
        await until(20, people)
        stop.set()


@pytest.mark.parametrize(
    ("tries", "stored", "faults"),
    [
        ([(0, True), (1, True)], [0, 1], 0),
        ([(0, True), (1, False), (2, True)], [0, 2], 0),
        ([(0, True), (1, False), (2, True)], [0, 1, 2], 0),
        ([(0, True), (1, True), (2, True)], [0, 2], 1),
        ([(0, True), (1, True)], [0], 1),
        ([(0, True)], [0, 3], 1),
    ],
)
def test_a_lost_answer_is_found(tries: list[tuple[int, bool]], stored: list[int], faults: int) -> None:
    assert len(differences([Try(option, told) for option, told in tries], stored)) == faults
