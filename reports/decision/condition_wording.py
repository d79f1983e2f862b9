"""Words for the conditions of a decision: how it goes with each, and who said so. Screen, paper, letter and file alike."""

from datetime import date, datetime

from language import ROLES, day, moment
from language.reports.decision import condition_wording as words
from scoring.decision.conditions import ConditionState

CONDITION_STATES = words.CONDITION_STATES


def how_text(state: ConditionState, due: date, done_on: date | None, left: int) -> str:
    """«oppfylt 12. mars 2027», «ikke oppfylt, 5 dager over fristen 1. mars 2027». left: days to its day."""
    if done_on is not None:
        return words.DONE_ON(day=day(done_on))
    if state is ConditionState.OVERDUE:
        return words.LATE(-left, day=day(due))
    if state is ConditionState.SOON:
        return words.DUE_SOON(left, day=day(due)) if left else words.DUE_TODAY(day=day(due))
    return words.DUE(day=day(due))


def said_text(done_on: date | None, name: str, role: str, at: datetime) -> str:
    """«Kari Nes, beslutningstaker hos kunden, 12. mars 2027 kl. 14:32: oppfylt 10. mars 2027»"""
    told = words.DONE_ON(day=day(done_on)) if done_on else words.NOT_DONE()
    return f"{name}, {ROLES[role]}, {moment(at)}: {told}"


def overdue_text(number: int) -> str:
    """«2 vilkår er ikke oppfylt innen fristen»"""
    return words.NOT_DONE_IN_TIME(number)
