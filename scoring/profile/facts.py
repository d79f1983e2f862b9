"""What is asked once of a customer, and what shares take their whole from: the facts of `assessments/profile.yaml`."""

from typing import Annotated

from pydantic import Field

from scoring.frozen import Frozen, Text
from scoring.text_fields import Identifier, Number, OneOf, Positive, Truth
from scoring.vocabulary import CustomerType

# More than any customer has of anything; a slip of the finger is told instead of stored.
MOST = 1_000_000.0


class Fact(Frozen):
    """One number about a customer.

    unit: what is counted. decimals: whether it may have any. least, most: what it can be.
    """

    id: Identifier
    asked_of: tuple[Annotated[CustomerType, OneOf(CustomerType)], ...] = Field(min_length=1)
    title: Text
    help: Text
    unit: Text
    decimals: Truth = False
    least: Number = 0.0
    most: Number = MOST


class FactRule(Frozen):
    """Two facts that must fit: `part` is at most `times` the `whole`. title: what is seen when it does not."""

    id: Identifier
    part: Identifier
    whole: Identifier
    times: Positive = 1.0
    title: Text
    why: Text


class ProfileForm(Frozen):
    """All of `profile.yaml`, in the order it is asked."""

    facts: tuple[Fact, ...] = ()
    rules: tuple[FactRule, ...] = ()

    def of(self, customer_type: CustomerType) -> dict[str, Fact]:
        """What is asked of a customer type, by id."""
        return {fact.id: fact for fact in self.facts if customer_type in fact.asked_of}
