"""Which letters are due on a day, to whom, and what each says; it sends nothing.

A deadline is told when thirty days, seven days and one day are left, and once when it has passed; the first run that
finds it within one of these tells it, so that a day without a run loses nothing.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from language import local_day, said, speaking, spoken
from reports.letters.letter import Letter, one_line
from reports.letters.wording import (
    Deadline,
    asks_for_outcomes,
    asks_if_started,
    deadlines,
    week_of_customer,
    week_of_hpas,
    week_of_person,
)
from scoring.plan import OPEN
from scoring.vocabulary import Status
from service.letters.week import (
    CustomerWeek,
    answered_of,
    first_line,
    given_to,
    monday_of,
    open_of,
    read_week,
    title_of,
    week_of,
)
from service.letters.week import week_of_hpas as read_hpas_week
from service.outcomes.figures import read_outcomes
from service.people.access import allow
from service.people.actor import Actor, Role
from service.people.customers import list_customers
from service.people.members import Member
from service.people.permissions import Operation
from service.people.spoken import language_of
from service.workspace import Workspace
from storage.letters.rows import LetterKey
from storage.people import rows as people_rows
from storage.plan import rows as plan_rows
from storage.plan.rows import ActionRow

WEEK, WEEK_OF_PERSON, WEEK_OF_HPAS = "week", "week_person", "week_hpas"
LONGEST_PASSED = 14
# Days left at most -> the kind of letter; the nearest first.
NEARING = {1: "due_1", 7: "due_7", 30: "due_30"}
PASSED = "passed"
# After the go-live: whether it started, and the figures of what happened.
STARTED, OUTCOMES = "started", "outcomes"
SETTLED = (Status.MET, Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class DueLetter:
    """One letter to one person. keys: what it tells; `make` says it, of those that are still to be told."""

    to: Member
    kind: str
    keys: tuple[LetterKey, ...]
    make: Callable[[Collection[LetterKey]], Letter]


def nearing(left: int) -> str | None:
    """What kind of letter tells of a deadline with so many days left; `None` when none does now."""
    if left < 0:
        return PASSED if left >= -LONGEST_PASSED else None
    return next((kind for most, kind in NEARING.items() if left <= most), None)


def due_letters(
    ws: Workspace, actor: Actor, *, as_of: date, app: str, silent: Collection[str] = ()
) -> Iterator[DueLetter]:
    """Every letter of the day, customer by customer, HPAS last. silent: members who will have none. app: its address.

    Raises `NotAllowed`.
    """
    allow(ws, actor, Operation.SEND_LETTERS)
    everyone = _everyone(ws, silent)
    for customer in list_customers(ws, actor):
        people = [member for member in everyone if member.customer_id == customer.id]
        if people:
            with speaking(language_of(customer)):
                week = read_week(ws, actor, customer.id, as_of=as_of)
                told = (
                    _after(ws, actor, week, people, as_of, app)
                    if week.over
                    else _of_customer(ws, week, people, as_of, app)
                )
                due = list(told)
            yield from due
    ours = [member for member in everyone if _reads_all(member) and _was_here(member, as_of)]
    if ours:
        held = read_hpas_week(ws, actor, as_of=as_of)
        for member in ours:
            yield _weekly(member, WEEK_OF_HPAS, "hpas", as_of, always(week_of_hpas(held, to=name_of(member), app=app)))


def _everyone(ws: Workspace, silent: Collection[str]) -> list[Member]:
    with ws.database.reading() as connection:
        held = people_rows.members(connection, everyone=True)
    return [each for each in held if each.email and each.removed_at is None and each.id not in silent]


def _of_customer(
    ws: Workspace, week: CustomerWeek, people: Sequence[Member], as_of: date, app: str
) -> Iterator[DueLetter]:
    page = f"/?kunde={week.customer_id}"
    for member in people:
        if not _was_here(member, as_of):
            continue
        if member.role == Role.LEAD:
            said = week_of_customer(week_of(week, member_id=member.id), to=name_of(member), app=app, page=page)
            yield _weekly(member, WEEK, week.customer_id, as_of, always(said))
        elif open_of(week, member.id):
            said = letter_of_person(week, member.id, to=name_of(member), app=app)
            yield _weekly(member, WEEK_OF_PERSON, week.customer_id, as_of, always(said))
    yield from _reminders(ws, week, people, as_of, app)


def _after(
    ws: Workspace, actor: Actor, week: CustomerWeek, people: Sequence[Member], as_of: date, app: str
) -> Iterator[DueLetter]:
    """To the leads: once to say whether they started, and once for each round of figures that can be given."""
    customer = week.found.view.customer
    page = f"/etter-oppstart?kunde={customer.id}"
    told = {"app": app, "page": page}
    due: list[tuple[str, str, date, Callable[..., Letter]]] = []
    if week.found.judgement.asks_if_started and customer.go_live:
        due.append((STARTED, "", customer.go_live, partial(asks_if_started, customer.name, customer.go_live, **told)))
    for each in read_outcomes(ws, actor, customer.id, as_of=as_of).due:
        made = partial(asks_for_outcomes, customer.name, each.days_after, **told)
        due.append((OUTCOMES, f":{each.days_after}", each.due, made))
    for kind, part, day, asks in due:
        for lead in people if 0 <= (as_of - day).days <= LONGEST_PASSED else ():
            if lead.role == Role.LEAD:
                key = LetterKey(kind, f"{customer.id}{part}", lead.id, day)
                yield DueLetter(lead, kind, (key,), always(asks(to=name_of(lead))))


def letter_of_person(week: CustomerWeek, member_id: str, *, to: str, app: str) -> Letter:
    """The week of someone who has been given questions."""
    return week_of_person(
        open_of(week, member_id),
        customer=week.found.view.customer.name,
        given=len(given_to(week, member_id)),
        answered=answered_of(week, member_id),
        to=to,
        app=app,
        page=f"/egenvurdering?kunde={week.customer_id}",
    )


def _weekly(
    member: Member, kind: str, about: str, as_of: date, make: Callable[[Collection[LetterKey]], Letter]
) -> DueLetter:
    return DueLetter(member, kind, (LetterKey(kind, about, member.id, monday_of(as_of)),), make)


def always(letter: Letter) -> Callable[[Collection[LetterKey]], Letter]:
    """A letter that tells one thing."""
    return lambda _keys: letter


def _reads_all(member: Member) -> bool:
    """Whether the week of HPAS is theirs to read: who answers for HPAS sees no customer's answers."""
    return member.customer_id is None and member.role != Role.PROGRAMME


