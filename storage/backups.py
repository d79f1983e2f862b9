"""Backups: one SQLite file whatever the engine, checked when it is made; put back only where there is nothing.

A copy is first made beside its place and moved there when it is whole. Never overwrites, and never mends.
"""

import json
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection

from storage import links, records
from storage.chain_keys import NO_KEYS, Keys, keys_for_file, keys_in
from storage.engines import schema, sqlite_file
from storage.engines.address import parsed
from storage.engines.file_lock import hold
from storage.engines.problems import (
    Damaged,
    FileExists,
    FileMissing,
    FolderMissing,
    NewerSchema,
    NotAFile,
    NotAFolder,
    NotEmpty,
    TargetFolderMissing,
)
from storage.engines.sqlite_database import SqliteDatabase
from storage.engines.transactions import Database
from storage.verification import LocatedFault, Verification, verify_all

_ROTATED = re.compile(r"klarsjekk-\d{8}T\d{12}Z\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made, and what was found in it; None for a schema older than the code's, which has no chain."""

    path: Path
    verification: Verification | None

    @property
    def findings(self) -> tuple[LocatedFault, ...]:
        return self.verification.findings if self.verification else ()


def open_as_it_is(url: str, *, migrations: Path = schema.MIGRATIONS) -> Database:
    """The database for copying: whatever its schema, also while the app has it, and never changed."""
    address = parsed(url)
    if address.get_backend_name() != "sqlite":
        from storage.engines.postgres_database import connected

        there = connected(address, read_only=True, migrations=migrations)
        there.keys = keys_in(os.environ)
        return there
    path = _path(address)
    sqlite_file.check_place(path, create=False, read_only=True)
    sqlite_file.check_owner(path)
    return _file(path, keys_for_file(path, os.environ, make=False))


def backup(database: Database, target: Path) -> Backup:
    """Copy the database into a new file, as of one moment, while others go on saving. Refuses a file that exists.

    Raises `FileExists`, `NotAFile`, `NotAFolder`, `TargetFolderMissing`, or what a disk may say (`storage.engines.problems`).
    """
    if target.is_dir():
        raise NotAFile(target)
    if target.exists():
        raise FileExists(target)
    if not target.parent.is_dir():
        raise NotAFolder(target.parent) if target.parent.exists() else TargetFolderMissing(target.parent)
    part = target.with_name(target.name + ".part")
    sqlite_file.remove(part)
    database.copy_to(part)
    with _file(part, database.keys) as copy:
        found = _looked_through(copy, schema.MIGRATIONS)
    part.rename(target)
    sqlite_file.flush(target)
    return Backup(target, found)


def backup_in_turn(database: Database, folder: Path, *, keep: int, at: datetime) -> tuple[Backup, list[Path]]:
    """A backup named by its moment, and the ones taken away so that `keep` are left; none when it has faults."""
    moment = at.astimezone(UTC).strftime("%Y%m%dT%H%M%S%f")
    made = backup(database, folder / f"klarsjekk-{moment}Z.db")
    if made.findings:
        return made, []
    kept = sorted(path for path in folder.iterdir() if _ROTATED.fullmatch(path.name))
    old = kept[: max(0, len(kept) - max(1, keep))]
    for path in old:
        path.unlink()
    return made, old


def restore(source: Path, url: str, *, actor: str, at: datetime, migrations: Path = schema.MIGRATIONS) -> Verification:
    """Put a backup back at `url`, where there must be nothing; it is looked through before and after.

    Brings an older backup up to the code's schema. Raises `FileMissing` when there is no backup, and `Damaged` when something
    in it is not as it was written.
    """
    if not source.is_file():
        raise FileMissing(source)
    sqlite_file.check_place(source, create=False, read_only=True)
    sqlite_file.check_owner(source)
    said = records.AuditRow(at, actor, "restore", "database", "done", json.dumps({"from": source.name}))
    address = parsed(url)
    keys = _keys_there(address)
    with _file(source, keys) as copy:
        # What is older has no chain yet: it is looked through when it has been brought up to date.
        if found := _looked_through(copy, migrations, other_keys=True):
            _check(found, source)
        if address.get_backend_name() == "sqlite":
            return _into_file(copy, _path(address), said, migrations)
        return _into_server(copy, address, said, migrations)


def _path(address: URL) -> Path:
    return Path(str(address.database)).expanduser().resolve()


def _keys_there(address: URL) -> Keys:
    """The keys of the place a backup is put back to: the environment's, or those that lie beside the file already."""
    on_file = address.get_backend_name() == "sqlite"
    return keys_for_file(_path(address), os.environ, make=False) if on_file else keys_in(os.environ)


def _file(path: Path, keys: Keys) -> SqliteDatabase:
    """A copy, opened as it is, only for reading."""
    file = SqliteDatabase(sqlite_file.make_engine(path, mode="ro"), path, None)
    file.keys = keys
    return file


def _looked_through(copy: SqliteDatabase, migrations: Path, *, other_keys: bool = False) -> Verification | None:
    """None for an older schema. other_keys: it may be sealed with a key we do not have, or not at all."""
    with copy.reading() as connection:
        sqlite_file.check_whole(connection, copy.path)
        revision = schema.revision_of(connection)
        if revision is None or not schema.is_known(revision, migrations):
            raise NewerSchema(copy.path, f"utgave {revision or 'ukjent'}")
        if revision != schema.newest_revision(migrations):
            return None
        known = not other_keys or copy.keys.knows(links.end(connection).key_id)
        return verify_all(connection, copy.keys if known else NO_KEYS)


def _check(found: Verification, place: Path | str) -> Verification:
    if found.findings:
        first = found.findings[0]
        raise Damaged(place, f"{len(found.findings)} avvik, det første: {first.fault} {first.where}".strip())
    return found


def _into_file(copy: SqliteDatabase, path: Path, said: records.AuditRow, migrations: Path) -> Verification:
    fresh = path.with_name(path.name + ".new")
    if not path.parent.is_dir() and not path.parent.parent.is_dir():
        raise FolderMissing(path)
    path.parent.mkdir(exist_ok=True)
    lock = hold(path)
    try:
        if path.exists():
            raise NotEmpty(path)
        sqlite_file.check_place(path, create=True, read_only=False)
        sqlite_file.remove(fresh)
        copy.copy_to(fresh)
        with SqliteDatabase(sqlite_file.make_engine(fresh, mode="rw"), fresh, None) as made:
            with made.naming_problems(), made.engine.connect() as connection, connection.begin():
                keys = keys_for_file(path, os.environ, make=True)
                found = _finish(connection, path, said, migrations, keys)
            sqlite_file.leave_as_one_file(made.engine)
        fresh.rename(path)
        sqlite_file.flush(path)
    finally:
        lock.release()
    return found


def _into_server(copy: SqliteDatabase, address: URL, said: records.AuditRow, migrations: Path) -> Verification:
    from storage.engines import portable_copy, postgres_server
    from storage.engines.postgres_database import connected

    with connected(address, read_only=False, migrations=migrations) as target, target.writing() as connection:
        postgres_server.take_migration_turn(connection)
        if postgres_server.revision_of(connection, target.place) is not None:
            raise NotEmpty(target.place)
        with copy.reading() as source:
            schema.upgrade(connection, migrations, to=schema.revision_of(source) or "head")
            portable_copy.rows_into(source, connection)
        return _finish(connection, target.place, said, migrations, copy.keys)


def _finish(
    connection: Connection, place: Path | str, said: records.AuditRow, migrations: Path, keys: Keys
) -> Verification:
    """Bring the copy up to date, look it through, seal it with the keys of its new place, and note that it was put back."""
    schema.upgrade(connection, migrations)
    # Without a seal it cannot be amiss that there is none, nor with another's key that it is not ours.
    sealed_with = links.end(connection).key_id
    found = _check(verify_all(connection, keys if keys.knows(sealed_with) else NO_KEYS), place)
    links.seal(connection, keys, said.at, anew=True)
    with links.linking(connection, keys):
        records.audit(connection, said)
    return found
