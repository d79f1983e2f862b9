"""A workbook from download to import while others go on in the app: nothing newer is put back, conflicts are marked."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from reports.answers.file_faults import FileRefused
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.vocabulary import AnswerField
from service.answers.file_import import Preview, confirm, preview
from service.answers.responses import open_response, record
from service.files.customer_files import export_answers_book
from service.people.actor import Actor
from service.workspace import Workspace
from tests.builders import catalogue, municipality, workspace
from tests.reports.answers.forms import FORM

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
    return export_answers_book(ws, lead, str(lead.customer_id), as_of=AS_OF).data


def _filled(data: bytes, *typed: tuple[str, str, Any]) -> bytes:
    """The workbook with some cells of the first line of a question filled in, saved as Excel would."""
    book = load_workbook(BytesIO(data))
    sheet = book["Svar"]
    columns = {str(cell.value): int(cell.column or 0) for cell in sheet[1]}
    rows = {str(row[0].value): int(row[0].row or 0) for row in reversed(list(sheet.iter_rows(min_row=2)))}
    for question_id, heading, value in typed:
        sheet.cell(rows[question_id], columns[heading]).value = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _seen(ws: Workspace, lead: Actor, data: bytes) -> Preview:
    return preview(ws, lead, str(lead.customer_id), data)


def _store(ws: Workspace, lead: Actor, data: bytes) -> None:
    confirm(ws, lead, str(lead.customer_id), data, seal=_seen(ws, lead, data).proposal.seal)


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
    data = data if typed is None else _filled(data, ("Q-LEVEL", "Svar", typed))
    seen = _seen(ws, lead, data)
    found = [_keys(changes) for changes in (seen.proposal.changes, seen.conflicts, seen.overtaken)]
    assert found == [changes, conflicts, overtaken], says
    _store(ws, lead, data)
    assert _answers(ws, lead)["Q-LEVEL"].value == level


def test_the_same_book_twice_changes_nothing_the_second_time(ws: Workspace, lead: Actor) -> None:
    data = _filled(_taken_out(ws, lead), ("Q-LEVEL", "Svar", 2), ("Q-LEVEL", "Kommentar", None))
    _store(ws, lead, data)
    assert _answers(ws, lead)["Q-LEVEL"] == Answer(2)
    assert _seen(ws, lead, data).proposal.changes == ()


def test_a_book_of_another_customer_is_refused(ws: Workspace, lead: Actor) -> None:
    other = municipality(ws, "Kommune B")[0]
    with pytest.raises(FileRefused) as refused:
        _seen(ws, other, _taken_out(ws, lead))
    assert [each.fault for each in refused.value.faults] == ["other_response"]


def test_a_book_without_a_stamp_is_taken_like_a_csv_file(ws: Workspace, lead: Actor) -> None:
    book = load_workbook(BytesIO(_taken_out(ws, lead)))
    del book["Veiledning"]
    book["Svar"].delete_cols(13)
    out = BytesIO()
    book.save(out)
    _say(ws, lead, "Q-LEVEL", 3)
    assert _keys(_seen(ws, lead, out.getvalue()).proposal.changes) == [LEVEL]
