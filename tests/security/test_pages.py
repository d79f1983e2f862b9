"""Every page with login required: who has it, and whose data is on it, whatever customer the address asks for."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from service.workspace import Workspace, open_workspace
from tests.new_files import copy_with_key
from tests.security.world import ASSESSMENTS, HPAS, PEOPLE, ROOT, TODAY, A, B, World, build, mark
from tests.tell import Tell
from ui import access

# The whole app, page by page.
pytestmark = pytest.mark.slow

ISSUER = "https://login.kommune.no"
SECRETS = {
    "auth": {"redirect_uri": "https://k.no/oauth2callback", "cookie_secret": "x" * 40, "entra": {"client_id": "x"}},
    "klarsjekk": {"issuers": [ISSUER]},
}
HOURS = 3600
# Written by hand. Page -> who has it.
EVERYBODY = {"viewer-a", "contributor-a", "lead-a", "lead-b", "reviewer", "admin"}
REVIEWS = {"reviewer", "admin"}
ANSWERING = EVERYBODY | {"programme"}
PAGES = {
    "customer/overview": ANSWERING,
    "customer/answer": ANSWERING,
    "customer/profile": EVERYBODY,
    "customer/gaps": ANSWERING,
    "customer/handing_out": {"lead-a", "lead-b"},
    "customer/date": ANSWERING,
    "customer/actions": ANSWERING,
    "customer/send_in": EVERYBODY,
    "customer/decision": EVERYBODY,
    "customer/trend": EVERYBODY,
    "customer/after": EVERYBODY,
    "customer/files": ANSWERING,
    "customer/members": {"lead-a", "lead-b"},
    "hpas/this_week": REVIEWS,
    "hpas/own": REVIEWS | {"programme"},
    "hpas/comparison": REVIEWS,
    "hpas/reviews": REVIEWS,
    "hpas/trend_of_all": REVIEWS,
    "hpas/waves": REVIEWS,
    "hpas/outcomes": REVIEWS,
    "hpas/customers": {"admin"},
    "hpas/data": {"admin"},
    "hpas/log": {"admin"},
    "common/letters": EVERYBODY,
    "common/method": ANSWERING,
    "common/set_up": set(),
}
# HPAS sends its own answers to nobody.
NOT_OF_HPAS = {"customer/profile", "customer/send_in", "customer/decision", "customer/trend", "customer/after"}
# Who waits for HPAS is named to those who answer for it, and nothing else of them is told.
NAMES_CUSTOMERS = {"programme": {"hpas/own"}}
# Whose data an actor sees on the pages of a customer, by what the address asks for: as in ASKED. None: nobody's.
SEEN = {
    "viewer-a": (A, None, None, None),
    "contributor-a": (A, None, None, None),
    "lead-a": (A, None, None, None),
    "lead-b": (B, None, None, None),
    "reviewer": (A, B, None, HPAS),
    "admin": (A, B, None, HPAS),
    "programme": (None, None, None, HPAS),
}
# Whose words must never reach whom, whatever the address asks for.
FOREIGN = {
    "viewer-a": (B, HPAS),
    "contributor-a": (B, HPAS),
    "lead-a": (B, HPAS),
    "lead-b": (A, HPAS),
    "programme": (A, B),
}
TURNED_AWAY = ("anonymous", "unknown", "unverified", "removed", "old login", "other issuer")
ASKED = ("own", "foreign", "missing", "hpas")
ACTORS = (*TURNED_AWAY, *SEEN)


@dataclass(frozen=True)
class Stage:
    world: World

    def app(self, actor: str, asked: str) -> AppTest:
        """The app as this actor opens it, with a customer in the address."""
        app = AppTest.from_file(ROOT / "app.py", default_timeout=60)
        app.secrets.update(SECRETS)
        app.user = user(actor)
        own = B if actor == "lead-b" else A
        foreign = A if own == B else B
        names = {"own": own, "foreign": foreign, "hpas": HPAS}
        app.query_params["kunde"] = self.world.customers[names[asked]] if asked in names else "0" * 32
        app.query_params["rolle"] = "admin"
        app.run()
        return app


def user(actor: str) -> dict[str, object]:
    """What the provider has said of the one who is logged in."""
    if actor == "anonymous":
        return {"is_logged_in": False}
    known = {"unknown": "stranger", "old login": "lead-a", "other issuer": "lead-a"}
    person = PEOPLE[known.get(actor, actor)]
    issuer = "https://evil.example" if actor == "other issuer" else ISSUER
    age = 13 * HOURS if actor == "old login" else 0
    return {"is_logged_in": True, "iss": issuer, "iat": int(time.time()) - age, **person.claims}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> World:
    return build(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def stage(built: World) -> Iterator[Stage]:
    with the_app_on(built):
        yield Stage(built)


class the_app_on:
    """The app in this process, set to a database."""

    def __init__(self, world: World) -> None:
        self.patch = pytest.MonkeyPatch()
        self.world = world
        self.opened: list[Workspace] = []

    def __enter__(self) -> None:
        self.patch.setenv("DATABASE_URL", self.world.url)
        self.patch.setenv("KLARSJEKK_TODAY", TODAY.isoformat())
        self.patch.setitem(access._workspaces, self.world.url, self._open())

    def _open(self) -> Workspace:
        self.opened.append(open_workspace(database_url=self.world.url, assessments=ASSESSMENTS))
        return self.opened[-1]

    def __exit__(self, *_: object) -> None:
        self.patch.undo()
        for workspace in self.opened:
            workspace.close()


def everything_on(app: AppTest) -> bytes:
    """All that was sent to the browser."""
    return b"".join(node.proto.SerializeToString() for node in app._tree if getattr(node, "proto", None) is not None)


def shows(app: AppTest, customer: str) -> bool:
    return mark(customer).encode() in everything_on(app)


def quotes(app: AppTest, customer: str) -> bool:
    """Whether something stands there that the customer has said."""
    return any(f"{text} {mark(customer)}".encode() in everything_on(app) for text in ("comment", "evidence", "notat"))


def has(app: AppTest, page: str) -> bool:
    """Whether the page is among those offered; when it is, the app is there now."""
    try:
        app.switch_page(f"pages/{page}.py")
    except ValueError:
        return False
    app.run()
    return True


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("actor", TURNED_AWAY)
def test_one_who_is_not_let_in_has_no_page(stage: Stage, actor: str, asked: str) -> None:
    app = stage.app(actor, asked)
    assert [page for page in PAGES if has(app, page)] == []
    assert not app.exception
    assert not shows(app, A)
    assert not shows(app, B)
    login = [button for button in app.button if button.label.startswith("Logg inn")]
    assert bool(login) == (actor in ("anonymous", "old login"))


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("actor", SEEN)
def test_each_has_the_pages_of_the_role_and_the_data_of_the_customer(stage: Stage, actor: str, asked: str) -> None:
    app = stage.app(actor, asked)
    mine = SEEN[actor][ASKED.index(asked)]
    for page, who in PAGES.items():
        offered = actor in who and not (mine == HPAS and page in NOT_OF_HPAS)
        assert has(app, page) is offered, page
        assert not app.exception, (page, app.exception)
        for foreign in FOREIGN.get(actor, ()) if offered else ():
            assert not quotes(app, foreign), page
            named = foreign == HPAS or page in NAMES_CUSTOMERS.get(actor, ())
            assert named or not shows(app, foreign), page
        if offered and page.startswith("customer/"):
            said = "".join(str(line.value) for line in (*app.title, *app.caption, *app.markdown))
            assert ("Vi finner ikke kunden" in said) is (mine is None), page
            assert [one for one in (A, B) if mark(one) in said] == ([mine] if mine in (A, B) else []), page


def test_those_who_answer_for_hpas_see_its_own_words(stage: Stage) -> None:
    app = stage.app("programme", "hpas")
    assert has(app, "customer/actions")
    assert quotes(app, HPAS)


def test_in_local_mode_every_page_says_so(tmp_path: Path) -> None:
    world = build(tmp_path, invented=True)
    with the_app_on(world):
        app = AppTest.from_file(ROOT / "app.py", default_timeout=60)
        app.query_params["rolle"] = "admin"
        app.run()
        for page in PAGES:
            assert has(app, page) is ("admin" in PAGES[page])
            assert "Lokal bruk uten innlogging" in "".join(str(line.value) for line in app.main.caption), page


def test_local_mode_does_not_open_a_database_with_real_customers(built: World, tmp_path: Path) -> None:
    file = tmp_path / "copied.db"
    copy_with_key(built.file, file)
    with the_app_on(World(file, built.customers, built.members)):
        app = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()
        assert "kunder som ikke er oppdiktet" in app.error[0].value
        assert [page for page in PAGES if has(app, page)] == []
        assert not shows(app, A)


def test_the_number_of_cells(tell: Tell) -> None:
    assert {f"{path.parent.name}/{path.stem}" for path in (ROOT / "pages").rglob("*.py")} == set(PAGES)
    tell(f"pages with login: {len(ACTORS) * len(PAGES) * len(ASKED)} cells")
