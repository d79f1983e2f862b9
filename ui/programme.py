"""HPAS selv on screen: towards which go-live, what customers wait for and from whom, and who does not take HPAS's answer."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from language import DAYS, VERDICTS, WAITING_ON, day, listed, local_day, number, said, sentence
from language import points as shown
from language.ui import programme as words
from language.ui.portfolio import alike
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
        st.info(alike.NO_GO_LIVE())
        return
    session.put(_WAVE, chosen)
    st.selectbox(
        words.MEASURED_AGAINST(),
        list(many),
        format_func=lambda wave: words.WAVE(many[wave], day=day(wave)),
        key=_WAVE,
    )


def owing(waits: Sequence[AwaitedAnswer], apart: Sequence[HeldAgainst]) -> None:
    """What HPAS itself owes now, for its first page: one line each, and the way to the page that has it whole."""
    now = [each for each in waits if each.customers]
    late = max((each.days_late for each in now), default=0)
    told = []
    if now:
        waiting = len({name for each in now for name in each.customers})
        oldest = words.OLDEST(days=DAYS(late)) if late else ""
        told.append(words.CUSTOMERS_WAIT(waiting, answers=words.ANSWERS(len(now)), oldest=oldest))
    if apart:
        told.append(words.DISPUTED(len(apart)))
    if told:
        st.warning("  \n".join(told), icon=":material/domain:")
        st.page_link(OWN, label=words.SEE_WHAT_WE_OWE(), icon=":material/arrow_forward:")


def begin() -> None:
    """Where HPAS has said nothing yet."""
    st.info(words.NOT_BEGUN())
    if _may_answer():
        st.button(words.BEGIN(), type="primary", icon=":material/play_arrow:", on_click=_answer, args=(EVERYONE, None))


def to_answers() -> None:
    """The way to HPAS's own questions, gaps and plan."""
    st.button(
        words.ANSWER_FOR_HPAS() if _may_answer() else words.SEE_ANSWERS(),
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
    st.header(words.WE_OWE(), anchor=False)
    waiting = [each for each in found if each.customers]
    if not found:
        st.write(words.NOBODY_WAITS())
        return
    _bars(found)
    if not waiting:
        st.write(words.NOBODY_WAITS_NOW())
    for each in waiting[:FEW]:
        _row(each, factors[each.question.topic])
    with st.expander(words.ALL_IN_TABLE(n=len(found))):
        _table(found)


def _bars(found: Sequence[AwaitedAnswer]) -> None:
    owed: dict[WaitingOn, Counter[Lateness]] = {}
    for each in found:
        held = owed.setdefault(each.who, Counter())
        held[Lateness.LONG if each.days_late > LONG_LATE else Lateness.LATE] += len(each.customers)
        held[Lateness.COMING] += each.coming
    st.caption(words.BARS())
    st.plotly_chart(
        owed_bars(owed, palette(dark=layout.dark())),
        theme=None,
        config=layout.STILL,
        alt=owed_described(owed),
        key="owed-bars",
    )


def _row(each: AwaitedAnswer, factor: str) -> None:
    stop = f" :red-badge[:material/front_hand: {words.STOPS_AT(n=number(each.stops))}]" if each.stops else ""
    names = [escaped(name) for name in each.customers[:NAMED]]
    more = len(each.customers) - len(names)
    told = listed([*names, *([alike.MORE(n=number(more))] if more else [])])
    with st.container(border=True, gap="small"):
        waiting = words.WAIT(len(each.customers), late=_late(each), names=told)
        st.markdown(f"**{said(each.question.title)}**{stop}  \n{waiting}")
        st.button(
            words.ANSWER() if _may_answer() else words.SEE_ANSWER(),
            key=session.key("programme", "answer", each.question.id),
            icon=":material/arrow_forward:",
            on_click=_answer,
            args=(each.reach, (factor, each.question.id)),
        )


def _late(each: AwaitedAnswer) -> str:
    if each.days_late:
        return words.OVERDUE(days=DAYS(each.days_late))
    return words.DUE(day=day(each.by)) if each.by else ""


def _table(found: Sequence[AwaitedAnswer]) -> None:
    frame = pd.DataFrame(
        {
            alike.QUESTION(): [said(each.question.title) for each in found],
            alike.WHO(): [sentence(WAITING_ON[each.who]) for each in found],
            words.WAITS_NOW(): [len(each.customers) for each in found],
            words.STOPS_WHERE(): [each.stops for each in found],
            words.COMING(): [each.coming for each in found],
            alike.DUE(): [each.by for each in found],
            words.DAYS_OVER(): [each.days_late or None for each in found],
        }
    )
    alt = words.TABLE_DESCRIBED()
    columns = {alike.DUE(): st.column_config.DateColumn(format="DD.MM.YYYY")}
    st.dataframe(frame, hide_index=True, width="stretch", column_config=columns, alt=alt)


def course(points: Sequence[TrendPoint]) -> None:
    """How HPAS has come along towards the go-live that is chosen, behind a click."""
    if len(points) < 2:
        return
    box = st.expander(words.TREND(), icon=":material/timeline:", key="programme-course", on_change="rerun")
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
                alike.DAY(): [point.as_of for point in points],
                alike.DAYS_LEFT(): [point.days_left for point in points],
                alike.IN_PLACE(): [shown(point.readiness) for point in points],
                alike.EXPECTED(): [shown(point.expected) for point in points],
                alike.VERDICT(): [VERDICTS[point.verdict] if point.verdict else "" for point in points],
            }
        )
        columns = {alike.DAY(): st.column_config.DateColumn(format="DD.MM.YYYY")}
        st.dataframe(frame, hide_index=True, width="stretch", column_config=columns, alt=trend_described(points))


def disagreements(found: Sequence[HeldAgainst], factors: dict[str, str]) -> None:
    """Who does not take HPAS's answer, and answering them by themselves."""
    st.header(words.DISAGREE(), anchor=False)
    if not found:
        st.write(words.NOBODY_DISAGREES())
        return
    st.caption(words.OWN_COUNTS())
    for each in found:
        with st.container(border=True, gap="small"):
            told = {
                "name": escaped(each.customer.name),
                "day": day(local_day(each.at)),
                "title": said(each.question.title),
            }
            st.markdown(words.WHO_WHEN_WHAT(**told))
            plain(words.OURS(answer=_ours(each)))
            plain(words.THEIRS(answer=value_text(each.question, each.own)))
            plain(each.own.disagrees or "")
            if _may_answer():
                st.button(
                    words.ANSWER_FOR(name=escaped(each.customer.name)),
                    key=session.key("programme", "apart", each.customer.id, each.question.id),
                    icon=":material/arrow_forward:",
                    on_click=_answer,
                    args=(Reach(ReachKind.CUSTOMER, each.customer.id), (factors[each.question.topic], each.asked)),
                )


def _ours(each: HeldAgainst) -> str:
    return value_text(each.question, as_asked(each.question, each.given.answer)) if each.given else words.NOT_ANSWERED()


def earlier(found: Sequence[HeldAgainst]) -> None:
    """What customers had said themselves before HPAS answered, where it is something else."""
    if not found:
        return
    with st.expander(words.ANSWERED_OTHERWISE(len(found))):
        st.caption(words.NO_LONGER_COUNT())
        for each in found[:FEW]:
            st.markdown(f"**{escaped(each.customer.name)}**: {said(each.question.title)}")
            plain(words.OURS(answer=_ours(each)))
            plain(words.THEIRS(answer=value_text(each.question, each.own)))
        if len(found) > FEW:
            st.caption(words.AND_MORE(n=number(len(found) - FEW)))
