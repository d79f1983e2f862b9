"""One gap where it stands: what is missing, by when, and planning it, giving it away and answering it in place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import streamlit as st

import language
from language import WAITING_ON, listed, said
from language.common import HARD_STOP
from language.reports.plan.phase_wording import ON_MOVING
from language.ui.judgement import gap_row as words
from language.ui.plan.waivers import RULES
from reports.answers.age_wording import MUST_BE_CONFIRMED, age_text
from reports.answers.wording import missing
from reports.judgement.gap_wording import when_briefly, when_text
from reports.plan.plan_wording import action_text
from scoring.gaps import Gap, by_urgency
from scoring.owed import waits_on
from scoring.plan import ActionStatus, PlannedAction, suggested_due
from service.answers.assignments import Assignee, list_assignments
from service.faults import DatabaseProblem, Refused
from service.judgement import CustomerJudgement, judge_customer
from service.people.actor import Actor
from service.plan.actions import possible_owners
from service.workspace import Workspace
from ui import access, person_box, session
from ui.answers import giving
from ui.change_form import Scope
from ui.judgement import answer_here
from ui.plan import plan_form, planning, waivers
from ui.plan.plan_form import Proposal, form_key
from ui.review import basis_choice
from ui.text import escaped

PLAN, GIVE, ASK, REPLY = "plan", "give", "ask", "reply"
# So many names of rows stand in the heading of a gap, and on the line below it.
FEW, SOME = 2, 4


@dataclass(frozen=True, slots=True)
class Known:
    """What the rows rest on, read as of one moment. given: question -> who is to answer it. people: whom to choose among."""

    here: CustomerJudgement
    given: Mapping[str, Assignee]
    people: Sequence[Assignee]

    def gap(self, question_id: str) -> Gap | None:
        return next((gap for gap in self.here.gaps if gap.question.id == question_id), None)


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of one run of the page share. `after` draws what depends on them all; `drawn`: ids so far."""

    known: Known
    after: Callable[[Known], None] = lambda _: None
    drawn: set[str] = field(default_factory=set)


def read(ws: Workspace, actor: Actor) -> Known:
    """The chosen customer with what the rows need, on the chosen word. Raises what the service raises."""
    chosen = access.chosen_customer()
    here = judge_customer(ws, actor, chosen, as_of=access.today(), basis=basis_choice.chosen())
    given = list_assignments(ws, actor, chosen)
    # Who may do nothing is not shown whom there is to choose among.
    found = possible_owners(ws, actor, chosen) if access.may_plan() else []
    people = [Assignee(member_id, name) for member_id, name in found]
    named = [to.name for to in given.values()] + [planned.action.owner for planned in here.plan.actions]
    return Known(here, given, person_box.with_names(people, named))


@st.fragment
def row(rows: Rows, gap: Gap, *, folded: bool = False, stop_told: bool = False) -> None:
    """Draw the gap. A click on it draws this row anew, and no other. stop_told: the heading above says that it is a hard stop."""
    id_ = gap.question.id
    again = id_ in rows.drawn
    rows.drawn.add(id_)
    known = _read_again() if again else rows.known
    if again:
        answer_here.go_on_if_asked()
        planning.say_outcome_briefly()
    # Also on the first run: a fragment may later write only where it wrote then.
    rows.after(known)
    now = known.gap(id_)
    answering = access.may_answer() and session.value(form_key(id_)) == REPLY
    # An answer may close the gap, which is left on screen until who gives it is done; then the page tells it as a whole.
    if not answering and ((answer_here.answered(id_) and again) or now is None):
        st.rerun()
    with st.container(key=session.name("gap", id_), gap="small", border=not folded):
        if not folded:
            st.markdown(f"{_title(gap)}  \n{_lines(known, now) if now else _closed()}")
            _offers(known, now or gap, closed=now is None, again=again)
            return
        key = session.key("gap-open", id_)
        # Said each time: a row whose heading changes, as when it is planned, would fold itself.
        opened = session.value(key) is True or session.take(session.key("gap-left", id_)) is not None
        box = st.expander(_label(known, gap, now, stop_told=stop_told), expanded=opened, key=key, on_change="rerun")
        if box.open:
            with box:
                to_do = words.DO_THIS(action=said(gap.question.action))
                st.markdown(f"{_lines(known, now)}\n\n{to_do}" if now else _closed())
                _offers(known, now or gap, closed=now is None, again=again)


def without_action(rows: Rows) -> None:
    """What nobody has planned for, behind a click: what is missing now, then what comes by the day it must begin."""
    here = rows.known.here
    if here.judgement.go_live is None:
        return
    now = by_urgency(here.plan.without_action) if here.judgement.enough else []
    later = sorted(here.plan.next_without_action, key=lambda gap: gap.start_by or gap.by)
    if not now and not later:
        return
    told = [words.GAPS_NOW(len(now))] if now else []
    told += [words.COMING(n=len(later))] if later else []
    box = st.expander(
        words.WITHOUT_ACTION(what=listed(told)), icon=":material/flag:", on_change="rerun", key="without-action"
    )
    if box.open:
        with box:
            for gap in (*now, *later):
                row(rows, gap, folded=True)


