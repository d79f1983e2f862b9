"""What is written in nynorsk is nynorsk: no sentence of it has a word that only bokmål has."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import language
from content.catalogue import MODELS
from content.yaml_tree import Node, YamlMapping, YamlScalar, read_file
from language import Language
from language.both import Both, Plural, Words

ROOT = Path(__file__).resolve().parents[2]
# Words of bokmål that are no words of nynorsk, as whole words outside addresses and code.
BOKMAL = re.compile(
    r"(?<![\w/.-])(ikke|hva|hvem|hvor|hvordan|hvorfor|hvilken|hvilket|hvilke|hver|hvert|dere|deres|noe|noen|mye|bare|fra|uke|uken|uker"
    r"|måned|måneder|dager|dagene|flere|fler|løsningen|løsning|beslutning|beslutningen|virksomheten|brukere|enheter|enhet|ansatte|uenig"
    r"|en|et|jeg|være|gjøre|gjør|sier|svarene|spørsmålene|lagret|endret|åpne|åpner|sammenligning|sammenligne|forrige|fortsatt|ennå"
    r"|egenvurdering|egenvurderingen|vises|velger|begynner|begynne|bekreft|bekreftet|forventet|haster|mellomtiden|kunder|kundene"
    r"|brukeren|kvalitetssikrer|første gang|kommer|skrevet)(?![\w/-])",
    re.IGNORECASE,
)


def said() -> Iterator[tuple[str, str]]:
    """Where, and each text of nynorsk in `language/`."""
    for info in pkgutil.walk_packages(language.__path__, "language."):
        for name, held in vars(import_module(info.name)).items():
            for each in _both(held):
                yield f"{info.name}.{name}", each._words[Language.NYNORSK]


def _both(held: object) -> Iterator[Both]:
    if isinstance(held, Both):
        yield held
    elif isinstance(held, Plural):
        yield from (held._one, held._many)
    elif isinstance(held, Words):
        yield from held._words.values()


def left_in_bokmal(text: str) -> str:
    found = BOKMAL.search(text)
    return found[0] if found else ""


def test_no_sentence_of_the_app_is_left_in_bokmal() -> None:
    found = {f"{where}: {word}: {text}" for where, text in said() if (word := left_in_bokmal(text))}
    assert sorted(found) == []


@pytest.mark.parametrize("file", sorted(path.name for path in (ROOT / "assessments" / "nynorsk").iterdir()))
def test_no_text_of_the_content_is_left_in_bokmal(file: str) -> None:
    root = read_file(ROOT / "assessments" / "nynorsk" / file).root
    assert file in MODELS
    assert root is not None
    found = {f"{where}: {word}: {text}" for where, text in _texts(root) if (word := left_in_bokmal(text))}
    assert sorted(found) == []


def _texts(node: Node, where: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, YamlScalar):
        yield where, node.text
    elif isinstance(node, YamlMapping):
        for key, inner in node.nodes.items():
            yield from _texts(inner, f"{where}.{key}")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Det er ikke lagret.", "ikke"),
        ("For å nå nivå 3", ""),
        ("/denne-uken", ""),
        ("Ein gong", ""),
    ],
)
def test_bokmal_is_known_when_it_is_seen(text: str, word: str) -> None:
    assert left_in_bokmal(text) == word


# In nynorsk it hangs on what is spoken of: a person or a thing, a page or a review.
BY_GENDER = {"Ukjent", "ukjent", "Åpne en på siden", "tatt tilbake"}


def test_what_is_the_same_in_bokmal_is_the_same_in_nynorsk() -> None:
    """But for one and many of the same sentence, which bokmål may say alike."""
    said_of: dict[str, dict[str, str]] = {}
    for where, nb, nn in _constants():
        said_of.setdefault(nb, {})[nn] = where
    assert {nb: found for nb, found in said_of.items() if len(found) > 1 and nb not in BY_GENDER} == {}


def _constants() -> Iterator[tuple[str, str, str]]:
    for info in pkgutil.walk_packages(language.__path__, "language."):
        for name, held in vars(import_module(info.name)).items():
            for each in _both(held) if not isinstance(held, Plural) else [held._one]:
                yield f"{info.name}.{name}", each._words[Language.BOKMAL], each._words[Language.NYNORSK]
