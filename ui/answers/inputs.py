"""One input per kind of question: it shows what is stored, and hands what is typed to `save` at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, assert_never

import streamlit as st

from language import listed, sentence
from scoring.answers import FIRST_DAY, LARGEST, LAST_DAY, Matrix, Share, Value
from scoring.questionnaire import (
    DateQuestion,
    LevelQuestion,
    MatrixQuestion,
    NumberQuestion,
    Question,
    ShareQuestion,
    YesNoQuestion,
)
from service.faults import BadInput
from ui import session
from ui.answers import matrix_table

# Whose word the inputs of a question hold: the customer's answer, or HPAS's own rating.
ANSWER, RATING = "answer", "rating"
YES_NO = {True: "Ja", False: "Nei"}


@dataclass(frozen=True, slots=True)
class Field:
    """One value to draw: what is stored, at which version, and what to call when it changes."""

    question: Question
    stored: Value | None
    version: int
    save: Callable[[], None]
    locked: bool
    space: str = ANSWER

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
            key, rows_key = field.key(), field.key("rows")
            if matrix_table.lay_down(field.question, field.stored, key=key, rows_key=rows_key):
                session.set_base(key, field.version)
            matrix_table.draw(field.question, key=key, rows_key=rows_key, save=field.save, locked=field.locked)
        case _:
            assert_never(field.question)


def read(question: Question, space: str = ANSWER) -> Value | None:
    """What the input holds now; `None` when nothing is typed. Numbers of half a share are kept.

    Raises `BadInput` for what is not among the options: a browser never sends it, and it must not empty the answer.
    """
    held = session.value(value_key(question, space=space))
    match question:
        case LevelQuestion():
            return _among(held, range(5))
        case YesNoQuestion():
            return _among(held, YES_NO)
        case ShareQuestion():
            done, whole = (_amount(session.value(value_key(question, part, space))) for part in ("done", "all"))
            return None if done is None and whole is None else Share(done, whole)
        case NumberQuestion():
            return _amount(held)
        case DateQuestion():
            return held if isinstance(held, date) else None
        case MatrixQuestion():
            return matrix_table.read(
                question, key=value_key(question, space=space), rows_key=value_key(question, "rows", space)
            )
        case _:
            assert_never(question)


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
        question.title.nb,
        options=range(5),
        index=None,
        format_func=lambda level: f"Nivå {level}",
        captions=[question.levels[level].nb for level in range(5)],
        label_visibility="collapsed",
        **_common(field, key),
    )


def _yes_no(field: Field) -> None:
    key = field.key()
    field.seed(key, field.stored)
    st.radio(
        field.question.title.nb,
        options=[True, False],
        index=None,
        format_func=lambda held: YES_NO[held],
        horizontal=True,
        label_visibility="collapsed",
        **_common(field, key),
    )


def _share(field: Field, question: ShareQuestion) -> None:
    done_key, all_key = field.key("done"), field.key("all")
    stored = field.stored if isinstance(field.stored, Share) else Share(None, None)
    field.seed(done_key, stored.done)
    field.seed(all_key, stored.all)

    left, right = st.columns(2)
    with left:
        _amount_input(f"Antall {question.done.nb}", field, done_key)
    with right:
        _amount_input(f"Av {question.all.nb} i alt", field, all_key)


def _number(field: Field, question: NumberQuestion) -> None:
    key = field.key()
    field.seed(key, None if field.stored is None else _amount(field.stored))
    with st.columns(2)[0]:
        _amount_input(sentence(question.unit.nb), field, key)


def _amount_input(label: str, field: Field, key: str) -> None:
    st.number_input(
        label,
        value=None,
        min_value=0.0,
        max_value=LARGEST,
        step=1.0,
        format="%g",
        placeholder="Skriv et tall",
        **_common(field, key),
    )


def _date(field: Field) -> None:
    key = field.key()
    field.seed(key, field.stored)
    with st.columns(2)[0]:
        st.date_input(
            "Dato",
            value=None,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="DD.MM.YYYY",
            **_common(field, key),
        )


def _amount(held: object) -> float | None:
    return float(held) if isinstance(held, (int, float)) and not isinstance(held, bool) else None


def unfilled(question: Question, stored: Value | None) -> str | None:
    """What is still missing in an answer that has been begun, or `None`."""
    if isinstance(stored, Share) and not stored.complete:
        return "Skriv begge tallene. Svaret teller ikke før begge er der."
    if isinstance(question, MatrixQuestion) and isinstance(stored, Matrix):
        missing = matrix_table.unfilled_rows(question, stored)
        if missing:
            return f"Fyll ut {listed(missing[:3])}{' og flere' if len(missing) > 3 else ''}. Svaret teller når alle radene er fylt ut."
    return None
