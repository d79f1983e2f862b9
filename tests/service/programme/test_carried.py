"""What HPAS answers counts for the customers it is for: the most particular holds, and a customer may disagree."""

from collections.abc import Iterator
from datetime import date

import pytest

from scoring.answers import Matrix, MatrixRow, Share
from scoring.basis import EVERYONE, Reach
from scoring.vocabulary import CustomerType, ReachKind, Status, Verdict, WaitingOn
from service.answers.responses import history
from service.faults import BadInput
from service.judgement import judge_customer
from service.people.actor import Actor
from service.programme.disagreements import disagreements
from service.workspace import Workspace
from tests.builders import GO_LIVE, REVIEWER
from tests.service.programme.asked import (
    BOTH_ROWS,
    counts_as,
    customer_says,
    hpas_says,
    new_customer,
    programme,
    seen_by,
)
from tests.service.review.sending import days_before

LATER = date(2027, 9, 1)
OF_TYPE = Reach(ReachKind.TYPE, CustomerType.MUNICIPALITY.value)
OF_WAVE = Reach(ReachKind.WAVE, GO_LIVE.isoformat())


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with programme(address) as opened:
        yield opened


def of_customer(lead: Actor) -> Reach:
    return Reach(ReachKind.CUSTOMER, lead.customer_id or "")


def level_of(ws: Workspace, lead: Actor, question_id: str = "KO-LEVEL") -> object:
    answer = counts_as(ws, lead, question_id)
    return answer.value if answer else None


def test_the_most_particular_answer_holds_and_the_others_stand_behind_it(ws: Workspace) -> None:
    here, elsewhere = new_customer(ws), new_customer(ws, go_live=LATER)
    office, undated = new_customer(ws, CustomerType.GP_OFFICE), new_customer(ws, go_live=None)
    order = [EVERYONE, OF_TYPE, OF_WAVE, of_customer(here)]
    # After each answer: what counts for the four.
    seen = [(1, 1, 1, 1), (2, 2, 1, 2), (3, 2, 3, 2), (4, 2, 3, 2)]
    for level, (reach, expected) in enumerate(zip(order, seen, strict=True), start=1):
        hpas_says(ws, "PR-LEVEL", level, reach=reach)
        both = (level_of(ws, here), level_of(ws, elsewhere), level_of(ws, office, "FL-LEVEL"), level_of(ws, undated))
        assert both == expected
    for reach, left in zip(reversed(order), (3, 2, 1, None), strict=True):
        hpas_says(ws, "PR-LEVEL", None, reach=reach)
        assert level_of(ws, here) == left


def test_a_question_is_taken_whole_from_one_reach(ws: Workspace) -> None:
    lead = new_customer(ws)
    hpas_says(ws, "PR-LEVEL", 1, comment="For alle", waiting_on=WaitingOn.EPIC)
    hpas_says(ws, "PR-LEVEL", 2, reach=OF_TYPE)
    answer = counts_as(ws, lead, "KO-LEVEL")
    assert answer
    assert (answer.value, answer.comment, answer.waiting_on) == (2, None, None)


def test_hpas_answer_is_measured_by_the_customers_own_question(ws: Workspace) -> None:
    lead = new_customer(ws)
    hpas_says(ws, "PR-ROWS", BOTH_ROWS)
    answer = counts_as(ws, lead, "KO-ROWS")
    assert answer
    assert answer.value == Matrix((MatrixRow("lab", Share(5, 10)),))
    judged = judge_customer(ws, lead, lead.customer_id or "", as_of=days_before(80)).judgement.questions["KO-ROWS"]
    assert judged.attainment == 0.5


def test_an_unanswered_one_counts_waits_on_hpas_and_is_no_gap_of_the_customers(ws: Workspace) -> None:
    lead = new_customer(ws)
    customer_says(ws, lead, "KO-OWN", value=4)
    found = judge_customer(ws, lead, lead.customer_id or "", as_of=days_before(10))
    gaps = {gap.question.id: gap for gap in found.gaps}
    assert found.judgement.overall.applicable == 5
    assert found.judgement.own_progress() == (1, 1)
    assert gaps["KO-STOP"].status is Status.UNANSWERED
    assert not any(gap.own for gap in gaps.values())


def test_one_answer_of_hpas_moves_the_verdict_of_all_it_touches(ws: Workspace) -> None:
    leads = [new_customer(ws), new_customer(ws), new_customer(ws, CustomerType.GP_OFFICE)]
    for lead, own in zip(leads, ("KO-OWN", "KO-OWN", "FL-OWN"), strict=True):
        customer_says(ws, lead, own, value=4 if own == "KO-OWN" else True)
    for question_id, value in (("PR-LEVEL", 4), ("PR-ROWS", BOTH_ROWS), ("PR-SHARE", Share(1, 1))):
        hpas_says(ws, question_id, value)

    def verdicts() -> set[Verdict | None]:
        judged = (judge_customer(ws, lead, lead.customer_id or "", as_of=days_before(95)).judgement for lead in leads)
        return {each.verdict for each in judged}

    before = verdicts()
    hpas_says(ws, "PR-YESNO", True)
    after = verdicts()
    assert Verdict.NOT_READY not in after
    assert before != after


