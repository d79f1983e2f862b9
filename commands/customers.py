"""`customers`: many customers, or many go-live dates, from a CSV file."""

import argparse
from pathlib import Path

from commands.arguments import Parser, add_assessments, add_database, add_encoding, database_url, read_file
from commands.output import told_progress
from language import CUSTOMER_TYPES, count, short_day
from reports.answers.file_faults import safe
from service.people.actor import Actor, Role
from service.people.customer_changes import move_customers
from service.people.customer_import import add_customers, propose_customers
from service.people.go_live_import import propose_moves
from service.workspace import Workspace, open_workspace

CUSTOMERS = "Legg til mange kunder, eller flytt mange oppstarter, fra en CSV-fil."
# Whoever runs this has the database itself.
_OPERATOR = Actor("cli", "Kommandolinjen", Role.ADMIN)
_INVENTED = "kundene er oppdiktede, til en demo"


def add_customers_arguments(command: Parser) -> None:
    command.add_argument(
        "act", choices=["import", "dates"], metavar="HVA", help="import: nye kunder · dates: oppstarter"
    )
    command.add_argument("file", type=Path, metavar="FIL", help="CSV-filen, eller «-»")
    command.add_argument("--dry-run", action="store_true", help="vis hva som ville skje, og lagre ingenting")
    command.add_argument("--invented", action="store_true", help=_INVENTED)
    add_encoding(command)
    add_database(command)
    add_assessments(command)


def customers(options: argparse.Namespace) -> int:
    """Say what the file would do, and do it unless it is a dry run."""
    data = read_file(options.file)
    with open_workspace(database_url=database_url(options), assessments=options.assessments) as ws:
        return (_new if options.act == "import" else _dates)(ws, options, data)


def _new(ws: Workspace, options: argparse.Namespace, data: bytes) -> int:
    seen = propose_customers(ws, _OPERATOR, data, encoding_confirmed=options.encoding_confirmed)
    print(*seen.notes, sep="\n", end="\n" if seen.notes else "")
    for line, known in seen.known:
        print(f"Linje {line}: «{safe(known.name)}» finnes fra før, og blir stående som den er.")
    if options.dry_run:
        for new in seen.added:
            starts = short_day(new.go_live) if new.go_live else "ingen dato"
            print(f"Linje {new.line}: {safe(new.name)} · {CUSTOMER_TYPES[new.customer_type]} · {starts}")
        print(f"{count(len(seen.added), 'kunde', 'kunder')} ville blitt lagt til.")
        return 0
    invited = add_customers(
        ws,
        _OPERATOR,
        data,
        seal=seen.seal,
        invented=options.invented,
        encoding_confirmed=options.encoding_confirmed,
        progress=told_progress,
    )
    who = count(len(invited), "prosjektleder", "prosjektledere")
    print(f"La til {count(len(seen.added), 'kunde', 'kunder')}. {who} kan logge inn. Send beskjed selv.")
    return 0


def _dates(ws: Workspace, options: argparse.Namespace, data: bytes) -> int:
    moves, notes = propose_moves(ws, _OPERATOR, data, encoding_confirmed=options.encoding_confirmed)
    print(*notes, sep="\n", end="\n" if notes else "")
    for move in moves:
        before = short_day(move.customer.go_live) if move.customer.go_live else "ingen dato"
        print(f"{safe(move.customer.name)}: {before} → {short_day(move.to)}")
    if options.dry_run:
        print(f"{count(len(moves), 'kunde', 'kunder')} ville blitt flyttet.")
        return 0
    moved = move_customers(ws, _OPERATOR, {move.customer.id: move.to for move in moves}) if moves else 0
    print(f"Flyttet {count(moved, 'kunde', 'kunder')}.")
    return 0
