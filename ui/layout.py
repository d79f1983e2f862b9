"""Pieces of pages: cards, lists and lines that more than one page draws."""

from collections.abc import Mapping, Sequence

import streamlit as st

import language
from language import WAITING_ON, count, day, points
from reports.figures import Bar, bullets, described
from reports.palette import Palette
from reports.wording import missing
from scoring.gaps import Gap, When
from scoring.judgement import Judgement
from scoring.words import Area, HardStop
from service.responses import ResponseView
from ui import questions, session
from ui.text import escaped

STILL = {"displayModeBar": False, "staticPlot": True, "responsive": True}
ANSWER = "pages/customer/answer.py"


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
    if len(now) == stops:
        return f"**{count(stops, 'stoppkrav', 'stoppkrav')}** svikter nå."
    return f"**{count(len(now), 'gap', 'gap')}** nå, {stops or 'ingen'} av dem stoppkrav."


def coming_up(gaps: Sequence[Gap], judgement: Judgement) -> None:
    """What falls due next, by date."""
    if not gaps:
        st.write("Ingenting nytt forfaller." if judgement.go_live else "Datoene vises når oppstarten er bestemt.")
        return
    for gap in gaps:
        left = (gap.by - judgement.as_of).days
        stop = " · stoppkrav" if gap.hard_stop else ""
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


def gap_card(gap: Gap, *, names: Mapping[str, str]) -> None:
    """One gap: what is missing, since when, whom it waits on, what to do."""
    with st.container(border=True):
        with st.container(horizontal=True, gap="small"):
            if gap.hard_stop:
                st.badge(
                    language.sentence(language.HARD_STOPS[HardStop(gap.hard_stop)]),
                    color="red",
                    icon=":material/front_hand:",
                )
            if gap.waiting_on:
                st.badge(f"Venter på {WAITING_ON[gap.waiting_on]}", color="orange", icon=":material/hourglass_top:")
            for area in gap.question.areas:
                st.badge(language.AREAS[area], color="gray")
        st.subheader(gap.question.title.nb, anchor=False)
        st.markdown(f"**Mangler:** {escaped(missing(gap))}. {_since(gap)}")
        st.markdown(f"**Gjør dette:** {gap.question.action.nb}")
        st.button(
            "Gå til spørsmålet",
            key=session.key("go", gap.question.id),
            icon=":material/arrow_forward:",
            on_click=go_to_question,
            args=(names[gap.question.topic], gap.question.id),
            type="tertiary",
        )


def _since(gap: Gap) -> str:
    if gap.when is When.NEXT:
        return f"Skal være på plass {day(gap.by)}."
    late = f", {count(gap.days_late, 'dag', 'dager')} på etterskudd" if gap.days_late else ""
    return f"Skulle vært på plass {day(gap.by)}{late}."


def go_to_question(factor: str, question_id: str) -> None:
    """Remember where to go; the page that is run next goes there."""
    questions.go(factor, question_id)
    session.put(session.key("go", "to"), question_id)


def go_on_if_asked() -> None:
    """Called by a page that has buttons of `gap_card`."""
    if session.value(session.key("go", "to")) is not None:
        session.put(session.key("go", "to"), None)
        st.switch_page(ANSWER)
