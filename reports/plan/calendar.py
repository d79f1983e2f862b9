"""The dates of a plan as a calendar for Outlook: whole days, one event per action, open hard stop and go-live.

The ids of the events never change, so that a later file moves what is there instead of adding to it. What is done or
dropped is left out.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from language import NO_BREAK, OSLO, day
from reports.plan.customer_report import Material
from reports.plan.plan_wording import ACTION_STATUSES, flags_text
from scoring.gaps import Gap
from scoring.plan import PlannedAction
from scoring.questionnaire import Question

_PRODUCT = "-//Klarsjekk//Tiltaksplan//NO"


def plan_ics(material: Material, *, response_id: str, made_at: datetime) -> bytes:
    """The calendar. `response_id` makes the ids of events that have no action of their own."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Klarsjekk: {material.customer}")
    calendar.add("x-wr-timezone", str(OSLO))
    for event in _events(material, response_id, made_at):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(material: Material, response_id: str, made_at: datetime) -> Iterator[Event]:
    go_live = material.judgement.go_live
    if go_live is None:
        return
    about = f"Konklusjon: {material.verdict}"
    yield _event(f"go-live-{response_id}", go_live, f"Oppstart: {material.customer}", about, made_at)
    for planned in material.plan.actions:
        if planned.action.open and planned.action.due:
            yield _of_action(planned, planned.action.due, material)
    for link in material.chain:
        due = go_live - timedelta(days=link.question.last_step)
        yield _event(f"stop-{response_id}-{link.question.id}", due, *_stop(link.question), made_at)
    for gap in material.gaps:
        if gap.start_by is not None and gap.start_by >= material.as_of:
            yield _event(f"start-{response_id}-{gap.question.id}", gap.start_by, *_start(gap), made_at)


def _stop(question: Question) -> tuple[str, str]:
    text = f"{question.title.nb}\n\nTiltak: {question.action.nb}"
    return f"Stoppkrav må være på plass: {question.id}", text


def _start(gap: Gap) -> tuple[str, str]:
    text = f"{gap.question.title.nb}\n\nTiltak: {gap.question.action.nb}\nFrist: {day(gap.by)}"
    return f"Må begynne senest: {gap.question.id}", text


def _of_action(planned: PlannedAction, due: date, material: Material) -> Event:
    action = planned.action
    lines = [
        f"{action.question_id}: {material.title_of(action.question_id)}",
        f"Eier: {action.owner or 'ingen'}",
        f"Status: {ACTION_STATUSES[action.status]}",
        flags_text(planned) and f"Se på: {flags_text(planned)}",
        action.note or "",
    ]
    text = "\n".join(line for line in lines if line)
    event = _event(f"action-{action.id}", due, f"Tiltak: {_first_line(action.text)}", text, action.updated_at)
    event.add("sequence", action.version - 1)
    return event


def _first_line(text: str) -> str:
    line = text.strip().splitlines()[0]
    return line if len(line) <= 120 else f"{line[:119]}…"


def _event(uid: str, day: date, summary: str, description: str, at: datetime) -> Event:
    """A whole day that does not make anyone busy."""
    event = Event()
    event.add("uid", f"{uid}@klarsjekk")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary.replace(NO_BREAK, " "))
    event.add("description", description.replace(NO_BREAK, " "))
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["Klarsjekk"])
    return event
