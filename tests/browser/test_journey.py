"""From «Datoen holder ikke» to «I rute med vilkår» in a browser, and every file out of it in the hands of its real reader."""

import csv
import io
from datetime import timedelta
from typing import Any

import pandas as pd
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import expect

from language import short_day
from reports.judgement.verdict_wording import headline
from scoring.answers import Share
from scoring.plan import ActionStatus
from service.judgement import CustomerJudgement, judge_customer
from service.people.actor import Role, local_actor
from service.workspace import open_workspace
from tests.browser.hands import Mouse
from tests.browser.screen import Screen
from tests.browser.serve import ASSESSMENTS, TODAY, Server
from tests.browser.table import Table
from tests.browser.underway import ADDRESS, GAPS, LATE, LOW, OWNER, PLAIN, SILENT, WHO
from tests.service.files.test_customer_files import pdf_text
from ui.plan import action_table

OWNER_COLUMN, DUE_COLUMN, STATUS_COLUMN, NOTE_COLUMN = 2, 3, 4, 7
NOTE = "Avtalt på møtet: før påske, så følger vi opp ukentlig."
# Counts the same units as the silent one.
EQUIPPED = "KO-0508"
MEASURE = "Ekstra folk på vakt døgnet rundt de fire første ukene."
ANSWERABLE = "Kommunedirektør Bærøe"
REASON = "Forsvarlig med økt bemanning, så lenge vakten består."
DUE = TODAY + timedelta(days=20)


def test_from_not_ready_to_conditional_and_out_in_every_file(screen: Screen, server: Server) -> None:
    concludes(screen, "Datoen holder ikke: 3 av 31 stoppkrav rekker ikke")
    plan_the_hard_stops(screen)
    plan_where_the_gap_stands(screen)
    work_on_the_plan(screen)
    answer_anew(screen)
    concludes(screen, "Datoen holder ikke: 1 av 31 stoppkrav rekker ikke")
    ask_for_an_exception(screen)
    approve(screen)
    concludes(screen, "I rute med vilkår")

    here = as_stored(server)
    documents(screen, here)
    tables(screen, here)


