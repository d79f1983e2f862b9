"""The paper for the roll-out's steering group: how all customers stand, gathered as of one moment."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from language import said
from language.service.files import steering as words
from reports.portfolio.steering_paper import MOST_WORST, OwedLine, SteeringReport, VerdictLine, WorstLine, steering_pdf
from scoring.portfolio.roll_out import roll_out
from scoring.questionnaire import Catalogue
from scoring.rules import NONE
from scoring.rules import VERDICTS as IN_ORDER
from scoring.vocabulary import Verdict
from service.files.export import Export, ExportScope, Wanted
from service.people.permissions import Operation
from service.portfolio.comparison import Comparison, read_comparison
from service.portfolio.shared_roles import read_shared_roles
from service.portfolio.this_week import read_week_facts
from service.portfolio.trend_of_all import CustomerTrend, trends_of_all
from service.programme.waiting import AwaitedAnswer, awaited
from service.workspace import Workspace

MONTH = timedelta(days=30)
# Days to the go-live within which it is pressing that the date does not hold, and that too little is answered.
SOON, SILENT = 90, 60


@dataclass(frozen=True, slots=True)
class _Standing:
    """One customer: where it stands in the comparison, today and by what it had sent in a month ago."""

    place: int
    left: int | None
    verdict: Verdict | None
    stops: int
    then: Verdict | None

    @property
    def coming(self) -> bool:
        return self.left is None or self.left >= 0


def _status(ws: Workspace, wanted: Wanted) -> SteeringReport:
    as_of, actor = wanted.as_of, wanted.actor
    with ws.database.one_moment():
        customers = read_comparison(ws, actor, as_of=as_of)
        courses = trends_of_all(ws, actor, as_of=as_of)
        week = read_week_facts(ws, actor, customers, as_of=as_of)
        owed = awaited(ws, actor, as_of=as_of, compared=customers)
        roles = read_shared_roles(ws, actor, as_of=as_of)
    every = _standings(customers, courses, as_of)
    held = [each for each in every if each.coming]
    known = [each for each in held if each.then is not None]
    better, worse = (sum(_step(each) * way > 0 for each in known) for way in (1, -1))
    failing = [each for each in held if each.verdict is Verdict.NOT_READY]
    rules = ws.catalogue.method.roll_out
    return SteeringReport(
        as_of=as_of,
        invented=any(member.invented for member in customers.members),
        customers=len(held),
        started=len(every) - len(held),
        verdicts=_counted(held),
        better=better,
        worse=worse,
        seen=len(known),
        waves=[wave for wave in roll_out(customers.judged, rules, customers.beds) if wave.go_live >= as_of],
        rules=rules,
        worst=_worst(held, customers, ws.catalogue),
        failing=len(failing),
        soon=sum(each.left is not None and each.left <= SOON for each in failing),
        silent=sum(
            each.verdict is Verdict.UNDECIDED and (each.left or 0) <= SILENT for each in held if each.left is not None
        ),
        owed=[_owed(each) for each in owed if each.customers],
        conflicts=roles.conflicts,
        waivers=len(week.proposals),
        reviews=len(week.waiting),
    )


def _standings(customers: Comparison, courses: Sequence[CustomerTrend], as_of: date) -> list[_Standing]:
    judged, then = customers.judged, _a_month_ago(courses, as_of)
    columns = (judged.keys, judged.days_left.tolist(), judged.verdict.tolist(), judged.failing.tolist())
    return [
        _Standing(
            place=place,
            left=None if left != left else int(left),
            verdict=None if code == NONE else IN_ORDER[code],
            stops=stops,
            then=then.get(key),
        )
        for place, (key, left, code, stops) in enumerate(zip(*columns, strict=True))
    ]


def _a_month_ago(courses: Sequence[CustomerTrend], as_of: date) -> Mapping[str, Verdict | None]:
    """Customer -> the conclusion of the last it had sent in then; who had sent in nothing is not there."""
    sent = {each.customer_id: [p for p in each.points if p.key and p.as_of <= as_of - MONTH] for each in courses}
    return {customer_id: points[-1].verdict for customer_id, points in sent.items() if points}


def _counted(held: Sequence[_Standing]) -> list[VerdictLine]:
    now, then = Counter(each.verdict for each in held), Counter(each.then for each in held)
    since = Counter(each.verdict for each in held if each.then is not None)
    return [VerdictLine(verdict, now[verdict], then[verdict], since[verdict]) for verdict in Verdict]


def _step(each: _Standing) -> int:
    """Above 0 for a better conclusion than then; too few answers, then or now, is neither."""
    if each.verdict in (None, Verdict.UNDECIDED) or each.then in (None, Verdict.UNDECIDED):
        return 0
    order = list(Verdict)
    return order.index(each.verdict) - order.index(each.then)


def _worst(held: Sequence[_Standing], customers: Comparison, catalogue: Catalogue) -> list[WorstLine]:
    """As many as the paper shows: those whose date does not hold, with the most stops and the nearest go-live first."""
    order = {Verdict.NOT_READY: 0, Verdict.BEHIND: 1}
    troubled = [each for each in held if each.verdict in order and each.left is not None]
    gravest = sorted(troubled, key=lambda each: (order[each.verdict], -each.stops, each.left))[:MOST_WORST]  # type: ignore[index]
    lines = []
    for each, row in zip(gravest, customers.judged.rows([each.place for each in gravest]), strict=True):
        topics = [said(catalogue.topics[topic].title) for topic in row.failed_topics if topic in catalogue.topics]
        name, earliest = customers.members[each.place].name, row.earliest.date if row.earliest and row.enough else None
        if row.go_live and row.verdict:
            lines.append(WorstLine(name, row.go_live, row.verdict, each.stops, topics, earliest))
    return lines


def _owed(each: AwaitedAnswer) -> OwedLine:
    return OwedLine(said(each.question.title), each.who, len(each.customers), each.stops, each.by, each.days_late)


STEERING = Export(
    id="steering",
    title=words.STEERING,
    about=words.ABOUT_STEERING,
    named="styringsgruppe",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    read=_status,
    make=lambda found, _wanted: steering_pdf(found),
    ending="pdf",
    says_dialect=False,
)