def _was_here(member: Member, as_of: date) -> bool:
    """Whoever was invited in the middle of a week gets Monday's letter from the next one on."""
    return local_day(member.invited_at) <= monday_of(as_of)


def _reminders(
    ws: Workspace, week: CustomerWeek, people: Sequence[Member], as_of: date, app: str
) -> Iterator[DueLetter]:
    """One letter to each with all that is near its deadline or has just passed it."""
    with ws.database.reading() as connection:
        actions = plan_rows.actions_of(connection, week.found.view.response_id)
    told: dict[str, dict[LetterKey, Deadline]] = {}
    by_id = {member.id: member for member in people}
    leads = [member.id for member in people if member.role == Role.LEAD]
    for about, owner, what in (*_of_questions(week, as_of), *_of_actions(week, actions, as_of)):
        kind = nearing(what.left)
        for member_id in () if kind is None else [owner] if owner in by_id else leads:
            key = LetterKey(kind or "", f"{week.customer_id}:{about}", member_id, what.day)
            told.setdefault(member_id, {})[key] = what
    for member_id, found in told.items():
        yield _reminder(by_id[member_id], found, f"/?kunde={week.customer_id}", app)


def _reminder(member: Member, found: dict[LetterKey, Deadline], page: str, app: str) -> DueLetter:
    language = spoken()

    def make(keys: Collection[LetterKey]) -> Letter:
        held = sorted((found[key] for key in keys), key=lambda each: each.day)
        with speaking(language):
            return deadlines(held, to=name_of(member), app=app, page=page)

    nearest = min(found, key=lambda key: key.day)
    return DueLetter(member, nearest.kind, tuple(sorted(found, key=_in_order)), make)


def _in_order(key: LetterKey) -> tuple[str, str, date]:
    """Two runs at once must take their turns in one order."""
    return key.kind, key.about, key.day


Told = tuple[str, str | None, Deadline]


def _of_questions(week: CustomerWeek, as_of: date) -> Iterator[Told]:
    """Id, who has been given it, and the day of the last step, of every question that is not in place."""
    customer = week.found.view.customer.name
    for judged in week.found.judgement.questions.values():
        if not judged.own or judged.due is None or judged.status is None or judged.status in SETTLED:
            continue
        to = week.assigned.get(judged.question.id)
        title, left = said(judged.question.title), (judged.due - as_of).days
        yield judged.question.id, to.member_id if to else None, Deadline(title, customer, judged.due, left, False)


def _of_actions(week: CustomerWeek, actions: Sequence[ActionRow], as_of: date) -> Iterator[Told]:
    customer = week.found.view.customer.name
    for row in actions:
        if row.due is not None and row.status in OPEN:
            title = first_line(row.text) or title_of(week, row.question_id)
            yield row.id, row.owner_member, Deadline(title, customer, row.due, (row.due - as_of).days, True)


def name_of(member: Member) -> str:
    """What a letter calls someone; who has no name is not called by the address."""
    return one_line(member.name or "")
