"""Oversikt after the start: since when it is in use, what is to be recorded, what went wrong, and what remains of the plan."""

from collections.abc import Sequence

import streamlit as st

from language import DAYS, day, number, said
from language.ui.decision.conditions import SAY_HOW_THEY_GO
from language.ui.outcomes import overview as words
from service.decision.kept import CustomerDecisions
from service.judgement import CustomerJudgement
from service.outcomes.figures import OutcomeLine, OutcomeSheet, read_outcomes
from service.people.actor import Actor
from service.workspace import Workspace
from ui import access
from ui.decision import conditions
from ui.outcomes import confirming, recording
from ui.outcomes.confirming import AFTER

ACTIONS, GAPS = "pages/customer/actions.py", "pages/customer/gaps.py"


def read(ws: Workspace, actor: Actor, here: CustomerJudgement) -> OutcomeSheet:
    """What is asked of the customer after its start, and what was said."""
    return read_outcomes(ws, actor, here.view.customer.id, as_of=here.judgement.as_of)


def first_of_all(here: CustomerJudgement, sheet: OutcomeSheet, decisions: CustomerDecisions) -> bool:
    """Whether this is all of the page: of one that has started. Where the date is past, first whether it did."""
    if here.judgement.asks_if_started:
        confirming.ask(here.view.customer)
    if here.judgement.in_use:
        _conditions(decisions)
        _in_use(here, sheet)
    return here.judgement.in_use


def _in_use(here: CustomerJudgement, sheet: OutcomeSheet) -> None:
    """What the first page of a customer that has started shows."""
    started = here.judgement.started
    if started is None:
        return
    st.success(
        words.IN_USE(day=day(started)),
        icon=":material/rocket_launch:",
    )
    st.header(words.AFTER_START(), anchor=False)
    _asked(sheet)
    _went_wrong(sheet)
    st.page_link(AFTER, label=words.TO_FIGURES(), icon=":material/arrow_forward:")
    st.header(words.LEFT_AFTER_START(), anchor=False)
    _remains(here)


def _conditions(decisions: CustomerDecisions) -> None:
    """What is urgent of what the decision to start was made on."""
    if decisions.signed is not None and conditions.briefly(decisions.signed.conditions):
        st.page_link(conditions.DECISION, label=SAY_HOW_THEY_GO(), icon=":material/gavel:")


def _asked(sheet: OutcomeSheet) -> None:
    own = recording.side_of_reader()
    for each in sheet.due:
        late = words.LATE(days=DAYS(each.late)) if each.late else ""
        told = words.DUE(days=each.days_after, answered=each.answered, all=len(each.lines))
        st.warning(told + late, icon=":material/edit_note:")
    coming = next((each for each in sheet.rounds if not each.come), None)
    if coming is not None:
        st.write(words.NEXT_TIME(day=day(coming.due), days=coming.days_after))
    elif not sheet.due and sheet.rounds:
        st.write(words.ALL_RECORDED() if own else words.ALL_RECORDED_BY_CUSTOMER())


def _went_wrong(sheet: OutcomeSheet) -> None:
    """Each measure that went wrong on some day, with what it was on every day it is known."""
    wrong = {line.measure.id for line in sheet.wrong}
    if not wrong:
        return
    held: dict[str, list[OutcomeLine]] = {}
    for each in sheet.rounds:
        for line in each.lines:
            if line.measure.id in wrong and line.counts is not None:
                held.setdefault(line.measure.id, []).append(line)
    told = "\n".join(f"- {_over_time(lines)}" for lines in held.values())
    st.markdown(f"{words.WENT_WRONG()}\n\n{told}")


def _over_time(lines: Sequence[OutcomeLine]) -> str:
    """«Overtid: 22,5 prosent etter 7 dager, 12 etter 30, 7,5 etter 90»"""
    measure = lines[0].measure
    first, *later = [f"{number(line.counts or 0.0)}" for line in lines]
    told = [words.FIGURE_FIRST(figure=first, unit=said(measure.unit), days=lines[0].days_after)]
    told += [
        words.FIGURE_LATER(figure=figure, days=line.days_after) for figure, line in zip(later, lines[1:], strict=True)
    ]
    return f"{said(measure.title)}: {', '.join(told)}"


def _remains(here: CustomerJudgement) -> None:
    """The open actions, and what was short of its requirement when it started and still is."""
    open_ = sum(planned.action.open for planned in here.plan.actions)
    short = sum(gap.open for gap in here.gaps)
    if not open_ and not short:
        st.write(words.NOTHING_LEFT())
        return
    if open_:
        st.page_link(ACTIONS, label=words.OPEN_ACTIONS(open_), icon=":material/task_alt:")
    if short:
        st.page_link(GAPS, label=words.STILL_MISSING(short), icon=":material/flag:")
    if access.may_answer():
        st.caption(words.ANSWER_ANEW())
