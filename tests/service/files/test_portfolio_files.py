"""Files of what was sent in and compared: what they hold, who may have them, and that each is logged."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

import pytest

from reports.dialect import Dialect
from scoring.basis import Basis
from service.answers.file_import import Exported
from service.faults import NotAllowed
from service.files.portfolio_files import (
    export_all_answers,
    export_changes,
    export_disagreement,
    export_schema,
    export_snapshots,
    export_waiting,
    export_waves,
)
from service.people.actor import Actor, Role
from service.review.ratings import rate
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace
from tests.service.review.sending import begin_review, say, sent

TODAY = GO_LIVE - timedelta(days=45)
PROGRAM = Dialect.PROGRAM


class World(NamedTuple):
    ws: Workspace
    lead: Actor
    other: Actor


@pytest.fixture(scope="module")
def world(address_of_module: str) -> Iterator[World]:
    """Two customers: one has sent in, been rated and gone on; the other has said nothing."""
    with workspace(address_of_module) as ws:
        lead, _ = municipality(ws, "=Øya")
        other, _ = municipality(ws, "Fremmed")
        made = begin_review(ws, sent(ws, lead, {"Q-LEVEL": 3, "Q-STOP": True}, left=88))
        rate(ws, REVIEWER, made, "Q-LEVEL", agreed=False, value=1, reason="Nei")
        say(ws, lead, {"Q-LEVEL": 2})
        yield World(ws, lead, other)


def rows(made: Exported) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.data.decode())))


def test_the_long_file_is_at_the_cut_and_on_the_basis_asked_for(world: World) -> None:
    said = {}
    for cut, basis in ((None, Basis.CUSTOMER), (90, Basis.CUSTOMER), (90, Basis.HPAS)):
        made = export_all_answers(world.ws, REVIEWER, PROGRAM, as_of=TODAY, cut=cut, basis=basis)
        levels = {row["customer"]: row for row in rows(made) if row["question_id"] == "Q-LEVEL"}
        said[cut, basis.value] = (levels["'=Øya"]["value"], levels["'=Øya"]["days_left"], len(levels), made.name)
    assert said == {
        (None, "customer"): ("2", "45", 2, "klarsjekk-alle-svar-2027-03-17-program.csv"),
        (90, "customer"): ("3", "88", 1, "klarsjekk-alle-svar-t-90-2027-03-17-program.csv"),
        (90, "hpas"): ("1", "88", 1, "klarsjekk-alle-svar-t-90-hpas-2027-03-17-program.csv"),
    }


def test_the_other_files_hold_what_they_are_named_for(world: World) -> None:
    ws, lead = world.ws, world.lead
    (snapshot,) = rows(export_snapshots(ws, lead, PROGRAM, as_of=TODAY, customer_id=lead.customer_id))
    assert (snapshot["customer"], snapshot["days_left"], snapshot["state"]) == ("'=Øya", "88", "in_review")
    changed = rows(export_changes(ws, lead, lead.customer_id or "", PROGRAM, as_of=TODAY))
    assert [row["after"] for row in changed if row["change"] == "down"] == ["nivå 2"]
    (apart,) = rows(export_disagreement(ws, REVIEWER, PROGRAM, as_of=TODAY))
    assert (apart["customer"], apart["question_id"]) == ("'=Øya", "Q-LEVEL")
    # What takes 30 days does not fail until fewer are left.
    for left, failed in ((30, ""), (29, "message_test")):
        (wave,) = rows(export_waves(ws, REVIEWER, PROGRAM, as_of=GO_LIVE - timedelta(days=left)))
        assert (wave["customers"], wave["weakest"], wave["failed_topics"]) == ("2", "undecided", failed)
    first, *_ = waiting = rows(export_waiting(ws, REVIEWER, PROGRAM, as_of=TODAY))
    assert {(row["customer"], row["waiting_on"], row["question_id"]) for row in waiting} == {
        ("Fremmed", "hpas", "Q-STOP")
    }
    assert (first["when"], first["by"], first["hard_stop"]) == ("now", "2027-01-31", "go_live")
    assert rows(export_changes(ws, world.other, world.other.customer_id or "", PROGRAM, as_of=TODAY)) == []
    assert b'"delimiter": ","' in export_schema(ws, "waves").data


Door = Callable[[World, Actor], object]
OF_ALL: dict[str, Door] = {
    "all answers": lambda w, who: export_all_answers(w.ws, who, PROGRAM, as_of=TODAY),
    "waves": lambda w, who: export_waves(w.ws, who, PROGRAM, as_of=TODAY),
    "waiting": lambda w, who: export_waiting(w.ws, who, PROGRAM, as_of=TODAY),
    "disagreement": lambda w, who: export_disagreement(w.ws, who, PROGRAM, as_of=TODAY),
    "snapshots": lambda w, who: export_snapshots(w.ws, who, PROGRAM, as_of=TODAY),
}
OF_ONE: dict[str, Door] = {
    "snapshots": lambda w, who: export_snapshots(w.ws, who, PROGRAM, as_of=TODAY, customer_id=w.lead.customer_id),
    "changes": lambda w, who: export_changes(w.ws, who, w.lead.customer_id or "", PROGRAM, as_of=TODAY),
}


@pytest.mark.parametrize("name", OF_ALL)
def test_what_is_about_all_is_for_hpas(world: World, name: str) -> None:
    for who in (REVIEWER, ADMIN):
        OF_ALL[name](world, who)
        assert last(world.ws) == (who.id, "export_comparison", "done")
    for role in (Role.CONTRIBUTOR, Role.LEAD, Role.VIEWER):
        with pytest.raises(NotAllowed):
            OF_ALL[name](world, Actor("x", "X", role, world.lead.customer_id))
        assert last(world.ws) == ("x", "export_comparison", "refused")


@pytest.mark.parametrize("name", OF_ONE)
def test_what_is_about_one_is_for_that_customer_and_hpas(world: World, name: str) -> None:
    for who in (world.lead, Actor("v", "V", Role.VIEWER, world.lead.customer_id), REVIEWER):
        OF_ONE[name](world, who)
        assert last(world.ws) == (who.id, "export_answers", "done")
    with pytest.raises(NotAllowed):
        OF_ONE[name](world, world.other)


def last(ws: Workspace) -> tuple[str, str, str]:
    with ws.database.reading() as connection:
        line = records.audit_log(connection)[-1]
    return line.actor, line.operation, line.outcome


def test_a_customer_or_a_file_that_does_not_exist_is_refused(world: World) -> None:
    for rubbish in ("missing", "\ud800", ""):
        with pytest.raises(NotAllowed):
            export_snapshots(world.ws, REVIEWER, PROGRAM, as_of=date(2027, 1, 1), customer_id=rubbish)
    with pytest.raises(NotAllowed):
        export_schema(world.ws, "nothing")
