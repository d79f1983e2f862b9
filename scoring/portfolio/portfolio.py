"""Thousands of responses side by side, judged as arrays; one of them is put into words when someone looks at it.

Each is judged by its own form, go-live and day, so another customer never moves anyone's figures.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from math import nan

import numpy as np
from numpy.typing import NDArray

from scoring import batch
from scoring.ahead import ahead_days
from scoring.answers import Answers
from scoring.batch import NO_CIRCUMSTANCES, BatchCircumstances, BatchJudgements, judge_many
from scoring.clock import EarliestGoLive
from scoring.encoding import EncodedAnswers, encode_answers
from scoring.formulas import Flags, Floats
from scoring.judgement import Figures, earliest_of_row, figures_of_row
from scoring.questionnaire import Question
from scoring.reasons import failing_of_row
from scoring.rules import NONE, STATUSES, VERDICTS, Codes
from scoring.vocabulary import OPEN, UNRANKED, Area, Status, Verdict
from scoring.yardstick import OVERALL, Yardstick


@dataclass(frozen=True, slots=True)
class Compared:
    """One customer among others. `groups`: overall, factors and areas.

    failed_stops: ids of the hard stops that fail, the gravest first; failed_topics: their topics, each once. days_left:
    at `as_of`. enough: whether enough is answered to say which date holds. stale: how many of its own answers are older than
    they may be.
    """

    key: str
    go_live: date | None
    as_of: date
    days_left: int | None
    verdict: Verdict | None
    groups: dict[str, Figures]
    failed_stops: tuple[str, ...]
    failed_topics: tuple[str, ...]
    earliest: EarliestGoLive | None
    enough: bool
    stale: int

    @property
    def overall(self) -> Figures:
        return self.groups[OVERALL]

    @property
    def factors(self) -> dict[str, Figures]:
        return {name: figures for name, figures in self.groups.items() if name != OVERALL and name not in list(Area)}

    @property
    def areas(self) -> dict[Area, Figures]:
        return {area: self.groups[area.value] for area in Area}

    @property
    def ranked(self) -> bool:
        """What is undecided is shown, never ranked, and neither is who has started."""
        return self.verdict is not None and self.verdict not in UNRANKED


@dataclass(frozen=True, slots=True, eq=False)
class FormBatch:
    """Responses to one form, laid out. `places`: where each belongs among all; go_live, as_of: day numbers.

    circumstances: as `batch.judge_many` takes it.
    """

    yardstick: Yardstick
    encoded: EncodedAnswers
    places: NDArray[np.intp]
    go_live: Floats
    as_of: Floats
    circumstances: BatchCircumstances = NO_CIRCUMSTANCES


_OPEN = [STATUSES.index(status) for status in OPEN]
_Parted = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp], tuple[FormBatch, BatchJudgements]]


@dataclass(frozen=True, eq=False)
class Portfolio:
    """All of them in the order of `keys`, as arrays; `parts` are the judgements per form.

    figures: (responses, groups), nan where a form has no such group or a figure does not exist; `groups` names the
    columns. verdict: index in `many.VERDICTS` or NONE. as_of: day numbers. days_left: nan without a go-live.
    failing: how many hard stops fail, 0 while too little is known to say, and after the start. stale: how many of its own
    answers are older than they may be.
    """

    keys: Sequence[str]
    groups: tuple[str, ...]
    figures: batch.BatchFigures
    verdict: Codes
    as_of: Floats
    days_left: Floats
    failing: NDArray[np.int64]
    stale: NDArray[np.int64]
    parts: tuple[tuple[FormBatch, BatchJudgements], ...]

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def ranked(self) -> Flags:
        """What is undecided is shown, never ranked, and neither is who has started."""
        return ~np.isin(self.verdict, (NONE, *(VERDICTS.index(each) for each in UNRANKED)))

    def readiness(self, group: str = OVERALL) -> Floats:
        """One column of the heat map: points, nan where there is none."""
        return self.figures.readiness[:, self.groups.index(group)]

    def expected(self, group: str = OVERALL) -> Floats:
        return self.figures.expected[:, self.groups.index(group)]

    @cached_property
    def ahead(self) -> Floats:
        """(responses, groups): days ahead of the plan, nan where there is none (`scoring.ahead`)."""
        found = np.full(self.figures.readiness.shape, nan)
        for laid, judged in self.parts:
            columns = [self.groups.index(name) for name in laid.yardstick.group_names]
            found[laid.places[:, None], columns] = ahead_days(laid.yardstick, judged, laid.go_live - laid.as_of)
        return found

    @cached_property
    def ahead_overall(self) -> Floats:
        """(responses,): the same of everything alone, in a part of the time."""
        found = np.full(len(self), nan)
        for laid, judged in self.parts:
            left = laid.go_live - laid.as_of
            found[laid.places] = ahead_days(laid.yardstick, judged, left, groups=slice(1))[:, 0]
        return found

    def ahead_of(self, places: Sequence[int]) -> Floats:
        """(places, groups): the same as `ahead`, of some of the responses alone."""
        if "ahead" in self.__dict__:
            return self.ahead[list(places)]
        found = np.full((len(places), len(self.groups)), nan)
        for wanted, rows, columns, (laid, judged) in self._parted(places):
            left = laid.go_live - laid.as_of
            found[wanted[:, None], columns] = ahead_days(laid.yardstick, judged, left, rows=rows)
        return found

    def stops_of(self, places: Sequence[int]) -> NDArray[np.int64]:
        """(places, groups): how many hard stops fail in each group; 0 while too little is known to say."""
        found = np.zeros((len(places), len(self.groups)), np.int64)
        for wanted, rows, columns, (laid, judged) in self._parted(places):
            stops = (judged.failed[rows] & ~judged.waived[rows]) @ laid.yardstick.groups
            found[wanted[:, None], columns] = stops
        found[self.verdict[list(places)] == VERDICTS.index(Verdict.UNDECIDED)] = 0
        return found

    def open_at(self, places: Sequence[int]) -> Iterator[tuple[Question, list[int]]]:
        """Each question that is short of what is expected now, or soon will be, with the places where it is; by form."""
        at = np.array(places, np.intp)
        for wanted, rows, _, (laid, judged) in self._parted(places):
            open_ = np.isin(judged.status[rows], _OPEN) & laid.encoded.applicable[rows]
            for column in np.flatnonzero(open_.any(axis=0)):
                yield laid.yardstick.questions[column], at[wanted[open_[:, column]]].tolist()

    def _parted(self, places: Sequence[int]) -> Iterator[_Parted]:
        """The places by form: which of them, their rows in the part, the columns of its groups, and the part."""
        part, row = (held[list(places)] for held in self._homes)
        for number, held in enumerate(self.parts):
            wanted = np.flatnonzero(part == number)
            columns = np.array([self.groups.index(name) for name in held[0].yardstick.group_names])
            if len(wanted):
                yield wanted, row[wanted], columns, held

    def rows(self, places: Iterable[int] | None = None) -> list[Compared]:
        """Those at the places given, or all of them, in words."""
        wanted = range(len(self)) if places is None else list(places)
        every = self.ahead if places is None else self.ahead_of(wanted)
        return [self._row(place, ahead) for place, ahead in zip(wanted, every, strict=True)]

    def _row(self, place: int, ahead: Floats) -> Compared:
        part, row = int(self._homes[0][place]), int(self._homes[1][place])
        laid, judged = self.parts[part]
        own = ahead[[self.groups.index(name) for name in laid.yardstick.group_names]]
        return _in_words(self.keys[place], laid, judged, row, own)

    def yardstick_of(self, place: int) -> Yardstick:
        """What one of them is measured by."""
        return self.parts[int(self._homes[0][place])][0].yardstick

    def attainment(self, place: int) -> dict[str, tuple[Status | None, float | None]]:
        """Question id -> status and attainment: what is behind the figures of one of them."""
        part, row = int(self._homes[0][place]), int(self._homes[1][place])
        laid, judged = self.parts[part]
        return {
            question.id: (None if status == NONE else STATUSES[status], None if value != value else value)
            for question, status, value in zip(
                laid.yardstick.questions, judged.status[row].tolist(), judged.attainment[row].tolist(), strict=True
            )
        }

    @cached_property
    def _homes(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """In which part each is, and in which row of it."""
        part, row = np.empty(len(self), np.intp), np.empty(len(self), np.intp)
        for number, (laid, _) in enumerate(self.parts):
            part[laid.places], row[laid.places] = number, np.arange(len(laid.places))
        return part, row


def judge_portfolio(keys: Sequence[str], parts: Iterable[FormBatch]) -> Portfolio:
    """Judge every part by its own form and put the results in one order. `keys`: what each is known by."""
    judged = tuple((laid, _judged(laid)) for laid in parts)
    groups = _group_names(laid.yardstick for laid, _ in judged)
    whole = Portfolio(
        keys=keys,
        groups=groups,
        figures=batch.BatchFigures(*(np.full((len(keys), len(groups)), nan) for _ in fields(batch.BatchFigures))),
        verdict=np.full(len(keys), NONE, np.int8),
        as_of=np.full(len(keys), nan),
        days_left=np.full(len(keys), nan),
        failing=np.zeros(len(keys), np.int64),
        stale=np.zeros(len(keys), np.int64),
        parts=judged,
    )
    for laid, judgements in judged:
        _fill(whole, laid, judgements)
    return whole


def _judged(laid: FormBatch) -> BatchJudgements:
    return judge_many(
        laid.yardstick,
        laid.encoded,
        go_live=laid.go_live,
        as_of=laid.as_of,
        circumstances=laid.circumstances,
    )


def _group_names(yardsticks: Iterable[Yardstick]) -> tuple[str, ...]:
    factors = sorted({factor for each in yardsticks for factor in each.factors})
    return (OVERALL, *factors, *(area.value for area in Area))


def _fill(whole: Portfolio, laid: FormBatch, judged: BatchJudgements) -> None:
    """Put one part's results at their places."""
    places, yardstick = laid.places, laid.yardstick
    columns = np.array([whole.groups.index(name) for name in yardstick.group_names])
    for field in fields(batch.BatchFigures):
        getattr(whole.figures, field.name)[places[:, None], columns] = getattr(judged.figures, field.name)
    whole.verdict[places] = judged.verdict
    whole.as_of[places] = laid.as_of
    whole.days_left[places] = laid.go_live - laid.as_of
    known = judged.verdict != VERDICTS.index(Verdict.UNDECIDED)
    whole.failing[places] = (judged.failed & ~judged.waived).sum(axis=1) * known
    whole.stale[places] = _stale(laid, judged).sum(axis=1)


