"""A box to pick a person in: one with access here, one who is named already, or a name that is typed."""

from collections.abc import Iterable, Sequence

import streamlit as st

from language.ui.person_box import HINT
from service.answers.assignments import Assignee


def box(label: str, people: Sequence[Assignee]) -> str | None:
    """The name that is picked or typed; `person` reads it."""
    return st.selectbox(
        label,
        [person.name for person in people],
        index=None,
        accept_new_options=True,
        filter_mode="contains",
        placeholder=HINT(),
    )


def person(held: str | None, people: Iterable[Assignee]) -> Assignee | None:
    """Who was meant: the one of that name when there is one, else someone who is only named."""
    name = (held or "").strip()
    if not name:
        return None
    return next((each for each in people if each.name.casefold() == name.casefold()), Assignee(None, name))


def with_names(people: Sequence[Assignee], names: Iterable[str | None]) -> list[Assignee]:
    """The same with those who are only named elsewhere, each once."""
    known = {each.name.casefold() for each in people}
    new = {name.casefold(): name for name in names if name and name.casefold() not in known}
    return [*people, *(Assignee(None, name) for name in new.values())]
