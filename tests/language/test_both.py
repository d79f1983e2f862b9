"""Bokmål and nynorsk side by side: what is said follows the language of the moment, and the two have the same places."""

from threading import Thread

import pytest

from language import Both, Language, Plural, Words, ahead, ask, both, days_to, ready, said, speaking, spoken
from scoring.frozen import Text

SEEN = Both("HPAS har sett på {what}.", "HPAS har sett på {what} no.")
ANSWERS = Plural(("{n} svar fra {who}", "{n} svar fra {who}"), ("{n} svar frå {who}", "{n} svara frå {who}"))
STATES = Words({"on": ("på", "på"), "off": ("ikke på", "ikkje på"), "same": "test"})


def test_a_sentence_is_said_in_the_language_of_the_moment() -> None:
    assert SEEN(what="alt") == "HPAS har sett på alt."
    with speaking(Language.NYNORSK):
        assert SEEN(what="alt") == "HPAS har sett på alt no."
    assert spoken() is Language.BOKMAL


@pytest.mark.parametrize(("amount", "told"), [(1, "1 svar frå HPAS"), (2, "2 svara frå HPAS"), (0, "0 svara frå HPAS")])
def test_one_and_many_are_counted_in_their_language(amount: int, told: str) -> None:
    with speaking(Language.NYNORSK):
        assert ANSWERS(amount, who="HPAS") == told


def test_words_of_identifiers_follow() -> None:
    assert dict(STATES) == {"on": "på", "off": "ikke på", "same": "test"}
    with speaking(Language.NYNORSK):
        assert dict(STATES) == {"on": "på", "off": "ikkje på", "same": "test"}


def test_two_with_different_places_are_refused() -> None:
    with pytest.raises(ValueError, match="different places"):
        Both("{n} svar", "{m} svar")


def test_a_place_without_words_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(KeyError):
        SEEN()


def test_a_sentence_that_is_not_called_is_never_drawn_by_accident() -> None:
    with pytest.raises(TypeError):
        f"{SEEN}"


@pytest.mark.parametrize(("nn", "told"), [("ikkje", "ikkje"), (None, "ikke")])
def test_a_text_of_a_questionnaire_is_bokmal_where_nynorsk_is_missing(nn: str | None, told: str) -> None:
    text = Text(nb="ikke", nn=nn)
    assert said(text) == "ikke"
    with speaking(Language.NYNORSK):
        assert said(text) == told


def test_phrases_follow() -> None:
    with speaking(Language.NYNORSK):
        assert ready(84, 94) == "84\u00a0% på plass, venta no 94\u00a0%"
        assert (ahead(9), ahead(-1), ahead(0)) == ("9\u00a0dagar føre planen", "1\u00a0dag etter planen", "på planen")
        assert days_to(-2) == "2\u00a0dagar sidan oppstart"


def test_each_thread_has_its_own() -> None:
    heard: list[Language] = []
    with speaking(Language.NYNORSK):
        other = Thread(target=lambda: heard.append(spoken()))
        other.start()
        other.join()
    assert heard == [Language.BOKMAL]


def test_who_knows_is_asked_where_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(both, "_asked", [*both._asked])
    ask(lambda: Language.NYNORSK)
    assert spoken() is Language.NYNORSK
    with speaking(Language.BOKMAL):
        assert spoken() is Language.BOKMAL
