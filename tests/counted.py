"""Counting the transactions of a database, and the statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine, event


@dataclass
class Begun:
    """How many transactions have begun, to read or to write, or how many statements have been run."""

    number: int = 0


@contextmanager
def transactions(engine: Engine) -> Iterator[Begun]:
    """Count those that begin in the block, in any thread."""
    begun = Begun()

    def note(_connection: object) -> None:
        begun.number += 1

    event.listen(engine, "begin", note)
    try:
        yield begun
    finally:
        event.remove(engine, "begin", note)


@contextmanager
def statements(engine: Engine) -> Iterator[Begun]:
    """Count the statements that are run in the block."""
    run = Begun()

    def note(*_told: object) -> None:
        run.number += 1

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield run
    finally:
        event.remove(engine, "before_cursor_execute", note)
