"""What is said of the go-live before."""

from language.both import Both, Plural

TITLE = Both("Det forrige oppstart mangler", "Det førre oppstart manglar")
BETWEEN = Both(
    "Forrige oppstart er {day}, {days} før. Rapporten ber om tid mellom oppstartene til å lære og få "
    "løsningen stabil (suksessfaktor 3).{limit}",
    "Førre oppstart er {day}, {days} før. Rapporten ber om tid mellom oppstartane til å lære og få "
    "løysinga stabil (suksessfaktor 3).{limit}",
)
LIMIT = Both(" Grensen er satt til minst {days} dager.", " Grensa er sett til minst {days} dagar.")
ALL_IN_PLACE = Both(
    "Alt som skulle vært på plass der nå, er på plass.", "Alt som skulle vore på plass der no, er på plass."
)
STARTED = Both("De har startet", "Dei har starta")
NOT_STARTED = Both("De har ikke startet ennå", "Dei har ikkje starta enno")
LACKING = Both(
    "**{lacking} av {customers}** mangler noe som skulle vært på plass nå, eller "
    "som haster: {stops} og {others}. {state}.",
    "**{lacking} av {customers}** manglar noko som skulle vore på plass no, eller "
    "som hastar: {stops} og {others}. {state}.",
)
OTHERS = Plural(("{n}\u00a0annet svar", "{n}\u00a0andre svar"), ("{n}\u00a0anna svar", "{n}\u00a0andre svar"))
OTHER_ANSWERS = Both("Andre svar", "Andre svar")
SO_MANY_OF = Both("{n} av {all}", "{n} av {all}")
DESCRIBED = Both(
    "Temaene som forrige oppstart mangler noe i, med antall stoppkrav, andre svar og kunder",
    "Temaa som førre oppstart manglar noko i, med talet på stoppkrav, andre svar og kundar",
)
MORE_TOPICS = Plural(
    ("og {n}\u00a0tema til med færre stoppkrav.", "og {n}\u00a0temaer til med færre stoppkrav."),
    ("og {n}\u00a0tema til med færre stoppkrav.", "og {n}\u00a0tema til med færre stoppkrav."),
)
