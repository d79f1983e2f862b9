"""What is said when an answer met another's."""

from language.both import Both

CHANGED_MEANWHILE = Both(
    "Svaret er endret av en annen siden du så det. Se på det nye svaret, og bekreft igjen.",
    "Svaret er endra av ein annan sidan du såg det. Sjå på det nye svaret, og stadfest igjen.",
)
BOTH_SAID = Both("{row}: {other}. Ditt svar: {own}.", "{row}: {other}. Svaret ditt: {own}.")
NOTHING = Both("ikke noe", "ikkje noko")
