"""What a reviewer is told to look at, and how much of it all has been looked at."""

import pytest

from scoring.answers import Answer
from scoring.judgement import Judgement, judge
from scoring.review.looked_at import Looked, Manner, looked_at, said_otherwise, unseen
from scoring.review.proposals import Proposed, drawn, proposed
from scoring.yardstick import yardstick
from tests.scoring.builders import Case, form
from tests.scoring.test_changes import AS_OF, GO_LIVE, LEVEL

STOP = {**LEVEL, "hard_stop": "go_live"}
QUESTIONS = {"A": LEVEL, "B": LEVEL, "C": STOP, "D": STOP, "E": LEVEL, "F": LEVEL, "G": LEVEL}
SAID = {id_: Answer(level) for id_, level in {"A": 2, "B": 4, "C": 4, "D": 1, "E": 0}.items()}
SAID["G"] = Answer(not_applicable="Gjelder ikke oss")


def judgement() -> Judgement:
    return judge(yardstick(form(Case(QUESTIONS, {}, GO_LIVE, AS_OF))), SAID, go_live=GO_LIVE, as_of=AS_OF)


def test_each_has_every_reason_and_the_gravest_decides_where_it_stands() -> None:
    found = proposed(judgement(), changed={"B", "C"}, contradictions={"A"}, seed="s", sample=0)
    assert found == {
        "D": (Proposed.FAILING_STOP,),
        "C": (Proposed.STOP, Proposed.CHANGED),
        "G": (Proposed.NOT_APPLICABLE,),
        "B": (Proposed.CHANGED,),
        "A": (Proposed.CONTRADICTION,),
    }
    assert list(found) == ["D", "C", "G", "B", "A"]


@pytest.mark.parametrize(("sample", "of_the_rest"), [(0, 0), (2, 2), (99, 3)])
def test_the_sample_is_of_what_is_answered_and_no_rule_names(sample: int, of_the_rest: int) -> None:
    found = proposed(judgement(), changed=(), seed="s", sample=sample)
    assert [why for why in found.values() if why == (Proposed.SAMPLE,)] == [(Proposed.SAMPLE,)] * of_the_rest
    assert "F" not in found, "nobody has answered it"


def test_the_sample_is_the_same_for_a_snapshot_and_another_for_the_next() -> None:
    ids = [f"Q-{number}" for number in range(60)]
    assert drawn(ids, "one", 5) == drawn(ids[::-1], "one", 5)
    assert len({tuple(drawn(ids, f"snapshot {n}", 5)) for n in range(20)}) == 20
    # Each has its chance: over many snapshots none of sixty is left out.
    assert {each for n in range(200) for each in drawn(ids, str(n), 5)} == set(ids)


MANNERS = {"A": None, "B": Manner.CARRIED, "C": Manner.TOGETHER, "F": None}


def test_what_is_looked_at_counts_among_the_answers_alone() -> None:
    found = looked_at(SAID, MANNERS)
    assert (found, found.unseen) == (Looked(looked=2, together=1, answers=6), 3)
    assert unseen(SAID, MANNERS) == ["D", "E", "G"]


SAME = Answer(2, comment="k", evidence="e")
OTHERWISE = [
    (Answer(2, comment="k", evidence="e"), False),
    (Answer(3, comment="k", evidence="e"), True),
    (Answer(2, comment="annet", evidence="e"), True),
    (Answer(2, comment="k"), True),
    (Answer(not_applicable="nei", comment="k", evidence="e"), True),
    (None, True),
]


@pytest.mark.parametrize(("now", "changed"), OTHERWISE)
def test_an_answer_is_the_same_when_all_that_is_said_of_it_is(now: Answer | None, changed: bool) -> None:
    after = {} if now is None else {"Q": now}
    assert said_otherwise({"Q": SAME}, after) == said_otherwise(after, {"Q": SAME}) == ({"Q"} if changed else set())
