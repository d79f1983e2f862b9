"""What each letter says, in the language of the moment: titles and dates, never what anyone has answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from language import DAYS, WAITING_ON, day, days_to, said, sentence
from language.reports.letters import wording as words
from reports.letters.letter import Letter, LetterPart, one_line, part
from scoring.gaps import Gap, When
from scoring.vocabulary import WaitingOn

MOST_DEADLINES = 15


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that is due: the title of a question or of an action, and of which customer. left: days from today."""

    title: str
    customer: str
    day: date
    left: int
    action: bool


@dataclass(frozen=True, slots=True)
class WeekOfCustomer:
    """What a customer's week is made of. late, first: gaps by urgency. owed: whom it waits on -> gaps. mine: given to the
    one who reads, and open. conditions: a line for each of the decision's that is overdue or near. changed: titles of what was answered anew, planned as done, or moved."""

    customer: str
    go_live: date | None
    days_left: int | None
    enough: bool
    first: Sequence[Gap]
    late: Sequence[Gap]
    owed: Mapping[WaitingOn, Sequence[Gap]]
    mine: Sequence[str]
    conditions: Sequence[str]
    changed: Sequence[str]


@dataclass(frozen=True, slots=True)
class WeekOfHpas:
    """lists: a heading and a line for each customer under it, the most urgent first."""

    lists: Sequence[tuple[str, Sequence[str]]]


def week_of_customer(week: WeekOfCustomer, *, to: str, app: str, page: str = "") -> Letter:
    """Monday's letter to a lead. app: the address of the app, "" when it is not known; page: what follows it."""
    customer = one_line(week.customer)
    if week.go_live is None or week.days_left is None:
        opening = words.NO_DATE(customer=customer)
    else:
        opening = words.STARTS(customer=customer, day=day(week.go_live), away=sentence(days_to(week.days_left)))
    parts = _gaps(week) if week.enough else ()
    begin = () if week.enough else (words.ANSWER_MORE(),)
    mine = part(words.YOURS(), [one_line(title) for title in week.mine])
    conditions = part(words.CONDITIONS(), [one_line(line) for line in week.conditions])
    changed = part(words.CHANGED(), [one_line(title) for title in week.changed])
    return Letter(
        subject=words.WEEK(whose=customer),
        to=one_line(to),
        opening=(opening, *begin),
        parts=(conditions, *parts, mine, changed),
        link=_to(app, page, words.OPEN_APP()),
        closing=_closing(app),
    )


def _gaps(week: WeekOfCustomer) -> tuple[LetterPart, ...]:
    owed = [
        f"{sentence(WAITING_ON[who])}: {one_line(said(gap.question.title))} ({_when(gap)})"
        for who, gaps in week.owed.items()
        for gap in gaps
    ]
    return (
        part(words.FIRST(), [gap_line(gap) for gap in week.first]),
        part(words.LATE(), [gap_line(gap) for gap in week.late]),
        part(words.OWED(), owed),
    )


def gap_line(gap: Gap) -> str:
    """The title of a question and its day: «Beredskapsplanen er øvd (frist 1. mars 2027)»."""
    return f"{one_line(said(gap.question.title))} ({_when(gap)})"


def _when(gap: Gap) -> str:
    if gap.when is When.NOW:
        return words.SHOULD_HAVE(day=day(gap.by))
    if gap.start_by:
        return words.DUE_BEGIN(day=day(gap.by), begin=day(gap.start_by))
    return words.DUE(day=day(gap.by))


def week_of_person(
    titles: Sequence[str], *, customer: str, given: int, answered: int, to: str, app: str, page: str = ""
) -> Letter:
    """The week of someone who has been given questions. titles: what is left, the most urgent first."""
    given_you, left = words.QUESTIONS(given), words.QUESTIONS(len(titles))
    return Letter(
        subject=words.WAITS_FOR_YOU(customer=one_line(customer)),
        to=one_line(to),
        opening=(words.GIVEN(customer=one_line(customer), given=given_you, answered=answered, left=left),),
        parts=(part(words.ANSWER_FIRST(), [one_line(title) for title in titles]),),
        link=_to(app, page, words.ANSWER_IN_APP()),
        closing=_closing(app),
    )


