"""Customers that have started, each answered from public texts: which answer is taken to stand how long before the go-live.

A reference case is history to compare with. It is a reading made afterwards, never an answer the customer gave.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from scoring.answers import Answer
from scoring.forecast.reference_class import PastPlan
from scoring.frozen import Frozen, Text
from scoring.text_fields import Days, Identifier, Name, OneOf, Prose, fault
from scoring.vocabulary import QuestionnaireType

# The final report, among the sources.
REPORT = "HMP"
_SECTION = re.compile(r"[1-9]\d?(\.[1-9]\d?){0,3}")


class ReadingKind(StrEnum):
    """How an answer follows from the report: it says so, or we conclude it."""

    STATED = "stated"
    INFERRED = "inferred"


def _section(value: Any, info: ValidationInfo) -> str | None:
    if value is None:
        if info.data.get("source", REPORT) == REPORT:
            raise fault("missing_field", "section")
        return None
    if isinstance(value, str) and _SECTION.fullmatch(value):
        return value
    raise fault("ref_not_a_section", found=str(value)[:60])


class ReportFinding(Frozen):
    """What is taken from a text: which text and section, how it was read, and why it gives this answer.

    source: an id of `sources.yaml`; without one it is the final report, which is always told the section of.
    """

    source: Identifier = REPORT
    section: Annotated[str | None, BeforeValidator(_section)] = Field(default=None, validate_default=True)
    reading: Annotated[ReadingKind, OneOf(ReadingKind)]
    why: Text


class Period(Frozen):
    """The days before go-live an answer is taken to stand, both ends included, and why no longer.

    Without `from_days` it has stood as far back as anyone looks, without `until_days` it stands for good.
    """

    from_days: Days | None = None
    until_days: Days | None = None
    nb: Prose
    nn: Prose | None = None

    def holds(self, days_left: int) -> bool:
        return self._latest <= days_left <= self._earliest

    def overlaps(self, other: "Period") -> bool:
        return self._latest <= other._earliest and other._latest <= self._earliest

    @property
    def _earliest(self) -> float:
        return float("inf") if self.from_days is None else self.from_days

    @property
    def _latest(self) -> float:
        return float("-inf") if self.until_days is None else self.until_days

    @model_validator(mode="after")
    def _is_a_period(self) -> "Period":
        if self.from_days is None and self.until_days is None:
            raise fault("missing_field", "from_days")
        if self._latest > self._earliest:
            raise fault("period_is_empty", "until_days", from_days=self.from_days, until_days=self.until_days)
        return self


@dataclass(frozen=True, slots=True)
class CodedAnswer:
    """One answer and what it is taken from. `period` is None when it is taken to stand all the time.

    of_hpas: HPAS's answer to a question that it answers for the customer.
    """

    question_id: str
    answer: Answer
    finding: ReportFinding
    period: Period | None = None
    of_hpas: bool = False

    def holds(self, days_left: int) -> bool:
        return self.period is None or self.period.holds(days_left)

    def overlaps(self, other: "CodedAnswer") -> bool:
        return self.period is None or other.period is None or self.period.overlaps(other.period)


@dataclass(frozen=True, slots=True)
class ReferenceCase:
    """A customer that has started, or HPAS as it was then. `id` is the name of its file; `about` says what the report tells of it.

    plan: its go-live as first agreed, where the report has that of its own.
    """

    id: str
    name: Name
    customer_type: QuestionnaireType
    go_live: date
    go_live_finding: ReportFinding
    about: Text
    coded: tuple[CodedAnswer, ...]
    plan: PastPlan | None = None

    def coded_at(self, days_left: int) -> list[CodedAnswer]:
        """What is taken to stand so many days before the go-live."""
        return [coded for coded in self.coded if coded.holds(days_left)]

    def answers_at(self, days_left: int) -> dict[str, Answer]:
        """Question id -> answer, as the judgement takes them."""
        return {coded.question_id: coded.answer for coded in self.coded_at(days_left)}


def past_plans(cases: Iterable[ReferenceCase]) -> list[PastPlan]:
    """Those of the go-lives that the report has a first agreed day of."""
    return [case.plan for case in cases if case.plan is not None]
