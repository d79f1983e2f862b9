"""What must not move in a published questionnaire, pinned in `published.json`: ids, kinds, weights, steps, stops, margins.

After a change that is meant, and said why in `basis`: python -m tests.content.published
"""

import json
from pathlib import Path
from typing import Any

from content.catalogue import read_catalogue
from scoring.questionnaire import Catalogue, Question

HERE = Path(__file__).parent
ASSESSMENTS = HERE.parent.parent / "assessments"
PINNED = ASSESSMENTS / "published.json"


def pinned_of(catalogue: Catalogue) -> dict[str, dict[str, dict[str, Any]]]:
    """Customer type -> question id -> what is pinned of the question."""
    return {
        kind.value: {question.id: _pin(question) for question in questionnaire.questions}
        for kind, questionnaire in catalogue.all_questionnaires.items()
    }


def _pin(question: Question) -> dict[str, Any]:
    return {
        "kind": str(question.kind),
        "weight": question.weight,
        "steps": {str(days): value for days, value in question.steps.items()},
        "hard_stop": question.hard_stop and question.hard_stop.value,
        "margin_days": question.margin_days,
        "waivable": question.waivable,
        "not_before": question.not_before,
    }


def written(catalogue: Catalogue) -> str:
    """One line per question, so that a change is one line in the history."""
    parts = []
    for kind, questions in pinned_of(catalogue).items():
        lines = (f"    {json.dumps(question_id)}: {json.dumps(pin)}" for question_id, pin in questions.items())
        parts.append(f"  {json.dumps(kind)}: {{\n" + ",\n".join(lines) + "\n  }")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    PINNED.write_text(written(read_catalogue(ASSESSMENTS)), encoding="utf-8")
