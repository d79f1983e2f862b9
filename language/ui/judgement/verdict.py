"""What the conclusion says around its reasons."""

from language.both import Both, Plural

NO_DATE = Both(
    "**Ingen dato for oppstart.** Uten dato vet vi ikke hva som skal være på plass nå. "
    "{what_to_do} Svargrad og hva som er på plass, vises likevel.",
    "**Ingen dato for oppstart.** Utan dato veit vi ikkje kva som skal vere på plass no. "
    "{what_to_do} Svargrad og kva som er på plass, blir vist likevel.",
)
NOTHING_EXPECTED = Both(
    "Ingenting skal være på plass ennå. Det sier ikke noe om hvordan det går.",
    "Ingenting skal vere på plass enno. Det seier ikkje noko om korleis det går.",
)
ANSWER_MORE = Both(
    "Svar på flere av spørsmålene som gjelder nå. Til da vet vi ikke hva som mangler, eller hvilken dato som holder.",
    "Svar på fleire av spørsmåla som gjeld no. Til då veit vi ikkje kva som manglar, eller kva dato som held.",
)
AND_MORE = Plural(("- og {n}\u00a0til", "- og {n}\u00a0til"), ("- og {n}\u00a0til", "- og {n}\u00a0til"))
