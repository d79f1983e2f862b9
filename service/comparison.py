"""All customers side by side, for HPAS: everything read in the same few statements, however many they are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from scoring.answers import Answer
from scoring.questionnaire import Form
from scoring.words import AnswerField, CustomerType
from service.access import allow
from service.actor import Actor
from service.customers import CustomerInfo
from service.forms import kept_forms
from service.packing import answers_from
from service.permissions import Operation
from service.workspace import Workspace
from storage import answer_rows, records

JUDGED = (AnswerField.VALUE, AnswerField.NOT_APPLICABLE, AnswerField.WAITING_ON)


@dataclass(frozen=True, slots=True)
class CustomerAnswers:
    """One customer's newest response. Without texts, comments and evidence are `None` in every answer."""

    response_id: str
    customer: CustomerInfo
    form: Form
    answers: Mapping[str, Answer]
    last_saved_at: datetime | None


def load_all(
    ws: Workspace, actor: Actor, customer_type: CustomerType | None = None, *, with_texts: bool = False
) -> list[CustomerAnswers]:
    """Every customer (of one type) with its answers, as of one moment, in the order they were added."""
    allow(ws, actor, Operation.EXPORT_COMPARISON if with_texts else Operation.COMPARE)
    with ws.database.reading() as connection:
        responses = records.newest_responses(connection, customer_type)
        forms = kept_forms(connection, {row.fingerprint for row in responses})
        fields = tuple(AnswerField) if with_texts else JUDGED
        said: dict[str, list[tuple[str, str, str | None]]] = defaultdict(list)
        for response_id, question_id, field, content in answer_rows.fields_of_all(connection, fields, customer_type):
            said[response_id].append((question_id, field, content))
        saved_at = answer_rows.last_saved(connection)
    return [
        CustomerAnswers(
            response_id=row.id,
            customer=row.customer,
            form=forms[row.fingerprint],
            answers=answers_from(forms[row.fingerprint], said.get(row.id, ())),
            last_saved_at=saved_at.get(row.id),
        )
        for row in responses
    ]
