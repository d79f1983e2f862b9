"""An answers file from preview to confirmation, on a real database: all of it is stored, or nothing."""

import csv
import io
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.answers.file_faults import FileRefused
from reports.dialect import Dialect
from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.vocabulary import AnswerField
from service.answers.file_import import OutdatedPreview, confirm, preview
from service.answers.responses import RevisionKind, history, open_response
from service.faults import BadInput, NotAllowed
from service.files.answers import ANSWERS
from service.files.judgement import GAPS
from service.files.portfolio import COMPARISON
from service.people.actor import Actor, Role
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, REVIEWER, catalogue, municipality, record, workspace
from tests.reports.answers.forms import FORM, lines
from tests.service.files.handing import handed

FILE = lines(
    "Q-LEVEL,,3,,,,,hpas,Blåbær",
    "Q-SHARE,,,4,12",
    "Q-FIXED,Epikrise,,3,4",
    "Q-FIXED,Svar,,,,ja,Sendes ikke",
    "Q-STOP,,,,,ja,Har det ikke",
)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    made = workspace(tmp_path, of=catalogue(FORM))
    yield made
    made.close()


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    return municipality(ws)[0]


def _store(ws: Workspace, lead: Actor, data: bytes) -> int:
    customer = str(lead.customer_id)
    return len(confirm(ws, lead, customer, data, seal=preview(ws, lead, customer, data).diff.seal))


def _say(ws: Workspace, lead: Actor, question_id: str, content: object, field: AnswerField = AnswerField.VALUE) -> None:
    response_id = open_response(ws, lead, str(lead.customer_id)).response_id
    record(ws, lead, response_id, question_id, field, content, base_version=None, session="tab", edit_no=1)  # type: ignore[arg-type]


def _answers(ws: Workspace, lead: Actor) -> dict[str, Answer]:
    return dict(open_response(ws, lead, str(lead.customer_id)).answers)


def test_a_preview_stores_nothing_and_a_confirmed_file_is_stored_whole(ws: Workspace, lead: Actor) -> None:
    assert len(preview(ws, lead, str(lead.customer_id), FILE).diff.changes) == 6
    assert _answers(ws, lead) == {}
    assert _store(ws, lead, FILE) == 6
    stored = _answers(ws, lead)
    assert stored["Q-FIXED"].value == Matrix(
        (MatrixRow("epikrise", Share(3, 4)), MatrixRow("lab", Share(None, None), "Sendes ikke"))
    )
    assert (stored["Q-LEVEL"].comment, stored["Q-STOP"].not_applicable) == ("Blåbær", "Har det ikke")


def test_each_change_is_one_revision_marked_import(ws: Workspace, lead: Actor) -> None:
    _store(ws, lead, FILE)
    revisions = history(ws, lead, open_response(ws, lead, str(lead.customer_id)).response_id, "Q-LEVEL")
    assert [revision.kind for revision in revisions] == [RevisionKind.IMPORT] * 3


def test_the_same_file_twice_changes_nothing_the_second_time(ws: Workspace, lead: Actor) -> None:
    _store(ws, lead, FILE)
    assert _store(ws, lead, FILE) == 0


@pytest.mark.parametrize("dialect", Dialect)
def test_an_export_is_refused_for_another_customer_and_both_are_named(
    ws: Workspace, lead: Actor, dialect: Dialect
) -> None:
    _store(ws, lead, FILE)
    other = municipality(ws, "Kommune B")[0]
    exported = handed(ws, lead, ANSWERS, lead.customer_id, dialect=dialect, as_of=GO_LIVE)
    with pytest.raises(FileRefused) as refused:
        preview(ws, other, str(other.customer_id), exported.data)
    assert [str(each) for each in refused.value.faults] == [
        "Filen: filen er hentet ut for «Kommune A», ikke «Kommune B». Hent ut en ny fil for denne kunden."
    ]
    assert _store(ws, lead, exported.data) == 0


