"""Plain requests, with the headers one likes."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage

from tests.security.serve import Server


@dataclass(frozen=True)
class Reply:
    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def cookies(self) -> list[str]:
        return self.headers.get_all("set-cookie") or []


def ask(
    server: Server, path: str, *, method: str = "GET", cookies: Mapping[str, str] | None = None, **headers: str
) -> Reply:
    """Underscores in names of headers stand for hyphens."""
    held = {name.replace("_", "-"): value for name, value in headers.items()}
    if cookies:
        held["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    connection = HTTPConnection(server.host, timeout=30)
    try:
        connection.request(method, path, headers=held)
        reply = connection.getresponse()
        return Reply(reply.status, reply.headers, reply.read())
    finally:
        connection.close()
