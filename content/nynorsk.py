"""The nynorsk of the content: `nynorsk/<file>.yaml` laid beside the bokmål of `<file>.yaml`, block by block.

A block is a question, a lesson, a fact …; its texts stand by their path in it (`title`, `levels.0`, `basis.what`). `of` is the
mark of the bokmål it was written from. Where that has changed since, the bokmål is shown until someone has read both again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import RootModel

from content.problems import Problem, nearest, problem
from content.prose import text_faults
from content.validation import validated
from content.yaml_tree import Node, YamlMapping, YamlScalar, YamlSequence, read_file
from scoring.frozen import mark_of_texts
from scoring.text_fields import Prose
from scoring.vocabulary import CustomerType

FOLDER = "nynorsk"
MARK = "of"
_OF_THE_FILE = "form"
_KEYED = ("topics", "lessons", "sources")

Way = tuple[str, ...]


class NynorskTexts(RootModel[dict[str, dict[str, Prose]]]):
    """Block -> path in it, and `of`, -> text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: its block, and the path in it, as the file of nynorsk names them."""

    block: str
    field: str


@dataclass(frozen=True, slots=True)
class InBothTongues:
    """A file's tree with `nn` beside `nb`; what is wrong with its nynorsk, and what that lacks or has older than the bokmål."""

    root: YamlMapping
    problems: tuple[Problem, ...] = ()
    behind: tuple[Problem, ...] = ()


def with_nynorsk(folder: Path, file: str, root: YamlMapping) -> InBothTongues:
    """The tree of a file of content with its nynorsk, wherever it is written and not older. Never raises.

    The tree as it is where nobody has begun.
    """
    name = f"{FOLDER}/{file}"
    if not (folder / name).is_file():
        return InBothTongues(root)
    written = read_file(folder / name)
    at_fault = tuple(replace(each, file=name) for each in written.problems)
    if written.root is None:
        return InBothTongues(root, at_fault)
    read = validated(NynorskTexts, written.root, name)
    if isinstance(read, list):
        return InBothTongues(root, (*at_fault, *read))
    known = _blocks(root)
    marks = {block: mark_of_texts(texts.values()) for block, texts in known.items()}
    both = _laid_beside(root, (), dict(_in_step(read.root, marks)))
    problems = (*at_fault, *_of_nothing(name, written.root, known), *_prose(name, written.root))
    return InBothTongues(
        both if isinstance(both, YamlMapping) else root, problems, tuple(_behind(name, written.root, known, marks))
    )


def unknown_files(folder: Path, files: Iterable[str]) -> Iterator[Problem]:
    """Nynorsk of a file that the content does not have."""
    known = set(files)
    for path in sorted((folder / FOLDER).glob("*.y*ml")):
        if path.name not in known:
            name = f"{FOLDER}/{path.name}"
            yield problem("unknown_file", name, allowed=", ".join(sorted(known)), near=nearest(path.name, known))


def _in_step(texts: Mapping[str, Mapping[str, str]], marks: Mapping[str, str]) -> Iterator[tuple[Place, str]]:
    for block, fields in texts.items():
        if fields.get(MARK) == marks.get(block):
            yield from ((Place(block, field), text) for field, text in fields.items() if field != MARK)


def _of_nothing(file: str, root: YamlMapping, known: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Every block and field that the bokmål does not have."""
    for block, node in root.nodes.items():
        if block not in known:
            yield problem("nynorsk_of_nothing", file, root.lines[block], question=block, near=nearest(block, known))
        elif isinstance(node, YamlMapping):
            for field in node.nodes.keys() - known[block].keys() - {MARK}:
                near = nearest(field, known[block])
                yield problem("nynorsk_of_nothing", file, node.lines[field], question=block, field=field, near=near)


def _prose(file: str, root: YamlMapping) -> Iterator[Problem]:
    for block, node in root.nodes.items():
        for field, text in node.nodes.items() if isinstance(node, YamlMapping) else ():
            if isinstance(text, YamlScalar):
                for fault, context in text_faults(text.text, title=field.split(".")[-1] == "title"):
                    yield problem(fault, file, text.line, question=block, field=field, **context)


def _behind(
    file: str, root: YamlMapping, known: Mapping[str, Mapping[str, str]], marks: Mapping[str, str]
) -> Iterator[Problem]:
    """Every block without nynorsk, with some of it, or with nynorsk of a bokmål that has changed."""
    for block, texts in known.items():
        node, line = root.nodes.get(block), root.lines.get(block, 0)
        inside = node.nodes if isinstance(node, YamlMapping) else {}
        held = {field: each.text for field, each in inside.items() if isinstance(each, YamlScalar)}
        if lacking := [field for field in texts if field not in held]:
            yield problem("nynorsk_missing", file, line, question=block, fields=", ".join(lacking), mark=marks[block])
        elif held.get(MARK) != marks[block]:
            yield problem("nynorsk_older", file, line, question=block, mark=marks[block])


def _blocks(root: YamlMapping) -> dict[str, dict[str, str]]:
    """Block -> field -> bokmål, in the order of the file."""
    found: dict[str, dict[str, str]] = {}
    for path, text in _texts(root, ()):
        place = _place(path)
        found.setdefault(place.block, {})[place.field] = text
    return found


def _texts(node: Node, path: Way) -> Iterator[tuple[Way, str]]:
    if isinstance(node, YamlMapping) and isinstance(text := node.nodes.get("nb"), YamlScalar):
        yield path, text.text
    for part, inner in _inside(node):
        yield from _texts(inner, (*path, part))


def _laid_beside(node: Node, path: Way, said: Mapping[Place, str]) -> Node:
    """The tree anew, with each text of `said` beside its bokmål."""
    if isinstance(node, YamlMapping):
        nodes = {key: _laid_beside(inner, (*path, key), said) for key, inner in node.nodes.items()}
        if "nb" in nodes and (text := said.get(_place(path))) is not None:
            return replace(
                node, nodes={**nodes, "nn": YamlScalar(text, node.line)}, lines={**node.lines, "nn": node.line}
            )
        return replace(node, nodes=nodes)
    if isinstance(node, YamlSequence):
        items = (_laid_beside(inner, (*path, part), said) for part, inner in _inside(node))
        return replace(node, items=tuple(items))
    return node


def _inside(node: Node) -> Iterable[tuple[str, Node]]:
    """What stands in a node, each by its key, or in a list by its id (with `@`) or number."""
    if isinstance(node, YamlMapping):
        return [(key, inner) for key, inner in node.nodes.items() if key not in ("nb", "nn")]
    if isinstance(node, YamlSequence):
        return [(_named(inner) or str(number), inner) for number, inner in enumerate(node.items)]
    return ()


def _named(node: Node) -> str:
    named = node.nodes.get("id") if isinstance(node, YamlMapping) else None
    return f"@{named.text}" if isinstance(named, YamlScalar) else ""


def _place(path: Way) -> Place:
    """The block a path lies in: the first thing on the way that has an id, else the first key, else the file itself."""
    first = next((number for number, part in enumerate(path) if part.startswith("@")), None)
    if path[:1] and path[0] in _KEYED:
        block, rest = path[1:2], path[2:]
    elif first is not None:
        block, rest = (*(path[:1] if path[0] in set(CustomerType) else ()), path[first]), path[first + 1 :]
    else:
        block, rest = (path[:1], path[1:]) if len(path) > 1 else ((_OF_THE_FILE,), path)
    return Place(*(".".join(part.removeprefix("@") for part in parts) for parts in (block, rest)))
