"""«Stemmer fortsatt»: standing by answers as they are, one or many in one act. Each is a revision with who and when.

Refuses nothing that was changed meanwhile: such an answer is left as it is, and counted.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from scoring.vocabulary import AnswerField
from service.answers.responses import ResponseView, with_encoding
from service.answers.serialisation import ANSWERED, pack
from service.faults import BadInput, NotAllowed
from service.people.access import moment, plain_id, refusals_logged
from service.people.actor import Actor
from service.people.permissions import Operation, require
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.answers.rows import Edit
from storage.tables import RevisionKind

# Question -> field -> the version that was seen.
Seen = Mapping[str, Mapping[AnswerField, int]]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """confirmed: the questions that are stood by. changed: those that say something else than what was seen; they are left."""

    confirmed: tuple[str, ...]
    changed: tuple[str, ...]
    view: ResponseView


def seen_of(view: ResponseView, question_ids: Iterable[str]) -> Seen:
    """What someone who looks at a response sees of these answers; those that say nothing are left out."""
    found: dict[str, dict[AnswerField, int]] = {}
    for id_ in question_ids:
        said = view.answers.get(id_)
        fields = [field for field in ANSWERED if said is not None and getattr(said, field) is not None]
        if fields:
            found[id_] = {field: view.saved[id_, field].version for field in fields}
    return found


def confirm_answers(
    ws: Workspace, actor: Actor, view: ResponseView, question_ids: Iterable[str], *, session: str, edit_no: int
) -> Confirmed:
    """Stand by these answers as `view` shows them, all in one transaction.

    Raises `NotAllowed`, or `BadInput`: unknown_question for one that is not asked or says nothing.
    """
    response_id, wanted, at = plain_id(view.response_id), list(dict.fromkeys(question_ids)), moment(ws)
    seen = seen_of(view, wanted)
    if any(id_ not in seen for id_ in wanted):
        raise BadInput("unknown_question")
    made = partial(Edit, session=session, edit_no=edit_no, actor=actor.id, at=at, kind=RevisionKind.CONFIRM)
    edits = {id_: _edits(view, id_, fields, made) for id_, fields in seen.items()}

    def save(connection: Connection, again: bool) -> Confirmed:
        row = records.response_by_id(connection, response_id, for_update=True)
        require(actor, Operation.ANSWER, row.customer.id if row else None)
        if row is None:
            raise NotAllowed
        every = [edit for own in edits.values() for edit in own]
        written = answer_rows.written_before(connection, response_id, every) if again else None
        if written is None:
            stood = {id_: _stand_by(connection, response_id, own) for id_, own in edits.items()}
        else:
            stood = dict.fromkeys(edits, True)
        kept = tuple(id_ for id_, holds in stood.items() if holds)
        changed = tuple(id_ for id_, holds in stood.items() if not holds)
        return Confirmed(kept, changed, with_encoding(ws, connection, row, view, wanted))

    with refusals_logged(ws, actor, Operation.ANSWER, f"response:{response_id}"):
        return ws.database.once(save)


def _edits(
    view: ResponseView, question_id: str, fields: Mapping[AnswerField, int], made: Callable[..., Edit]
) -> list[Edit]:
    """What stands, once more, as it was seen."""
    said = view.answers[question_id]
    contents = {field: pack(view.form, question_id, field, getattr(said, field)) for field in fields}
    return [
        made(question_id=question_id, field=field, content=contents[field], base_version=version)
        for field, version in fields.items()
    ]


def _stand_by(connection: Connection, response_id: str, edits: Iterable[Edit]) -> bool:
    """Whether what was seen still stands, all of it."""
    stood = [answer_rows.confirm(connection, response_id, edit) for edit in edits]
    return None not in stood
