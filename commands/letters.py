"""`remind`: send the letters of the day, from cron or a systemd timer."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from commands.arguments import ROOT, InputFault, Parser, add_as_of, add_assessments, add_database, database_url, today
from commands.secrets import read_secrets
from language import count
from reports.answers.file_faults import safe
from reports.letters.letter import plain_text
from service.letters.mail_settings import app_address, mail_faults, read_mail
from service.letters.reminding import REMINDER, Round, remind, upcoming
from service.letters.sending import Fate
from service.workspace import open_workspace

REMIND = "Send dagens brev: ukebrev, frister og invitasjoner som ikke kom fram. Ingen får det samme to ganger."
SECRETS = ROOT / ".streamlit" / "secrets.toml"
KINDS = {
    "week": "ukebrev til prosjektledere",
    "week_person": "ukebrev til dem som har fått spørsmål",
    "week_hpas": "ukebrev til HPAS",
    "due_30": "frister om 30 dager",
    "due_7": "frister om 7 dager",
    "due_1": "frister i morgen",
    "passed": "frister som er passert",
    "started": "spørsmål om oppstarten",
    "outcomes": "tall etter oppstart",
    "invitation": "invitasjoner",
    "nudge": "påminnelser fra HPAS",
}


def add_remind_arguments(command: Parser) -> None:
    command.add_argument("--dry-run", action="store_true", help="vis brevene, og send ingenting")
    add_secrets(command)
    add_as_of(command)
    command.set_defaults(as_of=None)
    add_database(command)
    add_assessments(command)


def add_secrets(command: Parser) -> None:
    command.add_argument(
        "--secrets", type=Path, default=SECRETS, metavar="FIL", help="filen med [klarsjekk.mail] (ellers secrets.toml)"
    )


def remind_all(options: argparse.Namespace) -> int:
    """Send what is due; 1 when something could not be sent, so that whoever runs it is told."""
    secrets = secrets_in(options.secrets)
    mail, as_of = read_mail(secrets), _day(options.as_of)
    with open_workspace(database_url=database_url(options), assessments=options.assessments, beside=True) as ws:
        if options.dry_run:
            for each in upcoming(ws, REMINDER, as_of=as_of, app=app_address(secrets)):
                print(f"Til: {safe(each.to.email or '')} · {KINDS[each.kind]}\nEmne: {each.letter.subject}\n")
                print(plain_text(each.letter))
            return 0
        if mail is None:
            raise InputFault(
                str(options.secrets),
                "[klarsjekk.mail] mangler",
                "Se .streamlit/secrets.example.toml, eller bruk --dry-run.",
            )
        return _told(remind(ws, REMINDER, as_of=as_of, mail=mail))


def _day(given: date | None) -> date:
    """The day that was asked for, else that of `KLARSJEKK_TODAY`, as for the app, else today."""
    fixed = os.environ.get("KLARSJEKK_TODAY")
    return given or (date.fromisoformat(fixed) if fixed else today())


def secrets_in(path: Path) -> Mapping[str, Any]:
    """What the file says, when nothing about mail is wrong in it."""
    secrets = read_secrets(path)
    for key, what in mail_faults(secrets):
        raise InputFault(f"{path} · {key}", what.partition(". ")[0].rstrip("."), what.partition(". ")[2])
    return secrets


def _told(made: Round) -> int:
    sent: Counter[str] = Counter()
    for (kind, fate), many in made.fates.items():
        sent[KINDS[kind]] += many if fate is Fate.SENT else 0
    for what, many in sent.items():
        if many:
            print(f"{what}: {many}")
    if not made.of(Fate.SENT):
        print("Ingen nye brev å sende." if not made.faults else "Ingen brev er sendt.")
    for fault in made.faults:
        print(f"Ikke sendt: {fault}. Vi prøver igjen neste gang.", file=sys.stderr)
    if unsure := made.of(Fate.UNSURE) + made.unsure_before:
        many_ = count(unsure, "brev er kanskje sendt", "brev er kanskje sendt")
        print(f"{many_}: e-posttjeneren svarte ikke. De sendes ikke på nytt.", file=sys.stderr)
    return 1 if made.faults else 0
