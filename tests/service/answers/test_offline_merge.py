"""A workbook from download to import while others go on in the app: nothing newer is put back, conflicts are marked."""

import re
from collections.abc import Callable, Iterator
from csv import writer
from datetime import date
from io import BytesIO, StringIO
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from reports.answers.file_faults import FileRefused
from reports.answers.xlsx_apart import sheet_apart
from reports.answers.xlsx_sheet import AnswerSheet
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.vocabulary import AnswerField
from service.answers.file_import import Preview, confirm, preview
from service.answers.preview_lines import preview_lines
from service.answers.responses import open_response
from service.files.answers import ANSWERS_BOOK
from service.people.actor import Actor
from service.workspace import Workspace
from storage.engines.database import open_database
from tests.builders import catalogue, municipality, question, questionnaire, record, workspace
from tests.reports.answers.forms import FORM, lines
from tests.service.files.handing import handed

AS_OF = date(2027, 2, 1)
VALUE, COMMENT = AnswerField.VALUE, AnswerField.COMMENT
_EDITS = count(1)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    made = workspace(tmp_path, of=catalogue(FORM))
    yield made
    made.close()


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    lead = municipality(ws)[0]
    _say(ws, lead, "Q-LEVEL", 1)
    _say(ws, lead, "Q-LEVEL", "Fra før", COMMENT)
    _say(ws, lead, "Q-MATRIX", Matrix((MatrixRow("Lab", Share(1, 4)), MatrixRow("Røntgen", Share(0, 4)))))
    return lead


def _say(ws: Workspace, lead: Actor, question_id: str, content: Any, field: AnswerField = VALUE) -> None:
    response_id = open_response(ws, lead, str(lead.customer_id)).response_id
    turn = next(_EDITS)
    record(ws, lead, response_id, question_id, field, content, base_version=None, session=f"s{turn}", edit_no=turn)


def _taken_out(ws: Workspace, lead: Actor) -> bytes:
    return handed(ws, lead, ANSWERS_BOOK, lead.customer_id, as_of=AS_OF).data


def filled(data: bytes, *typed: tuple[str, str, Any]) -> bytes:
    """The workbook with some cells of the first line of a question filled in, saved as Excel would.

    «Q-MATRIX/Lab» is the line of a row.
    """
    book = load_workbook(BytesIO(data))
    sheet = book["Svar"]
    columns = {str(cell.value): int(cell.column or 0) for cell in sheet[1]}
    rows = {str(row[0].value): int(row[0].row or 0) for row in reversed(list(sheet.iter_rows(min_row=2)))}
    named = (row for row in sheet.iter_rows(min_row=2) if row[columns["Rad"] - 1].value)
    rows |= {f"{row[0].value}/{row[columns['Rad'] - 1].value}": int(row[0].row or 0) for row in named}
    for question_id, heading, value in typed:
        sheet.cell(rows[question_id], columns[heading]).value = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def rows_of(data: bytes) -> list[str]:
    """The questions of the workbook, each once, in their order."""
    rows = load_workbook(BytesIO(data))["Svar"].iter_rows(min_row=2, max_col=1, values_only=True)
    return list(dict.fromkeys(str(row[0]) for row in rows))


def _seen(ws: Workspace, lead: Actor, data: bytes) -> Preview:
    return preview(ws, lead, str(lead.customer_id), data)


def _store(ws: Workspace, lead: Actor, data: bytes) -> None:
    confirm(ws, lead, str(lead.customer_id), data, seal=_seen(ws, lead, data).diff.seal)


def _answers(ws: Workspace, lead: Actor) -> dict[str, Answer]:
    return dict(open_response(ws, lead, str(lead.customer_id)).answers)


def _keys(changes: Any) -> list[tuple[str, str]]:
    return [(change.question_id, change.field) for change in changes]


def _nothing(_ws: Workspace, _lead: Actor) -> None:
    return


def _newer(ws: Workspace, lead: Actor) -> None:
    _say(ws, lead, "Q-LEVEL", 3)


