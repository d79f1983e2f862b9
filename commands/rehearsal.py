"""`rehearse`: is the newest backup young enough, and can it be put back? Tried for real, in a place that is gone afterwards."""

import argparse
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from commands.arguments import InputFault, Parser, add_database
from commands.database import tell, verify_all
from storage import backups

REHEARSE = "Legg den nyeste sikkerhetskopien tilbake i en midlertidig database, og se at alt er der."
_MADE = re.compile(r"klarsjekk-(\d{8}T\d{6})\d{6}Z\.db")


def add_rehearse_arguments(command: Parser) -> None:
    command.add_argument("folder", type=Path, metavar="MAPPE", help="mappen med sikkerhetskopiene")
    command.add_argument(
        "--oldest", type=_hours, default=26, metavar="TIMER", help="hvor gammel den nyeste kan være (ellers 26)"
    )
    command.add_argument("--verify", action="store_true", help="se gjennom databasen som er i bruk, også")
    command.set_defaults(against=None)
    add_database(command)


def rehearse(options: argparse.Namespace) -> int:
    """0 when the newest backup is young enough and whole; 1, or what `verify` says, when something is amiss."""
    newest = _newest(options.folder)
    age = datetime.now(UTC) - newest[0]
    if age > timedelta(hours=options.oldest):
        hours = int(age.total_seconds() // 3600)
        remedy = "Se hva «cli.py backup» sa sist (docs/on-call.md)."
        raise InputFault(str(newest[1]), f"den nyeste sikkerhetskopien er {hours} timer gammel", remedy)
    with TemporaryDirectory(prefix="klarsjekk-") as folder:
        url = f"sqlite:///{Path(folder) / 'rehearsal.db'}"
        found = backups.restore(newest[1], url, actor="cli", at=datetime.now(UTC))
    print(f"Sikkerhetskopien lar seg legge tilbake: {newest[1]}")
    told = tell(found)
    return told or (verify_all(options) if options.verify else 0)


def _newest(folder: Path) -> tuple[datetime, Path]:
    """When the newest of the folder was made, by its name, and the file."""
    try:
        made = [(found[1], path) for path in folder.iterdir() if (found := _MADE.fullmatch(path.name))]
    except OSError:
        raise InputFault(str(folder), "mappen lar seg ikke lese", "Sjekk navnet, og at du har lov til å lese den.") from None  # fmt: skip
    if not made:
        raise InputFault(str(folder), "det er ingen sikkerhetskopi her", "Ta en: «cli.py backup --keep 14 MAPPE».")
    moment, path = max(made)
    return datetime.strptime(moment, "%Y%m%dT%H%M%S").replace(tzinfo=UTC), path


def _hours(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 10_000):
        raise argparse.ArgumentTypeError(f"«{text}» er ikke et antall timer fra 1 og oppover")
    return int(text)
