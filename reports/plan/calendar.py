"""The dates of a plan as a calendar for Outlook: whole days, one event per action, open hard stop and go-live.

The ids of the events never change, so that a later file moves what is there instead of adding to it. What is done or
dropped is left out, and what has passed is told in one event: no calendar reminds anyone of a day that has been. Who has
started is reminded of the days on which figures are recorded instead.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from language import NO_BREAK, OSLO, local_day, said
from language import day as day_text
from language.reports.plan import calendar as words
from language.reports.plan.plan_wording import OWN_ACTION
from reports.plan.customer_report import CustomerReport
from reports.plan.plan_wording import ACTION_STATUSES, flags_text
from scoring.gaps import Gap
from scoring.outcomes.measures import DAYS_AFTER, due_on
from scoring.plan import PlannedAction
from scoring.questionnaire import Question

_PRODUCT = "-//Klarsjekk//Tiltaksplan//NO"


def plan_ics(report: CustomerReport, *, response_id: str, made_at: datetime) -> bytes:
    """The calendar. `response_id` makes the ids of events that have no action of their own."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.NAME(customer=report.customer))
    calendar.add("x-wr-timezone", str(OSLO))
    for event in _events(report, response_id, made_at):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(material: CustomerReport, response_id: str, made_at: datetime) -> Iterator[Event]:
    """What is to come, one by one, and what has passed in one event: the go-live, or today when that has passed as well."""
    go_live = material.judgement.go_live
    if go_live is None:
        return
    today = local_day(made_at)
    dated = list(_dated(material, go_live, response_id, made_at))
    passed = [f"{day_text(day)}: {event['SUMMARY']}" for day, event in sorted(dated, key=_by_day) if day < today]
    about = words.CONCLUSION(verdict=material.verdict)
    told = "\n".join([about, *(["", words.PASSED(), *passed] if passed else [])])
    if go_live >= today and material.judgement.started is None:
        yield _event(f"go-live-{response_id}", go_live, words.GO_LIVE(customer=material.customer), told, made_at)
    elif passed:
        yield _event(f"passed-{response_id}", today, words.PASSED_OF(customer=material.customer), told, made_at)
    yield from (event for day, event in dated if day >= today)
    yield from _rounds(material, today, response_id, made_at)
    for gap in material.gaps:
        if gap.start_by is not None and gap.start_by >= today:
            yield _event(f"start-{response_id}-{gap.question.id}", gap.start_by, *_start(gap), made_at)


def _rounds(material: CustomerReport, today: date, response_id: str, made_at: datetime) -> Iterator[Event]:
    """The days after a confirmed start on which figures are recorded."""
    started = material.judgement.started
    for days in DAYS_AFTER if started else ():
        if started and (due := due_on(started, days)) >= today:
            told = words.IN_USE(day=day_text(started))
            about = words.ROUND(days=days, customer=material.customer)
            yield _event(f"round-{response_id}-{days}", due, about, told, made_at)


def _dated(
    material: CustomerReport, go_live: date, response_id: str, made_at: datetime
) -> Iterator[tuple[date, Event]]:
    """Each open action and each hard stop that is not in place, with its day."""
    for planned in material.plan.actions:
        if planned.action.open and planned.action.due:
            yield planned.action.due, _of_action(planned, planned.action.due, material)
    for link in material.chain:
        due = go_live - timedelta(days=link.question.last_step)
        yield due, _event(f"stop-{response_id}-{link.question.id}", due, *_stop(link.question), made_at)


def _by_day(dated: tuple[date, Event]) -> date:
    return dated[0]


def _stop(question: Question) -> tuple[str, str]:
    text = words.ABOUT_STOP(title=said(question.title), action=said(question.action))
    return words.STOP(question=question.id), text


def _start(gap: Gap) -> tuple[str, str]:
    question = gap.question
    text = words.ABOUT_BEGIN(title=said(question.title), action=said(question.action), day=day_text(gap.by))
    return words.BEGIN(question=question.id), text


def _of_action(planned: PlannedAction, due: date, report: CustomerReport) -> Event:
    action = planned.action
    lines = [
        f"{action.question_id}: {report.title_of(action.question_id)}" if action.question_id else OWN_ACTION(),
        words.OWNER(owner=action.owner or words.NOBODY()),
        words.STATUS(status=ACTION_STATUSES[action.status]),
        flags_text(planned) and words.NOTICE(flags=flags_text(planned)),
        action.note or "",
    ]
    text = "\n".join(line for line in lines if line)
    event = _event(f"action-{action.id}", due, words.ACTION(text=_first_line(action.text)), text, action.updated_at)
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
