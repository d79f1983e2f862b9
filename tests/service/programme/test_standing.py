"""HPAS itself is judged as a customer is, and sees who waits for what it has not answered."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from scoring.basis import EVERYONE, Reach, reaches_of
from scoring.vocabulary import CustomerType, Programme, ReachKind
from service.answers.responses import open_response
from service.faults import BadInput, NotAllowed
from service.form.upgrade import move_to_newer, newer_form
from service.judgement import judge_customer
from service.people.actor import Actor
from service.people.customers import list_customers
from service.programme.disagreements import earlier_answers
from service.programme.levels import levels
from service.programme.own_judgement import judge_programme
from service.programme.reaches import open_reach, reaches
from service.programme.waiting import awaited
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, REVIEWER, catalogue, question, questionnaire, workspace
from tests.service.programme.asked import ASKED, HPAS, customer_says, hpas_says, new_customer, programme
from tests.service.review.sending import days_before

LATER = date(2027, 9, 1)
DAY = days_before(70)
OF_OFFICES = Reach(ReachKind.TYPE, CustomerType.GP_OFFICE.value)
OF_WAVE = Reach(ReachKind.WAVE, GO_LIVE.isoformat())


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with programme(address) as opened:
        yield opened


def test_the_reaches_are_those_there_are_with_whom_each_takes_in(ws: Workspace) -> None:
    first, second = new_customer(ws, name="A"), new_customer(ws, CustomerType.GP_OFFICE, name="B", go_live=LATER)
    hpas_says(ws, "PR-LEVEL", 1, reach=Reach(ReachKind.CUSTOMER, second.customer_id or ""))
    found = {(each.reach.kind, each.reach.target): [one.name for one in each.customers] for each in reaches(ws, HPAS)}
    assert found == {
        (ReachKind.ALL, ""): ["A", "B"],
        (ReachKind.TYPE, "municipality"): ["A"],
        (ReachKind.TYPE, "gp_office"): ["B"],
        (ReachKind.WAVE, GO_LIVE.isoformat()): ["A"],
        (ReachKind.WAVE, LATER.isoformat()): ["B"],
        (ReachKind.CUSTOMER, second.customer_id): ["B"],
    }
    assert [each.customer_id is not None for each in reaches(ws, REVIEWER)] == [False] * 5 + [True]
    assert first.customer_id not in {each.customer_id for each in reaches(ws, HPAS)}


def test_where_hpas_answers_many_by_themselves_each_customer_is_looked_at_once(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []

    def counted(customer_id: str, kind: CustomerType, go_live: date | None) -> tuple[Reach, ...]:
        looked.append(customer_id)
        return reaches_of(customer_id, kind, go_live)

    for number in range(5):
        each = new_customer(ws, name=f"Kommune {number}")
        hpas_says(ws, "PR-LEVEL", 1, reach=Reach(ReachKind.CUSTOMER, each.customer_id or ""))
    monkeypatch.setattr("service.programme.reaches.reaches_of", counted)
    reaches(ws, HPAS)
    assert len(looked) == 5
    found = levels(ws, HPAS, "PR-LEVEL")
    assert len(looked) == 10
    assert {tuple(one.name for one in each.holds_for) for each in found.answers} == {
        (f"Kommune {number}",) for number in range(5)
    }


def test_hpas_own_rows_are_no_customers(ws: Workspace) -> None:
    lead = new_customer(ws, name="A")
    for reach in (EVERYONE, OF_OFFICES, OF_WAVE, Reach(ReachKind.CUSTOMER, lead.customer_id or "")):
        hpas_says(ws, "PR-LEVEL", 1, reach=reach)
    assert [each.name for each in list_customers(ws, ADMIN)] == ["A"]
    with ws.database.reading() as connection:
        assert records.how_many_customers(connection) == (1, 0)
        assert [each.customer.name for each in records.newest_responses(connection)] == ["A"]


@pytest.mark.parametrize(
    ("reach", "fault"),
    [
        (Reach(ReachKind.ALL, "x"), "unknown_reach"),
        (Reach(ReachKind.TYPE, Programme.PROGRAMME.value), "unknown_reach"),
        (Reach(ReachKind.WAVE, "2027-5-1"), "unknown_reach"),
        (Reach(ReachKind.WAVE, "20270501"), "unknown_reach"),
        (Reach(ReachKind.CUSTOMER, "nobody"), "unknown_reach"),
    ],
)
def test_what_is_no_reach_of_anyones_is_refused(ws: Workspace, reach: Reach, fault: str) -> None:
    with pytest.raises(BadInput) as raised:
        open_reach(ws, HPAS, reach)
    assert raised.value.fault == fault


def test_an_answer_for_hpas_own_row_is_no_answer_for_a_customer(ws: Workspace) -> None:
    own = open_reach(ws, HPAS, EVERYONE)
    with pytest.raises(BadInput) as raised:
        open_reach(ws, HPAS, Reach(ReachKind.CUSTOMER, own.customer.id))
    assert raised.value.fault == "unknown_reach"


def test_the_row_is_made_once_and_only_by_who_may_answer(ws: Workspace) -> None:
    with pytest.raises(NotAllowed):
        open_reach(ws, REVIEWER, EVERYONE)
    made = open_reach(ws, HPAS, EVERYONE)
    assert open_reach(ws, REVIEWER, EVERYONE).response_id == open_reach(ws, ADMIN, EVERYONE).response_id
    assert open_reach(ws, REVIEWER, EVERYONE).response_id == made.response_id


def test_where_hpas_is_asked_nothing_there_is_no_row(address: str) -> None:
    with workspace(address) as ws, pytest.raises(BadInput) as raised:
        open_reach(ws, HPAS, EVERYONE)
    assert raised.value.fault == "no_programme"


def test_the_levels_of_a_question_say_who_said_what_for_whom(ws: Workspace) -> None:
    new_customer(ws, name="A"), new_customer(ws, CustomerType.GP_OFFICE, name="B", go_live=LATER)
    hpas_says(ws, "PR-LEVEL", 1)
    hpas_says(ws, "PR-LEVEL", 2, reach=OF_OFFICES)
    found = levels(ws, REVIEWER, "PR-LEVEL")
    told = [
        (
            one.given.reach,
            one.given.answer.value,
            one.name,
            [c.name for c in one.customers],
            [c.name for c in one.holds_for],
        )
        for one in found.answers
    ]
    assert told == [
        (EVERYONE, 1, "Lokal bruker", ["A", "B"], ["A"]),
        (OF_OFFICES, 2, "Lokal bruker", ["B"], ["B"]),
    ]
    assert ([each.name for each in found.asked], found.without) == (["A", "B"], ())
    # Nobody is given the answer to this one, and only municipalities to the next.
    assert levels(ws, HPAS, "PR-OTHER").asked == ()
    assert [each.name for each in levels(ws, HPAS, "PR-SHARE").without] == ["A"]


def test_hpas_is_judged_towards_a_wave_by_what_it_says_for_it(ws: Workspace) -> None:
    new_customer(ws), new_customer(ws, go_live=LATER)
    assert judge_programme(ws, REVIEWER, reaches(ws, REVIEWER), wave=LATER, as_of=DAY) is None
    hpas_says(ws, "PR-LEVEL", 1)
    hpas_says(ws, "PR-LEVEL", 3, reach=OF_WAVE)
    found = reaches(ws, REVIEWER)
    near, far = (judge_programme(ws, REVIEWER, found, wave=wave, as_of=DAY) for wave in (GO_LIVE, LATER))
    assert near
    assert far
    assert (near.judgement.go_live, far.judgement.go_live) == (GO_LIVE, LATER)
    assert [each.judgement.questions["PR-LEVEL"].attainment for each in (near, far)] == [1.0, pytest.approx(1 / 3)]
    assert {gap.question.id for gap in near.gaps} == {"PR-YESNO", "PR-ROWS", "PR-SHARE", "PR-OTHER"}


def test_hpas_own_answers_are_judged_towards_the_next_day_somebody_starts(ws: Workspace) -> None:
    new_customer(ws), new_customer(ws, go_live=LATER)
    view = hpas_says(ws, "PR-LEVEL", 1)
    found = {day: judge_customer(ws, HPAS, view.customer.id, as_of=day).judgement.go_live for day in (DAY, LATER)}
    assert found == {DAY: GO_LIVE, LATER: LATER}
    after = judge_customer(ws, HPAS, view.customer.id, as_of=LATER + timedelta(days=1))
    assert after.judgement.go_live == LATER


def test_what_is_said_for_few_stands_over_what_is_said_for_all(ws: Workspace) -> None:
    new_customer(ws)
    hpas_says(ws, "PR-LEVEL", 1)
    hpas_says(ws, "PR-YESNO", True)
    view = hpas_says(ws, "PR-LEVEL", 2, reach=OF_WAVE)
    read = open_response(ws, HPAS, view.customer.id)
    assert {of: answer.value for of, answer in read.counted.items()} == {"PR-LEVEL": 2, "PR-YESNO": True}
    assert {of: answer.value for of, answer in read.answers.items()} == {"PR-LEVEL": 2}


def test_who_waits_for_hpas_is_told_by_question_with_the_stops_it_holds_up(ws: Workspace) -> None:
    new_customer(ws, name="A"), new_customer(ws, CustomerType.GP_OFFICE, name="B")
    hpas_says(ws, "PR-LEVEL", 0, reach=OF_OFFICES)
    found = awaited(ws, HPAS, as_of=DAY)
    assert {each.question.id: each.customers for each in found} == {
        "PR-LEVEL": ("A", "B"),
        "PR-YESNO": ("A", "B"),
        "PR-ROWS": ("A",),
        "PR-SHARE": ("A",),
    }
    assert found == sorted(found, key=lambda each: (-each.stops, -len(each.customers), -each.days_late))
    assert {each.question.id: each.reach for each in found if each.question.id != "PR-LEVEL"} == dict.fromkeys(
        ("PR-YESNO", "PR-ROWS", "PR-SHARE"), EVERYONE
    )
    assert all(each.by and each.days_late >= 0 for each in found)


def test_only_the_customers_it_is_a_hard_stop_for_are_counted_as_held_up(ws: Workspace) -> None:
    asks = {kind: form.questionnaire for kind, form in ws.forms.items()}
    for kind in (CustomerType.MUNICIPALITY, CustomerType.GP_OFFICE):
        new_customer(ws, kind)
    expected = {
        asked: sum(
            each.hard_stop is not None
            for form in asks.values()
            for each in form.questions
            if each.from_programme == asked
        )
        for asked in ("PR-LEVEL", "PR-YESNO", "PR-ROWS", "PR-SHARE")
    }
    assert set(expected.values()) > {0}
    assert {each.question.id: each.stops for each in awaited(ws, HPAS, as_of=DAY)} == expected


def test_what_a_customer_had_answered_before_is_shown_to_hpas_and_counts_no_more(address: str) -> None:
    before = catalogue(
        questionnaire(question("KO-OWN", "level"), question("KO-LEVEL", "level")),
        ASKED.programme or questionnaire(customer_type=Programme.PROGRAMME),
    )
    with workspace(address, of=before) as old:
        lead: Actor = new_customer(old, name="A")
        customer_says(old, lead, "KO-LEVEL", value=1)
        new = Workspace(old.database, ASKED)
        hpas_says(new, "PR-LEVEL", 4)
        _moved(new, lead)
        (found,) = earlier_answers(new, HPAS)
        assert (found.customer.name, found.question.id, found.own.value) == ("A", "KO-LEVEL", 1)
        hpas_says(new, "PR-LEVEL", 1)
        assert earlier_answers(new, HPAS) == []


def _moved(ws: Workspace, lead: Actor) -> None:
    newer = newer_form(ws, lead, lead.customer_id or "")
    assert newer is not None
    view = move_to_newer(ws, lead, lead.customer_id or "", fingerprint=newer.form.fingerprint)
    assert (view.answers["KO-LEVEL"].value, view.counted["KO-LEVEL"].value) == (1, 4)
