"""Standing by all the old answers that are shown, in one click; what became of it is said on the next run."""

from collections.abc import Sequence

import streamlit as st

from language.common import ANSWERS
from language.ui.answers import confirm_many as words
from reports.answers.age_wording import STILL_TRUE
from scoring.judgement import Judgement
from scoring.questionnaire import Question
from service.answers.confirming import confirm_answers
from service.answers.responses import ResponseView
from service.faults import DatabaseProblem, Refused
from ui import access, session
from ui.answers.filters import OLD
from ui.failures import in_words
from ui.session import widget_keys
from ui.text import escaped

_TOLD, _AMISS = session.key("confirm", "told"), session.key("confirm", "amiss")


def say_outcome() -> None:
    """What the last click did, also where no old answer is left to show."""
    if told := session.take(_TOLD):
        st.success(str(told), icon=":material/check_circle:")
    if amiss := session.take(_AMISS):
        st.warning(escaped(str(amiss)), icon=":material/error:")


def offer(view: ResponseView, judgement: Judgement, shown: Sequence[Question]) -> None:
    """To stand by all that are shown, where old answers alone are."""
    old = [question.id for question in shown if judgement.questions[question.id].stale]
    if session.chosen(session.FILTER) != OLD or not old:
        return
    with st.container(border=True, key=session.name("confirm", "all")):
        answers = ANSWERS(len(old))
        st.markdown(words.READ_THEM(answers=answers))
        st.button(
            words.ALL_SHOWN(still_true=STILL_TRUE(), answers=answers),
            key=session.key("confirm", "shown"),
            icon=":material/done_all:",
            on_click=_confirm,
            args=(view, old),
        )


def _confirm(view: ResponseView, old: Sequence[str]) -> None:
    edit_no = session.next_edit()
    try:
        ws, actor = access.workspace(), access.actor()
        done = confirm_answers(ws, actor, view, old, session=session.tab(), edit_no=edit_no)
    except (Refused, DatabaseProblem) as problem:
        session.put(_AMISS, in_words(problem))
        return
    for question_id in done.confirmed:
        session.forget(widget_keys(question_id))
    if done.confirmed:
        session.put(_TOLD, words.CONFIRMED(answers=ANSWERS(len(done.confirmed))))
    if done.changed:
        session.put(_AMISS, words.CHANGED(answers=ANSWERS(len(done.changed))))
