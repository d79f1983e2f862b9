"""Customers and dates from a CSV file: every way to write one, everything that is wrong with it, and all of it or nothing."""

from collections.abc import Iterator
from datetime import date

import pytest

from reports.answers.file_faults import FileRefused
from scoring.typed_values import NotUnderstood
from service.faults import BadInput, NotAllowed
from service.people.actor import Role
from service.people.customer_changes import (
    Described,
    archive_customers,
    describe_customers,
    move_customers,
    reviewers,
    take_back_customers,
)
from service.people.customer_import import OutdatedList, add_customers, propose_customers
from service.people.customers import go_live_moves, list_customers
from service.people.go_live_import import propose_moves
from service.people.members import invite, list_members
from service.people.org_numbers import read_org_number
from service.portfolio.customer_table import customer_table
from service.workspace import Workspace
from storage import records
from storage.verification import verify
from tests.builders import ADMIN, REVIEWER, municipality, workspace

HEAD = "Navn;Type;Organisasjonsnummer;Region;Gruppe;Oppstart;E-post til prosjektleder"


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


def csv_of(*lines: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *lines]).encode()


def added(ws: Workspace, data: bytes, *, confirmed: bool = False) -> list[str]:
    """Add what the file says; the names of those that were added."""
    seen = propose_customers(ws, ADMIN, data, encoding_confirmed=confirmed)
    add_customers(ws, ADMIN, data, seal=seen.seal, invented=True, encoding_confirmed=confirmed)
    return [new.name for new in seen.added]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("974760673", "974760673"),
        ("974 760 673", "974760673"),
        ("NO 923 609 016 MVA", "923609016"),
        ("974760674", "org_number_control"),
        ("97476067", "org_number_length"),
        ("9747606733", "org_number_length"),
        ("97476067X", "org_number_length"),
    ],
)
def test_an_organisation_number_has_nine_digits_and_the_last_follows(written: str, read: str) -> None:
    if read.isdecimal():
        assert read_org_number(written) == read
        return
    with pytest.raises(NotUnderstood) as raised:
        read_org_number(written)
    assert raised.value.fault == read


def test_a_file_is_read_as_people_write_it(ws: Workspace) -> None:
    lines = ("Ås;Kommune;974 760 673;Viken;Follo;1. mars 2027;Kari@Aas.no", ";;;;;;", "Bø;municipality;;;;;")
    data = "\r\n".join([HEAD, *lines]).encode("cp1252")
    with pytest.raises(FileRefused, match="eldre tegnsett"):
        propose_customers(ws, ADMIN, data)
    assert added(ws, data, confirmed=True) == ["Ås", "Bø"]
    bo, aas = list_customers(ws, ADMIN)
    assert (aas.org_number, aas.region, aas.group_name, aas.go_live) == (
        "974760673",
        "Viken",
        "Follo",
        date(2027, 3, 1),
    )
    assert (bo.org_number, bo.region, bo.go_live, bo.invented) == (None, None, None, True)
    (lead,) = list_members(ws, ADMIN, aas.id)
    assert (lead.email, lead.role, list_members(ws, ADMIN, bo.id)) == ("kari@aas.no", Role.LEAD, [])
    assert verify(ws.database).findings == ()


WRONG = [
    ("Ås;kommune;;;;31.02.2027;", 2, "no_such_day"),
    ("Ås;kommune;974760674;;;;", 2, "org_number_control"),
    ("Ås;kommune;12;;;;", 2, "org_number_length"),
    (";kommune;974760673;;;;", 2, "no_name"),
    ("Å\u202es;kommune;;;;;", 2, "bad_name"),
    ("Ås;helseforetak;;;;;", 2, "unknown_type"),
    ("Ås;;;;;;", 2, "unknown_type"),
    ("Ås;kommune;;;;;kari", 2, "not_an_address"),
    ("Ås;kommune;;;;;sjef@hpas.example", 2, "hpas_address"),
    ("Ås;kommune;;;;;\nås;kommune;;;;;", 3, "same_customer"),
    ("Ås;kommune;974760673;;;;\nBø;kommune;974760673;;;;", 3, "same_customer"),
    ("Ås;kommune", 2, "too_few_cells"),
]


@pytest.mark.parametrize(("lines", "line", "fault"), WRONG)
def test_what_is_wrong_is_told_by_line_and_nothing_is_stored(ws: Workspace, lines: str, line: int, fault: str) -> None:
    invite(ws, ADMIN, None, role=Role.REVIEWER, email="sjef@hpas.example")
    with pytest.raises(FileRefused) as raised:
        propose_customers(ws, ADMIN, csv_of("God;kommune;;;;;", lines.split("\n")[0], *lines.split("\n")[1:]))
    found = [(each.line, each.fault) for each in raised.value.faults]
    assert found == [(line + 1, fault)]
    with pytest.raises(FileRefused):
        add_customers(ws, ADMIN, csv_of(*lines.split("\n")), seal="", invented=True)
    assert list_customers(ws, ADMIN) == []


