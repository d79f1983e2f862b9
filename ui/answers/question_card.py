"""One question on screen, in a fragment of its own: what is asked, by when, the answer, and what belongs to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

import streamlit as st

import language
from language import AREAS, HARD_STOPS, RESPONSIBLE, STATUSES, WAITING_ON
from reports.answers.wording import expected_text
from scoring.answers import NO_ANSWER, NONE_YET, Answer
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import Lesson, Question
from scoring.vocabulary import AnswerField, LessonKind, Status, WaitingOn
from service.answers.responses import ResponseView
from service.faults import BadInput
from service.judgement import Circumstances
from ui import access, session
from ui.answers import inputs, save_note, saving
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


# What is folded away under a question until someone wants it.
WHY, MORE = "why", "more"
FOLDS = {WHY: ":material/lightbulb: Hvorfor vi spør", MORE: ":material/edit_note: Mer om svaret"}

LESSONS = {
    LessonKind.PROBLEM: "Det gikk galt",
    LessonKind.SUCCESS: "Det virket",
    LessonKind.ADVICE: "Råd",
    LessonKind.FACT: "Slik var det",
    LessonKind.INFERRED: "Slik leser vi det",
}


@dataclass
class Loaded:
    """The response as it was last seen: by the page for each question's first drawing, since then by any of them.

    `known`: plan, exceptions and HPAS's word, as the page has read them.

    `saved` is the response as the last save left it, for the drawing that follows; any other drawing reads it again.
    """

    view: ResponseView
    known: Circumstances
    judgement: Judgement
    drawn: set[str] = field(default_factory=set)
    saved: ResponseView | None = None

    def now(self, question_id: str) -> tuple[ResponseView, Judgement]:
        """The response as this drawing of the question shows it."""
        if question_id in self.drawn:
            self.view, self.saved = self.saved or access.response_again(), None
            self.judgement = access.judged(self.view, self.known)
        self.drawn.add(question_id)
        return self.view, self.judgement

    def save(
        self, question: Question, field: AnswerField, key: str, read: Callable[[], saving.Content | saving.Partly]
    ) -> None:
        """Save what `read` finds in the widget with this key. Called as a widget's callback."""
        self.saved = saving.save(self.view, question, field, key, read)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the response it is drawn from. `save` is told the field, the widget's key, and how to read it."""

    question: Question
    view: ResponseView
    locked: bool
    save: Callable[[AnswerField, str, Callable[[], saving.Content | saving.Partly]], None]

    @property
    def answer(self) -> Answer:
        return self.view.answers.get(self.question.id, NO_ANSWER)

    def version(self, field: AnswerField) -> int:
        saved = self.view.saved.get((self.question.id, field))
        return saved.version if saved else 0

    def seed(self, field: AnswerField, key: str, content: object) -> None:
        """Give a widget what is stored, and remember which version that was."""
        if session.seed(key, content):
            session.set_base(key, self.version(field))


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
    asked = Asked(question, view, locked, partial(loaded.save, question))

    save = partial(asked.save, AnswerField.VALUE, inputs.value_key(question), partial(inputs.read_answer, question))
    _value(asked, save)
    _result(asked, judgement.questions[question.id], retry=save)
    _unfolded(asked)
    after(judgement)


def _head(question: Question, view: ResponseView) -> None:
    """What it weighs, what is asked and by when: one element, as each on the page costs time at every click."""
    marks = [AREAS[area] for area in question.areas]
    if question.hard_stop is not None:
        marks.insert(0, f":material/front_hand: {language.sentence(HARD_STOPS[question.hard_stop])}")
    badges = " ".join([*(f":gray-badge[{mark}]" for mark in marks), f":small[{question.id}]"])
    expected = f"**Forventet:** {expected_text(question, view.customer.go_live)}"
    st.markdown(f"{badges}\n\n### {question.title.nb}\n\n{question.help.nb}\n\n{expected}", anchors=False)


def _value(asked: Asked, save: Callable[[], None]) -> None:
    question, stored = asked.question, asked.answer.value
    if asked.answer.not_applicable is not None:
        st.info("Dere har svart at spørsmålet ikke er aktuelt. Grunnen står under «Mer om svaret».")
        return
    if _nothing_yet(asked):
        return
    version = asked.version(AnswerField.VALUE)
    inputs.draw(inputs.Field(question=question, stored=stored, version=version, save=save, locked=asked.locked))
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
    return st.checkbox(label.nb, key=key, disabled=asked.locked, on_change=save)


def _result(asked: Asked, judged: Judged, *, retry: Callable[[], None]) -> None:
    """What the answer amounts to, since when it is saved, and what is folded away: one line right below it."""
    parts: list[str] = []
    if judged.status is not None:
        colour, icon = STATUS_LOOK[judged.status]
        parts.append(f":{colour}-badge[{icon} {STATUSES[judged.status].capitalize()}]")
    told_here = asked.answer.not_applicable is None
    if judged.unproven:
        days = language.count(asked.question.not_before or 0, "dag", "dager")
        parts.append(f":small[:material/schedule: For tidlig til å være bevist. Teller fullt fra {days} før oppstart.]")
    saved = save_note.saved(asked.view, asked.question, AnswerField.VALUE) if told_here else ""
    if saved:
        parts.append(f":small[{saved}]")
    said = _said(asked.answer)
    if said:
        parts.append(f":small[:material/edit_note: {language.sentence(language.listed(said))}]")
    st.markdown(" ".join(parts))
    if told_here:
        save_note.trouble(asked.view, asked.question, AnswerField.VALUE, retry=retry)


