"""What is said of answers that do not go together. The keys are the grades of `scoring.xray.rules`."""

from language.both import Both, Plural, Words
from scoring.xray.rules import Grade

HEADING = Both("Henger svarene sammen?", "Heng svara saman?")
GRADES = Words(
    {
        Grade.ERROR: ("Motsier hverandre", "Seier imot kvarandre"),
        Grade.WARNING: ("Bør ses på", "Bør sjåast på"),
        Grade.NOTE: ("Verdt å merke seg", "Verdt å merke seg"),
    }
)
NOTHING = Both("Vi ser ingenting i svarene som ikke går sammen.", "Vi ser ingenting i svara som ikkje går saman.")
ALL_LOOKED_AT = Both("Alt vi så, er sett på.", "Alt vi såg, er sett på.")
LOOK_BEFORE = Plural(
    (
        "{n}\u00a0ting bør dere se på før dere sender inn. Ingenting her endrer konklusjonen. HPAS ser det samme.",
        "{n}\u00a0ting bør dere se på før dere sender inn. Ingenting her endrer konklusjonen. HPAS ser det samme.",
    ),
    (
        "{n}\u00a0ting bør de sjå på før de sender inn. Ingenting her endrar konklusjonen. HPAS ser det same.",
        "{n}\u00a0ting bør de sjå på før de sender inn. Ingenting her endrar konklusjonen. HPAS ser det same.",
    ),
)
LOOKED_AT = Plural(("{n}\u00a0er sett på", "{n}\u00a0er sett på"), ("{n}\u00a0er sett på", "{n}\u00a0er sett på"))
MORE_ANSWERS = Plural(
    ("Og {n}\u00a0svar til.", "Og {n}\u00a0svar til."), ("Og {n}\u00a0svar til.", "Og {n}\u00a0svar til.")
)
LOOKED_AT_BY = Both("Sett på av {name}, {moment}:", "Sett på av {name}, {moment}:")
ANSWERED = Both("Svart: {answer}", "Svart: {answer}")
WHY = Both("Stemmer svarene likevel? Skriv hvorfor.", "Stemmer svara likevel? Skriv kvifor.")
WE_HAVE_LOOKED = Both("Vi har sett på det", "Vi har sett på det")
NOTED = Both("Det står nå at dere har sett på det.", "Det står no at de har sett på det.")
