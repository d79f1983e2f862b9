"""Utvikling for all: what has moved agrees with the customer's own list; the files, who may have them, and their descriptions."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest

from reports.dialect import Dialect
from scoring.basis import Basis
from scoring.vocabulary import AnswerField, Direction
from service.answers.file_import import Exported
from service.faults import NotAllowed
from service.files.tickets import Wanted, What, hand_out
from service.people.actor import Actor, Role
from service.portfolio.trend import changes_since_last
from service.portfolio.trend_of_all import courses
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace
from tests.service.review.sending import say, sent

TODAY = GO_LIVE - timedelta(days=45)
OF_ONE = (What.COURSE, What.WORKING, What.SNAPSHOTS, What.CHANGES, What.ANSWERS, What.GAPS)
OF_ALL = (
    *(What.COURSES, What.MOVED, What.CUSTOMERS, What.WAITING, What.COMPARISON, What.ALL_ANSWERS, What.WAVES),
    *(What.DISAGREEMENT, What.ALL_SNAPSHOTS, What.LOG, What.ACCESS),
)
LEADS = {What.LOG: ADMIN, What.ACCESS: ADMIN}


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
    return Actor("l", "L", Role.LEAD, next(each.customer_id for each in courses(ws, REVIEWER, as_of=TODAY)))


def test_what_has_moved_agrees_with_question_by_question(ws: Workspace, lead: Actor) -> None:
    first, other = courses(ws, REVIEWER, as_of=TODAY)
    since = changes_since_last(ws, lead, first.customer_id, as_of=TODAY)
    assert since is not None
    assert first.moved is not None
    listed = Counter(change.direction for change in since.changes)
    for direction in (Direction.UP, Direction.DOWN, Direction.NEW, Direction.GONE):
        assert first.moved.of(direction) == listed[direction], direction
    assert (first.moved.down, first.moved.new, first.moved.gone) == (1, 1, 1)
    assert (first.since, len(first.points)) == (GO_LIVE - timedelta(days=88), 2)
    assert (other.since, other.moved, len(other.points)) == (None, None, 1)


@pytest.mark.parametrize("role", [Role.LEAD, Role.CONTRIBUTOR, Role.VIEWER])
def test_how_all_come_along_is_for_hpas(ws: Workspace, lead: Actor, role: Role) -> None:
    with pytest.raises(NotAllowed):
        courses(ws, Actor("x", "X", role, lead.customer_id), as_of=TODAY)


def made(
    ws: Workspace,
    actor: Actor,
    what: What,
    customer_id: str = "",
    *,
    basis: Basis = Basis.CUSTOMER,
    described: bool = False,
) -> Exported:
    wanted = Wanted(actor, what, customer_id, Dialect.PROGRAM, TODAY, None, basis, described)
    return hand_out(ws, wanted, members_only=False)


@pytest.mark.parametrize("what", [*OF_ONE, *OF_ALL])
def test_the_description_names_the_columns_of_the_file(ws: Workspace, lead: Actor, what: What) -> None:
    actor, of = (lead, lead.customer_id or "") if what in OF_ONE else (LEADS.get(what, REVIEWER), "")
    heads = next(csv.reader(io.StringIO(made(ws, actor, what, of).data.decode())))
    described = made(ws, actor, what, of, described=True)
    assert described.name.endswith(".schema.json")
    assert [field["name"] for field in json.loads(described.data)["schema"]["fields"]] == heads


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("what", [What.COURSE, What.WORKING])
def test_a_file_of_one_customer_rests_on_the_word_that_is_chosen_and_says_whose(
    ws: Workspace, lead: Actor, what: What, basis: Basis
) -> None:
    file = made(ws, lead, what, lead.customer_id or "", basis=basis)
    assert {row["basis"] for row in csv.DictReader(io.StringIO(file.data.decode()))} == {basis.value}
    assert ("hpas" in file.name) is (basis is Basis.HPAS)


@pytest.mark.parametrize("what", [What.COURSE, What.WORKING, What.SNAPSHOTS])
def test_a_file_of_one_customer_is_refused_to_another(ws: Workspace, lead: Actor, what: What) -> None:
    made(ws, lead, what, lead.customer_id or "")
    assert last(ws)[1:] == ("export_answers", "done")
    other = Actor("o", "O", Role.LEAD, "another")
    with pytest.raises(NotAllowed):
        made(ws, other, what, lead.customer_id or "")
    assert last(ws)[2] == "refused"


@pytest.mark.parametrize("what", OF_ALL)
def test_a_file_of_all_is_refused_to_a_customer(ws: Workspace, lead: Actor, what: What) -> None:
    with pytest.raises(NotAllowed):
        made(ws, lead, what)
    assert last(ws)[2] == "refused"


def last(ws: Workspace) -> tuple[str, str, str]:
    with ws.database.reading() as connection:
        line = records.audit_log(connection)[-1]
    return line.actor, line.operation, line.outcome
