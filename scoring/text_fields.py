"""Field types that read the text of a file (or an already typed value) and refuse everything else.

Each refusal is a pydantic error whose type is a stable fault id; `content.problems` turns it into words.
"""

import math
import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

LONGEST_PROSE = 2_000
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,62}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_MARKUP = re.compile(r"<[A-Za-z/!]|\]\(|!\[|\$|:[a-z]+\[|`")


def fault(kind: str, field: str = "", **context: object) -> PydanticCustomError:
    """A refusal with its fault id, the field it concerns inside the object (or "") and what to say it with."""
    return PydanticCustomError(kind, "{kind}", {"kind": kind, "field": field, **context})


def _number(value: Any) -> float:
    if isinstance(value, str) and len(value) <= 30 and _NUMBER.fullmatch(value):
        return float(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    if isinstance(value, str) and re.fullmatch(r"-?\d+,\d+", value):
        raise fault("decimal_comma", found=value, remedy=value.replace(",", "."))
    raise fault("not_a_number", found=_short(value))


def _whole(value: Any) -> int:
    number = _number(value)
    if number != int(number):
        raise fault("not_a_whole_number", found=_short(value))
    return int(number)


def _within(low: float, high: float, number: float) -> None:
    if not low <= number <= high:
        raise fault("out_of_range", found=f"{number:g}", low=f"{low:g}", high=f"{high:g}")


def _level(value: Any) -> int:
    number = _whole(value)
    _within(0, 4, number)
    return number


def _days(value: Any) -> int:
    number = _whole(value)
    _within(0, 3_650, number)
    return number


def _lead_days(value: Any) -> int:
    number = _whole(value)
    _within(0, 365, number)
    return number


def _fraction(value: Any) -> float:
    number = _number(value)
    _within(0, 1, number)
    return number


def _amount(value: Any) -> float:
    number = _number(value)
    _within(0, 1_000_000_000, number)
    return number


def _positive(value: Any) -> float:
    number = _number(value)
    if not 0 < number <= 1_000:
        raise fault("not_positive", found=_short(value))
    return number


def _yes(value: Any) -> bool:
    if value is True or value == "true":
        return True
    raise fault("not_true", found=_short(value))


def _truth(value: Any) -> bool:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise fault("not_true_or_false", found=_short(value))


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise fault("not_a_date", found=_short(value))


def _day_of_year(value: Any) -> str:
    """A day in any year, as 12-24; the 29th of February is none."""
    if isinstance(value, str) and re.fullmatch(r"\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(f"2027-{value}").strftime("%m-%d")
        except ValueError:
            pass
    raise fault("not_a_day_of_year", found=_short(value))


def _identifier(value: Any) -> str:
    if isinstance(value, str) and _IDENTIFIER.fullmatch(value):
        return value
    raise fault("not_an_identifier", found=_short(value))


def _as_several(value: Any) -> Any:
    """One word as a list of one; a list of JSON, which comes here before it is read, as what it is in Python."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def _name(value: Any) -> str:
    if not isinstance(value, str):
        raise fault("not_text", found=_short(value))
    if not value.strip():
        raise fault("empty_text")
    return value.strip()


def _prose(value: Any) -> str:
    text = unicodedata.normalize("NFC", _name(value))
    if len(text) > LONGEST_PROSE:
        raise fault("text_too_long", length=len(text), longest=LONGEST_PROSE)
    if found := _MARKUP.search(text):
        raise fault("markup_in_text", found=found.group())
    return text


def _short(value: Any) -> str:
    """What was found, short enough for a message."""
    if isinstance(value, dict):
        return "flere felt"
    if isinstance(value, (list, tuple)):
        return "en liste"
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


LevelNumber = Annotated[int, BeforeValidator(_level)]
Days = Annotated[int, BeforeValidator(_days)]
LeadDays = Annotated[int, BeforeValidator(_lead_days)]
Fraction = Annotated[float, BeforeValidator(_fraction)]
Number = Annotated[float, BeforeValidator(_amount)]
Positive = Annotated[float, BeforeValidator(_positive)]
Yes = Annotated[bool, BeforeValidator(_yes)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Day = Annotated[date, BeforeValidator(_day)]
DayOfYear = Annotated[str, BeforeValidator(_day_of_year)]
Identifier = Annotated[str, BeforeValidator(_identifier)]
Identifiers = Annotated[tuple[Identifier, ...], BeforeValidator(_as_several)]
Name = Annotated[str, BeforeValidator(_name)]
Prose = Annotated[str, BeforeValidator(_prose)]


class OneOf:
    """Accepts a member of the enumerations or its value as text."""

    def __init__(self, *words: type[StrEnum]) -> None:
        self.words = {word.value: word for each in words for word in each}

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self._choose, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    def _choose(self, value: Any) -> StrEnum:
        if isinstance(value, str) and value in self.words:
            return self.words[value]
        raise fault("unknown_choice", found=_short(value), allowed=", ".join(self.words))
