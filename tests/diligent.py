"""People who answer without a pause, come back when they are cut off, and write down what they were told was saved.

The answers of a question go round, so that two in a row are never alike and the history tells which one is missing.
"""

import asyncio
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from ssl import SSLContext

from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import history, open_response
from service.people.actor import Role, local_actor
from service.people.customers import add_customer
from service.workspace import Workspace
from tests.protocol import Answered, Editor

PAGE, FACTOR = "egenvurdering", "F02"
LEVELS = 5
# Before someone who was cut off tries again.
PAUSE = 0.1
CUT_OFF = (ConnectionClosed, InvalidHandshake, InvalidMessage, OSError, TimeoutError)


@dataclass
class Try:
    """One answer that was sent. `told`: the page said that it is saved."""

    option: int
    told: bool = False


@dataclass
class Person:
    """Who works on the questions of one customer, alone."""

    customer_id: str
    tries: dict[str, list[Try]] = field(default_factory=dict)
    cut_off: int = 0

    @property
    def told(self) -> int:
        return sum(each.told for tries in self.tries.values() for each in tries)

    async def work(self, url: Callable[[], str], stop: asyncio.Event, *, tls: SSLContext | None = None) -> None:
        """Answer until `stop` is set; `url` is asked at each new connection."""
        query = {"kunde": self.customer_id, "rolle": Role.LEAD.value, "tema": FACTOR}
        while not stop.is_set():
            try:
                async with Editor(url(), PAGE, query=query, tls=tls) as editor:
                    await editor.load()
                    await self._answer(editor, stop)
            except CUT_OFF:
                self.cut_off += 1
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), PAUSE)

    async def _answer(self, editor: Editor, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self.answer_next(editor)

    async def answer_next(self, editor: Editor) -> Answered:
        """Answer the level question that has been answered the fewest times."""
        asked = [name for name, widget in editor.choices.items() if len(widget.options) == LEVELS]
        question_id = min(asked, key=lambda name: len(self.tries.get(name, ())))
        tries = self.tries.setdefault(question_id, [])
        attempt = Try(len(tries) % LEVELS)
        tries.append(attempt)
        answered = await editor.answer(question_id, attempt.option)
        attempt.told = answered.saved
        return answered

    def lost(self, ws: Workspace) -> list[str]:
        """Answers told as saved that are not stored where they should be, and stored ones nobody gave."""
        reader = local_actor(Role.REVIEWER)
        response_id = open_response(ws, reader, self.customer_id).response_id
        found: list[str] = []
        for question_id, tries in self.tries.items():
            lines = history(ws, reader, response_id, question_id)
            stored = [
                line.content for line in sorted(lines, key=lambda line: line.id) if line.field is AnswerField.VALUE
            ]
            found += [f"{question_id} {fault}" for fault in differences(tries, stored)]
        return found


def differences(tries: Iterable[Try], stored: Collection[object]) -> list[str]:
    """What does not fit: an answer that was not told as saved may be stored or not, all others must be, in their order."""
    left, faults = list(stored), []
    for number, each in enumerate(tries):
        if left and left[0] == each.option:
            del left[0]
        elif each.told:
            faults.append(f"lost number {number}")
    return faults + [f"stored {content} which nobody answered" for content in left]


def blank_customers(ws: Workspace, number: int, *, today: date) -> list[str]:
    """Invented municipalities so near their go-live that every question is asked; their ids."""
    admin, kind, go_live = local_actor(Role.ADMIN), CustomerType.MUNICIPALITY, today + timedelta(days=45)
    names = [f"Demo kommune {index:03}" for index in range(number)]
    return [add_customer(ws, admin, name=name, customer_type=kind, go_live=go_live, invented=True) for name in names]


async def until(told: int, people: Collection[Person], *, seconds: float = 60) -> None:
    """Wait until they have been told so many times more that something is saved. Raises TimeoutError."""
    wanted = told + sum(person.told for person in people)
    async with asyncio.timeout(seconds):
        while sum(person.told for person in people) < wanted:
            await asyncio.sleep(0.02)


def summary(people: Collection[Person], lost: Mapping[str, Collection[str]]) -> str:
    told, cut_off = sum(person.told for person in people), sum(person.cut_off for person in people)
    missing = sum(len(each) for each in lost.values())
    return f"{told} saves acknowledged to {len(people)} clients, cut off {cut_off} times, {missing} lost"
