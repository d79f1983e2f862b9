"""Where the database is: one address, or separate settings so that a password may contain anything.

Refuses both at once, and never repeats a password.
"""

from collections.abc import Mapping

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.engines.problems import SettingsClash, SettingWrong, UnsupportedDatabase

ADDRESS = "DATABASE_URL"
HOST, PORT, NAME, USER, PASSWORD = (f"KLARSJEKK_DB_{part}" for part in ("HOST", "PORT", "NAME", "USER", "PASSWORD"))
DRIVERS = frozenset({"postgresql", "postgresql+psycopg"})


def address_in(environ: Mapping[str, str], *, default: str) -> str:
    """The database's address as the environment gives it, or `default` when it gives none.

    Raises `SettingsClash` when it is given both ways, and `SettingWrong` for a part that is missing or cannot be read.
    """
    given = {name: environ[name] for name in (HOST, PORT, NAME, USER, PASSWORD) if environ.get(name)}
    if not given:
        return environ.get(ADDRESS) or default
    if environ.get(ADDRESS):
        raise SettingsClash(f"{ADDRESS} og {next(iter(given))}")
    for name in (HOST, NAME, USER):
        if name not in given:
            raise SettingWrong(name, "mangler")
    port = given.get(PORT, "5432")
    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        raise SettingWrong(PORT, "er ikke et portnummer")
    # A socket's folder is no host name; in an address it can only stand among the options.
    on_socket = given[HOST].startswith("/")
    url = URL.create(
        "postgresql+psycopg",
        username=given[USER],
        password=given.get(PASSWORD),
        host=None if on_socket else given[HOST],
        port=None if on_socket else int(port),
        database=given[NAME],
        query={"host": given[HOST], "port": port} if on_socket else {},
    )
    return url.render_as_string(hide_password=False)


def parsed(url: str) -> URL:
    """The parts of an address of SQLite or PostgreSQL; raises `UnsupportedDatabase`."""
    # A second @ means a password that was not escaped: its end would be taken for the host and told to everyone.
    if url.count("@") > 1:
        raise UnsupportedDatabase(url.split(":")[0], "passordet må skrives om, eller settes i KLARSJEKK_DB_PASSWORD")
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise UnsupportedDatabase(url.split(":")[0]) from None
    usable = address.drivername in DRIVERS or address.get_backend_name() == "sqlite"
    if not usable or address.database in (None, "", ":memory:"):
        raise UnsupportedDatabase(shown_address(address))
    return address


def shown_address(address: URL) -> str:
    """The address as it may be shown: without its password and its options."""
    return URL.create(
        address.get_backend_name(),
        username=address.username,
        host=address.host,
        port=address.port,
        database=address.database,
    ).render_as_string()
