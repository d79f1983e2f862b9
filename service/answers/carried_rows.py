"""HPAS's answers among rows of numbers: put in for thousands of customers at once, by type and wave.

Few customers are answered by themselves; those alone are looked at one by one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from scoring.answers import NO_ANSWER, Answer, Answers
from scoring.basis import Reach, as_asked, counted, put_given, reaches_of
from scoring.encoding import DayNumbers, EncodedAnswers, day_of, number_of
from scoring.formulas import Floats
from scoring.packed_rows import UnpackedRows, code_of_waiting
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField, ReachKind
from scoring.yardstick import Yardstick
from service.answers.carried import ProgrammeAnswers, read_programme, settled_among
from storage.answers.encoded_rows import EncodedResponse
from storage.programme import rows as programme_rows

Indices = NDArray[np.intp]


class CarriedTo(Protocol):
    """Whom a row is of, as far as it decides what HPAS answers."""

    @property
    def customer_id(self) -> str: ...

    @property
    def go_live(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class CarriedAnswers:
    """What HPAS answers everyone. settled: customer -> the questions on which it has answered that one anew since it disagreed."""

    said: ProgrammeAnswers
    settled: Mapping[str, Collection[str]]

    @property
    def alone(self) -> frozenset[str]:
        """The customers that HPAS has answered by themselves."""
        return frozenset(reach.target for reach in self.said.given if reach.kind is ReachKind.CUSTOMER)

    def put_in(self, measure: Yardstick, found: UnpackedRows, whose: Sequence[CarriedTo | None]) -> UnpackedRows:
        """The rows with HPAS's answers in them, written where the numbers are. whose: of each row, `None` to let it be."""
        if not measure.carried.any() or not self.said.given:
            return found
        waiting = found.waiting.copy()
        for rows, within in self._groups(measure, whose):
            self._put(measure, found.encoded, waiting, rows, within)
        alone = self.alone
        for row, to in enumerate(whose):
            if to is not None and to.customer_id in alone:
                at, within = np.array([row], np.intp), _reaches(measure, to)
                self._put(measure, found.encoded, waiting, at, within)
                if anew := self.settled.get(to.customer_id):
                    self._put(measure, found.encoded, waiting, at, within, over=anew)
        return UnpackedRows(found.encoded, waiting)

    def counted_for(self, form: Form, whose: EncodedResponse, own: Answers) -> dict[str, Answer]:
        """The answers of one customer that count, in words."""
        within = reaches_of(whose.customer_id, whose.customer_type, whose.go_live)
        held = {of: self.said.holding(theirs, within) for of, theirs in form.questionnaire.carried.items()}
        given = {of: one.answer for of, one in held.items() if one}
        return counted(form.questionnaire, own, given, settled=self.settled.get(whose.customer_id, ()))

    def _groups(
        self, measure: Yardstick, whose: Sequence[CarriedTo | None]
    ) -> Iterable[tuple[Indices, tuple[Reach, ...]]]:
        """The rows that are answered alike, but for those that are answered by themselves: by wave, where it matters."""
        waves = {reach.target for reach in self.said.given if reach.kind is ReachKind.WAVE}
        groups, alone = defaultdict[str, list[int]](list), self.alone
        for row, to in enumerate(whose):
            if to is not None and to.customer_id not in alone:
                wave = to.go_live.isoformat() if waves and to.go_live else ""
                groups[wave if wave in waves else ""].append(row)
        for wave, rows in groups.items():
            day = date.fromisoformat(wave) if wave else None
            yield np.array(rows, np.intp), reaches_of("", measure.form.questionnaire.customer_type, day)

    def _put(
        self,
        measure: Yardstick,
        encoded: EncodedAnswers,
        waiting: NDArray[np.uint8],
        rows: Indices,
        within: Sequence[Reach],
        *,
        over: Collection[str] = (),
    ) -> None:
        """over: only these questions, in place of the customers' own."""
        columns = np.flatnonzero(measure.carried)
        if over:
            columns = np.array([column for column in columns if measure.questions[column].id in over], np.intp)
        numbers, days, waits = self._numbers(measure, columns, within)
        put = put_given(encoded, rows, columns, numbers, days, over=bool(over))
        place = np.ix_(rows, columns)
        waiting[place] = np.where(put, waits, waiting[place])

    def _numbers(
        self, measure: Yardstick, columns: Indices, within: Sequence[Reach]
    ) -> tuple[Floats, DayNumbers, NDArray[np.uint8]]:
        answers = []
        for question in (measure.questions[column] for column in columns):
            found = self.said.holding(question.from_programme or "", within)
            answers.append((question, as_asked(question, found.answer) if found else NO_ANSWER))
        numbers = np.array([number_of(question, answer) for question, answer in answers], np.float64)
        days = np.array([day_of(answer) for _, answer in answers], np.float32)
        return numbers, days, np.array([code_of_waiting(answer.waiting_on) for _, answer in answers], np.uint8)


def _reaches(measure: Yardstick, to: CarriedTo) -> tuple[Reach, ...]:
    return reaches_of(to.customer_id, measure.form.questionnaire.customer_type, to.go_live)


def read_carried(connection: Connection, forms: Mapping[str, Form], held: Iterable[EncodedResponse]) -> CarriedAnswers:
    """HPAS's answers to all that these forms ask of it, and what is settled. In at most four statements."""
    asked = {theirs for form in forms.values() for theirs in form.questionnaire.carried.values()}
    said = read_programme(connection, asked)
    alone = CarriedAnswers(said, {}).alone
    those = [each for each in held if each.customer_id in alone and each.fingerprint in forms] if alone else []
    saved: dict[str, dict[tuple[str, AnswerField], datetime]] = defaultdict(dict)
    if those:
        carried = {own for form in forms.values() for own in form.questionnaire.carried}
        for field in programme_rows.own_fields(connection, [each.response_id for each in those], carried):
            saved[field.response_id][field.question_id, field.field] = field.at
    settled = {
        each.customer_id: _settled(said, forms[each.fingerprint], each, saved[each.response_id])
        for each in those
        # Who has said nothing has nothing that could be settled.
        if saved[each.response_id]
    }
    return CarriedAnswers(said, settled)


def _settled(
    said: ProgrammeAnswers, form: Form, each: EncodedResponse, saved: Mapping[tuple[str, AnswerField], datetime]
) -> Collection[str]:
    within = reaches_of(each.customer_id, each.customer_type, each.go_live)
    given = {own: one for own, theirs in form.questionnaire.carried.items() if (one := said.holding(theirs, within))}
    return settled_among(given, saved)
