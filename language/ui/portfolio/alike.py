"""What many of the pages about all customers say alike: what is counted, and what columns and choices are called."""

from language.both import Both, Plural

CUSTOMERS = Plural(("{n}\u00a0kunde", "{n}\u00a0kunder"), ("{n}\u00a0kunde", "{n}\u00a0kundar"))
HARD_STOPS = Plural(("{n}\u00a0stoppkrav", "{n}\u00a0stoppkrav"), ("{n}\u00a0stoppkrav", "{n}\u00a0stoppkrav"))
MORE = Both("{n} til", "{n} til")

CUSTOMER = Both("Kunde", "Kunde")
CUSTOMER_COUNT = Both("Kunder", "Kundar")
CUSTOMER_TYPE = Both("Kundetype", "Kundetype")
TOPIC = Both("Tema", "Tema")
QUESTION = Both("Spørsmål", "Spørsmål")
HARD_STOP = Both("Stoppkrav", "Stoppkrav")
YES = Both("ja", "ja")
VERDICT = Both("Konklusjon", "Konklusjon")
GO_LIVE = Both("Oppstart", "Oppstart")
DUE = Both("Frist", "Frist")
DAY = Both("Dag", "Dag")
DAYS_LEFT = Both("Dager til oppstart", "Dagar til oppstart")
IN_PLACE = Both("På plass", "På plass")
EXPECTED = Both("Forventet", "Venta")
WHO = Both("Hvem", "Kven")
WHAT = Both("Hva", "Kva")
NOW = Both("Nå", "No")
FROM = Both("Fra", "Frå")
MARKED = Both("Merket", "Merkt")
SHARE = Both("Andel", "Del")
LOWER = Both("Nedre fjerdedel", "Nedre fjerdedel")
MIDDLE = Both("Midterste", "Midtarste")
UPPER = Both("Øvre fjerdedel", "Øvre fjerdedel")

ALL = Both("Alle", "Alle")
EVERYTHING = Both("Alt", "Alt")
WHICH_PART = Both("Hva vil du se?", "Kva vil du sjå?")
CHOOSE_CUSTOMER = Both("Velg en kunde", "Vel ein kunde")
DEMO = Both(
    ":material/science: **Demodata.** Kundene er oppdiktet.", ":material/science: **Demodata.** Kundane er oppdikta."
)
NO_GO_LIVE = Both("Ingen kunder har dato for oppstart ennå.", "Ingen kundar har dato for oppstart enno.")
SHOW_HISTORY = Both("Vis oppstarter som har vært (historie)", "Vis oppstartar som har vore (historie)")
OUR_READING = Both(
    "Historien er vår lesning av sluttrapporten, gjort etterpå. Det meste er ukjent, så linjene viser det minste som kan ha vært på plass.",
    "Historia er vår lesing av sluttrapporten, gjord etterpå. Det meste er ukjent, så linjene viser det minste som kan ha vore på plass.",
)
WHOLE_FIGURE = Both("{n} %", "{n} %")
