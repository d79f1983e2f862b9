"""Words of answers that nobody has stood by for a long time."""

from language.both import Both, Plural

MUST_BE_CONFIRMED = Both("må bekreftes", "må stadfestast")
STILL_TRUE = Both("Stemmer fortsatt", "Stemmer framleis")
LAST_CONFIRMED = Both("Sist bekreftet {day}.", "Sist stadfesta {day}.")
LAPSED = Both(
    "Sist bekreftet {day}. Det er så lenge siden at stoppkravet teller som ikke besvart.",
    "Sist stadfesta {day}. Det er så lenge sidan at stoppkravet tel som utan svar.",
)
HPAS_MUST_CONFIRM = Both(
    "HPAS bekreftet det sist {day}. HPAS må bekrefte det.", "HPAS stadfesta det sist {day}. HPAS må stadfeste det."
)
HPAS_LAPSED = Both(
    "HPAS bekreftet det sist {day}. Det er så lenge siden at det ikke teller.",
    "HPAS stadfesta det sist {day}. Det er så lenge sidan at det ikkje tel.",
)
OLD = Plural(
    (
        "{n}\u00a0svar må bekreftes: det er lenge siden noen så på det.",
        "{n}\u00a0svar må bekreftes: det er lenge siden noen så på dem.",
    ),
    (
        "{n}\u00a0svar må stadfestast: det er lenge sidan nokon såg på det.",
        "{n}\u00a0svar må stadfestast: det er lenge sidan nokon såg på dei.",
    ),
)
OLD_STOP = Both(
    "{old} Det er et stoppkrav, og teller som ikke besvart.", "{old} Det er eit stoppkrav, og tel som utan svar."
)
OLD_STOPS = Both(
    "{old} {n} av dem er stoppkrav som teller som ikke besvart.",
    "{old} {n} av dei er stoppkrav som tel som utan svar.",
)
