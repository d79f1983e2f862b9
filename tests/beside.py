"""A person who is logged in and answers, while strangers do what they like: how long it takes, and what the server holds."""

import asyncio
import ssl
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.editors import memory_of, processor_of
from deploy.local import proxy
from deploy.processes import free_port, running
from tests.protocol import Editor
from tests.security.raw_client import held_by
from tests.security.serve import COMMAND, Server, environment_of, secrets_toml
from tests.security.world import PEOPLE, build
from tests.strangers import GUESSES_A_SECOND, strangers

ISSUER = "http://127.0.0.1:9"
THINK, COMING = 0.1, 3.0
PAGE, FACTOR = "egenvurdering", "F02"


@dataclass(frozen=True)
class Attacked:
    """The app with login, as it is reached. pid: its process. tls: what trusts nginx, `None` where none is before it.

    nginx: the processes of nginx.
    """

    server: Server
    pid: int
    tls: ssl.SSLContext | None = None
    nginx: tuple[int, ...] = ()

    def editor(self) -> Editor:
        """A tab of one who is logged in."""
        held = held_by(self.server, PEOPLE["lead-a"])
        return Editor(self.server.url, PAGE, query={"tema": FACTOR}, cookies=held, tls=self.tls)

    @property
    def memory(self) -> float:
        """Megabytes of the app."""
        return memory_of(self.pid)

    @property
    def work(self) -> tuple[float, float]:
        """Seconds of a processor that the app and nginx have had."""
        return processor_of(self.pid), sum(processor_of(each) for each in self.nginx)


@dataclass
class Served:
    """What a person was given. seconds: of each answer. most: megabytes the server held. told: what strangers heard.

    app, nginx: the shares of a processor they had meanwhile.
    """

    seconds: list[float] = field(default_factory=list)
    most: float = 0.0
    unsaved: int = 0
    told: Counter[str] = field(default_factory=Counter)
    app: float = 0.0
    nginx: float = 0.0

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.seconds, n=20)[-1]


@contextmanager
def attacked(folder: Path, *, by_nginx: bool) -> Iterator[Attacked]:
    """The app with login on a database of its own; with nginx and `deploy/nginx.conf` before it, or as it is."""
    port, front, world = free_port(), free_port(), build(folder)
    direct, secrets = f"http://127.0.0.1:{port}", folder / "secrets.toml"
    url = f"https://127.0.0.1:{front}" if by_nginx else direct
    secrets.write_text(secrets_toml({"entra": ISSUER}, issuers=[ISSUER]).replace("{url}", url), encoding="utf-8")
    command, log = [*COMMAND, "--server.port", str(port), "--secrets.files", str(secrets)], folder / "server.log"
    server = Server(url, log, world, ISSUER)
    with running(command, log, f"{direct}/_stcore/health", environment=environment_of(world.url)) as process:
        if not by_nginx:
            yield Attacked(server, process.pid)
            return
        with proxy(folder, front, dict.fromkeys((1, 2), f"127.0.0.1:{port}")):
            trusts = ssl.create_default_context(cafile=folder / "tls.crt")
            yield Attacked(server, process.pid, trusts, tuple(_family(int((folder / "nginx.pid").read_text()))))


def _family(pid: int) -> list[int]:
    """A process and its children."""
    return [pid, *map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]


async def served(site: Attacked, seconds: float) -> Served:
    """Let one person open the page, and answer for so long."""
    given, (app, nginx) = Served(), site.work
    async with site.editor() as editor:
        await editor.load()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for question, widget in list(editor.choices.items()):
                answered = await editor.answer(question, len(given.seconds) % len(widget.options))
                given.seconds.append(answered.seconds)
                given.unsaved += not answered.saved
                given.most = max(given.most, site.memory)
                await asyncio.sleep(THINK)
                if time.monotonic() > until:
                    break
    given.app, given.nginx = ((after - before) / seconds for before, after in zip((app, nginx), site.work, strict=True))
    return given


def beside(
    site: Attacked,
    kind: str,
    *,
    number: int,
    seconds: float,
    coming: float = COMING,
    guesses: int = GUESSES_A_SECOND,
) -> Served:
    """As `served`, with so many strangers of the kind beside, who have had a little time to come."""
    with strangers(site.server.url, kind, number=number, seconds=seconds + coming, guesses=guesses) as told:
        time.sleep(coming)
        given = asyncio.run(served(site, seconds))
    given.told = told
    return given
