"""Files of what the answers of one customer amount to: its gaps, and how its figures come about."""

from collections.abc import Iterator

from language.service.files import judgement as words
from reports.columns import Cell
from reports.judgement import breakdown_csv, gaps_csv
from scoring.frozen import Lesson
from scoring.gaps import Gap, gaps_of
from scoring.judgement import judge
from scoring.questionnaire import Form
from scoring.yardstick import yardstick
from service.answers.responses import open_response
from service.files.export import Export, ExportScope, Wanted
from service.judgement import CustomerJudgement, judge_customer
from service.people.permissions import Operation
from service.workspace import Workspace

_Gaps = tuple[list[Gap], Form, dict[str, Lesson]]


def _gaps(ws: Workspace, wanted: Wanted) -> _Gaps:
    view = open_response(ws, wanted.actor, wanted.customer_id)
    judgement = judge(yardstick(view.form), view.counted, go_live=view.customer.go_live, as_of=wanted.as_of)
    return list(gaps_of(judgement)), view.form, dict(ws.catalogue.lessons)


def _gap_rows(found: _Gaps, _wanted: Wanted) -> Iterator[list[Cell]]:
    gaps, form, lessons = found
    return gaps_csv.gap_rows(gaps, form=form, lessons=lessons)


GAPS = Export(
    id="gaps",
    title=words.GAPS,
    about=words.ABOUT_GAPS,
    named="mangler",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=gaps_csv.COLUMNS,
    key=("question_id",),
    read=_gaps,
    rows=_gap_rows,
)


def _situation(ws: Workspace, wanted: Wanted) -> CustomerJudgement:
    return judge_customer(ws, wanted.actor, wanted.customer_id, as_of=wanted.as_of, basis=wanted.basis)


def _working_rows(found: CustomerJudgement, wanted: Wanted) -> Iterator[list[Cell]]:
    return breakdown_csv.working_rows(found.judgement, factors=found.view.form.factors, basis=wanted.basis)


WORKING = Export(
    id="working",
    title=words.WORKING,
    about=words.ABOUT_WORKING,
    named="regnestykke",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=breakdown_csv.COLUMNS,
    key=("question_id",),
    read=_situation,
    rows=_working_rows,
    on_a_basis=True,
)
