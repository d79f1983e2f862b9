"""Words for a decision: what is decided, whether it holds, what has changed, and who has signed. Screen and paper alike."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from language import DECISION_SIDES, DECISIONS, ROLES, STATUSES, day, listed, moment, sentence
from language.reports.decision import decision_wording as words
from scoring.decision.standing import DecisionChange, DecisionStanding, Fall, StandingDecision
from scoring.vocabulary import DecisionKind, DecisionSide, Status

NO_LONGER = "gjelder ikke lenger"
DECISION_STANDINGS = words.DECISION_STANDINGS
MEANS = words.MEANS


def decided_text(kind: DecisionKind, on: date) -> str:
    """«Start med vilkår 12. mars 2027», «Utsett til 12. juni 2027»."""
    told = words.POSTPONED if kind is DecisionKind.POSTPONE else words.DECIDED
    return told(what=DECISIONS[kind], day=day(on))


def change_text(change: DecisionChange, go_live: date | None) -> str:
    """What has changed, without the questions: «2 stoppkrav er dårligere enn da»."""
    if change.fall is Fall.GO_LIVE:
        return words.MOVED(day=day(go_live)) if go_live else words.NO_DATE()
    return words.FELL[change.fall](len(change.questions))


def briefly(found: StandingDecision) -> str:
    """In a cell or at the end of a line: «Start, gjelder ikke lenger: stoppkrav er dårligere»."""
    told = f"{DECISIONS[found.kind]}, {DECISION_STANDINGS[found.standing]}"
    if found.standing is DecisionStanding.WAITING and found.waits_for:
        return words.WAITS(what=DECISIONS[found.kind], side=DECISION_SIDES[found.waits_for])
    if found.fallen:
        return f"{told}: {listed([words.BRIEFLY[each.fall] for each in found.changes])}"
    return told


def in_a_cell(found: StandingDecision) -> str:
    """What matters first, where there is room for a few words: «Gjelder ikke lenger: start med vilkår»."""
    if found.standing is DecisionStanding.HOLDS:
        return DECISIONS[found.kind]
    what = DECISIONS[found.kind].lower()
    if found.standing is DecisionStanding.WAITING and found.waits_for:
        return words.WAITS_IN_A_CELL(side=DECISION_SIDES[found.waits_for], what=what)
    return f"{sentence(DECISION_STANDINGS[found.standing])}: {what}"


def signature_text(side: DecisionSide, name: str, role: str, at: datetime, unseen: int) -> str:
    """«For kunden: Kari Nes, beslutningstaker hos kunden, 12. mars 2027 kl. 14:32. Visste at 14 svar ikke er sett på.»"""
    knew = words.KNEW(unseen) if unseen else ""
    return words.SIGNED(side=DECISION_SIDES[side], name=name, role=ROLES[role], at=moment(at), knew=knew)


def state_text(marker: int, head: str, sent: date, snapshot_id: str, fingerprint: str) -> str:
    """What it was made on, so that it can be found again."""
    ended_in = head[:20] or words.NOTHING()
    return words.STATE(marker, day=day(sent), snapshot=snapshot_id[:12], form=fingerprint[:12], head=ended_in)


def reserve_text(status: Status | None, reserve: int | None, as_of: date) -> str:
    """How far a hard stop was from the date on a day: «på plass», «kan hentes inn til 12. mars 2027», «14 dager for lite»."""
    if status is Status.NOT_APPLICABLE:
        return STATUSES[status]
    if status is Status.MET or reserve is None:
        return STATUSES[Status.MET]
    if reserve < 0:
        return words.TOO_LATE(-reserve)
    return words.CAUGHT_UP(day=day(as_of + timedelta(days=reserve)))


def stops_summary(numbers: Mapping[str, int]) -> str:
    """«24 stoppkrav: 2 rekker ikke datoen, 20 er på plass.»; numbers: what is said of so many of them."""
    told = [f"{number} {what}" for what, number in numbers.items() if number]
    return sentence(words.STOPS(sum(numbers.values()), told=listed(told)))
