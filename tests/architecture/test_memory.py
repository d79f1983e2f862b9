"""What the tests write lies in memory only where the system has room for it, and nobody has said where."""

import tempfile
from pathlib import Path

import pytest

from tests import memory


@pytest.fixture
def on_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A place that stands for memory, while temporary files lie elsewhere and nobody has said where."""
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", "/elsewhere")
    monkeypatch.setattr(memory, "MEMORY", tmp_path)
    monkeypatch.setattr(memory, "ROOM", 1)
    return tmp_path


def test_memory_with_room_is_taken(on_disk: Path) -> None:
    memory.write_to_memory()
    assert tempfile.gettempdir() == str(on_disk)


@pytest.mark.parametrize("room", [2**60, 1])
def test_without_room_or_without_memory_nothing_changes(
    on_disk: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr(memory, "ROOM", room)
    if room == 1:
        monkeypatch.setattr(memory, "MEMORY", on_disk / "not there")
    memory.write_to_memory()
    assert tempfile.gettempdir() == "/elsewhere"


def test_a_place_that_is_named_stands(on_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    memory.write_to_memory()
    assert tempfile.gettempdir() == "/elsewhere"
    assert memory.fits(on_disk)
