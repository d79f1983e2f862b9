"""Room for many arrays in one piece of memory, which the system hands out far faster than one piece each."""

from collections.abc import Sequence
from itertools import accumulate
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

_CACHE_LINE = 64


def arrays_in_arena(rows: int, like: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
    """Arrays of so many rows, else of the shapes and kinds of those given. What stands in them is left over."""
    shapes = [(rows, *each.shape[1:]) for each in like]
    sizes = [prod(shape) * each.itemsize for shape, each in zip(shapes, like, strict=True)]
    starts = list(accumulate((-(-size // _CACHE_LINE) * _CACHE_LINE for size in sizes), initial=0))
    piece = np.empty(starts.pop(), np.uint8)
    return [
        piece[start : start + size].view(each.dtype).reshape(shape)
        for start, size, each, shape in zip(starts, sizes, like, shapes, strict=True)
    ]
