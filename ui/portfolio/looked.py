"""Beside the figures on HPAS's word: how much of the answers behind them HPAS has looked at, in all and of each."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from language.ui.portfolio import alike
from language.ui.portfolio import looked as words
from reports.review.looked_wording import looked_text
from scoring.review.looked_at import Looked
from service.portfolio.comparison import Comparison
from ui.portfolio.comparison_choice import ComparisonRow


def draw(shown: Sequence[ComparisonRow], customers: Comparison) -> None:
    """Nothing where the figures rest on the customers' own word."""
    held = [(row.name, customers.looked[row.place]) for row in shown if row.place in customers.looked]
    if not held:
        return
    st.caption(_summary([customers.looked[row.place] for row in shown if row.place in customers.looked]))
    box = st.expander(words.OF_EACH(), key="looked-at", on_change="rerun")
    if box.open:
        with box:
            _table(held)


def _summary(looked: Sequence[Looked]) -> str:
    sums = (sum(each.looked for each in looked), sum(each.together for each in looked))
    none = sum(not each.looked for each in looked)
    told = looked_text(Looked(*sums, sum(each.answers for each in looked)))
    return words.NOTHING(none, told=told) if none else told


def _table(held: Sequence[tuple[str, Looked]]) -> None:
    frame = pd.DataFrame(
        {
            alike.CUSTOMER(): [name for name, _ in held],
            words.LOOKED(): [each.looked for _, each in held],
            words.TOGETHER(): [each.together for _, each in held],
            words.UNSEEN(): [each.unseen for _, each in held],
            words.ANSWERS(): [each.answers for _, each in held],
        }
    )
    st.dataframe(frame, hide_index=True, width="stretch", alt=words.DESCRIBED())
