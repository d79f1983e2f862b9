"""When saving fails it is told by its name, works again by itself, and nothing that was told as saved is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.tell import Tell

ROOT = Path(__file__).parents[2]
FULL = {("sqlite", True): "DiskFull", ("postgresql", True): "DiskFull"} | {
    # A file that may not grow has another error than a full disk, and PostgreSQL no code for it.
    ("sqlite", False): "DiskFault",
    ("postgresql", False): "Unavailable",
}
# What whoever watches is told with room and without.
READY = {
    ("sqlite", True): ("DiskFull", "DiskFull"),
    ("sqlite", False): ("ready", "ready"),
    ("postgresql", True): ("ready", "DiskFull"),
    ("postgresql", False): ("ready", "ready"),
}
EXPECTED = {
    "sqlite": {
        # Its journal must be written to be read.
        "read only": ["ReadOnly", "ReadOnly"],
        "writable again": "saved",
        "away": ["FileMissing", "FileMissing"],
        "another in its place": "FileReplaced",
        "back": "saved",
    },
    "postgresql": {
        "read only": ["ReadOnly", "let in", "ReadOnly"],
        "writable again": ["saved", "let in", "ready"],
        "away": ["ServerAway", "ServerAway"],
        "back": "saved",
    },
}


def test_trouble_is_told_by_its_name_and_passes(engine: str, tell: Tell) -> None:
    # Not under pytest's folder: another user must get in.
    with TemporaryDirectory(prefix="klarsjekk-trouble-") as folder:
        script = [sys.executable, "-m", "tests.crash.trouble", folder, engine]
        done = subprocess.run(
            [*_own_mounts(), *script], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
        )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    acknowledged, lost, disk = told.pop("acknowledged"), told.pop("lost"), told.pop("disk")
    place = "a full disk" if disk else "a file that may not grow"
    tell(f"{engine}, {place} and other trouble: {acknowledged} saves acknowledged, {lost} lost")
    # A small file is not a disk with little room: SQLite is asked how much there is, and a disk of 2 MB never has enough.
    ready = READY[engine, disk]
    common = {"first": ["saved", "let in", ready[0]], "full": FULL[engine, disk], "lost when full": 0}
    common |= {
        "who comes when full": "let in",
        "ready when full": ready[1],
        "room again": ["saved", ready[0]],
        "amiss": 0,
    }
    assert (told, lost) == (common | EXPECTED[engine], 0)
    assert acknowledged > 10


def _own_mounts() -> list[str]:
    """What lets one process alone mount a disk; nothing where that is not allowed."""
    wanted = ["unshare", "--mount"]
    try:
        allowed = (
            os.geteuid() == 0 and subprocess.run([*wanted, "true"], capture_output=True, check=False).returncode == 0
        )
    except FileNotFoundError:
        allowed = False
    return wanted if allowed else []
