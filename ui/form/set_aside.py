"""Egenvurdering, below the questions: what was answered to questions that are asked no more. Read only when opened."""

import streamlit as st

from language import moment, said, sentence
from language.common import ANSWERS
from language.ui.form import set_aside as words
from reports.answers.wording import FIELD_NAMES, content_text
from scoring.questionnaire import Questionnaire
from scoring.vocabulary import AnswerField
from service.answers.responses import ResponseView
from service.faults import DatabaseProblem, Refused
from service.form.set_aside import SetAside, set_aside
from ui import access
from ui.failures import in_words
from ui.text import escaped


def fold(view: ResponseView) -> None:
    """A box to open, where there is anything."""
    asked = view.form.questionnaire
    gone = {question_id for question_id, _ in view.saved if question_id not in asked.by_id}
    if not gone:
        return
    title = words.GONE(answers=ANSWERS(len(gone)))
    box = st.expander(title, icon=":material/inventory_2:", on_change="rerun", key="set-aside")
    if not box.open:
        return
    with box:
        try:
            found = set_aside(access.workspace(), access.actor(), view.customer.id)
        except (Refused, DatabaseProblem) as problem:
            st.error(escaped(in_words(problem)))
            return
        st.caption(words.NOT_COUNTED())
        for each in found:
            st.markdown(_told(each, asked))


def _told(each: SetAside, asked: Questionnaire) -> str:
    lines = [f"**{escaped(said(each.question.title))}** :small[{each.question.id}]"]
    for field in AnswerField:
        content = getattr(each.answer, field.value)
        if content is not None:
            text = content_text(each.question, field, content).removesuffix(".")
            lines.append(f"{sentence(FIELD_NAMES[field])}: {escaped(text)}.")
    instead = asked.by_id.get(each.instead or "")
    stands = f" {words.ASKED_NOW(title=escaped(said(instead.title)))}" if instead else ""
    return "  \n".join([*lines, f"{words.LAST_CHANGED(at=moment(each.at))}{stands}"])
