"""Every worked example of docs/scoring.md holds, for the judgement and for the naive one."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from scoring.gaps import Gap, by_urgency, gaps_of
from scoring.judgement import Judgement
from scoring.plan import Action, ActionStatus, Plan, plan_dates, plan_of, to_answer_again
from scoring.shortest_way import ShortestWay, shortest_ways
from scoring.vocabulary import Kind, Rule, Status, Verdict
from scoring.waivers import WaiverCase, WaiverState, standing
from scoring.what_if import chain
from tests.scoring import builders, oracle
from tests.scoring.builders import Case
from tests.scoring.test_decisions import worse

PAGE = Path(__file__).parents[2] / "docs" / "scoring.md"
EXAMPLES = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", PAGE.read_text("utf-8"), re.M | re.S)]
OF_A_PLAN = {"plan", "answered"}
# What is worked out from a judgement, which the naive one does not.
DERIVED = {"gaps", "gap_ids", "first", "waived", "standings", "ways", "chain", "catch_up_by", "next_stops", "plan", "to_answer_again", "without_action", "next_without_action", "worse_since"}  # fmt: skip
# Parts of a result that are claimed whole.
EXACT = ("reasons", "obstacles", "promised")
INPUT = {"questions", "answers", "go_live", "waivers", "actions", "agreed", "started", "hpas", "readiness_coverage", "verdict_coverage", "behind_share", "not_applicable_share", "freshness", "confirmed", "phases"}  # fmt: skip


def days(example: dict[str, Any]) -> dict[date, dict[str, Any]]:
    """What is expected of an example, by day."""
    if "at" in example:
        return dict(example["at"])
    return {example["as_of"]: example["expect"]}


def case_of(example: dict[str, Any], as_of: date) -> Case:
    """What the judgement is told: of waivers those that are approved, of a plan the days it promises."""
    told = {key: value for key, value in example.items() if key in INPUT}
    approved = [one for one in told.pop("waivers", []) if "state" not in one]
    case = Case(**told, waivers=approved, as_of=as_of)
    if "plan" not in example:
        return case
    return replace(case, actions=plan_dates(planned(example), as_of=as_of))


def planned(example: dict[str, Any]) -> list[Action]:
    """The actions of an example's `plan`."""
    return [
        Action(
            id=str(number),
            question_id=one["question"],
            text="tekst",
            owner=one.get("owner"),
            due=one.get("due"),
            status=ActionStatus(one.get("status", "planned")),
            note=None,
            version=1,
            done_at=noon(one["done"]) if "done" in one else None,
            updated_at=noon(example["as_of"]),
        )
        for number, one in enumerate(example["plan"])
    ]


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def contains(found: Any, expected: Any, where: str) -> None:
    """Fail unless everything expected is found; what is not named is not compared."""
    if isinstance(expected, dict) and where.endswith(EXACT):
        assert found == expected, where
    elif isinstance(expected, dict):
        for key, value in expected.items():
            assert key in found, f"{where}: {key} is not there"
            contains(found[key], value, f"{where}.{key}")
    elif (number := as_number(expected)) is not None and not isinstance(expected, bool):
        assert found is not None, where
        assert found == pytest.approx(number, abs=1e-9), where
    else:
        assert found == expected, where


def as_number(expected: Any) -> float | None:
    if isinstance(expected, str) and re.fullmatch(r"\d+/\d+", expected):
        return float(Fraction(expected))
    return float(expected) if isinstance(expected, (int, float)) else None


def everything(example: dict[str, Any], as_of: date) -> dict[str, Any]:
    case = case_of(example, as_of)
    judgement = builders.judged(case)
    gaps = gaps_of(judgement)
    answered = {id_: noon(day) for id_, day in example.get("answered", {}).items()}
    plan = plan_of(judgement, gaps, planned(example) if "plan" in example else [], answered_at=answered)
    return builders.plain(judgement) | {
        "waived": [id_ for id_, one in judgement.questions.items() if one.waived],
        "standings": standings(example, case),
        "gap_ids": [gap.question.id for gap in gaps],
        "gaps": {gap.question.id: _gap(gap) for gap in gaps},
        "first": [gap.question.id for gap in by_urgency(gaps) if gap.open],
        "ways": {way.target.value: _way(way) for way in shortest_ways(judgement, form=builders.form(case))},
        "chain": [link.question.id for link in chain(judgement, case.actions)],
        "catch_up_by": judgement.catch_up_by,
        "next_stops": _next_stops(judgement),
        "promised": dict(case.actions),
        "worse_since": _worse_since(example, case),
        **_plan(plan),
    }


