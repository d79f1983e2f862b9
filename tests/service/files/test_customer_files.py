"""Every export of a customer with hostile texts opens in its real reader with nothing missing, and is logged."""

import csv
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from language import INVENTED, NO_BREAK, local_day
from reports.judgement.verdict_wording import reason_text
from reports.plan.calendar import plan_ics
from reports.plan.customer_workbook import workbook_xlsx
from reports.plan.decision_paper import decision_basis_pdf
from reports.plan.work_items_csv import COLUMNS, work_items_csv
from service.answers.responses import open_response
from service.faults import NotAllowed
from service.files.answers import ANSWERS_BOOK
from service.files.export import Export
from service.files.plan import CALENDAR, DECISION_BASIS, WORK_ITEMS, WORKBOOK
from service.people.access import now
from service.people.actor import Actor, Role
from service.plan.actions import ActionField, change_action, create_action
from service.workspace import Workspace
from storage import records
from tests.builders import municipality
from tests.service.files.handing import handed
from tests.service.files.made import FORM, GO_LIVE, HOSTILE, MARKUP, TODAY, Made, make, material_of

EXPORTS: tuple[Export[Any], ...] = (WORKBOOK, ANSWERS_BOOK, CALENDAR, WORK_ITEMS, DECISION_BASIS)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    found = make(tmp_path_factory.mktemp("exports"))
    yield found
    found.ws.close()


def _export(made: Made, export: Export[Any]) -> bytes:
    return handed(made.ws, made.lead, export, made.customer_id, as_of=TODAY).data


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.id)
def test_each_file_is_logged_and_refused_to_others(made: Made, export: Export[Any]) -> None:
    _export(made, export)
    with made.ws.database.reading() as connection:
        last = records.audit_log(connection)[-1]
    assert (last.operation, last.actor, last.detail) == ("export_answers", made.lead.id, export.id)
    for stranger in (Actor("x", "X", Role.LEAD, "another"), Actor("x", "X", Role.VIEWER, None)):
        with pytest.raises(NotAllowed):
            handed(made.ws, stranger, export, made.customer_id, as_of=TODAY)


def test_each_file_is_named_after_what_it_is_of_whom_and_when(made: Made) -> None:
    day = TODAY.isoformat()
    assert [handed(made.ws, made.lead, export, made.customer_id, as_of=TODAY).name for export in EXPORTS] == [
        f"klarsjekk-arbeidsbok-blabaeroy-kommune-{day}.xlsx",
        f"klarsjekk-svar-blabaeroy-kommune-{day}.xlsx",
        f"klarsjekk-frister-blabaeroy-kommune-{day}.ics",
        f"klarsjekk-azure-devops-blabaeroy-kommune-{day}.csv",
        f"klarsjekk-beslutningsgrunnlag-blabaeroy-kommune-{day}.pdf",
    ]


def test_the_workbook_has_everything_and_no_formula(made: Made) -> None:
    book = load_workbook(BytesIO(_export(made, WORKBOOK)))
    assert book.sheetnames == ["Oversikt", "Svar", "Mangler", "Tiltak", "Unntak"]
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    texts = {cell.value.replace(NO_BREAK, " ") if isinstance(cell.value, str) else cell.value for cell in cells}
    assert {*HOSTILE[:1], *HOSTILE[2:], "Blåbærøy kommune", "På etterskudd: 21 dager etter planen"} <= texts
    assert [row[0].value for row in book["Svar"].iter_rows(min_row=2)] == [q.id for q in FORM.questions]
    assert len(list(book["Tiltak"].iter_rows(min_row=2))) == len(made.actions)


def test_the_workbook_is_set_up_for_reading_and_printing(made: Made) -> None:
    book = load_workbook(BytesIO(_export(made, WORKBOOK)))
    for sheet in book:
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize or 0)) == ("landscape", 9)
        assert sheet.print_title_rows
        assert sheet.sheet_properties.pageSetUpPr
    for name in ("Svar", "Mangler", "Tiltak", "Unntak"):
        assert (book[name].freeze_panes, book[name].auto_filter.ref is not None) == ("B2", True)
    assert len(book["Oversikt"]._charts) == 1  # type: ignore[attr-defined]


def test_dates_and_figures_are_dates_and_figures(made: Made) -> None:
    sheet = load_workbook(BytesIO(_export(made, WORKBOOK)))["Tiltak"]
    headings = {str(cell.value): int(cell.column or 0) for cell in sheet[1]}
    due = sheet.cell(2, headings["Frist"])
    assert (due.data_type, due.number_format) == ("d", "dd.mm.yyyy")


