"""One mechanism: what HPAS answers is the same for one customer, for all at once, along the way and in what was sent in."""

import random
from collections.abc import Iterator
from datetime import date

import pytest

from scoring.answers import Matrix, MatrixRow, Share
from scoring.basis import EVERYONE, Basis, Reach
from scoring.vocabulary import CustomerType, ReachKind, WaitingOn
from service.faults import BadInput
from service.judgement import judge_customer
from service.people.actor import Actor
from service.plan.waivers import decide_waiver, propose_waiver
from service.portfolio.comparison import read_comparison
from service.portfolio.owed import owed_list
from service.portfolio.trend import read_trend
from service.portfolio.trend_of_all import trends_of_all
from service.review.open_review import open_review
from service.review.ratings import judged, rate
from service.review.submissions import NotSeen, State, move, open_snapshot, send_in
from service.workspace import Workspace
from tests.builders import GO_LIVE, REVIEWER
from tests.service.programme.asked import counts_as, customer_says, hpas_says, new_customer, programme, seen_by
from tests.service.review.sending import days_before

DAY = days_before(70)
WAVES = (GO_LIVE, date(2027, 9, 1), None)


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with programme(address) as opened:
        yield opened


def lived(ws: Workspace, seed: int) -> list[Actor]:
    """Customers of both types and all waves, of which some disagree and some are answered by themselves."""
    chance = random.Random(seed)
    leads = [
        new_customer(ws, kind, go_live=wave)
        for kind in (CustomerType.MUNICIPALITY, CustomerType.GP_OFFICE)
        for wave in WAVES
        for _ in range(2)
    ]
    wave, kind = Reach(ReachKind.WAVE, GO_LIVE.isoformat()), Reach(ReachKind.TYPE, CustomerType.GP_OFFICE.value)
    for reach in (EVERYONE, wave, kind):
        _hpas(ws, chance, reach)
    for lead in leads:
        own, asked = ("KO-OWN", "KO-LEVEL") if _is_municipality(ws, lead) else ("FL-OWN", "FL-LEVEL")
        customer_says(ws, lead, own, value=2 if own == "KO-OWN" else True)
        if chance.random() < 0.5:
            customer_says(ws, lead, asked, disagrees="Nei", value=chance.randrange(5))
        if chance.random() < 0.5:
            _hpas(ws, chance, Reach(ReachKind.CUSTOMER, lead.customer_id or ""))
        if chance.random() < 0.3:
            customer_says(ws, lead, asked, disagrees="Fortsatt nei", value=chance.randrange(5))
    return leads


def _is_municipality(ws: Workspace, lead: Actor) -> bool:
    return seen_by(ws, lead).customer.customer_type is CustomerType.MUNICIPALITY


def _hpas(ws: Workspace, chance: random.Random, reach: Reach) -> None:
    said = {
        "PR-LEVEL": chance.randrange(5),
        "PR-YESNO": chance.random() < 0.5,
        "PR-SHARE": Share(chance.randrange(4), 3 + chance.randrange(2)),
        "PR-ROWS": Matrix(tuple(MatrixRow(row, Share(chance.randrange(5), 5)) for row in ("lab", "xray"))),
    }
    for question_id, value in said.items():
        if isinstance(value, Share) and value.more_than_all:
            continue
        if chance.random() < 0.7:
            who = chance.choice([None, WaitingOn.EPIC])
            hpas_says(ws, question_id, value, reach=reach, waiting_on=who)


@pytest.mark.parametrize("seed", range(3))
def test_all_at_once_says_what_each_one_says(ws: Workspace, seed: int) -> None:
    leads = lived(ws, seed)
    many = {each.key: each for each in read_comparison(ws, REVIEWER, as_of=DAY).judged.rows()}
    along = {each.customer_id: each for each in trends_of_all(ws, REVIEWER, as_of=DAY)}
    assert len(many) == len(along) == len(leads)
    for lead in leads:
        customer_id = lead.customer_id or ""
        one, row = judge_customer(ws, lead, customer_id, as_of=DAY).judgement, many[customer_id]
        assert (row.verdict, row.overall, row.failed_stops) == (one.verdict, one.overall, one.failing)
        own = read_trend(ws, lead, customer_id, as_of=DAY).points[Basis.CUSTOMER]
        assert list(along[customer_id].points) == list(own)


