"""A hand-made client cannot get at what it should not: handshakes, tampered values, replayed buttons, pages by address.

Nothing is stored by any of it, and no word of another customer comes back.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from websockets.exceptions import InvalidStatus

from tests.protocol import XSRF_COOKIE, Widget
from tests.security.raw_client import USER_COOKIE, Client, Seen, login_cookie
from tests.security.serve import Server
from tests.security.world import HPAS, LEVEL, OWN_LEVEL, PEOPLE, YES_NO, A, B, mark
from tests.tell import Tell
from ui.answers.folds import MORE, WAIT

NOWHERE: Mapping[str, str] = MappingProxyType({})
PROGRAMME = PEOPLE["programme"]
LEAD, CONTRIBUTOR, VIEWER = PEOPLE["lead-a"], PEOPLE["contributor-a"], PEOPLE["viewer-a"]
HANDSHAKES: dict[str, Callable[[Server], Client]] = {
    "nobody": lambda s: Client(s),
    "no origin": lambda s: Client(s, LEAD, origin=None),
    "no xsrf token": lambda s: Client(s, LEAD, token=""),
    "another xsrf token": lambda s: Client(s, LEAD, token=generate_xsrf_token_string()),
    "no xsrf cookie": lambda s: Client(s, LEAD, cookies={XSRF_COOKIE: ""}),
    "signed with another secret": lambda s: signed(s, login_cookie(s, LEAD, secret="x" * 40)),
    "a changed letter": lambda s: signed(s, flipped(login_cookie(s, LEAD))),
    "cut off": lambda s: signed(s, login_cookie(s, LEAD)[:-20]),
    "made for another address": lambda s: signed(s, login_cookie(s, LEAD, origin="http://127.0.0.1:1")),
    "not logged in": lambda s: signed(s, login_cookie(s, LEAD, is_logged_in=False)),
    "not a cookie at all": lambda s: signed(s, "{}"),
    "in pieces that are missing": lambda s: signed(s, "chunks-3"),
}
STRANGERS: dict[str, Callable[[Server], Client]] = {
    "not invited": lambda s: Client(s, PEOPLE["stranger"]),
    "address not verified": lambda s: Client(s, PEOPLE["unverified"]),
    "removed": lambda s: Client(s, PEOPLE["removed"]),
    "issuer unknown": lambda s: signed(s, login_cookie(s, LEAD, iss="https://evil.example")),
    "thirteen hours old": lambda s: signed(s, login_cookie(s, LEAD, iat=1)),
    "from the future": lambda s: signed(s, login_cookie(s, LEAD, iat=32_503_680_000)),
    "without a time": lambda s: signed(s, login_cookie(s, LEAD, iat=None)),
    "a time that is no number": lambda s: signed(s, login_cookie(s, LEAD, iat="now")),
    "a time beyond time": lambda s: signed(s, login_cookie(s, LEAD, iat=1e300)),
    "without a subject": lambda s: signed(s, login_cookie(s, LEAD, sub="", email="")),
}


def signed(server: Server, cookie: str) -> Client:
    return Client(server, cookies={USER_COOKIE: cookie})


def flipped(cookie: str) -> str:
    return cookie[:30] + ("A" if cookie[30] != "A" else "B") + cookie[31:]


def nothing_of(client: Client, *customers: str) -> None:
    for customer in customers:
        assert mark(customer).encode() not in client.all


@pytest.mark.parametrize("shake", HANDSHAKES)
def test_a_handshake_that_does_not_hold_gives_the_login_page_and_nothing_else(server: Server, shake: str) -> None:
    with HANDSHAKES[shake](server) as client:
        for page in ("", "oversikt", "filer", "kunder"):
            assert client.open(page, kunde=server.world.customers[A]).of_key("login.entra")
        nothing_of(client, A, B)


@pytest.mark.parametrize("who", STRANGERS)
def test_one_who_has_no_access_gets_no_page(server: Server, who: str) -> None:
    before = server.world.stored()
    with STRANGERS[who](server) as client:
        for page in ("", "egenvurdering", "logg"):
            seen = client.open(page, kunde=server.world.customers[A], rolle="admin")
            assert seen.pages == []
            assert seen.says("tilgang") or seen.says("Logg inn")
        # What they say of themselves is theirs to see; what stands in the answers is not.
        assert b"comment " not in client.all
        nothing_of(client, B)
    assert server.world.stored() == before


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1.evil.example", "http://[::1]"])
def test_another_site_cannot_connect(server: Server, origin: str) -> None:
    with pytest.raises(InvalidStatus):
        Client(server, LEAD, origin=origin)


def test_a_name_for_the_host_that_is_not_ours_cannot_connect(server: Server) -> None:
    elsewhere = Server(server.url, server.log, server.world, server.issuer)
    with pytest.raises(InvalidStatus):
        Client(elsewhere, LEAD, origin="http://rebound.example")


@pytest.mark.parametrize("thief", ["lead-b", None], ids=str)
def test_a_session_id_of_someone_else_is_worth_nothing(server: Server, thief: str | None) -> None:
    owner = Client(server, LEAD)
    owner.open("egenvurdering")
    owner.close()
    with Client(server, PEOPLE[thief] if thief else None, resume=owner.session) as client:
        client.open("")
        assert client.session != owner.session
        nothing_of(client, A)


# Question, value sent: none is one a browser could send.
RADIO: list[dict[str, Any]] = [
    {"string_value": "Nivå 9"},
    {"string_value": ""},
    {"string_value": "4"},
    {"int_value": 7},
    {"int_value": -1},
    {"bool_value": True},
    {"double_value": 3.0},
    {"string_array_value": ["Nivå 4"]},
    {"json_value": '{"level": 4}'},
    {"trigger_value": True},
]


@pytest.mark.parametrize("value", RADIO, ids=str)
@pytest.mark.parametrize("question", [LEVEL, YES_NO])
def test_a_value_that_is_not_among_the_options_is_not_stored(
    server: Server, question: str, value: dict[str, Any]
) -> None:
    with Client(server, LEAD) as client:
        drawn = client.open("egenvurdering", tema="F02").of_key(f"answer.{question}.value")
        before = server.world.stored()
        client.give(drawn, **value)
        assert server.world.stored() == before
        nothing_of(client, B)


# The control: what a browser would send is stored, so the silence of the other cases means something.
HONEST: dict[str, dict[str, Any]] = {
    f"answer.{LEVEL}.value": {"string_value": "Nivå 3"},
    f"answer.{YES_NO}.value": {"string_value": "Nei"},
    "answer.KO-0205.done": {"string_value": "3"},
    "answer.KO-0206.value": {"string_value": '{"edited_rows": {"0": {"done": "1", "all": "2"}}}'},
}


@pytest.mark.parametrize("key", HONEST)
def test_what_a_browser_would_send_is_stored(server: Server, key: str) -> None:
    with Client(server, CONTRIBUTOR) as client:
        drawn = client.open("egenvurdering", tema="F02").of_key(key)
        before = server.world.stored()
        client.give(drawn, **HONEST[key])
        assert server.world.stored() != before


NUMBERS: list[dict[str, Any]] = [
    *({"string_value": text} for text in ("-1", "1e12", "nan", "inf", "-0,5", "9999999999", "1.200", "٣")),
    {"double_value": 3.0},
    {"int_value": 3},
    {"string_array_value": ["3"]},
]


@pytest.mark.parametrize("number", NUMBERS, ids=str)
def test_a_number_that_is_none_or_out_of_range_is_not_stored(server: Server, number: dict[str, Any]) -> None:
    with Client(server, LEAD) as client:
        drawn = client.open("egenvurdering", tema="F02").of_key("answer.KO-0204.done")
        before = server.world.stored()
        client.give(drawn, **number)
        assert server.world.stored() == before


# The delta of an editable table: none of it is one a browser could make.
GRID = [
    '{"edited_rows": {"99": {"done": "1"}}}',
    '{"edited_rows": {"-1": {"done": "1"}}}',
    '{"edited_rows": {"0": {"nope": "1"}}}',
    '{"edited_rows": {"0": {"done": "-1"}}}',
    '{"edited_rows": {"0": {"done": 1, "all": 2}}}',
    '{"edited_rows": {"0": {"row": "En annen rad", "done": "1", "all": "2"}}}',
    '{"edited_rows": {"0": {"done": "mye", "all": {"a": 1}}}}',
    '{"added_rows": [{"row": "Ny", "done": "1", "all": "2"}]}',
    '{"edited_rows": {"x": {"done": "1"}}}',
    '{"edited_rows": [1]}',
    "[1]",
    "{",
    "null",
]


@pytest.mark.parametrize("delta", GRID)
def test_a_table_with_rows_and_columns_that_do_not_exist_is_not_stored(server: Server, delta: str) -> None:
    with Client(server, LEAD) as client:
        drawn = client.open("egenvurdering", tema="F02").of_key("answer.KO-0206.value")
        before = server.world.stored()
        client.give(drawn, string_value=delta)
        assert server.world.stored() == before


@pytest.mark.parametrize(
    "value", [{"string_value": "Statsministeren"}, {"int_value": 99}, {"bool_value": True}], ids=str
)
def test_someone_to_wait_on_who_is_not_on_the_list_is_not_stored(server: Server, value: dict[str, Any]) -> None:
    with Client(server, LEAD) as client:
        drawn = unfolded(client, YES_NO, WAIT).of_key(f"waiting_on.{YES_NO}")
        before = server.world.stored()
        client.give(drawn, **value)
        assert server.world.stored() == before


def unfolded(client: Client, question: str, fold: str = MORE) -> Seen:
    """The page of questions with a fold («Mer om svaret») open for one of them."""
    client.unfold(client.open("egenvurdering", tema="F02"), question, fold)
    return client.run(tema="F02")


DISABLED: dict[str, dict[str, Any]] = {
    f"answer.{LEVEL}.value": {"string_value": "Nivå 4"},
    f"answer.{YES_NO}.value": {"string_value": "Ja"},
    "answer.KO-0204.done": {"string_value": "4"},
    "answer.KO-0206.value": {"string_value": '{"edited_rows": {"1": {"done": "1", "all": "2"}}}'},
}


@pytest.mark.parametrize("key", DISABLED)
def test_a_viewer_cannot_use_what_is_disabled(server: Server, key: str) -> None:
    with Client(server, VIEWER) as client:
        drawn = client.open("egenvurdering", tema="F02").of_key(key)
        before = server.world.stored()
        assert drawn.element.disabled
        client.give(drawn, **DISABLED[key])
        assert server.world.stored() == before


@pytest.mark.parametrize("key", DISABLED)
def test_a_viewer_cannot_use_the_inputs_of_a_contributor(server: Server, key: str) -> None:
    with Client(server, CONTRIBUTOR) as other:
        theirs = other.open("egenvurdering", tema="F02").of_key(key)
    with Client(server, VIEWER) as client:
        client.open("egenvurdering", tema="F02")
        before = server.world.stored()
        replayed(client, theirs, **DISABLED[key])
        assert server.world.stored() == before


CUSTOMER = {"", "egenvurdering", "mangler", "tiltak", "send-inn", "utvikling", "filer", "metode"}
HPAS_PAGES = {
    "denne-uken",
    "hpas-selv",
    "sammenligning",
    "kvalitetssikring",
    "utvikling-alle",
    "rulleplan",
    "kunder",
    "data",
    "logg",
}
CLOSED = {
    "viewer-a": HPAS_PAGES | {"tilgang", "fordeling"},
    "contributor-a": HPAS_PAGES | {"tilgang", "fordeling"},
    "lead-a": HPAS_PAGES,
    "reviewer": {"tilgang", "fordeling", "kunder", "data", "logg"},
    "programme": (HPAS_PAGES - {"hpas-selv"}) | {"tilgang", "fordeling", "send-inn", "utvikling", "varsler"},
}
# Streamlit can be asked for a page by the name of its file.
FILE_NAMES = {
    "overview",
    "comparison",
    "customers",
    "log",
    "keys",
    "members",
    "reviews",
    "this_week",
    "own",
    "waves",
    "app",
    "server",
}


@pytest.mark.parametrize("who", CLOSED)
def test_pages_of_another_role_cannot_be_opened_by_address_or_file_name(server: Server, who: str) -> None:
    with Client(server, PEOPLE[who]) as client:
        offered = set(client.open("metode").pages)
        assert offered >= CUSTOMER - CLOSED[who]
        assert not offered & CLOSED[who]
        for page in CLOSED[who] | FILE_NAMES:
            assert client.open(page, kunde=server.world.customers[B]).not_found, page
        if who == "programme":
            # Where a page is not found, its first one is drawn, which names those who wait for HPAS.
            assert said_by(B) not in client.all
        elif who != "reviewer":
            nothing_of(client, B)
            assert said_by(HPAS) not in client.all


def said_by(customer: str) -> bytes:
    """What stands in a comment of theirs; the names of those who wait for HPAS it may be told."""
    return f"comment {mark(customer)}".encode()


@pytest.mark.parametrize("page", ["", "hpas-selv", "oversikt", "egenvurdering", "mangler", "tiltak", "dato", "filer"])
@pytest.mark.parametrize("asked", [A, B, ""])
def test_one_who_answers_for_hpas_reads_nothing_a_customer_has_said(server: Server, page: str, asked: str) -> None:
    with Client(server, PROGRAMME) as client:
        client.open(page, kunde=server.world.customers.get(asked, "0" * 32), rolle="admin", tema="F02")
        assert said_by(A) not in client.all
        assert said_by(B) not in client.all


@pytest.mark.parametrize("key", DISABLED)
def test_one_who_answers_for_hpas_cannot_use_the_inputs_of_a_customer(server: Server, key: str) -> None:
    with Client(server, CONTRIBUTOR) as other:
        theirs = other.open("egenvurdering", tema="F02").of_key(key)
    with Client(server, PROGRAMME) as client:
        client.open("egenvurdering", kunde=server.world.customers[A], tema="F02")
        before = server.world.stored()
        replayed(client, theirs, at={"kunde": server.world.customers[A], "tema": "F02"}, **DISABLED[key])
        assert server.world.stored() == before


def test_an_answer_of_hpas_is_stored_from_its_own_and_from_no_one_else(server: Server) -> None:
    kept = server.world.customers[HPAS]
    with Client(server, PROGRAMME) as client:
        drawn = client.open("egenvurdering", kunde=kept, tema="F01").of_key(f"answer.{OWN_LEVEL}.value")
        before = server.world.stored()
        client.give(drawn, string_value="Nivå 3")
        assert server.world.stored() != before
    before = server.world.stored()
    for who in ("lead-a", "contributor-a", "viewer-a", "reviewer"):
        with Client(server, PEOPLE[who]) as client:
            client.open("egenvurdering", kunde=kept, tema="F01")
            replayed(client, drawn, at={"kunde": kept, "tema": "F01"}, string_value="Nivå 1")
            assert server.world.stored() == before, who
            assert who == "reviewer" or said_by(HPAS) not in client.all, who


def test_a_page_of_another_role_cannot_be_opened_by_its_hash(server: Server) -> None:
    with Client(server, PEOPLE["admin"]) as admin:
        hashes = {page: admin.open(page).page for page in ("kunder", "logg", "sammenligning")}
    with Client(server, LEAD) as client:
        for page_hash in hashes.values():
            client.open("", page_hash=page_hash, kunde=server.world.customers[B])
        nothing_of(client, B)
        assert b"Kunder og tilgang" not in client.all


@pytest.mark.parametrize("page", ["", "egenvurdering", "mangler", "filer", "tilgang"])
@pytest.mark.parametrize("asked", ["foreign", "missing", "rubbish"])
def test_another_customer_in_the_address_gives_the_own_one(server: Server, page: str, asked: str) -> None:
    ids = {"foreign": server.world.customers[B], "missing": "0" * 32, "rubbish": "%00'%20OR%201=1--"}
    with Client(server, LEAD) as client:
        seen = client.open(page, kunde=ids[asked], rolle="admin", role="admin", tema="F99")
        assert seen.says(mark(A))
        nothing_of(client, B)


def test_a_role_taken_away_in_the_middle_of_a_session_counts_at_the_next_click(server: Server) -> None:
    person = PEOPLE["demoted"]
    with Client(server, person) as client:
        drawn = client.open("egenvurdering", tema="F02").of_key(f"answer.{LEVEL}.value")
        server.world.change("UPDATE member SET role = 'viewer' WHERE id = ?", server.world.members[person.subject])
        before = server.world.stored()
        client.give(drawn, string_value="Nivå 0")
        assert server.world.stored() == before


def test_buttons_drawn_before_access_was_taken_away_do_nothing_afterwards(server: Server) -> None:
    person = PEOPLE["taker"]
    with Client(server, person) as client:
        download = client.open("filer").of_key("download.answers.norwegian")
        answer = client.open("egenvurdering", tema="F02")
        inputs = [answer.of_key(f"answer.{LEVEL}.value"), answer.of_key(f"answer.{YES_NO}.value")]
        members = client.open("tilgang")
        buttons = [widget for widget in members.widgets.values() if widget.key.startswith(("remove.", "forget."))]
        assert len(buttons) > 3
        server.world.removed(person.subject)
        before, client.all = server.world.stored(), b""
        for drawn in inputs:
            replayed(client, drawn, string_value="Nivå 0")
        for drawn in [download, *buttons]:
            replayed(client, drawn, trigger_value=True)
        assert server.world.stored() == before
        assert b"last-ned" not in client.all
        nothing_of(client, A, B)


def replayed(client: Client, drawn: Widget, *, at: Mapping[str, str] = NOWHERE, **value: Any) -> None:
    """Send a value for a widget that is not on the page any more. at: what stands in the address."""
    client.hold(drawn.id, **value)
    client.run(**at)


def test_buttons_of_an_administrator_do_nothing_for_a_lead(server: Server) -> None:
    with Client(server, PEOPLE["admin"]) as admin:
        theirs = list(admin.open("kunder").widgets.values())
    assert len(theirs) > 5
    with Client(server, LEAD) as client:
        client.open("tilgang")
        before = server.world.stored()
        for drawn in theirs:
            replayed(client, drawn, trigger_value=True)
        assert server.world.stored() == before
        nothing_of(client, B)


def test_a_message_that_is_too_big_closes_the_connection(server: Server) -> None:
    with Client(server, LEAD) as client:
        client.open("")
        client.send(b"\x00" * (3 * 1024 * 1024))
        assert client.hung_up() == 1009


@pytest.mark.parametrize("broken", [b"\xff" * 50, b"\x00", bytes(range(256))], ids=["ones", "zero", "all"])
def test_a_broken_message_closes_the_connection_and_tells_nothing(server: Server, broken: bytes) -> None:
    with Client(server) as client:
        client.open("")
        client.all = b""
        client.send(broken)
        assert client.hung_up() == 1002
        assert client.all == b""


def test_words_in_place_of_a_message_close_the_connection(server: Server) -> None:
    with Client(server) as client:
        client.send("hei")
        assert client.hung_up() is not None


def test_emptying_the_caches_from_outside_does_not_take_the_app_down(server: Server) -> None:
    message = BackMsg()
    message.clear_cache = True
    with Client(server) as nobody:
        nobody.open("")
        nobody.send(message.SerializeToString())
    with Client(server, LEAD) as client:
        assert client.open("egenvurdering", tema="F02").of_key(f"answer.{LEVEL}.value")


@pytest.mark.parametrize("kind", ["debug_shutdown_runtime", "debug_disconnect_websocket", "load_git_info"])
def test_messages_for_developers_do_nothing(server: Server, kind: str) -> None:
    message = BackMsg()
    setattr(message, kind, True)
    with Client(server) as nobody:
        nobody.open("")
        nobody.send(message.SerializeToString())
        assert nobody.open("").of_key("login.entra")


def test_the_number_of_cases(request: pytest.FixtureRequest, tell: Tell) -> None:
    cases = sum(item.nodeid.startswith("tests/security/test_raw_client.py") for item in request.session.items)
    tell(f"raw client: {cases} cases")
