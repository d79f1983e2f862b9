"""Every page in nynorsk: nothing on it is left in bokmål but what people have written themselves."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from language import Language, speaking
from service.people.actor import Role
from service.people.spoken import choose_language
from tests.builders import ADMIN
from tests.pages.house import NO_ANSWERS, NO_DATE, ROOT, House, has
from tests.pages.test_every_page import PAGES, assert_whole

# What no nynorsk sentence has.
BOKMAL = re.compile(
    r"(?<![«\w-])(ikke|hva|hvem|hvor|hvordan|hvorfor|hvilken|hvilket|hvilke|hver|hvert|dere|deres|noe|noen|mye|bare|fra|uke|uken|uker"
    r"|måneder|dager|dagene|flere|løsningen|beslutning|beslutningen|virksomheten|brukere|enheter|ansatte|mangler \d+|uenig|enig"
    r"|en|et|jeg|være|gjøre|gjør|etterpå er|sier|svarene|spørsmålene|skrevet|lagret|endret|åpne|velg kunde|måned|sammenligning"
    r"|forrige|fortsatt|ennå|først når dere|begynnelsen|egenvurdering|egenvurderingen)(?![\w-])",
    re.IGNORECASE,
)
# Fields of the protocol that nobody reads.
UNREAD = {"id", "key", "url", "url_path", "page", "page_script_hash", "element_id", "form_id", "icon", "file", "data"}


@cache
def invented() -> tuple[str, ...]:
    """What the demo's customers say, longest first."""
    found = set()
    for path in (ROOT / "service" / "demo").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 12:
                found.add(node.value)
    return tuple(sorted(found, key=len, reverse=True))


def texts(app: AppTest) -> Iterator[str]:
    """All text that is sent to the browser, and no style sheet."""
    for element in app._tree:
        if hasattr(proto := getattr(element, "proto", None), "ListFields"):
            yield from (text for text in _texts(proto) if not text.lstrip().startswith("<style"))


def _texts(message: Any) -> Iterator[str]:
    for field, held in message.ListFields():
        if field.name in UNREAD:
            continue
        for each in held if isinstance(held, Iterable) and not isinstance(held, str | bytes) else [held]:
            if isinstance(each, str):
                yield each
            elif hasattr(each, "ListFields"):
                yield from _texts(each)


def left_in_bokmal(app: AppTest) -> set[str]:
    found = set()
    for text in texts(app):
        for line in text.split("\n"):
            for said in invented():
                line = line.replace(said, "")
            if match := BOKMAL.search(line):
                found.add(f"{match[0]}: {line.strip()[:160]}")
    return found


VISITS = [(Role.LEAD, customer) for customer in ("Demo kommune A", "Demo kommune D", NO_ANSWERS, NO_DATE)]
VISITS += [(Role.ADMIN, "Demo kommune D")]


@pytest.mark.parametrize(("role", "customer"), VISITS)
def test_nothing_is_left_in_bokmal(role: Role, customer: str, house: House) -> None:
    choose_language(house.ws, ADMIN, house.customers[customer].id, Language.NYNORSK)
    left: dict[str, set[str]] = {}
    # AppTest makes what the browser sends anew in this thread.
    with speaking(Language.NYNORSK):
        app = house.open(role=role, customer=customer, sprak="nn")
        for page, (roles, _) in PAGES.items():
            if role in roles and has(app, page):
                assert_whole(app)
                if found := left_in_bokmal(app):
                    left[page] = found
    assert left == {}
