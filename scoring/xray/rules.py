"""What should not be true together, and what looks odd of any answer: the rules of `assessments/xray.yaml`."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from scoring.frozen import Frozen, Text
from scoring.text_fields import Days, Fraction, Identifier, OneOf, Positive, Truth, fault


class Grade(StrEnum):
    """How grave it is that a rule speaks, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Sign(Frozen):
    """One line of a contradiction: what is said of a topic, of all that is answered of it.

    at_least: every answer reaches this share of its requirement. less_than: one of them does not. behind: one of them
    is short of what is expected by now.
    """

    topic: Identifier
    at_least: Fraction | None = None
    less_than: Fraction | None = None
    behind: Truth = False

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Sign":
        if [self.at_least is not None, self.less_than is not None, self.behind].count(True) != 1:
            raise fault("sign_says_not_one", "topic")
        return self


class XrayRule(Frozen):
    """What all rules have: how grave, what is seen, why it matters, and the lesson behind it."""

    grade: Annotated[Grade, OneOf(Grade)]
    title: Text
    why: Text
    lesson: Identifier


class Contradiction(XrayRule):
    id: Identifier
    when: tuple[Sign, ...] = Field(min_length=2)


class ProofMissing(XrayRule):
    """A hard stop that is in place by an answer with neither evidence nor comment, where the question asks for proof."""


class ActionNewer(XrayRule):
    """An action is done after the question was last answered, and the question is still short."""


class Jump(XrayRule):
    """A level that has gone up by `levels` or more within `days`."""

    levels: Positive
    days: Days


class OneSitting(XrayRule):
    """At least `answers` within `hours`, and nothing at another time; `share` of them are in place."""

    answers: Positive
    hours: Positive
    share: Fraction


class AboveNeighbours(XrayRule):
    """On one of the `topics` the attainment is `by` or more above the median of at least `customers` others."""

    topics: tuple[Identifier, ...] = Field(min_length=1)
    by: Fraction
    customers: Positive


class Habits(Frozen):
    """What may look odd of any answer; each at most once."""

    proof_missing: ProofMissing | None = None
    action_newer: ActionNewer | None = None
    jump: Jump | None = None
    one_sitting: OneSitting | None = None
    above_neighbours: AboveNeighbours | None = None


class XrayRules(Frozen):
    """All of `xray.yaml`."""

    contradictions: tuple[Contradiction, ...] = ()
    habits: Habits = Habits()

    def named(self) -> Iterator[tuple[str, XrayRule]]:
        """Every rule by its id, in the order of the file."""
        yield from ((rule.id, rule) for rule in self.contradictions)
        for name in Habits.model_fields:
            if (rule := getattr(self.habits, name)) is not None:
                yield name, rule
