"""Words for a decision: what is decided, whether it holds, what has changed, and who has signed. Screen and paper alike."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from language import DECISION_SIDES, DECISIONS, ROLES, STATUSES, count, day, listed, moment, sentence
from scoring.decision.standing import DecisionChange, DecisionStanding, Fall, StandingDecision
from scoring.vocabulary import DecisionKind, DecisionSide, Status

NO_LONGER = "gjelder ikke lenger"
DECISION_STANDINGS = {
    DecisionStanding.WAITING: "venter på underskrift",
    DecisionStanding.HOLDS: "gjelder",
    DecisionStanding.FALLEN: NO_LONGER,
    DecisionStanding.REPLACED: "erstattet av en nyere",
    DecisionStanding.PAST: "ble ikke skrevet under av begge",
}
# What each of them means, for the one who chooses.
MEANS = {
    DecisionKind.GO: "Alle stoppkrav er der de skal være, og dere starter som planlagt.",
    DecisionKind.CONDITIONS: "Dere starter, og noen gjør det som er avtalt, innen en frist.",
    DecisionKind.POSTPONE: "Oppstarten flyttes til en ny dag når begge har skrevet under.",
}
_FELL = {
    Fall.WORSE_STOP: ("Et stoppkrav er dårligere enn da", "{n} stoppkrav er dårligere enn da"),
    Fall.WAIVER: ("Et godkjent unntak er falt", "{n} godkjente unntak er falt"),
}
_BRIEFLY = {
    Fall.WORSE_STOP: "stoppkrav er dårligere",
    Fall.WAIVER: "unntak er falt",
    Fall.GO_LIVE: "oppstarten er flyttet",
}


def decided_text(kind: DecisionKind, on: date) -> str:
    """«Start med vilkår 12. mars 2027», «Utsett til 12. juni 2027»."""
    return f"{DECISIONS[kind]}{' til' if kind is DecisionKind.POSTPONE else ''} {day(on)}"


def change_text(change: DecisionChange, go_live: date | None) -> str:
    """What has changed, without the questions: «2 stoppkrav er dårligere enn da»."""
    if change.fall is Fall.GO_LIVE:
        return f"Oppstarten er flyttet til {day(go_live)}" if go_live else "Oppstarten har ingen dato lenger"
    one, many = _FELL[change.fall]
    number = len(change.questions)
    return one if number == 1 else many.format(n=number)


def briefly(found: StandingDecision) -> str:
    """In a cell or at the end of a line: «Start, gjelder ikke lenger: stoppkrav er dårligere»."""
    told = f"{DECISIONS[found.kind]}, {DECISION_STANDINGS[found.standing]}"
    if found.standing is DecisionStanding.WAITING and found.waits_for:
        return f"{DECISIONS[found.kind]}, venter på {DECISION_SIDES[found.waits_for]}"
    if found.fallen:
        return f"{told}: {listed([_BRIEFLY[each.fall] for each in found.changes])}"
    return told


def in_a_cell(found: StandingDecision) -> str:
    """What matters first, where there is room for a few words: «Gjelder ikke lenger: start med vilkår»."""
    if found.standing is DecisionStanding.HOLDS:
        return DECISIONS[found.kind]
    if found.standing is DecisionStanding.WAITING and found.waits_for:
        return f"Venter på {DECISION_SIDES[found.waits_for]}: {DECISIONS[found.kind].lower()}"
    return f"{sentence(DECISION_STANDINGS[found.standing])}: {DECISIONS[found.kind].lower()}"


def signature_text(side: DecisionSide, name: str, role: str, at: datetime, unseen: int) -> str:
    """«For kunden: Kari Nes, beslutningstaker hos kunden, 12. mars 2027 kl. 14:32. Visste at 14 svar ikke er sett på.»"""
    knew = f" Visste at {count(unseen, 'svar', 'svar')} ikke er sett på." if unseen else ""
    return f"For {DECISION_SIDES[side]}: {name}, {ROLES[role]}, {moment(at)}.{knew}"


def state_text(marker: int, head: str, sent: date, snapshot_id: str, fingerprint: str) -> str:
    """What it was made on, so that it can be found again."""
    return (
        f"Bygger på det som ble sendt inn {day(sent)} (innsending {snapshot_id[:12]}, spørreskjema {fingerprint[:12]}). "
        f"Svarkjeden hadde {count(marker, 'ledd', 'ledd')} og endte i {head[:20] or 'ingenting'}."
    )


def reserve_text(status: Status | None, reserve: int | None, as_of: date) -> str:
    """How far a hard stop was from the date on a day: «på plass», «kan hentes inn til 12. mars 2027», «14 dager for lite»."""
    if status is Status.NOT_APPLICABLE:
        return STATUSES[status]
    if status is Status.MET or reserve is None:
        return STATUSES[Status.MET]
    if reserve < 0:
        return f"{count(-reserve, 'dag', 'dager')} for lite til at datoen holder"
    return f"kan hentes inn til {day(as_of + timedelta(days=reserve))}"


def stops_summary(numbers: Mapping[str, int]) -> str:
    """«24 stoppkrav: 2 rekker ikke datoen, 20 er på plass.»; numbers: what is said of so many of them."""
    told = [f"{number} {words}" for words, number in numbers.items() if number]
    return sentence(f"{count(sum(numbers.values()), 'stoppkrav', 'stoppkrav')}: {listed(told)}.")
