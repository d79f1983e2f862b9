"""The rules of `xray.yaml` held against one response: what contradicts itself, and what looks odd."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import fmean, median

from scoring.answers import Value
from scoring.formulas import TOLERANCE
from scoring.judgement import Judged, Judgement
from scoring.plan import PlannedAction
from scoring.vocabulary import Kind, Status
from scoring.xray.rules import (
    AboveNeighbours,
    ActionNewer,
    Contradiction,
    Grade,
    Jump,
    OneSitting,
    ProofMissing,
    Sign,
    XrayRule,
    XrayRules,
)

# Sooner than this, a new answer is the mending of a slip.
_SLIP = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class XrayCase:
    """One response on a day, and what is known of how its answers came about.

    answered_at: question -> when its value was last saved. levels: question -> the levels that were saved, the oldest
    first. neighbours: topic -> the mean attainments (0..1) of others who were asked the same.
    """

    judgement: Judgement
    answered_at: Mapping[str, datetime] = field(default_factory=dict)
    levels: Mapping[str, Sequence[tuple[datetime, Value | None]]] = field(default_factory=dict)
    actions: Sequence[PlannedAction] = ()
    neighbours: Mapping[str, Sequence[float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class XrayFinding:
    """One rule that speaks, of these questions."""

    rule_id: str
    rule: XrayRule
    questions: tuple[str, ...]


def xray(rules: XrayRules, case: XrayCase) -> list[XrayFinding]:
    """Everything the rules see, the gravest first, otherwise in the order of the file."""
    found = [XrayFinding(name, rule, those) for name, rule in rules.named() for those in _seen(rule, case) if those]
    return sorted(found, key=lambda finding: list(Grade).index(finding.rule.grade))


def _seen(rule: XrayRule, case: XrayCase) -> Iterator[tuple[str, ...]]:
    """The questions each time the rule speaks: what looks odd of any answer is said once, of all of them."""
    match rule:
        case Contradiction():
            yield _contradicting(rule, case)
        case Jump():
            yield tuple(found for found, said in case.levels.items() if _jumped(rule, said))
        case OneSitting():
            yield _at_once(rule, case)
        case AboveNeighbours():
            yield from (_above_neighbours(rule, topic, case) for topic in rule.topics)
        case ProofMissing():
            yield tuple(found for found, judged in case.judgement.questions.items() if _unproven(judged))
        case ActionNewer():
            again = (each.action.question_id for each in case.actions if each.answer_again)
            yield tuple(dict.fromkeys(found for found in again if found is not None))


def _contradicting(rule: Contradiction, case: XrayCase) -> tuple[str, ...]:
    shown = [_shown(sign, _answered(case, sign.topic)) for sign in rule.when]
    return tuple(dict.fromkeys(found for those in shown for found in those)) if all(shown) else ()


def _shown(sign: Sign, answered: Mapping[str, Judged]) -> list[str]:
    """The questions that make the line true; none when it is not."""
    if sign.at_least is not None:
        least = sign.at_least - TOLERANCE
        reach = all(_attained(judged) >= least for judged in answered.values())
        return list(answered) if reach else []
    if sign.less_than is not None:
        most = sign.less_than - TOLERANCE
        return [found for found, judged in answered.items() if _attained(judged) < most]
    return [found for found, judged in answered.items() if judged.status is Status.BEHIND]


def _answered(case: XrayCase, topic: str) -> dict[str, Judged]:
    return {
        found: judged
        for found, judged in case.judgement.questions.items()
        if judged.question.topic == topic and judged.attainment is not None
    }


def _attained(judged: Judged) -> float:
    return judged.attainment or 0.0


def _unproven(judged: Judged) -> bool:
    said, asks = judged.answer, judged.question.hard_stop and judged.question.proof
    return bool(asks) and judged.status is Status.MET and not said.evidence and not said.comment


def _jumped(rule: Jump, said: Sequence[tuple[datetime, Value | None]]) -> bool:
    """Whether the level that stands is so much above one said shortly before; not of a slip mended at once."""
    if not said:
        return False
    at, level = said[-1]
    return any(
        isinstance(level, int) and isinstance(before, int) and level - before >= rule.levels
        for then, before in said[:-1]
        if _SLIP <= at - then <= timedelta(days=rule.days)
    )


def _at_once(rule: OneSitting, case: XrayCase) -> tuple[str, ...]:
    """What is in place, when all that is answered was answered in one go."""
    given = {found: case.answered_at[found] for found in case.judgement.questions if found in case.answered_at}
    if len(given) < rule.answers or max(given.values()) - min(given.values()) > timedelta(hours=rule.hours):
        return ()
    met = tuple(found for found in given if case.judgement.questions[found].status is Status.MET)
    return met if len(met) >= rule.share * len(given) else ()


def _above_neighbours(rule: AboveNeighbours, topic: str, case: XrayCase) -> tuple[str, ...]:
    own, others = _answered(case, topic), case.neighbours.get(topic, ())
    if not own or len(others) < rule.customers:
        return ()
    above = fmean(_attained(judged) for judged in own.values()) - median(others)
    return tuple(own) if above >= rule.by - TOLERANCE else ()


def levels_of(judgement: Judgement) -> list[str]:
    """The questions whose history a case must know."""
    return [found for found, judged in judgement.questions.items() if judged.question.kind is Kind.LEVEL]
