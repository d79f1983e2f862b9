"""What the list of gaps says."""

from language.both import Both, Plural, Words

# What may be chosen among, beside the areas.
SCOPES = Words({"all": ("Alle områder", "Alle område"), "other": ("Annet", "Anna")})
WHO = Words(
    {
        "all": "Alle",
        "own": ("Våre egne", "Våre eigne"),
        "others": ("Venter på andre", "Ventar på andre"),
    }
)
STOPS = Both("Stoppkrav", "Stoppkrav")
NO_DATE = Both(
    "Det som mangler, vises når datoen for oppstart er bestemt. Da vet vi hva som skal være på plass når.",
    "Det som manglar, kjem fram når datoen for oppstart er bestemt. Då veit vi kva som skal vere på plass når.",
)
IN_USE = Both(
    "Dere er i bruk. Her står det som ikke er på plass ennå, til oppfølging etter oppstart.",
    "De er i bruk. Her står det som ikkje er på plass enno, til oppfølging etter oppstart.",
)
TOO_FEW = Both(
    "For få av spørsmålene som gjelder nå, er besvart. Svar på flere, så ser dere her hva som mangler.",
    "For få av spørsmåla som gjeld no, har svar. Svar på fleire, så ser de her kva som manglar.",
)
NOTHING_LATE = Both(
    "Ingenting er på etterskudd, og ingenting haster.", "Ingenting er på etterskot, og ingenting hastar."
)
SUMMARY = Both(
    "**{gaps}** nå. {stops}. {waiting}. {unanswered}. {without}.",
    "**{gaps}** no. {stops}. {waiting}. {unanswered}. {without}.",
)
GAPS = Plural(("{n}\u00a0mangel", "{n}\u00a0mangler"), ("{n}\u00a0mangel", "{n}\u00a0manglar"))
ARE_STOPS = Plural(
    ("{n}\u00a0er et stoppkrav", "{n}\u00a0er stoppkrav"), ("{n}\u00a0er eit stoppkrav", "{n}\u00a0er stoppkrav")
)
WAIT = Plural(
    ("{n}\u00a0venter på andre", "{n}\u00a0venter på andre"), ("{n}\u00a0ventar på andre", "{n}\u00a0ventar på andre")
)
UNANSWERED = Plural(
    ("{n}\u00a0mangler svar", "{n}\u00a0mangler svar"), ("{n}\u00a0manglar svar", "{n}\u00a0manglar svar")
)
WITHOUT_ACTION = Plural(
    ("{n}\u00a0har ikke tiltak", "{n}\u00a0har ikke tiltak"), ("{n}\u00a0har ikkje tiltak", "{n}\u00a0har ikkje tiltak")
)
AREA = Both("Område", "Område")
WHO_CLOSES = Both("Hvem kan lukke det", "Kven kan lukke det")
SECTION = Both("{name}: {gaps}", "{name}: {gaps}")
COMING = Both("Kommer etter hvert", "Kjem etter kvart")
NO_MORE = Both("Ingen flere frister.", "Ingen fleire fristar.")
WHEN_DATED = Both("Vises når datoen for oppstart er bestemt.", "Blir vist når datoen for oppstart er bestemt.")
LATER = Plural(
    ("{n}\u00a0spørsmål til, som kan vente lenger", "{n}\u00a0spørsmål til, som kan vente lenger"),
    ("{n}\u00a0spørsmål til, som kan vente lenger", "{n}\u00a0spørsmål til, som kan vente lenger"),
)
TAKE_AWAY = Both("Ta listen med deg", "Ta lista med deg")
OF_OWN_ANSWERS = Both("Filen bygger på kundens egne svar.", "Fila byggjer på kundens eigne svar.")
