"""Is what stands what its history says, both ways? Actions, waivers, go-live dates, assignments, snapshots and forms."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from itertools import pairwise
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Table, select

from storage.answers.tables import assignment, assignment_event
from storage.findings import Fault, LocatedFault, readable
from storage.people.tables import go_live_move
from storage.plan.tables import action, action_revision, waiver, waiver_event
from storage.review.tables import snapshot, snapshot_event
from storage.tables import customer, questionnaire_form

Rows = list[RowMapping]
# Whether a row that stands agrees with its history, the oldest first and never empty.
Agrees = Callable[[RowMapping, Rows], bool]


def check_histories(connection: Connection) -> Iterator[LocatedFault]:
    for table, key, history, points_at, agrees in _PAIRS:
        look = partial(_pair, connection, (table, key), (history, points_at), agrees)
        yield from readable(look, where=table.name)
    yield from readable(partial(_forms, connection), where=questionnaire_form.name)


def _pair(
    connection: Connection, standing: tuple[Table, tuple[str, ...]], past: tuple[Table, tuple[str, ...]], agrees: Agrees
) -> Iterator[LocatedFault]:
    """One table that stands beside its history. Only a go-live may stand without one: it was there from the first day."""
    (table, key), (history, points_at) = standing, past
    histories = _histories(connection, history, points_at)
    for row in connection.execute(select(table)).mappings():
        of = tuple(row[name] for name in key)
        where = f"{table.name} {'/'.join(of)}"
        if lines := histories.pop(of, None):
            if not agrees(row, lines):
                yield LocatedFault(Fault.HISTORY, where=where)
        elif table is not customer:
            yield LocatedFault(Fault.NO_HISTORY, where=where)
    for of in histories:
        yield LocatedFault(Fault.ROW_GONE, where=f"{table.name} {'/'.join(of)}")


def _histories(connection: Connection, history: Table, points_at: tuple[str, ...]) -> dict[tuple[str, ...], Rows]:
    found: dict[tuple[str, ...], Rows] = {}
    number: Column[Any] = history.c.id
    for row in connection.execute(select(history).order_by(number)).mappings():
        found.setdefault(tuple(row[name] for name in points_at), []).append(row)
    return found


def _action_agrees(row: RowMapping, lines: Rows) -> bool:
    said: dict[str, Any] = {}
    current = [line for line in lines if line["version"] is not None]
    for line in current:
        said |= json.loads(line["changes"])
    if [line["version"] for line in current] != list(range(1, row["version"] + 1)):
        return False
    first, last = current[0], current[-1]
    by = (first["actor"], first["at"], last["actor"], last["at"])
    fields = all(_text(row[name]) == value for name, value in said.items())
    return fields and by == (row["created_by"], row["created_at"], row["updated_by"], row["updated_at"])


def _text(value: Any) -> Any:
    return value if value is None or isinstance(value, str) else value.isoformat()


def _waiver_agrees(row: RowMapping, lines: Rows) -> bool:
    first, last = lines[0], lines[-1]
    begun = (row["proposed_by"], row["proposed_at"]) == (first["actor"], first["at"])
    decided = (row["decided_by"], row["decided_at"], row["reason"])
    said = (last["actor"], last["at"], last["reason"]) if len(lines) > 1 else (None, None, None)
    return begun and row["state"] == last["state"] and decided == said


def _go_live_agrees(row: RowMapping, lines: Rows) -> bool:
    unbroken = all(after["moved_from"] == before["moved_to"] for before, after in pairwise(lines))
    return unbroken and bool(row["go_live"] == lines[-1]["moved_to"])


def _assignment_agrees(row: RowMapping, lines: Rows) -> bool:
    return all(row[name] == lines[-1][name] for name in row)


def _snapshot_agrees(row: RowMapping, lines: Rows) -> bool:
    return (row["sent_by"], row["sent_at"]) == (lines[0]["actor"], lines[0]["at"])


def _forms(connection: Connection) -> Iterator[LocatedFault]:
    for row in connection.execute(select(questionnaire_form.c.fingerprint, questionnaire_form.c.body)):
        if sha256(row.body.encode()).hexdigest() != row.fingerprint:
            yield LocatedFault(Fault.FORM, where=row.fingerprint)


_ONE = ("id",)
_BOTH = ("response_id", "question_id")
# What stands and its key, its history and what points at it, and the rule between them.
_PAIRS: tuple[tuple[Table, tuple[str, ...], Table, tuple[str, ...], Agrees], ...] = (
    (action, _ONE, action_revision, ("action_id",), _action_agrees),
    (waiver, _ONE, waiver_event, ("waiver_id",), _waiver_agrees),
    (customer, _ONE, go_live_move, ("customer_id",), _go_live_agrees),
    (assignment, _BOTH, assignment_event, _BOTH, _assignment_agrees),
    (snapshot, _ONE, snapshot_event, ("snapshot_id",), _snapshot_agrees),
)