def _worse_since(example: dict[str, Any], case: Case) -> list[str]:
    """The hard stops that are answered worse than when an example's `decided` was."""
    if (decided := example.get("decided")) is None:
        return []
    return worse(replace(case, answers=decided["answers"], as_of=decided["day"]), case)


def _next_stops(judgement: Judgement) -> dict[str, Any] | None:
    coming = judgement.next_stops
    if coming is None:
        return None
    return {"date": coming.date, "questions": list(coming.questions), "not_begun": list(coming.not_begun)}


def standings(example: dict[str, Any], case: Case) -> list[str]:
    cases = [
        WaiverCase(
            id="",
            question_id=one["question"],
            state=WaiverState(one.get("state", "approved")),
            measure="",
            owner="",
            expires=one["expires"],
            given_for=builders.value(one["given_for"]),
            proposed_by="",
            proposed_at=noon(case.as_of),
        )
        for one in example.get("waivers", [])
    ]
    answers = builders.answers(case)
    return [standing(one, answers, go_live=case.go_live, as_of=case.as_of).value for one in cases]


def _way(way: ShortestWay) -> dict[str, Any]:
    return {
        "steps": [step.question.id for step in way.steps],
        "obstacles": {step.question.id: step.obstacle.value for step in way.steps if step.obstacle},
        "effort": way.effort,
        "finish": way.finish,
        "in_sequence": way.in_sequence,
        "by_effort": way.by_effort,
        "fits": way.fits,
        "fits_in_sequence": way.fits_in_sequence,
    }


def _plan(plan: Plan) -> dict[str, Any]:
    flags = ("overdue", "unowned", "undated", "too_late", "answer_again")
    return {
        "plan": [[flag for flag in flags if getattr(one, flag)] for one in plan.actions],
        "to_answer_again": list(to_answer_again(plan)),
        "without_action": [gap.question.id for gap in plan.without_action],
        "next_without_action": [gap.question.id for gap in plan.next_without_action],
    }


def _gap(gap: Gap) -> dict[str, Any]:
    short = gap.shortfall
    return {
        "when": gap.when,
        "by": gap.by,
        "days_late": gap.days_late,
        "own": gap.own,
        "waiting_on": gap.waiting_on,
        "value": short.value,
        "target": short.target,
        "done": short.done,
        "all": short.all,
        "lacking": short.lacking,
        "slack_days": gap.slack_days,
        "start_by": gap.start_by,
        "rows": list(short.rows),
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["example"])
def test_the_example_holds(example: dict[str, Any]) -> None:
    for as_of, expected in days(example).items():
        contains(everything(example, as_of), expected, str(as_of))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["example"])
def test_the_naive_judgement_agrees_with_the_example(example: dict[str, Any]) -> None:
    for as_of, expected in days(example).items():
        case = case_of(example, as_of)
        promised = oracle.promised(example["plan"], as_of) if "plan" in example else case.actions
        found = oracle.judge(replace(case, actions=promised)) | {"promised": promised}
        contains(found, {key: value for key, value in expected.items() if key not in DERIVED}, str(as_of))


def test_no_example_has_a_word_nobody_reads() -> None:
    known = INPUT | OF_A_PLAN | {"decided", "example", "as_of", "expect", "at"}
    assert [sorted(set(example) - known) for example in EXAMPLES if set(example) - known] == []


def test_examples_have_names_of_their_own() -> None:
    names = [example["example"] for example in EXAMPLES]
    assert sorted(set(names)) == sorted(names)


def test_the_page_has_an_example_of_every_kind_status_verdict_and_rule() -> None:
    expected = [part for example in EXAMPLES for part in days(example).values()]
    kinds = {spec["kind"] for example in EXAMPLES for spec in example["questions"].values()}
    statuses = {one.get("status") for part in expected for one in part.get("questions", {}).values()}
    assert kinds == {kind.value for kind in Kind}
    assert statuses - {None} == {status.value for status in Status}
    assert {part.get("verdict") for part in expected} - {None} == {verdict.value for verdict in Verdict}
    assert {rule for part in expected for rule in part.get("reasons", {})} == {rule.value for rule in Rule}
