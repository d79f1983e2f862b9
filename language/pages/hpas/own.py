"""What HPAS's own page is called, and its paper."""

from language.both import Both

TITLE = Both("HPAS selv", "HPAS sjølv")
IN_ENGLISH = Both("Spørsmålene på engelsk (PDF)", "Spørsmåla på engelsk (PDF)")
