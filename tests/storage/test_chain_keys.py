"""The key of the chain: where it is kept, what is said without it, and how it is changed for another."""

from pathlib import Path

import pytest
from sqlalchemy import select

from cli import main
from storage import backups, facts
from storage.chain_check import Proof
from storage.chain_keys import KEY, KEY_FILE
from storage.engines import problems
from storage.engines.database import open_database
from storage.people import rows as people_rows
from storage.people.tables import member
from storage.tables import audit_event
from storage.verification import verify
from tests.storage.everything import fill_with_everything
from tests.storage.saving import AT, address_of, an_event

OLD, NEW = "old" * 20, "new" * 20


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(KEY, raising=False)
    with open_database(address_of(tmp_path / "klarsjekk.db"), create=True) as database:
        fill_with_everything(database)
    return tmp_path / "klarsjekk.db"


def proof_of(path: Path) -> Proof:
    with open_database(address_of(path), read_only=True) as database:
        found = verify(database)
    assert found.findings == ()
    return found.chain.proof


def test_a_file_gets_a_key_of_its_own_for_its_owner_alone(path: Path) -> None:
    key = path.with_name("klarsjekk.db.key")
    assert key.stat().st_mode & 0o777 == 0o600
    assert key.read_text().strip().encode() not in path.read_bytes()
    assert proof_of(path) is Proof.SEALED


def test_without_the_key_it_says_so_and_nothing_is_written(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.with_name("klarsjekk.db.key").unlink()
    assert proof_of(path) is Proof.KEY_MISSING
    assert main(["verify", "--database", address_of(path)]) == 2
    assert "nøkkelen mangler" in capsys.readouterr().err
    with pytest.raises(problems.ChainKeyMissing):
        open_database(address_of(path))


def test_verify_tells_the_checksum_and_asks_for_it_again(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--database", address_of(path)]) == 0
    checksum = capsys.readouterr().out.split("Kontrollsum: ")[1].split()[0]
    assert main(["verify", "--database", address_of(path), "--against", checksum]) == 0
    assert main(["verify", "--database", address_of(path), "--against", checksum[:-1] + "x"]) == 1
    assert "kontrollsummen står ikke i historikken" in capsys.readouterr().err


def test_a_key_is_changed_by_giving_the_new_one_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "klarsjekk.db"
    for keys in (OLD, f"{NEW} {OLD}", NEW):
        monkeypatch.setenv(KEY, keys)
        with open_database(address_of(path), create=True) as database, database.writing() as connection:
            facts.add(connection, audit_event, an_event())
        assert proof_of(path) is Proof.SEALED
    monkeypatch.setenv(KEY, OLD)
    assert proof_of(path) is Proof.KEY_MISSING


def test_a_backup_is_put_back_without_the_key_and_sealed_anew(path: Path, tmp_path: Path) -> None:
    with backups.open_as_it_is(address_of(path)) as database:
        assert backups.backup(database, tmp_path / "copy.db").findings == ()
    found = backups.restore(tmp_path / "copy.db", address_of(tmp_path / "new.db"), actor="cli", at=AT)
    assert found.chain.proof is Proof.KEY_MISSING
    with open_database(address_of(tmp_path / "new.db")) as database:
        again = verify(database)
    assert (again.findings, again.chain.proof, again.chain.sealed_since) == ((), Proof.SEALED, AT)


@pytest.mark.parametrize("held", ["", "short", "kort nøkkel"])
def test_a_key_that_is_no_use_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: str) -> None:
    (tmp_path / "key").write_text(held, encoding="utf-8")
    monkeypatch.delenv(KEY, raising=False)
    monkeypatch.setenv(KEY_FILE, str(tmp_path / "key"))
    with pytest.raises(problems.ChainKeyUseless):
        open_database(address_of(tmp_path / "klarsjekk.db"), create=True)


def test_forgetting_a_person_takes_away_what_the_digests_could_tell(path: Path) -> None:
    with open_database(address_of(path)) as database:
        with database.writing() as connection:
            gone = dict.fromkeys(("email", "name", "issuer", "subject", "salt"))
            people_rows.change_member(connection, "m1", **gone)
        with database.reading() as connection:
            kept = {row.id: row.salt for row in connection.execute(select(member.c.id, member.c.salt))}
        assert verify(database).findings == ()
    assert (kept["m1"], len(kept["m0"] or "")) == (None, 32)
