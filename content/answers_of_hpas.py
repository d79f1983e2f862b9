"""What HPAS answers the customers of the reference cases: the case of HPAS that a customer's file names.

A customer's own coded answer to a question of HPAS's is what HPAS would have answered that customer alone, and holds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import model_validator

from content.problems import Problem, nearest, problem
from content.validation import at
from content.yaml_tree import YamlMapping
from scoring.basis import as_asked, is_given
from scoring.frozen import Frozen, Text
from scoring.questionnaire import Questionnaire
from scoring.reference_cases import ReferenceCase
from scoring.text_fields import Identifier, Name, fault
from scoring.vocabulary import Programme

FIELD = "programme"


class NamedCase(Frozen):
    """The case HPAS's answers are taken from, but those it did not give this customer, and why."""

    case: Name
    left_out: tuple[Identifier, ...] = ()
    why: Text | None = None

    @model_validator(mode="after")
    def _says_why(self) -> "NamedCase":
        if self.left_out and self.why is None:
            raise fault("missing_field", "why")
        return self


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A case as its file has it, with the case of HPAS it names."""

    case: ReferenceCase
    named: NamedCase | None
    root: YamlMapping

    @property
    def file(self) -> str:
        return f"references/{self.case.id}.yaml"

    @property
    def line(self) -> int:
        return self.root.lines[FIELD]


def faults_of(
    read: ReadCase, named: NamedCase, of_hpas: Mapping[str, ReferenceCase | None], asked: Questionnaire
) -> Iterator[Problem]:
    """What is wrong with what a file names. of_hpas: the cases of HPAS by name; None for one that could not be read."""
    if read.case.customer_type is Programme.PROGRAMME:
        yield problem("from_programme_here", read.file, read.line, field=FIELD)
    elif named.case not in of_hpas:
        near, found = nearest(named.case, of_hpas), named.case
        yield problem("from_programme_no_case", read.file, read.line, field=f"{FIELD}.case", near=near, found=found)
    line = at(read.root, FIELD, "left_out")
    for question_id in named.left_out:
        if question_id not in asked.carried:
            told = {"question": question_id, "field": f"{FIELD}.left_out"}
            yield problem("from_programme_not_carried", read.file, line.line if line else read.line, **told)


def with_answers_of(
    theirs: ReferenceCase, case: ReferenceCase, named: NamedCase, asked: Questionnaire
) -> ReferenceCase:
    """The customer's case with what HPAS answered at the same distance from its go-live."""
    own = {coded.question_id for coded in case.coded} | set(named.left_out)
    found = [
        replace(coded, question_id=question.id, answer=given, of_hpas=True)
        for question in asked.questions
        for coded in theirs.coded
        if question.id not in own and coded.question_id == question.from_programme
        if is_given(given := as_asked(question, coded.answer))
    ]
    return replace(case, coded=(*case.coded, *found))
