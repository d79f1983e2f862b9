"""Who owes what to which customer by when: HPAS's list, over all customers at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import numpy as np
from numpy.typing import NDArray

from scoring.batch import BatchJudgements
from scoring.formulas import Flags
from scoring.gaps import When, due_step
from scoring.packed_rows import WAITED_ON
from scoring.portfolio.portfolio import FormBatch
from scoring.questionnaire import Question
from scoring.rules import NONE, STATUSES, VERDICTS, Codes
from scoring.vocabulary import LATE, HardStop, Responsible, Status, Verdict, WaitingOn
from service.portfolio.comparison import Comparison

_WHEN_OF = {
    **{STATUSES.index(status): When.NOW for status in LATE},
    STATUSES.index(Status.AT_RISK): When.AT_RISK,
}
_OPEN = list(_WHEN_OF)
_SETTLED = [STATUSES.index(status) for status in (Status.MET, Status.NOT_APPLICABLE)]
_IN_USE = VERDICTS.index(Verdict.IN_USE)
_HPAS = WAITED_ON.index(WaitingOn.HPAS)


@dataclass(frozen=True, slots=True)
class OwedItem:
    """One thing someone owes a customer. `place`: the customer's among the members.

    when, by: as of the gap; `None` without a go-live, where only what the customer has named is listed. days_late:
    since `by`, also while the question is unanswered: whoever owes it is late all the same.
    """

    who: WaitingOn
    place: int
    question: Question
    when: When | None
    by: date | None
    days_late: int

    @property
    def hard_stop(self) -> HardStop | None:
        return self.question.hard_stop


@dataclass(frozen=True, slots=True)
class OwedList:
    """owed: late first, then at risk, each part by date. only_waits: places of those with nothing of their own to do now."""

    owed: Sequence[OwedItem]
    only_waits: Sequence[int]


def owed_list(customers: Comparison) -> OwedList:
    """The list as of the day each customer is judged at. By the rule of `scoring.owed`, on every gap there is.

    Who has started waits for nothing by a date any more.
    """
    owed: list[OwedItem] = []
    only_waits: list[int] = []
    for (laid, judged), (_, waiting) in zip(customers.judged.parts, customers.waits, strict=True):
        whose = _whose(laid, judged, waiting) * ~_in_use(judged)
        owed += _owed(laid, judged, whose)
        due = np.isin(judged.status, _OPEN) & ~_in_use(judged)
        idle = (due & (whose != 0)).any(axis=1) & ~(due & (whose == 0)).any(axis=1)
        only_waits += laid.places[idle].tolist()
    names = partial(_order, [member.name.casefold() for member in customers.members])
    return OwedList(sorted(owed, key=names), sorted(only_waits))


@dataclass(frozen=True, slots=True)
class CarriedQuestion:
    """A customer's question that HPAS answers, where it is not settled. asked: the programme's. now, later: places.

    first: the item of the one that starts first among those that wait now, or of all when nobody does yet.
    """

    asked: str
    question: Question
    now: Sequence[int]
    later: Sequence[int]
    first: OwedItem


def carried_questions(customers: Comparison) -> Iterator[CarriedQuestion]:
    """What is waited for of what HPAS answers, by question of each form; by columns, so that thousands are no longer."""
    for (laid, judged), (_, waiting) in zip(customers.judged.parts, customers.waits, strict=True):
        whose = _whose(laid, judged, waiting)
        for column, question in enumerate(laid.yardstick.questions):
            if question.from_programme is None:
                continue
            status = judged.status[:, column]
            waits = (status != NONE) & ~np.isin(status, _SETTLED) & ~_in_use(judged)[:, 0]
            if waits.any():
                now = waits & np.isin(status, _OPEN)
                rows = np.flatnonzero(now if now.any() else waits)
                first = int(rows[np.argmin(laid.go_live[rows])])
                who = WAITED_ON[whose[first, column]] or WaitingOn.HPAS
                yield CarriedQuestion(
                    asked=question.from_programme,
                    question=question,
                    now=laid.places[now].tolist(),
                    later=laid.places[waits & ~now].tolist(),
                    first=_one(laid, judged, first, column, who),
                )


def _whose(laid: FormBatch, judged: BatchJudgements, waiting: NDArray[np.uint8]) -> Codes:
    """(responses, questions): place in `WAITED_ON` of whom each waits on; 0 is the customer's own."""
    questions = laid.yardstick.questions
    theirs = np.array([question.responsible is Responsible.HPAS for question in questions])
    # Without a go-live nothing is due, so only what the customer has named is known to wait.
    dated = judged.status != NONE
    return np.where(waiting != 0, waiting, np.where(theirs & dated, _HPAS, 0)).astype(np.int8)


def _in_use(judged: BatchJudgements) -> Flags:
    """(responses, 1): who has started, to whom nothing is due by a date any more."""
    found: Flags = judged.verdict[:, None] == _IN_USE
    return found


def _owed(laid: FormBatch, judged: BatchJudgements, whose: Codes) -> Iterator[OwedItem]:
    # A question without a status is settled when all of it is there.
    open_ = np.where(judged.status == NONE, ~(judged.attainment >= 1), ~np.isin(judged.status, _SETTLED))
    applies = laid.encoded.applicable
    for row, column in zip(*np.nonzero((whose != 0) & open_ & applies), strict=True):
        who = WAITED_ON[whose[row, column]]
        if who:
            yield _one(laid, judged, int(row), int(column), who)


def _one(laid: FormBatch, judged: BatchJudgements, row: int, column: int, who: WaitingOn) -> OwedItem:
    question, place = laid.yardstick.questions[column], int(laid.places[row])
    go_live, status = float(laid.go_live[row]), int(judged.status[row, column])
    if go_live != go_live or status == NONE:
        return OwedItem(who, place, question, None, None, 0)
    attained = float(judged.attainment[row, column])
    when = _WHEN_OF.get(status, When.NEXT)
    now = when is When.NOW
    left = int(go_live - laid.as_of[row])
    days, _ = due_step(question, None if attained != attained else attained, left, now=now)
    by = date.fromordinal(int(go_live)) - timedelta(days=days)
    return OwedItem(who, place, question, when, by, max(0, days - left) if now else 0)


_ORDER = (*When, None)


def _order(names: Sequence[str], each: OwedItem) -> tuple[int, date, str]:
    return _ORDER.index(each.when), each.by or date.max, names[each.place]
