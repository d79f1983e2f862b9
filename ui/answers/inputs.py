"""One input per kind of question: it shows what is stored, and hands what is typed to `save` at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, assert_never

import streamlit as st

from language import listed, number, said, sentence
from language.ui.answers import inputs as words
from language.ui.answers.inputs import YES_NO
from scoring.answers import Matrix, Share, Value, counts_things
from scoring.profile.wholes import whole_fact
from scoring.questionnaire import (
    DateQuestion,
    LevelQuestion,
    MatrixQuestion,
    NumberQuestion,
    Question,
    ShareQuestion,
    YesNoQuestion,
)
from scoring.typed_values import counts_per_cent, read_all, read_amount, read_day
from service.faults import BadInput, Refused
from ui import session, typed_fields
from ui.answers import matrix_table, saving

# Whose word the inputs of a question hold: the customer's answer, or HPAS's own rating.
ANSWER, RATING = "answer", "rating"
PROFILE = "pages/customer/profile.py"


@dataclass(frozen=True, slots=True)
class Field:
    """One value to draw: what is stored, at which version, and what to call when it changes. facts: of the profile."""

    question: Question
    stored: Value | None
    version: int
    save: Callable[[], None]
    locked: bool
    space: str = ANSWER
    facts: Mapping[str, float] = field(default_factory=dict)

    def key(self, part: str = "value") -> str:
        return value_key(self.question, part, self.space)

    def seed(self, widget_key: str, content: object) -> None:
        if session.seed(widget_key, content):
            session.set_base(self.key(), self.version)


def draw(field: Field) -> None:
    """The input for the question's kind."""
    match field.question:
        case LevelQuestion():
            _level(field, field.question)
        case YesNoQuestion():
            _yes_no(field)
        case ShareQuestion():
            _share(field, field.question)
        case NumberQuestion():
            _number(field, field.question)
        case DateQuestion():
            _date(field)
        case MatrixQuestion():
            table = _table(field.question, field.space)
            matrix_table.lay_down(table, field.stored)
            session.set_base(field.key(), field.version)
            matrix_table.draw(table, save=field.save, locked=field.locked)
        case _:
            assert_never(field.question)


def read(question: Question, space: str = ANSWER) -> Value | None:
    """What the input holds now; `None` when nothing is typed. Numbers of half a share are kept.

    Raises `BadInput` for what is not among the options: a browser never sends it, and it must not empty the answer.
    Raises `Refused` for what is typed and not understood, in the words of the reader.
    """
    held = session.value(value_key(question, space=space))
    match question:
        case LevelQuestion():
            return _among(held, range(5))
        case YesNoQuestion():
            return _among(held, YES_NO)
        case ShareQuestion():
            amount, of = (
                partial(read_amount, whole=counts_things(question)),
                partial(read_all, whole=counts_things(question)),
            )
            done = typed_fields.read(session.value(value_key(question, "done", space)), amount)
            if takes_whole(question, space):
                return None if done is None else Share(done, None)
            whole = typed_fields.read(session.value(value_key(question, "all", space)), of)
            return None if done is None and whole is None else Share(done, whole)
        case NumberQuestion():
            return typed_fields.read(held, partial(read_amount, per_cent=counts_per_cent(question)))
        case DateQuestion():
            return typed_fields.read(held, read_day)
        case MatrixQuestion():
            table = matrix_table.read(_table(question, space))
            if table.amiss:
                raise Refused(" ".join(table.amiss))
            return table.matrix
        case _:
            assert_never(question)


def read_answer(question: Question) -> saving.Content | saving.Partly:
    """The same for what is saved at once: the rows of a matrix that are understood do not wait for the others."""
    if not isinstance(question, MatrixQuestion):
        return read(question)
    held = matrix_table.read(_table(question, ANSWER))
    return saving.Partly(held.matrix, " ".join(held.amiss)) if held.amiss else held.matrix


def _table(question: MatrixQuestion, space: str) -> matrix_table.MatrixTable:
    key = session.of_this_process(value_key(question, space=space))
    return matrix_table.MatrixTable(question, key, value_key(question, "rows", space))


def _among(held: object, options: Iterable[int]) -> int:
    """The option that is held; True is not 1."""
    for option in options:
        if type(held) is type(option) and held == option:
            return option
    raise BadInput("wrong_type")


