"""The rules that look for contradictions: `xray.yaml` held against the topics and lessons it names."""

from collections.abc import Collection, Iterator

from content.problems import Problem, nearest, problem
from content.validation import at
from content.yaml_tree import Node, YamlMapping, YamlScalar, YamlSequence
from scoring.xray.rules import Habits

FILE = "xray.yaml"


def check_xray(root: YamlMapping, topics: Collection[str], lessons: Collection[str]) -> Iterator[Problem]:
    """Every topic and lesson that is not there, and every id that stands twice."""
    first: dict[str, int] = {}
    for rule in _rules(root):
        for named in _each(at(rule, "when"), "topic"):
            yield from _unknown("unknown_topic", named, "topic", topics)
        for named in _words(at(rule, "topics")):
            yield from _unknown("unknown_topic", named, "topics", topics)
        for named in _words(at(rule, "lesson")):
            yield from _unknown("unknown_lesson", named, "lesson", lessons)
        for named in _words(at(rule, "id")):
            yield from _repeated(named, first)


def _repeated(named: YamlScalar, first: dict[str, int]) -> Iterator[Problem]:
    if named.text in first or named.text in Habits.model_fields:
        other = f"{FILE}:{first[named.text]}" if named.text in first else "habits"
        yield problem("repeated_id", FILE, named.line, question=named.text, field="id", other=other)
    first.setdefault(named.text, named.line)


def _unknown(fault: str, named: YamlScalar, field: str, known: Collection[str]) -> Iterator[Problem]:
    if named.text not in known:
        yield problem(fault, FILE, named.line, field=field, near=nearest(named.text, known), found=named.text)


def _rules(root: YamlMapping) -> Iterator[Node]:
    contradictions, habits = at(root, "contradictions"), at(root, "habits")
    yield from contradictions.items if isinstance(contradictions, YamlSequence) else ()
    yield from habits.nodes.values() if isinstance(habits, YamlMapping) else ()


def _each(node: Node | None, key: str) -> Iterator[YamlScalar]:
    for item in node.items if isinstance(node, YamlSequence) else ():
        yield from _words(at(item, key))


def _words(node: Node | None) -> Iterator[YamlScalar]:
    """The word, or those of the list."""
    for word in node.items if isinstance(node, YamlSequence) else (node,):
        if isinstance(word, YamlScalar):
            yield word
