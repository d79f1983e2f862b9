"""Every English word we replace stands in the installed frontend as we have it, and the replaced text is still a script."""

import re

import pytest

from web import norwegian
from web.norwegian import PAGE, STATIC, WORDS, Said, missing, replaced, script_files, scripts, translated, unsaid

SCRIPTS = STATIC / "static" / "js"
# Each of our words by itself, in bokmål and in nynorsk.
EACH = [(english, each) for english, said in WORDS.items() for each in ((said,) if isinstance(said, str) else said)]


@pytest.mark.parametrize("english", WORDS)
def test_the_frontend_says_it_as_we_have_it(english: str) -> None:
    assert unsaid([english], script_files()) == []


# What a build makes of a text, and what becomes of it; ‹…› is any name, and the same name each time.
BUILDS = [
    ("`File must be ${‹a›}`", "`Høyst ${‹a›}`", "x(`File must be ${t}`)", "x(`Høyst ${t}`)"),
    ("`File must be ${‹a›}`", "`Høyst ${‹a›}`", "x(`File must be ${$_9}`)", "x(`Høyst ${$_9}`)"),
    ("`${‹a›-‹b›} of ${‹a›}`", "`${‹b›} av ${‹a›}`", "`${n-m} of ${n}`", "`${m} av ${n}`"),
    ("`${‹a›-‹b›} of ${‹a›}`", "`${‹b›} av ${‹a›}`", "`${n-m} of ${k}`", "`${n-m} of ${k}`"),
    (".length>1?`‹a›`", ".length>1?`\\d ‹a›`", "t.length>1?`x`", "t.length>1?`\\d x`"),
    ("`No`", "`Nei`", "lenght>1,`No`,`no`,`Non`", "lenght>1,`Nei`,`no`,`Non`"),
]


@pytest.mark.parametrize(("english", "norwegian", "built", "sent"), BUILDS)
def test_names_a_build_makes_up_are_kept(english: str, norwegian: str, built: str, sent: str) -> None:
    assert replaced(built, {english: norwegian}) == sent


NN = "document.documentElement.lang===`nn`"
IN_BOTH: list[tuple[str, Said, str, str]] = [
    ("`No`", ("`Ikke`", "`Ikkje`"), "case`No`:", f"case({NN}?`Ikkje`:`Ikke`):"),
    ('"a":`No`', ('"a":`Ikke`', '"a":`Ikkje`'), '{"a":`No`}', f'{{"a":({NN}?`Ikkje`:`Ikke`)}}'),
    ("`At ${‹a›}`", ("`Til ${‹a›}`", "`Åt ${‹a›}`"), "x?`At ${t}`:y", f"x?({NN}?`Åt ${{t}}`:`Til ${{t}}`):y"),
]


@pytest.mark.parametrize(("english", "norwegian", "built", "sent"), IN_BOTH)
def test_where_bokmal_and_nynorsk_differ_the_page_chooses(english: str, norwegian: Said, built: str, sent: str) -> None:
    assert replaced(built, {english: norwegian}) == sent


@pytest.mark.parametrize("said", [each for each in WORDS.values() if not isinstance(each, str)])
def test_what_is_said_in_both_is_one_text_in_quotes_with_the_same_before_it(said: tuple[str, str]) -> None:
    before, texts = {each.partition("`")[0] for each in said}, [each.partition("`")[2] for each in said]
    assert len(before) == 1
    assert texts[0] != texts[1]
    for text in texts:
        assert re.fullmatch(r"(\$\{[^}]*\}|[^`$])+`", text)


@pytest.mark.parametrize(("english", "norwegian"), EACH)
def test_our_words_name_nothing_the_english_does_not(english: str, norwegian: str) -> None:
    names = re.compile("‹[a-z]+›")
    assert set(names.findall(norwegian)) <= set(names.findall(english))


@pytest.mark.parametrize("english", PAGE)
def test_the_page_says_it_as_we_have_it_and_once(english: str) -> None:
    assert (STATIC / "index.html").read_text(encoding="utf-8").count(english) == 1


def test_a_text_that_streamlit_has_changed_is_named_before_anything_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing() == []
    monkeypatch.setitem(norwegian.WORDS, "`No such words`", "`Ingen slike ord`")
    monkeypatch.setitem(norwegian.PAGE, "<nothing>", "<ingenting>")
    assert [line.split(" · ")[0] for line in missing()] == ["web/norwegian.py"] * 2
    assert "`No such words`" in missing()[1]


@pytest.mark.parametrize(("english", "norwegian"), EACH)
def test_quotes_and_brackets_open_and_close_as_before(english: str, norwegian: str) -> None:
    for quote in ("`", '"'):
        assert english.count(quote) % 2 == norwegian.count(quote) % 2
    for opening, closing in ("()", "[]", "{}"):
        before, after = (
            english.count(opening) - english.count(closing),
            norwegian.count(opening) - norwegian.count(closing),
        )
        assert before == after


@pytest.mark.parametrize(("english", "norwegian"), EACH)
def test_what_the_frontend_puts_into_a_sentence_still_has_a_place_or_is_left_out_whole(
    english: str, norwegian: str
) -> None:
    assert norwegian.count("${") <= english.count("${")
    assert norwegian.strip("`") or not english.strip("`")


def test_a_script_without_our_words_is_not_touched_and_in_one_with_them_none_is_left() -> None:
    changed = {name: sent for name in scripts() if (sent := translated(name)) is not None}
    assert 5 < len(changed) < len(scripts())
    for name, sent in changed.items():
        text = (SCRIPTS / name).read_text(encoding="utf-8")
        assert sent.decode("utf-8") == replaced(text, WORDS) == replaced(replaced(text, WORDS), WORDS)
        assert sent.decode("utf-8").count("‹") == text.count("‹")