def _back(ws: Workspace, lead: Actor) -> None:
    _say(ws, lead, "Q-LEVEL", 3)
    _say(ws, lead, "Q-LEVEL", 1)


Before = Callable[[Workspace, Actor], None]
LEVEL = ("Q-LEVEL", "value")

# Says, meanwhile in the app, typed offline, changes, conflicts, overtaken, the level afterwards.
CASES: list[tuple[str, Before, Any, list[Any], list[Any], list[Any], int]] = [
    ("nobody did anything", _nothing, None, [], [], [], 1),
    ("only offline", _nothing, 2, [LEVEL], [], [], 2),
    ("only in the app: the old cell puts nothing back", _newer, None, [], [], [LEVEL], 3),
    ("both: proposed and marked", _newer, 2, [LEVEL], [LEVEL], [], 2),
    ("both to the same", _newer, 3, [], [], [], 3),
    ("there and back in the app is no conflict", _back, 2, [LEVEL], [], [], 2),
]


@pytest.mark.parametrize(("says", "meanwhile", "typed", "changes", "conflicts", "overtaken", "level"), CASES, ids=[c[0] for c in CASES])  # fmt: skip
def test_what_is_stored_when_both_went_on(
    ws: Workspace, lead: Actor, says: str, meanwhile: Before, typed: Any, changes: Any, conflicts: Any, overtaken: Any, level: int
) -> None:  # fmt: skip
    data = _taken_out(ws, lead)
    meanwhile(ws, lead)
    data = data if typed is None else filled(data, ("Q-LEVEL", "Svar", typed))
    seen = _seen(ws, lead, data)
    found = [_keys(changes) for changes in (seen.diff.changes, seen.conflicts, seen.overtaken)]
    assert found == [changes, conflicts, overtaken], says
    _store(ws, lead, data)
    assert _answers(ws, lead)["Q-LEVEL"].value == level


def test_the_same_book_twice_changes_nothing_the_second_time(ws: Workspace, lead: Actor) -> None:
    data = filled(_taken_out(ws, lead), ("Q-LEVEL", "Svar", 2), ("Q-LEVEL", "Kommentar", None))
    _store(ws, lead, data)
    assert _answers(ws, lead)["Q-LEVEL"] == Answer(2)
    assert _seen(ws, lead, data).diff.changes == ()


