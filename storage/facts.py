"""Writing what is kept for good: each row goes into its table, and what it says into the link of this transaction.

Every table says in `info` what it is (`storage.tables`): of a FACT each row is linked once, of what is STANDING each
change is. The link itself is made when the transaction ends (`storage.links`); outside one, nothing is written here.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, Connection, Float, Insert, Select, Table, bindparam, insert, select

from storage.tables import UNCHAINED, Kept

# [table, primary key, digest]
Said = list[Any]
_PENDING = "klarsjekk_said"


@contextmanager
def gathering(connection: Connection) -> Iterator[list[Said]]:
    """Gather what is said in the block; a block inside another gathers its own."""
    # Held here: a connection that breaks in the block has no `info` any more.
    held, said = connection.info, list[Said]()
    before, held[_PENDING] = held.get(_PENDING), said
    try:
        yield said
    finally:
        held[_PENDING] = before


def gathered(connection: Connection) -> list[Said]:
    """What the transaction has said until now. Raises `LookupError` outside one that makes a link."""
    said: list[Said] | None = connection.info.get(_PENDING)
    if said is None:
        raise LookupError("a fact outside a transaction that makes a link")
    return said


def add(connection: Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Add a row, and what it says to the chain."""
    made = connection.execute(_inserting(table), values).inserted_primary_key
    keys = zip(table.primary_key.columns.keys(), made or (), strict=True)
    note(connection, table, {**values, **dict(keys)})


def note(connection: Connection, table: Table, row: Mapping[Any, Any]) -> None:
    """Add to the chain what a row says that has just been written: all its columns."""
    gathered(connection).append([table.name, key_of(table, row), digest(table, row)])


def changed(connection: Connection, table: Table, *key: object) -> None:
    """Add to the chain what a row of a STANDING table says after a change."""
    wanted = {f"k{place}": value for place, value in enumerate(key)}
    note(connection, table, dict(connection.execute(_one(table), wanted).mappings().one()))


def key_of(table: Table, row: Mapping[Any, Any]) -> list[Any]:
    return [row[column.name] for column in table.primary_key.columns]


def digest(table: Table, row: Mapping[Any, Any]) -> str:
    """What a row says, in 64 signs. What is not said is left out, so that a column may be added later."""
    plain = {name: as_plain(row[name]) for name, as_plain in _columns(table) if row.get(name) is not None}
    return sha256(json.dumps([table.name, plain], sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def is_a(table: Table, kept: Kept) -> bool:
    return table.info.get("kept") is kept


# Made once: to put such a statement together takes longer than to run it.
@cache
def _inserting(table: Table) -> Insert:
    return insert(table)


@cache
def _one(table: Table) -> Select[Any]:
    keys = [column == bindparam(f"k{place}") for place, column in enumerate(table.primary_key.columns)]
    return select(table).where(*keys)


@cache
def _columns(table: Table) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((column.name, _converter(column)) for column in table.columns if column.info != UNCHAINED)


def _converter(column: Column[Any]) -> Callable[[Any], Any]:
    # A whole number in a column of fractions comes back as a fraction.
    return float if isinstance(column.type, Float) else _plain


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value
