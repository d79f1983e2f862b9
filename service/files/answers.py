"""Files of what is answered: a customer's answers as CSV and as a workbook to fill in, and all answers of all customers.

The first two can be taken in again (`service.answers.file_import`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from language.service.files import answers as words
from reports.answers.all_answers_csv import COLUMNS as ALL_COLUMNS
from reports.answers.all_answers_csv import LongCustomer, answers_long_csv, answers_long_rows
from reports.answers.csv_write import COLUMNS
from reports.answers.csv_write import answer_rows as rows_of_answers
from reports.answers.facts_read import lines_of
from reports.answers.stamp import Stamp
from reports.answers.xlsx_write import FactCell, Part, answers_xlsx
from reports.columns import Cell
from scoring.profile.facts import Fact
from scoring.vocabulary import CustomerType
from service.answers.portions import read_handed_out
from service.answers.responses import ResponseView, open_response
from service.faults import NotAllowed
from service.files.export import Export, ExportScope, Wanted
from service.files.identified import org_numbers
from service.people.permissions import Operation
from service.portfolio.comparison import Comparison, read_comparison
from service.workspace import Workspace
from storage.answers import rows as answer_rows


def _view(ws: Workspace, wanted: Wanted) -> ResponseView:
    return open_response(ws, wanted.actor, wanted.customer_id)


@dataclass(frozen=True, slots=True)
class _Told:
    """A response, and what its customer is asked once."""

    view: ResponseView
    facts: Mapping[str, Fact]


def _with_facts(ws: Workspace, wanted: Wanted) -> _Told:
    view = _view(ws, wanted)
    kind = view.customer.customer_type
    return _Told(view, ws.catalogue.profile.of(kind) if isinstance(kind, CustomerType) else {})


ANSWERS = Export(
    id="answers",
    title=words.ANSWERS,
    about=words.ABOUT_ANSWERS,
    named="svar",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=COLUMNS,
    read=_with_facts,
    rows=lambda told, _wanted: rows_of_answers(
        told.view.form.questionnaire,
        told.view.counted,
        whom=(told.view.customer.id, told.view.customer.org_number, told.view.customer.name),
        facts=lines_of(told.facts, told.view.facts),
    ),
)


@dataclass(frozen=True, slots=True)
class _Book:
    view: ResponseView
    stamp: Stamp
    only: Part | None
    facts: tuple[FactCell, ...]


def _book(ws: Workspace, wanted: Wanted) -> _Book:
    """The whole, or the questions of one portion. Raises `NotAllowed` when nothing is handed out to that one any more."""
    # Counted before the answers are read: what is saved in between is then in the file and no conflict.
    response_id = _view(ws, wanted).response_id
    with ws.database.reading() as connection:
        revisions = len(answer_rows.revisions(connection, response_id))
    told = _with_facts(ws, wanted)
    view = told.view
    portion = read_handed_out(ws, wanted.actor, view).of_token(wanted.part) if wanted.part else None
    if wanted.part and portion is None:
        raise NotAllowed
    only = Part(portion.title, portion.questions) if portion else None
    facts = () if only else tuple(FactCell(fact, view.facts.get(id_)) for id_, fact in told.facts.items())
    return _Book(view, Stamp(response_id, revisions, wanted.part), only, facts)


def _book_xlsx(book: _Book, wanted: Wanted) -> bytes:
    view, customer = book.view, book.view.customer
    return answers_xlsx(
        view.form.questionnaire,
        view.counted,
        customer=customer.name,
        customer_id=customer.id,
        org_number=customer.org_number,
        go_live=customer.go_live,
        as_of=wanted.as_of,
        stamp=book.stamp,
        only=book.only,
        facts=book.facts,
    )


ANSWERS_BOOK = Export(
    id="answers_book",
    title=words.ANSWERS_BOOK,
    about=words.ABOUT_ANSWERS_BOOK,
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
    held = {} if wanted.read_before is None else wanted.read_before
    if "everyone" not in held:
        held["everyone"] = read_comparison(ws, wanted.actor, as_of=wanted.as_of, cut=wanted.cut, basis=wanted.basis)
    found: Comparison = held["everyone"]
    return found


class _AllAnswers(NamedTuple):
    called: Sequence[LongCustomer]
    found: Comparison


def _read_all(ws: Workspace, wanted: Wanted) -> _AllAnswers:
    found, numbers = everyone(ws, wanted), org_numbers(ws)
    return _AllAnswers(
        [LongCustomer(m.name, m.customer_type, numbers.get(m.customer_id)) for m in found.members], found
    )


def _all_answers(read: _AllAnswers, wanted: Wanted) -> bytes:
    # Hundreds of thousands of lines: many times as fast as row by row.
    return b"".join(answers_long_csv(read.called, read.found.judged, wanted.basis, wanted.dialect))


def _all_rows(read: _AllAnswers, wanted: Wanted) -> Iterator[Sequence[Cell]]:
    return answers_long_rows(read.called, read.found.judged, wanted.basis)


ALL_ANSWERS = Export(
    id="all_answers",
    title=words.ALL_ANSWERS,
    about=words.ABOUT_ALL_ANSWERS,
    named="alle-svar",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=ALL_COLUMNS,
    key=("customer_id", "question_id"),
    read=_read_all,
    rows=_all_rows,
    make=_all_answers,
    logged_as="answers",
    at_a_cut=True,
    on_a_basis=True,
)
