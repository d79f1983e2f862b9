"""A person who goes on answering on a bad line: what they did last in each field, and what is not stored and not said to be lost."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

from playwright.sync_api import Error, Locator, expect

from language import WAITING_ON, sentence
from scoring.answers import Answer, Matrix, Share
from service.answers.responses import Revision
from tests.replicas.bad_line import BadLine
from tests.replicas.tab import ROUTE, Tab

FACTOR = "F06"
LEVEL, DATE, SHARE, MATRIX, NOTE, WAITS = "KO-0608", "KO-0601", "KO-0602", "KO-0603", "KO-0607", "KO-0605"
WHO = {sentence(word): who for who, word in WAITING_ON.items()}
# All that there is of each thing that is counted; what is done is always fewer.
ALL = 60
ROW, FIRST_ROW, INSIDE = 35, 52, 60
ROWS = 3
TRIES = 8
# Milliseconds: for a key to be taken, an editor to open, and a page that was cut off to be whole.
KEY, OPENS, SAYS_SO, WHOLE = 60, 1_500, 300, 30_000
CELL = "#portal textarea"
CALM = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return !('klarsjekkBroken' in document.documentElement.dataset) && window.klarsjekkLine.quiet
        && window.klarsjekkLine.heard >= window.klarsjekkLine.asked
        && app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && !document.querySelector('[data-klarsjekk-pending], [data-klarsjekk-waits], [data-stale="true"]');
}"""
# What keeps a page from being calm.
STANDS = """() => JSON.stringify([window.klarsjekkLine, {...document.documentElement.dataset},
    {...document.querySelector('[data-testid="stApp"]')?.dataset},
    [...document.querySelectorAll('[data-klarsjekk-pending], [data-stale="true"]')].map(each => [...each.classList].join(' ')).slice(0, 5)])"""
Read = Callable[[Answer], object]


@dataclass
class Busy:
    """Edits of every kind, one after the other. `wanted`: field -> (its question, how it is read, what it was made to say)."""

    tab: Tab
    rnd: random.Random
    wanted: dict[str, tuple[str, Read, object]] = field(default_factory=dict)
    done: int = 0
    told: int = 0
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def begin(self) -> None:
        """Whatever is folded is open, and there is a number of all there is beside each that is done."""
        self._fill(self._texts(SHARE).nth(1), str(ALL))
        for row in range(ROWS):
            self.cell(row, 2, str(ALL))
        self.tab.unfold(NOTE)
        self.tab.unfold(WAITS, "Venter på", "Venter på")
        self.calm()

    def edit(self, kind: int) -> None:
        """One edit, left as a person leaves it; each kind in turn."""
        acts = (self.level, self.date, self.share, self.matrix, self.note, self.waits)
        acts[kind % len(acts)]()
        self.done += 1

    def level(self) -> None:
        now = self.tab.chosen(LEVEL)
        level = self.rnd.choice([each for each in range(5) if not now.count() or str(each) != now.input_value()])
        self.tab.level(LEVEL, level)
        self._want("level", LEVEL, lambda answer: answer.value, level)

    def date(self) -> None:
        day = 1 + next(self.numbers) % 28
        self._fill(self._texts(DATE).first, f"{day:02}.03.2027")
        self._want("date", DATE, lambda answer: str(answer.value), f"2027-03-{day:02}")

    def share(self) -> None:
        done = next(self.numbers) % ALL
        self._fill(self._texts(SHARE).first, str(done))
        self._want("share", SHARE, lambda answer: answer.value.done if isinstance(answer.value, Share) else None, done)

    def matrix(self) -> None:
        row, done = self.rnd.randrange(ROWS), next(self.numbers) % ALL
        self.cell(row, 1, str(done))
        self._want(f"row {row}", MATRIX, lambda answer: _done(answer, row), done)

    def note(self) -> None:
        text = f"Merknad {next(self.numbers)}"
        self._fill(self.tab.comment(NOTE), text)
        self._want("note", NOTE, lambda answer: answer.comment, text)

    def waits(self) -> None:
        box = self.tab.card(WAITS).get_by_role("combobox", name="Venter på")
        assert box.count(), f"What was unfolded is folded. {self.tab.page.evaluate(STANDS)}"
        who = self.rnd.choice([each for each in WHO if each != box.input_value()])
        for _ in range(TRIES):
            self.tab.open_list(WAITS, "Venter på", who).click()
            if box.input_value() == who:
                break
        self._want("waits", WAITS, lambda answer: answer.waiting_on, WHO[who])

    def cell(self, row: int, column: int, text: str) -> None:
        """Type over a cell; when a key was missed, again, and over what was typed in another, as a person does who sees it."""
        held = self._cells() | {(row, column): text}
        for _ in range(TRIES):
            wrong = [(place, said) for place, said in held.items() if self._shown(*place).inner_text() != said]
            if not wrong:
                return
            for (at, beside), said in wrong:
                self._type_over(at, beside, said)
        raise AssertionError(f"The table does not take {text}.")

    def _cells(self) -> dict[tuple[int, int], str]:
        """(row, column) -> what stands there."""
        places = [(row, column) for row in range(ROWS) for column in (1, 2)]
        return {place: self._shown(*place).inner_text() for place in places}

    def _shown(self, row: int, column: int) -> Locator:
        return self._table().locator(f'[data-testid="glide-cell-{column}-{row}"]')

    def _table(self) -> Locator:
        return self.tab.card(MATRIX).get_by_test_id("stDataFrame").first

    def _type_over(self, row: int, column: int, text: str) -> None:
        page, table = self.tab.page, self._table()
        page.keyboard.press("Escape", delay=KEY)
        table.scroll_into_view_if_needed()
        table.locator(".dvn-scroller").click(position={"x": INSIDE, "y": FIRST_ROW + ROW * row})
        for key in ("Home", *["ArrowRight"] * column, "Enter"):
            page.keyboard.press(key, delay=KEY)
        with suppress(AssertionError, Error):
            page.locator(CELL).fill(text, timeout=OPENS)
            page.locator(CELL).press("Enter", timeout=OPENS)
            expect(self._shown(row, column)).to_have_text(text, timeout=OPENS)

    def calm(self) -> None:
        """Wait until nothing is on its way, or said not to be stored yet."""
        # What is in a table is sent some time after it was typed, and what is not stored says so a little later.
        self.tab.page.wait_for_timeout(SAYS_SO)
        try:
            self.tab.page.wait_for_function(CALM, timeout=WHOLE)
        except TimeoutError:
            raise AssertionError(self.tab.page.evaluate(STANDS)) from None

    def lost(self, stored: Callable[[str], Answer]) -> list[str]:
        """What is not stored and not said to be lost; what is said to be is counted, and left to the person."""
        missing = [name for name, (question, read, wanted) in self.wanted.items() if read(stored(question)) != wanted]
        told = [name for name in missing if self._is_told(self.wanted[name][0])]
        self.told += len(told)
        faults = [
            f"{name}: {self.wanted[name][2]!r}, not {self.wanted[name][1](stored(self.wanted[name][0]))!r}; {self._said(self.wanted[name][0])}"
            for name in missing
            if name not in told
        ]
        for name in missing:
            del self.wanted[name]
        return faults

    def _said(self, question: str) -> list[str]:
        return self.tab.card(question).get_by_role("alert").all_inner_texts()

    def _is_told(self, question: str) -> bool:
        card, lost = self.tab.card(question), self.tab.page.locator("[data-klarsjekk-lost]")
        refused = card.get_by_role("alert").filter(has_text="Ikke lagret")
        return bool(card.locator(lost).count() or card.and_(lost).count() or refused.count())

    def _want(self, name: str, question: str, read: Read, wanted: object) -> None:
        self.wanted[name] = (question, read, wanted)

    def _texts(self, question: str) -> Locator:
        return self.tab.card(question).get_by_test_id("stTextInput").locator("input")

    def _fill(self, place: Locator, text: str) -> None:
        place.fill(text)
        place.press("Tab")


