"""Editors beside reviewers: `python -m benchmarks.editors_beside [EDITORS [REVIEWERS [CUSTOMERS]]]`, 300, 20 and 10,000.

The editors answer every five seconds, alone and then while each reviewer opens Sammenligning of all customers, looks at it
for twenty seconds, and opens it again. Goal: 95 of 100 answers are saved and drawn within a second, also then. One server
process on SQLite; those who ask draw nothing, and are one process on the same cores. It takes some three minutes.
"""

import asyncio
import os
import random
import statistics
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clicks import TODAY
from benchmarks.editors import (
    COMING_AT_ONCE,
    DURATION,
    GOAL,
    Answering,
    Level,
    one_more,
    open_app,
    processor_of,
    say,
    work,
)
from benchmarks.many_customers import fill
from deploy.processes import ROOT, free_port, running
from service.people.actor import Role
from service.workspace import open_workspace
from storage.engines.database import open_database
from tests.diligent import Person, blank_customers
from tests.protocol import PATIENCE, Editor

EDITORS, REVIEWERS, CUSTOMERS = 300, 20, 10_000
LOOKS = 20.0


def main(editors: int = EDITORS, reviewers: int = REVIEWERS, customers: int = CUSTOMERS) -> None:
    with TemporaryDirectory() as made:
        folder, port = Path(made), free_port()
        database, url = f"sqlite:///{folder / 'beside.db'}", f"http://127.0.0.1:{port}"
        say(f"Making {customers + editors} customers")
        with open_database(database, create=True) as held:
            fill(held, customers)
        with open_workspace(database_url=database, assessments=ROOT / "assessments") as ws:
            people = [Person(customer) for customer in blank_customers(ws, editors, today=TODAY)]
        settings = {"DATABASE_URL": database, "KLARSJEKK_TODAY": TODAY.isoformat()}
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "server.py"), "--server.port", str(port)]
        log = folder / "server.log"
        with running(command, log, f"{url}/_stcore/health", environment=os.environ | settings) as process:
            try:
                alone, beside, opened = asyncio.run(measured(url, process.pid, people, reviewers))
            except TimeoutError:
                say(f"An answer was waited for longer than {PATIENCE:.0f} s: the goal is missed by far.")
                return
        with open_workspace(database_url=database, assessments=ROOT / "assessments", read_only=True) as ws:
            lost = sum(len(person.lost(ws)) for person in people)
    show(alone, beside, opened, f"{reviewers} reviewers at {customers:,} customers")
    print(f"{sum(person.told for person in people)} saves shown as saved, {lost} lost.")


async def measured(url: str, pid: int, people: list[Person], reviewers: int) -> tuple[Level, Level, list[float]]:
    """The answers alone and beside reviewers, and the seconds of each time a reviewer opened the page."""
    opened: list[float] = []
    async with AsyncExitStack() as stack:
        gate = asyncio.Semaphore(COMING_AT_ONCE)

        async def coming(held: AsyncExitStack, number: int) -> Answering:
            return await open_app(held, url, people[number])

        crowd = await asyncio.gather(*(one_more(gate, coming, stack, number) for number in range(len(people))))
        alone = await answers(crowd, pid)
        until = time.monotonic() + DURATION
        looking = [asyncio.create_task(review(url, until, opened)) for _ in range(reviewers)]
        beside = await answers(crowd, pid)
        await asyncio.gather(*looking)
    return alone, beside, opened


async def answers(crowd: list[Answering], pid: int) -> Level:
    level, before = Level(len(crowd)), processor_of(pid)
    until = time.monotonic() + DURATION
    await asyncio.gather(*(work(answering, until, level.times) for answering in crowd))
    level.work = (processor_of(pid) - before) / DURATION
    return level


async def review(url: str, until: float, opened: list[float]) -> None:
    """Open the comparison in a new tab, look at it, and open it again; one that never comes counts as long as it was waited for."""
    await asyncio.sleep(random.random() * LOOKS)
    while time.monotonic() < until:
        async with Editor(url, "sammenligning", query={"rolle": Role.REVIEWER.value}) as tab:
            try:
                opened.append((await tab.load()).seconds)
            except TimeoutError:
                opened.append(PATIENCE)
            await asyncio.sleep(random.expovariate(1 / LOOKS))


def show(alone: Level, beside: Level, opened: list[float], who: str) -> None:
    """`work` is here the share of one processor that the server had."""
    print("| editors | beside | answers | median, ms | p95, ms | processor | goal |")
    print("|---:|---|---:|---:|---:|---:|---|")
    for level, others in ((alone, "nobody"), (beside, who)):
        goal = "yes" if level.p95 <= GOAL else "NO"
        middle, high = 1e3 * statistics.median(level.times), 1e3 * level.p95
        print(
            f"| {level.editors} | {others} | {len(level.times)} | {middle:.0f} | {high:.0f} | {level.work:.0%} | {goal} |"
        )
    if opened:
        print(
            f"Sammenligning was opened {len(opened)} times: median {statistics.median(opened):.1f} s, at most {max(opened):.1f} s."
        )


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:]))
