"""Letters as rows: claimed before they are sent, and what became of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, and_, delete, func, or_, select, update

from storage.letters.tables import calendar_feed, letter, letter_choice
from storage.records import insert_once, put


class LetterState(StrEnum):
    """claimed: a run has it, and nothing is handed over. handed: the server is being given it. failed: it was not taken.

    unsure: it was handed over, and the answer never came.
    """

    CLAIMED = "claimed"
    HANDED = "handed"
    SENT = "sent"
    FAILED = "failed"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class LetterKey:
    """One thing told to one person once. about: what it is of, by id. day: the deadline, or the Monday of the week."""

    kind: str
    about: str
    member_id: str
    day: date


@dataclass(frozen=True, slots=True)
class FeedRow:
    customer_id: str
    secret_hash: str
    made_by: str
    made_at: datetime


def claim(
    connection: Connection, keys: Iterable[LetterKey], letter_id: str, *, at: datetime, stale: datetime
) -> list[LetterKey]:
    """Take those nobody has told or is telling; which they are.

    What failed may be taken again, and so may what was claimed before `stale` and never handed over.
    """
    free = or_(letter.c.state == LetterState.FAILED, and_(letter.c.state == LetterState.CLAIMED, letter.c.at < stale))
    taken: list[LetterKey] = []
    for key in keys:
        row = {**_of(key), "letter_id": letter_id, "state": LetterState.CLAIMED.value, "at": at}
        again = update(letter).where(*(letter.c[name] == held for name, held in _of(key).items()), free)
        if insert_once(connection, letter, row) or connection.execute(again.values(**row)).rowcount:
            taken.append(key)
    return taken


def put_off(connection: Connection, key: LetterKey, letter_id: str, at: datetime) -> bool:
    """Leave a letter that nobody has tried to send to the next run, as one that was not taken; whether it was not there."""
    return insert_once(
        connection, letter, {**_of(key), "letter_id": letter_id, "state": LetterState.FAILED.value, "at": at}
    )


def hand_over(connection: Connection, letter_id: str, *, held: datetime, at: datetime) -> int:
    """Mark what was claimed at `held` as being handed over; how many things: fewer when another run has them now."""
    mine = (letter.c.letter_id == letter_id, letter.c.state == LetterState.CLAIMED, letter.c.at == held)
    return connection.execute(update(letter).where(*mine).values(state=LetterState.HANDED.value, at=at)).rowcount


def set_state(connection: Connection, letter_id: str, state: LetterState, *, held: datetime, at: datetime) -> None:
    """What became of a letter; only of what is as it was left at `held`."""
    mine = (letter.c.letter_id == letter_id, letter.c.at == held)
    connection.execute(update(letter).where(*mine).values(state=state.value, at=at))


def told(connection: Connection, *, since: date) -> dict[LetterKey, tuple[LetterState, datetime]]:
    """What has been told, or tried, of days from `since` on: how it went, and when."""
    rows = connection.execute(select(letter).where(letter.c.day >= since))
    return {LetterKey(row.kind, row.about, row.member_id, row.day): (LetterState(row.state), row.at) for row in rows}


def older_than(connection: Connection, at: datetime) -> tuple[int, datetime | None]:
    """How many things were told before a time, and when the first of them was."""
    row = connection.execute(select(func.count(), func.min(letter.c.at)).where(letter.c.at < at)).one()
    return int(row[0]), row[1]


def remove_older_than(connection: Connection, at: datetime) -> None:
    connection.execute(delete(letter).where(letter.c.at < at))


def say_no(connection: Connection, member_id: str, at: datetime) -> None:
    put(connection, letter_choice, {"member_id": member_id, "off_at": at})


def say_yes(connection: Connection, member_id: str) -> None:
    connection.execute(delete(letter_choice).where(letter_choice.c.member_id == member_id))


def have_said_no(connection: Connection) -> set[str]:
    return set(connection.execute(select(letter_choice.c.member_id)).scalars())


def put_feed(connection: Connection, row: FeedRow) -> None:
    """In place of the one the customer had."""
    put(connection, calendar_feed, {name: getattr(row, name) for name in FeedRow.__slots__})


def end_feed(connection: Connection, customer_id: str) -> bool:
    """Whether there was one."""
    return bool(connection.execute(delete(calendar_feed).where(calendar_feed.c.customer_id == customer_id)).rowcount)


def feed_of(connection: Connection, customer_id: str) -> FeedRow | None:
    return _feed(connection.execute(select(calendar_feed).where(calendar_feed.c.customer_id == customer_id)).all())


def feed_by_hash(connection: Connection, secret_hash: str) -> FeedRow | None:
    return _feed(connection.execute(select(calendar_feed).where(calendar_feed.c.secret_hash == secret_hash)).all())


def _feed(rows: Sequence[object]) -> FeedRow | None:
    return FeedRow(*(getattr(rows[0], name) for name in FeedRow.__slots__)) if rows else None


def _of(key: LetterKey) -> dict[str, object]:
    return {name: getattr(key, name) for name in LetterKey.__slots__}
