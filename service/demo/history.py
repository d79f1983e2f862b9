"""A past and a plan for the invented customers: what they have sent in, what HPAS said, and what they are doing about it.

Made after `fill_demo`, from the same profiles as they would have stood some weeks ago.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from scoring.answers import NO_ANSWER
from scoring.formulas import TOLERANCE
from scoring.judgement import Judged
from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import FieldChange, ResponseView, open_response, record_many
from service.demo.customers import PROFILES, Profile, add_profile, demo_answers, fill_demo
from service.demo.decided import DECIDED, before_it_decided, decide
from service.demo.started import have_started
from service.judgement import judge_customer
from service.people.access import allow, refusals_logged
from service.people.actor import Actor, Role, local_actor
from service.people.customers import list_customers
from service.people.own_machine import require_empty
from service.people.permissions import Operation
from service.plan.actions import Owner, create_action
from service.plan.waivers import propose_waiver
from service.review.open_review import looked_at_of
from service.review.ratings import rate
from service.review.submission_states import State
from service.review.submissions import list_snapshots, move, open_snapshot, send_in
from service.workspace import Workspace

OTHERS = (
    Profile("Demo fastlegekontor F", 95, answered=1.0, stops_left_out=1, customer_type=CustomerType.GP_OFFICE),
    Profile("Demo helseforetak G", 95, answered=0.85, weakness=0.5, customer_type=CustomerType.HEALTH_TRUST),
)
WEEKS_AGO = (8, 4)
OWNERS = ("Leder for hjemmetjenesten", "Testleder", "IT-leder", "HR-rådgiver")
REVIEWER = local_actor(Role.REVIEWER)


def start_demo(ws: Workspace, actor: Actor, *, as_of: date) -> None:
    """Fill a database that nobody has begun in, for who meets the first screen. Raises `BadInput`: already_set_up."""
    allow(ws, actor, Operation.SET_UP, thing="database")
    with refusals_logged(ws, actor, Operation.SET_UP, "database"), ws.database.writing() as connection:
        require_empty(connection, actor)
    admin = local_actor(Role.ADMIN)
    fill_demo(ws, admin, as_of=as_of)
    live_on(ws, admin, as_of=as_of)
    have_started(ws, admin, as_of=as_of)


def live_on(ws: Workspace, actor: Actor, *, as_of: date) -> None:
    """Give the customers that have no past one; a second time it does nothing."""
    allow(ws, actor, Operation.FILL_DEMO)
    ws = replace(ws, day=as_of)
    known = {customer.name: customer for customer in list_customers(ws, actor)}
    for profile in OTHERS:
        if profile.name not in known and profile.customer_type in ws.forms:
            customer_id = add_profile(ws, actor, profile, as_of)
            if profile.even:
                _plan_all(ws, local_actor(Role.LEAD, customer_id), customer_id, as_of)
    for profile in PROFILES:
        customer = known.get(profile.name)
        if customer is not None and profile.days < 100 and not list_snapshots(ws, actor, customer.id):
            _one(ws, customer.id, profile, as_of)


def _one(ws: Workspace, customer_id: str, profile: Profile, as_of: date) -> None:
    lead = local_actor(Role.LEAD, customer_id)
    view = open_response(ws, lead, customer_id)
    for edit_no, weeks in enumerate(WEEKS_AGO, start=2):
        then, decides = as_of - timedelta(weeks=weeks), weeks == WEEKS_AGO[-1] and profile.name in DECIDED
        on_that_day = replace(ws, day=then)
        was = _as_it_was(profile, weeks)
        _record(on_that_day, lead, view, before_it_decided(was) if decides else was, then, edit_no)
        marker = open_response(ws, lead, customer_id).marker
        snapshot_id = send_in(on_that_day, lead, customer_id, seen=marker, as_of=then, incomplete=True)
        _review(on_that_day, snapshot_id, doubts=not decides)
        if decides:
            decide(on_that_day, customer_id, as_of=then)
    _record(ws, lead, view, profile, as_of, len(WEEKS_AGO) + 2)
    (_plan_all if profile.even else _plan)(ws, lead, customer_id, as_of)


def _as_it_was(profile: Profile, weeks: int) -> Profile:
    """The same customer farther from its go-live, with less answered and more to do."""
    return replace(
        profile,
        days=profile.days + 7 * weeks,
        answered=profile.answered - 0.04 * weeks,
        weakness=min(0.9, profile.weakness + 0.03 * weeks),
    )


def _record(ws: Workspace, lead: Actor, view: ResponseView, profile: Profile, at: date, edit_no: int) -> None:
    """Everything as the profile has it; what it does not say is emptied."""
    said = demo_answers(view.form, profile, at)
    have = {(change.question_id, change.field) for change in said}
    silent = [
        FieldChange(question.id, field, None)
        for question in view.form.questionnaire.questions
        if question.from_programme is None
        for field in AnswerField
        if (question.id, field) not in have
    ]
    changes: Sequence[FieldChange] = [*(replace(change, base_version=None) for change in said), *silent]
    record_many(ws, lead, view.response_id, changes, session="demo", edit_no=edit_no)


def _review(ws: Workspace, snapshot_id: str, *, doubts: bool) -> None:
    """HPAS agrees with most, says no to one hard stop where it doubts, and holds some levels to be one lower."""
    move(ws, REVIEWER, snapshot_id, State.IN_REVIEW, expected=State.SENT)
    view = open_snapshot(ws, REVIEWER, snapshot_id)
    asked = [question for question in view.form.questionnaire.questions if question.from_programme is None]
    stops = [q for q in asked if q.hard_stop and q.id in view.answers]
    for place, question in enumerate(stops[:6]):
        if place == 3 and doubts:
            reason = "Vi ser ikke bevis for dette ennå. Legg ved listen."
            rate(ws, REVIEWER, snapshot_id, question.id, agreed=False, reason=reason)
        else:
            rate(ws, REVIEWER, snapshot_id, question.id, agreed=True)
    levels = [q for q in asked if q.kind == "level" and not q.hard_stop]
    for question in levels[::5]:
        level = view.answers.get(question.id, NO_ANSWER).value
        if isinstance(level, int) and level > 0:
            reason = "Vi setter ett nivå lavere til vi har sett referatet."
            rate(ws, REVIEWER, snapshot_id, question.id, agreed=False, value=level - 1, reason=reason)
    left = looked_at_of(open_snapshot(ws, REVIEWER, snapshot_id)).unseen
    thanks = "Takk. Se på det vi er uenige i."
    move(ws, REVIEWER, snapshot_id, State.REVIEWED, expected=State.IN_REVIEW, comment=thanks, unseen=left)


def _plan_all(ws: Workspace, lead: Actor, customer_id: str, as_of: date) -> None:
    """An action for all that usually would not be reached in time any more, with the last day that will do."""
    here = judge_customer(ws, lead, customer_id, as_of=as_of)
    for place, gap in enumerate(here.plan.without_action):
        owner, due = Owner(name=OWNERS[place % len(OWNERS)]), _in_time(gap.judged)
        create_action(
            ws, lead, here.view.response_id, gap.question.id, owner=owner, due=due, session="demo", edit_no=100 + place
        )


def _in_time(judged: Judged) -> date:
    """The last day for all of it by which work that is spread evenly reaches every coming step."""
    assert judged.go_live is not None, "what is a gap has a go-live"
    left, reached = (judged.go_live - judged.as_of).days, judged.attainment or 0.0
    steps = judged.question.step_attainments.items()
    days = [(left - k) * (1 - reached) / (mark - reached) for k, mark in steps if k < left and mark > reached]
    return judged.as_of + timedelta(days=math.floor(min(days) + TOLERANCE))


def _plan(ws: Workspace, lead: Actor, customer_id: str, as_of: date) -> None:
    """Actions against the first gaps, and a request for one exception."""
    here = judge_customer(ws, lead, customer_id, as_of=as_of)
    for place, gap in enumerate(here.plan.without_action[:6]):
        owner = Owner(name=OWNERS[place % len(OWNERS)]) if place % 3 else None
        due = as_of + timedelta(days=7 * place - 5)
        create_action(
            ws, lead, here.view.response_id, gap.question.id, owner=owner, due=due, session="demo", edit_no=100 + place
        )
    stop = next(
        (gap for gap in here.gaps if gap.judged.fails and gap.question.waivable and gap.judged.attainment is not None),
        None,
    )
    if stop is not None:
        propose_waiver(
            ws,
            lead,
            here.view.response_id,
            stop.question.id,
            measure="Vi har ekstra folk på vakt de tre første ukene og følger opp hver dag i ledermøtet.",
            owner="Kommunalsjef",
            expires=as_of + timedelta(days=60),
        )
