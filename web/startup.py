"""Looks through the settings before the app exists: what is unsafe or broken is told in one line each, and nothing starts.

Names the file and the key, never what a secret holds. The database and the content are looked at by `ui.access`.
"""

import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

import streamlit as st

from service.letters.mail_settings import mail_faults
from service.people.actor import Role
from service.retention import retention_faults

CONFIG = ".streamlit/config.toml"
SECRETS = ".streamlit/secrets.toml"
ANYWHERE = "KLARSJEKK_LOCAL_ANYWHERE"
SHORTEST_SECRET = 32
FEWEST_SIGNS = 12
# Minutes a login may lie unused: what is written every other minute cannot be known sooner; a login lasts twelve hours.
SHORTEST_USE, LONGEST_USE = 5, 720
CALLBACK = "/oauth2callback"
PROVIDER_KEYS = ("client_id", "client_secret", "server_metadata_url")
# Words of the example file and of Streamlit's own examples.
EXAMPLES = ("bytt", "xxx", "example", "eksempel", "changeme", "secret", "{tenant}", "<")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the app would start with. `unread`: files of secrets that cannot be read, and why."""

    options: Mapping[str, object]
    secrets: Mapping[str, Any] = field(default_factory=dict)
    unread: tuple[tuple[str, str], ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def login(self) -> bool:
        return "auth" in self.secrets


@dataclass(frozen=True, slots=True)
class SettingRule:
    """What an option must be, and why."""

    sound: Callable[[Any], bool]
    wanted: str
    reason: str


def _is(value: object) -> Callable[[Any], bool]:
    return lambda held: type(held) is type(value) and held == value


def _at_most(most: int) -> Callable[[Any], bool]:
    return lambda held: isinstance(held, int) and 0 < held <= most


RULES: Mapping[str, SettingRule] = {
    "server.enableXsrfProtection": SettingRule(_is(True), "true", "ellers kan andre nettsteder sende inn filer"),
    "server.enableCORS": SettingRule(_is(True), "true", "ellers kan andre nettsteder koble seg til"),
    "server.enableAgentApi": SettingRule(_is(False), "false", "ingen andre enn nettlesere skal snakke med appen"),
    "server.enableStaticServing": SettingRule(_is(False), "false", "filer skal bare hentes med billett"),
    "server.trustedUserHeaders": SettingRule(_is({}), "tom", "ellers kan en nettleser si hvem den er"),
    "server.baseUrlPath": SettingRule(_is(""), "tom", "Klarsjekk må ha et eget vertsnavn"),
    "server.maxUploadSize": SettingRule(_at_most(5), "høyst 5", "hvem som helst kan laste opp før innlogging"),
    "server.maxWidgetStateSize": SettingRule(_at_most(4), "høyst 4", "store meldinger skal ikke fylle minnet"),
    "server.disconnectedSessionTTL": SettingRule(_at_most(600), "høyst 600", "en økt skal ikke bli liggende"),
    "runner.fastReruns": SettingRule(_is(False), "false", "ellers kan en eldre endring erstatte en nyere"),
    "client.showErrorDetails": SettingRule(_is("none"), '"none"', "en feil skal ikke vise data eller kode"),
    "client.showErrorLinks": SettingRule(_is(False), "false", "feil skal ikke sendes til andre tjenester"),
    "client.toolbarMode": SettingRule(
        lambda held: held in ("minimal", "viewer"), '"minimal"', "menyen for utviklere skal være skjult"
    ),
    "client.disableDataExport": SettingRule(_is(True), "true", "tabeller skal bare ut gjennom våre egne filer"),
    "browser.gatherUsageStats": SettingRule(_is(False), "false", "ingenting skal sendes til andre"),
    "logger.enableRich": SettingRule(_is(False), "false", "loggen skal ikke ha data"),
    "global.developmentMode": SettingRule(_is(False), "false", "utviklermodus åpner for mer enn appen"),
}
READ = (*RULES, "server.address", "server.allowedHosts")


def settings() -> Settings:
    """What Streamlit was given: config.toml, its environment variables and flags, and the files of secrets."""
    secrets: dict[str, Any] = {}
    unread: list[tuple[str, str]] = []
    for name in st.get_option("secrets.files"):
        try:
            secrets |= tomllib.loads(Path(name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        except tomllib.TOMLDecodeError as error:
            unread.append((name, _place(error)))
        except (OSError, UnicodeDecodeError):
            unread.append((name, "filen kan ikke leses"))
    return Settings({key: st.get_option(key) for key in READ}, secrets, tuple(unread), os.environ)


def _place(error: tomllib.TOMLDecodeError) -> str:
    """The line, and nothing of what stands there."""
    found = re.search(r"at line (\d+)", str(error))
    return f"linje {found[1]} kan ikke leses" if found else "slutten av filen mangler noe"


def problems(given: Settings) -> list[str]:
    """Everything that is wrong, one line each."""
    unread = [f"{name} · {why}. Rett filen." for name, why in given.unread]
    if unread:
        return unread
    return [*_options(given), *(_login(given) if given.login else _local(given)), *_mail(given)]


def refuse(found: Iterable[str]) -> None:
    """Tell what is wrong and end the process with 1; goes on when nothing is."""
    lines = list(found)
    if lines:
        print(*lines, "Klarsjekk er ikke startet.", sep="\n", file=sys.stderr, flush=True)
        sys.exit(1)


def _options(given: Settings) -> Iterator[str]:
    for key, rule in RULES.items():
        if not rule.sound(given.options[key]):
            yield f"{CONFIG} · {key}: må være {rule.wanted}, {rule.reason}."
    if not given.options["server.allowedHosts"]:
        yield f"{CONFIG} · server.allowedHosts: er tom. Skriv vertsnavnet brukerne skriver inn."
    elif "*" in _hosts(given):
        yield f"{CONFIG} · server.allowedHosts: «*» slipper alle til. Skriv vertsnavnet brukerne skriver inn."


def _hosts(given: Settings) -> list[str]:
    held = given.options["server.allowedHosts"]
    return [str(host).strip().casefold() for host in held] if isinstance(held, (list, tuple)) else []


def _local(given: Settings) -> Iterator[str]:
    address = given.options["server.address"]
    if not loopback(address) and given.environment.get(ANYWHERE) != "1":
        yield (
            f"{CONFIG} · server.address: uten innlogging kan appen bare stå på 127.0.0.1. Sett opp [auth] i {SECRETS}, "
            f"eller sett {ANYWHERE}=1 hvis alle på nettet skal se demodataene."
        )


def _login(given: Settings) -> Iterator[str]:
    section = given.secrets["auth"]
    if not isinstance(section, Mapping):
        yield f"{SECRETS} · auth: må være en tabell. Se secrets.example.toml."
        return
    yield from _redirect(given, section.get("redirect_uri"))
    yield from _cookie_secret(section.get("cookie_secret"))
    if "expose_tokens" in section:
        yield f"{SECRETS} · auth.expose_tokens: skal ikke være der. Klarsjekk bruker ikke nøklene."
    named = {name: held for name, held in section.items() if isinstance(held, Mapping)}
    if not named:
        yield f"{SECRETS} · auth: ingen leverandør. Legg inn en tabell som [auth.entra]."
    for name, held in named.items():
        yield from _provider(name, held)
    yield from _issuers(given.secrets.get("klarsjekk"))


def _redirect(given: Settings, held: object) -> Iterator[str]:
    where = f"{SECRETS} · auth.redirect_uri:"
    address = _address(held)
    if address is None:
        yield f"{where} mangler eller er ikke en adresse. Skriv https://<vertsnavn>{CALLBACK}"
        return
    if not _protected(address):
        yield f"{where} må begynne med https://"
    if address.path != CALLBACK or address.query or address.fragment:
        yield f"{where} må slutte på {CALLBACK}"
    host = (address.hostname or "").casefold()
    if given.options["server.allowedHosts"] and not any(_covers(allowed, host) for allowed in _hosts(given)):
        yield f"{CONFIG} · server.allowedHosts: mangler vertsnavnet i auth.redirect_uri."


def _covers(allowed: str, host: str) -> bool:
    return host.endswith(allowed[1:]) if allowed.startswith("*.") else host == allowed


def _cookie_secret(held: object) -> Iterator[str]:
    where, remedy = f"{SECRETS} · auth.cookie_secret:", "Lag en ny: openssl rand -base64 48"
    if not isinstance(held, str) or not held:
        yield f"{where} mangler. {remedy}"
    elif any(word in held.casefold() for word in EXAMPLES):
        yield f"{where} er fra eksempelet. {remedy}"
    elif len(held) < SHORTEST_SECRET or len(set(held)) < FEWEST_SIGNS:
        yield f"{where} er for kort eller for enkel. {remedy}"


def _provider(name: str, held: Mapping[str, Any]) -> Iterator[str]:
    where = f"{SECRETS} · auth.{name}"
    if "_" in name:
        yield f"{where}: navnet kan ikke ha understrek."
    for key in PROVIDER_KEYS:
        value = held.get(key)
        if not isinstance(value, str) or not value.strip():
            yield f"{where}.{key}: mangler."
        elif any(word in value.casefold() for word in EXAMPLES if word != "secret"):
            yield f"{where}.{key}: er fra eksempelet."
        elif key == "server_metadata_url":
            yield from _metadata(f"{where}.{key}", value)


def _metadata(where: str, value: str) -> Iterator[str]:
    address = _address(value)
    if address is None or not _protected(address):
        yield f"{where}: må være en adresse som begynner med https://"
    elif address.path.startswith(("/common/", "/organizations/", "/consumers/")):
        yield f"{where}: bruk adressen til deres egen leietaker, ellers slipper alle med jobbkonto til innloggingen."


def _issuers(section: object) -> Iterator[str]:
    where = f"{SECRETS} · klarsjekk.issuers:"
    said = section if isinstance(section, Mapping) else {}
    held = said.get("issuers")
    if not isinstance(held, list) or not held:
        yield f"{where} mangler. Skriv «issuer» fra leverandørens metadata i en liste."
        return
    for issuer in held:
        address = _address(issuer)
        if address is None or not _protected(address):
            yield f"{where} alle må være adresser som begynner med https://"
            return
    yield from _trusted_for_hpas(held, said.get("hpas_issuers", held[:1] if len(held) == 1 else None))
    yield from _domains(held, said.get("domains", {}))
    yield from _levels(said.get("acr", {}))
    yield from _unused(said.get("unused_minutes", SHORTEST_USE))


def _trusted_for_hpas(issuers: list[str], held: object) -> Iterator[str]:
    where = f"{SECRETS} · klarsjekk.hpas_issuers:"
    if held is None:
        yield f"{where} mangler. Med flere leverandører må dere si hvem av dem HPAS logger inn med."
    elif not isinstance(held, list) or not held or not set(held) <= set(issuers):
        yield f"{where} må være en liste med noen av dem som står i klarsjekk.issuers."


def _domains(issuers: list[str], held: object) -> Iterator[str]:
    where = f"{SECRETS} · klarsjekk.domains:"
    if not isinstance(held, Mapping) or not all(isinstance(each, list) and each for each in held.values()):
        yield f'{where} må være en tabell: «issuer» = liste med domener, eller ["*"] for alle.'
    elif not held.keys() <= set(issuers):
        yield f"{where} har en leverandør som ikke står i klarsjekk.issuers."
    elif len(issuers) > 1 and held.keys() != set(issuers):
        yield f"{where} mangler en leverandør. Med flere må dere si hvilke domener hver av dem kan gå god for."


def _levels(held: object) -> Iterator[str]:
    where = f"{SECRETS} · klarsjekk.acr:"
    if not isinstance(held, Mapping) or not all(_words(each) for each in held.values()):
        yield f'{where} må være en tabell: rolle = liste med nivåer, som admin = ["idporten-loa-high"].'
    elif unknown := [role for role in held if role not in list(Role)]:
        yield f"{where} ukjent rolle {unknown[0]!r}. Rollene er {', '.join(Role)}."


def _words(held: object) -> bool:
    return isinstance(held, list) and bool(held) and all(isinstance(each, str) and each for each in held)


def _unused(held: object) -> Iterator[str]:
    if type(held) is not int or not SHORTEST_USE <= held <= LONGEST_USE:
        yield f"{SECRETS} · klarsjekk.unused_minutes: må være et helt tall fra {SHORTEST_USE} til {LONGEST_USE}."


def _mail(given: Settings) -> Iterator[str]:
    for key, what in (*mail_faults(given.secrets), *retention_faults(given.secrets)):
        yield f"{SECRETS} · {key}: {what}"


def _address(held: object) -> SplitResult | None:
    """An absolute address, or `None`."""
    if not isinstance(held, str):
        return None
    try:
        address = urlsplit(held)
        usable = address.scheme in ("http", "https") and bool(address.hostname) and address.port != 0
    except ValueError:
        return None
    return address if usable and not address.username else None


def _protected(address: SplitResult) -> bool:
    """TLS, or a machine talking to itself."""
    return address.scheme == "https" or loopback(address.hostname)


def loopback(host: object) -> bool:
    """Whether nobody but this machine can reach the address."""
    if not isinstance(host, str):
        return False
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
