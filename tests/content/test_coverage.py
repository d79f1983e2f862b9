"""What the questionnaires cover: every lesson, every area, every stop; traceable, short, in plain signs; and pinned."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from content.catalogue import read_catalogue
from scoring.questionnaire import Catalogue, DateQuestion, LevelQuestion, Question, Questionnaire, YesNoQuestion
from scoring.vocabulary import QUESTIONNAIRE_TYPES, Area, CustomerType, Kind, Programme, QuestionnaireType, Source
from tests.content.published import ASSESSMENTS, PINNED, pinned_of, written

TYPES = list(QUESTIONNAIRE_TYPES)
HPAS = Programme.PROGRAMME
PREFIXES: dict[QuestionnaireType, str] = {
    CustomerType.HEALTH_TRUST: "HF",
    CustomerType.MUNICIPALITY: "KO",
    CustomerType.GP_OFFICE: "FL",
    HPAS: "PR",
}
LEAST_PER_AREA: dict[QuestionnaireType, int] = {
    CustomerType.HEALTH_TRUST: 8,
    CustomerType.MUNICIPALITY: 7,
    CustomerType.GP_OFFICE: 4,
    HPAS: 15,
}
MOST_INPUTS_OF_AN_OFFICE = 75  # what is found is filled in in 25 minutes, at 20 seconds per input
LONGEST_TITLE = 110
LEAST_REASON = 30
# Untested or faulty here, a patient may be harmed on the first day: no measure makes up for it.
AT_RISK_OF_HARM = {
    *("e2e_test", "open_defects", "message_test", "access_test", "incident_readiness", "patient_safety"),
}

# Main lessons of a question for a type they do not apply to, with the reason. There are none.
BORROWED: dict[tuple[QuestionnaireType, str], str] = {}

# The only date questions, and why keeping a date does not make them green.
DATES = {
    "HF-0601": "Dagen arbeidet faktisk startet, to år før. Leder, plan og egne midler må være på plass. En plan teller ikke.",
    "PR-0601": "Dagen arbeidet faktisk startet, to år før. Leder, plan og egne penger må være på plass. Et vedtak teller ikke.",
    "KO-0601": "Dagen arbeidet faktisk startet, 18 måneder før. Eier, plan og timer må være på plass. En plan teller ikke.",
}
# What a statement a customer says yes to must not be: that a day came, was kept or was set.
KEPT_DATE = re.compile(
    r"\b(i tide|etter planen|holdt fristen|innen fristen|til avtalt tid|dato(en)? er (satt|fastsatt|holdt))\b"
)

HAS_A_DATE = re.compile(r"\b(gitt dere|bare|satt|har) en dato\b")

BAD_SIGNS = {
    "double blank": re.compile(r"  "),
    "straight quote": re.compile(r'"'),
    "English or German quote": re.compile("[“”„‟‘‚]"),
    "empty guillemets": re.compile(r"«\s*»|« | »"),
    "em-dash": re.compile("—"),
    "three full stops": re.compile(r"\.\.\."),
}


@cache
def catalogue() -> Catalogue:
    return read_catalogue(ASSESSMENTS)


def asked(kind: QuestionnaireType) -> Questionnaire:
    return catalogue().all_questionnaires[kind]


def concerning(kind: QuestionnaireType) -> set[str]:
    """Ids of the lessons that matter to a type; the report is HPAS's own, and all of it concerns HPAS."""
    return {name for name, lesson in catalogue().lessons.items() if kind is HPAS or kind in lesson.applies_to}


def all_questions() -> list[Question]:
    return [question for kind in TYPES for question in asked(kind).questions]


def hard_stops() -> list[Question]:
    return [question for question in all_questions() if question.hard_stop]


def left_out(kind: QuestionnaireType, what: str) -> set[str]:
    return {named for group in asked(kind).left_out for named in getattr(group, what)}


@pytest.mark.parametrize("kind", TYPES)
def test_every_lesson_for_a_type_is_the_main_lesson_of_a_question_or_left_out_with_a_reason(
    kind: QuestionnaireType,
) -> None:
    applies = concerning(kind)
    main = {name for question in asked(kind).questions for name in question.lessons}

    assert applies
    assert applies - main - left_out(kind, "lessons") == set()


