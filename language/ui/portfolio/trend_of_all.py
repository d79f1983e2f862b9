"""What the trend of all customers says."""

from language.both import Both, Words

NOBODY_HAS_DAY = Both(
    "Ingen av kundene har en dato for oppstart ennå. Da har de ingen plass på tidslinjen.",
    "Ingen av kundane har ein dato for oppstart enno. Då har dei ingen plass på tidslinja.",
)
SHOW = Both("Vis", "Vis")
DESCRIBED = Both("{title}. {told} Tallene står i tabellen under.", "{title}. {told} Tala står i tabellen under.")
# The keys are those of `reports.portfolio.trend_chart.TrendAxis`, which lies above this module.
OVER = Words(
    {
        "distance": (
            "Over den stiplede streken er kunden foran det som er forventet, under er den på etterskudd.",
            "Over den stipla streken er kunden føre det som er venta, under er kunden på etterskot.",
        ),
        "readiness": ("Prosent på plass går fra 0 til 100.", "Prosent på plass går frå 0 til 100."),
        "days": (
            "Over den stiplede streken er kunden foran planen, under er den etter.",
            "Over den stipla streken er kunden føre planen, under er kunden etter.",
        ),
    }
)
ONE_EACH = Both("en per kunde", "ein per kunde")
NEAREST = Both("de {most} nærmest oppstart av {all}", "dei {most} nærast oppstart av {all}")
LINES = Both("Linjene er veien hver kunde har gått.", "Linjene er vegen kvar kunde har gått.")
CHOOSE_FOR_LINE = Both(
    "Velg en kunde under for å se veien den har gått.", "Vel ein kunde under for å sjå vegen kunden har gått."
)
DOTS = Both(
    "Prikkene er der kundene står i dag, {dots}. Hold pekeren over for å se navn. {lines} Streken er den midterste "
    "kunden og feltet halvparten i midten, for hver {span}. dag der minst {least} kunder har et tall. {over}",
    "Prikkane er der kundane står i dag, {dots}. Hald peikaren over for å sjå namn. {lines} Streken er den midtarste "
    "kunden og feltet halvparten i midten, for kvar {span}. dag der minst {least} kundar har eit tal. {over}",
)
MIDDLE_DESCRIBED = Both("{title}, {unit}: midten av kundene", "{title}, {unit}: midten av kundane")
CHANGED = Both("Endret siden sist", "Endra sidan sist")
NOTHING_SENT = Both(
    "Ingen av disse kundene har sendt inn noe ennå. Når de gjør det, ser du her hva som er endret siden.",
    "Ingen av desse kundane har sendt inn noko enno. Når dei gjer det, ser du her kva som er endra sidan.",
)
SENT_LAST = Both("Sendt inn sist", "Sendt inn sist")
BETTER = Both("Bedre", "Betre")
WORSE = Both("Dårligere", "Dårlegare")
NEW = Both("Nye svar", "Nye svar")
GONE = Both("Borte", "Borte")
IN_PLACE_NOW = Both("På plass nå", "På plass no")
EXPECTED_NOW = Both("Forventet nå", "Venta no")
NO_FIGURE = Both(
    "Strek der kunden ikke har sendt inn, eller der spørreskjemaet er byttet siden.",
    "Strek der kunden ikkje har sendt inn, eller der spørjeskjemaet er bytt sidan.",
)
CHANGED_DESCRIBED = Both("Hva kundene har endret siden sist", "Kva kundane har endra sidan sist")
ONE_CUSTOMER = Both("Én kunde, spørsmål for spørsmål", "Éin kunde, spørsmål for spørsmål")
