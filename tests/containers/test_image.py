"""The image of `deploy/Containerfile`, built unchanged, started as its own user on a real PostgreSQL. Part of `make soak`.

It takes some minutes, and root, buildah and debootstrap: `KLARSJEKK_SOAK=1 sh tests/need_programs` gets them. What a
container engine adds (`podman run`, compose) is not tried here.
"""

import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deploy.processes import ROOT, free_port, running
from tests.postgres import PostgresServer

# The user of the Containerfile, who owns nothing.
USER = 10001


class Image:
    """A container of the image, in which commands are run as its user."""

    def __init__(self, folder: Path) -> None:
        self._at = ["buildah", "--root", f"{folder}/store", "--runroot", f"{folder}/run", "--storage-driver", "vfs"]
        subprocess.run(["sh", "deploy/build_image.sh", folder, mirror()], cwd=ROOT, check=True)
        self.container = self._said("from", "klarsjekk")

    def command(self, *words: str, database: str, shared: Path) -> list[str]:
        """What runs the words in it. shared: the folder of PostgreSQL's socket, which is all it sees of this machine."""
        options = ["--isolation", "chroot", "--volume", f"{shared}:{shared}", "--env", f"DATABASE_URL={database}"]
        return [*self._at, "run", *options, self.container, "--", *words]

    def configured(self) -> str:
        return self._said("inspect", "--type", "image", "--format", "{{.OCIv1.Config.User}}", "klarsjekk")

    def remove(self) -> None:
        self._said("rm", self.container)

    def _said(self, *words: str) -> str:
        found = subprocess.run([*self._at, *words], cwd=ROOT, check=True, capture_output=True, text=True)
        return found.stdout.strip()


def mirror() -> str:
    """Where this machine gets Debian's packages."""
    told = subprocess.run(["apt-cache", "policy"], check=True, capture_output=True, text=True).stdout.split()
    return next(word for word in told if word.startswith("http") and "security" not in word)


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    # Kept: the next run builds only what has changed.
    found = Image(ROOT / "build" / "images")
    yield found
    found.remove()


@contextmanager
def a_database() -> Iterator[tuple[PostgresServer, str]]:
    server = PostgresServer()
    server.folder.chmod(0o755)
    try:
        yield server, server.address(server.new_database())
    finally:
        server.close()


def test_it_is_built_unchanged_for_a_user_who_owns_nothing(image: Image, tmp_path: Path) -> None:
    owned = image.command("find", "/klarsjekk", "-user", str(USER), database="", shared=tmp_path)
    assert image.configured() == "klarsjekk"
    assert subprocess.run([*owned], check=True, capture_output=True, text=True).stdout == ""


def test_it_makes_its_tables_starts_as_that_user_and_says_that_it_is_ready(image: Image, tmp_path: Path) -> None:
    port = free_port()
    with a_database() as (server, address):
        subprocess.run(image.command("python", "cli.py", "migrate", database=address, shared=server.folder), check=True)
        words = ["streamlit", "run", "server.py", "--server.port", str(port), "--server.address", "127.0.0.1"]
        command = image.command(*words, database=address, shared=server.folder)
        with running(command, tmp_path / "log", f"http://127.0.0.1:{port}/klarsjekk/health/ready"):
            assert users_of(str(port)) == {USER}
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as page:
                assert page.status == 200


def users_of(part: str) -> set[int]:
    """Under whom the processes run that Python runs with such a word in their command."""
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
            if part.encode() in words and b"python" in words[0]:
                found.add(place.stat().st_uid)
        except OSError:
            continue
    return found
