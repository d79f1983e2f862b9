"""What a decision amounts to today: derived each time, from what it was made on and how that stands now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scoring.vocabulary import DecisionKind, DecisionSide


class DecisionStanding(StrEnum):
    """waiting: one side has signed. holds, fallen: both have. replaced: by a newer one that both have signed.

    past: nobody signed it before a newer one was proposed or signed.
    """

    WAITING = "waiting"
    HOLDS = "holds"
    FALLEN = "fallen"
    REPLACED = "replaced"
    PAST = "past"


class Fall(StrEnum):
    """Why a decision no longer holds, the gravest first."""

    WORSE_STOP = "worse_stop"
    WAIVER = "waiver"
    GO_LIVE = "go_live"


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """One thing that has changed since. questions: those it is about, none for the go-live."""

    fall: Fall
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingDecision:
    """The decision of one customer that counts: the newest both have signed, else the one that waits.

    day: the go-live it is for, the new one of a postponement. changes: since it was made, the gravest first. waits_for: whose
    signature the newest one lacks, `None` when both have signed it.
    """

    id: str
    kind: DecisionKind
    day: date
    standing: DecisionStanding
    changes: tuple[DecisionChange, ...] = ()
    waits_for: DecisionSide | None = None

    @property
    def fallen(self) -> bool:
        return self.standing is DecisionStanding.FALLEN


def day_decided(kind: DecisionKind, go_live: date, new_go_live: date | None, *, signed: bool) -> date:
    """The day a decision is for: of a postponement the new one, once both have signed."""
    moved = signed and kind is DecisionKind.POSTPONE
    return new_go_live if moved and new_go_live is not None else go_live


def what_changed(
    *, decided: date, go_live: date | None, worse: Collection[str], waivers: Collection[str]
) -> tuple[DecisionChange, ...]:
    """decided: the day it is for; go_live: the customer's today. worse: hard stops answered worse than then.

    waivers: hard stops that are not met, whose exception is taken back or ends before the go-live.
    """
    if not worse and not waivers and go_live == decided:
        return ()
    found = [
        DecisionChange(Fall.WORSE_STOP, tuple(worse)) if worse else None,
        DecisionChange(Fall.WAIVER, tuple(waivers)) if waivers else None,
        DecisionChange(Fall.GO_LIVE) if go_live != decided else None,
    ]
    return tuple(change for change in found if change)
