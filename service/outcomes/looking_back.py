"""What was said before each start beside what came after it: for HPAS, over all customers that have started.

Where a customer stood on the day it started is what it sent in last, when that is at most three weeks older; else what it
had answered by the end of that day, with HPAS's answers as they are now.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
from sqlalchemy import Connection

from language import OSLO
from scoring.outcomes.foresight import StartedCase, TopicForesight, enough, topic_foresight
from scoring.packed_rows import pack_row, unpack_rows
from scoring.portfolio.cuts import FARTHEST
from scoring.portfolio.portfolio import Compared, FormBatch, Portfolio, judge_portfolio
from scoring.questionnaire import Form
from scoring.vocabulary import CustomerType, Status, Verdict
from service.answers.carried_rows import CarriedAnswers, read_carried
from service.answers.encodings import yardstick_of
from service.answers.serialisation import answers_from, fits
from service.forms import kept_forms
from service.outcomes.figures import OutcomeSide
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage.answers import encoded_rows, visit_rows
from storage.answers.encoded_rows import EncodedResponse
from storage.outcomes import rows as outcome_rows

_TYPES = {kind.value: kind for kind in CustomerType}
Figures = Mapping[tuple[str, int], float]


@dataclass(frozen=True, slots=True)
class StartedCustomer:
    """One that has started. at_start: judged on that day. sent_on: the day of what it sent in, `None` where it is what it
    had answered. trouble: (measure, days after) that went wrong. known, asked: figures there are, and that are due.
    """

    customer_id: str
    name: str
    customer_type: CustomerType
    started_on: date
    at_start: Compared
    sent_on: date | None
    trouble: tuple[tuple[str, int], ...]
    known: int
    asked: int

    @property
    def warned(self) -> bool:
        """Whether the verdict of that day was against starting: the date did not hold, or too little was known."""
        return self.at_start.verdict in (Verdict.NOT_READY, Verdict.UNDECIDED)

    @property
    def should_have_listened(self) -> bool:
        return self.warned and bool(self.trouble)


@dataclass(frozen=True, slots=True)
class LookingBack:
    """customers: all that have started, the newest first. topics: none while `hidden`. given: how many have given a figure."""

    customers: tuple[StartedCustomer, ...]
    topics: tuple[TopicForesight, ...]
    given: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class _Stood:
    """Where one stood when it started, as a row of numbers of a form."""

    held: EncodedResponse
    started_on: date
    fingerprint: str
    numbers: bytes
    sent_on: date | None


def look_back(ws: Workspace, actor: Actor, *, as_of: date) -> LookingBack:
    """Everything, as of one moment. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    with ws.database.reading() as connection:
        stood = _stood(connection, as_of)
        forms = kept_forms(connection, {each.fingerprint for each in stood})
        figures = _figures(connection)
    judged = _judged(stood, forms)
    customers = [_customer(ws, each, judged, place, figures, as_of) for place, each in enumerate(stood)]
    cases = [_case(ws, each, judged, place, figures) for place, each in enumerate(stood)]
    return LookingBack(
        customers=tuple(sorted(customers, key=lambda each: (-each.started_on.toordinal(), each.name.casefold()))),
        topics=tuple(topic_foresight(ws.outcomes, cases)),
        given=sum(bool(case.figures) for case in cases),
        hidden=not enough(cases),
    )


def _stood(connection: Connection, as_of: date) -> list[_Stood]:
    every = encoded_rows.encoded_responses(connection, with_numbers=False)
    held = [(each, day) for each in every if (day := each.started_on) is not None and day <= as_of]
    sent = defaultdict(list)
    for taken in encoded_rows.all_snapshots(connection) if held else ():
        sent[taken.customer_id].append(taken)
    found, unsent = [], []
    for each, day in held:
        near = [taken for taken in sent[each.customer_id] if 0 <= (day - taken.as_of).days <= FARTHEST]
        if near:
            found.append(_Stood(each, day, near[-1].fingerprint, near[-1].numbers, near[-1].as_of))
        else:
            unsent.append((each, day))
    return [*found, *_answered(connection, unsent)]


