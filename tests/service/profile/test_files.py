"""Om virksomheten in files: out with the answers, in again, and what the wholes of the answers then are."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl import load_workbook

from reports.dialect import Dialect
from scoring.answers import Share
from service.answers.file_import import FileRefused, confirm, preview
from service.files.answers import ANSWERS, ANSWERS_BOOK
from service.files.export import Export
from service.people.actor import Actor
from service.profile.facts import give_facts, read_profile
from service.workspace import Workspace
from storage.verification import verify
from tests.builders import catalogue, questionnaire, workspace
from tests.service.files.handing import handed
from tests.service.profile.test_facts import NEW, value, with_profile
from tests.service.review.sending import days_before, new_lead, say

HEAD = "question_id,value,done,all\n"


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address, of=with_profile(catalogue(questionnaire(*NEW)))) as opened:
        yield opened


def given(ws: Workspace, lead: Actor) -> dict[str, float | None]:
    return {id_: each.value for id_, each in read_profile(ws, lead, lead.customer_id or "").given.items()}


def take_in(ws: Workspace, lead: Actor, data: bytes) -> tuple[list[tuple[str, float | None, float]], list[str]]:
    """What the preview says of the facts, and what it notes; then it is stored."""
    seen = preview(ws, lead, lead.customer_id or "", data)
    confirm(ws, lead, lead.customer_id or "", data, seal=seen.seal)
    return [(each.fact_id, each.before, each.after) for each in seen.facts], list(seen.notes)


@pytest.mark.parametrize(
    ("export", "dialect"), [(ANSWERS, Dialect.PROGRAM), (ANSWERS, Dialect.NORWEGIAN), (ANSWERS_BOOK, Dialect.NORWEGIAN)]
)
def test_what_is_taken_out_comes_in_again_at_another_customer(
    ws: Workspace, export: Export[Any], dialect: Dialect
) -> None:
    lead = new_lead(ws)
    give_facts(ws, lead, lead.customer_id or "", {"units": 12.0, "hours": 37.5})
    say(ws, lead, {"Q-A": Share(3, None)})
    data = handed(ws, lead, export, lead.customer_id, as_of=days_before(60), dialect=dialect).data
    seen = preview(ws, lead, lead.customer_id or "", data)
    assert (seen.changes, seen.notes) == (0, ())
    give_facts(ws, lead, lead.customer_id or "", {"units": 20.0, "hours": None})
    facts, _ = take_in(ws, lead, data)
    assert facts == [("units", 20.0, 12.0), ("hours", None, 37.5)]
    assert given(ws, lead) == {"units": 12.0, "hours": 37.5}
    assert value(ws, lead, "Q-A") == Share(3, 12)
    assert list(verify(ws.database).findings) == []


def test_the_whole_of_a_share_comes_from_the_fact_and_another_is_told(ws: Workspace) -> None:
    lead = new_lead(ws)
    facts, notes = take_in(ws, lead, f"{HEAD}profile:units,10,,\nQ-A,,4,9\nQ-B,,2,\nQ-OWN,,1,3\n".encode())
    assert facts == [("units", None, 10.0)]
    assert [value(ws, lead, each) for each in ("Q-A", "Q-B", "Q-OWN")] == [Share(4, 10), Share(2, 10), Share(1, 3)]
    assert notes == ["Q-A henter tallet i alt fra «Om virksomheten»: det er 10, ikke 9."]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("profile:unit,3,,", "unknown_fact"),
        ("profile:units,mange,,", "not_a_number"),
        ("profile:units,0,,", "fact_too_small"),
        ("profile:units,501,,", "fact_too_large"),
        ("profile:units,2.5,,", "not_whole"),
    ],
)
def test_what_cannot_be_a_fact_is_told_with_its_line_and_nothing_is_stored(
    ws: Workspace, line: str, fault: str
) -> None:
    lead = new_lead(ws)
    with pytest.raises(FileRefused) as refused:
        preview(ws, lead, lead.customer_id or "", f"{HEAD}Q-OWN,,1,3\n{line}\n".encode())
    assert [(each.line, each.fault) for each in refused.value.faults] == [(3, fault)]
    assert given(ws, lead) == {}


def test_the_workbook_asks_for_the_facts_first_and_for_one_number_of_such_a_share(ws: Workspace) -> None:
    lead = new_lead(ws)
    give_facts(ws, lead, lead.customer_id or "", {"units": 12.0})
    data = handed(ws, lead, ANSWERS_BOOK, lead.customer_id, as_of=days_before(60)).data
    sheet = load_workbook(io.BytesIO(data))["Svar"]
    heads = [cell.value for cell in sheet[1]]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    assert [cell.value for cell in sheet["A"]][1:4] == ["profile:units", "profile:helpers", "profile:hours"]
    assert rows["profile:units"][heads.index("Svar")].value == 12
    locked = {name: rows["Q-A"][heads.index(name)].protection.locked for name in ("Antall", "Av i alt")}
    assert locked == {"Antall": False, "Av i alt": True}
