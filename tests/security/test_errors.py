"""When something fails, the person gets a number and no data; the log has the same number, and neither answers nor secrets."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.security.ask import ask
from tests.security.raw_client import Client, Seen
from tests.security.serve import CLIENT_SECRET, COOKIE_SECRET, Server, app, secrets_toml
from tests.security.test_downloads import MINE
from tests.security.world import HPAS, LEVEL, PEOPLE, ROOT, A, B, build, mark

ISSUER = "https://login.kommune.no"
NUMBER = re.compile(r"[Ff]eilnummer \**([0-9a-f]{8})")
# What no page may say of a failure: places, code, SQL, libraries.
INTERNALS = (
    "Traceback",
    "sqlalchemy",
    "sqlite3",
    "SELECT",
    "INSERT",
    "no such table",
    str(ROOT),
    "/site-packages",
    ".py",
)
CUSTOMER_PAGES = ("", "egenvurdering", "mangler", "tiltak", "send-inn", "utvikling", "filer", "tilgang")
HPAS_PAGES = (
    "denne-uken",
    "hpas-selv",
    "sammenligning",
    "kvalitetssikring",
    "utvikling-alle",
    "rulleplan",
    "kunder",
    "logg",
)
LOOKED_AT = "Oppstart, historikk og tilgang for en av kundene i tabellen"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app of its own, whose database the tests take apart."""
    folder = tmp_path_factory.mktemp("broken")
    secrets = secrets_toml({"entra": ISSUER}, issuers=[ISSUER])
    with app(folder, build(folder), secrets=secrets, issuer=ISSUER) as server:
        yield server


@pytest.fixture
def without(broken: Server) -> Iterator[Callable[[str], None]]:
    """Takes a table away, and puts it back afterwards."""
    gone: list[str] = []

    def take(table: str) -> None:
        broken.world.change("PRAGMA legacy_alter_table = ON")
        broken.world.change(f"ALTER TABLE {table} RENAME TO {table}_gone")
        gone.append(table)

    yield take
    for table in gone:
        broken.world.change(f"ALTER TABLE {table}_gone RENAME TO {table}")


def tells_a_number_and_nothing_else(server: Server, seen: Seen) -> None:
    shown = seen.drawn.decode("utf-8", "replace")
    numbers = NUMBER.findall(shown.replace("\\", ""))
    assert numbers, "no number on the page"
    assert [word for word in INTERNALS if word in shown] == []
    said = server.said()
    for number in numbers:
        assert number in said
    for secret in (mark(A), mark(B), COOKIE_SECRET, CLIENT_SECRET, "@", "comment ", "Traceback"):
        assert secret not in said


@pytest.mark.parametrize(
    ("table", "subject", "page"),
    [
        *[("answer", "lead-a", page) for page in CUSTOMER_PAGES],
        *[("customer", "admin", page) for page in HPAS_PAGES],
        ("member", "lead-a", "mangler"),
        ("member", "admin", "kunder"),
        ("customer", "lead-a", ""),
        ("response", "lead-a", "egenvurdering"),
        ("audit_event", "admin", "logg"),
        ("answer", "programme", "egenvurdering"),
        ("programme_reach", "programme", "hpas-selv"),
    ],
)
def test_a_page_that_cannot_read_tells_a_number_and_no_more(
    broken: Server, without: Callable[[str], None], table: str, subject: str, page: str
) -> None:
    without(table)
    whose = broken.world.customers[HPAS if subject == "programme" else A]
    with Client(broken, PEOPLE[subject]) as client:
        tells_a_number_and_nothing_else(broken, client.open(page, kunde=whose, tema="F02"))


def test_a_customer_whose_moves_cannot_be_read_tells_a_number_and_no_more(
    broken: Server, without: Callable[[str], None]
) -> None:
    with Client(broken, PEOPLE["admin"]) as client:
        box = client.open("kunder").labelled(LOOKED_AT)
        (name,) = (option for option in box.element.options if mark(A) in option)
        without("go_live_move")
        tells_a_number_and_nothing_else(broken, client.give(box, string_value=name))


@pytest.mark.parametrize("table", ["answer_revision", "answer", "response"])
def test_an_answer_that_cannot_be_saved_tells_a_number_and_no_more(
    broken: Server, without: Callable[[str], None], table: str
) -> None:
    with Client(broken, PEOPLE["lead-a"]) as client:
        drawn = client.open("egenvurdering", tema="F02").of_key(f"answer.{LEVEL}.value")
        without(table)
        client.hold(drawn.id, string_value="Nivå 4")
        seen = client.run(tema="F02")
        tells_a_number_and_nothing_else(broken, seen)


def test_a_file_that_cannot_be_made_tells_a_number_and_no_more(broken: Server, without: Callable[[str], None]) -> None:
    with Client(broken, PEOPLE["lead-a"], cookies=MINE) as client:
        seen = client.click(client.open("filer").of_key("download.answers.norwegian"))
        found = re.search(rb"\./last-ned/([A-Za-z0-9_\-]+)", seen.raw)
        assert found
        without("answer")
        reply = ask(broken, f"/last-ned/{found[1].decode()}", cookies=client.cookies)
    assert reply.status == 503
    tells_a_number_and_nothing_else(broken, Seen(drawn=reply.body))


SPOILT = "{spoilt by hand"


@pytest.mark.parametrize(
    ("column", "page"), [("content", "egenvurdering"), ("content", "mangler"), ("content", "filer")]
)
def test_what_cannot_be_understood_in_the_database_tells_a_number_and_no_more(
    broken: Server, column: str, page: str
) -> None:
    [(held,)] = broken.world.rows(f"SELECT {column} FROM answer WHERE question_id = ? LIMIT 1", LEVEL)
    response = broken.world.rows("SELECT id FROM response WHERE customer_id = ?", broken.world.customers[A])[0][0]
    where = "WHERE question_id = ? AND field = 'value' AND response_id = ?"
    [(held,)] = broken.world.rows(f"SELECT {column} FROM answer {where}", LEVEL, response)
    broken.world.change(f"UPDATE answer SET {column} = ? {where}", SPOILT, LEVEL, response)
    try:
        with Client(broken, PEOPLE["lead-a"]) as client:
            seen = client.open(page, tema="F02")
        assert SPOILT.encode() not in seen.drawn
        # Whoever logs it: the exceptions here quote what they could not read.
        assert SPOILT not in broken.said()
        assert [word for word in INTERNALS if word.encode() in seen.drawn] == []
    finally:
        broken.world.change(f"UPDATE answer SET {column} = ? {where}", held, LEVEL, response)


def test_the_tests_are_of_the_real_thing(broken: Server) -> None:
    """With every table in its place, no page tells a number."""
    pages = {"lead-a": CUSTOMER_PAGES, "admin": HPAS_PAGES, "programme": ("hpas-selv", "egenvurdering")}
    for who, those in pages.items():
        with Client(broken, PEOPLE[who]) as client:
            for page in those:
                shown = client.open(page, tema="F02").raw.decode("utf-8", "replace").replace("\\", "")
                assert not NUMBER.search(shown), page
    assert Path(broken.world.file).exists()
