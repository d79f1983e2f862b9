"""What must not move in a published questionnaire, pinned in `published.json`: ids, kinds, weights, steps, stops, margins.

After a change that is meant, and said why in `basis`: python -m tests.content.published
"""

import json
from pathlib import Path
from typing import Any

from content.catalogue import read_catalogue
from content.published_form import GONE
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


def gone_of(catalogue: Catalogue, pinned: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Customer type -> id -> kind of every question that was pinned once and is asked no more: an id never comes back."""
    before = pinned.get(GONE, {})
    found = {
        kind.value: before.get(kind.value, {})
        | {old: pin["kind"] for old, pin in pinned.get(kind.value, {}).items() if old not in form.by_id}
        for kind, form in catalogue.all_questionnaires.items()
    }
    return {kind: dict(sorted(ids.items())) for kind, ids in found.items() if ids}


def written(catalogue: Catalogue, pinned: dict[str, Any]) -> str:
    """One line per question, so that a change is one line in the history; then what has gone since `pinned`."""
    parts = []
    for kind, questions in pinned_of(catalogue).items():
        lines = (f"    {json.dumps(question_id)}: {json.dumps(pin)}" for question_id, pin in questions.items())
        parts.append(f"  {json.dumps(kind)}: {{\n" + ",\n".join(lines) + "\n  }")
    if gone := gone_of(catalogue, pinned):
        parts.append(f"  {json.dumps(GONE)}: {json.dumps(gone, indent=2).replace(chr(10), chr(10) + '  ')}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    standing = json.loads(PINNED.read_text(encoding="utf-8"))
    PINNED.write_text(written(read_catalogue(ASSESSMENTS), standing), encoding="utf-8")
