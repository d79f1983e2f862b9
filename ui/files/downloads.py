"""Buttons that hand out files, in both dialects: a click gives a ticket, and the browser fetches the file with it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

import streamlit as st

from language.ui.files import downloads as words
from reports.dialect import Dialect
from scoring.basis import Basis
from service.files.export import Export, Wanted
from service.files.tickets import issue
from ui import access, session

LABELS = {Dialect.NORWEGIAN: words.FOR_EXCEL, Dialect.PROGRAM: words.FOR_PROGRAMS}


def buttons(
    export: Export[Any], customer_id: str = "", *, cut: int | None = None, basis: Basis = Basis.CUSTOMER
) -> None:
    """The two dialects of a CSV file with its description for programs, and the link the browser follows by itself.

    cut, basis: of a comparison; basis: also of one customer's figures.
    """
    with st.container(horizontal=True):
        for dialect in Dialect:
            wanted = Wanted(access.drawn_for(), export, customer_id, dialect, access.today(), cut, basis)
            _button(LABELS[dialect](), wanted)
        _button(words.DESCRIPTION(), replace(wanted, described=True))
    _ready(export)


def documents(
    exports: Mapping[Export[Any], str], customer_id: str, *, cut: int | None = None, basis: Basis = Basis.CUSTOMER
) -> None:
    """Files that have one form only, each with the words on its button. cut, basis: as of `buttons`."""
    with st.container(horizontal=True):
        for export, label in exports.items():
            norwegian, today = Dialect.NORWEGIAN, access.today()
            _button(label, Wanted(access.drawn_for(), export, customer_id, norwegian, today, cut, basis))
    for export in exports:
        _ready(export)


def part(export: Export[Any], label: str, customer_id: str, token: str, title: str) -> None:
    """The button of a file with the questions of one person or role alone; `part_ready` says that it comes."""
    norwegian, today = Dialect.NORWEGIAN, access.today()
    _button(label, Wanted(access.drawn_for(), export, customer_id, norwegian, today, part=token, part_title=title))


def part_ready(export: Export[Any], token: str) -> None:
    _ready(export, token)


def _button(label: str, wanted: Wanted) -> None:
    form = "schema" if wanted.described else wanted.dialect
    key = session.key("download", wanted.export.id, form, *([wanted.part] if wanted.part else ()))
    kind: Literal["tertiary", "secondary"] = "tertiary" if wanted.described else "secondary"
    st.button(label, key=key, icon=":material/download:", on_click=_prepare, args=(wanted,), type=kind)


def _ready(export: Export[Any], part: str = "") -> None:
    token = session.take(session.key("ticket", export.id, part))
    if token is not None:
        with st.container(key=session.name("ready", export.id, *([part] if part else ()))):
            st.markdown(words.STARTED(link=link(str(token))))


def link(token: str) -> str:
    return f"./last-ned/{token}"


def _prepare(wanted: Wanted) -> None:
    # Who asks is looked up again: the button may have been drawn for someone who has lost access since.
    asked = replace(wanted, actor=access.actor(), login=access.login_name())
    session.put(session.key("ticket", wanted.export.id, wanted.part), issue(asked, st.context.cookies))
