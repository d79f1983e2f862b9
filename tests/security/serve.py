"""Real processes on loopback: the app with login, and providers of identity that log anyone in who is on their list."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.processes import free_port, running
from tests.security.world import TODAY, Person, World

COOKIE_SECRET = "q8Zr3vTn6LkW1yHdXb5sJp0cMf9gUa2eRi7oNt4w"
CLIENT_SECRET = "klient-hemmelighet-9321"


@dataclass(frozen=True)
class Server:
    url: str
    log: Path
    world: World
    issuer: str = ""

    @property
    def host(self) -> str:
        return self.url.removeprefix("http://")

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def provider(folder: Path, people: Iterable[Person]) -> Iterator[str]:
    """A provider that knows these people; its issuer."""
    port = free_port()
    claims = [part for person in people for part in ("--user-claims", json.dumps(person.claims))]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *claims]
    issuer = f"http://127.0.0.1:{port}"
    with running(command, folder / f"provider-{port}.log", f"{issuer}/.well-known/openid-configuration"):
        yield issuer


@contextmanager
def app(
    folder: Path, world: World, *, secrets: str | None, environment: Mapping[str, str] | None = None, issuer: str = ""
) -> Iterator[Server]:
    """The app on a free port; `secrets` may have `{url}` for its own address."""
    port, log = free_port(), folder / "server.log"
    url = f"http://127.0.0.1:{port}"
    file = folder / "secrets.toml"
    if secrets is not None:
        file.write_text(secrets.replace("{url}", url), encoding="utf-8")
    command = [*COMMAND, "--server.port", str(port), "--secrets.files", str(file)]
    held = environment_of(world.url) | dict(environment or {})
    with running(command, log, f"{url}/_stcore/health", environment=held):
        yield Server(url, log, world, issuer)


COMMAND = [sys.executable, "-m", "streamlit", "run", "server.py"]


def environment_of(database_url: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "KLARSJEKK_"))}
    return kept | {"DATABASE_URL": database_url, "KLARSJEKK_TODAY": TODAY.isoformat()}


def secrets_toml(providers: Mapping[str, str], *, issuers: Iterable[str]) -> str:
    """Name -> issuer, and the issuers whose word counts."""
    sections = [
        f'[auth.{name}]\nclient_id = "klarsjekk"\nclient_secret = "{CLIENT_SECRET}"\n'
        f'server_metadata_url = "{issuer}/.well-known/openid-configuration"\n'
        for name, issuer in providers.items()
    ]
    head = f'[auth]\nredirect_uri = "{{url}}/oauth2callback"\ncookie_secret = "{COOKIE_SECRET}"\n'
    return "\n".join([head, *sections, f"[klarsjekk]\nissuers = {json.dumps(list(issuers))}\n"])
