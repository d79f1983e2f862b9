"""The history of one answer: who said what when, the newest first, and to let it stand as it was. Read only when opened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import streamlit as st

from language import moment, sentence
from language.common import LATEST_CHANGES, TAKEN_AWAY
from language.ui.answers import history_panel as words
from reports.answers.csv_write import row_title
from reports.answers.wording import FIELD_NAMES, content_text, row_text
from scoring.answers import Matrix
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField
from service.answers.import_diff import row_diffs
from service.answers.responses import Revision, history
from service.faults import DatabaseProblem, Refused
from ui import access, session
from ui.answers import saving
from ui.answers.asked import Asked
from ui.failures import in_words
from ui.text import escaped

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A revision in words. stands: it is what the field says now. readable: the form of today can say it."""

    revision: Revision
    said: str
    stands: bool
    readable: bool


def draw(asked: Asked) -> None:
    """All that was said of the question, the newest first."""
    try:
        found = history(access.workspace(), access.actor(), asked.view.response_id, asked.question.id)
    except (Refused, DatabaseProblem) as problem:
        st.error(escaped(in_words(problem)))
        return
    if not found:
        st.caption(words.NOBODY_YET())
        return
    for line in list(lines(asked.question, found))[::-1][:MOST_SHOWN]:
        _line(asked, line)
    if len(found) > MOST_SHOWN:
        st.caption(LATEST_CHANGES(n=MOST_SHOWN, all=len(found)))


def lines(question: Question, found: Sequence[Revision]) -> Iterator[HistoryLine]:
    """The revisions in words, in their order; of a table, the rows that each of them changed."""
    current = {line.field: line.id for line in found if line.version is not None}
    before: dict[AnswerField, Revision] = {}
    for revision in found:
        old = revision.field is AnswerField.VALUE and isinstance(revision.content, str)
        said = words.OLDER_EDITION() if old else _said(question, before.get(revision.field), revision)
        yield HistoryLine(revision, said, current.get(revision.field) == revision.id, not old)
        if revision.version is not None:
            before[revision.field] = revision


def _said(question: Question, before: Revision | None, now: Revision) -> str:
    if now.content is None:
        return TAKEN_AWAY()
    if not isinstance(now.content, Matrix):
        return content_text(question, now.field, now.content)
    changed = row_diffs(before.content if before else None, now.content)
    rows = (f"{row_title(question, row.row)}: {row_text(row.after) or TAKEN_AWAY()}" for row in changed)
    return "; ".join(rows) or content_text(question, now.field, now.content)


def _line(asked: Asked, line: HistoryLine) -> None:
    revision = line.revision
    kind = f" ({words.KINDS[revision.kind]})" if revision.kind in words.KINDS else ""
    told = f"**{moment(revision.at)}**, {escaped(revision.name)}{kind}. {sentence(FIELD_NAMES[revision.field])}: {escaped(line.said)}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(told)
        if not (asked.locked or line.stands) and line.readable:
            st.button(
                words.TAKE_BACK(),
                key=session.key("undo", asked.question.id, str(revision.id)),
                icon=":material/undo:",
                help=words.WHAT_COMES_BACK(),
                on_click=saving.undo,
                args=(asked.view.response_id, asked.question, revision, asked.version(revision.field)),
            )
