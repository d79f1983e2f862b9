"""What must hold between the files of `assessments/`: every id that is named exists, and none stands twice.

Works on trees, so that a mistake elsewhere in a question does not hide one here. Says nothing about what a
file that could not be read would have defined.
"""

import re
from collections.abc import Collection, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass

from content.problems import Problem, nearest, problem
from content.validation import at, dotted, owner_of
from content.yaml_tree import Node, YamlMapping, YamlScalar, YamlSequence
from scoring.vocabulary import QUESTIONNAIRE_TYPES

TEN_FACTORS = tuple(f"F{number:02}" for number in range(1, 11))
QUESTIONNAIRE_FILES = {f"{asked}.yaml": asked for asked in QUESTIONNAIRE_TYPES}

_SECTION = re.compile(r"\d{1,2}(\.\d{1,2}){0,4}")
_NUMBER = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class _Known:
    """Ids that may be named; None when the file that defines them could not be read."""

    factors: Collection[str] | None
    topics: Collection[str] | None
    lessons: Collection[str] | None
    sources: Collection[str] | None


def check_links(trees: Map[str, YamlMapping]) -> Iterator[Problem]:
    """Every broken tie within and between the files that could be read. `trees`: file name -> root."""
    known = _Known(
        factors=TEN_FACTORS,
        topics=_defined(trees, "topics"),
        lessons=_defined(trees, "lessons"),
        sources=_defined(trees, "sources"),
    )
    for file, root in trees.items():
        yield from _File(file, root).check(known)
    yield from _repeated_ids(trees)


def _defined(trees: Map[str, YamlMapping], group: str) -> Collection[str] | None:
    defined = at(trees.get(f"{group}.yaml"), group)
    return defined.nodes.keys() if isinstance(defined, YamlMapping) else None


def _repeated_ids(trees: Map[str, YamlMapping]) -> Iterator[Problem]:
    """A question's id names it in all files for ever."""
    for files in (["factors.yaml"], QUESTIONNAIRE_FILES):
        first: dict[str, str] = {}
        for file in files:
            for named in _ids(trees.get(file)):
                if other := first.get(named.text):
                    yield problem("repeated_id", file, named.line, question=named.text, field="id", other=other)
                first.setdefault(named.text, f"{file}:{named.line}")


def _ids(root: Node | None) -> Iterator[YamlScalar]:
    for group in ("factors", "questions"):
        for item in _items(at(root, group)):
            named = at(item, "id")
            if isinstance(named, YamlScalar):
                yield named