def week_of_hpas(week: WeekOfHpas, *, to: str, app: str) -> Letter:
    """The list of the week, for those who work in HPAS."""
    parts = tuple(part(heading, lines, most=10) for heading, lines in week.lists)
    quiet = not any(each.lines for each in parts)
    opening = words.NOTHING_WAITS() if quiet else words.LOOK_AT()
    return Letter(
        words.WEEK(whose="HPAS"), one_line(to), (opening,), parts, _to(app, "", words.OPEN_APP()), _closing(app)
    )


def nudge(*, customer: str, to: str, app: str, page: str = "") -> Letter:
    """HPAS reminds a lead by hand. customer: "" in a text that goes to several."""
    whose = one_line(customer) or words.YOU()
    return Letter(
        subject=words.NUDGE(whose=whose),
        to=one_line(to),
        opening=(
            words.A_WHILE(whose=whose),
            words.ANSWER_NOW(),
            words.TELL_HPAS(),
        ),
        link=_to(app, page, words.OPEN_APP()),
        closing=(words.BY_HAND(),) if app else (),
    )


def deadlines(found: Sequence[Deadline], *, to: str, app: str, page: str = "") -> Letter:
    """What is due in 30, 7 or 1 days, and what has passed. `found`: the nearest first."""
    coming = [each for each in found if each.left >= 0]
    passed = [each for each in found if each.left < 0]
    names = list(dict.fromkeys(one_line(each.customer) for each in found))
    what = words.NEARING if coming else words.PASSED
    return Letter(
        subject=what(customers=", ".join(names[:2])),
        to=one_line(to),
        opening=(words.TO_KNOW(),),
        parts=(
            part(words.HEADING_NEARING(), [_due(each) for each in coming], most=MOST_DEADLINES),
            part(words.HEADING_PASSED(), [_due(each) for each in passed], most=MOST_DEADLINES),
        ),
        link=_to(app, page, words.OPEN_APP()),
        closing=_closing(app),
    )


def asks_if_started(customer: str, go_live: date, *, to: str, app: str, page: str = "") -> Letter:
    """To a lead whose go-live is past without anyone saying that it started."""
    name = one_line(customer)
    return Letter(
        subject=words.STARTED(customer=name),
        to=one_line(to),
        opening=(
            words.NOT_CONFIRMED(customer=name, day=day(go_live)),
            words.WHICH_DAY(),
        ),
        link=_to(app, page, words.CONFIRM()),
        closing=_closing(app),
    )


def asks_for_outcomes(customer: str, days_after: int, *, to: str, app: str, page: str = "") -> Letter:
    """To a lead: figures of what happened can be given."""
    name = one_line(customer)
    return Letter(
        subject=words.DAYS_AFTER(days=days_after, customer=name),
        to=one_line(to),
        opening=(
            words.HOW_IT_WENT(days=days_after, customer=name),
            words.TEN_FIGURES(),
        ),
        link=_to(app, page, words.GIVE_FIGURES()),
        closing=_closing(app),
    )


def _due(each: Deadline) -> str:
    line = f"{one_line(each.title)} – {day(each.day)} ({_away(each.left)})"
    return words.ACTION(line=line) if each.action else line


def _away(left: int) -> str:
    if left == 0:
        return words.TODAY()
    if left == 1:
        return words.TOMORROW()
    return words.IN_DAYS(left=left) if left > 0 else words.AGO(days=DAYS(-left))


def invitation(*, to: str, customer: str, role: str, address: str, by: str, app: str) -> Letter:
    """What an invited person must know: who asks, what for, where to log in, and with which address."""
    for_whom = one_line(customer) or "HPAS"
    with_address = one_line(address, longest=320)
    return Letter(
        subject=words.INVITED(whom=for_whom),
        to=one_line(to),
        opening=(
            words.BY_AND_ROLE(by=one_line(by) or words.AN_ADMIN(), whom=for_whom, role=one_line(role).lower()),
            words.WHAT_FOR(),
            words.GO_TO(app=app, address=with_address) if app else words.GO_WHERE_TOLD(address=with_address),
        ),
        link=_to(app, "", words.LOG_IN()),
        closing=(words.AUTOMATIC(), words.UNKNOWN_TO_YOU()),
    )


def _to(app: str, page: str, what: str) -> tuple[str, str] | None:
    return (f"{app}{page}", what) if app else None


def _closing(app: str) -> tuple[str, ...]:
    """Where such letters are turned off; a text to copy is no letter of ours."""
    return (words.AUTOMATIC(), words.SWITCH_OFF(address=f"{app}/varsler")) if app else ()
