"""Who is using the app, on which day, for which customer: the way from a page to the service."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import cast

import streamlit as st

from language import local_day
from language.ui import access as words
from scoring.judgement import Judgement
from service.answers.encodings import refresh_encodings
from service.answers.response_view import towards_next_wave
from service.answers.responses import ResponseView, open_response
from service.apart import ReadApart
from service.faults import ContentError, DatabaseProblem, Refused
from service.judgement import Circumstances, judged_with
from service.people.actor import CUSTOMER_ROLES, Actor, Role, is_hpas, local_actor
from service.people.customers import CustomerInfo, list_customers
from service.people.logins import Identity, end_login, has_administrator, identify, places_of, recognise
from service.people.own_machine import LocalUse, local_use, who_is_here
from service.people.permissions import PERMISSIONS, Operation
from service.portfolio.this_week import read_ahead as read_week_ahead
from service.programme.reaches import kept_reaches
from service.workspace import Workspace, database_address, open_workspace
from ui import login, session

ROOT = Path(__file__).resolve().parent.parent
LOCAL_ROLES = (
    Role.LEAD,
    Role.CONTRIBUTOR,
    Role.VIEWER,
    Role.DECISION_MAKER,
    Role.REVIEWER,
    Role.ADMIN,
    Role.PROGRAMME,
)


# Not one of Streamlit's caches: whoever can connect may empty those, and the database is locked to the one who has it open.
_workspaces: dict[str, Workspace] = {}
_turn = Lock()


def workspace() -> Workspace:
    """The open database and the questionnaires, one for the whole process."""
    address = database_url()
    with _turn:
        if address not in _workspaces:
            content = ROOT / "assessments"
            opened = open_workspace(database_url=address, assessments=content)
            refresh_encodings(opened)
            _workspaces[address] = replace(opened, day=_fixed_day(), apart=ReadApart(address, content))
        return _workspaces[address]


def database_url() -> str:
    return database_address(os.environ, default=f"sqlite:///{ROOT / 'data' / 'klarsjekk.db'}")


def today() -> date:
    """The day in Norway; `KLARSJEKK_TODAY` sets another one, for demonstrations and tests."""
    return _fixed_day() or local_day(datetime.now(UTC))


def _fixed_day() -> date | None:
    fixed = os.environ.get("KLARSJEKK_TODAY")
    return date.fromisoformat(fixed) if fixed else None


def _local_role() -> Role:
    """The role chosen in local mode; what is not a role counts as the first."""
    held = session.chosen(session.ROLE)
    return Role(held) if held in LOCAL_ROLES else LOCAL_ROLES[0]


class NotLoggedIn(Refused):
    """Login is required, and nobody has logged in in this browser."""

    def __init__(self) -> None:
        super().__init__(words.NOT_LOGGED_IN())


class RealCustomers(Exception):
    """Local mode, and a database with customers that are not invented."""

    def __init__(self) -> None:
        super().__init__(words.REAL_CUSTOMERS())


def actor() -> Actor:
    """The person asking, looked up anew each time: whoever is removed is out at the next click.

    Raises NotLoggedIn, or what `identify` raises.
    """
    return _local_actor() or identify(
        workspace(), _identity(), issuers=login.issuers(), customer_id=session.chosen(session.CUSTOMER)
    )


@contextmanager
def reading() -> Iterator[tuple[Workspace, Actor]]:
    """The workspace and the person asking, as of one moment: all that a page reads is one transaction.

    For reading what to draw, and over before anything is drawn. Raises what `actor` raises.
    """
    ws = workspace()
    with ws.database.one_moment():
        found = _local_actor() or recognise(
            ws, _identity(), issuers=login.issuers(), customer_id=session.chosen(session.CUSTOMER)
        )
        if found is not None:
            yield ws, found
            return
    # Their coming is written first: nobody waits to write while they keep a connection to read from.
    found = actor()
    with ws.database.one_moment():
        yield ws, found


def _local_actor() -> Actor | None:
    """The one who is here in local mode, as the database says; `None` where login is required."""
    return None if login.required() else who_is_here(workspace(), _local_role(), session.chosen(session.CUSTOMER))


def _identity() -> Identity:
    identity = login.identity()
    if identity is None:
        raise NotLoggedIn
    return identity


def login_name() -> str:
    """What tells this login from all others; "" where nobody logs in."""
    return _identity().login if login.required() else ""


def log_out() -> None:
    """End the login, here and in every tab and process that has the same."""
    identity = login.identity()
    try:
        if identity is not None:
            end_login(workspace(), identity)
    finally:
        st.logout()


CannotStart = (DatabaseProblem, ContentError, RealCustomers)


def visit() -> tuple[Actor, list[CustomerInfo]]:
    """The person a run of the page is for, and the customers they may see; in a demo all, since the switch goes to any.

    Raises what `actor` raises, and RealCustomers in local mode when the database has some and is nobody's own machine.
    """
    with reading() as (ws, found):
        use = None if login.required() else _local_use(ws)
        customers = _listed(ws, found, use)
        if found.role in PERMISSIONS[Operation.SEE_PROGRAMME].roles:
            customers += kept_reaches(ws, found)
    session.arrive(found.id)
    session.put(_DRAWN_FOR, (found.id, found.name, found.role.value, found.customer_id))
    session.put(_USE, use and use.value)
    return found, customers


def _listed(ws: Workspace, found: Actor, use: LocalUse | None) -> list[CustomerInfo]:
    """The customers someone may choose among: in a demo all of them, with login those of every place they have."""
    if found.role is Role.PROGRAMME:
        return []
    if use is None and found.role in CUSTOMER_ROLES:
        places = places_of(ws, _identity(), issuers=login.issuers())
        return [each for place in places for each in list_customers(ws, place)]
    return list_customers(ws, local_actor(Role.ADMIN) if use is LocalUse.DEMO else found)


def _local_use(ws: Workspace) -> LocalUse:
    use = local_use(ws)
    if use is LocalUse.CLOSED:
        raise RealCustomers
    return use


_DRAWN_FOR = session.key("drawn", "for")
_USE = session.key("drawn", "use")


def drawn_use() -> LocalUse | None:
    """What the database was for when the page was last drawn whole, `None` with login: for what to draw, never for what is allowed."""
    held = session.value(_USE)
    return None if held is None else LocalUse(str(held))


def drawn_for() -> Actor:
    """The person the page was last drawn whole for: for what to draw, without asking the database again.

    Never for what is allowed: the service is told `actor`, looked up when something is read or done.
    """
    id_, name, role, customer_id = cast(tuple[str, str, str, str | None], session.value(_DRAWN_FOR))
    return Actor(id_, name, Role(role), customer_id)


def at_start() -> list[str]:
    """What keeps the app from starting: content, database, or nobody who may let people in. Opens both."""
    try:
        if not login.required():
            _local_use(workspace())
        elif not has_administrator(workspace()):
            return [words.NO_ADMINISTRATOR()]
    except CannotStart as problem:
        return str(problem).splitlines()
    return []


def read_ahead() -> None:
    """What HPAS looks at first of thousands of customers, and what draws it, read while nobody waits."""
    # What is wrong is told to whoever asks.
    with suppress(DatabaseProblem):
        if read_week_ahead(workspace(), as_of=today()):
            for module in ("pandas", "ui.portfolio.cell_detail", "ui.portfolio.comparison", "ui.portfolio.this_week"):
                import_module(module)


def to_set_a_date() -> str:
    """What to do about a go-live that is not set, where one is not an administrator."""
    return words.SET_IT() if drawn_use() is LocalUse.OWN else words.ASK_HPAS()


def settle(found: list[CustomerInfo]) -> CustomerInfo | None:
    """The chosen customer, or the first one when none is chosen; None when there are none, or the chosen one is not there."""
    held = session.chosen(session.CUSTOMER)
    customer = next((each for each in found if held in (None, each.id)), None)
    if customer is not None:
        session.choose(session.CUSTOMER, customer.id)
        session.start_afresh_for(customer.id)
    if drawn_use() is LocalUse.DEMO:
        session.choose(session.ROLE, _local_role().value)
    return customer


def response() -> ResponseView:
    """The chosen customer's response, read once."""
    with reading() as (ws, found):
        return towards_next_wave(open_response(ws, found, chosen_customer()), today())


