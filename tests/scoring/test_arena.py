"""Arrays that share one piece of memory keep apart from each other."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from scoring.arena import arrays_in_arena

LIKE: list[NDArray[Any]] = [
    np.zeros((3, 5)),
    np.zeros((3, 6), np.int8),
    np.zeros(3, np.bool_),
    np.zeros((3, 2), np.int32),
    np.zeros((3, 0)),
    np.zeros(3, np.int64),
]


@pytest.mark.parametrize("rows", [0, 1, 3, 8, 1000])
def test_each_has_its_own_room(rows: int) -> None:
    rooms = arrays_in_arena(rows, LIKE)
    for number, room in enumerate(rooms):
        room[...] = number
    for number, (room, like) in enumerate(zip(rooms, LIKE, strict=True)):
        assert (room.shape, room.dtype) == ((rows, *like.shape[1:]), like.dtype)
        assert (room == room.dtype.type(number)).all()
        assert room.flags.aligned
