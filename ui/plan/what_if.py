"""What another go-live would mean, without saving anything, and the chain of hard stops that decides the earliest one."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from language import VERDICTS, day, said
from language.common import UNKNOWN
from language.ui.plan import what_if as words
from reports.judgement.verdict_wording import headline
from reports.palette import palette
from reports.plan.plan_wording import FINISHED_FROM
from reports.plan.timeline import chain_chart, chain_described
from scoring.judgement import Judgement
from scoring.waivers import approved
from scoring.what_if import Link, chain, what_if
from service.judgement import CustomerJudgement
from ui import access, layout, session, typed_fields
from ui.text import escaped

MOST_IN_CHART = 6
ICON = ":material/rocket_launch:"


def draw(here: CustomerJudgement) -> None:
    """The chain first, then the question «what if»."""
    if here.judgement.go_live is None:
        st.info(words.NO_DATE(what_to_do=access.to_set_a_date()), icon=":material/event:")
        return
    if here.judgement.in_use:
        st.info(words.IN_USE(headline=headline(here.judgement)), icon=ICON)
        return
    st.header(words.WHICH_DATE(), anchor=False)
    links = chain(here.judgement, here.dates)
    layout.earliest(here.judgement, links[0] if links else None)
    _chain(here, links)
    st.subheader(words.WHAT_IF(), anchor=False)
    key = session.key("what-if", here.view.customer.id)
    option = typed_fields.day_or_message(typed_fields.day_box(words.TRY(), key=key))
    if option is None:
        return
    if option < here.judgement.as_of:
        st.error(words.PASSED(day=day(option)))
        return
    _outcome(here, option)


def _chain(here: CustomerJudgement, links: Sequence[Link]) -> None:
    if not links or not here.judgement.enough:
        return
    colours = palette(dark=layout.dark())
    shown = links[:MOST_IN_CHART]
    st.caption(_legend(here.judgement))
    st.plotly_chart(
        chain_chart(shown, here.judgement, colours),
        theme=None,
        config=layout.STILL,
        alt=chain_described(shown),
        key="chain",
    )
    frame = pd.DataFrame(
        {
            words.STOP(): [said(link.question.title) for link in links],
            words.FINISHED(): [link.finish for link in links],
            words.COUNTED_FROM(): [FINISHED_FROM[link.finish_from] for link in links],
            words.STANDS_LEAST(): [words.DAYS_BEFORE(link.margin) for link in links],
            words.EARLIEST(): [link.allows for link in links],
        }
    )
    dates = {name: st.column_config.DateColumn(format="DD.MM.YYYY") for name in (words.FINISHED(), words.EARLIEST())}
    with st.expander(words.ALL_OPEN(len(links)), icon=":material/table:"):
        st.dataframe(frame, hide_index=True, width="stretch", column_config=dates, alt=chain_described(links))


def _legend(judgement: Judgement) -> str:
    """What the picture is made of, in words."""
    moved = judgement.earliest is not None and judgement.earliest.date != judgement.go_live
    return words.LEGEND(earliest=words.LEGEND_OF_EARLIEST() if moved else "")


def _outcome(here: CustomerJudgement, option: date) -> None:
    (found,) = what_if(
        here.measured_by,
        here.view.counted,
        [option],
        go_live=here.judgement.go_live,
        as_of=here.judgement.as_of,
        waivers=approved(here.waivers),
        actions=here.dates,
        agreed=here.circumstances.agreed,
        phases=here.circumstances.phases.held,
    )
    st.markdown(words.WOULD_BE(day=day(option), verdict=_verdict(found.judgement)))
    _listed(words.BECOMES_LATE(), found.becomes_late, here)
    _listed(words.NO_LONGER_LATE(), found.no_longer_late, here)
    if not found.becomes_late and not found.no_longer_late:
        st.write(words.NO_DIFFERENCE())


def _verdict(judgement: Judgement) -> str:
    return UNKNOWN() if judgement.verdict is None else VERDICTS[judgement.verdict]


def _listed(heading: str, ids: tuple[str, ...], here: CustomerJudgement) -> None:
    if not ids:
        return
    titles = [said(here.view.form.questionnaire.by_id[found].title) for found in ids]
    st.markdown(f"**{heading}** ({len(ids)}):\n" + "\n".join(f"- {escaped(title)}" for title in titles))
