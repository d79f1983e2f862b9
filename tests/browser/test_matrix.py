"""The table of a matrix: what is pasted from a spreadsheet is read or said, and two who fill it in leave each other's rows."""

from playwright.sync_api import expect

from scoring.answers import Matrix
from tests.browser.conftest import NewScreen
from tests.browser.screen import Screen
from tests.browser.serve import BLANK, Server
from tests.browser.table import Table

WHO = BLANK["matrix"]
Q = "KO-0206"
DONE, ALL = 1, 2
# As a spreadsheet copies it: thousands with a blank of each kind, a comma after a whole count, and four that are no counts.
COPIED = "12,0\t20\n1 200\t1\N{NO-BREAK SPACE}300\n6\t10\nca 3\t4\n75 %\t8\n24\t3\n12,5\t20"


def opened(screen: Screen) -> Table:
    screen.open_for("egenvurdering", WHO, tema="F02")
    return Table(screen, screen.card(Q))


def stands(server: Server) -> dict[str, tuple[float | None, float | None]]:
    value = server.answer(WHO, Q).value
    rows = value.rows if isinstance(value, Matrix) else ()
    return {row.row: (row.share.done, row.share.all) for row in rows}


def test_two_who_fill_in_one_matrix_leave_each_others_rows(new_screen: NewScreen, server: Server) -> None:
    mine, theirs = new_screen(), new_screen(elsewhere=True)
    here, there = opened(mine), opened(theirs)

    here.paste(0, DONE, COPIED)
    read = {"home_care": (12.0, 20.0), "nursing_home": (1200.0, 1300.0), "child_health": (6.0, 10.0)}
    mine.until(lambda: stands(server), read)
    told = mine.card(Q).get_by_role("alert").filter(has_text="Ikke lagret")
    for word in ("«ca 3» er ikke et tall", "«75 %» er prosent", "flere ferdige enn det er i alt (24 av 3)"):
        expect(told).to_contain_text(word)
    expect(mine.saved(Q)).to_have_count(0)
    expect(here.cell(3, DONE)).to_have_text("ca 3")

    there.write(1, DONE, "1100", lambda: stands(server)["nursing_home"], (1100.0, 1300.0))
    assert stands(server) == read | {"nursing_home": (1100.0, 1300.0)}
    theirs.expect_saved(Q)

    here.write(1, DONE, "900", lambda: stands(server)["nursing_home"], (900.0, 1300.0))
    expect(mine.card(Q)).to_contain_text("Sykehjem: 1 100 av 1 300 (85 %). Ditt svar: 900 av 1 300 (69 %).")
    expect(here.cell(3, DONE)).to_have_text("ca 3")
    mine.card(Q).get_by_role("button", name="Hent tilbake deres").click()
    mine.until(lambda: stands(server), read | {"nursing_home": (1100.0, 1300.0)})

    here.write(3, DONE, "3", lambda: stands(server).get("therapy"), (3.0, 4.0))
