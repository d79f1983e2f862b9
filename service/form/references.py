"""Customers of the past, coded from the final report, to be shown beside a customer and marked as history.

They are content: no customer gave these answers, nobody can change them here, and they have no row in the database.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from scoring.answers import Answer
from scoring.questionnaire import Form
from scoring.reference_cases import ReferenceCase
from scoring.vocabulary import CustomerType, QuestionnaireType
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Reference:
    """One of them as it stood so many days before its go-live, ready to be judged."""

    case: ReferenceCase
    form: Form
    as_of: date
    answers: Mapping[str, Answer]


def list_references(
    ws: Workspace, actor: Actor, customer_type: QuestionnaireType | None = None, *, days_left: int
) -> list[Reference]:
    """Every customer of the past (of one type) at the same distance, the oldest go-live first."""
    # The report is open to all who use Klarsjekk: whoever may see the list of customers may see these.
    allow(ws, actor, Operation.LIST_CUSTOMERS)
    return [
        Reference(case, ws.forms[kind], case.go_live - timedelta(days=days_left), case.answers_at(days_left))
        for case in ws.reference_cases
        if isinstance(kind := case.customer_type, CustomerType) and customer_type in (None, kind)
    ]
