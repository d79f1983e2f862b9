"""Varsler and invitations on the pages: the letter to copy, one's own choice, and what stands there without a mail server."""

from pathlib import Path

import pytest

from service.letters.choices import has_letters
from service.letters.mail_settings import Security
from service.people.actor import Actor, Role
from service.people.members import list_members
from tests.builders import ADMIN
from tests.pages.house import FILES, NO_ANSWERS, House, words
from tests.pages.test_transactions import with_login
from tests.post_office import PostOffice, post_office
from ui.letters import mail

ALERTS, MEMBERS = "pages/common/letters.py", "pages/customer/members.py"
NAME = "Demo kommune C"


def codes(app: object) -> str:
    return "\n".join(str(each.value) for each in app.code)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("role", "customer", "said"),
    [
        (Role.LEAD, NAME, "Uken som kommer: Demo kommune C"),
        (Role.LEAD, NAME, "Dette først"),
        (Role.VIEWER, NAME, "Uken som kommer: Demo kommune C"),
        (Role.LEAD, NO_ANSWERS, "Svar på flere spørsmål"),
        (Role.REVIEWER, NAME, "Uken som kommer: HPAS"),
    ],
)
def test_the_letter_of_the_week_stands_there_to_copy(house: House, role: Role, customer: str, said: str) -> None:
    app = house.open(ALERTS, role=role, customer=customer)
    assert said in codes(app)
    assert "Klarsjekk sender ingen brev" in words(app)
    assert "://" not in codes(app)


def test_without_a_mail_server_the_invitation_stands_there_to_copy_once(house: House) -> None:
    app = house.open(MEMBERS, customer=NO_ANSWERS)
    app.text_input[0].set_value("ny@kommune.example")
    app.text_input[1].set_value("Nina")
    app.button(key="FormSubmitter:invite-" + house.customers[NO_ANSWERS].id + "-Inviter").click().run()
    letter = codes(app)
    for told in ("Hei Nina", f"for {NO_ANSWERS}", "prosjektleder hos kunden", "ny@kommune.example", "logg inn"):
        assert told in letter
    assert "Kopier teksten under" in words(app)
    assert codes(app.run()) == ""


@pytest.mark.parametrize("page", [ALERTS, FILES, "pages/customer/actions.py"])
def test_the_address_a_calendar_follows_is_made_and_ended_beside_the_deadlines_too(house: House, page: str) -> None:
    app = house.open(page, customer=NAME)
    app.button(key="calendar.make").click().run()
    assert "/kalender/" in codes(app)
    assert "vises bare denne ene gangen" in words(app)
    app.button(key="calendar.end").click().run()
    assert "Det finnes en adresse" not in words(app)
    app = house.open(page, customer=NAME, role=Role.VIEWER)
    assert [button for button in app.button if str(button.key).startswith("calendar.")] == []


@pytest.mark.parametrize(
    ("fault", "said", "copied"), [("none", "sendt på e-post", False), ("refuse", "er ikke sendt", True)]
)
def test_with_a_mail_server_the_invitation_is_sent_or_told_why_not(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str, said: str, copied: bool
) -> None:
    with post_office(tmp_path / "office", fault=fault) as office:
        _set(monkeypatch, office)
        app = house.open(MEMBERS, customer=NO_ANSWERS)
        app.text_input[0].set_value("ny@kommune.example")
        app.button(key="FormSubmitter:invite-" + house.customers[NO_ANSWERS].id + "-Inviter").click().run()
        assert said in words(app)
        assert bool(codes(app)) is copied
        assert len(office.to("ny@kommune.example")) == (not copied)
    # It is stored either way.
    assert len(list_members(house.ws, ADMIN, house.customers[NO_ANSWERS].id)) == 1


def test_a_member_turns_letters_off_and_on(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_login(house, monkeypatch, Role.CONTRIBUTOR)
    customer = house.customers[NAME].id
    me = list_members(house.ws, ADMIN, customer)[0].id
    actor = Actor(me, "Noen", Role.CONTRIBUTOR, customer)
    _set(monkeypatch, PostOffice(1, tmp_path, Security.NONE))
    app = house.open(ALERTS, role=Role.CONTRIBUTOR, customer=NAME)
    assert app.toggle(key="letters.on").value is True
    app.toggle(key="letters.on").set_value(False).run()
    assert (has_letters(house.ws, actor), "Du får ikke flere brev" in words(app)) == (False, True)
    app.toggle(key="letters.on").set_value(True).run()
    assert has_letters(house.ws, actor) is True


def _set(monkeypatch: pytest.MonkeyPatch, office: PostOffice) -> None:
    held = office.settings(security="none", authority="", user="", password="")
    monkeypatch.setattr(mail, "settings", lambda: held)
    monkeypatch.setattr(mail, "address", lambda: held.url)