def test_the_ids_in_the_book_to_fill_in_are_locked_and_the_answers_are_not(made: Made) -> None:
    sheet = load_workbook(BytesIO(_export(made, ANSWERS_BOOK)))["Svar"]
    level = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "Q-LEVEL")
    assert (sheet.protection.sheet, level[0].protection.locked, level[6].protection.locked) == (True, True, False)
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert {'"0,1,2,3,4"', '"ja,nei"'} <= lists


def test_the_calendar_has_whole_days_with_ids_that_stay(made: Made) -> None:
    first, second = (Calendar.from_ical(_export(made, CALENDAR).decode()) for _ in range(2))
    events = {str(event["UID"]): event for event in first.walk("VEVENT")}
    assert list(events) == [str(event["UID"]) for event in second.walk("VEVENT")]
    held = [id_ for id_ in made.actions if id_ != made.actions[1]]
    assert {f"action-{id_}@klarsjekk" for id_ in held} <= set(events)
    assert f"action-{made.actions[1]}@klarsjekk" not in events
    event = events[f"action-{held[0]}@klarsjekk"]
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (TODAY, TODAY + timedelta(days=1))
    assert MARKUP in str(event["DESCRIPTION"])
    assert GO_LIVE in [each.decoded("DTSTART") for each in events.values()]
    assert (str(first["METHOD"]), str(first["X-WR-TIMEZONE"])) == ("PUBLISH", "Europe/Oslo")


def test_a_moved_date_moves_the_event(tmp_path: Path) -> None:
    made = make(tmp_path)
    change_action(
        made.ws, made.lead, made.actions[0], {ActionField.DUE: GO_LIVE}, base_version=1, session="s", edit_no=500
    )
    data = plan_ics(material_of(made), response_id="r", made_at=now())
    event = next(e for e in Calendar.from_ical(data.decode()).walk("VEVENT") if made.actions[0] in str(e["UID"]))
    assert (event.decoded("DTSTART"), event.decoded("SEQUENCE")) == (GO_LIVE, 1)
    made.ws.close()


def test_who_has_started_is_reminded_of_the_figures_and_of_no_go_live(made: Made) -> None:
    dated, started = _calendar(made, 0), TODAY
    report = material_of(made)
    in_use = replace(report, judgement=replace(report.judgement, started=started), chain=())
    data = plan_ics(in_use, response_id="r", made_at=now())
    events = {str(event["UID"]).split("@")[0]: event for event in Calendar.from_ical(data.decode()).walk("VEVENT")}
    rounds = {name: event.decoded("DTSTART") for name, event in events.items() if name.startswith("round-")}
    assert rounds == {f"round-r-{days}": started + timedelta(days=days) for days in (7, 30, 90)}
    assert "go-live-r" in dated
    assert "go-live-r" not in events
    assert not [name for name in dated if name.startswith("round-")]


def _calendar(made: Made, days: int) -> dict[str, Any]:
    """The events of a file that is made so many days from now."""
    data = plan_ics(material_of(made), response_id="r", made_at=now() + timedelta(days=days))
    return {str(event["UID"]).split("@")[0]: event for event in Calendar.from_ical(data.decode()).walk("VEVENT")}


@pytest.mark.parametrize(
    ("days", "holds_all"), [(1, "go-live-r"), (70, "go-live-r"), (71, "passed-r"), (4_000, "passed-r")]
)
def test_days_that_have_passed_are_told_in_one_event(made: Made, days: int, holds_all: str) -> None:
    today = local_day(now()) + timedelta(days=days)
    dated, events = _calendar(made, -4_000), _calendar(made, days)
    assert all(event.decoded("DTSTART") >= today for event in events.values())
    assert {name for name, event in dated.items() if event.decoded("DTSTART") >= today} <= events.keys()
    # The day to begin is advice for a time that is to come; a deadline that has passed is still owed.
    owed = [event for name, event in dated.items() if name.startswith(("stop-", "action-"))]
    gone = [str(event["SUMMARY"]) for event in owed if event.decoded("DTSTART") < today]
    assert [summary for summary in gone if summary not in str(events[holds_all]["DESCRIPTION"])] == []


def test_work_items_have_the_documented_columns_and_one_row_per_open_action(made: Made) -> None:
    rows = list(csv.DictReader(StringIO(_export(made, WORK_ITEMS).decode())))
    assert list(rows[0]) == [column.id for column in COLUMNS]
    assert len(rows) == len(made.actions) - 1
    first = rows[0]
    assert (first["Work Item Type"], first["Priority"], first["Due Date"]) == ("Issue", "1", TODAY.isoformat())
    assert first["Tags"] == "Klarsjekk; Q-STOP2; Drift; stoppkrav"
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in first["Description"]
    assert {row["Assigned To"] for row in rows} == {""}
    assert any("Drift &amp; vakt (drift@kommune.example)" in row["Description"] for row in rows)
    assert all(len(row["Title"]) <= 255 and "\n" not in row["Title"] for row in rows)


