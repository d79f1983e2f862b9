"""What a week holds: for a customer, for someone who has been given questions, and for HPAS."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from language import OSLO, day
from language import said as in_words
from language.service.letters import week as words
from reports.decision.condition_wording import how_text
from reports.letters.letter import one_line
from reports.letters.wording import WeekOfCustomer, WeekOfHpas
from scoring.decision.conditions import URGENT
from scoring.gaps import When, by_urgency, first_things
from scoring.owed import owed_gaps
from service.answers.assignments import Assignee, list_assignments
from service.decision.conditions import FollowedCondition, read_conditions
from service.judgement import CustomerJudgement, answered_at, judge_customer
from service.people.actor import Actor
from service.people.customers import MoveRow, go_live_moves
from service.portfolio.this_week import this_week
from service.workspace import Workspace

FIRST = 5


@dataclass(frozen=True, slots=True)
class CustomerWeek:
    """A customer as its letters need it, read as of one moment."""

    found: CustomerJudgement
    assigned: Mapping[str, Assignee]
    moves: Sequence[MoveRow]
    conditions: Sequence[FollowedCondition]

    @property
    def customer_id(self) -> str:
        return self.found.view.customer.id

    @property
    def over(self) -> bool:
        """Whether the customer has started, or should have: then there is nothing more to remind of before a start."""
        left = self.found.judgement.days_left
        return self.found.judgement.in_use or (left is not None and left < 0)


def monday_of(as_of: date) -> date:
    return as_of - timedelta(days=as_of.weekday())


def read_week(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> CustomerWeek:
    """Raises `NotAllowed`."""
    with ws.database.one_moment():
        found = judge_customer(ws, actor, customer_id, as_of=as_of)
        assigned = list_assignments(ws, actor, customer_id)
        conditions = read_conditions(ws, actor, customer_id, as_of=as_of)
        return CustomerWeek(found, assigned, go_live_moves(ws, actor, customer_id), conditions)


def week_of(week: CustomerWeek, *, member_id: str | None = None) -> WeekOfCustomer:
    """What the lead is told. member_id: who reads it, for what they are to answer themselves."""
    judgement, view = week.found.judgement, week.found.view
    parted = owed_gaps(by_urgency(week.found.gaps))
    first = first_things(week.found.gaps, limit=FIRST)
    return WeekOfCustomer(
        customer=view.customer.name,
        go_live=judgement.go_live,
        days_left=judgement.days_left,
        enough=judgement.enough,
        first=first,
        late=[gap for gap in parted.own if gap.when is When.NOW and gap not in first],
        owed={who: due for who, gaps in parted.waiting.items() if (due := [gap for gap in gaps if gap.open])},
        mine=open_of(week, member_id) if member_id else (),
        conditions=[_condition(each) for each in week.conditions if each.state in URGENT],
        changed=_changed(week, monday_of(judgement.as_of) - timedelta(days=7)),
    )


def _condition(each: FollowedCondition) -> str:
    return f"{first_line(each.text)} ({how_text(each.state, each.due, None, each.left)})"


def given_to(week: CustomerWeek, member_id: str) -> list[str]:
    """The questions someone has been given."""
    return [question_id for question_id, to in week.assigned.items() if to.member_id == member_id]


def open_of(week: CustomerWeek, member_id: str) -> list[str]:
    """The titles of those that have no answer yet or are short of what is expected now, the most urgent first."""
    mine = set(given_to(week, member_id))
    open_gaps = [gap for gap in by_urgency(week.found.gaps) if gap.open]
    urgent = [gap.question.id for gap in open_gaps if gap.question.id in mine]
    silent = [id_ for id_ in week.found.view.form.questionnaire.by_id if id_ in mine and _unanswered(week, id_)]
    return [title_of(week, id_) for id_ in dict.fromkeys([*urgent, *silent])]


def title_of(week: CustomerWeek, question_id: str | None) -> str:
    """The question; nothing where there is none."""
    question = week.found.view.form.questionnaire.by_id.get(question_id or "")
    return in_words(question.title) if question else question_id or ""


def answered_of(week: CustomerWeek, member_id: str) -> int:
    """How many of those someone was given have an answer."""
    return sum(not _unanswered(week, question_id) for question_id in given_to(week, member_id))


def _unanswered(week: CustomerWeek, question_id: str) -> bool:
    answer = week.found.view.answers.get(question_id)
    return answer is None or (answer.value is None and answer.not_applicable is None)


def _changed(week: CustomerWeek, since: date) -> list[str]:
    """What has happened since a day: a moved go-live, actions that are done, and questions answered anew."""
    then = datetime.combine(since, time(), OSLO)
    moved = [_moved(each) for each in week.moves if each.at >= then]
    done = [each for each in week.found.circumstances.actions if each.done_at is not None and each.done_at >= then]
    carried, said = week.found.view.form.questionnaire.carried, answered_at(week.found.view)
    anew = [title_of(week, id_) for id_, at in said.items() if at >= then and id_ not in carried]
    told = [words.ACTION_DONE(action=first_line(action.text)) for action in done]
    return [*moved, *told, *(words.ANSWERED(title=title) for title in anew)]


def _moved(move: MoveRow) -> str:
    to = words.MOVED(day=day(move.moved_to)) if move.moved_to else words.DATE_GONE()
    return f"{to}: {one_line(move.reason)}" if move.reason else to


def first_line(text: str) -> str:
    return next(iter(text.strip().splitlines()), "")


def week_of_hpas(ws: Workspace, actor: Actor, *, as_of: date) -> WeekOfHpas:
    """What the page «Denne uken» says, in one line each. Raises `NotAllowed`."""
    lists = this_week(ws, actor, as_of=as_of)
    return WeekOfHpas([(each.heading, [one_line(item.line) for item in each.items]) for each in lists])
