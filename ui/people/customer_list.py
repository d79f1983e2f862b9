"""The customers as a table one searches, filters and picks in, a page at a time; what is asked for stands in the address."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256

import pandas as pd
import streamlit as st

from language import CUSTOMER_TYPES, QUESTIONNAIRES, number, sentence
from language.ui.people import customer_list as words
from scoring.names import name_key
from service.files.people import CUSTOMERS
from service.portfolio.customer_table import KeptCustomer
from ui import addressed, session
from ui.files import downloads

SEARCH, KIND, REGION, GROUP, STATE, PAGE = "sok", "type", "region", "gruppe", "utvalg", "kunde-side"
NEWER, NO_LEAD, NO_DATE, ARCHIVED = "nyere", "uten-leder", "uten-dato", "arkivert"
_KEEPS: Mapping[str, Callable[[KeptCustomer], bool]] = {
    NEWER: lambda each: each.newer,
    NO_LEAD: lambda each: not each.leads,
    NO_DATE: lambda each: each.customer.go_live is None,
}


def _kinds() -> Mapping[str, str]:
    return {"": words.ALL()} | {kind.value: sentence(word) for kind, word in CUSTOMER_TYPES.items()}


def archived() -> bool:
    """Whether it is the archived ones that are asked for."""
    return addressed.chosen(STATE, words.STATES) == ARCHIVED


def filtered(held: Sequence[KeptCustomer]) -> list[KeptCustomer]:
    """Those that are asked for, in the order given."""
    wanted = name_key(session.chosen(SEARCH) or "")
    kind = addressed.chosen(KIND, _kinds())
    region, group = (addressed.chosen(name, options) for name, options in _places(held).items())
    keeps = _KEEPS.get(addressed.chosen(STATE, words.STATES))
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
    return {"": words.ALL()} | {each: each for each in sorted({each for each in said if each}, key=str.casefold)}


def filters(held: Sequence[KeptCustomer]) -> None:
    places = _places(held)
    addressed.text(words.SEARCH(), SEARCH, page=PAGE, placeholder=words.SEARCH_IN())
    one, two, three, four = st.columns(4)
    with one:
        addressed.choice(words.TYPE(), KIND, _kinds(), page=PAGE)
    with two:
        addressed.choice(words.REGION(), REGION, places[REGION], page=PAGE)
    with three:
        addressed.choice(words.GROUP(), GROUP, places[GROUP], page=PAGE)
    with four:
        addressed.choice(words.SELECTION(), STATE, words.STATES, page=PAGE)


def on_page(shown: Sequence[KeptCustomer]) -> Sequence[KeptCustomer]:
    """Those of them that stand in the table."""
    return addressed.on_page(shown, addressed.page_of(PAGE, len(shown)))


def table(shown: Sequence[KeptCustomer], everyone: int) -> list[KeptCustomer]:
    """One page of them; those that are picked in it."""
    if not shown:
        st.info(words.NONE_FOUND() if everyone else words.NONE_YET())
        return []
    few = len(shown) < everyone
    st.caption(words.SOME_SHOWN(len(shown), all=number(everyone)) if few else words.ALL_SHOWN(len(shown)))
    page = addressed.page_of(PAGE, len(shown))
    rows = on_page(shown)
    held = st.dataframe(
        _frame(rows),
        hide_index=True,
        width="stretch",
        height="content",
        column_config={
            words.GO_LIVE(): st.column_config.DateColumn(format="DD.MM.YYYY"),
            words.LAST_CHANGED(): st.column_config.DateColumn(format="DD.MM.YYYY"),
        },
        alt=words.TABLE(),
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


def _reviewer(each: KeptCustomer) -> str:
    return f"{each.reviewer}, {words.THROUGH[each.through]}" if each.through and each.reviewer else each.reviewer


def _frame(rows: Sequence[KeptCustomer]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words.CUSTOMER(): [each.customer.name for each in rows],
            words.TYPE(): [QUESTIONNAIRES[each.customer.customer_type] for each in rows],
            words.REGION(): [each.customer.region or "" for each in rows],
            words.GROUP(): [each.customer.group_name or "" for each in rows],
            words.GO_LIVE(): [each.customer.go_live for each in rows],
            words.LEAD(): [each.leads for each in rows],
            words.LAST_CHANGED(): [each.last for each in rows],
            words.NEW_QUESTIONS(): [words.NOT_OVER() if each.newer else "" for each in rows],
            words.REVIEWER(): [_reviewer(each) for each in rows],
            words.ORG_NUMBER(): [each.customer.org_number or "" for each in rows],
            **(
                {words.BEDS(): [each.customer.beds for each in rows]}
                if any(each.customer.beds for each in rows)
                else {}
            ),
            words.INVENTED(): [words.YES() if each.customer.invented else "" for each in rows],
        }
    )
