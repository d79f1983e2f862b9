"""What is recorded after a go-live: `outcomes.yaml` held against the topics, lessons and questionnaires it names."""

from collections.abc import Collection, Iterator, Mapping

from content.problems import Problem, nearest, problem
from content.validation import at
from content.yaml_tree import YamlMapping, YamlScalar, YamlSequence
from scoring.outcomes.measures import OutcomeRules
from scoring.questionnaire import Questionnaire
from scoring.vocabulary import QuestionnaireType

FILE = "outcomes.yaml"
Asked = Mapping[QuestionnaireType, Questionnaire | None]


def check_outcomes(
    root: YamlMapping, rules: OutcomeRules, topics: Collection[str], lessons: Collection[str], asked: Asked
) -> Iterator[Problem]:
    """Every topic and lesson that is not there, every id that stands twice, and every measure that a type could not foresee."""
    first: dict[str, int] = {}
    nodes = at(root, "measures")
    assert isinstance(nodes, YamlSequence), "it is valid"
    for node, measure in zip(nodes.items, rules.measures, strict=True):
        for named in _words(at(node, "foreseen_by") if isinstance(node, YamlMapping) else None):
            yield from _unknown("unknown_topic", named, measure.id, "foreseen_by", topics)
        for named in _words(at(node, "lesson")):
            yield from _unknown("unknown_lesson", named, measure.id, "lesson", lessons)
        if measure.id in first:
            other = f"{FILE}:{first[measure.id]}"
            yield problem("repeated_id", FILE, node.line, question=measure.id, field="id", other=other)
        first.setdefault(measure.id, node.line)
        for kind in measure.customer_types:
            form = asked.get(kind)
            if form is not None and not _foreseen(form, measure.foreseen_by):
                yield problem(
                    "nobody_could_foresee", FILE, node.line, question=measure.id, field="foreseen_by", found=kind.value
                )


def _foreseen(form: Questionnaire, topics: Collection[str]) -> bool:
    return any(question.topic in topics for question in form.questions)


def _unknown(fault: str, named: YamlScalar, measure_id: str, field: str, known: Collection[str]) -> Iterator[Problem]:
    if named.text not in known:
        near = nearest(named.text, known)
        yield problem(fault, FILE, named.line, question=measure_id, field=field, near=near, found=named.text)


def _words(node: object) -> Iterator[YamlScalar]:
    """The word, or those of the list."""
    for word in node.items if isinstance(node, YamlSequence) else (node,):
        if isinstance(word, YamlScalar):
            yield word
