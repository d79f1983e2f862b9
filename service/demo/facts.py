"""What the invented customers say of themselves, and their shares counted of that."""

import math
from collections.abc import Mapping
from random import Random

from scoring.answers import Share, Value
from scoring.profile.wholes import whole_fact
from scoring.questionnaire import Question
from scoring.vocabulary import CustomerType

# Customer type -> fact -> the least and the most. What is made of them fits side by side, whatever is drawn.
_RANGES: Mapping[CustomerType, Mapping[str, tuple[int, int]]] = {
    CustomerType.HEALTH_TRUST: {
        "employees": (3200, 5200),
        "on_duty": (2400, 3100),
        "clinics": (6, 9),
        "departments": (28, 45),
        "units": (90, 140),
        "role_groups": (30, 45),
        "workflows": (18, 30),
        "message_types": (10, 16),
        "partners": (60, 110),
        "recipients": (12, 30),
        "work_places": (1400, 2400),
        "shifts": (2200, 3600),
        "super_users": (320, 480),
        "key_roles": (12, 18),
        "project_members": (60, 110),
    },
    CustomerType.MUNICIPALITY: {
        "employees": (380, 720),
        "on_duty": (280, 370),
        "units": (9, 18),
        "role_groups": (9, 14),
        "workflows": (10, 14),
        "message_types": (7, 11),
        "partners": (24, 45),
        "recipients": (6, 14),
        "work_places": (90, 190),
        "shifts": (280, 520),
        "super_users": (40, 70),
        "key_roles": (6, 9),
        "project_members": (15, 28),
        "patients": (900, 2400),
    },
    CustomerType.GP_OFFICE: {
        "employees": (10, 16),
        "on_duty": (7, 10),
        "doctors": (4, 7),
        "workflows": (10, 13),
        "message_types": (6, 9),
        "partners": (14, 24),
        "recipients": (5, 10),
        "work_places": (10, 18),
        "super_users": (1, 2),
        "patients": (4200, 7600),
        "opening_hours": (35, 40),
        "normal_hours": (220, 380),
    },
}
# Who has answered less than this has begun with the profile, and no more.
_BEGUN, _FIRST = 0.5, 4


def demo_facts(name: str, customer_type: CustomerType, *, answered: float) -> dict[str, float]:
    """Fact -> number of an invented customer, the same every time."""
    ranges = _RANGES[customer_type]
    facts = {each: float(Random(f"{name}/{each}").randint(*ranges[each])) for each in ranges}
    return facts if answered >= _BEGUN else dict(list(facts.items())[:_FIRST])


def of_the_whole(question: Question, value: Value, facts: Mapping[str, float], *, up: bool) -> Value:
    """A share counted of the customer's own number; up: so that it reaches what it reached."""
    whole = facts.get(whole_fact(question) or "")
    if whole is None or not isinstance(value, Share) or value.done is None or not value.all:
        return value
    part = value.done / value.all * whole
    return Share(float(math.ceil(part - 1e-9) if up else math.floor(part)), whole)
