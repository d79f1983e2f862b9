"""What is said of another go-live, and of what decides the earliest one."""

from language.both import Both, Plural

NO_DATE = Both(
    "Dato og unntak vises når datoen for oppstart er bestemt. {what_to_do}",
    "Dato og unntak blir viste når datoen for oppstart er bestemt. {what_to_do}",
)
IN_USE = Both(
    "{headline}. Datoen er bak dere, og unntak trengs ikke lenger.",
    "{headline}. Datoen er bak dykk, og unntak trengst ikkje lenger.",
)
WHICH_DATE = Both("Hvilken dato kan dere klare?", "Kva dato kan de klare?")
WHAT_IF = Both("Hva om oppstarten flyttes?", "Kva om oppstarten blir flytta?")
TRY = Both("Prøv en annen dato. Ingenting blir lagret.", "Prøv ein annan dato. Ingenting blir lagra.")
PASSED = Both("{day} er passert. Skriv en dato fra i dag av.", "{day} er passert. Skriv ein dato frå i dag av.")
STOP = Both("Stoppkrav", "Stoppkrav")
FINISHED = Both("Ferdig", "Ferdig")
COUNTED_FROM = Both("Regnet fra", "Rekna frå")
STANDS_LEAST = Both("Må stå minst", "Må stå minst")
DAYS_BEFORE = Plural(("{n}\u00a0dag før", "{n}\u00a0dager før"), ("{n}\u00a0dag før", "{n}\u00a0dagar før"))
EARLIEST = Both("Tidligste oppstart", "Tidlegaste oppstart")
ALL_OPEN = Plural(("Alle {n}\u00a0åpne stoppkrav",) * 2, ("Alle {n}\u00a0opne stoppkrav",) * 2)
LEGEND = Both(
    "Farget felt: arbeidet til kravet er på plass. Grått felt: dagene det må stå før oppstart. "
    "◇: dagene kravet skulle eller skal nås, trinn for trinn, med datoen dere har nå. "
    "Prikket strek: i dag. Hel strek: oppstarten dere har nå.{earliest}",
    "Farga felt: arbeidet til kravet er på plass. Grått felt: dagane det må stå før oppstart. "
    "◇: dagane kravet skulle eller skal nåast, trinn for trinn, med datoen de har no. "
    "Prikka strek: i dag. Heil strek: oppstarten de har no.{earliest}",
)
LEGEND_OF_EARLIEST = Both(
    " Stiplet strek: tidligste forsvarlige oppstart.", " Stipla strek: tidlegaste forsvarlege oppstart."
)
WOULD_BE = Both(
    "Med oppstart **{day}** blir konklusjonen i dag **{verdict}**.",
    "Med oppstart **{day}** blir konklusjonen i dag **{verdict}**.",
)
BECOMES_LATE = Both("Blir for sent", "Blir for seint")
NO_LONGER_LATE = Both("Er ikke lenger for sent", "Er ikkje lenger for seint")
NO_DIFFERENCE = Both(
    "Ingen spørsmål blir for sent, og ingen slutter å være det.",
    "Ingen spørsmål blir for seint, og ingen sluttar å vere det.",
)
