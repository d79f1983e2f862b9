"""The roll-out on screen: all go-lives on one time line and in one table, and a way into one of them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from language import SOURCES, VERDICTS, day, said, short_day
from language.ui.portfolio import alike
from language.ui.portfolio import roll_out as words
from reports.decision.decision_wording import DECISION_STANDINGS
from reports.palette import palette
from reports.portfolio.roll_out_chart import MOST, marks_text, roll_out_chart, roll_out_described
from scoring.frozen import RollOutRules
from scoring.portfolio.roll_out import RollOutWave
from scoring.vocabulary import Verdict
from service.files.waves import MOVES, WAVE_MEMBERS, WAVE_STOPS, WAVES
from service.portfolio.comparison import Comparison
from ui import access, layout, paging, session
from ui.files import tables

AT_ONCE = 20
_TABLE, _NAMED, _PAST = (session.key("roll-out", each) for each in ("table", "named", "past"))
_PAGE = "roll-out"
_WIDTHS = {
    alike.CUSTOMER_COUNT: 66,
    words.BEDS: 66,
    words.WEAKEST: 150,
    words.NOT_READY: 120,
    alike.HARD_STOP: 80,
    words.DAYS_SINCE: 124,
}


def chosen(waves: Sequence[RollOutWave]) -> RollOutWave | None:
    """The wave whose day stands in the address."""
    held = session.chosen(session.WAVE)
    return next((wave for wave in waves if wave.go_live.isoformat() == held), None)


def shown(waves: Sequence[RollOutWave]) -> list[RollOutWave]:
    """Those that are to come; the others too when they are asked for."""
    return [wave for wave in waves if session.value(_PAST) is True or wave.go_live >= access.today()]


def draw(waves: Sequence[RollOutWave], customers: Comparison, rules: RollOutRules | None) -> None:
    if not customers.members or not waves:
        st.info(alike.NO_GO_LIVE())
        return
    if any(member.invented for member in customers.members):
        st.caption(alike.DEMO())
    if any(wave.go_live < access.today() for wave in waves):
        st.toggle(words.SHOW_PAST(), key=_PAST)
    held = shown(waves)
    if not held:
        st.info(words.NONE_LEFT())
        return
    _picture(held, rules)
    _table(held, customers, rules)
    if rules:
        _rules(rules)


def _picture(held: Sequence[RollOutWave], rules: RollOutRules | None) -> None:
    if len(held) > MOST:
        st.caption(words.BY_MONTH(n=len(held)))
    st.plotly_chart(
        roll_out_chart(held, rules, palette(dark=layout.dark())),
        theme=None,
        config=layout.saved_as("rulleplan"),
        alt=roll_out_described(held),
        key="roll-out-chart",
    )
    st.caption(words.SIGNS())


def _table(held: Sequence[RollOutWave], customers: Comparison, rules: RollOutRules | None) -> None:
    pages = -(-len(held) // AT_ONCE)
    page = min(paging.chosen(_PAGE), pages)
    here = held[(page - 1) * AT_ONCE :][:AT_ONCE]
    frame = pd.DataFrame(
        {
            alike.GO_LIVE(): [wave.go_live for wave in here],
            alike.CUSTOMER_COUNT(): [len(wave.places) for wave in here],
            **({words.BEDS(): [wave.beds for wave in here]} if any(wave.beds for wave in held) else {}),
            words.WEAKEST(): [VERDICTS[wave.weakest] if wave.weakest else "" for wave in here],
            alike.HARD_STOP(): pd.array([_stops(wave) for wave in here], dtype="Int64"),
            **({words.DECISIONS(): [decisions_of(wave, customers) for wave in here]} if customers.decisions else {}),
            words.DAYS_SINCE(): pd.array([wave.days_since for wave in here], dtype="Int64"),
            alike.MARKED(): [marks_text(wave, rules) for wave in here],
            words.NOT_READY(): [wave.verdicts.get(Verdict.NOT_READY, 0) for wave in here],
        }
    )
    widths = {heading(): width for heading, width in _WIDTHS.items()}
    columns = {name: st.column_config.Column(width=widths[name]) for name in frame.columns if name in widths}
    columns[alike.GO_LIVE()] = st.column_config.DateColumn(format="DD.MM.YYYY", width=92)
    if customers.decisions:
        columns[words.DECISIONS()] = st.column_config.TextColumn(width=170)
    columns[alike.MARKED()] = st.column_config.TextColumn(width=300)
    days = [wave.go_live for wave in here]
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height="content",
        column_config=columns,
        key=_TABLE,
        on_select=partial(_picked, days),
        selection_mode="single-row",
        alt=words.DESCRIBED(),
    )
    paging.buttons(_PAGE, page, pages)
    _by_day(days)


def decisions_of(wave: RollOutWave, customers: Comparison) -> str:
    """«3 gjelder, 1 gjelder ikke lenger», of those in the wave that have decided."""
    held = [customers.decisions.get(customers.members[place].customer_id) for place in wave.places]
    many = Counter(each.standing for each in held if each)
    return ", ".join(
        words.SO_MANY(n=many[standing], standing=DECISION_STANDINGS[standing])
        for standing in DECISION_STANDINGS
        if many[standing]
    )


def _stops(wave: RollOutWave) -> int | None:
    """None where too little is answered by all to say: that is no all-clear."""
    return wave.failing if wave.verdicts.keys() - {Verdict.UNDECIDED} else None


def _by_day(days: Sequence[date]) -> None:
    """The same rows for who uses the keyboard."""
    st.selectbox(
        words.LOOK_AT_ONE(),
        list(days),
        index=None,
        format_func=short_day,
        placeholder=words.CHOOSE_DAY(),
        key=_NAMED,
        on_change=_named,
        args=(list(days),),
    )


def _named(days: Sequence[date]) -> None:
    held = session.value(_NAMED)
    if held in days:
        _open(days[days.index(held)])


def _picked(days: Sequence[date]) -> None:
    held = session.value(_TABLE)
    rows = held["selection"]["rows"] if isinstance(held, dict) else []
    if rows and 0 <= rows[0] < len(days):
        _open(days[rows[0]])


def _open(day_: date) -> None:
    session.choose(session.WAVE, day_.isoformat())


def _rules(rules: RollOutRules) -> None:
    """What the days are held against, each with its source."""
    box = st.expander(words.HELD_AGAINST(), icon=":material/rule:", key="roll-out-rules", on_change="rerun")
    if not box.open:
        return
    lines = [
        words.LIMIT(
            title=said(limit.title), value=limit.value, basis=said(limit.basis), source=SOURCES[limit.basis.source]
        )
        for limit in (rules.days_between, rules.customers_at_once, rules.beds_at_once)
        if limit is not None
    ]
    year = access.today().year
    for period in rules.closed:
        first, last = (
            day(date.fromisoformat(f"{year}-{each}")).rsplit("\u00a0", 1)[0] for each in (period.first, period.last)
        )
        lines.append(
            words.CLOSED(
                title=said(period.title),
                first=first,
                last=last,
                basis=said(period.basis),
                source=SOURCES[period.basis.source],
            )
        )
    box.markdown("\n\n".join(lines))


def headline(wave: RollOutWave) -> str:
    return words.HEADLINE(len(wave.places), day=day(wave.go_live))


def take_away() -> None:
    st.header(words.TAKE_AWAY(), anchor=False)
    tables.choice("roll-out", (WAVES, WAVE_MEMBERS, WAVE_STOPS, MOVES))
