"""Who gets in: the first login binds an invitation, a removed member is out at once, and a forgotten one leaves no trace."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from scoring.vocabulary import AnswerField
from service.answers.responses import history, open_response
from service.faults import BadInput
from service.people import logins, members
from service.people.access import now
from service.people.actor import Role, local_actor
from service.people.customer_changes import archive_customers
from service.people.issuers import trusted
from service.people.logins import (
    Identity,
    InvitationOver,
    LoginEnded,
    LoginTooOld,
    LoginTooWeak,
    LoginUnused,
    NoMembership,
    end_login,
    identify,
    places_of,
    recognise,
)
from service.people.members import forget, invite, list_members, remove
from service.people.open_logins import end_own_login, own_logins
from service.workspace import Workspace
from storage.engines.problems import DiskFull
from storage.people import login_rows
from storage.tables import metadata
from tests.builders import municipality, record, workspace

ADMIN = local_actor(Role.ADMIN)
ISSUER = "https://issuer.example"
ISSUERS = trusted([ISSUER])


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path) as opened:
        yield opened


def login(subject: str = "s-1", email: str | None = "lead@kommune.example", **other: Any) -> Identity:
    held = Identity("l-1", ISSUER, subject, email, True, "Leder", now())
    return replace(held, **other)


def lead_of(ws: Workspace, name: str = "Egen") -> tuple[str, str]:
    """A customer and the invitation of its lead."""
    customer_id = municipality(ws, name)[0].customer_id or ""
    return customer_id, invite(ws, ADMIN, customer_id, role=Role.LEAD, email=" Lead@Kommune.example ")


def test_the_first_login_with_the_invited_address_binds_the_invitation(ws: Workspace) -> None:
    customer_id, member_id = lead_of(ws)
    actor = identify(ws, login(), issuers=ISSUERS)
    assert (actor.id, actor.role, actor.customer_id) == (member_id, Role.LEAD, customer_id)


def test_who_has_been_here_lately_is_recognised_by_reading_and_others_are_not(ws: Workspace) -> None:
    _, member_id = lead_of(ws)
    assert logins.recognise(ws, login(), issuers=ISSUERS) is None
    identify(ws, login(), issuers=ISSUERS)
    assert logins.recognise(ws, login(), issuers=ISSUERS) == identify(ws, login(), issuers=ISSUERS)
    assert logins.recognise(ws, login("s-2"), issuers=ISSUERS) is None
    remove(ws, ADMIN, member_id)
    assert logins.recognise(ws, login(), issuers=ISSUERS) is None


def test_who_has_not_been_here_for_a_while_is_noted_again(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    lead_of(ws)
    identify(ws, login(), issuers=ISSUERS)
    later = now() + logins.SEEN_AGAIN + timedelta(seconds=1)
    monkeypatch.setattr(logins, "now", lambda: later)
    assert logins.recognise(ws, login(), issuers=ISSUERS) is None
    actor = identify(ws, login(), issuers=ISSUERS)
    assert logins.recognise(ws, login(), issuers=ISSUERS) == actor


@pytest.mark.parametrize("recognised_by", [logins.recognise, identify])
def test_a_login_that_is_over_is_not_recognised_either(ws: Workspace, recognised_by: Any) -> None:
    lead_of(ws)
    identify(ws, login(), issuers=ISSUERS)
    with pytest.raises(LoginTooOld):
        recognised_by(ws, login(logged_in_at=now() - logins.LONGEST_LOGIN - timedelta(minutes=1)), issuers=ISSUERS)
    end_login(ws, login())
    with pytest.raises(LoginEnded):
        recognised_by(ws, login(), issuers=ISSUERS)


def test_after_that_the_subject_counts_and_the_address_may_change(ws: Workspace) -> None:
    _, member_id = lead_of(ws)
    identify(ws, login(), issuers=ISSUERS)
    assert identify(ws, login(email="new@other.example"), issuers=ISSUERS).id == member_id
    assert identify(ws, login(email=None, email_verified=False), issuers=ISSUERS).id == member_id


@pytest.mark.parametrize(
    "who",
    [
        {"email_verified": False},
        {"email": None},
        {"email": "someone@else.example"},
        {"email": "lead@kommune.example\n"},
        {"issuer": "https://evil.example"},
        {"issuer": ""},
    ],
    ids=str,
)
def test_nobody_gets_in_without_a_verified_invited_address_from_a_known_issuer(
    ws: Workspace, who: dict[str, Any]
) -> None:
    lead_of(ws)
    if who.get("email") == "lead@kommune.example\n":
        assert identify(ws, login(**who), issuers=ISSUERS).role is Role.LEAD
        return
    with pytest.raises(NoMembership):
        identify(ws, login(**who), issuers=ISSUERS)


SECOND = "https://second.example"
BOTH = trusted([ISSUER, SECOND], [ISSUER], {ISSUER: ["hpas.example", "Kommune.example"], SECOND: ["kommune.example"]})


@pytest.mark.parametrize(
    ("issuer", "email", "role", "gets_in"),
    [
        (ISSUER, "a@hpas.example", Role.ADMIN, True),
        (SECOND, "a@hpas.example", Role.ADMIN, False),
        (SECOND, "a@kommune.example", Role.ADMIN, False),
        (SECOND, "a@kommune.example", Role.LEAD, True),
        (ISSUER, "a@kommune.example", Role.LEAD, True),
        (SECOND, "a@hpas.example", Role.LEAD, False),
        (SECOND, "a@x.kommune.example", Role.LEAD, False),
        (SECOND, "a@hpas.example@kommune.example", Role.LEAD, False),
    ],
)
def test_an_issuer_vouches_for_its_own_domains_and_for_hpas_only_when_it_is_hpas(
    ws: Workspace, issuer: str, email: str, role: Role, gets_in: bool
) -> None:
    customer_id, _ = lead_of(ws)
    with suppress(BadInput):
        invite(ws, ADMIN, customer_id if role is Role.LEAD else None, role=role, email=email)
    who = login(email=email, issuer=issuer)
    if gets_in:
        assert identify(ws, who, issuers=BOTH).role is role
        return
    with pytest.raises(NoMembership):
        identify(ws, who, issuers=BOTH)


@pytest.mark.parametrize("recognised_by", [logins.recognise, logins.identify])
def test_an_issuer_that_is_no_longer_trusted_lets_nobody_in_again(ws: Workspace, recognised_by: Any) -> None:
    invite(ws, ADMIN, None, role=Role.ADMIN, email="a@hpas.example")
    identify(ws, login(email="a@hpas.example"), issuers=ISSUERS)
    for changed in (trusted([SECOND]), trusted([ISSUER, SECOND], [SECOND])):
        with pytest.raises(NoMembership):
            recognised_by(ws, login(email="a@hpas.example"), issuers=changed)


def test_an_invitation_lasts_fourteen_days_and_can_be_given_again(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer_id, member_id = lead_of(ws)
    later = now() + timedelta(days=14, minutes=1)
    for module in (members, logins):
        monkeypatch.setattr(module, "now", lambda: later)
    with pytest.raises(InvitationOver):
        identify(ws, login(logged_in_at=later), issuers=ISSUERS)
    again = invite(ws, ADMIN, customer_id, role=Role.LEAD, email="lead@kommune.example")
    assert again != member_id
    assert identify(ws, login(logged_in_at=later), issuers=ISSUERS).id == again


def test_who_has_come_once_may_come_again_after_fourteen_days(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    lead_of(ws)
    first = identify(ws, login(), issuers=ISSUERS)
    later = now() + timedelta(days=400)
    monkeypatch.setattr(logins, "now", lambda: later)
    assert identify(ws, login(login="l-2", logged_in_at=later), issuers=ISSUERS).id == first.id


def test_another_person_with_the_same_address_does_not_take_over_a_bound_invitation(ws: Workspace) -> None:
    lead_of(ws)
    identify(ws, login("s-1"), issuers=ISSUERS)
    with pytest.raises(NoMembership):
        identify(ws, login("s-2"), issuers=ISSUERS)
    with pytest.raises(NoMembership):
        identify(ws, login("s-1", issuer="https://second.example"), issuers=trusted([ISSUER, "https://second.example"]))


def test_a_removed_member_is_out_at_the_next_click(ws: Workspace) -> None:
    _, member_id = lead_of(ws)
    identify(ws, login(), issuers=ISSUERS)
    remove(ws, ADMIN, member_id)
    with pytest.raises(NoMembership):
        identify(ws, login(), issuers=ISSUERS)


@pytest.mark.parametrize(("hours", "gets_in"), [(11.9, True), (12.1, False), (24 * 365, False)])
def test_a_login_lasts_twelve_hours(ws: Workspace, hours: float, gets_in: bool) -> None:
    lead_of(ws)
    old = login(logged_in_at=now() - timedelta(hours=hours))
    if gets_in:
        assert identify(ws, old, issuers=ISSUERS)
        return
    with pytest.raises(LoginTooOld):
        identify(ws, old, issuers=ISSUERS)


def test_a_login_that_is_ended_is_out_and_another_of_the_same_person_is_in(ws: Workspace) -> None:
    lead_of(ws)
    identify(ws, login(), issuers=ISSUERS)
    end_login(ws, login())
    end_login(ws, login())
    with pytest.raises(LoginEnded):
        identify(ws, login(), issuers=ISSUERS)
    assert identify(ws, login(login="l-2"), issuers=ISSUERS)


def test_an_ended_login_is_remembered_for_as_long_as_it_could_be_used(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead_of(ws)
    first, ended = login(), now()
    end_login(ws, first)
    for hours, kept in ((11.9, True), (13, False)):
        monkeypatch.setattr(logins, "now", lambda hours=hours: ended + timedelta(hours=hours))
        end_login(ws, login(login="l-2"))
        with ws.database.reading() as connection:
            assert login_rows.has_ended(connection, first.login) is kept


def test_a_login_nobody_has_used_for_a_while_is_over_and_one_in_use_goes_on(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead_of(ws)
    begun = now()
    for minutes in (0, 50, 100):
        at = begun + timedelta(minutes=minutes)
        monkeypatch.setattr(logins, "now", lambda at=at: at)
        identify(ws, login(), issuers=ISSUERS)
    # Another process knows what is stored, and nothing else.
    ws.used.clear()
    monkeypatch.setattr(logins, "now", lambda: begun + timedelta(minutes=161))
    for recognised_by in (logins.recognise, identify):
        with pytest.raises(LoginUnused, match="60 minutter"):
            recognised_by(ws, login(), issuers=ISSUERS)
    assert identify(ws, login(login="l-2"), issuers=ISSUERS)


def test_what_cannot_be_written_is_remembered_by_the_process(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    lead_of(ws)
    begun = now()
    identify(ws, login(), issuers=ISSUERS)

    def full(*_: object, **__: object) -> None:
        raise DiskFull("a disk")

    monkeypatch.setattr(login_rows, "use_login", full)
    for minutes in (50, 100):
        monkeypatch.setattr(logins, "now", lambda minutes=minutes: begun + timedelta(minutes=minutes))
        assert identify(ws, login(), issuers=ISSUERS)


STRONG = trusted([ISSUER], levels={"lead": ["high"]})


def test_a_role_may_ask_for_a_stronger_login_at_first_and_later(ws: Workspace) -> None:
    customer_id, _ = lead_of(ws)
    for levels in ((), ("low",)):
        with pytest.raises(LoginTooWeak):
            identify(ws, login(levels=frozenset(levels)), issuers=STRONG)
    assert identify(ws, login(levels=frozenset({"high", "low"})), issuers=STRONG).role is Role.LEAD
    for recognised_by in (logins.recognise, identify):
        with pytest.raises(LoginTooWeak):
            recognised_by(ws, login(login="l-2"), issuers=STRONG)
    invite(ws, ADMIN, customer_id, role=Role.VIEWER, email="leser@kommune.example")
    assert identify(ws, login("s-2", "leser@kommune.example", login="l-3"), issuers=STRONG).role is Role.VIEWER


def test_one_sees_and_ends_ones_own_logins_and_nobody_elses(ws: Workspace) -> None:
    customer_id, _ = lead_of(ws)
    lead = identify(ws, login(device="Firefox på Windows"), issuers=ISSUERS)
    identify(ws, login(login="l-2", device="Safari på iPhone"), issuers=ISSUERS)
    invite(ws, ADMIN, customer_id, role=Role.VIEWER, email="leser@kommune.example")
    other = identify(ws, login("s-2", "leser@kommune.example", login="l-3"), issuers=ISSUERS)
    held = {each.device: each for each in own_logins(ws, lead, login="l-1")}
    assert {name: each.here for name, each in held.items()} == {"Firefox på Windows": True, "Safari på iPhone": False}
    end_own_login(ws, other, "l-2")
    assert identify(ws, login(login="l-2"), issuers=ISSUERS)
    end_own_login(ws, lead, "l-2")
    with pytest.raises(LoginEnded):
        identify(ws, login(login="l-2"), issuers=ISSUERS)
    assert [each.id for each in own_logins(ws, lead, login="l-1")] == ["l-1"]


def test_a_login_that_does_not_say_when_it_was_is_too_old(ws: Workspace) -> None:
    lead_of(ws)
    with pytest.raises(LoginTooOld):
        identify(ws, login(logged_in_at=datetime.fromtimestamp(0, UTC)), issuers=ISSUERS)


@pytest.mark.parametrize(
    ("role", "of_customer", "email", "fault"),
    [
        (Role.ADMIN, True, "a@b.no", "role_does_not_fit"),
        (Role.LEAD, False, "a@b.no", "role_does_not_fit"),
        (Role.LEAD, True, "not an address", "not_an_address"),
        (Role.LEAD, True, "", "not_an_address"),
        (Role.LEAD, True, "x" * 400 + "@b.no", "not_an_address"),
        (Role.VIEWER, True, "lead@kommune.example", "already_member"),
    ],
)
def test_an_invitation_that_cannot_work_is_refused(
    ws: Workspace, role: Role, of_customer: bool, email: str, fault: str
) -> None:
    customer_id, _ = lead_of(ws)
    with pytest.raises(BadInput) as raised:
        invite(ws, ADMIN, customer_id if of_customer else None, role=role, email=email)
    assert raised.value.fault == fault


def test_a_lead_cannot_make_anyone_an_administrator(ws: Workspace) -> None:
    customer_id, _ = lead_of(ws)
    lead = identify(ws, login(), issuers=ISSUERS)
    for role in (Role.ADMIN, Role.REVIEWER):
        with pytest.raises(BadInput):
            invite(ws, lead, customer_id, role=role, email="friend@kommune.example")


def test_nobody_removes_themselves(ws: Workspace) -> None:
    lead_of(ws)
    lead = identify(ws, login(), issuers=ISSUERS)
    with pytest.raises(BadInput) as raised:
        remove(ws, lead, lead.id)
    assert raised.value.fault == "not_yourself"


def test_a_forgotten_member_leaves_the_answers_and_no_trace_of_who_it_was(ws: Workspace) -> None:
    customer_id, member_id = lead_of(ws)
    lead = identify(ws, login(name="Særegent Navn"), issuers=ISSUERS)
    response = open_response(ws, lead, customer_id)
    record(
        ws, lead, response.response_id, "Q-LEVEL", AnswerField.COMMENT, "Ferdig", base_version=0, session="s", edit_no=1
    )
    forget(ws, ADMIN, member_id)
    with pytest.raises(NoMembership):
        identify(ws, login(), issuers=ISSUERS)
    assert [line.by for line in history(ws, ADMIN, response.response_id, "Q-LEVEL")] == [member_id]
    with ws.database.reading() as connection:
        everything = repr([list(connection.execute(select(table))) for table in metadata.sorted_tables])
    for trace in ("Særegent", "lead@kommune.example", "s-1", ISSUER):
        assert trace not in everything
    (member,) = [m for m in list_members(ws, ADMIN, customer_id) if m.id == member_id]
    assert (member.name, member.email, member.removed_at is not None) == (None, None, True)


def test_one_address_serves_several_customers_and_the_address_says_which(ws: Workspace) -> None:
    ids = [municipality(ws, name)[0].customer_id or "" for name in ("Ås", "Bø", "Vik")]
    for customer_id, role in zip(ids[:2], (Role.LEAD, Role.VIEWER), strict=True):
        invite(ws, ADMIN, customer_id, role=role, email="kari@kommune.example")
    who = Identity("kari", "https://i.example", "kari", "kari@kommune.example", True, None, datetime.now(UTC))
    issuers = trusted(["https://i.example"])
    assert identify(ws, who, issuers=issuers).customer_id == ids[0]
    assert [(place.customer_id, place.role) for place in places_of(ws, who, issuers=issuers)] == [
        (ids[0], Role.LEAD),
        (ids[1], Role.VIEWER),
    ]
    for asked, got in ((ids[0], ids[0]), (ids[1], ids[1]), (ids[2], ids[0]), ("finnes ikke", ids[0]), (None, ids[0])):
        assert identify(ws, who, issuers=issuers, customer_id=asked).customer_id == got
    # A later invitation is hers the next time she comes, without a new login.
    invite(ws, ADMIN, ids[2], role=Role.LEAD, email="kari@kommune.example")
    assert recognise(ws, who, issuers=issuers, customer_id=ids[2]) is None
    assert identify(ws, who, issuers=issuers, customer_id=ids[2]).customer_id == ids[2]
    # What is archived is nobody's, and what is taken away is gone at once.
    archive_customers(ws, ADMIN, [ids[0]])
    remove(ws, ADMIN, places_of(ws, who, issuers=issuers)[0].id)
    assert [place.customer_id for place in places_of(ws, who, issuers=issuers)] == [ids[2]]


def test_an_address_is_not_both_a_customers_and_hpas(ws: Workspace) -> None:
    customer_id = municipality(ws, "Ås")[0].customer_id
    invite(ws, ADMIN, customer_id, role=Role.LEAD, email="kari@kommune.example")
    invite(ws, ADMIN, None, role=Role.REVIEWER, email="ola@hpas.example")
    for where, role, email in (
        (customer_id, Role.VIEWER, "kari@kommune.example"),
        (None, Role.REVIEWER, "kari@kommune.example"),
        (customer_id, Role.LEAD, "ola@hpas.example"),
    ):
        with pytest.raises(BadInput) as raised:
            invite(ws, ADMIN, where, role=role, email=email)
        assert raised.value.fault == "already_member"
