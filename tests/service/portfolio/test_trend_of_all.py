"""Utvikling for all: what has moved agrees with the customer's own list; the files, who may have them, and their descriptions."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from scoring.basis import Basis
from scoring.vocabulary import AnswerField, Direction
from service.faults import NotAllowed
from service.files.catalogue import EXPORTS
from service.files.export import Export, ExportScope
from service.files.judgement import WORKING
from service.files.people import ACCESS, LOG
from service.files.portfolio import COURSE
from service.people.actor import Actor, Role
from service.portfolio.trend import changes_since_last
from service.portfolio.trend_of_all import trends_of_all
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace
from tests.service.files.handing import handed
from tests.service.review.sending import say, sent

TODAY = GO_LIVE - timedelta(days=45)
TABLES = [export for export in EXPORTS.values() if export.ending == "csv"]
OF_ONE = [export for export in EXPORTS.values() if export.scope is not ExportScope.ALL]
OF_ALL = [export for export in EXPORTS.values() if export.scope is ExportScope.ALL]
LEADS = {LOG: ADMIN, ACCESS: ADMIN}


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    """One has sent in and gone on, one has sent in nothing, one has no go-live."""
    with workspace(address_of_module) as opened:
        lead, _ = municipality(opened, "Øya")
        sent(opened, lead, {"Q-LEVEL": 3, "Q-STOP": True, "Q-NUMBER": 2}, left=88)
        say(opened, lead, {"Q-LEVEL": 2, "Q-YESNO": True, "Q-NUMBER": None})
        say(opened, lead, {"Q-YESNO": "hpas"}, field=AnswerField.WAITING_ON)
        municipality(opened, "Ny")
        yield opened


@pytest.fixture(scope="module")
def lead(ws: Workspace) -> Actor:
    return Actor("l", "L", Role.LEAD, next(each.customer_id for each in trends_of_all(ws, REVIEWER, as_of=TODAY)))


def test_what_has_moved_agrees_with_question_by_question(ws: Workspace, lead: Actor) -> None:
    first, other = trends_of_all(ws, REVIEWER, as_of=TODAY)
    since = changes_since_last(ws, lead, first.customer_id, as_of=TODAY)
    assert since is not None
    assert first.changes is not None
    listed = Counter(change.direction for change in since.changes)
    for direction in (Direction.UP, Direction.DOWN, Direction.NEW, Direction.GONE):
        assert first.changes.of(direction) == listed[direction], direction
    assert (first.changes.down, first.changes.new, first.changes.gone) == (1, 1, 1)
    assert (first.since, len(first.points)) == (GO_LIVE - timedelta(days=88), 2)
    assert (other.since, other.changes, len(other.points)) == (None, None, 1)


@pytest.mark.parametrize("role", [Role.LEAD, Role.CONTRIBUTOR, Role.VIEWER])
def test_how_all_come_along_is_for_hpas(ws: Workspace, lead: Actor, role: Role) -> None:
    with pytest.raises(NotAllowed):
        trends_of_all(ws, Actor("x", "X", role, lead.customer_id), as_of=TODAY)


@pytest.mark.parametrize("export", TABLES, ids=lambda export: export.id)
def test_the_description_names_the_columns_of_the_file(ws: Workspace, lead: Actor, export: Export[Any]) -> None:
    actor = lead if export in OF_ONE else LEADS.get(export, REVIEWER)
    heads = next(csv.reader(io.StringIO(handed(ws, actor, export, actor.customer_id, as_of=TODAY).data.decode())))
    described = handed(ws, actor, export, actor.customer_id, as_of=TODAY, described=True)
    assert described.name.endswith(".resource.json")
    assert [field["name"] for field in json.loads(described.data)["schema"]["fields"]] == heads


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("export", [COURSE, WORKING], ids=lambda export: export.id)
def test_a_file_of_one_customer_rests_on_the_word_that_is_chosen_and_says_whose(
    ws: Workspace, lead: Actor, export: Export[Any], basis: Basis
) -> None:
    file = handed(ws, lead, export, lead.customer_id, as_of=TODAY, basis=basis)
    assert {row["basis"] for row in csv.DictReader(io.StringIO(file.data.decode()))} == {basis.value}
    assert ("hpas" in file.name) is (basis is Basis.HPAS)


@pytest.mark.parametrize("export", OF_ONE, ids=lambda export: export.id)
def test_a_file_of_one_customer_is_refused_to_another(ws: Workspace, lead: Actor, export: Export[Any]) -> None:
    handed(ws, lead, export, lead.customer_id, as_of=TODAY)
    assert last(ws)[1:] == ("export_answers", "done")
    other = Actor("o", "O", Role.LEAD, "another")
    with pytest.raises(NotAllowed):
        handed(ws, other, export, lead.customer_id, as_of=TODAY)
    assert last(ws)[2] == "refused"


@pytest.mark.parametrize("export", OF_ALL, ids=lambda export: export.id)
def test_a_file_of_all_is_refused_to_a_customer(ws: Workspace, lead: Actor, export: Export[Any]) -> None:
    with pytest.raises(NotAllowed):
        handed(ws, lead, export, as_of=TODAY)
    assert last(ws)[2] == "refused"


def last(ws: Workspace) -> tuple[str, str, str]:
    with ws.database.reading() as connection:
        line = records.audit_log(connection)[-1]
    return line.actor, line.operation, line.outcome
