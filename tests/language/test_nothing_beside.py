"""What people read stands in `language/`: no sentence is left in the code that draws it."""

import ast
import re
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.agreements import Source, python_files

LOOKED_AT = ("app.py", "pages", "reports", "service", "ui")
# What is said there is nobody's to read on screen, on paper or in a letter; folder or file -> why.
TABLE, PAGE = "a table for programs, the same in both", "makes docs/backtest.md, for those who write the content"
ELSEWHERE: dict[str, str] = {
    "reports/answers/all_answers_csv.py": TABLE,
    "reports/answers/csv_write.py": TABLE,
    "reports/field_words.py": TABLE,
    "reports/judgement/backtest.py": PAGE,
    "reports/judgement/backtest_case.py": PAGE,
    "reports/judgement/backtest_signals.py": PAGE,
    "reports/judgement/backtest_text.py": PAGE,
    "reports/judgement/breakdown_csv.py": TABLE,
    "reports/judgement/gaps_csv.py": TABLE,
    "reports/judgement/result_files.py": TABLE,
    "reports/portfolio/comparison_csv.py": TABLE,
    "service/demo": "what invented customers say themselves",
    "service/files": TABLE,
    "service/letters/mail_settings.py": "told at the start and on the command line, which are in bokmål",
}
# What stands beside the code for a reason.
MAY_STAND: dict[str, set[str]] = {
    "app.py": {"etter-oppstart-alle", "utvikling-alle"},
    "reports/answers/days_read.py": {"Frist", "Spørsmål-id", "Utløper"},
    "reports/answers/english_paper.py": {
        "A translation to read, in which you are HPAS. What counts is the Norwegian text in Klarsjekk, and it is answered there. A hard stop must be met before the go-live; no other result makes up for it.",
        "Klarsjekk · what HPAS is asked ·",
        "Page",
        "What HPAS is asked",
    },
    "reports/answers/headings.py": {"svar", "«", "»"},
    "reports/answers/text_encoding.py": {"[æøåÆØÅ]", "«", "»"},
    "reports/dialect.py": {"Cc", "Cf", "Zs"},
    "reports/judgement/figures.py": {"Source Sans, sans-serif"},
    "reports/letters/letter.py": {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"},
    "reports/paper.py": {"Cc", "Cf", "Mn"},
    "reports/plan/calendar.py": {"Klarsjekk"},
    "reports/plan/decision_paper.py": {"Klarsjekk"},
    "reports/plan/work_items_csv.py": {
        "Assigned To",
        "Description",
        "Due Date",
        "Eier",
        "Issue",
        "Klarsjekk",
        "Kunde",
        "Notat",
        "Priority",
        "Se på",
        "Spørsmål",
        "Status i Klarsjekk",
        "Tags",
        "Tiltak",
        "Title",
        "Work Item Type",
    },
    "reports/workbook.py": {"Calibri"},
    "service/answers/assignments.py": {"Assignee", "Given"},
    "service/answers/file_import.py": {"Effect", "Preview"},
    "service/answers/responses.py": {"Conflict", "Content", "Entered", "Outcome", "Recorded", "Revision", "Saved"},
    "service/answers/visits.py": {"Visit"},
    "service/faults.py": {"Refused"},
    "service/letters/due.py": {"/?kunde=", "/egenvurdering?kunde=", "/etter-oppstart?kunde="},
    "service/letters/feed.py": {"Kalender"},
    "service/letters/invitations.py": {"Invited"},
    "service/letters/mailbox.py": {"All", "Date", "From", "Klarsjekk", "Subject", "To"},
    "service/letters/nudging.py": {"/?kunde=", "Nudged"},
    "service/letters/reminding.py": {"Klarsjekk", "Round"},
    "service/people/customer_import.py": {
        "E-post til prosjektleder",
        "Gruppe",
        "Kunde",
        "Kundetype",
        "Navn",
        "Oppstart",
        "Org.nr.",
        "Organisasjonsnummer",
        "Region",
        "Senger",
        "Type",
    },
    "service/plan/actions.py": {"Outcome", "Owner"},
    "service/portfolio/forecast.py": {"Landing"},
    "service/portfolio/trend.py": {"Trend"},
    "service/programme/reaches.py": {"Reach"},
    "service/review/submissions.py": {"State"},
    "ui/access.py": {"for"},
    "ui/answers/filters.py": {"av-andre", "vet-ikke"},
    "ui/device.py": {
        "Android",
        "Chrome",
        "Edg",
        "Edge",
        "Firefox",
        "Linux",
        "Mac",
        "Mac OS",
        "Opera",
        "Safari",
        "Windows",
    },
    "ui/files/api_route.py": {"Allow", "Bearer"},
    "ui/frame.py": {"Klarsjekk"},
    "ui/letters/alerts.py": {"/?kunde="},
    "ui/people/customer_list.py": {"kunde-side"},
    "ui/people/log.py": {"for"},
    "ui/portfolio/comparison.py": {"alle"},
    "ui/portfolio/comparison_choice.py": {"alle"},
    "ui/portfolio/trend_of_all.py": {"utvikling-for-alle"},
    "ui/session.py": {"kunde"},
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
        if isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield id(first.value)


def _told_to_programmers(tree: ast.Module) -> Iterator[int]:
    """Types in quotes, and the words of errors nobody but a programmer meets."""
    for node in ast.walk(tree):
        typed = getattr(node, "annotation", None) or getattr(node, "returns", None)
        if isinstance(typed, ast.AST):
            yield from (id(inside) for inside in ast.walk(typed))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            called = node.exc.func.id if isinstance(node.exc.func, ast.Name) else ""
            if called in ("ValueError", "TypeError", "KeyError", "RuntimeError"):
                yield from (id(inside) for inside in ast.walk(node))


def _in_one_of(path: str, places: Iterable[str]) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in places)


def _is_looked_at(path: str) -> bool:
    return _in_one_of(path, LOOKED_AT) and not _in_one_of(path, ELSEWHERE)


def test_no_sentence_stands_beside_the_code() -> None:
    found = [
        f"{source.path}:{line}: {text}"
        for source in python_files()
        if _is_looked_at(source.path)
        for line, text in sentences(source)
        if text not in MAY_STAND.get(source.path, set())
    ]
    assert found == []


def test_what_is_said_elsewhere_is_there_and_says_something() -> None:
    said = {source.path for source in python_files() if any(sentences(source))}
    assert [place for place in ELSEWHERE if not any(_in_one_of(path, [place]) for path in said)] == []


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
