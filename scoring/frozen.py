"""What all content is made of: frozen values that refuse unknown fields, texts, reasons, and what the forms share."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from scoring.text_fields import DayOfYear, Days, Fraction, Identifier, Name, OneOf, Prose, fault
from scoring.vocabulary import CustomerType, LessonKind, Source

# What a form that was kept before these thresholds is judged with.
FIRST_BEHIND_SHARE = 0.15
FIRST_NOT_APPLICABLE_SHARE = 0.1

# Fields that came after forms were first kept: left out where nothing is said, so that a kept form keeps its fingerprint.
_LATER_FIELDS = {
    "margin_days": None,
    "margin_basis": None,
    "waivable": True,
    "waivable_basis": None,
    "not_before": None,
    "none_yet": None,
    "from_programme": None,
    "decimals": None,
    "behind_share": FIRST_BEHIND_SHARE,
    "not_applicable_share": FIRST_NOT_APPLICABLE_SHARE,
}


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Grown(Frozen):
    """What has got fields since forms were first kept."""

    @model_serializer(mode="wrap")
    def _as_it_was(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        said: dict[str, Any] = handler(self)
        return {key: value for key, value in said.items() if key not in _LATER_FIELDS or value != _LATER_FIELDS[key]}


class Text(Frozen):
    """A text people read. Bokmål (`nb`) must be there; nynorsk (`nn`) may be."""

    nb: Prose
    nn: Prose | None = None


class Grounds(Frozen):
    """Why a figure is what it is: `ref` is a report section or the id of a publication in `sources.yaml`."""

    source: Annotated[Source, OneOf(Source)]
    ref: Name | None = None
    nb: Prose
    nn: Prose | None = None

    @model_validator(mode="after")
    def _names_its_source(self) -> "Grounds":
        if self.source is not Source.OWN and self.ref is None:
            raise fault("basis_without_ref", "ref", source=self.source.value)
        return self


class Threshold(Frozen):
    """One figure the judgement uses, 0..1, with its reason."""

    value: Fraction
    title: Text
    basis: Grounds


class Limit(Frozen):
    """A whole number that a plan for many customers is held against, with its reason."""

    value: Days
    title: Text
    basis: Grounds


class ClosedPeriod(Frozen):
    """A time of the year in which nobody should start: from one day (12-20) to another, which may lie in the next year."""

    id: Identifier
    title: Text
    first: DayOfYear
    last: DayOfYear
    basis: Grounds

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        at = day.strftime("%m-%d")
        return self.first <= at <= self.last if self.first <= self.last else at >= self.first or at <= self.last


class RollOutRules(Frozen):
    """What go-lives side by side are held against (`roll_out` in `assessments/method.yaml`).

    days_between: the least from one go-live day to the next. customers_at_once: the most HPAS can follow in one wave.
    """

    days_between: Limit
    customers_at_once: Limit
    closed: tuple[ClosedPeriod, ...] = ()


class SuccessFactor(Frozen):
    """One of the ten, with the section of the report that states it."""

    id: Identifier
    title: Text
    summary: Text
    section: Name


class Topic(Frozen):
    """What links questions across customer types."""

    id: Identifier
    factor: Identifier
    title: Text


class Publication(Frozen):
    """A programme or report a threshold is taken from; strength A official, B trade, C community."""

    id: Identifier
    title: Text
    strength: Literal["A", "B", "C"]


class FixedRow(Frozen):
    """A fixed row of a matrix."""

    id: Identifier
    nb: Prose
    nn: Prose | None = None


class LeftOut(Frozen):
    """Lessons or topics a questionnaire does not ask about, and why."""

    lessons: tuple[Identifier, ...] = ()
    topics: tuple[Identifier, ...] = ()
    why: Text


class Lesson(Frozen):
    """What the report says about something, in our words, with the section it is from."""

    id: Identifier
    section: Name
    kind: Annotated[LessonKind, OneOf(LessonKind)]
    text: Text
    topics: tuple[Identifier, ...] = Field(min_length=1)
    applies_to: tuple[Annotated[CustomerType, OneOf(CustomerType)], ...] = Field(min_length=1)


class Method(Frozen):
    """Every threshold of the judgement (`assessments/method.yaml`).

    readiness_coverage: share of applicable questions that must be answered before a readiness is shown.
    verdict_coverage: share of the questions with a step in force that must be answered before a verdict is given.
    behind_share: more than this share of them behind or unanswered is behind as a whole.
    not_applicable_share: more than this share of all questions marked not applicable waits for HPAS's word.
    roll_out: what the go-lives of all customers are held against; no part of any judgement.
    """

    readiness_coverage: Threshold
    verdict_coverage: Threshold
    behind_share: Threshold
    not_applicable_share: Threshold
    roll_out: RollOutRules | None = None
