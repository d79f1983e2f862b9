"""What all content is made of: frozen values that refuse unknown fields, texts, reasons, and what the forms share."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    SerializerFunctionWrapHandler,
    Tag,
    model_serializer,
    model_validator,
)

from scoring.text_fields import DayOfYear, Days, Fraction, Identifier, Name, OneOf, Prose, fault
from scoring.vocabulary import CustomerType, LessonKind, ProvesOn, Source

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
    "core": False,
    "replaces": (),
    "all_from": None,
    "fresh_days": None,
    "proves_on": None,
    "freshness": None,
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
        return {key: value for key, value in said.items() if key not in _LATER_FIELDS or _says_more(key, value)}


def _says_more(key: str, value: Any) -> bool:
    # JSON has a list where Python has a tuple.
    return bool((tuple(value) if isinstance(value, list) else value) != _LATER_FIELDS[key])


class Proving(Grown):
    """How long an answer holds, and on what it proves anything.

    fresh_days: how old it may be at any distance, in place of what the method says. proves_on: on a solution that moves its
    last step does not count.
    """

    fresh_days: Days | None = None
    proves_on: Annotated[ProvesOn, OneOf(ProvesOn)] | None = None


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


class GroundsInParts(Frozen):
    """Why a step is what it is, part by part: what is asked for, when it must be there, and how much of it.

    amount: None where there is nothing to measure (`yes_no`, `date`).
    """

    what: Grounds
    when: Grounds
    amount: Grounds | None = None


def _form_of_grounds(value: Any) -> str:
    """Which of the two forms a basis has; what is neither is read as the first, and refused there."""
    if isinstance(value, GroundsInParts) or (isinstance(value, dict) and _PARTS & value.keys()):
        return "parts"
    return "whole"


_PARTS = GroundsInParts.model_fields.keys()
StepBasis = Annotated[
    Annotated[Grounds, Tag("whole")] | Annotated[GroundsInParts, Tag("parts")], Discriminator(_form_of_grounds)
]


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


class FreshLimits(Frozen):
    """How old an answer may be (`fresh_days` in `assessments/method.yaml`), in days.

    usual: at most so old. near: at most so old from `near_from` days before the go-live on. stops_from: from so many days
    before the go-live on, a hard stop whose answer is older counts as unanswered.
    """

    usual: Limit
    near: Limit
    near_from: Limit
    stops_from: Limit

    @model_validator(mode="after")
    def _shorter_near(self) -> "FreshLimits":
        if self.near.value > self.usual.value:
            raise fault("fresh_longer_near", "near", days=self.near.value, usual=self.usual.value)
        return self

    @property
    def freshness(self) -> "Freshness":
        """The days alone, as a form keeps them."""
        return Freshness(
            usual=self.usual.value,
            near=self.near.value,
            near_from=self.near_from.value,
            stops_from=self.stops_from.value,
        )


class Freshness(Frozen):
    """The days of `FreshLimits`, by which a response is judged."""

    usual: Days
    near: Days
    near_from: Days
    stops_from: Days


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

    days_between: the least from one go-live day to the next. customers_at_once, beds_at_once: the most HPAS can follow in
    one wave.
    """

    days_between: Limit
    customers_at_once: Limit
    beds_at_once: Limit | None = None
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
    fresh_days: how old an answer may be; without it none ever is too old.
    roll_out: what the go-lives of all customers are held against; no part of any judgement.
    """

    readiness_coverage: Threshold
    verdict_coverage: Threshold
    behind_share: Threshold
    not_applicable_share: Threshold
    fresh_days: FreshLimits | None = None
    roll_out: RollOutRules | None = None

    @property
    def of_forms(self) -> dict[str, Any]:
        """What a form keeps of it: every threshold by its name, and how old an answer may be."""
        names = ("readiness_coverage", "verdict_coverage", "behind_share", "not_applicable_share")
        kept = {name: getattr(self, name).value for name in names}
        return kept | {"freshness": self.fresh_days.freshness if self.fresh_days else None}


def mark_of(*texts: Text) -> str:
    """The mark of some texts in bokmål: another as soon as a sign of them is. Eight hex digits."""
    return mark_of_texts(text.nb for text in texts)


def mark_of_texts(texts: Iterable[str]) -> str:
    """The mark of what stands in bokmål, as `mark_of` has it."""
    return sha256("\n".join(texts).encode()).hexdigest()[:8]


class EnglishText(Frozen):
    """One question in English, to read alone. of: the mark of the Norwegian text it was made from."""

    of: Name
    title: Prose
    help: Prose
    action: Prose


class English(Frozen):
    """All of `english.yaml`: question id -> its text."""

    texts: dict[str, EnglishText] = {}
