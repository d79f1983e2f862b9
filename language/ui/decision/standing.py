"""What is said of the decision that counts, and of one that waits for a signature."""

from language.both import Both

NONE_YET = Both(
    "Ingen beslutning er tatt ennå. Den tas på det dere har sendt inn, når HPAS er ferdig med det.",
    "Inga avgjerd er teken enno. Ho blir teken på det de har sendt inn, når HPAS er ferdig med det.",
)
HOLDS = Both(
    "**{what}.** Begge har skrevet under, og beslutningen gjelder.",
    "**{what}.** Begge har skrive under, og avgjerda gjeld.",
)
FALLEN = Both("**{what}: gjelder ikke lenger.**", "**{what}: gjeld ikkje lenger.**")
WAITS = Both(
    "**Forslag: {what}.** Venter på at {side} skriver under.", "**Forslag: {what}.** Ventar på at {side} skriv under."
)
CANNOT_BE_SIGNED = Both("Det kan ikke skrives under slik det er nå:", "Det kan ikkje skrivast under slik det er no:")
THEN_AND_NOW = Both("{title}: var «{then}», er nå «{now}»", "{title}: var «{then}», er no «{now}»")
GROUNDS = Both("Begrunnelse:", "Grunngiving:")
EARLIEST_THEN = Both("Tidligste forsvarlige oppstart var da {day}.", "Tidlegaste forsvarlege oppstart var då {day}.")
