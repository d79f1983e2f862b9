"""What is recorded after a go-live: the measures of `assessments/outcomes.yaml`, when they are due, and what is trouble."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, model_validator

from scoring.frozen import Frozen, Grounds, Text
from scoring.text_fields import Days, Identifier, Number, OneOf, Truth, fault
from scoring.vocabulary import CustomerType

# Days after the start on which the customer is asked.
DAYS_AFTER = (7, 30, 90)
# A figure is taken in from the day it is about, and is overdue when a week has passed.
GRACE = 7


class OutcomeMeasure(Frozen):
    """One thing that is recorded. trouble: days after the start -> the figure at which it went wrong; asked on these days.

    foreseen_by: topics whose questions should have said so. decimals: whether it may be a fraction.
    """

    id: Identifier
    title: Text
    help: Text
    unit: Text
    decimals: Truth = False
    customer_types: tuple[Annotated[CustomerType, OneOf(CustomerType)], ...] = Field(min_length=1)
    better: Literal["lower", "higher"]
    trouble: dict[Days, Number] = Field(min_length=1)
    foreseen_by: tuple[Identifier, ...] = Field(min_length=1)
    lesson: Identifier
    basis: Grounds

    @model_validator(mode="after")
    def _is_asked_on_our_days(self) -> "OutcomeMeasure":
        if odd := [days for days in self.trouble if days not in DAYS_AFTER]:
            raise fault("not_an_outcome_day", "trouble", found=str(odd[0]), allowed=", ".join(map(str, DAYS_AFTER)))
        return self

    def went_wrong(self, days_after: int, figure: float) -> bool:
        """Whether the figure is trouble on that day; exactly at the mark is."""
        mark = self.trouble[days_after]
        return figure >= mark if self.better == "lower" else figure <= mark


class OutcomeRules(Frozen):
    """All of `outcomes.yaml`."""

    measures: tuple[OutcomeMeasure, ...] = ()

    def of(self, customer_type: object) -> tuple[OutcomeMeasure, ...]:
        """Those that customers of a type are asked for."""
        return tuple(each for each in self.measures if customer_type in each.customer_types)

    def measure(self, measure_id: str) -> OutcomeMeasure | None:
        return next((each for each in self.measures if each.id == measure_id), None)


def due_on(started: date, days_after: int) -> date:
    """The day from which figures of so many days after can be given."""
    return started + timedelta(days=days_after)


def days_due(started: date, as_of: date) -> Iterator[int]:
    """The days after the start that have come."""
    yield from (days for days in DAYS_AFTER if due_on(started, days) <= as_of)


def overdue(started: date, days_after: int, as_of: date) -> int:
    """How many days too late it is for the figures of a day; 0 within the week one has for it."""
    return max(0, (as_of - due_on(started, days_after)).days - GRACE)
