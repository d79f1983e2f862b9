"""Words for the conditions of a decision: how it goes with each, and who said so. Screen, paper, letter and file alike."""

from datetime import date, datetime

from language import ROLES, count, day, moment
from scoring.decision.conditions import ConditionState

CONDITION_STATES = {
    ConditionState.DONE: "oppfylt",
    ConditionState.OVERDUE: "ikke oppfylt, fristen er gått ut",
    ConditionState.SOON: "ikke oppfylt, fristen er nær",
    ConditionState.OPEN: "ikke oppfylt ennå",
}


def how_text(state: ConditionState, due: date, done_on: date | None, left: int) -> str:
    """«oppfylt 12. mars 2027», «ikke oppfylt, 5 dager over fristen 1. mars 2027». left: days to its day."""
    if done_on is not None:
        return f"oppfylt {day(done_on)}"
    if state is ConditionState.OVERDUE:
        return f"ikke oppfylt, {count(-left, 'dag', 'dager')} over fristen {day(due)}"
    if state is ConditionState.SOON:
        near = f"om {count(left, 'dag', 'dager')}" if left else "i dag"
        return f"frist {near}, {day(due)}"
    return f"frist {day(due)}"


def said_text(done_on: date | None, name: str, role: str, at: datetime) -> str:
    """«Kari Nes, beslutningstaker hos kunden, 12. mars 2027 kl. 14:32: oppfylt 10. mars 2027»"""
    said = f"oppfylt {day(done_on)}" if done_on else "ikke oppfylt"
    return f"{name}, {ROLES[role]}, {moment(at)}: {said}"


def overdue_text(number: int) -> str:
    """«2 vilkår er ikke oppfylt innen fristen»"""
    return f"{count(number, 'vilkår', 'vilkår')} er ikke oppfylt innen fristen"
