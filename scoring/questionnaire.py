"""What we ask: factors, topics, lessons, thresholds, and the questionnaires of the customer types and of HPAS itself.

All is frozen and checked when made; what a text means is up to the field it is for (`scoring.text_fields`), not YAML.
"""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator

from scoring.frozen import (
    FIRST_BEHIND_SHARE,
    FIRST_NOT_APPLICABLE_SHARE,
    FixedRow,
    Freshness,
    Frozen,
    Grounds,
    GroundsInParts,
    Grown,
    LeftOut,
    Lesson,
    Method,
    Proving,
    Publication,
    StepBasis,
    SuccessFactor,
    Text,
    Topic,
)
from scoring.profile.facts import ProfileForm
from scoring.text_fields import (
    Day,
    Days,
    Fraction,
    Identifier,
    Identifiers,
    LeadDays,
    LevelNumber,
    Name,
    Number,
    OneOf,
    Positive,
    Truth,
    Yes,
    fault,
)
from scoring.vocabulary import (
    Area,
    Combine,
    CustomerType,
    HardStop,
    Kind,
    Programme,
    QuestionnaireType,
    Responsible,
)


class BaseQuestion(Proving):
    """What all questions have. `expected` maps days before go-live to what should be in place then.

    margin_days: of a hard stop, the least days before go-live at which the requirement must stand; see `margin`.
    waivable: of a hard stop, whether HPAS may let a customer go on with it unmet.
    not_before: days before go-live; an answer given earlier proves nothing beyond what is expected by then.
    none_yet: label of the answer that nothing has fallen due yet.
    from_programme: the question of the programme whose answer HPAS gives for the customers.
    core: whether it is in the short form.
    replaces: questions of an earlier edition whose answers go on here; the first that has one is the one.
    """

    id: Identifier
    topic: Identifier
    areas: tuple[Annotated[Area, OneOf(Area)], ...] = ()
    title: Text
    help: Text
    proof: Text | None = None
    answered_by: Text | None = None
    expected: Mapping[int, float]
    basis: StepBasis | None = None
    hard_stop: Annotated[HardStop, OneOf(HardStop)] | None = None
    margin_days: Days | None = None
    margin_basis: Text | None = None
    waivable: Truth = True
    waivable_basis: Text | None = None
    not_before: Days | None = None
    none_yet: Text | None = None
    responsible: Annotated[Responsible, OneOf(Responsible)]
    from_programme: Identifier | None = None
    weight: Positive = 1.0
    lead_days: LeadDays
    action: Text
    lessons: tuple[Identifier, ...] = ()
    related: tuple[Identifier, ...] = ()
    core: Truth = False
    replaces: Identifiers = ()

    @property
    def grounds(self) -> dict[str, Grounds]:
        """Why the steps are what they are: by part (what, when, amount), or under "" when it is said as one."""
        if isinstance(self.basis, GroundsInParts):
            return {part: said for part in GroundsInParts.model_fields if (said := getattr(self.basis, part))}
        return {"": self.basis} if self.basis else {}

    @property
    def steps(self) -> dict[int, float]:
        """Days before go-live -> value in the question's own unit, the earliest first."""
        return {days: float(self.expected[days]) for days in sorted(self.expected, reverse=True)}

    @cached_property
    def last_step(self) -> int:
        """Days before go-live by which the requirement must be in place."""
        return min(self.steps)

    @property
    def margin(self) -> int:
        """Days before go-live at which the requirement of a hard stop must stand at the least (design section 2)."""
        if self.margin_days is not None:
            return self.margin_days
        return self.last_step if self.hard_stop is HardStop.PHASE else 0

    @cached_property
    def first_step(self) -> int:
        """Days before go-live from which something is expected."""
        return max(self.steps)

    @cached_property
    def requirement(self) -> float:
        return self.steps[self.last_step]

    @property
    def zero(self) -> float:
        """The value that counts as nothing in place: 0, or `worst` of a number."""
        return 0.0

    @cached_property
    def step_attainments(self) -> dict[int, float]:
        """Days before go-live -> the attainment of the step's value, the earliest first."""
        whole = self.requirement - self.zero
        return {days: min(1.0, max(0.0, (value - self.zero) / whole)) for days, value in self.steps.items()}

    @property
    def inputs(self) -> int:
        """How many things the customer types or chooses."""
        return 1

    @model_validator(mode="after")
    def _steps_hold(self) -> "BaseQuestion":
        values = list(self.steps.values())
        if not values:
            raise fault("no_steps", "expected")
        if self.requirement == self.zero:
            raise fault("requirement_is_worst", "expected", value=self.requirement)
        rising = self.requirement > self.zero
        for earlier, later in pairwise(values):
            if (later < earlier) if rising else (later > earlier):
                raise fault("steps_get_easier", "expected", earlier=earlier, later=later)
        if any((v < self.zero) if rising else (v > self.zero) for v in values):
            raise fault("step_beyond_worst", "expected", worst=self.zero)
        if len(set(self.areas)) < len(self.areas):
            raise fault("repeated_item", "areas")
        return self


class LevelQuestion(BaseQuestion):
    """A whole number 0..4, each with its own descriptor."""

    kind: Literal[Kind.LEVEL]
    levels: dict[LevelNumber, Text]
    expected: dict[Days, LevelNumber]

    @model_validator(mode="after")
    def _every_level_described(self) -> "LevelQuestion":
        missing = [str(n) for n in range(5) if n not in self.levels]
        if missing:
            raise fault("level_without_descriptor", "levels", missing=", ".join(missing))
        return self


