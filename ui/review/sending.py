"""Sending in on screen: the way there, and each time it was sent with what HPAS said."""

from collections.abc import Sequence

import streamlit as st

from language import STATES, count, day, moment
from reports.answers.wording import value_text
from scoring.answers import Answer
from service.files.dossier import DOSSIER
from service.files.review import SNAPSHOTS
from service.judgement import CustomerJudgement
from service.people.actor import Actor, Role
from service.people.own_machine import LocalUse
from service.review.submission_states import OPEN
from service.review.submissions import SnapshotInfo, SnapshotView, State, move, open_snapshot, send_in
from service.workspace import Workspace
from ui import access, session
from ui.change_form import make_change
from ui.files import downloads
from ui.text import plain

_CHOSEN = session.key("sent", "chosen")


def draw(here: CustomerJudgement, missing: Sequence[str], sent: Sequence[SnapshotInfo]) -> None:
    """What blocks sending in, and the button."""
    st.header("Send til HPAS", anchor=False)
    if here.judgement.go_live is None:
        st.info(f"Dere kan sende inn når datoen for oppstart er bestemt. {access.to_set_a_date()}")
        return
    if here.judgement.in_use:
        st.info(
            "Dere har startet, så det er ikke noe å sende inn til oppstarten. Hvordan det gikk, fører dere under «Etter oppstart»."
        )
        return
    waiting = next((info for info in sent if State(info.state) in OPEN), None)
    if waiting is not None:
        _waiting(waiting)
        return
    answered, asked = here.judgement.own_progress()
    st.write(
        "Når dere sender inn, fryser vi svarene slik de er nå, så HPAS kan se på dem. Dere kan fortsette å svare mens de ser. "
        f"{answered} av {asked} spørsmål er besvart."
    )
    if missing:
        titles = [here.judgement.questions[found].question.title.nb for found in missing]
        st.warning(
            f"{count(len(missing), 'stoppkrav', 'stoppkrav')} som gjelder nå, mangler svar:\n"
            + "\n".join(f"- {title}" for title in titles),
            icon=":material/front_hand:",
        )
    if access.drawn_for().role is Role.LEAD:
        _button(here, incomplete=bool(missing))
    else:
        st.caption("Bare prosjektlederen hos kunden kan sende inn.")


def _button(here: CustomerJudgement, *, incomplete: bool) -> None:
    # What was on screen when the page was drawn; a later change by anyone is told before anything is sent.
    key = session.key("seen", here.view.response_id)
    session.seed(key, here.view.marker)
    label = "Send inn likevel, som ufullstendig" if incomplete else "Send inn til HPAS"
    if st.button(label, key="send-in", type="secondary" if incomplete else "primary", icon=":material/send:"):
        seen = session.take(key)
        make_change(
            lambda: send_in(
                access.workspace(),
                access.actor(),
                here.view.customer.id,
                seen=int(str(seen)),
                as_of=access.today(),
                incomplete=incomplete,
            ),
            _FROZEN if access.drawn_use() is LocalUse.OWN else "Vurderingen er sendt til HPAS.",
        )


_FROZEN = "Svarene er frosset slik de er nå. Last ned vurderingsfilen, og send den til HPAS."


def _waiting(info: SnapshotInfo) -> None:
    if access.drawn_use() is LocalUse.OWN:
        downloads.documents({DOSSIER: "Vurderingsfil til HPAS"}, info.customer_id)
    st.info(
        f"Sendt inn {moment(info.sent_at)}, {count(info.days_left, 'dag', 'dager')} før oppstart: {STATES[info.state]}."
    )
    if State(info.state) is State.SENT and access.drawn_for().role is Role.LEAD:
        st.write("Har dere sendt for tidlig, kan dere ta den tilbake til HPAS har begynt å se på den.")
        seen = str(session.drawn(session.key("drawn", "reopen", info.customer_id), info.id))
        if st.button("Ta tilbake", key="reopen", icon=":material/undo:"):
            make_change(
                lambda: move(access.workspace(), access.actor(), seen, State.REOPENED, expected=State.SENT),
                "Vurderingen er tatt tilbake.",
            )


def opened(ws: Workspace, actor: Actor, sent: Sequence[SnapshotInfo]) -> SnapshotView | None:
    """The one that is chosen among those sent in, the newest when none is."""
    if not sent:
        return None
    held, ids = session.value(_CHOSEN), [info.id for info in sent]
    return open_snapshot(ws, actor, str(held) if held in ids else ids[0])


def history(sent: Sequence[SnapshotInfo], opened: SnapshotView | None) -> None:
    """Every time it was sent in, and the one that is chosen."""
    st.header("Sendt inn før", anchor=False)
    if opened is None:
        st.write("Ingenting er sendt inn ennå.")
        return
    labels = {info.id: _label(info) for info in sent}
    st.selectbox("Vurdering", list(labels), format_func=labels.__getitem__, key=_CHOSEN)
    _opened(opened)
    downloads.buttons(SNAPSHOTS, sent[0].customer_id)


def _label(info: SnapshotInfo) -> str:
    whole = "" if info.complete else ", ufullstendig"
    return f"{day(info.as_of)}, {count(info.days_left, 'dag', 'dager')} før oppstart{whole}: {STATES[info.state]}"


def _opened(view: SnapshotView) -> None:
    for event in view.events:
        st.markdown(f"- {moment(event.at)}: {STATES[event.state]}")
        if event.comment:
            plain(event.comment)
    apart = {found: rated for found, rated in view.ratings.items() if not rated.agreed}
    if not view.ratings:
        return
    st.markdown(
        f"HPAS har sett på {count(len(view.ratings), 'svar', 'svar')} og er uenig i {count(len(apart), 'av dem', 'av dem')}."
    )
    for found, rated in apart.items():
        question = view.form.questionnaire.by_id[found]
        with st.container(border=True):
            st.markdown(f"**{question.title.nb}**")
            own = value_text(question, view.answers.get(found, Answer()))
            st.caption("Dere svarte:")
            plain(own)
            st.caption("HPAS mener:")
            plain(value_text(question, Answer(value=rated.value)))
            if rated.reason:
                plain(rated.reason)
