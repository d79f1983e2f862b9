"""One judgement as a JSON object or a CSV table for programs (design section 9). Nothing is rounded."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from reports.dialect import Cell, Column, Dialect, to_bytes
from reports.portfolio.comparison_csv import FIGURES, figure_cells
from scoring.judgement import Judged, Judgement
from scoring.vocabulary import CustomerType

QUESTION = (
    "status",
    "attainment",
    "expected_attainment",
    "hard_stop",
    "due",
    "days_late",
    "slack_days",
    "reserve_days",
    "start_by",
)
COLUMNS = (
    *(Column(name, name) for name in ("group", "id", "verdict", "earliest_go_live", "decided_by")),
    *FIGURES,
    *(Column(name, name) for name in QUESTION),
)


def judgement_json(judgement: Judgement, customer_type: CustomerType) -> str:
    """The object of design section 9 with its keys in that order, `null` where a figure does not exist."""
    return json.dumps(_object(judgement, customer_type), ensure_ascii=False, indent=2) + "\n"


def _object(judgement: Judgement, customer_type: CustomerType) -> dict[str, Any]:
    earliest = judgement.earliest
    return {
        "questionnaire": customer_type.value,
        "go_live": _iso(judgement.go_live),
        "as_of": _iso(judgement.as_of),
        "days_left": judgement.days_left,
        "verdict": judgement.verdict,
        "reasons": [{"rule": reason.rule, "questions": reason.questions} for reason in judgement.reasons],
        "overall": asdict(judgement.overall),
        "factors": {factor: asdict(figures) for factor, figures in judgement.factors.items()},
        "areas": {area: asdict(figures) for area, figures in judgement.areas.items()},
        "questions": {question_id: _question(judged) for question_id, judged in judgement.questions.items()},
        "earliest_go_live": {
            "date": _iso(earliest.date if earliest else None),
            "decided_by": earliest.decided_by if earliest else None,
        },
    }


def _question(judged: Judged) -> dict[str, Any]:
    values = (
        judged.status,
        judged.attainment,
        judged.expected_attainment,
        judged.question.hard_stop,
        _iso(judged.due),
        judged.days_late,
        judged.slack_days,
        judged.reserve_days,
        _iso(judged.start_by),
    )
    return dict(zip(QUESTION, values, strict=True))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def judgement_csv(judgement: Judgement) -> bytes:
    """The same as one table: a line for everything, each factor, each area and each question."""
    return to_bytes(COLUMNS, _rows(judgement), Dialect.PROGRAM)


def _rows(judgement: Judgement) -> Iterator[list[Cell]]:
    earliest, no_question = judgement.earliest, [None] * len(QUESTION)
    conclusion: list[Cell] = [judgement.verdict, None, None]
    if earliest:
        conclusion[1:] = [earliest.date, earliest.decided_by]
    yield ["overall", None, *conclusion, *figure_cells(judgement.overall), *no_question]
    for factor, figures in judgement.factors.items():
        yield ["factor", factor, None, None, None, *figure_cells(figures), *no_question]
    for area, figures in judgement.areas.items():
        yield ["area", area, None, None, None, *figure_cells(figures), *no_question]
    for question_id, judged in judgement.questions.items():
        yield ["question", question_id, None, None, None, *[None] * len(FIGURES), *_question(judged).values()]
