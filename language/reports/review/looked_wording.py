"""Words for how much of a customer's answers HPAS has looked at."""

from language.both import Plural

LOOKED = Plural(
    ("HPAS har sett på {looked} av {n}\u00a0svar.", "HPAS har sett på {looked} av {n}\u00a0svar."),
    ("HPAS har sett på {looked} av {n}\u00a0svar.", "HPAS har sett på {looked} av {n}\u00a0svar."),
)
LOOKED_TOGETHER = Plural(
    (
        "HPAS har sett på {looked} av {n}\u00a0svar, og er enig samlet i {together} til.",
        "HPAS har sett på {looked} av {n}\u00a0svar, og er enig samlet i {together} til.",
    ),
    (
        "HPAS har sett på {looked} av {n}\u00a0svar, og er samla einig i {together} til.",
        "HPAS har sett på {looked} av {n}\u00a0svar, og er samla einig i {together} til.",
    ),
)
UNSEEN = Plural(
    ("{n}\u00a0svar er ikke sett på.", "{n}\u00a0svar er ikke sett på."),
    ("{n}\u00a0svar er ikkje sett på.", "{n}\u00a0svar er ikkje sett på."),
)
