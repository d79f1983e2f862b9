"""What is set for e-mail, and letters as text to copy."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from language import listed
from language.ui.letters import mail as words
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
        said.append(words.SENT(made.sent))
    if made.queued:
        said.append(words.QUEUED(made.queued))
    if made.told:
        said.append(words.TOLD(made.told))
    if made.nobody:
        said.append(words.NOBODY(customers=_who(made.nobody)))
    said += [words.FAULT(fault=escaped(fault)) for fault in made.faults]
    to_copy = bool(made.addresses or made.faults)
    if to_copy:
        said.append(words.COPY())
    return " ".join(said), as_text(made.letter) if to_copy else "", "; ".join(made.addresses)


def _who(names: Sequence[str]) -> str:
    first = [escaped(name) for name in names[:MOST_NAMES]]
    if len(names) > MOST_NAMES:
        return words.AND_MORE(names=", ".join(first), more=len(names) - MOST_NAMES)
    return listed(first)


def tell_nudged(said: str, letter: str, addresses: str) -> None:
    """The same on screen."""
    st.success(said, icon=":material/mail:")
    if letter:
        to_copy(letter)
    if addresses:
        st.caption(words.ADDRESSES())
        to_copy(addresses)
