"""The agreements of the house, kept by the whole repository as it stands."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture import agreements
from tests.architecture.agreements import ROOT, Source, python_files
from tests.architecture.typed_text import typed_text_is_escaped

FILES = python_files()
Agreement = Callable[[Source], Iterator[str]]

AGREEMENTS: dict[str, Agreement] = {
    "imports go down": agreements.imports_go_down,
    "the core is pure and told the date": agreements.core_is_pure,
    "a moment becomes a day in one place": agreements.days_are_norwegian,
    "only what draws knows streamlit": agreements.streamlit_only_where_drawn,
    "session state and query parameters are touched in one module": agreements.state_in_one_module,
    "nothing is drawn inside a write transaction": agreements.nothing_drawn_while_writing,
    "who a page was drawn for opens no door": agreements.drawn_for_opens_no_door,
    "no html is made of text": agreements.no_raw_html,
    "nothing is cached by Streamlit": agreements.nothing_is_cached,
    "a page loads, computes and draws, and lies in a folder": agreements.pages_load_compute_draw,
    "functions and files are short": agreements.short,
    "nothing is left undone or left out": agreements.nothing_left_undone,
    "text from people is escaped or shown as it is": typed_text_is_escaped,
}


@pytest.mark.parametrize("agreement", AGREEMENTS.values(), ids=AGREEMENTS.keys())
def test_the_whole_repository_keeps_the_agreement(agreement: Agreement) -> None:
    assert [fault for source in FILES for fault in agreement(source)] == []


def test_every_layer_that_is_named_exists_and_every_folder_with_code_is_a_layer() -> None:
    known = {name for name in agreements.LAYERS if (ROOT / name).is_dir() or (ROOT / f"{name}.py").is_file()}
    found = {path.parent.name for path in ROOT.glob("*/*.py")} | {path.stem for path in ROOT.glob("*.py")}
    assert known == agreements.LAYERS
    assert {name for name in found if not name.startswith(".")} <= agreements.LAYERS


def test_every_exception_that_is_listed_is_in_use() -> None:
    text = {source.path: source.text for source in FILES}
    assert [entry for entry in agreements.EXCEPTIONS if f"from {entry[1]}" not in text[entry[0]]] == []


DOCUMENTS = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "assessments").rglob("*.md")})
# Named in the docs, and made by the app, a command or an administrator.
MADE_LATER = ("data/", "build/", ".venv", ".streamlit/secrets.toml")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_path_named_in_the_docs_exists(document: Path) -> None:
    assert missing_paths(document.read_text(encoding="utf-8"), document.parent) == []


def missing_paths(text: str, folder: Path) -> list[str]:
    """Paths in `code` that begin in a folder of ours or look like a file of ours, and links, that lead nowhere."""
    ours = {path.name for path in ROOT.iterdir()}
    named = [
        path for path in re.findall(r"`([\w.-]+(?:/[\w.-]*)*)`", text) if path.split("/")[0] in ours or _is_file(path)
    ]
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    lost = [path for path in named if not (ROOT / path).exists() and not path.startswith(MADE_LATER)]
    return lost + [link for link in links if not (folder / link).exists()]


def _is_file(path: str) -> bool:
    return "/" in path and re.search(r"\.(py|md|ya?ml|toml|css|svg|png|js|sh)$", path) is not None


def test_a_path_that_does_not_exist_is_found() -> None:
    text = "See `ui/text.py`, `ui/gone.py`, `docs/gone.md`, `2/6`, `data/klarsjekk.db` and [this](gone.md), [that](README.md)."
    assert missing_paths(text, ROOT) == ["ui/gone.py", "docs/gone.md", "gone.md"]
