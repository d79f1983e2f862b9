"""Words for answers that nobody has stood by for a long time: screen, paper and files take them from here."""

from language import count, short_day
from scoring.judgement import Judged, Judgement

MUST_BE_CONFIRMED = "må bekreftes"
STILL_TRUE = "Stemmer fortsatt"


def age_text(judged: Judged) -> str:
    """«Svart 12. nov. 2026. Svaret må bekreftes.»; nothing of an answer that is fresh."""
    if not judged.stale or judged.answer.confirmed_on is None:
        return ""
    said = f"Sist bekreftet {short_day(judged.answer.confirmed_on)}."
    if not judged.to_confirm:
        said = f"HPAS bekreftet det sist {short_day(judged.answer.confirmed_on)}."
        return f"{said} Det er så lenge siden at det ikke teller." if judged.lapsed else f"{said} HPAS må bekrefte det."
    return f"{said} Det er så lenge siden at stoppkravet teller som ikke besvart." if judged.lapsed else said


def how_many_old(judgement: Judgement) -> str:
    """«7 svar må bekreftes. 2 av dem er stoppkrav som teller som ikke besvart.»; nothing where all is fresh."""
    old = judgement.stale
    if not old:
        return ""
    lapsed = sum(judgement.questions[id_].lapsed for id_ in old)
    told = f"{count(len(old), 'svar', 'svar')} {MUST_BE_CONFIRMED}: det er lenge siden noen så på "
    told += "dem." if len(old) > 1 else "det."
    if not lapsed:
        return told
    if lapsed == len(old) == 1:
        return f"{told} Det er et stoppkrav, og teller som ikke besvart."
    return f"{told} {lapsed} av dem er stoppkrav som teller som ikke besvart."
