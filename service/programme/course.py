"""How HPAS's own answers have come along: what was said by each day, judged against the go-live of a wave."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from language import local_day
from scoring.answers import Answer
from scoring.basis import EVERYONE, Reach, is_given
from scoring.judgement import Judgement, judge
from scoring.portfolio.trend import TrendPoint
from scoring.questionnaire import Form
from scoring.vocabulary import ReachKind
from service.answers.encodings import yardstick_of
from service.answers.serialisation import answers_from, fits, with_days
from service.forms import kept_forms
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage.answers import rows as answer_rows
from storage.answers.rows import RevisionRow
from storage.programme import rows as programme_rows

# A point for each so many days, and no more than these, the last one today.
APART, MOST = timedelta(days=30), 13


def course_of_hpas(ws: Workspace, actor: Actor, *, wave: date | None, as_of: date) -> list[TrendPoint]:
    """The points, the oldest first; none without a wave, or before HPAS has said anything.

    An answer taken back since still counts on the days it stood.
    """
    allow(ws, actor, Operation.SEE_PROGRAMME)
    if wave is None:
        return []
    wanted = [(reach.kind, reach.target) for reach in (EVERYONE, Reach(ReachKind.WAVE, wave.isoformat()))]
    with ws.database.reading() as connection:
        kept = programme_rows.reaches(connection, wanted)
        forms = kept_forms(connection, {row.fingerprint for row in kept})
        said = [(forms[row.fingerprint], answer_rows.revisions(connection, row.response_id)) for row in kept]
    if not said:
        return []
    return [_point(_judged(said, wave, day)) for day in _days([line for _, lines in said for line in lines], as_of)]


def _days(lines: Sequence[RevisionRow], as_of: date) -> list[date]:
    """Days to look at: today, and back in even steps to the first one on which something was said."""
    first = min((_day(line) for line in lines), default=as_of)
    back = (as_of - number * APART for number in range(MOST))
    return sorted(day for day in back if day >= first or day == as_of)


def _judged(said: Sequence[tuple[Form, Sequence[RevisionRow]]], wave: date, day: date) -> Judgement:
    """What is said for few stands over what is said for all; by the questions of the latter."""
    answers: dict[str, Answer] = {}
    for form, lines in said:
        answers |= {of: answer for of, answer in _stood(form, lines, day).items() if is_given(answer)}
    return judge(yardstick_of(said[0][0]), answers, go_live=wave, as_of=day)


def _stood(form: Form, lines: Iterable[RevisionRow], day: date) -> Mapping[str, Answer]:
    newest = {
        (line.question_id, line.field): line
        for line in lines
        if line.version is not None and _day(line) <= day and line.question_id in form.questionnaire.by_id
    }
    asked = form.questionnaire.by_id
    held = (line for (of, field), line in newest.items() if fits(asked[of], field, line.content))
    return answers_from(form, with_days((line.question_id, line.field, line.content, line.at) for line in held))


def _day(line: RevisionRow) -> date:
    return local_day(line.at)


def _point(judged: Judgement) -> TrendPoint:
    f = judged.overall
    left = judged.days_left or 0
    return TrendPoint("", judged.as_of, left, f.readiness, f.low, f.high, f.expected, judged.verdict, f.ahead_days)
