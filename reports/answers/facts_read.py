"""The lines of an answers file that are facts of the profile: written first, and read apart from the answers.

Such a line has `profile:` and the fact in the place of a question, and its number as the answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from reports.answers.file_faults import FileFault, fault, nearest
from reports.answers.headings import Record, Table
from scoring.profile.facts import Fact
from scoring.profile.sense import fault_in
from scoring.typed_values import NotUnderstood, read_amount, trimmed

PREFIX = "profile:"
Facts = Mapping[str, Fact]
NO_FACTS: Facts = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FactReply:
    """What a line says of a fact."""

    line: int
    value: float


@dataclass(frozen=True, slots=True)
class FactsApart:
    """What a table says of the profile, what is wrong with that, and the table without those lines."""

    replies: Mapping[str, FactReply]
    faults: tuple[FileFault, ...]
    table: Table


def facts_apart(table: Table, asked: Facts) -> FactsApart:
    """asked: the facts a customer of the type is asked. An empty number says nothing; of two lines the last stands."""
    told = [record for record in table.records if _id(record).startswith(PREFIX)]
    read = [(record, *_read(record, asked, decimal_point=table.decimal_point)) for record in told]
    replies = {
        _id(record).removeprefix(PREFIX): FactReply(record.line, value)
        for record, value, wrong in read
        if value is not None and wrong is None
    }
    others = tuple(record for record in table.records if not _id(record).startswith(PREFIX))
    return FactsApart(replies, tuple(wrong for _, _, wrong in read if wrong), replace(table, records=others))


def lines_of(asked: Facts, given: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """What stands in the place of the question, and the number, of each fact that is given."""
    yield from ((PREFIX + fact_id, given[fact_id]) for fact_id in asked if fact_id in given)


def _id(record: Record) -> str:
    return trimmed(record.cells.get("question_id", ""))


def _read(record: Record, asked: Facts, *, decimal_point: bool) -> tuple[float | None, FileFault | None]:
    name, text = _id(record), trimmed(record.cells.get("value", ""))
    where = {"question": name, "column": "value", "value": text}
    fact = asked.get(name.removeprefix(PREFIX))
    if fact is None:
        near = nearest(name, [PREFIX + each for each in asked])
        return None, fault("unknown_fact", record.line, question=name, value=name, context={"near": near})
    if not text:
        return None, None
    try:
        value = partial(read_amount, decimal_point=decimal_point, whole=not fact.decimals)(text)
    except NotUnderstood as bad:
        return None, fault(bad.fault, record.line, context=bad.context, **where)
    if wrong := fault_in(fact, value):
        about = {"least": f"{fact.least:g}", "most": f"{fact.most:g}"}
        return None, fault(wrong, record.line, context=about, **where)
    return value, None
