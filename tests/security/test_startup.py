"""Settings, content or a database that cannot be trusted: the process ends with 1 and one line that names file and key."""

import os
import shutil
import subprocess
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from streamlit import config

from cli import main
from service.workspace import open_workspace
from tests.security.serve import CLIENT_SECRET, COMMAND, COOKIE_SECRET, app, environment_of, secrets_toml
from tests.security.world import ASSESSMENTS, ROOT, World, build
from tests.tell import Tell
from ui import login
from web.startup import READ, SECRETS, Settings, problems

ISSUER = "https://login.kommune.no"
# Nobody has access any more: rows of people are never taken away.
GONE = "UPDATE member SET removed_at = '2026-01-01 00:00:00.000000', removed_by = 'ingen'"
GOOD = secrets_toml({"entra": ISSUER}, issuers=[ISSUER]).replace("{url}", "http://127.0.0.1:8501")
SECONDS = 20.0


@dataclass(frozen=True)
class Case:
    """How a start is spoilt, and what the one line must name."""

    names: tuple[str, ...]
    secrets: str | None = GOOD
    flags: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    database: str = "real"
    spoil: Callable[[Path], object] | None = None


def without(line: str) -> str:
    return "\n".join(held for held in GOOD.splitlines() if not held.startswith(line))


def instead(line: str, new: str) -> str:
    return "\n".join(new if held.startswith(line) else held for held in GOOD.splitlines())


def flag(key: str, value: str) -> tuple[str, ...]:
    return (f"--{key}", value)


CASES: dict[str, Case] = {
    "secrets that are not toml": Case(("secrets.toml", "linje 2"), f'[auth]\ncookie_secret = {COOKIE_SECRET}"\n'),
    "example cookie secret": Case((SECRETS, "auth.cookie_secret"), instead("cookie", 'cookie_secret = "BYTT-MEG-0123456789abcdefghijklmn"')),
    "short cookie secret": Case((SECRETS, "auth.cookie_secret"), instead("cookie", 'cookie_secret = "q8Zr3vTn"')),
    "no cookie secret": Case((SECRETS, "auth.cookie_secret"), without("cookie_secret")),
    "no redirect": Case((SECRETS, "auth.redirect_uri"), without("redirect_uri")),
    "redirect without TLS": Case((SECRETS, "auth.redirect_uri", "https://"), instead("redirect", 'redirect_uri = "http://klarsjekk.no/oauth2callback"')),
    "redirect to another path": Case((SECRETS, "auth.redirect_uri", "/oauth2callback"), instead("redirect", 'redirect_uri = "http://127.0.0.1:8501/callback"')),
    "provider without client id": Case((SECRETS, "auth.entra.client_id"), without("client_id")),
    "provider without metadata": Case((SECRETS, "auth.entra.server_metadata_url"), without("server_metadata_url")),
    "no issuers": Case((SECRETS, "klarsjekk.issuers"), without("issuers")),
    "details of errors shown": Case((".streamlit/config.toml", "client.showErrorDetails"), flags=flag("client.showErrorDetails", "full")),
    "agents let in": Case((".streamlit/config.toml", "server.enableAgentApi"), flags=flag("server.enableAgentApi", "true")),
    "open address without login": Case((".streamlit/config.toml", "server.address"), None, flag("server.address", "0.0.0.0"), database="demo"),
    "real customers without login": Case((SECRETS, "oppdiktet"), None),
    "no administrator": Case(("Databasen", "python cli.py invite --role admin"), database="demo"),
    "no database": Case(("missing.db", "finnes ikke"), environment={"DATABASE_URL": "sqlite:////nowhere/missing.db"}),
    "not a database": Case(("other.db",), database="other"),
    "database in use": Case(("klarsjekk.db", "annen prosess"), database="held"),
    "content at fault": Case(("factors.yaml:",), spoil=lambda tree: spoil(tree / "assessments" / "factors.yaml")),
}  # fmt: skip


