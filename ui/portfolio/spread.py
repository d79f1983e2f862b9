"""How far apart the customers of each type are: a strip plot with names, the same in a table, and a file."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

import language
from language import CUSTOMER_TYPES, count
from reports.palette import Palette
from reports.portfolio.plan_colours import signed
from reports.portfolio.spread_chart import TITLE, spread_chart
from scoring.portfolio.bands import LEAST, Band, band
from scoring.vocabulary import CustomerType
from service.files.spread import SPREAD
from ui import layout
from ui.files import downloads
from ui.portfolio.comparison_choice import Choice, ComparisonRow


def draw(shown: Sequence[ComparisonRow], choice: Choice, colours: Palette) -> None:
    """Only those who are ranked."""
    st.header("Spredning", anchor=False)
    kinds = {
        language.sentence(CUSTOMER_TYPES[kind]): [
            (row.name, row.ahead)
            for row in shown
            if row.ranked and row.ahead is not None and row.member.customer_type is kind
        ]
        for kind in CustomerType
    }
    held = {kind: found for kind, found in kinds.items() if found}
    if not held:
        st.info("Ingen av kundene som vises, har et tall for dager mot planen ennå.")
        return
    st.caption(
        "Hver prikk er en kunde; en stor prikk er flere. Hold pekeren over for å se navn. "
        f"Feltet er halvparten som ligger i midten, streken er den midterste. De vises der minst {LEAST} kunder har et tall."
    )
    said = ", ".join(f"{kind.lower()}: {count(len(found), 'kunde', 'kunder')}" for kind, found in held.items())
    st.plotly_chart(
        spread_chart(held, colours),
        theme=None,
        config=layout.saved_as("spredning"),
        alt=f"{TITLE}. {said}. Tallene står i tabellen under.",
        key="spread",
    )
    _table({kind: [days for _, days in found] for kind, found in held.items()})
    downloads.buttons(SPREAD, cut=choice.cut, basis=choice.basis)


def _table(held: dict[str, list[float]]) -> None:
    middle = {kind: band(days) for kind, days in held.items()}
    frame = pd.DataFrame(
        {
            "Kundetype": list(held),
            "Kunder": [len(days) for days in held.values()],
            "Lengst etter": [signed(min(days)) for days in held.values()],
            "Nedre fjerdedel": [_of(each, "lower") for each in middle.values()],
            "Midterste": [_of(each, "median") for each in middle.values()],
            "Øvre fjerdedel": [_of(each, "upper") for each in middle.values()],
            "Lengst foran": [signed(max(days)) for days in held.values()],
        }
    )
    st.dataframe(frame, hide_index=True, width="stretch", alt="Dager foran eller etter planen, per kundetype")


def _of(middle: Band | None, which: str) -> str:
    return language.DASH if middle is None else signed(getattr(middle, which))
