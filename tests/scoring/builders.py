"""Questionnaires, answers and judgements in a plain notation (dictionaries, as in docs/scoring.md), and into `scoring`.

questions: {A: {kind: level, expected: {180: 2, 60: 4}, weight: 2, hard_stop: go_live, factor: F02, areas: [testing]}}
answers:   {A: 3}, {A: {done: 4, all: 12}}, {A: {rows: {lab: {done: 1, all: 2}, eye: {not_applicable: why}}}},
           {A: {not_applicable: why}}, {A: {value: 3, waiting_on: epic}}, {A: none_yet}; null or nothing is no answer
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest

from scoring.answers import NONE_YET, Answer, Matrix, MatrixRow, Share, Value
from scoring.basis import counted
from scoring.judgement import Figures, Judged, Judgement, judge
from scoring.proof.phases import Phases
from scoring.questionnaire import Form, Question, Questionnaire
from scoring.vocabulary import WaitingOn
from scoring.waivers import Waiver
from scoring.yardstick import Yardstick, yardstick

Plain = Any
TEXT = {"nb": "tekst"}
PER_KIND: dict[str, dict[str, Plain]] = {
    "level": {"levels": dict.fromkeys(range(5), TEXT)},
    "yes_no": {},
    "share": {"done": TEXT, "all": TEXT},
    "number": {"unit": TEXT, "worst": 0},
    "date": {},
    "matrix": {"row_label": TEXT, "done": TEXT, "all": TEXT, "combine": "pooled"},
}
OF_AN_ANSWER = {"value", "not_applicable", "waiting_on", "disagrees"}


@dataclass(frozen=True)
class Case:
    """One response at one day in the plain notation, with all the judgement is told."""

    questions: dict[str, dict[str, Plain]]
    answers: dict[str, Plain]
    go_live: date | None
    as_of: date
    waivers: list[dict[str, Plain]] = field(default_factory=list)
    actions: dict[str, date] = field(default_factory=dict)
    agreed: list[str] = field(default_factory=list)
    # The day it has confirmed that it started.
    started: date | None = None
    # The customer's question -> what HPAS answers to it.
    hpas: dict[str, Plain] = field(default_factory=dict)
    readiness_coverage: float = 0.5
    verdict_coverage: float = 0.8
    behind_share: float = 0.15
    not_applicable_share: float = 0.1
    # How old an answer may be, as a form keeps it; question -> the day its answer was last stood by.
    freshness: dict[str, int] | None = None
    confirmed: dict[str, date] = field(default_factory=dict)
    # build_stop, test_start, training_start, as far as they are said.
    phases: dict[str, date] = field(default_factory=dict)


def form(case: Case) -> Form:
    questions = tuple(_question(id_, spec) for id_, spec in case.questions.items())
    return Form.model_validate(
        {
            "questionnaire": Questionnaire.model_validate(
                {
                    "customer_type": "municipality",
                    "version": "1",
                    "title": TEXT,
                    "intro": TEXT,
                    "questions": questions,
                }
            ),
            "factors": {f"topic-{factor_of(spec)}": factor_of(spec) for spec in case.questions.values()},
            "readiness_coverage": case.readiness_coverage,
            "verdict_coverage": case.verdict_coverage,
            "behind_share": case.behind_share,
            "not_applicable_share": case.not_applicable_share,
            "freshness": case.freshness,
        }
    )


def factor_of(spec: Mapping[str, Plain]) -> str:
    return str(spec.get("factor", "F01"))


def _question(id_: str, spec: dict[str, Plain]) -> dict[str, Plain]:
    own = {key: value for key, value in spec.items() if key != "factor"}
    if isinstance(own.get("rows"), list):
        own["rows"] = tuple({"id": row, "nb": row} for row in own["rows"])
    if "none_yet" in own:
        own["none_yet"] = TEXT if own["none_yet"] else None
    return {
        "id": id_,
        "topic": f"topic-{factor_of(spec)}",
        "title": TEXT,
        "help": TEXT,
        "action": TEXT,
        "responsible": "customer",
        "lead_days": 30,
        **PER_KIND[spec["kind"]],
        **own,
        "areas": tuple(spec.get("areas", ())),
    }


def question(spec: dict[str, Plain]) -> Question:
    """One question by itself, with the id Q."""
    return form(Case({"Q": spec}, {}, None, date(2027, 1, 1))).questionnaire.questions[0]


def answer(plain: Plain) -> Answer:
    if isinstance(plain, dict) and set(plain) <= OF_AN_ANSWER:
        waiting = plain.get("waiting_on")
        return Answer(
            value=value(plain.get("value")),
            not_applicable=plain.get("not_applicable"),
            waiting_on=None if waiting is None else WaitingOn(waiting),
            disagrees=plain.get("disagrees"),
        )
    return Answer(value=value(plain))


def value(plain: Plain) -> Value | None:
    if plain == NONE_YET.value:
        return NONE_YET
    if not isinstance(plain, dict):
        return plain  # type: ignore[no-any-return]
    if "rows" in plain:
        return Matrix(
            tuple(
                MatrixRow(name, Share(row.get("done"), row.get("all")), row.get("not_applicable"))
                for name, row in plain["rows"].items()
            )
        )
    return Share(plain.get("done"), plain.get("all"))


def one(
    spec: dict[str, Plain],
    plain: Plain,
    *,
    left: int = 89,
    go_live: date | None = date(2027, 5, 1),
    waivers: Sequence[dict[str, Plain]] = (),
    actions: dict[str, date] | None = None,
) -> Judgement:
    """The judgement of a single question, Q, so many days before 1 May 2027."""
    as_of = date(2027, 5, 1) - timedelta(days=left)
    return judged(Case({"Q": spec}, {"Q": plain}, go_live, as_of, list(waivers), actions or {}))


def answers(case: Case) -> dict[str, Answer]:
    """Those that count: the customer's own, and HPAS's in their places."""
    own, given = (
        {id_: answer(plain) for id_, plain in said.items() if plain is not None} for said in (case.answers, case.hpas)
    )
    held = counted(form(case).questionnaire, own, given)
    return {id_: replace(said, confirmed_on=case.confirmed.get(id_)) for id_, said in held.items()}


def waivers(case: Case) -> list[Waiver]:
    return [Waiver(w["question"], w["expires"], value(w.get("given_for"))) for w in case.waivers]


def judged(case: Case, laid_out: Yardstick | None = None) -> Judgement:
    """The case as `scoring` judges it."""
    return judge(
        laid_out or yardstick(form(case)),
        answers(case),
        go_live=case.go_live,
        as_of=case.as_of,
        waivers=waivers(case),
        actions=case.actions,
        agreed=case.agreed,
        phases=Phases(**case.phases),
        started=case.started,
    )


def plain(judgement: Judgement) -> dict[str, Plain]:
    """A judgement in the form of design section 9, for comparing."""
    return {
        "days_left": judgement.days_left,
        "verdict": judgement.verdict,
        "reasons": {reason.rule.value: list(reason.questions) for reason in judgement.reasons},
        "overall": figures(judgement.overall),
        "factors": {factor: figures(said) for factor, said in judgement.factors.items()},
        "areas": {area.value: figures(said) for area, said in judgement.areas.items()},
        "questions": {id_: _judged(one) for id_, one in judgement.questions.items()},
        "earliest_go_live": None
        if judgement.earliest is None
        else {"date": judgement.earliest.date, "decided_by": judgement.earliest.decided_by},
    }


def figures(said: Figures) -> dict[str, Plain]:
    return asdict(said)


def _judged(one: Judged) -> dict[str, Plain]:
    return {
        "status": one.status,
        "attainment": one.attainment,
        "expected_attainment": one.expected_attainment,
        "due": one.due,
        "days_late": one.days_late,
        "slack_days": one.slack_days,
        "reserve_days": one.reserve_days,
        "start_by": one.start_by,
        "live": one.live,
        "stale": one.stale,
        "moving": one.moving,
    }


def same(found: Any, expected: Any, where: str = "judgement") -> None:
    """Fail unless the two say the same, figures within 1e-9; says where they part."""
    if isinstance(expected, dict):
        assert isinstance(found, dict), where
        assert list(found) == list(expected), where
        for key in expected:
            same(found[key], expected[key], f"{where}.{key}")
    elif isinstance(expected, float) and found is not None:
        assert found == pytest.approx(expected, abs=1e-9), where
    else:
        assert found == expected, where