def _stale(laid: FormBatch, judged: BatchJudgements) -> Flags:
    """What the customer itself is to stand by: not what HPAS answers."""
    return judged.stale & ~laid.yardstick.carried


def _in_words(key: str, laid: FormBatch, judged: BatchJudgements, row: int, ahead: Floats) -> Compared:
    yardstick = laid.yardstick
    go_live, as_of = float(laid.go_live[row]), date.fromordinal(int(laid.as_of[row]))
    starts = None if go_live != go_live else date.fromordinal(int(go_live))
    verdict = None if judged.verdict[row] == NONE else VERDICTS[judged.verdict[row]]
    failed = () if verdict is Verdict.UNDECIDED else failing_of_row(yardstick, judged, row)
    return Compared(
        key=key,
        go_live=starts,
        as_of=as_of,
        days_left=None if starts is None else (starts - as_of).days,
        verdict=verdict,
        groups=figures_of_row(yardstick, judged.figures, row, ahead),
        failed_stops=failed,
        failed_topics=tuple(dict.fromkeys(yardstick.questions[yardstick.column[each]].topic for each in failed)),
        earliest=earliest_of_row(yardstick, judged, row),
        enough=not judged.too_few[row],
        stale=int(_stale(laid, judged)[row].sum()),
    )


@dataclass(frozen=True, slots=True)
class PortfolioEntry:
    """One customer to compare; `key` is whatever the caller knows it by. `as_of`: its own day, else that of all."""

    key: str
    yardstick: Yardstick
    answers: Answers
    go_live: date | None
    as_of: date | None = None


