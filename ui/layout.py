"""Pieces of pages: cards, lists and lines that more than one page draws."""

from collections.abc import Mapping, Sequence

import streamlit as st

import language
from language import WAITING_ON, count, day, points
from reports.answers.wording import missing
from reports.judgement.figures import Bar, bullets, described
from reports.palette import Palette
from scoring.gaps import Gap, When
from scoring.judgement import Judgement
from scoring.vocabulary import Area
from scoring.waiting_on import waits_on
from service.answers.responses import ResponseView
from ui.text import escaped

STILL = {"displayModeBar": False, "staticPlot": True, "responsive": True}
CLICKED = {"displayModeBar": False, "doubleClick": False, "showTips": False, "responsive": True}
ANSWER, GAPS = "pages/customer/answer.py", "pages/customer/gaps.py"


def dark() -> bool:
    """Whether the reader's browser shows the dark theme."""
    return st.context.theme.type == "dark"


def begin_or_continue(view: ResponseView, judgement: Judgement) -> None:
    """The way on: begin when nothing is answered, else how far they have come."""
    figures = judgement.overall
    if figures.answered == 0:
        inputs = sum(question.inputs for question in view.form.questionnaire.questions)
        with st.container(border=True):
            st.subheader("Begynn med det dere vet", anchor=False)
            st.write(
                f"Dere har ikke svart ennå. Det er {count(figures.applicable, 'spørsmål', 'spørsmål')} og tar om lag "
                f"{count(max(5, round(inputs / 3 / 5) * 5), 'minutt', 'minutter')}. Hvert svar lagres med en gang, så dere kan ta "
                "det i flere omganger og dele det mellom dere."
            )
            st.page_link(ANSWER, label="Begynn egenvurderingen", icon=":material/arrow_forward:")
        return
    st.progress(figures.coverage or 0.0, text=f"{figures.answered} av {figures.applicable} spørsmål besvart")
    if figures.answered < figures.applicable:
        st.page_link(ANSWER, label="Fortsett egenvurderingen", icon=":material/arrow_forward:")


def to_gaps(gaps: Sequence[Gap]) -> None:
    """From the conclusion, which names a few questions, to all that is missing now and what to do about it."""
    now = sum(gap.when is When.NOW for gap in gaps)
    if now:
        label = "Se gapet og hva dere kan gjøre" if now == 1 else f"Se alle {now} gap og hva dere kan gjøre"
        st.page_link(GAPS, label=label, icon=":material/flag:")


def headline(judgement: Judgement) -> None:
    """Three figures: readiness against expected, range, coverage."""
    figures = judgement.overall
    one, two, three = st.columns(3)
    against = None if figures.expected is None else f"forventet {points(figures.expected)}"
    one.metric("Klarhet", points(figures.readiness), against, delta_color="off", delta_arrow="off", border=True)
    spread = f"{points(figures.low)}{language.DASH}{points(figures.high)}"
    two.metric(
        "Mulig spenn", spread, "hvis resten blir 0 eller fullt", delta_color="off", delta_arrow="off", border=True
    )
    answered = f"{figures.answered} av {figures.applicable}"
    three.metric(
        "Svargrad", language.percent(figures.coverage), answered, delta_color="off", delta_arrow="off", border=True
    )


def legend() -> None:
    st.caption(
        "Smal stripe: klarhet nå. Bredt felt: mulig spenn. Loddrett strek: det som er forventet nå. "
        "▼ betyr under det som er forventet."
    )


def area_cards(bars: Mapping[Area, Bar], gaps: Sequence[Gap], colours: Palette) -> None:
    for column, (area, bar) in zip(st.columns(len(bars)), bars.items(), strict=True):
        with column, st.container(border=True, height="stretch"):
            st.plotly_chart(
                bullets([bar], colours), theme=None, config=STILL, alt=described([bar]), key=f"area-{area.value}"
            )
            st.markdown(_area_line(area, gaps))


def _area_line(area: Area, gaps: Sequence[Gap]) -> str:
    now = [gap for gap in gaps if gap.when is When.NOW and area in gap.question.areas]
    stops = sum(gap.hard_stop is not None for gap in now)
    if not now:
        return "Ingen gap nå."
    waiting = sum(not gap.own for gap in now)
    told = f" {count(waiting, 'venter på andre', 'venter på andre')}." if waiting else ""
    if len(now) == stops:
        return f"**{count(stops, 'stoppkrav', 'stoppkrav')}** svikter nå.{told}"
    return f"**{count(len(now), 'gap', 'gap')}** nå, {stops or 'ingen'} av dem stoppkrav.{told}"


def coming_up(gaps: Sequence[Gap], judgement: Judgement) -> None:
    """What falls due next, by date."""
    if not gaps:
        st.write("Ingenting nytt forfaller." if judgement.go_live else "Datoene vises når oppstarten er bestemt.")
        return
    for gap in gaps:
        left = (gap.by - judgement.as_of).days
        stop = " · stoppkrav" if gap.hard_stop else ""
        stop += f" · venter på {WAITING_ON[waits]}" if (waits := waits_on(gap)) else ""
        st.markdown(
            f"**{day(gap.by)}** (om {count(left, 'dag', 'dager')}{stop}). {gap.question.title.nb}: {escaped(missing(gap))}."
        )


def earliest(judgement: Judgement) -> None:
    """If this date cannot be made, which one can."""
    found = judgement.earliest
    if found is None or judgement.go_live is None:
        st.write("Vises når datoen for oppstart er bestemt.")
        return
    if found.decided_by is None or found.date <= judgement.go_live:
        st.markdown(
            f"Stoppkravene kan være på plass til **{day(judgement.go_live)}** med de ledetidene som er vanlige."
        )
        return
    title = judgement.questions[found.decided_by].question.title.nb
    late = (found.date - judgement.go_live).days
    st.markdown(
        f"**{day(found.date)}**, {count(late, 'dag', 'dager')} etter datoen dere har nå. Det er dette stoppkravet som avgjør: «{title}». "
        "Datoen regnes fra i dag med vanlig ledetid, og med tiden kravet må ha vært på plass før oppstart."
    )
