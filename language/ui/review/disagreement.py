"""What the disagreement map says: where HPAS and the customers part the most."""

from language.both import Both, Words
from scoring.disagreement import RankBy

WAYS = Words(
    {
        RankBy.QUESTION: "Spørsmål",
        RankBy.TOPIC: ("Temaer", "Tema"),
        RankBy.FACTOR: ("Suksessfaktorer", "Suksessfaktorar"),
        RankBy.CUSTOMER: ("Kunder", "Kundar"),
    }
)
HEADINGS = Words(
    {
        RankBy.QUESTION: "Spørsmål",
        RankBy.TOPIC: "Tema",
        RankBy.FACTOR: "Suksessfaktor",
        RankBy.CUSTOMER: "Kunde",
    }
)
TITLE = Both("Der HPAS og kundene er uenige", "Der HPAS og kundane er ueinige")
NONE_YET = Both(
    "Ingen uenighet ennå. Når HPAS gir en egen vurdering av et svar, ser du her hvor de to skiller lag, det som "
    "skiller mest, øverst.",
    "Inga usemje enno. Når HPAS gir ei eiga vurdering av eit svar, ser du her kvar dei to skil lag, det som "
    "skil mest, øvst.",
)
SHOW_BY = Both("Vis uenigheten etter", "Vis usemja etter")
ALL_CUSTOMERS = Both("Alle kunder", "Alle kundar")
WHICH_CUSTOMER = Both("Hos hvilken kunde", "Hos kva for ein kunde")
ABOUT = Both(
    "{answers} der HPAS har en annen vurdering. {own} er kundens oppnåelse, {hpas} er HPAS' "
    "vurdering, fra 0 til 100 %. Avstanden er forskjellen ganger vekten til spørsmålet, lagt sammen.",
    "{answers} der HPAS har ei anna vurdering. {own} er det kunden har nådd, {hpas} er HPAS' "
    "vurdering, frå 0 til 100 %. Avstanden er skilnaden gonger vekta til spørsmålet, lagt saman.",
)
SOME_SHOWN = Both("De {n} øverste av {all} vises.", "Dei {n} øvste av {all} er med.")
DISTANCE = Both("Avstand", "Avstand")
ANSWERS_APART = Both("Svar", "Svar")
CUSTOMERS = Both("Kunder", "Kundar")
CUSTOMER_HIGHEST = Both("Kunden høyest", "Kunden høgast")
TABLE = Both("Uenigheten som tabell, størst avstand først", "Usemja som tabell, størst avstand først")
