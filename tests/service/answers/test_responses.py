"""One response: what is saved is what is read, and what does not fit is refused before anything is stored."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.answers import NO_ANSWER, Answer, Matrix, MatrixRow, Share
from scoring.vocabulary import AnswerField, CustomerType, WaitingOn
from service.answers.responses import (
    FieldChange,
    Outcome,
    Recorded,
    RevisionKind,
    history,
    open_response,
    record_many,
    restore,
)
from service.answers.serialisation import pack, unpack
from service.faults import BadInput, NotAllowed
from service.forms import _READ
from service.people.actor import Actor
from service.workspace import Workspace
from storage import records
from storage.engines.problems import Damaged
from tests.builders import catalogue, municipality, question, questionnaire, record, workspace
from tests.storage.behind import lift_guards

VALUE, COMMENT, EVIDENCE = AnswerField.VALUE, AnswerField.COMMENT, AnswerField.EVIDENCE
NOT_APPLICABLE, WAITING_ON = AnswerField.NOT_APPLICABLE, AnswerField.WAITING_ON
NOT_KNOWN = AnswerField.NOT_KNOWN
FORM = catalogue().form(CustomerType.MUNICIPALITY)


class Desk:
    """A lead at work in a new response."""

    def __init__(self, address: str) -> None:
        self.ws: Workspace = workspace(address)
        self.lead: Actor
        self.lead, self.response_id = municipality(self.ws)

    def save(self, question_id: str, field: AnswerField, content: Any, *, base: int = 0, **by: Any) -> Recorded:
        who: dict[str, Any] = {"session": "s", "edit_no": 1} | by
        return record(self.ws, self.lead, self.response_id, question_id, field, content, base_version=base, **who)

    def answers(self) -> dict[str, Answer]:
        assert self.lead.customer_id
        return dict(open_response(self.ws, self.lead, self.lead.customer_id).answers)


@pytest.fixture
def desk(address: str) -> Iterator[Desk]:
    made = Desk(address)
    yield made
    made.ws.close()


@pytest.mark.parametrize(
    ("question_id", "field", "content", "answer"),
    [
        ("Q-LEVEL", VALUE, 0, Answer(value=0)),
        ("Q-YESNO", VALUE, False, Answer(value=False)),
        ("Q-NUMBER", VALUE, 3.5, Answer(value=3.5)),
        ("Q-NUMBER", VALUE, 4.0, Answer(value=4)),
        ("Q-DATE", VALUE, date(2027, 2, 1), Answer(value=date(2027, 2, 1))),
        ("Q-SHARE", VALUE, Share(4, 12), Answer(value=Share(4, 12))),
        ("Q-SHARE", VALUE, Share(4, None), Answer(value=Share(4, None))),
        ("Q-MATRIX", VALUE, Matrix(()), Answer(value=Matrix(()))),
        (
            "Q-MATRIX",
            VALUE,
            Matrix((MatrixRow(" Prøvesvar ", Share(1, 2)), MatrixRow("Røntgen", Share(None, None), "Kjøpes"))),
            Answer(
                value=Matrix((MatrixRow("Prøvesvar", Share(1, 2)), MatrixRow("Røntgen", Share(None, None), "Kjøpes")))
            ),
        ),
        ("Q-LEVEL", COMMENT, "to\r\nlinjer", Answer(comment="to\nlinjer")),
        ("Q-LEVEL", COMMENT, "  ", NO_ANSWER),
        ("Q-LEVEL", EVIDENCE, "https://eksempel.no/æøå", Answer(evidence="https://eksempel.no/æøå")),
        ("Q-LEVEL", NOT_APPLICABLE, "Vi har ingen", Answer(not_applicable="Vi har ingen")),
        ("Q-LEVEL", WAITING_ON, WaitingOn.HPAS, Answer(waiting_on=WaitingOn.HPAS)),
        ("Q-LEVEL", WAITING_ON, "epic", Answer(waiting_on=WaitingOn.EPIC)),
        ("Q-LEVEL", VALUE, None, NO_ANSWER),
        ("Q-LEVEL", NOT_KNOWN, True, Answer(not_known=True)),
        ("Q-LEVEL", NOT_KNOWN, None, NO_ANSWER),
    ],
)
def test_what_is_saved_is_read_again(
    desk: Desk, question_id: str, field: AnswerField, content: Any, answer: Answer
) -> None:
    desk.save(question_id, field, content)
    assert desk.answers().get(question_id, NO_ANSWER) == answer


@pytest.mark.parametrize(
    ("question_id", "field", "content", "fault"),
    [
        ("Q-NONE", VALUE, 1, "unknown_question"),
        ("Q-LEVEL", "score", 1, "unknown_field"),
        ("Q-LEVEL", VALUE, 5, "not_a_level"),
        ("Q-LEVEL", VALUE, 2.0, "wrong_type"),
        ("Q-LEVEL", VALUE, "2", "wrong_type"),
        ("Q-LEVEL", VALUE, True, "wrong_type"),
        ("Q-YESNO", VALUE, "ja", "wrong_type"),
        ("Q-NUMBER", VALUE, -1, "out_of_range"),
        ("Q-NUMBER", VALUE, float("nan"), "out_of_range"),
        ("Q-DATE", VALUE, datetime(2027, 1, 1), "wrong_type"),
        ("Q-DATE", VALUE, date(1999, 1, 1), "day_out_of_range"),
        ("Q-SHARE", VALUE, Share(1, 0), "all_not_positive"),
        ("Q-SHARE", VALUE, Share(9, 8), "more_than_all"),
        ("Q-SHARE", VALUE, Share(3.5, 12), "not_whole"),
        ("Q-MATRIX", VALUE, Matrix((MatrixRow("A", Share(3, 12.5)),)), "not_whole"),
        ("Q-SHARE", VALUE, Share(99, 15), "more_than_all"),
        ("Q-SHARE", VALUE, Share(-1, 8), "out_of_range"),
        ("Q-MATRIX", VALUE, Matrix((MatrixRow("A", Share(1, 2)), MatrixRow("B", Share(9, 8)))), "more_than_all"),
        ("Q-MATRIX", VALUE, Matrix((MatrixRow("A", Share(1, 0)),)), "all_not_positive"),
        ("Q-SHARE", VALUE, Share("1", 2), "wrong_type"),  # type: ignore[arg-type]
        ("Q-SHARE", VALUE, {"done": 1, "all": 2}, "wrong_type"),
        ("Q-MATRIX", VALUE, Matrix((MatrixRow("", Share(1, 2)),)), "name_missing"),
        ("Q-MATRIX", VALUE, Matrix((MatrixRow("a\0", Share(1, 2)),)), "control_character"),
        ("Q-MATRIX", VALUE, Matrix((MatrixRow("A", Share(1, 2)), MatrixRow(" a", Share(1, 2)))), "repeated_row"),
        ("Q-MATRIX", VALUE, Matrix(("rad",)), "wrong_type"),  # type: ignore[arg-type]
        ("Q-LEVEL", COMMENT, "a\0b", "control_character"),
        ("Q-LEVEL", COMMENT, "x" * 10_001, "text_too_long"),
        ("Q-LEVEL", COMMENT, 7, "not_text"),
        ("Q-LEVEL", NOT_APPLICABLE, " ", "reason_missing"),
        ("Q-LEVEL", WAITING_ON, "naboen", "unknown_waiting_on"),
        ("Q-LEVEL", WAITING_ON, [], "unknown_waiting_on"),
        ("Q-LEVEL", NOT_KNOWN, False, "wrong_type"),
        ("Q-LEVEL", NOT_KNOWN, "true", "wrong_type"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_stored(
    desk: Desk, question_id: str, field: Any, content: Any, fault: str
) -> None:
    with pytest.raises(BadInput) as raised:
        desk.save(question_id, field, content)
    assert (raised.value.fault, desk.answers()) == (fault, {})
    assert raised.value.message.endswith(".")


def test_a_number_written_two_ways_is_the_same_answer(desk: Desk) -> None:
    desk.save("Q-SHARE", VALUE, Share(4, 12))
    again = desk.save("Q-SHARE", VALUE, Share(4.0, 12.0), base=1, edit_no=2)
    assert (again.outcome, again.version) == (Outcome.UNCHANGED, 1)


def test_a_writer_who_had_not_seen_the_answer_is_told_what_it_said(desk: Desk) -> None:
    first = desk.save("Q-DATE", VALUE, date(2027, 1, 1), session="A")
    second = desk.save("Q-DATE", VALUE, date(2027, 2, 2), session="B")
    assert second.conflict is not None
    told = second.conflict
    assert (told.content, told.version, told.by, told.at) == (date(2027, 1, 1), 1, desk.lead.id, first.at)


def test_what_was_written_over_can_be_taken_back(desk: Desk) -> None:
    desk.save("Q-LEVEL", VALUE, 3, session="A")
    desk.save("Q-LEVEL", VALUE, 1, session="B")
    first = history(desk.ws, desk.lead, desk.response_id, "Q-LEVEL")[0]
    restore(desk.ws, desk.lead, desk.response_id, first.id, base_version=2, session="A", edit_no=2)
    lines = history(desk.ws, desk.lead, desk.response_id, "Q-LEVEL")
    assert [(line.content, line.kind) for line in lines] == [
        (3, RevisionKind.EDIT),
        (1, RevisionKind.CONFLICT),
        (3, RevisionKind.RESTORE),
    ]
    assert desk.answers()["Q-LEVEL"].value == 3


def test_a_revision_of_another_response_cannot_be_taken_back(desk: Desk) -> None:
    other, other_response = municipality(desk.ws, "Kommune B")
    base: dict[str, Any] = {"base_version": 0, "session": "s", "edit_no": 1}
    record(desk.ws, other, other_response, "Q-LEVEL", COMMENT, "hemmelig", **base)
    theirs = history(desk.ws, other, other_response, "Q-LEVEL")[0].id
    with pytest.raises(BadInput) as raised:
        restore(desk.ws, desk.lead, desk.response_id, theirs, **base)
    assert (raised.value.fault, desk.answers()) == ("unknown_revision", {})


def test_an_import_with_one_fault_stores_nothing(desk: Desk) -> None:
    changes = [
        FieldChange("Q-LEVEL", VALUE, 2),
        FieldChange("Q-YESNO", VALUE, True),
        FieldChange("Q-NUMBER", VALUE, -1),
    ]
    with pytest.raises(BadInput) as raised:
        record_many(desk.ws, desk.lead, desk.response_id, changes, session="i", edit_no=1)
    assert (raised.value.question_id, desk.answers()) == ("Q-NUMBER", {})


def test_an_import_is_in_the_log_with_its_counts(desk: Desk) -> None:
    desk.save("Q-LEVEL", VALUE, 2)
    changes = [FieldChange("Q-LEVEL", VALUE, 2), FieldChange("Q-YESNO", VALUE, True)]
    record_many(desk.ws, desk.lead, desk.response_id, changes, session="i", edit_no=1)
    with desk.ws.database.reading() as connection:
        last = records.audit_log(connection)[-1]
    assert (last.operation, last.outcome, last.detail) == ("import_answers", "done", '{"unchanged": 1, "saved": 1}')


def test_the_view_says_when_each_field_was_last_saved(desk: Desk) -> None:
    desk.save("Q-LEVEL", VALUE, 2)
    last = desk.save("Q-LEVEL", COMMENT, "fordi", edit_no=2)
    assert desk.lead.customer_id
    view = open_response(desk.ws, desk.lead, desk.lead.customer_id)
    assert view.last_saved_at == last.at
    assert {key: saved.version for key, saved in view.saved.items()} == {("Q-LEVEL", VALUE): 1, ("Q-LEVEL", COMMENT): 1}


def test_a_response_keeps_the_questionnaire_it_was_answered_with(desk: Desk) -> None:
    desk.save("Q-LEVEL", VALUE, 2)
    newer = Workspace(desk.ws.database, catalogue(questionnaire(question("Q-NEW", "yes_no"))))
    _READ.clear()
    assert desk.lead.customer_id
    view = open_response(newer, desk.lead, desk.lead.customer_id)
    assert (view.form, view.newer_form_available, view.answers["Q-LEVEL"].value) == (FORM, True, 2)
    assert not open_response(desk.ws, desk.lead, desk.lead.customer_id).newer_form_available


def test_a_kept_questionnaire_that_was_changed_is_noticed(desk: Desk) -> None:
    with desk.ws.database.writing() as connection:
        lift_guards(connection)
        connection.exec_driver_sql("UPDATE questionnaire_form SET body = replace(body, '120', '121')")
    _READ.clear()
    with pytest.raises(Damaged):
        desk.answers()


def test_a_stored_answer_that_no_longer_fits_is_noticed(desk: Desk) -> None:
    desk.save("Q-LEVEL", VALUE, 2)
    with desk.ws.database.writing() as connection:
        connection.exec_driver_sql("UPDATE answer SET content = '7'")
    with pytest.raises(Damaged):
        desk.answers()


def test_a_response_that_does_not_exist_cannot_be_saved_to(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        record(desk.ws, desk.lead, "nope", "Q-LEVEL", VALUE, 1, base_version=0, session="s", edit_no=1)


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n\tæøåÆØÅ=+-@'"), max_size=200)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
def test_packing_what_was_unpacked_gives_the_same(typed: str) -> None:
    stored = pack(FORM, "Q-LEVEL", COMMENT, typed)
    again = unpack(FORM.questionnaire.by_id["Q-LEVEL"], COMMENT, stored)
    assert pack(FORM, "Q-LEVEL", COMMENT, again) == stored
