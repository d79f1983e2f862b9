"""Kvalitetssikrer for en region eller gruppe: set once, for all who belong there and those that come later."""

from collections.abc import Sequence

import streamlit as st

from language import count
from service.people.group_reviewers import CustomerGroup, GroupKind, set_group_reviewer
from service.people.members import Member
from ui import access, session
from ui.change_form import make_change
from ui.text import escaped

_KINDS = {GroupKind.GROUP: "Gruppe", GroupKind.REGION: "Region"}


def draw(groups: Sequence[CustomerGroup], hpas: Sequence[Member]) -> None:
    """Nothing while no customer has a region or a group. hpas: those who can review."""
    if not groups:
        return
    box = st.expander("Kvalitetssikrer for en gruppe eller region", icon=":material/fact_check:", on_change="rerun", key="group-reviewers")  # fmt: skip
    if not box.open:
        return
    with box:
        st.write(
            "Den du velger, kvalitetssikrer alle kundene som hører til, også de som kommer senere. En kunde som har sin egen "
            "kvalitetssikrer, beholder den. Gruppen går foran regionen."
        )
        names = {each.id: each.name or each.email or each.id for each in hpas}
        _set_now(groups, names)
        _form(groups, names)


def _set_now(groups: Sequence[CustomerGroup], names: dict[str, str]) -> None:
    lines = [
        f"- {_KINDS[each.kind]} {escaped(each.name)}: {escaped(names.get(each.reviewer, 'har ikke tilgang lenger'))}"
        for each in groups
        if each.reviewer
    ]
    st.markdown("\n".join(lines))


def _form(groups: Sequence[CustomerGroup], names: dict[str, str]) -> None:
    if not names:
        st.info("Ingen i HPAS er invitert ennå. Inviter dem nederst på siden.")
        return
    said = {each.key: f"{_KINDS[each.kind]} {each.name}, {count(each.customers, 'kunde', 'kunder')}" for each in groups}
    with st.form(session.name("group", "reviewer"), border=False):
        group = st.selectbox("Gruppe eller region", list(said), format_func=said.__getitem__)
        who = st.selectbox("Kvalitetssikrer", ["", *names], format_func=lambda id_: names.get(id_, "Ingen"))
        if st.form_submit_button("Lagre", type="primary"):
            make_change(
                lambda: set_group_reviewer(access.workspace(), access.actor(), group, who),
                "Kvalitetssikreren er lagret for alle som hører til.",
            )
