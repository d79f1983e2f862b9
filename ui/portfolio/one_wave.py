"""One wave: who is in it, what fails for whom, and what happens to all when it is moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from language import VERDICTS, day, listed, said
from language.ui.portfolio import alike
from language.ui.portfolio import one_wave as words
from reports.portfolio.roll_out_chart import marks_text
from scoring.frozen import RollOutRules
from scoring.portfolio.portfolio import Compared
from scoring.portfolio.roll_out import RollOutWave, roll_out
from scoring.portfolio.shared_roles import changed_conflicts
from scoring.portfolio.waves import Wave, waves
from scoring.questionnaire import Catalogue
from service.faults import Refused
from service.people.actor import Actor, Role
from service.portfolio.comparison import Comparison
from service.portfolio.roll_out import move_wave, try_move
from service.portfolio.shared_roles import SharedRoles, read_shared_roles
from service.workspace import Workspace
from ui import access, session, typed_fields
from ui.change_form import make_change
from ui.portfolio import roll_out as line
from ui.portfolio import shared_roles
from ui.text import escaped

MOST_NAMES, MOST_COLUMNS = 20, 40
FAILS = "✕"


@dataclass(frozen=True, slots=True)
class Trial:
    """All customers as they would stand with the wave on another day, and the roles they share."""

    to_day: date
    customers: Comparison
    roles: SharedRoles


def tried(ws: Workspace, actor: Actor, customers: Comparison, wave: RollOutWave | None) -> Trial | None:
    """What stands in the box for another day, tried; `None` while nothing that can be read does."""
    if wave is None:
        return None
    try:
        to_day = typed_fields.read_day_box(str(session.value(_box(wave)) or ""))
    except Refused:
        return None
    if to_day is None or to_day == wave.go_live:
        return None
    moves = {customers.members[place].customer_id: to_day for place in wave.places}
    roles = read_shared_roles(ws, actor, as_of=access.today(), moved=moves)
    return Trial(to_day, try_move(ws, actor, moves, as_of=access.today()), roles)


def _box(wave: RollOutWave) -> str:
    return session.key("move", wave.go_live.isoformat())


def draw(wave: RollOutWave, customers: Comparison, catalogue: Catalogue) -> None:
    compared = customers.judged.rows(wave.places)
    names = {customers.members[place].customer_id: customers.members[place].name for place in wave.places}
    st.header(line.headline(wave), anchor=False)
    st.markdown(_some([escaped(names[each.key]) for each in compared]))
    (whole,) = waves(compared)
    st.markdown(_earliest(whole, wave, customers))
    if whole.unknown:
        st.markdown(words.KNOW_TOO_LITTLE(names=_some([escaped(names[key]) for key in whole.unknown])))
    _decisions(wave, customers)
    _stops(whole, compared, names, catalogue)


def _decisions(wave: RollOutWave, customers: Comparison) -> None:
    """Who has decided, and whose decision no longer holds."""
    if not (told := line.decisions_of(wave, customers)):
        return
    members = [customers.members[place] for place in wave.places]
    fallen = [each for each in members if (held := customers.decisions.get(each.customer_id)) and held.fallen]
    names = _some([escaped(each.name) for each in fallen])
    st.markdown(words.FALLEN_ARE(told=told, names=names) if fallen else words.DECISIONS(told=told))


def _some(told: list[str]) -> str:
    """The first of them, and how many more there are."""
    more = len(told) - MOST_NAMES
    first = ", ".join(told[:MOST_NAMES])
    return words.AND_MORE(more, first=first) if more > 0 else listed(told)


def _earliest(whole: Wave, wave: RollOutWave, customers: Comparison) -> str:
    if len(whole.unknown) == len(whole.keys):
        return words.NO_DAY_KNOWN()
    if whole.decided_by is None:
        return words.AS_SET()
    key, question_id = whole.decided_by
    place = next(place for place in wave.places if customers.members[place].customer_id == key)
    title = said(customers.judged.yardstick_of(place).form.questionnaire.by_id[question_id].title)
    who = escaped(customers.members[place].name)
    return words.EARLIEST(day=day(whole.earliest), who=who, title=title)


def _stops(whole: Wave, compared: Sequence[Compared], names: Mapping[str, str], catalogue: Catalogue) -> None:
    """Topic × customer: where a hard stop does not make the date, the topic with the most first."""
    if not whole.stops:
        st.write(words.NO_STOPS())
        return
    st.subheader(words.LATE_STOPS(), anchor=False)
    failing = sorted((each for each in compared if each.failed_topics), key=lambda each: -len(each.failed_topics))
    shown = failing[:MOST_COLUMNS]
    if len(failing) > MOST_COLUMNS:
        st.caption(words.MOST_SHOWN(most=MOST_COLUMNS, all=len(failing)))
    topics = {topic: keys for topic, keys in whole.stops.items() if topic in catalogue.topics}
    frame = pd.DataFrame(
        {
            alike.TOPIC(): [said(catalogue.topics[topic].title) for topic in topics],
            words.MANY(): [len(keys) for keys in topics.values()],
            **{names[each.key]: [FAILS if topic in each.failed_topics else "" for topic in topics] for each in shown},
        }
    )
    alt = words.STOPS_DESCRIBED(mark=FAILS)
    columns = {
        alike.TOPIC(): st.column_config.TextColumn(width=260, pinned=True),
        words.MANY(): st.column_config.Column(width=66),
    }
    st.dataframe(frame, hide_index=True, width="stretch", column_config=columns, alt=alt)


def move(
    wave: RollOutWave, customers: Comparison, trial: Trial | None, rules: RollOutRules | None, roles: SharedRoles
) -> None:
    """Another day for all of them: what would happen, and the way to do it, for who may."""
    st.subheader(words.TRY(), anchor=False)
    typed = typed_fields.day_box(words.NEW_DAY(), key=_box(wave))
    typed_fields.day_or_message(typed)
    if trial is None:
        st.caption(words.TYPE_A_DAY())
        return
    _after(wave, customers, trial, rules)
    _roles_after(roles, trial)
    if access.drawn_for().role is Role.ADMIN:
        _confirm(wave, customers, trial)
    else:
        st.caption(words.ADMIN_MOVES())


def _after(wave: RollOutWave, customers: Comparison, trial: Trial, rules: RollOutRules | None) -> None:
    before, after = customers.judged.rows(wave.places), trial.customers.judged.rows(wave.places)
    stops = [sum(len(each.failed_stops) for each in held) for held in (before, after)]
    st.markdown(words.STOPS_AFTER(stops[1], to=day(trial.to_day), was=day(wave.go_live), before=stops[0]))
    fallen = sum(each.fallen for each in trial.customers.decisions.values())
    more = fallen - sum(each.fallen for each in customers.decisions.values())
    if more > 0:
        st.markdown(words.WOULD_FALL(more))
    for text in _marks_after(customers, trial, rules):
        st.markdown(f"- {text}")
    frame = pd.DataFrame(
        {
            alike.CUSTOMER(): [customers.members[place].name for place in wave.places],
            alike.NOW(): [_verdict(each) for each in before],
            words.AFTER(): [_verdict(each) for each in after],
            words.STOPS_NOW(): [len(each.failed_stops) for each in before],
            words.STOPS_THEN(): [len(each.failed_stops) for each in after],
        }
    )
    alt = words.AFTER_DESCRIBED()
    st.dataframe(frame, hide_index=True, width="stretch", alt=alt)


def _verdict(each: Compared) -> str:
    return VERDICTS[each.verdict] if each.verdict else ""


def _marks_after(customers: Comparison, trial: Trial, rules: RollOutRules | None) -> list[str]:
    """What the days are marked with after the move and were not before, and what they no longer are."""
    was, now = (
        {wave.go_live: marks_text(wave, rules) for wave in roll_out(held.judged, rules, held.beds)}
        for held in (customers, trial.customers)
    )
    told = []
    for on in sorted(was.keys() | now.keys()):
        if was.get(on, "") != now.get(on, ""):
            marks = now.get(on) or (words.NOT_MARKED() if on in now else words.NOBODY_STARTS())
            told.append(words.MARK(day=day(on), marks=marks))
    return told[:MOST_NAMES]


def _roles_after(before: SharedRoles, trial: Trial) -> None:
    """Where shared roles would be asked for more than there is of them, and were not; and the other way round."""
    if not before.booked:
        return
    names = shared_roles.names_of(trial.customers)
    comes, goes = changed_conflicts(before.conflicts, trial.roles.conflicts)
    told = [words.OVER(what=shared_roles.conflict_text(each, names)) for each in comes]
    told += [words.NO_LONGER_OVER(what=shared_roles.conflict_text(each, names)) for each in goes]
    st.markdown(words.SHARED_ROLES() if told else words.SAME_ROLES())
    st.markdown("\n".join(f"- {escaped(text)}" for text in told[:MOST_NAMES]))
    if len(told) > MOST_NAMES:
        st.caption(words.MORE_ROLES(n=len(told) - MOST_NAMES))


def _confirm(wave: RollOutWave, customers: Comparison, trial: Trial) -> None:
    with st.form(session.name("move-wave", wave.go_live.isoformat())):
        reason = st.text_area(words.WHY(), max_chars=10_000)
        label, on = words.MOVE(len(wave.places), day=day(trial.to_day)), wave.go_live.isoformat()
        ids = [customers.members[place].customer_id for place in wave.places]
        # Who is moved is who stood in the table, not who has come to the wave since.
        seen = str(session.drawn(session.key("drawn", "move-wave", on), " ".join(ids))).split()
        if st.form_submit_button(label, key=session.key("move-wave", "yes", on)):
            make_change(lambda: _move(seen, wave.go_live, trial.to_day, reason))


def _move(ids: Sequence[str], from_day: date, to_day: date, reason: str) -> str:
    moved = move_wave(access.workspace(), access.actor(), ids, from_day=from_day, to_day=to_day, reason=reason)
    session.choose(session.WAVE, to_day.isoformat())
    return words.MOVED(moved, day=day(to_day))
