"""The disagreement map on screen: where HPAS and the customers part the most, of one customer or across all."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from language import count, number
from reports.palette import palette
from reports.review.disagreement_map import HPAS_MARK, OWN_MARK, Apart, disagreement_described, disagreement_map
from scoring.disagreement import Disagreement, RankBy, RankedDisagreement, ranked
from service.files.review import DISAGREEMENT
from ui import access, layout, session
from ui.files import downloads

ALL = ""
WAYS = {
    RankBy.QUESTION: "Spørsmål",
    RankBy.TOPIC: "Temaer",
    RankBy.FACTOR: "Suksessfaktorer",
    RankBy.CUSTOMER: "Kunder",
}
HEADINGS = {RankBy.QUESTION: "Spørsmål", RankBy.TOPIC: "Tema", RankBy.FACTOR: "Suksessfaktor", RankBy.CUSTOMER: "Kunde"}
# So many lines can be read; the file has them all.
MOST = 15
# Pixels: room for two lines of a question.
ROW = 52


def draw(found: Sequence[Disagreement], names: Mapping[str, str]) -> None:
    """`names`: customer -> what it is called."""
    st.header("Der HPAS og kundene er uenige", anchor=False)
    if not found:
        st.write(
            "Ingen uenighet ennå. Når HPAS gir en egen vurdering av et svar, ser du her hvor de to skiller lag, det som "
            "skiller mest, øverst."
        )
        return
    by, customer = _choice(found, names)
    kept = [each for each in found if customer in (ALL, each.customer)]
    lines = [Apart(_called(by, names)(each.name), each) for each in ranked(kept, by)]
    _picture(lines, len(kept))
    _table(lines, HEADINGS[by])
    downloads.buttons(DISAGREEMENT)


def _choice(found: Sequence[Disagreement], names: Mapping[str, str]) -> tuple[RankBy, str]:
    one, two = st.columns(2)
    by = one.selectbox("Vis uenigheten etter", list(WAYS), format_func=WAYS.__getitem__, key=session.key("apart", "by"))
    there = sorted({each.customer for each in found}, key=lambda held: names.get(held, held))
    called = {ALL: "Alle kunder"} | {held: names.get(held, held) for held in there}
    customer = two.selectbox(
        "Hos hvilken kunde", list(called), format_func=called.__getitem__, key=session.key("apart", "customer")
    )
    return by, customer


def _called(by: RankBy, names: Mapping[str, str]) -> Callable[[str], str]:
    """Id -> words for people. A question that is asked no more has only its id."""
    ws = access.workspace()
    if by is RankBy.QUESTION:
        words = {q.id: q.title.nb for form in ws.forms.values() for q in form.questionnaire.questions}
    elif by is RankBy.TOPIC:
        words = {topic.id: topic.title.nb for topic in ws.catalogue.topics.values()}
    elif by is RankBy.FACTOR:
        words = {factor.id: f"{factor.id} {factor.title.nb}" for factor in ws.catalogue.factors}
    else:
        words = dict(names)
    return lambda held: words.get(held, held)


def _picture(lines: Sequence[Apart], answers: int) -> None:
    shown = lines[:MOST]
    more = f" De {MOST} øverste av {len(lines)} vises." if len(lines) > MOST else ""
    st.caption(
        f"{count(answers, 'svar', 'svar')} der HPAS har en annen vurdering. {OWN_MARK} er kundens oppnåelse, {HPAS_MARK} er HPAS' "
        f"vurdering, fra 0 til 100 %. Avstanden er forskjellen ganger vekten til spørsmålet, lagt sammen.{more}"
    )
    colours = palette(dark=layout.dark())
    st.plotly_chart(
        disagreement_map(shown, colours),
        theme=None,
        config=layout.STILL,
        alt=disagreement_described(shown),
        key="disagreement",
    )


def _table(lines: Sequence[Apart], heading: str) -> None:
    held: list[RankedDisagreement] = [apart.ranked for apart in lines]
    frame = pd.DataFrame(
        {
            heading: [apart.label for apart in lines],
            "Avstand": [number(each.distance, decimals=2) for each in held],
            "Svar": [each.parted for each in held],
            "Kunder": [each.customers for each in held],
            "Kunden høyest": [each.higher for each in held],
        }
    )
    wide = {heading: st.column_config.TextColumn(width="large")}
    alt = "Uenigheten som tabell, størst avstand først"
    st.dataframe(frame, hide_index=True, width="stretch", column_config=wide, row_height=ROW, alt=alt)
