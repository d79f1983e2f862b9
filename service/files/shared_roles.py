"""Files of the roles that several customers share: one line per booking."""

from language.service.files import shared_roles as words
from reports.columns import Table, day, text, whole
from service.files.export import Export, ExportScope, Wanted, rows_of
from service.people.permissions import Operation
from service.portfolio.shared_roles import SharedRole, read_shared_roles
from service.workspace import Workspace

_ROLES: Table[SharedRole] = {
    text("booking_id", "Id"): lambda role: role.id,
    text("role", "Rolle"): lambda role: role.role,
    # One of the two is empty: it is for a customer, or for all who start on a day.
    text("customer_id", "Kunde-id"): lambda role: role.customer_id,
    text("customer", "Kunde"): lambda role: role.customer or None,
    day("go_live", "Oppstart"): lambda role: role.wave,
    day("first_day", "Fra og med"): lambda role: role.first,
    day("last_day", "Til og med"): lambda role: role.last,
    whole("share", "Andel i prosent"): lambda role: role.share,
}


def _roles(ws: Workspace, wanted: Wanted) -> list[SharedRole]:
    return list(read_shared_roles(ws, wanted.actor, as_of=wanted.as_of).booked)


SHARED_ROLES = Export(
    id="shared_roles",
    title=words.SHARED_ROLES,
    about=words.ABOUT_SHARED_ROLES,
    named="delte-roller",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_ROLES,
    key=("booking_id",),
    refers={"customer_id": "customers"},
    read=_roles,
    rows=rows_of(_ROLES),
)
