"""Bokmål and nynorsk side by side: which one is spoken now, and sentences, words and counts that are said in it.

The customer chooses (`service.people.spoken`); where nobody has said anything it is bokmål. A sentence that is called gives itself
in the language of that moment, so it may stand as a constant of a module.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from string import Formatter
from typing import Protocol, TypeVar

from language.formats import number


class Language(StrEnum):
    """The two ways of writing Norwegian, by their codes."""

    BOKMAL = "nb"
    NYNORSK = "nn"


class InBoth(Protocol):
    """A text of the questionnaires: nynorsk where it is written."""

    @property
    def nb(self) -> str: ...

    @property
    def nn(self) -> str | None: ...


K = TypeVar("K")

_now: ContextVar[Language | None] = ContextVar("language", default=None)
_asked: list[Callable[[], Language]] = [lambda: Language.BOKMAL]


def spoken() -> Language:
    """The language of this moment, in this thread."""
    return _now.get() or _asked[0]()


def ask(who_knows: Callable[[], Language]) -> None:
    """Whom to ask where nothing was said in this thread: the app, of the tab that is drawn."""
    _asked[0] = who_knows


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """For as long as it lasts: a letter, a paper, a file for somebody else than the one who is here."""
    before = _now.set(language)
    try:
        yield
    finally:
        _now.reset(before)


def said(text: InBoth) -> str:
    """A text of the questionnaires in the language of this moment; bokmål where there is no nynorsk."""
    return text.nn if spoken() is Language.NYNORSK and text.nn is not None else text.nb


class Both:
    """A sentence in both, with `{name}` where something is put in; call it to have it said.

    Raises `ValueError` when the two have not the same places, `KeyError` when a place is given nothing.
    """

    __slots__ = ("_words",)

    def __init__(self, nb: str, nn: str) -> None:
        if _places(nb) != _places(nn):
            raise ValueError(f"{nb!r} and {nn!r} have different places")
        self._words = {Language.BOKMAL: nb, Language.NYNORSK: nn}

    def __call__(self, **put_in: object) -> str:
        return self._words[spoken()].format_map(put_in)

    def __str__(self) -> str:
        raise TypeError("a sentence is said by calling it")


def _places(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


class Plural:
    """A sentence or word for one and for many, in both; call it with the number, and whatever else is put in.

    `{n}` is where the number stands.
    """

    __slots__ = ("_many", "_one")

    def __init__(self, nb: tuple[str, str], nn: tuple[str, str]) -> None:
        self._one, self._many = Both(nb[0], nn[0]), Both(nb[1], nn[1])

    def __call__(self, amount: int, **put_in: object) -> str:
        words = self._one if amount == 1 else self._many
        return words(n=number(amount, decimals=0), **put_in)


class Words(Mapping[K, str]):
    """What identifiers are called; a word that is one text is the same in both."""

    def __init__(self, words: Mapping[K, str | tuple[str, str]]) -> None:
        self._words = {key: Both(*((word, word) if isinstance(word, str) else word)) for key, word in words.items()}

    def __getitem__(self, key: K) -> str:
        return self._words[key]()

    def __iter__(self) -> Iterator[K]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)
