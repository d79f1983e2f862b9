"""What is set for e-mail, and letters as text to copy."""

from dataclasses import replace

import streamlit as st

from reports.letters.letter import Letter, plain_text
from service.letters.mail_settings import MailSettings, app_address, read_mail
from ui import login


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
