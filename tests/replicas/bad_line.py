"""A bad line in front of a site: what goes through it can be cut, held up, dropped, and delivered when nobody waits for it any more."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from urllib.parse import urlsplit

CHUNK = 65_536
PATIENCE = 10


class Connection:
    """One connection through the line. `late`: what its browser sent is kept, and given to the site when it says so."""

    def __init__(self, browser: asyncio.StreamWriter, site: asyncio.StreamWriter) -> None:
        self.browser, self.site = browser, site
        self.flows = asyncio.Event()
        self.flows.set()
        self.dropping = False

    def cut(self) -> None:
        """At once, without a word to either end."""
        self.dropping = True
        self.flows.set()
        for end in (self.browser, self.site):
            end.transport.abort()

    def cut_browser(self) -> None:
        """The browser is told; the site still waits, and what was held up reaches it later."""
        self.browser.transport.abort()


class BadLine:
    """A port that leads to the site. Called from the test's thread; it runs in a thread of its own."""

    def __init__(self, site_url: str) -> None:
        self.scheme, host, port = urlsplit(site_url).scheme, urlsplit(site_url).hostname, urlsplit(site_url).port
        self.to = (str(host), int(port or 443))
        self.loop = asyncio.new_event_loop()
        self.open: set[Connection] = set()
        self.cuts = 0
        # The thread of the test has a loop that runs already: Playwright's.
        self.thread = Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        opened = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._serve, "127.0.0.1", 0), self.loop)
        self.server = opened.result(PATIENCE)

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"

    def cut(self) -> None:
        """Break all that is open."""
        self._do(lambda each: each.cut())
        self.cuts += 1

    def stall(self) -> None:
        """Let nothing through on what is open now, in either direction."""
        self._do(lambda each: each.flows.clear())

    def drop(self) -> None:
        """Throw away what the browser sends from now on by what is open."""
        self._do(lambda each: setattr(each, "dropping", True))

    def go_on(self) -> None:
        self._do(lambda each: each.flows.set())

    def cut_and_keep(self) -> list[Connection]:
        """The browser is cut off; what it had sent is on its way still, until `deliver`."""
        self.stall()
        kept = list(self.open)
        self._do(lambda each: each.cut_browser())
        self.cuts += 1
        return kept

    def deliver(self, kept: list[Connection]) -> None:
        """Hand on what was kept, after all that has gone by newer connections."""
        self._call(lambda: _each(kept, lambda one: one.flows.set()))

    def close(self) -> None:
        self._do(lambda each: each.cut())
        self._call(self.server.close)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(PATIENCE)
        self.loop.close()

    def _do(self, act: Callable[[Connection], object]) -> None:
        self._call(lambda: _each(list(self.open), act))

    def _call(self, act: Callable[[], object]) -> None:
        async def run() -> None:
            act()

        asyncio.run_coroutine_threadsafe(run(), self.loop).result(PATIENCE)

    async def _serve(self, from_browser: asyncio.StreamReader, to_browser: asyncio.StreamWriter) -> None:
        try:
            from_site, to_site = await asyncio.open_connection(*self.to)
        except OSError:
            to_browser.transport.abort()
            return
        made = Connection(to_browser, to_site)
        self.open.add(made)
        up = asyncio.create_task(_pass_on(from_browser, to_site, made, up=True))
        down = asyncio.create_task(_pass_on(from_site, to_browser, made, up=False))
        down.add_done_callback(lambda _: to_browser.transport.abort())
        await asyncio.wait({up})
        down.cancel()
        self.open.discard(made)
        to_browser.close()
        to_site.close()


async def _pass_on(source: asyncio.StreamReader, target: asyncio.StreamWriter, by: Connection, *, up: bool) -> None:
    with suppress(OSError):
        while data := await source.read(CHUNK):
            await by.flows.wait()
            if not (by.dropping and up):
                target.write(data)
                await target.drain()


def _each(connections: list[Connection], act: Callable[[Connection], object]) -> None:
    for each in connections:
        act(each)


@contextmanager
def bad_line(site_url: str) -> Iterator[BadLine]:
    made = BadLine(site_url)
    try:
        yield made
    finally:
        made.close()