def spoil(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")


@dataclass(frozen=True)
class Ended:
    code: int
    said: str
    seconds: float
    """Of processor time: the machine may be busy with other things."""


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A database of each kind, by its address; one of them is open in this process."""
    worlds = {kind: build(tmp_path_factory.mktemp(kind), invented=kind == "demo") for kind in ("real", "demo", "held")}
    worlds["demo"].change(GONE)
    other = tmp_path_factory.mktemp("other") / "other.db"
    other.write_text("Dette er ikke en database.\n" * 100, encoding="utf-8")
    with open_workspace(database_url=worlds["held"].url, assessments=ASSESSMENTS):
        yield {kind: world.url for kind, world in worlds.items()} | {"other": f"sqlite:///{other}"}


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory, databases: dict[str, str]) -> Iterator[dict[str, Future[Ended]]]:
    """All the starts, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        yield {
            name: pool.submit(start, case, tmp_path_factory.mktemp("start"), databases[case.database])
            for name, case in CASES.items()
        }


def start(case: Case, folder: Path, database_url: str) -> Ended:
    tree, file, log = ROOT, folder / "secrets.toml", folder / "said"
    if case.secrets is not None:
        file.write_text(case.secrets, encoding="utf-8")
    if case.spoil is not None:
        tree = folder / "tree"
        shutil.copytree(
            ROOT,
            tree,
            ignore=shutil.ignore_patterns(".*cache", ".git", ".hypothesis", ".venv", "tests", "data", "build", "docs"),
        )
        case.spoil(tree)
    command = [*COMMAND, "--server.port", "0", "--secrets.files", str(file), *case.flags]
    environment = environment_of(database_url) | dict(case.environment)
    # Streamlit greets on standard output before it has read the app; what is wrong is told on standard error.
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=tree, env=environment, stdout=subprocess.DEVNULL, stderr=out)
        killed = time.monotonic() + 60
        while True:
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > killed:
                process.kill()
            time.sleep(0.05)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Ended(process.returncode, log.read_text(encoding="utf-8"), used.ru_utime + used.ru_stime)


@pytest.mark.parametrize("name", CASES)
def test_a_start_that_cannot_be_trusted_ends_with_a_line_that_says_why(
    started: dict[str, Future[Ended]], name: str
) -> None:
    ended = started[name].result()
    assert ended.code == 1, ended.said
    assert ended.seconds < SECONDS
    lines = [line for line in ended.said.splitlines() if line.strip()]
    assert [line for line in lines if all(named in line for named in CASES[name].names)], ended.said
    assert lines[-1] == "Klarsjekk er ikke startet."
    assert len(lines) <= 3, ended.said
    for secret in (COOKIE_SECRET, CLIENT_SECRET, "0123456789abcdefghijklmn", "Traceback"):
        assert secret not in ended.said


@pytest.mark.slow
def test_local_mode_on_an_open_address_starts_when_it_is_asked_for(tmp_path: Path) -> None:
    world = build(tmp_path, invented=True)
    with app(
        tmp_path,
        world,
        secrets=None,
        environment={"KLARSJEKK_LOCAL_ANYWHERE": "1", "STREAMLIT_SERVER_ADDRESS": "0.0.0.0"},
    ) as server:
        assert "ikke startet" not in server.said()


SOUND = {key: config.get_option(key) for key in READ} | {"server.address": "127.0.0.1"}
AUTH: dict[str, Any] = {
    "redirect_uri": "https://klarsjekk.kommune.no/oauth2callback",
    "cookie_secret": COOKIE_SECRET,
    "entra": {
        "client_id": "id",
        "client_secret": "hemmelig-nok",
        "server_metadata_url": f"{ISSUER}/t/.well-known/openid-configuration",
    },
}
LOGIN = Settings(
    options=SOUND | {"server.allowedHosts": ["klarsjekk.kommune.no"]},
    secrets={"auth": AUTH, "klarsjekk": {"issuers": [ISSUER]}},
)


def auth(**changed: object) -> Settings:
    return replace(LOGIN, secrets={**LOGIN.secrets, "auth": {**AUTH, **changed}})


def entra(**changed: object) -> Settings:
    return auth(entra={**AUTH["entra"], **changed})


def option(key: str, value: object, of: Settings = LOGIN) -> Settings:
    return replace(of, options={**of.options, key: value})


LOCAL = Settings(options=SOUND)


def test_secrets_that_go_away_while_the_app_runs_open_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(login, "_decided", [])
    held: dict[str, object] = {"auth": AUTH}
    monkeypatch.setattr(login, "secrets", lambda: held)
    assert login.decide()
    held.clear()
    assert login.required()
    assert login.providers() == {}


OTHER = "https://other.example"
EACH = {ISSUER: ["hpas.no"], OTHER: ["*"]}


def trusting(issuers: list[str], **other: object) -> Settings:
    return replace(LOGIN, secrets={"auth": AUTH, "klarsjekk": {"issuers": issuers} | other})


@pytest.mark.parametrize(
    "given",
    [
        trusting([ISSUER], domains={ISSUER: ["kommune.no"]}),
        trusting([ISSUER], acr={"admin": ["high"]}, unused_minutes=30),
        trusting([ISSUER, OTHER], hpas_issuers=[ISSUER], domains=EACH),
        trusting([ISSUER, OTHER], hpas_issuers=[ISSUER, OTHER], domains=EACH),
    ],
    ids=["one with its domains", "one that asks for levels", "two", "two that are both HPAS's"],
)
def test_several_issuers_are_sound_when_it_is_said_what_each_vouches_for(given: Settings) -> None:
    assert problems(given) == []


