"""Who has logged in, by Streamlit's own OIDC: which providers there are, and what they say of the person.

Without `[auth]` in `secrets.toml` nobody can log in, and the app runs in local mode.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import streamlit as st

from language.ui.login import PROVIDERS
from service.people.issuers import UNUSED, TrustedIssuers, trusted
from service.people.logins import Identity
from ui.device import device

# Entra ID says this in place of `email_verified`: the domain of the address is proved to be the tenant's.
VERIFIED = ("email_verified", "xms_edov")


def secrets() -> Mapping[str, Any]:
    """The whole of `secrets.toml`, empty when there is none."""
    try:
        return st.secrets.to_dict()
    except FileNotFoundError:
        return {}


_decided: list[bool] = []


def decide() -> bool:
    """Settle for as long as the process lives whether login is required: a file that goes away opens nothing."""
    _decided[:] = ["auth" in secrets()]
    return _decided[0]


def required() -> bool:
    """Whether nobody gets in without having logged in."""
    return _decided[0] if _decided else "auth" in secrets()


def providers() -> dict[str, str]:
    """Provider -> its name on the button, in the order of the file."""
    section = secrets().get("auth", {})
    return {name: PROVIDERS.get(name, name) for name, held in section.items() if isinstance(held, Mapping)}


def issuers() -> TrustedIssuers:
    """The issuers whose word we take: of which addresses, who of them lets in to HPAS, how strong, and for how long unused."""
    said = secrets().get("klarsjekk", {})
    unused = timedelta(minutes=said.get("unused_minutes", UNUSED // timedelta(minutes=1)))
    ours = (said.get("issuers", ()), said.get("hpas_issuers", ()), said.get("domains"))
    return trusted(*ours, levels=said.get("acr"), unused=unused)


def identity() -> Identity | None:
    """Who has logged in in this browser; `None` when nobody has."""
    if not st.user.is_logged_in:
        return None
    said = st.user.to_dict()
    return Identity(
        login=_name(said),
        issuer=str(said.get("iss", "")),
        subject=str(said.get("sub", "")),
        email=_text(said.get("email")),
        email_verified=any(said.get(claim) in (True, "true", "1") for claim in VERIFIED),
        name=_text(said.get("name")),
        logged_in_at=_moment(said.get("iat")),
        levels=_levels(said),
        device=device(st.context.headers.get("User-Agent")),
    )


def _name(said: Mapping[str, Any]) -> str:
    """What tells one login from all others."""
    return sha256(repr([said.get(claim) for claim in ("iss", "sub", "iat", "nonce")]).encode()).hexdigest()


def _levels(said: Mapping[str, Any]) -> frozenset[str]:
    """How strong the provider says the login was: the one level of OpenID Connect, and Entra ID's list of them."""
    many = said.get("acrs")
    held = [said.get("acr"), *(many if isinstance(many, list) else [many])]
    return frozenset(each for each in held if isinstance(each, str))


def _text(held: object) -> str | None:
    return held if isinstance(held, str) and held.strip() else None


def _moment(seconds: object) -> datetime:
    """When the provider sent the person to us; one who does not say counts as long ago.

    Not `auth_time`: that is when the person last proved who they are to the provider, which may be days ago.
    """
    try:
        return datetime.fromtimestamp(float(seconds) if isinstance(seconds, (int, float)) else 0, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)


def begin(provider: str) -> None:
    st.login(provider)
