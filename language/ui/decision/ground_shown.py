"""What is said of what a decision would be made on today."""

from language.both import Both, Words

# The keys are the groups of `ui.decision.ground_shown`.
GROUPS = Words(
    {
        "fails": ("rekker ikke datoen", "rekk ikkje datoen"),
        "late": ("er på etterskudd eller haster", "er på etterskot eller hastar"),
        "excepted": "har godkjent unntak",
        "left_out": ("er merket ikke aktuelt", "er merkte ikkje aktuelle"),
        "coming": "er i rute",
        "met": "er på plass",
    }
)
MARKS = Words(
    {
        "fails": ("Rekker ikke datoen", "Rekk ikkje datoen"),
        "late": ("Haster", "Hastar"),
        "excepted": "Godkjent unntak",
        "left_out": ("Ikke aktuelt", "Ikkje aktuelt"),
        "coming": "I rute",
        "met": "På plass",
    }
)
HEADING = Both("Det beslutningen bygger på", "Det avgjerda byggjer på")
SENT_IN = Both("Sendt inn {day}, ferdig vurdert av HPAS. {unseen}", "Sendt inn {day}, ferdig vurdert av HPAS. {unseen}")
CONCLUSION = Both(
    "Konklusjonen i dag, på det som ble sendt inn: **{own}**.",
    "Konklusjonen i dag, på det som blei sendt inn: **{own}**.",
)
CONCLUSION_OF_HPAS = Both(" På HPAS' vurdering: **{hpas}**.", " På HPAS' vurdering: **{hpas}**.")
OR = Both(" eller ", " eller ")
THE_REST = Both("Stoppkravene som {groups} ({number})", "Stoppkrava som {groups} ({number})")
ANSWERED_SINCE = Both(
    "Det er svart siden. På svarene i dag: **{verdict}**. Send inn på nytt hvis beslutningen skal bygge på dem.",
    "Det er svart sidan. På svara i dag: **{verdict}**. Send inn på nytt om avgjerda skal byggje på dei.",
)
ANSWER = Both("Svar: {answer}. {stands}.", "Svar: {answer}. {stands}.")
WAIVER = Both("Unntak til {day}, {owner}: {measure}", "Unntak til {day}, {owner}: {measure}")
HPAS_ANSWERS = Both("HPAS svarer selv på dette.", "HPAS svarar sjølv på dette.")
HPAS_HAS_NOT_SEEN = Both("HPAS har ikke sett på svaret.", "HPAS har ikkje sett på svaret.")
HPAS_AGREES = Both("HPAS er enig.", "HPAS er einig.")
HPAS_MEANS = Both("HPAS mener: {answer}. {stands}.", "HPAS meiner: {answer}. {stands}.")
