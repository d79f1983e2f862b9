"""One gap as a card in a fragment of its own: what is missing, what to do, and planning it with one click."""

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

import language
from language import WAITING_ON, count, day
from reports.answers.wording import missing
from reports.plan.plan_wording import action_text
from scoring.gaps import Gap, When
from scoring.owed import waits_on
from scoring.plan import ActionStatus, PlannedAction
from scoring.vocabulary import HardStop
from service.judgement import CustomerJudgement
from ui import access, session
from ui.answers import next_question
from ui.plan import planning
from ui.review import basis_choice
from ui.text import escaped

ANSWER = "pages/customer/answer.py"


@dataclass(frozen=True, slots=True)
class Cards:
    """What the cards of one run of the page share. `after` draws what depends on the whole plan; `drawn`: ids so far."""

    here: CustomerJudgement
    after: Callable[[CustomerJudgement], None]
    may_plan: bool
    drawn: set[str] = field(default_factory=set)


@st.fragment
def card(cards: Cards, gap: Gap) -> None:
    """Draw the gap. A click on it draws this card anew, and no other."""
    again = gap.question.id in cards.drawn
    cards.drawn.add(gap.question.id)
    here = access.customer_judgement_again(basis_choice.chosen()) if again else cards.here
    if again:
        go_on_if_asked()
        planning.say_outcome_briefly()
    # Also on the first run: a fragment may later write only where it wrote then.
    cards.after(here)
    planned = [one for one in here.plan.of(gap.question.id) if one.action.status is not ActionStatus.DROPPED]
    with st.container(border=True, key=session.name("gap", gap.question.id)):
        _badges(gap)
        st.subheader(gap.question.title.nb, anchor=False)
        lines = [
            f"**Mangler:** {escaped(missing(gap))}. {_since(gap)}",
            f"**Gjør dette:** {gap.question.action.nb}",
            *(_in_plan(one, gap) for one in planned),
        ]
        st.markdown("\n\n".join(lines))
        with st.container(horizontal=True):
            if cards.may_plan and not planned:
                planning.button(here.view.response_id, gap.question.id, "Legg i planen")
            st.button(
                "Gå til spørsmålet",
                key=session.key("go", gap.question.id),
                icon=":material/arrow_forward:",
                on_click=_go_to_question,
                args=(here.view.form.factors[gap.question.topic], gap.question.id),
                type="tertiary",
            )


def _badges(gap: Gap) -> None:
    waits = waits_on(gap)
    with st.container(horizontal=True, gap="small"):
        if gap.hard_stop:
            stop = language.sentence(language.HARD_STOPS[HardStop(gap.hard_stop)])
            st.badge(stop, color="red", icon=":material/front_hand:")
        if gap.when is When.AT_RISK:
            st.badge("Haster", color="orange", icon=":material/alarm:")
        if waits:
            st.badge(f"Venter på {WAITING_ON[waits]}", color="orange", icon=":material/hourglass_top:")
        for area in gap.question.areas:
            st.badge(language.AREAS[area], color="gray")


def _since(gap: Gap) -> str:
    if gap.when is not When.NOW:
        start = f" Det måtte vært begynt {day(gap.start_by)}." if gap.when is When.AT_RISK and gap.start_by else ""
        return f"Skal være på plass {day(gap.by)}.{start}"
    late = f", {count(gap.days_late, 'dag', 'dager')} på etterskudd" if gap.days_late else ""
    return f"Skulle vært på plass {day(gap.by)}{late}."


def _in_plan(planned: PlannedAction, gap: Gap) -> str:
    """An action that is planned for the gap; its text only when it is another than the one suggested."""
    text = planned.action.text
    own = "" if text == gap.question.action.nb else f"{escaped(text)}: "
    return f":material/task_alt: **I planen:** {own}{escaped(action_text(planned))}."


def _go_to_question(factor: str, question_id: str) -> None:
    """Remember where to go; the run that follows goes there."""
    next_question.go(factor, question_id)
    session.put(session.key("go", "to"), question_id)


def go_on_if_asked() -> None:
    """To the question someone asked for on a card."""
    if session.value(session.key("go", "to")) is not None:
        session.put(session.key("go", "to"), None)
        st.switch_page(ANSWER)
