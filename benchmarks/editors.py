"""How many can answer at once: `python -m benchmarks.editors` lets 50 to 300 editors work in the app, and in a bare page.

Goal: with 300 editors who each answer every five seconds, 95 of 100 answers are saved and drawn within a second, and
none that was shown as saved is missing. One server process on SQLite; the editors speak the protocol and draw nothing,
in one process of their own on the same cores. The bare page has one radio, saves nothing, and has the same settings.
All of it takes some five minutes; `python -m benchmarks.editors 20 50` lets in fewer.
"""

import asyncio
import os
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clicks import BARE, TODAY
from deploy.processes import ROOT, free_port, running
from service.people.actor import Role
from service.workspace import open_workspace
from tests.diligent import FACTOR, LEVELS, PAGE, Person, blank_customers
from tests.protocol import Editor

COUNTS = (50, 100, 200, 300)
THINK = 5.0
DURATION = 30.0
COMING_AT_ONCE = 8
GOAL = 1.0
# Gives one answer, and tells the seconds until its run is finished.
Answering = Callable[[], Awaitable[float]]
Coming = Callable[[AsyncExitStack, int], Awaitable[Answering]]


@dataclass
class Level:
    """What a number of editors came to. times: seconds. memory: megabytes for each, more than before anyone came.

    work: seconds of the processor for each answer, which what else the machine does hardly changes.
    """

    editors: int
    times: list[float] = field(default_factory=list)
    memory: float = 0.0
    work: float = 0.0

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.times, n=20)[-1]


def main(counts: Sequence[int] = COUNTS) -> None:
    with TemporaryDirectory() as made:
        folder = Path(made)
        script = folder / "bare.py"
        script.write_text(BARE, encoding="utf-8")
        bare = served(script, folder, {}, lambda url: lambda stack, _n: open_bare(stack, url), counts)
        say(f"Making {max(counts)} customers")
        url = f"sqlite:///{folder / 'editors.db'}"
        with open_workspace(database_url=url, assessments=ROOT / "assessments", create=True) as ws:
            people = [Person(customer) for customer in blank_customers(ws, max(counts), today=TODAY)]
        settings = {"DATABASE_URL": url, "KLARSJEKK_TODAY": TODAY.isoformat()}
        app = served(
            ROOT / "server.py", folder, settings, lambda at: lambda stack, n: open_app(stack, at, people[n]), counts
        )
        with open_workspace(database_url=url, assessments=ROOT / "assessments", read_only=True) as ws:
            lost = sum(len(person.lost(ws)) for person in people)
    show(bare, app)
    print(f"{sum(person.told for person in people)} saves shown as saved, {lost} lost.")


def say(what: str) -> None:
    """What is under way, as a line that stands apart from the table."""
    print(what, file=sys.stderr, flush=True)


def served(
    script: Path, folder: Path, settings: dict[str, str], coming: Callable[[str], Coming], counts: Sequence[int]
) -> list[Level]:
    """The levels of a Streamlit server that runs `script` with this repository's settings."""
    port, log = free_port(), folder / f"{script.stem}.log"
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    with running(command, log, f"{url}/_stcore/health", environment=os.environ | settings) as process:
        return asyncio.run(levels(script.stem, process.pid, coming(url), counts))


async def levels(name: str, pid: int, coming: Coming, counts: Sequence[int]) -> list[Level]:
    """Let more and more editors in; those who have come stay."""
    found: list[Level] = []
    crowd: list[Answering] = []
    async with AsyncExitStack() as stack:
        crowd.append(await coming(stack, 0))
        empty = memory_of(pid)
        gate = asyncio.Semaphore(COMING_AT_ONCE)
        for count in counts:
            say(f"{name}: letting in {count} editors, who answer for {DURATION:.0f} s")
            crowd += await asyncio.gather(*(one_more(gate, coming, stack, n) for n in range(len(crowd), count)))
            level = Level(count)
            before, until = processor_of(pid), time.monotonic() + DURATION
            await asyncio.gather(*(work(answering, until, level.times) for answering in crowd))
            level.memory = (memory_of(pid) - empty) / (count - 1)
            level.work = (processor_of(pid) - before) / len(level.times)
            found.append(level)
            say(f"{name}: {count} editors, p95 {1e3 * level.p95:.0f} ms, {len(level.times)} answers")
    return found


async def one_more(gate: asyncio.Semaphore, coming: Coming, stack: AsyncExitStack, number: int) -> Answering:
    async with gate:
        return await coming(stack, number)


async def work(answering: Answering, until: float, times: list[float]) -> None:
    """Answer, think, and answer again."""
    await asyncio.sleep(random.random() * THINK)
    while time.monotonic() < until:
        times.append(await answering())
        await asyncio.sleep(random.expovariate(1 / THINK))


async def open_bare(stack: AsyncExitStack, url: str) -> Answering:
    editor = await stack.enter_async_context(Editor(url))
    await editor.load()
    [radio] = editor.widgets.values()
    turn = 0

    async def answer() -> float:
        nonlocal turn
        turn += 1
        return (await editor.give(radio, string_value=radio.options[turn % LEVELS])).seconds

    return answer


async def open_app(stack: AsyncExitStack, url: str, person: Person) -> Answering:
    query = {"kunde": person.customer_id, "rolle": Role.LEAD.value, "tema": FACTOR}
    editor = await stack.enter_async_context(Editor(url, PAGE, query=query))
    await editor.load()

    async def answer() -> float:
        return (await person.answer_next(editor)).seconds

    return answer


def memory_of(pid: int) -> float:
    """What a process holds in memory, in megabytes; not a number where there is no `/proc`."""
    status = Path(f"/proc/{pid}/status")
    if not status.is_file():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def processor_of(pid: int) -> float:
    """The seconds of the processor a process has had; not a number where there is no `/proc`."""
    status = Path(f"/proc/{pid}/stat")
    if not status.is_file():
        return float("nan")
    # The name is in brackets and may hold blanks; utime and stime are the twelfth and thirteenth after it.
    user, system = status.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def show(bare: list[Level], app: list[Level]) -> None:
    names = ("editors", "bare, ms", "p95", "app, ms", "p95", "multiple", "CPU, ms", "MB each", "answers", "goal")
    print("| " + " | ".join(f"{name:>8}" for name in names) + " |")
    print("|" + "---------:|" * len(names))
    for plain, ours in zip(bare, app, strict=True):
        goal = "" if ours.editors < max(COUNTS) else "yes" if ours.p95 <= GOAL else "NO"
        cells = (
            str(ours.editors),
            *(f"{1e3 * seconds:.0f}" for seconds in _middle_and_p95(plain)),
            *(f"{1e3 * seconds:.0f}" for seconds in _middle_and_p95(ours)),
            f"{ours.p95 / plain.p95:.1f} ×",
            f"{1e3 * ours.work:.0f}",
            f"{ours.memory:.2f}",
            str(len(ours.times)),
            goal,
        )
        print("| " + " | ".join(f"{cell:>8}" for cell in cells) + " |")


def _middle_and_p95(level: Level) -> tuple[float, float]:
    return statistics.median(level.times), level.p95


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or COUNTS)
