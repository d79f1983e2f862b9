"""What a vurderingsfil brings to what is here already. Pure: told the rows, writes nothing.

A line of the history is the same when question, field, content, who, when and which edit of which session are. What is new is
added in the file's order; where somebody here has said something later than the file, that stands and the file's word is
history.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scoring.vocabulary import AnswerField
from scoring.waivers import WaiverState
from service.dossier.document import (
    Dossier,
    DossierAction,
    DossierChanges,
    DossierEvent,
    DossierMatter,
    DossierRevision,
)
from service.review.submission_states import State
from storage.answers.rows import Edit, RevisionRow
from storage.plan.rows import ActionEdit, ActionRevisionRow
from storage.tables import RevisionKind

Key = tuple[str, str]
# What a customer does to a waiver and to what it has sent in; the rest is HPAS's own word, and never comes from a file.
OF_CUSTOMER = {WaiverState.PROPOSED, WaiverState.WITHDRAWN, State.SENT, State.REOPENED}


@dataclass(frozen=True, slots=True)
class BroughtLine:
    """A line of the history to be added; `stands`: it becomes the answer."""

    edit: Edit
    stands: bool


@dataclass(frozen=True, slots=True)
class BroughtAction:
    """Lines of an action that are new here; `new`: the action is too."""

    action: DossierAction
    edits: tuple[ActionEdit, ...]
    new: bool


def new_lines(history: Sequence[DossierRevision], here: Sequence[RevisionRow]) -> list[BroughtLine]:
    """The lines of the file's history that are not here, in its order."""
    known = Counter(_same(row) for row in here)
    own = _said_here(here, history)
    brought = []
    for line in history:
        if known[_same(line)]:
            known[_same(line)] -= 1
            continue
        later = own.get((line.question_id, line.field))
        stands = line.version is not None and (later is None or later <= line.at)
        brought.append(BroughtLine(_edit(line, stands=stands), stands))
    return brought


def only_here(history: Sequence[DossierRevision], here: Sequence[RevisionRow]) -> bool:
    """Whether anything has been said here that the file does not know."""
    return bool(Counter(_same(row) for row in here) - Counter(_same(line) for line in history))


def _said_here(here: Iterable[RevisionRow], history: Iterable[DossierRevision]) -> dict[Key, datetime]:
    """Field -> when it was last said here, of what the file does not know."""
    theirs = Counter(_same(line) for line in history)
    found: dict[Key, datetime] = {}
    for row in here:
        if theirs[_same(row)]:
            theirs[_same(row)] -= 1
        elif row.version is not None:
            found[row.question_id, row.field] = row.at
    return found


def _same(line: DossierRevision | RevisionRow) -> tuple[object, ...]:
    return (line.question_id, line.field, line.content, line.actor, line.session, line.edit_no, line.at)


def _edit(line: DossierRevision, *, stands: bool) -> Edit:
    about = (line.question_id, line.field, line.content, line.base_version, line.session, line.edit_no, line.actor)
    return Edit(*about, line.at, line.kind if stands else RevisionKind.SUPERSEDED)


def changed_fields(
    lines: Iterable[BroughtLine], now: Mapping[Key, str | None]
) -> dict[tuple[str, AnswerField], tuple[str | None, str | None]]:
    """(question, field) -> what stands there, and what would stand, of what would be another."""
    after: dict[tuple[str, AnswerField], str | None] = {}
    for line in lines:
        if line.stands:
            after[line.edit.question_id, line.edit.field] = line.edit.content
    return {key: (now.get(key), said) for key, said in after.items() if now.get(key) != said}


def new_steps(
    dossier: Dossier, here: Mapping[str, Sequence[ActionRevisionRow]], members: Iterable[str]
) -> list[BroughtAction]:
    """The actions with something new. `here`: the history of those there are; `members`: who may own one here."""
    known = set(members)
    brought = []
    for action in dossier.actions:
        past = {(row.session, row.edit_no, row.at) for row in here.get(action.id, ())}
        edits = [
            ActionEdit(
                _plain(step.changes, dossier.people, known),
                step.base_version,
                step.session,
                step.edit_no,
                step.actor,
                step.at,
            )
            for step in action.history
            if (step.session, step.edit_no, step.at) not in past
        ]
        if edits:
            brought.append(BroughtAction(action, tuple(edits), action.id not in here))
    return brought


def _plain(changes: DossierChanges, people: Mapping[str, str], members: set[str]) -> dict[str, Any]:
    """The fields as they are stored; an owner who is no member here is one that is named."""
    said: dict[str, Any] = changes.model_dump(mode="json", exclude_unset=True)
    member = said.get("owner_member")
    if member is not None and member not in members:
        said |= {"owner_member": None, "owner_name": people.get(member, "tidligere medlem")}
    return said


def of_customer(thing: DossierMatter) -> list[DossierEvent]:
    """The events that are the customer's own."""
    return [event for event in thing.events if event.state in OF_CUSTOMER]


def decided_elsewhere(dossier: Dossier) -> int:
    """How many decisions of HPAS's the file tells of; they are never taken from a file."""
    things: tuple[DossierMatter, ...] = (*dossier.waivers, *dossier.snapshots)
    return sum(len(thing.events) - len(of_customer(thing)) for thing in things)
