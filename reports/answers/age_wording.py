"""Words for answers that nobody has stood by for a long time: screen, paper and files take them from here."""

from language import short_day
from language.reports.answers import age_wording as words
from scoring.judgement import Judged, Judgement

MUST_BE_CONFIRMED = words.MUST_BE_CONFIRMED
STILL_TRUE = words.STILL_TRUE


def age_text(judged: Judged) -> str:
    """«Svart 12. nov. 2026. Svaret må bekreftes.»; nothing of an answer that is fresh."""
    if not judged.stale or judged.answer.confirmed_on is None:
        return ""
    if not judged.to_confirm:
        told = words.HPAS_LAPSED if judged.lapsed else words.HPAS_MUST_CONFIRM
    else:
        told = words.LAPSED if judged.lapsed else words.LAST_CONFIRMED
    return told(day=short_day(judged.answer.confirmed_on))


def how_many_old(judgement: Judgement) -> str:
    """«7 svar må bekreftes. 2 av dem er stoppkrav som teller som ikke besvart.»; nothing where all is fresh."""
    old = judgement.stale
    if not old:
        return ""
    lapsed = sum(judgement.questions[id_].lapsed for id_ in old)
    told = words.OLD(len(old))
    if not lapsed:
        return told
    if lapsed == len(old) == 1:
        return words.OLD_STOP(old=told)
    return words.OLD_STOPS(old=told, n=lapsed)
