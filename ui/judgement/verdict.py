"""The conclusion with its reasons: one sentence for each, and the questions they speak of."""

from collections.abc import Callable

import streamlit as st

from language import said
from language.ui.judgement import verdict as words
from reports.answers.age_wording import how_many_old
from reports.judgement.gap_wording import reserve_briefly
from reports.judgement.verdict_wording import headline, next_stops, reason_text
from reports.plan.phase_wording import overlaps_text
from scoring.judgement import Judgement
from scoring.reasons import Reason
from scoring.vocabulary import Verdict
from ui import access

MOST_SHOWN = 5
_BOX: dict[Verdict, Callable[..., object]] = {
    Verdict.NOT_READY: st.error,
    Verdict.UNDECIDED: st.info,
    Verdict.BEHIND: st.warning,
    Verdict.CONDITIONAL: st.warning,
    Verdict.ON_TRACK: st.info,
    Verdict.READY: st.success,
    Verdict.IN_USE: st.success,
}
ICONS = {
    Verdict.NOT_READY: ":material/front_hand:",
    Verdict.UNDECIDED: ":material/help:",
    Verdict.BEHIND: ":material/alarm:",
    Verdict.CONDITIONAL: ":material/rule:",
    Verdict.ON_TRACK: ":material/trending_up:",
    Verdict.READY: ":material/check_circle:",
    Verdict.IN_USE: ":material/rocket_launch:",
}


def box(judgement: Judgement) -> None:
    """The conclusion in colour, sign and words."""
    if judgement.verdict is None:
        st.info(words.NO_DATE(what_to_do=access.to_set_a_date()), icon=":material/event:")
        return
    lines = [f"**{headline(judgement)}**"]
    if judgement.verdict is Verdict.ON_TRACK and not judgement.overall.expected:
        lines.append(words.NOTHING_EXPECTED())
    lines += [_reason(judgement, reason) for reason in judgement.reasons]
    lines += [coming] if (coming := next_stops(judgement)) else []
    lines += [moving] if (moving := overlaps_text(judgement.phases)) else []
    lines += [old] if (old := how_many_old(judgement)) else []
    _BOX[judgement.verdict]("\n\n".join(lines), icon=ICONS[judgement.verdict])


def _reason(judgement: Judgement, reason: Reason) -> str:
    """The rule in a sentence, and the first questions by name. Before enough is answered nothing is counted."""
    if judgement.verdict is Verdict.UNDECIDED:
        return words.ANSWER_MORE()
    if not reason.questions:
        return reason_text(reason)
    shown = [judgement.questions[found] for found in reason.questions[:MOST_SHOWN]]
    more = len(reason.questions) - len(shown)
    lines = [f"- {said(each.question.title)}{reserve_briefly(each)}" for each in shown] + (
        [words.AND_MORE(more)] if more else []
    )
    return f"{reason_text(reason)}\n\n" + "\n".join(lines)
