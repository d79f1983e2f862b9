"""Open actions as a CSV file that Azure DevOps takes in under Boards, Queries, Import work items; one row per action.

The columns have the names its import documents. It makes every item in the first state of its type and takes no other,
so there is no State. An account it does not know stops the import, and nobody here knows its accounts: «Assigned To» is left
empty to be filled in there, and the owner stands in the description, with the address where there is one.
"""

import html
from collections.abc import Iterator, Mapping

from language import AREAS
from reports.columns import Cell, day, text, whole
from reports.dialect import Dialect, to_bytes
from reports.plan.customer_report import CustomerReport
from reports.plan.plan_wording import ACTION_STATUSES, flags_text
from scoring.plan import PlannedAction
from scoring.vocabulary import Status

MOST_ITEMS = 1_000
LONGEST_TITLE = 255
WORK_ITEM_TYPE = "Issue"
COLUMNS = (
    *(text(name, name) for name in ("Work Item Type", "Title", "Assigned To")),
    whole("Priority", "Priority"),
    text("Tags", "Tags"),
    day("Due Date", "Due Date"),
    text("Description", "Description"),
)


def work_items_csv(
    report: CustomerReport, *, addresses: Mapping[str, str], work_item_type: str = WORK_ITEM_TYPE
) -> bytes:
    """The open actions, at most a thousand, which is what one import takes. `addresses`: id of an action -> e-mail.

    work_item_type: «Issue» is in the processes Basic, Agile and CMMI and has a due date in the latter two; a project
    on Scrum must name a type of its own.
    """
    rows = work_item_rows(report, addresses=addresses, work_item_type=work_item_type)
    return to_bytes(COLUMNS, rows, Dialect.PROGRAM)


def work_item_rows(
    report: CustomerReport, *, addresses: Mapping[str, str], work_item_type: str = WORK_ITEM_TYPE
) -> Iterator[list[Cell]]:
    actions = [planned for planned in report.plan.actions if planned.action.open][:MOST_ITEMS]
    return (_row(planned, report, addresses.get(planned.action.id), work_item_type) for planned in actions)


def _row(planned: PlannedAction, report: CustomerReport, address: str | None, kind: str) -> list[Cell]:
    action = planned.action
    title = " ".join(f"{action.question_id}: {action.text}".split() if action.question_id else action.text.split())
    return [
        kind,
        title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…",
        None,
        _priority(planned),
        _tags(planned, report),
        action.due,
        _description(planned, report, address),
    ]


def _priority(planned: PlannedAction) -> int:
    """1 a hard stop that fails now, 2 something else that is late, 3 what comes, 4 what is in place or an own action."""
    gap = planned.gap
    if gap is None:
        return 4
    if gap.status not in (Status.BEHIND, Status.UNANSWERED):
        return 3
    return 1 if gap.hard_stop else 2


def _tags(planned: PlannedAction, report: CustomerReport) -> str:
    question_id = planned.action.question_id
    question = report.form.questionnaire.by_id.get(question_id or "")
    areas = [AREAS[area] for area in question.areas] if question else []
    stop = ["stoppkrav"] if question and question.hard_stop else []
    return "; ".join(["Klarsjekk", *([question_id] if question_id else []), *areas, *stop])


def _description(planned: PlannedAction, report: CustomerReport, address: str | None) -> str:
    """HTML, which is what the field holds: what people typed stands there as text."""
    action = planned.action
    lines = [
        ("Kunde", report.customer),
        ("Spørsmål", report.title_of(action.question_id)),
        ("Tiltak", action.text),
        ("Eier", " ".join(part for part in (action.owner, address and f"({address})") if part)),
        ("Status i Klarsjekk", ACTION_STATUSES[action.status]),
        ("Se på", flags_text(planned)),
        ("Notat", action.note),
    ]
    told = [f"<b>{name}:</b> {html.escape(text).replace(chr(10), '<br>')}" for name, text in lines if text]
    return "<br>".join(told)
