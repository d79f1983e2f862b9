"""Files of what was sent in and compared: what they hold, who may have them, and that each is logged."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scoring.answers import Matrix, MatrixRow, Share
from scoring.basis import Basis
from service.answers.responses import Content
from service.faults import NotAllowed
from service.files.answers import ALL_ANSWERS
from service.files.export import Export, Exported
from service.files.plan import WORKBOOK
from service.files.portfolio import WAITING
from service.files.review import ALL_SNAPSHOTS, CHANGES, DISAGREEMENT, SNAPSHOTS
from service.files.spread import LACKING, SPREAD
from service.files.waves import WAVES
from service.people.actor import Actor, Role
from service.review.ratings import rate
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace
from tests.service.files.handing import handed
from tests.service.review.sending import begin_review, say, sent

TODAY = GO_LIVE - timedelta(days=45)


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
        made = handed(world.ws, REVIEWER, ALL_ANSWERS, as_of=TODAY, cut=cut, basis=basis)
        levels = {row["customer"]: row for row in rows(made) if row["question_id"] == "Q-LEVEL"}
        said[cut, basis.value] = (levels["'=Øya"]["value"], levels["'=Øya"]["days_left"], len(levels), made.name)
    assert said == {
        (None, "customer"): ("2", "45", 2, "klarsjekk-alle-svar-2027-03-17-program.csv"),
        (90, "customer"): ("3", "88", 1, "klarsjekk-alle-svar-t-90-2027-03-17-program.csv"),
        (90, "hpas"): ("1", "88", 1, "klarsjekk-alle-svar-t-90-hpas-2027-03-17-program.csv"),
    }


def test_the_other_files_hold_what_they_are_named_for(world: World) -> None:
    ws, lead = world.ws, world.lead
    (snapshot,) = rows(handed(ws, lead, SNAPSHOTS, lead.customer_id, as_of=TODAY))
    assert (snapshot["customer"], snapshot["days_left"], snapshot["state"]) == ("'=Øya", "88", "in_review")
    changed = rows(handed(ws, lead, CHANGES, lead.customer_id, as_of=TODAY))
    assert [row["after"] for row in changed if row["change"] == "down"] == ["nivå 2"]
    (apart,) = rows(handed(ws, REVIEWER, DISAGREEMENT, as_of=TODAY))
    assert (apart["customer"], apart["question_id"]) == ("'=Øya", "Q-LEVEL")
    # Of one who has answered too little nothing is said to fail, however late it is.
    (wave,) = rows(handed(ws, REVIEWER, WAVES, as_of=GO_LIVE - timedelta(days=29)))
    assert (wave["customers"], wave["weakest"], wave["failing_topics"]) == ("2", "undecided", "0")
    first, *_ = waiting = rows(handed(ws, REVIEWER, WAITING, as_of=TODAY))
    assert {(row["customer"], row["waiting_on"], row["question_id"]) for row in waiting} == {
        ("Fremmed", "hpas", "Q-STOP")
    }
    assert (first["when"], first["by"], first["hard_stop"]) == ("now", "2027-01-31", "go_live")
    assert rows(handed(ws, world.other, CHANGES, world.other.customer_id, as_of=TODAY)) == []
    assert b'"delimiter": ","' in handed(ws, REVIEWER, WAVES, as_of=TODAY, described=True).data


ALL_SAID: dict[str, Content] = {
    "Q-LEVEL": 4,
    "Q-YESNO": True,
    "Q-SHARE": Share(1, 1),
    "Q-NUMBER": 0.0,
    "Q-MATRIX": Matrix((MatrixRow("Alle", Share(1, 1)),)),
    "Q-STOP": True,
}


def test_what_many_lack_has_a_line_for_each_who_does_and_the_spread_one_for_each_type(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        leads = [municipality(ws, f"Kommune {n}")[0] for n in range(5)]
        for n, lead in enumerate(leads):
            say(ws, lead, ALL_SAID | {"Q-LEVEL": n})
        lacking = [row for row in rows(handed(ws, REVIEWER, LACKING, as_of=TODAY)) if row["topic"] == "message_test"]
        spread = rows(handed(ws, REVIEWER, SPREAD, as_of=TODAY))
    assert [(row["customer"], row["customer_id"], row["missing"], row["should"]) for row in lacking] == [
        (f"Kommune {n}", leads[n].customer_id, "3", "5") for n in range(3)
    ]
    assert [(row["measure"], row["customers"]) for row in spread] == [("ahead_days", "5"), ("readiness", "5")]
    assert all(float(row["lower"]) < float(row["median"]) < float(row["upper"]) for row in spread)


OF_ALL: tuple[Export[Any], ...] = (ALL_ANSWERS, WAVES, WAITING, LACKING, SPREAD, DISAGREEMENT, ALL_SNAPSHOTS)
OF_ONE: tuple[Export[Any], ...] = (SNAPSHOTS, CHANGES)


@pytest.mark.parametrize("export", OF_ALL, ids=lambda export: export.id)
def test_what_is_about_all_is_for_hpas(world: World, export: Export[Any]) -> None:
    for who in (REVIEWER, ADMIN):
        handed(world.ws, who, export, as_of=TODAY)
        assert last(world.ws) == (who.id, "export_comparison", "done")
    for role in (Role.CONTRIBUTOR, Role.LEAD, Role.VIEWER):
        with pytest.raises(NotAllowed):
            handed(world.ws, Actor("x", "X", role, world.lead.customer_id), export, as_of=TODAY)
        assert last(world.ws) == ("x", "export_comparison", "refused")


@pytest.mark.parametrize("export", OF_ONE, ids=lambda export: export.id)
def test_what_is_about_one_is_for_that_customer_and_hpas(world: World, export: Export[Any]) -> None:
    for who in (world.lead, Actor("v", "V", Role.VIEWER, world.lead.customer_id), REVIEWER):
        handed(world.ws, who, export, world.lead.customer_id, as_of=TODAY)
        assert last(world.ws) == (who.id, "export_answers", "done")
    with pytest.raises(NotAllowed):
        handed(world.ws, world.other, export, world.lead.customer_id, as_of=TODAY)


def last(ws: Workspace) -> tuple[str, str, str]:
    with ws.database.reading() as connection:
        line = records.audit_log(connection)[-1]
    return line.actor, line.operation, line.outcome


def test_a_customer_that_does_not_exist_and_a_description_of_what_is_no_table_are_refused(world: World) -> None:
    for rubbish in ("missing", "\ud800", ""):
        with pytest.raises(NotAllowed):
            handed(world.ws, REVIEWER, SNAPSHOTS, rubbish, as_of=TODAY)
    with pytest.raises(NotAllowed):
        handed(world.ws, REVIEWER, WORKBOOK, as_of=TODAY, described=True)
