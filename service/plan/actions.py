"""The plan of one customer: actions (tiltak) made from gaps, changed, listed, and their history.

An action never changes an answer. As with answers, nothing is refused because someone else was quicker: the later
word stands, the one it replaced is kept, and the later writer is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import Connection

from language import said
from language.service.people.members import FORGOTTEN
from scoring.answers import FIRST_DAY, LAST_DAY
from scoring.plan import Action, ActionStatus
from service.faults import BadInput, NotAllowed
from service.forms import kept_forms
from service.people.access import allow, moment, plain_id
from service.people.actor import Actor
from service.people.members import active_members, shown_as, shown_names
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.answers.rows import Outcome
from storage.plain_text import BadText, clean_name, clean_text
from storage.plan import rows as plan_rows
from storage.plan.rows import ActionEdit, ActionRevisionRow, ActionRow, ActionWritten
from storage.tables import RevisionKind

__all__ = [
    "ActionConflict",
    "ActionContent",
    "ActionField",
    "ActionRevision",
    "ActionSaved",
    "Outcome",
    "Owner",
    "RevisionKind",
    "action_history",
    "change_action",
    "create_action",
    "list_actions",
    "possible_owners",
]


class ActionField(StrEnum):
    TEXT = "text"
    OWNER = "owner"
    DUE = "due"
    STATUS = "status"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for an action: a member of the customer by id, or someone who is only named."""

    member_id: str | None = None
    name: str | None = None


ActionContent = str | date | Owner | ActionStatus | None


@dataclass(frozen=True, slots=True)
class ActionConflict:
    """What a field said, which the writer had not seen and has now written over. `content` is as it is shown."""

    content: str | date | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ActionSaved:
    """How a save went. `version` is the action's version now: the `base_version` of the next save."""

    outcome: Outcome
    version: int
    at: datetime
    conflicts: Mapping[ActionField, ActionConflict]


@dataclass(frozen=True, slots=True)
class ActionRevision:
    """One line of the history: the fields that were set, as they are shown. `version` None: it never became current.

    name: of who did it.
    """

    version: int | None
    changes: Mapping[ActionField, str | date | None]
    by: str
    at: datetime
    kind: RevisionKind
    name: str


def create_action(
    ws: Workspace,
    actor: Actor,
    response_id: str,
    question_id: str | None,
    *,
    text: str | None = None,
    owner: Owner | None = None,
    due: date | None = None,
    note: str | None = None,
    session: str,
    edit_no: int,
) -> str:
    """Plan an action for a question, or one that belongs to none; its id. Without `text` it is the question's own action.

    An open action with the same text for the same question is not made twice: its id is given back.
    """
    at, action_id, response_id = moment(ws), uuid4().hex, plain_id(response_id)
    with ws.database.reading() as connection:
        customer_id, suggested, heirs = _question(ws, actor, connection, response_id, question_id)
        wanted = {ActionField.TEXT: suggested if text is None else text, ActionField.OWNER: owner, ActionField.DUE: due}
        packed = _packed(connection, customer_id, {**wanted, ActionField.NOTE: note})
    said = packed | {"status": ActionStatus.PLANNED.value}
    row = _new_row(action_id, response_id, question_id, said, due, actor, at)
    edit = ActionEdit(said, 0, session, edit_no, actor.id, at)

    def save(connection: Connection, again: bool) -> str:
        _hold(connection, response_id)
        for other in plan_rows.actions_of(connection, response_id):
            of = heirs.get(other.question_id or "", other.question_id)
            same = of == question_id and other.text == row.text
            if (again and other.id == action_id) or (same and other.status in ("planned", "started")):
                return other.id
        plan_rows.add_action(connection, row, edit)
        return action_id

    return ws.database.once(save)