@pytest.mark.parametrize("dialect", Dialect)
def test_an_export_of_an_earlier_edition_is_imported_without_loss(ws: Workspace, lead: Actor, dialect: Dialect) -> None:
    _store(ws, lead, FILE)
    other = municipality(ws, "Kommune B")[0]
    exported = handed(ws, lead, ANSWERS, lead.customer_id, dialect=dialect, as_of=GO_LIVE)
    _store(ws, other, _without_columns(exported.data, dialect, 3))
    assert _answers(ws, other) == _answers(ws, lead)


def _without_columns(data: bytes, dialect: Dialect, last: int) -> bytes:
    separator = ";" if dialect is Dialect.NORWEGIAN else ","
    out = io.StringIO(newline="")
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator)
    csv.writer(out, delimiter=separator).writerows(row[:-last] for row in rows)
    return out.getvalue().encode("utf-8-sig")


OF_WHOM = [
    ("question_id,value,customer\nQ-LEVEL,3,KOMMUNE  A\n", None),
    ("question_id,value,customer\nQ-LEVEL,3,\n", None),
    ("question_id,value,Kundenr\nQ-LEVEL,3,17\n", None),
    ("question_id,value,customer\nQ-LEVEL,3,Kommune B\n", "other_customer"),
    ("question_id,value,customer_id\nQ-LEVEL,3,en-annen\n", "other_customer"),
    ("question_id,value,customer\nQ-LEVEL,3,Kommune A\nQ-YESNO,true,Kommune B\n", "two_responses"),
]


@pytest.mark.parametrize(("text", "fault"), OF_WHOM)
def test_whom_a_hand_made_file_says_it_is_of(ws: Workspace, lead: Actor, text: str, fault: str | None) -> None:
    customer = str(lead.customer_id)
    if fault is None:
        assert len(preview(ws, lead, customer, text.encode()).diff.changes) == 1
        return
    with pytest.raises(FileRefused) as refused:
        preview(ws, lead, customer, text.encode())
    assert [each.fault for each in refused.value.faults] == [fault]


def test_a_comment_is_cleared_by_an_empty_cell_and_stays_in_the_history(ws: Workspace, lead: Actor) -> None:
    _store(ws, lead, FILE)
    _store(ws, lead, lines("Q-LEVEL,,3,,,,,hpas"))
    assert _answers(ws, lead)["Q-LEVEL"].comment is None
    response_id = open_response(ws, lead, str(lead.customer_id)).response_id
    assert [r.content for r in history(ws, lead, response_id, "Q-LEVEL") if r.field is AnswerField.COMMENT] == [
        "Blåbær",
        None,
    ]


def test_what_was_changed_after_the_preview_stops_the_import(ws: Workspace, lead: Actor) -> None:
    customer = str(lead.customer_id)
    seen = preview(ws, lead, customer, FILE)
    _say(ws, lead, "Q-LEVEL", 1)
    with pytest.raises(OutdatedPreview):
        confirm(ws, lead, customer, FILE, seal=seen.diff.seal)
    assert _answers(ws, lead) == {"Q-LEVEL": Answer(1)}


def test_what_was_changed_elsewhere_does_not_stop_it(ws: Workspace, lead: Actor) -> None:
    customer = str(lead.customer_id)
    seen = preview(ws, lead, customer, FILE)
    _say(ws, lead, "Q-YESNO", True)
    assert len(confirm(ws, lead, customer, FILE, seal=seen.diff.seal)) == 6


def test_one_bad_line_among_many_good_ones_stores_nothing(ws: Workspace, lead: Actor) -> None:
    draw = random.Random(7)
    for _ in range(20):
        rows = [f"Q-MATRIX,rad {n},,1,2" for n in range(150)]
        line = draw.randrange(150)
        rows[line] = draw.choice(["Q-MATRIX,rad x,,1,0", "Q-MATRIX,,,1,2", "Q-LEVEL,,9", "Q-LVL,,3", "Q-DATE,,i går"])
        with pytest.raises(FileRefused) as refused:
            preview(ws, lead, str(lead.customer_id), lines(*rows))
        assert [fault.line for fault in refused.value.faults] == [line + 2]
    assert _answers(ws, lead) == {}