def _answered(connection: Connection, unsent: Sequence[tuple[EncodedResponse, date]]) -> Iterable[_Stood]:
    """What these had answered by the end of the day they started."""
    forms = kept_forms(connection, {each.fingerprint for each, _ in unsent}) if unsent else {}
    carried = read_carried(connection, forms, [each for each, _ in unsent]) if unsent else None
    for each, day in unsent:
        assert carried is not None, "read when any is"
        yield _Stood(
            each, day, each.fingerprint, _by_then(connection, forms[each.fingerprint], each, day, carried), None
        )


def _by_then(connection: Connection, form: Form, each: EncodedResponse, day: date, carried: CarriedAnswers) -> bytes:
    end = datetime.combine(day + timedelta(days=1), time(), OSLO)
    revisions = visit_rows.revisions_at(connection, each.response_id, end)
    asked = form.questionnaire.by_id
    rows = visit_rows.said_after(connection, each.response_id, revisions)
    said = [(id_, field, held) for id_, field, held in rows if id_ in asked and fits(asked[id_], field, held)]  # type: ignore[arg-type]
    return pack_row(yardstick_of(form), carried.counted_for(form, each, answers_from(form, said)))


def _judged(stood: Sequence[_Stood], forms: Mapping[str, Form]) -> Portfolio:
    """All of them on the day each started, with that day as the go-live."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(stood):
        places[each.fingerprint].append(place)
    return judge_portfolio(
        [each.held.customer_id for each in stood],
        [_part(forms[name], [stood[place] for place in own], own) for name, own in places.items()],
    )


def _part(form: Form, stood: Sequence[_Stood], places: Sequence[int]) -> FormBatch:
    laid_out = yardstick_of(form)
    days = np.array([float(each.started_on.toordinal()) for each in stood])
    return FormBatch(
        yardstick=laid_out,
        encoded=unpack_rows(len(laid_out.questions), [each.numbers for each in stood]).encoded,
        places=np.array(places, np.intp),
        go_live=days,
        as_of=days,
    )


def _figures(connection: Connection) -> Mapping[str, Figures]:
    """Customer -> the figures that count: HPAS's where it has one, else the customer's."""
    newest = {(row.customer_id, row.of): row for row in outcome_rows.outcomes(connection)}
    found: dict[str, dict[tuple[str, int], float]] = defaultdict(dict)
    for side in (OutcomeSide.CUSTOMER, OutcomeSide.HPAS):
        for (customer_id, _), row in newest.items():
            if row.side == side and row.figure is not None:
                found[customer_id][row.measure_id, row.days_after] = row.figure
    return found


def _customer(
    ws: Workspace, each: _Stood, judged: Portfolio, place: int, figures: Mapping[str, Figures], as_of: date
) -> StartedCustomer:
    kind, own = _TYPES[each.held.customer_type], figures.get(each.held.customer_id, {})
    asked = [
        (measure, days)
        for measure in ws.outcomes.of(kind)
        for days in measure.trouble
        if each.started_on + timedelta(days=days) <= as_of
    ]
    wrong = [(m.id, days) for m, days in asked if (m.id, days) in own and m.went_wrong(days, own[m.id, days])]
    return StartedCustomer(
        customer_id=each.held.customer_id,
        name=each.held.name,
        customer_type=kind,
        started_on=each.started_on,
        at_start=judged.rows([place])[0],
        sent_on=each.sent_on,
        trouble=tuple(wrong),
        known=sum((measure.id, days) in own for measure, days in asked),
        asked=len(asked),
    )


def _case(ws: Workspace, each: _Stood, judged: Portfolio, place: int, figures: Mapping[str, Figures]) -> StartedCase:
    standing = judged.attainment(place)
    in_place: dict[str, bool] = {}
    for question in judged.yardstick_of(place).questions:
        status, _ = standing[question.id]
        if status is not Status.NOT_APPLICABLE:
            in_place[question.topic] = in_place.get(question.topic, True) and status is Status.MET
    asked = {measure.id for measure in ws.outcomes.of(_TYPES[each.held.customer_type])}
    return StartedCase(each.held.customer_id, in_place, figures.get(each.held.customer_id, {}), asked)
