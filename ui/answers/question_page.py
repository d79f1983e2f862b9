"""The page of questions: progress, which factor, filter or search is chosen, the way to the next, and the cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from language import said
from language.common import QUESTIONS
from language.ui.answers import question_page as words
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import Catalogue, Form, Question
from service.answers.responses import ResponseView
from service.judgement import Circumstances
from ui import access, session
from ui.answers import confirm_many
from ui.answers.asked import Loaded
from ui.answers.filters import BY_ADDRESS, SHORT, Filter, Sifted
from ui.answers.next_question import go, is_open, resume
from ui.answers.question_card import card
from ui.answers.searching import beyond, found_by, marked

MOST_AT_ONCE = 12
MOST_FOUND = 20
# Pixels; the factor has the rest of the line, or a line of its own on a phone.
SHOW_WIDTH = 210
SEARCH_WIDTH = 160


@dataclass(frozen=True, slots=True)
class Chosen:
    """The questions to show. `factor` is the one chosen, or `None` when a filter is. searched: what they were searched for with.

    of_one: they are those of one person or role.
    """

    questions: tuple[Question, ...]
    factor: str | None
    searched: str = ""
    of_one: bool = False


def titles(catalogue: Catalogue, form: Form) -> dict[str, str]:
    """Factor id -> title, of the factors this form asks about."""
    asked = set(form.factors.values())
    return {factor.id: said(factor.title) for factor in catalogue.factors if factor.id in asked}


def progress(judgement: Judgement, place: DeltaGenerator | None = None, chosen: Chosen | None = None) -> DeltaGenerator:
    """How much is answered, in all and of what is chosen; in the place of what an earlier call has drawn."""
    answered, asked = judgement.own_progress()
    told = words.ANSWERED(n=answered, all=asked)
    if chosen and chosen.factor is not None:
        here, all_here = judgement.own_progress([question.id for question in chosen.questions])
        told += words.IN_TOPIC(n=here, all=all_here)
    if chosen and chosen.of_one:
        left = sum(is_open(judgement.questions[question.id]) for question in chosen.questions)
        told += words.OF_THESE(n=len(chosen.questions) - left, all=len(chosen.questions))
    if unknown := sum(bool(judged.answer.not_known) and is_open(judged) for judged in judgement.questions.values()):
        told += words.NOT_KNOWN(n=unknown)
    return (place or st).progress(answered / asked if asked else 0.0, text=told)


def settle(view: ResponseView, judgement: Judgement) -> None:
    """Open where one stopped, when neither the address nor this tab says what to show."""
    if not any(session.chosen(name) for name in (session.QUESTION, session.FACTOR, session.FILTER)):
        found = resume(view, judgement, access.drawn_for().id)
        if found is not None:
            session.choose(session.QUESTION, found)
    questions = view.form.questionnaire.by_id
    asked = questions.get(session.chosen(session.QUESTION) or "")
    session.choose(session.QUESTION, asked.id if asked else None)
    if asked is not None:
        session.choose(session.FACTOR, view.form.factors[asked.topic])


def choice(
    view: ResponseView,
    judgement: Judgement,
    factors: dict[str, str],
    sent_at: datetime | None,
    only: Sequence[str] | None = None,
) -> Chosen:
    """Which factor, which filter across the factors, or what a search has found; or `only` these, when they are chosen.

    sent_at: when the answers were last sent in.
    """
    row = st.container(horizontal=True)
    with row:
        kept = _filter_box(words.BY_FACTOR() if only is None else words.ALL_OF_THESE(), judgement)
    factor = None
    if kept is not None or only is not None:
        reader = access.drawn_for().id
        asked = [each for id_, each in judgement.questions.items() if only is None or id_ in only]
        sifted = [Sifted(judged, view, reader, sent_at) for judged in asked]
        held = tuple(one.judged.question for one in sifted if kept is None or kept.keeps(one))
        chosen = Chosen(_asked_for_first(held) if kept is None else held, None, of_one=kept is None)
    else:
        with row:
            factor = _factor_box(factors)
        chosen = Chosen(
            tuple(q for q in view.form.questionnaire.questions if view.form.factors[q.topic] == factor), factor
        )
    with row:
        wanted = _search_box()
    return Chosen(found_by(wanted, view.form), factor, searched=wanted) if wanted else chosen


def _asked_for_first(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The same from the question that was asked for on."""
    ids = [question.id for question in questions]
    wanted = session.chosen(session.QUESTION)
    first = ids.index(wanted) if wanted in ids else 0
    return (*questions[first:], *questions[:first])


def _filter_box(none: str, judgement: Judgement) -> Filter | None:
    """The filter that is chosen, which stands in the address; None for none of them, which is called `none`."""
    short = any(judged.question.core for judged in judgement.questions.values())
    offered = [each for each in BY_ADDRESS if each != SHORT or short]
    wanted = session.chosen(session.FILTER) or ""
    held = BY_ADDRESS[wanted] if wanted in offered else None
    session.choose(session.FILTER, held.address if held else None)
    key = session.key("answers", "filter")
    session.put(key, held.address if held else none)

    def changed() -> None:
        wanted = BY_ADDRESS.get(str(session.value(key)))
        session.choose(session.FILTER, wanted.address if wanted else None)
        session.choose(session.QUESTION, None)
        session.put(session.SEARCH, "")

    st.selectbox(
        words.SHOW(),
        [none, *offered],
        format_func=lambda found: BY_ADDRESS[found].name if found in BY_ADDRESS else found,
        key=key,
        on_change=changed,
        width=SHOW_WIDTH,
    )
    return held


