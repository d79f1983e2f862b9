"""Handing letters to the mail server: TLS that is verified, times that end, and a plain word for what went wrong.

MailFault
├── MailAway   no server to talk to: nothing was handed over
├── NotTaken   the server would not have this letter, and said so
└── Unsure     the letter was handed over, and the server never said whether it took it
"""

import re
import smtplib
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as RULES
from email.utils import format_datetime
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from language.service.letters import mailbox as words
from reports.letters.letter import Letter, one_line, plain_text, simple_html
from service.letters.mail_settings import ADDRESS, MailSettings, Security

SECONDS = 20
TRIES = 3
LONGEST_SUBJECT = 180


class MailFault(Exception):
    """`str` of it is for the one who runs Klarsjekk: what went wrong, and nothing of the letter."""


class MailAway(MailFault):
    pass


class NotTaken(MailFault):
    pass


class Unsure(MailFault):
    pass


def envelope(letter: Letter, *, to: str, settings: MailSettings, letter_id: str, at: datetime) -> EmailMessage:
    """The letter as a message. `letter_id` names it: sent again it is the same letter, and a mailbox may know that.

    Raises `NotTaken` when nobody can have such an address.
    """
    if not ADDRESS.fullmatch(to):
        raise NotTaken(words.NO_SUCH_ADDRESS())
    message = EmailMessage(policy=RULES)
    message["Subject"] = one_line(letter.subject, longest=LONGEST_SUBJECT)
    message["From"] = Address("Klarsjekk", addr_spec=settings.sender)
    message["To"] = Address(addr_spec=to)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{letter_id}@{urlsplit(settings.url).hostname or 'klarsjekk'}>"
    # No holiday greetings in return: the first is the standard's, the second Exchange's.
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(plain_text(letter), cte="quoted-printable")
    message.add_alternative(simple_html(letter), subtype="html", cte="quoted-printable")
    message["Content-Language"] = letter.language.value
    return message


class Mailbox:
    """The way to the mail server, opened when the first letter is handed over. A context manager."""

    def __init__(
        self,
        settings: MailSettings,
        *,
        tries: int = TRIES,
        seconds: float = SECONDS,
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        self._settings = settings
        self._tries, self._seconds = tries, seconds
        self._wait = wait
        self._open: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._open is not None and kind is None:
            with suppress(smtplib.SMTPException, OSError):
                self._open.quit()
        self._drop()

    def deliver(self, message: EmailMessage, to: str, *, handing_over: Callable[[], bool]) -> bool:
        """Hand over one letter. `handing_over` is asked when the server is ready for the text, and may say no: then False.

        Raises `MailAway`, `NotTaken` or `Unsure`; a connection lost before anything was handed over is tried once more.
        """
        for last in (False, True):
            smtp = self._connected()
            try:
                self._begin(smtp, to)
                break
            except (smtplib.SMTPServerDisconnected, OSError):
                self._drop()
                if last:
                    raise MailAway(words.BROKEN()) from None
        if not handing_over():
            self._drop()
            return False
        self._give(smtp, message)
        return True

    def _begin(self, smtp: smtplib.SMTP, to: str) -> None:
        steps: tuple[Callable[[], tuple[int, bytes]], ...] = (
            lambda: smtp.mail(self._settings.sender),
            lambda: smtp.rcpt(to),
            lambda: smtp.docmd("DATA"),
        )
        for step in steps:
            code, _ = step()
            if code not in (250, 251, 354):
                with suppress(smtplib.SMTPException, OSError):
                    smtp.rset()
                raise NotTaken(words.REFUSED(code=code))

    def _give(self, smtp: smtplib.SMTP, message: EmailMessage) -> None:
        try:
            smtp.send(re.sub(rb"(?m)^\.", b"..", message.as_bytes()) + b".\r\n")
            code, _ = smtp.getreply()
        except (smtplib.SMTPException, OSError):
            self._drop()
            raise Unsure(words.NO_WORD()) from None
        if code != 250:
            raise NotTaken(words.REFUSED(code=code))

    def _connected(self) -> smtplib.SMTP:
        for attempt in range(self._tries):
            if self._open is None:
                try:
                    self._open = self._connect()
                except ssl.SSLCertVerificationError:
                    raise MailAway(words.NOT_TRUSTED()) from None
                except smtplib.SMTPAuthenticationError:
                    raise MailAway(words.NO_LOGIN()) from None
                except smtplib.SMTPNotSupportedError:
                    raise MailAway(words.NOT_OFFERED()) from None
                except (smtplib.SMTPException, OSError):
                    if attempt < self._tries - 1:
                        self._wait(2.0**attempt)
        if self._open is None:
            raise MailAway(words.NO_CONTACT())
        return self._open

    def _connect(self) -> smtplib.SMTP:
        held = self._settings
        context = ssl.create_default_context()
        if held.authority:
            context.load_verify_locations(held.authority)
        # Not the name of this machine: looking that up may take its time.
        called, seconds = held.sender.partition("@")[2], self._seconds
        smtp: smtplib.SMTP
        if held.security is Security.TLS:
            smtp = smtplib.SMTP_SSL(held.host, held.port, local_hostname=called, timeout=seconds, context=context)
        else:
            smtp = smtplib.SMTP(held.host, held.port, local_hostname=called, timeout=seconds)
        try:
            smtp.ehlo()
            if held.security is Security.STARTTLS:
                smtp.starttls(context=context)
                smtp.ehlo()
            if held.user:
                smtp.login(held.user, held.password)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _drop(self) -> None:
        """Let go without a word: what was begun is not ended, and the server forgets it."""
        if self._open is not None:
            self._open.close()
            self._open = None
