"""The checksum of the whole database as it stands, for paper: `cli.py verify --against` finds it again, or tells."""

from service.people.access import allow, plain_id
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import links, records


def head_of(ws: Workspace, actor: Actor, customer_id: str) -> str:
    """The number of the last link and the beginning of its hash, for someone who may read the customer."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
        allow(ws, actor, Operation.READ, customer_id if known else None, thing=f"customer:{customer_id}")
        return links.end(connection).checksum