@dataclass(frozen=True, slots=True)
class _File:
    file: str
    root: YamlMapping

    def check(self, known: _Known) -> Iterator[Problem]:
        if self.file == "factors.yaml":
            yield from self._ten_factors()
        if self.file in QUESTIONNAIRE_FILES:
            yield from self._customer_type()
            yield from self._left_out()
        for path, node in _walk(self.root, ()):
            yield from self._names(path, node, known)
            yield from self._basis(path, node, known)
            yield from self._question(path, node)

    def _names(self, path: tuple[str | int, ...], node: Node, known: _Known) -> Iterator[Problem]:
        """An id that is named must be defined."""
        if not isinstance(node, YamlScalar):
            return
        match path:
            case ("topics", _, "factor"):
                yield from self._unknown("unknown_factor", path, node, known.factors)
            case ("questions", _, "topic") | ("lessons", _, "topics", int()) | ("left_out", _, "topics", int()):
                yield from self._unknown("unknown_topic", path, node, known.topics)
            case ("questions", _, "lessons" | "related", int()) | ("left_out", _, "lessons", int()):
                yield from self._unknown("unknown_lesson", path, node, known.lessons)

    def _basis(self, path: tuple[str | int, ...], node: Node, known: _Known) -> Iterator[Problem]:
        """A figure from elsewhere names its source, one from the report its section."""
        ref, source = at(node, "ref"), at(node, "source")
        # In parts, the source stands under each of them.
        if "basis" not in path[-2:] or not isinstance(ref, YamlScalar) or not isinstance(source, YamlScalar):
            return
        if source.text == "benchmark":
            yield from self._unknown("unknown_reference", (*path, "ref"), ref, known.sources)
        elif source.text == "report" and not _SECTION.fullmatch(ref.text.strip()):
            yield self._problem("ref_not_a_section", (*path, "ref"), ref.line, found=ref.text)

    def _question(self, path: tuple[str | int, ...], node: Node) -> Iterator[Problem]:
        """What YAML's own look at repeated keys cannot see: 090 is 90, and a lesson may stand in two lists."""
        match path:
            case ("questions", int(), "expected" | "levels") if isinstance(node, YamlMapping):
                yield from self._repeated_numbers(path, node)
            case ("questions", int()):
                seen: set[str] = set()
                for field in ("lessons", "related"):
                    for index, word in _words(_list(node, field)):
                        if word.text in seen:
                            place = (*path, field, index)
                            yield self._problem("repeated_lesson", place, word.line, found=word.text)
                        seen.add(word.text)

    def _repeated_numbers(self, path: tuple[str | int, ...], node: YamlMapping) -> Iterator[Problem]:
        first: dict[float, str] = {}
        for key, line in node.lines.items():
            if len(key) <= 30 and _NUMBER.fullmatch(key):
                other = first.setdefault(float(key), key)
                if other != key:
                    yield self._problem("repeated_key", path, line, key=key, first=node.lines[other])

    def _left_out(self) -> Iterator[Problem]:
        """What a questionnaire says it does not ask about it must not ask about."""
        lessons: dict[str, str] = {}
        topics: dict[str, str] = {}
        for question in _items(at(self.root, "questions")):
            named, topic = at(question, "id"), at(question, "topic")
            name = named.text if isinstance(named, YamlScalar) else f"linje {question.line}"
            lessons |= {word.text: name for _, word in _words(_list(question, "lessons"))}
            if isinstance(topic, YamlScalar):
                topics[topic.text] = name
        for index, group in enumerate(_items(at(self.root, "left_out"))):
            for field, fault, asked in (
                ("lessons", "lesson_asked_and_left_out", lessons),
                ("topics", "topic_asked_and_left_out", topics),
            ):
                for place, word in _words(_list(group, field)):
                    if other := asked.get(word.text):
                        yield self._problem(
                            fault, ("left_out", index, field, place), word.line, found=word.text, other=other
                        )

    def _customer_type(self) -> Iterator[Problem]:
        named, expected = at(self.root, "customer_type"), QUESTIONNAIRE_FILES[self.file]
        if isinstance(named, YamlScalar) and named.text in set(QUESTIONNAIRE_TYPES) - {expected}:
            line = self.root.lines["customer_type"]
            yield self._problem("wrong_customer_type", ("customer_type",), line, found=named.text, expected=expected)

    def _ten_factors(self) -> Iterator[Problem]:
        found = [named.text for named in _ids(self.root)]
        missing = [factor for factor in TEN_FACTORS if factor not in found]
        extra = sorted(set(found) - set(TEN_FACTORS))
        if (missing or extra) and isinstance(at(self.root, "factors"), YamlSequence):
            line = self.root.lines["factors"]
            shown = {"missing": ", ".join(missing) or "ingen", "extra": ", ".join(extra) or "ingen"}
            yield self._problem("not_the_ten_factors", ("factors",), line, **shown)

    def _unknown(
        self, fault: str, path: tuple[str | int, ...], word: YamlScalar, known: Collection[str] | None
    ) -> Iterator[Problem]:
        if known is not None and word.text.strip() not in known:
            near = "" if known is TEN_FACTORS else nearest(word.text, known)
            yield self._problem(fault, path, word.line, found=word.text, near=near)

    def _problem(
        self, fault: str, path: tuple[str | int, ...], line: int, near: str = "", **context: object
    ) -> Problem:
        owner, inside = owner_of(path, self.root)
        return problem(fault, self.file, line, question=owner, field=dotted(inside), near=near, **context)


def _walk(node: Node, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Node]]:
    yield path, node
    inner: list[tuple[str | int, Node]] = []
    if isinstance(node, YamlMapping):
        inner = list(node.nodes.items())
    elif isinstance(node, YamlSequence):
        inner = list(enumerate(node.items))
    for part, child in inner:
        yield from _walk(child, (*path, part))


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, YamlSequence) else ()


def _list(node: Node, field: str) -> tuple[Node, ...]:
    return _items(at(node, field))


def _words(nodes: tuple[Node, ...]) -> list[tuple[int, YamlScalar]]:
    return [(index, node) for index, node in enumerate(nodes) if isinstance(node, YamlScalar)]
