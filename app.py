"""The frame of Klarsjekk: page config, who is here, and the navigation that goes with it. Nothing else."""

import streamlit as st

from language import app as words
from service.faults import DatabaseProblem, Refused
from service.people.actor import CUSTOMER_ROLES, Actor, Role, is_hpas
from service.people.customers import CustomerInfo
from service.people.own_machine import LocalUse
from ui import access, frame, session, spoken
from ui.failures import in_words


def main() -> None:
    frame.configure()
    try:
        actor, customers = access.visit()
    except access.NotLoggedIn:
        frame.log_in()
        return
    except Refused as refused:
        frame.turned_away(refused)
        return
    except access.CannotStart as problem:
        frame.failed(in_words(problem))
        return

    if access.drawn_use() is LocalUse.NEW:
        spoken.settle(actor, None)
        spoken.switch(actor, None)
        _run(st.navigation([_first(), _method()], position="sidebar", expanded=True))
        return
    customer = access.settle(customers)
    spoken.settle(actor, customer)
    of_customer = _customer_pages(actor, customer) if customers else []
    hpas = _hpas_pages(actor)
    alerts = [_alerts()] if (of_customer or hpas) and actor.role is not Role.PROGRAMME else []
    pages = [*hpas, *of_customer, *alerts, _method()]
    page = st.navigation([*pages, _by_name(actor.role, pages)], position="sidebar", expanded=True)
    frame.switch(customers, customer, actor)
    if customer is None and (page in of_customer or (page in alerts and not hpas)):
        frame.no_such_customer(customers)
        return
    _run(page)


def _run(page: st.Page) -> None:
    try:
        page.run()
    except DatabaseProblem as problem:
        frame.failed(in_words(problem))


def _customer_pages(actor: Actor, customer: CustomerInfo | None) -> list[st.Page]:
    """The pages of the chosen customer; HPAS sends its own answers to nobody."""
    pages = [
        st.Page(
            "pages/customer/overview.py",
            title=words.OVERVIEW(),
            icon=":material/monitoring:",
            url_path=None if actor.role in CUSTOMER_ROLES else FIRST_PAGES[Role.LEAD],
            default=actor.role in CUSTOMER_ROLES,
        ),
        st.Page(
            "pages/customer/answer.py", title=words.ANSWER(), icon=":material/checklist:", url_path="egenvurdering"
        ),
        st.Page("pages/customer/gaps.py", title=words.GAPS(), icon=":material/flag:", url_path="mangler"),
        st.Page("pages/customer/actions.py", title=words.ACTIONS(), icon=":material/task_alt:", url_path="tiltak"),
        st.Page("pages/customer/date.py", title=words.DATE(), icon=":material/event:", url_path="dato"),
        st.Page("pages/customer/files.py", title=words.FILES(), icon=":material/download:", url_path="filer"),
    ]
    if actor.role is not Role.PROGRAMME and (customer is None or not is_hpas(customer.id)):
        pages.insert(
            2,
            st.Page(
                "pages/customer/profile.py",
                title=words.PROFILE(),
                icon=":material/apartment:",
                url_path="om-virksomheten",
            ),
        )
        pages[-1:-1] = _of_the_way()
    if actor.role is Role.LEAD:
        pages.insert(
            2,
            st.Page(
                "pages/customer/handing_out.py",
                title=words.HANDING_OUT(),
                icon=":material/move_to_inbox:",
                url_path="fordeling",
            ),
        )
        pages.append(
            st.Page("pages/customer/members.py", title=words.MEMBERS(), icon=":material/group:", url_path="tilgang")
        )
    return pages


def _decision() -> list[st.Page]:
    """Nobody signs on an own machine: HPAS is not there."""
    if access.drawn_use() is LocalUse.OWN:
        return []
    return [
        st.Page("pages/customer/decision.py", title=words.DECISION(), icon=":material/gavel:", url_path="beslutning")
    ]


def _of_the_way() -> list[st.Page]:
    """The pages of a customer's way to its go-live and on from it."""
    return [
        st.Page("pages/customer/send_in.py", title=words.SEND_IN(), icon=":material/send:", url_path="send-inn"),
        *_decision(),
        st.Page("pages/customer/trend.py", title=words.TREND(), icon=":material/timeline:", url_path="utvikling"),
        st.Page(
            "pages/customer/after.py",
            title=words.AFTER(),
            icon=":material/rocket_launch:",
            url_path="etter-oppstart",
        ),
    ]


def _hpas_pages(actor: Actor) -> list[st.Page]:
    """The pages of HPAS, fewer for a reviewer than for an administrator."""
    if actor.role is Role.PROGRAMME:
        return [_own_page(default=True)]
    if actor.role not in (Role.REVIEWER, Role.ADMIN):
        return []
    pages = [
        st.Page(
            "pages/hpas/this_week.py",
            title=words.THIS_WEEK(),
            icon=":material/today:",
            default=True,
        ),
        _own_page(default=False),
        st.Page(
            "pages/hpas/comparison.py", title=words.COMPARISON(), icon=":material/grid_on:", url_path="sammenligning"
        ),
        st.Page(
            "pages/hpas/reviews.py", title=words.REVIEWS(), icon=":material/fact_check:", url_path="kvalitetssikring"
        ),
        st.Page(
            "pages/hpas/trend_of_all.py",
            title=words.TREND_OF_ALL(),
            icon=":material/stacked_line_chart:",
            url_path="utvikling-alle",
        ),
        st.Page("pages/hpas/waves.py", title=words.WAVES(), icon=":material/waves:", url_path="rulleplan"),
        st.Page(
            "pages/hpas/outcomes.py",
            title=words.OUTCOMES(),
            icon=":material/history:",
            url_path="etter-oppstart-alle",
        ),
    ]
    if actor.role is Role.ADMIN:
        pages += [
            st.Page("pages/hpas/customers.py", title=words.CUSTOMERS(), icon=":material/group:", url_path="kunder"),
            st.Page("pages/hpas/data.py", title=words.DATA(), icon=":material/key:", url_path="data"),
            st.Page("pages/hpas/log.py", title=words.LOG(), icon=":material/receipt_long:", url_path="logg"),
        ]
    return pages


def _own_page(*, default: bool) -> st.Page:
    name = None if default else FIRST_PAGES[Role.PROGRAMME]
    return st.Page("pages/hpas/own.py", title=words.OWN(), icon=":material/domain:", url_path=name, default=default)


def _by_name(role: Role, pages: list[st.Page]) -> st.Page:
    """Leads to the role's first page, which has no name of its own, by the name it has for others."""
    first = next((page for page in pages if page.url_path == ""), pages[0])

    def go() -> None:
        st.switch_page(first, query_params=session.address())

    return st.Page(go, title=first.title, url_path=FIRST_PAGES[role], visibility="hidden")


# What the first page of each role is called in an address: someone else may have sent it.
FIRST_PAGES = {
    **dict.fromkeys(CUSTOMER_ROLES, "oversikt"),
    Role.REVIEWER: "denne-uken",
    Role.ADMIN: "denne-uken",
    Role.PROGRAMME: "hpas-selv",
}


def _first() -> st.Page:
    return st.Page("pages/common/set_up.py", title=words.SET_UP(), icon=":material/waving_hand:", default=True)


def _alerts() -> st.Page:
    """Where there is a customer, or all of them, to be told of."""
    return st.Page("pages/common/letters.py", title=words.ALERTS(), icon=":material/mail:", url_path="varsler")


def _method() -> st.Page:
    return st.Page("pages/common/method.py", title=words.METHOD(), icon=":material/menu_book:", url_path="metode")


main()
