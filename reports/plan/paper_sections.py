"""The sections of the paper below the proposal: conditions, patients, people and money, what changed, what is unknown.

Ids of questions mean nothing to who decides, and are left out: what is told is told by title.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from language import DAYS, WAITING_ON, day, ended, listed, moment, percent, points, said, sentence, short_day
from language.reports.plan import paper_sections as words
from reports.answers.age_wording import how_many_old
from reports.answers.wording import missing
from reports.plan.customer_report import CustomerReport
from reports.plan.phase_wording import overlaps_text
from reports.plan.plan_wording import ACTION_STATUSES, STANDINGS, work_text
from reports.plan.proposal import gravest
from scoring.frozen import Lesson
from scoring.gaps import Gap, When, by_urgency
from scoring.owed import gap_work, owed_gaps, waits_on
from scoring.plan import PlannedAction
from scoring.portfolio.changes import AnswerChange, Direction
from scoring.vocabulary import Area, LessonKind, Rule, Status
from scoring.waivers import Standing

MOST_STOPS, MOST_ACTIONS, MOST_WAIVERS, MOST_NAMED, MOST_PEOPLE, MOST_LESSONS = 12, 5, 4, 5, 3, 5
LONGEST, LONGEST_ACTION = 160, 90


@dataclass(frozen=True, slots=True)
class Section:
    """widths: shares of the page, 0 for as wide as the text. items: a list; after: below the table."""

    title: str
    before: Sequence[str] = ()
    items: Sequence[str] = ()
    head: Sequence[str] = ()
    widths: Sequence[float] = ()
    rows: Sequence[Sequence[str]] = ()
    after: Sequence[str] = ()


def conditions(report: CustomerReport) -> Section:
    """What must be done, by whom and when: hard stops still to reach, the exceptions, the other open actions."""
    rows = [*_stop_rows(report), *_waiver_rows(report), *_unconfirmed_rows(report), *_other_rows(report)]
    unset = unset_in(rows)
    before = [words.ABOUT_CONDITIONS() if rows else words.NO_CONDITIONS(), *([words.LACKING(unset)] if unset else [])]
    return Section(
        words.CONDITIONS(),
        before=before,
        head=[each() for each in words.CONDITIONS_HEAD],
        widths=(3, 3, 1.3, 1.3, 1.2),
        rows=rows,
        after=_beyond(report),
    )


def unset_in(rows: Sequence[Sequence[str]]) -> int:
    """How many lack an owner or a day."""
    unset = words.NOT_SET()
    return sum(unset in row[2] or unset in row[3] for row in rows)


def _stop_rows(report: CustomerReport) -> list[list[str]]:
    gaps = {gap.question.id: gap for gap in report.gaps}
    return [_stop_row(report, gaps[id_]) for id_ in gravest(report)[:MOST_STOPS] if id_ in gaps]


def _stop_row(report: CustomerReport, gap: Gap) -> list[str]:
    held = [planned.action for planned in report.plan.of(gap.question.id) if planned.action.open]
    owners = listed(list(dict.fromkeys(action.owner for action in held if action.owner)))
    waits = waits_on(gap)
    owner = owners or (words.WAITS_ON(who=WAITING_ON[waits]) if waits else words.NOT_SET())
    due = max((action.due for action in held if action.due), default=None)
    margin = gap.question.margin
    stand = words.DAYS_BEFORE(days=DAYS(margin)) if margin else words.ON_THE_DAY()
    doing = words.DOING(text=_short(held[0].text, LONGEST_ACTION)) if held else ""
    left = f"{ended(sentence(missing(gap, most_names=2)))}{doing}"
    return [words.STOP(title=said(gap.question.title)), left, owner, _due(due, report.as_of), stand]


def _due(due: date | None, as_of: date) -> str:
    if due is None:
        return words.NOT_SET()
    return short_day(due) if due >= as_of else words.DUE_PASSED(day=short_day(due))


def _waiver_rows(report: CustomerReport) -> list[list[str]]:
    held = [(c, s) for c, s in report.waivers if s not in (Standing.WITHDRAWN, Standing.REJECTED)]
    return [
        [
            words.WAIVER(title=report.title_of(case.question_id)),
            f"{STANDINGS[state]}: {case.measure}",
            case.owner,
            words.EXPIRES(day=short_day(case.expires)),
            "",
        ]
        for case, state in held[-MOST_WAIVERS:]
    ]


def _unconfirmed_rows(report: CustomerReport) -> list[list[str]]:
    """Hard stops that are said not to apply, until HPAS agrees."""
    rule = Rule.NOT_APPLICABLE_UNCONFIRMED
    ids = [id_ for reason in report.judgement.reasons if reason.rule is rule for id_ in reason.questions]
    about, unset = words.UNCONFIRMED(), words.NOT_SET()
    return [[words.STOP(title=report.title_of(id_)), about, "HPAS", unset, ""] for id_ in ids[:MOST_WAIVERS]]


def _other_rows(report: CustomerReport) -> list[list[str]]:
    return [_action_row(planned, report.as_of) for planned in _others(report)[:MOST_ACTIONS]]


def _others(report: CustomerReport) -> list[PlannedAction]:
    """Open actions that no row above has told, the first due first."""
    above = set(gravest(report)[:MOST_STOPS])
    held = [p for p in report.plan.actions if p.action.open and p.action.question_id not in above]
    return sorted(held, key=lambda planned: planned.action.due or date.max)


def _action_row(planned: PlannedAction, as_of: date) -> list[str]:
    action = planned.action
    return [
        words.ACTION(text=_short(action.text, LONGEST_ACTION)),
        ACTION_STATUSES[action.status],
        action.owner or words.NOT_SET(),
        _due(action.due, as_of),
        "",
    ]


def _beyond(report: CustomerReport) -> list[str]:
    """How much is not in the table."""
    left = (
        (words.MORE_STOPS, len(gravest(report)) - MOST_STOPS),
        (words.MORE_ACTIONS, len(_others(report)) - MOST_ACTIONS),
    )
    more = [told(n=many) for told, many in left if many > 0]
    return [words.IN_THE_WORKBOOK(more=listed(more))] if more else []


def patients(report: CustomerReport) -> Section:
    """What those who started before learnt of the hard stops that are open here, by section of the final report."""
    title, told = words.PATIENTS(), dict[str, str]()
    stops = gravest(report)
    for id_ in stops or _late(report):
        lesson = _lesson(report, id_, told)
        if lesson:
            about = said(lesson.text)
            told[lesson.id] = words.LESSON(title=report.title_of(id_), text=about, section=lesson.section)
    if not told:
        return Section(title, before=[words.NOTHING_LATE()])
    about = words.ABOUT_STOPS() if stops else words.ABOUT_LATE()
    return Section(title, before=[about], items=list(told.values())[:MOST_LESSONS])


def _late(report: CustomerReport) -> list[str]:
    """Ids of what is late and stops nothing, the most urgent first."""
    return [gap.question.id for gap in by_urgency(report.gaps) if gap.when is When.NOW]


def _lesson(report: CustomerReport, question_id: str, told: Iterable[str]) -> Lesson | None:
    """The first problem the question is asked for, else the first thing; each is told once."""
    question = report.form.questionnaire.by_id.get(question_id)
    named = question.lessons if question else ()
    found = [report.lessons[id_] for id_ in named if id_ in report.lessons and id_ not in told]
    return next((lesson for lesson in found if lesson.kind is LessonKind.PROBLEM), found[0] if found else None)


def people_and_money(report: CustomerReport) -> Section:
    """What is lacking of staff in the questions' own unit, who has the actions, whom it waits on, and what is not known."""
    gaps = [gap for gap in by_urgency(report.gaps) if Area.STAFFING in gap.question.areas and gap.open]
    items = [ended(f"{said(gap.question.title)}: {missing(gap, most_names=2)}") for gap in gaps[:MOST_NAMED]]
    if len(gaps) > MOST_NAMED:
        items.append(words.MORE_STAFFING(n=len(gaps) - MOST_NAMED))
    staffing = [] if gaps else [words.STAFFED()]
    after = [*_owners(report), *_waiting(report), words.COSTS()]
    return Section(words.PEOPLE_AND_MONEY(), before=staffing, items=items, after=after)


