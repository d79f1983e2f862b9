"""HPAS selv on screen: towards which go-live, what customers wait for and from whom, and who does not take HPAS's answer."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from language import VERDICTS, WAITING_ON, count, day, listed, local_day, number, sentence
from language import points as shown
from reports.answers.wording import value_text
from reports.palette import palette
from reports.plan.timeline import trend_chart, trend_described
from reports.portfolio.owed_bars import LONG_LATE, Lateness, owed_bars, owed_described
from scoring.basis import Reach, as_asked
from scoring.portfolio.trend import TrendPoint
from scoring.vocabulary import ReachKind, WaitingOn
from service.people.permissions import PERMISSIONS, Operation
from service.programme.disagreements import HeldAgainst
from service.programme.reaches import EVERYONE, ReachView
from service.programme.waiting import AwaitedAnswer
from ui import access, layout, session
from ui.answers import next_question, reach_levels
from ui.text import escaped, plain

ANSWER, OWN = "pages/customer/answer.py", "pages/hpas/own.py"
# So many at once as rows one can act on; the rest behind a click, and so many names of customers.
FEW, NAMED = 8, 6
_WAVE = session.key("programme", "wave")
_GOES = session.key("programme", "goes")


def chosen_wave(found: Sequence[ReachView], as_of: date) -> date | None:
    """The go-live to be judged against: the one chosen, else the next; `None` where no customer has a date."""
    waves = _waves(found)
    held = session.value(_WAVE)
    coming = [wave for wave in waves if wave >= as_of]
    return held if isinstance(held, date) and held in waves else next(iter(coming or waves[-1:]), None)


def _waves(found: Sequence[ReachView]) -> list[date]:
    return [date.fromisoformat(each.reach.target) for each in found if each.reach.kind is ReachKind.WAVE]


def wave_box(found: Sequence[ReachView], chosen: date | None) -> None:
    """Against which go-live, with how many customers start then."""
    many = {date.fromisoformat(e.reach.target): len(e.customers) for e in found if e.reach.kind is ReachKind.WAVE}
    if chosen is None:
        st.info("Ingen kunder har dato for oppstart ennå.")
        return
    session.put(_WAVE, chosen)
    st.selectbox(
        "Målt mot oppstarten",
        list(many),
        format_func=lambda wave: f"{day(wave)} ({count(many[wave], 'kunde', 'kunder')})",
        key=_WAVE,
    )


def owing(waits: Sequence[AwaitedAnswer], apart: Sequence[HeldAgainst]) -> None:
    """What HPAS itself owes now, for its first page: one line each, and the way to the page that has it whole."""
    now = [each for each in waits if each.customers]
    late = max((each.days_late for each in now), default=0)
    told = []
    if now:
        waiting = len({name for each in now for name in each.customers})
        longest = f" Det eldste er {count(late, 'dag', 'dager')} over fristen." if late else ""
        told.append(
            f"**{count(waiting, 'kunde venter', 'kunder venter')}** på {count(len(now), 'svar', 'svar')} fra HPAS.{longest}"
        )
    if apart:
        told.append(f"**{count(len(apart), 'svar', 'svar')}** fra HPAS er kunder uenige i.")
    if told:
        st.warning("  \n".join(told), icon=":material/domain:")
        st.page_link(OWN, label="Se hva vi skylder", icon=":material/arrow_forward:")


def begin() -> None:
    """Where HPAS has said nothing yet."""
    st.info("HPAS har ikke begynt å svare. Til da venter kundene på svar de ikke kan gi selv.")
    if _may_answer():
        st.button(
            "Begynn å svare", type="primary", icon=":material/play_arrow:", on_click=_answer, args=(EVERYONE, None)
        )


def to_answers() -> None:
    """The way to HPAS's own questions, gaps and plan."""
    st.button(
        "Svar for HPAS" if _may_answer() else "Se svarene",
        type="primary",
        icon=":material/checklist:",
        on_click=_answer,
        args=(EVERYONE, None),
    )


def go_on_if_asked() -> None:
    """To the question someone asked for on this page."""
    if session.take(_GOES) is not None:
        st.switch_page(ANSWER)


def _may_answer() -> bool:
    return access.drawn_for().role in PERMISSIONS[Operation.ANSWER_PROGRAMME].roles


def _answer(reach: Reach, question: tuple[str, str] | None) -> None:
    """Remember where to go; the run that follows goes there. question: its factor and id."""
    reach_levels.go_to(reach)
    if question is not None:
        next_question.go(*question)
    session.put(_GOES, True)


def awaited(found: Sequence[AwaitedAnswer], factors: dict[str, str]) -> None:
    """What customers wait for, most hard stops first, and the bars of who owes it."""
    st.header("Vi skylder", anchor=False)
    waiting = [each for each in found if each.customers]
    if not found:
        st.write("Ingen kunder venter på svar fra HPAS.")
        return
    _bars(found)
    if not waiting:
        st.write("Ingen venter nå. Tabellen viser hva kundene kommer til å vente på.")
    for each in waiting[:FEW]:
        _row(each, factors[each.question.topic])
    with st.expander(f"Alle {len(found)} i en tabell"):
        _table(found)