MAIL: dict[str, Any] = {
    "host": "smtp.kommune.no",
    "from": "klarsjekk@kommune.no",
    "url": "https://klarsjekk.kommune.no",
}


def mail(**changed: object) -> Settings:
    """Settings with e-mail; `None` leaves a key out."""
    section = {key: value for key, value in (MAIL | changed).items() if value is not None}
    return replace(LOGIN, secrets={"auth": AUTH, "klarsjekk": {"issuers": [ISSUER], "mail": section}})


SPOILT: list[tuple[str, Settings]] = [
    ("server.enableXsrfProtection", option("server.enableXsrfProtection", False)),
    ("server.enableCORS", option("server.enableCORS", False)),
    ("server.enableStaticServing", option("server.enableStaticServing", True)),
    ("server.trustedUserHeaders", option("server.trustedUserHeaders", {"X-User": "email"})),
    ("server.baseUrlPath", option("server.baseUrlPath", "klarsjekk")),
    ("server.maxUploadSize", option("server.maxUploadSize", 200)),
    ("server.maxWidgetStateSize", option("server.maxWidgetStateSize", 25)),
    ("server.disconnectedSessionTTL", option("server.disconnectedSessionTTL", 86_400)),
    ("server.allowedHosts", option("server.allowedHosts", [])),
    ("server.allowedHosts", option("server.allowedHosts", ["*", "klarsjekk.kommune.no"])),
    ("server.allowedHosts", option("server.allowedHosts", ["127.0.0.1"])),
    ("runner.fastReruns", option("runner.fastReruns", True)),
    ("client.showErrorLinks", option("client.showErrorLinks", None)),
    ("client.toolbarMode", option("client.toolbarMode", "developer")),
    ("client.disableDataExport", option("client.disableDataExport", False)),
    ("browser.gatherUsageStats", option("browser.gatherUsageStats", True)),
    ("logger.enableRich", option("logger.enableRich", True)),
    ("global.developmentMode", option("global.developmentMode", True)),
    ("server.address", option("server.address", None, LOCAL)),
    ("server.address", option("server.address", "192.168.1.4", LOCAL)),
    ("server.address", option("server.address", "klarsjekk.kommune.no", LOCAL)),
    ("auth: må", replace(LOGIN, secrets={"auth": "nei"})),
    ("auth: ingen leverandør", auth(entra=None)),
    ("auth.expose_tokens", auth(expose_tokens=["id"])),
    ("auth.id_porten", auth(id_porten=AUTH["entra"])),
    ("auth.cookie_secret", auth(cookie_secret="a" * 64)),
    ("auth.cookie_secret", auth(cookie_secret=7)),
    ("auth.redirect_uri", auth(redirect_uri="klarsjekk.kommune.no/oauth2callback")),
    ("auth.redirect_uri", auth(redirect_uri="https://klarsjekk.kommune.no/oauth2callback?next=/")),
    ("auth.redirect_uri", auth(redirect_uri="https://klarsjekk.kommune.no:abc/oauth2callback")),
    ("auth.entra.client_secret", entra(client_secret=" ")),
    ("auth.entra.client_id", entra(client_id="<fyll inn>")),
    ("auth.entra.server_metadata_url", entra(server_metadata_url="http://login.kommune.no/x")),
    ("auth.entra.server_metadata_url", entra(server_metadata_url="https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration")),
    ("auth.entra.server_metadata_url", entra(server_metadata_url="https://login.microsoftonline.com/{tenant}/v2.0/.well-known/openid-configuration")),
    ("klarsjekk.mail: må", replace(LOGIN, secrets={"auth": AUTH, "klarsjekk": {"issuers": [ISSUER], "mail": "ja"}})),
    ("klarsjekk.mail.host", mail(host=None)),
    ("klarsjekk.mail.host", mail(host="smtp kommune")),
    ("klarsjekk.mail.port", mail(port="587")),
    ("klarsjekk.mail.port", mail(port=70_000)),
    ("klarsjekk.mail.security", mail(security="ssl")),
    ("klarsjekk.mail.security", mail(security="none")),
    ("klarsjekk.mail.user", mail(user="klarsjekk")),
    ("klarsjekk.mail.user", mail(user="klarsjekk", password="<passord>")),
    ("klarsjekk.mail.from", mail(**{"from": None})),
    ("klarsjekk.mail.from", mail(**{"from": "Klarsjekk <klarsjekk@kommune.no>"})),
    ("klarsjekk.mail.url", mail(url=None)),
    ("klarsjekk.mail.url", mail(url="http://klarsjekk.kommune.no")),
    ("klarsjekk.mail.url", mail(url="https://kommune.no/klarsjekk")),
    ("klarsjekk.mail.url", mail(url="https://<vertsnavn>")),
    ("klarsjekk.mail.passord", mail(passord="x")),
    ("klarsjekk.issuers", replace(LOGIN, secrets={"auth": AUTH, "klarsjekk": {"issuers": ISSUER}})),
    ("klarsjekk.issuers", replace(LOGIN, secrets={"auth": AUTH, "klarsjekk": {"issuers": [ISSUER, "entra"]}})),
    ("klarsjekk.hpas_issuers", trusting([ISSUER, OTHER], domains=EACH)),
    ("klarsjekk.hpas_issuers", trusting([ISSUER], hpas_issuers=[])),
    ("klarsjekk.hpas_issuers", trusting([ISSUER], hpas_issuers=[OTHER])),
    ("klarsjekk.hpas_issuers", trusting([ISSUER], hpas_issuers=ISSUER)),
    ("klarsjekk.domains", trusting([ISSUER, OTHER], hpas_issuers=[ISSUER])),
    ("klarsjekk.acr", trusting([ISSUER], acr=["high"])),
    ("klarsjekk.acr", trusting([ISSUER], acr={"admin": "high"})),
    ("klarsjekk.acr", trusting([ISSUER], acr={"admin": []})),
    ("klarsjekk.acr", trusting([ISSUER], acr={"boss": ["high"]})),
    ("klarsjekk.unused_minutes", trusting([ISSUER], unused_minutes=4)),
    ("klarsjekk.unused_minutes", trusting([ISSUER], unused_minutes="60")),
    ("klarsjekk.unused_minutes", trusting([ISSUER], unused_minutes=True)),
    ("klarsjekk.domains", trusting([ISSUER, OTHER], hpas_issuers=[ISSUER], domains={ISSUER: ["*"]})),
    ("klarsjekk.domains", trusting([ISSUER], domains={OTHER: ["*"]})),
    ("klarsjekk.domains", trusting([ISSUER], domains={ISSUER: []})),
    ("klarsjekk.domains", trusting([ISSUER], domains={ISSUER: "kommune.no"})),
    ("klarsjekk.domains", trusting([ISSUER], domains=["kommune.no"])),
]  # fmt: skip