def compare(entries: Iterable[PortfolioEntry], *, as_of: date) -> list[Compared]:
    """Judge every entry by its own yardstick, those with the same one together; the result in the order of the entries."""
    return portfolio_of(entries, as_of=as_of).rows()


def portfolio_of(entries: Iterable[PortfolioEntry], *, as_of: date) -> Portfolio:
    """The same as arrays."""
    held = list(entries)
    by_form: dict[int, list[int]] = defaultdict(list)
    for number, entry in enumerate(held):
        by_form[id(entry.yardstick)].append(number)
    return judge_portfolio([entry.key for entry in held], [_laid(held, places, as_of) for places in by_form.values()])


def _laid(held: Sequence[PortfolioEntry], places: Sequence[int], as_of: date) -> FormBatch:
    entries = [held[place] for place in places]
    yardstick = entries[0].yardstick
    return FormBatch(
        yardstick=yardstick,
        encoded=encode_answers(yardstick, [entry.answers for entry in entries]),
        places=np.array(places, np.intp),
        go_live=np.array([nan if entry.go_live is None else entry.go_live.toordinal() for entry in entries]),
        as_of=np.array([float((entry.as_of or as_of).toordinal()) for entry in entries]),
    )


def shared_topics(yardsticks: Iterable[Yardstick]) -> tuple[int, int]:
    """How many topics all of the forms ask about, and how many any of them does."""
    asked = [{question.topic for question in yardstick.questions} for yardstick in yardsticks]
    return (len(set.intersection(*asked)), len(set.union(*asked))) if asked else (0, 0)