def value_key(question: Question, part: str = "value", space: str = ANSWER) -> str:
    return session.key(space, question.id, part)


def _common(field: Field, widget_key: str) -> dict[str, Any]:
    return {"key": widget_key, "on_change": field.save, "disabled": field.locked}


def _level(field: Field, question: LevelQuestion) -> None:
    key = field.key()
    field.seed(key, field.stored)
    st.radio(
        said(question.title),
        options=range(5),
        index=None,
        format_func=lambda level: words.LEVEL(level=level),
        captions=[said(question.levels[level]) for level in range(5)],
        label_visibility="collapsed",
        **_common(field, key),
    )


def _yes_no(field: Field) -> None:
    key = field.key()
    field.seed(key, field.stored)
    st.radio(
        said(field.question.title),
        options=[True, False],
        index=None,
        format_func=lambda held: YES_NO[held],
        horizontal=True,
        label_visibility="collapsed",
        **_common(field, key),
    )


def _share(field: Field, question: ShareQuestion) -> None:
    stored = field.stored if isinstance(field.stored, Share) else Share(None, None)
    left, right = st.columns(2, vertical_alignment="center")
    with left:
        label = words.HOW_MANY(what=said(question.done))
        _text_box(label, field, "done", typed_fields.number_text(stored.done), typed_fields.NUMBER_HINT)
    with right:
        if takes_whole(question, field.space):
            _whole(question, stored, field.facts)
            return
        label = words.OF_ALL(what=said(question.all))
        _text_box(label, field, "all", typed_fields.number_text(stored.all), typed_fields.NUMBER_HINT)


def _whole(question: ShareQuestion, stored: Share, facts: Mapping[str, float]) -> None:
    """The whole as a fact: what the profile says, or what stood here before it said anything."""
    known = facts.get(question.all_from or "")
    whole = stored.all if known is None else known
    if whole is None:
        st.markdown(words.WHOLE_UNKNOWN(what=said(question.all)))
        _to_profile(question, words.WRITE_IT(), ":material/edit:")
        return
    st.markdown(words.OF_SO_MANY(number=number(whole, decimals=2), what=said(question.all)))
    label = words.STANDS_THERE() if known is not None else words.MOVE_IT()
    _to_profile(question, label, ":material/apartment:")


def _to_profile(question: Question, label: str, icon: str) -> None:
    if st.button(label, key=session.key("to-profile", question.id), icon=icon, type="tertiary"):
        st.switch_page(PROFILE, query_params=session.address())


def takes_whole(question: Question, space: str) -> bool:
    """Whether only the first of a share's two numbers is asked here."""
    return space == ANSWER and whole_fact(question) is not None


def _number(field: Field, question: NumberQuestion) -> None:
    stored = field.stored if isinstance(field.stored, int | float) else None
    with st.columns(2)[0]:
        _text_box(
            sentence(said(question.unit)), field, "value", typed_fields.number_text(stored), typed_fields.NUMBER_HINT
        )


def _date(field: Field) -> None:
    stored = field.stored if isinstance(field.stored, date) else None
    with st.columns(2)[0]:
        _text_box(words.DATE(), field, "value", typed_fields.day_text(stored), typed_fields.DAY_HINT)


def _text_box(label: str, field: Field, part: str, stored: str, hint: Callable[[], str]) -> None:
    """A field of text, without a limit: one that cut off what is pasted would make another number of it."""
    key = field.key(part)
    field.seed(key, stored)
    st.text_input(label, placeholder=hint(), **_common(field, key))


def unfilled(question: Question, stored: Value | None) -> str | None:
    """What is still missing in an answer that has been begun, or `None`."""
    if isinstance(stored, Share) and stored.more_than_all:
        return words.MORE_THAN_WHOLE() if whole_fact(question) else words.MORE_THAN_ALL()
    if isinstance(stored, Share) and stored.all is None and whole_fact(question):
        return words.NO_WHOLE()
    if isinstance(stored, Share) and not stored.complete:
        return words.BOTH_NUMBERS()
    if isinstance(question, MatrixQuestion) and isinstance(stored, Matrix):
        missing = matrix_table.unfilled_rows(question, stored)
        if missing:
            return (words.FILL_IN_MORE if len(missing) > 3 else words.FILL_IN)(rows=listed(missing[:3]))
    return None
