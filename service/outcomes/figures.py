"""What happened after the start: figures 7, 30 and 90 days after, by the customer, with HPAS's own view beside each.

Nothing is overwritten: what is said anew stands over what was said, and «vet ikke» is an answer of its own, never 0.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection

from language import said as in_words
from scoring.outcomes.measures import OutcomeMeasure, OutcomeRules, days_due, due_on, overdue
from service.faults import BadInput, NotAllowed
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor
from service.people.customers import CustomerInfo
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation
from service.review.submissions import cleaned
from service.workspace import Workspace
from storage import records
from storage.outcomes import rows as outcome_rows
from storage.outcomes.rows import OutcomeRow

MOST = 1_000_000_000.0
PERCENT = "prosent"


class OutcomeSide(StrEnum):
    """Whose word it is."""

    CUSTOMER = "customer"
    HPAS = "hpas"


_OPERATIONS = {OutcomeSide.CUSTOMER: Operation.RECORD_OUTCOME, OutcomeSide.HPAS: Operation.REMARK_OUTCOME}


@dataclass(frozen=True, slots=True)
class SaidOutcome:
    """What one side says of a measure. All of it empty: taken back."""

    figure: float | None
    not_known: bool
    remark: str | None
    name: str = ""
    at: datetime | None = None

    @property
    def empty(self) -> bool:
        return self.figure is None and not self.not_known and self.remark is None


NOTHING_SAID = SaidOutcome(None, False, None)


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One measure on one day. own, hpas: as it stands, `NOTHING_SAID` where nothing does. before: by side, the oldest first."""

    measure: OutcomeMeasure
    days_after: int
    own: SaidOutcome
    hpas: SaidOutcome
    before: Mapping[OutcomeSide, Sequence[SaidOutcome]]

    @property
    def answered(self) -> bool:
        return self.own.figure is not None or self.own.not_known

    @property
    def counts(self) -> float | None:
        """The figure that counts: HPAS's where it has one, else the customer's."""
        return self.own.figure if self.hpas.figure is None else self.hpas.figure

    @property
    def wrong(self) -> bool | None:
        """Whether it went wrong, `None` where that is not known."""
        return None if self.counts is None else self.measure.went_wrong(self.days_after, self.counts)


@dataclass(frozen=True, slots=True)
class OutcomeRound:
    """All that is asked so many days after the start. due: when it can be given. late: days too late, of what is not given."""

    days_after: int
    due: date
    come: bool
    late: int
    lines: tuple[OutcomeLine, ...]

    @property
    def answered(self) -> int:
        return sum(line.answered for line in self.lines)

    @property
    def whole(self) -> bool:
        return self.answered == len(self.lines)


@dataclass(frozen=True, slots=True)
class OutcomeSheet:
    """One customer after its start; no rounds before it has one."""

    customer: CustomerInfo
    rounds: tuple[OutcomeRound, ...]

    @property
    def wrong(self) -> list[OutcomeLine]:
        return [line for each in self.rounds for line in each.lines if line.wrong]

    @property
    def due(self) -> list[OutcomeRound]:
        """What can be given now and is not whole."""
        return [each for each in self.rounds if each.come and not each.whole]


