"""The short phrases that stand on many pages: how far it is, how much is in place, one or many."""

from language.both import Both, Plural
from language.formats import NO_BREAK, number, points

DAYS = Plural(("{n}\u00a0dag", "{n}\u00a0dager"), ("{n}\u00a0dag", "{n}\u00a0dagar"))
_IN_PLACE = Both("{figure}\u00a0% på plass", "{figure}\u00a0% på plass")
_UNKNOWN = Both("ukjent", "ukjent")
_EXPECTED = Both("{said}, forventet nå {expected}\u00a0%", "{said}, venta no {expected}\u00a0%")
_ON_PLAN = Both("på planen", "på planen")
_AHEAD = Both("{days} foran planen", "{days} føre planen")
_AFTER = Both("{days} etter planen", "{days} etter planen")
_TODAY = Both("Oppstart i dag", "Oppstart i dag")
_TO_START = Both("{days} til oppstart", "{days} til oppstart")
_SINCE_START = Both("{days} siden oppstart", "{days} sidan oppstart")


def count(amount: int, one: str, many: str) -> str:
    """1 mangel, 3 mangler …: the number with the right form of the word."""
    return f"{number(amount, decimals=0)}{NO_BREAK}{one if amount == 1 else many}"


def ready(figure: float | None, expected: float | None) -> str:
    """«84 % på plass, forventet nå 94 %», of figures 0..100."""
    told = _IN_PLACE(figure=points(figure)) if figure is not None else _UNKNOWN()
    return told if expected is None else _EXPECTED(said=told, expected=points(expected))


def ahead(days: float | None) -> str:
    """9 dager etter planen · 4 dager foran planen · på planen; nothing where it is not known."""
    if days is None:
        return ""
    whole = round(abs(days))
    if whole == 0:
        return _ON_PLAN()
    return (_AHEAD if days > 0 else _AFTER)(days=DAYS(whole))


def days_to(days_left: int) -> str:
    """How far it is to the go-live, or how long ago it was."""
    if days_left > 0:
        return _TO_START(days=DAYS(days_left))
    if days_left == 0:
        return _TODAY()
    return _SINCE_START(days=DAYS(-days_left))


def listed(words: list[str]) -> str:
    """a, b og c"""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"
