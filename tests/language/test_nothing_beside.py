"""What people read stands in `language/`: no sentence is left in the code that draws it."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.agreements import Source, python_files

# The folders and files from which all is moved.
DONE = [
    "app.py",
    "pages/common/letters.py",
    "pages/common/method.py",
    "pages/common/set_up.py",
    "pages/customer/actions.py",
    "pages/customer/after.py",
    "pages/customer/answer.py",
    "pages/customer/date.py",
    "pages/customer/decision.py",
    "pages/customer/files.py",
    "pages/customer/gaps.py",
    "pages/customer/handing_out.py",
    "pages/customer/members.py",
    "pages/customer/overview.py",
    "pages/customer/profile.py",
    "pages/customer/send_in.py",
    "pages/customer/trend.py",
    "pages/hpas/comparison.py",
    "pages/hpas/customers.py",
    "pages/hpas/data.py",
    "pages/hpas/log.py",
    "pages/hpas/outcomes.py",
    "pages/hpas/own.py",
    "pages/hpas/reviews.py",
    "pages/hpas/this_week.py",
    "pages/hpas/trend_of_all.py",
    "pages/hpas/waves.py",
    "reports/answers/age_wording.py",
    "reports/answers/asking.py",
    "reports/answers/csv_cells.py",
    "reports/answers/csv_lines.py",
    "reports/answers/csv_read.py",
    "reports/answers/days_read.py",
    "reports/answers/english_paper.py",
    "reports/answers/facts_read.py",
    "reports/answers/file_faults.py",
    "reports/answers/headings.py",
    "reports/answers/stamp.py",
    "reports/answers/text_encoding.py",
    "reports/answers/wording.py",
    "reports/answers/xlsx_apart.py",
    "reports/answers/xlsx_cells.py",
    "reports/answers/xlsx_choices.py",
    "reports/answers/xlsx_parts.py",
    "reports/answers/xlsx_read.py",
    "reports/answers/xlsx_sheet.py",
    "reports/answers/xlsx_write.py",
    "reports/batch_csv.py",
    "reports/columns.py",
    "reports/dialect.py",
    "reports/json_rows.py",
    "reports/palette.py",
    "reports/review",
    "reports/table_schema.py",
    "reports/workbook.py",
    "service/people/log.py",
    "ui/access.py",
    "ui/addressed.py",
    "ui/answers",
    "ui/change_form.py",
    "ui/decision",
    "ui/device.py",
    "ui/dossier",
    "ui/failures.py",
    "ui/files",
    "ui/form",
    "ui/frame.py",
    "ui/health_route.py",
    "ui/judgement",
    "ui/layout.py",
    "ui/letters",
    "ui/login.py",
    "ui/outcomes",
    "ui/paging.py",
    "ui/people",
    "ui/person_box.py",
    "ui/plan",
    "ui/portfolio",
    "ui/profile",
    "ui/programme.py",
    "ui/review",
    "ui/session.py",
    "ui/text.py",
    "ui/turns.py",
    "ui/typed_fields.py",
    "ui/xray.py",
]
# What stands beside the code for a reason.
MAY_STAND: dict[str, set[str]] = {
    "app.py": {"etter-oppstart-alle", "utvikling-alle"},
    # Headings that are read in CSV files.
    "reports/answers/days_read.py": {"Spørsmål-id", "Frist", "Utløper"},
    # In English, for vendors.
    "reports/answers/english_paper.py": {
        "A translation to read, in which you are HPAS. What counts is the Norwegian text in Klarsjekk, and it is answered "
        "there. A hard stop must be met before the go-live; no other result makes up for it.",
        "What HPAS is asked",
        "Klarsjekk · what HPAS is asked ·",
        "Page",
    },
    "reports/answers/headings.py": {"svar", "«", "»"},
    "reports/answers/text_encoding.py": {"[æøåÆØÅ]", "«", "»"},
    "reports/dialect.py": {"Cf", "Cc", "Zs"},
    "reports/workbook.py": {"Sheet", "Calibri"},
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
