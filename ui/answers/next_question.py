"""Where to go on: the first question that is not finished where one stopped, and the next one, never the same twice in a row."""

from collections.abc import Collection, Sequence

import streamlit as st

from language.ui.answers import next_question as words
from scoring.judgement import Judged, Judgement
from scoring.vocabulary import Status
from service.answers.response_view import towards_next_wave
from service.answers.responses import ResponseView, open_response
from service.faults import DatabaseProblem, Refused
from service.judgement import circumstances_of
from service.people.actor import is_hpas
from ui import access, session

GAPS, SEND_IN, FILES = (f"pages/customer/{name}.py" for name in ("gaps", "send_in", "files"))
# What «Neste» has given in this round, the last one last.
_GIVEN = session.key("answers", "given")


def is_open(judged: Judged) -> bool:
    """The customer's own to answer, applicable, and not (fully) answered."""
    return judged.own and judged.attainment is None and judged.answer.not_applicable is None


def open_ids(judgement: Judgement) -> list[str]:
    """The questions without an answer."""
    return [question_id for question_id, judged in judgement.questions.items() if is_open(judged)]


def _in_turn(judgement: Judgement) -> list[list[str]]:
    """What to ask first, then what after that: what is due now, what is not, and last what is said to be not known."""
    found = open_ids(judgement)
    known = [each for each in found if not judgement.questions[each].answer.not_known]
    due = [each for each in known if judgement.questions[each].status is Status.UNANSWERED]
    return [due, known, found]


def following(judgement: Judgement, given: Sequence[str], among: Collection[str] | None = None) -> str | None:
    """The open question after those given, of which the last is shown now; all have been given before one comes again.

    None when no other than the last is open. among: these alone.
    """
    order = [each for each in judgement.questions if among is None or each in among]
    start = order.index(given[-1]) + 1 if given and given[-1] in order else 0
    turned = order[start:] + order[:start]
    for passed_over in (given, given[-1:]):
        for wanted in _in_turn(judgement):
            found = next((each for each in turned if each in wanted and each not in passed_over), None)
            if found is not None:
                return found
    return None


def resume(view: ResponseView, judgement: Judgement, reader: str) -> str | None:
    """The first question that is not finished, in the factor where the reader last saved something, or anyone did.

    reader: the actor's id. None when all is answered.
    """
    order = view.form.questionnaire.by_id
    said = [(saved.by == reader, saved.at, found) for (found, _), saved in view.saved.items() if found in order]
    factors = list(dict.fromkeys(view.form.factors[question.topic] for question in order.values()))
    start = factors.index(view.form.factors[order[max(said)[2]].topic]) if said else 0
    turned = factors[start:] + factors[:start]
    for wanted in _in_turn(judgement):
        by_factor = sorted(wanted, key=lambda each: turned.index(view.form.factors[order[each].topic]))
        if by_factor:
            return by_factor[0]
    return None


def offer(judgement: Judgement, among: Sequence[str] | None = None) -> None:
    """The way to the next question without an answer, or where to go when there is none. among: those of a person or role."""
    left = [each for each in open_ids(judgement) if among is None or each in among]
    if not left and among is not None:
        st.success(words.THESE_ANSWERED(), icon=":material/check_circle:")
        return
    if not left:
        _finished(judgement)
        return
    icon = ":material/skip_next:"
    st.button(words.NEXT(), key="next-open", icon=icon, on_click=_go_to_next, args=(among,))
    if session.take(_GIVEN + ".none") is not None:
        st.info(words.LAST_ONE(), icon=":material/flag:")


def _finished(judgement: Judgement) -> None:
    """What is left when all is answered, and where to go."""
    waiting = sum(judged.answer.waiting_on is not None for judged in judgement.questions.values() if judged.own)
    told = words.ALL_BUT_WAITING(waiting) if waiting else words.ALL_ANSWERED()
    st.success(told, icon=":material/check_circle:")
    # One below the other: side by side a phone cuts the first.
    st.page_link(GAPS, label=words.SEE_GAPS(), icon=":material/flag:")
    if not is_hpas(access.chosen_customer()):
        st.page_link(SEND_IN, label=words.SEND_IN(), icon=":material/send:")


def _go_to_next(among: Sequence[str] | None) -> None:
    """To the next that has no answer now: what was answered since the page was drawn is passed over."""
    try:
        with access.reading() as (ws, actor):
            view = towards_next_wave(open_response(ws, actor, access.chosen_customer()), access.today())
            known = circumstances_of(ws, actor, view, as_of=access.today())
        judgement = access.judged(view, known)
    except (Refused, DatabaseProblem):
        # The page, which is drawn next, says why.
        return
    given = _given()
    found = following(judgement, given, among)
    if found is None:
        session.put(_GIVEN + ".none", True)
        return
    session.put(_GIVEN, [found] if found in given else [*given, found])
    portion = session.chosen(session.ASSIGNEE)
    go(view.form.factors[view.form.questionnaire.by_id[found].topic], found)
    if among is not None:
        session.choose(session.ASSIGNEE, portion)


def _given() -> list[str]:
    """What was given in this round; the question that is shown counts as the last, however one came to it."""
    held = session.value(_GIVEN)
    given = [str(each) for each in held] if isinstance(held, list) else []
    shown = session.chosen(session.QUESTION)
    return given if shown is None else [each for each in given if each != shown] + [shown]


def go(factor: str, question_id: str | None = None) -> None:
    """From the next run on this factor is shown, beginning with the question."""
    session.choose(session.FACTOR, factor)
    session.choose(session.QUESTION, question_id)
    session.choose(session.FILTER, None)
    session.choose(session.ASSIGNEE, None)
    session.put(session.SEARCH, "")
