"""What the subcommands share in reading their arguments: Norwegian help, dates, files and the database's address."""

import argparse
import os
import sys
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

from language import local_day
from reports.answers.file_faults import fault_text
from scoring.typed_values import NotUnderstood, read_day
from storage.engines.address import address_in

ROOT = Path(__file__).resolve().parent.parent
ASSESSMENTS = ROOT / "assessments"
Run = Callable[[argparse.Namespace], int]


class InputFault(Exception):
    """Input at fault, said as where, what, and what to do."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(f"{where} · {what}. {remedy}")


class Parser(argparse.ArgumentParser):
    """argparse with Norwegian headings and messages."""

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False)  # type: ignore[arg-type]
        self._optionals.title = "valg"
        self._positionals.title = "argumenter"
        self.add_argument("-h", "--help", action="help", help="vis denne hjelpen")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "bruk:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "bruk:", 1)

    def error(self, message: str) -> NoReturn:
        for english, norwegian in _USAGE_ERRORS:
            message = message.replace(english, norwegian)
        self.exit(2, f"{self.format_usage()}{message}. Se «{self.prog} --help».\n")


_USAGE_ERRORS = (
    ("the following arguments are required:", "dette mangler:"),
    ("unrecognized arguments:", "dette er ukjent:"),
    ("invalid choice:", "dette finnes ikke:"),
    ("choose from", "velg blant"),
    ("expected one argument", "verdien mangler"),
    ("ignored explicit argument", "tar ingen verdi, men fikk"),
    ("argument ", ""),
)

Commands = argparse._SubParsersAction


def add_command(commands: "Commands[Parser]", name: str, run: Run, purpose: str) -> Parser:
    command = commands.add_parser(name, help=purpose, description=purpose)
    command.set_defaults(run=run, parser=command)
    return command


def add_assessments(command: Parser) -> None:
    command.add_argument(
        "--assessments", type=Path, default=ASSESSMENTS, metavar="DIR", help="mappen med spørreskjemaer og metode"
    )


def add_database(command: Parser, default: str | None = None) -> None:
    """`default`: a file; without it DATABASE_URL, or data/klarsjekk.db."""
    told = default or "DATABASE_URL, ellers data/klarsjekk.db"
    command.add_argument(
        "--database", type=_database_url, default=default, metavar="URL", help=f"adresse eller fil (ellers {told})"
    )


def _database_url(text: str) -> str:
    return text if "://" in text else f"sqlite:///{Path(text).absolute()}"


def database_url(options: argparse.Namespace, default: str = "klarsjekk.db") -> str:
    """The address that was given, else the one of the environment, else a file in data/."""
    return options.database or address_in(os.environ, default=f"sqlite:///{ROOT / 'data' / default}")


def add_as_of(command: Parser) -> None:
    command.add_argument(
        "--as-of", type=a_day, default=today(), metavar="DATO", help="dagen det vurderes for (ellers i dag)"
    )


def today() -> date:
    """The day in Norway."""
    return local_day(datetime.now(UTC))


def a_day(text: str) -> date:
    """A day in any way that can only mean one. Raises what argparse tells."""
    try:
        return read_day(text)
    except NotUnderstood as error:
        raise argparse.ArgumentTypeError(fault_text(error, text)) from None


def version() -> str:
    """The edition of the program, as pyproject.toml has it."""
    project: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["version"]


def add_encoding(command: Parser) -> None:
    command.add_argument(
        "--encoding-confirmed",
        action="store_true",
        help="tegnene i filen er sjekket: ta dem som de er, også gammel Windows-koding",
    )


def read_file(path: Path) -> bytes:
    """The bytes of a file, or of standard input for «-»; raises `InputFault`."""
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read()
        return path.read_bytes()
    except FileNotFoundError:
        raise InputFault(str(path), "filen finnes ikke", "Sjekk navnet og mappen.") from None
    except IsADirectoryError:
        raise InputFault(str(path), "dette er en mappe", "Oppgi filen med svarene.") from None
    except (OSError, ValueError):
        raise InputFault(str(path), "filen lar seg ikke lese", "Sjekk at du har lov til å lese den.") from None
