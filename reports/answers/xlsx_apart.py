"""A workbook unpacked in a process of its own, with a limit of memory and one of time: `sheet_of` for files of strangers.

Run as a module it reads a workbook on standard input and writes the sheet as JSON. Nothing of the app is in that process.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from language import Language, speaking, spoken
from reports.answers.file_faults import FileFault, FileRefused, fault
from reports.answers.headings import Row
from reports.answers.xlsx_parts import not_a_book
from reports.answers.xlsx_sheet import AnswerSheet, sheet_of

MOST_MEMORY_MB = 1_024
MOST_SECONDS = 20
_ROOT = Path(__file__).resolve().parents[2]


def sheet_apart(data: bytes) -> AnswerSheet:
    """The sheet of a workbook. Raises `FileRefused` as `sheet_of` does, and when it takes too much memory or time."""
    if refused := not_a_book(data):
        raise FileRefused([refused])
    try:
        done = subprocess.run(
            [sys.executable, "-m", "reports.answers.xlsx_apart", spoken()],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env=_environment(),
            timeout=MOST_SECONDS,
            check=True,
        )
        told = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError):
        raise FileRefused([fault("takes_too_much")]) from None
    faults = [FileFault(**each) for each in told["faults"]]
    if told["refused"]:
        raise FileRefused(faults)
    rows = [Row(line, cells) for line, cells in told["rows"]]
    return AnswerSheet(rows, faults, told["merged"], frozenset(told["guide"]), told["title"])


def _environment() -> dict[str, str]:
    """What Python needs to start, and no secrets; numpy's threads would each reserve memory."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    return kept | {"OPENBLAS_NUM_THREADS": "1"}


def main() -> None:
    """Limit this process, read, and write what was found, in the language that was asked for."""
    _limit()
    with speaking(Language(sys.argv[1])):
        told = _told(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(told).encode())


def _told(data: bytes) -> dict[str, Any]:
    try:
        sheet = sheet_of(data)
    except FileRefused as refused:
        return {"refused": True, "faults": [asdict(each) for each in refused.faults]}
    return {
        "refused": False,
        "rows": [(row.line, row.cells) for row in sheet.rows],
        "faults": [asdict(each) for each in sheet.faults],
        "merged": sheet.merged,
        "guide": sorted(sheet.guide),
        "title": sheet.title,
    }


def _limit() -> None:
    """Where the system can: elsewhere the time alone is limited, by the one who waits."""
    with suppress(ImportError):
        import resource

        most = MOST_MEMORY_MB * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


if __name__ == "__main__":
    main()