class YesNoQuestion(BaseQuestion):
    kind: Literal[Kind.YES_NO]
    expected: dict[Days, Yes]


class ShareQuestion(BaseQuestion):
    """`done` of `all`; the labels of the two numbers.

    decimals: whether they may have any, where the labels do not say.
    all_from: the fact of the customer's profile that is the whole.
    """

    kind: Literal[Kind.SHARE]
    done: Text
    all: Text
    expected: dict[Days, Fraction]
    decimals: Truth | None = None
    all_from: Identifier | None = None

    @property
    def inputs(self) -> int:
        return 1 if self.all_from else 2


class NumberQuestion(BaseQuestion):
    """A number >= 0 with a unit; attainment is 0 at `worst` and 1 at the requirement."""

    kind: Literal[Kind.NUMBER]
    unit: Text
    worst: Number
    expected: dict[Days, Number]

    @property
    def zero(self) -> float:
        return self.worst


class DateQuestion(BaseQuestion):
    """The day something was done or started; steps are in days before go-live."""

    kind: Literal[Kind.DATE]
    expected: dict[Days, Days]

    @property
    def margin(self) -> int:
        """Its requirement: the day it was done is the margin."""
        return int(self.requirement)


class MatrixQuestion(BaseQuestion):
    """A share per row; the rows are fixed here, or `customer` when the customer names them."""

    kind: Literal[Kind.MATRIX]
    row_label: Text
    rows: tuple[FixedRow, ...] | Literal["customer"]
    done: Text
    all: Text
    combine: Annotated[Combine, OneOf(Combine)]
    expected: dict[Days, Fraction]
    decimals: Truth | None = None

    @property
    def fixed_rows(self) -> tuple[FixedRow, ...]:
        return () if self.rows == "customer" else self.rows

    @property
    def inputs(self) -> int:
        return 2 * max(len(self.fixed_rows), 3)

    @model_validator(mode="after")
    def _rows_hold(self) -> "MatrixQuestion":
        if self.rows != "customer":
            if not self.rows:
                raise fault("no_rows", "rows")
            names = {row.nb.casefold() for row in self.rows}
            if min(len({row.id for row in self.rows}), len(names)) < len(self.rows):
                raise fault("repeated_item", "rows")
        return self


Question = Annotated[
    LevelQuestion | YesNoQuestion | ShareQuestion | NumberQuestion | DateQuestion | MatrixQuestion,
    Field(discriminator="kind"),
]


class Questionnaire(Frozen):
    """What we ask one customer type, or HPAS itself, in order. takes: who answers, hours and weeks, as we estimate."""

    customer_type: Annotated[QuestionnaireType, OneOf(CustomerType, Programme)]
    version: Name
    published: Day | None = None
    title: Text
    intro: Text
    takes: Text | None = None
    questions: tuple[Question, ...] = Field(min_length=1)
    left_out: tuple[LeftOut, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def carried(self) -> dict[str, str]:
        """Question id -> the programme's question whose answer counts for it; the others are the customer's to answer."""
        return {question.id: question.from_programme for question in self.questions if question.from_programme}

    @cached_property
    def heirs(self) -> dict[str, str]:
        """Question of an earlier edition -> the one that is asked in its place."""
        return {old: each.id for each in self.questions for old in each.replaces if old not in self.by_id}


class Catalogue(Frozen):
    """What all questionnaires share, with every questionnaire that is complete.

    programme: what HPAS is asked about itself; it stands apart, so that no list of customer types has it.
    profile: what every customer is asked once.
    """

    factors: tuple[SuccessFactor, ...]
    topics: dict[str, Topic]
    lessons: dict[str, Lesson]
    sources: dict[str, Publication]
    method: Method
    questionnaires: dict[CustomerType, Questionnaire]
    programme: Questionnaire | None = None
    profile: ProfileForm = ProfileForm()

    @property
    def all_questionnaires(self) -> dict[QuestionnaireType, Questionnaire]:
        """Those of the customer types, and the programme's last."""
        asked: dict[QuestionnaireType, Questionnaire] = dict(self.questionnaires.items())
        return asked if self.programme is None else asked | {Programme.PROGRAMME: self.programme}

    def factor_of(self, topic: str) -> str:
        """Id of the success factor a topic belongs to."""
        return self.topics[topic].factor

    def form(self, asked: QuestionnaireType) -> "Form":
        """What a response of this type is judged by today. Raises KeyError when we do not ask that type."""
        questionnaire = self.all_questionnaires[asked]
        topics = sorted({question.topic for question in questionnaire.questions})
        return Form(
            questionnaire=questionnaire,
            factors={topic: self.factor_of(topic) for topic in topics},
            **self.method.of_forms,
        )


class Form(Grown):
    """A questionnaire with all its judgement depends on; kept with each response, so that an old result can be shown.

    factors: topic id -> factor id. The thresholds are those of `Method`; a form kept before there was one has the first,
    or no `freshness`: its answers never age.
    """

    questionnaire: Questionnaire
    factors: dict[Identifier, Identifier]
    readiness_coverage: Fraction
    verdict_coverage: Fraction
    behind_share: Fraction = FIRST_BEHIND_SHARE
    not_applicable_share: Fraction = FIRST_NOT_APPLICABLE_SHARE
    freshness: Freshness | None = None

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the canonical JSON, as hex: equal when everything that is asked and judged is equal."""
        return sha256(self.model_dump_json().encode()).hexdigest()
