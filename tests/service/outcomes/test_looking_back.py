"""What was said on the day of the start beside what came after it: made customers with known ends."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from language import local_day
from scoring.outcomes.foresight import SpeaksFor
from scoring.vocabulary import AnswerField, Verdict
from service.answers.responses import open_response
from service.outcomes.figures import OutcomeSide, SaidOutcome, record_outcome
from service.outcomes.looking_back import LookingBack, StartedCustomer, look_back
from service.outcomes.starts import confirm_start
from service.people.actor import Actor
from service.review.submissions import send_in
from service.workspace import Workspace
from tests.builders import ADMIN, REVIEWER, municipality, record
from tests.service.outcomes.made import house, of, started

# Answers are saved at the moment of the test, so those who start do so today or later.
TODAY = local_day(datetime.now(UTC))
MONTH = TODAY + timedelta(days=31)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with house(tmp_path) as opened:
        yield opened


def looked(ws: Workspace) -> LookingBack:
    return look_back(ws, ADMIN, as_of=MONTH)


def one(ws: Workspace, lead: Actor) -> StartedCustomer:
    (found,) = [each for each in looked(ws).customers if each.customer_id == of(lead)]
    return found


def say(ws: Workspace, lead: Actor, figure: float | None, side: OutcomeSide = OutcomeSide.CUSTOMER) -> None:
    said = SaidOutcome(figure, figure is None, None)
    actor = lead if side is OutcomeSide.CUSTOMER else REVIEWER
    record_outcome(ws, actor, of(lead), "lost", 7, said, side=side, as_of=MONTH)


def test_who_started_against_the_verdict_and_met_trouble_should_have_listened(ws: Workspace) -> None:
    lead = started(ws, stop=False, on=TODAY)
    assert (one(ws, lead).at_start.verdict, one(ws, lead).should_have_listened) == (Verdict.NOT_READY, False)
    say(ws, lead, 9.0)
    found = one(ws, lead)
    assert (found.trouble, found.known, found.asked) == ((("lost", 7),), 1, 4)
    assert found.should_have_listened
    say(ws, lead, 1.0, OutcomeSide.HPAS)
    assert one(ws, lead).trouble == ()


def test_what_is_answered_after_the_start_was_not_known_on_the_day(ws: Workspace) -> None:
    lead, response_id = municipality(ws, "Svarte etterpå", go_live=TODAY - timedelta(days=3))
    record(ws, lead, response_id, "Q-STOP", AnswerField.VALUE, True, base_version=None, session="a", edit_no=1)
    confirm_start(ws, lead, of(lead), TODAY - timedelta(days=3), as_of=TODAY)
    assert (one(ws, lead).at_start.overall.answered, one(ws, lead).at_start.verdict) == (0, Verdict.UNDECIDED)


def test_what_was_sent_in_within_three_weeks_stands_for_the_day(ws: Workspace) -> None:
    lead = started(ws, stop=False, on=TODAY)
    view = open_response(ws, lead, of(lead))
    sent_on = TODAY - timedelta(days=21)
    send_in(ws, lead, of(lead), seen=view.marker, as_of=sent_on, incomplete=True)
    record(ws, lead, view.response_id, "Q-STOP", AnswerField.VALUE, True, base_version=None, session="b", edit_no=1)
    assert (one(ws, lead).sent_on, one(ws, lead).at_start.failed_stops) == (sent_on, ("Q-STOP",))


def test_older_than_that_it_does_not(ws: Workspace) -> None:
    lead = started(ws, on=TODAY)
    marker = open_response(ws, lead, of(lead)).marker
    send_in(ws, lead, of(lead), seen=marker, as_of=TODAY - timedelta(days=22), incomplete=True)
    assert one(ws, lead).sent_on is None


def test_topics_are_shown_from_five_customers_with_a_figure(ws: Workspace) -> None:
    leads = [started(ws, stop=place > 1, on=TODAY) for place in range(6)]
    for lead in leads[:4]:
        say(ws, lead, 9.0 if lead is leads[0] else 0.0)
    say(ws, leads[4], None)
    assert (looked(ws).hidden, looked(ws).given, looked(ws).topics) == (True, 4, ())
    say(ws, leads[5], 0.0)

    found = looked(ws)
    (messages, watch) = found.topics
    assert (found.hidden, found.given) == (False, 5)
    # All are short of the share of messages nobody has answered, so all were warned of them.
    assert (messages.topic, messages.warned, messages.wrong, messages.unknown) == ("message_test", 5, 1, 1)
    assert (messages.speaks_for, watch.speaks_for) == (SpeaksFor.EASIER, SpeaksFor.TOO_FEW)
