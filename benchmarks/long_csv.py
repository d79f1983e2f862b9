"""The long file of every answer against Python's csv.writer on the same rows: `python -m benchmarks.comparison` prints it."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.scoring import AS_OF, Measurement, best_of
from reports.answers.all_answers_csv import COLUMNS, LongCustomer, answers_long_csv
from reports.dialect import Dialect
from scoring.basis import Basis
from service.people.actor import Actor
from service.portfolio.comparison import read_comparison
from service.workspace import Workspace

GOAL = 0.5
MEGABYTE = 1024 * 1024


def long_csv_lines(ws: Workspace, actor: Actor, size: str) -> Iterator[Measurement]:
    """Guarded and fast against unguarded and plain, and the memory it takes."""
    customers = read_comparison(ws, actor, as_of=AS_OF)
    called = [LongCustomer(member.name, member.customer_type) for member in customers.members]

    def pieces() -> Iterator[bytes]:
        return answers_long_csv(called, customers.judged, Basis.CUSTOMER, Dialect.PROGRAM)

    lines = sum(piece.count(b"\n") for piece in pieces()) - 1
    rows = list(_same_rows(pieces()))
    plain = best_of(lambda: _by_csv_writer(rows), rounds=3)
    guarded = best_of(lambda: sum(map(len, pieces())), rounds=3)
    ratio = guarded / plain
    yield Measurement(f"{size}: csv.writer, unguarded, {lines:,} lines", f"{plain * 1e3:.0f} ms", "1 ×")
    yield Measurement(f"{size}: the long file, guarded", f"{guarded * 1e3:.0f} ms")
    yield Measurement("    the same, as a multiple of csv.writer", f"{ratio:.2f} ×", f"{GOAL} ×", ratio <= GOAL)
    yield Measurement("    memory added while it is written", f"{_memory(pieces()):.0f} MB")
    some = len(customers.judged) // 4
    yield Measurement(
        f"    the same for a quarter of the customers ({some:,})", f"{_memory(_first(pieces(), lines // 4)):.0f} MB"
    )


def _same_rows(pieces: Iterable[bytes]) -> Iterator[Sequence[object]]:
    """The rows of the file as Python's own values: numbers as numbers, texts as texts."""
    reader = csv.reader(io.StringIO(b"".join(pieces).decode(), newline=""))
    numbers = {"share", "attainment", "expected_attainment"}
    headings = next(reader)
    wanted = [heading in numbers for heading in headings]
    assert headings == [column.id for column in COLUMNS]
    for row in reader:
        yield tuple(float(cell) if is_number and cell else cell for cell, is_number in zip(row, wanted, strict=True))


def _by_csv_writer(rows: Iterable[Sequence[object]]) -> int:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return len(out.getvalue().encode())


def _first(pieces: Iterable[bytes], lines: int) -> Iterator[bytes]:
    for piece in pieces:
        yield piece
        lines -= piece.count(b"\n")
        if lines <= 0:
            return


def _memory(pieces: Iterable[bytes]) -> float:
    """Megabytes more than at the start, at the most, while the pieces come and go."""
    start = most = _resident()
    for _ in pieces:
        most = max(most, _resident())
    return (most - start) / MEGABYTE


def _resident() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) * 1024
