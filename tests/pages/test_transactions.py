"""How many transactions a run of a page opens: one for who is here, one for all that is drawn; logged in or not."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from service.people.actor import CUSTOMER_ROLES, Role, local_actor
from service.people.customers import set_go_live
from service.people.issuers import trusted
from service.people.logins import Identity, identify
from service.people.members import invite, list_members, remove
from service.programme.reaches import kept_reaches
from service.review.submissions import State, move, send_in
from tests.builders import ADMIN, REVIEWER
from tests.counted import transactions
from tests.pages.house import (
    ANSWER,
    COMPARISON,
    FILES,
    GAPS,
    METHOD,
    OVERVIEW,
    OWN,
    SEES_CUSTOMERS,
    SET_UP,
    TODAY,
    WEEK,
    House,
    has,
    visit,
)
from tests.pages.test_basis import reviewed
from tests.pages.test_every_page import PAGES
from tests.pages.test_loading import run_only
from tests.pages.test_upgrade import revise
from ui import login

NAME, ISSUER = "Demo kommune C", "https://issuer.example"
SEND_IN, TREND, MEMBERS = (f"pages/customer/{name}.py" for name in ("send_in", "trend", "members"))
REVIEWS, TREND_OF_ALL, CUSTOMERS = (f"pages/hpas/{name}.py" for name in ("reviews", "trend_of_all", "customers"))
# Page -> the most transactions of a run. The first is the frame's: who is here, and which customers they may see.
MOST: Mapping[str, int] = {
    OVERVIEW: 2,
    ANSWER: 2,
    GAPS: 2,
    "pages/customer/actions.py": 2,
    "pages/customer/date.py": 2,
    SEND_IN: 2,
    "pages/customer/decision.py": 2,
    TREND: 2,
    "pages/customer/after.py": 2,
    "pages/hpas/outcomes.py": 2,
    FILES: 2,
    MEMBERS: 2,
    "pages/customer/handing_out.py": 2,
    "pages/customer/profile.py": 2,
    WEEK: 2,
    COMPARISON: 2,
    REVIEWS: 2,
    TREND_OF_ALL: 2,
    "pages/hpas/waves.py": 2,
    OWN: 2,
    CUSTOMERS: 2,
    "pages/hpas/log.py": 2,
    "pages/hpas/data.py": 2,
    "pages/common/letters.py": 2,
    # It shows nothing from the database.
    METHOD: 1,
    SET_UP: 1,
}


def opened(app: AppTest, house: House) -> int:
    """Run the page again; how many transactions that took."""
    with transactions(house.ws.database.engine) as begun:
        app.run()
    assert [error.message for error in app.exception] == []
    return begun.number


def without_login(_house: House, _patch: pytest.MonkeyPatch, _role: Role) -> None:
    """Local mode, as it is."""


def with_login(house: House, patch: pytest.MonkeyPatch, role: Role) -> None:
    """Someone with this role has been let in, and has logged in a while ago."""
    of = house.customers[NAME].id if role in CUSTOMER_ROLES else None
    who = Identity(role.value, ISSUER, role.value, f"{role.value}@sted.example", True, "Noen", datetime.now(UTC))
    invite(house.ws, ADMIN, of, role=role, email=str(who.email))
    identify(house.ws, who, issuers=trusted([ISSUER]))
    said = {
        "required": lambda: True,
        "identity": lambda: who,
        "issuers": lambda: trusted([ISSUER]),
        "providers": dict[str, str],
    }
    for name, told in said.items():
        patch.setattr(login, name, told)


Entry = Callable[[House, pytest.MonkeyPatch, Role], None]
both_ways = pytest.mark.parametrize("enter", [without_login, with_login])


def test_every_page_stands_in_the_table_and_has_two_at_most() -> None:
    assert MOST.keys() == PAGES.keys()
    assert max(MOST.values()) == 2


@both_ways
@pytest.mark.parametrize("role", SEES_CUSTOMERS)
def test_a_page_is_read_in_one_transaction(
    house: House, monkeypatch: pytest.MonkeyPatch, role: Role, enter: Entry
) -> None:
    enter(house, monkeypatch, role)
    app = house.open(role=role, customer=NAME)
    counted = {page: opened(app, house) for page in MOST if has(app, page)}
    assert len(counted) >= 8
    assert counted == {page: MOST[page] for page in counted}


@both_ways
def test_a_page_of_hpas_own_answers_is_read_in_one_transaction(
    house: House, monkeypatch: pytest.MonkeyPatch, enter: Entry
) -> None:
    enter(house, monkeypatch, Role.PROGRAMME)
    kept = kept_reaches(house.ws, local_actor(Role.PROGRAMME))
    app = visit(kunde=kept[0].id, rolle=Role.PROGRAMME.value)
    counted = {page: opened(app, house) for page in MOST if has(app, page)}
    assert {OWN, OVERVIEW, ANSWER, GAPS, FILES} <= set(counted)
    assert counted == {page: MOST[page] for page in counted}


def sent_twice(house: House) -> dict[str, str]:
    """HPAS has handed one back and is at work on the next; what stands in the address of its review."""
    reviewed(house, to=State.RETURNED)
    view = house.view(NAME)
    made = send_in(house.ws, house.lead(NAME), view.customer.id, seen=view.marker, as_of=TODAY, incomplete=True)
    move(house.ws, REVIEWER, made, State.IN_REVIEW, expected=State.SENT)
    return {"innsendt": made}


def handed_back(house: House) -> None:
    """HPAS has another word on one answer, and nothing waits."""
    reviewed(house, to=State.RETURNED)


def moved(house: House) -> None:
    """The go-live has been moved, and someone is invited."""
    customer_id = house.customers[NAME].id
    set_go_live(house.ws, ADMIN, customer_id, TODAY + timedelta(days=77))
    invite(house.ws, ADMIN, customer_id, role=Role.VIEWER, email="leser@sted.example")


def revised(house: House) -> None:
    """There is a newer questionnaire."""
    revise(house)


# Page, role, what has happened, what is chosen on the page, and what then stands there.
FULL: list[tuple[str, Role, Callable[[House], object], Mapping[str, object], str]] = [
    (OVERVIEW, Role.LEAD, sent_twice, {"basis.chosen": "hpas"}, "Tallene bygger på HPAS' vurdering"),
    (ANSWER, Role.LEAD, revised, {}, "Tas ut: 1"),
    (GAPS, Role.LEAD, sent_twice, {"basis.chosen": "hpas"}, "Tallene bygger på HPAS' vurdering"),
    (SEND_IN, Role.LEAD, sent_twice, {}, "sendt, venter på HPAS"),
    (TREND, Role.LEAD, sent_twice, {"course.history": True}, "Historien er vår lesning"),
    (COMPARISON, Role.REVIEWER, sent_twice, {"compare.del": "historie"}, "Historie, 0 dager før oppstart"),
    (REVIEWS, Role.REVIEWER, sent_twice, {}, "Kunden svarer:"),
    (REVIEWS, Role.REVIEWER, handed_back, {"reviews.part": "done"}, "er gitt tilbake, den siste først"),
    (REVIEWS, Role.REVIEWER, handed_back, {"reviews.part": "waivers"}, "Ingen forslag venter."),
    (REVIEWS, Role.REVIEWER, handed_back, {"reviews.part": "apart"}, "der HPAS har en annen vurdering"),
    (TREND_OF_ALL, Role.REVIEWER, sent_twice, {"courses.history": True}, "Historien er vår lesning"),
    (TREND_OF_ALL, Role.REVIEWER, sent_twice, {"courses.picked": NAME}, "Siden "),
    (CUSTOMERS, Role.ADMIN, moved, {"customers.picked": NAME}, "Datoen er flyttet"),
]


@both_ways
@pytest.mark.parametrize(("page", "role", "happened", "chosen", "said"), FULL)
def test_so_it_is_when_there_is_most_to_show(
    house: House,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    role: Role,
    happened: Callable[[House], object],
    chosen: Mapping[str, object],
    said: str,
    enter: Entry,
) -> None:
    address = happened(house)
    enter(house, monkeypatch, role)
    app = house.open(page, role=role, customer=NAME, **(address if isinstance(address, dict) else {}))
    for key, held in chosen.items():
        app.session_state[key] = house.customers[NAME].id if held == NAME else held
    # The first time someone of HPAS reads a customer on a day is written to the log.
    app.run()
    assert opened(app, house) == MOST[page]
    assert said in "\n".join(str(element.value) for element in (*app.markdown, *app.caption))
    # A choice is read before the widget it is made in is drawn: the second run must show the same.
    assert opened(app, house) == MOST[page]


@both_ways
@pytest.mark.parametrize(("page", "role"), [(ANSWER, Role.LEAD), (GAPS, Role.LEAD), (REVIEWS, Role.REVIEWER)])
def test_a_card_that_draws_itself_again_opens_one(
    house: House, monkeypatch: pytest.MonkeyPatch, page: str, role: Role, enter: Entry
) -> None:
    address = sent_twice(house)
    enter(house, monkeypatch, role)
    app = house.open(page, role=role, customer=NAME, **address)
    fragments = list(app._fragment_storage._fragments)
    assert len(fragments) >= 2
    for fragment in fragments[:4]:
        with transactions(house.ws.database.engine) as begun:
            run_only(app, fragment, monkeypatch)
        assert begun.number == 1


def test_who_has_not_been_here_for_a_while_is_noted_before_anything_is_read(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_login(house, monkeypatch, Role.LEAD)
    app = house.open(customer=NAME)
    monkeypatch.setattr("service.people.logins.SEEN_AGAIN", timedelta(0))
    # For the frame and again for the page: a look, the look of the one who notes, the note, and then the reading.
    assert opened(app, house) == 8


def test_who_is_removed_is_out_at_the_next_run(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with_login(house, monkeypatch, Role.LEAD)
    app = house.open(customer=NAME)
    customer_id = house.customers[NAME].id
    remove(house.ws, ADMIN, list_members(house.ws, ADMIN, customer_id)[0].id)
    app.run()
    assert [title.value for title in app.title] == ["Ingen tilgang"]
