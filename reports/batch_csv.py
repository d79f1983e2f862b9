"""Tables of hundreds of thousands of lines as CSV, many times as fast as cell by cell, and the same bytes.

Each column comes as places in a list of its few different cells. A cell is made into text once, by `reports.dialect`,
guarded and quoted as it would be there; the lines are then put together by Arrow, a block at a time, so the memory used
does not grow with the table.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from reports.columns import Cell, Column
from reports.dialect import Dialect, Shape, quoted, quoted_headings, shape_of

# Lines put together at a time: enough for Arrow to work on, and some megabytes of memory.
BLOCK = 50_000


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column: `places` of each line's cell in `cells`."""

    places: NDArray[np.int32]
    cells: Sequence[Cell]


def coded_numbers(values: NDArray[np.float64]) -> Coded:
    """A column of numbers; nan is an empty cell."""
    different, places = np.unique(values, return_inverse=True)
    cells = [None if value != value else value for value in different.tolist()]
    return Coded(places.astype(np.int32), cells)


def long_csv(columns: Sequence[Column], blocks: Iterable[Sequence[Coded]], dialect: Dialect) -> Iterator[bytes]:
    """The file in pieces, the headings first. Every block has the columns in their order, all as long."""
    shape = shape_of(dialect)
    yield shape.mark + (shape.separator.join(quoted_headings(columns, dialect)) + shape.line_end).encode()
    for block in blocks:
        words = [
            pa.array(quoted(column, coded.cells, dialect), pa.string())
            for column, coded in zip(columns, block, strict=True)
        ]
        for start in range(0, len(block[0].places), BLOCK):
            part = slice(start, start + BLOCK)
            yield _lines([held.take(pa.array(c.places[part])) for held, c in zip(words, block, strict=True)], shape)


def _lines(texts: list[pa.Array], shape: Shape) -> bytes:
    # The line end belongs to the last cell; what joins the lines is nothing.
    texts[-1] = pc.binary_join_element_wise(texts[-1], shape.line_end, "")
    lines = pc.binary_join_element_wise(*texts, shape.separator)
    return _joined(lines)


def _joined(lines: pa.Array) -> bytes:
    """All lines end to end: they lie so in Arrow's own memory already."""
    _, offsets, text = lines.buffers()
    ends = np.frombuffer(offsets, np.int32)[lines.offset : lines.offset + len(lines) + 1]
    return bytes(memoryview(text)[int(ends[0]) : int(ends[-1])]) if len(lines) else b""