def _done(answer: Answer, row: int) -> float | None:
    rows = answer.value.rows if isinstance(answer.value, Matrix) else ()
    ids = ("report_fault", "access", "order")
    return next((each.share.done for each in rows if each.row == ids[row]), None)


def stored_twice(history: list[Revision]) -> int:
    """How many revisions say once more what the one before them of the same field said."""
    twice = 0
    last: dict[object, object] = {}
    for line in history:
        twice += line.field in last and last[line.field] == line.content
        last[line.field] = line.content
    return twice


def other_replica(tab: Tab, url: str) -> None:
    """Let the next connection be to the other replica."""
    other = str(3 - tab.replica)
    tab.page.context.add_cookies([{"name": ROUTE, "value": other, "url": url, "secure": True}])


def round_of(busy: Busy, line: BadLine, number: int, edits: int) -> None:
    """Some edits, and a cut in the midst of the first two, of another sort each time; in the end each sort meets each kind."""
    ways = (_cut_at_once, _cut_after_a_stall, _cut_after_a_drop, _older_comes_last)
    first = 2 * number + number // len(ways) % 2
    kinds = iter(range(first, first + edits))
    if number % 2:
        other_replica(busy.tab, line.url)
    ways[number % len(ways)](busy, line, kinds)
    busy.calm()
    for kind in kinds:
        busy.edit(kind)
    busy.calm()


def _cut_at_once(busy: Busy, line: BadLine, kinds: Iterator[int]) -> None:
    busy.edit(next(kinds))
    busy.edit(next(kinds))
    busy.tab.page.wait_for_timeout(busy.rnd.randrange(60))
    line.cut()


def _cut_after_a_stall(busy: Busy, line: BadLine, kinds: Iterator[int]) -> None:
    busy.edit(next(kinds))
    line.stall()
    busy.edit(next(kinds))
    busy.edit(next(kinds))
    if busy.rnd.random() < 0.5:
        line.go_on()
    line.cut()


def _cut_after_a_drop(busy: Busy, line: BadLine, kinds: Iterator[int]) -> None:
    line.drop()
    busy.edit(next(kinds))
    busy.edit(next(kinds))
    busy.edit(next(kinds))
    line.cut()


def _older_comes_last(busy: Busy, line: BadLine, kinds: Iterator[int]) -> None:
    """What was sent by the broken connection reaches the site after the same was done anew by the next one."""
    line.stall()
    again = next(kinds)
    busy.edit(again)
    kept = line.cut_and_keep()
    busy.calm()
    busy.edit(again)
    busy.calm()
    line.deliver(kept)
    busy.tab.page.wait_for_timeout(300)
