"""What a decision would be made on today, on screen: what is in the way, and the hard stops one by one."""

from collections.abc import Sequence

import streamlit as st

from language import VERDICTS, day, said, sentence
from language.common import UNKNOWN
from language.ui.decision import ground_shown as words
from reports.answers.age_wording import age_text
from reports.answers.wording import value_text
from reports.decision.decision_wording import reserve_text, stops_summary
from reports.review.looked_wording import unseen_text
from scoring.answers import Answer
from scoring.vocabulary import LATE, Status
from service.decision.ground import DecisionGround, StopDecided
from service.faults import BadInput
from ui import session
from ui.text import escaped

FAILS, LATE_STOPS, EXCEPTED, LEFT_OUT, COMING, MET = (
    "fails",
    "late",
    "excepted",
    "left_out",
    "coming",
    "met",
)
# Those that whoever decides must look at are shown; the others are a click away.
_SHOWN = (FAILS, LATE_STOPS, EXCEPTED, LEFT_OUT)
_MARKS = {
    FAILS: ("red", ":material/front_hand:"),
    LATE_STOPS: ("orange", ":material/alarm:"),
    EXCEPTED: ("orange", ":material/gavel:"),
    LEFT_OUT: ("gray", ":material/block:"),
    COMING: ("blue", ":material/trending_up:"),
    MET: ("green", ":material/check:"),
}


def draw(ground: DecisionGround) -> None:
    """What is in the way, the conclusion on both words, and each hard stop."""
    st.header(words.HEADING(), anchor=False)
    if ground.obstacle:
        refused = BadInput(ground.obstacle, **ground.context)
        st.info(escaped(refused.message), icon=":material/info:")
    then, judgement, by_hpas = ground.then, ground.judgement, ground.by_hpas
    if then is None or judgement is None or by_hpas is None:
        return
    st.markdown(words.SENT_IN(day=day(then.info.as_of), unseen=unseen_text(ground.unseen)))
    own, hpas = (VERDICTS[each.verdict] if each.verdict else UNKNOWN() for each in (judgement, by_hpas))
    same = "" if own == hpas else words.CONCLUSION_OF_HPAS(hpas=hpas)
    st.markdown(f"{words.CONCLUSION(own=own)}{same}")
    _answered_since(ground)
    groups = {group: [stop for stop in ground.stops if group_of(stop) == group] for group in _MARKS}
    st.markdown(stops_summary({words.GROUPS[group]: len(held) for group, held in groups.items()}))
    for group in _SHOWN:
        _stops(groups[group], group)
    rest = [(group, groups[group]) for group in _MARKS if group not in _SHOWN and groups[group]]
    if not rest:
        return
    told = words.OR().join(words.GROUPS[group] for group, _ in rest)
    box = st.expander(
        words.THE_REST(groups=told, number=sum(len(held) for _, held in rest)),
        key=session.key("decision", "rest"),
        on_change="rerun",
    )
    if box.open:
        with box:
            for group, held in rest:
                _stops(held, group)


def _answered_since(ground: DecisionGround) -> None:
    """That there are newer answers, and what they would give: nothing is decided on what HPAS has not seen."""
    here, then = ground.here, ground.then
    verdict = here.judgement.verdict
    if then is not None and here.view.marker != then.info.marker and verdict is not None:
        st.markdown(words.ANSWERED_SINCE(verdict=VERDICTS[verdict]))


def group_of(stop: StopDecided) -> str:
    """Where a hard stop stands on the graver of both words."""
    both = (stop.judged, stop.by_hpas)
    if stop.waiver is not None:
        return EXCEPTED
    if any(each.fails for each in both):
        return FAILS
    if any(each.status in (*LATE, Status.AT_RISK) for each in both):
        return LATE_STOPS
    if any(each.status is Status.NOT_APPLICABLE for each in both):
        return LEFT_OUT
    return MET if all(each.status is Status.MET for each in both) else COMING


def _stops(held: Sequence[StopDecided], group: str) -> None:
    colour, icon = _MARKS[group]
    mark = f":{colour}-badge[{icon} {words.MARKS[group]}]"
    for stop in held:
        with st.container(border=True, gap="small", key=session.name("stop", stop.judged.question.id)):
            st.markdown(f"**{said(stop.judged.question.title)}** {mark}  \n{_lines(stop)}")


def _lines(stop: StopDecided) -> str:
    judged = stop.judged
    stands = reserve_text(judged.status, judged.reserve_days, judged.as_of)
    answer = escaped(value_text(judged.question, judged.answer))
    lines = [words.ANSWER(answer=answer, stands=sentence(stands))]
    if age := age_text(judged):
        lines.append(age)
    lines.append(_hpas(stop))
    if stop.waiver is not None:
        waiver = stop.waiver
        owner, measure = escaped(waiver.owner), escaped(waiver.measure)
        lines.append(words.WAIVER(day=day(waiver.expires), owner=owner, measure=measure))
    return "  \n".join(lines)


def _hpas(stop: StopDecided) -> str:
    """HPAS's word on the answer, with how far that is from the date where it is another."""
    question, rating = stop.judged.question, stop.rating
    if question.from_programme is not None:
        return words.HPAS_ANSWERS()
    if rating is None:
        return words.HPAS_HAS_NOT_SEEN()
    if rating.agreed:
        return words.HPAS_AGREES()
    value = escaped(value_text(question, Answer(value=rating.value)))
    stands = reserve_text(stop.by_hpas.status, stop.by_hpas.reserve_days, stop.by_hpas.as_of)
    why = f" {escaped(rating.reason)}" if rating.reason else ""
    return f"{words.HPAS_MEANS(answer=value, stands=sentence(stands))}{why}"
