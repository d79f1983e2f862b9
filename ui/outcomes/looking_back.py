"""For HPAS: who has started with what was said on the day and what came after, and whether the topics had foreseen it."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from language import CUSTOMER_TYPES, DASH, SPEAKS_FOR, VERDICTS, count, sentence
from scoring.frozen import Topic
from scoring.outcomes.foresight import LEAST, Foresight, TopicForesight
from service.files.outcomes import ALL_OUTCOMES, FORESEEN, STARTED
from service.outcomes.looking_back import LookingBack, StartedCustomer
from ui import paging, session
from ui.files import downloads
from ui.outcomes.confirming import AFTER
from ui.text import escaped

_PAGE = "started"
AT_ONCE = 25
_NAMED = session.key("started", "named")


def customers(found: LookingBack) -> None:
    """Who has started, the newest first, and whom one should have listened to."""
    st.header("De som har startet", anchor=False)
    if not found.customers:
        st.info(
            "Ingen kunde har bekreftet at den har startet. Når noen gjør det, står de her med det som ble sagt "
            "før oppstart, og det som skjedde etter.",
            icon=":material/rocket_launch:",
        )
        return
    _summary(found.customers)
    pages = max(1, -(-len(found.customers) // AT_ONCE))
    page = min(paging.chosen(_PAGE), pages)
    here = found.customers[(page - 1) * AT_ONCE :][:AT_ONCE]
    _table(here)
    paging.buttons(_PAGE, page, pages)
    _open(here)


def _summary(every: Sequence[StartedCustomer]) -> None:
    warned = [each for each in every if each.warned]
    listened = [each for each in every if each.should_have_listened]
    st.write(
        f"{count(len(every), 'kunde', 'kunder')} har startet. {len(warned)} av dem startet selv om datoen ikke holdt, "
        f"eller for lite var svart. Hos {len(listened)} av disse gikk noe galt: de burde ha lyttet."
    )


def _table(here: Sequence[StartedCustomer]) -> None:
    frame = pd.DataFrame(
        {
            "Kunde": [each.name for each in here],
            "Etterpå": [told(each) for each in here],
            "Gikk galt": [_wrong(each) for each in here],
            "Konklusjon den dagen": [VERDICTS[v] if (v := each.at_start.verdict) else DASH for each in here],
            "Stoppkrav som sviktet": [len(each.at_start.failed_stops) for each in here],
            "På plass (%)": [_points(each) for each in here],
            "Startet": [each.started_on for each in here],
            "Type": [sentence(CUSTOMER_TYPES[each.customer_type]) for each in here],
            "Svarene er fra": [each.sent_on or each.started_on for each in here],
        }
    )
    days = {name: st.column_config.DateColumn(format="DD.MM.YYYY") for name in ("Startet", "Svarene er fra")}
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height="content",
        column_config={**days, "Kunde": st.column_config.Column(pinned=True)},
        alt="Kundene som har startet, med konklusjonen den dagen de startet, og hva som gikk galt etterpå",
    )
    st.caption(
        "Konklusjonen er av svarene kunden sendte inn sist før oppstart, når de var høyst tre uker gamle, ellers av det "
        "den hadde svart den dagen. «Gikk galt» er målinger over grensen, av dem som har et tall."
    )


def told(each: StartedCustomer) -> str:
    """What there is to learn of one customer, in a few words."""
    if not each.known:
        return "ingen tall ennå"
    if each.warned:
        return "burde ha lyttet" if each.trouble else "varslet, gikk bra"
    return "ikke varslet, gikk galt" if each.trouble else "gikk bra"


def _wrong(each: StartedCustomer) -> str:
    return f"{len(each.trouble)} av {each.known}" if each.known else DASH


def _points(each: StartedCustomer) -> int | None:
    readiness = each.at_start.overall.readiness
    return None if readiness is None else round(readiness)


def _open(here: Sequence[StartedCustomer]) -> None:
    """The way to one of them, for the keyboard and the phone too."""
    names = {each.customer_id: each.name for each in here}
    chosen = st.selectbox(
        "Åpne en på siden",
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder="Velg en kunde",
        key=_NAMED,
    )
    if chosen is not None:
        there = {session.CUSTOMER: chosen}
        st.page_link(
            AFTER, label=f"Gå til {escaped(names[chosen])}", icon=":material/arrow_forward:", query_params=there
        )


def topics(found: LookingBack, names: Mapping[str, Topic]) -> None:
    """Whether what was said had foreseen what came; hidden while too few have given a figure."""
    st.header("Traff varslene?", anchor=False)
    st.write(
        "Et tema varsler når noe i det ikke var på plass den dagen kunden startet. Det gikk galt når en måling som temaet "
        "burde ha sett komme, var over grensen. Ingen krav endres av seg selv: tabellen sier hva tallene taler for."
    )
    if found.hidden:
        st.info(
            f"Tabellen vises når minst {LEAST} kunder har ført tall. Nå har {found.given} gjort det. Med færre kunne en "
            "kjenne igjen den enkelte kunden, og tilfeldigheter ville se ut som en regel.",
            icon=":material/lock:",
        )
        return
    _foreseen(found.topics, names)


def _foreseen(found: Sequence[TopicForesight], names: Mapping[str, Topic]) -> None:
    def counted(kind: Foresight) -> list[int]:
        return [each.counted[kind] for each in found]

    frame = pd.DataFrame(
        {
            "Tema": [names[each.topic].title.nb if each.topic in names else each.topic for each in found],
            "Taler for": [SPEAKS_FOR[each.speaks_for] for each in found],
            "Så det komme": counted(Foresight.FORESAW),
            "Ropte ulv": counted(Foresight.CRIED_WOLF),
            "Så det ikke": counted(Foresight.MISSED),
            "Rolig": counted(Foresight.CALM),
            "Ukjent": [each.unknown for each in found],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height="content",
        column_config={"Tema": st.column_config.Column(width=330)},
        alt="Temaene med hvor ofte de så det komme, ropte ulv, ikke så det, eller var rolige, og hva det taler for",
    )
    st.caption(
        "«Så det komme»: varslet, og det gikk galt. «Ropte ulv»: varslet, og det gikk bra. «Så det ikke»: varslet ikke, og det "
        "gikk galt. «Rolig»: ingen av delene. Metoden står i dokumentasjonen av tallene."
    )


def take_away() -> None:
    """The same as files."""
    st.header("Ta tallene med deg", anchor=False)
    for label, export in (
        ("Kundene som har startet:", STARTED),
        ("Alle tall etter oppstart:", ALL_OUTCOMES),
        ("Traff varslene:", FORESEEN),
    ):
        st.write(label)
        downloads.buttons(export)
