"""A question that HPAS answers, as the customer sees it: HPAS's answer, and disagreeing with a reason and an own answer."""

from collections.abc import Callable

import streamlit as st

from language import day, local_day, reach_name, sentence
from language.common import NOT_SAVED
from language.ui.answers import carried_card as words
from reports.answers.wording import value_text
from scoring.basis import as_asked
from scoring.questionnaire import Question, ShareQuestion
from scoring.vocabulary import AnswerField, ReachKind
from service.answers.responses import FieldChange, ResponseView, enter
from service.faults import DatabaseProblem, Refused
from ui import access, session
from ui.answers import inputs
from ui.answers.asked import Asked
from ui.failures import in_words
from ui.text import escaped, plain

# The inputs of a customer's own answer, beside HPAS's.
APART = "apart"


def draw(asked: Asked) -> None:
    """What HPAS answers, by whom it is for and when; and where the customer stands apart from it."""
    view, question = asked.view, asked.question
    _given(view, question)
    if view.stands_apart(question.id):
        _own_answer(asked)
    elif not asked.locked:
        _disagree_box(asked)
    # Below the button: what is above it moves it away when it goes, and the click is lost.
    _problem(question)


def _given(view: ResponseView, question: Question) -> None:
    given = view.given.get(question.id)
    if given is None:
        st.info(words.NOT_YET(), icon=":material/hourglass_top:")
        return
    reach = given.reach
    for_you = reach.kind is ReachKind.CUSTOMER
    whom = words.FOR_YOU() if for_you else reach_name(reach.kind, reach.target).split(": ")[1]
    st.markdown(f":material/verified: {words.GIVEN(day=day(local_day(given.at)), whom=whom)}")
    plain(sentence(value_text(question, as_asked(question, given.answer))))
    for text in (given.answer.comment, given.answer.evidence):
        if text:
            plain(text)
    if question.id in view.settled:
        st.caption(words.SETTLED())


def _own_answer(asked: Asked) -> None:
    """What the customer says instead, which counts for it until HPAS has answered anew."""
    answer = asked.answer
    st.markdown(f":material/forum: {words.APART()}")
    plain(sentence(value_text(asked.question, answer)))
    plain(answer.disagrees or "")
    if not asked.locked:
        st.button(
            words.WITHDRAW(),
            key=session.key("apart", "withdraw", asked.question.id),
            icon=":material/undo:",
            on_click=_withdraw,
            args=(asked.view, asked.question),
        )


def _disagree_box(asked: Asked) -> None:
    question = asked.question
    box = st.expander(words.DISAGREE(), key=session.key("apart", "open", question.id), on_change="rerun")
    if not box.open:
        return
    with box:
        st.caption(words.WHAT_THEN())
        given = asked.view.given.get(question.id)
        stored = as_asked(question, given.answer).value if given else None
        field = inputs.Field(
            question=question, stored=stored, version=0, save=_with_the_button, locked=False, space=APART
        )
        inputs.draw(field)
        why = session.key("apart", "why", question.id)
        st.text_area(words.WHY(), key=why, max_chars=10_000, height=80)
        st.button(
            words.SAVE(),
            key=session.key("apart", "save", question.id),
            type="primary",
            on_click=_disagree,
            args=(asked.view, question, why),
        )


def _with_the_button() -> None:
    """An own answer is saved with its reason, by the button."""


def _disagree(view: ResponseView, question: Question, why: str) -> None:
    def changes() -> list[FieldChange]:
        held = session.value(inputs.value_key(question, space=APART))
        untouched = held is None and not isinstance(question, ShareQuestion)
        value = None if untouched else inputs.read(question, APART)
        reason = str(session.value(why) or "").strip()
        if value is None or not reason:
            raise Refused(words.BOTH_NEEDED())
        return [
            FieldChange(question.id, AnswerField.DISAGREES, reason, _version(view, question, AnswerField.DISAGREES)),
            FieldChange(question.id, AnswerField.VALUE, value, _version(view, question, AnswerField.VALUE)),
        ]

    _say(view, question, changes)


def _withdraw(view: ResponseView, question: Question) -> None:
    field = AnswerField.DISAGREES
    _say(view, question, lambda: [FieldChange(question.id, field, None, _version(view, question, field))])


def _version(view: ResponseView, question: Question, field: AnswerField) -> int:
    saved = view.saved.get((question.id, field))
    return saved.version if saved else 0


def _say(view: ResponseView, question: Question, changes: Callable[[], list[FieldChange]]) -> None:
    edit_no = session.next_edit()
    try:
        ws, actor = access.workspace(), access.actor()
        enter(ws, actor, view.response_id, changes(), session=session.tab(), edit_no=edit_no)
    except (Refused, DatabaseProblem) as problem:
        session.put(session.key("apart", "problem", question.id), in_words(problem))


def _problem(question: Question) -> None:
    problem = session.take(session.key("apart", "problem", question.id))
    if problem is not None:
        st.error(f"**{NOT_SAVED()}** {escaped(str(problem))}", icon=":material/error:")
