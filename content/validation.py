"""A tree as a frozen value of `scoring.questionnaire`, or every way in which it is not one, with lines.

Leaves out what only follows from another mistake, so that one slip is one problem.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from content.problems import WORDS, Problem, nearest, problem
from content.yaml_tree import DamagedNode, Node, YamlMapping, YamlScalar, YamlSequence
from scoring.questionnaire import Question
from scoring.vocabulary import Kind

Model = TypeVar("Model", bound=BaseModel)

# pydantic's own error types -> fault id.
FAULTS = {
    "missing": "missing_field",
    "extra_forbidden": "unknown_key",
    "union_tag_invalid": "unknown_kind",
    "union_tag_not_found": "missing_kind",
    "model_type": "not_a_mapping",
    "model_attributes_type": "not_a_mapping",
    "dict_type": "not_a_mapping",
    "tuple_type": "not_a_list",
    "too_short": "empty_list",
    "literal_error": "unknown_choice",
}
LANGUAGES = {"no": "nb", "nb_NO": "nb", "nb-NO": "nb", "nn_NO": "nn", "nn-NO": "nn", "bokmål": "nb", "nynorsk": "nn"}


@dataclass(frozen=True, slots=True)
class _Error:
    """One of pydantic's errors. `path` leads to `node` in the tree; a last part that is missing there has no node."""

    fault: str
    path: tuple[str | int, ...]
    tag: str
    context: dict[str, Any]
    node: Node | None
    line: int


def validated(model: type[Model], root: YamlMapping, file: str) -> Model | list[Problem]:
    """The tree as a `model`, or its problems."""
    try:
        return model.model_validate(_plain(root))
    except ValidationError as error:
        errors = [_located(details, root) for details in error.errors(include_url=False, include_input=False)]
    causes = [_in_our_words(error, model, root) for error in _causes(errors)]
    return [_problem(error, root, file) for error in _without_misspelt(causes)]