@pytest.mark.slow
def test_an_action_that_belongs_to_no_question_is_in_every_file(tmp_path: Path) -> None:
    made, own = make(tmp_path), "Bestille rom til øvelsen"
    response_id = open_response(made.ws, made.lead, made.customer_id).response_id
    due = TODAY + timedelta(days=1)
    id_ = create_action(made.ws, made.lead, response_id, None, text=own, due=due, session="s", edit_no=90)
    (item,) = (row for row in csv.DictReader(StringIO(_export(made, WORK_ITEMS).decode())) if row["Title"] == own)
    assert (item["Tags"], item["Priority"]) == ("Klarsjekk", "4")
    assert "<b>Spørsmål:</b> Eget tiltak" in item["Description"]
    sheet = load_workbook(BytesIO(_export(made, WORKBOOK)))["Tiltak"]
    assert (None, "Eget tiltak", own) in [row[:3] for row in sheet.iter_rows(values_only=True)]
    events = Calendar.from_ical(_export(made, CALENDAR).decode()).walk("VEVENT")
    (event,) = (each for each in events if str(each["UID"]) == f"action-{id_}@klarsjekk")
    assert str(event["DESCRIPTION"]).startswith("Eget tiltak")
    assert f"Tiltak: {own}" in " ".join(pdf_text(_export(made, DECISION_BASIS)).split())
    made.ws.close()


def test_the_type_of_work_item_can_be_chosen(made: Made) -> None:
    rows = csv.DictReader(StringIO(work_items_csv(material_of(made), addresses={}, work_item_type="Task").decode()))
    assert {row["Work Item Type"] for row in rows} == {"Task"}


def pdf_text(data: bytes) -> str:
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return told.stdout.decode()


def pdf_info(data: bytes) -> dict[str, str]:
    told = subprocess.run(["pdfinfo", "-"], input=data, capture_output=True, check=True)
    return {
        name: value.strip() for name, _, value in (line.partition(":") for line in told.stdout.decode().splitlines())
    }


@pytest.mark.slow
def test_the_paper_says_everything_and_its_markup_is_text(made: Made) -> None:
    data = _export(made, DECISION_BASIS)
    text = " ".join(pdf_text(data).split())
    wanted = (
        "Beslutningsgrunnlag",
        "Blåbærøy kommune",
        "På etterskudd: 21 dager etter planen",
        *(reason_text(reason) for reason in material_of(made).judgement.reasons),
        "godkjent, gjelder nå",
        "Forslag til vedtak for kommunedirektøren",
        "Datoen",
        "Alternativene",
        "Vilkår og tiltak",
        "Hva det betyr for pasienter og tjenester",
        "Folk og penger",
        "Endret siden sist",
        "På plass mot forventet",
        "Det vi ikke vet",
        "Hvem har svart når",
        '#panic("x")',
        "$x^2$",
    )
    assert [words for words in wanted if words not in text] == []


@pytest.mark.slow
@pytest.mark.parametrize("invented", [True, False])
def test_what_is_invented_is_said_on_paper_and_of_nobody_else(made: Made, invented: bool) -> None:
    found = replace(material_of(made), invented=invented)
    text = " ".join(pdf_text(decision_basis_pdf(found)).split())
    cells = {cell.value for row in load_workbook(BytesIO(workbook_xlsx(found)))["Oversikt"] for cell in row}
    assert ((INVENTED() in text), "kommune (oppdiktet)" in text, INVENTED() in cells) == (invented,) * 3
    assert ("ppdiktet" in text) == invented


@pytest.mark.slow
def test_the_paper_is_two_to_four_tagged_pages_in_norwegian(made: Made) -> None:
    data = _export(made, DECISION_BASIS)
    info = pdf_info(data)
    assert (info["Title"], info["Tagged"], info["Page size"].split(" (")[-1]) == (
        "Beslutningsgrunnlag: Blåbærøy kommune",
        "yes",
        "A4)",
    )
    assert 2 <= int(info["Pages"]) <= 4
    assert b"pdfuaid" in data
    assert b"/Lang (nb-NO)" in data or b"/Lang(nb-NO)" in data


def test_the_paper_is_the_same_bytes_the_second_time(made: Made) -> None:
    found = material_of(made)
    assert decision_basis_pdf(found) == decision_basis_pdf(found)


def test_a_customer_who_has_said_nothing_gets_every_file(made: Made) -> None:
    for go_live in (None, date(2027, 5, 1)):
        lead = _new(made.ws, go_live)
        for export in EXPORTS:
            assert len(handed(made.ws, lead, export, lead.customer_id, as_of=TODAY).data) > 60


def _new(ws: Workspace, go_live: date | None) -> Actor:
    return municipality(ws, f"Ny {go_live}", go_live=go_live)[0]
