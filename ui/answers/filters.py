"""Which questions Egenvurdering shows across the factors: one table of filters, each with a value in the address."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from language import AREAS
from language.ui.answers.filters import NAMES
from scoring.judgement import Judged
from scoring.vocabulary import OPEN, AnswerField, Area, HardStop
from service.answers.responses import ResponseView
from ui.answers import next_question


@dataclass(frozen=True, slots=True)
class Sifted:
    """One question as a filter sees it. reader: the actor's id. sent_at: when the answers were last sent in."""

    judged: Judged
    view: ResponseView
    reader: str
    sent_at: datetime | None

    def changed(self, since: datetime | None, *, by_others: bool = False) -> bool:
        """Whether a part of the answer was saved after `since`, or ever when there is none."""
        held = (self.view.saved.get((self.judged.question.id, field)) for field in AnswerField)
        told = [each for each in held if each and not (by_others and each.by == self.reader)]
        return any(since is None or each.at > since for each in told)


@dataclass(frozen=True, slots=True)
class Filter:
    """`address` is its value of `vis` in the address."""

    address: str
    keeps: Callable[[Sifted], bool]

    @property
    def name(self) -> str:
        """What it is called in the list."""
        area = OF_AREAS.get(self.address)
        return NAMES[self.address] if area is None else AREAS[area]


def _in(area: Area) -> Callable[[Sifted], bool]:
    return lambda one: area in one.judged.question.areas


SHORT = "kort"
OLD = "bekreftes"
OF_AREAS = {"test": Area.TESTING, "drift": Area.OPERATIONS, "bemanning": Area.STAFFING}
FILTERS = (
    Filter("ubesvart", lambda one: next_question.is_open(one.judged)),
    Filter("vet-ikke", lambda one: next_question.is_open(one.judged) and bool(one.judged.answer.not_known)),
    Filter("haster", lambda one: one.judged.status in OPEN),
    Filter(OLD, lambda one: one.judged.stale and one.judged.to_confirm),
    Filter("stoppkrav", lambda one: isinstance(one.judged.question.hard_stop, HardStop)),
    *(Filter(address, _in(area)) for address, area in OF_AREAS.items()),
    Filter(SHORT, lambda one: one.judged.question.core),
    Filter("venter", lambda one: one.judged.answer.waiting_on is not None),
    Filter("endret", lambda one: one.changed(one.sent_at)),
    Filter("av-andre", lambda one: one.changed(own_last(one), by_others=True)),
)
BY_ADDRESS = {each.address: each for each in FILTERS}


def own_last(one: Sifted) -> datetime | None:
    """When the reader last saved anything here."""
    return max((saved.at for saved in one.view.saved.values() if saved.by == one.reader), default=None)
