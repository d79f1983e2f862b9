"""Every page, for every role and every customer: it renders, and says what it should."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from scoring.vocabulary import Kind
from service.people.actor import Role
from storage.engines.database import open_database
from tests.pages.house import (
    ANSWER,
    COMPARISON,
    FILES,
    GAPS,
    METHOD,
    NO_ANSWERS,
    NO_DATE,
    OVERVIEW,
    OWN,
    ROOT,
    SEES_CUSTOMERS,
    SET_UP,
    WEEK,
    House,
    has,
    headings,
    visit,
    words,
)

CUSTOMERS = [f"Demo kommune {letter}" for letter in "ABCDE"] + [NO_ANSWERS, NO_DATE]
EVERYONE, HPAS = set(SEES_CUSTOMERS), {Role.REVIEWER, Role.ADMIN}
# Page -> who has it, and what stands on it whoever looks.
PAGES: dict[str, tuple[set[Role], list[str]]] = {
    OVERVIEW: (EVERYONE, ["Oversikt"]),
    ANSWER: (EVERYONE, ["Egenvurdering"]),
    GAPS: (EVERYONE, ["Mangler", "Kommer etter hvert"]),
    FILES: (EVERYONE, ["Filer", "Ta med ut"]),
    METHOD: (EVERYONE, ["Slik virker Klarsjekk", "Tallene", "Konklusjonen", "Hva Klarsjekk ikke vet"]),
    WEEK: (HPAS, ["Denne uken"]),
    COMPARISON: (HPAS, ["Sammenligning", "Ta tallene med deg"]),
    "pages/customer/profile.py": (EVERYONE, ["Om virksomheten"]),
    "pages/customer/actions.py": (EVERYONE, ["Tiltak"]),
    "pages/customer/date.py": (EVERYONE, ["Dato og unntak"]),
    "pages/customer/send_in.py": (EVERYONE, ["Send inn"]),
    "pages/customer/decision.py": (EVERYONE, ["Beslutning", "Det beslutningen bygger på"]),
    "pages/customer/trend.py": (EVERYONE, ["Utvikling"]),
    "pages/customer/after.py": (EVERYONE, ["Etter oppstart"]),
    "pages/hpas/outcomes.py": (HPAS, ["Etter oppstart hos alle", "De som har startet", "Traff varslene?"]),
    OWN: (HPAS, ["HPAS selv", "Vi skylder", "Uenige med HPAS"]),
    "pages/hpas/reviews.py": (HPAS, ["Kvalitetssikring"]),
    "pages/hpas/trend_of_all.py": (HPAS, ["Utvikling for alle", "Endret siden sist"]),
    "pages/hpas/waves.py": (HPAS, ["Rulleplan"]),
    "pages/customer/handing_out.py": ({Role.LEAD}, ["Fordeling", "De som har fått spørsmål"]),
    "pages/customer/members.py": ({Role.LEAD}, ["Tilgang"]),
    "pages/hpas/customers.py": ({Role.ADMIN}, ["Kunder og tilgang"]),
    "pages/common/letters.py": (EVERYONE, ["Varsler", "Ukebrevet", "E-post til deg"]),
    "pages/hpas/log.py": ({Role.ADMIN}, ["Logg"]),
    "pages/hpas/data.py": ({Role.ADMIN}, ["Data til programmer", "Nøkler som virker", "Lag en nøkkel"]),
    SET_UP: (set(), []),
}


def assert_whole(app: AppTest) -> None:
    assert [error.message for error in app.exception] == []


# Every customer for one who writes and one who sees all; the other roles see the same with less in it.
VISITS = [(role, customer) for role in (Role.LEAD, Role.ADMIN) for customer in CUSTOMERS] + [
    (role, customer)
    for role in (Role.CONTRIBUTOR, Role.VIEWER, Role.DECISION_MAKER, Role.REVIEWER)
    for customer in ("Demo kommune D", NO_ANSWERS, NO_DATE)
]


def test_every_page_there_is_stands_in_the_table() -> None:
    found = {path.relative_to(ROOT).as_posix() for path in (ROOT / "pages").rglob("*.py")}
    assert {path for path in found if not path.endswith("__init__.py")} == set(PAGES)


@pytest.mark.parametrize(("role", "customer"), VISITS)
def test_each_role_has_its_pages_and_no_others_and_each_renders(house: House, role: Role, customer: str) -> None:
    app = house.open(role=role, customer=customer)
    for page, (roles, expected) in PAGES.items():
        assert has(app, page) is (role in roles), page
        assert_whole(app)
        if role in roles:
            assert set(expected) <= set(headings(app)), page


@pytest.mark.parametrize("role", Role)
def test_with_no_customer_at_all_there_is_the_first_screen_whatever_role_the_address_has(
    bare_app: Path, role: Role
) -> None:
    open_database(f"sqlite:///{bare_app}", create=True).close()
    app = visit(rolle=role.value)
    assert_whole(app)
    assert headings(app) == ["Kom i gang med Klarsjekk", "Vår virksomhet", "Demo"]
    assert {page for page in PAGES if has(app, page)} == {SET_UP, METHOD}


ACTIONS, DATE = "pages/customer/actions.py", "pages/customer/date.py"
EMPTY = [
    (
        OVERVIEW,
        NO_ANSWERS,
        Role.LEAD,
        "Regn med to til tre uker, for enhetene må telle.",
    ),
    (OVERVIEW, NO_DATE, Role.LEAD, "Datoen er ikke satt ennå. Be HPAS legge den inn."),
    (ACTIONS, NO_DATE, Role.LEAD, "Når datoen for oppstart er bestemt, foreslår vi tiltak."),
    (ACTIONS, NO_ANSWERS, Role.LEAD, "Når flere spørsmål er besvart, foreslår vi tiltak."),
    (DATE, NO_DATE, Role.LEAD, "Dato og unntak vises når datoen for oppstart er bestemt."),
    (DATE, NO_ANSWERS, Role.LEAD, "Vises når flere av spørsmålene som gjelder nå"),
    (GAPS, NO_DATE, Role.LEAD, "Det som mangler, vises når datoen for oppstart er bestemt."),
    (ANSWER, NO_ANSWERS, Role.VIEWER, "Du kan lese svarene, men ikke endre dem i denne rollen."),
]


@pytest.mark.parametrize(("page", "customer", "role", "said"), EMPTY)
def test_an_empty_state_says_what_to_do_next(house: House, page: str, customer: str, role: Role, said: str) -> None:
    assert said in words(house.open(page, role=role, customer=customer))


def test_hpas_selv_says_how_far_it_is_and_that_what_is_invented_is_invented(house: House) -> None:
    shown = words(house.open(OWN, role=Role.REVIEWER)).replace("\u00a0", " ")
    assert re.search(r"^\d+ dager til oppstart$", shown, re.MULTILINE)
    assert "**Demodata.**" in shown


UNKNOWN = [(name, page) for name in (NO_ANSWERS, NO_DATE, "Demo kommune A") for page in (OVERVIEW, GAPS, ACTIONS, DATE)]
# A count of what is missing, a date that holds or does not, and an all-clear: none of it is known yet.
CLAIMS = re.compile(
    r"\d+ (mangler|mangel|stoppkrav|krav)\b|Tidligst \d|holder (ikke|så vidt)|kan være på plass i tide"
    r"|Ingenting er på etterskudd|[Ii]ngen mangler|I rute|Alt som (mangler|gjenstår)"
)


@pytest.mark.parametrize(("name", "page"), UNKNOWN)
def test_until_enough_is_answered_nothing_is_counted_nor_dated_nor_called_well(
    house: House, name: str, page: str
) -> None:
    shown = words(house.open(page, customer=name)).replace("\u00a0", " ")

    assert CLAIMS.findall(shown) == []


def test_the_claims_looked_for_are_made_where_enough_is_answered(house: House) -> None:
    shown = {
        page: words(house.open(page, customer="Demo kommune E")).replace("\u00a0", " ") for page in (OVERVIEW, GAPS)
    }

    assert all(CLAIMS.search(said) for said in shown.values())


def test_every_page_of_an_invented_customer_says_that_it_is_invented(house: House) -> None:
    for page in (OVERVIEW, ANSWER, GAPS, FILES, COMPARISON):
        assert "**Demodata.**" in words(house.open(page, role=Role.ADMIN)), page


def test_only_those_who_may_answer_are_offered_to_hand_in_a_file(house: House) -> None:
    offered = {role for role in Role if "Hent inn svar" in headings(house.open(FILES, role=role))}
    assert offered == {Role.LEAD, Role.CONTRIBUTOR}


RUBBISH = ["", "finnes-ikke", "' OR 1=1 --", "../../etc/passwd", "æøå" * 400, "\x00", "<script>alert(1)</script>"]


@pytest.mark.parametrize("address", RUBBISH)
def test_rubbish_in_the_address_shows_nobodys_answers_until_a_customer_is_chosen(house: House, address: str) -> None:
    app = visit(OVERVIEW, kunde=address, rolle=address, tema=address)
    assert_whole(app)
    assert headings(app) == ["Vi finner ikke kunden"]
    assert not any(name in words(app) for name in house.customers)
    app.selectbox(key="switch.customer").set_value(house.customers[NO_DATE].id).run()
    assert NO_DATE in words(app)
    assert app.query_params["kunde"] == house.customers[NO_DATE].id


@pytest.mark.usefixtures("house")
def test_no_customer_in_the_address_gives_the_first_one() -> None:
    assert "Demo kommune A" in words(visit(OVERVIEW))


def test_an_unknown_factor_in_the_address_gives_the_first_one(house: House) -> None:
    app = house.open(ANSWER, tema="F99")
    assert_whole(app)
    assert app.selectbox(key="answers.factor").value == "F01"


def test_the_role_in_the_address_cannot_be_made_up(house: House) -> None:
    app = visit(kunde=house.customers[NO_DATE].id, rolle="superuser")
    assert not has(app, COMPARISON)
    assert app.selectbox(key="switch.role").value is Role.LEAD


@pytest.mark.parametrize("customer", [NO_ANSWERS, NO_DATE])
@pytest.mark.parametrize("role", [Role.LEAD, Role.CONTRIBUTOR, Role.ADMIN])
def test_the_first_day_says_how_to_begin_and_nothing_else(house: House, role: Role, customer: str) -> None:
    app = house.open(role=role, customer=customer)
    assert headings(app) == ["Oversikt", "Slik begynner dere"]
    told = words(app).replace("\u00a0", " ")
    assert "- Testlederen: 8 spørsmål" in told
    assert not re.search(r"mang(el|ler)", told)
    assert has(app, "pages/customer/handing_out.py") is (role is Role.LEAD)


def test_with_an_answer_and_no_date_the_overview_says_what_waits_for_it(house: House) -> None:
    level = next(question for question in house.questions(NO_DATE) if question.kind is Kind.LEVEL)
    house.someone_else_says(NO_DATE, level.id, 2)
    app = house.open(customer=NO_DATE)
    assert {"Tallene", "Tidligste forsvarlige oppstart"} <= set(headings(app))
    for said in ("Ingen dato for oppstart", "Vises når datoen for oppstart er bestemt"):
        assert said in words(app)
