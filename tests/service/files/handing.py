"""Taking out a file as a button does, in one line."""

from datetime import date
from typing import Any

from reports.dialect import Dialect
from scoring.basis import Basis
from service.files.export import Export, Exported, Wanted, hand_out
from service.people.actor import Actor
from service.workspace import Workspace


def handed(
    ws: Workspace,
    actor: Actor,
    export: Export[Any],
    customer_id: str | None = "",
    *,
    as_of: date,
    dialect: Dialect = Dialect.PROGRAM,
    cut: int | None = None,
    basis: Basis = Basis.CUSTOMER,
    described: bool = False,
) -> Exported:
    return hand_out(
        ws, Wanted(actor, export, customer_id or "", dialect, as_of, cut, basis, described), members_only=False
    )
