"""PostgreSQL's errors by the state of the server behind them, told without what the server said.

A refused connection has no error code, only words; those are looked up in English, which is what the client speaks.
"""

import psycopg
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.engines.problems import (
    Busy,
    ConnectionLost,
    Damaged,
    DatabaseMissing,
    DatabaseProblem,
    DiskFault,
    DiskFull,
    LoginRefused,
    NoRights,
    ReadOnly,
    ServerAway,
    ServerStarting,
    Unavailable,
)

_BY_STATE: dict[str, type[DatabaseProblem]] = {
    "25006": ReadOnly,
    "28000": LoginRefused,
    "28P01": LoginRefused,
    "3D000": DatabaseMissing,
    "40001": Busy,
    "40P01": Busy,
    "42501": NoRights,
    "53100": DiskFull,
    "53300": Busy,
    "55P03": Busy,
    "57014": Busy,
    "57P03": ServerStarting,
    "58030": DiskFault,
    "XX001": Damaged,
    "XX002": Damaged,
}

_BY_WORDS: tuple[tuple[str, type[DatabaseProblem]], ...] = (
    ("password", LoginRefused),
    ("authentication failed", LoginRefused),
    ("no pg_hba.conf entry", LoginRefused),
    ("permission denied for database", NoRights),
    ("starting up", ServerStarting),
    ("shutting down", ServerStarting),
    ("recovery mode", ServerStarting),
    ("not yet accepting", ServerStarting),
    ("too many clients", Busy),
    ("connection slots", Busy),
    ("too many connections", Busy),
    ("refused", ServerAway),
    ("No such file", ServerAway),
    ("could not translate host name", ServerAway),
    ("failed to resolve host", ServerAway),
    ("timeout", ServerAway),
    ("unreachable", ServerAway),
    ("No route to host", ServerAway),
    ("closed the connection", ServerAway),
    ("reset by peer", ServerAway),
)


def named(error: Exception, place: str) -> DatabaseProblem | None:
    """The state behind a database error, or None when the error is a fault of ours and no state of the server."""
    if isinstance(error, PoolTimeout):
        return Busy(place)
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(error, IntegrityError) or not isinstance(original, psycopg.Error):
        return None
    if kind := _BY_STATE.get(original.sqlstate or ""):
        return kind(place)
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return ConnectionLost(place)
    if isinstance(original, psycopg.OperationalError):
        return _by_words(str(original))(place)
    return Unavailable(place) if isinstance(original, psycopg.InternalError) else None


def _by_words(said: str) -> type[DatabaseProblem]:
    if "does not exist" in said:
        return DatabaseMissing if 'database "' in said else LoginRefused
    return next((kind for words, kind in _BY_WORDS if words in said), Unavailable)
