"""Files of what is answered: a customer's answers as CSV and as a workbook to fill in, and all answers of all customers.

The first two can be taken in again (`service.answers.file_import`).
"""

from dataclasses import dataclass

from reports.answers.all_answers_csv import COLUMNS as ALL_COLUMNS
from reports.answers.all_answers_csv import LongCustomer, answers_long_csv
from reports.answers.csv_write import COLUMNS, answers_csv
from reports.answers.stamp import Stamp
from reports.answers.xlsx_write import Part, answers_xlsx
from service.answers.portions import read_handed_out
from service.answers.responses import ResponseView, open_response
from service.faults import NotAllowed
from service.files.export import Export, ExportScope, Wanted
from service.people.permissions import Operation
from service.portfolio.comparison import Comparison, read_comparison
from service.workspace import Workspace
from storage.answers import rows as answer_rows


def _view(ws: Workspace, wanted: Wanted) -> ResponseView:
    return open_response(ws, wanted.actor, wanted.customer_id)


ANSWERS = Export(
    id="answers",
    named="svar",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=COLUMNS,
    read=_view,
    make=lambda view, wanted: answers_csv(
        view.form.questionnaire,
        view.counted,
        wanted.dialect,
        customer_id=view.customer.id,
        customer=view.customer.name,
    ),
    by_command=True,
)


@dataclass(frozen=True, slots=True)
class _Book:
    view: ResponseView
    stamp: Stamp
    only: Part | None


def _book(ws: Workspace, wanted: Wanted) -> _Book:
    """The whole, or the questions of one portion. Raises `NotAllowed` when nothing is handed out to that one any more."""
    # Counted before the answers are read: what is saved in between is then in the file and no conflict.
    response_id = _view(ws, wanted).response_id
    with ws.database.reading() as connection:
        revisions = len(answer_rows.revisions(connection, response_id))
    view = _view(ws, wanted)
    portion = read_handed_out(ws, wanted.actor, view).of_token(wanted.part) if wanted.part else None
    if wanted.part and portion is None:
        raise NotAllowed
    only = Part(portion.title, portion.questions) if portion else None
    return _Book(view, Stamp(response_id, revisions, wanted.part), only)


def _book_xlsx(book: _Book, wanted: Wanted) -> bytes:
    view, customer = book.view, book.view.customer
    return answers_xlsx(
        view.form.questionnaire,
        view.counted,
        customer=customer.name,
        customer_id=customer.id,
        go_live=customer.go_live,
        as_of=wanted.as_of,
        stamp=book.stamp,
        only=book.only,
    )


ANSWERS_BOOK = Export(
    id="answers_book",
    named="svar",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    read=_book,
    make=_book_xlsx,
    ending="xlsx",
    says_dialect=False,
)


def everyone(ws: Workspace, wanted: Wanted) -> Comparison:
    """All customers at the cut and on the basis that are wanted."""
    return read_comparison(ws, wanted.actor, as_of=wanted.as_of, cut=wanted.cut, basis=wanted.basis)


def _all_answers(found: Comparison, wanted: Wanted) -> bytes:
    called = [LongCustomer(member.name, member.customer_type) for member in found.members]
    return b"".join(answers_long_csv(called, found.judged, wanted.basis, wanted.dialect))


ALL_ANSWERS = Export(
    id="all_answers",
    named="alle-svar",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=ALL_COLUMNS,
    read=everyone,
    make=_all_answers,
    logged_as="answers",
    at_a_cut=True,
    on_a_basis=True,
)
