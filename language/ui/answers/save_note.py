"""What is said beside a field of what became of the last edit."""

from language.both import Both

SAVED = Both("Lagret {when}", "Lagra {when}")
AGAIN = Both("Prøv igjen", "Prøv igjen")
OTHERS = Both(
    "Endret kl. {clock} av en annen, mens du hadde spørsmålet åpent. Ditt svar gjelder nå. De hadde svart:",
    "Endra kl. {clock} av ein annan, medan du hadde spørsmålet ope. Svaret ditt gjeld no. Dei hadde svart:",
)
KEEP_MINE = Both("Behold mitt", "Behald mitt")
TAKE_THEIRS = Both("Hent tilbake deres", "Hent tilbake deira")