@pytest.mark.parametrize("kind", TYPES)
def test_no_question_has_a_main_lesson_that_does_not_apply_to_the_type(kind: QuestionnaireType) -> None:
    borrowed = {
        (kind, name) for question in asked(kind).questions for name in question.lessons if name not in concerning(kind)
    }

    assert borrowed == {pair for pair in BORROWED if pair[0] is kind}


@pytest.mark.parametrize("kind", TYPES)
def test_a_lesson_or_topic_that_is_left_out_could_have_been_asked_about(kind: QuestionnaireType) -> None:
    assert left_out(kind, "lessons") <= concerning(kind)
    assert all(len(group.why.nb) >= 30 and (group.lessons or group.topics) for group in asked(kind).left_out)


@pytest.mark.parametrize("area", list(Area))
@pytest.mark.parametrize("kind", TYPES)
def test_each_area_has_enough_questions_to_say_something(kind: QuestionnaireType, area: Area) -> None:
    assert sum(area in question.areas for question in asked(kind).questions) >= LEAST_PER_AREA[kind]


@pytest.mark.parametrize("kind", TYPES)
def test_what_stops_one_customer_type_is_asked_of_the_others_and_of_hpas_or_left_out_with_a_reason(
    kind: QuestionnaireType,
) -> None:
    stops = {
        question.topic
        for other in CustomerType
        if other is not kind
        for question in asked(other).questions
        if question.hard_stop
    }
    topics = {question.topic for question in asked(kind).questions}

    assert stops - topics - left_out(kind, "topics") == set()


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.id)
def test_a_question_says_who_knows_what_proof_is_what_to_do_and_where_it_is_from(question: Question) -> None:
    assert question.proof
    assert question.answered_by
    assert question.action.nb
    assert question.grounds
    # The report says nothing of superusers and the like; we ask anyway, with another source.
    why = next(iter(question.grounds.values()))
    assert question.lessons or question.related or why.source in (Source.BENCHMARK, Source.OWN)


@pytest.mark.parametrize("question", hard_stops(), ids=lambda question: question.id)
def test_a_hard_stop_says_how_long_before_it_must_stand_and_why_and_why_it_cannot_be_waived(question: Question) -> None:
    assert question.margin_days is not None
    assert question.margin_days <= question.last_step
    assert question.margin_basis
    assert len(question.margin_basis.nb) >= LEAST_REASON
    assert question.waivable == (question.waivable_basis is None)
    if question.waivable_basis is not None:
        assert len(question.waivable_basis.nb) >= LEAST_REASON


@pytest.mark.parametrize("kind", TYPES)
def test_nobody_starts_by_an_exception_where_patients_would_be_at_risk(kind: QuestionnaireType) -> None:
    firm = {question.topic for question in hard_stops() if question in asked(kind).questions and not question.waivable}

    assert firm >= AT_RISK_OF_HARM


def test_what_is_tested_proves_nothing_too_early_and_something_before_its_last_step() -> None:
    too_late = [q.id for q in all_questions() if q.not_before is not None and q.not_before < q.last_step]
    tested = {question.topic for question in all_questions() if question.not_before is not None}

    assert tested >= {"e2e_test", "open_defects", "message_test", "access_test", "incident_readiness"}
    assert too_late == []


def test_every_customer_is_told_who_answers_how_long_and_over_how_many_weeks() -> None:
    for kind in CustomerType:
        takes = asked(kind).takes
        assert takes is not None
        for word in ("timer", "uker", "på kontoret" if kind is CustomerType.GP_OFFICE else "personer"):
            assert word in takes.nb, kind


def test_no_day_has_more_than_a_fifth_of_the_questions_or_six_stops() -> None:
    for kind in TYPES:
        questions = Counter(days for question in asked(kind).questions for days in question.steps)
        stops = Counter(days for question in asked(kind).questions if question.hard_stop for days in question.steps)
        assert max(questions.values()) <= len(asked(kind).questions) / 5, (kind, questions.most_common(1))
        assert max(stops.values()) <= 5, (kind, stops.most_common(1))


def test_an_office_is_done_in_25_minutes() -> None:
    assert sum(question.inputs for question in asked(CustomerType.GP_OFFICE).questions) <= MOST_INPUTS_OF_AN_OFFICE


