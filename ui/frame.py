"""What stands around every page: brand, the line that says this is invented, the switch of local mode, and failures."""

from collections.abc import Iterator, Mapping

import streamlit as st

import language
from language import QUESTIONNAIRES
from language.ui import frame as words
from service.faults import Refused
from service.people.actor import Actor, Role
from service.people.customers import CustomerInfo
from service.people.logins import LoginEnded, LoginTooOld, LoginUnused
from service.people.own_machine import LocalUse
from ui import access, login, session, spoken
from ui.people import own_logins
from ui.text import escaped, plain

LOGO = access.ROOT / "ui" / "assets" / "logo.svg"
STYLE = access.ROOT / "ui" / "assets" / "klarsjekk.css"
ICON = access.ROOT / "ui" / "assets" / "icon.svg"


class _Roles(Mapping[Role, str]):
    """Role -> what it is called where a line begins with it."""

    def __getitem__(self, role: Role) -> str:
        return language.sentence(language.ROLES[role])

    def __iter__(self) -> Iterator[Role]:
        return iter(access.LOCAL_ROLES)

    def __len__(self) -> int:
        return len(access.LOCAL_ROLES)


ROLES = _Roles()


def configure() -> None:
    """The page itself: title, width, brand."""
    st.set_page_config(page_title="Klarsjekk", page_icon=str(ICON), layout="centered", initial_sidebar_state="auto")
    st.logo(str(LOGO), size="large", icon_image=str(ICON))
    st.html(STYLE)
    # Not for people: `web/unsaved.js` presses it when the connection is back. The process that answers may be another one,
    # which knows none of the page's fragments, and would drop the next answer without a word.
    st.button(words.AGAIN(), key="again")


def wide() -> None:
    """Let the page be as wide as the screen."""
    st.set_page_config(layout="wide")


def switch(customers: list[CustomerInfo], chosen: CustomerInfo | None, actor: Actor) -> None:
    """Who is here and for which customer; in local mode a switch between roles."""
    demo = access.drawn_use() is LocalUse.DEMO
    if demo:
        st.caption(f":material/lock_open: {words.LOCAL_USE()}")
    with st.sidebar:
        if login.required():
            plain(actor.name)
            st.caption(ROLES[actor.role])
        if len(customers) > 1:
            _customer_box(customers, chosen)
        if login.required():
            own_logins.button()
            st.button(words.LOG_OUT(), icon=":material/logout:", on_click=access.log_out)
        elif demo:
            _role_box(actor)
        elif chosen is not None:
            plain(chosen.name)
            st.caption(words.OWN_MACHINE())
    spoken.switch(actor, chosen)


def _customer_box(customers: list[CustomerInfo], chosen: CustomerInfo | None) -> None:
    names = {customer.id: customer.name for customer in customers}
    key = session.key("switch", "customer")
    session.put(key, chosen.id if chosen else None)
    st.selectbox(
        words.CUSTOMER(),
        options=list(names),
        index=None if chosen is None else 0,
        format_func=lambda customer_id: names[customer_id],
        placeholder=words.CHOOSE_CUSTOMER(),
        key=key,
        on_change=lambda: session.choose(session.CUSTOMER, str(session.value(key))),
    )


def _role_box(actor: Actor) -> None:
    key = session.key("switch", "role")
    session.put(key, actor.role)
    st.selectbox(
        words.ROLE(),
        options=list(access.LOCAL_ROLES),
        format_func=lambda role: ROLES[role],
        key=key,
        on_change=lambda: session.choose(session.ROLE, str(session.value(key))),
    )


def who(customer: CustomerInfo, days_left: int | None) -> None:
    """Name, type and how far it is to the go-live; and that an invented customer is invented."""
    _marked(
        customer, f"{escaped(customer.name)} · {QUESTIONNAIRES[customer.customer_type]} · {_when(customer, days_left)}"
    )


def how_far(customer: CustomerInfo, days_left: int | None) -> None:
    """The same where the page says already who it is and which day: the days alone, and the mark of an invented one."""
    _marked(customer, words.NO_DATE() if days_left is None else language.days_to(days_left))


def _marked(customer: CustomerInfo, known: str) -> None:
    st.caption(f"{known}\n\n:material/science: {words.INVENTED()}" if customer.invented else known)


def _when(customer: CustomerInfo, days_left: int | None) -> str:
    if customer.go_live is None or days_left is None:
        return words.NO_DATE()
    if customer.started_on is not None and days_left <= 0:
        return words.IN_USE(day=language.day(customer.started_on))
    return words.GO_LIVE(day=language.day(customer.go_live), how_far=language.days_to(days_left))


def log_in(why: str = "") -> None:
    """The first page where login is required; nothing of any customer is on it."""
    st.title("Klarsjekk", anchor=False)
    if why:
        st.info(why)
    if said := words.LOGIN_FAILED.get(session.chosen(session.LOGIN) or ""):
        st.warning(said)
    st.write(words.LOG_IN_TO_BEGIN())
    for provider, name in login.providers().items():
        st.button(
            words.LOG_IN_WITH(provider=name),
            key=session.key("login", provider),
            icon=":material/login:",
            on_click=login.begin,
            args=(provider,),
        )


def turned_away(refused: Refused) -> None:
    """Logged in, but without access; who has logged out elsewhere, or logged in too long ago, may do it again."""
    if isinstance(refused, (LoginEnded, LoginTooOld, LoginUnused)):
        log_in(refused.message)
        return
    st.title(words.NO_ACCESS(), anchor=False)
    st.error(escaped(refused.message))
    if login.required():
        st.button(words.LOG_OUT(), icon=":material/logout:", on_click=access.log_out)


def failed(message: str) -> None:
    """The app cannot start, or cannot read: what is wrong and what to do, and nothing else."""
    st.title(words.CANNOT_OPEN())
    st.error(escaped(message))


def no_such_customer(customers: list[CustomerInfo]) -> None:
    """The address names a customer who is not there, or is not for this person; nobody else's answers are shown instead."""
    st.title(words.NO_SUCH_CUSTOMER(), anchor=False)
    st.write(words.NOT_HERE())
    if len(customers) > 1:
        st.write(words.CHOOSE_IN_MENU())
        return
    customer = customers[0]
    st.button(
        words.GO_TO(customer=escaped(customer.name)),
        icon=":material/arrow_forward:",
        on_click=session.choose,
        args=(session.CUSTOMER, customer.id),
    )
