"""What is said of how it goes with the conditions of a decision."""

from language.both import Both, Plural, Words
from scoring.decision.conditions import ConditionState

CONDITION_STATES = Words(
    {
        ConditionState.DONE: "oppfylt",
        ConditionState.OVERDUE: ("ikke oppfylt, fristen er gått ut", "ikkje oppfylt, fristen har gått ut"),
        ConditionState.SOON: ("ikke oppfylt, fristen er nær", "ikkje oppfylt, fristen er nær"),
        ConditionState.OPEN: ("ikke oppfylt ennå", "ikkje oppfylt enno"),
    }
)
DONE_ON = Both("oppfylt {day}", "oppfylt {day}")
NOT_DONE = Both("ikke oppfylt", "ikkje oppfylt")
LATE = Plural(
    (
        "ikke oppfylt, {n}\u00a0dag over fristen {day}",
        "ikke oppfylt, {n}\u00a0dager over fristen {day}",
    ),
    (
        "ikkje oppfylt, {n}\u00a0dag over fristen {day}",
        "ikkje oppfylt, {n}\u00a0dagar over fristen {day}",
    ),
)
DUE_SOON = Plural(
    ("frist om {n}\u00a0dag, {day}", "frist om {n}\u00a0dager, {day}"),
    ("frist om {n}\u00a0dag, {day}", "frist om {n}\u00a0dagar, {day}"),
)
DUE_TODAY = Both("frist i dag, {day}", "frist i dag, {day}")
DUE = Both("frist {day}", "frist {day}")
NOT_DONE_IN_TIME = Plural(
    ("{n}\u00a0vilkår er ikke oppfylt innen fristen",) * 2,
    (
        "{n}\u00a0vilkår er ikkje oppfylt innan fristen",
        "{n}\u00a0vilkår er ikkje oppfylte innan fristen",
    ),
)
