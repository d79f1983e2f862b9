"""Invented customers with believable answers, so that the first start shows a living app.

Made from the questionnaire itself, the same every time. Refuses a database that has a real customer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from scoring.proof.phases import NO_PHASES, Phases
from scoring.questionnaire import Form, Question
from scoring.vocabulary import AnswerField, Area, CustomerType, Responsible, WaitingOn
from service.answers.responses import FieldChange, open_response, record_many
from service.demo.facts import demo_facts, of_the_whole
from service.demo.programme import answer_for_hpas
from service.demo.values import behind_plan, in_force, in_route
from service.faults import BadInput
from service.people.access import allow
from service.people.actor import Actor, Role, local_actor
from service.people.customers import add_customer
from service.people.permissions import Operation
from service.plan.phases import give_phases, phases_of_wave
from service.profile.facts import give_facts
from service.workspace import Workspace
from storage import records


@dataclass(frozen=True, slots=True)
class Profile:
    """How one invented customer is doing. Shares are 0..1; `failing` is how many hard stops are not in place.

    stops_left_out: how many hard stops it says do not apply. old: so many answers, and old_stops: so many answers to hard stops,
    that nobody has stood by since `LONG_AGO`.
    """

    name: str
    days: int
    answered: float
    weak: tuple[Area, ...] = ()
    weakness: float = 0.0
    failing: int = 0
    not_applicable: int = 0
    stops_left_out: int = 0
    old: int = 0
    old_stops: int = 0
    customer_type: CustomerType = CustomerType.MUNICIPALITY

    @property
    def even(self) -> bool:
        """Whether it moves evenly towards its go-live, and plans what is left of each thing it has begun."""
        return self.answered == 1.0 and not self.weakness and not self.failing

    @property
    def facts(self) -> dict[str, float]:
        """What it says of itself."""
        return demo_facts(self.name, self.customer_type, answered=self.answered)


LONG_AGO = timedelta(days=75)
PROFILES = (
    Profile("Demo kommune A", 420, answered=0.35),
    Profile("Demo kommune B", 170, answered=0.6, weak=(Area.STAFFING,), weakness=0.3),
    Profile("Demo kommune C", 95, answered=1.0, not_applicable=2),
    Profile(
        "Demo kommune D", 45, answered=0.94, weak=(Area.TESTING, Area.STAFFING), weakness=0.5, not_applicable=1, old=8
    ),
    Profile(
        "Demo kommune E",
        14,
        answered=0.9,
        weak=tuple(Area),
        weakness=0.75,
        failing=5,
        not_applicable=1,
        old=5,
        old_stops=2,
    ),
)

# Days to a wave -> days before its go-live of the build stop, the start and end of test, and the start of training. In the
# farthest one the plan lets the test begin before the build stop.
_PHASES = {95: (135, 130, 60, 84), 420: (110, 130, 55, 84)}
_IN_ROUTE = (
    "Ferdig hos oss. Vi holder det ved like fram til oppstart.",
    "Gjennomgått med virksomhetslederne i forrige uke.",
    "Dette gikk greit da vi fikk satt av folk.",
    "Vi bruker samme opplegg som nabokommunen.",
)
_BEHIND = (
    "Vi mangler folk til dette akkurat nå.",
    "Arbeidet er i gang, men går saktere enn planlagt.",
    "Vi tar det opp i neste møte i styringsgruppen.",
    "Vi trenger en avklaring før vi kommer videre.",
)
_EVIDENCE = (
    "Vedtatt i styringsgruppen, se referatet.",
    "Testrapporten ligger i prosjektrommet.",
    "Oversikten står i prosjektplanen, kapittel 4.",
)
_OFTEN = (WaitingOn.HPAS, WaitingOn.HEMIT, WaitingOn.EPIC)
_SELDOM = (WaitingOn.OTHER_SUPPLIER, WaitingOn.HEALTH_TRUST)
_REASONS = (
    "Vi kjøper tjenesten av nabokommunen og har den ikke selv.",
    "Avklart med HPAS: dette gjelder ikke oss.",
)
_STOP_REASON = "Vi mener dette ikke gjelder oss, og har spurt HPAS om de er enige."


def fill_demo(ws: Workspace, actor: Actor, *, as_of: date) -> list[str]:
    """Let HPAS answer, and add the invented municipalities that are not there yet; the ids of those that were added.

    Raises `BadInput`: real_customers, where one is not invented.
    """
    allow(ws, actor, Operation.FILL_DEMO)
    with ws.database.reading() as connection:
        if records.how_many_customers(connection)[1]:
            raise BadInput("real_customers")
        known = {customer.name for customer in records.customers(connection)}
    ws = replace(ws, day=as_of)
    answer_for_hpas(ws, [profile.days for profile in PROFILES], as_of=as_of)
    for days, phases in _PHASES.items():
        go_live = as_of + timedelta(days=days)
        if phases_of_wave(ws, actor, go_live) == NO_PHASES:
            give_phases(ws, actor, go_live, Phases(*(go_live - timedelta(days=left) for left in phases)))
    return [add_profile(ws, actor, profile, as_of) for profile in PROFILES if profile.name not in known]


def add_profile(ws: Workspace, actor: Actor, profile: Profile, as_of: date) -> str:
    """One invented customer with what it has answered by `as_of`; its id."""
    customer_id = add_customer(
        ws,
        actor,
        name=profile.name,
        customer_type=profile.customer_type,
        go_live=as_of + timedelta(days=profile.days),
        invented=True,
    )
    lead, asked = local_actor(Role.LEAD, customer_id), ws.catalogue.profile.of(profile.customer_type)
    view = open_response(ws, lead, customer_id)
    give_facts(ws, lead, customer_id, {each: said for each, said in profile.facts.items() if each in asked})
    said = demo_answers(view.form, profile, as_of)
    old = _long_ago(view.form, profile, said)
    for day, those in ((as_of - LONG_AGO, True), (as_of, False)):
        changes = [change for change in said if (change.question_id in old) is those]
        if changes:
            record_many(replace(ws, day=day), lead, view.response_id, changes, session="demo", edit_no=1)
    return customer_id


def _long_ago(form: Form, profile: Profile, said: Iterable[FieldChange]) -> set[str]:
    """The questions whose answers were given long ago."""
    asked = form.questionnaire.by_id
    valued = [asked[each.question_id] for each in said if each.field is AnswerField.VALUE]
    ages = [question for question in valued if question.fresh_days is None]
    stops, others = [q for q in ages if q.hard_stop], [q for q in ages if not q.hard_stop]
    draw = _draw(profile, "long ago")
    chosen = draw.sample(others, min(len(others), profile.old)) + draw.sample(stops, min(len(stops), profile.old_stops))
    return {question.id for question in chosen}


def demo_answers(form: Form, profile: Profile, as_of: date) -> list[FieldChange]:
    """What a customer of this profile has said by `as_of`, to the questions it is asked."""
    questions = [question for question in form.questionnaire.questions if question.from_programme is None]
    due = [q for q in questions if in_force(q, profile.days) is not None]
    failing = _some([q for q in due if q.hard_stop and q.kind != "level"] or [q for q in due if q.hard_stop], profile)
    spared = [q for q in questions if q.id not in failing]
    left_out = {
        **_left_out(profile, "left out", [q for q in spared if not q.hard_stop], profile.not_applicable),
        **_left_out(profile, "stops left out", [q for q in spared if q.hard_stop], profile.stops_left_out),
    }
    changes: list[FieldChange] = []
    for question in questions:
        if question.id in left_out:
            changes.append(FieldChange(question.id, AnswerField.NOT_APPLICABLE, left_out[question.id], 0))
        else:
            changes.extend(_answer(question, profile, as_of, fails=question.id in failing))
    return changes


def _left_out(profile: Profile, what: str, among: list[Question], number: int) -> dict[str, str]:
    """Question id -> why it does not apply."""
    chosen = _draw(profile, what).sample(among, min(len(among), number))
    return {q.id: _STOP_REASON if q.hard_stop else _draw(profile, q.id).choice(_REASONS) for q in chosen}


def _some(hard_stops: list[Question], profile: Profile) -> set[str]:
    chosen = _draw(profile, "failing").sample(hard_stops, min(len(hard_stops), profile.failing))
    return {question.id for question in chosen}


def _answer(question: Question, profile: Profile, as_of: date, *, fails: bool) -> Iterator[FieldChange]:
    draw = _draw(profile, question.id)
    silent = draw.random() >= profile.answered
    short = fails or (not question.hard_stop and draw.random() < _weakness(question, profile))
    if silent and not fails and not (profile.answered > 0.8 and question.hard_stop):
        yield from _waiting(question, draw)
        return
    go_live = as_of + timedelta(days=profile.days)
    make = behind_plan if short and in_force(question, profile.days) is not None else in_route
    value = make(question, draw, go_live=go_live, as_of=as_of)
    value = of_the_whole(question, value, profile.facts, up=make is in_route)
    yield FieldChange(question.id, AnswerField.VALUE, value, 0)
    if make is behind_plan:
        yield from _waiting(question, draw)
    if draw.random() < (0.4 if make is behind_plan else 0.12):
        words = draw.choice(_BEHIND if make is behind_plan else _IN_ROUTE)
        yield FieldChange(question.id, AnswerField.COMMENT, words, 0)
    # What stops a go-live is shown to be in place: a demo that contradicts its own advice teaches nobody.
    if make is in_route and (draw.random() < 0.2 or (question.hard_stop and question.proof)):
        yield FieldChange(question.id, AnswerField.EVIDENCE, draw.choice(_EVIDENCE), 0)


def _waiting(question: Question, draw: Random) -> Iterator[FieldChange]:
    alone = question.responsible is Responsible.CUSTOMER
    others = _SELDOM if alone else _OFTEN
    if draw.random() < (0.15 if alone else 0.7):
        yield FieldChange(question.id, AnswerField.WAITING_ON, draw.choice(others), 0)


def _weakness(question: Question, profile: Profile) -> float:
    return profile.weakness if set(question.areas) & set(profile.weak) else profile.weakness / 5


def _draw(profile: Profile, what: str) -> Random:
    """Chance that is the same every time, whatever else the questionnaire asks."""
    return Random(f"{profile.name}/{what}")
