"""Sending in on screen: the way there, and each time it was sent with what HPAS said."""

from collections.abc import Sequence

import streamlit as st

from language import DAYS, STATES, day, moment, number, said
from language.common import ANSWERS
from language.ui.review import sending as words
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
    st.header(words.SEND_TO_HPAS(), anchor=False)
    if here.judgement.go_live is None:
        st.info(words.NO_DAY(then=access.to_set_a_date()))
        return
    if here.judgement.in_use:
        st.info(words.STARTED())
        return
    waiting = next((info for info in sent if State(info.state) in OPEN), None)
    if waiting is not None:
        _waiting(waiting)
        return
    answered, asked = here.judgement.own_progress()
    st.write(words.ABOUT(answered=answered, asked=asked))
    if missing:
        titles = "\n".join(f"- {said(here.judgement.questions[found].question.title)}" for found in missing)
        st.warning(
            words.STOPS_WITHOUT_ANSWER(n=number(len(missing)), titles=titles),
            icon=":material/front_hand:",
        )
    if access.drawn_for().role is Role.LEAD:
        _button(here, incomplete=bool(missing))
    else:
        st.caption(words.ONLY_THE_LEAD())


def _button(here: CustomerJudgement, *, incomplete: bool) -> None:
    # What was on screen when the page was drawn; a later change by anyone is told before anything is sent.
    key = session.key("seen", here.view.response_id)
    session.seed(key, here.view.marker)
    label = words.SEND_ANYWAY() if incomplete else words.SEND_IN()
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
            words.FROZEN() if access.drawn_use() is LocalUse.OWN else words.SENT(),
        )


def _waiting(info: SnapshotInfo) -> None:
    if access.drawn_use() is LocalUse.OWN:
        downloads.documents({DOSSIER: words.DOSSIER_TO_HPAS()}, info.customer_id)
    st.info(words.WAITING(when=moment(info.sent_at), days=DAYS(info.days_left), state=STATES[info.state]))
    if State(info.state) is State.SENT and access.drawn_for().role is Role.LEAD:
        st.write(words.TOO_EARLY())
        seen = str(session.drawn(session.key("drawn", "reopen", info.customer_id), info.id))
        if st.button(words.TAKE_BACK(), key="reopen", icon=":material/undo:"):
            make_change(
                lambda: move(access.workspace(), access.actor(), seen, State.REOPENED, expected=State.SENT),
                words.TAKEN_BACK(),
            )


def opened(ws: Workspace, actor: Actor, sent: Sequence[SnapshotInfo]) -> SnapshotView | None:
    """The one that is chosen among those sent in, the newest when none is."""
    if not sent:
        return None
    held, ids = session.value(_CHOSEN), [info.id for info in sent]
    return open_snapshot(ws, actor, str(held) if held in ids else ids[0])


def history(sent: Sequence[SnapshotInfo], opened: SnapshotView | None) -> None:
    """Every time it was sent in, and the one that is chosen."""
    st.header(words.SENT_BEFORE(), anchor=False)
    if opened is None:
        st.write(words.NONE_YET())
        return
    labels = {info.id: _label(info) for info in sent}
    st.selectbox(words.ASSESSMENT(), list(labels), format_func=labels.__getitem__, key=_CHOSEN)
    _opened(opened)
    downloads.buttons(SNAPSHOTS, sent[0].customer_id)


def _label(info: SnapshotInfo) -> str:
    told = words.ONE_SENT if info.complete else words.ONE_SENT_INCOMPLETE
    return told(day=day(info.as_of), days=DAYS(info.days_left), state=STATES[info.state])


def _opened(view: SnapshotView) -> None:
    for event in view.events:
        st.markdown(f"- {moment(event.at)}: {STATES[event.state]}")
        if event.comment:
            plain(event.comment)
    apart = {found: rated for found, rated in view.ratings.items() if not rated.agreed}
    if not view.ratings:
        return
    st.markdown(words.LOOKED_AT(answers=ANSWERS(len(view.ratings)), apart=number(len(apart))))
    for found, rated in apart.items():
        question = view.form.questionnaire.by_id[found]
        with st.container(border=True):
            st.markdown(f"**{said(question.title)}**")
            own = value_text(question, view.answers.get(found, Answer()))
            st.caption(words.YOU_ANSWERED())
            plain(own)
            st.caption(words.HPAS_THINKS())
            plain(value_text(question, Answer(value=rated.value)))
            if rated.reason:
                plain(rated.reason)
