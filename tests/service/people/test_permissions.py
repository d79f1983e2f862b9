"""Who may do what: every operation, every role, on the own customer's data, another's, and what does not exist."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from itertools import count, product
from typing import Any, NamedTuple

import pytest
from sqlalchemy import select

from language import OPERATIONS, STATES, Language
from scoring.packed_rows import pack_row
from scoring.proof.phases import Phases
from scoring.vocabulary import AnswerField, CustomerType, DecisionKind, Programme, ReachKind
from service.answers.assignments import Assignee, assign
from service.answers.encodings import yardstick_of
from service.answers.responses import FieldChange, history, open_response, record_many
from service.decision.conditions import mark_condition
from service.decision.signing import SeenBy, propose_decision
from service.decision.wanted import WantedDecision
from service.demo.customers import fill_demo
from service.dossier.taking_in import take_in
from service.faults import BadInput, NotAllowed
from service.files.api_tokens import list_tokens
from service.files.people import ACCESS
from service.form.upgrade import move_to_newer
from service.letters.feed import make_feed
from service.letters.nudging import nudge_customers
from service.letters.reminding import upcoming
from service.outcomes.figures import OutcomeSide, SaidOutcome, record_outcome
from service.outcomes.starts import confirm_start
from service.people.access import allow
from service.people.actor import Actor, Role, local_actor
from service.people.customer_changes import describe_customers, take_back_customers
from service.people.customers import add_customer, list_customers, set_go_live
from service.people.group_reviewers import GroupKind, set_group_reviewer
from service.people.log import read_log
from service.people.logins import Happening
from service.people.members import forget, invite, list_members, rebind, remove
from service.people.open_logins import own_logins
from service.people.permissions import PERMISSIONS, Operation, require
from service.people.person import what_is_kept
from service.people.spoken import choose_language
from service.plan.actions import create_action
from service.plan.phases import correct_phases, give_phases
from service.plan.waivers import decide_waiver, propose_waiver
from service.portfolio.shared_roles import end_booking
from service.programme.levels import levels
from service.programme.reaches import EVERYONE, Reach, open_reach
from service.retention import Retention, let_go
from service.review.ratings import rate
from service.review.review_queue import read_queue
from service.review.submissions import MovedOn, State, list_snapshots, move, open_snapshot, send_in
from service.workspace import Workspace
from service.xray import look_at
from storage import records
from storage.decision import rows as decision_rows
from storage.decision.rows import ConditionRow, DecisionRow, SignatureRow
from storage.tables import audit_event, chain_entry, chain_head, metadata
from tests.builders import GO_LIVE, catalogue, municipality, questionnaire, record, workspace
from tests.service.files.handing import handed
from tests.service.portfolio.comparison_oracle import load_all
from tests.tell import Tell

PHASES = Phases(build_stop=date(2027, 2, 1))
OWN, FOREIGN, MISSING, HPAS = "own", "foreign", "missing", "hpas"

# Operation: contributor, lead, viewer, reviewer, admin, programme, decision maker; each may it on the own customer's, another's, what is
# missing, and HPAS's own. Written by hand.
EXPECTED: dict[Operation, tuple[str, str, str, str, str, str, str]] = {
    Operation.READ: ("y...", "y...", "y...", "yy.y", "yy.y", "...y", "y..."),
    Operation.SEE_HISTORY: ("y...", "y...", "y...", "yy.y", "yy.y", "...y", "y..."),
    Operation.ANSWER: ("y...", "y...", "....", "....", "...y", "...y", "...."),
    Operation.IMPORT_ANSWERS: ("y...", "y...", "....", "....", "...y", "...y", "...."),
    Operation.EXPORT_ANSWERS: ("y...", "y...", "y...", "yy.y", "yy.y", "...y", "y..."),
    Operation.ASSIGN: ("....", "y...", "....", "....", "...y", "...y", "...."),
    Operation.SEND_IN: ("....", "y...", "....", "....", "....", "....", "...."),
    Operation.REOPEN: ("....", "y...", "....", "....", "....", "....", "...."),
    Operation.CHANGE_FORM: ("....", "y...", "....", "....", "...y", "...y", "...."),
    Operation.REVIEW: ("....", "....", "....", "yy..", "yy..", "....", "...."),
    Operation.SEE_REVIEW_QUEUE: ("....", "....", "....", "yyyy", "yyyy", "....", "...."),
    Operation.SET_GO_LIVE: ("....", "....", "....", "....", "yy..", "....", "...."),
    Operation.GIVE_PHASES: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.CORRECT_PHASES: ("....", "y...", "....", "....", "yy..", "....", "...."),
    Operation.LIST_CUSTOMERS: ("yyyy", "yyyy", "yyyy", "yyyy", "yyyy", "yyyy", "yyyy"),
    Operation.ADD_CUSTOMER: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.DESCRIBE_CUSTOMER: ("....", "....", "....", "....", "yy..", "....", "...."),
    Operation.ARCHIVE_CUSTOMER: ("....", "....", "....", "....", "yy..", "....", "...."),
    Operation.REMIND_CUSTOMER: ("....", "....", "....", "yy..", "yy..", "....", "...."),
    Operation.SET_GROUP_REVIEWER: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.PLAN_SHARED_ROLES: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.COMPARE: ("....", "....", "....", "yyyy", "yyyy", "....", "...."),
    Operation.EXPORT_COMPARISON: ("....", "....", "....", "yyyy", "yyyy", "....", "...."),
    Operation.FILL_DEMO: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.LIST_MEMBERS: ("....", "y...", "....", "....", "yy..", "....", "...."),
    Operation.INVITE_MEMBER: ("....", "y...", "....", "....", "yy..", "....", "...."),
    Operation.REMOVE_MEMBER: ("....", "y...", "....", "....", "yy..", "....", "...."),
    Operation.LIST_HPAS_MEMBERS: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.INVITE_HPAS_MEMBER: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.REMOVE_HPAS_MEMBER: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.FORGET_MEMBER: ("....", "....", "....", "....", "yy..", "....", "...."),
    Operation.REBIND_MEMBER: ("....", "....", "....", "....", "yy..", "....", "...."),
    Operation.REVIEW_ACCESS: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.READ_AUDIT_LOG: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.PLAN_ACTIONS: ("y...", "y...", "....", "....", "...y", "...y", "...."),
    Operation.PROPOSE_WAIVER: ("....", "y...", "....", "....", "....", "....", "...."),
    Operation.DECIDE_WAIVER: ("....", "....", "....", "yy..", "yy..", "....", "...."),
    Operation.SET_UP: ("....", "yyyy", "....", "....", "....", "....", "...."),
    Operation.DESCRIBE_OWN: ("....", "y...", "....", "....", "....", "....", "...."),
    Operation.TAKE_IN: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.SEND_LETTERS: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.CHOOSE_LETTERS: ("yyyy", "yyyy", "yyyy", "yyyy", "yyyy", "....", "yyyy"),
    Operation.CHOOSE_LANGUAGE: ("....", "y...", "....", "....", "yy..", "....", "...."),
    Operation.MAKE_CALENDAR: ("....", "y...", "....", "....", "....", "....", "...."),
    Operation.END_LOGINS: ("yyyy", "yyyy", "yyyy", "yyyy", "yyyy", "yyyy", "yyyy"),
    Operation.SEE_PERSON: ("....", "....", "....", "....", "yy..", "....", "...."),
    Operation.RETAIN: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.MANAGE_TOKENS: ("....", "....", "....", "....", "yyyy", "....", "...."),
    Operation.ANSWER_FINDING: ("y...", "y...", "....", "....", "...y", "...y", "...."),
    Operation.CONFIRM_START: ("....", "y...", "....", "yy..", "yy..", "....", "...."),
    Operation.RECORD_OUTCOME: ("y...", "y...", "....", "....", "....", "....", "...."),
    Operation.REMARK_OUTCOME: ("....", "....", "....", "yy..", "yy..", "....", "...."),
    Operation.SEE_PROGRAMME: ("....", "....", "....", "yyyy", "yyyy", "yyyy", "...."),
    Operation.ANSWER_PROGRAMME: ("....", "....", "....", "....", "yyyy", "yyyy", "...."),
    Operation.SIGN_DECISION: ("....", "....", "....", "yy..", "yy..", "....", "y..."),
    Operation.MARK_CONDITION: ("....", "y...", "....", "yy..", "yy..", "....", "y..."),
}


ADMIN = local_actor(Role.ADMIN)


class Target(NamedTuple):
    customer_id: str
    response_id: str
    member_id: str
    hpas_member_id: str
    waiver_id: str = "missing"
    snapshot_id: str = "missing"
    decision_id: str = "missing"


def _answer(ws: Workspace, actor: Actor, to: Target) -> object:
    turn = next(_EDITS)
    comment = AnswerField.COMMENT
    return record(
        ws, actor, to.response_id, "Q-LEVEL", comment, f"{turn}", base_version=None, session="s", edit_no=turn
    )


def _import(ws: Workspace, actor: Actor, to: Target) -> object:
    changes = [FieldChange("Q-LEVEL", AnswerField.COMMENT, f"{next(_EDITS)}")]
    return record_many(ws, actor, to.response_id, changes, session="i", edit_no=next(_EDITS))


def _add(ws: Workspace, actor: Actor, _to: Target) -> object:
    name = f"Kommune {next(_EDITS)}"
    return add_customer(ws, actor, name=name, customer_type=CustomerType.MUNICIPALITY, invented=True)


def _plan(ws: Workspace, actor: Actor, to: Target) -> object:
    turn = next(_EDITS)
    return create_action(ws, actor, to.response_id, "Q-LEVEL", text=f"Tiltak {turn}", session="p", edit_no=turn)


def _propose(ws: Workspace, actor: Actor, to: Target) -> None:
    # One is proposed already: past the door this is refused for what it is.
    with suppress(BadInput):
        propose_waiver(ws, actor, to.response_id, "Q-STOP", measure="Vakt", owner="Drift", expires=date(2099, 1, 1))


def _look_at(ws: Workspace, actor: Actor, to: Target) -> None:
    # Past the door this is refused: nothing is seen in answers that are not there.
    with suppress(BadInput):
        look_at(ws, actor, to.customer_id, rule_id="r", basis="b", reason="Sett på", as_of=date(2027, 1, 1))


def _confirm(ws: Workspace, actor: Actor, to: Target) -> None:
    # Past the door this is refused: the day is not come.
    with suppress(BadInput):
        confirm_start(ws, actor, to.customer_id, date(2027, 1, 2), as_of=date(2027, 1, 1))


def _record_outcome(side: OutcomeSide) -> Callable[[Workspace, Actor, Target], None]:
    def record(ws: Workspace, actor: Actor, to: Target) -> None:
        # Past the door this is refused: nobody has started.
        with suppress(BadInput):
            said = SaidOutcome(1.0, False, None)
            record_outcome(ws, actor, to.customer_id, "downtime", 7, said, side=side, as_of=date(2027, 1, 1))

    return record


def _rebind(ws: Workspace, actor: Actor, to: Target) -> None:
    """Of one who has access: those the cells share have lost it."""
    member_id = to.member_id
    if actor.role is Role.ADMIN and to.customer_id in {each.id for each in list_customers(ws, ADMIN)}:
        member_id = invite(ws, ADMIN, to.customer_id, role=Role.VIEWER, email=f"n{next(_EDITS)}@kommune.example")
    rebind(ws, actor, member_id)


def _sign(ws: Workspace, actor: Actor, to: Target) -> None:
    # Past the door this is refused: HPAS has not looked at what was sent in.
    with suppress(BadInput):
        how = {"snapshot_id": to.snapshot_id, "saw": SeenBy(0, 0), "as_of": date(2027, 1, 1)}
        propose_decision(ws, actor, to.customer_id, WantedDecision(DecisionKind.GO), **how)  # type: ignore[arg-type]


def _mark(ws: Workspace, actor: Actor, to: Target) -> None:
    mark_condition(ws, actor, to.decision_id, 0, done_on=GO_LIVE, said_before=0, as_of=GO_LIVE)


def _decide(ws: Workspace, actor: Actor, to: Target) -> None:
    # Only the first who may has something to decide.
    with suppress(BadInput):
        decide_waiver(ws, actor, to.waiver_id, approve=False, reason="Nei")


def _send_in(ws: Workspace, actor: Actor, to: Target) -> object:
    """Sent in, or told behind the same door that it is sent in already."""
    with ws.database.reading() as connection:
        row = records.response_by_id(connection, to.response_id)
    seen = row.revisions if row else 0
    with suppress(BadInput):
        send_in(ws, actor, to.customer_id, seen=seen, as_of=GO_LIVE, incomplete=True)
    return None


def _moved(ws: Workspace, actor: Actor, to: Target, expected: State, state: State) -> object:
    """The move, or `MovedOn` behind the same door when an earlier test has been through it."""
    with suppress(MovedOn):
        move(ws, actor, to.snapshot_id, state, expected=expected)
    return None


def _change_form(ws: Workspace, actor: Actor, to: Target) -> object:
    asked = Programme.PROGRAMME if to.customer_id.startswith("hpas-") else CustomerType.MUNICIPALITY
    form = ws.form_of(asked)
    return move_to_newer(ws, actor, to.customer_id, fingerprint=form.fingerprint if form else "")


def _answer_for_hpas(ws: Workspace, actor: Actor, _to: Target) -> object:
    """A reach nobody has made yet."""
    wave = date.fromordinal(740_000 + next(_EDITS)).isoformat()
    return open_reach(ws, actor, Reach(ReachKind.WAVE, wave))


def _take_in(ws: Workspace, actor: Actor, _to: Target) -> None:
    # Past the door it is refused for what it is.
    with suppress(BadInput):
        take_in(ws, actor, b"", seal="")


def _review_group(ws: Workspace, actor: Actor, _to: Target) -> None:
    with suppress(BadInput):
        set_group_reviewer(ws, actor, (GroupKind.REGION, "Ingen region"), "")


_EDITS = count(1)
DOORS: dict[Operation, Callable[[Workspace, Actor, Target], object]] = {
    Operation.READ: lambda ws, actor, to: open_response(ws, actor, to.customer_id),
    Operation.SEE_HISTORY: lambda ws, actor, to: history(ws, actor, to.response_id, "Q-LEVEL"),
    Operation.ANSWER: _answer,
    Operation.IMPORT_ANSWERS: _import,
    Operation.EXPORT_ANSWERS: lambda ws, actor, to: allow(
        ws, actor, Operation.EXPORT_ANSWERS, None if to.customer_id == "missing" else to.customer_id
    ),
    Operation.ASSIGN: lambda ws, actor, to: assign(
        ws, actor, to.customer_id, ["Q-LEVEL"], Assignee(None, f"Navn {next(_EDITS)}")
    ),
    Operation.SEND_IN: _send_in,
    Operation.REOPEN: lambda ws, actor, to: _moved(ws, actor, to, State.SENT, State.REOPENED),
    Operation.CHANGE_FORM: _change_form,
    Operation.REVIEW: lambda ws, actor, to: _moved(ws, actor, to, State.SENT, State.IN_REVIEW),
    Operation.SEE_REVIEW_QUEUE: lambda ws, actor, _to: read_queue(ws, actor, as_of=date(2027, 1, 1)).lines,
    Operation.GIVE_PHASES: lambda ws, actor, _to: give_phases(ws, actor, GO_LIVE, PHASES),
    Operation.CORRECT_PHASES: lambda ws, actor, to: correct_phases(ws, actor, to.customer_id, PHASES, reason="Sein"),
    Operation.SET_GO_LIVE: lambda ws, actor, to: set_go_live(
        ws, actor, to.customer_id, date(2027, 1, 1 + next(_EDITS) % 28)
    ),
    Operation.LIST_CUSTOMERS: lambda ws, actor, _to: list_customers(ws, actor),
    Operation.ADD_CUSTOMER: _add,
    Operation.DESCRIBE_CUSTOMER: lambda ws, actor, to: describe_customers(
        ws, actor, [to.customer_id], {"region": f"Region {next(_EDITS)}"}
    ),
    Operation.CHOOSE_LANGUAGE: lambda ws, actor, to: choose_language(
        ws, actor, to.customer_id, Language.NYNORSK if next(_EDITS) % 2 else Language.BOKMAL
    ),
    # Back, of what is not away: behind the door there is nothing to do.
    Operation.ARCHIVE_CUSTOMER: lambda ws, actor, to: take_back_customers(ws, actor, [to.customer_id]),
    Operation.REMIND_CUSTOMER: lambda ws, actor, to: nudge_customers(
        ws, actor, [to.customer_id], as_of=date(2027, 1, 1), mail=None, app=""
    ),
    Operation.SET_GROUP_REVIEWER: _review_group,
    # Away, of what is not booked: behind the door there is nothing to do.
    Operation.PLAN_SHARED_ROLES: lambda ws, actor, _to: end_booking(ws, actor, "missing"),
    Operation.COMPARE: lambda ws, actor, _to: load_all(ws, actor),
    Operation.EXPORT_COMPARISON: lambda ws, actor, _to: load_all(ws, actor, with_texts=True),
    Operation.FILL_DEMO: lambda ws, actor, _to: fill_demo(ws, actor, as_of=date(2027, 1, 1)),
    Operation.LIST_MEMBERS: lambda ws, actor, to: list_members(ws, actor, to.customer_id),
    Operation.INVITE_MEMBER: lambda ws, actor, to: invite(
        ws, actor, to.customer_id, role=Role.VIEWER, email=f"n{next(_EDITS)}@kommune.example"
    ),
    Operation.REMOVE_MEMBER: lambda ws, actor, to: remove(ws, actor, to.member_id),
    Operation.LIST_HPAS_MEMBERS: lambda ws, actor, _to: list_members(ws, actor, None),
    Operation.INVITE_HPAS_MEMBER: lambda ws, actor, _to: invite(
        ws, actor, None, role=Role.REVIEWER, email=f"n{next(_EDITS)}@hpas.example"
    ),
    Operation.REMOVE_HPAS_MEMBER: lambda ws, actor, to: remove(ws, actor, to.hpas_member_id),
    Operation.FORGET_MEMBER: lambda ws, actor, to: forget(ws, actor, to.member_id),
    Operation.REBIND_MEMBER: _rebind,
    Operation.REVIEW_ACCESS: lambda ws, actor, _to: handed(ws, actor, ACCESS, as_of=date(2027, 1, 1)),
    Operation.READ_AUDIT_LOG: lambda ws, actor, _to: read_log(ws, actor),
    Operation.PLAN_ACTIONS: _plan,
    Operation.PROPOSE_WAIVER: _propose,
    Operation.DECIDE_WAIVER: _decide,
    Operation.ANSWER_FINDING: _look_at,
    Operation.SIGN_DECISION: _sign,
    Operation.MARK_CONDITION: _mark,
    Operation.CONFIRM_START: _confirm,
    Operation.RECORD_OUTCOME: _record_outcome(OutcomeSide.CUSTOMER),
    Operation.REMARK_OUTCOME: _record_outcome(OutcomeSide.HPAS),
    Operation.TAKE_IN: _take_in,
    # What else these two ask for is told in test_own_machine.
    Operation.SET_UP: lambda ws, actor, _to: allow(ws, actor, Operation.SET_UP),
    Operation.DESCRIBE_OWN: lambda ws, actor, to: allow(
        ws, actor, Operation.DESCRIBE_OWN, None if to.customer_id == "missing" else to.customer_id
    ),
    Operation.SEND_LETTERS: lambda ws, actor, _to: upcoming(ws, actor, as_of=date(2027, 1, 1), app=""),
    # Behind the door only a member has a say: tests/service/letters.
    Operation.CHOOSE_LETTERS: lambda ws, actor, _to: allow(ws, actor, Operation.CHOOSE_LETTERS),
    Operation.END_LOGINS: lambda ws, actor, _to: own_logins(ws, actor, login=""),
    Operation.SEE_PERSON: lambda ws, actor, to: what_is_kept(ws, actor, to.member_id),
    Operation.RETAIN: lambda ws, actor, _to: let_go(ws, actor, Retention()),
    Operation.MANAGE_TOKENS: lambda ws, actor, _to: list_tokens(ws, actor, as_of=GO_LIVE),
    Operation.MAKE_CALENDAR: lambda ws, actor, to: make_feed(ws, actor, to.customer_id),
    Operation.SEE_PROGRAMME: lambda ws, actor, _to: levels(ws, actor, "Q-LEVEL"),
    Operation.ANSWER_PROGRAMME: _answer_for_hpas,
}

CELLS = [
    (operation, role, thing, expected[place] == "y")
    for operation, row in EXPECTED.items()
    for role, expected in zip(Role, row, strict=True)
    for place, thing in enumerate((OWN, FOREIGN, MISSING, HPAS))
]


class World(NamedTuple):
    ws: Workspace
    targets: dict[str, Target]


@pytest.fixture(scope="module")
def world(address_of_module: str) -> Iterator[World]:
    both = catalogue(questionnaire(), questionnaire(customer_type=Programme.PROGRAMME))
    ws = workspace(address_of_module, of=both)
    own, own_response = municipality(ws, "Egen")
    other, other_response = municipality(ws, "Fremmed")
    assert own.customer_id
    assert other.customer_id
    hpas = invite(ws, ADMIN, None, role=Role.ADMIN, email="hpas@hpas.example")
    theirs = {
        customer: invite(ws, ADMIN, customer, role=Role.LEAD, email=f"{customer}@kommune.example")
        for customer in (own.customer_id, other.customer_id)
    }
    waivers = [
        propose_waiver(ws, lead, response, "Q-STOP", measure="Vakt", owner="Drift", expires=date(2099, 1, 1))
        for lead, response in ((own, own_response), (other, other_response))
    ]
    sent = [send_in(ws, lead, lead.customer_id or "", seen=0, as_of=GO_LIVE, incomplete=True) for lead in (own, other)]
    decisions = [_decided(ws, lead.customer_id or "", each) for lead, each in zip((own, other), sent, strict=True)]
    answered = open_reach(ws, ADMIN, EVERYONE)
    targets = {
        OWN: Target(own.customer_id, own_response, theirs[own.customer_id], hpas, waivers[0], sent[0], decisions[0]),
        FOREIGN: Target(
            other.customer_id, other_response, theirs[other.customer_id], hpas, waivers[1], sent[1], decisions[1]
        ),
        MISSING: Target("missing", "missing", "missing", hpas),
        HPAS: Target(answered.customer.id, answered.response_id, "missing", hpas),
    }
    yield World(ws, targets)
    ws.close()


def _decided(ws: Workspace, customer_id: str, snapshot_id: str) -> str:
    """A decision with a condition that both sides have signed, whatever the answers are; its id."""
    view, at = open_response(ws, ADMIN, customer_id), datetime.now(UTC)
    of = (
        f"d-{customer_id}"[:64],
        view.response_id,
        customer_id,
        snapshot_id,
        DecisionKind.CONDITIONS.value,
        GO_LIVE,
        None,
        None,
        None,
    )
    signed = tuple(SignatureRow(side, 0, side, "reviewer", at) for side in ("customer", "hpas"))
    row = DecisionRow(*of, 0, "", "{}", at, view.form.fingerprint, (ConditionRow(0, "Vakt", "Leder", GO_LIVE),), signed)
    numbers = pack_row(yardstick_of(view.form), view.counted)
    with ws.database.writing() as connection:
        decision_rows.add_decision(connection, row, numbers=numbers, stood='{"verdict":null,"by_hpas":null,"stops":[]}')
    return row.id


# As it lies there: it is read before and after every refusal, and nothing need be made of it.
_READ = {
    table.name: f'SELECT * FROM "{table.name}"'
    for table in metadata.sorted_tables
    if table not in (audit_event, chain_entry, chain_head)
}


def stored(ws: Workspace) -> dict[str, list[object]]:
    """Everything in the database but the log, and the chain it is in."""
    with ws.database.reading() as connection:
        cursor = connection.connection.cursor()
        held: dict[str, list[object]] = {}
        for name, query in _READ.items():
            cursor.execute(query)
            held[name] = list(cursor.fetchall())
        return held


@pytest.mark.parametrize(("operation", "role", "thing", "may"), CELLS)
def test_the_door_opens_for_those_who_may(
    world: World, operation: Operation, role: Role, thing: str, may: bool
) -> None:
    actor = Actor("someone", "Noen", role, world.targets[OWN].customer_id)
    if may:
        DOORS[operation](world.ws, actor, world.targets[thing])
        return
    before = stored(world.ws)
    with pytest.raises(NotAllowed) as raised:
        DOORS[operation](world.ws, actor, world.targets[thing])
    assert str(raised.value) == "Vi finner ikke dette, eller du har ikke tilgang til det."
    assert stored(world.ws) == before
    with world.ws.database.reading() as connection:
        last = connection.execute(select(audit_event).order_by(audit_event.c.id.desc()).limit(1)).one()
    assert (last.actor, last.operation, last.outcome) == ("someone", operation.value, "refused")


@pytest.mark.parametrize("operation", Operation)
def test_a_door_stays_closed_in_a_moment_that_another_has_read_in(world: World, operation: Operation) -> None:
    closed = [(role, thing) for asked, role, thing, may in CELLS if asked is operation and not may]
    before = _refused(world.ws, operation)
    with world.ws.database.one_moment():
        for thing in (OWN, FOREIGN):
            open_response(world.ws, ADMIN, world.targets[thing].customer_id)
        for role, thing in closed:
            actor = Actor("someone", "Noen", role, world.targets[OWN].customer_id)
            with pytest.raises(NotAllowed):
                DOORS[operation](world.ws, actor, world.targets[thing])
    assert _refused(world.ws, operation) - before == len(closed)


def _refused(ws: Workspace, operation: Operation) -> int:
    with ws.database.reading() as connection:
        lines = records.audit_log(connection)
    return sum((line.operation, line.outcome) == (operation.value, "refused") for line in lines)


def test_every_operation_is_in_the_tables_and_has_a_door(tell: Tell) -> None:
    assert set(PERMISSIONS) == set(EXPECTED) == set(DOORS) == set(Operation)
    allowed = sum(may for *_, may in CELLS)
    tell(f"permissions: {len(CELLS)} cells, {allowed} open, {len(CELLS) - allowed} closed")


@pytest.mark.parametrize(("role", "operation"), list(product(Role, Operation)))
def test_someone_of_no_customer_reaches_no_customer_by_that(role: Role, operation: Operation) -> None:
    actor = Actor("someone", "Noen", role, None)
    for nothing in (None, ""):
        if PERMISSIONS[operation].of_one and role not in (Role.REVIEWER, Role.ADMIN):
            with pytest.raises(NotAllowed):
                require(actor, operation, nothing)


@pytest.mark.parametrize("rubbish", ["", "\0", "\ud800", "x" * 100_000, "' OR 1=1 --", "æ", "%", None, 7])
def test_a_rubbish_id_is_refused_like_a_missing_one(world: World, rubbish: Any) -> None:
    admin, lead = Actor("a", "A", Role.ADMIN), Actor("l", "L", Role.LEAD, rubbish)
    doors: list[Callable[[], object]] = [
        lambda: open_response(world.ws, admin, rubbish),
        lambda: open_response(world.ws, lead, rubbish),
        lambda: history(world.ws, admin, rubbish, "Q-LEVEL"),
        lambda: set_go_live(world.ws, admin, rubbish, None),
        lambda: send_in(world.ws, lead, rubbish, seen=0, as_of=GO_LIVE),
        lambda: list_snapshots(world.ws, admin, rubbish),
        lambda: open_snapshot(world.ws, admin, rubbish),
        lambda: move(world.ws, admin, rubbish, State.IN_REVIEW, expected=State.SENT),
        lambda: rate(world.ws, admin, rubbish, "Q-LEVEL", agreed=True),
    ]
    for door in doors:
        with pytest.raises(NotAllowed):
            door()


def test_what_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(NotAllowed):
        require(Actor("a", "A", Role.ADMIN), "drop_everything", "c")  # type: ignore[arg-type]


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEAD, Role.VIEWER])
def test_a_customer_sees_only_itself_in_the_list(address: str, role: Role) -> None:
    with workspace(address) as ws:
        own, _ = municipality(ws, "Egen")
        municipality(ws, "Fremmed")
        seen = {customer.name for customer in list_customers(ws, Actor("x", "X", role, own.customer_id))}
        assert (seen, list_customers(ws, Actor("x", "X", role, None))) == ({"Egen"}, [])


def test_every_operation_and_happening_has_a_norwegian_word_of_its_own() -> None:
    told = {*Operation, *Happening}
    assert {each.value for each in told} == OPERATIONS.keys()
    assert len(set(OPERATIONS.values())) == len(OPERATIONS)


def test_every_state_has_a_norwegian_word() -> None:
    assert {state.value for state in State} == STATES.keys()
