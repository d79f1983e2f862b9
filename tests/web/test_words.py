"""Every English word we replace stands in the installed frontend as we have it, and the replaced text is still a script."""

from functools import cache

import pytest

from web import norwegian
from web.norwegian import PAGE, STATIC, WORDS, missing, replaced, scripts, translated

SCRIPTS = STATIC / "static" / "js"


@cache
def text_of(name: str) -> str:
    return (SCRIPTS / name).read_text(encoding="utf-8")


@cache
def everything() -> str:
    return "\n".join(text_of(name) for name in sorted(scripts()))


@pytest.mark.parametrize("english", WORDS)
def test_the_frontend_says_it_as_we_have_it(english: str) -> None:
    assert english in everything()


@pytest.mark.parametrize("english", PAGE)
def test_the_page_says_it_as_we_have_it_and_once(english: str) -> None:
    assert (STATIC / "index.html").read_text(encoding="utf-8").count(english) == 1


def test_a_text_that_streamlit_has_changed_is_named_before_anything_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing() == []
    monkeypatch.setitem(norwegian.WORDS, "`No such words`", "`Ingen slike ord`")
    monkeypatch.setitem(norwegian.PAGE, "<nothing>", "<ingenting>")
    assert [line.split(" · ")[0] for line in missing()] == ["web/norwegian.py"] * 2
    assert "`No such words`" in missing()[1]


def test_nothing_of_what_we_replace_is_left() -> None:
    after = replaced(everything(), WORDS)
    assert [english for english, norwegian in WORDS.items() if english not in norwegian and english in after] == []


@pytest.mark.parametrize(("english", "norwegian"), WORDS.items())
def test_quotes_and_brackets_open_and_close_as_before(english: str, norwegian: str) -> None:
    for quote in ("`", '"'):
        assert english.count(quote) % 2 == norwegian.count(quote) % 2
    for opening, closing in ("()", "[]", "{}"):
        before, after = (
            english.count(opening) - english.count(closing),
            norwegian.count(opening) - norwegian.count(closing),
        )
        assert before == after


@pytest.mark.parametrize(("english", "norwegian"), WORDS.items())
def test_what_the_frontend_puts_into_a_sentence_still_has_a_place_or_is_left_out_whole(
    english: str, norwegian: str
) -> None:
    assert norwegian.count("${") <= english.count("${")
    assert norwegian.strip("`") or not english.strip("`")


def test_a_script_without_our_words_is_not_touched_and_one_with_them_is() -> None:
    changed = {name for name in scripts() if translated(name) is not None}
    assert 5 < len(changed) < len(scripts())
    for name in changed:
        sent = translated(name)
        assert sent is not None
        assert sent.decode("utf-8") == replaced(text_of(name), WORDS)
