"""An answers file back in: choose it, see what it would change, and only then store it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from language import number
from language.common import QUESTIONS
from language.ui.answers import upload as words
from service.answers.file_import import Effect, FileRefused, Preview, confirm, preview
from service.answers.preview_lines import PreviewLine, preview_lines
from service.answers.responses import ResponseView
from service.faults import DatabaseProblem, Refused
from ui import access, session
from ui.failures import in_words
from ui.text import escaped, plain

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
        st.error(f"**{words.NOTHING_SAVED()}**", icon=":material/error:")
        plain(str(problem))
    st.write(words.HOW())
    uploaded = st.file_uploader(
        words.FILE(),
        type=TAKEN,
        key=session.key("upload", UPLOAD, view.customer.id, str(session.count("imports"))),
    )
    if uploaded is None:
        return
    old_excel = st.checkbox(words.OLD_EXCEL(), key=session.key("upload", "encoding"))
    _propose(view, uploaded.getvalue(), old_excel=old_excel)


def _propose(view: ResponseView, data: bytes, *, old_excel: bool) -> None:
    try:
        seen = preview(access.workspace(), access.actor(), view.customer.id, data, encoding_confirmed=old_excel)
    except FileRefused as refused:
        st.error(words.REFUSED(len(refused.faults)), icon=":material/error:")
        plain("\n".join(str(fault) for fault in refused.faults[:100]))
        return
    except Refused as refused:
        st.error(escaped(refused.message))
        return
    _show(seen)
    if seen.changes:
        st.button(
            words.SAVE(seen.changes),
            key="confirm-import",
            type="primary",
            icon=":material/save:",
            on_click=_store,
            args=(view.customer.id, data, seen.seal, old_excel, len(seen.facts)),
        )


def _show(seen: Preview) -> None:
    diff = seen.diff
    parts = ", ".join(f"**{len(diff.of(effect))}** {words.EFFECTS[effect]}" for effect in Effect)
    st.markdown(words.FIELDS_IN_FILE(parts=parts, questions=QUESTIONS(len(diff.unchanged))))
    if seen.notes:
        plain("\n".join(seen.notes[:MOST_NOTES]))
    if diff.untouched:
        st.caption(words.NOT_IN_FILE(len(diff.untouched)))
    if seen.conflicts:
        st.warning(words.CONFLICTS(len(seen.conflicts)))
    if seen.left:
        _left(seen)
    if seen.facts:
        _facts(seen)
    if not seen.changes:
        st.info(words.NO_CHANGE())
        return
    if not diff.changes:
        return
    rows = [_row(line) for line in preview_lines(seen)]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", alt=words.PROPOSED())


def _facts(seen: Preview) -> None:
    st.markdown(words.ABOUT())
    for each in seen.facts:
        before = words.NOT_FILLED_IN() if each.before is None else number(each.before, decimals=2)
        st.markdown(words.FACT(title=escaped(each.title), before=before, after=number(each.after, decimals=2)))


def _left(seen: Preview) -> None:
    """What a file that was made for someone says of questions that are not theirs."""
    asked = QUESTIONS(len({change.question_id for change in seen.left}))
    st.warning(words.NOT_THEIRS(questions=asked, whom=escaped(seen.whose) if seen.whose else words.MADE_FOR()))
    lines = preview_lines(replace(seen, diff=replace(seen.diff, changes=seen.left)))
    rows = [{**_row(line), words.WHAT(): words.UNTOUCHED()} for line in lines]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", alt=words.OF_OTHERS())


def _row(line: PreviewLine) -> dict[str, object]:
    return {
        words.LINE(): line.line,
        words.CHANGED_AFTER(): words.YES() if line.both else "",
        words.QUESTION(): line.question_id,
        words.FIELD(): words.FIELDS[line.field],
        words.ROW(): line.row,
        words.WHAT(): words.EFFECTS[line.effect],
        words.NOW(): line.before,
        words.BECOMES(): line.after,
    }


def _store(customer_id: str, data: bytes, seal: str, old_excel: bool, facts: int) -> None:
    try:
        stored = confirm(access.workspace(), access.actor(), customer_id, data, seal=seal, encoding_confirmed=old_excel)
    except (Refused, FileRefused, DatabaseProblem) as problem:
        session.put("import-problem", in_words(problem))
        return
    session.put("import-told", words.SAVED(len(stored) + facts))
    session.bump("imports")
