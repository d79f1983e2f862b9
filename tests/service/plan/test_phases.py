"""When a wave is built, tested and taught: said for all who start then, corrected for one, and judged alike everywhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from language import short_day
from scoring.answers import Share
from scoring.proof.phases import NO_PHASES, Phases
from scoring.vocabulary import AnswerField, Area, Rule
from service.faults import BadInput
from service.judgement import CustomerJudgement, judge_customer
from service.people.actor import Actor
from service.plan.phases import correct_phases, give_phases, phases_of_wave
from service.portfolio.comparison import read_comparison
from service.portfolio.trend import read_trend
from service.workspace import Workspace
from tests.builders import ADMIN, GO_LIVE, REVIEWER, catalogue, municipality, question, questionnaire, record, workspace

TODAY = GO_LIVE - timedelta(days=50)
TEST = TODAY - timedelta(days=20)
STABLE = Phases(build_stop=TEST, test_start=TEST)
MOVING = Phases(build_stop=TEST + timedelta(days=1), test_start=TEST)
ASKED = catalogue(
    questionnaire(
        question("Q-TEST", "share", areas=("testing",), proves_on="stable_solution"),
        question("Q-OTHER", "yes_no", areas=("testing",)),
    )
)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path, of=ASKED) as opened:
        yield replace(opened, day=TODAY)


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    made, response_id = municipality(ws)
    said: dict[str, Share | bool] = {"Q-TEST": Share(4, 4), "Q-OTHER": True}
    for number, (question_id, value) in enumerate(said.items(), start=1):
        record(
            ws, made, response_id, question_id, AnswerField.VALUE, value, base_version=0, session="s", edit_no=number
        )
    return made


def here(ws: Workspace, lead: Actor) -> CustomerJudgement:
    """The customer, when it is judged the same alone, among all and along the way."""
    found = judge_customer(ws, lead, str(lead.customer_id), as_of=TODAY)
    (among,) = read_comparison(ws, REVIEWER, as_of=TODAY).judged.rows()
    assert among.areas[Area.TESTING].readiness == found.judgement.areas[Area.TESTING].readiness
    assert among.verdict == found.judgement.verdict
    trend = read_trend(ws, lead, str(lead.customer_id), as_of=TODAY)
    assert next(iter(trend.points.values()))[-1].readiness == found.judgement.overall.readiness
    return found


def test_a_build_stop_past_the_start_of_test_makes_the_area_test_fall_and_names_the_questions(
    ws: Workspace, lead: Actor
) -> None:
    give_phases(ws, ADMIN, GO_LIVE, STABLE)
    before = here(ws, lead).judgement
    give_phases(ws, ADMIN, GO_LIVE, MOVING)
    after = here(ws, lead).judgement
    assert (before.areas[Area.TESTING].readiness, after.areas[Area.TESTING].readiness) == (100, 75)
    assert (after.reasons[-1].rule, after.reasons[-1].questions) == (Rule.MOVING_SOLUTION, ("Q-TEST",))
    assert after.phases == phases_of_wave(ws, REVIEWER, GO_LIVE) == MOVING


def test_a_customer_corrects_its_own_days_and_takes_them_back(ws: Workspace, lead: Actor) -> None:
    give_phases(ws, ADMIN, GO_LIVE, MOVING)
    correct_phases(ws, lead, str(lead.customer_id), STABLE, reason="Vi testet på nytt.")
    known = here(ws, lead).circumstances.phases
    assert (known.held, known.of_wave, known.reason) == (STABLE, MOVING, "Vi testet på nytt.")
    correct_phases(ws, lead, str(lead.customer_id), NO_PHASES, reason="Likevel ikke.")
    known = here(ws, lead).circumstances.phases
    assert (known.held, known.reason) == (MOVING, None)


def test_the_days_of_another_wave_are_not_those_of_this_one(ws: Workspace, lead: Actor) -> None:
    give_phases(ws, ADMIN, GO_LIVE + timedelta(days=1), MOVING)
    assert here(ws, lead).circumstances.phases.held == NO_PHASES


@pytest.mark.parametrize(
    ("phases", "reason", "fault"),
    [
        (STABLE, " ", "phases_reason_missing"),
        (Phases(test_start=TEST, test_end=TEST - timedelta(days=1)), "Slik", "test_ends_first"),
        (Phases(build_stop=GO_LIVE.replace(year=1900)), "Slik", "day_out_of_range"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    ws: Workspace, lead: Actor, phases: Phases, reason: str, fault: str
) -> None:
    with pytest.raises(BadInput) as refused:
        correct_phases(ws, lead, str(lead.customer_id), phases, reason=reason)
    assert refused.value.fault == fault
    assert here(ws, lead).circumstances.phases.held == NO_PHASES


def test_days_that_someone_else_has_said_meanwhile_are_told_and_not_replaced(ws: Workspace, lead: Actor) -> None:
    own = str(lead.customer_id)
    give_phases(ws, ADMIN, GO_LIVE, STABLE, seen=NO_PHASES)
    with pytest.raises(BadInput) as refused:
        give_phases(ws, ADMIN, GO_LIVE, MOVING, seen=NO_PHASES)
    assert refused.value.fault == "phases_said_since"
    assert f"byggestopp {short_day(TEST)}" in str(refused.value)
    with pytest.raises(BadInput, match="andre datoer i mellomtiden"):
        correct_phases(ws, lead, own, MOVING, reason="Sein", seen=NO_PHASES)
    assert phases_of_wave(ws, ADMIN, GO_LIVE) == STABLE
    # The same once more, as by a second click, changes nothing; and what was seen may be changed.
    give_phases(ws, ADMIN, GO_LIVE, STABLE, seen=NO_PHASES)
    correct_phases(ws, lead, own, MOVING, reason="Sein", seen=STABLE)
    assert here(ws, lead).circumstances.phases.held == MOVING
