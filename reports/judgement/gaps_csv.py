"""The gaps of one response as a file: what is missing, by when, whom it waits on, what to do, and why we ask."""

from collections.abc import Iterable, Iterator, Mapping

from language import AREAS, HARD_STOPS, NO_BREAK, RESPONSIBLE, STATUSES, WAITING_ON
from language.reports.judgement import gaps_csv as words
from reports.answers.wording import missing
from reports.columns import Cell, Label, choice, day, text, truth, whole
from scoring.answers import MOST_ROWS
from scoring.frozen import Lesson
from scoring.gaps import Gap
from scoring.questionnaire import Form
from scoring.vocabulary import Area

WHEN = words.WHEN
COLUMNS = (
    text("question_id", "Spørsmål-id"),
    text("title", "Spørsmål"),
    text("factor", "Suksessfaktor"),
    text("areas", "Område"),
    choice("hard_stop", "Stoppkrav", HARD_STOPS),
    choice("when", "Når", WHEN),
    choice("status", "Status", STATUSES),
    text("missing", "Hva som mangler"),
    day("by", "Frist"),
    whole("days_late", "Dager på etterskudd"),
    day("start_by", "Start senest"),
    whole("slack_days", "Dager å gå på"),
    whole("reserve_days", "Dager til datoen ikke holder"),
    choice("waiting_on", "Venter på", WAITING_ON),
    choice("responsible", "Ansvarlig", RESPONSIBLE),
    text("action", "Tiltak"),
    text("lessons", "Erfaringer"),
    text("sections", "Kapitler i sluttrapporten"),
    truth("stale", "Må bekreftes"),
)


def gap_rows(gaps: Iterable[Gap], *, form: Form, lessons: Mapping[str, Lesson]) -> Iterator[list[Cell]]:
    """The gaps in the order given. `lessons`: id -> lesson, for the sections of the report."""
    return (_row(gap, form, lessons) for gap in gaps)


def _row(gap: Gap, form: Form, lessons: Mapping[str, Lesson]) -> list[Cell]:
    question = gap.question
    return [
        question.id,
        question.title.nb,
        form.factors[question.topic],
        areas_label(question.areas),
        gap.hard_stop,
        gap.when,
        gap.status,
        missing(gap, most_names=MOST_ROWS).replace(NO_BREAK, " "),
        gap.by,
        gap.days_late,
        gap.start_by,
        gap.slack_days,
        gap.judged.reserve_days,
        gap.waiting_on,
        question.responsible,
        question.action.nb,
        " ".join(question.lessons),
        " ".join(dict.fromkeys(lessons[lesson].section for lesson in question.lessons if lesson in lessons)),
        gap.judged.stale or None,
    ]


def areas_label(areas: Iterable[Area]) -> Label:
    """The areas of a question in one cell."""
    listed = list(areas)
    return Label(" ".join(area.value for area in listed), ", ".join(AREAS[area] for area in listed))
