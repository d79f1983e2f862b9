"""The proposed decision of the paper, and the alternatives with what each means: words for the one judgement.

Every date here stands in the judgement; nothing is worked out anew.
"""

from collections.abc import Sequence
from typing import NamedTuple

from language import DAYS, day, listed
from language.reports.plan import proposal as words
from reports.judgement.verdict_wording import decided_by, next_stops
from reports.plan.customer_report import CustomerReport
from scoring.vocabulary import Rule, Verdict

MOST_NAMED = 3


class Alternative(NamedTuple):
    """What could be decided, and what it means; one of them is proposed."""

    name: str
    means: str
    proposed: bool


def passed(report: CustomerReport) -> bool:
    """Whether the day of the go-live has passed, and nobody has said that it started."""
    left = report.judgement.days_left
    return left is not None and left < 0


def points_of_proposal(report: CustomerReport) -> list[str]:
    """What is proposed, a sentence or two per point."""
    judgement, verdict = report.judgement, report.judgement.verdict
    go_live = judgement.go_live
    if go_live is None:
        return [
            words.SET_A_DATE(),
            words.AGAIN_WITH_A_DATE(),
        ]
    if passed(report):
        return [words.CONFIRM_OR_MOVE(day=day(go_live))]
    match verdict:
        case Verdict.NOT_READY:
            return _move(report)
        case Verdict.UNDECIDED:
            return _wait(report)
        case Verdict.BEHIND:
            return [
                words.HOLD_FOR_NOW(day=day(go_live)),
                *_catch_up(report),
            ]
        case Verdict.CONDITIONAL:
            return [words.HOLD_ON_CONDITIONS(day=day(go_live)), *_next(report)]
        case Verdict.ON_TRACK:
            return [words.HOLD(day=day(go_live)), *_next(report)]
        case _:
            return [
                words.HOLD(day=day(go_live)),
                words.AGAIN_IF_WORSE(),
            ]


def _move(report: CustomerReport) -> list[str]:
    go_live, held = report.judgement.go_live, date_that_holds(report)
    first = words.DO_NOT_HOLD(day=day(go_live)) if go_live else ""
    if held is None:
        return [words.NO_DATE_YET(first=first)]
    return [
        words.ASK_TO_MOVE(first=first, day=held),
        words.CONDITIONS_FOLLOW(),
        words.AGAIN_WHEN_ANSWERED(),
    ]


def _wait(report: CustomerReport) -> list[str]:
    silent = sum(len(reason.questions) for reason in report.judgement.reasons if reason.rule is Rule.TOO_FEW_ANSWERS)
    lacking = words.LACKING(silent) if silent else ""
    return [
        words.NO_STAND(lacking=lacking),
        words.GET_ANSWERS(),
    ]


def _catch_up(report: CustomerReport) -> list[str]:
    by = report.judgement.catch_up_by
    if by is None:
        return [words.AGAIN_IF_LATE()]
    return [
        words.CATCH_UP(day=day(by)),
        words.ELSE_MOVE(),
    ]


def _next(report: CustomerReport) -> list[str]:
    coming = report.judgement.next_stops
    if coming is None:
        return []
    return [words.NEXT_STOPS(len(coming.questions), day=day(coming.date))]


def date_that_holds(report: CustomerReport) -> str | None:
    """The earliest defensible go-live where it is later than the one that is set; `None` where it is not, or is not known."""
    judgement = report.judgement
    found, go_live = judgement.earliest, judgement.go_live
    if found is None or go_live is None or not judgement.enough or found.date <= go_live:
        return None
    return day(found.date)


def date_and_reason(report: CustomerReport) -> list[str]:
    """Which date can be defended, and the one thing that decides it."""
    judgement, link = report.judgement, report.decides
    go_live, found = judgement.go_live, judgement.earliest
    if go_live is None:
        return [words.NO_DATE()]
    if passed(report):
        return [words.PASSED(day=day(go_live))]
    if not judgement.enough or found is None:
        return [words.TOO_FEW_ANSWERS()]
    reason = [decided_by(link)] if link and link.allows >= go_live else []
    if found.date > go_live:
        late = DAYS((found.date - go_live).days)
        return [words.EARLIEST(day=day(found.date), late=late), *reason]
    if reason:
        return [words.BARELY_HOLDS(day=day(go_live)), *reason]
    return [words.HOLDS(day=day(go_live))]


