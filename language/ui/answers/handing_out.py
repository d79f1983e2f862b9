"""What Fordeling says: who has which questions, and who has not begun."""

from language.both import Both

NOBODY = Both("Velg, eller skriv et navn", "Vel, eller skriv eit namn")
HANDED_OUT = Both("{given} av {all} spørsmål er delt ut", "{given} av {all} spørsmål er delte ut")
NOT_BEGUN = Both("**Ikke begynt:** {names}.", "**Ikkje byrja:** {names}.")
ALL_BEGUN = Both("Alle som har fått spørsmål, er i gang.", "Alle som har fått spørsmål, er i gang.")
GIVEN_TO = Both("{role} gis til", "{role} går til")
SINGLES = Both("Enkeltspørsmål, lenke og fil", "Enkeltspørsmål, lenkje og fil")
THOSE_WHO_HAVE = Both("De som har fått spørsmål", "Dei som har fått spørsmål")
NONE_YET = Both(
    "Ingen ennå. Gi en rolle til noen over, så står de her med lenke, fil og tekst til e-post.",
    "Ingen enno. Gi ei rolle til nokon over, så står dei her med lenkje, fil og tekst til e-post.",
)
IDLE = Both(" · ikke begynt", " · ikkje byrja")
TOOLS = Both("Lenke, fil og e-post", "Lenkje, fil og e-post")
HISTORY = Both("Hva som er delt ut og tatt tilbake", "Kva som er delt ut og tatt tilbake")
LATEST = Both("De {n} siste av {all} vises.", "Dei {n} siste av {all} er med.")
GAVE = Both(
    "**{at}**, {by} ga {questions} til {name}: {titles}.", "**{at}**, {by} gav {questions} til {name}: {titles}."
)
TOOK_BACK = Both(
    "**{at}**, {by} tok tilbake {questions}: {titles}.", "**{at}**, {by} tok tilbake {questions}: {titles}."
)
MORE = Both("{n} til", "{n} til")
PROGRESS = Both("{answered} av {questions} besvart", "{answered} av {questions} har svar")
HAS = Both("{name} har {n}", "{name} har {n}")
NOT_GIVEN = Both(" · {n} er ikke delt ut", " · {n} er ikkje delte ut")
NOW_WITH = Both("{questions} er gitt til {name}.", "{questions} er gitt til {name}.")
NO_LONGER = Both("{questions} er ikke lenger delt ut.", "{questions} er ikkje lenger delt ut.")
