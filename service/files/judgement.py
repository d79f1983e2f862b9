"""Files of what the answers of one customer amount to: its gaps, and how its figures come about."""

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


def _gaps_csv(found: _Gaps, wanted: Wanted) -> bytes:
    gaps, form, lessons = found
    return gaps_csv.gaps_csv(gaps, form=form, lessons=lessons, dialect=wanted.dialect)


GAPS = Export(
    id="gaps",
    named="mangler",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=gaps_csv.COLUMNS,
    read=_gaps,
    make=_gaps_csv,
    by_command=True,
)


def _situation(ws: Workspace, wanted: Wanted) -> CustomerJudgement:
    return judge_customer(ws, wanted.actor, wanted.customer_id, as_of=wanted.as_of, basis=wanted.basis)


def _working_csv(found: CustomerJudgement, wanted: Wanted) -> bytes:
    factors, basis = found.view.form.factors, wanted.basis
    return breakdown_csv.working_csv(found.judgement, factors=factors, basis=basis, dialect=wanted.dialect)


WORKING = Export(
    id="working",
    named="regnestykke",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=breakdown_csv.COLUMNS,
    read=_situation,
    make=_working_csv,
    on_a_basis=True,
)
