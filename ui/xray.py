"""Answers that do not go together, on screen: what is seen, the answers behind it, and saying that it has been looked at."""

from collections.abc import Sequence

import streamlit as st

from language import moment, said
from language.ui import xray as words
from reports.answers.wording import value_text
from scoring.answers import NO_ANSWER, Answers
from scoring.questionnaire import Form
from scoring.xray.rules import Grade
from service.xray import CustomerFinding, look_at
from ui import access, session
from ui.answers import next_question
from ui.change_form import make_change
from ui.text import escaped, plain

ANSWER = "pages/customer/answer.py"
_BADGES = {
    Grade.ERROR: ("red", ":material/error:"),
    Grade.WARNING: ("orange", ":material/warning:"),
    Grade.NOTE: ("gray", ":material/info:"),
}
# More than these of one rule are told by their number, until they are asked for.
FEW = 3


def section(form: Form, answers: Answers, found: Sequence[CustomerFinding]) -> None:
    """All that is seen, what nobody has looked at first."""
    st.header(words.HEADING(), anchor=False)
    new = [each for each in found if each.looked_at is None]
    seen = [each for each in found if each.looked_at is not None]
    if not new:
        st.write(words.NOTHING() if not seen else words.ALL_LOOKED_AT())
    else:
        st.write(words.LOOK_BEFORE(len(new)))
    for each in new:
        _finding(form, answers, each)
    if seen:
        with st.expander(words.LOOKED_AT(len(seen)), icon=":material/done:"):
            for each in seen:
                _finding(form, answers, each)


def _finding(form: Form, answers: Answers, found: CustomerFinding) -> None:
    # Not by its place: the next one would be open when one has been looked at.
    rule, place = found.seen.rule, f"{found.seen.rule_id}-{found.seen.questions[0]}"
    colour, icon = _BADGES[rule.grade]
    badge = f":{colour}-badge[{icon} {words.GRADES[rule.grade]}]"
    with st.expander(f"**{said(rule.title)}** {badge}", key=session.name("finding", place)):
        st.write(said(rule.why))
        for question_id in found.seen.questions[:FEW]:
            _answer(form, answers, question_id, place)
        if len(found.seen.questions) > FEW:
            st.caption(words.MORE_ANSWERS(len(found.seen.questions) - FEW))
        if found.looked_at is not None:
            st.caption(words.LOOKED_AT_BY(name=escaped(found.looked_at.name), moment=moment(found.looked_at.at)))
            plain(found.looked_at.reason)
        elif access.may_answer():
            _look_at(found)


def _answer(form: Form, answers: Answers, question_id: str, place: str) -> None:
    """The question, which leads to its card, and what is answered."""
    question = form.questionnaire.by_id[question_id]
    key = session.key("finding-go", place, question_id)
    if st.button(said(question.title), key=key, type="tertiary", icon=":material/arrow_forward:"):
        next_question.go(form.factors[question.topic], question_id)
        st.switch_page(ANSWER)
    plain(words.ANSWERED(answer=value_text(question, answers.get(question_id, NO_ANSWER))))


def _look_at(found: CustomerFinding) -> None:
    with st.form(session.name("finding-form", found.seen.rule_id, found.basis[:12]), border=False):
        reason = st.text_input(words.WHY(), max_chars=500)
        if st.form_submit_button(words.WE_HAVE_LOOKED(), icon=":material/done:"):
            make_change(
                lambda: look_at(
                    access.workspace(),
                    access.actor(),
                    access.chosen_customer(),
                    rule_id=found.seen.rule_id,
                    basis=found.basis,
                    reason=reason,
                    as_of=access.today(),
                ),
                words.NOTED(),
            )
