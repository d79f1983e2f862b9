"""Answers that do not go together, on screen: what is seen, the answers behind it, and saying that it has been looked at."""

from collections.abc import Sequence

import streamlit as st

from language import count, moment
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
HEADING = "Henger svarene sammen?"
_GRADES = {
    Grade.ERROR: ":red-badge[:material/error: Motsier hverandre]",
    Grade.WARNING: ":orange-badge[:material/warning: Bør ses på]",
    Grade.NOTE: ":gray-badge[:material/info: Verdt å merke seg]",
}
# More than these of one rule are told by their number, until they are asked for.
FEW = 3


def section(form: Form, answers: Answers, found: Sequence[CustomerFinding]) -> None:
    """All that is seen, what nobody has looked at first."""
    st.header(HEADING, anchor=False)
    new = [each for each in found if each.looked_at is None]
    seen = [each for each in found if each.looked_at is not None]
    if not new:
        st.write("Vi ser ingenting i svarene som ikke går sammen." if not seen else "Alt vi så, er sett på.")
    else:
        st.write(
            f"{count(len(new), 'ting', 'ting')} bør dere se på før dere sender inn. "
            "Ingenting her endrer konklusjonen. HPAS ser det samme."
        )
    for each in new:
        _finding(form, answers, each)
    if seen:
        with st.expander(f"{count(len(seen), 'er', 'er')} sett på", icon=":material/done:"):
            for each in seen:
                _finding(form, answers, each)


def _finding(form: Form, answers: Answers, found: CustomerFinding) -> None:
    # Not by its place: the next one would be open when one has been looked at.
    rule, place = found.seen.rule, f"{found.seen.rule_id}-{found.seen.questions[0]}"
    with st.expander(f"**{rule.title.nb}** {_GRADES[rule.grade]}", key=session.name("finding", place)):
        st.write(rule.why.nb)
        for question_id in found.seen.questions[:FEW]:
            _answer(form, answers, question_id, place)
        if len(found.seen.questions) > FEW:
            st.caption(f"Og {count(len(found.seen.questions) - FEW, 'svar', 'svar')} til.")
        if found.looked_at is not None:
            st.caption(f"Sett på av {escaped(found.looked_at.name)}, {moment(found.looked_at.at)}:")
            plain(found.looked_at.reason)
        elif access.may_answer():
            _look_at(found)


def _answer(form: Form, answers: Answers, question_id: str, place: str) -> None:
    """The question, which leads to its card, and what is answered."""
    question = form.questionnaire.by_id[question_id]
    key = session.key("finding-go", place, question_id)
    if st.button(question.title.nb, key=key, type="tertiary", icon=":material/arrow_forward:"):
        next_question.go(form.factors[question.topic], question_id)
        st.switch_page(ANSWER)
    plain(f"Svart: {value_text(question, answers.get(question_id, NO_ANSWER))}")


def _look_at(found: CustomerFinding) -> None:
    with st.form(session.name("finding-form", found.seen.rule_id, found.basis[:12]), border=False):
        reason = st.text_input("Stemmer svarene likevel? Skriv hvorfor.", max_chars=500)
        if st.form_submit_button("Vi har sett på det", icon=":material/done:"):
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
                "Det står nå at dere har sett på det.",
            )
