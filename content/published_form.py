"""What was published before, held against what is asked now: a hard stop does not go without anyone saying so."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from content.problems import Problem, problem
from scoring.questionnaire import Catalogue

PUBLISHED = "published.json"


def hard_stops_gone(folder: Path, catalogue: Catalogue) -> list[Problem]:
    """Hard stops of `published.json` that are no longer there; the file need not be."""
    try:
        published = json.loads((folder / PUBLISHED).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError):
        return [problem("unreadable", PUBLISHED)]
    return list(_gone(published, catalogue))


def _gone(published: dict[str, dict[str, dict[str, Any]]], catalogue: Catalogue) -> Iterator[Problem]:
    for kind, form in catalogue.all_questionnaires.items():
        for question_id, pinned in published.get(kind.value, {}).items():
            question = form.by_id.get(question_id)
            if pinned.get("hard_stop") and (question is None or question.hard_stop is None):
                yield problem("hard_stop_gone", f"{kind}.yaml", question=question_id, field="hard_stop")
