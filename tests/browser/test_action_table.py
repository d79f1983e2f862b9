"""The table of the plan keeps its place while it is filled in: from cell to cell by keyboard, each saved as it is left."""

from datetime import date

from playwright.sync_api import expect

from tests.browser.conftest import NewScreen
from tests.browser.screen import Screen
from tests.browser.serve import BLANK, Server
from tests.browser.table import Table
from ui.plan import action_table

WHO = BLANK["planning"]
OWNER_COLUMN, DUE_COLUMN, NOTE_COLUMN = 2, 3, 7
# Someone is to answer a question here.
NAMED = "Turid Moe"
NOTES = ["Driftslederen", "Testlederen", "Opplæringslederen"]


def owners(server: Server) -> list[str | None]:
    return [action.owner for action in server.plan(WHO).values()]


def notes(server: Server) -> list[str | None]:
    return [action.note for action in server.plan(WHO).values()]


def planned(screen: Screen) -> Table:
    """Tiltak, with an action for each of the hard stops."""
    screen.open_for("tiltak", WHO)
    screen.settle()
    return Table(screen, row=action_table.ROW)


def test_a_column_is_filled_in_by_keyboard_without_waiting_or_reaching_for_it_again(
    new_screen: NewScreen, server: Server
) -> None:
    screen = new_screen()
    table = planned(screen)
    table.go_to(0, NOTE_COLUMN)
    for note in NOTES:
        table.type(note)
    screen.until(lambda: notes(server)[: len(NOTES)], NOTES)


def test_an_owner_is_picked_among_those_who_are_known(new_screen: NewScreen, server: Server) -> None:
    screen = new_screen()
    table = planned(screen)
    table.pick(0, OWNER_COLUMN, NAMED, lambda: owners(server)[0], NAMED)
    expect(table.cell(0, OWNER_COLUMN)).to_have_text(NAMED)


def test_what_a_colleague_writes_stands_also_where_i_wrote_before(new_screen: NewScreen, server: Server) -> None:
    mine, theirs = new_screen(), new_screen(elsewhere=True)
    here, there = planned(mine), planned(theirs)
    here.go_to(0, NOTE_COLUMN)
    here.type("Kveldsvakten")
    mine.until(lambda: notes(server)[0], "Kveldsvakten")
    there.write(0, NOTE_COLUMN, "Nattevakten", lambda: notes(server)[0])
    here.write(1, NOTE_COLUMN, "Dagvakten", lambda: notes(server)[1])
    expect(here.cell(0, NOTE_COLUMN)).to_have_text("Nattevakten")
    assert notes(server)[:2] == ["Nattevakten", "Dagvakten"]


def test_a_day_is_read_as_people_write_it_and_one_that_cannot_be_is_told_until_it_is_mended_or_gone(
    new_screen: NewScreen, server: Server
) -> None:
    screen = new_screen()
    table, told = planned(screen), screen.page.get_by_text("Ikke lagret")
    table.write(0, DUE_COLUMN, "1.3.2027", lambda: due(server), date(2027, 3, 1))
    expect(table.cell(0, DUE_COLUMN)).to_have_text("1.3.2027")
    table.fill(0, DUE_COLUMN, "31.02.2027")
    expect(told).to_be_visible()
    expect(screen.page.get_by_text("«31.02.2027» finnes ikke i kalenderen")).to_be_visible()
    table.write(0, NOTE_COLUMN, "Før påske", lambda: next(iter(server.plan(WHO).values())).note)
    expect(told).to_be_visible()
    expect(table.cell(0, DUE_COLUMN)).to_have_text("31.02.2027")
    assert due(server) == date(2027, 3, 1)
    table.write(0, DUE_COLUMN, "1. april 2027", lambda: due(server), date(2027, 4, 1))
    expect(told).to_have_count(0)
    table.fill(0, DUE_COLUMN, "1.4.1800")
    expect(told).to_be_visible()
    screen.go("mangler")
    screen.go("tiltak")
    expect(told).to_have_count(0)


def due(server: Server) -> date | None:
    return next(iter(server.plan(WHO).values())).due