def test_a_customer_may_not_answer_what_hpas_answers(ws: Workspace) -> None:
    lead = new_customer(ws)
    for said in ({"value": 3}, {"not_applicable": "Nei"}, {"not_known": True}, {"waiting_on": WaitingOn.EPIC}):
        with pytest.raises(BadInput) as raised:
            customer_says(ws, lead, "KO-LEVEL", **said)
        assert (raised.value.fault, raised.value.question_id) == ("hpas_answers", "KO-LEVEL")
    with pytest.raises(BadInput) as raised:
        customer_says(ws, lead, "KO-OWN", disagrees="Uenig")
    assert raised.value.fault == "not_for_hpas"
    assert seen_by(ws, lead).answers == {}


def test_a_customer_that_disagrees_counts_by_its_own_answer_until_hpas_answers_it_anew(ws: Workspace) -> None:
    lead, other = new_customer(ws), new_customer(ws)
    hpas_says(ws, "PR-LEVEL", 4)
    customer_says(ws, lead, "KO-LEVEL", disagrees="Vi ser det ikke", value=1)
    (against,) = disagreements(ws, REVIEWER)
    assert (level_of(ws, lead), level_of(ws, other)) == (1, 4)
    assert (against.customer.id, against.question.id, against.asked) == (lead.customer_id, "KO-LEVEL", "PR-LEVEL")
    assert against.given
    assert (against.own.disagrees, against.given.answer.value) == ("Vi ser det ikke", 4)

    hpas_says(ws, "PR-LEVEL", 3)
    assert (level_of(ws, lead), len(disagreements(ws, REVIEWER))) == (1, 1)
    hpas_says(ws, "PR-LEVEL", 2, reach=of_customer(lead))
    assert (level_of(ws, lead), level_of(ws, other), disagreements(ws, REVIEWER)) == (2, 3, [])
    customer_says(ws, lead, "KO-LEVEL", disagrees="Fortsatt ikke")
    assert (level_of(ws, lead), len(disagreements(ws, REVIEWER))) == (1, 1)
    # HPAS stands by what it said: a word is enough.
    hpas_says(ws, "PR-LEVEL", 2, reach=of_customer(lead), comment="Vi viste dere 3. mars")
    assert (level_of(ws, lead), disagreements(ws, REVIEWER)) == (2, [])


def test_a_customer_may_take_back_that_it_disagrees(ws: Workspace) -> None:
    lead = new_customer(ws)
    hpas_says(ws, "PR-LEVEL", 4)
    view = customer_says(ws, lead, "KO-LEVEL", disagrees="Vi ser det ikke", value=1)
    view = customer_says(ws, lead, "KO-LEVEL", disagrees=None)
    assert (view.answers.get("KO-LEVEL"), level_of(ws, lead), disagreements(ws, REVIEWER)) == (None, 4, [])
    told = history(ws, lead, view.response_id, "KO-LEVEL")
    assert [(each.field.value, each.content) for each in told] == [
        ("disagrees", "Vi ser det ikke"),
        ("value", 1),
        ("disagrees", None),
        ("value", None),
    ]


def test_an_own_answer_that_is_not_finished_does_not_take_hpas_place(ws: Workspace) -> None:
    lead = new_customer(ws)
    hpas_says(ws, "PR-SHARE", Share(3, 4))
    customer_says(ws, lead, "KO-SHARE", disagrees="Færre her", value=Share(1, None))
    assert (level_of(ws, lead, "KO-SHARE"), disagreements(ws, REVIEWER)) == (Share(3, 4), [])


def test_what_hpas_says_does_not_apply_needs_nobody_elses_word(ws: Workspace) -> None:
    lead = new_customer(ws)
    customer_says(ws, lead, "KO-OWN", value=4)
    for question_id, value in (
        ("PR-LEVEL", 4),
        ("PR-ROWS", Matrix((MatrixRow("lab", Share(1, 1)), MatrixRow("xray", Share(1, 1))))),
        ("PR-SHARE", Share(1, 1)),
    ):
        hpas_says(ws, question_id, value)
    hpas_says(ws, "PR-YESNO", None, not_applicable="Gjelder ikke før 2028")
    judgement = judge_customer(ws, lead, lead.customer_id or "", as_of=days_before(10)).judgement
    assert (judgement.questions["KO-STOP"].status, judgement.verdict) == (Status.NOT_APPLICABLE, Verdict.READY)
