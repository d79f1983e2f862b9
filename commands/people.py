"""`invite`: let someone in from the command line; the way in for the first administrator."""

import argparse

from commands.arguments import InputFault, Parser, add_assessments, add_database, database_url
from reports.answers.file_faults import safe
from service.people.actor import CUSTOMER_ROLES, Role, local_actor
from service.people.customers import list_customers
from service.people.members import invite
from service.workspace import Workspace, open_workspace

INVITE = "Gi noen tilgang til å logge inn."


def add_invite_arguments(command: Parser) -> None:
    roles = [role.value for role in Role]
    command.add_argument("--role", required=True, choices=roles, help="rollen de får")
    command.add_argument("--email", required=True, metavar="ADRESSE", help="adressen de logger inn med")
    command.add_argument("--name", metavar="NAVN", help="navnet deres (kan utelates)")
    command.add_argument("--customer", metavar="KUNDE", help="navn eller id; for lead, contributor og viewer")
    add_database(command)
    add_assessments(command)


def invite_someone(options: argparse.Namespace) -> int:
    """Store the invitation; it is bound at the first login with that address."""
    role = Role(options.role)
    if (role in CUSTOMER_ROLES) != (options.customer is not None):
        needed = "trenger" if role in CUSTOMER_ROLES else "kan ikke ha"
        options.parser.error(f"{role.value} {needed} --customer")
    with open_workspace(database_url=database_url(options), assessments=options.assessments) as ws:
        customer_id = None if options.customer is None else _customer(ws, options.customer)
        invite(ws, local_actor(Role.ADMIN), customer_id, role=role, email=options.email, name=options.name)
    print(f"{safe(options.email)} får tilgang ved første innlogging. Send beskjed selv.")
    return 0


def _customer(ws: Workspace, called: str) -> str:
    for customer in list_customers(ws, local_actor(Role.ADMIN)):
        if called == customer.id or called.casefold() == customer.name.casefold():
            return customer.id
    raise InputFault("--customer", f"vi finner ikke «{safe(called)}»", "Sjekk navnet på siden «Kunder og tilgang».")
