"""Which login providers we believe, of which addresses, and for whom."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

EVERY = "*"


@dataclass(frozen=True, slots=True)
class TrustedIssuers:
    """domains: issuer -> the domains whose addresses it may say are someone's; `EVERY` is all. hpas: those who may let in to HPAS."""

    domains: Mapping[str, Collection[str]]
    hpas: frozenset[str]

    def lets_in(self, issuer: str, *, to_hpas: bool) -> bool:
        """Whether someone who is bound to a login of this issuer gets in still."""
        return issuer in (self.hpas if to_hpas else self.domains)

    def vouches(self, issuer: str, address: str) -> bool:
        """Whether the issuer may say that someone has this address."""
        held = self.domains.get(issuer, ())
        return EVERY in held or address.rpartition("@")[2] in held


def trusted(issuers: Collection[str], hpas: Collection[str] = (), domains: Mapping[str, Collection[str]] | None = None) -> TrustedIssuers:  # fmt: skip
    """As the settings say it. Where nothing is said, an issuer vouches for every domain, and each of them for HPAS.

    The start-up check refuses that where there are several.
    """
    said = domains or {}
    known = {issuer: frozenset(each.casefold() for each in said.get(issuer, (EVERY,))) for issuer in issuers}
    return TrustedIssuers(known, frozenset(hpas or issuers) & known.keys())
