"""What stands beside a choice of tables."""

from language.both import Both

TABLE = Both("Tabell", "Tabell")
AS_OF_TODAY = Both(
    "Slik det er i dag, ikke på tidspunktet du har valgt.", "Slik det er i dag, ikkje på tidspunktet du har valt."
)
PACKAGE = Both("Alle tabellene i én pakke", "Alle tabellane i éi pakke")
