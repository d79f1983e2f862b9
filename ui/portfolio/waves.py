"""The waves on screen: one section per go-live day."""

from collections.abc import Mapping, Sequence

import streamlit as st

from language import VERDICTS, count, day, listed
from scoring.portfolio.waves import Wave
from scoring.questionnaire import Catalogue
from service.files.portfolio import WAVES
from service.portfolio.comparison import Comparison
from ui.files import downloads
from ui.text import escaped


def draw(found: Sequence[Wave], names: Mapping[str, str], customers: Comparison, catalogue: Catalogue) -> None:
    if not found:
        st.info("Ingen kunder har dato for oppstart ennå.")
        return
    if any(member.invented for member in customers.members):
        st.caption(":material/science: **Demodata.** Kundene er oppdiktet.")
    for wave in found:
        _wave(wave, names, customers, catalogue)


def _wave(wave: Wave, names: Mapping[str, str], customers: Comparison, catalogue: Catalogue) -> None:
    st.header(f"{day(wave.go_live)}: {count(len(wave.keys), 'kunde', 'kunder')}", anchor=False)
    st.markdown(listed([escaped(names[key]) for key in wave.keys]))
    weakest = listed([escaped(names[key]) for key in wave.weakest_keys])
    st.markdown(f"**Svakeste ledd:** {VERDICTS[wave.weakest]} ({weakest})")
    if len(wave.unknown) == len(wave.keys):
        pass
    elif wave.decided_by is None:
        st.markdown("**Tidligste forsvarlige dato for alle:** datoen som er satt.")
    else:
        key, question_id = wave.decided_by
        place = next(n for n, member in enumerate(customers.members) if member.customer_id == key)
        title = customers.judged.yardstick_of(place).form.questionnaire.by_id[question_id].title.nb
        st.markdown(
            f"**Tidligste forsvarlige dato for alle:** {day(wave.earliest)}. {escaped(names[key])} avgjør, med «{title}»."
        )
    if wave.unknown:
        who = listed([escaped(names[key]) for key in wave.unknown])
        st.markdown(f"**Vi vet ikke nok om:** {who}. De har svart på for lite til å si hvilken dato som holder.")
    if wave.stops:
        st.markdown("**Stoppkrav som ikke rekker datoen:**")
        lines = [
            f"- {catalogue.topics[topic].title.nb}: {listed([escaped(names[key]) for key in keys])}"
            for topic, keys in wave.stops.items()
            if topic in catalogue.topics
        ]
        st.markdown("\n".join(lines))


def take_away() -> None:
    st.header("Ta bølgene med deg", anchor=False)
    downloads.buttons(WAVES)
