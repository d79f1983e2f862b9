"""One answer in a review: what is expected, what the customer said now and last time, what counts, and HPAS's word on it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from language import STATUSES, clock, said
from language.common import NOT_SAVED
from language.ui.review import card as words
from reports.answers.age_wording import MUST_BE_CONFIRMED
from reports.answers.csv_write import row_title
from reports.answers.wording import amounts_to, expected_text, row_text, value_text
from scoring.answers import NO_ANSWER, Answer, Matrix
from scoring.questionnaire import LevelQuestion, MatrixQuestion, Question, ShareQuestion
from scoring.review.looked_at import Manner
from service.faults import DatabaseProblem, Refused
from service.review.open_review import OpenReview
from service.review.ratings import rate
from service.review.submissions import GivenRating, SnapshotView, State, open_snapshot
from ui import access, session
from ui.answers import inputs
from ui.failures import in_words
from ui.text import escaped, plain

MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Cards:
    """What the cards of a page are drawn from. `drawn`: the questions whose card has been drawn from it."""

    review: OpenReview
    drawn: set[str] = field(default_factory=set)


@st.fragment
def draw(cards: Cards, question_id: str) -> None:
    """Drawn again by itself, what HPAS has said is read again."""
    review = cards.review
    view = _again(review.view.info.id) if question_id in cards.drawn else review.view
    cards.drawn.add(question_id)
    question = view.form.questionnaire.by_id[question_id]
    with st.container(border=True, key=session.name("review", question_id)):
        _head(review, question)
        _said(review, question)
        _criteria(question, view)
        _rated(view.ratings.get(question_id), question)
        if view.state is State.IN_REVIEW:
            _say_so(view, question)


def _again(snapshot_id: str) -> SnapshotView:
    with access.reading() as (ws, actor):
        return open_snapshot(ws, actor, snapshot_id)


def _head(review: OpenReview, question: Question) -> None:
    judged = review.judgement.questions[question.id]
    why = [words.WHY[each] for each in review.proposals.get(question.id, ())]
    status = [STATUSES[judged.status]] if judged.status else []
    old = [MUST_BE_CONFIRMED()] if judged.stale else []
    marks = " · ".join([*status, *old, *why])
    st.markdown(f":small[{question.id} · {marks}]\n\n#### {said(question.title)}", anchors=False)
    amounts = amounts_to(judged)
    if amounts:
        st.markdown(escaped(amounts))


def _said(review: OpenReview, question: Question) -> None:
    """The answer now, and last time where it was another."""
    answer = review.view.answers.get(question.id, NO_ANSWER)
    st.caption(words.CUSTOMER_SAYS())
    plain("\n".join(_lines(question, answer)))
    if review.before is None:
        return
    if question.id not in review.changed:
        st.caption(words.SAME_AS_BEFORE())
        return
    st.caption(words.AT_LAST_REVIEW())
    asked_then = review.before.form.questionnaire.by_id.get(question.id, question)
    plain("\n".join(_lines(asked_then, review.before.answers.get(question.id, NO_ANSWER))))


def _lines(question: Question, answer: Answer) -> list[str]:
    lines = [value_text(question, answer)]
    if isinstance(question, MatrixQuestion) and isinstance(answer.value, Matrix):
        rows = [
            f"· {row_title(question, row.row)}: {row_text(row) or words.NOT_FILLED_IN()}" for row in answer.value.rows
        ]
        lines += rows[:MOST_ROWS]
        lines += [words.MORE_ROWS(len(rows) - MOST_ROWS)] if len(rows) > MOST_ROWS else []
    lines += [words.COMMENT(text=answer.comment)] if answer.comment else []
    lines += [words.PROOF(text=answer.evidence)] if answer.evidence else []
    return lines


def _criteria(question: Question, view: SnapshotView) -> None:
    box = st.expander(words.WHAT_COUNTS(), key=session.key("review", "criteria", question.id), on_change="rerun")
    if not box.open:
        return
    told = [said(question.help), words.EXPECTED(what=expected_text(question, view.info.go_live))]
    if question.proof:
        told.append(words.EVIDENCE(what=said(question.proof)))
    if isinstance(question, LevelQuestion):
        told.append("\n".join(words.LEVEL(level=level, what=said(question.levels[level])) for level in range(5)))
    box.markdown("\n\n".join(told))


def _rated(rated: GivenRating | None, question: Question) -> None:
    if rated is None:
        return
    st.markdown(_word(rated))
    if not rated.agreed:
        plain(value_text(question, Answer(value=rated.value)))
    if rated.reason:
        plain(rated.reason)


def _word(rated: GivenRating) -> str:
    told = f":material/check: {words.AGREES()}" if rated.agreed else f":material/close: {words.DISAGREES()}"
    how = {
        Manner.CARRIED: words.CARRIED(),
        Manner.TOGETHER: words.TOGETHER(),
        None: f" ({clock(rated.at)})",
    }[rated.manner]
    return f"{told}{how}{':' if rated.reason or not rated.agreed else '.'}"


def _say_so(view: SnapshotView, question: Question) -> None:
    problem = session.take(session.key("review", "problem", question.id))
    if problem is not None:
        st.error(f"**{NOT_SAVED()}** {escaped(str(problem))}", icon=":material/error:")
    st.button(
        words.AGREE(),
        key=session.key("review", "agree", question.id),
        on_click=_agree,
        args=(view.info.id, question.id, ""),
    )
    box = st.expander(words.DISAGREE_OR_REMARK(), key=session.key("review", "own", question.id), on_change="rerun")
    if box.open:
        with box:
            _own(view, question)


def _own(view: SnapshotView, question: Question) -> None:
    answer = view.answers.get(question.id, NO_ANSWER)
    rated = view.ratings.get(question.id)
    stored = rated.value if rated is not None and not rated.agreed else answer.value
    inputs.draw(
        inputs.Field(question=question, stored=stored, version=0, save=_nothing_yet, locked=False, space=inputs.RATING)
    )
    why = session.key("review", "reason", question.id)
    st.text_area(words.REASON_OR_REMARK(), key=why, max_chars=10_000, height=80)
    with st.container(horizontal=True):
        st.button(
            words.SAVE_RATING(),
            key=session.key("review", "save", question.id),
            type="primary",
            on_click=_disagree,
            args=(view.info.id, question, why),
        )
        st.button(
            words.AGREE_WITH_REMARK(),
            key=session.key("review", "remark", question.id),
            on_click=_agree,
            args=(view.info.id, question.id, why),
        )


def _nothing_yet() -> None:
    """A rating is saved by its button, together with its reason."""


def _agree(snapshot_id: str, question_id: str, why: str) -> None:
    reason = str(session.value(why) or "") if why else None
    _say(
        question_id,
        lambda: rate(access.workspace(), access.actor(), snapshot_id, question_id, agreed=True, reason=reason),
    )


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
