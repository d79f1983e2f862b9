"""A choice of tables to take away: one at a time, with what it is, in both dialects and with its description."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from language.ui.files import tables as words
from scoring.basis import Basis
from service.files.catalogue import DATA_PACKAGE, EXPORTS
from service.files.export import Export
from ui import session
from ui.files import downloads


@st.fragment
def choice(
    place: str,
    tables: Sequence[Export[Any]],
    *,
    package: bool = False,
    cut: int | None = None,
    basis: Basis = Basis.CUSTOMER,
) -> None:
    """The buttons of the table that is chosen; the page round it is not drawn again.

    place: tells two choices apart. package: whether all tables are offered in one too. cut, basis: of what has one.
    """
    ids = [table.id for table in tables]
    held = st.selectbox(words.TABLE(), ids, format_func=_title, key=session.key("tables", place), width=420)
    chosen = EXPORTS[held]
    today = f" {words.AS_OF_TODAY()}" if cut is not None and not chosen.at_a_cut else ""
    st.caption(chosen.about() + today)
    downloads.buttons(
        chosen, cut=cut if chosen.at_a_cut else None, basis=basis if chosen.on_a_basis else Basis.CUSTOMER
    )
    if package:
        st.caption(DATA_PACKAGE.about())
        downloads.documents({DATA_PACKAGE: words.PACKAGE()}, "", cut=cut, basis=basis)


def _title(table_id: str) -> str:
    return EXPORTS[table_id].title()
