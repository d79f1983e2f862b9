"""Text from people is the same on every database, or refused."""

import pytest

from storage.plain_text import BadText, clean_name, clean_text


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Vi er klare", "Vi er klare"),
        ("én\r\nto\rtre\n", "én\nto\ntre\n"),
        ("kolonne\tkolonne", "kolonne\tkolonne"),
        ("a\u030a", "å"),
        ("  innrykk", "  innrykk"),
        ("👩‍⚕️ 🇳🇴", "👩‍⚕️ 🇳🇴"),
        ("=1+1", "=1+1"),
        ("'sitat", "'sitat"),
        ("\u202eabc", "\u202eabc"),
        ("", None),
        (" \n\t ", None),
        ("x" * 10_000, "x" * 10_000),
    ],
)
def test_text_is_kept_as_it_was_meant(typed: str, stored: str | None) -> None:
    assert clean_text(typed) == stored


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("a\0b", "control_character"),
        ("\x1b[31m", "control_character"),
        ("\x85", "control_character"),
        ("\ud800", "control_character"),
        ("\uffff", "control_character"),
        ("x" * 10_001, "text_too_long"),
        (7, "not_text"),
        (None, "not_text"),
    ],
)
def test_text_that_some_database_would_refuse_is_refused(typed: object, fault: str) -> None:
    with pytest.raises(BadText) as raised:
        clean_text(typed)
    assert raised.value.fault == fault


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "name_missing"),
        (" ", "name_missing"),
        ("a\nb", "line_break_in_name"),
        ("x" * 201, "text_too_long"),
        ("Kari\u202eirak", "direction_mark"),
        ("\u2067Kari", "direction_mark"),
    ],
)
def test_a_name_is_one_line_that_says_something(typed: str, fault: str) -> None:
    with pytest.raises(BadText) as raised:
        clean_name(typed)
    assert raised.value.fault == fault


def test_a_name_loses_the_blanks_around_it() -> None:
    assert clean_name("  Ørland \n") == "Ørland"
