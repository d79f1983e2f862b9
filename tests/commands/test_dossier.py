"""A vurderingsfil by the command line: out of one database, and into HPAS's, once."""

from pathlib import Path

import pytest

import cli
from content.catalogue import read_content
from scoring.proof.phases import Phases
from scoring.vocabulary import AnswerField
from service.answers.responses import open_response
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.plan.phases import correct_phases
from service.workspace import open_workspace, workspace_of
from storage.engines.database import open_database
from tests.service.dossier.lived import TODAY, own_machine

CONTENT = read_content(cli.ASSESSMENTS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """What the command `export` makes of an own machine with one answer."""
    where, out = tmp_path / "own.db", tmp_path / "vurdering.json"
    with workspace_of(open_database(f"sqlite:///{where}", create=True), CONTENT) as ws:
        own = own_machine(ws)
        own.say("KO-0101", 3)
        own.say("KO-0101", "Vedtatt", AnswerField.EVIDENCE)
        correct_phases(ws, own.lead, own.customer_id, Phases(test_start=TODAY), reason="Leverandøren er sein.")
    what = ["dossier", "--customer", "Åfjord kommune", "--out", str(out), "--database", str(where)]
    assert cli.main(["export", *what]) == 0
    return out


def test_it_is_shown_first_then_stored_and_the_second_time_there_is_nothing_new(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hpas = str(tmp_path / "hpas.db")
    command = ["import", str(file), "--database", hpas]
    assert cli.main(["migrate", "--database", hpas]) == 0
    capsys.readouterr()
    assert cli.main(command) == 0
    shown = capsys.readouterr().out
    assert "Åfjord kommune · kommune · " in shown
    assert "Kunden er ikke her fra før" in shown
    assert "KO-0101 svar: – → nivå 3" in shown.replace("\u00a0", " ")
    assert "0 svar på «Henger svarene sammen?», 1 rettinger av datoene for bygging, test og opplæring." in shown
    assert "Datoene for bygging, test og opplæring blir test begynner 01.02.2027. Nå: ingen." in shown
    assert "Kjør på nytt med --yes" in shown
    assert cli.main([*command, "--yes"]) == 0
    assert capsys.readouterr().out.endswith("Lagret.\n")
    assert cli.main([*command, "--yes"]) == 0
    assert "Filen har ikke noe nytt." in capsys.readouterr().out
    assert cli.main(["verify", "--database", hpas]) == 0
    with open_workspace(database_url=f"sqlite:///{hpas}", assessments=cli.ASSESSMENTS) as ws:
        [customer] = list_customers(ws, local_actor(Role.REVIEWER))
        assert open_response(ws, local_actor(Role.REVIEWER), customer.id).answers["KO-0101"].value == 3


def test_a_spoilt_file_is_told_and_exits_with_1(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hpas = str(tmp_path / "hpas.db")
    cli.main(["migrate", "--database", hpas])
    file.write_bytes(file.read_bytes().replace(b"Vedtatt", b"Avvist!"))
    assert cli.main(["import", str(file), "--database", hpas, "--yes"]) == 1
    assert "Filen er endret etter at den ble laget" in capsys.readouterr().err