def _read_again() -> Known:
    """Whoever has lost access meanwhile gets the whole page anew, which says so."""
    try:
        with access.reading() as (ws, actor):
            return read(ws, actor)
    except (Refused, DatabaseProblem):
        st.rerun()


def _closed() -> str:
    return f":material/check_circle: {words.CLOSED()}"


def _title(gap: Gap) -> str:
    stop = f" :red-badge[:material/front_hand: {_stop(gap)}]" if gap.hard_stop else ""
    return f"**{said(gap.question.title)}**{stop}"


def _stop(gap: Gap) -> str:
    return language.sentence(language.HARD_STOPS[gap.hard_stop]) if gap.hard_stop else ""


def _label(known: Known, drawn: Gap, gap: Gap | None, *, stop_told: bool) -> str:
    """The heading of a row that is folded: the question, what is missing, and how it stands with time. gap: as it is now."""
    if gap is None:
        return f"**{said(drawn.question.title)}** · {words.LACKS_NO_MORE()}"
    waits, planned = waits_on(gap), _planned(known, gap)
    parts = [
        HARD_STOP() if gap.hard_stop and not stop_told else "",
        escaped(missing(gap, most_names=FEW)),
        when_briefly(gap),
        words.WAITS_BRIEFLY(who=WAITING_ON[waits]) if waits else "",
        words.PLANNED() if planned else "",
        MUST_BE_CONFIRMED() if gap.judged.stale else "",
    ]
    return f"**{said(gap.question.title)}** · {' · '.join(part for part in parts if part)}"


def _lines(known: Known, gap: Gap) -> str:
    waits, to = waits_on(gap), known.given.get(gap.question.id)
    told = [
        f"{language.ended(language.sentence(escaped(missing(gap, most_names=SOME))))} {when_text(gap)}",
        f":material/construction: {ON_MOVING()}" if gap.judged.moving else "",
        f":material/history: {age}" if (age := age_text(gap.judged)) else "",
        f":material/hourglass_top: {words.WAITS_ON(who=WAITING_ON[waits])}" if waits else "",
        f":material/person: {words.GIVEN_TO(name=escaped(to.name))}" if to else "",
        *(_in_plan(one, gap) for one in _planned(known, gap)),
    ]
    return "  \n".join(line for line in told if line)


def _planned(known: Known, gap: Gap) -> list[PlannedAction]:
    return [one for one in known.here.plan.of(gap.question.id) if one.action.status is not ActionStatus.DROPPED]


def _in_plan(planned: PlannedAction, gap: Gap) -> str:
    """An action that is planned for the gap; its text only when it is another than the one suggested."""
    text = planned.action.text
    own = "" if text in (gap.question.action.nb, gap.question.action.nn) else f"{escaped(text)}: "
    return f":material/task_alt: {words.IN_PLAN(action=own + escaped(action_text(planned)))}"


def _offers(known: Known, gap: Gap, *, closed: bool, again: bool) -> None:
    """The buttons, and the form that one of them has opened. closed: nothing is missing any more."""
    id_ = gap.question.id
    may_ask = access.may_ask_for_waivers() and not closed and id_ in waivers.open_stops_of(known.here)
    with st.container(horizontal=True, gap="small"):
        if access.may_plan() and not closed:
            _opens(PLAN, id_, words.NEW_ACTION() if _planned(known, gap) else words.PLAN(), ":material/add_task:")
        if access.may_hand_out() and not closed:
            _opens(GIVE, id_, words.GIVE(), ":material/person_add:")
        if access.may_answer():
            _opens(REPLY, id_, words.ANSWER(), ":material/edit:")
        else:
            answer_here.to_question(known.here.view, id_, words.SEE_QUESTION())
        if may_ask:
            _opens(ASK, id_, words.ASK(), ":material/gavel:")
    _form(known, gap, str(session.value(form_key(id_))), may_ask=may_ask, again=again)


def _form(known: Known, gap: Gap, opened: str, *, may_ask: bool, again: bool) -> None:
    here, id_ = known.here, gap.question.id
    scope: Scope = "fragment" if again else "app"
    if opened == PLAN and access.may_plan():
        proposal = Proposal(here.view.response_id, id_, said(gap.question.action), suggested_due(gap))
        plan_form.draw(proposal, known.people, scope=scope)
    if opened == GIVE and access.may_hand_out():
        giving.draw(here.view.customer.id, id_, known.given.get(id_), known.people, form_key(id_), scope=scope)
    if opened == REPLY and access.may_answer():
        answer_here.draw(here, id_, close=partial(_turn, REPLY, id_))
    if opened == ASK and may_ask:
        st.caption(RULES())
        waivers.ask(here, {id_: said(gap.question.title)}, scope=scope)


def _opens(form: str, question_id: str, label: str, icon: str) -> None:
    """A button that opens a form below it, and closes it again."""
    st.button(label, key=session.key(form, question_id), icon=icon, on_click=_turn, args=(form, question_id))


def _turn(form: str, question_id: str) -> None:
    held = session.value(form_key(question_id))
    session.put(form_key(question_id), None if held == form else form)
