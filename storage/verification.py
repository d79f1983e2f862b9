"""Is everything in the database as it was written? The file, the one chain and all its rows, histories, and every answer.

It reads and tells; it never mends.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, union

from storage import links
from storage.answers import chain
from storage.chain_check import ChainCheck, check_chain
from storage.chain_keys import Keys
from storage.engines.transactions import Database
from storage.findings import Fault, LocatedFault, readable
from storage.history_check import check_histories
from storage.tables import answer, answer_revision, audit_event, response

__all__ = ["Fault", "LocatedFault", "Verification", "verify", "verify_all"]


@dataclass(frozen=True, slots=True)
class Verification:
    """How much was looked at, and what was wrong with it. `chain`: what the one chain says, and what it is worth."""

    responses: int
    answers: int
    revisions: int
    audit_events: int
    chain: ChainCheck
    findings: tuple[LocatedFault, ...]


def verify(database: Database, *, against: str | None = None) -> Verification:
    """Look at everything, as of one moment. The database must have the schema of the code.

    against: a checksum that was printed before, which must be in the history.
    """
    with database.reading() as connection:
        return verify_all(connection, database.keys, against=against)


def verify_all(connection: Connection, keys: Keys, *, against: str | None = None) -> Verification:
    """The same in a transaction that is open already."""
    found = list(_file_faults(connection)) if connection.dialect.name == "sqlite" else []
    chain_check = check_chain(connection, keys)
    found += [*chain_check.findings, *check_histories(connection)]
    if against is not None and not links.contains(connection, against):
        found.append(LocatedFault(Fault.OTHER_CHAIN, where=against))
    return Verification(
        responses=_count(connection, response),
        answers=_count(connection, answer),
        revisions=_count(connection, answer_revision),
        audit_events=_count(connection, audit_event),
        chain=chain_check,
        findings=(
            *found,
            *(finding for one in _responses(connection) for finding in _response_faults(connection, one)),
        ),
    )


def _file_faults(connection: Connection) -> Iterator[LocatedFault]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)").all():
        if said != "ok":
            yield LocatedFault(Fault.FILE, where=said)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield LocatedFault(Fault.LINK, where=f"{row[0]}: {row[2]}")


def _count(connection: Connection, table: Any) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _responses(connection: Connection) -> list[str]:
    """Every response there is a trace of."""
    ids = union(select(response.c.id), select(answer_revision.c.response_id), select(answer.c.response_id))
    return sorted(str(row[0]) for row in connection.execute(ids))


def _response_faults(connection: Connection, response_id: str) -> Iterator[LocatedFault]:
    yield from readable(lambda: _Replay(connection, response_id).faults(), response_id)


class _Replay:
    """One response told again from its history."""

    def __init__(self, connection: Connection, response_id: str) -> None:
        of: Callable[[Any], Any] = lambda table: connection.execute(  # noqa: E731
            select(table).where(table.c.response_id == response_id)
        )
        self.id = response_id
        self.end = connection.execute(
            select(response.c.revisions, response.c.head).where(response.c.id == response_id)
        ).one_or_none()
        self.revisions = sorted(of(answer_revision).mappings(), key=lambda row: row["id"])
        self.answers = {(row["question_id"], row["field"]): row for row in of(answer).mappings()}
        self.standing: dict[tuple[str, str], RowMapping] = {}

    def faults(self) -> Iterator[LocatedFault]:
        yield from self._chain()
        for key, row in self.answers.items():
            yield from self._answer(key, row)
        for key in self.standing.keys() - self.answers.keys():
            yield self._finding(Fault.NO_ANSWER, "/".join(key))

    def _chain(self) -> Iterator[LocatedFault]:
        before = ""
        for row in self.revisions:
            if row["prev_hash"] != before or row["hash"] != chain.revision_hash(row):
                yield self._finding(Fault.REVISION, f"{row['id']}")
            before = row["hash"]
            yield from self._stand(row)
        if self.end is None:
            yield self._finding(Fault.NO_RESPONSE)
        elif (self.end.revisions, self.end.head) != (len(self.revisions), before):
            yield self._finding(Fault.CHAIN_END)

    def _stand(self, row: RowMapping) -> Iterator[LocatedFault]:
        if row["version"] is None:
            return
        key = (row["question_id"], row["field"])
        last = self.standing[key]["version"] if key in self.standing else 0
        if row["version"] != last + 1:
            yield self._finding(Fault.VERSION, f"{row['id']}")
        self.standing[key] = row

    def _answer(self, key: tuple[str, str], row: RowMapping) -> Iterator[LocatedFault]:
        if row["hash"] != chain.answer_hash(row):
            yield self._finding(Fault.SEAL, "/".join(key))
        said = self.standing.get(key)
        if said is None:
            as_replayed = (row["version"], row["content"]) == (0, None)
        else:
            now = (row["version"], row["content"], row["updated_by"], row["updated_at"])
            as_replayed = now == (said["version"], said["content"], said["actor"], said["at"])
        if not as_replayed:
            yield self._finding(Fault.ANSWER, "/".join(key))

    def _finding(self, fault: Fault, where: str = "") -> LocatedFault:
        return LocatedFault(fault, self.id, where)
