"""Members on screen: who has access, inviting one more, removing and forgetting."""

from collections.abc import Sequence

import streamlit as st

from language import ROLES, moment, sentence
from language.ui.people import members as words
from service.letters.invitations import send_invitation
from service.letters.sending import Fate
from service.people.actor import CUSTOMER_ROLES, Role
from service.people.customers import CustomerInfo
from service.people.members import Member, forget, invitation_over, invite, remove
from service.people.own_machine import LocalUse
from ui import access, login, session
from ui.change_form import make_change, say_outcome
from ui.letters import mail
from ui.text import plain

_LETTER = session.key("invitation", "letter")


def of(customer: CustomerInfo, held: Sequence[Member]) -> None:
    """The members of a customer. held: those who have or had access."""
    st.header(words.WHO_HAS_ACCESS(), anchor=False)
    plain(customer.name)
    _section(customer.id, held, [role for role in access.LOCAL_ROLES if role in CUSTOMER_ROLES])


def of_hpas(held: Sequence[Member]) -> None:
    """The members of HPAS. held: those who have or had access."""
    st.header(words.WHO_IN_HPAS(), anchor=False)
    _section(None, held, [role for role in access.LOCAL_ROLES if role not in CUSTOMER_ROLES])


def _section(customer_id: str | None, held: Sequence[Member], roles: Sequence[Role]) -> None:
    say_outcome()
    if access.drawn_use() is LocalUse.OWN:
        st.write(words.OWN_MACHINE())
        return
    _letter_by_hand()
    if not login.required():
        st.caption(words.NO_LOGIN())
    active = [member for member in held if member.removed_at is None]
    if not active:
        st.write(words.NOBODY_YET())
    for member in active:
        _member(member)
    _invite(customer_id, roles)


def _member(member: Member) -> None:
    with st.container(border=True):
        plain(member.name or member.email or member.id)
        st.caption(f"{sentence(ROLES[member.role])} · {_seen(member)}")
        if member.name and member.email:
            plain(member.email)
        with st.container(horizontal=True):
            _button("remove", member)
            if access.drawn_for().role is Role.ADMIN:
                _button("forget", member)


def _seen(member: Member) -> str:
    if member.last_seen_at:
        return words.LAST_SEEN(when=moment(member.last_seen_at))
    return words.INVITATION_OVER() if invitation_over(member) else words.NEVER_SEEN()


def _button(what: str, member: Member) -> None:
    """Asks once more before it does anything."""
    key = session.key(what, member.id)
    if not session.value(session.key("sure", what, member.id)):
        st.button(words.ENDING[what], key=key, on_click=session.put, args=(session.key("sure", what, member.id), True))
        return
    st.write(words.ARE_YOU_SURE())
    if st.button(words.YES_END[what], key=key + ".yes", type="primary"):
        session.take(session.key("sure", what, member.id))
        change = remove if what == "remove" else forget
        make_change(lambda: change(access.workspace(), access.actor(), member.id), words.REMOVED())
    st.button(words.NO(), key=key + ".no", on_click=session.forget, args=([session.key("sure", what, member.id)],))


def _invited(customer_id: str | None, role: Role, email: str, name: str) -> str:
    """Invite, and send the letter when mail is set, else leave it on the page to copy; what to say of it."""
    ws, actor = access.workspace(), access.actor()
    made = invite(ws, actor, customer_id, role=role, email=email, name=name or None)
    sent = send_invitation(ws, actor, made, mail=mail.settings(), app=mail.address() or session.here())
    if sent.fate is Fate.SENT:
        return words.INVITED_AND_SENT()
    session.put(_LETTER, mail.as_text(sent.letter))
    if sent.fate is None:
        return words.INVITED()
    return words.INVITED_NOT_SENT(why=sent.why or words.MAIL_SILENT())


def _letter_by_hand() -> None:
    """The letter to the one who was invited just now, when it must be sent by hand."""
    text = session.take(_LETTER)
    if text is not None:
        mail.to_copy(str(text))


def _invite(customer_id: str | None, roles: Sequence[Role]) -> None:
    with st.form(session.name("invite", customer_id or "hpas"), clear_on_submit=False):
        st.markdown(f"**{words.INVITE_ONE_MORE()}**")
        email = st.text_input(words.EMAIL(), max_chars=320, autocomplete="email")
        name = st.text_input(words.NAME(), max_chars=200, autocomplete="name")
        role = st.selectbox(words.ROLE(), roles, format_func=lambda found: sentence(ROLES[found]))
        if st.form_submit_button(words.INVITE()):
            make_change(lambda: _invited(customer_id, role, email, name))
