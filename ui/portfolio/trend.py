"""The trend of one customer: its points on the axis of days left, the reference cases beside it, and what has changed."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from language import CHANGES as CHANGE_WORDS
from language import VERDICTS, day, points, said
from language.ui.portfolio import alike
from language.ui.portfolio import trend as words
from reports.answers.wording import value_text
from reports.palette import palette
from reports.plan.timeline import trend_chart, trend_described
from scoring.answers import Answer
from scoring.basis import Basis
from scoring.judgement import Judgement, judge
from scoring.portfolio.changes import AnswerChange, Direction
from scoring.portfolio.trend import TrendPoint
from scoring.questionnaire import Question
from scoring.vocabulary import QuestionnaireType
from service.answers.encodings import yardstick_of
from service.files.portfolio import COURSE
from service.files.review import CHANGES
from service.form.references import Reference, list_references
from service.people.actor import Actor
from service.portfolio.trend import ChangesSince
from service.workspace import Workspace
from ui import layout, session
from ui.files import downloads

TREND = "pages/customer/trend.py"
HISTORY_AT = (365, 180, 120, 90, 60, 30, 0)


def _point(key: str, judgement: Judgement) -> TrendPoint | None:
    if judgement.days_left is None:
        return None
    f = judgement.overall
    return TrendPoint(
        key,
        judgement.as_of,
        judgement.days_left,
        f.readiness,
        f.low,
        f.high,
        f.expected,
        judgement.verdict,
        f.ahead_days,
    )


def references(ws: Workspace, actor: Actor, kind: QuestionnaireType | None) -> list[Reference]:
    """The go-lives that have been (of one type), at each distance that is shown, the farthest first."""
    return [found for days in HISTORY_AT for found in list_references(ws, actor, kind, days_left=days)]


def reference_trends(past: Iterable[Reference]) -> dict[str, Sequence[TrendPoint]]:
    """Their points by name, as the report lets us read them."""
    series: dict[str, list[TrendPoint]] = {}
    for found in past:
        judgement = judge(yardstick_of(found.form), found.answers, go_live=found.case.go_live, as_of=found.as_of)
        point = _point(found.case.id, judgement)
        if point is not None:
            series.setdefault(found.case.name, []).append(point)
    return dict(series)


def chart(
    series: Sequence[TrendPoint], history: dict[str, Sequence[TrendPoint]], customer_id: str, basis: Basis
) -> None:
    """The trend as a picture, a table and a file. `basis`: whose word it rests on."""
    if not series:
        st.info(words.NO_TREND())
        return
    if len(series) == 1:
        st.info(words.ONLY_TODAY())
    shown = history if history and st.toggle(alike.SHOW_HISTORY(), key=session.key("course", "history")) else {}
    if shown:
        st.caption(alike.OUR_READING())
    colours = palette(dark=layout.dark())
    st.plotly_chart(
        trend_chart(series, shown, colours),
        theme=None,
        config=layout.saved_as("utvikling"),
        alt=trend_described(series),
        key="course",
    )
    frame = pd.DataFrame(
        {
            alike.DAY(): [point.as_of for point in series],
            alike.DAYS_LEFT(): [point.days_left for point in series],
            alike.IN_PLACE(): [points(point.readiness) for point in series],
            alike.EXPECTED(): [points(point.expected) for point in series],
            words.SPAN(): [f"{points(point.low)}–{points(point.high)}" for point in series],
            alike.VERDICT(): [VERDICTS[point.verdict] if point.verdict else "" for point in series],
            alike.WHAT(): [words.TODAY() if not point.key else words.SENT_IN() for point in series],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        column_config={alike.DAY(): st.column_config.DateColumn(format="DD.MM.YYYY")},
        alt=trend_described(series),
    )
    downloads.buttons(COURSE, customer_id, basis=basis)


def changed(since: ChangesSince | None, customer_id: str) -> None:
    """Question by question since the last time it was sent in."""
    st.header(words.CHANGED(), anchor=False)
    if since is None:
        st.write(words.NOTHING_SENT())
        return
    question_by_question(since)
    downloads.buttons(CHANGES, customer_id)


def briefly(since: ChangesSince | None) -> None:
    """How much has changed since it was last sent in, in a line; nothing when nothing ever was."""
    if since is None:
        return
    moved = [change for change in since.changes if change.direction is not Direction.SAME]
    st.markdown(words.SINCE_SENT(day=day(since.before.as_of), counts=counts(moved)))
    if moved:
        st.page_link(TREND, label=words.SEE_CHANGES(), icon=":material/timeline:")


def question_by_question(since: ChangesSince) -> None:
    """What has changed, as a table."""
    moved = [change for change in since.changes if change.direction is not Direction.SAME]
    st.markdown(words.SINCE(day=day(since.before.as_of), counts=counts(moved)))
    table(moved)


def table(moved: Sequence[AnswerChange]) -> None:
    """Each change with what was said before and is said now."""
    if moved:
        st.dataframe(_frame(moved), hide_index=True, width="stretch", alt=counts(moved))


def counts(moved: Sequence[AnswerChange]) -> str:
    """How many are better, worse, new and gone, in words."""
    if not moved:
        return words.NOTHING_CHANGED()
    many = [(sum(change.direction is d for change in moved), told) for d, told in words.COUNTED.items()]
    return ", ".join(told(number) for number, told in many if number) + "."


def _frame(moved: Sequence[AnswerChange]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            alike.QUESTION(): [
                said(change.question.title) if change.question else change.question_id for change in moved
            ],
            alike.WHAT(): [CHANGE_WORDS[change.direction] for change in moved],
            words.BEFORE(): [_value(change.question, change.before) for change in moved],
            alike.NOW(): [_value(change.question, change.after) for change in moved],
        }
    )


def _value(question: Question | None, answer: Answer) -> str:
    return "" if question is None else value_text(question, answer)
