"""What a decision would be made on today, on screen: what is in the way, and the hard stops one by one."""

from collections.abc import Sequence

import streamlit as st

from language import VERDICTS, day, sentence
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
    "rekker ikke datoen",
    "er på etterskudd eller haster",
    "har godkjent unntak",
    "er merket ikke aktuelt",
    "er i rute",
    "er på plass",
)
# Those that whoever decides must look at are shown; the others are a click away.
_SHOWN = (FAILS, LATE_STOPS, EXCEPTED, LEFT_OUT)
_MARKS = {
    FAILS: ":red-badge[:material/front_hand: Rekker ikke datoen]",
    LATE_STOPS: ":orange-badge[:material/alarm: Haster]",
    EXCEPTED: ":orange-badge[:material/gavel: Godkjent unntak]",
    LEFT_OUT: ":gray-badge[:material/block: Ikke aktuelt]",
    COMING: ":blue-badge[:material/trending_up: I rute]",
    MET: ":green-badge[:material/check: På plass]",
}


def draw(ground: DecisionGround) -> None:
    """What is in the way, the conclusion on both words, and each hard stop."""
    st.header("Det beslutningen bygger på", anchor=False)
    if ground.obstacle:
        refused = BadInput(ground.obstacle, **ground.context)
        st.info(escaped(refused.message), icon=":material/info:")
    then, judgement, by_hpas = ground.then, ground.judgement, ground.by_hpas
    if then is None or judgement is None or by_hpas is None:
        return
    st.markdown(f"Sendt inn {day(then.info.as_of)}, ferdig vurdert av HPAS. {unseen_text(ground.unseen)}")
    own, hpas = (VERDICTS[each.verdict] if each.verdict else "ukjent" for each in (judgement, by_hpas))
    same = "" if own == hpas else f" På HPAS' vurdering: **{hpas}**."
    st.markdown(f"Konklusjonen i dag, på det som ble sendt inn: **{own}**.{same}")
    _answered_since(ground)
    groups = {group: [stop for stop in ground.stops if group_of(stop) == group] for group in _MARKS}
    st.markdown(stops_summary({group: len(held) for group, held in groups.items()}))
    for group in _SHOWN:
        _stops(groups[group], group)
    rest = [(group, groups[group]) for group in _MARKS if group not in _SHOWN and groups[group]]
    if not rest:
        return
    box = st.expander(
        f"Stoppkravene som {' eller '.join(group for group, _ in rest)} ({sum(len(held) for _, held in rest)})",
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
        st.markdown(
            f"Det er svart siden. På svarene i dag: **{VERDICTS[verdict]}**. Send inn på nytt hvis beslutningen skal bygge "
            "på dem."
        )


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
    for stop in held:
        with st.container(border=True, gap="small", key=session.name("stop", stop.judged.question.id)):
            st.markdown(f"**{stop.judged.question.title.nb}** {_MARKS[group]}  \n{_lines(stop)}")


def _lines(stop: StopDecided) -> str:
    judged = stop.judged
    stands = reserve_text(judged.status, judged.reserve_days, judged.as_of)
    lines = [f"Svar: {escaped(value_text(judged.question, judged.answer))}. {sentence(stands)}."]
    if said := age_text(judged):
        lines.append(said)
    lines.append(_hpas(stop))
    if stop.waiver is not None:
        waiver = stop.waiver
        lines.append(f"Unntak til {day(waiver.expires)}, {escaped(waiver.owner)}: {escaped(waiver.measure)}")
    return "  \n".join(lines)


def _hpas(stop: StopDecided) -> str:
    """HPAS's word on the answer, with how far that is from the date where it is another."""
    question, rating = stop.judged.question, stop.rating
    if question.from_programme is not None:
        return "HPAS svarer selv på dette."
    if rating is None:
        return "HPAS har ikke sett på svaret."
    if rating.agreed:
        return "HPAS er enig."
    value = escaped(value_text(question, Answer(value=rating.value)))
    stands = reserve_text(stop.by_hpas.status, stop.by_hpas.reserve_days, stop.by_hpas.as_of)
    why = f" {escaped(rating.reason)}" if rating.reason else ""
    return f"HPAS mener: {value}. {sentence(stands)}.{why}"
