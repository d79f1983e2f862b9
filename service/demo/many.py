"""Many invented customers, spread over types, waves and states, so that HPAS's pages can be seen as they will be.

Made through the service itself, and the same every time; each is marked as invented, and is called so.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from scoring.basis import customers_part
from scoring.review.looked_at import unseen
from scoring.vocabulary import Area, CustomerType
from service.answers.responses import open_response
from service.demo.customers import Profile, add_profile
from service.demo.history import REVIEWER
from service.demo.started import StartedProfile, add_started
from service.faults import BadInput
from service.judgement import judge_customer
from service.people.access import allow
from service.people.actor import Actor, Role, local_actor
from service.people.customer_changes import Described, describe_customers
from service.people.customers import add_customer, list_customers
from service.people.issuers import trusted
from service.people.logins import Identity, identify
from service.people.members import invite
from service.people.org_numbers import control_digit
from service.people.permissions import Operation
from service.plan.waivers import propose_waiver
from service.review.ratings import agree_together
from service.review.submission_states import State
from service.review.submissions import move, open_snapshot, send_in
from service.workspace import Workspace
from storage import records

# Of a hundred customers so many are of each type, and so many in each state.
_TYPES = ((CustomerType.MUNICIPALITY, "kommune", 70), (CustomerType.GP_OFFICE, "fastlegekontor", 26), (CustomerType.HEALTH_TRUST, "helseforetak", 4))  # fmt: skip
_WAVES = (-35, 12, 26, 41, 55, 68, 95, 102, 131, 175, 192, 260, 335, 420)  # days to each go-live
_REGIONS = ("Nord", "Sør", "Kyst", "Innland", "Fjell")
_GROUPS = 12
_SILENT = 0.2  # of those whose day is past, how many have not said that they started
ISSUER = "https://login.demo.example"


@dataclass(frozen=True, slots=True)
class _Plan:
    """One customer that is to be made. lead: 0 not invited, 1 invited, 2 has been in. sent: what became of it.

    started: how it went, where its day is past and it has confirmed that it started.
    """

    profile: Profile
    region: str
    group: str
    lead: int
    sent: State | None
    started: StartedProfile | None = None


def fill_many(
    ws: Workspace,
    actor: Actor,
    number: int,
    *,
    as_of: date,
    progress: Callable[[int, int], object] = lambda _done, _all: None,
) -> int:
    """Add invented customers until there are so many; how many were added.

    Raises `BadInput`: real_customers, where one is not invented. progress: told how many are made, and of how many.
    """
    allow(ws, actor, Operation.FILL_DEMO)
    with ws.database.reading() as connection:
        if records.how_many_customers(connection)[1]:
            raise BadInput("real_customers")
    ws = replace(ws, day=as_of)
    known = {customer.name for customer in list_customers(ws, actor)}
    plans = [plan for n in range(1, number + 1) if (plan := _plan(ws, n)).profile.name not in known]
    wanted = plans[: max(0, number - len(known))]
    for done, plan in enumerate(wanted, start=1):
        _make(ws, actor, plan, as_of, done)
        progress(done, len(wanted))
    return len(wanted)


def _plan(ws: Workspace, number: int) -> _Plan:
    draw = Random(f"demo/{number}")
    offered = [each for each in _TYPES if each[0] in ws.forms]
    kind, called, _ = draw.choices(offered, [share for _, _, share in offered])[0]
    days = draw.choice(_WAVES)
    begun = draw.random() >= 0.15
    profile = Profile(
        f"Demo {called} {number:03}",
        days,
        answered=draw.choice((0.35, 0.6, 0.85, 0.95, 1.0)) if begun else 0.0,
        weak=(draw.choice(tuple(Area)),),
        weakness=draw.choice((0.0, 0.1, 0.3, 0.6)),
        failing=draw.choice((0, 0, 0, 1, 3)) if begun else 0,
        not_applicable=draw.choice((0, 0, 1, 2)) if begun else 0,
        customer_type=kind,
    )
    sent = draw.choice((None, State.SENT, State.IN_REVIEW, State.REVIEWED)) if begun and 0 <= days < 200 else None
    group = f"Interkommunalt samarbeid {chr(65 + number % _GROUPS)}"
    lead = draw.choice((0, 1, 2, 2, 2) if begun else (0, 1, 2))
    started = _started(profile, draw) if begun and days < 0 else None
    return _Plan(profile, _REGIONS[number % len(_REGIONS)], group, lead, sent, started)


def _started(profile: Profile, draw: Random) -> StartedProfile | None:
    """Most of those whose day is past have started, and more went wrong where more was lacking; some have said nothing."""
    if draw.random() < _SILENT:
        return None
    wrong = draw.random() < (0.5 if profile.failing or profile.weakness > 0.2 else 0.1)
    then = replace(profile, days=1, answered=max(profile.answered, 0.95), weakness=profile.weakness / 4)
    return StartedProfile(then, -profile.days, trouble=wrong, late=draw.choice((0, 0, 1)))


def _make(ws: Workspace, actor: Actor, plan: _Plan, as_of: date, number: int) -> None:
    if plan.started is not None:
        customer_id = add_started(ws, actor, plan.started, as_of)
    else:
        customer_id = (add_profile if plan.profile.answered else _add_silent)(ws, actor, plan.profile, as_of)
    eight = f"1{int(plan.profile.name.split()[-1]) * 11:07}"
    told = Described(region=plan.region, group_name=plan.group)
    if (last := control_digit(eight)) != "-":
        # Those that are given out begin with 8 or 9.
        told["org_number"] = eight + last
    describe_customers(ws, actor, [customer_id], told)
    _invite(ws, actor, customer_id, plan, number)
    lead = local_actor(Role.LEAD, customer_id)
    if plan.sent is not None:
        _send_in(ws, lead, customer_id, plan.sent, as_of)
    if plan.profile.failing == 1:
        _ask_exception(ws, lead, customer_id, as_of)


def _add_silent(ws: Workspace, actor: Actor, profile: Profile, as_of: date) -> str:
    """One that has not answered anything."""
    go_live, kind = as_of + timedelta(days=profile.days), profile.customer_type
    return add_customer(ws, actor, name=profile.name, customer_type=kind, go_live=go_live, invented=True)


def _invite(ws: Workspace, actor: Actor, customer_id: str, plan: _Plan, number: int) -> None:
    address = f"{plan.profile.name.casefold().replace(' ', '.')}@demo.example"
    if plan.lead:
        invite(ws, actor, customer_id, role=Role.LEAD, email=address, name=f"Prosjektleder {plan.profile.name[-3:]}")
    if plan.lead > 1:
        who = Identity(f"demo {number}", ISSUER, address, address, True, None, datetime.now(UTC))
        identify(ws, who, issuers=trusted([ISSUER]))


def _send_in(ws: Workspace, lead: Actor, customer_id: str, to: State, as_of: date) -> None:
    seen = open_response(ws, lead, customer_id).marker
    snapshot_id = send_in(ws, lead, customer_id, seen=seen, as_of=as_of, incomplete=True)
    if to is not State.SENT:
        move(ws, REVIEWER, snapshot_id, State.IN_REVIEW, expected=State.SENT)
    if to is State.REVIEWED:
        view = open_snapshot(ws, REVIEWER, snapshot_id)
        own = customers_part(view.form.questionnaire, view.answers)
        agree_together(ws, REVIEWER, snapshot_id, unseen(own, view.ratings), seen=True)
        thanks = "Takk. Vi har sett på svarene."
        move(ws, REVIEWER, snapshot_id, State.REVIEWED, expected=State.IN_REVIEW, comment=thanks)


def _ask_exception(ws: Workspace, lead: Actor, customer_id: str, as_of: date) -> None:
    here = judge_customer(ws, lead, customer_id, as_of=as_of)
    go_live = here.view.customer.go_live
    stop = next((gap for gap in here.gaps if gap.judged.fails and gap.question.waivable and gap.judged.attainment is not None), None)  # fmt: skip
    if stop is not None and go_live is not None and go_live > as_of:
        ours = {"measure": "Vi har ekstra folk på vakt de tre første ukene.", "owner": "Kommunalsjef"}
        propose_waiver(ws, lead, here.view.response_id, stop.question.id, expires=go_live, **ours)
