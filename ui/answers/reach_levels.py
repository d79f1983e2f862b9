"""HPAS's own questions: whom the answers are for, and what is said to one question for others."""

import streamlit as st

from language import day, local_day, reach_name, sentence
from language.ui.answers import reach_levels as words
from reports.answers.wording import value_text
from scoring.basis import Reach
from scoring.questionnaire import Question
from scoring.vocabulary import ReachKind
from service.faults import DatabaseProblem, Refused
from service.people.actor import Actor, is_hpas
from service.people.permissions import PERMISSIONS, Operation
from service.programme.levels import QuestionLevels, levels
from service.programme.reaches import ReachView, open_reach, reaches
from service.workspace import Workspace
from ui import access, session
from ui.failures import in_words
from ui.text import escaped, plain

_CHOSEN = session.key("reach", "chosen")
_PROBLEM = session.key("reach", "problem")


def read(ws: Workspace, actor: Actor) -> list[ReachView]:
    """Whom HPAS can answer for; nothing where the page is a customer's."""
    return reaches(ws, actor) if is_hpas(access.chosen_customer()) else []


def choice(found: list[ReachView]) -> None:
    """Whom the answers below are for, and how many that is; another choice is another page of answers."""
    here = next((each for each in found if each.customer_id == access.chosen_customer()), None)
    if here is None:
        return
    problem = session.take(_PROBLEM)
    if problem is not None:
        st.error(escaped(str(problem)), icon=":material/error:")
    offered = found if _may_begin() else [each for each in found if each.customer_id]
    names = {_key(each.reach): _label(each) for each in offered}
    session.put(_CHOSEN, _key(here.reach))
    st.selectbox(words.WHOM(), list(names), format_func=names.__getitem__, key=_CHOSEN, on_change=_go, args=(offered,))
    st.caption(_holds_for(here))


def _may_begin() -> bool:
    return access.drawn_for().role in PERMISSIONS[Operation.ANSWER_PROGRAMME].roles


def _key(reach: Reach) -> str:
    return f"{reach.kind}:{reach.target}"


def _label(each: ReachView) -> str:
    reach = each.reach
    customer = each.customers[0].name if reach.kind is ReachKind.CUSTOMER and each.customers else words.THE_CUSTOMER()
    name = reach_name(reach.kind, reach.target, customer).removeprefix("HPAS: ")
    return f"{name[:1].upper()}{name[1:]} ({words.CUSTOMERS(len(each.customers))})"


def _holds_for(here: ReachView) -> str:
    told = words.FOR_ALL if here.reach.kind is ReachKind.ALL else words.FOR_SOME
    return told(customers=words.CUSTOMERS(len(here.customers)))


def _go(offered: list[ReachView]) -> None:
    wanted = next((each for each in offered if _key(each.reach) == session.value(_CHOSEN)), None)
    if wanted is not None:
        go_to(wanted.reach)


def go_to(reach: Reach) -> None:
    """To HPAS's answers for these, which are begun where nobody has. Called as a callback."""
    try:
        view = open_reach(access.workspace(), access.actor(), reach)
    except (Refused, DatabaseProblem) as problem:
        session.put(_PROBLEM, in_words(problem))
        return
    session.choose(session.CUSTOMER, view.customer.id)


def for_others(question: Question) -> None:
    """What HPAS says to the question for whom, behind a click."""
    box = st.expander(
        words.FOR_OTHERS(),
        icon=":material/groups:",
        key=session.key("levels", question.id),
        on_change="rerun",
    )
    if box.open:
        with box:
            with access.reading() as (ws, actor):
                found = levels(ws, actor, question.id)
            _levels(found)


def _levels(found: QuestionLevels) -> None:
    if not found.asked:
        st.write(words.ASKED_OF_NOBODY())
        return
    st.write(words.GET_IT(customers=words.CUSTOMERS(len(found.asked))))
    for each in found.answers:
        reach = each.given.reach
        customer = (
            each.customers[0].name if reach.kind is ReachKind.CUSTOMER and each.customers else words.THE_CUSTOMER()
        )
        name = reach_name(reach.kind, reach.target, customer).removeprefix("HPAS: ")
        many = words.CUSTOMERS(len(each.holds_for)) if each.holds_for else words.NONE_NOW()
        given_on, by = day(local_day(each.given.at)), escaped(each.name)
        st.markdown(words.GIVEN(name=escaped(name[:1].upper() + name[1:]), day=given_on, by=by, customers=many))
        plain(sentence(value_text(found.question, each.given.answer)))
    if found.without:
        st.caption(words.WITHOUT(customers=words.CUSTOMERS(len(found.without))))
