"""What the tests write lies in memory where the system has room for it: each file and each sync costs a disk milliseconds.

No test takes a disk's word for anything: power cuts, full disks and kills have disks of their own (`tests/crash`).
"""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
# Bytes; a whole run writes less than half of it.
ROOM = 2 * 1024**3


def write_to_memory() -> None:
    """Take memory as the place for temporary files, for this process and those it starts, unless another is named."""
    if "TMPDIR" not in os.environ and fits(MEMORY):
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


def fits(place: Path) -> bool:
    """Whether there is room, and programs may be run from there as PostgreSQL's are."""
    if not os.access(place, os.W_OK | os.X_OK):
        return False
    may_run = not os.statvfs(place).f_flag & getattr(os, "ST_NOEXEC", 0)
    return may_run and shutil.disk_usage(place).free >= ROOM
