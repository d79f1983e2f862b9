"""What happened 7, 30 and 90 days after: what is taken in, what stands, and HPAS's view beside it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from service.faults import BadInput
from service.outcomes.figures import (
    NOTHING_SAID,
    OutcomeSheet,
    OutcomeSide,
    SaidOutcome,
    read_outcomes,
    record_outcome,
    record_outcomes,
)
from service.people.actor import Actor
from service.workspace import Workspace
from storage.verification import verify
from tests.builders import REVIEWER, municipality
from tests.service.outcomes.made import GO_LIVE, house, of, started

WEEK = GO_LIVE + timedelta(days=7)


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with house(tmp_path_factory.mktemp("figures")) as opened:
        yield opened


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    return started(ws)


def say(ws: Workspace, actor: Actor, lead: Actor, said: SaidOutcome, **more: Any) -> None:
    told = {"measure_id": "lost", "days_after": 7, "as_of": WEEK, **more}
    record_outcome(ws, actor, of(lead), told.pop("measure_id"), told.pop("days_after"), said, **told)


def sheet(ws: Workspace, lead: Actor, days: int = 7) -> OutcomeSheet:
    return read_outcomes(ws, lead, of(lead), as_of=GO_LIVE + timedelta(days=days))


def test_before_a_start_nothing_is_asked(ws: Workspace) -> None:
    lead, _ = municipality(ws, "Ikke startet", go_live=GO_LIVE)
    assert sheet(ws, lead).rounds == ()
    with pytest.raises(BadInput) as refused:
        say(ws, lead, lead, SaidOutcome(1.0, False, None))
    assert refused.value.fault == "not_started"


def test_a_type_is_asked_its_own_measures_on_their_days(ws: Workspace, lead: Actor) -> None:
    rounds = sheet(ws, lead, days=38).rounds
    assert [(each.days_after, each.come, each.late) for each in rounds] == [(7, True, 24), (30, True, 1)]
    assert [line.measure.id for line in rounds[0].lines] == ["lost", "errors"]


def test_what_was_said_stands_with_hpas_beside_it_and_what_was_said_before(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, lead, SaidOutcome(4.5, False, None))
    say(ws, lead, lead, SaidOutcome(4.5, False, None))
    say(ws, lead, lead, SaidOutcome(3.0, False, "Talt på nytt"))
    say(ws, REVIEWER, lead, SaidOutcome(6.0, False, "Vi ser flere i loggen"), side=OutcomeSide.HPAS)

    (line, _) = sheet(ws, lead).rounds[0].lines
    assert (line.own.figure, line.own.remark, line.hpas.figure, line.counts, line.wrong) == (
        3.0,
        "Talt på nytt",
        6.0,
        6.0,
        True,
    )
    assert [each.figure for each in line.before[OutcomeSide.CUSTOMER]] == [4.5, 3.0]
    assert verify(ws.database).findings == ()


def test_not_known_is_an_answer_and_is_not_nought(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, lead, SaidOutcome(None, True, None))
    (line, other) = sheet(ws, lead).rounds[0].lines
    assert (line.answered, line.counts, line.wrong) == (True, None, None)
    say(ws, lead, lead, SaidOutcome(0.0, False, None), measure_id="errors")
    (_, other) = sheet(ws, lead).rounds[0].lines
    assert (other.counts, other.wrong) == (0.0, False)
    assert sheet(ws, lead).rounds[0].whole
    assert sheet(ws, lead, days=20).rounds[0].late == 0


def test_it_can_be_taken_back_and_that_is_kept_too(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, lead, NOTHING_SAID)
    say(ws, lead, lead, SaidOutcome(1.0, False, None))
    say(ws, lead, lead, NOTHING_SAID)
    (line, _) = sheet(ws, lead).rounds[0].lines
    assert (line.own, len(line.before[OutcomeSide.CUSTOMER])) == (NOTHING_SAID, 2)


def test_a_round_is_taken_in_whole_or_not_at_all(ws: Workspace, lead: Actor) -> None:
    said = {"lost": SaidOutcome(1.0, False, None), "errors": SaidOutcome(1.5, False, None)}
    with pytest.raises(BadInput) as refused:
        record_outcomes(ws, lead, of(lead), 7, said, as_of=WEEK)
    assert (refused.value.fault, sheet(ws, lead).rounds[0].answered) == ("outcome_not_whole", 0)
    assert record_outcomes(ws, lead, of(lead), 7, said | {"errors": SaidOutcome(2.0, False, None)}, as_of=WEEK) == 2
    assert record_outcomes(ws, lead, of(lead), 7, {"lost": SaidOutcome(1.0, False, None)}, as_of=WEEK) == 0


@pytest.mark.parametrize(
    ("said", "more", "fault"),
    [
        (SaidOutcome(-1.0, False, None), {}, "out_of_range"),
        (SaidOutcome(float("nan"), False, None), {}, "out_of_range"),
        (SaidOutcome(101.0, False, None), {}, "outcome_over_hundred"),
        (SaidOutcome(1.0, True, None), {}, "outcome_known_and_not"),
        (SaidOutcome("1", False, None), {}, "wrong_type"),  # type: ignore[arg-type]
        (SaidOutcome(1.0, False, "\x07"), {}, "control_character"),
        (SaidOutcome(1.0, False, None), {"days_after": 30}, "outcome_not_due"),
        (SaidOutcome(1.0, False, None), {"days_after": 90}, "no_such_outcome"),
        (SaidOutcome(1.0, False, None), {"measure_id": "letters"}, "no_such_outcome"),
        (SaidOutcome(1.0, False, None), {"measure_id": "gone"}, "no_such_outcome"),
        (SaidOutcome(1.0, False, None), {"as_of": GO_LIVE + timedelta(days=6)}, "outcome_not_due"),
    ],
)
def test_what_cannot_be_is_refused(
    ws: Workspace, lead: Actor, said: SaidOutcome, more: dict[str, Any], fault: str
) -> None:
    with pytest.raises(BadInput) as refused:
        say(ws, lead, lead, said, **more)
    assert (refused.value.fault, sheet(ws, lead).rounds[0].answered) == (fault, 0)
