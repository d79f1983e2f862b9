"""Saving a field: what stands, what the history says, and what the writer is told."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import pytest

from scoring.vocabulary import AnswerField
from storage import records
from storage.answers import rows as answer_rows
from storage.answers.rows import Outcome, Written
from storage.engines.database import Database
from storage.tables import RevisionKind
from tests.storage.saving import RESPONSE, an_edit, new_database, revisions_per_question
from tests.tell import Tell

SAVED, UNCHANGED, SUPERSEDED = Outcome.SAVED, Outcome.UNCHANGED, Outcome.SUPERSEDED
EDIT, CONFLICT, LATE = RevisionKind.EDIT, RevisionKind.CONFLICT, RevisionKind.SUPERSEDED


class Step(NamedTuple):
    """A save by `session` with its edit number, what it was based on and what it says; then what came of it."""

    session: str
    edit_no: int
    base: int | None
    content: str | None
    outcome: Outcome
    version: int
    overwritten: str | None = None


CASES: dict[str, tuple[list[Step], str | None, list[RevisionKind]]] = {
    "a first answer is version 1": ([Step("A", 1, 0, "x", SAVED, 1)], "x", [EDIT]),
    "the next edit is version 2": ([Step("A", 1, 0, "x", SAVED, 1), Step("A", 2, 1, "y", SAVED, 2)], "y", [EDIT, EDIT]),
    "saying the same again changes nothing": (
        [Step("A", 1, 0, "x", SAVED, 1), Step("A", 2, 1, "x", UNCHANGED, 1), Step("B", 1, 0, "x", UNCHANGED, 1)],
        "x",
        [EDIT],
    ),
    "emptying is an edit like any other": (
        [Step("A", 1, 0, "x", SAVED, 1), Step("A", 2, 1, None, SAVED, 2)],
        None,
        [EDIT, EDIT],
    ),
    "emptying what was empty changes nothing": ([Step("A", 1, 0, None, UNCHANGED, 0)], None, []),
    "an older edit of the session is kept but does not stand": (
        [Step("A", 2, 0, "new", SAVED, 1), Step("A", 1, 0, "old", SUPERSEDED, 1)],
        "new",
        [EDIT, LATE],
    ),
    "an older edit does not stand either when the newer one said the same as before": (
        [
            Step("A", 1, 0, "x", SAVED, 1),
            Step("A", 3, 1, "x", UNCHANGED, 1),
            Step("A", 2, 1, "between", SUPERSEDED, 1),
        ],
        "x",
        [EDIT, LATE],
    ),
    "an older edit does not stand when the newer one emptied what was empty": (
        [Step("A", 2, 0, None, UNCHANGED, 0), Step("A", 1, 0, "typed first", SUPERSEDED, 0)],
        None,
        [LATE],
    ),
    "an older edit does not come in when another has written since": (
        [
            Step("A", 2, 0, "new", SAVED, 1),
            Step("B", 1, 1, "theirs", SAVED, 2),
            Step("A", 1, 0, "old", SUPERSEDED, 2),
        ],
        "theirs",
        [EDIT, EDIT, LATE],
    ),
    "own edits that overlap are no conflict": (
        [Step("A", 1, 0, "x", SAVED, 1), Step("A", 2, 0, "y", SAVED, 2)],
        "y",
        [EDIT, EDIT],
    ),
    "someone who had seen the answer may change it": (
        [Step("A", 1, 0, "x", SAVED, 1), Step("B", 1, 1, "y", SAVED, 2)],
        "y",
        [EDIT, EDIT],
    ),
    "someone who had not seen it writes over it and is told": (
        [Step("A", 1, 0, "x", SAVED, 1), Step("B", 1, 0, "y", SAVED, 2, overwritten="x")],
        "y",
        [EDIT, CONFLICT],
    ),
    "two who take turns unseen are told each time": (
        [
            Step("A", 1, 0, "a", SAVED, 1),
            Step("B", 1, 0, "b", SAVED, 2, overwritten="a"),
            Step("A", 2, 1, "c", SAVED, 3, overwritten="b"),
        ],
        "c",
        [EDIT, CONFLICT, CONFLICT],
    ),
    "writing blind is no conflict": (
        [Step("A", 1, 0, "x", SAVED, 1), Step("import", 1, None, "y", SAVED, 2)],
        "y",
        [EDIT, EDIT],
    ),
}


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    with new_database(address) as opened:
        yield opened


def write(database: Database, step: Step) -> Written:
    edit = an_edit(step.session, step.edit_no, step.content, base_version=step.base)
    with database.writing() as connection:
        return answer_rows.write(connection, RESPONSE, edit)


@pytest.mark.parametrize(("steps", "stands", "kinds"), CASES.values(), ids=CASES.keys())
def test_saving(database: Database, steps: list[Step], stands: str | None, kinds: list[RevisionKind]) -> None:
    for step in steps:
        written = write(database, step)
        told = written.overwritten.content if written.overwritten else None
        assert (written.outcome, written.version, told) == (step.outcome, step.version, step.overwritten)
    with database.reading() as connection:
        current = {row.content for row in answer_rows.fields_of(connection, RESPONSE)} or {None}
        history = answer_rows.revisions(connection, RESPONSE)
    assert (current, [row.kind for row in history]) == ({stands}, kinds)


def test_everything_that_was_typed_is_in_the_history(database: Database) -> None:
    steps = [Step("A", 2, 0, "a", SAVED, 1), Step("A", 1, 0, "b", SUPERSEDED, 1), Step("B", 1, 0, "c", SAVED, 2)]
    for step in steps:
        write(database, step)
    with database.reading() as connection:
        assert [row.content for row in answer_rows.revisions(connection, RESPONSE)] == ["a", "b", "c"]


def test_fields_of_a_question_are_saved_apart(database: Database) -> None:
    with database.writing() as connection:
        answer_rows.write(connection, RESPONSE, an_edit("A", 1, "3"))
        answer_rows.write(connection, RESPONSE, an_edit("A", 1, "fordi", field=AnswerField.COMMENT))
    with database.reading() as connection:
        found = {row.field: (row.content, row.version) for row in answer_rows.fields_of(connection, RESPONSE)}
    assert found == {AnswerField.VALUE: ("3", 1), AnswerField.COMMENT: ("fordi", 1)}


def test_eight_people_save_the_same_five_answers_at_once_and_none_fails(database: Database, tell: Tell) -> None:
    threads, saves, questions = 8, 100, 5
    failed: list[Exception] = []
    took: list[float] = []

    def person(number: int) -> None:
        for turn in range(saves):
            began = time.perf_counter()
            try:
                with database.writing() as connection:
                    edit = an_edit(f"S{number}", turn, f"{number}/{turn}", question_id=f"Q-{turn % questions}")
                    answer_rows.write(connection, RESPONSE, edit)
            except Exception as error:
                failed.append(error)
            took.append(time.perf_counter() - began)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(person, range(threads)))
    versions = revisions_per_question(database)
    slow = sorted(took)[int(len(took) * 0.99)] * 1000
    engine = database.engine.dialect.name
    tell(f"{engine}, {threads} threads: {len(took)} saves, {len(failed)} failed, p99 {slow:.0f} ms")
    assert (failed, sum(versions.values())) == ([], threads * saves)


def test_a_database_has_no_real_customers_until_one_is_added(database: Database) -> None:
    with database.reading() as connection:
        assert records.how_many_customers(connection)[1] == 0
