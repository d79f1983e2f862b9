"""What people will read in `assessments/`: titles that fit, text that is finished, and sections the report has.

Works on trees, as `content.cross_references` does.
"""

import re
from collections.abc import Iterator
from typing import Any

from content.problems import Problem, problem
from content.report_sections import SECTIONS
from content.validation import at, dotted, owner_of
from content.yaml_tree import Node, YamlMapping, YamlScalar, YamlSequence
from scoring.names import name_key

LONGEST_TITLE = 110
_LANGUAGES = ("nb", "nn")
_UNFINISHED = re.compile(r"\b(TODO|TBD|FIXME|[Xx]{3,}|[Ll]orem ipsum)\b|\?{3}|^[x.\-–?]+$")
_SECTION = re.compile(r"[1-9][0-9]?(\.[1-9][0-9]?){0,4}")


def check_prose(file: str, root: YamlMapping) -> Iterator[Problem]:
    """Every text and section of a file that cannot stand."""
    for path, node in _scalars(root, ()):
        owner, inside = owner_of(path, root)
        for fault, context in _faults(path, node, root):
            yield problem(fault, file, node.line, question=owner, field=dotted(inside), **context)
    yield from _repeated_titles(file, root)


def text_faults(text: str, *, title: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """What a text people read must not be: the fault, and what its words need."""
    if found := _UNFINISHED.search(text.strip()):
        yield "unfinished_text", {"found": found.group()}
    if title and len(text) > LONGEST_TITLE:
        yield "title_too_long", {"length": len(text), "longest": LONGEST_TITLE}


def _faults(path: tuple[str | int, ...], node: YamlScalar, root: YamlMapping) -> Iterator[tuple[str, dict[str, Any]]]:
    if path[-1] in _LANGUAGES:
        yield from text_faults(node.text, title=path[-2:-1] == ("title",))
    of_basis = path[-1] == "ref" and "basis" in path[-3:]
    ref = of_basis and at(root, *path[:-1], "source") == YamlScalar("report", _line(root, path))
    if (path[-1] == "section" or ref) and _SECTION.fullmatch(node.text.strip()) and node.text.strip() not in SECTIONS:
        yield "no_such_section", {"found": node.text}


def _line(root: YamlMapping, path: tuple[str | int, ...]) -> int:
    source = at(root, *path[:-1], "source")
    return source.line if isinstance(source, YamlScalar) else 0


def _repeated_titles(file: str, root: YamlMapping) -> Iterator[Problem]:
    """Two questions with one title cannot be told apart on screen."""
    first: dict[str, str] = {}
    questions = at(root, "questions")
    for question in questions.items if isinstance(questions, YamlSequence) else ():
        named, title = at(question, "id"), at(question, "title", "nb")
        if isinstance(named, YamlScalar) and isinstance(title, YamlScalar):
            other = first.get(name_key(title.text), named.text)
            if other != named.text:
                yield problem("repeated_title", file, title.line, question=named.text, field="title", other=other)
            first.setdefault(name_key(title.text), named.text)


def _scalars(node: Node, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], YamlScalar]]:
    if isinstance(node, YamlScalar) and path:
        yield path, node
    inner: list[tuple[str | int, Node]] = []
    if isinstance(node, YamlMapping):
        inner = list(node.nodes.items())
    elif isinstance(node, YamlSequence):
        inner = list(enumerate(node.items))
    for part, child in inner:
        yield from _scalars(child, (*path, part))
