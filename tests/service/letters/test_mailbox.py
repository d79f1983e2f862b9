"""Handing letters to a real mail server: TLS that is verified, faults that are told, and nothing slipped into a header."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from reports.letters.letter import Letter, part
from service.letters.mail_settings import MailSettings, Security
from service.letters.mailbox import MailAway, Mailbox, MailFault, NotTaken, Unsure, envelope
from tests.post_office import APP, SENDER, PostOffice, a_certificate, post_office

AT = datetime(2027, 2, 1, 6, 0, tzinfo=UTC)
TO = "kari@kommune.example"
WICKED = "Kari\r\nBcc: alle@andre.example\r\n\r\n<b>Hei</b>\u202egnp.exe \u2028.\r\n.\r\n"
pytestmark = pytest.mark.slow


def a_letter(name: str = "Kari Ås") -> Letter:
    held = part("Dette først", [".", "..Øving er gjennomført", "<script>alert(1)</script> & co"])
    return Letter(
        f"Uken: {name}", name, ("Første avsnitt.",), (held,), (f"{APP}/?kunde=a", "Åpne Klarsjekk"), ("Slutt.",)
    )


def hand(mail: MailSettings, letter: Letter | None = None, *, to: str = TO) -> None:
    message = envelope(letter or a_letter(), to=to, settings=mail, letter_id="abc123", at=AT)
    with Mailbox(mail, wait=lambda _seconds: None) as box:
        assert box.deliver(message, to, handing_over=lambda: True)


def body(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    assert found is not None
    return str(found.get_content())


@pytest.fixture(scope="module", params=[Security.STARTTLS, Security.TLS, Security.NONE])
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostOffice]:
    with post_office(tmp_path_factory.mktemp("office"), security=request.param) as running:
        yield running


def test_a_letter_arrives_in_both_forms_and_says_that_it_is_automatic(office: PostOffice) -> None:
    hand(office.settings())
    letter = office.letters[-1]
    said = ("Subject", "From", "To", "Message-ID", "Auto-Submitted", "Content-Language")
    assert [str(letter[name]) for name in said] == [
        "Uken: Kari Ås",
        f"Klarsjekk <{SENDER}>",
        TO,
        "<abc123@klarsjekk.hpas.example>",
        "auto-generated",
        "nb",
    ]
    plain, html = body(letter, "plain"), body(letter, "html")
    assert "Hei Kari Ås,\r\n\r\nFørste avsnitt." in plain.replace("\n", "\r\n").replace("\r\r", "\r")
    assert "- .\n- ..Øving er gjennomført\n" in plain.replace("\r\n", "\n")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in html
    assert "<script" not in html
    assert f'<a href="{APP}/?kunde=a">Åpne Klarsjekk</a>' in html


def test_what_people_typed_never_becomes_a_header_nor_ends_the_letter(office: PostOffice) -> None:
    hand(office.settings(), a_letter(WICKED))
    letter = office.letters[-1]
    assert (letter["Bcc"], str(letter["To"])) == (None, TO)
    assert set(letter.keys()) == {
        "Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language",
        "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert str(letter["Subject"]) == "Uken: Kari Bcc: alle@andre.example <b>Hei</b>gnp.exe . ."
    assert body(letter, "plain").rstrip().endswith("Slutt.")


@pytest.mark.parametrize(
    "address",
    ["a b@c.no", "a@c.no\r\nBcc: x@y.no", "a,b@c.no", "a@b", '"a"@c.no', "a>b@c.no", "å@c.no", "a@[1.2.3.4]", ""],
)
def test_an_address_that_could_be_two_is_not_written_to(office: PostOffice, address: str) -> None:
    before = len(office.letters)
    with pytest.raises(NotTaken):
        hand(office.settings(), to=address)
    assert len(office.letters) == before


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_server_that_cannot_prove_who_it_is_gets_nothing(tmp_path: Path, security: Security) -> None:
    with post_office(tmp_path, security=security) as office:
        other = tmp_path / "other"
        other.mkdir()
        told = [
            replace(office.settings(), authority=""),
            replace(office.settings(), authority=str(a_certificate(other, name="localhost"))),
            replace(office.settings(), host="127.0.0.1"),
        ]
        for mail in told:
            with pytest.raises(MailAway, match="sertifikatet"):
                hand(mail)
        with pytest.raises(MailAway, match="passordet"):
            hand(replace(office.settings(), password="feil"))
        assert office.letters == []


def test_a_server_without_tls_is_not_told_anything_when_tls_is_wanted(tmp_path: Path) -> None:
    with post_office(tmp_path) as office:
        for security in (Security.STARTTLS, Security.TLS):
            with pytest.raises(MailAway) as raised:
                hand(replace(office.settings(), security=security))
            assert str(raised.value)
        assert office.letters == []


@pytest.mark.parametrize(
    ("fault", "raised", "kept"),
    [("refuse", NotTaken, 0), ("later", NotTaken, 0), ("hang_up", Unsure, 0), ("hang_up_after", Unsure, 1)],
)
def test_what_goes_wrong_is_told_by_what_is_known_of_the_letter(
    tmp_path: Path, fault: str, raised: type[MailFault], kept: int
) -> None:
    with post_office(tmp_path, fault=fault) as office:
        with pytest.raises(raised) as told:
            hand(office.settings())
        assert TO not in str(told.value)
        assert len(office.letters) == kept


def test_nobody_at_home_is_tried_three_times_and_told(tmp_path: Path) -> None:
    with post_office(tmp_path) as office:
        mail = office.settings()
    waits: list[float] = []
    with Mailbox(mail, wait=waits.append) as box, pytest.raises(MailAway, match="kontakt"):
        box.deliver(envelope(a_letter(), to=TO, settings=mail, letter_id="x", at=AT), TO, handing_over=lambda: True)
    assert waits == [1.0, 2.0]


def test_who_says_no_at_the_last_moment_sends_nothing_and_may_go_on(tmp_path: Path) -> None:
    with post_office(tmp_path) as office, Mailbox(office.settings()) as box:
        message = envelope(a_letter(), to=TO, settings=office.settings(), letter_id="x", at=AT)
        assert not box.deliver(message, TO, handing_over=lambda: False)
        assert office.letters == []
        assert box.deliver(message, TO, handing_over=lambda: True)
        assert len(office.letters) == 1
