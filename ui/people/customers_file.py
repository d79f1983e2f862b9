"""Customers and go-live dates from a CSV file: choose it, see what it would do, and only then store it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import pandas as pd
import streamlit as st

from language import CUSTOMER_TYPES, short_day
from language.ui.people import customer_list as headings
from language.ui.people import customers_file as words
from reports.answers.file_faults import FileRefused
from service.faults import DatabaseProblem, Refused
from service.letters.invitations import await_invitations
from service.people.customer_import import NewCustomer, ProposedCustomers, add_customers, propose_customers
from service.people.customers import CustomerInfo
from service.people.go_live_import import propose_moves
from service.people.own_machine import LocalUse
from ui import access, session
from ui.failures import in_words
from ui.letters import mail
from ui.people.customer_acts import confirm_moves
from ui.text import escaped, plain

T = TypeVar("T")
MOST_FAULTS = 100
MOST_NOTES = 20
_TOLD = session.key("customers", "file-told")


def new_customers() -> None:
    """Many customers at once."""
    told = session.take(_TOLD)
    if told is not None:
        st.success(str(told), icon=":material/check_circle:")
    box = st.expander(words.TAKE_IN(), icon=":material/upload_file:", on_change="rerun", key="customers.file")
    if not box.open:
        return
    with box:
        st.write(words.ABOUT_CUSTOMERS())
        data, old = _chosen("customers")
        if data is not None:
            seen = _read(lambda: propose_customers(access.workspace(), access.actor(), data, encoding_confirmed=old))
            if seen is not None:
                _show(seen)
                if seen.added and st.button(words.ADD(len(seen.added)), type="primary", key="customers.file.add"):
                    _add(seen, data, old)


def new_dates() -> None:
    """Many go-live dates at once."""
    box = st.expander(words.MOVE_MANY(), icon=":material/event_repeat:", on_change="rerun", key="customers.dates")
    if not box.open:
        return
    with box:
        st.write(words.ABOUT_DATES())
        data, old = _chosen("dates")
        if data is not None:
            read = _read(lambda: propose_moves(access.workspace(), access.actor(), data, encoding_confirmed=old))
            if read is not None:
                moves, notes = read
                _notes(notes)
                customers = [move.customer for move in moves]
                confirm_moves({move.customer.id: move.to for move in moves}, customers)


def _chosen(what: str) -> tuple[bytes | None, bool]:
    """The bytes of the file, and whether somebody has said that its letters are right."""
    key = session.key("upload", what, str(session.count(what)))
    uploaded = st.file_uploader(words.CSV_FILE(), type=["csv", "txt", "tsv"], key=key)
    if uploaded is None:
        return None, False
    return uploaded.getvalue(), st.checkbox(words.OLD_LETTERS(), key=session.key("upload", what, "encoding"))


def _read(read: Callable[[], T]) -> T | None:
    """What the file says; what is wrong with it is said in its place."""
    try:
        return read()
    except FileRefused as refused:
        st.error(words.CANNOT_BE_USED(len(refused.faults)), icon=":material/error:")
        plain("\n".join(str(fault) for fault in refused.faults[:MOST_FAULTS]))
    except (Refused, DatabaseProblem) as problem:
        st.error(escaped(in_words(problem)))
    return None


def _show(seen: ProposedCustomers) -> None:
    _notes(seen.notes)
    if seen.known:
        st.warning(words.ALREADY_THERE(len(seen.known)))
        lines = {
            words.LINE(): [line for line, _ in seen.known],
            words.THERE_AS(): [_known(each) for _, each in seen.known],
        }
        st.dataframe(pd.DataFrame(lines), hide_index=True, width="stretch", alt=words.THOSE_THERE())
    if not seen.added:
        st.info(words.NOTHING_NEW())
        return
    st.markdown(words.WILL_BE_ADDED(len(seen.added)))
    st.dataframe(_frame(seen.added), hide_index=True, width="stretch", alt=words.THOSE_ADDED())


def _known(customer: CustomerInfo) -> str:
    return words.ARCHIVED(name=customer.name) if customer.archived_at else customer.name


def _frame(added: Sequence[NewCustomer]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words.LINE(): [each.line for each in added],
            words.NAME(): [each.name for each in added],
            headings.TYPE(): [CUSTOMER_TYPES[each.customer_type] for each in added],
            headings.ORG_NUMBER(): [each.org_number or "" for each in added],
            headings.REGION(): [each.region or "" for each in added],
            headings.GROUP(): [each.group or "" for each in added],
            headings.GO_LIVE(): [short_day(each.go_live) if each.go_live else "" for each in added],
            headings.LEAD(): [each.lead_email or "" for each in added],
        }
    )


def _notes(notes: Sequence[str]) -> None:
    if notes:
        plain("\n".join(notes[:MOST_NOTES]))


def _add(seen: ProposedCustomers, data: bytes, old: bool) -> None:
    bar = st.progress(0.0, text=words.ADDING())

    def tell(done: int, of: int) -> None:
        if done == of or done % 50 == 0:
            bar.progress(done / of, text=words.ADDED_SO_FAR(done=done, all=of))

    ws, actor = access.workspace(), access.actor()
    demo = access.drawn_use() is LocalUse.DEMO
    try:
        invited = add_customers(ws, actor, data, seal=seen.seal, invented=demo, encoding_confirmed=old, progress=tell)
        waiting = await_invitations(ws, actor, invited) if invited and mail.settings() is not None else 0
    except FileRefused as refused:
        st.error(escaped(str(refused)))
        return
    except (Refused, DatabaseProblem) as problem:
        st.error(escaped(in_words(problem)))
        return
    session.put(_TOLD, _told(len(seen.added), len(invited), waiting))
    session.bump("customers")
    st.rerun()


def _told(added: int, invited: int, waiting: int) -> str:
    told = words.ADDED(added)
    if waiting:
        return f"{told} {words.INVITATIONS_GO(waiting)}"
    if invited:
        return f"{told} {words.TELL_THEM(invited)}"
    return told
