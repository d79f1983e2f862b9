"""`migrate`, `backup`, `restore` and `verify` for those who run Klarsjekk, and `demo` with invented customers."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from commands.arguments import ROOT, Parser, add_assessments, add_database, database_url, today
from commands.output import told_progress
from language import count, day, listed, local_day
from service.demo.customers import fill_demo
from service.demo.history import live_on
from service.demo.many import fill_many
from service.demo.started import have_started
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.workspace import open_workspace
from storage import backups
from storage.chain_check import ChainCheck, Proof
from storage.engines.database import Database, open_database
from storage.verification import Fault, LocatedFault, Verification, verify

MIGRATE = "Lag databasen hvis den mangler, og bring den opp til denne utgaven."
DEMO = "Lag oppdiktede kunder i en egen database."
BACKUP = "Ta en sikkerhetskopi i én fil, også mens appen er i gang."
RESTORE = "Legg en sikkerhetskopi tilbake der det ikke er noen database fra før."
VERIFY = "Sjekk at alt i databasen står som det ble skrevet."
DEMO_FILE = "data/demo.db"
SHOWN = 20
NOT_PROVEN = 2
APP_ROLE = "KLARSJEKK_DB_APP_ROLE"


def add_migrate_arguments(command: Parser) -> None:
    add_database(command)


def add_demo_arguments(command: Parser) -> None:
    command.add_argument(
        "--customers",
        type=_how_many,
        metavar="N",
        help="lag så mange oppdiktede kunder i alt, for å se sidene til HPAS",
    )
    add_database(command, default=DEMO_FILE)
    add_assessments(command)


def add_backup_arguments(command: Parser) -> None:
    command.add_argument("target", type=Path, metavar="FIL", help="ny fil, eller en mappe når --keep er med")
    command.add_argument(
        "--keep", type=_how_many, metavar="N", help="lag en ny fil i mappen, og ta vare på de N nyeste der"
    )
    add_database(command)


def add_restore_arguments(command: Parser) -> None:
    command.add_argument("file", type=Path, metavar="FIL", help="sikkerhetskopien")
    add_database(command)


def add_verify_arguments(command: Parser) -> None:
    command.add_argument(
        "--against", metavar="KONTROLLSUM", help="en kontrollsum fra før, som må stå i historikken til databasen"
    )
    add_database(command)


def migrate(options: argparse.Namespace) -> int:
    """Make or upgrade the database; an older one is copied first. On PostgreSQL it lets the app's own role in."""
    with open_database(database_url(options), create=True) as database:
        if role := os.environ.get(APP_ROLE):
            _let_in(database, role)
        print(f"Databasen er klar: {database.place}")
    return 0


def _let_in(database: Database, role: str) -> None:
    if database.engine.dialect.name == "postgresql":
        # psycopg takes a fifth of a second to load, which those on SQLite need not wait for.
        from storage.engines.postgres_roles import grant_to

        with database.naming_problems():
            grant_to(database, role)


def demo(options: argparse.Namespace) -> int:
    """Add the invented customers that are not there yet."""
    url = f"sqlite:///{ROOT / DEMO_FILE}" if options.database == DEMO_FILE else options.database
    ws = open_workspace(database_url=url, assessments=options.assessments, create=True)
    try:
        admin = local_actor(Role.ADMIN)
        before = len(list_customers(ws, admin))
        fill_demo(ws, admin, as_of=today())
        live_on(ws, admin, as_of=today())
        have_started(ws, admin, as_of=today())
        fill_many(ws, admin, options.customers or 0, as_of=today(), progress=told_progress)
        if added := len(list_customers(ws, admin)) - before:
            print(f"La inn {count(added, 'oppdiktet kunde', 'oppdiktede kunder')} i {ws.database.place}")
        else:
            print(f"De oppdiktede kundene er der allerede: {ws.database.place}")
    finally:
        ws.close()
    return 0


def backup(options: argparse.Namespace) -> int:
    """Copy the database; 1 when the copy was made but something in it is amiss."""
    old: list[Path] = []
    with backups.open_as_it_is(database_url(options)) as database:
        if options.keep is None:
            made = backups.backup(database, options.target)
        else:
            made, old = backups.backup_in_turn(database, options.target, keep=options.keep, at=datetime.now(UTC))
    print(f"Sikkerhetskopien er tatt: {made.path}")
    if old:
        print(f"Fjernet {count(len(old), 'gammel kopi', 'gamle kopier')}")
    return tell(made.verification) if made.verification else 0


def restore(options: argparse.Namespace) -> int:
    """Put a copy back; it was looked through before and after."""
    found = backups.restore(options.file, database_url(options), actor="cli", at=datetime.now(UTC))
    print("Sikkerhetskopien er lagt tilbake.")
    return tell(found)