def read_outcomes(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> OutcomeSheet:
    """What is asked of the customer and what was said, as of one moment. Raises `NotAllowed`."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
        allow(ws, actor, Operation.READ, customer_id if known else None, thing=f"customer:{customer_id}")
        names = shown_names(connection, customer_id)
        rows = outcome_rows.outcomes(connection, customer_id)
    said: dict[tuple[str, int, str], list[SaidOutcome]] = defaultdict(list)
    for row in rows:
        said[row.of].append(_said(row, shown_as(names, row.actor)))
    return OutcomeSheet(known[0], _rounds(ws.outcomes, known[0], said, as_of))


def sheets_of(
    rules: OutcomeRules, customers: Iterable[CustomerInfo], rows: Iterable[OutcomeRow], as_of: date
) -> Iterator[OutcomeSheet]:
    """The same of all these that have started, of what is read already; without anyone's name. For who has authorised."""
    said: dict[str, dict[tuple[str, int, str], list[SaidOutcome]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        said[row.customer_id][row.of].append(_said(row, ""))
    for each in customers:
        if each.started_on is not None:
            yield OutcomeSheet(each, _rounds(rules, each, said.get(each.id, {}), as_of))


def record_outcome(
    ws: Workspace,
    actor: Actor,
    customer_id: str,
    measure_id: str,
    days_after: int,
    said: SaidOutcome,
    *,
    side: OutcomeSide = OutcomeSide.CUSTOMER,
    as_of: date,
) -> None:
    """Say what happened, or take it back with nothing; the same again says nothing.

    Raises `NotAllowed`, and `BadInput`: not_started, no_such_outcome, outcome_not_due, outcome_known_and_not,
    out_of_range, outcome_not_whole, outcome_over_hundred, or what is wrong with the text.
    """
    record_outcomes(ws, actor, customer_id, days_after, {measure_id: said}, side=side, as_of=as_of)


def record_outcomes(
    ws: Workspace,
    actor: Actor,
    customer_id: str,
    days_after: int,
    said: Mapping[str, SaidOutcome],
    *,
    side: OutcomeSide = OutcomeSide.CUSTOMER,
    as_of: date,
) -> int:
    """The same of several measures (by id) of one day, all or nothing; how many said something new. Raises `NotAllowed`, `BadInput`."""
    customer_id, operation = plain_id(customer_id), _OPERATIONS[side]
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
    allow(ws, actor, operation, customer_id if known else None, thing=f"customer:{customer_id}")
    wanted = {id_: _checked(ws, known[0], id_, days_after, each, as_of) for id_, each in said.items()}
    at = now()

    def save(connection: Connection, _again: bool) -> int:
        records.hold_customers(connection)
        if not records.customers(connection, customer_id):
            raise NotAllowed
        standing = {row.of: row for row in outcome_rows.outcomes(connection, customer_id)}
        new = [
            OutcomeRow(customer_id, id_, days_after, side.value, each.figure, each.not_known, each.remark, actor.id, at)
            for id_, each in wanted.items()
            if not _same(standing.get((id_, days_after, side.value)), each)
        ]
        for row in new:
            outcome_rows.add_outcome(connection, row)
        if new:
            told = json.dumps({"days": days_after, "measures": [row.measure_id for row in new]})
            records.audit(connection, event(actor, operation, f"customer:{customer_id}", detail=told))
        return len(new)

    return ws.database.once(save)


def _same(standing: OutcomeRow | None, said: SaidOutcome) -> bool:
    if standing is None:
        return said.empty
    return (standing.figure, standing.not_known, standing.remark) == (said.figure, said.not_known, said.remark)


def _checked(
    ws: Workspace, customer: CustomerInfo, measure_id: str, days_after: int, said: SaidOutcome, as_of: date
) -> SaidOutcome:
    measure = ws.outcomes.measure(measure_id)
    if customer.started_on is None:
        raise BadInput("not_started")
    if measure is None or customer.customer_type not in measure.customer_types or days_after not in measure.trouble:
        raise BadInput("no_such_outcome")
    if days_after not in days_due(customer.started_on, as_of):
        raise BadInput("outcome_not_due", days=days_after)
    if said.not_known and said.figure is not None:
        raise BadInput("outcome_known_and_not", title=in_words(measure.title))
    return SaidOutcome(checked_figure(measure, said.figure), said.not_known is True, cleaned(said.remark))


def checked_figure(measure: OutcomeMeasure, figure: object) -> float | None:
    """A figure that can be this measure. Raises `BadInput`: wrong_type, out_of_range, outcome_not_whole, outcome_over_hundred."""
    if figure is None:
        return None
    if isinstance(figure, bool) or not isinstance(figure, int | float):
        raise BadInput("wrong_type")
    if not math.isfinite(figure) or not 0 <= figure <= MOST:
        raise BadInput("out_of_range")
    if not measure.decimals and figure != int(figure):
        raise BadInput("outcome_not_whole", title=in_words(measure.title))
    if measure.unit.nb == PERCENT and measure.better == "lower" and figure > 100:
        raise BadInput("outcome_over_hundred", title=in_words(measure.title))
    return float(figure)


def _said(row: OutcomeRow, name: str) -> SaidOutcome:
    return SaidOutcome(row.figure, row.not_known, row.remark, name, row.at)


def _rounds(
    rules: OutcomeRules,
    customer: CustomerInfo,
    said: Mapping[tuple[str, int, str], Sequence[SaidOutcome]],
    as_of: date,
) -> tuple[OutcomeRound, ...]:
    started = customer.started_on
    if started is None:
        return ()
    measures, found = rules.of(customer.customer_type), []
    for days in sorted({days for measure in measures for days in measure.trouble}):
        lines = tuple(_line(measure, days, said) for measure in measures if days in measure.trouble)
        whole = all(line.answered for line in lines)
        due = due_on(started, days)
        late = 0 if whole else overdue(started, days, as_of)
        found.append(OutcomeRound(days, due, due <= as_of, late, lines))
    return tuple(found)


def _line(
    measure: OutcomeMeasure, days: int, said: Mapping[tuple[str, int, str], Sequence[SaidOutcome]]
) -> OutcomeLine:
    history = {side: tuple(said.get((measure.id, days, side.value), ())) for side in OutcomeSide}
    own, hpas = (_newest(history[side]) for side in (OutcomeSide.CUSTOMER, OutcomeSide.HPAS))
    return OutcomeLine(measure, days, own, hpas, history)


def _newest(held: Sequence[SaidOutcome]) -> SaidOutcome:
    return held[-1] if held and not held[-1].empty else NOTHING_SAID
