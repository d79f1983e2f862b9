"""Two replicas with login behind nginx, and a provider that can go away, come back with other keys, and have another clock."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen
from urllib.request import Request, urlopen

from playwright.sync_api import BrowserContext, Page, expect

from deploy.local import ASSESSMENTS, Replica, Site, site
from deploy.processes import end, free_port, start, wait_until_ready
from service.people.actor import Role, local_actor
from service.people.members import remove
from service.workspace import Workspace, open_workspace
from tests.chromium import Chromium
from tests.replicas.tab import ROUTE
from tests.security.browsing import BUTTONS, SLOW, choose, log_out, settle
from tests.security.serve import Server, secrets_toml
from tests.security.world import TODAY, YES_NO, A, B, Person, World, fill

LEADS = [Person(f"lead-{number:02}", Role.LEAD, A) for number in range(40)]
PEOPLE = [*LEADS, Person("other", Role.LEAD, B), Person("admin", Role.ADMIN), Person("stranger")]


@dataclass
class Provider:
    """The process, at an address that stays. It has new keys each time it is started."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: Popen[bytes] | None = None

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *, ahead: int = 0) -> None:
        """ahead: seconds its clock goes before ours."""
        claims = [part for person in PEOPLE for part in ("--user-claims", json.dumps(person.claims))]
        command = [sys.executable, "-m", "tests.replicas.provider", str(ahead), "--port", str(self.port), *claims]
        self.process = start(command, self.folder / "provider.log")
        wait_until_ready(self.process, f"{self.issuer}/.well-known/openid-configuration", self.folder / "provider.log")

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            end(self.process)

    def says(self, subject: str, **claims: object) -> None:
        """What it says of someone from now on, and nothing else."""
        body = json.dumps(claims).encode()
        kind = {"Content-Type": "application/json"}
        urlopen(Request(f"{self.issuer}/users/{subject}", body, kind, method="PUT"), timeout=20).close()


@dataclass
class Pair:
    """The site, who may come in there, and their provider. Each test takes people of its own."""

    site: Site
    provider: Provider
    world: World
    unused: list[Person] = field(default_factory=lambda: list(LEADS))

    @property
    def server(self) -> Server:
        return Server(self.site.url, self.site.replicas[1].log, self.world, self.provider.issuer)

    def take(self) -> str:
        return self.unused.pop().subject

    def removed(self, subject: str) -> None:
        with self._open() as ws:
            remove(ws, local_actor(Role.ADMIN), self.world.members[subject])

    def _open(self) -> Workspace:
        return open_workspace(database_url=self.site.database_url, assessments=ASSESSMENTS)


@contextmanager
def signing_in(folder: Path) -> Iterator[Pair]:
    provider, port, file = Provider(folder), free_port(), folder / "secrets.toml"
    text = secrets_toml({"entra": provider.issuer}, issuers=[provider.issuer])
    file.write_text(text.replace("{url}", f"https://127.0.0.1:{port}"), encoding="utf-8")
    made: list[World] = []

    def people(ws: Workspace) -> None:
        made.append(World(folder / "none", *fill(ws, PEOPLE)))

    provider.start()
    try:
        with site(folder, fill=people, today=TODAY, port=port, secrets=file) as running:
            yield Pair(running, provider, made[0])
    finally:
        provider.stop()


@contextmanager
def person(chromium: Chromium, pair: Pair, *, replica: int) -> Iterator[BrowserContext]:
    """A browser that has been on this replica."""
    with chromium.visitor(own_certificate=True) as context:
        move(context, pair, replica)
        yield context


def move(context: BrowserContext, pair: Pair, replica: int) -> None:
    """The next page of this browser is on the other replica."""
    context.add_cookies([{"name": ROUTE, "value": str(replica), "url": pair.site.url, "secure": True}])


def route(context: BrowserContext) -> int:
    return next(int(cookie["value"]) for cookie in context.cookies() if cookie["name"] == ROUTE)


def opened(context: BrowserContext, pair: Pair, path: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{pair.site.url}/{path}")
    settle(page)
    return page


def logged_in(context: BrowserContext, pair: Pair, subject: str, path: str = "") -> Page:
    """A tab where this person has just logged in, and gone to a page."""
    page = opened(context, pair)
    choose(page, subject)
    if path:
        page.goto(f"{pair.site.url}/{path}")
        settle(page)
    return page


def at_provider(context: BrowserContext, pair: Pair, subject: str) -> Page:
    """A tab where this person has begun to log in, and has the provider's page before them."""
    page = opened(context, pair)
    page.get_by_role("button", name=BUTTONS["entra"]).click()
    expect(page.get_by_role("button", name=subject, exact=True).first).to_be_visible(timeout=SLOW)
    return page


def go_on(page: Page, subject: str) -> None:
    """Say who one is there."""
    page.get_by_role("button", name=subject, exact=True).first.click()


def is_in(page: Page) -> None:
    expect(page.get_by_role("button", name="Logg ut")).to_be_visible(timeout=SLOW)
    settle(page)


def is_out(page: Page) -> None:
    """The page of logins, and nothing of anyone."""
    expect(page.get_by_role("button", name=BUTTONS["entra"])).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("button", name="Logg ut")).to_have_count(0)


def logged_out(page: Page) -> None:
    log_out(page)
    is_out(page)


def answers(page: Page) -> None:
    """One answers a question, and it is saved."""
    card = page.locator(f".st-key-card-{YES_NO}")
    card.locator("label:has(input[type=radio]:not(:checked))").first.click()
    expect(card.get_by_text("Lagret").first).to_be_visible(timeout=SLOW)
    settle(page)


@contextmanager
def killed(pair: Pair, number: int) -> Iterator[Replica]:
    """A replica that is gone while the block lasts."""
    replica = pair.site.replicas[number]
    replica.kill()
    try:
        yield replica
    finally:
        replica.start()
        replica.wait_until_ready()


@contextmanager
def away(pair: Pair) -> Iterator[None]:
    """The provider is not there; it comes back with other keys."""
    pair.provider.stop()
    try:
        yield
    finally:
        pair.provider.start()


@contextmanager
def clock(pair: Pair, ahead: int) -> Iterator[None]:
    """The provider's clock is so many seconds ahead of ours."""
    pair.provider.stop()
    pair.provider.start(ahead=ahead)
    try:
        yield
    finally:
        pair.provider.stop()
        pair.provider.start()
