"""The reference cases of `assessments/references/`, one file each, read with the questionnaire of the customer's type.

Refuses an answer that could not be given to its question, and two answers to one question for the same day. A customer
that names a case of HPAS gets HPAS's answers from it.
Says nothing of what could only be told from a questionnaire that is itself at fault.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

from pydantic import BeforeValidator, Field, model_validator

from content import yaml_tree
from content.answers_of_hpas import NamedCase, ReadCase, faults_of, with_answers_of
from content.problems import Problem, nearest, problem
from content.prose import check_prose
from content.validation import at, validated
from content.yaml_tree import DamagedNode, Node, YamlFile, YamlScalar, read_file
from scoring.answers import MOST_ROWS, Answer, BadValue, Matrix, MatrixRow, Share, Value, check_entry
from scoring.forecast.reference_class import PastPlan
from scoring.frozen import Frozen, Text
from scoring.questionnaire import MatrixQuestion, Question, Questionnaire
from scoring.reference_cases import CodedAnswer, Period, ReferenceCase, ReportFinding
from scoring.text_fields import Day, Identifier, LevelNumber, Name, Number, OneOf, Prose, fault
from scoring.vocabulary import QUESTIONNAIRE_TYPES, CustomerType, Kind, Programme, QuestionnaireType, questionnaire_type

FOLDER = "references"
Content = TypeVar("Content")


class _Planned(Frozen):
    """When the day was agreed, and which day it was."""

    agreed: Day
    to: Day

    @model_validator(mode="after")
    def _is_ahead(self) -> "_Planned":
        if self.to <= self.agreed:
            raise fault("planned_before_agreed", "to")
        return self


class _GoLive(ReportFinding):
    date: Day
    planned: _Planned | None = None

    @property
    def plan(self) -> PastPlan | None:
        return PastPlan(self.planned.agreed, self.planned.to, self.date) if self.planned else None


class _Head(Frozen):
    """All of a file but its answers, which are read one by one."""

    customer_type: Annotated[QuestionnaireType, OneOf(CustomerType, Programme)]
    name: Name
    go_live: _GoLive
    about: Text
    programme: NamedCase | None = None
    answers: tuple[Any, ...] = Field(min_length=1)


class _Coded(ReportFinding, Generic[Content]):
    """One answer: a value, or the reason why the question does not apply."""

    question: Identifier
    value: Content | None = None
    not_applicable: Prose | None = None
    stands: Period | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> "_Coded[Content]":
        if self.value is None and self.not_applicable is None:
            raise fault("missing_field", "value")
        if self.value is not None and self.not_applicable is not None:
            raise fault("value_and_not_applicable", "not_applicable")
        return self


def _truth(value: Any) -> bool:
    if value in ("true", "false"):
        return bool(value == "true")
    raise fault("not_true_or_false", found=value if isinstance(value, str) else "flere felt")


class _Share(Frozen):
    done: Number
    all: Number


class _Row(_Share):
    row: Name


MODELS: dict[Kind, type[_Coded[Any]]] = {
    Kind.LEVEL: _Coded[LevelNumber],
    Kind.YES_NO: _Coded[Annotated[bool, BeforeValidator(_truth)]],
    Kind.SHARE: _Coded[_Share],
    Kind.NUMBER: _Coded[Number],
    Kind.DATE: _Coded[Day],
    Kind.MATRIX: _Coded[Annotated[tuple[_Row, ...], Field(min_length=1, max_length=MOST_ROWS)]],
}


class Cases(NamedTuple):
    """What could be read, the oldest go-live first, and what is wrong with the rest."""

    read: tuple[ReferenceCase, ...]
    problems: tuple[Problem, ...]


def read_cases(
    folder: Path, questionnaires: Mapping[QuestionnaireType, Questionnaire | None], *, inside: str = FOLDER
) -> Cases:
    """The cases of a folder `inside` this one, which need not be there: those of the report when nothing else is said.

    questionnaires: those that exist; None for one that could not be read.
    """
    place = folder / inside
    try:
        names = sorted(path.name for path in place.iterdir())
    except FileNotFoundError:
        return Cases((), ())
    except NotADirectoryError:
        return Cases((), (problem("not_a_folder", inside),))
    except OSError:
        return Cases((), (problem("unreadable", inside),))
    read: list[ReadCase] = []
    problems: list[Problem] = []
    for name in names:
        if name.endswith(".yaml") and not name.startswith("."):
            case = _Case(f"{inside}/{name}", problems, questionnaires).read(read_file(place / name))
            read += [case] if case else []
        elif not name.startswith(".") and (".yaml" in name.lower() or ".yml" in name.lower()):
            problems.append(problem("unknown_ending", f"{inside}/{name}"))
    cases = _with_hpas(read, {Path(name).stem for name in names}, questionnaires, problems)
    return Cases(tuple(sorted(cases, key=lambda case: (case.go_live, case.name))), tuple(problems))


def _with_hpas(
    read: Iterable[ReadCase],
    names: Iterable[str],
    questionnaires: Mapping[QuestionnaireType, Questionnaire | None],
    problems: list[Problem],
) -> Iterator[ReferenceCase]:
    """The cases with HPAS's answers; what is wrong with a name is added to `problems`.

    names: of all files. One that could not be read is taken for HPAS's, so that nothing is concluded from it.
    """
    known = {each.case.id: each.case for each in read}
    of_hpas = {name: known.get(name) for name in names if name not in known or _is_hpas(known[name])}
    for each in read:
        asked, named = questionnaires.get(each.case.customer_type), each.named
        if asked is None or named is None:
            yield each.case
            continue
        problems += faults_of(each, named, of_hpas, asked)
        theirs = of_hpas.get(named.case)
        yield each.case if theirs is None else with_answers_of(theirs, each.case, named, asked)


def _is_hpas(case: ReferenceCase) -> bool:
    return case.customer_type is Programme.PROGRAMME


@dataclass(slots=True)
class _Case:
    """One file on its way from tree to case; what is wrong is added to `problems`."""

    file: str
    problems: list[Problem]
    questionnaires: Mapping[QuestionnaireType, Questionnaire | None]

    def read(self, reading: YamlFile) -> ReadCase | None:
        """The case, or None when anything was wrong with it."""
        before = len(self.problems)
        self.problems += [replace(each, file=self.file) for each in reading.problems]
        if reading.root is None:
            return None
        head = validated(_Head, reading.root, self.file)
        if isinstance(head, list):
            self.problems += head
        self.problems += check_prose(self.file, reading.root)
        coded = self._answers(reading.root)
        if isinstance(head, list) or len(self.problems) > before:
            return None
        case = ReferenceCase(
            id=Path(self.file).stem,
            name=head.name,
            customer_type=head.customer_type,
            go_live=head.go_live.date,
            go_live_finding=_finding(head.go_live),
            about=head.about,
            coded=tuple(coded),
            plan=head.go_live.plan,
        )
        return ReadCase(case, head.programme, reading.root)

    def _answers(self, root: yaml_tree.YamlMapping) -> list[CodedAnswer]:
        nodes, questionnaire = at(root, "answers"), self._questionnaire(root)
        items = nodes.items if isinstance(nodes, yaml_tree.YamlSequence) else ()
        coded: list[tuple[CodedAnswer, int]] = []
        for number, node in enumerate(items, start=1):
            if isinstance(node, yaml_tree.YamlMapping):
                coded += [(answer, node.line) for answer in self._answer(node, questionnaire)]
            elif not isinstance(node, DamagedNode):
                self.problems.append(problem("not_a_mapping", self.file, node.line, field=f"answers.{number}"))
        for (first, _), (second, line) in combinations(coded, 2):
            if first.question_id == second.question_id and first.overlaps(second):
                self.problems.append(problem("answers_overlap", self.file, line, question=second.question_id))
        return [answer for answer, _ in coded]

    def _questionnaire(self, root: yaml_tree.YamlMapping) -> Questionnaire | None:
        """The questionnaire the case is answered with; None when that is not known, or there is none."""
        named = at(root, "customer_type")
        if not isinstance(named, YamlScalar) or named.text not in set(QUESTIONNAIRE_TYPES):
            return None
        kind = questionnaire_type(named.text)
        if kind not in self.questionnaires:
            line = root.lines["customer_type"]
            self.problems.append(
                problem("no_such_questionnaire", self.file, line, field="customer_type", found=f"{kind}.yaml")
            )
        return self.questionnaires.get(kind)

    def _answer(self, node: yaml_tree.YamlMapping, questionnaire: Questionnaire | None) -> Iterator[CodedAnswer]:
        named = at(node, "question")
        question_id = named.text if isinstance(named, YamlScalar) else ""
        question = questionnaire.by_id.get(question_id) if questionnaire else None
        model: type[_Coded[Any]] = MODELS[Kind(question.kind)] if question else _Coded[Any]
        coded = validated(model, node, self.file)
        if isinstance(coded, list):
            self.problems += [replace(each, question=question_id) for each in coded]
        if questionnaire and question_id and question is None:
            self._unknown_question(node, question_id, questionnaire)
        if question is not None and not isinstance(coded, list):
            yield from self._checked(question, coded, node)

    def _unknown_question(self, node: Node, found: str, questionnaire: Questionnaire) -> None:
        line = node.lines["question"] if isinstance(node, yaml_tree.YamlMapping) else node.line
        near, other = nearest(found, questionnaire.by_id), f"{questionnaire.customer_type}.yaml"
        self.problems.append(
            problem("unknown_question", self.file, line, field="question", near=near, found=found, other=other)
        )

    def _checked(self, question: Question, coded: _Coded[Any], node: yaml_tree.YamlMapping) -> Iterator[CodedAnswer]:
        value = None if coded.value is None else _value(coded.value)
        try:
            if value is not None:
                check_entry(question, value)
        except BadValue as bad:
            self.problems.append(self._bad_value(question, bad, node.lines["value"]))
            return
        if isinstance(question, MatrixQuestion) and isinstance(value, Matrix):
            self._every_row(question, value, node.lines["value"])
        answer = Answer(value=value, not_applicable=coded.not_applicable)
        yield CodedAnswer(question.id, answer, _finding(coded), coded.stands)

    def _every_row(self, question: MatrixQuestion, matrix: Matrix, line: int) -> None:
        """A matrix counts as unanswered until every row that is asked about is there."""
        missing = sorted({row.id for row in question.fixed_rows} - {row.row for row in matrix.rows})
        if missing:
            told = ", ".join(missing)
            self.problems.append(
                problem("row_missing", self.file, line, question=question.id, field="value", missing=told)
            )

    def _bad_value(self, question: Question, bad: BadValue, line: int) -> Problem:
        faults = {"repeated_row": "repeated_item", "row_without_name": "long_name"}
        kind = faults.get(bad.fault, bad.fault)
        rows = [row.id for row in question.fixed_rows] if isinstance(question, MatrixQuestion) else []
        near = nearest(str(bad.context.get("row", "")), rows) if kind == "unknown_row" else ""
        context = {"allowed": ", ".join(rows)} | bad.context
        return problem(kind, self.file, line, question=question.id, field="value", near=near, **context)


def _finding(told: ReportFinding) -> ReportFinding:
    """Only what every finding has."""
    return ReportFinding(source=told.source, section=told.section, reading=told.reading, why=told.why)


def _value(raw: Any) -> Value:
    if isinstance(raw, _Share):
        return Share(raw.done, raw.all)
    if isinstance(raw, tuple):
        return Matrix(tuple(MatrixRow(row.row, Share(row.done, row.all)) for row in raw))
    known: Value = raw
    return known
