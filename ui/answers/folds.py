"""What stands beside an answer: «vet ikke ennå», whom one waits on, not applicable, comment, why we ask, and the history.

Each is drawn only while it is asked for: every box on the page costs time at each click.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

import language
from language import BASIS_PARTS, RESPONSIBLE, WAITING_ON
from scoring.answers import Answer
from scoring.frozen import Grounds, Lesson
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField, LessonKind, WaitingOn
from service.faults import BadInput
from ui import access, session
from ui.answers import history_panel, inputs, save_note
from ui.answers.asked import Asked

NOT_KNOWN, WAIT, LEFT_OUT, MORE = "not_known", "wait", "left_out", "more"
WHY, HISTORY, ENGLISH = "why", "history", "english"
FOLDS = {
    NOT_KNOWN: ":material/help: Vet ikke ennå",
    WAIT: ":material/hourglass_top: Venter på",
    LEFT_OUT: ":material/do_not_disturb_on: Ikke aktuelt",
    MORE: ":material/edit_note: Mer om svaret",
    WHY: ":material/lightbulb: Hvorfor vi spør",
    HISTORY: ":material/history: Historikk",
    ENGLISH: ":material/translate: In English",
}
LESSONS = {
    LessonKind.PROBLEM: "Det gikk galt",
    LessonKind.SUCCESS: "Det virket",
    LessonKind.ADVICE: "Råd",
    LessonKind.FACT: "Slik var det",
    LessonKind.INFERRED: "Slik leser vi det",
}


def draw(asked: Asked) -> None:
    """The row of what can be opened or said, and what is open of it."""
    opened = _row(asked)
    save_note.trouble(asked.view, asked.question, AnswerField.NOT_KNOWN, retry=partial(_mark, asked))
    if WAIT in opened:
        _waiting(asked)
    if LEFT_OUT in opened:
        _note_field(asked, AnswerField.NOT_APPLICABLE, "Ikke aktuelt for oss fordi")
    if MORE in opened:
        _more(asked)
    _told(asked, opened)


def about(asked: Asked) -> None:
    """Of a question that HPAS answers: why it is asked, and what the customer itself has said. Nothing is changed here."""
    said = any(of == asked.question.id for of, _ in asked.view.saved)
    key, offered = session.key("more", asked.question.id), [WHY, HISTORY] if said else [WHY]
    opened = st.pills(
        "Om spørsmålet",
        offered,
        selection_mode="multi",
        format_func=FOLDS.__getitem__,
        label_visibility="collapsed",
        key=key,
    )
    _told(replace(asked, locked=True), opened)


def _told(asked: Asked, opened: Sequence[str]) -> None:
    if WHY in opened:
        st.markdown("\n\n".join(_reasons(asked.question)))
    if HISTORY in opened:
        history_panel.draw(asked)
    if ENGLISH in opened:
        _english(asked)


def _english(asked: Asked) -> None:
    """For a vendor who helps HPAS to answer; nothing is answered in it."""
    held = access.workspace().english.texts.get(asked.question.id)
    if held is not None:
        st.markdown(f"**{held.title}**\n\n{held.help}\n\n**Next step:** {held.action}")


def said(answer: Answer) -> list[str]:
    """What is said beside the answer, so that it is seen while its fold is closed."""
    not_known = "vet ikke ennå" if answer.not_known else None
    waiting = f"venter på {WAITING_ON[answer.waiting_on]}" if answer.waiting_on else None
    comment, evidence = answer.comment and "kommentar", answer.evidence and "dokumentasjon"
    return [text for text in (not_known, waiting, comment, evidence) if text]


def _row(asked: Asked) -> list[str]:
    """One element for all of it. «Vet ikke ennå» is pressed while it is stored, and is gone once there is an answer."""
    key = session.key("more", asked.question.id)
    may_mark = not asked.locked and asked.answer.value is None and asked.answer.not_applicable is None
    pressed = may_mark and asked.answer.not_known is not None
    held = session.value(key)
    opened = [str(each) for each in held] if isinstance(held, list) else []
    if pressed is not (NOT_KNOWN in opened):
        session.put(key, [NOT_KNOWN, *opened] if pressed else [each for each in opened if each != NOT_KNOWN])
    session.set_base(_mark_key(asked), asked.version(AnswerField.NOT_KNOWN))
    return st.pills(
        "Om svaret og spørsmålet",
        [fold for fold in FOLDS if _offered(asked, fold, may_mark=may_mark)],
        selection_mode="multi",
        format_func=FOLDS.__getitem__,
        label_visibility="collapsed",
        key=key,
        on_change=partial(_pressed, asked) if may_mark else None,
    )


def _offered(asked: Asked, fold: str, *, may_mark: bool) -> bool:
    if fold == NOT_KNOWN:
        return may_mark
    return fold != ENGLISH or asked.question.id in access.workspace().english.texts


def _mark_key(asked: Asked) -> str:
    return session.key(AnswerField.NOT_KNOWN, asked.question.id)


def _pressed(asked: Asked) -> None:
    """Save the mark when it was that which was pressed; the other folds are only shown."""
    if _wants_mark(asked) is not asked.answer.not_known:
        _mark(asked)


def _wants_mark(asked: Asked) -> bool | None:
    held = session.value(session.key("more", asked.question.id))
    return True if isinstance(held, list) and NOT_KNOWN in held else None


def _mark(asked: Asked) -> None:
    asked.save(AnswerField.NOT_KNOWN, _mark_key(asked), lambda: _wants_mark(asked))


def _more(asked: Asked) -> None:
    """Comment and evidence."""
    _note_field(asked, AnswerField.COMMENT, "Kommentar")
    _note_field(asked, AnswerField.EVIDENCE, "Dokumentasjon: lenke, eller hvor den ligger")
    st.caption("Skriv ikke opplysninger om pasienter eller navngitte ansatte her.")
    if not asked.locked and asked.answer.value is not None:
        _clear_button(asked)


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
    for part, grounds in question.grounds.items():
        yield f"**{BASIS_PARTS[part]}.** {grounds.nb} {_source(grounds)}"
    takes = language.count(question.lead_days, "dag", "dager")
    yield f"**Hvis det mangler.** {question.action.nb} Det tar gjerne {takes}."
    lessons = _lessons(question)
    yield "\n".join(
        f"- **{LESSONS[lesson.kind]}.** {lesson.text.nb} (Sluttrapporten {lesson.section})" for lesson in lessons
    )


def _source(basis: Grounds) -> str:
    if basis.source == "report":
        return f"(Sluttrapporten {basis.ref})"
    if basis.source == "benchmark":
        reference = access.workspace().catalogue.sources[basis.ref or ""]
        return f"({reference.title.nb}, styrke {reference.strength})"
    return "(Klarsjekks egen vurdering)"


def _lessons(question: Question) -> list[Lesson]:
    held = access.workspace().catalogue.lessons
    return [held[lesson] for lesson in question.lessons if lesson in held]
