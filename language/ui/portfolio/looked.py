"""What stands beside the figures on HPAS's word."""

from language.both import Both, Plural

OF_EACH = Both("Hvor mye HPAS har sett på hos hver kunde", "Kor mykje HPAS har sett på hos kvar kunde")
NOTHING = Plural(
    ("{told} Hos {n}\u00a0kunde har HPAS ikke sett på noe.", "{told} Hos {n}\u00a0kunder har HPAS ikke sett på noe."),
    (
        "{told} Hos {n}\u00a0kunde har HPAS ikkje sett på noko.",
        "{told} Hos {n}\u00a0kundar har HPAS ikkje sett på noko.",
    ),
)
LOOKED = Both("Sett på", "Sett på")
TOGETHER = Both("Enig samlet", "Einig samla")
UNSEEN = Both("Ikke sett på", "Ikkje sett på")
ANSWERS = Both("Svar", "Svar")
DESCRIBED = Both("Hvor mange svar HPAS har sett på hos hver kunde", "Kor mange svar HPAS har sett på hos kvar kunde")