def _search_box() -> str:
    """What is searched for."""
    return st.text_input(words.SEARCH(), key=session.SEARCH, placeholder=words.WORD_OR_ID(), width=SEARCH_WIDTH).strip()


def found(view: ResponseView, chosen: Chosen) -> None:
    """What a search has found, as a list to open from."""
    if not chosen.questions:
        st.write(words.NONE_FOUND())
        return
    st.caption(words.FOUND(questions=QUESTIONS(len(chosen.questions))))
    for question in chosen.questions[:MOST_FOUND]:
        st.button(
            f"{marked(said(question.title), chosen.searched)} :small[{marked(question.id, chosen.searched)}]",
            key=session.key("found", question.id),
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=go,
            args=(view.form.factors[question.topic], question.id),
        )
        if where := beyond(question, chosen.searched):
            st.caption(where)
    if len(chosen.questions) > MOST_FOUND:
        st.caption(words.FIRST_SHOWN(n=MOST_FOUND))


def _factor_box(factors: dict[str, str]) -> str:
    held = session.chosen(session.FACTOR)
    factor = held if held in factors else next(iter(factors))
    key = session.key("answers", "factor")
    session.put(key, factor)

    def label(found: str) -> str:
        # No count of answers: this box is not drawn again when one is given.
        return f"{int(found[1:])}. {factors[found]}"

    def changed() -> None:
        # A tab that has just come to another process may send a label of an older form, which is no factor.
        wanted = str(session.value(key))
        if wanted in factors:
            go(wanted)

    st.selectbox(words.FACTOR(), list(factors), format_func=label, key=key, on_change=changed)
    return factor


def cards(
    view: ResponseView,
    known: Circumstances,
    judgement: Judgement,
    chosen: Chosen,
    place: DeltaGenerator,
    *,
    locked: bool,
) -> None:
    """The questions, each redrawing itself; the progress is drawn with them."""
    if chosen.searched:
        found(view, chosen)
        return
    if locked:
        st.info(words.ONLY_READ(), icon=":material/lock:")
    confirm_many.say_outcome()
    if not chosen.questions:
        st.write(words.NOTHING_FITS())
        return
    page = _page(chosen)
    if not locked:
        confirm_many.offer(view, judgement, page)
    loaded = Loaded(view, known, judgement)
    after = partial(progress, place=place, chosen=chosen)
    after(judgement)
    now, later = _folded(page, judgement) if chosen.factor else (page, [])
    for question in now:
        card(loaded, question.id, locked=locked, after=after)
    if later:
        box = st.expander(
            words.LATER(questions=QUESTIONS(len(later))),
            icon=":material/schedule:",
            on_change="rerun",
            key="later",
        )
        if box.open:
            with box:
                for question in later:
                    card(loaded, question.id, locked=locked, after=after)


def _folded(questions: Sequence[Question], judgement: Judgement) -> tuple[list[Question], list[Question]]:
    """Those to answer now, and those without an answer whose work does not have to begin yet."""
    wanted = session.chosen(session.QUESTION)
    later = [q for q in questions if q.id != wanted and _sleeps(judgement.questions[q.id], judgement)]
    return [question for question in questions if question not in later], later


def _sleeps(judged: Judged, judgement: Judgement) -> bool:
    return judgement.go_live is not None and is_open(judged) and not judged.live


def _page(chosen: Chosen) -> Sequence[Question]:
    """At most so many cards at once; the question asked for comes first."""
    wanted = session.chosen(session.QUESTION)
    questions = chosen.questions
    if chosen.factor is not None:
        ids = [question.id for question in questions]
        if wanted in ids:
            first = ids.index(wanted)
            if first:
                st.caption(words.BEGINS_WITH(question=wanted))
            return (*questions[first:], *questions[:first])
        return questions
    pages = -(-len(questions) // MOST_AT_ONCE)
    if pages == 1:
        return questions
    number = st.segmented_control(
        words.AT_A_TIME(questions=QUESTIONS(len(questions)), n=MOST_AT_ONCE),
        range(1, pages + 1),
        default=1,
        required=True,
        key=session.key("answers", "page"),
    )
    start = ((number or 1) - 1) * MOST_AT_ONCE
    return questions[start : start + MOST_AT_ONCE]


def onward(chosen: Chosen, factors: dict[str, str]) -> None:
    """Back and forward between the factors."""
    if chosen.factor is None or chosen.searched:
        return
    ids = list(factors)
    place = ids.index(chosen.factor)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if place > 0:
            st.button(
                words.BACK(factor=factors[ids[place - 1]]),
                key="back",
                icon=":material/arrow_back:",
                on_click=go,
                args=(ids[place - 1],),
            )
        if place + 1 < len(ids):
            st.button(
                words.FORWARD(factor=factors[ids[place + 1]]),
                key="forward",
                icon=":material/arrow_forward:",
                type="primary",
                on_click=go,
                args=(ids[place + 1],),
            )
