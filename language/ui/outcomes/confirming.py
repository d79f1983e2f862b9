"""What is said of a start: asked when the day is past, said, corrected or taken back."""

from language.both import Both

DID_YOU_START = Both("Startet dere {day}?", "Starta de {day}?")
NOT_CONFIRMED = Both(
    "Datoen er passert for {ago} siden, og ingen har bekreftet oppstarten. Konklusjonen under gjelder til den "
    "er bekreftet, eller til en ny dato er satt.",
    "Datoen er passert for {ago} sidan, og ingen har stadfesta oppstarten. Konklusjonen under gjeld til han "
    "er stadfesta, eller til ein ny dato er sett.",
)
WHO_CONFIRMS = Both(
    "Prosjektlederen hos dere eller HPAS bekrefter oppstarten.",
    "Prosjektleiaren hos dykk eller HPAS stadfestar oppstarten.",
)
DID_NOT_START = Both(
    "**Startet dere ikke?** Da må en ny dato settes. {what_to_do}",
    "**Starta de ikkje?** Då må ein ny dato setjast. {what_to_do}",
)
DAY_STARTED = Both("Dagen dere faktisk startet", "Dagen de faktisk starta")
YES = Both("Ja, vi har startet", "Ja, vi har starta")
CONFIRMED = Both("Oppstarten er bekreftet.", "Oppstarten er stadfesta.")
NO_DATE = Both("Datoen for oppstart er ikke satt. {what_to_do}", "Datoen for oppstart er ikkje sett. {what_to_do}")
TODAY = Both("Starter dere i dag?", "Startar de i dag?")
NOT_YET = Both(
    "Oppstarten er satt til {day}. Når dagen er kommet, bekrefter dere her at dere startet. "
    "Så spør vi hvordan det gikk 7, 30 og 90 dager etter.",
    "Oppstarten er sett til {day}. Når dagen er komen, stadfestar de her at de starta. "
    "Så spør vi korleis det gjekk 7, 30 og 90 dagar etter.",
)
IN_USE = Both("**I bruk siden {day}**.", "**I bruk sidan {day}**.")
IN_USE_AFTER = Both(
    "**I bruk siden {day}**, {late} etter datoen som var satt.",
    "**I bruk sidan {day}**, {late} etter datoen som var sett.",
)
IN_USE_BEFORE = Both(
    "**I bruk siden {day}**, {late} før datoen som var satt.", "**I bruk sidan {day}**, {late} før datoen som var sett."
)
MEND_OR_TAKE_BACK = Both(
    "Rett dagen, eller si at dere ikke har startet", "Rett dagen, eller sei at de ikkje har starta"
)
DAY = Both("Dagen dere startet", "Dagen de starta")
WHY = Both("Hvorfor stemmer ikke det som står?", "Kvifor stemmer ikkje det som står?")
MEND = Both("Rett dagen", "Rett dagen")
NOT_STARTED = Both("Vi har ikke startet", "Vi har ikkje starta")
MENDED = Both("Dagen er rettet.", "Dagen er retta.")
TAKEN_BACK = Both(
    "Bekreftelsen er tatt tilbake. Nå må en ny dato settes.",
    "Stadfestinga er teken tilbake. No må ein ny dato setjast.",
)
SAID_STARTED = Both("{at}, {name}: startet {day}", "{at}, {name}: starta {day}")
SAID_NOT_STARTED = Both("{at}, {name}: ikke startet", "{at}, {name}: ikkje starta")