def test_every_fault_is_told_with_line_column_and_what_to_do(ws: Workspace) -> None:
    with pytest.raises(FileRefused) as raised:
        propose_customers(ws, ADMIN, csv_of("Ås;kommune;974760674;;;i morgen;kari"))
    assert [str(fault) for fault in raised.value.faults] == [
        "Linje 2: Oppstart: «i morgen» er ikke en dato. Skriv 2027-02-01 eller 01.02.2027.",
        "Linje 2: E-post til prosjektleder: «kari» er ikke en e-postadresse. Skriv den slik: fornavn@kommune.no.",
        "Linje 2: Organisasjonsnummer: «974760674» kan ikke være et organisasjonsnummer: siste siffer stemmer ikke med de "
        "andre. Sjekk det i Brønnøysundregistrene.",
    ]


def test_without_the_column_for_the_type_the_file_is_refused(ws: Workspace) -> None:
    with pytest.raises(FileRefused, match="Type: kolonnen mangler"):
        propose_customers(ws, ADMIN, csv_of("Ås;Viken", head="Navn;Region"))


def test_those_that_are_here_already_are_told_and_left(ws: Workspace) -> None:
    municipality(ws, "Ås")
    known = municipality(ws, "Bø")[0].customer_id or ""
    describe_customers(ws, ADMIN, [known], {"org_number": "974760673"})
    data = csv_of("ås;kommune;;Ny region;;;", "Et annet navn;kommune;974760673;;;;", "Ny;kommune;;;;;")
    seen = propose_customers(ws, ADMIN, data)
    assert [(line, each.name) for line, each in seen.known] == [(2, "Ås"), (3, "Bø")]
    assert added(ws, data) == ["Ny"]
    assert {each.name: each.region for each in list_customers(ws, ADMIN)} == {"Bø": None, "Ny": None, "Ås": None}


def test_a_file_is_stored_only_as_it_was_seen(ws: Workspace) -> None:
    data = csv_of("Ås;kommune;;;;;")
    seen = propose_customers(ws, ADMIN, data)
    municipality(ws, "Ås")
    with pytest.raises(OutdatedList):
        add_customers(ws, ADMIN, data, seal=seen.seal, invented=True)


def test_it_tells_how_far_it_has_come_and_who_may_not_is_refused(ws: Workspace) -> None:
    data, told = csv_of("Ås;kommune;;;;;", "Bø;kommune;;;;;"), list[tuple[int, int]]()
    seal = propose_customers(ws, ADMIN, data).seal
    add_customers(ws, ADMIN, data, seal=seal, invented=True, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
    with pytest.raises(NotAllowed):
        propose_customers(ws, REVIEWER, data)


def test_the_real_and_the_invented_are_not_mixed(ws: Workspace) -> None:
    data = csv_of("Ås;kommune;;;;;")
    with pytest.raises(BadInput, match="innlogging"):
        add_customers(ws, ADMIN, data, seal=propose_customers(ws, ADMIN, data).seal, invented=False)


def test_dates_are_moved_by_number_name_or_id(ws: Workspace) -> None:
    ids = {name: municipality(ws, name)[0].customer_id or "" for name in ("Ås", "Bø", "Vik", "Os")}
    describe_customers(ws, ADMIN, [ids["Bø"]], {"org_number": "974760673"})
    head = "Kunde-id;Navn;Org.nr.;Oppstart"
    lines = (";ås;;1.4.2027", ";;974 760 673;2.4.2027", f"{ids['Vik']};Nytt navn;;3.4.2027", ";Os;;1.5.2027")
    moves, _ = propose_moves(ws, ADMIN, csv_of(*lines, head=head))
    days = {"Ås": date(2027, 4, 1), "Bø": date(2027, 4, 2), "Vik": date(2027, 4, 3)}
    assert {each.customer.name: each.to for each in moves} == days
    assert move_customers(ws, ADMIN, {each.customer.id: each.to for each in moves}) == 3
    assert [len(go_live_moves(ws, ADMIN, ids[name])) for name in ("Ås", "Os")] == [1, 0]
    assert verify(ws.database).findings == ()


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("Ukjent;1.4.2027",), "unknown_customer"),
        (("Ås;",), "go_live_missing"),
        (("Ås;1.4.27",), "short_year"),
        (("Ås;1.4.2027", "ås;2.4.2027"), "same_customer"),
    ],
)
def test_a_file_of_dates_that_cannot_be_followed_is_refused(ws: Workspace, lines: tuple[str, ...], fault: str) -> None:
    municipality(ws, "Ås")
    with pytest.raises(FileRefused) as raised:
        propose_moves(ws, ADMIN, csv_of(*lines, head="Navn;Oppstart"))
    assert [each.fault for each in raised.value.faults] == [fault]


