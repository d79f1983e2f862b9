"""Which logins we believe: of which providers, of which addresses, for whom, how strong, and for how long unused."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from service.people.actor import Role

EVERY = "*"
UNUSED = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class TrustedIssuers:
    """domains: issuer -> the domains whose addresses it may say are someone's; `EVERY` is all. hpas: those who may let in to HPAS.

    levels: role -> the levels of login (`acr`) that are enough, for the roles that ask for any. unused: how long a login
    may lie unused.
    """

    domains: Mapping[str, Collection[str]]
    hpas: frozenset[str]
    levels: Mapping[Role, frozenset[str]] = field(default_factory=dict)
    unused: timedelta = UNUSED

    def lets_in(self, issuer: str, *, to_hpas: bool) -> bool:
        """Whether someone who is bound to a login of this issuer gets in still."""
        return issuer in (self.hpas if to_hpas else self.domains)

    def vouches(self, issuer: str, address: str) -> bool:
        """Whether the issuer may say that someone has this address."""
        held = self.domains.get(issuer, ())
        return EVERY in held or address.rpartition("@")[2] in held

    def strong_enough(self, role: Role, levels: Collection[str]) -> bool:
        """Whether a login at these levels is enough for the role."""
        wanted = self.levels.get(role)
        return wanted is None or not wanted.isdisjoint(levels)


def trusted(
    issuers: Collection[str],
    hpas: Collection[str] = (),
    domains: Mapping[str, Collection[str]] | None = None,
    *,
    levels: Mapping[str, Collection[str]] | None = None,
    unused: timedelta = UNUSED,
) -> TrustedIssuers:
    """As the settings say it. Where nothing is said, an issuer vouches for every domain, and each of them for HPAS.

    The start-up check refuses that where there are several.
    """
    said = domains or {}
    known = {issuer: frozenset(each.casefold() for each in said.get(issuer, (EVERY,))) for issuer in issuers}
    wanted = {Role(role): frozenset(each) for role, each in (levels or {}).items()}
    return TrustedIssuers(known, frozenset(hpas or issuers) & known.keys(), wanted, unused)