@pytest.mark.parametrize(("key", "given"), SPOILT, ids=[f"{number}-{key}" for number, (key, _) in enumerate(SPOILT)])
def test_each_setting_that_is_not_sound_is_named_and_no_other(key: str, given: Settings) -> None:
    [line] = problems(given)
    assert key in line
    assert COOKIE_SECRET not in line


@pytest.mark.parametrize(
    "given",
    [
        LOGIN,
        LOCAL,
        option("server.address", "0.0.0.0"),
        option("server.address", "::1", LOCAL),
        option("server.allowedHosts", ["*.kommune.no"]),
        mail(),
        mail(security="tls", port=465, user="klarsjekk", password="hemmelig"),
        mail(security="none", host="127.0.0.1", url="http://localhost:8501"),
    ],
)
def test_sound_settings_have_no_problems(given: Settings) -> None:
    assert problems(given) == []


def test_the_example_of_secrets_is_refused_until_it_is_filled_in() -> None:
    held = tomllib.loads((ROOT / ".streamlit" / "secrets.example.toml").read_text(encoding="utf-8"))
    found = "\n".join(problems(replace(LOGIN, secrets=held)))
    for key in (
        "auth.cookie_secret",
        "auth.entra.client_id",
        "auth.entra.client_secret",
        "auth.entra.server_metadata_url",
    ):
        assert key in found


def test_the_first_administrator_is_invited_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world: World = build(tmp_path)
    world.change(GONE)
    assert main(["invite", "--role", "admin", "--email", "Sjef@hpas.example", "--database", world.url]) == 0
    assert (
        main(
            ["invite", "--role", "lead", "--email", "b@c.example", "--customer", "finnes ikke", "--database", world.url]
        )
        == 1
    )
    with pytest.raises(SystemExit):
        main(["invite", "--role", "lead", "--email", "b@c.example", "--database", world.url])
    assert world.rows("SELECT role, email, customer_id FROM member WHERE removed_at IS NULL") == [
        ("admin", "sjef@hpas.example", None)
    ]
    assert "sjef" in capsys.readouterr().out.casefold()


def test_the_number_of_cases(tell: Tell) -> None:
    tell(f"start-up: {len(CASES)} real starts refused, {len(SPOILT)} settings named")
