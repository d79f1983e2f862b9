"""How HPAS's own answers have come along: each day is judged by what was said by then, and by nothing later."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from language import local_day
from scoring.basis import Reach
from scoring.vocabulary import ReachKind
from service.faults import NotAllowed
from service.people.access import now
from service.programme.course import MOST, course_of_hpas
from service.workspace import Workspace
from tests.builders import GO_LIVE, REVIEWER
from tests.service.programme.asked import HPAS, hpas_says, new_customer, programme

TODAY = local_day(now())
QUESTIONS = ("PR-LEVEL", "PR-OTHER")


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with programme(address) as opened:
        yield opened


def test_a_day_knows_what_was_said_by_then(ws: Workspace) -> None:
    new_customer(ws)
    for question_id in QUESTIONS:
        hpas_says(ws, question_id, 1)
    hpas_says(ws, "PR-YESNO", False)
    later = TODAY + timedelta(days=65)
    points = course_of_hpas(ws, HPAS, wave=GO_LIVE, as_of=later)

    assert [point.as_of for point in points] == [later - timedelta(days=days) for days in (60, 30, 0)]
    assert [point.days_left for point in points] == [(GO_LIVE - point.as_of).days for point in points]
    assert {point.readiness for point in points} == {points[0].readiness}


def test_what_is_said_later_changes_no_earlier_day(ws: Workspace) -> None:
    new_customer(ws)
    for days_ago, level in ((40, 1), (5, 3)):
        then = replace(ws, day=TODAY - timedelta(days=days_ago))
        for question_id in QUESTIONS:
            hpas_says(then, question_id, level)
        hpas_says(then, "PR-YESNO", True)
    before, today = course_of_hpas(ws, HPAS, wave=GO_LIVE, as_of=TODAY)

    assert before.as_of == TODAY - timedelta(days=30)
    assert before.readiness is not None
    assert today.readiness is not None
    assert before.readiness < today.readiness == 100


def test_what_is_said_for_the_wave_stands_over_what_is_said_for_all(ws: Workspace) -> None:
    new_customer(ws)
    for reach, level in ((None, 1), (Reach(ReachKind.WAVE, GO_LIVE.isoformat()), 3)):
        for question_id in QUESTIONS:
            hpas_says(ws, question_id, level, **({} if reach is None else {"reach": reach}))
    hpas_says(ws, "PR-YESNO", True)
    (of_wave,) = course_of_hpas(ws, REVIEWER, wave=GO_LIVE, as_of=TODAY)
    (of_all,) = course_of_hpas(ws, REVIEWER, wave=GO_LIVE + timedelta(days=200), as_of=TODAY)

    assert of_wave.readiness == 100
    assert of_all.readiness is not None
    assert of_all.readiness < 100


def test_nothing_is_told_before_hpas_has_said_anything_or_without_a_wave(ws: Workspace) -> None:
    new_customer(ws)
    assert course_of_hpas(ws, HPAS, wave=GO_LIVE, as_of=TODAY) == []
    hpas_says(ws, "PR-LEVEL", 1)
    assert course_of_hpas(ws, HPAS, wave=None, as_of=TODAY) == []
    assert len(course_of_hpas(ws, HPAS, wave=GO_LIVE, as_of=TODAY + timedelta(days=900))) == MOST


def test_customers_do_not_see_it(ws: Workspace) -> None:
    lead = new_customer(ws)
    with pytest.raises(NotAllowed):
        course_of_hpas(ws, lead, wave=GO_LIVE, as_of=TODAY)
