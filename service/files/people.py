"""Files of the lists on HPAS's pages: the customers, the audit log, and who has access."""

from typing import NamedTuple

from language import CUSTOMER_TYPES, OPERATIONS, OUTCOMES
from language.service.files import people as words
from reports.columns import Table, choice, day, moment, text, truth, whole
from service.files.export import Export, ExportScope, Wanted, rows_of
from service.people.customers import CustomerInfo, list_customers
from service.people.log import LogLine
from service.people.members import Member
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows

_CUSTOMERS: Table[CustomerInfo] = {
    text("customer_id", "Kunde-id"): lambda customer: customer.id,
    text("org_number", "Organisasjonsnummer"): lambda customer: customer.org_number,
    text("customer", "Kunde"): lambda customer: customer.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda customer: customer.customer_type,
    day("go_live", "Oppstart"): lambda customer: customer.go_live,
    text("region", "Region"): lambda customer: customer.region,
    text("group_name", "Samarbeid"): lambda customer: customer.group_name,
    whole("beds", "Senger"): lambda customer: customer.beds,
    truth("invented", "Oppdiktet"): lambda customer: customer.invented,
}
CUSTOMERS = Export(
    id="customers",
    title=words.CUSTOMERS,
    about=words.ABOUT_CUSTOMERS,
    key=("customer_id",),
    named="kunder",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_CUSTOMERS,
    read=lambda ws, wanted: list_customers(ws, wanted.actor),
    rows=rows_of(_CUSTOMERS),
)

_LOG: Table[LogLine] = {
    moment("at", "Tidspunkt"): lambda line: line.at,
    text("actor", "Hvem"): lambda line: line.actor,
    text("operation", "Handling", OPERATIONS): lambda line: line.operation,
    text("object", "Hva"): lambda line: line.object,
    text("outcome", "Utfall", OUTCOMES): lambda line: line.outcome,
    text("detail", "Detaljer"): lambda line: line.detail,
}


def _log(ws: Workspace, _wanted: Wanted) -> list[LogLine]:
    """The whole log, the oldest first."""
    with ws.database.reading() as connection:
        return records.audit_log(connection)


LOG = Export(
    id="log",
    title=words.LOG,
    about=words.ABOUT_LOG,
    named="logg",
    operation=Operation.READ_AUDIT_LOG,
    scope=ExportScope.ALL,
    columns=_LOG,
    read=_log,
    rows=rows_of(_LOG),
    logged_on="export",
)


class _Held(NamedTuple):
    customer: str
    member: Member


_ACCESS: Table[_Held] = {
    text("member_id", "Medlem"): lambda line: line.member.id,
    # Empty for those who see all customers.
    text("customer_id", "Kunde-id"): lambda line: line.member.customer_id,
    text("customer", "Kunde"): lambda line: line.customer,
    text("role", "Rolle"): lambda line: line.member.role,
    text("name", "Navn"): lambda line: line.member.name,
    text("email", "E-post"): lambda line: line.member.email,
    text("invited_by", "Invitert av"): lambda line: line.member.invited_by,
    moment("invited_at", "Invitert"): lambda line: line.member.invited_at,
    moment("first_login_at", "Første innlogging"): lambda line: line.member.bound_at,
    moment("last_seen_at", "Sist inne"): lambda line: line.member.last_seen_at,
    moment("removed_at", "Fjernet"): lambda line: line.member.removed_at,
}


def _access(ws: Workspace, _wanted: Wanted) -> list[_Held]:
    """Everyone who has or has had access, for the yearly review."""
    with ws.database.reading() as connection:
        names = {customer.id: customer.name for customer in records.customers(connection)}
        held = people_rows.members(connection, everyone=True)
    return [_Held("HPAS" if member.customer_id is None else names[member.customer_id], member) for member in held]


ACCESS = Export(
    id="access",
    title=words.ACCESS,
    about=words.ABOUT_ACCESS,
    key=("member_id",),
    named="tilganger",
    operation=Operation.REVIEW_ACCESS,
    scope=ExportScope.ALL,
    columns=_ACCESS,
    read=_access,
    rows=rows_of(_ACCESS),
    logged_on="export",
)
