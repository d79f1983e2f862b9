"""What Oversikt says after the start."""

from language.both import Both, Plural

IN_USE = Both(
    "**I bruk siden {day}.** Konklusjon, datoer og plan hviler. Nå teller hvordan det går.",
    "**I bruk sidan {day}.** Konklusjon, datoar og plan kviler. No tel det korleis det går.",
)
AFTER_START = Both("Etter oppstart", "Etter oppstart")
TO_FIGURES = Both("Se og før tallene etter oppstart", "Sjå og før tala etter oppstart")
LEFT_AFTER_START = Both("Gjenstår etter oppstart", "Står igjen etter oppstart")
DUE = Both(
    "**Tallene {days} dager etter oppstart:** {answered} av {all} er ført.",
    "**Tala {days} dagar etter oppstart:** {answered} av {all} er førte.",
)
LATE = Both(" Fristen gikk ut for {days} siden.", " Fristen gjekk ut for {days} sidan.")
NEXT_TIME = Both(
    "Neste gang vi spør, er {day}, {days} dager etter oppstart.",
    "Neste gong vi spør, er {day}, {days} dagar etter oppstart.",
)
ALL_RECORDED = Both("Alle tallene er ført.", "Alle tala er førte.")
ALL_RECORDED_BY_CUSTOMER = Both("Alle tallene er ført av kunden.", "Alle tala er førte av kunden.")
WENT_WRONG = Both("Dette gikk galt:", "Dette gjekk gale:")
FIGURE_FIRST = Both("{figure}\u00a0{unit} etter {days} dager", "{figure}\u00a0{unit} etter {days} dagar")
FIGURE_LATER = Both("{figure} etter {days}", "{figure} etter {days}")
NOTHING_LEFT = Both(
    "Ingenting gjenstår av planen, og alt som gjelder dere, er på plass.",
    "Ingenting står att av planen, og alt som gjeld dykk, er på plass.",
)
OPEN_ACTIONS = Plural(
    ("{n}\u00a0åpent tiltak i planen", "{n}\u00a0åpne tiltak i planen"),
    ("{n}\u00a0ope tiltak i planen", "{n}\u00a0opne tiltak i planen"),
)
STILL_MISSING = Plural(
    ("{n}\u00a0ting er fortsatt ikke på plass",) * 2, ("{n}\u00a0ting er framleis ikkje på plass",) * 2
)
ANSWER_ANEW = Both(
    "Svar på nytt når noe kommer på plass, så forsvinner det herfra.",
    "Svar på nytt når noko kjem på plass, så forsvinn det herfrå.",
)
