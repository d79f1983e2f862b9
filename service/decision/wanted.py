"""What someone wants decided, as it was typed, and whether it can be kept so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from language import day as day_text
from language.service.decision import wanted as words
from scoring.answers import FIRST_DAY, LAST_DAY
from scoring.vocabulary import DecisionKind
from service.faults import BadInput
from service.review.submissions import cleaned
from storage.decision.rows import ConditionRow
from storage.plain_text import BadText, clean_name

MOST_CONDITIONS = 20


@dataclass(frozen=True, slots=True)
class WantedCondition:
    """What must be done, by whom, by when; as someone has written it."""

    text: str
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True)
class WantedDecision:
    """What someone wants decided. conditions: of «go with conditions»; new_go_live, reason: of a postponement."""

    kind: DecisionKind
    conditions: Sequence[WantedCondition] = ()
    new_go_live: date | None = None
    reason: str | None = None


def checked_conditions(wanted: WantedDecision, as_of: date) -> tuple[ConditionRow, ...]:
    """Raises `BadInput`: conditions_not_asked, conditions_missing, too_many_conditions, condition_incomplete."""
    if wanted.kind is not DecisionKind.CONDITIONS:
        if wanted.conditions:
            raise BadInput("conditions_not_asked")
        return ()
    if not wanted.conditions:
        raise BadInput("conditions_missing")
    if len(wanted.conditions) > MOST_CONDITIONS:
        raise BadInput("too_many_conditions", most=MOST_CONDITIONS)
    return tuple(_condition(place, each, as_of) for place, each in enumerate(wanted.conditions))


def _condition(place: int, wanted: WantedCondition, as_of: date) -> ConditionRow:
    def wrong(why: str) -> BadInput:
        return BadInput("condition_incomplete", place=place + 1, wrong=why)

    try:
        text, owner = cleaned(wanted.text), clean_name(wanted.owner)
    except BadInput as refused:
        raise wrong(refused.message) from None
    except BadText:
        raise wrong(words.OWNER_IN_ONE_LINE()) from None
    if text is None:
        raise wrong(words.TEXT_MISSING())
    if not _is_day(wanted.due) or wanted.due is None or wanted.due < as_of:
        raise wrong(words.DUE_PASSED())
    return ConditionRow(place, text, owner, wanted.due)


def checked_new_day(wanted: WantedDecision, go_live: date) -> date | None:
    """Of a postponement. Raises `BadInput`: day_out_of_range, new_day_not_later."""
    day = wanted.new_go_live
    if wanted.kind is not DecisionKind.POSTPONE:
        return None
    if day is None or not _is_day(day):
        raise BadInput("day_out_of_range")
    if day <= go_live:
        raise BadInput("new_day_not_later", go_live=day_text(go_live))
    return day


def _is_day(day: object) -> bool:
    return isinstance(day, date) and not isinstance(day, datetime) and FIRST_DAY <= day <= LAST_DAY


def checked_reason(wanted: WantedDecision) -> str | None:
    """A postponement must say why. Raises `BadInput`: postpone_reason_missing, or what is wrong with the text."""
    said = cleaned(wanted.reason)
    if said is None and wanted.kind is DecisionKind.POSTPONE:
        raise BadInput("postpone_reason_missing")
    return said
