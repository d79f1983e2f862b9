"""The text of a YAML file as a tree in which every value is text with a line number.

Only YAML's events are read: nothing is turned into numbers, dates or truth values, and nothing is built from
aliases or tags. Refuses what an author cannot have meant or a reader cannot see; the C parser's own node building
dies on deep nesting and is not used.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from content.problems import Problem, problem

LARGEST_FILE = 1_000_000
LONGEST_SCALAR = 20_000
MOST_NODES = 50_000
DEEPEST = 20
MOST_BAD_SIGNS = 50
LANGUAGES = {"nb", "nn"}

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BAD_SIGN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\ufeff\ufff9-\uffff\ud800-\udfff]"
)


# What version control leaves where two people changed the same lines.
_CONFLICT = re.compile(r"^(<{7} .*|>{7} .*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class YamlScalar:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class YamlSequence:
    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class YamlMapping:
    """`lines` holds the line of each key."""

    nodes: dict[str, "Node"]
    lines: dict[str, int]
    line: int


@dataclass(frozen=True, slots=True)
class DamagedNode:
    """Where something stood that is already a problem: whatever else is wrong here is a consequence."""

    line: int


Node = YamlScalar | YamlSequence | YamlMapping | DamagedNode


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file as it was read. `root` is None when there is nothing to go on with; `problems` may come with a root."""

    file: str
    root: YamlMapping | None
    problems: tuple[Problem, ...]


def read_file(path: Path) -> YamlFile:
    """The tree of a file, or why there is none. Never raises."""
    try:
        # A link that leads to a file is fine: that is how Kubernetes mounts a folder of files.
        if not path.is_file():
            return _refused(problem("not_a_file", path.name))
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        return _refused(problem("unreadable", path.name))
    return read_bytes(data, path.name)


