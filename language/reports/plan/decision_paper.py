"""What the paper for who decides about one customer is called, and what its parts are called."""

from language.both import Both

TITLE = Both("Beslutningsgrunnlag: {customer}", "Avgjerdsgrunnlag: {customer}")
HEADING = Both("Beslutningsgrunnlag", "Avgjerdsgrunnlag")
ORG_NUMBER = Both("Organisasjonsnummer {number}", "Organisasjonsnummer {number}")
PROPOSAL = Both("Forslag til vedtak for {who}", "Forslag til vedtak for {who}")
CONCLUSION = Both("Konklusjon", "Konklusjon")
DATE = Both("Datoen", "Datoen")
ALTERNATIVES = Both("Alternativene", "Alternativa")
ALTERNATIVES_HEAD = (Both("Alternativ", "Alternativ"), Both("Hva det betyr", "Kva det vil seie"))
PROPOSED = Both("{name} (foreslås)", "{name} (foreslått)")
FIGURES = Both("På plass mot forventet", "På plass mot venta")
ABOUT_FIGURES = Both(
    "Søylen er det som er på plass nå, i prosent. Streken er det som er forventet nå.",
    "Søyla er det som er på plass no, i prosent. Streken er det som er venta no.",
)
FIGURES_HEAD = (
    Both("Hva", "Kva"),
    Both("Nå", "No"),
    Both("På plass", "På plass"),
    Both("Forventet", "Venta"),
    Both("Mulig", "Mogleg"),
    Both("Svargrad", "Svargrad"),
    Both("Mot planen", "Mot planen"),
)
CHECKSUM = Both("kontrollsum {checksum}", "kontrollsum {checksum}")
AS_OF = Both("Per", "Per")
GO_LIVE = Both("Oppstart", "Oppstart")
NOT_SET = Both("ikke satt", "ikkje sett")
LEFT = Both("Igjen", "Igjen")
AND_MORE = Both("{named}, og {n} til", "{named}, og {n} til")
ABOUT = Both("{reason} Det gjelder: {about}.", "{reason} Det gjeld: {about}.")
NO_DATE = Both(
    "Det mangler en dato for oppstart, og da kan det ikke trekkes noen konklusjon.",
    "Det manglar ein dato for oppstart, og då kan det ikkje trekkjast nokon konklusjon.",
)
