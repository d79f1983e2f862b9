"""What may be wrong with the database, each state by its own name, in words that say what to do.

DatabaseProblem
├── UnsupportedDatabase   an address we cannot use
├── FolderMissing         the folder of the file is not there
├── FileMissing           no file, and nobody asked for a new one
├── FileEmpty             a file of 0 bytes
├── NotADatabase          not an SQLite file at all
├── NotOurs               another program's SQLite file
├── Damaged               truncated or broken
├── StrayJournal          a -wal file without its database
├── OlderSchema           needs an upgrade, opened only for reading
├── NewerSchema           made by a newer Klarsjekk
├── ReadOnly              may be read, not written
├── LockedByAnother       another process has it
├── Busy                  no turn within the waiting time
├── DiskFull              no room for the save
└── Unavailable           anything else the database says
"""

import os
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class DatabaseProblem(Exception):
    """One parent for all; `path` is the file, `cause` the database's own words when it has any."""

    what = ""
    remedy = ""

    def __init__(self, path: Path | str, cause: str = "") -> None:
        self.path = path
        self.cause = cause
        told = f" ({cause})" if cause else ""
        super().__init__(f"{path}: {self.what}{told}. {self.remedy}")


class UnsupportedDatabase(DatabaseProblem):
    what = "denne adressen kan ikke brukes som database"
    remedy = "Skriv for eksempel sqlite:///data/klarsjekk.db."


class FolderMissing(DatabaseProblem):
    what = "mappen til databasen finnes ikke"
    remedy = "Lag mappen, eller rett adressen til databasen."


class FileMissing(DatabaseProblem):
    what = "databasefilen finnes ikke"
    remedy = "Rett adressen, eller legg tilbake en sikkerhetskopi. Vi lager ingen ny database uten å bli bedt om det."


class FileEmpty(DatabaseProblem):
    what = "databasefilen er tom (0 byte)"
    remedy = "Legg tilbake en sikkerhetskopi, eller fjern filen hvis du vil begynne på nytt."


class NotADatabase(DatabaseProblem):
    what = "filen er ikke en SQLite-database"
    remedy = "Rett adressen, eller legg tilbake en sikkerhetskopi. Filen er ikke rørt."


class NotOurs(DatabaseProblem):
    what = "filen er en SQLite-database, men tilhører et annet program"
    remedy = "Rett adressen til databasen. Filen er ikke rørt."


class Damaged(DatabaseProblem):
    what = "databasefilen er skadet eller avkortet"
    remedy = "Ta vare på filen og legg tilbake siste sikkerhetskopi."


class StrayJournal(DatabaseProblem):
    what = "databasefilen mangler, men loggen til den (-wal) ligger igjen"
    remedy = "Flytt databasefilen tilbake til loggen. Har du ikke filen lenger, flytt loggen bort først."


class OlderSchema(DatabaseProblem):
    what = "databasen er fra en eldre utgave av Klarsjekk"
    remedy = "Start appen eller kjør «python cli.py migrate» først."


class NewerSchema(DatabaseProblem):
    what = "databasen er fra en nyere utgave av Klarsjekk"
    remedy = "Oppdater Klarsjekk, eller bruk en eldre sikkerhetskopi. Databasen er ikke rørt."


class ReadOnly(DatabaseProblem):
    what = "databasen kan leses, men ikke skrives"
    remedy = "Gi skrivetilgang til både filen og mappen."


class LockedByAnother(DatabaseProblem):
    what = "databasen er i bruk av en annen prosess"
    remedy = "Stopp den andre prosessen først, eller gjør jobben der."


class Busy(DatabaseProblem):
    what = "databasen er opptatt"
    remedy = "Prøv igjen om litt."


class DiskFull(DatabaseProblem):
    what = "disken er full, og lagringen ble ikke gjort"
    remedy = "Frigjør plass og lagre på nytt. Det som var lagret før, er trygt."


class Unavailable(DatabaseProblem):
    what = "databasen svarer ikke som den skal"
    remedy = "Prøv igjen. Se loggen hvis det ikke hjelper."


_BY_CODE: dict[int, type[DatabaseProblem]] = {
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_NOTADB: NotADatabase,
}


def named(error: Exception, path: Path) -> DatabaseProblem | None:
    """The state behind a database error, or None when the error is a fault of ours and no state of the database."""
    if isinstance(error, PoolTimeout):
        return Busy(path)
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(error, IntegrityError) or not isinstance(original, sqlite3.DatabaseError | sqlite3.InterfaceError):
        return None
    primary = getattr(original, "sqlite_errorcode", 0) & 0xFF
    if primary == sqlite3.SQLITE_CANTOPEN:
        return _cannot_open(path)
    if kind := _BY_CODE.get(primary):
        return kind(path)
    return None if isinstance(original, sqlite3.ProgrammingError) else Unavailable(path, type(original).__name__)


def _cannot_open(path: Path) -> DatabaseProblem:
    """SQLite says "unable to open database file" for several causes; the file system knows which."""
    if not path.parent.is_dir():
        return FolderMissing(path)
    if not path.exists():
        return FileMissing(path)
    if not os.access(path.parent, os.W_OK) or not os.access(path, os.W_OK):
        return ReadOnly(path)
    return Unavailable(path, "får ikke åpnet filen")
