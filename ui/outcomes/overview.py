"""Oversikt after the start: since when it is in use, what is to be recorded, what went wrong, and what remains of the plan."""

from collections.abc import Sequence

import streamlit as st

from language import NO_BREAK, count, day, number
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
        f"**I bruk siden {day(started)}.** Konklusjon, datoer og plan hviler. Nå teller hvordan det går.",
        icon=":material/rocket_launch:",
    )
    st.header("Etter oppstart", anchor=False)
    _asked(sheet)
    _went_wrong(sheet)
    st.page_link(AFTER, label="Se og før tallene etter oppstart", icon=":material/arrow_forward:")
    st.header("Gjenstår etter oppstart", anchor=False)
    _remains(here)


def _conditions(decisions: CustomerDecisions) -> None:
    """What is urgent of what the decision to start was made on."""
    if decisions.signed is not None and conditions.briefly(decisions.signed.conditions):
        st.page_link(conditions.DECISION, label="Si hvordan det går med vilkårene", icon=":material/gavel:")


def _asked(sheet: OutcomeSheet) -> None:
    own = recording.side_of_reader()
    for each in sheet.due:
        late = f" Fristen gikk ut for {count(each.late, 'dag', 'dager')} siden." if each.late else ""
        st.warning(
            f"**Tallene {each.days_after} dager etter oppstart:** {each.answered} av {len(each.lines)} er ført.{late}",
            icon=":material/edit_note:",
        )
    coming = next((each for each in sheet.rounds if not each.come), None)
    if coming is not None:
        st.write(f"Neste gang vi spør, er {day(coming.due)}, {coming.days_after} dager etter oppstart.")
    elif not sheet.due and sheet.rounds:
        st.write("Alle tallene er ført." if own else "Alle tallene er ført av kunden.")


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
    st.markdown("Dette gikk galt:\n\n" + "\n".join(f"- {_over_time(lines)}" for lines in held.values()))


def _over_time(lines: Sequence[OutcomeLine]) -> str:
    """«Overtid: 22,5 prosent etter 7 dager, 12 etter 30, 7,5 etter 90»"""
    measure = lines[0].measure
    first, *later = [f"{number(line.counts or 0.0)}" for line in lines]
    told = [f"{first}{NO_BREAK}{measure.unit.nb} etter {lines[0].days_after} dager"]
    told += [f"{figure} etter {line.days_after}" for figure, line in zip(later, lines[1:], strict=True)]
    return f"{measure.title.nb}: {', '.join(told)}"


def _remains(here: CustomerJudgement) -> None:
    """The open actions, and what was short of its requirement when it started and still is."""
    open_ = sum(planned.action.open for planned in here.plan.actions)
    short = sum(gap.open for gap in here.gaps)
    if not open_ and not short:
        st.write("Ingenting gjenstår av planen, og alt som gjelder dere, er på plass.")
        return
    if open_:
        label = f"{count(open_, 'åpent tiltak', 'åpne tiltak')} i planen"
        st.page_link(ACTIONS, label=label, icon=":material/task_alt:")
    if short:
        label = f"{count(short, 'ting', 'ting')} er fortsatt ikke på plass"
        st.page_link(GAPS, label=label, icon=":material/flag:")
    if access.may_answer():
        st.caption("Svar på nytt når noe kommer på plass, så forsvinner det herfra.")
