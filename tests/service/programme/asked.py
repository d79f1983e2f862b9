"""A small HPAS and two types of customers it answers for: every kind of what it may say."""

from datetime import date
from pathlib import Path
from typing import Any

from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.basis import EVERYONE, Reach
from scoring.frozen import FixedRow
from scoring.questionnaire import Catalogue
from scoring.vocabulary import AnswerField, CustomerType, Programme
from service.answers.responses import FieldChange, ResponseView, enter, open_response
from service.people.actor import Actor, Role, local_actor
from service.people.customers import add_customer
from service.programme.reaches import open_reach
from service.workspace import Workspace
from tests.builders import ADMIN, GO_LIVE, catalogue, question, questionnaire, workspace

HPAS = local_actor(Role.PROGRAMME)
VALUE, DISAGREES, NOT_APPLICABLE = AnswerField.VALUE, AnswerField.DISAGREES, AnswerField.NOT_APPLICABLE
LAB, XRAY = FixedRow(id="lab", nb="Lab"), FixedRow(id="xray", nb="Røntgen")
_OURS: dict[str, Any] = {"responsible": "hpas"}
ASKED = catalogue(
    questionnaire(
        question("KO-OWN", "level", areas=("staffing",)),
        question("KO-LEVEL", "level", from_programme="PR-LEVEL", **_OURS),
        question("KO-STOP", "yes_no", hard_stop="go_live", from_programme="PR-YESNO", topic="on_call", **_OURS),
        question("KO-ROWS", "matrix", rows=(LAB,), from_programme="PR-ROWS", **_OURS),
        question("KO-SHARE", "share", from_programme="PR-SHARE", **_OURS),
    ),
    questionnaire(
        question("FL-OWN", "yes_no"),
        question("FL-LEVEL", "level", from_programme="PR-LEVEL", **_OURS),
        question("FL-STOP", "yes_no", hard_stop="go_live", from_programme="PR-YESNO", **_OURS),
        customer_type=CustomerType.GP_OFFICE,
    ),
    questionnaire(
        question("PR-LEVEL", "level", topic="on_call"),
        question("PR-YESNO", "yes_no", hard_stop="go_live"),
        question("PR-ROWS", "matrix", rows=(LAB, XRAY)),
        question("PR-SHARE", "share"),
        question("PR-OTHER", "number"),
        customer_type=Programme.PROGRAMME,
    ),
)
BOTH_ROWS = Matrix((MatrixRow("lab", Share(5, 10)), MatrixRow("xray", Share(1, 10))))
_TURNS = iter(range(1, 1_000_000))


def programme(where: Path | str, *, of: Catalogue = ASKED) -> Workspace:
    return workspace(where, of=of)


def new_customer(
    ws: Workspace,
    kind: CustomerType = CustomerType.MUNICIPALITY,
    *,
    name: str | None = None,
    go_live: date | None = GO_LIVE,
) -> Actor:
    """The lead of a new customer."""
    called = name or f"{kind.value} {next(_TURNS)}"
    made = add_customer(ws, ADMIN, name=called, customer_type=kind, go_live=go_live, invented=True)
    return Actor(f"lead-{made[:6]}", "Leder", Role.LEAD, made)


def say(ws: Workspace, actor: Actor, response_id: str, question_id: str, **said: Any) -> ResponseView:
    """Save fields of one question, as one act."""
    changes = [FieldChange(question_id, AnswerField(field), content) for field, content in said.items()]
    return enter(ws, actor, response_id, changes, session=f"s{actor.id}", edit_no=next(_TURNS)).view


def hpas_says(
    ws: Workspace, question_id: str, content: object, *, reach: Reach = EVERYONE, **more: Any
) -> ResponseView:
    view = open_reach(ws, HPAS, reach)
    return say(ws, HPAS, view.response_id, question_id, value=content, **more)


def customer_says(ws: Workspace, lead: Actor, question_id: str, **said: Any) -> ResponseView:
    return say(ws, lead, seen_by(ws, lead).response_id, question_id, **said)


def seen_by(ws: Workspace, lead: Actor) -> ResponseView:
    return open_response(ws, lead, lead.customer_id or "")


def counts_as(ws: Workspace, lead: Actor, question_id: str) -> Answer | None:
    return seen_by(ws, lead).counted.get(question_id)
