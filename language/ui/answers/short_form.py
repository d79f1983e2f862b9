"""What the short version on Egenvurdering says."""

from language.both import Both

CALLED = Both("Kortversjon: {questions}", "Kortversjon: {questions}")
SO_FAR = Both(
    "**{called}**, {answered} av {all} besvart. Konklusjonen blir foreløpig: den bygger på disse alene. "
    "Svarene er de samme i hele skjemaet.",
    "**{called}**, {answered} av {all} har svar. Konklusjonen blir førebels: han byggjer på desse åleine. "
    "Svara er dei same i heile skjemaet.",
)
SEE_VERDICT = Both("Se foreløpig konklusjon", "Sjå førebels konklusjon")
TO_THE_WHOLE = Both("Gå videre til hele skjemaet", "Gå vidare til heile skjemaet")
