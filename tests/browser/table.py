"""An editable table, by mouse and keyboard: its cells are painted, so they are found by where they are."""

from collections.abc import Callable
from functools import partial

from playwright.sync_api import Locator

from tests.browser.hands import TYPING
from tests.browser.screen import Screen

ROW, FIRST_ROW = 35, 52
# Pixels into the table, where one clicks to give the table the keyboard.
INSIDE = 60


class Table:
    """Each edit is done when it is on disk: `read` says what is there, and is asked until it is what was typed.

    row: pixels of a row.
    """

    def __init__(self, screen: Screen, within: Locator | None = None, *, row: int = ROW) -> None:
        self.screen, self.row = screen, row
        self.table = (within or screen.page.locator("body")).get_by_test_id("stDataFrame").first
        self.press = partial(screen.page.keyboard.press, delay=TYPING)

    def write(self, row: int, column: int, text: str, read: Callable[[], object], wanted: object = None) -> None:
        """Type over a text, until `read` gives it, or what else is `wanted`."""
        self.screen.persist(partial(self.fill, row, column, text), read, text if wanted is None else wanted)

    def fill(self, row: int, column: int, text: str) -> None:
        self.go_to(row, column)
        self.press("Enter")
        field = self.screen.page.locator("#portal textarea")
        field.fill(text, timeout=3_000)
        field.press("Enter")

    def type(self, text: str) -> None:
        """Into the cell that has the keyboard; Enter goes on to the one below."""
        self.screen.page.keyboard.type(text, delay=TYPING)
        self.press("Enter")

    def pick(self, row: int, column: int, option: str, read: Callable[[], object], wanted: object) -> None:
        """Choose a word from the list of a cell."""

        def act() -> None:
            self.go_to(row, column)
            self.press("Enter")
            self.screen.page.get_by_role("option", name=option, exact=True).click(timeout=3_000)

        self.screen.persist(act, read, wanted)

    def go_to(self, row: int, column: int) -> None:
        """The row by mouse, the column by the arrows: how wide they are, and how far it is scrolled, does not matter."""
        self.press("Escape")
        self.table.scroll_into_view_if_needed()
        self.screen.settle()
        self.table.locator(".dvn-scroller").click(position={"x": INSIDE, "y": FIRST_ROW + self.row * row})
        self.press("Home")
        for _ in range(column):
            self.press("ArrowRight")

    def paste(self, row: int, column: int, block: str) -> None:
        """Paste what was copied in a spreadsheet, from this cell on."""
        self.screen.page.evaluate("text => navigator.clipboard.writeText(text)", block)
        self.go_to(row, column)
        self.press("Control+V")

    def cell(self, row: int, column: int) -> Locator:
        """As screen readers are told of it."""
        return self.table.locator(f'[data-testid="glide-cell-{column}-{row}"]')
