"""What the tables of all customers say is what is said of each customer alone, with nobody left out and nobody archived."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl import load_workbook

from reports.dialect import Dialect, to_bytes
from scoring.basis import Basis
from scoring.gaps import gaps_of
from service.faults import NotAllowed
from service.files.all_plans import ACTIONS, ALL_GAPS, WAIVERS
from service.files.answers import ALL_ANSWERS, ANSWERS_BOOK
from service.files.catalogue import DATA_PACKAGE, PACKED
from service.files.dossier import DOSSIER
from service.files.export import Export, Wanted, hand_out_rows
from service.files.plan import DECISION_BASIS, WORKBOOK
from service.files.portfolio import COMPARISON
from service.files.questions import QUESTION_LESSONS, QUESTIONS
from service.files.review import RATINGS
from service.files.waves import MOVES, WAVE_MEMBERS, WAVE_STOPS, WAVES
from service.judgement import judge_customer
from service.people.actor import Actor, Role
from service.people.customer_changes import archive_customers
from service.people.customers import list_customers
from service.plan.actions import list_actions
from service.plan.waivers import list_waivers
from tests.builders import ADMIN, REVIEWER
from tests.service.files.handing import handed
from tests.service.files.made import GO_LIVE, TODAY
from tests.service.files.said_by_all import ORG_NUMBER, WEEK, World, said_by_all
from tests.service.files.test_customer_files import pdf_text

Lines = list[dict[str, str]]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with said_by_all(tmp_path_factory.mktemp("tables_of_all")) as found:
        yield found


def lines(world: World, export: Export[Any], **asked: Any) -> Lines:
    made = handed(world.ws, REVIEWER, export, as_of=TODAY, **asked)
    return list(csv.DictReader(io.StringIO(made.data.decode(), newline="")))


def text(value: object) -> str:
    return "" if value is None else str(value)


@pytest.mark.parametrize("basis", Basis)
def test_the_gaps_of_all_are_those_of_each(world: World, basis: Basis) -> None:
    expected = {
        (each.id, gap.question.id): (
            gap.when,
            gap.status,
            gap.by.isoformat(),
            str(gap.days_late),
            text(gap.slack_days),
            text(gap.judged.reserve_days),
            text(gap.waiting_on),
            str(gap.judged.waived).lower(),
        )
        for each in list_customers(world.ws, REVIEWER)
        for gap in gaps_of(judge_customer(world.ws, REVIEWER, each.id, as_of=TODAY, basis=basis).judgement)
    }
    names = ("when", "status", "by", "days_late", "slack_days", "reserve_days", "waiting_on", "waived")
    found = {
        (line["customer_id"], line["question_id"]): tuple(line[name] for name in names)
        for line in lines(world, ALL_GAPS, basis=basis)
    }
    assert found == expected


def test_the_actions_and_exceptions_of_all_are_those_of_each(world: World) -> None:
    customers = list_customers(world.ws, REVIEWER)
    actions = {a.id: (c.id, a.owner, text(a.due)) for c in customers for a in list_actions(world.ws, REVIEWER, c.id)}
    assert {
        line["action_id"]: (line["customer_id"], line["owner"], line["due"]) for line in lines(world, ACTIONS)
    } == actions
    waivers = {w.id: (c.id, w.state, w.owner) for c in customers for w in list_waivers(world.ws, REVIEWER, c.id)}
    assert {
        line["waiver_id"]: (line["customer_id"], line["state"], line["owner"]) for line in lines(world, WAIVERS)
    } == waivers


def test_an_exception_holds_until_it_expires(world: World) -> None:
    for days, holds in ((0, "true"), (101, "false")):
        made = handed(world.ws, REVIEWER, WAIVERS, as_of=TODAY + days * (WEEK / 7))
        assert {line["holds"] for line in csv.DictReader(io.StringIO(made.data.decode()))} == {holds}


def test_a_wave_has_a_line_for_each_who_starts_then_and_one_for_each_stop_that_fails(world: World) -> None:
    compared = {line["customer_id"]: line for line in lines(world, COMPARISON)}
    members, stops = lines(world, WAVE_MEMBERS), lines(world, WAVE_STOPS)
    for wave in lines(world, WAVES):
        own = [line for line in members if line["go_live"] == wave["go_live"]]
        assert len(own) == int(wave["customers"])
        assert {line["customer_id"] for line in own} == {
            id_ for id_, line in compared.items() if line["go_live"] == wave["go_live"]
        }
        assert {line["verdict"] for line in own if line["is_weakest"] == "true"} == {wave["weakest"]}
    for member in members:
        failing = [line["question_id"] for line in stops if line["customer_id"] == member["customer_id"]]
        assert len(failing) == int(member["failing_stops"]) == int(compared[member["customer_id"]]["failing_stops"])


def test_a_move_is_told_with_its_reason_and_its_days(world: World) -> None:
    assert [(m["org_number"], m["move"], m["moved_to"], m["days_moved"], m["reason"]) for m in lines(world, MOVES)] == [
        (ORG_NUMBER, "1", (GO_LIVE + WEEK).isoformat(), "7", "'=Opplæringen"),
        (ORG_NUMBER, "2", GO_LIVE.isoformat(), "-7", "'=Opplæringen"),
    ]


def test_a_rating_is_told_with_its_reason_and_how_it_came_about(world: World) -> None:
    (rating,) = lines(world, RATINGS)
    assert (rating["question_id"], rating["agreed"], rating["hpas_value"], rating["reason"], rating["manner"]) == (
        "Q-LEVEL",
        "false",
        "nivå 1",
        "Nei",
        "looked",
    )


def test_every_question_is_there_once_with_its_lessons_in_lines_of_their_own(world: World) -> None:
    asked = {line["question_id"]: line for line in lines(world, QUESTIONS)}
    assert {line["question_id"] for line in lines(world, ALL_ANSWERS)} <= asked.keys()
    assert asked["Q-HPAS"]["from_programme"] in asked
    assert [tuple(line.values()) for line in lines(world, QUESTION_LESSONS)] == [("Q-STOP2", "L-001", "4.2")]


@pytest.mark.parametrize("export", PACKED, ids=lambda export: export.id)
def test_the_rows_before_they_are_written_are_those_of_the_file(world: World, export: Export[Any]) -> None:
    wanted = Wanted(REVIEWER, export, "", Dialect.PROGRAM, TODAY)
    rows = hand_out_rows(world.ws, wanted, members_only=False)
    assert to_bytes(rows.columns, rows.rows, Dialect.PROGRAM) == handed(world.ws, REVIEWER, export, as_of=TODAY).data


def test_the_rows_are_for_whom_the_file_is_for_and_of_tables_alone(world: World) -> None:
    lead = Actor("l", "L", Role.LEAD, world.customer_id)
    for actor, export in ((lead, COMPARISON), (lead, DATA_PACKAGE), (REVIEWER, DATA_PACKAGE), (lead, DOSSIER)):
        with pytest.raises(NotAllowed):
            hand_out_rows(
                world.ws, Wanted(actor, export, world.customer_id, Dialect.PROGRAM, TODAY), members_only=False
            )


def test_no_table_tells_of_a_customer_that_is_archived(tmp_path_factory: pytest.TempPathFactory) -> None:
    with said_by_all(tmp_path_factory.mktemp("archived")) as world:
        told = {table.id for table in PACKED if world.customer_id in str(lines(world, table))}
        archive_customers(world.ws, ADMIN, [world.customer_id])
        left = {table.id for table in PACKED if world.customer_id in str(lines(world, table))}
    assert {"ratings", "actions", "waivers", "moves", "all_snapshots", "disagreement", "all_gaps"} <= told
    assert left == set()


@pytest.mark.parametrize("export", [WORKBOOK, ANSWERS_BOOK], ids=lambda export: export.id)
def test_a_workbook_says_whose_it_is_by_id_and_organisation_number(world: World, export: Export[Any]) -> None:
    made = handed(world.ws, REVIEWER, export, world.customer_id, as_of=TODAY)
    book = load_workbook(io.BytesIO(made.data))
    said = {cell for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {world.customer_id, ORG_NUMBER} <= said


@pytest.mark.slow
def test_the_paper_for_decisions_says_the_organisation_number(world: World) -> None:
    made = handed(world.ws, REVIEWER, DECISION_BASIS, world.customer_id, as_of=TODAY)
    assert f"Organisasjonsnummer {ORG_NUMBER}" in pdf_text(made.data)
