"""A real mail server as a process of its own: it keeps what it is given as files, with TLS and log-in, and with faults.

`python -m tests.post_office --port 2525 --folder DIR` runs one; `post_office` is for tests.
"""

import argparse
import asyncio
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from socket import create_connection
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from deploy.processes import end, free_port, start
from service.letters.mail_settings import MailSettings, Security

USER, PASSWORD = "klarsjekk", "hemmelig-nok-9"
SENDER, APP = "klarsjekk@hpas.example", "https://klarsjekk.hpas.example"
FAULTS = ("none", "refuse", "later", "hang_up", "hang_up_after")


@dataclass(frozen=True)
class PostOffice:
    """Where it is, what it has, and the certificate it shows."""

    port: int
    folder: Path
    security: Security
    certificate: Path | None = None

    @property
    def letters(self) -> list[EmailMessage]:
        """What it has taken, in the order it came."""
        parser = BytesParser(policy=policy.default)
        return [parser.parsebytes(path.read_bytes()) for path in sorted(self.folder.glob("*.eml"))]

    def to(self, address: str) -> list[EmailMessage]:
        return [each for each in self.letters if str(each["To"]) == address]

    def settings(self, **changed: Any) -> MailSettings:
        authority = str(self.certificate) if self.certificate else ""
        named = {"host": "localhost", "port": self.port, "security": self.security, "authority": authority}
        login = {"user": USER, "password": PASSWORD} if self.certificate else {"user": "", "password": ""}
        return MailSettings(**{**named, **login, "sender": SENDER, "url": APP, **changed})

    def toml(self, url: str = APP) -> str:
        """The same as it stands in secrets.toml."""
        held = self.settings(url=url)
        said = {key: getattr(held, key) for key in ("host", "security", "user", "password", "url", "authority")}
        lines = [f'{key} = "{value}"' for key, value in said.items() if value]
        return "\n".join(["[klarsjekk.mail]", f"port = {held.port}", f'from = "{held.sender}"', *lines, ""])


@contextmanager
def post_office(
    folder: Path, *, security: Security = Security.NONE, fault: str = "none", slow: float = 0.0
) -> Iterator[PostOffice]:
    """One that runs until the block is left."""
    port, kept = free_port(), folder / "letters"
    kept.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.post_office", "--port", str(port), "--folder", str(kept)]
    command += ["--security", security, "--fault", fault, "--slow", str(slow)]
    certificate = None if security is Security.NONE else a_certificate(folder)
    process = start(command, folder / "post_office.log", environment=None)
    try:
        _wait(port)
        yield PostOffice(port, kept, security, certificate)
    finally:
        end(process)


def a_certificate(folder: Path, *, name: str = "localhost") -> Path:
    """A certificate of our own for a host, with its key beside it."""
    certificate = folder / "tls.crt"
    if not certificate.exists():
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}"]
        command += ["-addext", f"subjectAltName=DNS:{name}", "-out", str(certificate)]
        subprocess.run([*command, "-keyout", str(folder / "tls.key")], check=True, capture_output=True)
    return certificate


def _wait(port: int) -> None:
    until = time.monotonic() + 20
    while True:
        try:
            create_connection(("localhost", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


class Keeper:
    """Keeps each letter as a file, or does what the fault says."""

    def __init__(self, folder: Path, fault: str, slow: float) -> None:
        self.folder, self.fault, self.slow = folder, fault, slow

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.fault in ("refuse", "later"):
            return "550 no such person" if self.fault == "refuse" else "451 try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        await asyncio.sleep(self.slow)
        if self.fault == "hang_up":
            _hang_up(server)
            return "451 gone"
        assert isinstance(envelope.content, bytes)
        (self.folder / f"{time.time_ns()}.eml").write_bytes(envelope.content)
        if self.fault == "hang_up_after":
            _hang_up(server)
        return "250 OK"


def _hang_up(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


def authenticated(_server: SMTP, _session: Session, _envelope: Envelope, _kind: str, said: object) -> AuthResult:
    good = isinstance(said, LoginPassword) and (said.login, said.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=False)


def serve(options: argparse.Namespace) -> None:
    context = None
    if options.security != Security.NONE:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.folder.parent / "tls.crt", options.folder.parent / "tls.key")
    starttls = context if options.security == Security.STARTTLS else None
    wanted: dict[str, Any] = {"tls_context": starttls, "require_starttls": starttls is not None}
    if context is not None:
        wanted |= {"authenticator": authenticated, "auth_required": True, "auth_require_tls": starttls is not None}

    def a_session() -> SMTP:
        return SMTP(Keeper(options.folder, options.fault, options.slow), hostname="localhost", **wanted)

    async def run() -> None:
        tls = context if options.security == Security.TLS else None
        loop = asyncio.get_running_loop()
        await loop.create_server(a_session, "localhost", options.port, ssl=tls)
        await asyncio.Event().wait()

    asyncio.run(run())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--security", choices=list(Security), default=Security.NONE)
    parser.add_argument("--fault", choices=FAULTS, default="none")
    parser.add_argument("--slow", type=float, default=0.0)
    serve(parser.parse_args())


if __name__ == "__main__":
    main()
