"""Where a file is altered, of what lies beside the answers, and what is said of it when it is taken in."""

from language.both import Both

PROFILE = Both("Om virksomheten", "Om verksemda")
FACT = Both("Om virksomheten: {title}", "Om verksemda: {title}")
FIGURE = Both("Etter oppstart: {title}", "Etter oppstart: {title}")
START = Both("oppstarten", "oppstarten")
FIGURES = Both("tallene etter oppstart", "tala etter oppstart")
FINDINGS = Both("svarene på «Henger svarene sammen?»", "svara på «Heng svara saman?»")
PHASES = Both("datoene for bygging, test og opplæring", "datoane for bygging, test og opplæring")
START_MISFITS = Both(
    "Filen sier at kunden startet {day}. Det passer ikke til oppstarten her, og tas ikke inn.",
    "Fila seier at kunden starta {day}. Det passar ikkje til oppstarten her, og blir ikkje teke inn.",
)
NOT_STARTED = Both("Filen sier at kunden likevel ikke har startet.", "Fila seier at kunden likevel ikkje har starta.")
PHASES_BECOME = Both(
    "Datoene for bygging, test og opplæring blir {there}. Nå: {here}.",
    "Datoane for bygging, test og opplæring blir {there}. No: {here}.",
)
PHASES_STAY = Both(
    "Datoene for bygging, test og opplæring er {there} etter filen. De her er sagt senere, og blir stående: {here}.",
    "Datoane for bygging, test og opplæring er {there} etter fila. Dei her er sagde seinare, og blir ståande: {here}.",
)
