"""`retain`: let go of what tells of people and has lain longer than it is kept, from cron or a systemd timer."""

import argparse
from pathlib import Path

from commands.arguments import InputFault, Parser, add_assessments, add_database, database_url
from commands.letters import SECRETS
from commands.secrets import read_secrets
from language import count, day, local_day
from service.people.actor import Role, local_actor
from service.retention import Lapsed, Overdue, lapsed, let_go, read_retention, retention_faults
from service.workspace import open_workspace

RETAIN = "Glem personer, invitasjoner og brev som har ligget lenger enn dere har bestemt. Det de gjorde, står."
_OFFICE = local_actor(Role.ADMIN)
_KINDS = {
    Overdue.REMOVED_PEOPLE: "mistet tilgangen",
    Overdue.UNUSED_INVITATIONS: "invitert, og kom aldri",
}


def add_retain_arguments(command: Parser) -> None:
    command.add_argument("--dry-run", action="store_true", help="vis hva som ville bli glemt, og gjør ingenting")
    command.add_argument(
        "--secrets",
        type=Path,
        default=SECRETS,
        metavar="FIL",
        help="filen med [klarsjekk.retention] (ellers secrets.toml)",
    )
    add_database(command)
    add_assessments(command)


def retain(options: argparse.Namespace) -> int:
    """Print what is let go of, one line each, and let go of it unless it is a dry run."""
    secrets = read_secrets(options.secrets)
    for key, what in retention_faults(secrets):
        raise InputFault(f"{options.secrets} · {key}", what.partition(". ")[0].rstrip("."), what.partition(". ")[2])
    retention = read_retention(secrets)
    with open_workspace(database_url=database_url(options), assessments=options.assessments, beside=True) as ws:
        found = lapsed(ws, _OFFICE, retention) if options.dry_run else let_go(ws, _OFFICE, retention)
    print(*(_line(each) for each in found), sep="\n", end="\n" if found else "")
    many = sum(each.many for each in found)
    told = "ville blitt glemt" if options.dry_run else "er glemt"
    print(f"{count(many, 'ting', 'ting')} {told}.")
    return 0


def _line(each: Lapsed) -> str:
    if each.kind is Overdue.LETTERS:
        return f"{count(each.many, 'linje', 'linjer')} om sendte brev, den eldste fra {day(local_day(each.since))}"
    return f"{each.id} · {_KINDS[each.kind]} {day(local_day(each.since))}"
