"""What the files of everybody's gaps, actions and waivers are called, and what is in them."""

from language.both import Both

ALL_GAPS = Both("Det alle mangler", "Det alle manglar")
ABOUT_ALL_GAPS = Both(
    "Hva hver kunde mangler, når det skulle vært på plass, og hvem det venter på.",
    "Kva kvar kunde manglar, når det skulle vore på plass, og kven det ventar på.",
)
ACTIONS = Both("Tiltakene til alle", "Tiltaka til alle")
ABOUT_ACTIONS = Both(
    "Hva hver kunde har planlagt, hvem som har ansvaret, og når det skal være ferdig.",
    "Kva kvar kunde har planlagt, kven som har ansvaret, og når det skal vere ferdig.",
)
WAIVERS = Both("Unntakene til alle", "Unntaka til alle")
ABOUT_WAIVERS = Both(
    "Hvert unntak en kunde har foreslått, hva HPAS har sagt til det, og om det gjelder nå.",
    "Kvart unntak ein kunde har foreslått, kva HPAS har sagt til det, og om det gjeld no.",
)
