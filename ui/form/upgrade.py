"""When the questions have been revised since the customer began: what is new, and the way over."""

from collections.abc import Iterable, Sequence

import streamlit as st

from language import count, listed
from scoring.questionnaire import Question
from service.answers.responses import ResponseView
from service.form.following import Successor
from service.form.upgrade import NewerForm, move_to_newer, newer_form
from service.people.actor import Actor, Role
from service.workspace import Workspace
from ui import access, session
from ui.change_form import make_change, say_outcome
from ui.text import escaped


def newer(ws: Workspace, actor: Actor, view: ResponseView) -> NewerForm | None:
    """What a newer form would change, when there is one, and for a lead, who may go over to it."""
    if actor.role is not Role.LEAD or not view.newer_form_available:
        return None
    return newer_form(ws, actor, view.customer.id)


def offer(newer: NewerForm | None) -> None:
    """Say what a newer form would change, and let the lead go over to it; nothing when there is none."""
    say_outcome()
    if newer is None:
        return
    with st.expander("Spørsmålene er revidert siden dere begynte", icon=":material/update:"):
        st.markdown(
            "Dere svarer på skjemaet slik det var da dere begynte. Her er det som blir annerledes om dere bytter til det nye. "
            "Svarene følger med. Ingenting blir slettet, og det dere har sendt inn, står som det var."
        )
        parts = [part for part in _parts(newer) if part[1]]
        for title, questions in parts:
            _part(title, [escaped(question.title.nb) for question in questions])
        if newer.successors:
            _part("Et nytt spørsmål for flere eller eldre", [_replacing(newer, each) for each in newer.successors])
        if not (parts or newer.successors):
            st.markdown("Spørsmålene er de samme. Det er terskler, temaer eller kilder som er endret.")
        if st.button("Bytt til det nye skjemaet", icon=":material/update:", type="primary", key="newer-form"):
            make_change(lambda: _move(newer), "Dere svarer nå på det nye skjemaet.")


def _parts(newer: NewerForm) -> list[tuple[str, Sequence[Question]]]:
    unfit = [newer.form.questionnaire.by_id[found] for found in newer.unfit]
    return [
        ("Nye spørsmål", newer.added),
        ("Nytt krav, eller ny måte å svare på", newer.changed),
        ("Må besvares på nytt, for det gamle svaret passer ikke lenger. Det blir liggende i historikken", unfit),
        ("Bare ny ordlyd", newer.reworded),
        ("Tas ut", newer.removed),
    ]


def _part(title: str, told: Sequence[str]) -> None:
    lines = "\n".join(f"- {each}" for each in told)
    st.markdown(f"**{title}: {count(len(told), 'spørsmål', 'spørsmål')}**\n\n{lines}")


def _replacing(newer: NewerForm, each: Successor) -> str:
    """What becomes of the answers where one question comes in the place of others."""
    before, new = newer.view.form.questionnaire.by_id, escaped(each.question.title.nb)

    def named(ids: Iterable[str]) -> str:
        return listed([f"«{escaped(before[old].title.nb)}»" if old in before else old for old in ids])

    if each.source is None:
        return f"«{new}» kommer i stedet for {named(each.replaced)}"
    told = f"Svaret på {named([each.source])} blir svar på «{new}»"
    return f"{told}. Det dere svarte på {named(each.left)}, kan dere fortsatt lese" if each.left else told


def _move(newer: NewerForm) -> None:
    customer_id = newer.view.customer.id
    move_to_newer(access.workspace(), access.actor(), customer_id, fingerprint=newer.form.fingerprint)
    session.let_go_of_questions()
