"""What another go-live would mean, without saving anything, and the chain of hard stops that decides the earliest one."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from language import VERDICTS, count, day
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
        said = f"Dato og unntak vises når datoen for oppstart er bestemt. {access.to_set_a_date()}"
        st.info(said, icon=":material/event:")
        return
    if here.judgement.in_use:
        st.info(f"{headline(here.judgement)}. Datoen er bak dere, og unntak trengs ikke lenger.", icon=ICON)
        return
    st.header("Hvilken dato kan dere klare?", anchor=False)
    links = chain(here.judgement, here.dates)
    layout.earliest(here.judgement, links[0] if links else None)
    _chain(here, links)
    st.subheader("Hva om oppstarten flyttes?", anchor=False)
    key = session.key("what-if", here.view.customer.id)
    option = typed_fields.day_or_message(typed_fields.day_box("Prøv en annen dato. Ingenting blir lagret.", key=key))
    if option is None:
        return
    if option < here.judgement.as_of:
        st.error(f"{day(option)} er passert. Skriv en dato fra i dag av.")
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
            "Stoppkrav": [link.question.title.nb for link in links],
            "Ferdig": [link.finish for link in links],
            "Regnet fra": [FINISHED_FROM[link.finish_from] for link in links],
            "Må stå minst": [count(link.margin, "dag før", "dager før") for link in links],
            "Tidligste oppstart": [link.allows for link in links],
        }
    )
    dates = {name: st.column_config.DateColumn(format="DD.MM.YYYY") for name in ("Ferdig", "Tidligste oppstart")}
    with st.expander(f"Alle {count(len(links), 'åpne stoppkrav', 'åpne stoppkrav')}", icon=":material/table:"):
        st.dataframe(frame, hide_index=True, width="stretch", column_config=dates, alt=chain_described(links))


def _legend(judgement: Judgement) -> str:
    """What the picture is made of, in words."""
    lines = "Prikket strek: i dag. Hel strek: oppstarten dere har nå."
    if judgement.earliest is not None and judgement.earliest.date != judgement.go_live:
        lines += " Stiplet strek: tidligste forsvarlige oppstart."
    return (
        "Farget felt: arbeidet til kravet er på plass. Grått felt: dagene det må stå før oppstart. "
        f"◇: dagene kravet skulle eller skal nås, trinn for trinn, med datoen dere har nå. {lines}"
    )


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
    st.markdown(f"Med oppstart **{day(option)}** blir konklusjonen i dag **{_verdict(found.judgement)}**.")
    _listed("Blir for sent", found.becomes_late, here)
    _listed("Er ikke lenger for sent", found.no_longer_late, here)
    if not found.becomes_late and not found.no_longer_late:
        st.write("Ingen spørsmål blir for sent, og ingen slutter å være det.")


def _verdict(judgement: Judgement) -> str:
    return "ukjent" if judgement.verdict is None else VERDICTS[judgement.verdict]


def _listed(heading: str, ids: tuple[str, ...], here: CustomerJudgement) -> None:
    if not ids:
        return
    titles = [here.view.form.questionnaire.by_id[found].title.nb for found in ids]
    st.markdown(f"**{heading}** ({len(ids)}):\n" + "\n".join(f"- {escaped(title)}" for title in titles))
