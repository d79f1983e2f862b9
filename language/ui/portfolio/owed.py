"""What the list of what is owed says."""

from language.both import Both, Plural, Words

TITLE = Both("Kundene venter på", "Kundane ventar på")
NOBODY_WAITS = Both("Ingen av kundene som vises, venter på noen.", "Ingen av kundane som er med her, ventar på nokon.")
ONLY_WAITING = Plural(
    (
        "{n}\u00a0kunde venter bare på andre nå, og står ikke stille: {names}.",
        "{n}\u00a0kunder venter bare på andre nå, og står ikke stille: {names}.",
    ),
    (
        "{n}\u00a0kunde ventar berre på andre no, og står ikkje stille: {names}.",
        "{n}\u00a0kundar ventar berre på andre no, og står ikkje stille: {names}.",
    ),
)
# The keys are those of `scoring.gaps.When`.
WHEN = Words({"now": "over fristen", "at_risk": ("haster", "hastar"), "next": ("senere", "seinare")})
WHO_OWES = Both("Hvem skylder", "Kven skuldar")
ONLY_OVERDUE = Both("Bare det som er over fristen", "Berre det som er over fristen")
OWES = Both("Skylder", "Skuldar")
DAYS_LATE = Both("Dager for sent", "Dagar for seint")
NOTHING_FITS = Both("Ingenting passer til valget.", "Ingenting passar til valet.")
DESCRIBED = Both(
    "Hvem som skylder hvilken kunde hva, og til når; det som er over fristen, først",
    "Kven som skuldar kva kunde kva, og til når; det som er over fristen, først",
)
FIRST_ONES = Both(
    "Viser de {most} første av {all}. Alle står i filen.", "Viser dei {most} første av {all}. Alle står i fila."
)
