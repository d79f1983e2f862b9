"""How writing goes, in numbers for whoever watches: counted in this process alone, and not a word of what is written."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from time import perf_counter

from storage.engines.problems import DatabaseProblem

# Seconds; the last bucket has the rest.
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


@dataclass
class Writes:
    """under_way: waiting for their turn, or writing. buckets: how many took at most each of `BOUNDS`, and longer."""

    under_way: int = 0
    seconds: float = 0.0
    buckets: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    failures: Counter[str] = field(default_factory=Counter)


WRITES = Writes()
_turn = Lock()


@contextmanager
def a_write() -> Iterator[None]:
    """Count the write transaction of the block, from waiting for its turn until it is on disk."""
    began = perf_counter()
    with _turn:
        WRITES.under_way += 1
    try:
        yield
    except DatabaseProblem as problem:
        with _turn:
            WRITES.failures[type(problem).__name__] += 1
        raise
    else:
        took = perf_counter() - began
        with _turn:
            WRITES.seconds += took
            WRITES.buckets[bisect_left(BOUNDS, took)] += 1
    finally:
        with _turn:
            WRITES.under_way -= 1
