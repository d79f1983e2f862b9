"""The way of a letter in a real browser: someone is invited, the letter arrives, and leads them in; one says no to more."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from cli import main
from service.letters.mail_settings import Security
from tests.browser.accessible import violations_on
from tests.post_office import PostOffice, post_office
from tests.security.browsing import go, log_in, settle
from tests.security.serve import Server, app, secrets_toml
from tests.security.world import PEOPLE, TODAY, build, mark

NEW = PEOPLE["newcomer"].email


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostOffice]:
    with post_office(tmp_path_factory.mktemp("office"), security=Security.STARTTLS) as running:
        yield running


@pytest.fixture(scope="module")
def mailing(tmp_path_factory: pytest.TempPathFactory, issuer: str, office: PostOffice) -> Iterator[Server]:
    """The app with login and a mail server."""
    folder = tmp_path_factory.mktemp("mailing")
    secrets = secrets_toml({"entra": issuer}, issuers=[issuer]) + "\n" + office.toml(url="{url}")
    with app(folder, build(folder), secrets=secrets, issuer=issuer) as running:
        yield running


def body(office: PostOffice, address: str) -> str:
    found = office.to(address)[-1].get_body(("plain",))
    assert found is not None
    return str(found.get_content())


def test_an_invitation_arrives_and_its_link_lets_the_invited_in(
    browser: Browser, mailing: Server, office: PostOffice
) -> None:
    lead = log_in(browser.new_context(locale="nb-NO"), mailing, "lead-a")
    go(lead, mailing, "tilgang")
    lead.get_by_label("E-postadresse").fill(NEW)
    lead.get_by_role("button", name="Inviter", exact=True).click()
    expect(lead.get_by_text("Invitasjonen er lagret og sendt på e-post.")).to_be_visible()
    told = body(office, NEW)
    (link,) = set(re.findall(r"http://127\.0\.0\.1:\d+", told))
    assert (link, NEW in told) == (mailing.url, True)
    invited = log_in(browser.new_context(locale="nb-NO"), mailing, "newcomer")
    expect(invited.get_by_role("heading", name="Oversikt")).to_be_visible()
    lead.context.close()
    invited.context.close()


def test_who_says_no_on_varsler_gets_no_more_letters_and_the_lead_still_does(
    browser: Browser, mailing: Server, office: PostOffice
) -> None:
    a_week_ago = datetime.now(UTC) - timedelta(days=8)
    mailing.world.change(f"UPDATE member SET invited_at = '{a_week_ago:%Y-%m-%d %H:%M:%S.%f}'")
    page = log_in(browser.new_context(locale="nb-NO"), mailing, "reviewer")
    go(page, mailing, "varsler")
    page.get_by_text("Send meg brev").click()
    expect(page.get_by_text("Du får ikke flere brev.")).to_be_visible()
    page.context.close()
    # The app has the file: the command is let in beside it.
    secrets = mailing.log.parent / "secrets.toml"
    command = ["remind", "--database", mailing.world.url, "--secrets", str(secrets), "--as-of", TODAY.isoformat()]
    assert [main(command), main(command)] == [0, 0]
    assert office.to(PEOPLE["reviewer"].email) == []
    weeks = [each for each in office.to(PEOPLE["lead-a"].email) if str(each["Subject"]).startswith("Uken")]
    assert len(weeks) == 1
    assert mark("Aurskog") in str(weeks[0]["Subject"])
    assert f"{mailing.url}/varsler" in body(office, PEOPLE["lead-a"].email)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_calendars_address_is_shown_once_and_the_page_is_for_everyone(
    browser: Browser, mailing: Server, width: int
) -> None:
    context = browser.new_context(locale="nb-NO", viewport={"width": width, "height": 900})
    page = log_in(context, mailing, "lead-b")
    go(page, mailing, "varsler")
    page.get_by_role("button", name="Lag").click()
    expect(page.get_by_text("Kopier den nå")).to_be_visible()
    settle(page)
    address = page.get_by_text(re.compile(rf"{mailing.url}/kalender/\S+\.ics")).first.inner_text()
    assert context.request.get(address).headers["content-type"].startswith("text/calendar")
    assert violations_on(page) == []
    assert not _scrolls_sideways(page)
    go(page, mailing, "varsler")
    assert address not in page.content()
    page.get_by_role("button", name="Stopp adressen").click()
    expect(page.get_by_text("Adressen virker ikke lenger.")).to_be_visible()
    assert context.request.get(address).status == 404
    context.close()


def _scrolls_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
