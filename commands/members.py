"""`people`: see who has access, and take it away, when nobody can log in to do it on the page."""

import argparse
import json
from pathlib import Path

from commands.arguments import InputFault, Parser, add_assessments, add_database, database_url
from commands.output import deliver
from language import moment
from reports.answers.file_faults import safe
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.people.members import Member, forget, forget_name, list_members, rebind, remove
from service.people.person import what_is_kept
from service.workspace import Workspace, open_workspace

PEOPLE = "Se hvem som har tilgang, og endre det uten å logge inn."
_ADMIN = local_actor(Role.ADMIN)
_ACTS = {
    "remove": (remove, "har ikke lenger tilgang"),
    "rebind": (rebind, "knyttes til ny innlogging neste gang vedkommende logger inn med adressen"),
    "forget": (forget, "er glemt"),
}


def add_people_arguments(command: Parser) -> None:
    command.add_argument(
        "act",
        choices=["list", "data", *_ACTS],
        metavar="HVA",
        help="list: vis alle · data: alt om én person som JSON · remove: fjern tilgang · rebind: ny innlogging med samme adresse · forget: slett navn og adresse, også navn som er skrevet som eier",
    )
    command.add_argument(
        "person", nargs="?", metavar="HVEM", help="adressen eller id-en (ikke for list); for forget også navnet"
    )
    command.add_argument("--out", type=Path, metavar="FIL", help="filen data skrives til (ellers skjermen)")
    add_database(command)
    add_assessments(command)


def people(options: argparse.Namespace) -> int:
    """List everybody, or do one thing to everyone the address or id names."""
    if (options.act == "list") != (options.person is None):
        options.parser.error("list tar ingen person" if options.act == "list" else f"{options.act} trenger HVEM")
    with open_workspace(database_url=database_url(options), assessments=options.assessments) as ws:
        everyone = _everyone(ws)
        if options.act == "list":
            print(*(_line(member, where) for member, where in everyone), sep="\n")
            return 0
        if options.act == "data":
            return _data(ws, everyone, options)
        act, told = _ACTS[options.act]
        found = [member for member, _ in everyone if _is(member, options.person, gone=options.act == "forget")]
        named = forget_name(ws, _ADMIN, options.person) if options.act == "forget" else 0
        if not found and not named:
            raise _nobody(options.person)
        for member in found:
            act(ws, _ADMIN, member.id)
    print(f"{safe(options.person)} {told}.")
    return 0


def _data(ws: Workspace, everyone: list[tuple[Member, str]], options: argparse.Namespace) -> int:
    """Everything of one person, whatever row of theirs is named."""
    found = next((member for member, _ in everyone if _is(member, options.person, gone=True)), None)
    if found is None:
        raise _nobody(options.person)
    told = what_is_kept(ws, _ADMIN, found.id)
    deliver(json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n", options.out)
    return 0


def _nobody(called: str) -> InputFault:
    return InputFault("HVEM", f"vi finner ikke «{safe(called)}»", "Se «cli.py people list».")


def _everyone(ws: Workspace) -> list[tuple[Member, str]]:
    """Each member with the customer's name, HPAS's first."""
    places = [(None, "HPAS"), *((each.id, each.name) for each in list_customers(ws, _ADMIN))]
    return [(member, name) for id_, name in places for member in list_members(ws, _ADMIN, id_)]


def _is(member: Member, called: str, *, gone: bool) -> bool:
    """Whether someone is named by an address or an id. gone: also when they have lost their access."""
    named = called == member.id or (member.email is not None and called.strip().casefold() == member.email)
    return named and (gone or member.removed_at is None)


def _line(member: Member, where: str) -> str:
    state = "fjernet" if member.removed_at else "har ikke logget inn" if member.bound_at is None else "har logget inn"
    seen = f"sist inne {moment(member.last_seen_at)}" if member.last_seen_at else "aldri inne"
    called = [safe(each) for each in (member.name, member.email) if each] or ["glemt"]
    return " · ".join([member.id, *called, member.role, safe(where), state, seen])
