"""What one sends to who is to answer: a link to their questions, a file with them alone, and a text for an e-mail."""

from urllib.parse import urlencode, urlsplit

import streamlit as st

from language.ui.answers import asking as words
from reports.answers.asking import asking_text
from scoring.questionnaire import Question
from service.answers.portions import Portion
from service.answers.responses import ResponseView
from service.files.answers import ANSWERS_BOOK
from ui import login, session
from ui.files import downloads

ANSWER = "pages/customer/answer.py"


def tools(view: ResponseView, portion: Portion) -> None:
    """Everything of one person or role; a text with a link for who may log in, with a file for who may not."""
    questions = [view.form.questionnaire.by_id[each] for each in portion.questions]
    with st.container(horizontal=True):
        st.page_link(
            ANSWER,
            label=words.OPEN(),
            icon=":material/checklist:",
            query_params={session.CUSTOMER: view.customer.id, session.ASSIGNEE: portion.key},
        )
        downloads.part(ANSWERS_BOOK, words.BOOK(), view.customer.id, portion.token, portion.title)
    downloads.part_ready(ANSWERS_BOOK, portion.token)
    # Where nobody logs in, the address is of this machine alone.
    by_link = login.required() and (portion.to is None or portion.to.member_id is not None)
    if by_link:
        st.caption(words.BY_LINK())
        _text(view, portion, questions, _link(view, portion))
    if not by_link or portion.to is None:
        st.caption(words.BY_FILE())
        _text(view, portion, questions, None)


def _text(view: ResponseView, portion: Portion, questions: list[Question], link: str | None) -> None:
    name = portion.to.name if portion.to else ""
    text = asking_text(questions, customer=view.customer.name, go_live=view.customer.go_live, name=name, link=link)
    st.code(text, language=None, wrap_lines=True)


def _link(view: ResponseView, portion: Portion) -> str:
    """The address of their questions, as it stands in this browser."""
    here = urlsplit(st.context.url or "")
    root = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    return f"{root}/egenvurdering?{urlencode({session.CUSTOMER: view.customer.id, session.ASSIGNEE: portion.key})}"
