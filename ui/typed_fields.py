"""Numbers and days in fields of text, read by the one reader: what it does not understand stays as it was typed, and is said."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import streamlit as st

from language import short_day
from language.ui import typed_fields as words
from reports.answers.file_faults import fault_text
from reports.dialect import exact
from scoring.typed_values import NotUnderstood, read_day, trimmed
from service.faults import BadInput, Refused
from ui.text import escaped

NUMBER_HINT, DAY_HINT = words.NUMBER_HINT, words.DAY_HINT
T = TypeVar("T")


def read(held: object, reader: Callable[[str], T]) -> T | None:
    """What a field of text says; None when it is empty. Raises `Refused` with what is wrong and what to do.

    Raises `BadInput` for what is no text: a browser never sends it, and it must not empty the answer.
    """
    if not isinstance(held, str | None):
        raise BadInput("wrong_type")
    text = trimmed(held or "")
    if not text:
        return None
    try:
        return reader(text)
    except NotUnderstood as fault:
        raise Refused(fault_text(fault, text)) from None


def number_text(number: float | None) -> str:
    """A number as it is typed: 3,5 · 12000"""
    return "" if number is None else exact(number).replace(".", ",")


def day_text(day: date | None) -> str:
    """A day as it is typed: 01.02.2027"""
    return "" if day is None else short_day(day)


def day_box(label: str, *, value: date | None = None, key: str | None = None) -> str:
    """A field for a day; `read_day_box` reads what stands in it."""
    return st.text_input(label, value=day_text(value), key=key, placeholder=DAY_HINT())


def read_day_box(held: str) -> date | None:
    """The day in the box. Raises `Refused`."""
    return read(held, read_day)


def needed_day(held: str) -> date:
    """The same where there must be one."""
    found = read_day_box(held)
    if found is None:
        raise Refused(words.DAY_NEEDED())
    return found


def day_or_message(held: str) -> date | None:
    """The day in the box, None when there is none; what is not understood is said below it."""
    try:
        return read_day_box(held)
    except Refused as refused:
        st.error(escaped(refused.message))
        return None
