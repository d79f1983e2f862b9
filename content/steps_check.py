"""What must hold of a question's steps for the work to fit, of their reasons, and of the short form (design section 2)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from content.problems import Problem, problem
from content.validation import at
from content.yaml_tree import YamlMapping
from scoring.formulas import TOLERANCE
from scoring.frozen import GroundsInParts
from scoring.questionnaire import DateQuestion, Question, Questionnaire, YesNoQuestion

# A short form is for the first hour, and for a board: fewer says too little, more is no short form.
CORE = range(12, 16)


def check_core(file: str, root: YamlMapping, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A short form that is too short or too long; a questionnaire need not have one."""
    marked = sum(question.core for question in questionnaire.questions)
    if marked and marked not in CORE:
        least, most = CORE.start, CORE.stop - 1
        line, fault = root.lines["questions"], "short_form_of_another_length"
        yield problem(fault, file, line, field="core", marked=marked, least=least, most=most)


def check_steps(file: str, root: YamlMapping, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Every question that cannot be followed to the day, with the line of the field to change."""
    for number, question in enumerate(questionnaire.questions):
        node = at(root, "questions", number)
        lines = node.lines if isinstance(node, YamlMapping) else {}
        for field, fault, said in _faults(question):
            yield problem(fault, file, lines.get(field, 1), question=question.id, field=field, **said)


def _faults(question: Question) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Field, fault and what to say it with."""
    marks = question.step_attainments
    for earlier, later in pairwise(marks):
        work, days = question.lead_days * (marks[later] - marks[earlier]), earlier - later
        if work > days + TOLERANCE:
            yield "expected", "no_time_for_the_work", {"earlier": earlier, "later": later, "work": work, "days": days}
    if isinstance(question, DateQuestion):
        for days, value in question.steps.items():
            if days != value:
                yield "expected", "date_step_on_another_day", {"days": days, "value": value}
    if question.margin_days is not None and question.hard_stop is None:
        yield "margin_days", "margin_without_hard_stop", {}
    elif question.margin_days is not None and question.margin_days > question.last_step:
        yield "margin_days", "margin_beyond_last_step", {"margin": question.margin_days, "last": question.last_step}
    if question.not_before is not None and question.not_before < question.last_step:
        yield "not_before", "not_before_too_late", {"days": question.not_before, "last": question.last_step}
    if question.proves_on is not None and isinstance(question, DateQuestion):
        yield "proves_on", "proves_on_date", {}
    if not question.waivable and question.hard_stop is None:
        yield "waivable", "waivable_without_hard_stop", {}
    measured = not isinstance(question, (YesNoQuestion, DateQuestion))
    if isinstance(question.basis, GroundsInParts) and question.basis.amount is None and measured:
        yield "basis", "basis_without_amount", {}