def test_every_date_question_is_known_and_says_why_a_kept_date_is_not_enough() -> None:
    dates = {question.id: question for question in all_questions() if question.kind == Kind.DATE}

    assert dates.keys() == DATES.keys()
    for question in dates.values():
        assert isinstance(question, DateQuestion)
        # It has to lie so far back that a planned day, which counts first when it has come, cannot reach it.
        assert question.requirement >= question.last_step > 0
        assert re.search(r"\b(eier|leder)\b.*\bplan\b", question.help.nb)


def test_nobody_says_yes_because_a_date_was_kept_and_having_a_date_never_reaches_the_requirement() -> None:
    with_a_date = 0
    for question in all_questions():
        if isinstance(question, YesNoQuestion):
            assert not KEPT_DATE.search(question.title.nb), question.id
        if isinstance(question, LevelQuestion):
            dated = [level for level, text in question.levels.items() if HAS_A_DATE.search(text.nb)]
            assert all(level < question.requirement for level in dated), question.id
            with_a_date += len(dated)
    assert with_a_date >= 5


def test_an_id_tells_the_type_and_the_factor_and_is_used_once() -> None:
    found = Counter(question.id for question in all_questions())

    assert set(found.values()) == {1}
    for kind in TYPES:
        for question in asked(kind).questions:
            factor = catalogue().factor_of(question.topic).removeprefix("F")
            assert re.fullmatch(rf"{PREFIXES[kind]}-{factor}\d\d", question.id)


@pytest.mark.parametrize("kind", TYPES)
def test_questions_stand_factor_by_factor_in_the_order_of_the_ten(kind: QuestionnaireType) -> None:
    factors = [catalogue().factor_of(question.topic) for question in asked(kind).questions]

    assert factors == sorted(factors)
    assert len(set(factors)) == 10


def test_a_title_is_short_and_not_asked_twice_of_the_same_type() -> None:
    for kind in TYPES:
        titles = [question.title.nb for question in asked(kind).questions]
        assert [title for title in titles if len(title) > LONGEST_TITLE or title.endswith(".")] == []
        assert [title for title, times in Counter(titles).items() if times > 1] == []


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text people read, with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("nb", "nn") and isinstance(inner, str):
                yield f"{path}.{key}", inner
            else:
                yield from texts(inner, f"{path}.{key}")
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value):
            name = inner.get("id", number) if isinstance(inner, dict) else number
            yield from texts(inner, f"{path}.{name}")


@pytest.mark.parametrize("sign", BAD_SIGNS)
def test_texts_are_written_with_the_signs_of_norwegian(sign: str) -> None:
    written_texts = list(texts(catalogue().model_dump(mode="json")))

    assert len(written_texts) > 2_000
    assert [path for path, text in written_texts if BAD_SIGNS[sign].search(text)] == []


def test_ids_kinds_weights_steps_stops_and_margins_stand_as_they_are_pinned() -> None:
    now, pinned = pinned_of(catalogue()), json.loads(PINNED.read_text(encoding="utf-8"))
    moved = {
        question_id: (pinned.get(kind, {}).get(question_id), now.get(kind, {}).get(question_id))
        for kind in now
        for question_id in pinned.get(kind, {}).keys() | now.get(kind, {}).keys()
        if pinned.get(kind, {}).get(question_id) != now.get(kind, {}).get(question_id)
    }

    assert moved == {}, "Is it meant? Say why in `basis`, then run: python -m tests.content.published"


def test_the_pinned_file_is_as_its_command_writes_it() -> None:
    assert PINNED.read_text(encoding="utf-8") == written(catalogue(), json.loads(PINNED.read_text(encoding="utf-8")))


@pytest.mark.parametrize("kind", TYPES)
def test_every_explanation_is_a_whole_sentence(kind: QuestionnaireType) -> None:
    cut_off = [
        (question.id, text)
        for question in asked(kind).questions
        for text in _explanations(question)
        if not text.rstrip().endswith((".", "?", "»", ":"))
    ]
    assert cut_off == []


def _explanations(question: Question) -> Iterator[str]:
    reasons = [reason.nb for reason in (question.margin_basis, *question.grounds.values()) if reason]
    levels = [text.nb for text in question.levels.values()] if isinstance(question, LevelQuestion) else []
    yield from (question.help.nb, question.action.nb, *reasons, *levels)
