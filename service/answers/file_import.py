"""An answers file on its way in, from preview to confirmation.

A file is a proposal. `preview` stores nothing; `confirm` stores all that was seen in one transaction, or nothing.
`FileRefused` (from reports) carries every fault of a file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from uuid import uuid4

from sqlalchemy import Connection

from language import number, said
from language.service.answers.file_import import OUTDATED
from reports.answers.csv_read import AnswersFile, Elsewhere, read_answers
from reports.answers.csv_write import row_title
from reports.answers.file_faults import FileFault, FileNote, FileRefused, fault, note
from reports.answers.xlsx_apart import sheet_apart
from reports.answers.xlsx_read import SIGNATURE, read_answers_xlsx
from scoring.answers import Matrix, Share
from scoring.names import name_key
from scoring.profile.facts import Fact
from scoring.profile.wholes import wholes, with_whole
from scoring.vocabulary import CustomerType
from service.answers.import_diff import Effect, FieldDiff, ImportDiff, import_diff
from service.answers.offline_merge import answers_at_revision, merge_offline
from service.answers.portions import read_handed_out
from service.answers.responses import (
    FieldChange,
    Recorded,
    ResponseView,
    RevisionKind,
    open_response,
    record_many,
    with_encoding,
)
from service.answers.wholes import store_facts
from service.faults import Refused
from service.forms import kept_forms
from service.people.access import allow, now, plain_id
from service.people.actor import Actor, is_hpas
from service.people.permissions import Operation, require
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.people import rows as people_rows

__all__ = [
    "Effect",
    "FactDiff",
    "FieldDiff",
    "FileFault",
    "FileRefused",
    "ImportDiff",
    "OutdatedPreview",
    "Preview",
    "confirm",
    "preview",
]


class OutdatedPreview(Refused):
    """What would be changed is no longer what was seen. Nothing was stored."""

    def __init__(self) -> None:
        super().__init__(OUTDATED())


@dataclass(frozen=True, slots=True)
class FactDiff:
    """A fact of the profile as it is and as it would become. title: what it is called; the seal is the same in both languages."""

    fact_id: str
    title: str = field(repr=False)
    before: float | None
    after: float
    line: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would change, with the response as it stood.

    Of a workbook that was taken out here: `conflicts`, the proposed changes where the app has something newer, and
    `overtaken`, where the file only repeats what stood there then; they are not proposed. both: (question, row, folded) of each
    row of a matrix that was changed in both places. notes: what of the file was passed over, as sentences.
    left: what it would change of questions that are not handed out to the one it was made for; whose: who that is.
    facts: what it would change of the customer's profile.
    """

    view: ResponseView
    diff: ImportDiff
    conflicts: tuple[FieldDiff, ...] = ()
    overtaken: tuple[FieldDiff, ...] = ()
    both: frozenset[tuple[str, str]] = frozenset()
    notes: tuple[str, ...] = ()
    left: tuple[FieldDiff, ...] = ()
    whose: str = ""
    facts: tuple[FactDiff, ...] = ()

    @property
    def seal(self) -> str:
        """Equal when the same would be changed from the same, answers and facts."""
        return self.diff.seal if not self.facts else sha256(repr((self.diff.seal, self.facts)).encode()).hexdigest()

    @property
    def changes(self) -> int:
        """How many changes it would make."""
        return len(self.diff.changes) + len(self.facts)


