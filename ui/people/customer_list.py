"""The customers as a table one searches, filters and picks in, a page at a time; what is asked for stands in the address."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256

import pandas as pd
import streamlit as st

from language import CUSTOMER_TYPES, QUESTIONNAIRES, count, number, sentence
from scoring.names import name_key
from service.files.people import CUSTOMERS
from service.people.group_reviewers import GroupKind
from service.portfolio.customer_table import KeptCustomer
from ui import addressed, session
from ui.files import downloads

SEARCH, KIND, REGION, GROUP, STATE, PAGE = "sok", "type", "region", "gruppe", "utvalg", "kunde-side"
_ALL = {"": "Alle"}
_KINDS = _ALL | {kind.value: sentence(word) for kind, word in CUSTOMER_TYPES.items()}
NEWER, NO_LEAD, NO_DATE, ARCHIVED = "nyere", "uten-leder", "uten-dato", "arkivert"
_STATES = _ALL | {
    NEWER: "Ikke gått over til nye spørsmål",
    NO_LEAD: "Uten prosjektleder",
    NO_DATE: "Uten dato for oppstart",
    ARCHIVED: "Arkiverte",
}
_KEEPS: Mapping[str, Callable[[KeptCustomer], bool]] = {
    NEWER: lambda each: each.newer,
    NO_LEAD: lambda each: not each.leads,
    NO_DATE: lambda each: each.customer.go_live is None,
}


def archived() -> bool:
    """Whether it is the archived ones that are asked for."""
    return addressed.chosen(STATE, _STATES) == ARCHIVED


def filtered(held: Sequence[KeptCustomer]) -> list[KeptCustomer]:
    """Those that are asked for, in the order given."""
    wanted = name_key(session.chosen(SEARCH) or "")
    kind = addressed.chosen(KIND, _KINDS)
    region, group = (addressed.chosen(name, options) for name, options in _places(held).items())
    keeps = _KEEPS.get(addressed.chosen(STATE, _STATES))
    return [
        each
        for each in held
        if (keeps is None or keeps(each))
        and kind in ("", each.customer.customer_type)
        and region in ("", each.customer.region)
        and group in ("", each.customer.group_name)
        and all(word in _said(each) for word in wanted.split())
    ]


def _said(each: KeptCustomer) -> str:
    """All that a search looks in."""
    customer = each.customer
    told = (customer.name, customer.org_number, customer.region, customer.group_name, each.leads, each.reviewer)
    return name_key(" ".join(filter(None, told)))


def _places(held: Sequence[KeptCustomer]) -> dict[str, Mapping[str, str]]:
    """The regions and the groups there are."""
    return {
        REGION: _named(each.customer.region for each in held),
        GROUP: _named(each.customer.group_name for each in held),
    }


def _named(said: Iterable[str | None]) -> Mapping[str, str]:
    return _ALL | {each: each for each in sorted({each for each in said if each}, key=str.casefold)}


def filters(held: Sequence[KeptCustomer]) -> None:
    places = _places(held)
    addressed.text("Søk", SEARCH, page=PAGE, placeholder="Navn, organisasjonsnummer, sted, gruppe eller person")
    one, two, three, four = st.columns(4)
    with one:
        addressed.choice("Type", KIND, _KINDS, page=PAGE)
    with two:
        addressed.choice("Region", REGION, places[REGION], page=PAGE)
    with three:
        addressed.choice("Gruppe", GROUP, places[GROUP], page=PAGE)
    with four:
        addressed.choice("Utvalg", STATE, _STATES, page=PAGE)


def on_page(shown: Sequence[KeptCustomer]) -> Sequence[KeptCustomer]:
    """Those of them that stand in the table."""
    return addressed.on_page(shown, addressed.page_of(PAGE, len(shown)))


def table(shown: Sequence[KeptCustomer], everyone: int) -> list[KeptCustomer]:
    """One page of them; those that are picked in it."""
    if not shown:
        st.info("Ingen kunder her. Legg til den første under." if not everyone else "Ingen kunder passer til det du søker etter.")  # fmt: skip
        return []
    few = f" av {number(everyone)}" if len(shown) < everyone else ""
    st.caption(f"{count(len(shown), 'kunde', 'kunder')}{few}. Kryss av i tabellen for å gjøre noe med dem.")
    page = addressed.page_of(PAGE, len(shown))
    rows = on_page(shown)
    held = st.dataframe(
        _frame(rows),
        hide_index=True,
        width="stretch",
        height="content",
        column_config={
            "Oppstart": st.column_config.DateColumn(format="DD.MM.YYYY"),
            "Sist endret": st.column_config.DateColumn(format="DD.MM.YYYY"),
        },
        alt="Kundene med type, sted, oppstart, prosjektleder og siste endring",
        on_select="rerun",
        selection_mode="multi-row",
        # Another page is another table: what was picked in one is not picked in the next.
        key=session.key("customers", "table", seal(rows)),
    )
    addressed.pager(PAGE, page, len(shown))
    downloads.buttons(CUSTOMERS)
    selection = held["selection"] if isinstance(held, Mapping) else {}
    picked: Sequence[int] = selection.get("rows", []) if isinstance(selection, Mapping) else []
    return [rows[place] for place in picked if 0 <= place < len(rows)]


def seal(rows: Sequence[KeptCustomer]) -> str:
    """Short for which customers they are, in which order."""
    return sha256(" ".join(each.customer.id for each in rows).encode()).hexdigest()[:12]


_THROUGH = {GroupKind.GROUP: "fra gruppen", GroupKind.REGION: "fra regionen"}


def _reviewer(each: KeptCustomer) -> str:
    return f"{each.reviewer}, {_THROUGH[each.through]}" if each.through and each.reviewer else each.reviewer


def _frame(rows: Sequence[KeptCustomer]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Kunde": [each.customer.name for each in rows],
            "Type": [QUESTIONNAIRES[each.customer.customer_type] for each in rows],
            "Region": [each.customer.region or "" for each in rows],
            "Gruppe": [each.customer.group_name or "" for each in rows],
            "Oppstart": [each.customer.go_live for each in rows],
            "Prosjektleder": [each.leads for each in rows],
            "Sist endret": [each.last for each in rows],
            "Nye spørsmål": ["ikke gått over" if each.newer else "" for each in rows],
            "Kvalitetssikrer": [_reviewer(each) for each in rows],
            "Org.nr.": [each.customer.org_number or "" for each in rows],
            **({"Senger": [each.customer.beds for each in rows]} if any(each.customer.beds for each in rows) else {}),
            "Oppdiktet": ["ja" if each.customer.invented else "" for each in rows],
        }
    )
