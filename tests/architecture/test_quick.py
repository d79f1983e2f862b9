"""What `make quick` leaves out, and what it lets nobody do."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import quick


@dataclass
class Item:
    nodeid: str = "tests/service/people/test_members.py::test_x"
    fixturenames: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    params: dict[str, object] = field(default_factory=dict)

    @property
    def callspec(self) -> SimpleNamespace:
        return SimpleNamespace(params=self.params)

    def get_closest_marker(self, name: str) -> str | None:
        return name if name in self.marks else None


CASES = {
    "a test of the judgement": (Item("tests/scoring/test_gaps.py::test_x"), False),
    "on SQLite": (Item(fixturenames=["address"], params={"address": "sqlite"}), False),
    "on PostgreSQL": (Item(fixturenames=["address"], params={"address": "postgresql"}), True),
    "with a browser": (Item("tests/web/test_together.py::test_x", ["line", "browser"]), True),
    "with a server": (Item("tests/security/test_headers.py::test_x", ["server"]), True),
    "that is marked": (Item(marks={"slow"}), True),
    "of pages": (Item("tests/pages/test_answering.py::test_x"), True),
}


@pytest.mark.parametrize(("item", "left_out"), CASES.values(), ids=CASES.keys())
def test_what_needs_more_than_python_is_left_out(item: Item, left_out: bool) -> None:
    assert quick.is_costly(cast(pytest.Item, item)) is left_out


@pytest.mark.parametrize("event", ["subprocess.Popen", "os.system", "os.posix_spawn"])
def test_a_program_that_is_started_all_the_same_is_named(event: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "_running", True)
    with pytest.raises(RuntimeError, match="'nginx' is started"):
        quick._refuse(event, ("nginx",))
    quick._refuse("open", ("a file",))


@settings(max_examples=500)
@given(st.integers())
def often(_number: int) -> None: ...


def test_a_property_is_tried_on_fewer_examples() -> None:
    quick._try_fewer(often)
    assert vars(often)["_hypothesis_internal_use_settings"].max_examples == quick.EXAMPLES