def preview(ws: Workspace, actor: Actor, customer_id: str, data: bytes, *, encoding_confirmed: bool = False) -> Preview:
    """What the file (CSV or workbook) would change. Raises `FileRefused` with every fault, or as `open_response`."""
    view = open_response(ws, actor, customer_id)
    allow(ws, actor, Operation.IMPORT_ANSWERS, customer_id, thing=f"customer:{customer_id}")
    read = partial(read_answers_xlsx, unpack=sheet_apart) if data.startswith(SIGNATURE) else read_answers
    elsewhere, profile = _elsewhere(ws, view), _asked_once(ws, view)
    form, sure = view.form.questionnaire, encoding_confirmed
    file = read(data, form, encoding_confirmed=sure, elsewhere=elsewhere, profile=profile)
    # A file that was made for someone has their questions alone.
    facts = () if file.stamp and file.stamp.part else _facts(view, profile, file)
    file, told = _with_wholes(view, file, facts)
    seen = replace(_of_its_part(ws, actor, _against(ws, view, file), file), facts=facts)
    if faults := [wrong for change in seen.diff.changes if (wrong := _slip(view, change))]:
        raise FileRefused(faults)
    return replace(seen, notes=tuple(note.message for note in (*file.notes, *told)))


def _asked_once(ws: Workspace, view: ResponseView) -> Mapping[str, Fact]:
    kind = view.customer.customer_type
    return ws.catalogue.profile.of(kind) if isinstance(kind, CustomerType) else {}


def _facts(view: ResponseView, asked: Mapping[str, Fact], file: AnswersFile) -> tuple[FactDiff, ...]:
    """What the file says otherwise of the profile."""
    replies = ((fact_id, view.facts.get(fact_id), reply) for fact_id, reply in file.facts.items())
    return tuple(
        FactDiff(fact_id, said(asked[fact_id].title), before, reply.value, reply.line)
        for fact_id, before, reply in replies
        if before != reply.value
    )


def _with_wholes(
    view: ResponseView, file: AnswersFile, facts: Sequence[FactDiff]
) -> tuple[AnswersFile, list[FileNote]]:
    """The file with the wholes its shares will have, and where it says another one."""
    standing = {**view.facts, **{each.fact_id: each.after for each in facts}}
    replies, told = dict(file.replies), list[FileNote]()
    for question_id, fact in wholes(view.form.questionnaire).items():
        reply = replies.get(question_id)
        said = reply.answer.value if reply else None
        if reply is None or not isinstance(said, Share):
            continue
        value = with_whole(said, fact, standing)
        replies[question_id] = replace(reply, answer=replace(reply.answer, value=value))
        if said.all is not None and said.all != value.all:
            other = {"all": number(value.all or 0, decimals=2), "said": number(said.all, decimals=2)}
            told.append(note("whole_of_profile", reply.line, found=question_id, **other))
    return replace(file, replies=replies), told


def _elsewhere(ws: Workspace, view: ResponseView) -> Elsewhere:
    """The questions of other editions: what the response's form no longer asks, or does not ask yet."""
    asked = view.form.questionnaire.by_id.keys()
    offered = ws.form_of(view.customer.customer_type)
    newer = frozenset(offered.questionnaire.by_id.keys() - asked) if offered else frozenset()
    with ws.database.reading() as connection:
        kept = kept_forms(connection, records.form_fingerprints(connection, view.customer.customer_type))
    every = {question_id for form in kept.values() for question_id in form.questionnaire.by_id}
    return Elsewhere(frozenset(every - asked - newer), newer)


def _against(ws: Workspace, view: ResponseView, file: AnswersFile) -> Preview:
    """The stamp says how far the history had come, and is checked against the response; it never chooses one."""
    if not _of_this_customer(ws, view, file):
        about = {"customer": view.customer.name}
        raise FileRefused([fault("other_customer", value=file.customer or file.customer_id, context=about)])
    diff = import_diff(view.form.questionnaire, view.answers, file)
    if file.stamp is None:
        return Preview(view, diff)
    if file.stamp.response_id != view.response_id:
        raise FileRefused([fault("other_response")])
    with ws.database.reading() as connection:
        revisions = answer_rows.revisions(connection, view.response_id)
    then = answers_at_revision(view.form, revisions, file.stamp.revisions)
    found = merge_offline(diff, view.form, view.answers, then, file)
    return Preview(view, found.diff, found.conflicts, found.overtaken, found.both)


