"""An answers file on its way in, from preview to confirmation.

A file is a proposal. `preview` stores nothing; `confirm` stores all that was seen in one transaction, or nothing.
`FileRefused` (from reports) carries every fault of a file.
"""

from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from language import number
from reports.answers.csv_read import AnswersFile, Elsewhere, read_answers
from reports.answers.csv_write import row_title
from reports.answers.file_faults import FileFault, FileRefused, fault
from reports.answers.xlsx_apart import sheet_apart
from reports.answers.xlsx_read import SIGNATURE, read_answers_xlsx
from scoring.answers import Matrix, Share
from scoring.names import name_key
from service.answers.import_diff import Effect, FieldDiff, ImportDiff, import_diff
from service.answers.offline_merge import answers_at_revision, merge_offline
from service.answers.portions import read_handed_out
from service.answers.responses import FieldChange, Recorded, ResponseView, RevisionKind, open_response, record_many
from service.faults import Refused
from service.forms import kept_forms
from service.people.access import allow, plain_id
from service.people.actor import Actor, is_hpas
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.people import rows as people_rows

__all__ = [
    "Effect",
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
        super().__init__("Svarene er endret siden du så forhåndsvisningen. Se over på nytt, og bekreft igjen.")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would change, with the response as it stood.

    Of a workbook that was taken out here: `conflicts`, the proposed changes where the app has something newer, and
    `overtaken`, where the file only repeats what stood there then; they are not proposed. both: (question, row, folded) of each
    row of a matrix that was changed in both places. notes: what of the file was passed over, as sentences.
    left: what it would change of questions that are not handed out to the one it was made for; whose: who that is.
    """

    view: ResponseView
    diff: ImportDiff
    conflicts: tuple[FieldDiff, ...] = ()
    overtaken: tuple[FieldDiff, ...] = ()
    both: frozenset[tuple[str, str]] = frozenset()
    notes: tuple[str, ...] = ()
    left: tuple[FieldDiff, ...] = ()
    whose: str = ""


def preview(ws: Workspace, actor: Actor, customer_id: str, data: bytes, *, encoding_confirmed: bool = False) -> Preview:
    """What the file (CSV or workbook) would change. Raises `FileRefused` with every fault, or as `open_response`."""
    view = open_response(ws, actor, customer_id)
    allow(ws, actor, Operation.IMPORT_ANSWERS, customer_id, thing=f"customer:{customer_id}")
    read = partial(read_answers_xlsx, unpack=sheet_apart) if data.startswith(SIGNATURE) else read_answers
    elsewhere = _elsewhere(ws, view)
    file = read(data, view.form.questionnaire, encoding_confirmed=encoding_confirmed, elsewhere=elsewhere)
    seen = _of_its_part(ws, actor, _against(ws, view, file), file)
    if faults := [wrong for change in seen.diff.changes if (wrong := _slip(view, change))]:
        raise FileRefused(faults)
    return replace(seen, notes=tuple(note.message for note in file.notes))


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
    if seen.diff.seal != seal:
        raise OutdatedPreview
    changes = [_change(seen.view, proposed) for proposed in seen.diff.changes]
    if not changes:
        return []
    session = f"import-{uuid4().hex}"
    kind = RevisionKind.IMPORT
    return record_many(ws, actor, seen.view.response_id, changes, session=session, edit_no=1, kind=kind)


def _change(view: ResponseView, proposed: FieldDiff) -> FieldChange:
    saved = view.saved.get((proposed.question_id, proposed.field))
    return FieldChange(proposed.question_id, proposed.field, proposed.after, saved.version if saved else 0)
