"""An own machine somebody has worked on for a while, and HPAS's database beside it."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from language import local_day
from scoring.answers import Matrix, MatrixRow, Share
from scoring.plan import ActionStatus
from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import open_response
from service.dossier.document import content_hash
from service.files.dossier import DOSSIER
from service.people.access import now
from service.people.actor import Actor, Role
from service.people.own_machine import describe_own, set_up_own, who_is_here
from service.plan.actions import ActionField, Owner, change_action, create_action
from service.plan.waivers import propose_waiver
from service.review.submissions import send_in
from service.workspace import Workspace
from tests.builders import record
from tests.service.files.handing import handed

TODAY = date(2027, 2, 1)
NAME = "Åfjord kommune"
OFFICE = Actor("m-office", "Kari", Role.ADMIN)


class Own(NamedTuple):
    ws: Workspace
    lead: Actor
    customer_id: str

    @property
    def response_id(self) -> str:
        return open_response(self.ws, self.lead, self.customer_id).response_id

    def say(self, question_id: str, content: Any, field: AnswerField = AnswerField.VALUE, **how: Any) -> None:
        told = {"base_version": None, "session": "s", "edit_no": next(_EDITS)} | how
        record(self.ws, self.lead, self.response_id, question_id, field, content, **told)

    def file(self) -> bytes:
        return handed(self.ws, self.lead, DOSSIER, self.customer_id, as_of=TODAY).data


_EDITS = iter(range(1, 100_000))


def own_machine(ws: Workspace, *, name: str = NAME) -> Own:
    """A municipality on its own machine, with nothing said."""
    kind = CustomerType.MUNICIPALITY
    made = set_up_own(ws, who_is_here(ws, Role.LEAD, None), name=name, customer_type=kind, go_live=date(2027, 5, 1))
    return Own(ws, who_is_here(ws, Role.LEAD, None), made)


def lived_in(ws: Workspace) -> Own:
    """With every kind of answer, answers taken back, words written over, a plan, a request and something sent in."""
    own = own_machine(ws)
    answer(own)
    plan(own)
    view = open_response(ws, own.lead, own.customer_id)
    send_in(ws, own.lead, own.customer_id, seen=view.marker, as_of=TODAY, incomplete=True)
    own.say("Q-LEVEL", 4)
    describe_own(ws, own.lead, own.customer_id, name=NAME, go_live=date(2027, 6, 1))
    return own


def answer(own: Own) -> None:
    own.say("Q-LEVEL", 1)
    own.say("Q-LEVEL", 2)
    own.say("Q-LEVEL", "Vedtatt; «nå»\nog \t=1+1", AnswerField.COMMENT)
    own.say("Q-LEVEL", None, AnswerField.COMMENT)
    own.say("Q-YESNO", "Ikke hos oss", AnswerField.NOT_APPLICABLE)
    own.say("Q-SHARE", Share(1, 4))
    own.say("Q-MATRIX", Matrix((MatrixRow("Gerica", Share(1, 3)), MatrixRow("Profil", Share(0, 2), "Utgår"))))
    own.say("Q-DATE", TODAY)
    own.say("Q-STOP", False)
    own.say("Q-NUMBER", 0.1 + 0.2, session="early", edit_no=5)
    # Another tab says the same, so that an edit of it that comes late is history alone.
    own.say("Q-NUMBER", 0.1 + 0.2, session="late", edit_no=9)
    own.say("Q-NUMBER", 3, session="late", edit_no=8)
    own.say("Q-NUMBER", 1, session="third", edit_no=1, base_version=0)


def plan(own: Own) -> None:
    made = create_action(
        own.ws, own.lead, own.response_id, "Q-LEVEL", owner=Owner(name="Kari"), due=TODAY, session="p", edit_no=1
    )
    changes: list[dict[ActionField, Any]] = [
        {ActionField.STATUS: ActionStatus.STARTED, ActionField.NOTE: "I gang"},
        {ActionField.DUE: TODAY + timedelta(days=9), ActionField.OWNER: None},
        {ActionField.STATUS: ActionStatus.DONE},
    ]
    for edit_no, change in enumerate(changes, start=2):
        change_action(own.ws, own.lead, made, change, base_version=edit_no - 1, session="p", edit_no=edit_no)
    expires = local_day(now()) + timedelta(days=900)
    propose_waiver(own.ws, own.lead, own.response_id, "Q-STOP", measure="Vakt", owner="Drift", expires=expires)


def altered(data: bytes, change: Callable[[dict[str, Any]], object], *, sealed: bool = True) -> bytes:
    """The file with its content changed, by someone who also makes a new hash when `sealed`."""
    whole = json.loads(data)
    change(whole["content"])
    if sealed:
        whole["sha256"] = content_hash(whole["content"])
    return json.dumps(whole, ensure_ascii=False).encode()
