"""How far apart the customers of each type are: a strip plot with names, the same in a table, and a file."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

import language
from language import CUSTOMER_TYPES
from language.ui.portfolio import alike
from language.ui.portfolio import spread as words
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
    st.header(words.TITLE(), anchor=False)
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
        st.info(words.NO_FIGURES())
        return
    st.caption(words.ABOUT(least=LEAST))
    told = ", ".join(f"{kind.lower()}: {alike.CUSTOMERS(len(found))}" for kind, found in held.items())
    st.plotly_chart(
        spread_chart(held, colours),
        theme=None,
        config=layout.saved_as("spredning"),
        alt=words.DESCRIBED(title=TITLE, told=told),
        key="spread",
    )
    _table({kind: [days for _, days in found] for kind, found in held.items()})
    downloads.buttons(SPREAD, cut=choice.cut, basis=choice.basis)


def _table(held: dict[str, list[float]]) -> None:
    middle = {kind: band(days) for kind, days in held.items()}
    frame = pd.DataFrame(
        {
            alike.CUSTOMER_TYPE(): list(held),
            alike.CUSTOMER_COUNT(): [len(days) for days in held.values()],
            words.FARTHEST_AFTER(): [signed(min(days)) for days in held.values()],
            alike.LOWER(): [_of(each, "lower") for each in middle.values()],
            alike.MIDDLE(): [_of(each, "median") for each in middle.values()],
            alike.UPPER(): [_of(each, "upper") for each in middle.values()],
            words.FARTHEST_AHEAD(): [signed(max(days)) for days in held.values()],
        }
    )
    st.dataframe(frame, hide_index=True, width="stretch", alt=words.TABLE_DESCRIBED())


def _of(middle: Band | None, which: str) -> str:
    return language.DASH if middle is None else signed(getattr(middle, which))
