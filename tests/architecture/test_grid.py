"""Layer × subject: the rooms are those of docs/architecture.md, and use each other as its table says."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.agreements import ROOT, Source, imports, python_files

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
MOST_FILES = 28
# Rooms that are no subject: how storage reaches a database, and the steps between its schemas.
OTHER_ROOMS = {"storage": {"engines", "migrations"}, "ui": {"assets"}}


def table_under(heading: str) -> list[list[str]]:
    """The cells of the first table after a heading or sentence, row by row, the headings first."""
    lines = iter(PAGE[PAGE.index(heading) :].splitlines())
    rows: list[list[str]] = []
    for line in lines:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            break
    return [rows[0], *rows[2:]]


def word(cell: str) -> str:
    return cell.strip("`").removesuffix("/")


HEADS, *ROWS = table_under("Which subject may use which")
LAYERS = [word(cell) for cell in HEADS[1:]]
MAY_USE = {
    layer: {word(row[0]): {name.strip() for name in row[place].split(",") if name.strip()} for row in ROWS}
    for place, layer in enumerate(LAYERS, start=1)
}
SUBJECTS = {word(row[0]) for row in ROWS}


def room_of(module: str) -> str | None:
    """The subject of a module of a layer with rooms, `None` at the layer's root."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[0] in LAYERS and parts[1] in SUBJECTS else None


def modules(source: Source) -> Iterator[tuple[int, str]]:
    """Line and name of what is imported, as deep as it is named."""
    yield from imports(source)
    for node in source.nodes():
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def trespasses(source: Source) -> Iterator[str]:
    own = room_of(source.path.removesuffix(".py").replace("/", "."))
    if own is None:
        return
    for line, name in dict.fromkeys((line, ".".join(name.split(".")[:2])) for line, name in modules(source)):
        other = room_of(name)
        same_layer = name.split(".")[0] == source.layer
        if same_layer and other not in (None, own) and other not in MAY_USE[source.layer][own]:
            yield source.fault(line, f"{source.layer}/{own} must not use {other}")


def test_no_room_uses_another_that_the_table_does_not_allow() -> None:
    assert [fault for source in python_files() for fault in trespasses(source)] == []


def test_what_the_table_allows_is_in_use_and_makes_no_circle() -> None:
    used = {layer: {subject: set[str]() for subject in SUBJECTS} for layer in LAYERS}
    for source in python_files():
        own = room_of(source.path.removesuffix(".py").replace("/", "."))
        for _, name in modules(source) if own else ():
            other = room_of(name)
            if own and other and other != own and name.split(".")[0] == source.layer:
                used[source.layer][own].add(other)
    assert used == MAY_USE
    for layer in LAYERS:
        left = {subject: set(uses) for subject, uses in MAY_USE[layer].items()}
        while free := {subject for subject, uses in left.items() if not uses & left.keys()}:
            left = {subject: uses for subject, uses in left.items() if subject not in free}
        assert left == {}, layer


def test_a_room_that_is_not_allowed_is_found() -> None:
    source = Source("service/people/x.py", "from service.files import tickets")
    assert list(trespasses(source)) == ["service/people/x.py:1: service/people must not use files"]


def test_what_leaves_is_read_anew() -> None:
    """What is read once for all who look may lack an answer for thirty seconds: good enough to look at, not to hand out."""
    named = {name.rpartition(".")[2] for source in _of_files() for _, name in modules(source)}
    assert named & {"read_shared", "shared_comparison", "shared_readings", "shared_trends", "this_week"} <= {
        "this_week"
    }
    assert "read_week_facts" in named


def _of_files() -> Iterator[Source]:
    yield from (source for source in python_files() if source.path.startswith("service/files/"))


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_has_no_rooms_but_the_subjects(layer: str) -> None:
    rooms = {path.parent.name for path in (ROOT / layer).glob("*/*.py")}
    assert rooms - OTHER_ROOMS.get(layer, set()) <= SUBJECTS


def test_no_folder_has_more_files_than_one_can_take_in() -> None:
    held: dict[Path, int] = {}
    for source in python_files():
        folder = (ROOT / source.path).parent
        if source.layer != "tests":
            held[folder] = held.get(folder, 0) + (not source.path.endswith("__init__.py"))
    assert {str(folder.relative_to(ROOT)): n for folder, n in held.items() if n > MOST_FILES} == {}


GLOSSARY = table_under("## One noun per concept")


@pytest.mark.parametrize("row", GLOSSARY[1:], ids=lambda row: row[0])
def test_every_name_in_the_glossary_is_a_module(row: list[str]) -> None:
    for head, cell in zip(GLOSSARY[0][2:], row[2:], strict=True):
        named = ROOT / word(head) / cell
        assert not cell or named.with_suffix(".py").is_file() or named.is_dir(), f"{word(head)}/{cell}"


def test_two_modules_of_a_layer_do_not_differ_by_an_ending_alone() -> None:
    for layer in (*LAYERS, "scoring", "content"):
        names = sorted({path.stem for path in (ROOT / layer).rglob("*.py") if "migrations" not in path.parts})
        alike = [(a, b) for a in names for b in names if a != b and re.fullmatch(rf"{a}(s|ed|er|ing)", b)]
        assert alike == [], layer
