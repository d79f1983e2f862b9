"""A customer's vurderingsfil taken in: choose it, see whom it is of and what it brings, and only then store it."""

import pandas as pd
import streamlit as st

from language import day, listed
from language.ui.dossier import taking_in as words
from reports.answers.wording import FIELD_NAMES
from service.dossier.taking_in import DossierPreview, preview_dossier, take_in
from service.faults import DatabaseProblem, Refused
from ui import access, session
from ui.failures import in_words
from ui.text import escaped, plain

MOST_SHOWN = 200


def box() -> None:
    """The whole way of a file: upload, preview, confirm."""
    st.header(words.TITLE(), anchor=False)
    told, problem = session.take("dossier-told"), session.take("dossier-problem")
    if told is not None:
        st.success(escaped(str(told)), icon=":material/check_circle:")
    if problem is not None:
        st.error(f"**{words.NOTHING_SAVED()}** {escaped(str(problem))}", icon=":material/error:")
    st.write(words.ABOUT())
    uploaded = st.file_uploader(
        words.FILE(), type=["json", "zip"], key=session.key("upload", "dossier", str(session.count("dossiers")))
    )
    if uploaded is not None:
        _propose(uploaded.getvalue())


def _propose(data: bytes) -> None:
    try:
        seen = preview_dossier(access.workspace(), access.actor(), data)
    except Refused as refused:
        st.error(words.UNUSABLE(why=escaped(refused.message)), icon=":material/error:")
        return
    _show(seen)
    if seen.nothing_new:
        st.info(words.NOTHING_NEW())
        return
    label = words.TAKE_IN() if seen.known else words.ADD_AND_TAKE_IN()
    st.button(
        label, key="confirm-dossier", type="primary", icon=":material/save:", on_click=_store, args=(data, seen.seal)
    )


def _show(seen: DossierPreview) -> None:
    plain(f"{seen.name} · {seen.kind} · {seen.customer_id}")
    st.markdown(words.KNOWN() if seen.known else words.UNKNOWN())
    answered = words.ANSWERED(seen.asked, answered=seen.answered)
    st.markdown(f"{answered} {words.NEW_HERE(brought=_brought(seen))} {words.FIELDS(len(seen.changes))}")
    if seen.notes:
        plain("\n".join(seen.notes))
    if seen.changes:
        rows = [
            {
                words.QUESTION(): each.question_id,
                words.FIELD(): FIELD_NAMES[each.field],
                words.NOW(): each.before,
                words.WILL_BE(): each.after,
            }
            for each in seen.changes[:MOST_SHOWN]
        ]
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", alt=words.TABLE())


def _brought(seen: DossierPreview) -> str:
    parts = (
        (seen.lines, words.LINES),
        (seen.actions, words.ACTIONS),
        (seen.waivers, words.WAIVERS),
        (seen.snapshots, words.SNAPSHOTS),
        (seen.facts, words.FACTS),
        (seen.outcomes, words.OUTCOMES),
        (seen.findings, words.FINDINGS),
        (seen.phases, words.PHASES),
    )
    told = [called(number) for number, called in parts if number]
    told += [words.STARTED(day=day(seen.started_on))] if seen.started_on else []
    return listed(told) or words.NO_ANSWERS()


def _store(data: bytes, seal: str) -> None:
    try:
        stored = take_in(access.workspace(), access.actor(), data, seal=seal)
    except (Refused, DatabaseProblem) as problem:
        session.put("dossier-problem", in_words(problem))
        return
    session.put("dossier-told", words.STORED(name=stored.name, brought=_brought(stored)))
    session.bump("dossiers")
