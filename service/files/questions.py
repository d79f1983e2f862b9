"""Files of what is asked: every question of every questionnaire there are answers to, its areas, and what it rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from language import AREAS, HARD_STOPS, KINDS, QUESTIONNAIRES, RESPONSIBLE
from language.service.files import questions as words
from reports.columns import Table, choice, number, text, truth
from scoring.questionnaire import Form, Question
from scoring.vocabulary import Area, CustomerType, Programme, QuestionnaireType
from service.files.export import Export, ExportScope, Wanted, rows_of
from service.forms import kept_forms
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records


class _Asked(NamedTuple):
    """asked_now: by the questionnaire that those who begin today get."""

    kind: QuestionnaireType
    question: Question
    topic_title: str
    factor: str
    asked_now: bool


_QUESTIONS: Table[_Asked] = {
    text("question_id", "Spørsmål-id"): lambda line: line.question.id,
    choice("questionnaire", "Spørreskjema", QUESTIONNAIRES): lambda line: line.kind,
    text("question", "Spørsmål"): lambda line: line.question.title.nb,
    text("topic", "Tema-id"): lambda line: line.question.topic,
    text("topic_title", "Tema"): lambda line: line.topic_title,
    text("factor", "Suksessfaktor"): lambda line: line.factor,
    choice("kind", "Svartype", KINDS): lambda line: line.question.kind,
    choice("hard_stop", "Stoppkrav", HARD_STOPS): lambda line: line.question.hard_stop,
    choice("responsible", "Ansvarlig", RESPONSIBLE): lambda line: line.question.responsible,
    number("weight", "Vekt"): lambda line: line.question.weight,
    text("from_programme", "HPAS-spørsmål"): lambda line: line.question.from_programme,
    truth("testing", AREAS[Area.TESTING]): lambda line: Area.TESTING in line.question.areas,
    truth("operations", AREAS[Area.OPERATIONS]): lambda line: Area.OPERATIONS in line.question.areas,
    truth("staffing", AREAS[Area.STAFFING]): lambda line: Area.STAFFING in line.question.areas,
    truth("asked_now", "Stilles nå"): lambda line: line.asked_now,
}


def _questions(ws: Workspace, _wanted: Wanted) -> list[_Asked]:
    """Each id once, as it is asked now, or else as it was asked in a questionnaire that is kept."""
    found: dict[str, _Asked] = {}
    for kind in (*CustomerType, Programme.PROGRAMME):
        today = ws.form_of(kind)
        for form in ([today] if today else []) + _kept(ws, kind):
            for question in form.questionnaire.questions:
                if question.id not in found:
                    topic = ws.catalogue.topics.get(question.topic)
                    title = topic.title.nb if topic else question.topic
                    factor = form.factors[question.topic]
                    found[question.id] = _Asked(kind, question, title, factor, form is today)
    return list(found.values())


def _kept(ws: Workspace, kind: QuestionnaireType) -> list[Form]:
    with ws.database.reading() as connection:
        return list(kept_forms(connection, sorted(records.form_fingerprints(connection, kind))).values())


QUESTIONS = Export(
    id="questions",
    title=words.QUESTIONS,
    about=words.ABOUT_QUESTIONS,
    named="sporsmal",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_QUESTIONS,
    key=("question_id",),
    refers={"from_programme": "questions"},
    read=_questions,
    rows=rows_of(_QUESTIONS),
)


class _Learnt(NamedTuple):
    question: str
    lesson: str
    section: str | None


_LESSONS: Table[_Learnt] = {
    text("question_id", "Spørsmål-id"): lambda line: line.question,
    text("lesson", "Erfaring"): lambda line: line.lesson,
    text("section", "Kapittel i sluttrapporten"): lambda line: line.section,
}


def _lessons(ws: Workspace, wanted: Wanted) -> Iterator[_Learnt]:
    held = ws.catalogue.lessons
    for asked in _questions(ws, wanted):
        for lesson in asked.question.lessons:
            yield _Learnt(asked.question.id, lesson, held[lesson].section if lesson in held else None)


QUESTION_LESSONS = Export(
    id="question_lessons",
    title=words.QUESTION_LESSONS,
    about=words.ABOUT_QUESTION_LESSONS,
    named="sporsmal-erfaringer",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_LESSONS,
    key=("question_id", "lesson"),
    read=_lessons,
    rows=rows_of(_LESSONS),
)
