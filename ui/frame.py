"""What stands around every page: brand, the line that says this is invented, the switch of local mode, and failures."""

import streamlit as st

import language
from language import QUESTIONNAIRES
from service.faults import Refused
from service.people.actor import Actor
from service.people.customers import CustomerInfo
from service.people.logins import LoginEnded, LoginTooOld, LoginUnused
from service.people.own_machine import LocalUse
from ui import access, login, session
from ui.people import own_logins
from ui.text import escaped, plain

LOGO = access.ROOT / "ui" / "assets" / "logo.svg"
STYLE = access.ROOT / "ui" / "assets" / "klarsjekk.css"
ICON = access.ROOT / "ui" / "assets" / "icon.svg"
INVENTED = ":material/science: **Demodata.** Kundene er oppdiktet, og svarene er ikke fra noen virkelig kunde."
ROLES = {role: language.sentence(language.ROLES[role]) for role in access.LOCAL_ROLES}


def configure() -> None:
    """The page itself: title, width, brand."""
    st.set_page_config(page_title="Klarsjekk", page_icon=str(ICON), layout="centered", initial_sidebar_state="auto")
    st.logo(str(LOGO), size="large", icon_image=str(ICON))
    st.html(STYLE)
    # Not for people: `web/unsaved.js` presses it when the connection is back. The process that answers may be another one,
    # which knows none of the page's fragments, and would drop the next answer without a word.
    st.button("Hent siden på nytt", key="again")


def wide() -> None:
    """Let the page be as wide as the screen."""
    st.set_page_config(layout="wide")


def switch(customers: list[CustomerInfo], chosen: CustomerInfo | None, actor: Actor) -> None:
    """Who is here and for which customer; in local mode a switch between roles."""
    demo = access.drawn_use() is LocalUse.DEMO
    if demo:
        st.caption(":material/lock_open: **Lokal bruk uten innlogging.** Du velger selv hvem du er.")
    with st.sidebar:
        if login.required():
            plain(actor.name)
            st.caption(ROLES[actor.role])
        if len(customers) > 1:
            _customer_box(customers, chosen)
        if login.required():
            own_logins.button()
            st.button("Logg ut", icon=":material/logout:", on_click=access.log_out)
        elif demo:
            _role_box(actor)
        elif chosen is not None:
            plain(chosen.name)
            st.caption("På egen maskin, uten innlogging")


def _customer_box(customers: list[CustomerInfo], chosen: CustomerInfo | None) -> None:
    names = {customer.id: customer.name for customer in customers}
    key = session.key("switch", "customer")
    session.put(key, chosen.id if chosen else None)
    st.selectbox(
        "Kunde",
        options=list(names),
        index=None if chosen is None else 0,
        format_func=lambda customer_id: names[customer_id],
        placeholder="Velg kunde",
        key=key,
        on_change=lambda: session.choose(session.CUSTOMER, str(session.value(key))),
    )


def _role_box(actor: Actor) -> None:
    key = session.key("switch", "role")
    session.put(key, actor.role)
    st.selectbox(
        "Rolle",
        options=list(access.LOCAL_ROLES),
        format_func=lambda role: ROLES[role],
        key=key,
        on_change=lambda: session.choose(session.ROLE, str(session.value(key))),
    )


def who(customer: CustomerInfo, days_left: int | None) -> None:
    """Name, type and how far it is to the go-live; and that an invented customer is invented."""
    known = f"{escaped(customer.name)} · {QUESTIONNAIRES[customer.customer_type]} · {_when(customer, days_left)}"
    st.caption(f"{known}\n\n{INVENTED}" if customer.invented else known)


def _when(customer: CustomerInfo, days_left: int | None) -> str:
    if customer.go_live is None or days_left is None:
        return "ingen dato for oppstart ennå"
    if customer.started_on is not None and days_left <= 0:
        return f"i bruk siden {language.day(customer.started_on)}"
    return f"oppstart {language.day(customer.go_live)} · {language.days_to(days_left)}"


# What `web/login_failed.py` puts into the address, in words.
LOGIN_FAILED = {
    "borte": "Vi får ikke kontakt med innloggingstjenesten. Prøv igjen om litt. Det dere har lagret, er trygt.",
    "avbrutt": "Innloggingen ble ikke fullført. Prøv igjen.",
}


def log_in(why: str = "") -> None:
    """The first page where login is required; nothing of any customer is on it."""
    st.title("Klarsjekk", anchor=False)
    if why:
        st.info(why)
    if said := LOGIN_FAILED.get(session.chosen(session.LOGIN) or ""):
        st.warning(said)
    st.write("Her ser dere hva som mangler før oppstart, mens det ennå er tid. Logg inn for å begynne.")
    for provider, name in login.providers().items():
        st.button(
            f"Logg inn med {name}",
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
    st.title("Ingen tilgang", anchor=False)
    st.error(escaped(refused.message))
    if login.required():
        st.button("Logg ut", icon=":material/logout:", on_click=access.log_out)


def failed(message: str) -> None:
    """The app cannot start, or cannot read: what is wrong and what to do, and nothing else."""
    st.title("Klarsjekk kan ikke åpnes")
    st.error(escaped(message))


def no_such_customer(customers: list[CustomerInfo]) -> None:
    """The address names a customer who is not there, or is not for this person; nobody else's answers are shown instead."""
    st.title("Vi finner ikke kunden", anchor=False)
    st.write("Lenken gjelder en kunde som ikke finnes her, eller som du ikke har tilgang til.")
    if len(customers) > 1:
        st.write("Velg kunden i menyen.")
        return
    customer = customers[0]
    st.button(
        f"Gå til {escaped(customer.name)}",
        icon=":material/arrow_forward:",
        on_click=session.choose,
        args=(session.CUSTOMER, customer.id),
    )