def _of_its_part(ws: Workspace, actor: Actor, seen: Preview, file: AnswersFile) -> Preview:
    """Of a file that was made for someone: what is theirs to answer now. The rest stands as it is, and is shown."""
    token = file.stamp.part if file.stamp else ""
    if not token:
        return seen
    portion = read_handed_out(ws, actor, seen.view).of_token(token)
    theirs = portion.questions if portion else ()
    left = tuple(change for change in seen.diff.changes if change.question_id not in theirs)
    diff = replace(seen.diff, changes=tuple(change for change in seen.diff.changes if change.question_id in theirs))
    conflicts = tuple(change for change in seen.conflicts if change.question_id in theirs)
    return replace(seen, diff=diff, conflicts=conflicts, left=left, whose=portion.title if portion else "")


def _of_this_customer(ws: Workspace, view: ResponseView, file: AnswersFile) -> bool:
    """By the id where the file has one; else by name where it has that and nothing surer. A file of neither is taken."""
    # What HPAS has said for some may be taken in for others.
    if is_hpas(view.customer.id) and is_hpas(file.customer_id):
        return True
    if file.customer_id in ("", view.customer.id):
        sure = file.customer_id or file.stamp or not file.customer
        return bool(sure) or name_key(file.customer) == name_key(view.customer.name)
    with ws.database.reading() as connection:
        return people_rows.known_as(connection, plain_id(file.customer_id)) == view.customer.id


def _slip(view: ResponseView, change: FieldDiff) -> FileFault | None:
    """What no line says alone: with what is there already, more would be done than there is."""
    question = view.form.questionnaire.by_id[change.question_id]
    shares = {"": change.after} if isinstance(change.after, Share) else {}
    if isinstance(change.after, Matrix):
        shares = {row_title(question, row.row): row.share for row in change.after.rows}
    name, share = next(((n, s) for n, s in shares.items() if s.more_than_all), ("", None))
    if share is None:
        return None
    said = f"{name}: {number(share.done or 0)}" if name else number(share.done or 0)
    about = {"all": number(share.all or 0)}
    return fault("more_than_all", change.line, question=question.id, column="done", value=said, context=about)


def confirm(
    ws: Workspace, actor: Actor, customer_id: str, data: bytes, *, seal: str, encoding_confirmed: bool = False
) -> list[Recorded]:
    """Store what was seen: `seal` is that of the diff. How each change went, in its order.

    Raises `OutdatedPreview` when something else would be changed now.
    """
    seen = preview(ws, actor, customer_id, data, encoding_confirmed=encoding_confirmed)
    if seen.seal != seal:
        raise OutdatedPreview
    session = f"import-{uuid4().hex}"
    _store_facts(ws, actor, seen, session)
    changes = [_change(seen.view, proposed) for proposed in seen.diff.changes]
    if not changes:
        return []
    kind = RevisionKind.IMPORT
    return record_many(ws, actor, seen.view.response_id, changes, session=session, edit_no=1, kind=kind)


def _store_facts(ws: Workspace, actor: Actor, seen: Preview, session: str) -> None:
    if not seen.facts:
        return
    values, at = {each.fact_id: each.after for each in seen.facts}, now()

    def save(connection: Connection, _again: bool) -> None:
        row = records.response_by_id(connection, seen.view.response_id, for_update=True)
        require(actor, Operation.IMPORT_ANSWERS, row.customer.id if row else None)
        if row is not None:
            store_facts(connection, row, values, by=actor.id, at=at, session=session)
            with_encoding(ws, connection, row)

    ws.database.once(save)


def _change(view: ResponseView, proposed: FieldDiff) -> FieldChange:
    saved = view.saved.get((proposed.question_id, proposed.field))
    return FieldChange(proposed.question_id, proposed.field, proposed.after, saved.version if saved else 0)
