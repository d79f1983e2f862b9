"""Answering by mouse, and answering by keyboard alone: the same questions, two ways to reach them."""

import re
from functools import partial
from typing import Protocol

from playwright.sync_api import Locator

from scoring.answers import Matrix, MatrixRow, Share
from tests.browser.screen import Screen

MOST_TABS = 400
# What is typed as an answer: a number or a day.
TYPED = '[data-testid="stTextInput"] input'
# The two numbers in the first row of a matrix: how far into the table they stand, and what screen readers are told of them.
FIRST_ROW = 52
PLACES = {"glide-cell-1-0": 0.42, "glide-cell-2-0": 0.57}
# Milliseconds between keys. The editor of a cell is fetched when it is first needed, and misses a key that comes at once.
TYPING = 80
_HAS_KEYBOARD = "([card, wanted]) => document.activeElement.matches(card + wanted)"


class Hands(Protocol):
    """One way to answer. Each leaves the field, so that what was typed is sent."""

    def to_factor(self, number: int) -> None: ...
    def level(self, question_id: str, level: int) -> None: ...
    def yes_no(self, question_id: str, yes: bool) -> None: ...
    def share(self, question_id: str, share: Share) -> None: ...
    def number(self, question_id: str, text: str) -> None: ...
    def date(self, question_id: str, text: str) -> None: ...
    def first_row(self, question_id: str, share: Share) -> None: ...


def first_row(row: str, share: Share) -> Matrix:
    return Matrix((MatrixRow(row, share),))


def typed(number: float | None) -> str:
    """As a Norwegian writes it: 1,5 · 40"""
    return f"{number:g}".replace(".", ",")


class Mouse:
    """Clicks; the keyboard is only for what must be typed."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def to_factor(self, number: int) -> None:
        self.screen.choose("Suksessfaktor", f"{number}. ")

    def level(self, question_id: str, level: int) -> None:
        self.screen.card(question_id).get_by_text(f"Nivå {level}", exact=True).click()

    def yes_no(self, question_id: str, yes: bool) -> None:
        self.screen.card(question_id).get_by_text("Ja" if yes else "Nei", exact=True).click()

    def share(self, question_id: str, share: Share) -> None:
        """Where the whole is a fact of «Om virksomheten» only the part is typed: all of it, where all of it is meant."""
        card = self.screen.card(question_id)
        numbers, fields = [share.done, share.all], card.locator(TYPED).all()
        if len(fields) == 1:
            whole = re.search(r"Av ([\d\s]+)", card.inner_text())
            assert whole
            numbers = [float(re.sub(r"\s", "", whole[1])) if share.done == share.all else share.done]
        for field, number in zip(fields, numbers, strict=True):
            self._fill(card, field, typed(number))

    def number(self, question_id: str, text: str) -> None:
        card = self.screen.card(question_id)
        self._fill(card, card.locator(TYPED), text)

    def _fill(self, card: Locator, field: Locator, text: str) -> None:
        field.click()
        field.press_sequentially(text)
        card.get_by_role("heading").click()

    def date(self, question_id: str, text: str) -> None:
        self.number(question_id, text)

    def first_row(self, question_id: str, share: Share) -> None:
        card = self.screen.card(question_id)
        table = card.locator(".dvn-scroller")

        def fill(cell: str, text: str) -> None:
            table.scroll_into_view_if_needed()
            self.screen.settle()
            box = table.bounding_box()
            assert box is not None
            table.click(position={"x": box["width"] * PLACES[cell], "y": FIRST_ROW})
            _type_in_cell(self.screen, text)

        for cell, number in zip(PLACES, (share.done, share.all), strict=True):
            text = typed(number)
            self.screen.insist(partial(fill, cell, text), _filled(card, cell, text))


class Keyboard:
    """Keys only: Tab to get there, arrows, space, typing, Enter."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.press = screen.page.keyboard.press
        self.type = screen.page.keyboard.type

    def to_factor(self, number: int) -> None:
        option = self.screen.page.get_by_role("option")
        listed = self.screen.page.get_by_role("listbox").filter(has=option.filter(has_text=f"{number}. "))
        self.screen.insist(partial(self._search, f"{number}. "), listed.filter(has_not=option.nth(1)))
        self.press("Enter")

    def _search(self, text: str) -> None:
        """Type in the list of factors. It closes when the page is run under it, as after the answer before."""
        self._tab_to("", 'input[aria-label="Suksessfaktor"]')
        self.screen.settle()
        self.press("Control+A")
        self.type(text)

    def level(self, question_id: str, level: int) -> None:
        self._into(question_id, "input[type=radio]")
        self.press("Space")
        for _ in range(level):
            self.press("ArrowDown")

    def yes_no(self, question_id: str, yes: bool) -> None:
        self._into(question_id, "input[type=radio]")
        self.press("Space" if yes else "ArrowRight")

    def share(self, question_id: str, share: Share) -> None:
        self._into(question_id, TYPED)
        self.type(typed(share.done))
        self.press("Tab")
        self.type(typed(share.all))
        self.press("Enter")

    def number(self, question_id: str, text: str) -> None:
        self._into(question_id, TYPED)
        self.press("Control+A")
        self.type(text)
        self.press("Enter")

    def date(self, question_id: str, text: str) -> None:
        self.number(question_id, text)

    def first_row(self, question_id: str, share: Share) -> None:
        card = self.screen.card(question_id)

        def fill(cell: str, text: str) -> None:
            self._into(question_id, "canvas")
            for key in ("Control+Home", *["ArrowRight"] * int(cell.split("-")[2])):
                self.press(key, delay=TYPING)
            _type_in_cell(self.screen, text)

        for cell, number in zip(PLACES, (share.done, share.all), strict=True):
            text = typed(number)
            self.screen.insist(partial(fill, cell, text), _filled(card, cell, text))

    def _into(self, question_id: str, wanted: str) -> None:
        self._tab_to(f".st-key-card-{question_id} ", wanted)

    def _tab_to(self, card: str, wanted: str) -> None:
        for _ in range(MOST_TABS):
            if self.screen.page.evaluate(_HAS_KEYBOARD, [card, wanted]):
                return
            self.press("Tab")
        raise AssertionError(f"The keyboard does not reach {card}{wanted}.")


def _filled(card: Locator, cell: str, text: str) -> Locator:
    """The cell as screen readers are told of it, once it holds the text. It lies unseen in the canvas."""
    return card.locator(f'[data-testid="{cell}"]', has_text=re.compile(rf"^{text}$"))


def _type_in_cell(screen: Screen, text: str) -> None:
    """Typing opens a small editor on top of the cell; Enter closes it."""
    screen.page.keyboard.type(text, delay=TYPING)
    screen.page.keyboard.press("Enter", delay=TYPING)
