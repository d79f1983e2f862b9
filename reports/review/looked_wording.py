"""Words for how much of a customer's answers HPAS has looked at."""

from language import count
from scoring.review.looked_at import Looked


def looked_text(looked: Looked) -> str:
    """«HPAS har sett på 34 av 60 svar, og er enig samlet i 12 til.»"""
    together = f", og er enig samlet i {looked.together} til" if looked.together else ""
    return f"HPAS har sett på {looked.looked} av {count(looked.answers, 'svar', 'svar')}{together}."


def unseen_text(unseen: int) -> str:
    """«14 svar er ikke sett på.»"""
    return f"{count(unseen, 'svar', 'svar')} er ikke sett på."
