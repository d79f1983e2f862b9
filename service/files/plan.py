"""Files of one customer's plan: workbook, the paper for decisions, calendar and work items."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from language import DECISION_SIDES, ROLES, Both, local_day, moment, said
from language.service.files import plan as words
from language.service.people.members import FORGOTTEN
from reports.decision.condition_wording import how_text
from reports.decision.decision_wording import DECISION_STANDINGS, change_text, decided_text, state_text
from reports.decision.told import ToldDecision, ToldSignature
from reports.plan import work_items_csv
from reports.plan.calendar import plan_ics
from reports.plan.customer_report import ComparedWith, CustomerReport, LastAnswered
from reports.plan.customer_workbook import workbook_xlsx
from reports.plan.decision_paper import decision_basis_pdf
from scoring.shortest_way import shortest_ways
from scoring.waivers import standing
from scoring.what_if import chain
from service.answers.portions import role_portions
from service.answers.responses import ResponseView
from service.answers.serialisation import ANSWERED
from service.answers.visits import said_at
from service.decision.kept import KeptDecision, read_decisions
from service.files.export import Export, ExportScope, Wanted
from service.judgement import CustomerJudgement, judge_customer
from service.people.access import now
from service.people.checksum import head_of
from service.people.customers import go_live_moves
from service.people.permissions import Operation
from service.portfolio.trend import changes_after, changes_since_last
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows
from storage.plan import rows as plan_rows

# A paper that is made again the same day is the same paper.
SAME_PAPER = timedelta(hours=12)


def _situation(ws: Workspace, wanted: Wanted) -> CustomerJudgement:
    return judge_customer(ws, wanted.actor, wanted.customer_id, as_of=wanted.as_of)


def _material(ws: Workspace, wanted: Wanted) -> CustomerReport:
    return material(ws, _situation(ws, wanted))


def _document(
    id_: str, named: str, ending: str, make: Callable[[CustomerReport], bytes], *, title: Both, about: Both
) -> Export[CustomerReport]:
    return Export(
        id=id_,
        title=title,
        about=about,
        named=named,
        operation=Operation.EXPORT_ANSWERS,
        scope=ExportScope.RESPONSE,
        read=_material,
        make=lambda found, _wanted: make(found),
        ending=ending,
        says_dialect=False,
    )


WORKBOOK = _document(
    "workbook",
    "arbeidsbok",
    "xlsx",
    workbook_xlsx,
    title=words.WORKBOOK,
    about=words.ABOUT_WORKBOOK,
)


def _paper(ws: Workspace, wanted: Wanted) -> CustomerReport:
    """With what has changed since the last paper, and the checksum of what it was read from."""
    found = _situation(ws, wanted)
    checksum = head_of(ws, wanted.actor, wanted.customer_id)
    since = _since_paper(ws, wanted, found.view) or _since_sent(ws, wanted)
    signed = read_decisions(ws, wanted.actor, found).signed
    return replace(
        material(ws, found), since=since, checksum=checksum, decision=_decision(found, signed) if signed else None
    )


def _decision(found: CustomerJudgement, signed: KeptDecision) -> ToldDecision:
    """The decision in words, with who signed it."""
    row, go_live = signed.row, found.view.customer.go_live
    titles = found.view.form.questionnaire.by_id
    return ToldDecision(
        what=f"{decided_text(signed.kind, row.new_go_live or row.go_live)}: {DECISION_STANDINGS[signed.standing]}",
        changed=tuple(
            ": ".join(
                filter(None, [change_text(each, go_live), "; ".join(said(titles[id_].title) for id_ in each.questions)])
            )
            for each in signed.changes
        ),
        reason=row.reason or "",
        conditions=tuple(
            (each.text, each.owner, how_text(each.state, each.due, each.done_on, each.left))
            for each in signed.conditions
        ),
        signatures=tuple(
            ToldSignature(DECISION_SIDES[each.side], f"{each.name}, {ROLES[each.role]}", moment(each.at))
            for each in signed.signed
        ),
        state=state_text(row.marker, row.head, signed.sent, row.snapshot_id, row.fingerprint),
    )


def _since_paper(ws: Workspace, wanted: Wanted, view: ResponseView) -> ComparedWith | None:
    with ws.database.reading() as connection:
        thing = f"customer:{view.customer.id}"
        at = records.last_done(connection, thing, DECISION_BASIS.id, before=now() - SAME_PAPER)
    if at is None:
        return None
    moves = [move for move in go_live_moves(ws, wanted.actor, view.customer.id) if move.at > at]
    then = moves[0].moved_from if moves else view.customer.go_live
    revisions = said_at(ws, wanted.actor, view, at)
    changes = changes_after(ws, wanted.actor, view, revisions, as_of=wanted.as_of)
    return ComparedWith(local_day(at), then, changes, paper=True)


def _since_sent(ws: Workspace, wanted: Wanted) -> ComparedWith | None:
    since = changes_since_last(ws, wanted.actor, wanted.customer_id, as_of=wanted.as_of)
    return ComparedWith(since.before.as_of, since.before.go_live, since.changes) if since else None


DECISION_BASIS = replace(
    _document(
        "decision_basis",
        "beslutningsgrunnlag",
        "pdf",
        decision_basis_pdf,
        title=words.DECISION_BASIS,
        about=words.ABOUT_DECISION_BASIS,
    ),
    read=_paper,
)


def _dated(ws: Workspace, wanted: Wanted) -> tuple[CustomerReport, str]:
    """With the id of the response, which the ids of the events are made of."""
    found = _situation(ws, wanted)
    return material(ws, found), found.view.response_id


CALENDAR = Export(
    id="calendar",
    title=words.CALENDAR,
    about=words.ABOUT_CALENDAR,
    named="frister",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    read=_dated,
    make=lambda found, _wanted: plan_ics(found[0], response_id=found[1], made_at=now()),
    ending="ics",
    says_dialect=False,
)


def _owned(ws: Workspace, wanted: Wanted) -> tuple[CustomerReport, dict[str, str]]:
    """With the addresses of those who own the actions."""
    found = _situation(ws, wanted)
    return material(ws, found), _addresses(ws, found.view)


WORK_ITEMS = Export(
    id="work_items",
    title=words.WORK_ITEMS,
    about=words.ABOUT_WORK_ITEMS,
    named="azure-devops",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    columns=work_items_csv.COLUMNS,
    read=_owned,
    others_columns=True,
    rows=lambda found, _wanted: work_items_csv.work_item_rows(found[0], addresses=found[1]),
    make=lambda found, _wanted: work_items_csv.work_items_csv(found[0], addresses=found[1]),
    says_dialect=False,
)


def material(ws: Workspace, found: CustomerJudgement) -> CustomerReport:
    """A situation as the reports take it, with names in place of ids."""
    view, judgement = found.view, found.judgement
    return CustomerReport(
        customer=view.customer.name,
        customer_id=view.customer.id,
        org_number=view.customer.org_number,
        invented=view.customer.invented,
        form=view.form,
        factors={factor.id: said(factor.title) for factor in ws.catalogue.factors},
        lessons=ws.catalogue.lessons,
        judgement=judgement,
        gaps=found.gaps,
        plan=found.plan,
        chain=chain(judgement, found.dates),
        ways=shortest_ways(judgement, form=view.form),
        waivers=tuple(
            (case, standing(case, view.counted, go_live=judgement.go_live, as_of=judgement.as_of))
            for case in found.waivers
        ),
        said=_said(ws, view),
        roles=tuple((each.title, each.questions) for each in role_portions(ws, view)),
    )


def _said(ws: Workspace, view: ResponseView) -> dict[str, LastAnswered]:
    """Question id -> when its value, or that it does not apply, was last saved, and the name of who did it."""
    with ws.database.reading() as connection:
        names = _names(connection, view.customer.id)
    found: dict[str, LastAnswered] = {}
    for (question_id, field), saved in view.saved.items():
        before = found.get(question_id)
        if field in ANSWERED and (before is None or before.at < saved.at):
            found[question_id] = LastAnswered(saved.at, _name(names, saved.by))
    return found


def _names(connection: Connection, customer_id: str) -> dict[str, str]:
    """Member's id -> name; whoever works in HPAS is told as HPAS."""
    theirs = {m.id: m.name or m.email or FORGOTTEN() for m in people_rows.members(connection, customer_id)}
    return theirs | {member.id: "HPAS" for member in people_rows.members(connection)}


def _name(names: Mapping[str, str], actor_id: str) -> str:
    return names.get(actor_id) or (words.LOCAL_USER() if actor_id.startswith("local-") else words.UNKNOWN())


def _addresses(ws: Workspace, view: ResponseView) -> dict[str, str]:
    """Action -> the address of its owner, where that is a member."""
    with ws.database.reading() as connection:
        active = [m for m in people_rows.members(connection, view.customer.id) if m.removed_at is None]
        rows = plan_rows.actions_of(connection, view.response_id)
    addresses = {member.id: member.email for member in active}
    found = ((row.id, addresses.get(row.owner_member or "")) for row in rows)
    return {action_id: address for action_id, address in found if address}