def read_bytes(data: bytes, file: str) -> YamlFile:
    """The tree of a file's bytes, or why there is none. Never raises."""
    if len(data) > LARGEST_FILE:
        return _refused(problem("file_too_big", file, most=LARGEST_FILE // 1000))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _refused(problem("utf16", file))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refused(problem("not_utf8", file, data.count(b"\n", 0, error.start) + 1))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if mark := _CONFLICT.search(text):
        line = text.count("\n", 0, mark.start()) + 1
        return _refused(problem("conflict_marks", file, line, found=mark.group().strip()))
    if signs := tuple(islice(_bad_signs(text, file), MOST_BAD_SIGNS)):
        return YamlFile(file, None, signs)
    return _Builder(file, text).read()


def _refused(*problems: Problem) -> YamlFile:
    return YamlFile(problems[0].file, None, problems)


def _bad_signs(text: str, file: str) -> Iterator[Problem]:
    """The first sign of each line that nobody can see or that does not belong in a text."""
    if not _BAD_SIGN.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _BAD_SIGN.search(line):
            yield _bad_sign(found.group(), file, number)


def _bad_sign(sign: str, file: str, line: int) -> Problem:
    if sign == "\ufffd":
        return problem("lost_character", file, line)
    fault = {"Zs": "hard_space", "Cf": "hidden_character"}.get(unicodedata.category(sign), "control_character")
    return problem(fault, file, line, code=f"U+{ord(sign):04X}")


class _Stop(Exception):
    """The rest of the file cannot be read; the reason is already among the problems."""


@dataclass
class _Builder:
    """Builds the tree of one file from its events and collects what is wrong on the way."""

    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    count: int = 0
    brackets: list[int] = field(default_factory=list)

    def read(self) -> YamlFile:
        root: Node | None = None
        try:
            root = self._document(yaml.parse(self.text, PARSER))
        except _Stop:
            pass
        except yaml.MarkedYAMLError as error:
            self._add_syntax(error)
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
            self._add("not_yaml", 1)
        return YamlFile(self.file, root if isinstance(root, YamlMapping) else None, tuple(self.problems))

    def _document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._add("second_document", _line(event))
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 1)
        if root is None or (isinstance(root, YamlScalar) and not root.text):
            self._add("empty_file", 0)
        elif isinstance(root, (YamlScalar, YamlSequence)):
            self._add("root_not_mapping", root.line)
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self.count += 1
        if self.count > MOST_NODES:
            self._stop("too_many_nodes", _line(event), most=MOST_NODES)
        if depth > DEEPEST:
            self._stop("too_deep", _line(event), most=DEEPEST)
        if isinstance(event, yaml.AliasEvent):
            self._add("alias", _line(event))
            return DamagedNode(_line(event))
        if event.anchor is not None:
            self._add("anchor", _line(event))
        if event.tag is not None:
            self._add("tag", _line(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if event.flow_style:
            self.brackets.append(_line(event))
        is_list = isinstance(event, yaml.SequenceStartEvent)
        node = self._sequence(event, events, depth) if is_list else self._mapping(event, events, depth)
        if event.flow_style:
            self.brackets.pop()
        return node

    def _scalar(self, event: Any) -> Node:
        text, line = event.value, _line(event)
        if len(text) > LONGEST_SCALAR:
            self._add("scalar_too_long", line, most=LONGEST_SCALAR)
            return DamagedNode(line)
        # An escape such as "\0" hides a sign from the look at the raw text.
        if found := _BAD_SIGN.search(text):
            self.problems.append(_bad_sign(found.group(), self.file, line))
            return DamagedNode(line)
        if not event.style and text.startswith(("“", "”", "„", "‟", "‘", "’", "‚")):
            self._add("curly_quotes", line)
            return DamagedNode(line)
        return YamlScalar(text, line)

    def _sequence(self, start: Any, events: Iterator[Any], depth: int) -> YamlSequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, depth + 1))
        return YamlSequence(tuple(items), _line(start))

    def _mapping(self, start: Any, events: Iterator[Any], depth: int) -> Node:
        nodes: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events, depth + 1)
            value_event = next(events)
            value = self._node(value_event, events, depth + 1)
            if isinstance(key, (YamlSequence, YamlMapping)):
                self._add("key_not_text", key.line)
            elif start.flow_style and nodes.keys() & LANGUAGES and value == YamlScalar("", value.line):
                self._add("comma_in_text", value.line)
            elif start.flow_style and isinstance(key, YamlScalar) and self._half_number(key, value_event, nodes):
                continue
            elif isinstance(key, YamlScalar) and key.text in nodes:
                self._add("repeated_key", key.line, key=key.text[:60], first=lines[key.text])
            elif isinstance(key, YamlScalar):
                nodes[key.text], lines[key.text] = value, key.line
                self._check_comment(key.text, value_event)
        if isinstance(nodes.get("<<"), DamagedNode):
            return DamagedNode(_line(start))
        return YamlMapping(nodes, lines, _line(start))

    def _half_number(self, key: YamlScalar, value: Any, nodes: dict[str, Node]) -> bool:
        """Whether {90: 0,5} or {0,5} was parted at a decimal comma; then what stood before it is damaged as well."""
        before = next(reversed(nodes), None)
        if before is None or not key.text.isdecimal() or value.start_mark.index != value.end_mark.index:
            return False
        node = nodes[before]
        whole = (node.text or before) if isinstance(node, YamlScalar) else ""
        if not whole.isdecimal():
            return False
        self._add("decimal_comma", key.line, found=f"{whole},{key.text}", remedy=f"{whole}.{key.text}")
        nodes[before] = DamagedNode(key.line)
        return True

    def _check_comment(self, key: str, event: Any) -> None:
        """Elsewhere comments are fine; a text people read that holds « #» was hardly meant to end there."""
        if key in LANGUAGES and isinstance(event, yaml.ScalarEvent) and not event.style:
            end: Any = event.end_mark
            if self._source_line(end.line)[end.column :].lstrip().startswith("#"):
                self._add("cut_by_comment", end.line + 1)

    @cached_property
    def _source(self) -> list[str]:
        return self.text.split("\n")

    def _source_line(self, index: int) -> str:
        return self._source[index] if index < len(self._source) else ""

    def _add_syntax(self, error: yaml.MarkedYAMLError) -> None:
        """What the parser says in English, as one of a few faults; an opening sign is named where it stands."""
        said = f"{error.context} {error.problem}"
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        if re.match(r" *\t", self._source_line(line - 1)):
            self._add("tab_indent", line)
        elif "quoted scalar" in said and error.context_mark:
            self._add("quote_not_closed", error.context_mark.line + 1)
        elif "flow" in said and self.brackets:
            opened = self.brackets[-1]
            self._add(_bracket_fault(self._source_line(opened - 1)), opened)
        elif "mapping values are not allowed" in said:
            self._add("colon_in_text", line)
        elif re.search("cannot start any token|alphabetic or numeric|directive|block scalar|tag|anchor", said):
            self._add("sign_needs_quotes", line)
        else:
            self._add("not_yaml", line)

    def _add(self, fault: str, line: int, **context: Any) -> None:
        self.problems.append(problem(fault, self.file, line, **context))

    def _stop(self, fault: str, line: int, **context: Any) -> None:
        self._add(fault, line, **context)
        raise _Stop


def _bracket_fault(source: str) -> str:
    """Why a bracket was not closed: a text on its line may have ended it in the parser's eyes."""
    if re.search(r"\bn[bn]: +[^\"' ].* #", source):
        return "cut_by_comment"
    if re.search(r"\bn[bn]: +[^\"' ][^,}]*: ", source):
        return "colon_in_text"
    return "bracket_not_closed"


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1
