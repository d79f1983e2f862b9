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
    """Count the statements in the block."""
    counted = Begun()

    def note(*_about: object) -> None:
        counted.number += 1

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield counted
    finally:
        event.remove(engine, "before_cursor_execute", note)