def test_what_is_said_of_many_is_said_of_all_of_them_and_logged(ws: Workspace) -> None:
    ids = [municipality(ws, name)[0].customer_id or "" for name in ("Ås", "Bø")]
    who = invite(ws, ADMIN, None, role=Role.REVIEWER, email="r@hpas.example", name="Rita")
    assert [each.name for each in reviewers(ws, REVIEWER)] == ["Rita"]
    assert describe_customers(ws, ADMIN, ids, {"region": "Nord", "reviewer": who}) == 2
    assert describe_customers(ws, ADMIN, ids, {"region": "Nord"}) == 0
    table = customer_table(ws, ADMIN)
    assert [(each.customer.region, each.reviewer, each.newer) for each in table] == [("Nord", "Rita", False)] * 2
    assert describe_customers(ws, ADMIN, ids, {"region": "", "beds": "1 200"}) == 2
    assert [each.customer.beds for each in customer_table(ws, ADMIN)] == [1_200] * 2
    with ws.database.reading() as connection:
        logged = [row for row in records.audit_log(connection) if row.operation == "describe_customer"]
    assert len(logged) == 4
    assert verify(ws.database).findings == ()


@pytest.mark.parametrize(
    ("many", "said", "fault"),
    [
        (True, {"name": "Ny"}, "only_one"),
        (False, {"name": "BØ"}, "name_taken"),
        (False, {"name": " "}, "name_missing"),
        (False, {"org_number": "974760674"}, "org_number_control"),
        (False, {"org_number": "923609016"}, "org_number_taken"),
        (False, {"reviewer": "noen"}, "no_such_reviewer"),
        (False, {"region": "a\nb"}, "line_break_in_name"),
        (True, {"beds": "mange"}, "not_beds"),
        (True, {"beds": "0"}, "not_beds"),
        (True, {"beds": "10001"}, "not_beds"),
        (True, {"beds": "1" * 400}, "not_beds"),
    ],
)
def test_what_cannot_be_said_of_a_customer_is_refused(ws: Workspace, many: bool, said: Described, fault: str) -> None:
    ids = [municipality(ws, name)[0].customer_id or "" for name in ("Ås", "Bø")]
    describe_customers(ws, ADMIN, ids[1:], {"org_number": "923609016"})
    with pytest.raises(BadInput) as raised:
        describe_customers(ws, ADMIN, ids if many else ids[:1], said)
    assert raised.value.fault == fault


def test_an_archived_customer_keeps_all_and_stands_among_the_archived(ws: Workspace) -> None:
    lead, _ = municipality(ws, "Ås")
    ids = [lead.customer_id or ""]
    assert (archive_customers(ws, ADMIN, ids), archive_customers(ws, ADMIN, ids)) == (1, 0)
    assert [each.customer.name for each in customer_table(ws, ADMIN, archived=True)] == ["Ås"]
    assert customer_table(ws, ADMIN) == []
    # Its name is still its own.
    assert [each.name for _, each in propose_customers(ws, ADMIN, csv_of("Ås;kommune;;;;;")).known] == ["Ås"]
    assert (take_back_customers(ws, ADMIN, ids), len(customer_table(ws, ADMIN))) == (1, 1)
    assert verify(ws.database).findings == ()


@pytest.mark.parametrize("cell", ["", "850", "1 200"])
def test_the_size_of_a_customer_comes_with_the_file(ws: Workspace, cell: str) -> None:
    data = csv_of(f"Ås;kommune;{cell}", head="Navn;Type;Senger")
    add_customers(ws, ADMIN, data, seal=propose_customers(ws, ADMIN, data).seal, invented=True)
    assert [each.beds for each in list_customers(ws, ADMIN)] == [int(cell.replace(" ", "")) if cell else None]


def test_a_size_that_is_none_is_told_with_what_to_do(ws: Workspace) -> None:
    with pytest.raises(FileRefused) as raised:
        propose_customers(ws, ADMIN, csv_of("Ås;kommune;mange", head="Navn;Type;Senger"))
    said = "Linje 2: Senger: «mange» er ikke et antall senger. Skriv antall senger som et helt tall fra 1 til 10000."
    assert [str(fault) for fault in raised.value.faults] == [said]
