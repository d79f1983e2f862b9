"""Words for how much of a customer's answers HPAS has looked at."""

from language.reports.review import looked_wording as words
from scoring.review.looked_at import Looked


def looked_text(looked: Looked) -> str:
    """«HPAS har sett på 34 av 60 svar, og er enig samlet i 12 til.»"""
    if looked.together:
        return words.LOOKED_TOGETHER(looked.answers, looked=looked.looked, together=looked.together)
    return words.LOOKED(looked.answers, looked=looked.looked)


def unseen_text(unseen: int) -> str:
    """«14 svar er ikke sett på.»"""
    return words.UNSEEN(unseen)
