"""What the files of what happened after the starts are called, and what is in them."""

from language.both import Both

OUTCOMES = Both("Etter oppstart", "Etter oppstart")
ABOUT_OUTCOMES = Both(
    "Hvordan det gikk 7, 30 og 90 dager etter oppstart, med HPAS' syn ved siden av.",
    "Korleis det gjekk 7, 30 og 90 dagar etter oppstart, med HPAS' syn ved sida av.",
)
ALL_OUTCOMES = Both("Etter oppstart hos alle", "Etter oppstart hos alle")
ABOUT_ALL_OUTCOMES = Both(
    "Hvordan det gikk hos alle som har startet, 7, 30 og 90 dager etter.",
    "Korleis det gjekk hos alle som har starta, 7, 30 og 90 dagar etter.",
)
STARTED = Both("De som har startet", "Dei som har starta")
ABOUT_STARTED = Both(
    "Hva som ble sagt den dagen hver kunde startet, og hvor mye som gikk galt etterpå.",
    "Kva som blei sagt den dagen kvar kunde starta, og kor mykje som gjekk gale etterpå.",
)
FORESEEN = Both("Traff varslene?", "Trefte varsla?")
ABOUT_FORESEEN = Both(
    "Hvor ofte hvert tema så det komme, ropte ulv, ikke så det, eller var rolig, og hva det taler for.",
    "Kor ofte kvart tema såg det komme, ropte ulv, ikkje såg det, eller var roleg, og kva det taler for.",
)