def test_the_list_of_who_owes_says_whom_hpas_says_it_waits_on(ws: Workspace) -> None:
    leads = lived(ws, 5)
    compared = read_comparison(ws, REVIEWER, as_of=DAY)
    ids = [member.customer_id for member in compared.members]
    listed = {(ids[item.place], item.question.id, item.who) for item in owed_list(compared).owed if item.when}
    for lead in leads:
        found = judge_customer(ws, lead, lead.customer_id or "", as_of=DAY)
        alone = {
            (lead.customer_id, gap.question.id, gap.waiting_on or WaitingOn.HPAS) for gap in found.gaps if not gap.own
        }
        assert alone == {line for line in listed if line[0] == lead.customer_id}


def test_what_was_sent_in_keeps_hpas_answers_as_they_were(ws: Workspace) -> None:
    lead = new_customer(ws)
    customer_says(ws, lead, "KO-OWN", value=3)
    hpas_says(ws, "PR-LEVEL", 3, comment="Vist 1. mars")
    hpas_says(ws, "PR-YESNO", True)
    customer_says(ws, lead, "KO-SHARE", disagrees="Hos oss er det færre", value=Share(1, 4))
    view = seen_by(ws, lead)
    # HPAS's own hard stops are not the customer's to answer before it sends in.
    sent = send_in(ws, lead, lead.customer_id or "", seen=view.marker, as_of=DAY)
    then = judged(open_snapshot(ws, lead, sent))
    hpas_says(ws, "PR-LEVEL", 0)
    hpas_says(ws, "PR-YESNO", False)
    taken = open_snapshot(ws, lead, sent)
    assert judged(taken) == then
    assert taken.answers == view.counted
    assert taken.answers["KO-LEVEL"].comment == "Vist 1. mars"
    assert taken.answers["KO-SHARE"].disagrees == "Hos oss er det færre"
    cut = read_comparison(ws, REVIEWER, as_of=DAY, cut=60).judged.rows()
    assert [(each.verdict, each.overall) for each in cut] == [(then.verdict, then.overall)]
    assert counts_as(ws, lead, "KO-STOP") != taken.answers["KO-STOP"]


def test_what_hpas_answers_is_not_reviewed(ws: Workspace) -> None:
    lead = new_customer(ws)
    customer_says(ws, lead, "KO-OWN", value=3)
    hpas_says(ws, "PR-LEVEL", 3)
    sent = send_in(ws, lead, lead.customer_id or "", seen=seen_by(ws, lead).marker, as_of=DAY)
    move(ws, REVIEWER, sent, State.IN_REVIEW, expected=State.SENT)
    assert list(open_review(ws, REVIEWER, sent).proposals) == ["KO-OWN"]
    with pytest.raises(NotSeen) as unseen:
        move(ws, REVIEWER, sent, State.REVIEWED, expected=State.IN_REVIEW)
    assert unseen.value.count == 1
    with pytest.raises(BadInput) as raised:
        rate(ws, REVIEWER, sent, "KO-LEVEL", agreed=True)
    assert raised.value.fault == "rating_of_hpas"


def test_a_waiver_falls_when_hpas_changes_the_answer_it_was_given_for(ws: Workspace) -> None:
    lead = new_customer(ws)
    hpas_says(ws, "PR-YESNO", False)
    held = (judge_customer(ws, lead, lead.customer_id or "", as_of=DAY).view.response_id, "KO-STOP")
    waiver = propose_waiver(ws, lead, *held, measure="Vakt", owner="Drift", expires=date(2099, 1, 1))
    decide_waiver(ws, REVIEWER, waiver, approve=True, reason="Greit")

    def waived() -> tuple[bool, bool]:
        one = judge_customer(ws, lead, lead.customer_id or "", as_of=DAY).judgement
        ((_, many),) = read_comparison(ws, REVIEWER, as_of=DAY).judged.parts
        return one.questions["KO-STOP"].waived, bool(many.waived.any())

    assert waived() == (True, True)
    hpas_says(ws, "PR-YESNO", None)
    assert waived() == (False, False)


def test_a_proposal_is_not_approved_on_another_answer_of_hpas(ws: Workspace) -> None:
    lead = new_customer(ws)
    hpas_says(ws, "PR-YESNO", False)
    response_id = seen_by(ws, lead).response_id
    waiver = propose_waiver(ws, lead, response_id, "KO-STOP", measure="Vakt", owner="Drift", expires=date(2099, 1, 1))
    hpas_says(ws, "PR-YESNO", True)
    with pytest.raises(BadInput) as raised:
        decide_waiver(ws, REVIEWER, waiver, approve=True, reason="Greit")
    assert raised.value.fault == "answer_changed"
