"""The rules of `assessments/xray.yaml` on our own questionnaires: what is planted is found, an even way meets none."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

import pytest

from content.catalogue import Content, read_content
from scoring.answers import Answer, Value
from scoring.judgement import Judgement, judge
from scoring.plan import Action, ActionStatus, plan_of
from scoring.questionnaire import Catalogue, Form, LevelQuestion, Question
from scoring.vocabulary import QUESTIONNAIRE_TYPES, QuestionnaireType
from scoring.xray.findings import XrayCase, XrayFinding, levels_of, xray
from scoring.xray.rules import Contradiction, Habits, Sign, XrayRules
from scoring.yardstick import yardstick
from service.demo.values import behind_plan, in_route

ASSESSMENTS = Path(__file__).parents[3] / "assessments"
GO_LIVE = date(2027, 5, 1)
SAID = datetime(2027, 1, 10, 9, 0, tzinfo=UTC)


@cache
def content() -> Content:
    return read_content(ASSESSMENTS)


@cache
def form(asked: QuestionnaireType) -> Form:
    catalogue: Catalogue = content().catalogue
    return catalogue.form(asked)


def judged(asked: QuestionnaireType, answers: Mapping[str, Answer], days_left: int) -> Judgement:
    return judge(yardstick(form(asked)), answers, go_live=GO_LIVE, as_of=GO_LIVE - timedelta(days=days_left))


def even(question: Question, days_left: int) -> Value:
    return in_route(question, Random(7), go_live=GO_LIVE, as_of=GO_LIVE - timedelta(days=days_left))


def seen(judgement: Judgement) -> list[XrayFinding]:
    rules = XrayRules(contradictions=content().xray.contradictions)
    return xray(rules, XrayCase(judgement))


def planted() -> Iterator[tuple[QuestionnaireType, Contradiction]]:
    """Every rule with every questionnaire that asks all it speaks of."""
    for asked in QUESTIONNAIRE_TYPES:
        topics = {question.topic for question in form(asked).questionnaire.questions}
        for rule in content().xray.contradictions:
            if topics >= {sign.topic for sign in rule.when}:
                yield asked, rule


def said_of(question: Question, sign: Sign) -> Value:
    """An answer that makes the line true: everything, or less than it asks."""
    if sign.at_least is not None:
        return even(question, 0)
    return behind_plan(question, Random(1), go_live=GO_LIVE, as_of=GO_LIVE)


PLANTED = list(planted())


@pytest.mark.parametrize(("asked", "rule"), PLANTED, ids=[f"{asked}-{rule.id}" for asked, rule in PLANTED])
def test_a_planted_contradiction_is_found_with_its_questions(asked: QuestionnaireType, rule: Contradiction) -> None:
    signs = {sign.topic: sign for sign in rule.when}
    planted_in = [each for each in form(asked).questionnaire.questions if each.topic in signs]
    # The poorest answer there is, where the line asks for little.
    answers = {each.id: Answer(said_of(each, signs[each.topic])) for each in planted_in}
    poor = {each.id: Answer(_poorest(each)) for each in planted_in if signs[each.topic].at_least is None}

    found = [each for each in seen(judged(asked, answers | poor, 0)) if each.rule_id == rule.id]

    assert [each.rule_id for each in found] == [rule.id]
    assert set(found[0].questions) == {each.id for each in planted_in}


def _poorest(question: Question) -> Value:
    """What counts for nothing: the farthest from the go-live of the even way."""
    return 0 if isinstance(question, LevelQuestion) else even_or_nothing(question)


def even_or_nothing(question: Question) -> Value:
    value = even(question, 2000)
    return GO_LIVE if isinstance(value, date) else value


def test_every_rule_speaks_of_some_questionnaire_and_most_of_several() -> None:
    assert {rule.id for rule in content().xray.contradictions} == {rule.id for _, rule in PLANTED}
    assert len(PLANTED) >= 60
    assert len(list(content().xray.named())) >= 25
    assert {asked for asked, _ in PLANTED} == set(QUESTIONNAIRE_TYPES)


@pytest.mark.parametrize("asked", QUESTIONNAIRE_TYPES)
def test_one_who_follows_the_steps_evenly_contradicts_nothing_on_any_day(asked: QuestionnaireType) -> None:
    for days_left in range(-30, 801, 10):
        answers = {each.id: Answer(even(each, days_left)) for each in form(asked).questionnaire.questions}

        assert [(each.rule_id, days_left) for each in seen(judged(asked, answers, days_left))] == []


def test_nothing_is_seen_in_what_is_not_answered() -> None:
    for asked in QUESTIONNAIRE_TYPES:
        assert xray(content().xray, XrayCase(judged(asked, {}, 60))) == []


def habit(name: str) -> XrayRules:
    return XrayRules(habits=Habits(**{name: getattr(content().xray.habits, name)}))


def all_met(asked: QuestionnaireType) -> dict[str, Answer]:
    return {each.id: Answer(even(each, -1)) for each in form(asked).questionnaire.questions}


def test_a_stop_in_place_without_proof_or_a_word_is_noted() -> None:
    asked = QUESTIONNAIRE_TYPES[0]
    answers = all_met(asked)
    stops = [each.id for each in form(asked).questionnaire.questions if each.hard_stop and each.proof]
    proven = {stops[0]: replace(answers[stops[0]], evidence="referat 12. mai")}
    explained = {stops[1]: replace(answers[stops[1]], comment="vist i møtet")}

    found = xray(habit("proof_missing"), XrayCase(judged(asked, answers | proven | explained, 10)))

    assert [each.questions for each in found] == [tuple(stops[2:])]


@pytest.mark.parametrize(
    ("before", "now", "apart", "jumped"),
    [
        (1, 3, timedelta(days=3), True),
        (1, 3, timedelta(days=7), True),
        (1, 3, timedelta(days=8), False),
        (1, 2, timedelta(days=3), False),
        (3, 1, timedelta(days=3), False),
        (1, 3, timedelta(minutes=5), False),
        (None, 3, timedelta(days=3), False),
    ],
)
def test_a_level_that_jumps_within_days(before: int | None, now: int, apart: timedelta, jumped: bool) -> None:
    asked = QUESTIONNAIRE_TYPES[0]
    judgement = judged(asked, {}, 100)
    level = levels_of(judgement)[0]

    found = xray(habit("jump"), XrayCase(judgement, levels={level: [(SAID, before), (SAID + apart, now)]}))

    assert [each.questions for each in found] == ([(level,)] if jumped else [])


def test_everything_in_one_sitting_and_all_in_place() -> None:
    asked = QUESTIONNAIRE_TYPES[1]
    judgement = judged(asked, all_met(asked), 10)
    at_once = {found: SAID + timedelta(minutes=number) for number, found in enumerate(judgement.questions)}
    over_days = at_once | {next(iter(at_once)): SAID - timedelta(days=2)}

    assert len(xray(habit("one_sitting"), XrayCase(judgement, answered_at=at_once))) == 1
    assert xray(habit("one_sitting"), XrayCase(judgement, answered_at=over_days)) == []
    assert xray(habit("one_sitting"), XrayCase(judged(asked, {}, 10), answered_at=at_once)) == []


def test_an_action_done_after_the_answer() -> None:
    asked = QUESTIONNAIRE_TYPES[1]
    question = form(asked).questionnaire.questions[0]
    judgement = judged(asked, {question.id: Answer(_poorest(question))}, 10)
    done = Action("a", question.id, "Gjør det", None, None, ActionStatus.DONE, None, 1, SAID, SAID)
    earlier, later = SAID - timedelta(days=1), SAID + timedelta(days=1)

    for answered, expected in ((earlier, [(question.id,)]), (later, [])):
        plan = plan_of(judgement, [], [done], answered_at={question.id: answered})
        found = xray(habit("action_newer"), XrayCase(judgement, actions=plan.actions))

        assert [each.questions for each in found] == expected


def test_far_above_the_neighbours_only_when_they_are_enough() -> None:
    asked = QUESTIONNAIRE_TYPES[1]
    rule = content().xray.habits.above_neighbours
    assert rule is not None
    topic = rule.topics[0]
    judgement = judged(asked, all_met(asked), 10)
    own = tuple(found for found, each in judgement.questions.items() if each.question.topic == topic)

    for others, expected in (
        ([0.2, 0.3, 0.4, 0.5, 0.9], [own]),
        ([0.2, 0.3, 0.4, 0.5], []),
        ([0.6, 0.6, 0.6, 0.9, 1.0], []),
    ):
        found = xray(habit("above_neighbours"), XrayCase(judgement, neighbours={topic: others}))

        assert [each.questions for each in found] == expected
