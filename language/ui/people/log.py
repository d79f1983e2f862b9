"""What the page of the audit log says."""

from language.both import Both, Words

ALL = Both("Alle", "Alle")
# The keys, how many days, stand in the address.
DAYS_BACK = Words(
    {
        "": "Alltid",
        "1": ("siste døgn", "siste døgnet"),
        "7": ("siste 7 dager", "siste 7 dagar"),
        "30": ("siste 30 dager", "siste 30 dagar"),
        "365": ("siste år", "siste året"),
    }
)
CUSTOMER = Both("Kunde", "Kunde")
WHO = Both("Hvem", "Kven")
ACT = Both("Handling", "Handling")
WHEN = Both("Når", "Når")
OUTCOME = Both("Utfall", "Utfall")
NOTHING = Both("Ingenting i loggen passer til det du har valgt.", "Ingenting i loggen passar til det du har valt.")
ABOUT = Both(
    "De nyeste først. Det samme, gjort flere ganger innen en time, er én linje. Loggen har ikke tekst fra svarene.",
    "Dei nyaste først. Det same, gjort fleire gonger innan ein time, er éi linje. Loggen har ikkje tekst frå svara.",
)
TABLE = Both("Hendelser i loggen, de nyeste først", "Hendingar i loggen, dei nyaste først")
MOMENT = Both("Tidspunkt", "Tidspunkt")
MORE = Both("Mer", "Meir")
MANY_TIMES = Both("{what}, {n}\u00a0ganger", "{what}, {n}\u00a0gonger")
NEWEST = Both("De nyeste", "Dei nyaste")
OLDER = Both("Eldre", "Eldre")
WHOLE_LOG = Both("Hele loggen", "Heile loggen")
