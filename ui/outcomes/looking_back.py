"""For HPAS: who has started with what was said on the day and what came after, and whether the topics had foreseen it."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from language import CUSTOMER_TYPES, DASH, SPEAKS_FOR, VERDICTS, said, sentence
from language.ui.outcomes import looking_back as words
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
    st.header(words.STARTED_ONES(), anchor=False)
    if not found.customers:
        st.info(words.NONE_STARTED(), icon=":material/rocket_launch:")
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
    st.write(words.SUMMARY(len(every), warned=len(warned), listened=len(listened)))


def _table(here: Sequence[StartedCustomer]) -> None:
    frame = pd.DataFrame(
        {
            words.CUSTOMER(): [each.name for each in here],
            words.AFTERWARDS(): [told(each) for each in here],
            words.WENT_WRONG(): [_wrong(each) for each in here],
            words.VERDICT_THEN(): [VERDICTS[v] if (v := each.at_start.verdict) else DASH for each in here],
            words.FAILED_STOPS(): [len(each.at_start.failed_stops) for each in here],
            words.READINESS(): [_points(each) for each in here],
            words.STARTED(): [each.started_on for each in here],
            words.TYPE(): [sentence(CUSTOMER_TYPES[each.customer_type]) for each in here],
            words.ANSWERS_FROM(): [each.sent_on or each.started_on for each in here],
        }
    )
    days = {name: st.column_config.DateColumn(format="DD.MM.YYYY") for name in (words.STARTED(), words.ANSWERS_FROM())}
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height="content",
        column_config={**days, words.CUSTOMER(): st.column_config.Column(pinned=True)},
        alt=words.DESCRIBED(),
    )
    st.caption(words.WHAT_IT_RESTS_ON())


def told(each: StartedCustomer) -> str:
    """What there is to learn of one customer, in a few words."""
    if not each.known:
        return words.NO_FIGURES()
    if each.warned:
        return words.SHOULD_HAVE_LISTENED() if each.trouble else words.WARNED_WENT_WELL()
    return words.NOT_WARNED_WENT_WRONG() if each.trouble else words.WENT_WELL()


def _wrong(each: StartedCustomer) -> str:
    return words.SOME_OF(wrong=len(each.trouble), known=each.known) if each.known else DASH


def _points(each: StartedCustomer) -> int | None:
    readiness = each.at_start.overall.readiness
    return None if readiness is None else round(readiness)


def _open(here: Sequence[StartedCustomer]) -> None:
    """The way to one of them, for the keyboard and the phone too."""
    names = {each.customer_id: each.name for each in here}
    chosen = st.selectbox(
        words.OPEN_ONE(),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=words.CHOOSE(),
        key=_NAMED,
    )
    if chosen is not None:
        there = {session.CUSTOMER: chosen}
        st.page_link(
            AFTER, label=words.GO_TO(name=escaped(names[chosen])), icon=":material/arrow_forward:", query_params=there
        )


def topics(found: LookingBack, names: Mapping[str, Topic]) -> None:
    """Whether what was said had foreseen what came; hidden while too few have given a figure."""
    st.header(words.DID_IT_FORESEE(), anchor=False)
    st.write(words.HOW_FORESEEN())
    if found.hidden:
        st.info(words.HIDDEN(least=LEAST, given=found.given), icon=":material/lock:")
        return
    _foreseen(found.topics, names)


def _foreseen(found: Sequence[TopicForesight], names: Mapping[str, Topic]) -> None:
    def counted(kind: Foresight) -> list[int]:
        return [each.counted[kind] for each in found]

    frame = pd.DataFrame(
        {
            words.TOPIC(): [said(names[each.topic].title) if each.topic in names else each.topic for each in found],
            words.SPEAKS_FOR(): [SPEAKS_FOR[each.speaks_for] for each in found],
            words.FORESAW(): counted(Foresight.FORESAW),
            words.CRIED_WOLF(): counted(Foresight.CRIED_WOLF),
            words.MISSED(): counted(Foresight.MISSED),
            words.CALM(): counted(Foresight.CALM),
            words.UNKNOWN(): [each.unknown for each in found],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height="content",
        column_config={words.TOPIC(): st.column_config.Column(width=330)},
        alt=words.FORESEEN_DESCRIBED(),
    )
    st.caption(words.LEGEND())


def take_away() -> None:
    """The same as files."""
    st.header(words.TAKE_AWAY(), anchor=False)
    for label, export in (
        (words.FILE_OF_STARTED(), STARTED),
        (words.FILE_OF_ALL(), ALL_OUTCOMES),
        (words.FILE_OF_FORESEEN(), FORESEEN),
    ):
        st.write(label)
        downloads.buttons(export)
