"""What the queue of reviews says."""

from language.both import Both, Plural, Words

# The keys are the columns of the table.
HEADINGS = Words(
    {
        "customer": "Kunde",
        "waited": ("Ventet", "Venta"),
        "news": ("Nytt siden sist", "Nytt sidan sist"),
        "stops": "Stoppkrav",
        "reviewers": ("Kvalitetssikrer", "Kvalitetssikrar"),
        "go_live": "Oppstart",
        "sent": ("Sendt inn", "Sendt inn"),
        "type": "Type",
    }
)
# The number is put in by the browser.
DAYS_WAITED = Both("%d dager", "%d dagar")
SEARCH = Both("Søk etter kunde eller kvalitetssikrer", "Søk etter kunde eller kvalitetssikrar")
OPEN_OLDEST = Both("Åpne den som har ventet lengst", "Opne den som har venta lengst")
OPEN_OLDEST_HERE = Both("Åpne den som har ventet lengst på siden", "Opne den som har venta lengst på sida")
NOTHING_DONE = Both("Ingenting er ferdig vurdert ennå.", "Ingenting er ferdig vurdert enno.")
NOTHING_WAITS = Both("Ingenting venter på kvalitetssikring.", "Ingenting ventar på kvalitetssikring.")
FOUND = Both("{n} av {all} passer til søket.", "{n} av {all} passar til søket.")
GIVEN_BACK = Plural(
    (
        "{n}\u00a0vurdering er gitt tilbake, den siste først. Velg en rad for å åpne den.",
        "{n}\u00a0vurderinger er gitt tilbake, den siste først. Velg en rad for å åpne den.",
    ),
    (
        "{n}\u00a0vurdering er gitt tilbake, den siste først. Vel ei rad for å opne henne.",
        "{n}\u00a0vurderingar er gitt tilbake, den siste først. Vel ei rad for å opne henne.",
    ),
)
WAITING = Plural(
    (
        "{n}\u00a0vurdering venter, den eldste først. Velg en rad for å åpne den.",
        "{n}\u00a0vurderinger venter, den eldste først. Velg en rad for å åpne den.",
    ),
    (
        "{n}\u00a0vurdering ventar, den eldste først. Vel ei rad for å opne henne.",
        "{n}\u00a0vurderingar ventar, den eldste først. Vel ei rad for å opne henne.",
    ),
)
TABLE = Both(
    "Vurderinger med kunde, oppstart, hvor lenge de har ventet, hvem som ser på dem, og hva som er nytt",
    "Vurderingar med kunde, oppstart, kor lenge dei har venta, kven som ser på dei, og kva som er nytt",
)
ABOUT_STOPS = Both(
    "«Stoppkrav» er hvor mange stoppkrav som ikke rekker datoen etter kundens egne svar. Tomt betyr for få svar.",
    "«Stoppkrav» er kor mange stoppkrav som ikkje rekk datoen etter kunden sine eigne svar. Tomt tyder for få svar.",
)
NOT_BEGUN = Both("{name}, ikke begynt", "{name}, ikkje i gang")
NOBODY_YET = Both("ingen ennå", "ingen enno")
FIRST_TIME = Both("første gang", "første gong")
NOTHING_CHANGED = Both("ingenting endret", "ingenting endra")
CHANGED = Both("{n} endret", "{n} endra")
CHANGED_FOR_WORSE = Both("{n} endret, {worse} dårligere", "{n} endra, {worse} dårlegare")
OPEN_ONE = Both("Åpne en på siden", "Opne ei på sida")
CHOOSE_CUSTOMER = Both("Velg en kunde", "Vel ein kunde")
