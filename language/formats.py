"""Norwegian dates and numbers: written alike in bokmål and nynorsk."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from scoring.typed_values import MONTHS

OSLO = ZoneInfo("Europe/Oslo")
NO_BREAK = "\u00a0"
DASH = "–"


def day(value: date) -> str:
    """12. mars 2027"""
    return f"{value.day}.{NO_BREAK}{MONTHS[value.month - 1]}{NO_BREAK}{value.year}"


def short_day(value: date) -> str:
    """12.03.2027"""
    return f"{value.day:02d}.{value.month:02d}.{value.year}"


def local_day(value: datetime) -> date:
    """The day it was in Norway at a moment; in UTC an hour or two after midnight is still the day before."""
    return value.astimezone(OSLO).date()


def clock(value: datetime) -> str:
    """14:32, Norwegian time."""
    return f"{value.astimezone(OSLO):%H:%M}"


def moment(value: datetime) -> str:
    """12. mars 2027 kl. 14:32, Norwegian time."""
    return f"{day(local_day(value))} kl.{NO_BREAK}{clock(value)}"


def number(value: float, *, decimals: int = 1) -> str:
    """3,5 · 4 · 12 000: at most so many decimals, none when they are zero."""
    text = f"{value:,.{decimals}f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    whole = whole.replace(",", NO_BREAK)
    if whole == "-0" and not fraction:
        whole = "0"
    return f"{whole},{fraction}" if fraction else whole


def points(value: float | None) -> str:
    """A figure of 0..100 as whole points; a dash where it does not exist."""
    return DASH if value is None else number(value, decimals=0)


def percent(value: float | None) -> str:
    """A share 0..1 as whole per cent: 35 %; a dash where it does not exist."""
    return DASH if value is None else f"{number(100 * value, decimals=0)}{NO_BREAK}%"


def ended(text: str) -> str:
    """The text with a full stop; what goes on («…») needs none."""
    return text if text.endswith("…") else f"{text}."


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
