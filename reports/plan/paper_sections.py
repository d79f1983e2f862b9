"""The sections of the paper below the proposal: conditions, patients, people and money, what changed, what is unknown.

Ids of questions mean nothing to who decides, and are left out: what is told is told by title.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from language import (
    NO_BREAK,
    WAITING_ON,
    count,
    day,
    ended,
    listed,
    moment,
    percent,
    points,
    sentence,
    short_day,
)
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
NOT_SET = "ikke satt"


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
    unset = sum(NOT_SET in row[2] or NOT_SET in row[3] for row in rows)
    lacking = (
        f"{count(unset, 'vilkår mangler', 'vilkår mangler')} eier eller frist. Det settes før vedtaket."
        if unset
        else ""
    )
    about = (
        "Et stoppkrav må være oppfylt før oppstart. «Må stå» sier hvor lenge før oppstart det senest må være oppfylt."
    )
    nothing = "" if rows else "Ingen stoppkrav er på etterskudd eller haster, og ingen tiltak er åpne."
    return Section(
        "Vilkår og tiltak",
        before=[text for text in (about if rows else "", lacking, nothing) if text],
        head=("Vilkår", "Hva som gjenstår", "Eier", "Frist", "Må stå"),
        widths=(3, 3, 1.3, 1.3, 1.2),
        rows=rows,
        after=_beyond(report),
    )


def _stop_rows(report: CustomerReport) -> list[list[str]]:
    gaps = {gap.question.id: gap for gap in report.gaps}
    return [_stop_row(report, gaps[id_]) for id_ in gravest(report)[:MOST_STOPS] if id_ in gaps]


def _stop_row(report: CustomerReport, gap: Gap) -> list[str]:
    held = [planned.action for planned in report.plan.of(gap.question.id) if planned.action.open]
    owners = listed(list(dict.fromkeys(action.owner for action in held if action.owner)))
    waits = waits_on(gap)
    owner = owners or (f"venter på {WAITING_ON[waits]}" if waits else NOT_SET)
    due = max((action.due for action in held if action.due), default=None)
    margin = gap.question.margin
    stand = f"{count(margin, 'dag', 'dager')} før" if margin else "oppstartsdagen"
    doing = f" Tiltak: {_short(held[0].text, LONGEST_ACTION)}" if held else ""
    left = f"{ended(sentence(missing(gap, most_names=2)))}{doing}"
    return [f"Stoppkrav: {gap.question.title.nb}", left, owner, _due(due, report.as_of), stand]


def _due(due: date | None, as_of: date) -> str:
    if due is None:
        return NOT_SET
    return short_day(due) if due >= as_of else f"{short_day(due)}, passert"


def _waiver_rows(report: CustomerReport) -> list[list[str]]:
    held = [(c, s) for c, s in report.waivers if s not in (Standing.WITHDRAWN, Standing.REJECTED)]
    return [
        [
            f"Unntak: {report.title_of(case.question_id)}",
            f"{STANDINGS[state]}: {case.measure}",
            case.owner,
            f"utløper {short_day(case.expires)}",
            "",
        ]
        for case, state in held[-MOST_WAIVERS:]
    ]


def _unconfirmed_rows(report: CustomerReport) -> list[list[str]]:
    """Hard stops that are said not to apply, until HPAS agrees."""
    rule = Rule.NOT_APPLICABLE_UNCONFIRMED
    ids = [id_ for reason in report.judgement.reasons if reason.rule is rule for id_ in reason.questions]
    said = "merket ikke aktuelt; HPAS må si seg enig"
    return [[f"Stoppkrav: {report.title_of(id_)}", said, "HPAS", NOT_SET, ""] for id_ in ids[:MOST_WAIVERS]]


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
        f"Tiltak: {_short(action.text, LONGEST_ACTION)}",
        ACTION_STATUSES[action.status],
        action.owner or NOT_SET,
        _due(action.due, as_of),
        "",
    ]


def _beyond(report: CustomerReport) -> list[str]:
    """How much is not in the table."""
    left = {
        "stoppkrav": len(gravest(report)) - MOST_STOPS,
        "tiltak": len(_others(report)) - MOST_ACTIONS,
    }
    more = [f"{many} {what}" for what, many in left.items() if many > 0]
    return [f"{listed(more)} til står i arbeidsboken."] if more else []


def patients(report: CustomerReport) -> Section:
    """What those who started before learnt of the hard stops that are open here, by section of the final report."""
    title, told = "Hva det betyr for pasienter og tjenester", dict[str, str]()
    stops = gravest(report)
    for id_ in stops or _late(report):
        lesson = _lesson(report, id_, told)
        if lesson:
            told[lesson.id] = f"«{report.title_of(id_)}»: {lesson.text.nb} (kapittel {lesson.section})"
    if not told:
        return Section(title, before=["Ingenting er på etterskudd nå."])
    what = "stoppkravene som er på etterskudd, haster eller mangler svar" if stops else "det som er på etterskudd"
    about = f"Sluttrapporten forteller hva som skjedde ved de første oppstartene. Her står det som gjelder {what}."
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
    items = [ended(f"{gap.question.title.nb}: {missing(gap, most_names=2)}") for gap in gaps[:MOST_NAMED]]
    if len(gaps) > MOST_NAMED:
        items.append(f"{len(gaps) - MOST_NAMED} til om bemanning står i arbeidsboken.")
    unknown = (
        "Klarsjekk spør ikke om kroner. Hva vilkårene, en utsettelse eller en oppstart uten stoppkravene koster, "
        "må regnes ut før vedtaket."
    )
    staffing = [] if gaps else ["Ingen svar om bemanning er på etterskudd eller haster."]
    return Section("Folk og penger", before=staffing, items=items, after=[*_owners(report), *_waiting(report), unknown])


def _owners(report: CustomerReport) -> list[str]:
    held = [planned.action for planned in report.plan.actions if planned.action.open]
    by: dict[str, int] = defaultdict(int)
    for action in held:
        by[action.owner or ""] += 1
    named = sorted(((name, many) for name, many in by.items() if name), key=lambda one: (-one[1], one[0].casefold()))
    if not held:
        return (
            ["Ingen tiltak er åpne, så ingen har fått ansvar for det som gjenstår."]
            if report.plan.without_action
            else []
        )
    told = [f"{_short(name, 40)} har {many}" for name, many in named[:MOST_NAMED]]
    rest = len(named) - MOST_NAMED
    told += [f"{rest} til har resten"] if rest > 0 else []
    told += [f"{by['']} har ingen eier"] if by[""] else []
    return [f"{count(len(held), 'tiltak er åpent', 'tiltak er åpne')}: {listed(told)}."]


def _waiting(report: CustomerReport) -> list[str]:
    parted = owed_gaps(report.gaps)
    told = [f"{WAITING_ON[who]} ({work_text(gap_work(gaps))})" for who, gaps in parted.waiting.items()]
    idle = " Alt som skulle vært på plass eller haster, venter på andre." if parted.only_waits else ""
    return [f"Vi venter på {listed(told)}.{idle}"] if told else []


_MOVES = (
    (Direction.UP, "er bedre", "er bedre"),
    (Direction.DOWN, "er dårligere", "er dårligere"),
    (Direction.NEW, "er nytt", "er nye"),
    (Direction.GONE, "er borte", "er borte"),
)


def changed(report: CustomerReport) -> Section:
    """What has moved since the last paper, else since the customer last sent in."""
    title, since = "Endret siden sist", report.since
    if since is None:
        return Section(
            title,
            before=[
                "Dette er det første grunnlaget, og ingenting er sendt inn til HPAS. Det er ikke noe å sammenligne med."
            ],
        )
    many = {move: sum(change.direction is move for change in since.changes) for move, _, _ in _MOVES}
    told = [f"{many[move]} svar {one if many[move] == 1 else more}" for move, one, more in _MOVES if many[move]]
    when = "forrige beslutningsgrunnlag" if since.paper else "egenvurderingen ble sendt inn"
    said = f"Siden {when} {day(since.day)}: {listed(told) or 'ingen svar er endret'}."
    moved = _moved_date(since.go_live, report.judgement.go_live)
    weighty = [_change(change) for change in since.changes if _weighs(change)]
    return Section(title, before=[*moved, said], items=weighty[:MOST_NAMED])


def _moved_date(before: date | None, now: date | None) -> list[str]:
    if before == now:
        return []
    return [f"Oppstarten var {day(before) if before else 'ikke satt'}, og er nå {day(now) if now else 'ikke satt'}."]


def _weighs(change: AnswerChange) -> bool:
    """What who decides should know: hard stops, and answers that are worse."""
    stop = change.question is not None and change.question.hard_stop is not None
    return change.direction is Direction.DOWN or (stop and change.direction in (Direction.UP, Direction.GONE))


def _change(change: AnswerChange) -> str:
    title = change.question.title.nb if change.question else change.question_id
    words = {Direction.UP: "bedre", Direction.DOWN: "dårligere"}
    if change.direction not in words:
        return f"{title}: svaret er borte."
    moved = f", fra {percent(change.before_attainment)} til {percent(change.after_attainment)} av kravet"
    return f"{title}: {words[change.direction]}{moved}."


def unknown(report: CustomerReport) -> Section:
    """What is not answered, hard stops by name, and what is said not to apply."""
    overall, judged = report.judgement.overall, report.judgement.questions.values()
    silent_stops = [j for j in judged if j.question.hard_stop and j.status is Status.UNANSWERED]
    stops = [j.question.title.nb for j in silent_stops if not j.lapsed]
    silent = sum(j.status is Status.UNANSWERED for j in judged) - len(silent_stops)
    left_out = [j.question.title.nb for j in judged if j.status is Status.NOT_APPLICABLE]
    said = [
        f"{overall.answered} av {overall.applicable} spørsmål som gjelder, er besvart ({percent(overall.coverage)})."
    ]
    if overall.low is not None and overall.answered < overall.applicable:
        said.append(
            f"Med de ubesvarte kan mellom {points(overall.low)} og {points(overall.high)}{NO_BREAK}% være på plass."
        )
    items = [
        _named(
            stops, "stoppkrav som skulle vært besvart, mangler svar", "stoppkrav som skulle vært besvart, mangler svar"
        ),
        f"{count(silent, 'annet spørsmål', 'andre spørsmål')} som gjelder nå, mangler svar." if silent > 0 else "",
        how_many_old(report.judgement),
        overlaps_text(report.judgement.phases),
        _named(left_out, "spørsmål er merket ikke aktuelt", "spørsmål er merket ikke aktuelt"),
        "Tallene bygger på egne svar. Klarsjekk vet ikke mer enn det som er svart.",
    ]
    return Section("Det vi ikke vet", before=[" ".join(said)], items=[item for item in items if item])


def _named(titles: Sequence[str], one: str, many: str) -> str:
    if not titles:
        return ""
    rest = f" og {len(titles) - MOST_NAMED} til" if len(titles) > MOST_NAMED else ""
    named = "; ".join(_short(title, 90) for title in titles[:MOST_NAMED])
    return f"{count(len(titles), one, many)}: {named}{rest}."


def answered_by(report: CustomerReport) -> Section:
    """Who has answered what each role usually knows, how much of it, and when last."""
    rows = [_role(report, title, questions) for title, questions in report.roles]
    return Section(
        "Hvem har svart når",
        before=[] if report.said else ["Ingen har svart ennå."],
        head=("Hvem som vanligvis vet svaret", "Svart av", "Svar", "Sist"),
        widths=(2.5, 2.5, 1, 2),
        rows=rows if report.said else [],
    )


def _role(report: CustomerReport, title: str, questions: Sequence[str]) -> list[str]:
    said = [report.said[each] for each in questions if each in report.said]
    names = [_short(name, 40) for name, _ in Counter(one.by for one in said).most_common()]
    rest = [f"{len(names) - MOST_PEOPLE} til"] if len(names) > MOST_PEOPLE else []
    by = listed([*names[:MOST_PEOPLE], *rest]) or "ingen"
    return [title, by, f"{len(said)} av {len(questions)}", moment(max(one.at for one in said)) if said else ""]


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
