"""One judgement as a JSON object or a CSV table for programs (design section 9). Nothing is rounded."""

import json
from collections.abc import Iterator
from dataclasses import asdict, astuple
from datetime import date
from typing import Any

from language import HARD_STOPS, STATUSES, VERDICTS
from reports.columns import Cell, choice, day, number, text, truth, whole
from reports.dialect import Dialect, to_bytes
from scoring.judgement import Judged, Judgement
from scoring.vocabulary import QuestionnaireType

# In the order of `scoring.judgement.Figures`.
FIGURES = (
    number("readiness", "På plass", 1),
    number("low", "Lavest mulig", 1),
    number("high", "Høyest mulig", 1),
    number("expected", "Forventet", 1),
    number("coverage", "Svargrad", 3),
    whole("answered", "Besvart"),
    whole("applicable", "Aktuelle"),
    number("ahead_days", "Dager foran planen", 1),
)
QUESTION = (
    choice("status", "status", STATUSES),
    number("attainment", "attainment"),
    number("expected_attainment", "expected_attainment"),
    choice("hard_stop", "hard_stop", HARD_STOPS),
    day("due", "due"),
    whole("days_late", "days_late"),
    whole("slack_days", "slack_days"),
    whole("reserve_days", "reserve_days"),
    day("start_by", "start_by"),
    truth("stale", "stale"),
    day("confirmed_on", "confirmed_on"),
    truth("moving_solution", "moving_solution"),
)
COLUMNS = (
    text("group", "group"),
    text("id", "id"),
    choice("verdict", "verdict", VERDICTS),
    day("earliest_go_live", "earliest_go_live"),
    text("decided_by", "decided_by"),
    *FIGURES,
    *QUESTION,
)


def judgement_json(judgement: Judgement, asked: QuestionnaireType) -> str:
    """The object of design section 9 with its keys in that order, `null` where a figure does not exist."""
    return json.dumps(_object(judgement, asked), ensure_ascii=False, indent=2, default=date.isoformat) + "\n"


def _object(judgement: Judgement, asked: QuestionnaireType) -> dict[str, Any]:
    earliest, names = judgement.earliest, [column.id for column in QUESTION]
    return {
        "questionnaire": asked.value,
        "go_live": judgement.go_live,
        "as_of": judgement.as_of,
        "days_left": judgement.days_left,
        "verdict": judgement.verdict,
        "reasons": [{"rule": reason.rule, "questions": reason.questions} for reason in judgement.reasons],
        "overall": asdict(judgement.overall),
        "factors": {factor: asdict(figures) for factor, figures in judgement.factors.items()},
        "areas": {area: asdict(figures) for area, figures in judgement.areas.items()},
        "questions": {
            key: dict(zip(names, _question(judged), strict=True)) for key, judged in judgement.questions.items()
        },
        "earliest_go_live": {
            "date": earliest.date if earliest else None,
            "decided_by": earliest.decided_by if earliest else None,
        },
    }


def _question(judged: Judged) -> list[Cell]:
    return [
        judged.status,
        judged.attainment,
        judged.expected_attainment,
        judged.question.hard_stop,
        judged.due,
        judged.days_late,
        judged.slack_days,
        judged.reserve_days,
        judged.start_by,
        judged.stale,
        judged.answer.confirmed_on,
        judged.moving,
    ]


def judgement_csv(judgement: Judgement) -> bytes:
    """The same as one table: a line for everything, each factor, each area and each question."""
    return to_bytes(COLUMNS, _rows(judgement), Dialect.PROGRAM)


def _rows(judgement: Judgement) -> Iterator[list[Cell]]:
    earliest, no_question = judgement.earliest, [None] * len(QUESTION)
    conclusion: list[Cell] = [judgement.verdict, None, None]
    if earliest:
        conclusion[1:] = [earliest.date, earliest.decided_by]
    yield ["overall", None, *conclusion, *astuple(judgement.overall), *no_question]
    for factor, figures in judgement.factors.items():
        yield ["factor", factor, None, None, None, *astuple(figures), *no_question]
    for area, figures in judgement.areas.items():
        yield ["area", area, None, None, None, *astuple(figures), *no_question]
    for question_id, judged in judgement.questions.items():
        yield ["question", question_id, None, None, None, *[None] * len(FIGURES), *_question(judged)]
