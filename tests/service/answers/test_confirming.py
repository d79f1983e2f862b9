"""«Stemmer fortsatt»: an answer gets old, is stood by in one act, and everything says how old it is alike."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from language import local_day
from reports.answers.csv_read import read_answers
from reports.dialect import Dialect
from scoring.basis import EVERYONE
from scoring.frozen import FreshLimits, Grounds, Limit
from scoring.questionnaire import Catalogue
from scoring.vocabulary import AnswerField, Source, Status
from scoring.xray.rules import Grade, Habits, OneSitting, XrayRules
from service.answers.confirming import confirm_answers
from service.answers.encodings import refresh_encodings
from service.answers.responses import ResponseView, RevisionKind, history, open_response
from service.faults import BadInput, NotAllowed
from service.judgement import judge_customer
from service.people.actor import Actor, Role
from service.portfolio.comparison import read_comparison
from service.portfolio.trend import read_trend
from service.review.submissions import open_snapshot, send_in
from service.workspace import Workspace
from service.xray import findings_of
from tests.builders import GO_LIVE, REVIEWER, municipality, record, text
from tests.reports.written import answers_csv
from tests.service.programme import asked as programme

BEGAN = GO_LIVE - timedelta(days=200)
VALUE = AnswerField.VALUE
DAYS = {"usual": 90, "near": 30, "near_from": 60, "stops_from": 30}


def ageing(of: Catalogue) -> Catalogue:
    """The same where answers get old."""
    own = Grounds(source=Source.OWN, nb="Valgt her.")
    limits = {name: Limit(value=days, title=text(name), basis=own) for name, days in DAYS.items()}
    method = of.method.model_copy(update={"fresh_days": FreshLimits(**limits)})
    return of.model_copy(update={"method": method})


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with programme.programme(tmp_path, of=ageing(programme.ASKED)) as opened:
        yield on(opened, BEGAN)


def on(ws: Workspace, day: date) -> Workspace:
    return replace(ws, day=day)


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    made, response_id = municipality(ws)
    for place, (question_id, value) in enumerate({"KO-OWN": 3, "KO-LEVEL": 2}.items(), start=1):
        if question_id == "KO-LEVEL":
            record(
                ws, made, response_id, question_id, AnswerField.DISAGREES, "Nei", base_version=0, session="s", edit_no=9
            )
        record(ws, made, response_id, question_id, VALUE, value, base_version=0, session="s", edit_no=place)
    return made


def view_of(ws: Workspace, actor: Actor) -> ResponseView:
    return open_response(ws, actor, str(actor.customer_id))


def confirm(ws: Workspace, actor: Actor, *ids: str, seen: ResponseView | None = None) -> tuple[tuple[str, ...], ...]:
    done = confirm_answers(ws, actor, seen or view_of(ws, actor), ids, session="c", edit_no=1)
    return done.confirmed, done.changed


def stale(ws: Workspace, actor: Actor, day: date) -> tuple[str, ...]:
    """The answers that are old on a day, of one customer; and as many among all, also when its numbers are made anew."""
    found = judge_customer(ws, actor, str(actor.customer_id), as_of=day).judgement
    for _ in range(2):
        all_of_them = read_comparison(ws, REVIEWER, as_of=day)
        place = [member.customer_id for member in all_of_them.members].index(str(actor.customer_id))
        (row,) = all_of_them.judged.rows([place])
        assert row.stale == all_of_them.judged.stale[place] == len([i for i in found.stale if i == "KO-OWN"])
        assert row.verdict == found.verdict
        with ws.database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM response_sheet")
    assert refresh_encodings(ws) > 0
    return found.stale


def test_standing_by_many_makes_them_fresh_and_says_who_and_when(ws: Workspace, lead: Actor) -> None:
    later = BEGAN + timedelta(days=91)
    assert stale(ws, lead, later - timedelta(days=1)) == ()
    assert stale(ws, lead, later) == ("KO-OWN", "KO-LEVEL")
    assert confirm(on(ws, later), lead, "KO-OWN", "KO-LEVEL") == (("KO-OWN", "KO-LEVEL"), ())
    assert stale(ws, lead, later) == ()
    lines = history(ws, lead, view_of(ws, lead).response_id, "KO-OWN")
    assert [(line.kind, line.content, line.version, line.by) for line in lines] == [
        (RevisionKind.EDIT, 3, 1, lead.id),
        (RevisionKind.CONFIRM, 3, 2, lead.id),
    ]
    assert [local_day(line.at) for line in lines] == [BEGAN, later]


def test_what_was_changed_meanwhile_is_left_and_told(ws: Workspace, lead: Actor) -> None:
    seen = view_of(ws, lead)
    record(ws, lead, seen.response_id, "KO-OWN", VALUE, 1, base_version=1, session="other", edit_no=1)
    assert confirm(ws, lead, "KO-OWN", "KO-LEVEL", seen=seen) == (("KO-LEVEL",), ("KO-OWN",))
    assert view_of(ws, lead).answers["KO-OWN"].value == 1
    assert len(history(ws, lead, seen.response_id, "KO-OWN")) == 2


def test_only_what_is_answered_by_who_may_can_be_stood_by(ws: Workspace, lead: Actor) -> None:
    with pytest.raises(BadInput):
        confirm(ws, lead, "KO-OWN", "KO-STOP")
    viewer = Actor("viewer", "Leser", Role.VIEWER, lead.customer_id)
    with pytest.raises(NotAllowed):
        confirm(ws, viewer, "KO-OWN", seen=view_of(ws, lead))
    assert len(history(ws, lead, view_of(ws, lead).response_id, "KO-OWN")) == 1


def test_what_hpas_answers_is_as_old_as_hpas_says_and_not_the_customers_to_stand_by(ws: Workspace, lead: Actor) -> None:
    view = programme.hpas_says(ws, "PR-YESNO", True)
    near = GO_LIVE - timedelta(days=30)
    confirm(on(ws, near), lead, "KO-OWN", "KO-LEVEL")
    found = judge_customer(ws, lead, str(lead.customer_id), as_of=near).judgement.questions["KO-STOP"]
    assert (found.stale, found.status, found.answer.confirmed_on) == (True, Status.UNANSWERED, BEGAN)
    assert stale(ws, lead, near) == ()
    done = confirm_answers(on(ws, near), programme.HPAS, view, ["PR-YESNO"], session="h", edit_no=1)
    assert done.confirmed == ("PR-YESNO",)
    assert view.customer.id != EVERYONE.target
    assert not judge_customer(ws, lead, str(lead.customer_id), as_of=near).judgement.questions["KO-STOP"].stale


def test_what_is_sent_in_is_as_old_as_it_was_then(ws: Workspace, lead: Actor) -> None:
    sent = BEGAN + timedelta(days=91)
    seen = view_of(ws, lead)
    confirm(on(ws, sent), lead, "KO-LEVEL")
    # To stand by an answer changes none: what was decided on the answers before it holds.
    snapshot_id = send_in(on(ws, sent), lead, seen.customer.id, seen=seen.marker, as_of=sent, incomplete=True)
    confirm(on(ws, GO_LIVE), lead, "KO-OWN")
    then = open_snapshot(ws, lead, snapshot_id)
    assert {id_: answer.confirmed_on for id_, answer in then.answers.items()} == {"KO-OWN": BEGAN, "KO-LEVEL": sent}
    at_cut = read_comparison(ws, REVIEWER, as_of=GO_LIVE, cut=120)
    assert at_cut.judged.stale.tolist() == [1]
    assert len(read_trend(ws, lead, seen.customer.id, as_of=GO_LIVE).points) == 2


def test_standing_by_all_at_once_is_not_answering_all_at_once(ws: Workspace, lead: Actor) -> None:
    at_once = OneSitting(
        grade=Grade.NOTE, title=text("På én gang"), why=text("Rart."), lesson="L1", answers=2, hours=2, share=0.5
    )
    seeing = replace(ws, xray=XrayRules(habits=Habits(one_sitting=at_once)))
    later = BEGAN + timedelta(days=91)

    def seen() -> list[str]:
        here = judge_customer(seeing, lead, str(lead.customer_id), as_of=later)
        return [found.seen.rule_id for found in findings_of(seeing, lead, here)]

    assert seen() == ["one_sitting"]
    response_id = view_of(ws, lead).response_id
    day_after = on(ws, BEGAN + timedelta(days=1))
    record(day_after, lead, response_id, "KO-OWN", VALUE, 4, base_version=1, session="s", edit_no=20)
    assert seen() == []
    confirm(on(ws, later), lead, "KO-OWN", "KO-LEVEL")
    assert seen() == []


def test_what_was_changed_and_changed_back_meanwhile_is_left_too(ws: Workspace, lead: Actor) -> None:
    seen = view_of(ws, lead)
    for number, value in enumerate((1, 3), start=1):
        record(ws, lead, seen.response_id, "KO-OWN", VALUE, value, base_version=number, session="x", edit_no=number)
    assert confirm(ws, lead, "KO-OWN", seen=seen) == ((), ("KO-OWN",))


def test_the_answers_file_says_when_and_is_read_back(ws: Workspace, lead: Actor) -> None:
    view = view_of(ws, lead)
    data = answers_csv(view.form.questionnaire, view.counted, Dialect.PROGRAM)
    again = read_answers(data, view.form.questionnaire).answers
    assert {id_: said.confirmed_on for id_, said in again.items()} == {"KO-OWN": BEGAN, "KO-LEVEL": BEGAN}
