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

SaveValue = Callable[[str, Callable[[], Value | None]], None]
YES_NO = {True: "Ja", False: "Nei"}


@dataclass(frozen=True, slots=True)
class Field:
    """One value to draw: what is stored, at which version, and what to call when it changes."""

    question: Question
    stored: Value | None
    version: int
    save: SaveValue
    locked: bool

    def key(self, part: str = "value") -> str:
        return session.key("answer", self.question.id, part)

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


def widget_keys(question: Question) -> list[str]:
    """Every key the input of this question may use."""
    return [session.key("answer", question.id, part) for part in ("value", "done", "all", "rows")]


def _common(field: Field, widget_key: str, read: Callable[[], Value | None]) -> dict[str, Any]:
    return {
        "key": widget_key,
        "on_change": field.save,
        "args": (field.key(), read),
        "disabled": field.locked,
    }


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
        **_common(field, key, lambda: _whole(session.value(key))),
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
        **_common(field, key, lambda: _truth(session.value(key))),
    )


def _share(field: Field, question: ShareQuestion) -> None:
    done_key, all_key = field.key("done"), field.key("all")
    stored = field.stored if isinstance(field.stored, Share) else Share(None, None)
    field.seed(done_key, stored.done)
    field.seed(all_key, stored.all)

    def read() -> Value | None:
        share = Share(_amount(session.value(done_key)), _amount(session.value(all_key)))
        return None if share.done is None and share.all is None else share

    left, right = st.columns(2)
    with left:
        _amount_input(f"Antall {question.done.nb}", field, done_key, read)
    with right:
        _amount_input(f"Av {question.all.nb} i alt", field, all_key, read)


def _number(field: Field, question: NumberQuestion) -> None:
    key = field.key()
    field.seed(key, None if field.stored is None else _amount(field.stored))
    with st.columns(2)[0]:
        _amount_input(sentence(question.unit.nb), field, key, lambda: _amount(session.value(key)))


def _amount_input(label: str, field: Field, key: str, read: Callable[[], Value | None]) -> None:
    st.number_input(
        label,
        value=None,
        min_value=0.0,
        max_value=LARGEST,
        step=1.0,
        format="%g",
        placeholder="Skriv et tall",
        **_common(field, key, read),
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
            **_common(field, key, lambda: _day(session.value(key))),
        )


def _whole(held: object) -> int | None:
    return held if isinstance(held, int) and not isinstance(held, bool) else None


def _truth(held: object) -> bool | None:
    return held if isinstance(held, bool) else None


def _amount(held: object) -> float | None:
    return float(held) if isinstance(held, (int, float)) and not isinstance(held, bool) else None


def _day(held: object) -> date | None:
    return held if isinstance(held, date) else None


def unfilled(question: Question, stored: Value | None) -> str | None:
    """What is still missing in an answer that has been begun, or `None`."""
    if isinstance(stored, Share) and not stored.complete:
        return "Skriv begge tallene. Svaret teller ikke før begge er der."
    if isinstance(question, MatrixQuestion) and isinstance(stored, Matrix):
        missing = grid.unfilled_rows(question, stored)
        if missing:
            return f"Fyll ut {listed(missing[:3])}{' og flere' if len(missing) > 3 else ''}. Svaret teller når alle radene er fylt ut."
    return None
