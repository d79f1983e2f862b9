"""The names of the project as they stand, and each rule broken on purpose."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from tests.architecture import names
from tests.architecture.agreements import Source, python_files
from tests.architecture.names import USED_BY_NOBODY_YET, all_is_used, classes_have_one_meaning, what_is_raised_is_said

FILES = python_files()
Rule = Callable[[Iterable[Source]], Iterator[str]]
RULES: list[Rule] = [classes_have_one_meaning, all_is_used, what_is_raised_is_said]


@pytest.mark.parametrize("rule", RULES)
def test_the_whole_project_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(FILES)) == []


def test_what_is_listed_as_used_by_nobody_exists_and_is_used_by_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "USED_BY_NOBODY_YET", {})
    assert len(list(all_is_used(FILES))) == len(USED_BY_NOBODY_YET)


RAISES = "class Refused(Exception): ...\nclass Late(Refused): ...\n"

# The rule, the files by their paths, and what it must find: path and line.
BROKEN: list[tuple[Rule, dict[str, str], list[str]]] = [
    (classes_have_one_meaning, {"ui/x.py": "class Row: ...", "web/y.py": "class Row: ..."}, ["web/y.py:1"]),
    (classes_have_one_meaning, {"ui/x.py": "class Row: ...", "benchmarks/y.py": "class Row: ..."}, ["benchmarks/y.py:1"]),
    (classes_have_one_meaning, {"content/x.py": "class Mapping: ...\nclass Sequence: ..."}, ["content/x.py:1", "content/x.py:2"]),
    (classes_have_one_meaning, {"content/x.py": "class TimeoutError(Exception): ..."}, ["content/x.py:1"]),
    (all_is_used, {"ui/x.py": "def f(): ..."}, ["ui/x.py:1"]),
    (all_is_used, {"ui/x.py": "def f():\n    return f()"}, ["ui/x.py:1"]),
    (all_is_used, {"ui/x.py": "LIMIT = 3\nMOST: int = 4"}, ["ui/x.py:1", "ui/x.py:2"]),
    (all_is_used, {"service/files/x.py": "A = f(1)", "ui/y.py": "B = Export(id='b')"}, ["service/files/x.py:1", "ui/y.py:1"]),
    (all_is_used, {"ui/x.py": "__all__ = ['f']\ndef f(): ..."}, ["ui/x.py:2"]),
    (all_is_used, {"ui/x.py": "def f(): ...", "tests/y.py": "from ui.x import f\nf()"}, ["ui/x.py:1"]),
    (all_is_used, {"ui/x.py": "def f(): ...", "ui/y.py": "from ui.x import f"}, ["ui/x.py:1"]),
    (all_is_used, {"ui/x.py": "def f(): ...", "ui/y.py": "from web import x\nx.f()"}, ["ui/x.py:1"]),
    (what_is_raised_is_said, {"service/x.py": RAISES + "def f():\n    raise Refused"}, ["service/x.py:3"]),
    (what_is_raised_is_said, {"service/x.py": RAISES + "def f():\n    '''Do it.'''\n    raise Late('x')"}, ["service/x.py:3"]),
    (what_is_raised_is_said, {"storage/x.py": RAISES + "class A:\n    def f(self):\n        raise Late"}, ["storage/x.py:4"]),
    (what_is_raised_is_said, {"storage/x.py": RAISES + "def f(a):\n    raise Late if a else ValueError"}, ["storage/x.py:3"]),
    (what_is_raised_is_said, {"scoring/x.py": RAISES, "reports/y.py": "from a import b\ndef f():\n    raise b.Late()"}, ["reports/y.py:2"]),
]  # fmt: skip

KEPT: list[tuple[Rule, dict[str, str]]] = [
    (classes_have_one_meaning, {"ui/x.py": "class _Row: ...", "web/y.py": "class _Row: ...", "tests/z.py": "class Row: ..."}),
    (all_is_used, {"ui/x.py": "def f(): ...\nf()"}),
    (all_is_used, {"ui/x.py": "def f(): ...\ndef _g(): ...", "ui/y.py": "from ui.x import f as g\ng()"}),
    (all_is_used, {"ui/x.py": "def f(): ...", "ui/y.py": "from ui import x as other\nother.f()"}),
    (all_is_used, {"ui/x.py": "def f(): ...", "ui/y.py": "import ui.x\nui.x.f()"}),
    (all_is_used, {"ui/x.py": "class A: ...", "ui/y.py": "from ui.x import A\ndef _g(a: 'list[A]') -> None: ..."}),
    (all_is_used, {"ui/x.py": "class A: ...", "ui/y.py": "from ui.x import A", "web/z.py": "from ui.y import A\nA()"}),
    (all_is_used, {"service/files/x.py": "A = Export(id='a')"}),
    (what_is_raised_is_said, {"service/x.py": RAISES + "def f():\n    '''Raises `Late`.'''\n    raise Late('x')"}),
    (what_is_raised_is_said, {"service/x.py": RAISES + "def f():\n    raise ValueError\ndef _g():\n    raise Late"}),
    (what_is_raised_is_said, {"ui/x.py": RAISES + "def f():\n    raise Late"}),
]  # fmt: skip


def sources(files: dict[str, str]) -> list[Source]:
    return [Source(path, text) for path, text in files.items()]


@pytest.mark.parametrize(("rule", "files", "places"), BROKEN)
def test_a_broken_rule_is_found(rule: Rule, files: dict[str, str], places: list[str]) -> None:
    assert [":".join(fault.split(":")[:2]) for fault in rule(sources(files))] == places


@pytest.mark.parametrize(("rule", "files"), KEPT)
def test_a_kept_rule_is_left_alone(rule: Rule, files: dict[str, str]) -> None:
    assert list(rule(sources(files))) == []
