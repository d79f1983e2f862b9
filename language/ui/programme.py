"""What HPAS's own pages say."""

from language.both import Both, Plural

MEASURED_AGAINST = Both("Målt mot oppstarten", "Målt mot oppstarten")
WAVE = Plural(
    ("{day} ({n}\u00a0kunde)", "{day} ({n}\u00a0kunder)"), ("{day} ({n}\u00a0kunde)", "{day} ({n}\u00a0kundar)")
)
OLDEST = Both(" Det eldste er {days} over fristen.", " Det eldste er {days} over fristen.")
CUSTOMERS_WAIT = Plural(
    (
        "**{n}\u00a0kunde venter** på {answers} fra HPAS.{oldest}",
        "**{n}\u00a0kunder venter** på {answers} fra HPAS.{oldest}",
    ),
    (
        "**{n}\u00a0kunde ventar** på {answers} frå HPAS.{oldest}",
        "**{n}\u00a0kundar ventar** på {answers} frå HPAS.{oldest}",
    ),
)
ANSWERS = Plural(("{n}\u00a0svar", "{n}\u00a0svar"), ("{n}\u00a0svar", "{n}\u00a0svar"))
DISPUTED = Plural(
    ("**{n}\u00a0svar** fra HPAS er kunder uenige i.", "**{n}\u00a0svar** fra HPAS er kunder uenige i."),
    ("**{n}\u00a0svar** frå HPAS er kundar ueinige i.", "**{n}\u00a0svar** frå HPAS er kundar ueinige i."),
)
SEE_WHAT_WE_OWE = Both("Se hva vi skylder", "Sjå kva vi skuldar")
NOT_BEGUN = Both(
    "HPAS har ikke begynt å svare. Til da venter kundene på svar de ikke kan gi selv.",
    "HPAS har ikkje byrja å svare. Til då ventar kundane på svar dei ikkje kan gi sjølve.",
)
BEGIN = Both("Begynn å svare", "Byrja å svare")
ANSWER_FOR_HPAS = Both("Svar for HPAS", "Svar for HPAS")
SEE_ANSWERS = Both("Se svarene", "Sjå svara")
WE_OWE = Both("Vi skylder", "Vi skuldar")
NOBODY_WAITS = Both("Ingen kunder venter på svar fra HPAS.", "Ingen kundar ventar på svar frå HPAS.")
NOBODY_WAITS_NOW = Both(
    "Ingen venter nå. Tabellen viser hva kundene kommer til å vente på.",
    "Ingen ventar no. Tabellen viser kva kundane kjem til å vente på.",
)
ALL_IN_TABLE = Both("Alle {n} i en tabell", "Alle {n} i ein tabell")
BARS = Both(
    "Svar kundene venter på: ett for hvert spørsmål hos hver kunde.",
    "Svar kundane ventar på: eitt for kvart spørsmål hos kvar kunde.",
)
STOPS_AT = Both("stoppkrav hos {n}", "stoppkrav hos {n}")
WAIT = Plural(
    ("{n}\u00a0kunde venter{late}: {names}.", "{n}\u00a0kunder venter{late}: {names}."),
    ("{n}\u00a0kunde ventar{late}: {names}.", "{n}\u00a0kundar ventar{late}: {names}."),
)
ANSWER = Both("Svar", "Svar")
SEE_ANSWER = Both("Se svaret", "Sjå svaret")
OVERDUE = Both(", {days} over fristen", ", {days} over fristen")
DUE = Both(", frist {day}", ", frist {day}")
WAITS_NOW = Both("Venter nå", "Ventar no")
STOPS_WHERE = Both("Stoppkrav hos", "Stoppkrav hos")
COMING = Both("Kommer", "Kjem")
DAYS_OVER = Both("Dager over", "Dagar over")
TABLE_DESCRIBED = Both(
    "Hva kundene venter på fra HPAS, det som stopper flest, først",
    "Kva kundane ventar på frå HPAS, det som stoppar flest, først",
)
TREND = Both("Utvikling", "Utvikling")
DISAGREE = Both("Uenige med HPAS", "Ueinige med HPAS")
NOBODY_DISAGREES = Both("Ingen kunder er uenige i svarene fra HPAS.", "Ingen kundar er ueinige i svara frå HPAS.")
OWN_COUNTS = Both(
    "Kundens eget svar teller for kunden til dere svarer på nytt for den.",
    "Kundens eige svar tel for kunden til de svarar på nytt for han.",
)
WHO_WHEN_WHAT = Both("**{name}**, {day}: {title}", "**{name}**, {day}: {title}")
OURS = Both("HPAS: {answer}", "HPAS: {answer}")
THEIRS = Both("Kunden: {answer}", "Kunden: {answer}")
ANSWER_FOR = Both("Svar for {name}", "Svar for {name}")
NOT_ANSWERED = Both("ikke svart", "ikkje svart")
ANSWERED_OTHERWISE = Plural(
    (
        "{n}\u00a0kunde svarte noe annet før HPAS svarte for dem",
        "{n}\u00a0kunder svarte noe annet før HPAS svarte for dem",
    ),
    (
        "{n}\u00a0kunde svarte noko anna før HPAS svarte for dei",
        "{n}\u00a0kundar svarte noko anna før HPAS svarte for dei",
    ),
)
NO_LONGER_COUNT = Both(
    "Svarene teller ikke lenger. De kan vise noe dere ikke visste.",
    "Svara tel ikkje lenger. Dei kan vise noko de ikkje visste.",
)
AND_MORE = Both("Og {n} til.", "Og {n} til.")
