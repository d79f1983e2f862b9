"""Metode: how the verdict is reached, how often it hits, and how often the forecast does."""

from pathlib import Path

import pandas as pd
import streamlit as st

from language import CUSTOMER_TYPES, VERDICTS
from language.ui.form import verdict_rules as words

# Made by `python -m benchmarks.verdicts --write`.
VERDICT_TABLE = Path(__file__).parents[1] / "assets" / "verdicts.csv"
# Made by `python -m benchmarks.forecasts --write`.
FORECAST_TABLE = Path(__file__).parents[1] / "assets" / "forecasts.csv"


def verdicts() -> None:
    st.header(words.VERDICT(), anchor=False)
    st.markdown(words.FIRST_RULE())
    st.markdown(
        "\n".join(f"{n}. **{VERDICTS[verdict]}.** {text()}" for n, (verdict, text) in enumerate(words.RULES, 1))
    )
    st.markdown(words.OUT_OF_REACH())
    st.markdown(words.DAYS_AHEAD())


def how_often() -> None:
    """How often the verdict cries wolf, and how often it misses: of made customers, by kind and distance."""
    st.header(words.HOW_OFTEN(), anchor=False)
    st.markdown(words.MADE_CUSTOMERS())
    table = _made(VERDICT_TABLE)
    kinds = {kind.value: name.capitalize() for kind, name in CUSTOMER_TYPES.items()}
    first = next(iter(kinds.values()))
    chosen = st.segmented_control(words.FORM(), list(kinds.values()), default=first, required=True)
    shown = table[table["customer_type"].map(kinds) == chosen].drop(columns="customer_type")
    names = dict(words.VERDICT_COLUMNS) | {verdict.value: word for verdict, word in VERDICTS.items()}
    st.dataframe(shown.rename(columns=names), hide_index=True, width="stretch", alt=words.VERDICT_TABLE())


def where_one_lands() -> None:
    """How «Slik det går nå» is made, and how often it held: of made histories with known ends."""
    st.header(words.AS_IT_GOES(), anchor=False)
    st.markdown(words.HOW_FORECAST_IS_MADE())
    st.markdown(words.FOUR_OF_FIVE())
    names = dict(words.FORECAST_COLUMNS)
    table = _made(FORECAST_TABLE).rename(columns=names)
    st.dataframe(table, hide_index=True, width="stretch", alt=words.FORECAST_TABLE())


def _made(table: Path) -> pd.DataFrame:
    """The table, with what was made as it is called now; what has no word here, as the table says it."""
    found = pd.read_csv(table)
    return found.assign(kind=[words.MADE.get(kind, kind) for kind in found["kind"]])
