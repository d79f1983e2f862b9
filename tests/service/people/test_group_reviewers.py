"""Who reviews a region or a group reviews its customers, also those that come later, unless they have their own."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from service.faults import BadInput, NotAllowed
from service.people.actor import Role
from service.people.customer_changes import Described, describe_customers
from service.people.group_reviewers import GroupKey, GroupKind, customer_groups, set_group_reviewer
from service.people.log import read_log
from service.people.members import invite
from service.portfolio.customer_table import customer_table
from service.review.review_queue import read_queue
from service.workspace import Workspace
from storage.verification import verify
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace
from tests.service.review.sending import new_lead, sent

NORD: GroupKey = (GroupKind.REGION, "Nord")
FOSEN: GroupKey = (GroupKind.GROUP, "Fosen")


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


def add(ws: Workspace, name: str, **said: str) -> str:
    made = municipality(ws, name)[0].customer_id or ""
    describe_customers(ws, ADMIN, [made], Described(**said))  # type: ignore[typeddict-item]
    return made


def hired(ws: Workspace, name: str) -> str:
    return invite(ws, ADMIN, None, role=Role.REVIEWER, email=f"{name}@hpas.example", name=name)


def table(ws: Workspace) -> dict[str, tuple[str, GroupKind | None]]:
    return {each.customer.name: (each.reviewer, each.through) for each in customer_table(ws, REVIEWER)}


def test_the_group_goes_before_the_region_and_ones_own_before_both(ws: Workspace) -> None:
    rita, per, eva = (hired(ws, name) for name in ("Rita", "Per", "Eva"))
    add(ws, "Ås", region="Nord")
    add(ws, "Os", region="Nord", group_name="Fosen")
    add(ws, "Elverum", region="Nord", group_name="Fosen", reviewer=eva)
    add(ws, "Voss", region="Sør")
    set_group_reviewer(ws, ADMIN, NORD, rita)
    set_group_reviewer(ws, ADMIN, FOSEN, per)
    assert table(ws) == {
        "Ås": ("Rita", GroupKind.REGION),
        "Os": ("Per", GroupKind.GROUP),
        "Elverum": ("Eva", None),
        "Voss": ("", None),
    }
    add(ws, "Ny", group_name="Fosen")
    assert table(ws)["Ny"] == ("Per", GroupKind.GROUP)
    set_group_reviewer(ws, ADMIN, FOSEN, "")
    assert (table(ws)["Os"], table(ws)["Ny"]) == (("Rita", GroupKind.REGION), ("", None))
    assert [(each.key, each.customers, each.reviewer) for each in customer_groups(ws, REVIEWER)] == [
        (FOSEN, 3, None),
        (NORD, 3, rita),
        ((GroupKind.REGION, "Sør"), 1, None),
    ]
    assert verify(ws.database).findings == ()


def test_it_is_logged_once_in_words(ws: Workspace) -> None:
    add(ws, "Ås", region="Nord")
    rita = hired(ws, "Rita")
    for _ in range(2):
        set_group_reviewer(ws, ADMIN, NORD, rita)
    said = [act for act in read_log(ws, ADMIN).acts if act.operation == "set_group_reviewer"]
    assert [(act.times, act.detail) for act in said] == [(1, "kvalitetssikrer fra ingenting til Rita for «Nord»")]


def test_the_queue_says_who_is_to_look_and_finds_theirs(ws: Workspace) -> None:
    lead = new_lead(ws)
    describe_customers(ws, ADMIN, [lead.customer_id or ""], {"region": "Nord"})
    sent(ws, lead, {"Q-LEVEL": 3})
    set_group_reviewer(ws, ADMIN, NORD, hired(ws, "Rita"))
    as_of = GO_LIVE - timedelta(days=50)
    assert [line.assigned for line in read_queue(ws, REVIEWER, as_of=as_of, search="rita").lines] == ["Rita"]
    assert read_queue(ws, REVIEWER, as_of=as_of, search="per").found == 0


@pytest.mark.parametrize(("group", "who", "fault"), [(FOSEN, "", "no_such_group"), (NORD, "noen", "no_such_reviewer")])
def test_what_is_not_there_is_refused(ws: Workspace, group: GroupKey, who: str, fault: str) -> None:
    add(ws, "Ås", region="Nord")
    with pytest.raises(BadInput) as raised:
        set_group_reviewer(ws, ADMIN, group, who)
    assert raised.value.fault == fault
    with pytest.raises(NotAllowed):
        set_group_reviewer(ws, REVIEWER, NORD, "")
