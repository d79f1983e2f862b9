"""Customers and go-live dates from a CSV file: choose it, see what it would do, and only then store it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import pandas as pd
import streamlit as st

from language import CUSTOMER_TYPES, count, short_day
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
    box = st.expander("Hent inn kunder fra en CSV-fil", icon=":material/upload_file:", on_change="rerun", key="customers.file")  # fmt: skip
    if not box.open:
        return
    with box:
        st.write(
            "Filen har én kunde på hver linje. Kolonnene er «Navn», «Type», «Organisasjonsnummer», «Region», «Gruppe», "
            "«Oppstart», «E-post til prosjektleder» og «Senger». Bare navn og type må være med. Du ser hva som blir lagt til før noe "
            "lagres, og kunder som finnes fra før, blir stående som de er."
        )
        data, old = _chosen("customers")
        if data is not None:
            seen = _read(lambda: propose_customers(access.workspace(), access.actor(), data, encoding_confirmed=old))
            if seen is not None:
                _show(seen)
                if seen.added and st.button(
                    f"Legg til {count(len(seen.added), 'kunde', 'kunder')}", type="primary", key="customers.file.add"
                ):
                    _add(seen, data, old)


def new_dates() -> None:
    """Many go-live dates at once."""
    box = st.expander("Flytt mange oppstarter fra en CSV-fil", icon=":material/event_repeat:", on_change="rerun", key="customers.dates")  # fmt: skip
    if not box.open:
        return
    with box:
        st.write(
            "Filen har «Oppstart» og enten «Organisasjonsnummer», «Navn» eller «Kunde-id». Listen over kunder som lastes ned "
            "over, kan endres og hentes inn igjen her."
        )
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
    uploaded = st.file_uploader("CSV-fil", type=["csv", "txt", "tsv"], key=key)
    if uploaded is None:
        return None, False
    label = "Filen er lagret i eldre tegnsett (æ, ø og å ser feil ut ellers)"
    return uploaded.getvalue(), st.checkbox(label, key=session.key("upload", what, "encoding"))


def _read(read: Callable[[], T]) -> T | None:
    """What the file says; what is wrong with it is said in its place."""
    try:
        return read()
    except FileRefused as refused:
        many = count(len(refused.faults), "feil", "feil")
        st.error(f"Filen kan ikke brukes. {many} å rette. Ingenting er lagret.", icon=":material/error:")
        plain("\n".join(str(fault) for fault in refused.faults[:MOST_FAULTS]))
    except (Refused, DatabaseProblem) as problem:
        st.error(escaped(in_words(problem)))
    return None


def _show(seen: ProposedCustomers) -> None:
    _notes(seen.notes)
    if seen.known:
        st.warning(f"{count(len(seen.known), 'kunde', 'kunder')} finnes fra før, og blir stående som de er.")
        lines = {"Linje": [line for line, _ in seen.known], "Finnes som": [_known(each) for _, each in seen.known]}
        st.dataframe(pd.DataFrame(lines), hide_index=True, width="stretch", alt="Kunder som finnes fra før")
    if not seen.added:
        st.info("Filen legger ikke til noen kunder.")
        return
    st.markdown(f"**{count(len(seen.added), 'kunde', 'kunder')}** blir lagt til:")
    st.dataframe(_frame(seen.added), hide_index=True, width="stretch", alt="Kundene som blir lagt til")


def _known(customer: CustomerInfo) -> str:
    return f"{customer.name} (arkivert)" if customer.archived_at else customer.name


def _frame(added: Sequence[NewCustomer]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Linje": [each.line for each in added],
            "Navn": [each.name for each in added],
            "Type": [CUSTOMER_TYPES[each.customer_type] for each in added],
            "Org.nr.": [each.org_number or "" for each in added],
            "Region": [each.region or "" for each in added],
            "Gruppe": [each.group or "" for each in added],
            "Oppstart": [short_day(each.go_live) if each.go_live else "" for each in added],
            "Prosjektleder": [each.lead_email or "" for each in added],
        }
    )


def _notes(notes: Sequence[str]) -> None:
    if notes:
        plain("\n".join(notes[:MOST_NOTES]))


def _add(seen: ProposedCustomers, data: bytes, old: bool) -> None:
    bar = st.progress(0.0, text="Legger til kundene …")

    def tell(done: int, of: int) -> None:
        if done == of or done % 50 == 0:
            bar.progress(done / of, text=f"{done} av {of} kunder er lagt til …")

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
    session.put(_TOLD, _words(len(seen.added), len(invited), waiting))
    session.bump("customers")
    st.rerun()


def _words(added: int, invited: int, waiting: int) -> str:
    said = f"{count(added, 'kunde', 'kunder')} er lagt til."
    if waiting:
        return f"{said} {count(waiting, 'invitasjon', 'invitasjoner')} går ut neste gang brev blir sendt."
    if invited:
        who = count(invited, "prosjektleder", "prosjektledere")
        return f"{said} {who} kan logge inn med adressen i filen. Si fra til dem selv."
    return said
