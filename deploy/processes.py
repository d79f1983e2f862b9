"""Processes of our own on this machine: a free port, a start that waits until it answers, and an end."""

import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from ssl import SSLContext

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 90
END_SECONDS = 20


def free_port() -> int:
    """A port on loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: list[str],
    log: Path,
    ready_at: str,
    *,
    environment: Mapping[str, str] | None = None,
    tls: SSLContext | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """The process, from when the address answers until the block is left. Raises RuntimeError with its log otherwise."""
    process = start(command, log, environment=environment)
    try:
        wait_until_ready(process, ready_at, log, tls=tls)
        yield process
    finally:
        end(process)


def start(command: list[str], log: Path, *, environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start it in the repository; what it says is added to the log. Ctrl+C in the terminal does not reach it."""
    with log.open("ab") as out:
        return subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )


def wait_until_ready(
    process: subprocess.Popen[bytes], address: str, log: Path, *, tls: SSLContext | None = None
) -> None:
    """Wait until the address answers 200. Raises RuntimeError when the process ends first or takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(address, timeout=5, context=tls) as reply:
            if reply.status == 200:
                return
        time.sleep(0.1)
    raise RuntimeError(f"{process.args!r} did not start:\n{log.read_text(errors='replace')}")


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to end, and wait until it has; one that does not listen is killed."""
    process.terminate()
    try:
        process.wait(timeout=END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
