"""Kvalitetssikring: HPAS's own rating, who sees it when, the queue, and where the two are apart."""

from collections.abc import Iterator

import pytest

from scoring.answers import Value
from scoring.basis import Basis, Rating, answers_on_basis
from scoring.disagreement import RankBy, ranked
from scoring.vocabulary import AnswerField
from service.faults import BadInput
from service.people.actor import Actor, Role
from service.review.ratings import disagreement, judged, rate, ratings
from service.review.submission_states import State
from service.review.submissions import move, open_snapshot
from service.workspace import Workspace
from tests.builders import ADMIN, REVIEWER, municipality, workspace
from tests.service.review.sending import begin_review, hand_back, new_lead, say, sent


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    with workspace(address_of_module) as opened:
        yield opened


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    return new_lead(ws)


def test_the_customer_sees_the_ratings_once_they_are_handed_back(ws: Workspace, lead: Actor) -> None:
    for to in (State.RETURNED, State.REVIEWED):
        made = begin_review(ws, sent(ws, lead, {"Q-LEVEL": 3}))
        rate(ws, REVIEWER, made, "Q-LEVEL", agreed=False, value=1, reason="Ingen har øvd.")
        viewer = Actor("v", "V", Role.VIEWER, lead.customer_id)
        assert [len(open_snapshot(ws, who, made).ratings) for who in (lead, viewer, REVIEWER, ADMIN)] == [0, 0, 1, 1]
        hand_back(ws, made, to)
        seen = open_snapshot(ws, lead, made).ratings["Q-LEVEL"]
        assert (seen.agreed, seen.value, seen.reason, seen.by) == (False, 1, "Ingen har øvd.", REVIEWER.id)


def test_the_newest_word_on_a_question_stands(ws: Workspace, lead: Actor) -> None:
    made = begin_review(ws, sent(ws, lead, {"Q-LEVEL": 3, "Q-NUMBER": 2}))
    rate(ws, REVIEWER, made, "Q-LEVEL", agreed=False, value=1, reason="Nei")
    rate(ws, REVIEWER, made, "Q-NUMBER", agreed=True)
    rate(ws, ADMIN, made, "Q-LEVEL", agreed=True, reason="Fikk se referatet")
    assert ratings(open_snapshot(ws, REVIEWER, made)) == {"Q-LEVEL": Rating(True), "Q-NUMBER": Rating(True)}


BAD: list[tuple[dict[str, object], str]] = [
    ({"agreed": False, "value": 2}, "rating_reason_missing"),
    ({"agreed": False, "value": 2, "reason": " "}, "rating_reason_missing"),
    ({"agreed": False, "value": 7, "reason": "r"}, "not_a_level"),
    ({"agreed": False, "value": "2", "reason": "r"}, "wrong_type"),
    ({"agreed": True, "value": 2}, "rating_with_value"),
    ({"agreed": True, "question_id": "Q-NONE"}, "unknown_question"),
    ({"agreed": False, "reason": "a\0b"}, "control_character"),
]


@pytest.mark.parametrize(("given", "fault"), BAD)
def test_a_rating_that_does_not_fit_is_refused(
    ws: Workspace, lead: Actor, given: dict[str, object], fault: str
) -> None:
    made = begin_review(ws, sent(ws, lead, {"Q-LEVEL": 3}))
    with pytest.raises(BadInput) as raised:
        rate(ws, REVIEWER, made, **{"question_id": "Q-LEVEL", **given})  # type: ignore[arg-type]
    assert (raised.value.fault, open_snapshot(ws, REVIEWER, made).ratings) == (fault, {})