def _owners(report: CustomerReport) -> list[str]:
    held = [planned.action for planned in report.plan.actions if planned.action.open]
    by: dict[str, int] = defaultdict(int)
    for action in held:
        by[action.owner or ""] += 1
    named = sorted(((name, many) for name, many in by.items() if name), key=lambda one: (-one[1], one[0].casefold()))
    if not held:
        return [words.NO_OWNERS()] if report.plan.without_action else []
    told = [words.HAS(name=_short(name, 40), n=many) for name, many in named[:MOST_NAMED]]
    rest = len(named) - MOST_NAMED
    told += [words.OTHERS_HAVE(n=rest)] if rest > 0 else []
    told += [words.WITHOUT_OWNER(n=by[""])] if by[""] else []
    return [words.OWNERS(len(held), told=listed(told))]


def _waiting(report: CustomerReport) -> list[str]:
    parted = owed_gaps(report.gaps)
    told = [f"{WAITING_ON[who]} ({work_text(gap_work(gaps))})" for who, gaps in parted.waiting.items()]
    idle = words.IDLE() if parted.only_waits else ""
    return [words.WE_WAIT_ON(who=listed(told), idle=idle)] if told else []


def changed(report: CustomerReport) -> Section:
    """What has moved since the last paper, else since the customer last sent in."""
    title, since = words.CHANGED(), report.since
    if since is None:
        return Section(title, before=[words.FIRST_PAPER()])
    many = {move: sum(change.direction is move for change in since.changes) for move in words.MOVES}
    told = listed([words.MOVES[move](amount) for move, amount in many.items() if amount]) or words.NOTHING_CHANGED()
    since_when = words.SINCE_PAPER if since.paper else words.SINCE_SENT
    moved = _moved_date(since.go_live, report.judgement.go_live)
    weighty = [_change(change) for change in since.changes if _weighs(change)]
    return Section(title, before=[*moved, since_when(day=day(since.day), told=told)], items=weighty[:MOST_NAMED])


