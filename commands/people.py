"""`invite`: let someone in from the command line; the way in for the first administrator."""

import argparse
import sys

from commands.arguments import InputFault, Parser, add_assessments, add_database, database_url
from commands.letters import add_secrets, secrets_in
from reports.answers.file_faults import safe
from reports.letters.letter import plain_text
from service.letters.invitations import Invited, send_invitation
from service.letters.mail_settings import app_address, read_mail
from service.letters.sending import Fate
from service.people.actor import CUSTOMER_ROLES, Role, local_actor
from service.people.customers import list_customers
from service.people.members import invite
from service.workspace import Workspace, open_workspace

INVITE = "Gi noen tilgang til å logge inn."
_ADMIN = local_actor(Role.ADMIN)


def add_invite_arguments(command: Parser) -> None:
    roles = [role.value for role in Role]
    command.add_argument("--role", required=True, choices=roles, help="rollen de får")
    command.add_argument("--email", required=True, metavar="ADRESSE", help="adressen de logger inn med")
    command.add_argument("--name", metavar="NAVN", help="navnet deres (kan utelates)")
    command.add_argument("--customer", metavar="KUNDE", help="navn eller id; for lead, contributor og viewer")
    add_secrets(command)
    add_database(command)
    add_assessments(command)


def invite_someone(options: argparse.Namespace) -> int:
    """Store the invitation, and send it when mail is set, else print it to copy. It is bound at the first login with that address.

    1 when it is stored but could not be sent.
    """
    role = Role(options.role)
    if (role in CUSTOMER_ROLES) != (options.customer is not None):
        needed = "trenger" if role in CUSTOMER_ROLES else "kan ikke ha"
        options.parser.error(f"{role.value} {needed} --customer")
    secrets = secrets_in(options.secrets)
    with open_workspace(database_url=database_url(options), assessments=options.assessments) as ws:
        customer_id = None if options.customer is None else _customer(ws, options.customer)
        made = invite(ws, _ADMIN, customer_id, role=role, email=options.email, name=options.name)
        sent = send_invitation(ws, _ADMIN, made, mail=read_mail(secrets), app=app_address(secrets))
    print(f"{safe(options.email)} får tilgang ved første innlogging.")
    return _told(sent)


def _told(sent: Invited) -> int:
    if sent.fate is Fate.SENT:
        print("Invitasjonen er sendt på e-post.")
        return 0
    if sent.fate is not None:
        print(f"Ikke sendt: {sent.why or 'e-posttjeneren svarte ikke på om den tok imot brevet'}.", file=sys.stderr)
    print(f"Send denne teksten selv:\n\nEmne: {sent.letter.subject}\n\n{plain_text(sent.letter)}")
    return 0 if sent.fate is None else 1


def _customer(ws: Workspace, called: str) -> str:
    for customer in list_customers(ws, _ADMIN):
        if called == customer.id or called.casefold() == customer.name.casefold():
            return customer.id
    raise InputFault("--customer", f"vi finner ikke «{safe(called)}»", "Sjekk navnet på siden «Kunder og tilgang».")