def chosen_customer() -> str:
    """The id of the chosen customer, as it stands in the address; "" when there is none."""
    return session.chosen(session.CUSTOMER) or ""


def response_again() -> ResponseView:
    """The same inside a fragment: whoever has lost access meanwhile gets the whole page anew, which says so."""
    try:
        return response()
    except (Refused, DatabaseProblem):
        st.rerun()


def days_left(view: ResponseView) -> int | None:
    """Days to the go-live, `None` without one."""
    return None if view.customer.go_live is None else (view.customer.go_live - today()).days


def judged(view: ResponseView, circumstances: Circumstances) -> Judgement:
    """The judgement of a response today."""
    return judged_with(view, circumstances, as_of=today())


def may_answer() -> bool:
    """Whether to draw the inputs open; the service decides for itself."""
    return _may(Operation.ANSWER)


def may_plan() -> bool:
    """Whether to offer to plan actions; the service decides for itself."""
    return _may(Operation.PLAN_ACTIONS)


def may_hand_out() -> bool:
    """Whether to offer to give questions to others; the service decides for itself."""
    return _may(Operation.ASSIGN)


def may_correct_phases() -> bool:
    """Whether to offer to correct the days of the phases; the service decides for itself."""
    return _may(Operation.CORRECT_PHASES)


def may_give_phases() -> bool:
    """Whether to offer to say the days of a wave; the service decides for itself."""
    return drawn_for().role in PERMISSIONS[Operation.GIVE_PHASES].roles


def _may(operation: Operation) -> bool:
    """Of the chosen customer, or of HPAS's own answers."""
    permission = PERMISSIONS[operation]
    return drawn_for().role in (permission.on_hpas if is_hpas(chosen_customer()) else permission.roles)


def may_ask_for_waivers() -> bool:
    """Whether to offer to ask for an exception; the service decides for itself."""
    return drawn_for().role in PERMISSIONS[Operation.PROPOSE_WAIVER].roles