def test_what_the_service_refuses_in_the_last_change_undoes_all_of_them(ws: Workspace, lead: Actor) -> None:
    _store(ws, lead, lines(*(f"Q-MATRIX,rad {n},,1,2" for n in range(150))))
    before = _answers(ws, lead)
    with pytest.raises(BadInput):
        _store(ws, lead, lines("Q-LEVEL,,3", *(f"Q-MATRIX,ny {n},,1,2" for n in range(100))))
    assert _answers(ws, lead) == before


@pytest.mark.parametrize("survived", range(6))
def test_a_failure_at_any_row_of_the_database_stores_nothing(ws: Workspace, lead: Actor, survived: int) -> None:
    customer = str(lead.customer_id)
    seal = preview(ws, lead, customer, FILE).diff.seal
    trigger = (
        "CREATE TRIGGER full_disk BEFORE INSERT ON answer_revision "
        f"WHEN (SELECT count(*) FROM answer_revision) >= {survived} BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with sqlite3.connect(ws.database.place) as outside:
        outside.execute(trigger)
    outside.close()
    with pytest.raises(Exception, match="no"):
        confirm(ws, lead, customer, FILE, seal=seal)
    assert _answers(ws, lead) == {}


@pytest.mark.parametrize("role", [Role.VIEWER, Role.REVIEWER, Role.ADMIN])
def test_only_those_who_may_answer_may_import(ws: Workspace, lead: Actor, role: Role) -> None:
    with pytest.raises(NotAllowed):
        preview(ws, Actor("x", "X", role, lead.customer_id), str(lead.customer_id), FILE)


@pytest.mark.parametrize("dialect", Dialect)
def test_another_customers_lead_gets_neither_export_nor_import(ws: Workspace, lead: Actor, dialect: Dialect) -> None:
    foreign = municipality(ws, "Kommune B")[0]
    customer = str(lead.customer_id)
    for asked in (
        lambda: preview(ws, foreign, customer, FILE),
        lambda: confirm(ws, foreign, customer, FILE, seal=""),
        lambda: handed(ws, foreign, ANSWERS, customer, dialect=dialect, as_of=GO_LIVE),
        lambda: handed(ws, foreign, GAPS, customer, dialect=dialect, as_of=GO_LIVE),
        lambda: handed(ws, foreign, COMPARISON, dialect=dialect, as_of=GO_LIVE),
    ):
        with pytest.raises(NotAllowed):
            asked()
    assert _answers(ws, lead) == {}


def test_every_file_out_and_in_is_in_the_audit_log(ws: Workspace, lead: Actor) -> None:
    customer = str(lead.customer_id)
    _store(ws, lead, FILE)
    handed(ws, lead, ANSWERS, customer, as_of=GO_LIVE)
    handed(ws, REVIEWER, GAPS, customer, as_of=GO_LIVE)
    handed(ws, ADMIN, COMPARISON, as_of=GO_LIVE)
    with ws.database.reading() as connection:
        logged = [(row.operation, row.actor) for row in records.audit_log(connection)]
    assert logged[-6:] == [
        ("import_answers", lead.id),
        ("export_answers", lead.id),
        ("read", REVIEWER.id),
        ("export_answers", REVIEWER.id),
        ("compare", ADMIN.id),
        ("export_comparison", ADMIN.id),
    ]


def test_a_file_is_named_after_what_it_is_of_whom_and_when(ws: Workspace) -> None:
    lead = municipality(ws, "Blåbærøy kommune")[0]
    names = [handed(ws, lead, GAPS, lead.customer_id, dialect=dialect, as_of=GO_LIVE).name for dialect in Dialect]
    assert names == [
        "klarsjekk-mangler-blabaeroy-kommune-2027-05-01.csv",
        "klarsjekk-mangler-blabaeroy-kommune-2027-05-01-program.csv",
    ]
