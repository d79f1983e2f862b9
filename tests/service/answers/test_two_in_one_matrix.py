"""Two colleagues in one matrix: the rows of both are stored, one both changed is told, and what was said before can be read."""

from collections.abc import Iterator
from typing import Any

import pytest

from scoring.answers import Matrix, MatrixRow, Share
from scoring.vocabulary import AnswerField
from service.answers.responses import Outcome, Recorded, RevisionKind, history, open_response
from service.workspace import Workspace
from storage.verification import verify
from tests.builders import municipality, record, workspace

VALUE, Q = AnswerField.VALUE, "Q-MATRIX"


class Desk:
    """Two tabs, each with the version it last saw."""

    def __init__(self, address: str) -> None:
        self.ws: Workspace = workspace(address)
        self.lead, self.response_id = municipality(self.ws)
        self.edits = 0

    def say(self, tab: str, base: int, **rows: tuple[float, float]) -> Recorded:
        self.edits += 1
        made = Matrix(tuple(MatrixRow(name, Share(*held)) for name, held in rows.items())) if rows else None
        how: dict[str, Any] = {"base_version": base, "session": tab, "edit_no": self.edits}
        return record(self.ws, self.lead, self.response_id, Q, VALUE, made, **how)

    def stands(self) -> dict[str, tuple[float | None, float | None]]:
        value = open_response(self.ws, self.lead, str(self.lead.customer_id)).answers[Q].value
        assert isinstance(value, Matrix)
        return {row.row: (row.share.done, row.share.all) for row in value.rows}


@pytest.fixture
def desk(address: str) -> Iterator[Desk]:
    made = Desk(address)
    yield made
    made.ws.close()


def test_both_rows_are_stored_and_nobody_is_told_of_a_conflict(desk: Desk) -> None:
    assert desk.say("mine", 0, a=(1, 2)).version == 1
    second = desk.say("theirs", 0, b=(3, 4))
    assert (second.outcome, second.version, second.conflict) == (Outcome.SAVED, 2, None)
    third = desk.say("mine", 1, a=(2, 2), c=(0, 1))
    assert (third.version, third.conflict) == (3, None)
    assert desk.stands() == {"a": (2, 2), "b": (3, 4), "c": (0, 1)}


def test_a_row_that_both_changed_is_mine_and_is_told_with_their_word(desk: Desk) -> None:
    desk.say("mine", 0, a=(1, 4), b=(1, 4))
    desk.say("theirs", 1, a=(2, 4), b=(2, 4))
    told = desk.say("mine", 1, a=(3, 4), b=(1, 4)).conflict
    assert told is not None
    assert (told.rows, told.version) == (("a",), 2)
    assert desk.stands() == {"a": (3, 4), "b": (2, 4)}


def test_to_take_out_a_row_leaves_the_others_of_a_colleague(desk: Desk) -> None:
    desk.say("mine", 0, a=(1, 4))
    desk.say("theirs", 1, a=(1, 4), b=(2, 4))
    assert desk.say("mine", 1).conflict is None
    assert desk.stands() == {"b": (2, 4)}


def test_one_who_has_seen_nothing_writes_over_the_whole(desk: Desk) -> None:
    desk.say("mine", 0, a=(1, 4))
    record(desk.ws, desk.lead, desk.response_id, Q, VALUE, Matrix(()), base_version=None, session="x", edit_no=1)
    assert desk.stands() == {}


def test_the_history_has_each_matrix_whole_and_its_chain_holds(desk: Desk) -> None:
    desk.say("mine", 0, a=(1, 2))
    desk.say("theirs", 0, b=(3, 4))
    desk.say("mine", 1, a=(2, 2))
    told = history(desk.ws, desk.lead, desk.response_id, Q)
    rows = [[row.row for row in line.content.rows] for line in told if isinstance(line.content, Matrix)]
    assert rows == [["a"], ["a", "b"], ["a", "b"]]
    assert {line.kind for line in told} == {RevisionKind.EDIT}
    assert verify(desk.ws.database).findings == ()
