"""Members on screen: who has access, inviting one more, removing and forgetting."""

from collections.abc import Sequence

import streamlit as st

from language import moment
from service.letters.invitations import send_invitation
from service.letters.sending import Fate
from service.people.actor import CUSTOMER_ROLES, Role
from service.people.customers import CustomerInfo
from service.people.members import Member, forget, invitation_over, invite, remove
from service.people.own_machine import LocalUse
from ui import access, frame, login, session
from ui.change_form import make_change, say_outcome
from ui.letters import mail
from ui.text import plain

_LETTER = session.key("invitation", "letter")


def of(customer: CustomerInfo, held: Sequence[Member]) -> None:
    """The members of a customer. held: those who have or had access."""
    st.header("Hvem har tilgang", anchor=False)
    plain(customer.name)
    _section(customer.id, held, [role for role in frame.ROLES if role in CUSTOMER_ROLES])


def of_hpas(held: Sequence[Member]) -> None:
    """The members of HPAS. held: those who have or had access."""
    st.header("Hvem i HPAS har tilgang", anchor=False)
    _section(None, held, [role for role in frame.ROLES if role not in CUSTOMER_ROLES])


def _section(customer_id: str | None, held: Sequence[Member], roles: Sequence[Role]) -> None:
    say_outcome()
    if access.drawn_use() is LocalUse.OWN:
        st.write("Ingen logger inn på denne maskinen: den som sitter her, har tilgang til alt.")
        return
    _letter_by_hand()
    if not login.required():
        st.caption("I lokal bruk logger ingen inn. Invitasjoner virker først når innlogging er satt opp.")
    active = [member for member in held if member.removed_at is None]
    if not active:
        st.write("Ingen ennå. Inviter den første med e-postadressen vedkommende logger inn med.")
    for member in active:
        _member(member)
    _invite(customer_id, roles)


def _member(member: Member) -> None:
    with st.container(border=True):
        plain(member.name or member.email or member.id)
        st.caption(f"{frame.ROLES[Role(member.role)]} · {_seen(member)}")
        if member.name and member.email:
            plain(member.email)
        with st.container(horizontal=True):
            _button("Fjern tilgangen", "remove", member)
            if access.drawn_for().role is Role.ADMIN:
                _button("Fjern og glem personen", "forget", member)


def _seen(member: Member) -> str:
    if member.last_seen_at:
        return f"sist inne {moment(member.last_seen_at)}"
    return "invitasjonen er gått ut. Inviter på nytt" if invitation_over(member) else "har ikke logget inn ennå"


def _button(label: str, what: str, member: Member) -> None:
    """Asks once more before it does anything."""
    key = session.key(what, member.id)
    if not session.value(session.key("sure", what, member.id)):
        st.button(label, key=key, on_click=session.put, args=(session.key("sure", what, member.id), True))
        return
    st.write("Er du sikker?")
    if st.button(f"Ja, {label.lower()}", key=key + ".yes", type="primary"):
        session.take(session.key("sure", what, member.id))
        change = remove if what == "remove" else forget
        make_change(lambda: change(access.workspace(), access.actor(), member.id), "Tilgangen er fjernet.")
    st.button("Nei", key=key + ".no", on_click=session.forget, args=([session.key("sure", what, member.id)],))


def _invited(customer_id: str | None, role: Role, email: str, name: str) -> str:
    """Invite, and send the letter when mail is set, else leave it on the page to copy; what to say of it."""
    ws, actor = access.workspace(), access.actor()
    made = invite(ws, actor, customer_id, role=role, email=email, name=name or None)
    sent = send_invitation(ws, actor, made, mail=mail.settings(), app=mail.address() or session.here())
    if sent.fate is Fate.SENT:
        return "Invitasjonen er lagret og sendt på e-post."
    session.put(_LETTER, mail.as_text(sent.letter))
    if sent.fate is None:
        return "Invitasjonen er lagret. Kopier teksten under, og send den selv."
    why = sent.why or "e-posttjeneren svarte ikke på om den tok imot brevet"
    return f"Invitasjonen er lagret, men brevet er ikke sendt: {why}. Kopier teksten under, og send den selv."


def _letter_by_hand() -> None:
    """The letter to the one who was invited just now, when it must be sent by hand."""
    text = session.take(_LETTER)
    if text is not None:
        mail.to_copy(str(text))


def _invite(customer_id: str | None, roles: Sequence[Role]) -> None:
    with st.form(session.name("invite", customer_id or "hpas"), clear_on_submit=False):
        st.markdown("**Inviter en til**")
        email = st.text_input("E-postadresse", max_chars=320, autocomplete="email")
        name = st.text_input("Navn (kan stå tomt)", max_chars=200, autocomplete="name")
        role = st.selectbox("Rolle", roles, format_func=lambda found: frame.ROLES[found])
        if st.form_submit_button("Inviter"):
            make_change(lambda: _invited(customer_id, role, email, name))
