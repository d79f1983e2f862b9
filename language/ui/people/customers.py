"""What is said of one customer on HPAS's page, and of the yearly review of who has access."""

from language.both import Both, Plural

ADD_INVENTED = Both("Legg til en oppdiktet kunde", "Legg til ein oppdikta kunde")
ADD_ONE = Both("Legg til en kunde", "Legg til ein kunde")
ALL_INVENTED = Both(
    "I demoen er alle kunder oppdiktet, og det står på alt som hentes ut. Skal Klarsjekk brukes for en virkelig kunde uten "
    "innlogging, begynner dere med en tom database: «DATABASE_URL=sqlite:///data/egen.db make app».",
    "I demoen er alle kundar oppdikta, og det står på alt som blir henta ut. Skal Klarsjekk brukast for ein verkeleg kunde "
    "utan innlogging, byrjar de med ein tom database: «DATABASE_URL=sqlite:///data/egen.db make app».",
)
NAME = Both("Navn", "Namn")
TYPE = Both("Type", "Type")
GO_LIVE_IF_DECIDED = Both("Oppstart, hvis den er bestemt", "Oppstart, dersom han er bestemt")
ADD = Both("Legg til", "Legg til")
ADDED = Both("Kunden er lagt til.", "Kunden er lagd til.")
ONE_CUSTOMER = Both("Én kunde", "Éin kunde")
PICK = Both(
    "Oppstart, historikk og tilgang for en av kundene i tabellen",
    "Oppstart, historikk og tilgang for ein av kundane i tabellen",
)
CHOOSE = Both("Velg kunde", "Vel kunde")
GO_LIVE = Both("Oppstart", "Oppstart")
WHY_MOVED = Both("Hvorfor flyttes den?", "Kvifor blir han flytta?")
SEEN = Both("Kunden ser det der datoen står.", "Kunden ser det der datoen står.")
MOVE = Both("Flytt oppstarten", "Flytt oppstarten")
MOVED = Both(
    "Datoen er lagret. Alle frister regnes fra den nye datoen.",
    "Datoen er lagra. Alle fristar blir rekna frå den nye datoen.",
)
TIMES_MOVED = Plural(
    ("Datoen er flyttet {n}\u00a0gang:", "Datoen er flyttet {n}\u00a0ganger:"),
    ("Datoen er flytta {n}\u00a0gong:", "Datoen er flytta {n}\u00a0gonger:"),
)
ONE_MOVE = Both("- {when}: fra {before} til {after}{why}", "- {when}: frå {before} til {after}{why}")
NO_DAY = Both("ingen dato", "ingen dato")
REVIEW = Both("Gjennomgang av tilganger", "Gjennomgang av tilgangar")
ABOUT_REVIEW = Both(
    "Alle som har eller har hatt tilgang. Gå gjennom listen minst én gang i året, og fjern dem som har sluttet.",
    "Alle som har eller har hatt tilgang. Gå gjennom lista minst éin gong i året, og fjern dei som har slutta.",
)
