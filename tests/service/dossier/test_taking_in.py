"""A vurderingsfil taken in at HPAS: everything arrives with its who and when, once, and `verify` finds nothing amiss."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import open_response
from service.dossier.gathering import gather
from service.dossier.taking_in import OutdatedDossier, preview_dossier, take_in
from service.faults import BadInput, NotAllowed
from service.judgement import judge_customer
from service.people.actor import Actor, Role, local_actor
from service.people.customers import add_customer, go_live_moves, list_customers
from service.plan.actions import ActionField, change_action, list_actions
from service.plan.waivers import decide_waiver, list_waivers, withdraw_waiver
from service.review.submissions import State, list_snapshots, move, send_in
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.plan import rows as plan_rows
from storage.verification import verify
from tests.builders import GO_LIVE, REVIEWER, municipality, record, workspace
from tests.service.dossier.lived import NAME, OFFICE, TODAY, Own, lived_in, own_machine


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    """The machine is SQLite, as it is in a municipality; HPAS's database is each engine in turn."""
    with workspace(tmp_path_factory.mktemp("own")) as opened:
        yield lived_in(opened)


@pytest.fixture
def hpas(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        add_customer(opened, OFFICE, name="Hitra", customer_type=CustomerType.MUNICIPALITY, go_live=GO_LIVE)
        yield opened


def taken(ws: Workspace, data: bytes, actor: Actor = OFFICE) -> tuple[int, int, int, int]:
    """Take a file in after looking at it; how many lines, actions, waivers and snapshots it brought."""
    seen = preview_dossier(ws, actor, data)
    found = take_in(ws, actor, data, seal=seen.seal)
    assert found == seen
    return (seen.lines, seen.actions, seen.waivers, seen.snapshots)


def history(ws: Workspace, response_id: str) -> list[tuple[object, ...]]:
    with ws.database.reading() as connection:
        found = answer_rows.revisions(connection, response_id)
    return [(r.question_id, r.field, r.version, r.content, r.actor, r.session, r.edit_no, r.base_version, r.kind, r.at) for r in found]  # fmt: skip


def plan(ws: Workspace, response_id: str) -> list[tuple[object, ...]]:
    with ws.database.reading() as connection:
        rows = plan_rows.actions_of(connection, response_id)
        pasts = [plan_rows.action_revisions(connection, row.id) for row in rows]
    return [(row, [(r.version, r.changes, r.actor, r.kind, r.at) for r in past]) for row, past in zip(rows, pasts, strict=True)]  # fmt: skip


def test_everything_arrives_with_its_who_and_when(own: Own, hpas: Workspace) -> None:
    lines, *rest = taken(hpas, own.file())
    assert (lines, rest) == (13, [1, 1, 1])
    here = open_response(hpas, OFFICE, own.customer_id)
    there = open_response(own.ws, own.lead, own.customer_id)
    assert (here.answers, here.form.fingerprint, here.response_id) == (
        there.answers,
        there.form.fingerprint,
        there.response_id,
    )
    assert {key: (s.version, s.by, s.at) for key, s in here.saved.items()} == {
        key: (s.version, s.by, s.at) for key, s in there.saved.items()
    }
    assert history(hpas, here.response_id) == history(own.ws, there.response_id)
    assert plan(hpas, here.response_id) == plan(own.ws, there.response_id)
    assert list_waivers(hpas, OFFICE, own.customer_id) == list_waivers(own.ws, own.lead, own.customer_id)
    assert list_snapshots(hpas, OFFICE, own.customer_id) == list_snapshots(own.ws, own.lead, own.customer_id)
    assert go_live_moves(hpas, OFFICE, own.customer_id) == go_live_moves(own.ws, own.lead, own.customer_id)
    customer = here.customer
    assert (customer.name, customer.go_live, customer.invented) == (NAME, date(2027, 6, 1), False)
    assert verify(hpas.database).findings == ()
    assert verify(own.ws.database).findings == ()


def test_hpas_judges_it_as_the_machine_does(own: Own, hpas: Workspace) -> None:
    taken(hpas, own.file())
    here = judge_customer(hpas, OFFICE, own.customer_id, as_of=TODAY).judgement
    assert here == judge_customer(own.ws, own.lead, own.customer_id, as_of=TODAY).judgement


def test_taken_in_again_it_brings_nothing_and_writes_nothing(own: Own, hpas: Workspace) -> None:
    data = own.file()
    taken(hpas, data)
    before = gather(hpas, OFFICE, own.customer_id)
    seen = preview_dossier(hpas, OFFICE, data)
    assert (seen.nothing_new, seen.changes, taken(hpas, data)) == (True, (), (0, 0, 0, 0))
    after = gather(hpas, OFFICE, own.customer_id)
    assert after == before.model_copy(update={"made_at": after.made_at})


def test_what_is_new_since_is_all_that_comes(own: Own, hpas: Workspace) -> None:
    taken(hpas, own.file())
    own.say("Q-LEVEL", 3)
    own.say("Q-SHARE", "Epic svarer ikke", AnswerField.COMMENT)
    [action] = list_actions(own.ws, own.lead, own.customer_id)
    change_action(own.ws, own.lead, action.id, {ActionField.NOTE: "Ferdig"}, base_version=4, session="p", edit_no=9)
    [waiver] = list_waivers(own.ws, own.lead, own.customer_id)
    withdraw_waiver(own.ws, own.lead, waiver.id, reason="Løst")
    [sent] = list_snapshots(own.ws, own.lead, own.customer_id)
    move(own.ws, own.lead, sent.id, State.REOPENED, expected=State.SENT)
    view = open_response(own.ws, own.lead, own.customer_id)
    send_in(own.ws, own.lead, own.customer_id, seen=view.marker, as_of=TODAY, incomplete=True)

    seen = preview_dossier(hpas, OFFICE, own.file())
    assert [(c.question_id, c.before, c.after) for c in seen.changes] == [
        ("Q-LEVEL", "nivå\u00a04", "nivå\u00a03"),
        ("Q-SHARE", "", "Epic svarer ikke"),
    ]
    assert taken(hpas, own.file()) == (2, 1, 0, 1)
    assert history(hpas, view.response_id) == history(own.ws, view.response_id)
    assert plan(hpas, view.response_id) == plan(own.ws, view.response_id)
    assert list_waivers(hpas, OFFICE, own.customer_id) == list_waivers(own.ws, own.lead, own.customer_id)
    assert list_snapshots(hpas, OFFICE, own.customer_id) == list_snapshots(own.ws, own.lead, own.customer_id)
    assert verify(hpas.database).findings == ()
    assert taken(hpas, own.file()) == (0, 0, 0, 0)


def test_an_older_file_brings_nothing_back(own: Own, hpas: Workspace) -> None:
    old = own.file()
    own.say("Q-LEVEL", 0)
    taken(hpas, own.file())
    assert preview_dossier(hpas, OFFICE, old).nothing_new
    assert taken(hpas, old) == (0, 0, 0, 0)
    assert open_response(hpas, OFFICE, own.customer_id).answers["Q-LEVEL"].value == 0


def test_what_was_said_later_at_hpas_stands_and_the_file_is_history(own: Own, hpas: Workspace) -> None:
    taken(hpas, own.file())
    own.say("Q-LEVEL", 1)
    own.say("Q-DATE", date(2027, 3, 1))
    here = Actor("m-lead", "Ola", Role.LEAD, own.customer_id)
    response_id = open_response(hpas, here, own.customer_id).response_id
    record(hpas, here, response_id, "Q-LEVEL", AnswerField.VALUE, 2, base_version=None, session="h", edit_no=1)
    seen = preview_dossier(hpas, OFFICE, own.file())
    assert [change.question_id for change in seen.changes] == ["Q-DATE"]
    assert any("blir bare historikk" in note for note in seen.notes)
    taken(hpas, own.file())
    answers = open_response(hpas, OFFICE, own.customer_id).answers
    assert (answers["Q-LEVEL"].value, answers["Q-DATE"].value) == (2, date(2027, 3, 1))
    assert verify(hpas.database).findings == ()
    assert taken(hpas, own.file()) == (0, 0, 0, 0)


def test_hpas_own_decisions_are_never_taken_from_a_file(own: Own, hpas: Workspace) -> None:
    [waiver] = list_waivers(own.ws, own.lead, own.customer_id)
    decide_waiver(own.ws, REVIEWER, waiver.id, approve=True, reason="Fordi")
    [sent] = list_snapshots(own.ws, own.lead, own.customer_id)
    move(own.ws, REVIEWER, sent.id, State.IN_REVIEW, expected=State.SENT)
    seen = preview_dossier(hpas, OFFICE, own.file())
    assert any("2\u00a0avgjørelser fra HPAS" in note for note in seen.notes)
    taken(hpas, own.file())
    assert [case.state for case in list_waivers(hpas, OFFICE, own.customer_id)] == ["proposed"]
    assert [info.state for info in list_snapshots(hpas, OFFICE, own.customer_id)] == ["sent"]


def test_a_customer_hpas_has_already_under_that_name_gets_the_file(own: Own, hpas: Workspace) -> None:
    made = add_customer(hpas, OFFICE, name="åfjord KOMMUNE", customer_type=CustomerType.MUNICIPALITY, go_live=GO_LIVE)
    seen = preview_dossier(hpas, OFFICE, own.file())
    assert seen.known
    assert (seen.known.id, "knyttes" in seen.notes[0], "Datoen her blir stående" in seen.notes[2]) == (made, True, True)
    taken(hpas, own.file())
    own.say("Q-LEVEL", 0)
    assert taken(hpas, own.file()) == (1, 0, 0, 0)
    view = open_response(hpas, OFFICE, made)
    assert (view.answers["Q-LEVEL"].value, view.customer.go_live) == (0, GO_LIVE)
    assert len(list_customers(hpas, OFFICE)) == 2
    assert verify(hpas.database).findings == ()


def test_the_log_says_who_took_in_what(own: Own, hpas: Workspace) -> None:
    taken(hpas, own.file())
    with hpas.database.reading() as connection:
        line = records.audit_log(connection)[-1]
    assert (line.actor, line.operation, line.object, line.detail) == (
        "m-office",
        "take_in",
        f"customer:{own.customer_id}",
        "13 1 1 1 0 0 0 0 0",
    )


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_nobody_but_an_administrator_takes_a_file_in(own: Own, hpas: Workspace, role: Role) -> None:
    data = own.file()
    seal = preview_dossier(hpas, OFFICE, data).seal
    someone = Actor("m-1", "Noen", role, own.customer_id)
    with pytest.raises(NotAllowed):
        preview_dossier(hpas, someone, data)
    with pytest.raises(NotAllowed):
        take_in(hpas, someone, data, seal=seal)
    assert len(list_customers(hpas, OFFICE)) == 1


def test_what_has_changed_since_it_was_seen_is_seen_again(own: Own, hpas: Workspace) -> None:
    first = own.file()
    seal = preview_dossier(hpas, OFFICE, first).seal
    own.say("Q-LEVEL", 0)
    with pytest.raises(OutdatedDossier):
        take_in(hpas, OFFICE, own.file(), seal=seal)
    taken(hpas, first)
    with pytest.raises(OutdatedDossier):
        take_in(hpas, OFFICE, first, seal=seal)


def test_a_file_of_an_invented_customer_and_real_ones_do_not_mix(hpas: Workspace, tmp_path: Path) -> None:
    with workspace(tmp_path) as demo:
        lead, _ = municipality(demo)
        invented = Own(demo, lead, str(lead.customer_id)).file()
    with pytest.raises(BadInput) as raised:
        preview_dossier(hpas, OFFICE, invented)
    assert raised.value.fault == "dossier_mixed"


def test_without_login_no_real_customer_is_taken_in(own: Own, tmp_path_factory: pytest.TempPathFactory) -> None:
    admin = local_actor(Role.ADMIN)
    with workspace(tmp_path_factory.mktemp("demo")) as demo:
        with pytest.raises(BadInput) as raised:
            preview_dossier(demo, admin, own.file())
        assert raised.value.fault == "real_without_login"
        municipality(demo)
        with pytest.raises(BadInput) as raised:
            preview_dossier(demo, admin, own.file())
        assert raised.value.fault == "dossier_mixed"
    with workspace(tmp_path_factory.mktemp("other")) as other:
        own_machine(other, name="Hitra")
        with pytest.raises(BadInput) as raised:
            preview_dossier(other, OFFICE, own.file())
        assert raised.value.fault == "own_machine"