def at(node: Node | None, *path: str | int) -> Node | None:
    """What stands at a path, or None."""
    for part in path:
        if isinstance(node, YamlMapping) and isinstance(part, str):
            node = node.nodes.get(part)
        elif isinstance(node, YamlSequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node


def _plain(node: Node) -> Any:
    match node:
        case YamlScalar():
            return node.text
        case YamlSequence():
            return tuple(_plain(item) for item in node.items)
        case YamlMapping():
            return {key: _plain(value) for key, value in node.nodes.items()}
        case DamagedNode():
            return node


def _located(details: ErrorDetails, root: YamlMapping) -> _Error:
    """Follow an error's way down the tree; parts that only name a branch of a union are no step."""
    parts, tag = list(details["loc"]), ""
    if parts[:1] == ["questions"] and len(parts) > 2:
        tag = str(parts.pop(2))
    context = dict(details.get("ctx", {}))
    if inner := context.pop("field", ""):
        parts.append(inner)
    if details["type"] == "union_tag_invalid":
        parts.append("kind")
    node: Node | None = root
    line, path = root.line, []
    for part in parts:
        step = at(node, part)
        if step is not None:
            line = node.lines[part] if isinstance(node, YamlMapping) and isinstance(part, str) else step.line
            node = step
            path.append(part)
    if path[-1:] != parts[-1:] and (inner or details["type"] == "missing"):
        node = None
        path.append(parts[-1])
    return _Error(FAULTS.get(details["type"], details["type"]), tuple(path), tag, context, node, line)


def _causes(errors: list[_Error]) -> Iterator[_Error]:
    """Without what follows from damage, from bad items of a list, or from the other branch of a union."""
    closed = {error.path for error in errors if error.fault == "unknown_choice" and isinstance(error.node, YamlScalar)}
    for error in errors:
        match error.fault, error.node:
            case _, DamagedNode():
                continue
            case "empty_list", YamlSequence(items=items) if items:
                continue
            case "unknown_choice", YamlSequence() | YamlMapping() if "expected" in error.context:
                continue
            case "not_a_list", YamlScalar() if error.path in closed:
                continue
        yield error


def _in_our_words(error: _Error, model: type[BaseModel], root: YamlMapping) -> _Error:
    """The error with a fault that says more, the closest known word, and all that its words need."""
    context = {"found": _found(error.node)} | error.context
    match error.fault, error.node:
        case "missing_field", _ if error.path[-1] == "nb":
            return replace(error, fault="missing_nb")
        case "missing_kind", YamlMapping() as question:
            return _missing_kind(error, question)
        case "not_a_mapping", YamlScalar(text="") if context.get("class_name") == "Text":
            return replace(error, fault="empty_text")
        case "not_a_mapping", YamlScalar() if context.get("class_name") == "Text":
            return replace(error, fault="text_without_language")
        case "unknown_key", _:
            return _unknown_key(error, model, root)
        case "unknown_kind", _:
            context["allowed"] = ", ".join(Kind)
        case "unknown_choice", _ if "expected" in context:
            context["allowed"] = ", ".join(re.findall("'([^']*)'", context["expected"]))
        case (
            ("not_a_number" | "not_an_identifier" | "not_a_date" | "not_true" | "unknown_choice"),
            YamlSequence() | YamlMapping(),
        ):
            return replace(error, fault="not_text", context={"found": _found(error.node)})
        case fault, _ if fault not in WORDS:
            return replace(error, fault="not_understood", context=context)
    if "allowed" in context:
        context["near"] = nearest(context["found"], context["allowed"].split(", "))
    return replace(error, context=context)


def _missing_kind(error: _Error, question: YamlMapping) -> _Error:
    known = {name for kind in _flat(Question) for name in kind.model_fields}
    for key, line in question.lines.items():
        if key not in known and nearest(key, ["kind"]):
            return replace(
                error,
                fault="unknown_key",
                path=(*error.path, key),
                line=line,
                context={"near": "kind", "allowed": "kind"},
            )
    return replace(error, context={"allowed": ", ".join(Kind)})


def _unknown_key(error: _Error, model: type[BaseModel], root: YamlMapping) -> _Error:
    *parent, key = error.path
    owner = at(root, *parent)
    present = owner.nodes.keys() if isinstance(owner, YamlMapping) else ()
    known = _known_fields(model, parent, error.tag)
    near = LANGUAGES.get(str(key), "") if "nb" in known else ""
    near = near or nearest(str(key), [name for name in known if name not in present])
    return replace(error, context={"near": near, "allowed": ", ".join(known)})


def _known_fields(model: type[BaseModel], path: list[str | int], tag: str) -> list[str]:
    """The fields of the model that a path leads to."""
    kinds: list[Any] = [model]
    if tag:
        kinds, path = (
            [kind for kind in _flat(Question) if get_args(kind.model_fields["kind"].annotation) == (tag,)],
            path[2:],
        )
    for part in path:
        kinds = [inner for kind in kinds for inner in _inside(kind, part)]
    return [name for kind in kinds if _is_model(kind) for name in kind.model_fields]


def _inside(kind: Any, part: str | int) -> list[Any]:
    if _is_model(kind):
        return _flat(kind.model_fields[part].annotation) if part in kind.model_fields else []
    arguments = get_args(kind)
    if get_origin(kind) is tuple and isinstance(part, int):
        return _flat(arguments[0])
    return _flat(arguments[1]) if get_origin(kind) is dict else []


def _flat(kind: Any) -> list[Any]:
    """The members of a union, without annotations."""
    if get_origin(kind) is Annotated:
        return _flat(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [inner for member in get_args(kind) for inner in _flat(member)]
    return [kind]


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _without_misspelt(errors: list[_Error]) -> list[_Error]:
    """A field is not missing when it stands there misspelt."""
    meant = {(*error.path[:-1], error.context["near"]) for error in errors if error.fault == "unknown_key"}
    return [error for error in errors if not (error.fault.startswith("missing_") and error.path in meant)]


def _problem(error: _Error, root: YamlMapping, file: str) -> Problem:
    owner, inside = owner_of(error.path, root)
    return problem(error.fault, file, error.line, question=owner, field=dotted(inside), **_own_words(error.context))


def _own_words(context: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in context.items() if name not in ("kind", "class_name", "expected")}


def owner_of(path: tuple[str | int, ...], root: YamlMapping) -> tuple[str, tuple[str | int, ...]]:
    """Id of the question, topic, lesson or text that a path lies in ("" when none), and the rest of the path."""
    match path:
        case ("questions" | "factors" as group, int() as index, *rest):
            named = at(root, group, index, "id")
            return (named.text if isinstance(named, YamlScalar) else ""), tuple(rest)
        case ("topics" | "lessons" | "sources" | "texts", str() as name, *rest):
            return name, tuple(rest)
    return "", path


def dotted(path: tuple[str | int, ...]) -> str:
    """A path as people write it; items of a list count from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _found(node: Node | None) -> str:
    match node:
        case YamlScalar():
            return node.text
        case YamlSequence():
            return "en liste"
        case _:
            return "flere felt"
