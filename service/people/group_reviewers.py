"""Who reviews the customers of a region or a group, also those that come later; a reviewer of the customer's own comes first."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from service.faults import BadInput
from service.people.access import allow, event, now
from service.people.actor import Actor
from service.people.customers import CustomerInfo
from service.people.members import Member
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows
from storage.people.rows import GroupReviewerRow


class GroupKind(StrEnum):
    """The nearest first: a group lies in a region."""

    GROUP = "group_name"
    REGION = "region"


GroupKey = tuple[GroupKind, str]


@dataclass(frozen=True, slots=True)
class CustomerGroup:
    """A region or a group that has customers. reviewer: the member who reviews there, `None` when nobody is set."""

    kind: GroupKind
    name: str
    customers: int
    reviewer: str | None

    @property
    def key(self) -> GroupKey:
        return self.kind, self.name


def customer_groups(ws: Workspace, actor: Actor) -> list[CustomerGroup]:
    """Every region and group there is, groups first, by name. Raises `NotAllowed`."""
    allow(ws, actor, Operation.SEE_REVIEW_QUEUE)
    with ws.database.reading() as connection:
        held = records.listed_customers(connection)
        set_to = people_rows.group_reviewers(connection)
    counted: dict[GroupKey, int] = {}
    for key in (key for each in held for key in groups_of(each)):
        counted[key] = counted.get(key, 0) + 1
    order = sorted(counted, key=lambda key: (list(GroupKind).index(key[0]), key[1].casefold()))
    return [CustomerGroup(*key, counted[key], set_to.get(key)) for key in order]


def groups_of(customer: CustomerInfo) -> Iterable[GroupKey]:
    """Its group and its region, the nearest first."""
    for kind in GroupKind:
        if name := getattr(customer, kind):
            yield kind, name


def reviewer_of(customer: CustomerInfo, set_to: Mapping[tuple[str, str], str]) -> tuple[str | None, GroupKind | None]:
    """Who reviews a customer, and where that is set: `None` on the customer itself, or nowhere."""
    if customer.reviewer:
        return customer.reviewer, None
    return next(((set_to[key], key[0]) for key in groups_of(customer) if key in set_to), (None, None))


def set_group_reviewer(ws: Workspace, actor: Actor, group: GroupKey, reviewer: str) -> None:
    """Let a member of HPAS review all who belong to a region or a group; "" nobody.

    Raises `NotAllowed`, and `BadInput`: no_such_group, no_such_reviewer.
    """
    allow(ws, actor, Operation.SET_GROUP_REVIEWER)
    with ws.database.writing() as connection:
        records.hold_customers(connection)
        if all(group not in groups_of(each) for each in records.listed_customers(connection)):
            raise BadInput("no_such_group")
        if reviewer and reviewer not in {each.id for each in may_review(people_rows.members(connection))}:
            raise BadInput("no_such_reviewer")
        kind, name = GroupKind(group[0]), group[1]
        before = people_rows.group_reviewers(connection).get((kind, name))
        if before == (reviewer or None):
            return
        row = GroupReviewerRow(kind.value, name, reviewer or None, actor.id, now())
        people_rows.add_group_reviewer(connection, row)
        said = json.dumps({"reviewer": [before, row.reviewer], kind.value: name}, ensure_ascii=False)
        records.audit(connection, event(actor, Operation.SET_GROUP_REVIEWER, "customers", detail=said))


def may_review(of_hpas: Iterable[Member]) -> list[Member]:
    """Those of HPAS a customer can have as its reviewer, by name."""
    held = [each for each in of_hpas if each.removed_at is None]
    return sorted(held, key=lambda each: (each.name or each.email or "").casefold())