def as_stored(server: Server) -> CustomerJudgement:
    with open_workspace(database_url=server.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
        return judge_customer(ws, local_actor(Role.REVIEWER), server.customers[WHO], as_of=TODAY)


def concludes(screen: Screen, verdict: str) -> None:
    screen.open_for("", WHO)
    expect(screen.page.get_by_test_id("stAlert").first.locator("strong").first).to_contain_text(verdict)


def plan_the_hard_stops(screen: Screen) -> None:
    """One click; the plan has one action for each, in words of the questionnaire, and no answer has moved."""
    before = screen.server.stored(WHO).answers
    screen.go("tiltak")
    screen.page.get_by_role("button", name="Lag tiltak for 3 stoppkrav").click()
    expect(screen.page.get_by_text("3 tiltak mangler eier")).to_be_visible()
    assert screen.server.plan(WHO).keys() == {LOW, LATE, SILENT}
    assert screen.server.stored(WHO).answers == before


def plan_where_the_gap_stands(screen: Screen) -> None:
    """On the page of gaps, without leaving it."""
    screen.go("mangler")
    row = screen.page.locator(".st-key-gap-" + PLAIN)
    screen.insist(row.locator("summary").click, row.get_by_role("button", name="Planlegg"))
    row.get_by_role("button", name="Planlegg").click()
    row.get_by_role("button", name="Legg i planen").click()
    expect(row.get_by_text("mangler eier")).to_be_visible()
    screen.shows("mangler")
    assert PLAIN in screen.server.plan(WHO)
    screen.go("tiltak")


def work_on_the_plan(screen: Screen) -> None:
    """Owner, day and note of one action; another is done, and asks for its question to be answered again."""
    table, order = Table(screen, row=action_table.ROW), list(screen.server.plan(WHO))
    late, low = order.index(LATE), order.index(LOW)
    table.pick(late, OWNER_COLUMN, OWNER, lambda: screen.server.plan(WHO)[LATE].owner, OWNER)
    table.write(late, DUE_COLUMN, DUE.isoformat(), lambda: screen.server.plan(WHO)[LATE].due, DUE)
    table.write(late, NOTE_COLUMN, NOTE, lambda: screen.server.plan(WHO)[LATE].note)
    expect(screen.page.get_by_text("2 tiltak blir for sent")).to_be_visible()
    table.pick(low, STATUS_COLUMN, "gjort", lambda: screen.server.plan(WHO)[LOW].status, ActionStatus.DONE)
    expect(screen.page.get_by_text("Tiltak er gjort for 1 spørsmål som ikke er besvart på nytt")).to_be_visible()


def answer_anew(screen: Screen) -> None:
    """The two that can be put in place, are; then nothing asks to be answered again."""
    screen.open_for("egenvurdering", WHO, tema="F02")
    mouse = Mouse(screen)
    mouse.level(LOW, 3)
    screen.expect_saved(LOW)
    equipped = screen.server.answer(WHO, EQUIPPED).value
    assert isinstance(equipped, Share)
    units = equipped.all or 0
    how_many_units(screen, int(units))
    screen.go("egenvurdering")
    mouse.to_factor(6)
    screen.expect_card(SILENT)
    mouse.share(SILENT, Share(units, units))
    screen.until(lambda: screen.server.answer(WHO, SILENT).value, Share(units, units))
    screen.go("tiltak")
    expect(screen.page.get_by_text("ikke besvart på nytt")).to_have_count(0)


def how_many_units(screen: Screen, units: int) -> None:
    """What «Om virksomheten» says, and the shares take their whole from."""
    screen.go("om-virksomheten")
    field = screen.page.get_by_role("textbox", name="Antall enheter", exact=True)
    field.fill(str(units))
    field.press("Tab")
    expect(screen.page.get_by_text("opplysninger er fylt inn")).to_be_visible()
    screen.settle()


def ask_for_an_exception(screen: Screen) -> None:
    """For the one that no work can mend, the only one the form offers."""
    screen.go("dato")
    page = screen.page
    field = page.get_by_label("Hva gjør dere i stedet, så det er forsvarlig?")
    screen.insist(page.locator("summary", has_text="Be om et unntak").click, field)
    field.fill(MEASURE)
    page.get_by_label("Hvem svarer for det?").fill(ANSWERABLE)
    page.get_by_role("button", name="Send til HPAS").click()
    expect(page.get_by_text("Forslaget er sendt til HPAS.")).to_be_visible()


def approve(screen: Screen) -> None:
    screen.open_for("kvalitetssikring", WHO, role=Role.REVIEWER)
    page = screen.page
    page.get_by_role("radio", name="Unntak").click()
    expect(page.get_by_text(MEASURE)).to_be_visible()
    page.get_by_label("Begrunnelse").fill(REASON)
    page.get_by_label("Begrunnelse").press("Tab")
    screen.settle()
    page.get_by_role("button", name="Godkjenn").click()
    expect(page.get_by_text("Unntaket er godkjent.")).to_be_visible()


def documents(screen: Screen, here: CustomerJudgement) -> None:
    """Workbook, paper, calendar and work items, from the page of the plan."""
    screen.go("tiltak")
    read_workbook(screen.download("Arbeidsbok for Excel", "xlsx"), here)
    read_paper(screen.download("Beslutningsgrunnlag som PDF", "pdf"), here)
    read_calendar(screen.download("Frister til Outlook", "ics"), here)
    read_work_items(screen.download("Tiltak til Azure DevOps", "csv"), here)


def tables(screen: Screen, here: CustomerJudgement) -> None:
    """Answers, gaps and changes in both dialects, and the book to fill in offline."""
    asked = {question.id for question in here.view.form.questionnaire.questions}
    short = {gap.question.id for gap in here.gaps}
    screen.go("filer")
    read_book(screen.download("Excel-fil til å fylle ut", "xlsx"), here)
    assert {*GAPS, LATE} <= short
    screen.page.locator("summary", has_text="Tabeller og filer for programmer").click()
    for place, wanted in enumerate((here.view.counted.keys(), short)):
        for_people, for_programs = both(screen, place)
        # Facts of «Om virksomheten» stand before the answers.
        facts = for_programs["question_id"].str.startswith("profile:")
        for_people, for_programs = for_people[~facts], for_programs[~facts]
        assert set(for_people["Spørsmål-id"]) == set(for_programs["question_id"]) == set(wanted)
        assert set(for_programs["question_id"]) <= asked
    screen.go("utvikling")
    for_people, for_programs = both(screen, 0)
    assert list(for_programs["days_left"])[-1] == str(here.judgement.days_left)
    assert len(for_people) == len(for_programs)
    for_people, for_programs = both(screen, 1)
    changed = for_programs[for_programs["change"] != "same"]
    # The number of units is the whole of one more.
    assert set(changed["question_id"]) == {LOW, SILENT, "KO-0905"}
    assert len(for_people) == len(for_programs)


def both(screen: Screen, place: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The file behind the buttons that stand there on the page, as Excel and as a program reads it."""
    for_people = screen.download("CSV for Excel", "csv", place)
    for_programs = screen.download("CSV for programmer", "csv", place)
    return (
        pd.read_csv(io.BytesIO(for_people), sep=";", encoding="utf-8-sig", dtype=str),
        pd.read_csv(io.BytesIO(for_programs), dtype=str),
    )


def read_workbook(data: bytes, here: CustomerJudgement) -> None:
    book = load_workbook(io.BytesIO(data))
    asked = [question.id for question in here.view.form.questionnaire.questions]
    said = {cell.value for cell in book["Oversikt"]["A"] + book["Oversikt"]["B"]}
    assert {WHO, headline(here.judgement)} <= said
    assert column(book["Svar"], "Spørsmål-id") == asked
    assert sorted(column(book["Mangler"], "Spørsmål-id")) == sorted(gap.question.id for gap in here.gaps)
    plan = {question: row for question, *row in book["Tiltak"].iter_rows(min_row=2, values_only=True)}
    assert plan.keys() == {LOW, LATE, SILENT, PLAIN}
    assert {OWNER, NOTE} <= set(plan[LATE])
    assert DUE in [getattr(cell, "date", lambda: None)() for cell in plan[LATE]]
    assert "gjort" in plan[LOW]
    (waived,) = book["Unntak"].iter_rows(min_row=2, values_only=True)
    assert {LATE, MEASURE, ANSWERABLE, REASON} <= set(waived)


def column(sheet: Any, heading: str) -> list[str]:
    """What stands under a heading, from above."""
    head, *rows = sheet.iter_rows(values_only=True)
    return [row[head.index(heading)] for row in rows]


def read_paper(data: bytes, here: CustomerJudgement) -> None:
    """Cells of its tables break over several lines, so what stands in one is looked for word by word."""
    text = " ".join(pdf_text(data).split())
    stops = [gap.question.title.nb for gap in here.gaps if gap.hard_stop and gap.open]
    whole = (WHO, "I rute med vilkår", "1 stoppkrav har godkjent unntak.", short_day(DUE))
    action = text_of(here, LATE)
    words = {word for said in (MEASURE, ANSWERABLE, OWNER, action[:80], *stops) for word in said.split()[:-1]}
    assert [said for said in (*whole, *words) if said not in text] == []


def text_of(here: CustomerJudgement, question_id: str) -> str:
    (planned,) = here.plan.of(question_id)
    return planned.action.text


def read_calendar(data: bytes, here: CustomerJudgement) -> None:
    events = list(Calendar.from_ical(data.decode()).walk("VEVENT"))
    (ours,) = [
        event for event in events if str(event["UID"]).startswith("action-") and LATE in str(event["DESCRIPTION"])
    ]
    assert ours.decoded("DTSTART") == DUE
    assert [said for said in (NOTE, OWNER) if said not in str(ours["DESCRIPTION"])] == []
    # What is excepted is no deadline, and a stop whose day has passed is told in the event of the go-live.
    stops = {gap.question.id for gap in here.gaps if gap.hard_stop and not gap.judged.waived}
    assert LATE not in stops
    told = "".join(f"{event['SUMMARY']} {event['DESCRIPTION']}" for event in events)
    assert stops == {stop for stop in stops if stop in told}
    assert here.view.customer.go_live in [event.decoded("DTSTART") for event in events]


def read_work_items(data: bytes, here: CustomerJudgement) -> None:
    rows = {row["Title"].split(":")[0]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}
    assert rows.keys() == {planned.action.question_id for planned in here.plan.actions if planned.action.open}
    mine = rows[LATE]
    assert (mine["Assigned To"], mine["Due Date"]) == ("", DUE.isoformat())
    assert [said for said in (NOTE, ADDRESS) if said not in mine["Description"]] == []


def read_book(data: bytes, here: CustomerJudgement) -> None:
    asked = [question.id for question in here.view.form.questionnaire.questions]
    sheet = load_workbook(io.BytesIO(data))["Svar"]
    found = [row[0] for row in sheet.iter_rows(values_only=True) if row[0] in asked]
    assert list(dict.fromkeys(found)) == asked


# Page -> the tables it hands out in the order of their buttons, each with a column for programs.
HPAS = {
    "sammenligning": ("customer",),
    "rulleplan": ("go_live",),
    "utvikling-alle": ("days_left", "since"),
    "kvalitetssikring": ("snapshot_id",),
    "kunder": ("customer_id", "member_id"),
    "logg": ("operation",),
}


def test_hpas_takes_every_table_out_in_both_dialects(screen: Screen, server: Server) -> None:
    screen.open_for("sammenligning", WHO, role=Role.ADMIN)
    found: dict[str, pd.DataFrame] = {}
    for path, columns in HPAS.items():
        screen.go(path)
        expect(screen.page.get_by_role("button", name="CSV for programmer", exact=True)).to_have_count(len(columns))
        for place, name in enumerate(columns):
            for_people, found[f"{path} {name}"] = both(screen, place)
            assert name in found[f"{path} {name}"].columns
            # The log has one line more each time it is fetched.
            assert len(found[f"{path} {name}"]) - len(for_people) == (path == "logg")
    assert set(found["sammenligning customer"]["customer"]) == set(server.customers)
    assert WHO in set(found["kvalitetssikring snapshot_id"]["customer"])
    assert ADDRESS in set(found["kunder member_id"]["email"])
    assert {"export_comparison", "add_customer"} <= set(found["logg operation"]["operation"])