def verify_all(options: argparse.Namespace) -> int:
    """Look through everything; 1 when something is amiss, 2 when the end of the chain could not be proven."""
    with open_database(database_url(options), read_only=True) as database:
        found = verify(database, against=options.against)
    return tell(found) or (0 if found.chain.proof is Proof.SEALED else NOT_PROVEN)


def tell(found: Verification) -> int:
    """Print what was found; 1 when something is amiss."""
    looked = [
        count(found.responses, "egenvurdering", "egenvurderinger"),
        count(found.answers, "svar", "svar"),
        count(found.revisions, "linje i historikken", "linjer i historikken"),
        count(found.audit_events, "hendelse i loggen", "hendelser i loggen"),
    ]
    print(f"Så gjennom {listed(looked)}.")
    print(*_chain_words(found.chain), sep="\n")
    if not found.findings:
        print(_PROOFS[found.chain.proof], file=sys.stdout if found.chain.proof is Proof.SEALED else sys.stderr)
        return 0
    print(*(_words(finding) for finding in found.findings[:SHOWN]), sep="\n", file=sys.stderr)
    amiss = count(len(found.findings), "avvik", "avvik")
    print(f"{amiss}. Ta vare på databasen som den er, og finn siste gode sikkerhetskopi.", file=sys.stderr)
    return 1


def _chain_words(chain: ChainCheck) -> list[str]:
    """The checksum, and from which days the chain and its seal say something."""
    words = [f"Kontrollsum: {chain.checksum} ({count(chain.links, 'ledd', 'ledd')})"]
    if chain.since:
        words.append(f"Kjedet fra {day(local_day(chain.since))}. Det eldre er forseglet slik det ble funnet da.")
    if chain.moved:
        words.append(f"Navnene ble flyttet ut av historikken {day(local_day(chain.moved))}, så de kan glemmes.")
    if chain.sealed_since:
        words.append(f"Nåværende forsegling begynte {day(local_day(chain.sealed_since))}.")
    return words


_PROOFS = {
    Proof.SEALED: "Alt står som det ble skrevet.",
    Proof.KEY_MISSING: (
        "Alt henger sammen, men nøkkelen mangler her. Uten den er det ikke bevist at ingen har regnet hele kjeden om "
        "eller kuttet slutten. Sett KLARSJEKK_CHAIN_KEY, eller legg nøkkelfilen ved siden av databasen."
    ),
    Proof.EMPTY: (
        "Databasen er tom. Har den vært i bruk, er alt tatt bort: sammenlign med en kontrollsum fra før (--against)."
    ),
    Proof.NO_SEAL: (
        "Alt henger sammen, men databasen er ikke forseglet. Det er ikke bevist at ingen har regnet hele kjeden om eller "
        "kuttet slutten. Sett KLARSJEKK_CHAIN_KEY, og kjør «python cli.py migrate»."
    ),
}


def _words(finding: LocatedFault) -> str:
    where = " · ".join(part for part in (finding.response_id, finding.where) if part)
    return f"{where} · {_FAULTS[finding.fault]}" if where else _FAULTS[finding.fault]


_FAULTS = {
    Fault.FILE: "filen er skadet",
    Fault.LINK: "raden viser til noe som ikke finnes",
    Fault.UNREADABLE: "raden lar seg ikke lese",
    Fault.NO_RESPONSE: "egenvurderingen finnes ikke",
    Fault.REVISION: "linjen i historikken er endret, eller linjen før den mangler",
    Fault.CHAIN_END: "slutten av historikken mangler",
    Fault.VERSION: "en utgave av svaret mangler i historikken",
    Fault.SEAL: "svaret er endret utenom appen",
    Fault.ANSWER: "svaret er ikke det siste i historikken",
    Fault.NO_ANSWER: "svaret mangler",
    Fault.ENTRY: "leddet i kjeden er endret, satt inn, eller står etter et som mangler",
    Fault.HEAD: "slutten av kjeden mangler eller er flyttet",
    Fault.HEAD_SEAL: "forseglingen av kjeden passer ikke: slutten er endret uten nøkkelen",
    Fault.NOT_SEALED: "kjeden er ikke forseglet, enda det finnes en nøkkel. Er den ny, kjør «python cli.py migrate»",
    Fault.ROW_CHANGED: "raden er endret utenom appen",
    Fault.ROW_GONE: "raden mangler",
    Fault.ROW_UNKNOWN: "raden er satt inn utenom appen",
    Fault.FORM: "spørreskjemaet er endret",
    Fault.NO_HISTORY: "raden har ingen historikk",
    Fault.HISTORY: "raden er ikke det historikken sier",
    Fault.OTHER_CHAIN: "kontrollsummen står ikke i historikken: noe er tatt bort, eller dette er en annen database",
}


def _how_many(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 10_000):
        raise argparse.ArgumentTypeError(f"«{text}» er ikke et antall fra 1 og oppover")
    return int(text)
