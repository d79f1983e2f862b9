"""What is said of a file of answers that is taken in."""

from language.both import Both

OUTDATED = Both(
    "Svarene er endret siden du så forhåndsvisningen. Se over på nytt, og bekreft igjen.",
    "Svara er endra sidan du såg førehandsvisinga. Sjå over på nytt, og stadfest igjen.",
)
