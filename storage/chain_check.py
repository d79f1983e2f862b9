"""Is the one chain whole, and is every row what the chain says it was? Needs the key for the last word on its end."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, select

from storage import facts, links
from storage.answers import tables as answer_tables
from storage.chain_keys import Keys
from storage.decision import tables as decision_tables
from storage.files import tables as file_tables
from storage.findings import Fault, LocatedFault, readable
from storage.letters import tables as letter_tables
from storage.outcomes import tables as outcome_tables
from storage.people import tables as people_tables
from storage.plan import tables as plan_tables
from storage.portfolio import tables as portfolio_tables
from storage.profile import tables as profile_tables
from storage.programme import tables as programme_tables
from storage.review import tables as review_tables
from storage.tables import Kept, metadata
from storage.xray import tables as xray_tables

# The tables are known once the modules that hold them are read.
assert all(
    found.metadata is metadata
    for found in (
        answer_tables.assignment,
        decision_tables.decision,
        file_tables.api_token,
        letter_tables.letter,
        people_tables.member,
        plan_tables.action,
        profile_tables.profile_entry,
        portfolio_tables.shared_role,
        programme_tables.programme_reach,
        review_tables.snapshot,
        xray_tables.finding_answer,
        outcome_tables.start_said,
    )
)


class Proof(StrEnum):
    """What the end of the chain is worth. KEY_MISSING: sealed, but not with a key we have. EMPTY: there is no chain."""

    SEALED = "sealed"
    KEY_MISSING = "key_missing"
    NO_SEAL = "no_seal"
    EMPTY = "empty"


@dataclass(slots=True)
class ChainCheck:
    """What was found. `since`: when what lay in the database before was taken in as it was found, if it was.

    sealed_since: when it was last sealed anew. moved: when an upgrade moved names out of the facts.
    said: table -> key as JSON -> the newest digest.
    """

    proof: Proof = Proof.EMPTY
    checksum: str = links.NOTHING.checksum
    links: int = 0
    since: datetime | None = None
    sealed_since: datetime | None = None
    moved: datetime | None = None
    said: dict[str, dict[str, str]] = field(default_factory=dict)
    findings: list[LocatedFault] = field(default_factory=list)


def check_chain(connection: Connection, keys: Keys) -> ChainCheck:
    """Go through every link, and then every row that must be in one."""
    check = ChainCheck()
    last = _follow(connection, check)
    _end(check, last, links.end(connection), keys)
    for table in metadata.sorted_tables:
        if not facts.is_a(table, Kept.PASSING):
            check.findings += readable(lambda table=table: _rows(connection, check, table), where=table.name)  # type: ignore[misc]
    for name in check.said.keys() - {table.name for table in metadata.sorted_tables}:
        check.findings.append(LocatedFault(Fault.ENTRY, where=name))
    return check


def _follow(connection: Connection, check: ChainCheck) -> tuple[int, str]:
    """Where the links end by themselves."""
    number, before = 0, ""
    for row in links.entries(connection):
        number += 1
        if row.number != number or row.hash != links.link_hash(row.number, before, row.content):
            check.findings.append(LocatedFault(Fault.ENTRY, where=f"{row.number}"))
        number, before = row.number, row.hash
        check.links += 1
        check.findings += readable(lambda row=row: _hear(check, row), where=f"chain_entry {row.number}")  # type: ignore[misc]
    return number, before


def _hear(check: ChainCheck, row: Any) -> Iterator[LocatedFault]:
    lines = json.loads(row.content)
    moved = lines[0][0] == links.MOVED
    for table, key, said in lines:
        if table == links.FOUND:
            check.since = datetime.fromisoformat(key)
        elif table == links.SEALED:
            check.sealed_since = datetime.fromisoformat(key)
        elif table == links.MOVED:
            check.moved = datetime.fromisoformat(key)
        else:
            of_table, name = check.said.setdefault(table, {}), json.dumps(key)
            if (
                not moved
                and name in of_table
                and table in metadata.tables
                and facts.is_a(metadata.tables[table], Kept.FACT)
            ):
                yield LocatedFault(Fault.ENTRY, where=f"{row.number}")
            of_table[name] = said


def _end(check: ChainCheck, last: tuple[int, str], end: links.ChainEnd, keys: Keys) -> None:
    check.checksum = end.checksum
    if (end.number, end.hash) != last:
        check.findings.append(LocatedFault(Fault.HEAD))
    if not end.made and not last[0]:
        return
    if not end.key_id:
        check.proof = Proof.NO_SEAL
        if keys:
            check.findings.append(LocatedFault(Fault.NOT_SEALED))
    elif end.seal == links.BROKEN or (keys.knows(end.key_id) and not keys.fits(end.key_id, end.text, end.seal)):
        check.proof = Proof.NO_SEAL
        check.findings.append(LocatedFault(Fault.HEAD_SEAL))
    else:
        check.proof = Proof.SEALED if keys.knows(end.key_id) else Proof.KEY_MISSING


def _rows(connection: Connection, check: ChainCheck, table: Table) -> Iterator[LocatedFault]:
    said = dict(check.said.get(table.name, {}))
    for row in connection.execute(select(table).execution_options(yield_per=1000)).mappings():
        key = facts.key_of(table, row)
        digest = said.pop(json.dumps(key), None)
        if digest is None:
            yield _located(Fault.ROW_UNKNOWN, table, key)
        elif digest != facts.digest(table, row):
            yield _located(Fault.ROW_CHANGED, table, key)
    for name in said:
        yield _located(Fault.ROW_GONE, table, json.loads(name))


def _located(fault: Fault, table: Table, key: list[Any]) -> LocatedFault:
    return LocatedFault(fault, where=f"{table.name} {'/'.join(map(str, key))}")
