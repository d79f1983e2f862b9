"""Where the database is, from the environment: one address or separate settings, and never a password in a message."""

import pytest

from storage.engines import problems
from storage.engines.address import address_in, parsed, shown_address
from storage.engines.database import open_database
from storage.engines.problems import DatabaseProblem

DEFAULT = "sqlite:///data/klarsjekk.db"
SERVER = {"KLARSJEKK_DB_HOST": "db.example", "KLARSJEKK_DB_NAME": "klar", "KLARSJEKK_DB_USER": "app"}


@pytest.mark.parametrize(
    ("environ", "address"),
    [
        ({}, DEFAULT),
        ({"DATABASE_URL": ""}, DEFAULT),
        ({"DATABASE_URL": "sqlite:////srv/a.db"}, "sqlite:////srv/a.db"),
        ({"DATABASE_URL": "", "KLARSJEKK_DB_HOST": ""}, DEFAULT),
        (SERVER, "postgresql+psycopg://app@db.example:5432/klar"),
        (SERVER | {"KLARSJEKK_DB_PORT": "6543"}, "postgresql+psycopg://app@db.example:6543/klar"),
        (
            SERVER | {"KLARSJEKK_DB_HOST": "/run/postgresql"},
            "postgresql+psycopg://app@/klar?host=%2Frun%2Fpostgresql&port=5432",
        ),
    ],
)
def test_the_environment_says_where(environ: dict[str, str], address: str) -> None:
    assert address_in(environ, default=DEFAULT) == address


@pytest.mark.parametrize(
    ("environ", "problem", "names"),
    [
        (SERVER | {"DATABASE_URL": "sqlite:///a.db"}, problems.SettingsClash, "DATABASE_URL og KLARSJEKK_DB_HOST"),
        ({"KLARSJEKK_DB_PASSWORD": "hemmelig"}, problems.SettingWrong, "KLARSJEKK_DB_HOST"),
        (SERVER | {"KLARSJEKK_DB_NAME": ""}, problems.SettingWrong, "KLARSJEKK_DB_NAME"),
        (SERVER | {"KLARSJEKK_DB_USER": ""}, problems.SettingWrong, "KLARSJEKK_DB_USER"),
        (SERVER | {"KLARSJEKK_DB_PORT": "post"}, problems.SettingWrong, "KLARSJEKK_DB_PORT"),
        (SERVER | {"KLARSJEKK_DB_PORT": "70000"}, problems.SettingWrong, "KLARSJEKK_DB_PORT"),
    ],
)
def test_settings_that_do_not_fit_are_named(
    environ: dict[str, str], problem: type[DatabaseProblem], names: str
) -> None:
    with pytest.raises(problem) as raised:
        address_in(environ, default=DEFAULT)
    assert names in str(raised.value)
    assert "hemmelig" not in str(raised.value)


@pytest.mark.parametrize("password", ["p@ss:w/o?r#d", "%41%", "æøå 🫐", "[::1]", "'; DROP", " ", "\\", "a&b=c+d"])
def test_a_password_may_contain_anything(password: str) -> None:
    found = parsed(address_in(SERVER | {"KLARSJEKK_DB_PASSWORD": password}, default=DEFAULT))
    assert (found.password, found.host, found.database) == (password, "db.example", "klar")
    assert shown_address(found) == "postgresql://app@db.example:5432/klar"


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://u:hemm@lig@h/d",
        "postgresql://u:hemmelig@h:port/d",
        "postgresql+psycopg2://u:hemmelig@h/d",
        "postgresql://u:hemmelig@h/",
        "mysql://u:hemmelig@h/d",
        "mysql://u@h/d?password=hemmelig",
    ],
)
def test_an_address_we_cannot_use_does_not_show_its_password(address: str) -> None:
    with pytest.raises(problems.UnsupportedDatabase) as raised:
        open_database(address)
    assert "hemm" not in str(raised.value)
    assert "lig" not in str(raised.value).split("(")[0]
