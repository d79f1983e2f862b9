"""What the way of a vurderingsfil into HPAS says."""

from language.both import Both, Plural

TITLE = Both("Hent inn en vurderingsfil", "Hent inn ei vurderingsfil")
NOTHING_SAVED = Both("Ingenting er lagret.", "Ingenting er lagra.")
ABOUT = Both(
    "En kunde som bruker Klarsjekk på egen maskin, sender alt som én fil. Du ser hvem den er fra og hva den har, før noe "
    "lagres. Historikken følger med, og samme fil kan hentes inn flere ganger.",
    "Ein kunde som brukar Klarsjekk på eiga maskin, sender alt som éi fil. Du ser kven ho er frå og kva ho har, før noko "
    "blir lagra. Historikken følgjer med, og same fil kan hentast inn fleire gonger.",
)
FILE = Both("Vurderingsfil", "Vurderingsfil")
UNUSABLE = Both(
    "Filen kan ikke brukes. {why} Ingenting er lagret.",
    "Fila kan ikkje brukast. {why} Ingenting er lagra.",
)
NOTHING_NEW = Both("Filen har ikke noe nytt.", "Fila har ikkje noko nytt.")
TAKE_IN = Both("Hent inn", "Hent inn")
ADD_AND_TAKE_IN = Both("Legg til kunden og hent inn", "Legg til kunden og hent inn")
KNOWN = Both("Kunden er her fra før.", "Kunden er her frå før.")
UNKNOWN = Both(
    "Kunden er **ikke her fra før**, og blir lagt til.",
    "Kunden er **ikkje her frå før**, og blir lagd til.",
)
ANSWERED = Plural(
    (
        "{answered} av {n}\u00a0spørsmål er besvart i filen.",
        "{answered} av {n}\u00a0spørsmål er besvart i filen.",
    ),
    (
        "{answered} av {n}\u00a0spørsmål har svar i fila.",
        "{answered} av {n}\u00a0spørsmål har svar i fila.",
    ),
)
NEW_HERE = Both("Nytt her: {brought}.", "Nytt her: {brought}.")
FIELDS = Plural(
    ("{n}\u00a0felt i svarene får nytt innhold.", "{n}\u00a0felt i svarene får nytt innhold."),
    ("{n}\u00a0felt i svara får nytt innhald.", "{n}\u00a0felt i svara får nytt innhald."),
)
QUESTION = Both("Spørsmål", "Spørsmål")
FIELD = Both("Felt", "Felt")
NOW = Both("Nå", "No")
WILL_BE = Both("Blir", "Blir")
TABLE = Both("Endringene filen har", "Endringane fila har")
LINES = Plural(
    ("{n}\u00a0linje i historikken", "{n}\u00a0linjer i historikken"),
    ("{n}\u00a0linje i historikken", "{n}\u00a0linjer i historikken"),
)
ACTIONS = Plural(("{n}\u00a0tiltak", "{n}\u00a0tiltak"), ("{n}\u00a0tiltak", "{n}\u00a0tiltak"))
WAIVERS = Plural(
    ("{n}\u00a0forslag om unntak", "{n}\u00a0forslag om unntak"),
    ("{n}\u00a0forslag om unntak", "{n}\u00a0forslag om unntak"),
)
SNAPSHOTS = Plural(("{n}\u00a0innsending", "{n}\u00a0innsendinger"), ("{n}\u00a0innsending", "{n}\u00a0innsendingar"))
FACTS = Plural(
    ("{n}\u00a0tall om virksomheten", "{n}\u00a0tall om virksomheten"),
    ("{n}\u00a0tal om verksemda", "{n}\u00a0tal om verksemda"),
)
OUTCOMES = Plural(
    ("{n}\u00a0tall etter oppstart", "{n}\u00a0tall etter oppstart"),
    ("{n}\u00a0tal etter oppstart", "{n}\u00a0tal etter oppstart"),
)
FINDINGS = Plural(
    ("{n}\u00a0svar på «Henger svarene sammen?»", "{n}\u00a0svar på «Henger svarene sammen?»"),
    ("{n}\u00a0svar på «Heng svara saman?»", "{n}\u00a0svar på «Heng svara saman?»"),
)
PHASES = Plural(
    (
        "{n}\u00a0retting av datoene for bygging, test og opplæring",
        "{n}\u00a0rettinger av datoene for bygging, test og opplæring",
    ),
    (
        "{n}\u00a0retting av datoane for bygging, test og opplæring",
        "{n}\u00a0rettingar av datoane for bygging, test og opplæring",
    ),
)
STARTED = Both("at kunden startet {day}", "at kunden starta {day}")
NO_ANSWERS = Both("ingen svar ennå", "ingen svar enno")
STORED = Both("{name} er hentet inn: {brought}.", "{name} er henta inn: {brought}.")
