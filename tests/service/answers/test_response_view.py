"""What a save says of the whole response is what reading it says, whatever the one who saved had seen before."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.answers import Answer
from scoring.vocabulary import AnswerField, WaitingOn
from service.answers.responses import FieldChange, ResponseView, enter, open_response
from service.people.actor import Actor
from service.people.customers import set_go_live
from service.workspace import Workspace
from tests.builders import ADMIN, GO_LIVE, municipality, workspace

FIELDS: dict[tuple[str, AnswerField], list[Any]] = {
    ("Q-LEVEL", AnswerField.VALUE): [None, 0, 2, 4],
    ("Q-YESNO", AnswerField.VALUE): [None, True, False],
    ("Q-LEVEL", AnswerField.COMMENT): [None, "Vi venter på papirer"],
    ("Q-LEVEL", AnswerField.WAITING_ON): [None, WaitingOn.HPAS],
    ("Q-YESNO", AnswerField.NOT_APPLICABLE): [None, "Vi har ikke slike tjenester"],
}
EDITS = st.sampled_from(list(FIELDS)).flatmap(lambda field: st.tuples(st.just(field), st.sampled_from(FIELDS[field])))
# Whether it is the one or the other who writes, and what they say.
STEPS = st.lists(st.tuples(st.booleans(), st.lists(EDITS, min_size=1, max_size=2)), max_size=8)


class House:
    """A response that several are at work in."""

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        self.lead: Actor
        self.lead, self.response_id = municipality(ws, f"Kommune {uuid4().hex}")
        self.edits = 0

    def read(self) -> ResponseView:
        assert self.lead.customer_id
        return open_response(self.ws, self.lead, self.lead.customer_id)

    def save(self, said: list[tuple[tuple[str, AnswerField], Any]], known: ResponseView | None) -> ResponseView:
        self.edits += 1
        changes = [FieldChange(question_id, field, content) for (question_id, field), content in said]
        return enter(self.ws, self.lead, self.response_id, changes, session="tab", edit_no=self.edits, known=known).view


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    opened = workspace(address_of_module)
    yield opened
    opened.database.close()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_it_is_what_reading_it_gives_also_when_two_write_in_turn(ws: Workspace, steps: Any) -> None:
    house = House(ws)
    seen = {True: house.read(), False: house.read()}
    for who, said in steps:
        seen[who] = house.save(said, seen[who])
        assert seen[who] == house.read()


def doctored(view: ResponseView) -> ResponseView:
    """The view with an answer nobody has given: it shows whether it was used."""
    return replace(view, answers={**view.answers, "Q-DATE": Answer(comment="bare her")})


LEVEL = ("Q-LEVEL", AnswerField.VALUE)


def test_what_nobody_has_written_since_is_not_read_again(ws: Workspace) -> None:
    house = House(ws)
    known = doctored(house.save([(LEVEL, 2)], None))
    assert set(house.save([(LEVEL, 3)], known).answers) == {"Q-LEVEL", "Q-DATE"}


def test_all_is_read_again_when_someone_has_written_since(ws: Workspace) -> None:
    house = House(ws)
    known = doctored(house.save([(LEVEL, 2)], None))
    house.save([(("Q-YESNO", AnswerField.VALUE), True)], None)
    assert set(house.save([(LEVEL, 3)], known).answers) == {"Q-LEVEL", "Q-YESNO"}


def test_what_was_seen_of_another_response_is_not_used(ws: Workspace) -> None:
    theirs, house = House(ws), House(ws)
    assert set(house.save([(LEVEL, 3)], doctored(theirs.read())).answers) == {"Q-LEVEL"}


def test_the_go_live_is_read_every_time(ws: Workspace) -> None:
    house = House(ws)
    known = house.read()
    assert house.lead.customer_id
    moved = GO_LIVE.replace(year=GO_LIVE.year + 1)
    set_go_live(ws, ADMIN, house.lead.customer_id, moved)
    assert house.save([(LEVEL, 3)], known).customer.go_live == moved
