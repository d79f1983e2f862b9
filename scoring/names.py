"""What two ways to write one name have in common, and which known name was probably meant."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_COMPARED = 200


def name_key(name: str) -> str:
    """Letters, without regard to capitals, kinds of blanks and signs that nobody sees."""
    seen = "".join(sign for sign in unicodedata.normalize("NFC", name) if unicodedata.category(sign) != "Cf")
    return " ".join(seen.split()).casefold()


def nearest(word: str, known: Iterable[str], *, cutoff: float) -> str:
    """The known name most like this one and not the same, or "" when none is.

    Names with digits in them are all alike, and a wrong guess leads astray: of those only the same one is meant, written
    with other signs between. cutoff: how alike the others must be, 0..1.
    """
    others = {other.casefold(): other for other in sorted(known) if other != word}
    same = next((other for other in others.values() if _letters(other) == _letters(word)), "")
    if same or _digits(word):
        return same
    plain = [other for other in others if not _digits(other)]
    found = get_close_matches(word.casefold()[:LONGEST_COMPARED], plain, n=1, cutoff=cutoff)
    return others[found[0]] if found else ""


def _letters(word: str) -> str:
    return "".join(sign for sign in word.casefold() if sign.isalnum())


def _digits(word: str) -> bool:
    return any(sign.isdecimal() for sign in word)
