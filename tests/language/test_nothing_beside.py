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
    "reports/decision",
    "reports/dialect.py",
    "reports/json_rows.py",
    "reports/judgement/bars.py",
    "reports/judgement/breakdown_table.py",
    "reports/judgement/figures.py",
    "reports/judgement/gap_wording.py",
    "reports/judgement/verdict_wording.py",
    "reports/letters",
    "reports/palette.py",
    "reports/paper.py",
    "reports/plan",
    "reports/portfolio/owed_bars.py",
    "reports/portfolio/plan_colours.py",
    "reports/portfolio/roll_out_chart.py",
    "reports/portfolio/shared_roles_chart.py",
    "reports/portfolio/spread_chart.py",
    "reports/portfolio/steering_paper.py",
    "reports/portfolio/trend_chart.py",
    "reports/review",
    "reports/table_schema.py",
    "reports/workbook.py",
    "service/answers",
    "service/decision",
    "service/dossier",
    "service/faults.py",
    "service/form",
    "service/forms.py",
    "service/judgement.py",
    "service/letters/choices.py",
    "service/letters/due.py",
    "service/letters/feed.py",
    "service/letters/invitations.py",
    "service/letters/mailbox.py",
    "service/letters/nudging.py",
    "service/letters/reminding.py",
    "service/letters/sending.py",
    "service/letters/week.py",
    "service/measured.py",
    "service/outcomes",
    "service/people/access.py",
    "service/people/actor.py",
    "service/people/customer_changes.py",
    "service/people/customer_import.py",
    "service/people/customers.py",
    "service/people/go_live_import.py",
    "service/people/group_reviewers.py",
    "service/people/log.py",
    "service/people/logins.py",
    "service/people/members.py",
    "service/people/org_numbers.py",
    "service/people/own_machine.py",
    "service/plan",
    "service/portfolio",
    "service/profile",
    "service/programme",
    "service/readiness.py",
    "service/retention.py",
    "service/review",
    "service/workspace.py",
    "service/xray.py",
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
    "reports/answers/days_read.py": {"Frist", "Spørsmål-id", "Utløper"},
    "reports/answers/english_paper.py": {
        "A translation to read, in which you are HPAS. What counts is the Norwegian text in Klarsjekk, and it is answered there. A hard stop must be met before the go-live; no other result makes up for it.",
        "Klarsjekk · what HPAS is asked ·",
        "Page",
        "What HPAS is asked",
    },
    "reports/answers/headings.py": {"svar", "«", "»"},
    "reports/answers/text_encoding.py": {"[æøåÆØÅ]", "«", "»"},
    "reports/decision/decision_wording.py": {"gjelder ikke lenger"},
    "reports/dialect.py": {"Cc", "Cf", "Zs"},
    "reports/judgement/figures.py": {"Source Sans, sans-serif"},
    "reports/letters/letter.py": {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"},
    "reports/paper.py": {"Cc", "Cf", "Mn"},
    "reports/plan/calendar.py": {"Klarsjekk"},
    "reports/plan/decision_paper.py": {"Klarsjekk"},
    "reports/plan/phase_wording.py": {
        "Prøvd på en løsning i bevegelse. Siste trinn teller ikke før det er gjort på nytt."
    },
    "reports/plan/plan_wording.py": {"Eget tiltak"},
    "reports/plan/slack_picture.py": {
        "Tre like lange felt på en tidslinje fram mot oppstart, med en strek 60 dager før der trinnet er. Arbeidet tar 30 dager. Begynner det 110 dager før, er det ferdig 20 dager før trinnet. Begynner det 90 dager før, er det ferdig på dagen. Begynner det 75 dager før, er det ferdig 15 dager for sent."
    },
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
    "reports/workbook.py": {"Calibri", "Sheet"},
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
