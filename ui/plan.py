"""The plan on screen: what stands in it, what it lacks, and one click from a gap to an action."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from language import WAITING_ON, count, day
from reports.plan_wording import ACTION_STATUSES, flags_text
from scoring.gaps import Gap, When
from scoring.plan import ActionStatus, Plan, PlannedAction, to_answer_again
from scoring.waiting import split, waits_on
from service.faults import DatabaseProblem, Refused
from service.plan import ActionContent, ActionField, Owner, change_action, create_action, possible_owners
from service.situation import Situation
from service.tickets import What
from ui import access, downloads, session
from ui.attempt import told
from ui.text import escaped
from ui.trouble import in_words

DATES = "DD.MM.YYYY"
DOCUMENTS = {
    What.WORKBOOK: "Arbeidsbok for Excel",
    What.DECISION_BASIS: "Beslutningsgrunnlag som PDF",
    What.CALENDAR: "Frister til Outlook",
    What.WORK_ITEMS: "Tiltak til Azure DevOps",
}
TEXT, OWNER, DUE, STATUS, NOTE = "text", "owner", "due", "status", "note"


def summary(plan: Plan, gaps: Sequence[Gap]) -> None:
    """What to look at first: late, without owner, too late, gaps nobody has planned for, and what only waits."""
    told()
    parted = split(gap for gap in gaps if gap.when is When.NOW)
    if not plan.actions and not gaps:
        st.success("Ingen gap, og ingen tiltak trengs nå.", icon=":material/check_circle:")
        return
    held = plan.actions
    facts = {
        count(sum(one.overdue for one in held), "tiltak er forsinket", "tiltak er forsinket"): any(
            o.overdue for o in held
        ),
        count(sum(one.unowned for one in held), "tiltak mangler eier", "tiltak mangler eier"): any(
            o.unowned for o in held
        ),
        count(sum(one.too_late for one in held), "tiltak blir for sent", "tiltak blir for sent"): any(
            one.too_late for one in held
        ),
        count(len(plan.without_action), "gap har ikke tiltak", "gap har ikke tiltak"): bool(plan.without_action),
    }
    shown = [text for text, holds in facts.items() if holds]
    st.markdown(" · ".join(f"**{text}**" for text in shown) if shown else "Alle gapene har tiltak med eier og frist.")
    if parted.others:
        st.caption(
            f"{count(len(parted.own), 'gap', 'gap')} er deres eget arbeid. {count(len(parted.others), 'gap', 'gap')} venter på andre."
        )
    only_waits(gaps)
    again = to_answer_again(plan)
    if again:
        st.info(
            f"Tiltak er gjort for {count(len(again), 'spørsmål', 'spørsmål')} som ikke er besvart på nytt. Svar på dem igjen under «Egenvurdering». "
            "Et tiltak endrer aldri et svar av seg selv.",
            icon=":material/replay:",
        )


def only_waits(gaps: Iterable[Gap]) -> None:
    """Said of a customer that has nothing of its own left to do now: it waits, and does not stand still."""
    if split(gaps).only_waits:
        st.info(
            "Alt som gjenstår nå, venter på andre. Dere står ikke stille, dere venter.", icon=":material/hourglass_top:"
        )


def table(here: Situation, *, locked: bool) -> None:
    """The actions as an editable table; each cell is saved when it is left."""
    st.header("Planen", anchor=False)
    held = here.plan.actions
    if not held:
        st.write("Planen er tom. Lag tiltak fra gapene under.")
        return
    key = session.key("plan", str(session.count("plan-saved")))
    st.data_editor(
        _frame(here, held),
        key=key,
        hide_index=True,
        disabled=True if locked else ["Spørsmål", "Må være på plass", "Se på"],
        column_order=[TEXT, OWNER, DUE, STATUS, "Se på", "Må være på plass", NOTE, "Spørsmål"],
        column_config=_columns(),
        on_change=_save,
        args=(key, [one.action.id for one in held], [one.action.version for one in held], here.view.customer.id),
        width="stretch",
        alt="Tiltakene med eier, frist og status",
    )
    problem = session.take("plan-problem")
    if problem is not None:
        st.error(f"**Ikke lagret.** {escaped(str(problem))}", icon=":material/error:")
    note = session.take("plan-conflict")
    if note is not None:
        st.warning(escaped(str(note)))


def _frame(here: Situation, held: Sequence[PlannedAction]) -> pd.DataFrame:
    titles = {q.id: q.title.nb for q in here.view.form.questionnaire.questions}
    frame = pd.DataFrame(
        {
            TEXT: [one.action.text for one in held],
            OWNER: [one.action.owner for one in held],
            DUE: [one.action.due for one in held],
            STATUS: [ACTION_STATUSES[one.action.status] for one in held],
            "Se på": [flags_text(one) for one in held],
            "Må være på plass": [one.must_be for one in held],
            NOTE: [one.action.note for one in held],
            "Spørsmål": [titles.get(one.action.question_id, one.action.question_id) for one in held],
        }
    )
    return frame.astype({TEXT: "string", OWNER: "string", NOTE: "string"})


def _columns() -> dict[str, Any]:
    return {
        TEXT: st.column_config.TextColumn("Tiltak", max_chars=2_000, width="medium", required=True),
        OWNER: st.column_config.TextColumn("Eier", max_chars=200, width="small"),
        DUE: st.column_config.DateColumn("Frist", format=DATES),
        STATUS: st.column_config.SelectboxColumn("Status", options=list(ACTION_STATUSES.values()), required=True),
        "Må være på plass": st.column_config.DateColumn(format=DATES),
        NOTE: st.column_config.TextColumn("Notat", max_chars=2_000, width="medium"),
    }


def _save(key: str, ids: Sequence[str], versions: Sequence[int], customer_id: str) -> None:
    """Save the cells that were changed; called by the table."""
    edit_no = session.next_edit()
    changes = session.value(key)
    rows = changes.get("edited_rows", {}) if isinstance(changes, dict) else {}
    try:
        for place, cells in rows.items():
            number = int(place)
            _save_row(ids[number], versions[number], cells, customer_id, edit_no)
    except (Refused, DatabaseProblem) as problem:
        session.put("plan-problem", in_words(problem))
        return
    session.bump("plan-saved")


def _save_row(action_id: str, version: int, cells: dict[str, Any], customer_id: str, edit_no: int) -> None:
    ws, actor = access.workspace(), access.actor()
    wanted = {
        ActionField(name): _content(name, held, customer_id)
        for name, held in cells.items()
        if name in list(ActionField)
    }
    saved = change_action(ws, actor, action_id, wanted, base_version=version, session=session.tab(), edit_no=edit_no)
    for conflict in saved.conflicts.values():
        session.put(
            "plan-conflict",
            f"En annen hadde endret det samme til «{conflict.content or 'tomt'}». Det du skrev, gjelder nå.",
        )


def _content(name: str, held: object, customer_id: str) -> ActionContent:
    if name == DUE:
        return date.fromisoformat(str(held)[:10]) if held else None
    if name == STATUS:
        return next((status for status, word in ACTION_STATUSES.items() if word == held), ActionStatus.PLANNED)
    if name == OWNER:
        return _owner(str(held or "").strip(), customer_id)
    return str(held).strip() if held else None


def _owner(name: str, customer_id: str) -> Owner | None:
    """A member when the name is one of theirs, else just the name."""
    if not name:
        return None
    members = {
        called.casefold(): member_id
        for member_id, called in possible_owners(access.workspace(), access.actor(), customer_id)
    }
    member_id = members.get(name.casefold())
    return Owner(member_id=member_id) if member_id else Owner(name=name)


def without_action(here: Situation, *, locked: bool) -> None:
    """Gaps nobody has planned anything for, with the action the question suggests."""
    gaps = here.plan.without_action
    if not gaps:
        return
    st.header(f"{count(len(gaps), 'gap', 'gap')} uten tiltak", anchor=False)
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
    for gap in sorted(gaps, key=lambda gap: (gap.hard_stop is None, gap.by)):
        with st.container(border=True):
            stop = " · stoppkrav" if gap.hard_stop else ""
            stop += f" · venter på {WAITING_ON[waits]}" if (waits := waits_on(gap)) else ""
            st.markdown(f"**{gap.question.title.nb}** (skulle vært på plass {day(gap.by)}{stop})")
            st.markdown(gap.question.action.nb)
            if not locked:
                button(here.view.response_id, gap.question.id, "Lag tiltak")


def button(response_id: str, question_id: str, label: str) -> None:
    """Plans the question's own action with one click."""
    st.button(
        label,
        key=session.key("plan", question_id),
        icon=":material/add:",
        on_click=make,
        args=(response_id, [question_id]),
    )


def told_briefly() -> None:
    """What became of the last click, where the page may be scrolled far down."""
    if (done := session.take("told")) is not None:
        st.toast(str(done), icon=":material/check_circle:")
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
    session.bump("plan-saved")


def take_away(customer_id: str) -> None:
    """The plan and the rest in the forms other people use."""
    st.header("Ta planen med deg", anchor=False)
    st.write(
        "Arbeidsboken har oversikt, svar, gap, tiltak og unntak. Beslutningsgrunnlaget er noen sider til styringsgruppen."
    )
    downloads.documents(DOCUMENTS, customer_id)