def _unfolded(asked: Asked) -> None:
    """What belongs to the answer, drawn only while it is asked for: every box on the page costs time at each click."""
    opened = st.pills(
        "Mer om spørsmålet",
        list(FOLDS),
        selection_mode="multi",
        format_func=lambda fold: FOLDS[fold],
        label_visibility="collapsed",
        key=session.key("more", asked.question.id),
    )
    if WHY in opened:
        st.markdown("\n\n".join(_reasons(asked.question)))
    if MORE in opened:
        _more(asked)


def _more(asked: Asked) -> None:
    """Comment, evidence, waiting on, not applicable."""
    _note_field(asked, AnswerField.COMMENT, "Kommentar")
    _note_field(asked, AnswerField.EVIDENCE, "Dokumentasjon: lenke, eller hvor den ligger")
    _waiting(asked)
    _note_field(asked, AnswerField.NOT_APPLICABLE, "Ikke aktuelt for oss fordi")
    st.caption("Skriv ikke opplysninger om pasienter eller navngitte ansatte her.")
    if not asked.locked and asked.answer.value is not None:
        _clear_button(asked)


def _said(answer: Answer) -> list[str]:
    """What stands under «Mer om svaret», so that it is seen while it is closed."""
    waiting = f"venter på {WAITING_ON[answer.waiting_on]}" if answer.waiting_on else None
    comment, evidence = answer.comment and "kommentar", answer.evidence and "dokumentasjon"
    return [text for text in (waiting, comment, evidence) if text]


def _note_field(asked: Asked, field: AnswerField, label: str) -> None:
    key = session.key(field.value, asked.question.id)
    asked.seed(field, key, getattr(asked.answer, field.value) or "")
    save = partial(asked.save, field, key, lambda: _typed(session.value(key)))
    st.text_area(label, key=key, height=80, max_chars=10_000, disabled=asked.locked, on_change=save)
    save_note.draw(asked.view, asked.question, field, retry=save)


def _typed(held: object) -> str | None:
    return str(held or "").strip() or None


def _waiting(asked: Asked) -> None:
    key = session.key("waiting_on", asked.question.id)
    asked.seed(AnswerField.WAITING_ON, key, asked.answer.waiting_on)
    save = partial(asked.save, AnswerField.WAITING_ON, key, lambda: _who(session.value(key)))
    st.selectbox(
        "Venter på",
        options=list(WaitingOn),
        index=None,
        format_func=lambda who: language.sentence(WAITING_ON[who]),
        placeholder="Ingen: vi gjør dette selv",
        key=key,
        disabled=asked.locked,
        on_change=save,
    )
    save_note.draw(asked.view, asked.question, AnswerField.WAITING_ON, retry=save)


def _who(held: object) -> WaitingOn | None:
    """Whom they wait on; `None` when nobody is chosen. Raises `BadInput` for someone who is not on the list."""
    if held is None or isinstance(held, WaitingOn):
        return held
    raise BadInput("unknown_waiting_on")


def _clear_button(asked: Asked) -> None:
    st.button(
        "Fjern svaret",
        key=session.key("clear", asked.question.id),
        icon=":material/backspace:",
        help="Spørsmålet blir ubesvart igjen. Det gamle svaret blir liggende i historikken.",
        on_click=_clear,
        args=(asked,),
    )


def _clear(asked: Asked) -> None:
    asked.save(AnswerField.VALUE, inputs.value_key(asked.question), lambda: None)
    session.forget(session.widget_keys(asked.question.id))


def _reasons(question: Question) -> Iterator[str]:
    if question.proof:
        yield f"**Bevis.** {question.proof.nb}"
    if question.answered_by:
        yield f"**Hvem vet svaret.** {language.sentence(question.answered_by.nb)}."
    yield f"**Hvem gjør jobben.** {language.sentence(RESPONSIBLE[question.responsible])}."
    if question.basis:
        yield f"**Hvorfor da.** {question.basis.nb} {_source(question)}"
    takes = language.count(question.lead_days, "dag", "dager")
    yield f"**Hvis det mangler.** {question.action.nb} Det tar gjerne {takes}."
    lessons = _lessons(question)
    yield "\n".join(
        f"- **{LESSONS[lesson.kind]}.** {lesson.text.nb} (Sluttrapporten {lesson.section})" for lesson in lessons
    )


def _source(question: Question) -> str:
    basis = question.basis
    if basis is None:
        return ""
    if basis.source == "report":
        return f"(Sluttrapporten {basis.ref})"
    if basis.source == "benchmark":
        reference = access.workspace().catalogue.sources[basis.ref or ""]
        return f"({reference.title.nb}, styrke {reference.strength})"
    return "(Klarsjekks egen vurdering)"


def _lessons(question: Question) -> list[Lesson]:
    held = access.workspace().catalogue.lessons
    return [held[lesson] for lesson in question.lessons if lesson in held]