@pytest.mark.slow
def test_a_book_is_unpacked_in_a_process_of_its_own(
    ws: Workspace, lead: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[bytes] = []

    def apart(data: bytes) -> AnswerSheet:
        begun.append(data)
        return sheet_apart(data)

    monkeypatch.setattr("service.answers.file_import.sheet_apart", apart)
    data = filled(_taken_out(ws, lead), ("Q-LEVEL", "Svar", 2), ("Q-LEVEL", "Kommentar", None))
    _store(ws, lead, data)
    assert _answers(ws, lead)["Q-LEVEL"] == Answer(2)
    assert begun[0] == data


def test_a_book_of_another_customer_is_refused(ws: Workspace, lead: Actor) -> None:
    other = municipality(ws, "Kommune B")[0]
    with pytest.raises(FileRefused) as refused:
        _seen(ws, other, _taken_out(ws, lead))
    assert [each.fault for each in refused.value.faults] == ["other_customer"]


def test_a_book_without_a_stamp_is_taken_like_a_csv_file(ws: Workspace, lead: Actor) -> None:
    book = load_workbook(BytesIO(_taken_out(ws, lead)))
    del book["Veiledning"]
    book["Svar"].delete_cols(book["Svar"].max_column)
    out = BytesIO()
    book.save(out)
    _say(ws, lead, "Q-LEVEL", 3)
    assert _keys(_seen(ws, lead, out.getvalue()).diff.changes) == [LEVEL]


def _rows(ws: Workspace, lead: Actor, question_id: str = "Q-MATRIX") -> dict[str, tuple[Any, ...]]:
    value = _answers(ws, lead)[question_id].value
    assert isinstance(value, Matrix)
    return {row.row: (row.share.done, row.share.all, row.not_applicable) for row in value.rows}


LAB, XRAY = "Q-MATRIX/Lab", "Q-MATRIX/Røntgen"
Typed = list[tuple[str, str, Any]]
SEEN = list[tuple[str, str, str, bool]]

# Says, what A typed in a workbook of the morning and stored first, what B typed in another, the rows after both, and what
# B's preview showed: row, what stands there, what it would be, whether both have changed it.
TWO: list[tuple[str, Typed, Typed, dict[str, tuple[Any, ...]], SEEN]] = [
    (
        "different rows: both stand",
        [(LAB, "Antall", 4)],
        [(XRAY, "Antall", 2)],
        {"Lab": (4, 4, None), "Røntgen": (2, 4, None)},
        [("Røntgen", "0 av 4 (0\u00a0%)", "2 av 4 (50\u00a0%)", False)],
    ),
    (
        "the same row: both words are shown, and the file's stands",
        [(LAB, "Antall", 4)],
        [(LAB, "Antall", 3)],
        {"Lab": (3, 4, None), "Røntgen": (0, 4, None)},
        [("Lab", "4 av 4 (100\u00a0%)", "3 av 4 (75\u00a0%)", True)],
    ),
    (
        "the same row to the same: nothing to show",
        [(LAB, "Antall", 4)],
        [(LAB, "Antall", 4)],
        {"Lab": (4, 4, None), "Røntgen": (0, 4, None)},
        [],
    ),
    (
        "one number each of a row: neither is put back",
        [(LAB, "Av i alt", 10)],
        [(LAB, "Antall", 3)],
        {"Lab": (3, 10, None), "Røntgen": (0, 4, None)},
        [("Lab", "1 av 10 (10\u00a0%)", "3 av 10 (30\u00a0%)", True)],
    ),
    (
        "a row that one says does not apply is not taken back by the other's old numbers",
        [(LAB, "Ikke aktuelt", "ja"), (LAB, "Begrunnelse", "Har ikke lab")],
        [(XRAY, "Antall", 2)],
        {"Lab": (1, 4, "Har ikke lab"), "Røntgen": (2, 4, None)},
        [("Røntgen", "0 av 4 (0\u00a0%)", "2 av 4 (50\u00a0%)", False)],
    ),
]


def _preview(ws: Workspace, lead: Actor, data: bytes) -> SEEN:
    return [(line.row, line.before, line.after, line.both) for line in preview_lines(_seen(ws, lead, data))]


@pytest.mark.parametrize(("says", "first", "second", "rows", "shown"), TWO, ids=[case[0] for case in TWO])
def test_two_people_fill_in_one_table(
    ws: Workspace, lead: Actor, says: str, first: Typed, second: Typed, rows: dict[str, Any], shown: SEEN
) -> None:
    morning = _taken_out(ws, lead)
    _store(ws, lead, filled(morning, *first))
    data = filled(morning, *second)
    assert _preview(ws, lead, data) == shown, says
    assert bool(_seen(ws, lead, data).conflicts) is any(both for *_, both in shown)
    _store(ws, lead, data)
    assert _rows(ws, lead) == rows


def test_rows_that_two_people_have_named_both_stand(ws: Workspace, lead: Actor) -> None:
    morning = _taken_out(ws, lead)
    for name, done in (("Blodbank", 1), ("Legevakt", 2)):
        book = load_workbook(BytesIO(morning))
        sheet = book["Svar"]
        spare = next(
            row
            for row in sheet.iter_rows(min_row=2)
            if row[0].value == "Q-MATRIX" and not row[5].value and not row[1].value
        )
        spare[5].value, spare[7].value, spare[8].value = name, done, 4
        out = BytesIO()
        book.save(out)
        assert [shown[0] for shown in _preview(ws, lead, out.getvalue())] == [name]
        _store(ws, lead, out.getvalue())
    assert [*_rows(ws, lead)] == ["Lab", "Røntgen", "Blodbank", "Legevakt"]


def test_a_share_that_two_people_change_keeps_the_number_that_only_one_has_touched(ws: Workspace, lead: Actor) -> None:
    _say(ws, lead, "Q-SHARE", Share(10, 24))
    data = filled(_taken_out(ws, lead), ("Q-SHARE", "Antall", 12))
    _say(ws, lead, "Q-SHARE", Share(10, 30))
    _store(ws, lead, data)
    assert _answers(ws, lead)["Q-SHARE"].value == Share(12, 30)


def test_a_workbook_saved_as_csv_still_knows_whose_and_from_when_it_is(ws: Workspace, lead: Actor) -> None:
    data = _as_csv(filled(_taken_out(ws, lead), (XRAY, "Antall", 2)))
    _say(ws, lead, "Q-LEVEL", 3)
    assert _preview(ws, lead, data) == [("Røntgen", "0 av 4 (0\u00a0%)", "2 av 4 (50\u00a0%)", False)]
    other = municipality(ws, "Kommune B")[0]
    with pytest.raises(FileRefused) as refused:
        _seen(ws, other, data)
    assert [each.fault for each in refused.value.faults] == ["other_customer"]


def _as_csv(data: bytes) -> bytes:
    """The first sheet as Norwegian Excel saves it."""
    out = StringIO(newline="")
    write = writer(out, delimiter=";")
    for row in load_workbook(BytesIO(data))["Svar"].iter_rows(values_only=True):
        write.writerow(["" if cell is None else str(cell).replace(".", ",") for cell in row])
    return out.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize("removed", ["Veiledning", "Nøkkel", "Kunde", "alle"])
def test_a_book_of_another_customer_is_refused_whatever_was_removed(ws: Workspace, lead: Actor, removed: str) -> None:
    book = load_workbook(BytesIO(_taken_out(ws, lead)))
    if removed in ("Veiledning", "alle"):
        del book["Veiledning"]
    if removed in ("Nøkkel", "alle"):
        book["Svar"].delete_cols(book["Svar"].max_column)
    if removed in ("Kunde", "alle"):
        first = next(cell.column for cell in book["Svar"][1] if cell.value == "Kunde-id")
        book["Svar"].delete_cols(first, 2)
    out = BytesIO()
    book.save(out)
    other = municipality(ws, "Kommune B")[0]
    with pytest.raises(FileRefused) as refused:
        _seen(ws, other, out.getvalue())
    assert [each.fault for each in refused.value.faults] == [
        "other_response" if removed == "Kunde" else "other_customer"
    ]
    assert _seen(ws, lead, out.getvalue()).diff.changes == ()


def test_with_what_is_there_already_more_would_be_done_than_there_is(ws: Workspace, lead: Actor) -> None:
    _say(ws, lead, "Q-SHARE", Share(3, 4))
    for rows, place in (
        (["Q-SHARE,,,9,"], "Q-SHARE: Antall: «9» er mer enn de 4"),
        (["Q-MATRIX,Lab,,9,"], "«Lab: 9» er mer enn de 4"),
    ):
        with pytest.raises(FileRefused, match=re.escape(place)):
            _seen(ws, lead, lines(*rows))


def test_a_question_that_is_no_longer_asked_is_passed_over_and_said(tmp_path: Path) -> None:
    older = workspace(tmp_path, of=catalogue(questionnaire(*FORM.questions, question("Q-GONE", "level"))))
    municipality(older, "Kommune A")
    older.close()
    ws = Workspace(open_database(f"sqlite:///{tmp_path / 'test.db'}"), catalogue(FORM))
    lead = municipality(ws, "Kommune B")[0]
    seen = _seen(ws, lead, lines("Q-LEVEL,,3", "Q-GONE,,2"))
    assert _keys(seen.diff.changes) == [LEVEL]
    assert seen.notes == ("Q-GONE er ikke lenger i skjemaet, og er ikke lest.",)
    ws.close()
