"""Who is asking. Every service function is told; nothing here knows how they logged in."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import uuid4

from language.service.people.actor import LOCAL_USER


class Role(StrEnum):
    CONTRIBUTOR = "contributor"
    LEAD = "lead"
    VIEWER = "viewer"
    REVIEWER = "reviewer"
    ADMIN = "admin"
    PROGRAMME = "programme"
    DECISION_MAKER = "decision_maker"


_LOCAL = "local-"
_HPAS = "hpas-"
CUSTOMER_ROLES = frozenset({Role.CONTRIBUTOR, Role.LEAD, Role.VIEWER, Role.DECISION_MAKER})


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with a role. `customer_id` is the customer they belong to; None for those who see all."""

    id: str
    name: str
    role: Role
    customer_id: str | None = None


def new_hpas_id() -> str:
    """The id of a row that HPAS's own answers are kept under, beside the customers'."""
    return f"{_HPAS}{uuid4().hex}"


def is_hpas(customer_id: str) -> bool:
    """Whether what stands where a customer's id does is HPAS's own. No customer has such an id."""
    return customer_id.startswith(_HPAS)


def is_local(actor: Actor) -> bool:
    """Whether it is the user of local mode, who has not logged in."""
    return actor.id.startswith(_LOCAL)


def local_actor(role: Role, customer_id: str | None = None) -> Actor:
    """The made-up user of local mode: nobody has logged in."""
    return Actor(f"{_LOCAL}{role.value}", LOCAL_USER(), role, customer_id if role in CUSTOMER_ROLES else None)
