"""Files of one customer beside the CSV of `service.answers.file_import`: workbooks, calendar, work items and the paper for decisions.

Each is authorised and written to the audit log before it is handed out.
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection

from reports.answers.stamp import Stamp
from reports.answers.xlsx_write import answers_xlsx
from reports.plan.calendar import plan_ics
from reports.plan.customer_report import Material, Said
from reports.plan.customer_workbook import workbook_xlsx
from reports.plan.decision_paper import decision_basis_pdf
from reports.plan.work_items_csv import WORK_ITEM_TYPE, work_items_csv
from scoring.shortest_way import shortest_ways
from scoring.waivers import standing
from scoring.what_if import chain
from service.answers.file_import import Exported, named_file
from service.answers.responses import ResponseView, open_response
from service.judgement import ANSWERED, Situation, situation
from service.people.access import allow, event, now
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.people import rows as people_rows
from storage.plan import rows as plan_rows

__all__ = [
    "export_answers_book",
    "export_calendar",
    "export_decision_basis",
    "export_work_items",
    "export_workbook",
    "material",
]


def export_workbook(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> Exported:
    """Oversikt, Svar, Mangler, Tiltak and Unntak as XLSX."""
    found = _material(ws, actor, customer_id, as_of, "workbook")
    return Exported(named_file("arbeidsbok", found.customer, as_of, "xlsx"), workbook_xlsx(found))


def export_decision_basis(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> Exported:
    """Beslutningsgrunnlag as PDF."""
    found = _material(ws, actor, customer_id, as_of, "decision_basis")
    return Exported(named_file("beslutningsgrunnlag", found.customer, as_of, "pdf"), decision_basis_pdf(found))


def export_calendar(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> Exported:
    """The due dates as a calendar for Outlook."""
    found = situation(ws, actor, customer_id, as_of=as_of)
    _tell(ws, actor, customer_id, "calendar")
    data = plan_ics(material(ws, found), response_id=found.view.response_id, made_at=now())
    return Exported(named_file("frister", found.view.customer.name, as_of, "ics"), data)


def export_work_items(
    ws: Workspace, actor: Actor, customer_id: str, *, as_of: date, work_item_type: str = WORK_ITEM_TYPE
) -> Exported:
    """The open actions as CSV for Azure DevOps."""
    found = situation(ws, actor, customer_id, as_of=as_of)
    _tell(ws, actor, customer_id, "work_items")
    addresses = _addresses(ws, found.view)
    data = work_items_csv(material(ws, found), addresses=addresses, work_item_type=work_item_type)
    return Exported(named_file("azure-devops", found.view.customer.name, as_of, "csv"), data)


def export_answers_book(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> Exported:
    """The answers as a workbook to fill in offline; `service.answers.file_import.preview` takes it back."""
    # Counted before the answers are read: what is saved in between is then in the file and no conflict.
    revisions = _revisions(ws, actor, customer_id)
    view = open_response(ws, actor, customer_id)
    _tell(ws, actor, customer_id, "answers_book")
    data = answers_xlsx(
        view.form.questionnaire,
        view.answers,
        customer=view.customer.name,
        go_live=view.customer.go_live,
        as_of=as_of,
        stamp=Stamp(view.response_id, revisions),
    )
    return Exported(named_file("svar", view.customer.name, as_of, "xlsx"), data)


def material(ws: Workspace, found: Situation) -> Material:
    """A situation as the reports take it, with names in place of ids."""
    view, judgement = found.view, found.judgement
    return Material(
        customer=view.customer.name,
        form=view.form,
        factors={factor.id: factor.title.nb for factor in ws.catalogue.factors},
        lessons=ws.catalogue.lessons,
        judgement=judgement,
        gaps=found.gaps,
        plan=found.plan,
        chain=chain(judgement, found.dates),
        ways=shortest_ways(judgement, form=view.form),
        waivers=tuple(
            (case, standing(case, view.answers, go_live=judgement.go_live, as_of=judgement.as_of))
            for case in found.waivers
        ),
        said=_said(ws, view),
    )


def _material(ws: Workspace, actor: Actor, customer_id: str, as_of: date, what: str) -> Material:
    found = situation(ws, actor, customer_id, as_of=as_of)
    _tell(ws, actor, customer_id, what)
    return material(ws, found)


def _tell(ws: Workspace, actor: Actor, customer_id: str, what: str) -> None:
    """Refuse those who may not, and log the others."""
    thing = f"customer:{customer_id}"
    allow(ws, actor, Operation.EXPORT_ANSWERS, customer_id, thing=thing)
    with ws.database.writing() as connection:
        records.audit(connection, event(actor, Operation.EXPORT_ANSWERS, thing, detail=what))


def _revisions(ws: Workspace, actor: Actor, customer_id: str) -> int:
    response_id = open_response(ws, actor, customer_id).response_id
    with ws.database.reading() as connection:
        return len(answer_rows.revisions(connection, response_id))


def _said(ws: Workspace, view: ResponseView) -> dict[str, Said]:
    """Question id -> when its value, or that it does not apply, was last saved, and the name of who did it."""
    with ws.database.reading() as connection:
        names = _names(connection, view.customer.id)
    found: dict[str, Said] = {}
    for (question_id, field), saved in view.saved.items():
        before = found.get(question_id)
        if field in ANSWERED and (before is None or before.at < saved.at):
            found[question_id] = Said(saved.at, _name(names, saved.by))
    return found


def _names(connection: Connection, customer_id: str) -> dict[str, str]:
    """Member's id -> name; whoever works in HPAS is told as HPAS."""
    theirs = {m.id: m.name or m.email or "tidligere medlem" for m in people_rows.members(connection, customer_id)}
    return theirs | {member.id: "HPAS" for member in people_rows.members(connection)}


def _name(names: Mapping[str, str], actor_id: str) -> str:
    return names.get(actor_id) or ("lokal bruker" if actor_id.startswith("local-") else "ukjent")


def _addresses(ws: Workspace, view: ResponseView) -> dict[str, str]:
    """Action -> the address of its owner, where that is a member."""
    with ws.database.reading() as connection:
        active = [m for m in people_rows.members(connection, view.customer.id) if m.removed_at is None]
        rows = plan_rows.actions_of(connection, view.response_id)
    addresses = {member.id: member.email for member in active}
    found = ((row.id, addresses.get(row.owner_member or "")) for row in rows)
    return {action_id: address for action_id, address in found if address}
