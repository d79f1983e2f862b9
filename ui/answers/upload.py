"""An answers file back in: choose it, see what it would change, and only then store it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from language import count, number
from scoring.vocabulary import AnswerField
from service.answers.file_import import Effect, FileRefused, Preview, confirm, preview
from service.answers.preview_lines import PreviewLine, preview_lines
from service.answers.responses import ResponseView
from service.faults import DatabaseProblem, Refused
from ui import access, session
from ui.failures import in_words
from ui.text import escaped, plain

FIELDS = {
    AnswerField.VALUE: "Svar",
    AnswerField.NOT_APPLICABLE: "Ikke aktuelt fordi",
    AnswerField.WAITING_ON: "Venter på",
    AnswerField.COMMENT: "Kommentar",
    AnswerField.EVIDENCE: "Dokumentasjon",
    AnswerField.NOT_KNOWN: "Vet ikke ennå",
    AnswerField.DISAGREES: "Uenig med HPAS fordi",
}
EFFECTS = {Effect.NEW: "nytt", Effect.CHANGED: "endres", Effect.CLEARED: "tømmes"}
UPLOAD = "answers-file"
MOST_NOTES = 20
# More than can be read: what cannot is refused in our own words, with what to do.
TAKEN = ["csv", "txt", "tsv", "xlsx", "xlsm", "xlsb", "xls", "ods", "pdf"]


def box(view: ResponseView) -> None:
    """The whole way of a file: upload, preview, confirm."""
    told, problem = session.take("import-told"), session.take("import-problem")
    if told is not None:
        st.success(str(told), icon=":material/check_circle:")
    if problem is not None:
        st.error("**Ingenting er lagret.**", icon=":material/error:")
        plain(str(problem))
    st.write(
        "Last ned svarene, fyll ut i Excel, og hent filen inn igjen, som Excel-fil eller CSV. Du ser hva som blir endret før noe lagres."
    )
    uploaded = st.file_uploader(
        "Fil med svar (Excel eller CSV)",
        type=TAKEN,
        key=session.key("upload", UPLOAD, view.customer.id, str(session.count("imports"))),
    )
    if uploaded is None:
        return
    old_excel = st.checkbox(
        "Filen er lagret i eldre tegnsett (æ, ø og å ser feil ut ellers)", key=session.key("upload", "encoding")
    )
    _propose(view, uploaded.getvalue(), old_excel=old_excel)


def _propose(view: ResponseView, data: bytes, *, old_excel: bool) -> None:
    try:
        seen = preview(access.workspace(), access.actor(), view.customer.id, data, encoding_confirmed=old_excel)
    except FileRefused as refused:
        st.error(
            f"Filen kan ikke brukes. {count(len(refused.faults), 'feil', 'feil')} å rette. Ingenting er lagret.",
            icon=":material/error:",
        )
        plain("\n".join(str(fault) for fault in refused.faults[:100]))
        return
    except Refused as refused:
        st.error(escaped(refused.message))
        return
    _show(seen)
    if seen.changes:
        st.button(
            f"Lagre {count(seen.changes, 'endring', 'endringer')}",
            key="confirm-import",
            type="primary",
            icon=":material/save:",
            on_click=_store,
            args=(view.customer.id, data, seen.seal, old_excel, len(seen.facts)),
        )


def _show(seen: Preview) -> None:
    diff = seen.diff
    parts = [f"**{len(diff.of(effect))}** {word}" for effect, word in EFFECTS.items()]
    st.markdown(f"Felt i filen: {', '.join(parts)}. {count(len(diff.unchanged), 'spørsmål', 'spørsmål')} er som før.")
    if seen.notes:
        plain("\n".join(seen.notes[:MOST_NOTES]))
    if diff.untouched:
        st.caption(
            f"{count(len(diff.untouched), 'besvart spørsmål', 'besvarte spørsmål')} står ikke i filen, og blir som de er."
        )
    if seen.conflicts:
        st.warning(
            f"{count(len(seen.conflicts), 'felt er', 'felt er')} endret i Klarsjekk etter at filen ble lastet ned. De er merket i listen. "
            "Da står begges ord i listen: «Nå» er det som er skrevet i Klarsjekk. Lagrer du, gjelder filen, og det andre blir liggende i historikken."
        )
    if seen.left:
        _left(seen)
    if seen.facts:
        _facts(seen)
    if not seen.changes:
        st.info("Filen endrer ingenting.")
        return
    if not diff.changes:
        return
    rows = [_row(line) for line in preview_lines(seen)]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", alt="Endringene filen foreslår")


def _facts(seen: Preview) -> None:
    st.markdown("**Om virksomheten:**")
    for each in seen.facts:
        before = "ikke fylt inn" if each.before is None else number(each.before, decimals=2)
        st.markdown(f"- {escaped(each.title)}: {before} → {number(each.after, decimals=2)}")


def _left(seen: Preview) -> None:
    """What a file that was made for someone says of questions that are not theirs."""
    asked = count(len({change.question_id for change in seen.left}), "spørsmål", "spørsmål")
    to = f"ikke delt ut til {escaped(seen.whose)}" if seen.whose else "ikke delt ut til den filen er laget for"
    st.warning(f"{asked} i filen er {to}, og står urørt.")
    lines = preview_lines(replace(seen, diff=replace(seen.diff, changes=seen.left)))
    rows = [{**_row(line), "Hva": "står urørt"} for line in lines]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", alt="Det filen sier om andre spørsmål")


def _row(line: PreviewLine) -> dict[str, object]:
    return {
        "Linje": line.line,
        "Endret etterpå": "ja" if line.both else "",
        "Spørsmål": line.question_id,
        "Felt": FIELDS[line.field],
        "Rad": line.row,
        "Hva": EFFECTS[line.effect],
        "Nå": line.before,
        "Blir": line.after,
    }


def _store(customer_id: str, data: bytes, seal: str, old_excel: bool, facts: int) -> None:
    try:
        stored = confirm(access.workspace(), access.actor(), customer_id, data, seal=seal, encoding_confirmed=old_excel)
    except (Refused, FileRefused, DatabaseProblem) as problem:
        session.put("import-problem", in_words(problem))
        return
    session.put("import-told", f"{count(len(stored) + facts, 'endring', 'endringer')} er lagret.")
    session.bump("imports")
