"""One input per kind of question: it shows what is stored, and hands what is typed to `save` at once."""

from collections.abc import Callable
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
from ui import grid, session

YES_NO = {True: "Ja", False: "Nei"}


@dataclass(frozen=True, slots=True)
class Field:
    """One value to draw: what is stored, at which version, and what to call when it changes."""

    question: Question
    stored: Value | None
    version: int
    save: Callable[[], None]
    locked: bool

    def key(self, part: str = "value") -> str:
        return value_key(self.question, part)

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
            grid.draw(field.question, field.stored, field.version, save=field.save, locked=field.locked)
        case _:
            assert_never(field.question)


def read(question: Question) -> Value | None:
    """What the input holds now; `None` when nothing is chosen or typed. Numbers of half a share are kept."""
    held = session.value(value_key(question))
    match question:
        case LevelQuestion():
            return held if isinstance(held, int) and not isinstance(held, bool) else None
        case YesNoQuestion():
            return held if isinstance(held, bool) else None
        case ShareQuestion():
            done, whole = (_amount(session.value(value_key(question, part))) for part in ("done", "all"))
            return None if done is None and whole is None else Share(done, whole)
        case NumberQuestion():
            return _amount(held)
        case DateQuestion():
            return held if isinstance(held, date) else None
        case MatrixQuestion():
            return grid.read(question)
        case _:
            assert_never(question)


def value_key(question: Question, part: str = "value") -> str:
    return session.key("answer", question.id, part)


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
        missing = grid.unfilled_rows(question, stored)
        if missing:
            return f"Fyll ut {listed(missing[:3])}{' og flere' if len(missing) > 3 else ''}. Svaret teller når alle radene er fylt ut."
    return None
