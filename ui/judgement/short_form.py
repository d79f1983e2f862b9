"""The short version on Oversikt: a provisional verdict, its few questions as a list, and the way on."""

from datetime import datetime, timedelta

import streamlit as st

from language import STATUSES, day, said, sentence
from language.common import HARD_STOP
from language.ui.judgement import short_form as words
from reports.answers.wording import value_text
from reports.judgement.verdict_wording import headline
from scoring.judgement import Judged, Judgement
from scoring.vocabulary import Status, Verdict
from service.judgement import CustomerJudgement, answered_at
from ui import access, session
from ui.answers import short_form
from ui.answers.filters import SHORT
from ui.answers.question_card import STATUS_LOOK
from ui.judgement import verdict
from ui.text import escaped

ANSWER = "pages/customer/answer.py"
WHOLE = "hele"
# From so many days before the go-live it is gone through each week.
WEEKLY, WEEK = 60, timedelta(days=7)


def instead(here: CustomerJudgement, short: Judgement | None) -> bool:
    """The choice of the short version, where there is one, and all of it when it is chosen; whether it is."""
    if short is None or not _choice(here, short):
        return False
    _draw(here, short)
    return True


def _choice(here: CustomerJudgement, short: Judgement) -> bool:
    """Until enough of the whole is answered the short version is shown by itself, when it says something."""
    early = not here.judgement.enough and short.enough and here.judgement.verdict is not Verdict.NOT_READY
    held = session.chosen(session.EDITION)
    edition = held if held in words.EDITIONS else SHORT if early else WHOLE
    key = session.key("overview", "edition")
    session.put(key, edition)

    def changed() -> None:
        session.choose(session.EDITION, str(session.value(key) or WHOLE))

    st.segmented_control(
        words.BUILT_ON(),
        list(words.EDITIONS),
        format_func=lambda each: words.EDITIONS.get(each, each),
        required=True,
        key=key,
        on_change=changed,
    )
    return edition == SHORT


def _draw(here: CustomerJudgement, short: Judgement) -> None:
    form = here.view.form
    theirs = sum(not judged.own for judged in short.questions.values())
    carried = words.HPAS_ANSWERS_SOME(n=theirs) if theirs else ""
    st.markdown(words.PROVISIONAL(len(short.questions), carried=carried))
    verdict.box(short)
    if here.judgement.verdict not in (None, Verdict.UNDECIDED):
        st.markdown(words.WITH_ALL(headline=headline(here.judgement)))
    _weekly(here, short)
    st.header(words.SHORT(), anchor=False)
    st.markdown("\n".join(_line(each) for each in short.questions.values()))
    with st.container(horizontal=True):
        st.page_link(ANSWER, label=short_form.called(form), icon=":material/bolt:", query_params=short_form.THERE)
        whole = {session.FILTER: "", session.QUESTION: "", session.EDITION: WHOLE}
        st.page_link(ANSWER, label=words.GO_ON(), icon=":material/arrow_forward:", query_params=whole)


def _weekly(here: CustomerJudgement, short: Judgement) -> None:
    """From T-60 on: how many of the customer's own were not looked at this week."""
    left = short.days_left
    if left is None or not 0 <= left <= WEEKLY:
        return
    looked_at, now = answered_at(here.view), datetime.combine(access.today(), datetime.max.time()).astimezone()
    own = [each for each, judged in short.questions.items() if judged.own]
    old = sum(each not in looked_at or now - looked_at[each] > WEEK for each in own)
    told = words.SOME_OLD(old=old, own=len(own)) if old else words.NONE_OLD()
    st.info(words.WEEKLY(days=WEEKLY, told=told), icon=":material/update:")


def _line(judged: Judged) -> str:
    """One question with its status, what is answered, and by when it must be in place."""
    question = judged.question
    colour, icon = STATUS_LOOK[judged.status or Status.NOT_DUE]
    status = f":{colour}-badge[{icon} {sentence(STATUSES[judged.status])}]" if judged.status else ""
    stop = HARD_STOP() if question.hard_stop else ""
    marks = ", ".join(part for part in (stop, "" if judged.own else words.HPAS_ANSWERS()) if part)
    by = words.IN_PLACE_BY(day=day(judged.due)) if judged.due and judged.status is not Status.MET else ""
    told = sentence(value_text(question, judged.answer))
    return f"- {status} **{said(question.title)}**{f' ({marks})' if marks else ''}  \n  {escaped(told)}.{by}"
