"""Quality review on screen: one snapshot, hard stops and big changes first, HPAS's rating beside the customer's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from language import STATES, STATUSES, VERDICTS, count, day, points, sentence
from reports.answers.wording import value_text
from scoring.answers import NO_ANSWER, Answer
from scoring.basis import Basis, answers_on_basis
from scoring.disagreement import disagreements
from scoring.judgement import Judgement
from scoring.portfolio.changes import AnswerChange, review_order
from scoring.questionnaire import Question, ShareQuestion
from service.answers.encodings import yardstick_of
from service.faults import DatabaseProblem, Refused
from service.files.review import ALL_SNAPSHOTS
from service.people.actor import Actor
from service.review.ratings import QueuedReview, changes_from, judged, rate, ratings
from service.review.submissions import SnapshotView, State, move, open_snapshot
from service.workspace import Workspace
from ui import access, session
from ui.answers import inputs
from ui.change_form import make_change, say_outcome
from ui.failures import in_words
from ui.files import downloads
from ui.text import escaped, plain

AT_ONCE = 10
_CHOSEN = session.key("review", "chosen")


@dataclass(frozen=True, slots=True)
class Review:
    """The snapshot that is looked at, as the page has read it. `drawn`: the questions whose card has been drawn from it.

    moved: what has changed since the customer sent in the time before.
    """

    view: SnapshotView
    moved: Sequence[AnswerChange]
    drawn: set[str] = field(default_factory=set)


def chosen(ws: Workspace, actor: Actor, waiting: Sequence[QueuedReview]) -> Review | None:
    """The snapshot that is chosen, or the one that has waited longest when none is."""
    if not waiting:
        return None
    held = session.value(_CHOSEN)
    one = next((each for each in waiting if each.info.id == held), waiting[0])
    view = open_snapshot(ws, actor, one.info.id)
    return Review(view, changes_from(view, open_snapshot(ws, actor, one.before.id)) if one.before else [])


def pick(waiting: Sequence[QueuedReview]) -> None:
    """The queue, what has waited longest first."""
    say_outcome()
    if not waiting:
        st.success("Ingenting venter på kvalitetssikring.", icon=":material/check_circle:")
        return
    labels = {one.info.id: _label(one) for one in waiting}
    st.selectbox(
        f"{count(len(waiting), 'vurdering venter', 'vurderinger venter')}",
        list(labels),
        format_func=labels.__getitem__,
        key=_CHOSEN,
    )


def _label(one: QueuedReview) -> str:
    verdict = VERDICTS[one.verdict] if one.verdict else "ingen dato"
    return f"{one.customer.name}, sendt {day(one.info.as_of)}: {verdict}, {one.failed_stops} stoppkrav svikter, {one.big_changes} store endringer"


def draw(review: Review) -> None:
    """The whole review of one snapshot."""
    view = review.view
    judgement = judged(view)
    plain(view.customer.name)
    st.caption(f"{sentence(STATES[view.state])}. Sendt {count(view.info.days_left, 'dag', 'dager')} før oppstart.")
    if view.state is State.SENT:
        _begin(view)
        return
    _both_bases(view, judgement)
    _disagreement(view)
    _questions(review, judgement)
    _hand_back(view)


def _begin(view: SnapshotView) -> None:
    st.write("Når du begynner, kan kunden ikke lenger ta den tilbake.")
    if st.button("Begynn kvalitetssikringen", type="primary", key="begin-review"):
        _move(view, State.IN_REVIEW, None, "Kvalitetssikringen er begynt.")


def _move(view: SnapshotView, to: State, comment: str | None, done: str) -> None:
    ws, actor = access.workspace(), access.actor()
    make_change(lambda: move(ws, actor, view.info.id, to, expected=view.state, comment=comment), done)


def _both_bases(view: SnapshotView, own: Judgement) -> None:
    """The conclusion on the customer's word and on HPAS's."""
    ours = judged(view, answers_on_basis(view.answers, ratings(view), Basis.HPAS))
    for name, judgement in {"Kundens vurdering": own, "HPAS' vurdering": ours}.items():
        verdict = VERDICTS[judgement.verdict] if judgement.verdict else "ingen dato"
        readiness = "" if judgement.overall.readiness is None else f", {points(judgement.overall.readiness)} % på plass"
        st.markdown(f"**{name}:** {verdict}{readiness}")


def _disagreement(view: SnapshotView) -> None:
    """Where the two are apart, the farthest first."""
    hpas = answers_on_basis(view.answers, ratings(view), Basis.HPAS)
    info = view.info
    found = disagreements(
        info.customer_id, yardstick_of(view.form), view.answers, hpas, go_live=info.go_live, as_of=info.as_of
    )
    if not found:
        return
    titles = {q.id: q.title.nb for q in view.form.questionnaire.questions}
    with st.expander(f"Uenighet om {count(len(found), 'spørsmål', 'spørsmål')}", icon=":material/compare_arrows:"):
        frame = pd.DataFrame(
            {
                "Spørsmål": [titles[one.question_id] for one in found],
                "Kunden %": [_percent(one.own) for one in found],
                "HPAS %": [_percent(one.hpas) for one in found],
                "Avstand · vekt": [round(one.distance, 2) for one in found],
            }
        )
        st.dataframe(frame, hide_index=True, width="stretch", alt="Spørsmål med uenighet, størst avstand først")


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share)


def _questions(review: Review, judgement: Judgement) -> None:
    order = review_order(judgement, review.moved)
    pages = -(-len(order) // AT_ONCE)
    number = st.segmented_control(
        f"{len(review.view.ratings)} av {len(order)} er sett på. Stoppkrav og store endringer først.",
        range(1, pages + 1),
        default=1,
        required=True,
        key=session.key("review", "page"),
    )
    start = ((number or 1) - 1) * AT_ONCE
    changed = {change.question_id for change in review.moved if change.big}
    for question_id in order[start : start + AT_ONCE]:
        _card(review, question_id, status=_status(judgement, question_id), changed=question_id in changed)


def _status(judgement: Judgement, question_id: str) -> str:
    status = judgement.questions[question_id].status
    return STATUSES[status] if status else ""


@st.fragment
def _card(review: Review, question_id: str, *, status: str, changed: bool) -> None:
    """One question: what the customer said, and what HPAS says. Drawn again by itself, it is read again."""
    view = _again(review.view.info.id) if question_id in review.drawn else review.view
    review.drawn.add(question_id)
    question = view.form.questionnaire.by_id[question_id]
    answer = view.answers.get(question_id, NO_ANSWER)
    with st.container(border=True, key=session.name("review", question_id)):
        marks = [
            status,
            *(["stoppkrav"] if question.hard_stop else []),
            *(["stor endring siden sist"] if changed else []),
        ]
        st.caption(" · ".join(mark for mark in marks if mark))
        st.subheader(question.title.nb, anchor=False)
        st.caption("Kunden svarer:")
        plain(value_text(question, answer))
        for text in (answer.comment, answer.evidence):
            if text:
                plain(text)
        _rating(view, question)


def _again(snapshot_id: str) -> SnapshotView:
    with access.reading() as (ws, actor):
        return open_snapshot(ws, actor, snapshot_id)


def _rating(view: SnapshotView, question: Question) -> None:
    rated = view.ratings.get(question.id)
    if rated is not None:
        st.caption(":material/check: HPAS er enig." if rated.agreed else ":material/close: HPAS er uenig:")
        if not rated.agreed:
            plain(value_text(question, Answer(value=rated.value)))
            plain(rated.reason or "")
    problem = session.take(session.key("review", "problem", question.id))
    if problem is not None:
        st.error(f"**Ikke lagret.** {escaped(str(problem))}", icon=":material/error:")
    st.button(
        "Enig", key=session.key("review", "agree", question.id), on_click=_agree, args=(view.info.id, question.id)
    )
    box = st.expander("Uenig: gi egen vurdering", key=session.key("review", "own", question.id), on_change="rerun")
    if box.open:
        with box:
            _own(view, question)


def _own(view: SnapshotView, question: Question) -> None:
    answer = view.answers.get(question.id, NO_ANSWER)
    rated = view.ratings.get(question.id)
    stored = rated.value if rated is not None and not rated.agreed else answer.value
    field = inputs.Field(
        question=question, stored=stored, version=0, save=_nothing_yet, locked=False, space=inputs.RATING
    )
    inputs.draw(field)
    why = session.key("review", "reason", question.id)
    st.text_area("Begrunnelse", key=why, max_chars=10_000, height=80)
    st.button(
        "Lagre vurderingen",
        key=session.key("review", "save", question.id),
        type="primary",
        on_click=_disagree,
        args=(view.info.id, question, why),
    )


def _nothing_yet() -> None:
    """A rating is saved by its button, together with its reason."""


def _agree(snapshot_id: str, question_id: str) -> None:
    _say(question_id, lambda: rate(access.workspace(), access.actor(), snapshot_id, question_id, agreed=True))


def _disagree(snapshot_id: str, question: Question, why: str) -> None:
    def say() -> None:
        held = session.value(inputs.value_key(question, space=inputs.RATING))
        untouched = held is None and not isinstance(question, ShareQuestion)
        value = None if untouched else inputs.read(question, inputs.RATING)
        reason = str(session.value(why) or "")
        rate(access.workspace(), access.actor(), snapshot_id, question.id, agreed=False, value=value, reason=reason)

    _say(question.id, say)


def _say(question_id: str, say: Callable[[], None]) -> None:
    try:
        say()
    except (Refused, DatabaseProblem) as problem:
        session.put(session.key("review", "problem", question_id), in_words(problem))


def _hand_back(view: SnapshotView) -> None:
    st.header("Gi den tilbake", anchor=False)
    comment = st.text_area("Kommentar til kunden", key=session.key("review", "comment", view.info.id), max_chars=10_000)
    with st.container(horizontal=True):
        if st.button("Ferdig vurdert", type="primary", key="review-done"):
            _move(view, State.REVIEWED, comment or None, "Vurderingen er gitt tilbake til kunden.")
        if st.button("Send tilbake med kommentarer", key="review-return"):
            _move(view, State.RETURNED, comment or None, "Vurderingen er sendt tilbake til kunden.")


def take_away() -> None:
    st.header("Alt som er sendt inn", anchor=False)
    st.write("Hver innsending med dato, avstand til oppstart, hvem som sendte den, og hva som er blitt av den.")
    downloads.buttons(ALL_SNAPSHOTS)
