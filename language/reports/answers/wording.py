"""Words of answers, of what is missing and of what is expected when, each in the question's own unit."""

from language.both import Both, Plural, Words
from scoring.vocabulary import AnswerField

FIELD_NAMES = Words(
    {
        AnswerField.VALUE: "svar",
        AnswerField.NOT_APPLICABLE: ("ikke aktuelt", "ikkje aktuelt"),
        AnswerField.WAITING_ON: ("venter på", "ventar på"),
        AnswerField.COMMENT: "kommentar",
        AnswerField.EVIDENCE: "dokumentasjon",
        AnswerField.NOT_KNOWN: ("vet ikke ennå", "veit ikkje enno"),
        AnswerField.DISAGREES: ("uenig med HPAS fordi", "ueinig med HPAS fordi"),
    }
)
YES = Both("ja", "ja")
NO = Both("nei", "nei")
NOT_ANSWERED = Both("ikke svart", "ikkje svart")
NOT_APPLICABLE = Both("ikke aktuelt: {reason}", "ikkje aktuelt: {reason}")
TOO_OLD = Both("svaret er for gammelt", "svaret er for gammalt")
DO_AGAIN = Both("{value}, må gjøres på nytt", "{value}, må gjerast på nytt")

# What is missing.
LEVEL = Both("nivå\u00a0{level}", "nivå\u00a0{level}")
LEVEL_OF = Both("nivå\u00a0{level} av {target}", "nivå\u00a0{level} av {target}")
SHOULD_BE_YES = Both("nei, skal være ja", "nei, skal vere ja")
AMOUNT_SHOULD_BE = Both("{amount} {unit}, skal være {wanted}", "{amount} {unit}, skal vere {wanted}")
AMOUNT = Both("{amount} {unit}", "{amount} {unit}")
AT_LEAST = Both("minst {amount}", "minst {amount}")
AT_MOST = Both("høyst {amount}", "høgst {amount}")
PLANNED = Both("planlagt {day}", "planlagt {day}")
DEADLINE_IS = Both("{day}, fristen er {wanted}", "{day}, fristen er {wanted}")
TOO_LATE = Both("{day}, skulle vært {wanted} ({days} for sent)", "{day}, skulle ha vore {wanted} ({days} for seint)")
MORE_THAN_ALL = Both("{share}: det kan ikke være flere enn i alt", "{share}: det kan ikkje vere fleire enn i alt")
NUMBER_NOT_GIVEN = Both("antallet «{label}» er ikke oppgitt", "talet på «{label}» er ikkje oppgitt")
LACKING = Both("{lacking} av {all} {unit} mangler", "{lacking} av {all} {unit} manglar")
LACKING_TO_REACH = Both(
    "{lacking} av {all} {unit} mangler for å nå {share}", "{lacking} av {all} {unit} manglar for å nå {share}"
)
NUMBERS_LACKING = Both("tall mangler for {rows}", "tal manglar for {rows}")
ROWS_NOT_IN_PLACE = Both("{n} av {all} er ikke på plass: {rows}", "{n} av {all} er ikkje på plass: {rows}")
ROWS_UNDER = Both("{n} av {all} er under {share}: {rows}", "{n} av {all} er under {share}: {rows}")

# What is left towards a target, without the answer.
NOT_BEGUN = Both("det er ikke begynt eller ikke besvart", "det er ikkje byrja på eller ikkje svart på")
IT_AGAIN = Both("det må gjøres på nytt", "det må gjerast på nytt")
NOW_LEVEL = Both("nå nivå\u00a0{level} av {target}", "no nivå\u00a0{level} av {target}")
NOT_DONE = Both("det er ikke gjort", "det er ikkje gjort")
NOW_AMOUNT = Both("nå {amount} {unit}, skal være {wanted}", "no {amount} {unit}, skal vere {wanted}")
WEAKEST_IS = Both("svakeste rad er på {share}", "svakaste rad er på {share}")

# What is expected, and when.
NOTHING_BEFORE = Both("Ingenting forventes før {day}.", "Ingenting er venta før {day}.")
EXPECTED_NOW = Both("Nå forventes {step}.", "No er det venta {step}.")
EXPECTED_NOW_LACKING = Both("Nå forventes {step}: {lacking}.", "No er det venta {step}: {lacking}.")
AT_THE_LATEST = Both("senest {when}", "seinast {when}")
STEP_BY = Both("{step} innen {when}", "{step} innan {when}")
IN_EACH_ROW = Both("{share} i hver rad", "{share} i kvar rad")
BEFORE_START = Both("{days} før oppstart", "{days} før oppstart")
START = Both("oppstart", "oppstart")

# What is answered.
SHARE = Both("{done} av {all}", "{done} av {all}")
SHARE_IS = Both("{done} av {all} ({share})", "{done} av {all} ({share})")
ROWS_FILLED = Both("{n} av {all} rader er fylt ut", "{n} av {all} rader er fylte ut")
ROWS = Plural(("{n} rad", "{n} rader"), ("{n} rad", "{n} rader"))
MATRIX = Both("{share}, {rows}", "{share}, {rows}")
MATRIX_WEAKEST = Both("{share} i svakeste rad, {rows}", "{share} i svakaste rad, {rows}")
