"""What people type, paste and send, as values: the one rule for a number, a day, yes or no, and a level.

Fields, table cells, files and commands all read here, so that the same text means the same everywhere: right, or
`NotUnderstood`, never a third. What is understood as what stands in docs/reading.md.
"""

import re
import unicodedata
from datetime import date

from scoring.answers import FIRST_DAY, LARGEST, LAST_DAY
from scoring.questionnaire import NumberQuestion, Question

BLANKS = " \u00a0\u2007\u2009\u202f"
MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


class NotUnderstood(ValueError):
    """A text that is not what is asked for. `fault` is an id of `reports.answers.file_faults.WORDS`."""

    def __init__(self, fault: str, **context: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.context = context


def trimmed(text: str) -> str:
    """The text without blanks and signs that nobody sees around it, and with composed letters."""
    seen = [place for place, sign in enumerate(text) if not _unseen(sign)]
    return unicodedata.normalize("NFC", text[seen[0] : seen[-1] + 1]) if seen else ""


def _unseen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in ("Cf", "Zs")


_PLAIN = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_SPACED = re.compile(rf"[+-]?[1-9][0-9]{{0,2}}([{BLANKS}][0-9]{{3}})+([.,][0-9]+)?")
_POINTED = re.compile(r"[+-]?[1-9][0-9]{0,2}((\.[0-9]{3})+,[0-9]+|(\.[0-9]{3}){2,})")
_EXPONENT = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+")


def read_number(text: str, *, decimal_point: bool = False, per_cent: bool = False) -> float:
    """3,5 · 3.5 · 12 000 · 12 000,5 · 1.200,5. Raises `NotUnderstood`.

    decimal_point: in a file for programs, where a comma and not a point may part thousands.
    per_cent: the number counts per cent, so that 75 % is 75; anywhere else a per cent sign is refused.
    """
    written = trimmed(text).replace("\u2212", "-")
    if "%" in written:
        if not per_cent:
            raise NotUnderstood("per_cent")
        written = trimmed(written.removesuffix("%"))
    if _EXPONENT.fullmatch(written):
        raise NotUnderstood("exponent")
    if not decimal_point and _POINTED.fullmatch(written):
        return float(written.replace(".", "").replace(",", "."))
    if not (_PLAIN.fullmatch(written) or _SPACED.fullmatch(written)):
        raise NotUnderstood("not_a_number")
    _refuse_two_ways(written, "," if decimal_point else ".")
    return float(re.sub(rf"[{BLANKS}]", "", written).replace(",", "."))


def _refuse_two_ways(written: str, foreign: str) -> None:
    """«1.200» is 1200 to one and 1,2 to another."""
    if re.fullmatch(rf"[+-]?[1-9][0-9]{{0,2}}{re.escape(foreign)}[0-9]{{3}}", written):
        decimal = "." if foreign == "," else ","
        fraction = written.rstrip("0").rstrip(foreign).replace(foreign, decimal)
        raise NotUnderstood("thousands_or_decimals", whole=written.replace(foreign, ""), fraction=fraction)


def read_amount(text: str, *, decimal_point: bool = False, per_cent: bool = False, whole: bool = False) -> float:
    """A number that may answer a question: 0 to 1 000 000 000. Raises `NotUnderstood`. whole: it counts things."""
    number = read_number(text, decimal_point=decimal_point, per_cent=per_cent)
    if not 0 <= number <= LARGEST:
        raise NotUnderstood("out_of_range")
    return _of_things(number, whole)


def read_all(text: str, *, decimal_point: bool = False, whole: bool = False) -> float:
    """What a share is of: a number above 0. Raises `NotUnderstood`. whole: it counts things."""
    number = read_number(text, decimal_point=decimal_point)
    if number <= 0:
        raise NotUnderstood("all_not_positive")
    if number > LARGEST:
        raise NotUnderstood("out_of_range")
    return _of_things(number, whole)


def _of_things(number: float, whole: bool) -> float:
    if whole and not number.is_integer():
        raise NotUnderstood("not_whole")
    return number


def counts_per_cent(question: Question) -> bool:
    """Whether the number a question asks for is a per cent, so that the sign may stand there."""
    return isinstance(question, NumberQuestion) and question.unit.nb.casefold() in ("prosent", "%")


def read_level(text: str) -> int:
    """0, 1, 2, 3 or 4, also as 3,0. Raises `NotUnderstood`."""
    try:
        number = read_number(text)
    except NotUnderstood:
        raise NotUnderstood("not_a_level") from None
    if number not in (0, 1, 2, 3, 4):
        raise NotUnderstood("not_a_level")
    return int(number)


_TRUE = frozenset(("ja", "true", "sann", "sant"))
_FALSE = frozenset(("nei", "false", "usann", "usant"))


def read_truth(text: str) -> bool:
    """ja, nei, true, false, sann, usann, sant, usant, in small or capital letters. Raises `NotUnderstood`."""
    word = trimmed(text).casefold()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise NotUnderstood("not_yes_or_no")


_SHORT_MONTHS = {"jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "des": 12}  # fmt: skip
_MONTH = {name: number for number, name in enumerate(MONTHS, start=1)} | _SHORT_MONTHS
_GAP = rf"[{BLANKS}]*"
_YEAR_FIRST = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})")
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})\.{_GAP}([0-9]{{1,2}})\.{_GAP}([0-9]{{4}})")
_IN_WORDS = re.compile(
    rf"([0-9]{{1,2}})\.?{_GAP}({'|'.join(sorted(_MONTH, key=len, reverse=True))})\.?{_GAP}([0-9]{{4}})"
)
_WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)}),?[{BLANKS}]+")
_TIME = re.compile(rf"(T|{_GAP},?{_GAP}(kl\.?{_GAP})?)([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]{{1,6}})?)?$")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}")
_TWO_WAYS = re.compile(r"[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}")


def read_day(text: str) -> date:
    """A day between 2000 and 2100, in each way that can only mean one: see docs/reading.md. Raises `NotUnderstood`."""
    day = _any_day(text)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise NotUnderstood("day_out_of_range")
    return day


def _any_day(text: str) -> date:
    whole = trimmed(text)
    weekday = _WEEKDAY.match(whole.casefold())
    written = _TIME.sub("", whole[weekday.end() :] if weekday else whole)
    try:
        day = date(*_parts(written))
    except ValueError as error:
        raise error if isinstance(error, NotUnderstood) else NotUnderstood("no_such_day") from None
    if weekday and WEEKDAYS[day.weekday()] != weekday[1]:
        raise NotUnderstood("wrong_weekday", right=WEEKDAYS[day.weekday()])
    return day


def _parts(written: str) -> tuple[int, int, int]:
    """Year, month and day."""
    if found := _YEAR_FIRST.fullmatch(written):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _DAY_FIRST.fullmatch(written):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _IN_WORDS.fullmatch(written.casefold()):
        return int(found[3]), _MONTH[found[2]], int(found[1])
    raise NotUnderstood(_no_day(written))


def _no_day(written: str) -> str:
    if _SHORT_YEAR.fullmatch(written):
        return "short_year"
    if _TWO_WAYS.fullmatch(written):
        return "day_two_ways"
    return "day_number" if re.fullmatch(r"[0-9]{5}", written) else "not_a_day"
