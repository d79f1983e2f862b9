"""What the spread of the customers says."""

from language.both import Both

TITLE = Both("Spredning", "Spreiing")
NO_FIGURES = Both(
    "Ingen av kundene som vises, har et tall for dager mot planen ennå.",
    "Ingen av kundane som er med her, har eit tal for dagar mot planen enno.",
)
ABOUT = Both(
    "Hver prikk er en kunde; en stor prikk er flere. Hold pekeren over for å se navn. "
    "Feltet er halvparten som ligger i midten, streken er den midterste. De vises der minst {least} kunder har et tall.",
    "Kvar prikk er ein kunde; ein stor prikk er fleire. Hald peikaren over for å sjå namn. "
    "Feltet er halvparten som ligg i midten, streken er den midtarste. Dei er med der minst {least} kundar har eit tal.",
)
DESCRIBED = Both("{title}. {told}. Tallene står i tabellen under.", "{title}. {told}. Tala står i tabellen under.")
FARTHEST_AFTER = Both("Lengst etter", "Lengst etter")
FARTHEST_AHEAD = Both("Lengst foran", "Lengst føre")
TABLE_DESCRIBED = Both("Dager foran eller etter planen, per kundetype", "Dagar føre eller etter planen, per kundetype")