@pytest.mark.parametrize("state", [State.SENT, State.REOPENED, State.RETURNED, State.REVIEWED])
def test_ratings_are_made_only_while_a_review_is_open(ws: Workspace, lead: Actor, state: State) -> None:
    made = sent(ws, lead, {"Q-LEVEL": 3})
    if state is State.REOPENED:
        move(ws, lead, made, state, expected=State.SENT)
    elif state is not State.SENT:
        hand_back(ws, begin_review(ws, made), state)
    with pytest.raises(BadInput) as raised:
        rate(ws, REVIEWER, made, "Q-LEVEL", agreed=True)
    assert raised.value.fault == "not_in_review"


# The customer's answer, HPAS's rating, and what counts on HPAS's basis.
BASES: list[tuple[Value | None, Rating | None, Value | None]] = [
    (3, None, 3),
    (3, Rating(True), 3),
    (3, Rating(False, 1), 1),
    (3, Rating(False, None), None),
    (None, Rating(False, 2), 2),
]


@pytest.mark.parametrize(("own", "rating", "counts"), BASES)
def test_on_hpas_basis_its_rating_counts_where_there_is_one(
    ws: Workspace, lead: Actor, own: Value | None, rating: Rating | None, counts: Value | None
) -> None:
    made = begin_review(ws, sent(ws, lead, {"Q-LEVEL": own}))
    if rating:
        rate(ws, REVIEWER, made, "Q-LEVEL", agreed=rating.agreed, value=rating.value, reason="Derfor")
    view = open_snapshot(ws, REVIEWER, made)
    for basis, value in ((Basis.CUSTOMER, own), (Basis.HPAS, counts)):
        answers = answers_on_basis(view.answers, ratings(view), basis)
        assert judged(view, answers).questions["Q-LEVEL"].answer.value == value


def test_a_rating_lifts_what_the_customer_says_does_not_apply(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, {"Q-STOP": "Gjelder ikke oss"}, field=AnswerField.NOT_APPLICABLE)
    made = begin_review(ws, sent(ws, lead))
    rate(ws, REVIEWER, made, "Q-STOP", agreed=False, value=False, reason="Det gjelder alle.")
    view = open_snapshot(ws, REVIEWER, made)
    hpas = judged(view, answers_on_basis(view.answers, ratings(view), Basis.HPAS))
    assert hpas.questions["Q-STOP"].attainment == 0
    assert judged(view).questions["Q-STOP"].attainment is None


@pytest.fixture
def own_ws(address: str) -> Iterator[Workspace]:
    """A database without what the other tests have sent in."""
    with workspace(address) as opened:
        yield opened


def test_where_the_two_part_is_ranked_by_distance(own_ws: Workspace) -> None:
    lead, other = (municipality(own_ws, name)[0] for name in "AB")
    said = {"Q-LEVEL": 3, "Q-YESNO": True, "Q-STOP": True}
    for who, disagreed in ((lead, {"Q-YESNO": False, "Q-LEVEL": 2}), (other, {"Q-YESNO": False})):
        made = begin_review(own_ws, sent(own_ws, who, said))
        rate(own_ws, REVIEWER, made, "Q-STOP", agreed=True)
        for question_id, value in disagreed.items():
            rate(own_ws, REVIEWER, made, question_id, agreed=False, value=value, reason="Derfor")
    found = disagreement(own_ws, REVIEWER)
    assert [(each.question_id, round(each.distance, 6)) for each in found] == [
        ("Q-YESNO", 1),
        ("Q-LEVEL", 0.333333),
        ("Q-YESNO", 1),
    ]
    by_topic = [(each.name, each.customers, each.questions, each.higher) for each in ranked(found, RankBy.TOPIC)]
    assert by_topic == [("on_call", 2, 1, 2), ("message_test", 1, 1, 1)]
    assert ranked(found, RankBy.CUSTOMER)[0].name == lead.customer_id
    # Means by weight: two say yes where HPAS says no; one says level 3, HPAS level 2, of the 3 that are required.
    means = [(each.parted, each.own, round(each.hpas, 6)) for each in ranked(found, RankBy.TOPIC)]
    assert means == [(2, 1, 0), (1, 1, 0.666667)]
