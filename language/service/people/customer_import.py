"""What is said of a list of customers that is taken in."""

from language.both import Both

OUTDATED = Both(
    "Kundene er endret siden du så forhåndsvisningen. Se over på nytt, og bekreft igjen.",
    "Kundane er endra sidan du såg førehandsvisinga. Sjå over på nytt, og stadfest igjen.",
)
EITHER = Both("{others} eller {last}", "{others} eller {last}")
