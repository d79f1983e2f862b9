"""A decision as a paper takes it: with names in place of ids, and what has changed in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToldSignature:
    """For whom, by whom (name and role), and when."""

    side: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class ToldDecision:
    """what: what is decided, and whether it holds. changed: since it was signed. conditions: text, owner, and how it goes. state: what it was made on."""

    what: str
    changed: tuple[str, ...]
    reason: str
    conditions: tuple[tuple[str, str, str], ...]
    signatures: tuple[ToldSignature, ...]
    state: str
