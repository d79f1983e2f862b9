"""What is set for e-mail, and letters as text to copy."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from language import count, listed
from reports.letters.letter import Letter, plain_text
from service.letters.mail_settings import MailSettings, app_address, read_mail
from service.letters.nudging import Nudged
from ui import login
from ui.text import escaped

MOST_NAMES = 10


def settings() -> MailSettings | None:
    """`None` when no mail server is set; then every letter stands on screen to copy."""
    return read_mail(login.secrets())


def address() -> str:
    """Where the app is, "" when nothing says so."""
    return app_address(login.secrets())


def as_text(letter: Letter) -> str:
    """Subject and text in one, to paste into a letter of one's own: it is not ours, so our small print is left out."""
    return f"{letter.subject}\n\n{plain_text(replace(letter, closing=()))}"


def to_copy(text: str) -> None:
    """A box with a button that copies it."""
    st.code(text, language=None, wrap_lines=True)


def words_of(made: Nudged) -> tuple[str, str, str]:
    """What became of a reminder, the letter to copy, and the addresses; "" where there is nothing to copy."""
    said = []
    if made.sent:
        said.append(f"{count(made.sent, 'brev', 'brev')} er sendt.")
    if made.queued:
        said.append(f"{count(made.queued, 'brev', 'brev')} er lagt i kø og sendes ved neste utsending.")
    if made.told:
        said.append(f"{count(made.told, 'prosjektleder', 'prosjektledere')} har alt fått en påminnelse i dag.")
    if made.nobody:
        said.append(f"Ingen prosjektleder å skrive til hos {_who(made.nobody)}. Inviter en under «Kunder og tilgang».")
    said += [f"E-posten gikk ikke: {escaped(fault)}." for fault in made.faults]
    to_copy = bool(made.addresses or made.faults)
    if to_copy:
        said.append("Kopier teksten under, og send den selv.")
    return " ".join(said), as_text(made.letter) if to_copy else "", "; ".join(made.addresses)


def _who(names: Sequence[str]) -> str:
    first = [escaped(name) for name in names[:MOST_NAMES]]
    return f"{', '.join(first)} og {len(names) - MOST_NAMES} til" if len(names) > MOST_NAMES else listed(first)


def tell_nudged(said: str, letter: str, addresses: str) -> None:
    """The same on screen."""
    st.success(said, icon=":material/mail:")
    if letter:
        to_copy(letter)
    if addresses:
        st.caption("Adressene:")
        to_copy(addresses)
