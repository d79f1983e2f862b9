"""What Oversikt says on the first day, before anything is answered."""

from language.both import Both, Plural

BEGIN = Both("Slik begynner dere", "Slik byrjar de")
THE_DAY = Both("1. Datoen for oppstart", "1. Datoen for oppstart")
WHO_KNOWS = Both("2. Hvem som vet svarene", "2. Kven som veit svara")
HOW_LONG = Both("3. Hvor lang tid det tar", "3. Kor lang tid det tek")
FILLING_IN = Both(
    "{takes} Å fylle ut det som er funnet, tar {minutes} i alt. "
    "Hvert svar lagres med en gang, så dere kan ta det i flere omganger.",
    "{takes} Å fylle ut det som er funne, tek {minutes} i alt. "
    "Kvart svar blir lagra med ein gong, så de kan ta det i fleire omgangar.",
)
ANSWER_NOW = Both("Svar på det du vet nå", "Svar på det du veit no")
USUALLY = Both(
    "Å samle tallene og svarene tar vanligvis en til to uker.", "Å samle tala og svara tek vanlegvis ei til to veker."
)
OR_THE_SHORT = Both(
    "Eller begynn med kortversjonen: {questions}, {minutes} å fylle ut, og en foreløpig konklusjon. "
    "Svarene gjelder i hele skjemaet.",
    "Eller start med kortversjonen: {questions}, {minutes} å fylle ut, og ein førebels konklusjon. "
    "Svara gjeld i heile skjemaet.",
)
NO_DATE = Both(
    "Datoen er ikke satt ennå. {what_to_do} Dere kan svare nå, men det som haster, vises først når den er satt.",
    "Datoen er ikkje sett enno. {what_to_do} De kan svare no, men det som hastar, kjem først fram når han er sett.",
)
DATE_IS_OWN = Both(
    "{day}, {days_left}. Stemmer den ikke, rett den under «Tilgang».",
    "{day}, {days_left}. Stemmer han ikkje, rett han under «Tilgang».",
)
DATE_IS_HPAS = Both(
    "{day}, {days_left}. Stemmer den ikke, si fra til HPAS.", "{day}, {days_left}. Stemmer han ikkje, sei frå til HPAS."
)
BY_ROLE = Both(
    "{questions} er fordelt på {roles}. De som har rollene hos dere, vet mest av svarene:",
    "{questions} er fordelte på {roles}. Dei som har rollene hos dykk, veit mest av svara:",
)
ROLES = Plural(("{n}\u00a0rolle", "{n}\u00a0roller"), ("{n}\u00a0rolle", "{n}\u00a0roller"))
HAND_OUT = Both("Del ut spørsmålene", "Del ut spørsmåla")
