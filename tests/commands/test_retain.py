"""What has lain longer than it is kept is let go of, what has not stays; a dry run does nothing; a person's data is told whole."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cli import main
from language import local_day
from scoring.vocabulary import AnswerField
from service.people import members
from service.people.access import now
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.people.issuers import trusted
from service.people.logins import Identity, identify
from service.people.members import invite, list_members, remove
from service.workspace import Workspace
from storage.letters import rows as letter_rows
from storage.letters.rows import LetterKey
from storage.verification import verify
from tests.builders import municipality, record, workspace

ADMIN = local_actor(Role.ADMIN)
ISSUER = "https://issuer.example"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two of each kind, one that has lain for 100 days and one for 10."""
    file = tmp_path / "klarsjekk.db"
    with workspace(f"sqlite:///{file}") as ws:
        customer = municipality(ws)[0].customer_id or ""
        for days in (100, 10):
            at = now() - timedelta(days=days)
            monkeypatch.setattr(members, "now", lambda at=at: at)
            invite(ws, ADMIN, customer, role=Role.VIEWER, email=f"aldri{days}@kommune.example", name=f"Aldri {days}")
            gone = invite(ws, ADMIN, customer, role=Role.VIEWER, email=f"borte{days}@kommune.example", name=f"Borte {days}")  # fmt: skip
            remove(ws, ADMIN, gone)
            with ws.database.writing() as connection:
                key = LetterKey("week", f"{days}", gone, local_day(at))
                letter_rows.claim(connection, [key], f"l{days}", at=at, stale=at)
        monkeypatch.setattr(members, "now", now)
    return file


def settings(folder: Path, **days: object) -> Path:
    file = folder / "secrets.toml"
    file.write_text("[klarsjekk.retention]\n" + "".join(f"{name} = {held}\n" for name, held in days.items()), "utf-8")
    return file


def known(database: Path) -> set[str | None]:
    with workspace(f"sqlite:///{database}") as ws:
        assert verify(ws.database).findings == ()
        held = [m for each in list_customers(ws, ADMIN) for m in list_members(ws, ADMIN, each.id)]
    return {member.name for member in held} - {None}


ALL = {"Aldri 100", "Aldri 10", "Borte 100", "Borte 10"}


@pytest.mark.parametrize(
    ("days", "left", "many"),
    [
        ({}, ALL - {"Aldri 100"}, 1),
        ({"unused_invitations": 99, "removed_people": 99, "letters": 99}, {"Aldri 10", "Borte 10"}, 3),
        ({"unused_invitations": 1000, "removed_people": 9, "letters": 9}, {"Aldri 100", "Aldri 10"}, 4),
    ],
)
def test_what_has_lain_long_enough_goes_and_no_more(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], days: dict[str, Any], left: set[str], many: int
) -> None:
    run = ["retain", "--database", str(database), "--secrets", str(settings(tmp_path, **days))]
    assert main([*run, "--dry-run"]) == 0
    assert f"{many}\xa0ting ville blitt glemt." in capsys.readouterr().out
    assert known(database) == ALL
    assert main(run) == 0
    assert f"{many}\xa0ting er glemt." in capsys.readouterr().out
    assert known(database) == left
    assert main(run) == 0
    assert capsys.readouterr().out == "0\xa0ting er glemt.\n"


@pytest.mark.parametrize("days", [{"letters": 0}, {"letters": '"30"'}, {"letters": "true"}, {"answers": 30}])
def test_a_wrong_setting_is_told_by_its_key(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], days: dict[str, Any]
) -> None:
    file = settings(tmp_path, **days)
    assert main(["retain", "--database", str(database), "--secrets", str(file)]) == 1
    assert f"{file} · klarsjekk.retention.{next(iter(days))} · " in capsys.readouterr().err
    assert known(database) == ALL


def test_a_persons_data_is_who_they_are_where_they_log_in_and_what_they_did(
    database: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    with workspace(f"sqlite:///{database}") as ws:
        customer, response = _somebody(ws)
        kari = Identity("l-1", ISSUER, "s-1", "kari@kommune.example", True, "Kari", now(), device="Firefox på Windows")
        lead = identify(ws, kari, issuers=trusted([ISSUER]))
        assert lead.customer_id == customer
        record(ws, lead, response, "Q-LEVEL", AnswerField.COMMENT, "Hemmelig", base_version=0, session="s", edit_no=1)
    assert main(["people", "data", "Kari@kommune.example", "--database", str(database)]) == 0
    (told,) = json.loads(capsysbinary.readouterr().out)["tilganger"]
    said = told["opplysninger"]
    assert (said["name"], said["email"], said["subject"]) == ("Kari", "kari@kommune.example", "s-1")
    assert [each["enhet"] for each in told["innlogginger"]] == ["Firefox på Windows"]
    assert told["handlinger_i_tall"] == {"log_in": 1}
    assert [line["handling"] for line in told["gjort_med_tilgangen_av_andre"]] == ["invite_member"]
    assert "Hemmelig" not in str(told)


def _somebody(ws: Workspace) -> tuple[str, str]:
    lead, response = municipality(ws, "Sted")
    invite(ws, ADMIN, lead.customer_id, role=Role.LEAD, email="kari@kommune.example", name="Kari")
    return lead.customer_id or "", response
