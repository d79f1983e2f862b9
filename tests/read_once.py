"""The questionnaires, read once in each process of tests: they are frozen, and reading them is a third of drawing a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from content.catalogue import Content, read_content

Stamp = tuple[tuple[Path, int, int], ...]


@pytest.fixture(scope="session", autouse=True)
def content_is_read_once() -> Iterator[None]:
    """Whoever opens a workspace gets what was read before, unless a file has been saved since, or one has come or gone."""
    known: dict[Stamp, Content] = {}

    def once(folder: Path) -> Content:
        stamp = stamp_of(folder)
        if stamp not in known:
            known[stamp] = read_content(folder)
        return known[stamp]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("service.workspace.read_content", once)
        yield


def stamp_of(folder: Path) -> Stamp:
    """Every file with when it was saved, and how long it is."""
    files = [(path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file()]
    return ((folder, 0, 0), *((path, state.st_mtime_ns, state.st_size) for path, state in files))
