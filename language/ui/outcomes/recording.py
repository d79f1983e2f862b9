"""What recording the figures after the start says."""

from language.both import Both, Plural, Words

# The keys are the sides of `service.outcomes.figures`.
WHOSE = Words({"customer": "Kunden", "hpas": "HPAS"})
HOW_DID_IT_GO = Both("Hvordan gikk det?", "Korleis gjekk det?")
HOW_RECORDED = Both(
    "7, 30 og 90 dager etter oppstart fører dere hvordan det gikk. «Vet ikke» er et svar, og er ikke det samme som 0. "
    "Ingenting blir slettet: det dere retter, står i historikken.",
    "7, 30 og 90 dagar etter oppstart fører de korleis det gjekk. «Veit ikkje» er eit svar, og er ikkje det same som 0. "
    "Ingenting blir sletta: det de rettar, står i historikken.",
)
CAN_BE_GIVEN = Both("Kan føres fra {day}. Da spør vi om:", "Kan førast frå {day}. Då spør vi om:")
ROUND = Both("**{days} dager etter oppstart**: {given}", "**{days} dagar etter oppstart**: {given}")
GIVEN = Both("{answered} av {all} ført", "{answered} av {all} førte")
GIVEN_LATE = Both("{answered} av {all} ført, {late} over tiden", "{answered} av {all} førte, {late} over tida")
FROM = Both("fra {day}", "frå {day}")
SAVE = Both("Lagre", "Lagre")
FIGURE = Both("{title}, {unit}", "{title}, {unit}")
FIGURE_OF_HPAS = Both("HPAS' tall for {title}, {unit}", "HPAS' tal for {title}, {unit}")
NOT_KNOWN = Both("Vet ikke", "Veit ikkje")
REMARK_TO = Both("Merknad til {title}", "Merknad til {title}")
REMARK_OF_HPAS_TO = Both("HPAS' merknad til {title}", "HPAS' merknad til {title}")
REMARK = Both("Merknad", "Merknad")
VIEW_OF_HPAS = Both("HPAS' syn", "HPAS' syn")
WENT_WRONG = Both("Gikk galt", "Gjekk gale")
WRONG_UPWARDS = Both("{help} Galt fra {edge} og oppover.", "{help} Gale frå {edge} og oppover.")
WRONG_DOWNWARDS = Both("{help} Galt fra {edge} og nedover.", "{help} Gale frå {edge} og nedover.")
SAID_NOT_KNOWN = Both("vet ikke", "veit ikkje")
NO_FIGURE = Both("ikke noe tall", "ikkje noko tal")
SAVED = Plural(
    ("{n}\u00a0måling er lagret.", "{n}\u00a0målinger er lagret."),
    ("{n}\u00a0måling er lagra.", "{n}\u00a0målingar er lagra."),
)
NOTHING_CHANGED = Both("Ingenting var endret.", "Ingenting var endra.")
ABOUT = Both("«{title}»: {problem}", "«{title}»: {problem}")
SHOW_HISTORY = Both("Vis historikken", "Vis historikken")
TAKEN_AWAY = Both("tatt bort", "tatt bort")
