"""`[klarsjekk.mail]` of secrets.toml: how letters are sent. Read by one rule, by the app and by the command line.

What is wrong is told by key, and never what stands there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

SECTION = "klarsjekk.mail"
KEYS = ("host", "port", "security", "user", "password", "from", "url")
PORTS = {"starttls": 587, "tls": 465, "none": 25}
# What every server takes as an address: no quotes, no comments, no signs outside ASCII.
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
# Words of the example file.
_EXAMPLES = ("<", "bytt-meg")


class Security(StrEnum):
    """none: only to a server on this machine."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """sender: the address letters are from. url: of the app, for links, without a slash at the end. authority: a file of
    certificates to trust beside the system's, for a server with a certificate of its own."""

    host: str
    port: int
    security: Security
    user: str
    password: str
    sender: str
    url: str
    authority: str = ""

    def __repr__(self) -> str:
        return f"MailSettings({self.host}:{self.port}, {self.security})"


def read_mail(secrets: Mapping[str, Any]) -> MailSettings | None:
    """The settings, or `None` when nothing is set. Only for those that `mail_faults` finds nothing wrong with."""
    held = _section(secrets)
    if held is None:
        return None
    security = Security(held.get("security", Security.STARTTLS))
    return MailSettings(
        host=str(held["host"]).strip(),
        port=int(held.get("port", PORTS[security])),
        security=security,
        user=str(held.get("user", "")),
        password=str(held.get("password", "")),
        sender=str(held["from"]).strip(),
        url=str(held["url"]).rstrip("/"),
        authority=str(held.get("authority", "")),
    )


def app_address(secrets: Mapping[str, Any]) -> str:
    """Where the app is, for a text to copy: as the mail settings say, or the login; "" where neither does."""
    held = _section(secrets)
    said = held.get("url") if held else None
    login = secrets.get("auth")
    redirect = login.get("redirect_uri") if isinstance(login, Mapping) else None
    return str(said or str(redirect or "").removesuffix("/oauth2callback")).rstrip("/")


def mail_faults(secrets: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(key, what is wrong and what to do), one of each thing."""
    section = secrets.get("klarsjekk")
    if not isinstance(section, Mapping) or "mail" not in section:
        return
    held = section["mail"]
    if not isinstance(held, Mapping):
        yield SECTION, "må være en tabell. Se secrets.example.toml."
        return
    for key in held:
        if key not in (*KEYS, "authority"):
            yield f"{SECTION}.{key}", f"er ukjent. Dette finnes: {', '.join(KEYS)}."
    for key, fault in _FAULTS.items():
        if said := fault(held):
            yield f"{SECTION}.{key}", said


def _section(secrets: Mapping[str, Any]) -> Mapping[str, Any] | None:
    section = secrets.get("klarsjekk")
    held = section.get("mail") if isinstance(section, Mapping) else None
    return held if isinstance(held, Mapping) else None


def _host(held: Mapping[str, Any]) -> str:
    host = held.get("host")
    if not isinstance(host, str) or not re.fullmatch(r"[A-Za-z0-9.:_-]+", host.strip()):
        return "mangler. Skriv navnet på e-posttjeneren, for eksempel smtp.kommune.no."
    return ""


def _port(held: Mapping[str, Any]) -> str:
    port = held.get("port", 587)
    return "" if type(port) is int and 0 < port < 65_536 else "må være et tall fra 1 til 65535."


def _security(held: Mapping[str, Any]) -> str:
    found = held.get("security", "starttls")
    if found not in list(Security):
        return 'må være "starttls", "tls" eller "none".'
    if found == Security.NONE and not _here(str(held.get("host", ""))):
        return '"none" kan bare brukes mot en e-posttjener på samme maskin, ellers går brevene åpent på nettet.'
    return ""


def _user(held: Mapping[str, Any]) -> str:
    user, password = held.get("user", ""), held.get("password", "")
    if not isinstance(user, str) or not isinstance(password, str):
        return "brukernavn og passord må være tekst."
    if bool(user) != bool(password):
        return "brukernavn og passord hører sammen: fyll inn begge, eller ingen."
    return "er fra eksempelet." if _example(user) or _example(password) else ""


def _sender(held: Mapping[str, Any]) -> str:
    sender = held.get("from")
    if not isinstance(sender, str) or not sender.strip():
        return "mangler. Skriv adressen brevene skal komme fra."
    return "" if ADDRESS.fullmatch(sender.strip()) else "må være en e-postadresse, for eksempel klarsjekk@hpas.no."


def _url(held: Mapping[str, Any]) -> str:
    remedy = "Skriv adressen brukerne skriver inn, for eksempel https://klarsjekk.hpas.no"
    url = held.get("url")
    if not isinstance(url, str):
        return f"mangler. {remedy}"
    try:
        found = urlsplit(url)
        sound = found.scheme in ("http", "https") and bool(found.hostname) and found.port != 0
    except ValueError:
        return f"er ikke en adresse. {remedy}"
    if not sound or found.path not in ("", "/") or found.query or found.fragment or found.username or _example(url):
        return f"er ikke en adresse. {remedy}"
    return "" if found.scheme == "https" or _here(found.hostname or "") else "må begynne med https://"


_FAULTS = {
    "host": _host,
    "port": _port,
    "security": _security,
    "user": _user,
    "from": _sender,
    "url": _url,
}


def _example(text: str) -> bool:
    return any(word in text.casefold() for word in _EXAMPLES)


def _here(host: str) -> bool:
    """Whether nobody but this machine is asked."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
