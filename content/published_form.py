"""What was published before, held against what is asked now: a hard stop does not go, and no id comes back, in silence."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from content.problems import Problem, nearest, problem
from scoring.questionnaire import Catalogue, Question, Questionnaire

PUBLISHED = "published.json"
GONE = "gone"


def against_published(folder: Path, catalogue: Catalogue) -> list[Problem]:
    """What cannot stand beside `published.json`; the file need not be, and then nothing is known of what was."""
    try:
        published = json.loads((folder / PUBLISHED).read_text(encoding="utf-8"))
    except FileNotFoundError:
        published = None
    except (OSError, ValueError):
        return [problem("unreadable", PUBLISHED)]
    found: list[Problem] = []
    for kind, form in catalogue.all_questionnaires.items():
        pinned = (published or {}).get(kind.value, {})
        gone = (published or {}).get(GONE, {}).get(kind.value, {})
        kinds = {question_id: str(pin.get("kind", "")) for question_id, pin in pinned.items()} | gone
        found += [*_stops_gone(form, pinned), *_used_again(form, gone)]
        found += _replaced(form, kinds if published is not None else None)
    return found


def _stops_gone(form: Questionnaire, pinned: Mapping[str, dict[str, Any]]) -> Iterator[Problem]:
    """A hard stop that went, unless another one replaces it."""
    replaced = {old for question in form.questions if question.hard_stop for old in question.replaces}
    for question_id, pin in pinned.items():
        question = form.by_id.get(question_id)
        stands = question is not None and question.hard_stop is not None
        if pin.get("hard_stop") and not stands and question_id not in replaced:
            yield problem("hard_stop_gone", _file(form), question=question_id, field="hard_stop")


def _used_again(form: Questionnaire, gone: Mapping[str, str]) -> Iterator[Problem]:
    for question_id in gone.keys() & form.by_id.keys():
        yield problem("id_used_again", _file(form), question=question_id, field="id")


def _replaced(form: Questionnaire, kinds: Mapping[str, str] | None) -> Iterator[Problem]:
    """Every `replaces` that no answer can follow. kinds: of what has been asked before, where it is known."""
    taken: dict[str, str] = {}
    for question in form.questions:
        for old in question.replaces:
            fault, said = _fault(form, question, old, kinds)
            if not fault and old in taken:
                fault, said = "replaced_twice", {"found": old, "other": taken[old]}
            if fault:
                about: dict[str, Any] = {"question": question.id, "field": "replaces", **said}
                near = nearest(old, kinds) if fault == "replaces_unknown" and kinds else ""
                yield problem(fault, _file(form), near=near, **about)
            taken.setdefault(old, question.id)


def _fault(
    form: Questionnaire, question: Question, old: str, kinds: Mapping[str, str] | None
) -> tuple[str, dict[str, str]]:
    if old in form.by_id:
        return "replaces_still_asked", {"found": old}
    if kinds is not None and old not in kinds:
        return "replaces_unknown", {"found": old}
    if kinds is not None and kinds[old] != question.kind:
        return "replaces_other_kind", {"found": old, "theirs": kinds[old], "own": question.kind.value}
    return "", {}


def _file(form: Questionnaire) -> str:
    return f"{form.customer_type}.yaml"