def _moved_date(before: date | None, now: date | None) -> list[str]:
    if before == now:
        return []
    then, today = (day(each) if each else words.NOT_SET() for each in (before, now))
    return [words.MOVED_DATE(before=then, now=today)]


def _weighs(change: AnswerChange) -> bool:
    """What who decides should know: hard stops, and answers that are worse."""
    stop = change.question is not None and change.question.hard_stop is not None
    return change.direction is Direction.DOWN or (stop and change.direction in (Direction.UP, Direction.GONE))


def _change(change: AnswerChange) -> str:
    title = said(change.question.title) if change.question else change.question_id
    told = {Direction.UP: words.BETTER, Direction.DOWN: words.WORSE}.get(change.direction)
    if told is None:
        return words.GONE(title=title)
    return told(title=title, before=percent(change.before_attainment), after=percent(change.after_attainment))


def unknown(report: CustomerReport) -> Section:
    """What is not answered, hard stops by name, and what is said not to apply."""
    overall, judged = report.judgement.overall, report.judgement.questions.values()
    silent_stops = [j for j in judged if j.question.hard_stop and j.status is Status.UNANSWERED]
    stops = [said(j.question.title) for j in silent_stops if not j.lapsed]
    silent = sum(j.status is Status.UNANSWERED for j in judged) - len(silent_stops)
    left_out = [said(j.question.title) for j in judged if j.status is Status.NOT_APPLICABLE]
    answered, asked = overall.answered, overall.applicable
    told = [words.ANSWERED(n=answered, all=asked, share=percent(overall.coverage))]
    if overall.low is not None and answered < asked:
        told.append(words.BETWEEN(low=points(overall.low), high=points(overall.high)))
    items = [
        words.SILENT_STOPS(len(stops), named=_named(stops)) if stops else "",
        words.SILENT(silent) if silent > 0 else "",
        how_many_old(report.judgement),
        overlaps_text(report.judgement.phases),
        words.LEFT_OUT(len(left_out), named=_named(left_out)) if left_out else "",
        words.OWN_ANSWERS(),
    ]
    return Section(words.UNKNOWN(), before=[" ".join(told)], items=[item for item in items if item])


def _named(titles: Sequence[str]) -> str:
    named = "; ".join(_short(title, 90) for title in titles[:MOST_NAMED])
    return words.AND_MORE(named=named, n=len(titles) - MOST_NAMED) if len(titles) > MOST_NAMED else named


def answered_by(report: CustomerReport) -> Section:
    """Who has answered what each role usually knows, how much of it, and when last."""
    rows = [_role(report, title, questions) for title, questions in report.roles]
    return Section(
        words.ANSWERED_BY(),
        before=[] if report.said else [words.NO_ANSWERS()],
        head=[each() for each in words.ANSWERED_BY_HEAD],
        widths=(2.5, 2.5, 1, 2),
        rows=rows if report.said else [],
    )


def _role(report: CustomerReport, title: str, questions: Sequence[str]) -> list[str]:
    last = [report.said[each] for each in questions if each in report.said]
    names = [_short(name, 40) for name, _ in Counter(one.by for one in last).most_common()]
    rest = [words.MORE_PEOPLE(n=len(names) - MOST_PEOPLE)] if len(names) > MOST_PEOPLE else []
    by = listed([*names[:MOST_PEOPLE], *rest]) or words.NOBODY()
    at = moment(max(one.at for one in last)) if last else ""
    return [title, by, words.SOME_OF(n=len(last), all=len(questions)), at]


def shortened(section: Section) -> Section:
    """With no cell or item longer than a page can bear."""
    return Section(
        title=section.title,
        before=section.before,
        items=[_short(item, 2 * LONGEST) for item in section.items],
        head=section.head,
        widths=section.widths,
        rows=[[_short(cell, LONGEST) for cell in row] for row in section.rows],
        after=section.after,
    )


def _short(text: str, longest: int) -> str:
    """On one line, cut between two words."""
    line = " ".join(text.split(" ")).replace("\n", " ")
    return line if len(line) <= longest else f"{line[: longest - 1].rsplit(' ', 1)[0]} …"
