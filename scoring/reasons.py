"""Why a verdict is what it is: the rules with the questions they speak of, the gravest first."""

from dataclasses import dataclass

import numpy as np

from scoring.batch import BatchJudgements
from scoring.formulas import TOLERANCE, Flags
from scoring.rules import STATUSES
from scoring.vocabulary import LATE, OPEN, Rule, Status, Verdict
from scoring.yardstick import Yardstick

# Whether a status is one of these, by its code; the last place is for no status, which is -1.
_LATE, _OPEN = (np.array([*(each in held for each in STATUSES), False]) for held in (LATE, OPEN))


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule that decided, and the questions it speaks of."""

    rule: Rule
    questions: tuple[str, ...] = ()


def reasons_of(yardstick: Yardstick, judged: BatchJudgements, verdict: Verdict | None) -> tuple[Reason, ...]:
    """Of a single response: the rule that decided with what it speaks of, the gravest first; some verdicts have several.

    Last what counts less because the solution moves, where anything can be said.
    """
    found = _by_rule(yardstick, judged, verdict)
    moving = _ids(yardstick, judged.detail.moving[0]) if judged.detail else ()
    known = verdict not in (None, Verdict.UNDECIDED)
    return (*found, Reason(Rule.MOVING_SOLUTION, moving)) if moving and known else found


def _by_rule(yardstick: Yardstick, judged: BatchJudgements, verdict: Verdict | None) -> tuple[Reason, ...]:
    row = 0
    status = judged.status[row]
    late = _LATE[status]
    stops = yardstick.hard_stop & ~judged.waived[row]
    behind = Reason(Rule.BEHIND, _gravest(yardstick, judged, row, late & ~stops))
    open_stops = yardstick.hard_stop & _OPEN[status]
    match verdict:
        case None:
            return ()
        case Verdict.NOT_READY:
            return _not_ready(yardstick, judged, row)
        case Verdict.UNDECIDED:
            silent = (status == STATUSES.index(Status.UNANSWERED)) & ~yardstick.carried
            return (Reason(Rule.TOO_FEW_ANSWERS, _ids(yardstick, silent)),)
        case Verdict.BEHIND:
            at_risk = Reason(Rule.HARD_STOP_AT_RISK, _gravest(yardstick, judged, row, open_stops & stops))
            found: tuple[Reason, ...] = (at_risk, behind) if _many(yardstick, judged, row, late) else (at_risk,)
        case Verdict.CONDITIONAL:
            waived = _in_use(judged, row, open_stops)
            found = (
                Reason(Rule.WAIVER, _gravest(yardstick, judged, row, waived)),
                Reason(Rule.NOT_APPLICABLE_UNCONFIRMED, _ids(yardstick, _unconfirmed(judged))),
                Reason(Rule.BEHIND, _gravest(yardstick, judged, row, late & ~waived)),
            )
        case Verdict.ON_TRACK:
            found = (Reason(Rule.ALL_EXPECTED_MET), behind)
            return found if behind.questions else found[:1]
        case Verdict.READY:
            return (Reason(Rule.ALL_MET),)
        case Verdict.IN_USE:
            return (Reason(Rule.STARTED),)
    return tuple(reason for reason in found if reason.questions)


def _in_use(judged: BatchJudgements, row: int, open_stops: Flags) -> Flags:
    """Hard stops that a waiver lets through: late or failing without it."""
    held: Flags = judged.waived[row] & (open_stops | judged.failed[row])
    return held


def _many(yardstick: Yardstick, judged: BatchJudgements, row: int, late: Flags) -> bool:
    """Whether so many are late that it is a reason by itself."""
    due = yardstick.due[judged.phase[row]] & (judged.status[row] != STATUSES.index(Status.NOT_APPLICABLE))
    return int(late.sum()) > yardstick.form.behind_share * int(due.sum()) + TOLERANCE


def _not_ready(yardstick: Yardstick, judged: BatchJudgements, row: int) -> tuple[Reason, ...]:
    """The failing hard stops, answered and unanswered apart; first the rule of the one that decides the date."""
    failing = failing_of_row(yardstick, judged, row)
    known = dict(zip((q.id for q in yardstick.questions), (judged.attainment[row] >= 0).tolist(), strict=True))
    answered = Reason(Rule.HARD_STOP_ANSWERED, tuple(each for each in failing if known[each]))
    silent = Reason(Rule.HARD_STOP_UNANSWERED, tuple(each for each in failing if not known[each]))
    both = (answered, silent) if known[failing[0]] else (silent, answered)
    return tuple(reason for reason in both if reason.questions)


def failing_of_row(yardstick: Yardstick, judged: BatchJudgements, row: int) -> tuple[str, ...]:
    """Ids of the hard stops of one row that fail without a waiver, the least reserve first."""
    return _gravest(yardstick, judged, row, judged.failed[row] & ~judged.waived[row])


def _gravest(yardstick: Yardstick, judged: BatchJudgements, row: int, flags: Flags) -> tuple[str, ...]:
    """Ids in the order of what can least wait: hard stops by reserve, then the others, the latest first, then by slack.

    Of hard stops with the same reserve the first in the questionnaire, as the earliest go-live names it.
    """
    reserve, late, slack = judged.reserve[row], judged.days_late[row], judged.slack[row]

    def grave(column: int) -> tuple[float, ...]:
        return (reserve[column],) if reserve[column] < np.inf else (np.inf, -late[column], slack[column])

    return tuple(yardstick.questions[column].id for column in sorted(np.flatnonzero(flags).tolist(), key=grave))


def _unconfirmed(judged: BatchJudgements) -> Flags:
    return judged.detail.unconfirmed[0] if judged.detail else np.zeros(judged.status.shape[1], bool)


def _ids(yardstick: Yardstick, flags: Flags) -> tuple[str, ...]:
    return tuple(yardstick.questions[column].id for column in np.flatnonzero(flags))
