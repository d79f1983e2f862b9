"""Keys of programs on screen: making one, which is shown once, who has which, ending one, and how Power BI is told of it."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from language import DAYS, day, moment
from language.service.files.api_tokens import STATES
from language.ui.files import keys as words
from service.files.api_reading import PLACE
from service.files.api_tokens import (
    LONGEST,
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


def about() -> None:
    """What it is, and how a program gets at it."""
    st.write(words.ABOUT())
    with st.expander(words.HOW(), icon=":material/help:"):
        st.markdown(words.STEPS())
        st.code(words.QUERY(address=_address()), language=None, wrap_lines=True)
        st.write(words.WHERE_LISTED())
        st.code(f"{_address()}{PLACE}", language=None, wrap_lines=True)


def _address() -> str:
    return mail.address() or session.here()


def held(tokens: Sequence[ApiToken]) -> None:
    """The keys that are good, each with a button that ends it."""
    st.header(words.GOOD(), anchor=False)
    say_outcome()
    good = [token for token in tokens if token.state is TokenState.OPEN]
    if not good:
        st.write(words.NONE())
    for token in good:
        with st.container(border=True, key=session.name("key", token.id)):
            _told(token)
            _end(token)


def _told(token: ApiToken) -> None:
    plain(token.purpose)
    used = words.USED(when=moment(token.used_at)) if token.used_at else words.UNUSED()
    st.caption(
        words.TOLD(
            whose=escaped(_of(token)),
            until=day(token.expires),
            by=escaped(token.made_by),
            made=moment(token.made_at),
            used=used,
        )
    )


def _of(token: ApiToken) -> str:
    """Whose figures, and which tables."""
    titles = [export.title() for name, export in tables_for(None).items() if name in token.tables]
    return f"{token.customer or words.EVERY_CUSTOMER()}, {', '.join(titles) or words.ALL_TABLES()}"


def _end(token: ApiToken) -> None:
    """Asks once more before it does anything: a report that uses the key stops being renewed."""
    sure, key = session.key("sure", "key", token.id), session.key("end-key", token.id)
    if not session.value(sure):
        st.button(words.END(), key=key, on_click=session.put, args=(sure, True))
        return
    st.write(words.SURE())
    with st.container(horizontal=True):
        if st.button(words.YES_END(), key=f"{key}.yes", type="primary"):
            session.take(sure)
            make_change(lambda: end_token(access.workspace(), access.actor(), token.id), words.ENDED())
        st.button(words.NO(), key=f"{key}.no", on_click=session.forget, args=([sure],))


def make(customers: Sequence[CustomerInfo]) -> None:
    """The form for one more. The customer stands above it: which tables there are depends on it."""
    st.header(words.MAKE_ONE(), anchor=False)
    _shown_once()
    names = {_ALL: words.EVERY_CUSTOMER()} | {customer.id: customer.name for customer in customers}
    of = st.selectbox(words.WHOSE(), list(names), format_func=names.__getitem__, key=_OF)
    titles = {name: export.title() for name, export in tables_for(of or None).items()}
    with st.form("make-key", clear_on_submit=False):
        purpose = st.text_input(words.PURPOSE(), max_chars=200, placeholder=words.SUCH_AS())
        tables = st.multiselect(
            words.TABLES(),
            list(titles),
            format_func=titles.__getitem__,
            placeholder=words.EVERY_TABLE(),
            key=f"{_OF}.{of}",
        )
        expires = typed_fields.day_box(words.UNTIL(days=DAYS(LONGEST.days)), value=access.today() + USUAL)
        if st.form_submit_button(words.MAKE()):
            make_change(lambda: _made(purpose, tables, of, typed_fields.needed_day(expires)))


def _shown_once() -> None:
    """The key that was made just now, beside the form it came from."""
    secret = session.take(_SECRET)
    if secret is not None:
        st.success(words.MADE(), icon=":material/key:")
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
    with st.expander(words.OVER(amount=len(over)), icon=":material/key_off:"):
        for token in over[:_MOST_SHOWN]:
            _told(token)
            st.caption(words.STATE(state=STATES[token.state]))
        if len(over) > _MOST_SHOWN:
            st.caption(words.NEWEST(amount=_MOST_SHOWN))


_MOST_SHOWN = 20
