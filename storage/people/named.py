"""People who are only named: what is kept for good says a mark, and the name stands here alone, where it can be forgotten.

Nobody above storage sees a mark: who writes rows turns names into marks, and who reads them turns marks into names.
"""

from collections.abc import Iterable, Mapping
from secrets import token_hex
from uuid import uuid4

from sqlalchemy import Connection, select, update

from language import FORGOTTEN_NAME
from storage import facts
from storage.people.tables import named_person
from storage.tables import response

# A mark is this and an id; what people type is never stored where a mark may stand.
MARK = "@"
# Of more than so many, all are read: an engine takes only so many values in a question.
_MOST_ASKED_FOR = 500


def marked(connection: Connection, response_id: str, name: str) -> str:
    """The mark of a name at the customer of a response; the one it has, or a new one."""
    query = select(response.c.customer_id).where(response.c.id == response_id)
    customer_id = connection.execute(query).scalar_one()
    known = select(named_person.c.id).where(named_person.c.customer_id == customer_id, named_person.c.name == name)
    if found := connection.execute(known.limit(1)).scalar_one_or_none():
        return f"{MARK}{found}"
    made = uuid4().hex
    facts.add(connection, named_person, {"id": made, "customer_id": customer_id, "name": name, "salt": token_hex(16)})
    return f"{MARK}{made}"


def names_of(connection: Connection, marks: Iterable[str | None]) -> dict[str, str]:
    """Mark -> name, and that it is forgotten, of the marks among what is given."""
    ids = {mark.removeprefix(MARK) for mark in marks if mark and mark.startswith(MARK)}
    if not ids:
        return {}
    query = select(named_person.c.id, named_person.c.name)
    if len(ids) <= _MOST_ASKED_FOR:
        query = query.where(named_person.c.id.in_(sorted(ids)))
    return {f"{MARK}{row.id}": row.name or FORGOTTEN_NAME for row in connection.execute(query)}


def named(names: Mapping[str, str], mark: str | None) -> str | None:
    """The name behind a mark; names: as `names_of`."""
    return None if mark is None else names.get(mark, mark)


def named_like(connection: Connection, name: str, customer_id: str | None = None) -> list[tuple[str, str]]:
    """(id, customer) of those who are called so, capitals or not; at one customer, or at all."""
    query = select(named_person).where(named_person.c.name.is_not(None))
    if customer_id is not None:
        query = query.where(named_person.c.customer_id == customer_id)
    wanted = name.strip().casefold()
    return [(row.id, row.customer_id) for row in connection.execute(query) if row.name.casefold() == wanted]


def forget_named(connection: Connection, named_id: str) -> None:
    """Take the name away, and what is mixed into its digests."""
    connection.execute(update(named_person).where(named_person.c.id == named_id).values(name=None, salt=None))
    facts.changed(connection, named_person, named_id)
