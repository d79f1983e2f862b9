"""What one wave says, and moving it."""

from language.both import Both, Plural

KNOW_TOO_LITTLE = Both("**Vi vet ikke nok om:** {names}.", "**Vi veit ikkje nok om:** {names}.")
DECISIONS = Both("**Beslutninger:** {told}.", "**Avgjerder:** {told}.")
FALLEN_ARE = Both("**Beslutninger:** {told}. Det er {names}.", "**Avgjerder:** {told}. Det er {names}.")
AND_MORE = Plural(
    ("{first} og {n}\u00a0kunde til", "{first} og {n}\u00a0kunder til"),
    ("{first} og {n}\u00a0kunde til", "{first} og {n}\u00a0kundar til"),
)
NO_DAY_KNOWN = Both(
    "Det er svart på for lite til å si hvilken dato som holder for alle.",
    "Det er svart på for lite til å seie kva dato som held for alle.",
)
AS_SET = Both(
    "**Tidligste forsvarlige dato for alle:** datoen som er satt.",
    "**Tidlegaste forsvarlege dato for alle:** datoen som er sett.",
)
EARLIEST = Both(
    "**Tidligste forsvarlige dato for alle:** {day}. {who} avgjør, med «{title}».",
    "**Tidlegaste forsvarlege dato for alle:** {day}. {who} avgjer, med «{title}».",
)
NO_STOPS = Both(
    "Ingen stoppkrav er kjent for ikke å rekke datoen.", "Det er ikkje kjent at noko stoppkrav ikkje rekk datoen."
)
LATE_STOPS = Both("Stoppkrav som ikke rekker datoen", "Stoppkrav som ikkje rekk datoen")
MOST_SHOWN = Both(
    "De {most} kundene med flest av {all} vises. «Antall» teller alle.",
    "Dei {most} kundane med flest av {all} er med. «Tal» tel alle.",
)
MANY = Both("Antall", "Antal")
STOPS_DESCRIBED = Both(
    "Temaene med stoppkrav som ikke rekker datoen, med {mark} hos kundene det gjelder",
    "Temaa med stoppkrav som ikkje rekk datoen, med {mark} hos kundane det gjeld",
)
TRY = Both("Prøv en annen dag", "Prøv ein annan dag")
NEW_DAY = Both("Ny oppstart for hele bølgen", "Ny oppstart for heile bølgja")
TYPE_A_DAY = Both(
    "Skriv en dag, og se hva som skjer med alle. Ingenting lagres før du bekrefter.",
    "Skriv ein dag, og sjå kva som skjer med alle. Ingenting blir lagra før du stadfestar.",
)
ADMIN_MOVES = Both("En administrator i HPAS kan flytte bølgen.", "Ein administrator i HPAS kan flytte bølgja.")
STOPS_AFTER = Plural(
    (
        "Med oppstart {to} i stedet for {was}: {n}\u00a0stoppkrav rekker ikke datoen, mot {before} nå.",
        "Med oppstart {to} i stedet for {was}: {n}\u00a0stoppkrav rekker ikke datoen, mot {before} nå.",
    ),
    (
        "Med oppstart {to} i staden for {was}: {n}\u00a0stoppkrav rekk ikkje datoen, mot {before} no.",
        "Med oppstart {to} i staden for {was}: {n}\u00a0stoppkrav rekk ikkje datoen, mot {before} no.",
    ),
)
WOULD_FALL = Plural(
    (
        "- {n}\u00a0beslutning gjelder ikke lenger hvis dere flytter.",
        "- {n}\u00a0beslutninger gjelder ikke lenger hvis dere flytter.",
    ),
    (
        "- {n}\u00a0avgjerd gjeld ikkje lenger om de flyttar.",
        "- {n}\u00a0avgjerder gjeld ikkje lenger om de flyttar.",
    ),
)
AFTER = Both("Etter", "Etter")
STOPS_NOW = Both("Stoppkrav nå", "Stoppkrav no")
STOPS_THEN = Both("Stoppkrav etter", "Stoppkrav etter")
AFTER_DESCRIBED = Both(
    "Kundene i bølgen med konklusjon og stoppkrav nå og etter flyttingen",
    "Kundane i bølgja med konklusjon og stoppkrav no og etter flyttinga",
)
MARK = Both("{day}: {marks}", "{day}: {marks}")
NOT_MARKED = Both("ikke lenger merket", "ikkje lenger merkt")
NOBODY_STARTS = Both("ingen starter da", "ingen startar då")
OVER = Both("Over 100 prosent: {what}", "Over 100 prosent: {what}")
NO_LONGER_OVER = Both("Ikke lenger over 100 prosent: {what}", "Ikkje lenger over 100 prosent: {what}")
SHARED_ROLES = Both("**Delte roller**", "**Delte roller**")
SAME_ROLES = Both(
    "**Delte roller:** flyttingen endrer ikke hvem som er satt opp for mye.",
    "**Delte roller:** flyttinga endrar ikkje kven som er sett opp for mykje.",
)
MORE_ROLES = Both("og {n} til. Alle står under «Delte roller».", "og {n} til. Alle står under «Delte roller».")
WHY = Both("Hvorfor flyttes oppstarten?", "Kvifor blir oppstarten flytta?")
MOVE = Plural(
    ("Flytt {n}\u00a0kunde til {day}", "Flytt {n}\u00a0kunder til {day}"),
    ("Flytt {n}\u00a0kunde til {day}", "Flytt {n}\u00a0kundar til {day}"),
)
MOVED = Plural(
    ("{n}\u00a0kunde starter nå {day}.", "{n}\u00a0kunder starter nå {day}."),
    ("{n}\u00a0kunde startar no {day}.", "{n}\u00a0kundar startar no {day}."),
)