def alternatives(report: CustomerReport) -> list[Alternative]:
    """Hold the date, hold it with conditions, move it; none without a date, or when it has passed."""
    judgement = report.judgement
    if judgement.go_live is None or passed(report):
        return []
    chosen = {
        Verdict.NOT_READY: 2,
        Verdict.BEHIND: 1,
        Verdict.CONDITIONAL: 1,
        Verdict.ON_TRACK: 0,
        Verdict.READY: 0,
    }.get(judgement.verdict or Verdict.UNDECIDED)
    go_live, held = day(judgement.go_live), date_that_holds(report)
    told = [
        (words.KEEP(day=go_live), _means_holding(report)),
        (words.KEEP_ON_CONDITIONS(day=go_live), _means_conditions(report)),
        (words.MOVE_TO(day=held) if held else words.MOVE(), _means_moving(report)),
    ]
    found = [Alternative(name, means, place == chosen) for place, (name, means) in enumerate(told)]
    wait = Alternative(words.WAIT(), words.WAIT_MEANS(), True)
    return found if chosen is not None else [wait, *found]


def _means_holding(report: CustomerReport) -> str:
    judgement = report.judgement
    match judgement.verdict:
        case Verdict.NOT_READY:
            return words.KEEP_IN_VAIN(len(judgement.failing))
        case Verdict.UNDECIDED:
            return words.NOBODY_KNOWS()
        case Verdict.BEHIND:
            return words.KEEP_IF_CAUGHT_UP()
        case Verdict.CONDITIONAL:
            return words.NOBODY_RESPONSIBLE()
        case Verdict.ON_TRACK:
            return words.STOPS_STAND(next_stops=next_stops(judgement)).strip()
        case _:
            return words.ALL_IN_PLACE()


def _means_conditions(report: CustomerReport) -> str:
    judgement = report.judgement
    match judgement.verdict:
        case Verdict.NOT_READY:
            return words.FASTER_OR_WAIVED(never=_never(report))
        case Verdict.UNDECIDED:
            return words.CONDITIONS_UNKNOWN()
        case Verdict.BEHIND | Verdict.CONDITIONAL:
            return words.EACH_CONDITION()
        case _:
            return words.NOT_NEEDED()


def _never(report: CustomerReport) -> str:
    """The failing hard stops that no waiver lets through."""
    asked = report.form.questionnaire.by_id
    firm = [report.title_of(id_) for id_ in report.judgement.failing if id_ in asked and not asked[id_].waivable]
    if not firm:
        return ""
    named = listed([f"«{title}»" for title in firm[:MOST_NAMED]])
    more = words.AND_MORE(n=len(firm) - MOST_NAMED) if len(firm) > MOST_NAMED else ""
    return words.NEVER_WAIVED(named=named, more=more)


def _means_moving(report: CustomerReport) -> str:
    if not report.judgement.enough:
        return words.DATE_UNKNOWN()
    if date_that_holds(report):
        return words.MET_BY_THEN()
    return words.MOVED_FOR_NOTHING()


def who_decides(report: CustomerReport) -> str:
    """Who is asked."""
    return words.WHO_DECIDES.get(report.form.questionnaire.customer_type) or words.MANAGEMENT()


def gravest(report: CustomerReport) -> Sequence[str]:
    """Ids of the hard stops the paper speaks of, the gravest first: those that fail, then others that are late or urge."""
    urging = [gap for gap in report.gaps if gap.hard_stop and gap.open]
    urging.sort(key=lambda gap: gap.judged.reserve_days if gap.judged.reserve_days is not None else 10**6)
    return tuple(dict.fromkeys([*report.judgement.failing, *(gap.question.id for gap in urging)]))