def change_action(
    ws: Workspace,
    actor: Actor,
    action_id: str,
    changes: Mapping[ActionField, ActionContent],
    *,
    base_version: int | None,
    session: str,
    edit_no: int,
) -> ActionSaved:
    """Save some fields of an action. `session` and `edit_no` keep an older edit from replacing a newer one.

    Raises `NotAllowed` when the action is gone, and what is wrong with a field as `BadInput`.
    """
    at = moment(ws)
    with ws.database.reading() as connection:
        row, customer_id = _allowed(ws, actor, connection, Operation.PLAN_ACTIONS, action_id)
        edit = ActionEdit(_packed(connection, customer_id, changes), base_version, session, edit_no, actor.id, at)

    def save(connection: Connection, again: bool) -> ActionWritten:
        _hold(connection, row.response_id)
        current = plan_rows.action_by_id(connection, row.id)
        if current is None:
            raise NotAllowed
        return plan_rows.change_action(connection, current, edit, again=again)

    written = ws.database.once(save)
    return ActionSaved(written.outcome, written.version, at, _conflicts(ws, customer_id, written))


def list_actions(ws: Workspace, actor: Actor, customer_id: str) -> list[Action]:
    """The customer's actions in the order they were made. Raises `NotAllowed`."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        row = records.response_of(connection, customer_id)
        allow(ws, actor, Operation.READ, row.customer.id if row else None, thing=f"customer:{customer_id}")
        if row is None:
            raise NotAllowed
        names = shown_names(connection, customer_id)
        heirs = kept_forms(connection, [row.fingerprint])[row.fingerprint].questionnaire.heirs
        return [_shown(each, names, heirs) for each in plan_rows.actions_of(connection, row.id)]


def action_history(ws: Workspace, actor: Actor, action_id: str) -> list[ActionRevision]:
    """All that was ever said of an action, the oldest first."""
    with ws.database.reading() as connection:
        row, customer_id = _allowed(ws, actor, connection, Operation.SEE_HISTORY, action_id)
        names = shown_names(connection, customer_id)
        found = plan_rows.action_revisions(connection, row.id)
    return [
        ActionRevision(each.version, _said(each, names), each.actor, each.at, each.kind, shown_as(names, each.actor))
        for each in found
    ]


def possible_owners(ws: Workspace, actor: Actor, customer_id: str) -> list[tuple[str, str]]:
    """(member's id, name) of those with access at the customer, by name."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
        allow(ws, actor, Operation.PLAN_ACTIONS, customer_id if known else None, thing=f"customer:{customer_id}")
        active = active_members(connection, customer_id)
        names = shown_names(connection, customer_id)
    return sorted(((id_, name) for id_, name in names.items() if id_ in active), key=lambda one: one[1].casefold())


def _question(
    ws: Workspace, actor: Actor, connection: Connection, response_id: str, question_id: str | None
) -> tuple[str, str, Mapping[str, str]]:
    """The customer a response is of, the action its form suggests for a question (none without one), and the heirs."""
    row = records.response_by_id(connection, response_id)
    allow(ws, actor, Operation.PLAN_ACTIONS, row.customer.id if row else None, thing=f"response:{response_id}")
    if row is None:
        raise NotAllowed
    asked = kept_forms(connection, [row.fingerprint])[row.fingerprint].questionnaire
    if question_id is not None and question_id not in asked.by_id:
        raise BadInput("unknown_question")
    return row.customer.id, said(asked.by_id[question_id].action) if question_id else "", asked.heirs


def _allowed(
    ws: Workspace, actor: Actor, connection: Connection, operation: Operation, action_id: str
) -> tuple[ActionRow, str]:
    """The action and its customer, when the actor may do this to it."""
    row = plan_rows.action_by_id(connection, plain_id(action_id))
    response = records.response_by_id(connection, row.response_id) if row else None
    allow(ws, actor, operation, response.customer.id if response else None, thing=f"action:{plain_id(action_id)}")
    if row is None or response is None:
        raise NotAllowed
    return row, response.customer.id


def _hold(connection: Connection, response_id: str) -> None:
    if records.response_by_id(connection, response_id, for_update=True) is None:
        raise NotAllowed


def _new_row(
    action_id: str, response_id: str, question_id: str | None, said: Mapping[str, str | None], due: date | None, actor: Actor, at: datetime
) -> ActionRow:  # fmt: skip
    return ActionRow(
        id=action_id,
        response_id=response_id,
        question_id=question_id,
        text=said["text"] or "",
        owner_member=said["owner_member"],
        owner_name=said["owner_name"],
        due=due,
        status=ActionStatus.PLANNED.value,
        note=said["note"],
        done_at=None,
        version=1,
        created_by=actor.id,
        created_at=at,
        updated_by=actor.id,
        updated_at=at,
    )


def _packed(
    connection: Connection, customer_id: str, changes: Mapping[ActionField, ActionContent]
) -> dict[str, str | None]:
    """The fields as they are stored. Raises `BadInput`."""
    try:
        packed = [_packed_field(connection, customer_id, field, content) for field, content in changes.items()]
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None
    return {column: held for fields in packed for column, held in fields.items()}


def _packed_field(
    connection: Connection, customer_id: str, field: ActionField, content: ActionContent
) -> dict[str, str | None]:
    match field:
        case ActionField.TEXT:
            text = clean_text("" if content is None else content)
            if text is None:
                raise BadInput("text_missing")
            return {"text": text}
        case ActionField.NOTE:
            return {"note": None if content is None else clean_text(content)}
        case ActionField.DUE:
            return {"due": _day(content)}
        case ActionField.STATUS:
            if content not in list(ActionStatus):
                raise BadInput("unknown_status")
            return {"status": str(content)}
        case ActionField.OWNER:
            return _owner(connection, customer_id, content)
        case _:
            raise BadInput("unknown_action_field")


def _day(content: object) -> str | None:
    if content is None:
        return None
    if not isinstance(content, date) or isinstance(content, datetime) or not FIRST_DAY <= content <= LAST_DAY:
        raise BadInput("day_out_of_range")
    return content.isoformat()


def _owner(connection: Connection, customer_id: str, content: object) -> dict[str, str | None]:
    owner = Owner() if content is None else content
    if not isinstance(owner, Owner):
        raise BadInput("unknown_owner")
    if owner.member_id is not None:
        if owner.member_id not in active_members(connection, customer_id):
            raise BadInput("unknown_owner")
        return {"owner_member": owner.member_id, "owner_name": None}
    name = owner.name if owner.name and owner.name.strip() else None
    return {"owner_member": None, "owner_name": None if name is None else clean_name(name)}


def _shown(row: ActionRow, names: Mapping[str, str], heirs: Mapping[str, str]) -> Action:
    asked = heirs.get(row.question_id or "", row.question_id)
    owner = names.get(row.owner_member, FORGOTTEN()) if row.owner_member else row.owner_name
    about = (row.note, row.version, row.done_at, row.updated_at)
    return Action(row.id, asked, row.text, owner, row.due, ActionStatus(row.status), *about)


def _said(row: ActionRevisionRow, names: Mapping[str, str]) -> dict[ActionField, str | date | None]:
    """The fields of a revision as they are shown; the two columns of an owner are one field."""
    return {field: _content(row, field, names) for field in ActionField if _column(field) in row.changes}


def _column(field: ActionField) -> str:
    return "owner_name" if field is ActionField.OWNER else field.value


def _content(row: ActionRevisionRow, field: ActionField, names: Mapping[str, str]) -> str | date | None:
    if field is ActionField.OWNER and (member := row.changes.get("owner_member")):
        return names.get(member, FORGOTTEN())
    said = row.changes.get(_column(field))
    return date.fromisoformat(said) if field is ActionField.DUE and said else said


def _conflicts(ws: Workspace, customer_id: str, written: ActionWritten) -> dict[ActionField, ActionConflict]:
    if not written.overwritten:
        return {}
    with ws.database.reading() as connection:
        names = shown_names(connection, customer_id)
    fields = {
        ActionField.OWNER if name.startswith("owner") else ActionField(name): name for name in written.overwritten
    }
    return {
        field: ActionConflict(_content(row, field, names), row.actor, row.at)
        for field, name in fields.items()
        if (row := written.overwritten[name])
    }
