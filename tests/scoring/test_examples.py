"""Every worked example of docs/scoring.md holds, for the judgement and for the naive one."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from scoring.gaps import Gap, gaps_of
from scoring.judgement import Judgement
from scoring.words import Kind, Rule, Status, Verdict
from tests.scoring import builders, oracle
from tests.scoring.builders import Case

PAGE = Path(__file__).parents[2] / "docs" / "scoring.md"
EXAMPLES = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", PAGE.read_text("utf-8"), re.M | re.S)]
INPUT = {"questions", "answers", "go_live", "waivers", "actions", "readiness_coverage", "verdict_coverage"}


def days(example: dict[str, Any]) -> dict[date, dict[str, Any]]:
    """What is expected of an example, by day."""
    if "at" in example:
        return dict(example["at"])
    return {example["as_of"]: example["expect"]}


def case_of(example: dict[str, Any], as_of: date) -> Case:
    return Case(**{key: value for key, value in example.items() if key in INPUT}, as_of=as_of)


def contains(found: Any, expected: Any, where: str) -> None:
    """Fail unless everything expected is found; what is not named is not compared."""
    if isinstance(expected, dict) and where.endswith("reasons"):
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


def everything(judgement: Judgement) -> dict[str, Any]:
    gaps = gaps_of(judgement)
    return builders.plain(judgement) | {
        "waived": [id_ for id_, one in judgement.questions.items() if one.waived],
        "gap_ids": [gap.question.id for gap in gaps],
        "gaps": {gap.question.id: _gap(gap) for gap in gaps},
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
        "rows": list(short.rows),
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["example"])
def test_the_example_holds(example: dict[str, Any]) -> None:
    for as_of, expected in days(example).items():
        contains(everything(builders.judged(case_of(example, as_of))), expected, str(as_of))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["example"])
def test_the_naive_judgement_agrees_with_the_example(example: dict[str, Any]) -> None:
    for as_of, expected in days(example).items():
        judged_here = {key: value for key, value in expected.items() if key not in ("gaps", "gap_ids", "waived")}
        contains(oracle.judge(case_of(example, as_of)), judged_here, str(as_of))


def test_no_example_has_a_word_nobody_reads() -> None:
    known = INPUT | {"example", "as_of", "expect", "at"}
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
