"""What may be decided where the judgement is so: no number overrules a hard stop, and nor do two signatures."""

from collections.abc import Iterable, Mapping

from scoring.vocabulary import DecisionKind, Verdict

_POSTPONE = (DecisionKind.POSTPONE,)
_CONDITIONS = (DecisionKind.CONDITIONS, DecisionKind.POSTPONE)
# A hard stop that fails without an approved exception, or too few answers to know, leaves postponing alone.
_MAY: Mapping[Verdict | None, tuple[DecisionKind, ...]] = {
    None: (),
    Verdict.NOT_READY: _POSTPONE,
    Verdict.UNDECIDED: _POSTPONE,
    Verdict.BEHIND: _CONDITIONS,
    Verdict.CONDITIONAL: _CONDITIONS,
    Verdict.ON_TRACK: tuple(DecisionKind),
    Verdict.READY: tuple(DecisionKind),
    # It has started: there is nothing left to decide.
    Verdict.IN_USE: (),
}


def may_be_decided(verdicts: Iterable[Verdict | None]) -> tuple[DecisionKind, ...]:
    """What every one of these allows: of the customer's own word, and of HPAS's where it says otherwise."""
    held = [_MAY[verdict] for verdict in verdicts]
    return tuple(kind for kind in DecisionKind if held and all(kind in allowed for allowed in held))
