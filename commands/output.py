"""Where results go: standard output as bytes, or a file. No line end or letter is changed on the way."""

import sys
from pathlib import Path

from commands.arguments import InputFault


def deliver(data: bytes, path: Path | None = None) -> None:
    """Write the bytes to the file, or to standard output when there is none. Raises `InputFault`."""
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        path.write_bytes(data)
    except OSError:
        raise InputFault(str(path), "filen lar seg ikke skrive", "Velg en annen mappe, eller lukk filen.") from None


def told_progress(done: int, of: int) -> None:
    """How far it has come, on standard error, ten times in all."""
    if done == of or done * 10 // of > (done - 1) * 10 // of:
        print(f"{done} av {of}", file=sys.stderr)
