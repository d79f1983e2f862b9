"""`export`: any file that leaves, as the buttons hand it out, and a list of what there is."""

import argparse
import sys
from pathlib import Path
from typing import Any

from commands.arguments import Parser, add_as_of, add_assessments, add_database, database_url
from commands.files import ADMIN, add_hpas, one_of_the_two, whose
from commands.output import deliver
from reports.dialect import Dialect
from scoring.basis import Basis
from scoring.portfolio.cuts import CUTS
from service.files.catalogue import EXPORTS, TABLES
from service.files.export import Export, Exported, Wanted, hand_out
from service.files.portfolio import COMPARISON, COMPARISON_LONG
from service.workspace import open_workspace
from storage.engines.problems import LockedByAnother

EXPORT = "Skriv en tabell eller et dokument: «--list» viser hva som finnes."


def add_export_arguments(command: Parser) -> None:
    dialects = [dialect.value for dialect in Dialect]
    command.add_argument("table", nargs="?", choices=[*EXPORTS], metavar="TABELL", help="hva som skal ut; se --list")
    # As it was said before; what is scripted goes on working.
    command.add_argument("--what", choices=[*EXPORTS], help=argparse.SUPPRESS)
    command.add_argument("--long", action="store_true", help=argparse.SUPPRESS)
    command.add_argument(
        "--list", action="store_true", dest="listed", help="vis hva som kan skrives, og med hvilke valg"
    )
    command.add_argument("--customer", metavar="KUNDE", help="navn eller id, for det som gjelder én kunde")
    add_hpas(command)
    command.add_argument(
        "--cut",
        type=int,
        choices=CUTS,
        metavar="DAGER",
        help=f"så mange dager før oppstart: {', '.join(map(str, CUTS))}",
    )
    command.add_argument(
        "--basis",
        choices=[basis.value for basis in Basis],
        help="hvem sitt ord tallene bygger på: customer (kundens, uten valg) eller hpas",
    )
    command.add_argument(
        "--dialect", choices=dialects, default="norwegian", help="for Excel på norsk, eller for program"
    )
    add_as_of(command)
    command.add_argument("--out", type=Path, metavar="FIL", help="filen det skrives til (ellers skjermen)")
    add_database(command)
    add_assessments(command)


def export(options: argparse.Namespace) -> int:
    """Write one file. While the app has the database, it is opened for reading, and the log does not get a line."""
    if options.listed:
        print("\n".join(_list()))
        return 0
    wanted = _wanted(options)
    try:
        made = _export(options, wanted, read_only=False)
    except LockedByAnother:
        made = _export(options, wanted, read_only=True)
        print("Databasen er i bruk. Filen er laget, men uttaket står ikke i loggen.", file=sys.stderr)
    deliver(made.data, options.out)
    return 0


def _wanted(options: argparse.Namespace) -> Export[Any]:
    """The file that is asked for; stops with a word on usage when it cannot be had so."""
    asked = options.table or options.what
    if asked is None:
        options.parser.error("dette mangler: TABELL. «cli.py export --list» viser hva som finnes")
    found = EXPORTS[asked]
    one_of_the_two(options, needed=not found.of_all)
    if found.of_all and (options.customer or options.hpas) is not None:
        options.parser.error(f"--customer og --hpas gjelder ikke {found.id}, som tar med alle kunder")
    if options.long and found is not COMPARISON:
        options.parser.error("--long gjelder bare comparison")
    if options.cut is not None and not found.at_a_cut:
        options.parser.error(f"--cut gjelder ikke {found.id}")
    if options.basis is not None and not found.on_a_basis:
        options.parser.error(f"--basis gjelder ikke {found.id}")
    return COMPARISON_LONG if options.long else found


def _export(options: argparse.Namespace, found: Export[Any], *, read_only: bool) -> Exported:
    url = database_url(options)
    ws = open_workspace(database_url=url, assessments=options.assessments, read_only=read_only)
    try:
        of = "" if found.of_all else whose(ws, options)
        basis = Basis(options.basis or Basis.CUSTOMER)
        wanted = Wanted(ADMIN, found, of, Dialect(options.dialect), options.as_of, options.cut, basis)
        return hand_out(ws, wanted, members_only=False, logged=not read_only)
    finally:
        ws.close()


def _list() -> list[str]:
    """What there is, under whom it is about, each with what can be chosen."""
    lines = []
    for of_all, heading in ((True, "Alle kunder:"), (False, "Én kunde (--customer):")):
        lines += [heading, *(_line(found) for found in EXPORTS.values() if found.of_all is of_all), ""]
    return lines[:-1]


def _line(found: Export[Any]) -> str:
    chosen = [*(["--cut"] if found.at_a_cut else []), *(["--basis"] if found.on_a_basis else [])]
    kind = "tabell" if found.id in TABLES else found.ending
    return f"  {found.id:<18} {found.title()} ({', '.join([kind, *chosen])}). {found.about()}"
