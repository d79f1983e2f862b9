"""Kvalitetssikrer for en region eller gruppe: set once, for all who belong there and those that come later."""

from collections.abc import Sequence

import streamlit as st

from language.ui.people import customer_acts as acts
from language.ui.people import group_reviewers as words
from service.people.group_reviewers import CustomerGroup, set_group_reviewer
from service.people.members import Member
from ui import access, session
from ui.change_form import make_change
from ui.text import escaped


def draw(groups: Sequence[CustomerGroup], hpas: Sequence[Member]) -> None:
    """Nothing while no customer has a region or a group. hpas: those who can review."""
    if not groups:
        return
    box = st.expander(words.TITLE(), icon=":material/fact_check:", on_change="rerun", key="group-reviewers")
    if not box.open:
        return
    with box:
        st.write(words.ABOUT())
        names = {each.id: each.name or each.email or each.id for each in hpas}
        _set_now(groups, names)
        _form(groups, names)


def _set_now(groups: Sequence[CustomerGroup], names: dict[str, str]) -> None:
    lines = [
        f"- {words.KINDS[each.kind]} {escaped(each.name)}: {escaped(names.get(each.reviewer, words.NO_ACCESS()))}"
        for each in groups
        if each.reviewer
    ]
    st.markdown("\n".join(lines))


def _form(groups: Sequence[CustomerGroup], names: dict[str, str]) -> None:
    if not names:
        st.info(acts.NOBODY())
        return
    called = {each.key: words.ONE_GROUP(each.customers, kind=words.KINDS[each.kind], name=each.name) for each in groups}
    with st.form(session.name("group", "reviewer"), border=False):
        group = st.selectbox(words.GROUP_OR_REGION(), list(called), format_func=called.__getitem__)
        who = st.selectbox(acts.REVIEWER(), ["", *names], format_func=lambda id_: names.get(id_, acts.NONE()))
        if st.form_submit_button(words.SAVE(), type="primary"):
            make_change(
                lambda: set_group_reviewer(access.workspace(), access.actor(), group, who),
                words.SAVED(),
            )
