"""One question on screen, in a fragment of its own: what is asked, by when, the answer, and what belongs to it."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

import language
from language import AREAS, DAYS, HARD_STOPS, STATUSES, said, sentence
from language.reports.plan.phase_wording import ON_MOVING
from language.ui.answers import question_card as words
from reports.answers.age_wording import MUST_BE_CONFIRMED, STILL_TRUE, age_text
from reports.answers.wording import amounts_to, expected_text
from scoring.answers import NONE_YET
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField, Status
from service.answers.responses import ResponseView
from service.people.actor import is_hpas
from ui import session
from ui.answers import carried_card, folds, inputs, reach_levels, save_note
from ui.answers.asked import Asked, Loaded
from ui.text import escaped

Colour = Literal["gray", "orange", "green", "blue", "red"]
STATUS_LOOK: dict[Status, tuple[Colour, str]] = {
    Status.NOT_APPLICABLE: ("gray", ":material/do_not_disturb_on:"),
    Status.UNANSWERED: ("orange", ":material/help:"),
    Status.NOT_DUE: ("gray", ":material/schedule:"),
    Status.MET: ("green", ":material/check_circle:"),
    Status.ON_TRACK: ("blue", ":material/trending_up:"),
    Status.BEHIND: ("red", ":material/warning:"),
    Status.AT_RISK: ("orange", ":material/alarm:"),
}


def card(loaded: Loaded, question_id: str, *, locked: bool, after: Callable[[Judgement], object]) -> None:
    """Draw one question: what never changes once, and the answer in a fragment of its own.

    `after` draws what depends on all answers, such as the progress.
    """
    question = loaded.view.form.questionnaire.by_id[question_id]
    with st.container(border=True, key=session.name("card", question_id)):
        _head(question, loaded.view)
        _answer(loaded, question, locked=locked, after=after)


@st.fragment
def _answer(loaded: Loaded, question: Question, *, locked: bool, after: Callable[[Judgement], object]) -> None:
    view, judgement = loaded.now(question.id)
    save, confirm = partial(loaded.save, question), partial(loaded.confirm, question)
    _inputs(Asked(question, view, locked, save, confirm), judgement.questions[question.id])
    if is_hpas(view.customer.id):
        reach_levels.for_others(question)
    after(judgement)


def in_place(asked: Asked, judged: Judged) -> None:
    """The answer where its question stands already, as in a row of what is missing. The fragment round it draws it again."""
    question = asked.question
    with st.container(key=session.name("card", question.id), gap="small"):
        st.markdown(f"{said(question.help)}\n\n{_expected(question, asked.view)}")
        _inputs(asked, judged)


def _inputs(asked: Asked, judged: Judged) -> None:
    """What is answered, what it amounts to, and what is folded away."""
    question = asked.question
    if question.from_programme is not None:
        carried_card.draw(asked)
        st.markdown(f"{' '.join(_status(judged))}\n\n{escaped(amounts_to(judged))}")
        if judged.moving:
            st.caption(f":material/construction: {ON_MOVING()}")
        _old(asked, judged)
        folds.about(asked)
        return
    save = partial(asked.save, AnswerField.VALUE, inputs.value_key(question), partial(inputs.read_answer, question))
    _value(asked, save)
    _result(asked, judged, retry=save)
    folds.draw(asked)


def _head(question: Question, view: ResponseView) -> None:
    """What it weighs, what is asked and by when: one element, as each on the page costs time at every click."""
    marks = [AREAS[area] for area in question.areas]
    if question.hard_stop is not None:
        marks.insert(0, f":material/front_hand: {language.sentence(HARD_STOPS[question.hard_stop])}")
    badges = " ".join([*(f":gray-badge[{mark}]" for mark in marks), f":small[{question.id}]"])
    told = f"{badges}\n\n### {said(question.title)}\n\n{said(question.help)}\n\n{_expected(question, view)}"
    st.markdown(told, anchors=False)


def _expected(question: Question, view: ResponseView) -> str:
    return words.EXPECTED(what=expected_text(question, view.customer.go_live))


def _value(asked: Asked, save: Callable[[], None]) -> None:
    question, stored = asked.question, asked.answer.value
    if asked.answer.not_applicable is not None:
        st.info(words.NOT_APPLICABLE())
        return
    if _nothing_yet(asked):
        return
    version = asked.version(AnswerField.VALUE)
    facts = asked.view.facts
    inputs.draw(inputs.Field(question, stored, version, save, locked=asked.locked, facts=facts))
    missing = inputs.unfilled(question, stored)
    if missing:
        st.caption(f":material/edit: {escaped(missing)}")


def _nothing_yet(asked: Asked) -> bool:
    """The box that says that nothing has fallen due yet, where the question has one; whether it is ticked."""
    label = asked.question.none_yet
    if label is None:
        return False
    key = session.key("none-yet", asked.question.id)
    asked.seed(AnswerField.VALUE, key, asked.answer.value is NONE_YET)
    save = partial(asked.save, AnswerField.VALUE, key, lambda: NONE_YET if session.value(key) is True else None)
    return st.checkbox(said(label), key=key, disabled=asked.locked, on_change=save)


def _status(judged: Judged) -> list[str]:
    if judged.status is None:
        return []
    colour, icon = STATUS_LOOK[judged.status]
    old = [f":orange-badge[:material/history: {sentence(MUST_BE_CONFIRMED())}]"] if judged.stale else []
    return [f":{colour}-badge[{icon} {STATUSES[judged.status].capitalize()}]", *old]


def _old(asked: Asked, judged: Judged) -> None:
    """That nobody has stood by the answer for long, and to do so."""
    if not judged.stale:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(age_text(judged), width="content")
        if judged.to_confirm and not asked.locked:
            st.button(
                STILL_TRUE(),
                key=session.key("confirm", asked.question.id),
                icon=":material/check:",
                help=words.WHAT_CONFIRMS(),
                on_click=asked.confirm,
            )


def _result(asked: Asked, judged: Judged, *, retry: Callable[[], None]) -> None:
    """What the answer amounts to, since when it is saved, and what is folded away: one line right below it."""
    parts = _status(judged)
    told_here = asked.answer.not_applicable is None
    if judged.unproven:
        too_early = words.TOO_EARLY(days=DAYS(asked.question.not_before or 0))
        parts.append(f":small[:material/schedule: {too_early}]")
    if judged.moving:
        parts.append(f":small[:material/construction: {ON_MOVING()}]")
    saved = save_note.saved(asked.view, asked.question, AnswerField.VALUE) if told_here else ""
    if saved:
        parts.append(f":small[{saved}]")
    beside = folds.beside(asked.answer)
    if beside:
        parts.append(f":small[:material/edit_note: {language.sentence(language.listed(beside))}]")
    amounts = amounts_to(judged)
    st.markdown(" ".join(parts) + (f"\n\n{escaped(amounts)}" if amounts else ""))
    _old(asked, judged)
    if told_here:
        save_note.trouble(asked.view, asked.question, AnswerField.VALUE, retry=retry)
