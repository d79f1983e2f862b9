"""Every function of the service that is told an actor refuses a stranger, alone and in a moment others have read in.

The functions are found by their first two parameters, so that a new one is tried before anybody thinks of it.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest

import service
from language import Language, local_day
from reports.dialect import Dialect
from scoring.basis import EVERYONE
from scoring.proof.phases import Phases
from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import open_response
from service.answers.visits import Visit
from service.decision.ground import decision_ground
from service.decision.signing import SeenBy, propose_decision
from service.demo.customers import PROFILES
from service.demo.started import STARTED
from service.faults import NotAllowed
from service.files.api_tokens import list_tokens, make_token
from service.judgement import judge_customer
from service.people.access import now
from service.people.actor import Actor, Role
from service.people.group_reviewers import GroupKind
from service.people.members import invite
from service.plan.actions import create_action
from service.plan.waivers import propose_waiver
from service.portfolio.shared_roles import Booking
from service.programme.reaches import reaches
from service.retention import Retention
from service.review.submissions import State, list_snapshots
from service.workspace import Workspace
from tests.builders import ADMIN, municipality, workspace
from tests.service.decision.deciding import POSTPONE
from tests.service.review.sending import begin_review, days_before, hand_back, new_lead, sent

# What answers anyone, and why.
ANSWERS_ALL: Mapping[str, str] = {
    "service.form.references.list_references": "the report is open to all who use Klarsjekk",
    "service.letters.choices.has_letters": "each is told their own choice, and who is no member that there is none",
    "service.people.access.allow": "it is the door itself",
    "service.people.access.refusals_logged": "it is the door itself",
    "service.people.customers.list_customers": "each gets its own, which test_permissions looks at",
    "service.people.open_logins.end_own_login": "each ends their own, and no other",
    "service.people.open_logins.own_logins": "each is told their own",
    "service.people.logins.confirm": "it tells whether one is a member still",
}


def doors() -> dict[str, Callable[..., object]]:
    """Full name -> function, of all that are told a workspace and an actor first."""
    found: dict[str, Callable[..., object]] = {}
    for info in pkgutil.walk_packages(service.__path__, "service."):
        for name, held in vars(import_module(info.name)).items():
            if not name.startswith("_") and _is_a_door(held, info.name):
                found[f"{info.name}.{name}"] = held
    return found


def _is_a_door(held: object, module: str) -> bool:
    own = inspect.isfunction(held) and held.__module__ == module
    return own and list(inspect.signature(held).parameters)[:2] == ["ws", "actor"]  # type: ignore[arg-type]


DOORS = {name: door for name, door in doors().items() if name not in ANSWERS_ALL}
# Of these a stranger may be told nothing, whatever they ask for.
IDS = (
    "customer_id",
    "response_id",
    "snapshot_id",
    "earlier_id",
    "later_id",
    "waiver_id",
    "action_id",
    "member_id",
    "decision_id",
    "token_id",
)
# What is not there, one and many.
MISSING: Mapping[str, Any] = {
    **dict.fromkeys(IDS, "missing"),
    "customer_ids": ["missing"],
    "member_ids": ["missing"],
    "days": {"missing": None},
}


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("doors")) as opened:
        yield opened


@pytest.fixture(scope="module")
def theirs(ws: Workspace) -> dict[str, Any]:
    """Parameter -> what a stranger says for it: everything of a customer that has one of each."""
    lead = new_lead(ws)
    snapshot = sent(ws, lead, {"Q-LEVEL": 3, "Q-STOP": False})
    customer_id = lead.customer_id or ""
    hand_back(ws, begin_review(ws, snapshot))
    view = open_response(ws, lead, customer_id)
    member_id = invite(ws, ADMIN, customer_id, role=Role.VIEWER, email="leser@kommune.example")
    ends = local_day(now()) + timedelta(days=1_000)
    return {
        "customer_id": customer_id,
        "response_id": view.response_id,
        "snapshot_id": snapshot,
        "earlier_id": snapshot,
        "later_id": snapshot,
        "waiver_id": propose_waiver(ws, lead, view.response_id, "Q-STOP", measure="Vakt", owner="Drift", expires=ends),
        "action_id": create_action(ws, lead, view.response_id, "Q-LEVEL", session="s", edit_no=1),
        "member_id": member_id,
        "decision_id": _decision(ws, customer_id, snapshot),
        "member_ids": [member_id],
        "token_id": _made_key(ws),
        "view": view,
        "here": judge_customer(ws, lead, customer_id, as_of=days_before(90)),
        "sent": list_snapshots(ws, lead, customer_id),
        "revision_id": 1,
        "question_id": "Q-LEVEL",
        "question_ids": ["Q-LEVEL"],
        "customer_ids": [customer_id],
        "moves": {customer_id: days_before(0)},
        "days": {customer_id: days_before(0)},
        "found": reaches(ws, ADMIN),
    }


def _decision(ws: Workspace, customer_id: str, snapshot_id: str) -> str:
    """One that has HPAS's signature, and waits for the customer's."""
    found = decision_ground(ws, ADMIN, judge_customer(ws, ADMIN, customer_id, as_of=days_before(90)))
    saw = SeenBy(found.here.view.marker, found.unseen)
    how = {"snapshot_id": snapshot_id, "saw": saw, "as_of": days_before(90)}
    return propose_decision(ws, ADMIN, customer_id, POSTPONE, **how)  # type: ignore[arg-type]


def _made_key(ws: Workspace) -> str:
    """The id of a key that programs read with."""
    make_token(ws, ADMIN, purpose="Power BI", expires=days_before(0), as_of=days_before(90))
    return list_tokens(ws, ADMIN, as_of=days_before(90))[0].id


NOW = datetime.now(UTC)
PLAIN: dict[str, Any] = {
    "agreed": True,
    "app": "",
    "approve": True,
    "as_of": days_before(90),
    "at": NOW,
    "base_version": None,
    "basis": "b",
    "booking_id": "b",
    "before": None,
    "changes": {},
    "compared": None,
    "content": "Sagt av en fremmed",
    "customer_type": CustomerType.MUNICIPALITY,
    "data": b"",
    "days_after": 7,
    "days_left": 90,
    "dialect": Dialect.PROGRAM,
    "done_on": None,
    "each": STARTED[0],
    "edit_no": 1,
    "email": "fremmed@kommune.example",
    "expected": State.SENT,
    "expires": date(2099, 1, 1),
    "fact_id": "employees",
    "field": AnswerField.COMMENT,
    "fingerprint": "f",
    "from_day": days_before(0),
    "go_live": None,
    "group": (GroupKind.REGION, "Nord"),
    "invented": True,
    "language": Language.NYNORSK,
    "mail": None,
    "measure": "Vakt",
    "measure_id": "downtime",
    "name": "Ny kommune",
    "number": 1,
    "on": True,
    "owner": "Drift",
    "purpose": "Power BI",
    "profile": next(iter(PROFILES)),
    "phases": Phases(),
    "place": 0,
    "points": (),
    "proposal": POSTPONE,
    "reach": EVERYONE,
    "reason": "Nei",
    "retention": Retention(),
    "reviewer": "",
    "revisions": 0,
    "role": Role.VIEWER,
    "rule_id": "r",
    "said": {"region": "Nord"},
    "said_before": 0,
    "saw": SeenBy(0, 0),
    "seal": "s",
    "seen": 0,
    "session": "s",
    "to": State.IN_REVIEW,
    "started_on": days_before(0),
    "to_day": days_before(-30),
    "value": 3.0,
    "visit": Visit(None, None, 0, NOW),
    "wanted": Booking("Opplæringsleder", None, days_before(0), days_before(0), days_before(0), 50),
    "wave": None,
}


def asked(door: Callable[..., object], said: Mapping[str, Any]) -> dict[str, Any]:
    """What the door must be told, and every id it may be told."""
    wanted = list(inspect.signature(door).parameters.values())[2:]
    return {each.name: said[each.name] for each in wanted if each.default is each.empty or each.name in IDS}


def try_the_door(ws: Workspace, stranger: Actor, door: Callable[..., object], said: Mapping[str, Any]) -> None:
    def through() -> None:
        told = door(ws, stranger, **asked(door, said))
        # Some hand out piece by piece, and begin when the first is asked for.
        if isinstance(told, Iterator):
            next(told)

    with pytest.raises(NotAllowed):
        through()


@pytest.fixture(scope="module")
def stranger(ws: Workspace) -> Actor:
    """The lead of another customer, who may do the most to its own and nothing to any other's."""
    return municipality(ws, "Fremmed")[0]


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS.keys())
def test_a_stranger_is_refused(
    ws: Workspace, stranger: Actor, theirs: dict[str, Any], door: Callable[..., object]
) -> None:
    try_the_door(ws, stranger, door, PLAIN | theirs)
    try_the_door(ws, stranger, door, PLAIN | theirs | dict(MISSING))
    with ws.database.one_moment():
        open_response(ws, ADMIN, theirs["customer_id"])
        list_snapshots(ws, ADMIN, theirs["customer_id"])
        try_the_door(ws, stranger, door, PLAIN | theirs)


def test_what_answers_all_is_there_still() -> None:
    assert ANSWERS_ALL.keys() <= doors().keys()
    assert len(DOORS) >= 100
