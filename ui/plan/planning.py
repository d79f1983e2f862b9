"""What the plan lacks, and one click from a gap to an action."""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from language import WAITING_ON, count, day
from scoring.gaps import Gap, When, by_urgency
from scoring.judgement import Judgement
from scoring.owed import owed_gaps, waits_on
from scoring.plan import to_answer_again
from service.faults import DatabaseProblem, Refused
from service.files.export import Export
from service.files.plan import CALENDAR, DECISION_BASIS, WORK_ITEMS, WORKBOOK
from service.judgement import CustomerJudgement
from service.plan.actions import create_action
from ui import access, session
from ui.change_form import say_outcome
from ui.failures import in_words
from ui.files import downloads
from ui.text import escaped

DOCUMENTS: dict[Export[Any], str] = {
    WORKBOOK: "Arbeidsbok for Excel",
    DECISION_BASIS: "Beslutningsgrunnlag som PDF",
    CALENDAR: "Frister til Outlook",
    WORK_ITEMS: "Tiltak til Azure DevOps",
}


def summary(here: CustomerJudgement) -> None:
    """What to look at first: late, without owner, too late, gaps nobody has planned for, and what only waits."""
    say_outcome()
    not_planned()
    plan, known = here.plan, _known(here.judgement)
    parted = owed_gaps(gap for gap in here.gaps if gap.open and known)
    if not plan.actions and not (here.gaps and known):
        st.write("Planen er tom. Når flere spørsmål er besvart, foreslår vi tiltak for det som mangler.")
        return
    held = plan.actions
    facts = {
        count(sum(one.overdue for one in held), "tiltak er forsinket", "tiltak er forsinket"): any(
            o.overdue for o in held
        ),
        count(sum(one.unowned for one in held), "tiltak mangler eier", "tiltak mangler eier"): any(
            o.unowned for o in held
        ),
        count(sum(one.undated for one in held), "tiltak mangler frist", "tiltak mangler frist"): any(
            one.undated for one in held
        ),
        count(sum(one.too_late for one in held), "tiltak blir for sent", "tiltak blir for sent"): any(
            one.too_late for one in held
        ),
        count(len(plan.without_action), "mangel har ikke tiltak", "mangler har ikke tiltak"): known
        and bool(plan.without_action),
    }
    shown = [text for text, holds in facts.items() if holds]
    all_well = "Alt som mangler nå, har tiltak med eier og frist." if known else "Tiltakene har eier og frist."
    st.markdown(" · ".join(f"**{text}**" for text in shown) if shown else all_well)
    if parted.others:
        st.caption(
            f"{count(len(parted.own), 'mangel', 'mangler')} er deres eget arbeid. {count(len(parted.others), 'mangel', 'mangler')} venter på andre."
        )
    only_waits(here.gaps, here.judgement)
    again = to_answer_again(plan)
    if again:
        st.info(
            f"Tiltak er gjort for {count(len(again), 'spørsmål', 'spørsmål')} som ikke er besvart på nytt. Svar på dem igjen under «Egenvurdering». "
            "Et tiltak endrer aldri et svar av seg selv.",
            icon=":material/replay:",
        )


def _known(judgement: Judgement) -> bool:
    """Whether it can be said what is missing: there is a date, and enough is answered."""
    return judgement.go_live is not None and judgement.enough


def only_waits(gaps: Iterable[Gap], judgement: Judgement) -> None:
    """Said of a customer that has nothing of its own left to do now: it waits, and does not stand still."""
    if _known(judgement) and owed_gaps(gaps).only_waits:
        st.info(
            "Alt som gjenstår nå, venter på andre. Dere står ikke stille, dere venter.", icon=":material/hourglass_top:"
        )


def without_action(here: CustomerJudgement, *, locked: bool) -> None:
    """Gaps nobody has planned anything for, with the action the question suggests."""
    gaps = here.plan.without_action
    if not gaps or not here.judgement.enough:
        return
    st.header(f"{count(len(gaps), 'mangel', 'mangler')} uten tiltak", anchor=False)
    stops = [gap for gap in gaps if gap.hard_stop]
    if stops and not locked:
        st.button(
            f"Lag tiltak for {count(len(stops), 'stoppkrav', 'stoppkrav')}",
            key="plan-stops",
            type="primary",
            icon=":material/playlist_add:",
            on_click=make,
            args=(here.view.response_id, [gap.question.id for gap in stops]),
        )
    for gap in by_urgency(gaps):
        with st.container(border=True):
            stop = " · stoppkrav" if gap.hard_stop else ""
            stop += f" · venter på {WAITING_ON[waits]}" if (waits := waits_on(gap)) else ""
            st.markdown(f"**{gap.question.title.nb}** ({_by(gap)}{stop})")
            st.markdown(gap.question.action.nb)
            if not locked:
                button(here.view.response_id, gap.question.id, "Lag tiltak")


def _by(gap: Gap) -> str:
    return f"{'skulle vært' if gap.when is When.NOW else 'skal være'} på plass {day(gap.by)}"


def button(response_id: str, question_id: str, label: str) -> None:
    """Plans the question's own action with one click."""
    st.button(
        label,
        key=session.key("plan", question_id),
        icon=":material/add:",
        on_click=make,
        args=(response_id, [question_id]),
    )


def say_outcome_briefly() -> None:
    """What became of the last click, where the page may be scrolled far down."""
    if (done := session.take("told")) is not None:
        st.toast(str(done), icon=":material/check_circle:")
    not_planned()


def not_planned() -> None:
    """Why the last click put nothing in the plan."""
    if (problem := session.take("plan-problem")) is not None:
        st.toast(f"**Ikke lagret.** {escaped(str(problem))}", icon=":material/error:", duration="infinite")


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
    session.put("told", f"{count(len(question_ids), 'tiltak', 'tiltak')} er lagt i planen. Sett eier og frist.")


def take_away(customer_id: str) -> None:
    """The plan and the rest in the forms other people use."""
    st.header("Ta planen med deg", anchor=False)
    st.write(
        "Arbeidsboken har oversikt, svar, mangler, tiltak og unntak. Beslutningsgrunnlaget er noen sider til styringsgruppen."
    )
    downloads.documents(DOCUMENTS, customer_id)
