"""The audit log and the list of members as CSV."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from language import OSLO
from reports.dialect import Cell, Column, Dialect, Label, to_bytes

LOG = (
    Column("at", "Tidspunkt"),
    Column("actor", "Hvem"),
    Column("operation", "Handling"),
    Column("object", "Hva"),
    Column("outcome", "Utfall"),
    Column("detail", "Detaljer"),
)
ACCESS = (
    Column("member_id", "Medlem"),
    Column("customer", "Kunde"),
    Column("role", "Rolle"),
    Column("name", "Navn"),
    Column("email", "E-post"),
    Column("invited_by", "Invitert av"),
    Column("invited_at", "Invitert"),
    Column("first_login_at", "Første innlogging"),
    Column("last_seen_at", "Sist inne"),
    Column("removed_at", "Fjernet"),
)


Row = Sequence[str | Label | datetime | None]


def people_csv(columns: Sequence[Column], rows: Iterable[Row], dialect: Dialect) -> bytes:
    """The rows under `LOG` or `ACCESS`; moments as UTC in ISO 8601 for programs, Norwegian time for people."""
    return to_bytes(columns, ([_cell(cell, dialect) for cell in row] for row in rows), dialect)


def _cell(cell: str | Label | datetime | None, dialect: Dialect) -> Cell:
    if not isinstance(cell, datetime):
        return cell
    if dialect is Dialect.PROGRAM:
        return cell.isoformat(timespec="seconds")
    return f"{cell.astimezone(OSLO):%d.%m.%Y %H:%M:%S}"
