"""What stands beside an answer: «vet ikke ennå», whom one waits on, not applicable, comment, why we ask, and the history.

Each is drawn only while it is asked for: every box on the page costs time at each click.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

import language
from language import BASIS_PARTS, DAYS, RESPONSIBLE, WAITING_ON, said
from language.ui.answers import folds as words
from language.ui.answers.folds import FOLDS, LESSONS
from scoring.answers import Answer
from scoring.frozen import Grounds, Lesson
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField, WaitingOn
from service.faults import BadInput
from ui import access, session
from ui.answers import history_panel, inputs, save_note
from ui.answers.asked import Asked

NOT_KNOWN, WAIT, LEFT_OUT, MORE = "not_known", "wait", "left_out", "more"
WHY, HISTORY, ENGLISH = "why", "history", "english"


def draw(asked: Asked) -> None:
    """The row of what can be opened or said, and what is open of it."""
    opened = _row(asked)
    save_note.trouble(asked.view, asked.question, AnswerField.NOT_KNOWN, retry=partial(_mark, asked))
    if WAIT in opened:
        _waiting(asked)
    if LEFT_OUT in opened:
        _note_field(asked, AnswerField.NOT_APPLICABLE, words.NOT_APPLICABLE())
    if MORE in opened:
        _more(asked)
    _told(asked, opened)


def about(asked: Asked) -> None:
    """Of a question that HPAS answers: why it is asked, and what the customer itself has said. Nothing is changed here."""
    answered = any(of == asked.question.id for of, _ in asked.view.saved)
    key, offered = session.key("more", asked.question.id), [WHY, HISTORY] if answered else [WHY]
    opened = st.pills(
        words.ABOUT_QUESTION(),
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


def beside(answer: Answer) -> list[str]:
    """What is said beside the answer, so that it is seen while its fold is closed."""
    not_known = words.NOT_KNOWN() if answer.not_known else None
    waiting = words.WAITS_FOR(whom=WAITING_ON[answer.waiting_on]) if answer.waiting_on else None
    comment, evidence = answer.comment and words.HAS_COMMENT(), answer.evidence and words.HAS_EVIDENCE()
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
        words.ABOUT_BOTH(),
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
    _note_field(asked, AnswerField.COMMENT, words.COMMENT())
    _note_field(asked, AnswerField.EVIDENCE, words.EVIDENCE())
    st.caption(words.NO_NAMES())
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
        words.WAITING_ON(),
        options=list(WaitingOn),
        index=None,
        format_func=lambda who: language.sentence(WAITING_ON[who]),
        placeholder=words.ON_NOBODY(),
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
        words.CLEAR(),
        key=session.key("clear", asked.question.id),
        icon=":material/backspace:",
        help=words.WHAT_CLEARS(),
        on_click=_clear,
        args=(asked,),
    )


def _clear(asked: Asked) -> None:
    asked.save(AnswerField.VALUE, inputs.value_key(asked.question), lambda: None)
    session.forget(session.widget_keys(asked.question.id))


def _reasons(question: Question) -> Iterator[str]:
    if question.proof:
        yield words.PROOF(what=said(question.proof))
    if question.answered_by:
        yield words.WHO_KNOWS(who=language.sentence(said(question.answered_by)))
    yield words.WHO_DOES(who=language.sentence(RESPONSIBLE[question.responsible]))
    for part, grounds in question.grounds.items():
        yield f"**{BASIS_PARTS[part]}.** {said(grounds)} {_source(grounds)}"
    yield words.IF_MISSING(action=said(question.action), days=DAYS(question.lead_days))
    lessons = _lessons(question)
    yield "\n".join(
        words.LESSON(kind=LESSONS[lesson.kind], text=said(lesson.text), section=lesson.section) for lesson in lessons
    )


def _source(basis: Grounds) -> str:
    if basis.source == "report":
        return words.FROM_REPORT(section=basis.ref)
    if basis.source == "benchmark":
        reference = access.workspace().catalogue.sources[basis.ref or ""]
        return words.FROM_OTHERS(title=said(reference.title), strength=reference.strength)
    return words.OUR_OWN()


def _lessons(question: Question) -> list[Lesson]:
    held = access.workspace().catalogue.lessons
    return [held[lesson] for lesson in question.lessons if lesson in held]
