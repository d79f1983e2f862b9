"""A customer on the way: nearly all is answered, three hard stops are too late, and one of them no work can mend."""

from datetime import date, timedelta
from random import Random

from scoring.answers import Share, Value
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import FieldChange, open_response, record_many
from service.demo.values import in_route
from service.people.actor import Actor, Role, local_actor
from service.people.customers import add_customer
from service.people.members import invite
from service.review.submissions import send_in
from service.workspace import Workspace

WHO = "Demo kommune Ø"
OWNER, ADDRESS = "Driftsleder Ø", "driftsleder@kommune.example"
DAYS_LEFT = 45
# Answered too low, too late to stand its margin whatever is done, and not answered at all.
LOW, LATE, SILENT = "KO-0202", "KO-0501", "KO-0607"
# No hard stops: these stay gaps when the three are solved.
PLAIN = "KO-0609"
GAPS = {"KO-0101": 1, PLAIN: None}


def add_underway(ws: Workspace, admin: Actor, *, today: date) -> None:
    """The customer, a member who can own actions, and an assessment that was sent in before the test began."""
    go_live = today + timedelta(days=DAYS_LEFT)
    made = add_customer(ws, admin, name=WHO, customer_type=CustomerType.MUNICIPALITY, go_live=go_live, invented=True)
    invite(ws, admin, made, role=Role.CONTRIBUTOR, email=ADDRESS, name=OWNER)
    lead = local_actor(Role.LEAD, made)
    view = open_response(ws, lead, made)
    asked = [question for question in view.form.questionnaire.questions if question.from_programme is None]
    said = [(question, _said(question, go_live, today)) for question in asked]
    changes = [FieldChange(question.id, AnswerField.VALUE, value, 0) for question, value in said if value is not None]
    record_many(ws, lead, view.response_id, changes, session="before", edit_no=1)
    seen = open_response(ws, lead, made).marker
    send_in(ws, lead, made, seen=seen, as_of=today, incomplete=True)


def _said(question: Question, go_live: date, today: date) -> Value | None:
    fixed = {LOW: 1, LATE: Share(6, 15), SILENT: None, **GAPS}
    if question.id in fixed:
        return fixed[question.id]
    return in_route(question, Random(question.id), go_live=go_live, as_of=today)
