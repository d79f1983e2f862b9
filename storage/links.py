"""The one chain over everything that is kept: a link for each transaction, hashed with the one before it, its end sealed.

A link holds what its transaction said: [table, key, digest] for each row, or [NOTE, …] about the chain itself. The
head is locked when all else is done, so nobody waits for it longer than the writing of one row takes.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from storage import facts
from storage.chain_keys import Keys
from storage.tables import chain_entry, chain_head

# What a link says about the chain itself, where a table's name stands otherwise.
FOUND = "@found"
SEALED = "@sealed"
# A migration said rows of facts anew, their names moved where they can be forgotten. Without the key nobody seals one.
MOVED = "@moved"
# In the place of a seal, for good, when the one before did not fit.
BROKEN = "broken"
SHOWN = 20  # signs of the hash in a checksum people copy
_ONE = 1
_FIRST_TURN = 0x4B4C4153


@dataclass(frozen=True, slots=True)
class ChainEnd:
    """The last link. `key_id`: which key it is sealed with, "" for none. `made`: it has a row in the table."""

    number: int
    hash: str
    key_id: str
    seal: str
    made: bool = True

    @property
    def text(self) -> str:
        """What is sealed."""
        return f"{self.number} {self.hash}"

    @property
    def checksum(self) -> str:
        """The end as it is printed and asked for again."""
        return f"{self.number}-{self.hash[:SHOWN]}"


NOTHING = ChainEnd(0, "", "", "", made=False)


@contextmanager
def linking(connection: Connection, keys: Keys) -> Iterator[None]:
    """What is said in the block becomes one link when it ends well. Stands inside the transaction."""
    with facts.gathering(connection) as said:
        yield
        if said:
            append(connection, keys, said)


def append(connection: Connection, keys: Keys, said: list[facts.Said]) -> None:
    """Add a link to the end of the chain, and seal the new end."""
    before = _held(connection)
    number, content = before.number + 1, json.dumps(said, separators=(",", ":"))
    own = link_hash(number, before.hash, content)
    after = _sealed(before, ChainEnd(number, own, "", ""), keys)
    if before.made and connection.dialect.name == "postgresql":
        # In one go: every answer waits for each word to the server and back.
        values = {"number": number, "content": content, "hash": own, "key_id": after.key_id, "seal": after.seal}
        connection.exec_driver_sql(_ADDING_AND_MOVING, values)
        return
    connection.execute(_ADDING, {"number": number, "content": content, "hash": own})
    _move(connection, before, after)


def seal(connection: Connection, keys: Keys, at: datetime, *, anew: bool = False) -> None:
    """Seal a chain that has no seal yet, from now on. Says so in a link.

    anew: also one whose key is not here, which loses its seal where there is no key at all.
    """
    before = end(connection)
    wanted = (anew and not keys.knows(before.key_id)) if before.key_id else bool(keys)
    if not (before.made and wanted):
        return
    append(connection, keys, [[SEALED, at.astimezone(UTC).isoformat(), keys.newest_id]])
    now = end(connection)
    _move(connection, now, ChainEnd(now.number, now.hash, keys.newest_id, keys.seal(now.text)))


def end(connection: Connection) -> ChainEnd:
    """Where the chain ends, as it stands; `NOTHING` when nothing was ever said."""
    row = connection.execute(_HEAD).one_or_none()
    return NOTHING if row is None else ChainEnd(*row)


def link_hash(number: int, before: str, content: str) -> str:
    return sha256(json.dumps([number, before, content], separators=(",", ":")).encode()).hexdigest()


def _held(connection: Connection) -> ChainEnd:
    """The end, held until the transaction ends."""
    row = connection.execute(_HEAD_HELD).one_or_none()
    if row is None and connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_FIRST_TURN})")
        row = connection.execute(_HEAD_HELD).one_or_none()
    if row is not None:
        return ChainEnd(*row)
    last = connection.execute(_LAST).first()
    # Links without an end: someone took it away. Nothing is refused for that, and it is never sealed again.
    return NOTHING if last is None else ChainEnd(last.number, last.hash, BROKEN, BROKEN, made=False)


def _sealed(before: ChainEnd, after: ChainEnd, keys: Keys) -> ChainEnd:
    """The new end with its seal. What was not sealed, or not by us, does not become so by going on."""
    if before == NOTHING or keys.fits(before.key_id, before.text, before.seal):
        return ChainEnd(after.number, after.hash, keys.newest_id, keys.seal(after.text))
    if not before.key_id:
        return after
    return ChainEnd(after.number, after.hash, before.key_id, BROKEN)


def _move(connection: Connection, before: ChainEnd, after: ChainEnd) -> None:
    values = {"number": after.number, "hash": after.hash, "key_id": after.key_id, "seal": after.seal}
    if before.made:
        connection.execute(_MOVING, {f"new_{name}": value for name, value in values.items()})
    else:
        connection.execute(insert(chain_head), {"id": _ONE, **values})


_ADDING = insert(chain_entry)
_ADDING_AND_MOVING = (
    "WITH added AS (INSERT INTO chain_entry (number, content, hash) VALUES (%(number)s, %(content)s, %(hash)s)) "
    "UPDATE chain_head SET number = %(number)s, hash = %(hash)s, key_id = %(key_id)s, seal = %(seal)s"
)
_HEAD = select(chain_head.c.number, chain_head.c.hash, chain_head.c.key_id, chain_head.c.seal)
_HEAD_HELD = _HEAD.with_for_update()
_LAST = select(chain_entry).order_by(chain_entry.c.number.desc()).limit(1)
_MOVING = update(chain_head).values({name: bindparam(f"new_{name}") for name in ("number", "hash", "key_id", "seal")})


def contains(connection: Connection, checksum: str) -> bool:
    """Whether the chain has ever ended as a checksum says; one that is none is in no chain."""
    number, _, start = checksum.strip().partition("-")
    if not (number.isascii() and number.isdecimal() and len(number) < 10 and len(start) == SHOWN):
        return False
    query = select(func.count()).where(
        chain_entry.c.number == int(number), chain_entry.c.hash.startswith(start, autoescape=True)
    )
    return bool(connection.execute(query).scalar_one())


def told_since(connection: Connection, number: int, *, most: int) -> tuple[int, frozenset[str] | None]:
    """Where the chain ends now, and the tables that links after that one say anything of; `None` of more than `most`."""
    query = select(chain_entry.c.number, chain_entry.c.content).where(chain_entry.c.number > number)
    rows = connection.execute(query.order_by(chain_entry.c.number).limit(most + 1)).all()
    if len(rows) > most:
        return end(connection).number, None
    return (rows[-1].number if rows else number), frozenset(said[0] for row in rows for said in json.loads(row.content))


def entries(connection: Connection) -> Iterator[Any]:
    """Every link, the oldest first."""
    query = select(chain_entry).order_by(chain_entry.c.number).execution_options(yield_per=1000)
    yield from connection.execute(query)
