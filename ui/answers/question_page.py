"""The page of questions: progress, which factor or filter is chosen, the way to the next, and the cards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from language import AREAS, count
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import Catalogue, Form, Question
from scoring.vocabulary import OPEN, Area, Status
from service.answers.responses import ResponseView, open_response
from service.faults import DatabaseProblem, Refused
from service.judgement import Circumstances, circumstances_of
from ui import access, session
from ui.answers.question_card import Loaded, card

MOST_AT_ONCE = 12
# Pixels; the factor has the rest of the line, or a line of its own on a phone.
SHOW_WIDTH = 230
BY_FACTOR = "Ett tema om gangen"
FILTERS: dict[str, Callable[[Judged], bool]] = {
    "Ubesvarte": lambda judged: is_open(judged),
    "På etterskudd eller haster": lambda judged: judged.status in OPEN,
    "Stoppkrav": lambda judged: judged.question.hard_stop is not None,
    AREAS[Area.TESTING]: lambda judged: Area.TESTING in judged.question.areas,
    AREAS[Area.OPERATIONS]: lambda judged: Area.OPERATIONS in judged.question.areas,
    AREAS[Area.STAFFING]: lambda judged: Area.STAFFING in judged.question.areas,
    "Venter på andre": lambda judged: judged.answer.waiting_on is not None,
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The questions to show. `factor` is the one chosen, or `None` when a filter is."""

    questions: tuple[Question, ...]
    factor: str | None


def titles(catalogue: Catalogue, form: Form) -> dict[str, str]:
    """Factor id -> title, of the factors this form asks about."""
    asked = set(form.factors.values())
    return {factor.id: factor.title.nb for factor in catalogue.factors if factor.id in asked}


def is_open(judged: Judged) -> bool:
    """Applicable, and not (fully) answered."""
    return judged.attainment is None and judged.answer.not_applicable is None


def open_ids(judgement: Judgement) -> list[str]:
    """The questions without an answer: those due now, or all when none is."""
    found = [question_id for question_id, judged in judgement.questions.items() if is_open(judged)]
    return [each for each in found if judgement.questions[each].status is Status.UNANSWERED] or found


def progress(judgement: Judgement, place: DeltaGenerator | None = None, factor: str | None = None) -> DeltaGenerator:
    """How much is answered, in all and of the factor that is shown; in the place of what an earlier call has drawn."""
    figures = judgement.overall
    told = f"{figures.answered} av {figures.applicable} spørsmål besvart"
    if factor is not None:
        here = judgement.factors[factor]
        told += f", {here.answered} av {here.applicable} i dette temaet"
    return (place or st).progress(figures.coverage or 0.0, text=told)


def next_open(judgement: Judgement) -> None:
    """The way to the next question without an answer; what is due now comes first."""
    if not open_ids(judgement):
        st.success("Alt er besvart. Kom tilbake når noe endrer seg.", icon=":material/check_circle:")
        return
    st.button("Neste ubesvarte spørsmål", key="next-open", icon=":material/skip_next:", on_click=_go_to_next)


def _go_to_next() -> None:
    """To the first that has no answer now: what was answered since the page was drawn is passed over."""
    try:
        with access.reading() as (ws, actor):
            view = open_response(ws, actor, access.chosen_customer())
            known = circumstances_of(ws, actor, view, as_of=access.today())
        judgement = access.judged(view, known)
    except (Refused, DatabaseProblem):
        # The page, which is drawn next, says why.
        return
    found = open_ids(judgement)
    if found:
        go(view.form.factors[view.form.questionnaire.by_id[found[0]].topic], found[0])


def go(factor: str, question_id: str | None = None) -> None:
    """From the next run on this factor is shown, beginning with the question."""
    session.choose(session.FACTOR, factor)
    session.put(session.key("answers", "filter"), BY_FACTOR)
    session.put(session.key("answers", "from"), question_id)


def choice(
    view: ResponseView, judgement: Judgement, factors: dict[str, str], only: Sequence[str] | None = None
) -> Chosen:
    """Which factor, or which filter across the factors; or `only` these, where they are chosen already."""
    if only is not None:
        return Chosen(tuple(view.form.questionnaire.by_id[each] for each in only), None)
    row = st.container(horizontal=True)
    with row:
        held = st.selectbox("Vis", [BY_FACTOR, *FILTERS], key=session.key("answers", "filter"), width=SHOW_WIDTH)
    if held != BY_FACTOR:
        kept = tuple(judged.question for judged in judgement.questions.values() if FILTERS[held](judged))
        return Chosen(kept, None)
    with row:
        factor = _factor_box(factors)
    return Chosen(tuple(q for q in view.form.questionnaire.questions if view.form.factors[q.topic] == factor), factor)


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

    st.selectbox("Suksessfaktor", list(factors), format_func=label, key=key, on_change=changed)
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
    if locked:
        st.info("Du kan lese svarene, men ikke endre dem i denne rollen.", icon=":material/lock:")
    if not chosen.questions:
        st.write("Ingen spørsmål passer til dette valget.")
        return
    loaded = Loaded(view, known, judgement)
    after = partial(progress, place=place, factor=chosen.factor)
    after(judgement)
    now, later = _folded(_page(chosen), judgement) if chosen.factor else (_page(chosen), [])
    for question in now:
        card(loaded, question.id, locked=locked, after=after)
    if later:
        box = st.expander(
            f"{count(len(later), 'spørsmål', 'spørsmål')} som ikke må begynne ennå",
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
    wanted = session.value(session.key("answers", "from"))
    later = [q for q in questions if q.id != wanted and _sleeps(judgement.questions[q.id], judgement)]
    return [question for question in questions if question not in later], later


def _sleeps(judged: Judged, judgement: Judgement) -> bool:
    return judgement.go_live is not None and is_open(judged) and not judged.live


def _page(chosen: Chosen) -> Sequence[Question]:
    """At most so many cards at once; the question asked for comes first."""
    wanted = session.value(session.key("answers", "from"))
    questions = chosen.questions
    if chosen.factor is not None:
        ids = [question.id for question in questions]
        if wanted in ids:
            st.caption("Begynner med spørsmålet du ba om. De andre i temaet følger etter.")
            first = ids.index(wanted)
            return (*questions[first:], *questions[:first])
        return questions
    pages = -(-len(questions) // MOST_AT_ONCE)
    if pages == 1:
        return questions
    number = st.segmented_control(
        f"{count(len(questions), 'spørsmål', 'spørsmål')}, {MOST_AT_ONCE} om gangen",
        range(1, pages + 1),
        default=1,
        required=True,
        key=session.key("answers", "page"),
    )
    start = ((number or 1) - 1) * MOST_AT_ONCE
    return questions[start : start + MOST_AT_ONCE]


def onward(chosen: Chosen, factors: dict[str, str]) -> None:
    """Back and forward between the factors."""
    if chosen.factor is None:
        return
    ids = list(factors)
    place = ids.index(chosen.factor)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if place > 0:
            st.button(
                f"Forrige: {factors[ids[place - 1]]}",
                key="back",
                icon=":material/arrow_back:",
                on_click=go,
                args=(ids[place - 1],),
            )
        if place + 1 < len(ids):
            st.button(
                f"Neste: {factors[ids[place + 1]]}",
                key="forward",
                icon=":material/arrow_forward:",
                type="primary",
                on_click=go,
                args=(ids[place + 1],),
            )
