"""Conditions are followed up: said done or not, overdue on the right day, corrected by saying anew, and gone with their decision."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from scoring.decision.conditions import SOON_DAYS, ConditionState, condition_state
from scoring.decision.standing import DecisionStanding
from scoring.vocabulary import DecisionKind
from service.decision.conditions import FollowedCondition, mark_condition, read_conditions
from service.decision.wanted import WantedCondition, WantedDecision
from service.faults import BadInput
from service.files.decision import DECISIONS_OF_ALL, DECISIONS_OF_ONE
from service.files.plan import DECISION_BASIS
from service.letters.week import read_week, week_of
from service.outcomes.starts import confirm_start
from service.people.actor import Actor
from service.people.log import read_log
from service.portfolio.this_week import WeekKind, this_week
from service.workspace import Workspace
from storage.decision import mark_rows
from tests.builders import ADMIN, GO_LIVE, REVIEWER
from tests.service.decision.deciding import DAY, GO, decided, decides, kept, proposed, reviewed, three_stops
from tests.service.files.handing import handed
from tests.service.files.test_customer_files import pdf_text

DUE, LATER = DAY + timedelta(days=20), GO_LIVE + timedelta(days=30)
TWO = WantedDecision(
    DecisionKind.CONDITIONS,
    (WantedCondition("Ekstra folk på vakt", "Kommunalsjef", DUE), WantedCondition("Øvd på lister", "Testleder", LATER)),
)
DONE, OVERDUE, SOON, OPEN = ConditionState.DONE, ConditionState.OVERDUE, ConditionState.SOON, ConditionState.OPEN


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with three_stops(tmp_path) as made:
        yield made


def says(ws: Workspace, actor: Actor, made: str, done_on: date | None, note: str | None = None, **how: int) -> None:
    """Of the first condition on its day, having seen what was said, where nothing else is told."""
    place, as_of = how.get("place", 0), DUE + timedelta(days=how.get("after", 0))
    with ws.database.reading() as connection:
        before = [each for each in mark_rows.marks_of(connection, [made])[made] if each.place == place]
    saw = how.get("saw", len(before))
    mark_condition(ws, actor, made, place, done_on=done_on, note=note, said_before=saw, as_of=as_of)


def held(ws: Workspace, lead: Actor, as_of: date = DUE) -> tuple[FollowedCondition, ...]:
    return read_conditions(ws, lead, lead.customer_id or "", as_of=as_of)


def refused(fault: str, act: Callable[[], object]) -> None:
    with pytest.raises(BadInput) as raised:
        act()
    assert raised.value.fault == fault


@pytest.mark.parametrize(
    ("left", "done", "state"),
    [
        (SOON_DAYS + 1, False, OPEN),
        (SOON_DAYS, False, SOON),
        (0, False, SOON),
        (-1, False, OVERDUE),
        (-1, True, DONE),
        (SOON_DAYS + 1, True, DONE),
    ],
)
def test_it_is_overdue_the_day_after_its_day_and_not_before(left: int, done: bool, state: ConditionState) -> None:
    done_on = DAY if done else None
    assert condition_state(due=DUE, done_on=done_on, as_of=DUE - timedelta(days=left)) is state


def test_nothing_is_followed_before_both_have_signed_or_without_conditions(ws: Workspace) -> None:
    lead = reviewed(ws)
    made = proposed(ws, lead, TWO)
    assert held(ws, lead) == ()
    refused("condition_not_followed", lambda: says(ws, REVIEWER, made, DUE))
    decided(ws, lead, GO)
    assert held(ws, lead) == ()


def test_the_lead_who_decides_and_hpas_say_it_with_the_day_and_their_names(ws: Workspace) -> None:
    lead = reviewed(ws)
    made = decided(ws, lead, TWO)
    assert [each.state for each in held(ws, lead)] == [SOON, OPEN]
    says(ws, lead, made, None, "Venter på turnusen")
    says(ws, decides(lead), made, DUE - timedelta(days=2), place=1)
    says(ws, REVIEWER, made, DUE)
    first, second = held(ws, lead)
    assert [(each.done_on, each.note, each.role) for each in first.said] == [
        (None, "Venter på turnusen", "lead"),
        (DUE, None, "reviewer"),
    ]
    assert (first.state, second.state, second.done_on) == (DONE, DONE, DUE - timedelta(days=2))
    assert kept(ws, lead, DUE).held[0].conditions == (first, second)


def test_what_was_said_is_corrected_by_saying_anew_and_nothing_is_lost(ws: Workspace) -> None:
    lead = reviewed(ws)
    made = decided(ws, lead, TWO)
    says(ws, lead, made, DUE)
    says(ws, lead, made, DUE)
    says(ws, lead, made, None, "Det var feil enhet")
    (first, _) = held(ws, lead, DUE + timedelta(days=1))
    assert [each.done_on for each in first.said] == [DUE, None], "the same again says nothing"
    assert (first.state, first.left) == (OVERDUE, -1)


def test_who_has_not_seen_the_newest_word_is_told_of_it(ws: Workspace) -> None:
    lead = reviewed(ws)
    made = decided(ws, lead, TWO)
    says(ws, lead, made, DUE)
    refused("condition_said_since", lambda: says(ws, REVIEWER, made, None, "Vi ser det ikke", saw=0))
    assert [each.done_on for each in held(ws, lead)[0].said] == [DUE]


@pytest.mark.parametrize(
    ("done_on", "place", "fault"),
    [
        (DUE + timedelta(days=1), 0, "condition_done_ahead"),
        (date(2020, 1, 1), 0, "condition_done_early"),
        (date(1, 1, 1), 0, "day_out_of_range"),
        (DUE, 2, "no_such_condition"),
        (DUE, -1, "no_such_condition"),
    ],
)
def test_what_does_not_fit_is_refused(ws: Workspace, done_on: date, place: int, fault: str) -> None:
    lead = reviewed(ws)
    made = decided(ws, lead, TWO)
    refused(fault, lambda: says(ws, lead, made, done_on, place=place))
    assert all(each.said == () for each in held(ws, lead))


def test_a_newer_decision_takes_the_conditions_with_it(ws: Workspace) -> None:
    lead = reviewed(ws)
    old = decided(ws, lead, TWO)
    says(ws, lead, old, None, "Ikke ennå")
    new = decided(ws, lead, TWO)
    assert [each.decision_id for each in held(ws, lead)] == [new, new]
    assert held(ws, lead)[0].said == ()
    refused("condition_not_followed", lambda: says(ws, lead, old, DUE))
    replaced = kept(ws, lead, DUE).held[1]
    assert (replaced.standing, replaced.follows_up) == (DecisionStanding.REPLACED, False)
    assert [each.note for each in replaced.conditions[0].said] == ["Ikke ennå"], "what was said of it can still be read"


def test_an_overdue_condition_does_not_make_the_decision_fall(ws: Workspace) -> None:
    lead = reviewed(ws)
    decided(ws, lead, TWO)
    found = kept(ws, lead, DUE + timedelta(days=1)).signed
    assert found is not None
    assert (found.standing, found.conditions[0].state) == (DecisionStanding.HOLDS, OVERDUE)


def on_the_list(ws: Workspace, as_of: date) -> list[str]:
    (found,) = (each for each in this_week(ws, REVIEWER, as_of=as_of) if each.kind is WeekKind.CONDITIONS)
    return [item.said for item in found.items]


def test_hpas_is_told_whose_conditions_are_overdue_also_after_the_start(ws: Workspace) -> None:
    lead, other = reviewed(ws), reviewed(ws)
    made = decided(ws, lead, TWO)
    decided(ws, other, TWO)
    decided(ws, other, GO)
    assert on_the_list(ws, DUE) == []
    assert on_the_list(ws, DUE + timedelta(days=3)) == ["3\u00a0dager over fristen: Ekstra folk på vakt"]
    after = LATER + timedelta(days=1)
    confirm_start(ws, lead, lead.customer_id or "", GO_LIVE, as_of=after)
    (told,) = on_the_list(ws, after)
    assert told.startswith("2\u00a0vilkår, det eldste ")
    for place in (0, 1):
        says(ws, lead, made, DUE, place=place)
    assert on_the_list(ws, after) == []
    says(ws, lead, made, None, "Det var feil enhet")
    assert [each.split(":")[1] for each in on_the_list(ws, after)] == [" Ekstra folk på vakt"], "the newest word counts"


def test_the_letter_of_the_week_says_what_is_overdue_and_what_is_near(ws: Workspace) -> None:
    lead = reviewed(ws)
    made = decided(ws, lead, TWO)

    def told(as_of: date) -> list[str]:
        return list(week_of(read_week(ws, lead, lead.customer_id or "", as_of=as_of)).conditions)

    assert told(DUE - timedelta(days=SOON_DAYS + 1)) == []
    assert [line.startswith("Ekstra folk på vakt (frist om ") for line in told(DUE - timedelta(days=5))] == [True]
    assert ["over fristen" in line for line in told(DUE + timedelta(days=5))] == [True]
    says(ws, lead, made, DUE)
    assert told(DUE + timedelta(days=5)) == []


def test_the_log_says_what_was_said(ws: Workspace) -> None:
    lead = reviewed(ws)
    made = decided(ws, lead, TWO)
    says(ws, lead, made, DUE, place=0)
    newest = read_log(ws, ADMIN).acts[0]
    assert (newest.operation, newest.customer != "") == ("mark_condition", True)
    assert newest.detail.startswith("vilkår 1: oppfylt ")


@pytest.mark.slow
def test_the_paper_and_the_file_say_how_it_goes(ws: Workspace) -> None:
    lead = reviewed(ws)
    made, customer, as_of = decided(ws, lead, TWO), lead.customer_id or "", DUE + timedelta(days=3)
    says(ws, lead, made, DUE, "Lagt i turnusen", place=1)
    paper = " ".join(pdf_text(handed(ws, lead, DECISION_BASIS, customer, as_of=as_of).data).split())
    assert "Ekstra folk på vakt. Ansvarlig: Kommunalsjef. Ikke oppfylt, 3 dager over fristen" in paper
    assert "Øvd på lister. Ansvarlig: Testleder. Oppfylt" in paper
    for export, whose in ((DECISIONS_OF_ONE, customer), (DECISIONS_OF_ALL, "")):
        data = handed(ws, REVIEWER, export, whose, as_of=as_of).data
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
        told = [(row["condition_state"], row["condition_done_on"], row["condition_note"]) for row in rows]
        assert told == [("overdue", "", ""), ("done", DUE.isoformat(), "Lagt i turnusen")]
    decided(ws, lead, TWO)
    data = handed(ws, lead, DECISIONS_OF_ONE, customer, as_of=as_of).data
    states = [row["condition_state"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))]
    assert states == ["", "", "overdue", "open"], "those of the one that is replaced are not followed"