def _bars(found: Sequence[AwaitedAnswer]) -> None:
    owed: dict[WaitingOn, Counter[Lateness]] = {}
    for each in found:
        held = owed.setdefault(each.who, Counter())
        held[Lateness.LONG if each.days_late > LONG_LATE else Lateness.LATE] += len(each.customers)
        held[Lateness.COMING] += each.coming
    st.caption("Svar kundene venter på: ett for hvert spørsmål hos hver kunde.")
    st.plotly_chart(
        owed_bars(owed, palette(dark=layout.dark())),
        theme=None,
        config=layout.STILL,
        alt=owed_described(owed),
        key="owed-bars",
    )


def _row(each: AwaitedAnswer, factor: str) -> None:
    stop = f" :red-badge[:material/front_hand: stoppkrav hos {number(each.stops)}]" if each.stops else ""
    names = [escaped(name) for name in each.customers[:NAMED]]
    more = len(each.customers) - len(names)
    told = listed([*names, *([f"{number(more)} til"] if more else [])])
    with st.container(border=True, gap="small"):
        st.markdown(
            f"**{each.question.title.nb}**{stop}  \n"
            f"{count(len(each.customers), 'kunde', 'kunder')} venter{_late(each)}: {told}."
        )
        st.button(
            "Svar" if _may_answer() else "Se svaret",
            key=session.key("programme", "answer", each.question.id),
            icon=":material/arrow_forward:",
            on_click=_answer,
            args=(each.reach, (factor, each.question.id)),
        )


def _late(each: AwaitedAnswer) -> str:
    if each.days_late:
        return f", {count(each.days_late, 'dag', 'dager')} over fristen"
    return f", frist {day(each.by)}" if each.by else ""


def _table(found: Sequence[AwaitedAnswer]) -> None:
    frame = pd.DataFrame(
        {
            "Spørsmål": [each.question.title.nb for each in found],
            "Hvem": [sentence(WAITING_ON[each.who]) for each in found],
            "Venter nå": [len(each.customers) for each in found],
            "Stoppkrav hos": [each.stops for each in found],
            "Kommer": [each.coming for each in found],
            "Frist": [each.by for each in found],
            "Dager over": [each.days_late or None for each in found],
        }
    )
    alt = "Hva kundene venter på fra HPAS, det som stopper flest, først"
    columns = {"Frist": st.column_config.DateColumn(format="DD.MM.YYYY")}
    st.dataframe(frame, hide_index=True, width="stretch", column_config=columns, alt=alt)


def course(points: Sequence[TrendPoint]) -> None:
    """How HPAS has come along towards the go-live that is chosen, behind a click."""
    if len(points) < 2:
        return
    box = st.expander("Utvikling", icon=":material/timeline:", key="programme-course", on_change="rerun")
    if not box.open:
        return
    with box:
        st.plotly_chart(
            trend_chart(points, {}, palette(dark=layout.dark())),
            theme=None,
            config=layout.saved_as("hpas-utvikling"),
            alt=trend_described(points),
            key="programme-course-chart",
        )
        frame = pd.DataFrame(
            {
                "Dag": [point.as_of for point in points],
                "Dager til oppstart": [point.days_left for point in points],
                "På plass": [shown(point.readiness) for point in points],
                "Forventet": [shown(point.expected) for point in points],
                "Konklusjon": [VERDICTS[point.verdict] if point.verdict else "" for point in points],
            }
        )
        columns = {"Dag": st.column_config.DateColumn(format="DD.MM.YYYY")}
        st.dataframe(frame, hide_index=True, width="stretch", column_config=columns, alt=trend_described(points))


def disagreements(found: Sequence[HeldAgainst], factors: dict[str, str]) -> None:
    """Who does not take HPAS's answer, and answering them by themselves."""
    st.header("Uenige med HPAS", anchor=False)
    if not found:
        st.write("Ingen kunder er uenige i svarene fra HPAS.")
        return
    st.caption("Kundens eget svar teller for kunden til dere svarer på nytt for den.")
    for each in found:
        with st.container(border=True, gap="small"):
            st.markdown(f"**{escaped(each.customer.name)}**, {day(local_day(each.at))}: {each.question.title.nb}")
            plain(f"HPAS: {_ours(each)}")
            plain(f"Kunden: {value_text(each.question, each.own)}")
            plain(each.own.disagrees or "")
            if _may_answer():
                st.button(
                    f"Svar for {escaped(each.customer.name)}",
                    key=session.key("programme", "apart", each.customer.id, each.question.id),
                    icon=":material/arrow_forward:",
                    on_click=_answer,
                    args=(Reach(ReachKind.CUSTOMER, each.customer.id), (factors[each.question.topic], each.asked)),
                )


def _ours(each: HeldAgainst) -> str:
    return value_text(each.question, as_asked(each.question, each.given.answer)) if each.given else "ikke svart"


def earlier(found: Sequence[HeldAgainst]) -> None:
    """What customers had said themselves before HPAS answered, where it is something else."""
    if not found:
        return
    with st.expander(f"{count(len(found), 'kunde svarte', 'kunder svarte')} noe annet før HPAS svarte for dem"):
        st.caption("Svarene teller ikke lenger. De kan vise noe dere ikke visste.")
        for each in found[:FEW]:
            st.markdown(f"**{escaped(each.customer.name)}**: {each.question.title.nb}")
            plain(f"HPAS: {_ours(each)}")
            plain(f"Kunden: {value_text(each.question, each.own)}")
        if len(found) > FEW:
            st.caption(f"Og {number(len(found) - FEW)} til.")
