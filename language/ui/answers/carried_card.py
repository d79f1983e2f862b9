"""What the card of a question that HPAS answers says."""

from language.both import Both

NOT_YET = Both(
    "HPAS svarer på dette for dere, og har ikke svart ennå. "
    "Det teller som ikke besvart, og det er HPAS dere venter på.",
    "HPAS svarar på dette for dykk, og har ikkje svart enno. "
    "Det tel som eit spørsmål utan svar, og det er HPAS de ventar på.",
)
GIVEN = Both("**Svar fra HPAS**, {day}, for {whom}:", "**Svar frå HPAS**, {day}, for {whom}:")
FOR_YOU = Both("dere", "dykk")
SETTLED = Both(
    "HPAS har svart dere på nytt etter at dere var uenige. Det er dette som teller.",
    "HPAS har svart dykk på nytt etter at de var ueinige. Det er dette som tel.",
)
APART = Both(
    "**Dere er uenige.** Deres svar teller til HPAS har svart dere på nytt:",
    "**De er ueinige.** Svaret dykkar tel til HPAS har svart dykk på nytt:",
)
WITHDRAW = Both("Trekk tilbake", "Trekk tilbake")
DISAGREE = Both("Uenig? Svar selv", "Ueinig? Svar sjølv")
WHAT_THEN = Both(
    "Da teller deres svar for dere. HPAS får vite det, og svarer dere på nytt.",
    "Då tel svaret dykkar for dykk. HPAS får vite det, og svarar dykk på nytt.",
)
WHY = Both("Hvorfor er dere uenige?", "Kvifor er de ueinige?")
SAVE = Both("Lagre svaret vårt", "Lagre svaret vårt")
BOTH_NEEDED = Both("Skriv både et svar og hvorfor dere er uenige.", "Skriv både eit svar og kvifor de er ueinige.")
