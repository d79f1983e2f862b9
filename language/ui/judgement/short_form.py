"""What the short version on Oversikt says."""

from language.both import Both, Plural, Words

# The keys are the filters of Egenvurdering, and «hele» for none.
EDITIONS = Words({"hele": ("Hele skjemaet", "Heile skjemaet"), "kort": "Kortversjonen"})
BUILT_ON = Both("Konklusjonen bygger på", "Konklusjonen byggjer på")
PROVISIONAL = Plural(
    (
        "**Foreløpig: bygger på kortversjonen, {n}\u00a0spørsmål.**{carried} Hele skjemaet kan si noe annet.",
        "**Foreløpig: bygger på kortversjonen, {n}\u00a0spørsmål.**{carried} Hele skjemaet kan si noe annet.",
    ),
    (
        "**Førebels: byggjer på kortversjonen, {n}\u00a0spørsmål.**{carried} Heile skjemaet kan seie noko anna.",
        "**Førebels: byggjer på kortversjonen, {n}\u00a0spørsmål.**{carried} Heile skjemaet kan seie noko anna.",
    ),
)
HPAS_ANSWERS_SOME = Both(" HPAS svarer på {n} av dem.", " HPAS svarar på {n} av dei.")
WITH_ALL = Both("**Med alle svarene:** {headline}.", "**Med alle svara:** {headline}.")
SHORT = Both("Kortversjonen", "Kortversjonen")
GO_ON = Both("Gå videre til hele skjemaet", "Gå vidare til heile skjemaet")
SOME_OLD = Both("{old} av {own} er ikke svart på den siste uken.", "{old} av {own} er ikkje svart på den siste veka.")
NONE_OLD = Both("Alle er svart på den siste uken.", "Alle er svart på den siste veka.")
WEEKLY = Both(
    "De siste {days} dagene går dere gjennom kortversjonen hver uke. {told}",
    "Dei siste {days} dagane går de gjennom kortversjonen kvar veke. {told}",
)
HPAS_ANSWERS = Both("HPAS svarer", "HPAS svarar")
IN_PLACE_BY = Both(" På plass senest {day}.", " På plass seinast {day}.")
