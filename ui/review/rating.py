"""One review on screen: what to look at by rule, HPAS's word on each, all the rest in one act, and handing it back."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from language import (
    BASES,
    DAYS,
    QUESTIONNAIRES,
    STATES,
    VERDICTS,
    clock,
    day,
    listed,
    moment,
    number,
    points,
    said,
    sentence,
)
from language.common import ANSWERS
from language.ui.review import rating as words
from reports.review.looked_wording import looked_text, unseen_text
from scoring.answers import NO_ANSWER
from scoring.basis import Basis, answers_on_basis
from scoring.disagreement import disagreements
from scoring.review.looked_at import is_answered
from service.answers.encodings import yardstick_of
from service.faults import Refused
from service.people.actor import Actor
from service.review.open_review import OpenReview, looked_at_of, open_review
from service.review.ratings import agree_together, judged, ratings
from service.review.submission_states import HANDED_BACK
from service.review.submissions import SnapshotView, State, move
from service.workspace import Workspace
from ui import access, paging, session
from ui.change_form import make_change, say_outcome
from ui.review import card, queue_table
from ui.text import escaped, plain

AT_ONCE = 8
PROPOSED, UNSEEN, ALL = "proposed", "unseen", "all"
_SHOWN, _PAGE = session.key("review", "shown"), "review"


def chosen(ws: Workspace, actor: Actor) -> OpenReview | None:
    """The review that stands in the address; `None` when none does, or it is not there."""
    held = session.chosen(session.SNAPSHOT)
    if held is None:
        return None
    try:
        return open_review(ws, actor, held)
    except Refused as refused:
        session.put(_NOT_THERE, refused.message)
        return None


_NOT_THERE = session.key("review", "not-there")


def missing() -> None:
    """What was wrong with the address."""
    told = session.take(_NOT_THERE)
    if told is not None:
        st.warning(escaped(str(told)))


def draw(review: OpenReview) -> None:
    """The whole review of one snapshot."""
    view = review.view
    st.button(words.BACK(), icon=":material/arrow_back:", key=session.key("review", "back"), on_click=_leave)
    say_outcome()
    st.subheader(escaped(view.customer.name), anchor=False)
    st.caption(_about(view))
    _others(review)
    if view.state is State.SENT:
        _begin(view)
        return
    if view.state is State.REOPENED:
        st.info(words.TAKEN_BACK())
        return
    _both_bases(review)
    _questions(review)
    if view.state in HANDED_BACK:
        _again(view)
    else:
        _hand_back(view)


def _leave() -> None:
    paging.go_to(_PAGE, 1)
    queue_table.close()


def _about(view: SnapshotView) -> str:
    info = view.info
    return words.ABOUT(
        kind=sentence(QUESTIONNAIRES[view.customer.customer_type]),
        state=sentence(STATES[view.state]),
        day=day(info.as_of),
        days=DAYS(info.days_left),
    )


def _others(review: OpenReview) -> None:
    if review.others:
        told = [words.ONE_OTHER(name=escaped(name), when=clock(at)) for name, at in review.others]
        st.info(words.OTHERS(who=listed(told)), icon=":material/group:")


def _begin(view: SnapshotView) -> None:
    st.write(words.BEFORE_BEGINNING())
    if st.button(words.BEGIN(), type="primary", key="begin-review"):
        _move(view, State.IN_REVIEW, None, words.BEGUN())


def _move(view: SnapshotView, to: State, comment: str | None, done: str, *, unseen: int = 0) -> None:
    ws, actor = access.workspace(), access.actor()
    make_change(lambda: move(ws, actor, view.info.id, to, expected=view.state, comment=comment, unseen=unseen), done)


def _both_bases(review: OpenReview) -> None:
    """The conclusion on the customer's word and on HPAS's, and how much HPAS has looked at."""
    view = review.view
    hpas = answers_on_basis(view.answers, ratings(view), Basis.HPAS)
    for basis, judgement in {Basis.CUSTOMER: review.judgement, Basis.HPAS: judged(view, hpas)}.items():
        readiness = judgement.overall.readiness
        told = words.CONCLUSION if readiness is None else words.CONCLUSION_AND_READINESS
        st.markdown(
            told(
                whose=sentence(BASES[basis]),
                verdict=VERDICTS[judgement.verdict] if judgement.verdict else words.NO_DAY(),
                points=points(readiness),
                n=number(len(judgement.failing)),
            )
        )
    looked = looked_at_of(view)
    st.markdown(f"{looked_text(looked)} {unseen_text(looked.unseen)}")
    _disagreement(view)


def _disagreement(view: SnapshotView) -> None:
    """Where the two are apart, the farthest first."""
    if all(rated.agreed for rated in view.ratings.values()):
        return
    box = st.expander(words.APART(), icon=":material/compare_arrows:", key="review-apart", on_change="rerun")
    if not box.open:
        return
    info, hpas = view.info, answers_on_basis(view.answers, ratings(view), Basis.HPAS)
    found = disagreements(
        info.customer_id, yardstick_of(view.form), view.answers, hpas, go_live=info.go_live, as_of=info.as_of
    )
    titles = {q.id: said(q.title) for q in view.form.questionnaire.questions}
    frame = pd.DataFrame(
        {
            words.QUESTION(): [titles[one.question_id] for one in found],
            words.CUSTOMER_PERCENT(): [_percent(one.own) for one in found],
            words.HPAS_PERCENT(): [_percent(one.hpas) for one in found],
            words.WEIGHTED_DISTANCE(): [round(one.distance, 2) for one in found],
        }
    )
    box.dataframe(frame, hide_index=True, width="stretch", alt=words.TABLE())


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share)


def _questions(review: OpenReview) -> None:
    shown = _choice(review)
    page = min(paging.chosen(_PAGE), max(1, -(-len(shown) // AT_ONCE)))
    here = shown[(page - 1) * AT_ONCE :][:AT_ONCE]
    if not here:
        st.write(words.NO_QUESTIONS())
    cards = card.Cards(review)
    for question_id in here:
        card.draw(cards, question_id)
    if review.view.state is State.IN_REVIEW:
        _together(review, here, page)
    paging.buttons(_PAGE, page, -(-len(shown) // AT_ONCE))


def _choice(review: OpenReview) -> list[str]:
    """The questions that are shown, the proposed first."""
    rest = [id_ for id_, judged in review.judgement.questions.items() if judged.own and id_ not in review.proposals]
    lists = {
        PROPOSED: list(review.proposals),
        UNSEEN: [id_ for id_ in (*review.proposals, *rest) if id_ in _unrated(review)],
        ALL: [*review.proposals, *rest],
    }
    held = st.segmented_control(
        words.LOOKING_AT(),
        list(lists),
        default=PROPOSED,
        required=True,
        format_func=lambda name: f"{words.LISTS[name]} ({len(lists[name])})",
        key=_SHOWN,
        on_change=paging.go_to,
        args=(_PAGE, 1),
    )
    st.caption(words.ABOUT_PROPOSED())
    return lists[held or PROPOSED]


def _unrated(review: OpenReview) -> list[str]:
    """The questions with an answer that HPAS has said nothing of, in the order of the form."""
    view = review.view
    return [
        id_
        for id_, judged in review.judgement.questions.items()
        if judged.own and id_ not in view.ratings and is_answered(view.answers.get(id_, NO_ANSWER))
    ]


def _together(review: OpenReview, here: Sequence[str], page: int) -> None:
    """Agree with what is on the page and nobody has said anything of, and with all that no rule names."""
    unrated = _unrated(review)
    on_page = [id_ for id_ in here if id_ in unrated]
    # What is rated leaves the list of the unseen, and what comes in its place has not been before anyone's eyes.
    drawn = str(session.drawn(session.key("drawn", "review", review.view.info.id), " ".join(on_page))).split()
    looked = [id_ for id_ in drawn if id_ in unrated]
    rest = [id_ for id_ in unrated if id_ not in review.proposals]
    with st.container(horizontal=True):
        if on_page and st.button(words.AGREE_ON_PAGE(), key="agree-page", icon=":material/done_all:"):
            _agree_all(review.view, looked, page + 1 if session.value(_SHOWN) == PROPOSED else page, seen=True)
        others = words.AGREE_UNCHANGED if review.before else words.AGREE_NOT_PROPOSED
        if rest and st.button(others(n=len(rest)), key="agree-rest"):
            _agree_all(review.view, rest, page, seen=False)


def _agree_all(view: SnapshotView, question_ids: Sequence[str], then: int, *, seen: bool) -> None:
    def change() -> str:
        agreed = agree_together(access.workspace(), access.actor(), view.info.id, question_ids, seen=seen)
        paging.go_to(_PAGE, then)
        return words.AGREED(answers=ANSWERS(agreed))

    make_change(change)


def _hand_back(view: SnapshotView) -> None:
    st.header(words.HAND_BACK(), anchor=False)
    comment = st.text_area(words.COMMENT(), key=session.key("review", "comment", view.info.id), max_chars=10_000)
    unseen, known = looked_at_of(view).unseen, True
    if unseen:
        # The number is part of the key: who has confirmed one number has not confirmed another.
        known = st.checkbox(
            words.KNOWN(answers=ANSWERS(unseen)),
            key=session.key("review", "known", str(unseen)),
        )
    with st.container(horizontal=True):
        if st.button(words.DONE(), type="primary", key="review-done"):
            done = words.GIVEN_BACK()
            _move(view, State.REVIEWED, comment or None, done, unseen=unseen if known else -1)
        if st.button(words.RETURN(), key="review-return"):
            _move(view, State.RETURNED, comment or None, words.RETURNED())


def _again(view: SnapshotView) -> None:
    """What became of it, and the way to open it again."""
    st.header(words.WHAT_HAPPENED(), anchor=False)
    for each in view.events:
        st.markdown(f"- {moment(each.at)}: {STATES[each.state]}")
        if each.comment:
            plain(each.comment)
    with st.expander(words.OPEN_AGAIN(), icon=":material/lock_open:"), st.form("review-again"):
        reason = st.text_area(words.WHY(), max_chars=10_000)
        if st.form_submit_button(words.OPEN()):
            _move(view, State.IN_REVIEW, reason, words.OPENED_AGAIN())
