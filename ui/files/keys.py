"""Keys of programs on screen: making one, which is shown once, who has which, ending one, and how Power BI is told of it."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from language import count, day, moment
from service.files.api_reading import PLACE
from service.files.api_tokens import (
    LONGEST,
    TOKEN_STATES,
    USUAL,
    ApiToken,
    TokenState,
    end_token,
    make_token,
    tables_for,
)
from service.people.customers import CustomerInfo
from ui import access, session, typed_fields
from ui.change_form import make_change, say_outcome
from ui.letters import mail
from ui.text import escaped, plain

_SECRET = session.key("data", "secret")
_OF = session.key("data", "customer")
_ALL = ""
# Power Query, the same in Power BI and Excel.
QUERY = """let
    Kilde = Csv.Document(
        Web.Contents("{address}", [
            RelativePath = "api/v1/comparison.csv",
            Query = [basis = "hpas"],
            Headers = [Authorization = "Bearer LIM INN NØKKELEN HER"]
        ]),
        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
    ),
    MedNavn = Table.PromoteHeaders(Kilde, [PromoteAllScalars = true]),
    Tomme = Table.ReplaceValue(MedNavn, "", null, Replacer.ReplaceValue, Table.ColumnNames(MedNavn)),
    MedTyper = Table.TransformColumnTypes(
        Tomme, {{{{"go_live", type date}}, {{"failing_stops", Int64.Type}}}}, "en-US"
    )
in
    MedTyper"""


def about() -> None:
    """What it is, and how a program gets at it."""
    st.write(
        "Power BI, Excel og skript kan hente tabellene i Klarsjekk av seg selv. De viser en nøkkel som du lager her, for ett "
        "formål. En nøkkel kan bare lese. Den som har den, ser tallene uten å logge inn."
    )
    with st.expander("Slik henter du tallene i Power BI og Excel", icon=":material/help:"):
        st.markdown(
            "1. Velg *Hent data* og *Tom spørring*, og åpne *Avansert redigering*.\n"
            "2. Lim inn teksten under. Bytt ut nøkkelen, og *comparison* med tabellen du vil ha.\n"
            "3. Velg *Anonym* når programmet spør om pålogging: nøkkelen står i spørringen."
        )
        st.code(QUERY.format(address=_address()), language=None, wrap_lines=True)
        st.write("Alle tabellene, med felter og typer, står på denne adressen når nøkkelen er med:")
        st.code(f"{_address()}{PLACE}", language=None, wrap_lines=True)


def _address() -> str:
    return mail.address() or session.here()


def held(tokens: Sequence[ApiToken]) -> None:
    """The keys that are good, each with a button that ends it."""
    st.header("Nøkler som virker", anchor=False)
    say_outcome()
    good = [token for token in tokens if token.state is TokenState.OPEN]
    if not good:
        st.write("Ingen ennå.")
    for token in good:
        with st.container(border=True, key=session.name("key", token.id)):
            _told(token)
            _end(token)


def _told(token: ApiToken) -> None:
    plain(token.purpose)
    used = f"sist brukt {moment(token.used_at)}" if token.used_at else "ikke brukt ennå"
    st.caption(
        f"{escaped(_of(token))} · gjelder til og med {day(token.expires)} · laget av {escaped(token.made_by)} "
        f"{moment(token.made_at)} · {used}"
    )


def _of(token: ApiToken) -> str:
    """Whose figures, and which tables."""
    titles = [export.title for name, export in tables_for(None).items() if name in token.tables]
    return f"{token.customer or 'Alle kunder'}, {', '.join(titles) or 'alle tabeller'}"


def _end(token: ApiToken) -> None:
    """Asks once more before it does anything: a report that uses the key stops being renewed."""
    sure, key = session.key("sure", "key", token.id), session.key("end-key", token.id)
    if not session.value(sure):
        st.button("Stopp nøkkelen", key=key, on_click=session.put, args=(sure, True))
        return
    st.write("Programmene som bruker nøkkelen, får ikke flere tall. Er du sikker?")
    with st.container(horizontal=True):
        if st.button("Ja, stopp nøkkelen", key=f"{key}.yes", type="primary"):
            session.take(sure)
            make_change(lambda: end_token(access.workspace(), access.actor(), token.id), "Nøkkelen virker ikke lenger.")
        st.button("Nei", key=f"{key}.no", on_click=session.forget, args=([sure],))


def make(customers: Sequence[CustomerInfo]) -> None:
    """The form for one more. The customer stands above it: which tables there are depends on it."""
    st.header("Lag en nøkkel", anchor=False)
    _shown_once()
    names = {_ALL: "Alle kunder"} | {customer.id: customer.name for customer in customers}
    of = st.selectbox("Hvem tallene gjelder", list(names), format_func=names.__getitem__, key=_OF)
    titles = {name: export.title for name, export in tables_for(of or None).items()}
    with st.form("make-key", clear_on_submit=False):
        purpose = st.text_input(
            "Hva nøkkelen skal brukes til", max_chars=200, placeholder="Rapporten til styringsgruppen i Power BI"
        )
        tables = st.multiselect(
            "Tabeller", list(titles), format_func=titles.__getitem__, placeholder="Alle tabeller", key=f"{_OF}.{of}"
        )
        expires = typed_fields.day_box(
            f"Gjelder til og med (høyst {count(LONGEST.days, 'dag', 'dager')})", value=access.today() + USUAL
        )
        if st.form_submit_button("Lag nøkkelen"):
            make_change(lambda: _made(purpose, tables, of, typed_fields.needed_day(expires)))


def _shown_once() -> None:
    """The key that was made just now, beside the form it came from."""
    secret = session.take(_SECRET)
    if secret is not None:
        st.success("Nøkkelen er laget. Kopier den nå, den vises bare denne ene gangen.", icon=":material/key:")
        mail.to_copy(str(secret))


def _made(purpose: str, tables: Sequence[str], of: str, expires: date) -> None:
    ws, actor, today = access.workspace(), access.actor(), access.today()
    customer_id = of or None
    secret = make_token(
        ws, actor, purpose=purpose, tables=tables, customer_id=customer_id, expires=expires, as_of=today
    )
    session.put(_SECRET, secret)


def ended(tokens: Sequence[ApiToken]) -> None:
    """Those that are good no more, folded away."""
    over = [token for token in tokens if token.state is not TokenState.OPEN]
    if not over:
        return
    with st.expander(f"Nøkler som ikke virker lenger ({len(over)})", icon=":material/key_off:"):
        for token in over[:_MOST_SHOWN]:
            _told(token)
            st.caption(f"Tilstand: {TOKEN_STATES[token.state]}.")
        if len(over) > _MOST_SHOWN:
            st.caption(f"De {_MOST_SHOWN} nyeste vises. Resten står i loggen.")


_MOST_SHOWN = 20
