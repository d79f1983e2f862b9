"""What the plan lacks, actions of one's own, and one click for all hard stops that nobody has planned for."""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from language import Both
from language.common import NOT_SAVED
from language.ui.plan import planning as words
from scoring.gaps import Gap
from scoring.judgement import Judgement
from scoring.owed import owed_gaps
from scoring.plan import to_answer_again
from service.answers.assignments import Assignee
from service.faults import DatabaseProblem, Refused
from service.files.export import Export
from service.files.plan import CALENDAR, DECISION_BASIS, WORK_ITEMS, WORKBOOK
from service.judgement import CustomerJudgement
from service.plan.actions import create_action
from ui import access, session
from ui.change_form import say_outcome
from ui.failures import in_words
from ui.files import downloads, offered
from ui.plan import plan_form
from ui.plan.plan_form import Proposal
from ui.text import escaped

DOCUMENTS: dict[Export[Any], Both] = {
    WORKBOOK: words.WORKBOOK,
    DECISION_BASIS: words.DECISION_BASIS,
    CALENDAR: words.CALENDAR,
    WORK_ITEMS: words.WORK_ITEMS,
}


def summary(here: CustomerJudgement) -> None:
    """What to look at first: late, without owner, too late, gaps nobody has planned for, and what only waits."""
    say_outcome()
    not_planned()
    plan, known = here.plan, _known(here.judgement)
    held, facts = plan.actions, _facts(here)
    if not held:
        st.write(_nothing_yet(here))
    elif facts:
        st.markdown(" · ".join(f"**{text}**" for text in facts))
    else:
        st.write(words.ALL_PLANNED() if known else words.ALL_WHOLE())
    only_waits(here.gaps, here.judgement)
    again = to_answer_again(plan)
    if again:
        st.info(words.ANSWER_AGAIN(len(again)), icon=":material/replay:")


def _nothing_yet(here: CustomerJudgement) -> str:
    if here.judgement.go_live is None:
        return words.EMPTY_NO_DATE()
    if not here.judgement.enough:
        return words.EMPTY_TOO_FEW()
    return words.EMPTY()


def _facts(here: CustomerJudgement) -> list[str]:
    """What is amiss with the plan, each in a few words."""
    held = here.plan.actions
    left = len(here.plan.without_action) if _known(here.judgement) else 0
    told = [
        (sum(one.overdue for one in held), words.OVERDUE),
        (sum(one.unowned for one in held), words.UNOWNED),
        (sum(one.undated for one in held), words.UNDATED),
        (sum(one.too_late for one in held), words.TOO_LATE),
        (left, words.WITHOUT_ACTION),
    ]
    return [fact(number) for number, fact in told if number]


def _known(judgement: Judgement) -> bool:
    """Whether it can be said what is missing: there is a date, and enough is answered."""
    return judgement.go_live is not None and judgement.enough


def only_waits(gaps: Iterable[Gap], judgement: Judgement) -> None:
    """Said of a customer that has nothing of its own left to do now: it waits, and does not stand still."""
    if _known(judgement) and owed_gaps(gaps).only_waits:
        st.info(words.ONLY_WAITS(), icon=":material/hourglass_top:")


def stops_without_action(here: CustomerJudgement, *, locked: bool) -> None:
    """One click for all the hard stops nobody has planned for, with the action each question suggests."""
    stops = [gap for gap in here.plan.without_action if gap.hard_stop]
    if stops and not locked and _known(here.judgement):
        st.button(
            words.MAKE_FOR_STOPS(len(stops)),
            key="plan-stops",
            icon=":material/playlist_add:",
            on_click=make,
            args=(here.view.response_id, [gap.question.id for gap in stops]),
        )


def own_action(here: CustomerJudgement, people: Sequence[Assignee], *, locked: bool) -> None:
    """A form for what must be done and belongs to no question."""
    if locked:
        return
    with st.expander(words.OWN_ACTION(), icon=":material/add:", key="own-action"):
        plan_form.draw(Proposal(here.view.response_id, None, "", None), people, scope="app")


def say_outcome_briefly() -> None:
    """What became of the last click, where the page may be scrolled far down."""
    if (done := session.take("told")) is not None:
        st.toast(str(done), icon=":material/check_circle:")
    not_planned()


def not_planned() -> None:
    """Why the last click put nothing in the plan."""
    if (problem := session.take("plan-problem")) is not None:
        st.toast(f"**{NOT_SAVED()}** {escaped(str(problem))}", icon=":material/error:", duration="infinite")


def make(response_id: str, question_ids: Sequence[str]) -> None:
    """Called by a button: one action per question, with the text the questionnaire suggests."""
    try:
        for question_id in question_ids:
            create_action(
                access.workspace(),
                access.actor(),
                response_id,
                question_id,
                session=session.tab(),
                edit_no=session.next_edit(),
            )
    except (Refused, DatabaseProblem) as problem:
        session.put("plan-problem", in_words(problem))
        return
    session.put("told", words.MADE(len(question_ids)))


def take_away(here: CustomerJudgement) -> None:
    """The plan and the rest in the forms other people use; what would be empty is not offered."""
    found = offered.offer(here).files
    st.header(words.TAKE_AWAY(), anchor=False)
    st.write(words.WHAT_IS_IN_IT())
    held = {export: label() for export, label in DOCUMENTS.items() if export in found}
    downloads.documents(held, here.view.customer.id)
