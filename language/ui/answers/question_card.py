"""What the card of a question says round its answer."""

from language.both import Both

EXPECTED = Both("**Forventet:** {what}", "**Venta:** {what}")
NOT_APPLICABLE = Both(
    "Dere har svart at spørsmålet ikke er aktuelt. Grunnen står under «Ikke aktuelt».",
    "De har svart at spørsmålet ikkje er aktuelt. Grunnen står under «Ikkje aktuelt».",
)
WHAT_CONFIRMS = Both(
    "Svaret blir stående som det er, med ditt navn og dagen i dag.",
    "Svaret blir ståande som det er, med namnet ditt og dagen i dag.",
)
TOO_EARLY = Both(
    "For tidlig til å være bevist. Teller fullt fra {days} før oppstart.",
    "For tidleg til å vere bevist. Tel fullt frå {days} før oppstart.",
)
