"""What the choices of the comparison are called. The keys stand in the address."""

from language.both import Both, Words

STARTED = Words({"": ("Ikke startet", "Ikkje starta"), "ja": ("Har startet", "Har starta"), "alle": "Begge"})
ORDERS = Words(
    {
        "": ("Konklusjon, stoppkrav, dager", "Konklusjon, stoppkrav, dagar"),
        "dager": "Lengst etter planen",
        "stoppkrav": "Flest stoppkrav",
        "oppstart": "Oppstart",
        "prosent": "Minst på plass",
        "gamle": ("Flest svar som må bekreftes", "Flest svar som må stadfestast"),
        "navn": ("Navn", "Namn"),
    }
)
SECTIONS = Words(
    {
        "": ("Kundene", "Kundane"),
        "mangler": ("Mangler hos mange", "Manglar hos mange"),
        "spredning": ("Spredning", "Spreiing"),
        "venter": ("Venter på andre", "Ventar på andre"),
        "historie": "Historie",
    }
)
DISTANCES = Words(
    {
        "": "Alle",
        "under-60": ("under 60 dager", "under 60 dagar"),
        "60-180": ("60 til 180 dager", "60 til 180 dagar"),
        "over-180": ("over 180 dager", "over 180 dagar"),
    }
)
SEARCH = Both("Søk etter kunde", "Søk etter kunde")
NAME = Both("Navn", "Namn")
FILTERS = Both("Filtre og rekkefølge: {chosen}", "Filter og rekkjefølgje: {chosen}")
CUT = Both("Tidspunkt", "Tidspunkt")
BASIS = Both("Grunnlag", "Grunnlag")
ORDER = Both("Rekkefølge", "Rekkjefølgje")
WAVE = Both("Innføringsbølge", "Innføringsbølgje")
DISTANCE = Both("Avstand til oppstart", "Avstand til oppstart")
TODAY = Both("I dag", "I dag")
OF_WAVE = Both("Oppstart {day}", "Oppstart {day}")
