"""Facts that cannot be right beside each other, and a fact that cannot be right at all."""

from collections.abc import Mapping

from scoring.profile.facts import Fact, FactRule, ProfileForm


def clashes(form: ProfileForm, facts: Mapping[str, float]) -> list[FactRule]:
    """Every rule that does not hold, in the order of the file; one about a fact that is not given says nothing."""
    given = [rule for rule in form.rules if rule.part in facts and rule.whole in facts]
    return [rule for rule in given if facts[rule.part] > rule.times * facts[rule.whole]]


def fault_in(fact: Fact, value: float) -> str | None:
    """Why a number cannot be this fact: not_whole, fact_too_small or fact_too_large; None when it can."""
    if not fact.decimals and not float(value).is_integer():
        return "not_whole"
    if value < fact.least:
        return "fact_too_small"
    return "fact_too_large" if value > fact.most else None
