"""The gaps of one response as a file: what is missing, by when, whom it waits on, what to do, and why we ask."""

from collections.abc import Iterable, Mapping

from language import AREAS, HARD_STOPS, NO_BREAK, RESPONSIBLE, STATUSES, WAITING_ON
from reports.answers.wording import missing
from reports.dialect import Cell, Column, Dialect, Label, to_bytes
from scoring.answers import MOST_ROWS
from scoring.gaps import Gap, When
from scoring.questionnaire import Form, Lesson
from scoring.vocabulary import Area

COLUMNS = (
    Column("question_id", "Spørsmål-id"),
    Column("title", "Spørsmål"),
    Column("factor", "Suksessfaktor"),
    Column("areas", "Område"),
    Column("hard_stop", "Stoppkrav"),
    Column("when", "Når"),
    Column("status", "Status"),
    Column("missing", "Hva som mangler"),
    Column("by", "Frist"),
    Column("days_late", "Dager på etterskudd"),
    Column("start_by", "Start senest"),
    Column("slack_days", "Dager å gå på"),
    Column("reserve_days", "Dager til datoen ikke holder"),
    Column("waiting_on", "Venter på"),
    Column("responsible", "Ansvarlig"),
    Column("action", "Tiltak"),
    Column("lessons", "Erfaringer"),
    Column("sections", "Kapitler i sluttrapporten"),
)
WHEN = {When.NOW: "nå", When.AT_RISK: "haster", When.NEXT: "senere"}


def gaps_csv(gaps: Iterable[Gap], *, form: Form, lessons: Mapping[str, Lesson], dialect: Dialect) -> bytes:
    """The gaps in the order given. `lessons`: id -> lesson, for the sections of the report."""
    return to_bytes(COLUMNS, (_row(gap, form, lessons) for gap in gaps), dialect)


def _row(gap: Gap, form: Form, lessons: Mapping[str, Lesson]) -> list[Cell]:
    question = gap.question
    waiting, stop = gap.waiting_on, gap.hard_stop
    return [
        question.id,
        question.title.nb,
        form.factors[question.topic],
        areas_label(question.areas),
        Label(stop.value, HARD_STOPS[stop]) if stop else None,
        Label(gap.when.value, WHEN[gap.when]),
        Label(gap.status.value, STATUSES[gap.status]),
        missing(gap, most_names=MOST_ROWS).replace(NO_BREAK, " "),
        gap.by,
        gap.days_late,
        gap.start_by,
        gap.slack_days,
        gap.judged.reserve_days,
        Label(waiting.value, WAITING_ON[waiting]) if waiting else None,
        Label(question.responsible.value, RESPONSIBLE[question.responsible]),
        question.action.nb,
        " ".join(question.lessons),
        " ".join(dict.fromkeys(lessons[lesson].section for lesson in question.lessons if lesson in lessons)),
    ]


def areas_label(areas: Iterable[Area]) -> Label:
    """The areas of a question in one cell."""
    listed = list(areas)
    return Label(" ".join(area.value for area in listed), ", ".join(AREAS[area] for area in listed))
