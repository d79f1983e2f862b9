"""In which of bokmål and nynorsk a customer is spoken to: its lead's word for all of the customer's."""

from language import Language
from service.people.access import allow, event, plain_id
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.records import CustomerRow

__all__ = ["choose_language", "language_of"]


def language_of(customer: CustomerRow | None) -> Language:
    """What the customer is written to in; bokmål where nothing is chosen, and where there is no customer."""
    return Language(customer.language) if customer and customer.language else Language.BOKMAL


def choose_language(ws: Workspace, actor: Actor, customer_id: str, language: Language) -> None:
    """From now on the customer's pages, letters, papers and files are in this one. Raises `NotAllowed`."""
    id_ = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, id_)
    allow(ws, actor, Operation.CHOOSE_LANGUAGE, id_ if known else None, thing=f"customer:{id_}")
    with ws.database.writing() as connection:
        if language_of(records.customers(connection, id_)[0]) is language:
            return
        records.change_customer(connection, id_, language=language.value)
        said = event(actor, Operation.CHOOSE_LANGUAGE, f"customer:{id_}", detail=language.value)
        records.audit(connection, said)
