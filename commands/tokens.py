"""`tokens`: make, see and end the keys that programs read tables with, beside the app or without it."""

import argparse
from collections.abc import Sequence
from datetime import date

from commands.arguments import InputFault, Parser, a_day, add_as_of, add_assessments, add_database, database_url
from language import day, moment
from language.service.files.api_tokens import STATES
from reports.answers.file_faults import nearest, safe
from service.files.api_tokens import (
    OFFICE,
    USUAL,
    ApiToken,
    TokenState,
    end_token,
    list_tokens,
    make_token,
    tables_for,
)
from service.people.customers import list_customers
from service.workspace import Workspace, open_workspace

TOKENS = "Lag, se og stopp nøkler som Power BI og andre programmer henter tabeller med."


def add_tokens_arguments(command: Parser) -> None:
    command.add_argument(
        "act",
        choices=["create", "list", "end"],
        metavar="HVA",
        help="create: lag en nøkkel, som skrives ut denne ene gangen · list: vis alle · end: stopp en nøkkel",
    )
    command.add_argument(
        "token", nargs="?", metavar="ID", help="nøkkelen som stoppes, slik list viser den (bare for end)"
    )
    command.add_argument("--purpose", metavar="TEKST", help="hva nøkkelen skal brukes til (trengs for create)")
    command.add_argument("--customer", metavar="KUNDE", help="navn eller id; uten gjelder nøkkelen alle kunder")
    command.add_argument("--table", action="append", default=[], metavar="TABELL", help="en tabell; gjenta for flere (ellers alle)")  # fmt: skip
    command.add_argument("--expires", type=a_day, metavar="DATO", help=f"siste dag den gjelder (ellers om {USUAL.days} dager)")  # fmt: skip
    add_as_of(command)
    add_database(command)
    add_assessments(command)


def tokens(options: argparse.Namespace) -> int:
    """Do one of the three. On SQLite it may be done while the app has the database."""
    if (options.act == "end") != (options.token is not None):
        options.parser.error("end trenger ID" if options.act == "end" else f"{options.act} tar ingen ID")
    if options.act == "create" and options.purpose is None:
        options.parser.error("dette mangler: --purpose")
    with open_workspace(database_url=database_url(options), assessments=options.assessments, beside=True) as ws:
        if options.act == "create":
            print(_create(ws, options))
        elif options.act == "end":
            _end(ws, options)
        else:
            print(*(_line(token) for token in list_tokens(ws, OFFICE, as_of=options.as_of)), sep="\n")
    return 0


def _create(ws: Workspace, options: argparse.Namespace) -> str:
    expires: date = options.expires or options.as_of + USUAL
    of = None if options.customer is None else _customer(ws, options.customer)
    _require_tables(options.table, of)
    return make_token(
        ws, OFFICE, purpose=options.purpose, tables=options.table, customer_id=of, expires=expires, as_of=options.as_of
    )


def _require_tables(wanted: Sequence[str], customer_id: str | None) -> None:
    """Raise `InputFault` for one that is not offered, with the one it looks like."""
    offered = list(tables_for(customer_id))
    for name in wanted:
        if name not in offered:
            near = nearest(name, offered)
            remedy = f"Mente du «{near}»?" if near else f"Velg blant {', '.join(offered)}."
            raise InputFault("--table", f"nøkkelen kan ikke gjelde «{safe(name)}»", remedy)


def _end(ws: Workspace, options: argparse.Namespace) -> None:
    held = next((token for token in list_tokens(ws, OFFICE, as_of=options.as_of) if token.id == options.token), None)
    if held is None:
        raise InputFault("ID", f"vi finner ikke «{safe(options.token)}»", "Se «cli.py tokens list».")
    end_token(ws, OFFICE, held.id)
    print(f"Nøkkelen til {safe(held.purpose)} virker ikke lenger.")


def _customer(ws: Workspace, called: str) -> str:
    for customer in list_customers(ws, OFFICE):
        if called == customer.id or called.casefold() == customer.name.casefold():
            return customer.id
    raise InputFault("--customer", f"vi finner ikke «{safe(called)}»", "Sjekk navnet på siden «Kunder og tilgang».")


def _line(token: ApiToken) -> str:
    used = f"sist brukt {moment(token.used_at)}" if token.used_at else "ikke brukt ennå"
    until = f"til og med {day(token.expires)}" if token.state is TokenState.OPEN else STATES[token.state]
    of = safe(token.customer) or "alle kunder"
    made = f"laget av {safe(token.made_by)} {moment(token.made_at)}"
    return " · ".join([token.id, safe(token.purpose), of, " ".join(token.tables) or "alle tabeller", until, made, used])
