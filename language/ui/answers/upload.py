"""What the way of an answers file says: upload, preview, confirm."""

from language.both import Both, Plural, Words
from scoring.vocabulary import AnswerField

FIELDS = Words(
    {
        AnswerField.VALUE: "Svar",
        AnswerField.NOT_APPLICABLE: ("Ikke aktuelt fordi", "Ikkje aktuelt fordi"),
        AnswerField.WAITING_ON: ("Venter på", "Ventar på"),
        AnswerField.COMMENT: "Kommentar",
        AnswerField.EVIDENCE: "Dokumentasjon",
        AnswerField.NOT_KNOWN: ("Vet ikke ennå", "Veit ikkje enno"),
        AnswerField.DISAGREES: ("Uenig med HPAS fordi", "Ueinig med HPAS fordi"),
    }
)
# The keys are the effects of `service.answers.import_diff`.
EFFECTS = Words({"new": "nytt", "changed": ("endres", "blir endra"), "cleared": ("tømmes", "blir tømt")})
NOTHING_SAVED = Both("Ingenting er lagret.", "Ingenting er lagra.")
HOW = Both(
    "Last ned svarene, fyll ut i Excel, og hent filen inn igjen, som Excel-fil eller CSV. "
    "Du ser hva som blir endret før noe lagres.",
    "Last ned svara, fyll ut i Excel, og hent fila inn igjen, som Excel-fil eller CSV. "
    "Du ser kva som blir endra før noko blir lagra.",
)
FILE = Both("Fil med svar (Excel eller CSV)", "Fil med svar (Excel eller CSV)")
OLD_EXCEL = Both(
    "Filen er lagret i eldre tegnsett (æ, ø og å ser feil ut ellers)",
    "Fila er lagra i eldre teiknsett (æ, ø og å ser feil ut elles)",
)
REFUSED = Plural(
    (
        "Filen kan ikke brukes. {n}\u00a0feil å rette. Ingenting er lagret.",
        "Filen kan ikke brukes. {n}\u00a0feil å rette. Ingenting er lagret.",
    ),
    (
        "Fila kan ikkje brukast. {n}\u00a0feil å rette. Ingenting er lagra.",
        "Fila kan ikkje brukast. {n}\u00a0feil å rette. Ingenting er lagra.",
    ),
)
SAVE = Plural(
    ("Lagre {n}\u00a0endring", "Lagre {n}\u00a0endringer"), ("Lagre {n}\u00a0endring", "Lagre {n}\u00a0endringar")
)
FIELDS_IN_FILE = Both("Felt i filen: {parts}. {questions} er som før.", "Felt i fila: {parts}. {questions} er som før.")
NOT_IN_FILE = Plural(
    (
        "{n}\u00a0besvart spørsmål står ikke i filen, og blir som de er.",
        "{n}\u00a0besvarte spørsmål står ikke i filen, og blir som de er.",
    ),
    (
        "{n}\u00a0spørsmål med svar står ikkje i fila, og blir som det er.",
        "{n}\u00a0spørsmål med svar står ikkje i fila, og blir som dei er.",
    ),
)
CONFLICTS = Plural(
    (
        "{n}\u00a0felt er endret i Klarsjekk etter at filen ble lastet ned. De er merket i listen. "
        "Da står begges ord i listen: «Nå» er det som er skrevet i Klarsjekk. "
        "Lagrer du, gjelder filen, og det andre blir liggende i historikken.",
        "{n}\u00a0felt er endret i Klarsjekk etter at filen ble lastet ned. De er merket i listen. "
        "Da står begges ord i listen: «Nå» er det som er skrevet i Klarsjekk. "
        "Lagrer du, gjelder filen, og det andre blir liggende i historikken.",
    ),
    (
        "{n}\u00a0felt er endra i Klarsjekk etter at fila blei lasta ned. Det er merkt i lista. "
        "Då står orda til begge i lista: «No» er det som er skrive i Klarsjekk. "
        "Lagrar du, gjeld fila, og det andre blir liggjande i historikken.",
        "{n}\u00a0felt er endra i Klarsjekk etter at fila blei lasta ned. Dei er merkte i lista. "
        "Då står orda til begge i lista: «No» er det som er skrive i Klarsjekk. "
        "Lagrar du, gjeld fila, og det andre blir liggjande i historikken.",
    ),
)
NO_CHANGE = Both("Filen endrer ingenting.", "Fila endrar ingenting.")
PROPOSED = Both("Endringene filen foreslår", "Endringane fila foreslår")
ABOUT = Both("**Om virksomheten:**", "**Om verksemda:**")
NOT_FILLED_IN = Both("ikke fylt inn", "ikkje fylt inn")
FACT = Both("- {title}: {before} → {after}", "- {title}: {before} → {after}")
NOT_THEIRS = Both(
    "{questions} i filen er ikke delt ut til {whom}, og står urørt.",
    "{questions} i fila er ikkje delt ut til {whom}, og står urørt.",
)
MADE_FOR = Both("den filen er laget for", "den fila er laga for")
UNTOUCHED = Both("står urørt", "står urørt")
OF_OTHERS = Both("Det filen sier om andre spørsmål", "Det fila seier om andre spørsmål")
LINE = Both("Linje", "Linje")
CHANGED_AFTER = Both("Endret etterpå", "Endra etterpå")
YES = Both("ja", "ja")
QUESTION = Both("Spørsmål", "Spørsmål")
FIELD = Both("Felt", "Felt")
ROW = Both("Rad", "Rad")
WHAT = Both("Hva", "Kva")
NOW = Both("Nå", "No")
BECOMES = Both("Blir", "Blir")
SAVED = Plural(
    ("{n}\u00a0endring er lagret.", "{n}\u00a0endringer er lagret."),
    ("{n}\u00a0endring er lagra.", "{n}\u00a0endringar er lagra."),
)
