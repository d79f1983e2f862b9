"""The conclusion, its reasons and the earliest date."""

from language.both import Both, Plural

NO_DATE = Both("Ingen dato for oppstart", "Ingen dato for oppstart")
SINCE = Both("{verdict} siden {day}", "{verdict} sidan {day}")
FAILING = Both("{failing} av {asked} stoppkrav rekker ikke", "{failing} av {asked} stoppkrav rekk ikkje")
OTHERWISE = Both("{open}, ellers {ahead}", "{open}, elles {ahead}")
STOPS_HURRY = Both("{stops} stoppkrav haster", "{stops} stoppkrav hastar")
MUCH_IS_LATE = Both("mye er på etterskudd", "mykje er på etterskot")
CATCH_UP = Both("kan hentes inn til {day}", "kan hentast inn til {day}")
STOPS = Plural(("{n}\u00a0stoppkrav", "{n}\u00a0stoppkrav"), ("{n}\u00a0stoppkrav", "{n}\u00a0stoppkrav"))
ON_TRACK_UNTIL = Both(
    "I rute til {day}: da må {stops} ha nådd neste trinn{idle}.",
    "I rute til {day}: då må {stops} ha nådd neste trinn{idle}.",
)
NEXT_DUE = Both(
    "Neste frist er {day}: da må {stops} ha nådd neste trinn{idle}.",
    "Neste frist er {day}: då må {stops} ha nådd neste trinn{idle}.",
)
IDLE = Both(", {idle} er ikke påbegynt", ", {idle} er ikkje påbyrja")
WHEN_DATED = Both("Vises når datoen for oppstart er bestemt.", "Blir vist når datoen for oppstart er bestemt.")
PASSED = Both(
    "Datoen er passert. Bekreft at dere startet, eller få satt en ny dato.",
    "Datoen er passert. Stadfest at de starta, eller få sett ein ny dato.",
)
WHEN_ANSWERED = Both(
    "Vises når flere av spørsmålene som gjelder nå, er besvart.",
    "Blir vist når fleire av spørsmåla som gjeld no, har svar.",
)
HOLDS = Both("{day} holder: stoppkravene kan være på plass i tide.", "{day} held: stoppkrava kan vere på plass i tide.")
JUST_HOLDS = Both("{day} holder så vidt. {why}", "{day} held så vidt. {why}")
EARLIEST = Both(
    "Tidligst {day}, {late} etter datoen dere har nå. {why}",
    "Tidlegast {day}, {late} etter datoen de har no. {why}",
)
DECIDED_BY = Both("Det avgjøres av «{title}»: {stands}.", "Det blir avgjort av «{title}»: {stands}.")
AND = Both("{first}, og {last}", "{first}, og {last}")
PLANNED = Both("det er ferdig {day} etter planen", "det er ferdig {day} etter planen")
DONE = Both("det ble eller blir gjort {day}", "det blei eller blir gjort {day}")
TAKES = Both("det tar vanligvis {days}", "det tek vanlegvis {days}")
ON_THE_DAY = Both("det må stå senest på oppstartsdagen", "det må stå seinast på oppstartsdagen")
BEFORE = Both("det må stå minst {days} før oppstart", "det må stå minst {days} før oppstart")
