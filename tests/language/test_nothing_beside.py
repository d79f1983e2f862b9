"""What people read stands in `language/`: no sentence is left in the code that draws it."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.agreements import Source, python_files

# The folders and files from which all is moved.
DONE = [
    "reports/decision",
    "reports/paper.py",
    "reports/plan",
    "ui/review/card.py",
]
# What stands beside the code for a reason.
MAY_STAND: dict[str, set[str]] = {
    # Kinds of signs, as Unicode names them.
    "reports/paper.py": {"Cf", "Cc", "Mn"},
    # The name of the product.
    "reports/plan/calendar.py": {"Klarsjekk"},
    "reports/plan/decision_paper.py": {"Klarsjekk"},
    # A table for programs: made while bokmål is spoken.
    "reports/plan/work_items_csv.py": {
        *(
            "Issue",
            "Work Item Type",
            "Title",
            "Assigned To",
            "Priority",
            "Tags",
            "Due Date",
            "Description",
            "Klarsjekk",
        ),
        *("Kunde", "Spørsmål", "Tiltak", "Eier", "Status i Klarsjekk", "Se på", "Notat"),
    },
    # Read as constants by pages that do not call them yet.
    "reports/decision/decision_wording.py": {"gjelder ikke lenger"},
    "reports/plan/phase_wording.py": {
        "Prøvd på en løsning i bevegelse. Siste trinn teller ikke før det er gjort på nytt."
    },
    "reports/plan/plan_wording.py": {"Eget tiltak"},
    "reports/plan/slack_picture.py": {
        "Tre like lange felt på en tidslinje fram mot oppstart, med en strek 60 dager før der trinnet er. Arbeidet tar "
        "30 dager. Begynner det 110 dager før, er det ferdig 20 dager før trinnet. Begynner det 90 dager før, er det "
        "ferdig på dagen. Begynner det 75 dager før, er det ferdig 15 dager for sent."
    },
}
_NORWEGIAN = re.compile(
    r"[æøåÆØÅ«»]|\b(og|er|ikke|som|det|den|på|til|for|med|av|har|kan|dere|du|en|et|svar|svarene|kunde|kunden|dag|alle|ingen|ny|nye)\b"
)
_LABEL = re.compile(r"[A-ZÆØÅ][a-zæøå]+( |$|:|\.)")


def sentences(source: Source) -> Iterator[tuple[int, str]]:
    """Line and text of what looks like Norwegian: not the docstrings, which are English, nor what is told to programmers."""
    passed = set(_docstrings(source.tree)) | set(_told_to_programmers(source.tree))
    for node in source.nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            text = node.value.strip()
            if _NORWEGIAN.search(text) or _LABEL.match(text):
                yield node.lineno, text


def _docstrings(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield id(first.value)


def _told_to_programmers(tree: ast.Module) -> Iterator[int]:
    """Types in quotes, and the words of errors nobody but a programmer meets."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            called = node.exc.func.id if isinstance(node.exc.func, ast.Name) else ""
            if called in ("ValueError", "TypeError", "KeyError", "RuntimeError"):
                yield from (id(inside) for inside in ast.walk(node))


def _is_done(path: str) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in DONE)


def test_what_is_done_is_there() -> None:
    assert [each for each in DONE if not any(_is_done(source.path) for source in python_files())] == []


def test_no_sentence_stands_beside_the_code() -> None:
    found = [
        f"{source.path}:{line}: {text}"
        for source in python_files()
        if _is_done(source.path)
        for line, text in sentences(source)
        if text not in MAY_STAND.get(source.path, set())
    ]
    assert found == []


def test_what_may_stand_does() -> None:
    stand = {(source.path, text) for source in python_files() for _, text in sentences(source)}
    assert {(path, text) for path, texts in MAY_STAND.items() for text in texts} <= stand


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('st.button("Lagre")', True),
        ('st.write(f"{n} svar mangler")', True),
        ('st.write("Ikke nå.")', True),
        ('"""Norwegian «words» in a docstring."""', False),
        ('raise ValueError("Bad place")', False),
        ('raise Refused("Du er ikke logget inn.")', True),
        ('key("answers", "search")', False),
    ],
)
def test_a_sentence_is_known_when_it_is_seen(code: str, found: bool) -> None:
    assert bool(list(sentences(Source("ui/x.py", code)))) is found
