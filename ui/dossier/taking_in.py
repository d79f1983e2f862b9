"""A customer's vurderingsfil taken in: choose it, see whom it is of and what it brings, and only then store it."""

import pandas as pd
import streamlit as st

from language import count, day, listed
from reports.answers.wording import FIELD_NAMES
from service.dossier.taking_in import DossierPreview, preview_dossier, take_in
from service.faults import DatabaseProblem, Refused
from ui import access, session
from ui.failures import in_words
from ui.text import escaped, plain

MOST_SHOWN = 200


def box() -> None:
    """The whole way of a file: upload, preview, confirm."""
    st.header("Hent inn en vurderingsfil", anchor=False)
    told, problem = session.take("dossier-told"), session.take("dossier-problem")
    if told is not None:
        st.success(escaped(str(told)), icon=":material/check_circle:")
    if problem is not None:
        st.error(f"**Ingenting er lagret.** {escaped(str(problem))}", icon=":material/error:")
    st.write(
        "En kunde som bruker Klarsjekk på egen maskin, sender alt som én fil. Du ser hvem den er fra og hva den har, før noe "
        "lagres. Historikken følger med, og samme fil kan hentes inn flere ganger."
    )
    uploaded = st.file_uploader(
        "Vurderingsfil", type=["json", "zip"], key=session.key("upload", "dossier", str(session.count("dossiers")))
    )
    if uploaded is not None:
        _propose(uploaded.getvalue())


def _propose(data: bytes) -> None:
    try:
        seen = preview_dossier(access.workspace(), access.actor(), data)
    except Refused as refused:
        st.error(f"Filen kan ikke brukes. {escaped(refused.message)} Ingenting er lagret.", icon=":material/error:")
        return
    _show(seen)
    if seen.nothing_new:
        st.info("Filen har ikke noe nytt.")
        return
    label = "Hent inn" if seen.known else "Legg til kunden og hent inn"
    st.button(
        label, key="confirm-dossier", type="primary", icon=":material/save:", on_click=_store, args=(data, seen.seal)
    )


def _show(seen: DossierPreview) -> None:
    plain(f"{seen.name} · {seen.kind} · {seen.customer_id}")
    st.markdown("Kunden er her fra før." if seen.known else "Kunden er **ikke her fra før**, og blir lagt til.")
    st.markdown(
        f"{seen.answered} av {count(seen.asked, 'spørsmål', 'spørsmål')} er besvart i filen. Nytt her: "
        f"{_brought(seen)}. {count(len(seen.changes), 'felt', 'felt')} i svarene får nytt innhold."
    )
    if seen.notes:
        plain("\n".join(seen.notes))
    if seen.changes:
        rows = [
            {"Spørsmål": each.question_id, "Felt": FIELD_NAMES[each.field], "Nå": each.before, "Blir": each.after}
            for each in seen.changes[:MOST_SHOWN]
        ]
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", alt="Endringene filen har")


def _brought(seen: DossierPreview) -> str:
    parts = (
        (seen.lines, "linje i historikken", "linjer i historikken"),
        (seen.actions, "tiltak", "tiltak"),
        (seen.waivers, "forslag om unntak", "forslag om unntak"),
        (seen.snapshots, "innsending", "innsendinger"),
        (seen.facts, "tall om virksomheten", "tall om virksomheten"),
        (seen.outcomes, "tall etter oppstart", "tall etter oppstart"),
    )
    told = [count(number, one, many) for number, one, many in parts if number]
    told += [f"at kunden startet {day(seen.started_on)}"] if seen.started_on else []
    return listed(told) or "ingen svar ennå"


def _store(data: bytes, seal: str) -> None:
    try:
        stored = take_in(access.workspace(), access.actor(), data, seal=seal)
    except (Refused, DatabaseProblem) as problem:
        session.put("dossier-problem", in_words(problem))
        return
    session.put("dossier-told", f"{stored.name} er hentet inn: {_brought(stored)}.")
    session.bump("dossiers")
