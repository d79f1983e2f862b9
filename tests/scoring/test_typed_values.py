"""What people type, as tables: each text is the right value, or is refused with the reason; never a third."""

import random
import re
from datetime import date, timedelta

import pytest

from language import day, number, short_day
from scoring.answers import FIRST_DAY, LARGEST
from scoring.typed_values import (
    MONTHS,
    WEEKDAYS,
    NotUnderstood,
    read_all,
    read_amount,
    read_day,
    read_level,
    read_number,
    read_truth,
    trimmed,
)

NUMBERS: list[tuple[str, float | str]] = [
    ("3", 3),
    ("007", 7),
    ("0", 0),
    ("+4", 4),
    ("-1", -1),
    ("\u22121", -1),
    ("3,5", 3.5),
    ("12,5", 12.5),
    ("3.5", 3.5),
    ("1,500", 1.5),
    ("0.125", 0.125),
    ("1234.567", 1234.567),
    (" 12 ", 12),
    ("\ufeff12\u00a0", 12),
    ("\u200e12\u200f", 12),
    *((f"1{blank}200", 1200) for blank in " \u00a0\u2007\u2009\u202f"),
    ("12 000,5", 12_000.5),
    ("12\u00a0000.500", 12_000.5),
    ("1 000 000", 1_000_000),
    ("1.200,5", 1200.5),
    ("1.200.000", 1_200_000),
    ("1.200", "thousands_or_decimals"),
    ("999.999", "thousands_or_decimals"),
    ("75 %", "per_cent"),
    ("75%", "per_cent"),
    ("2e2", "exponent"),
    ("1,5E+05", "exponent"),
    ("12,5/6,5/3,5", "not_a_number"),
    ("ca 3", "not_a_number"),
    ("3 stk", "not_a_number"),
    ("3,-", "not_a_number"),
    ("24 av 30", "not_a_number"),
    ("3-4", "not_a_number"),
    ("12 5", "not_a_number"),
    ("12 50", "not_a_number"),
    ("1  200", "not_a_number"),
    ("1 2000", "not_a_number"),
    ("0 500", "not_a_number"),
    ("1,200.5", "not_a_number"),
    ("1'200", "not_a_number"),
    ("1,2,3", "not_a_number"),
    ("1.2.3", "not_a_number"),
    ("5,", "not_a_number"),
    (",5", "not_a_number"),
    ("--5", "not_a_number"),
    ("=1+1", "not_a_number"),
    ("½", "not_a_number"),
    ("٣", "not_a_number"),
    ("３", "not_a_number"),
    ("NaN", "not_a_number"),
    ("inf", "not_a_number"),
    ("1_000", "not_a_number"),
    ("0x10", "not_a_number"),
    ("tre", "not_a_number"),
    ("-", "not_a_number"),
    ("", "not_a_number"),
]


@pytest.mark.parametrize(("text", "meant"), NUMBERS)
def test_a_number_is_read_or_refused(text: str, meant: float | str) -> None:
    if isinstance(meant, str):
        with pytest.raises(NotUnderstood) as refused:
            read_number(text)
        assert refused.value.fault == meant
    else:
        assert read_number(text) == meant


PROGRAM: list[tuple[str, float | None]] = [("1.500", 1.5), ("1,500", None), ("1,5", 1.5), ("1234.5", 1234.5), ("1.200,5", None)]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), PROGRAM)
def test_in_a_file_for_programs_the_point_is_the_decimal_sign(text: str, meant: float | None) -> None:
    if meant is None:
        with pytest.raises(NotUnderstood):
            read_number(text, decimal_point=True)
    else:
        assert read_number(text, decimal_point=True) == meant


def test_the_sign_for_per_cent_is_read_only_where_per_cent_is_counted() -> None:
    assert [read_number(text, per_cent=True) for text in ("75 %", "75%", "7,5\u00a0%", "75")] == [75, 75, 7.5, 75]
    for text in ("% 75", "75 %%", "%", "75 % av 4"):
        with pytest.raises(NotUnderstood, match=r"not_a_number|per_cent"):
            read_number(text, per_cent=True)


def test_both_readings_of_a_number_are_named() -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_number("1.200")
    assert refused.value.context == {"whole": "1200", "fraction": "1,2"}
    with pytest.raises(NotUnderstood) as refused:
        read_number("12,000", decimal_point=True)
    assert refused.value.context == {"whole": "12000", "fraction": "12"}


BOUNDS = [(read_amount, "-2", "out_of_range"), (read_amount, "1 000 000 001", "out_of_range"), (read_amount, "9" * 400, "out_of_range"), (read_all, "0", "all_not_positive"), (read_all, "-3", "all_not_positive"), (read_all, "2 000 000 000", "out_of_range")]  # fmt: skip


@pytest.mark.parametrize(("read", "text", "fault"), BOUNDS)
def test_a_number_out_of_bounds_is_refused(read: type, text: str, fault: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read(text)
    assert refused.value.fault == fault


def test_what_we_write_is_what_we_read() -> None:
    draw = random.Random(19)
    for _ in range(2_000):
        amount = round(draw.choice([draw.uniform(0, 10), draw.uniform(0, LARGEST)]), draw.randint(0, 4))
        assert read_amount(number(amount, decimals=4)) == amount
        some = FIRST_DAY + timedelta(days=draw.randrange(36_500))
        named = f"{WEEKDAYS[some.weekday()]} {day(some)}"
        assert {read_day(text) for text in (day(some), short_day(some), some.isoformat(), named)} == {some}


def test_no_text_of_signs_that_stand_in_numbers_is_read_as_anything_but_what_it_says() -> None:
    """An oracle of its own: digits with their thousands parted by blanks or not, and one comma or point."""
    draw = random.Random(20)
    told = 0
    for _ in range(20_000):
        text = "".join(draw.choice("0123456789019,. \u00a0-+%eE") for _ in range(draw.randint(1, 9)))
        try:
            value = read_number(text)
        except NotUnderstood:
            continue
        told += 1
        plain = re.sub(r"[\s\u00a0]", "", text)
        comma = plain.rfind(",") if "," in plain else (plain.find(".") if plain.count(".") == 1 else -1)
        digits = re.sub(r"[.,]", "", plain[:comma] if comma >= 0 else plain)
        decimals = plain[comma + 1 :] if comma >= 0 else "0"
        assert f"{value:.10f}" == f"{float(f'{digits}.{decimals}'):.10f}", text
    assert told > 1_000


FEBRUARY = date(2027, 2, 1)
DAYS: list[tuple[str, date | str]] = [
    ("2027-02-01", FEBRUARY),
    ("2027-2-1", FEBRUARY),
    ("2027/02/01", FEBRUARY),
    ("2027.02.01", FEBRUARY),
    ("01.02.2027", FEBRUARY),
    ("1.2.2027", FEBRUARY),
    ("01. 02. 2027", FEBRUARY),
    ("1.\u00a02.\u00a02027", FEBRUARY),
    ("3.4.2026", date(2026, 4, 3)),
    ("01.02.2027 00:00:00", FEBRUARY),
    ("01.02.2027 00:00", FEBRUARY),
    ("2027-02-01 00:00:00", FEBRUARY),
    ("2027-02-01T00:00:00.000", FEBRUARY),
    ("01.02.2027 kl. 14:30", FEBRUARY),
    ("1. februar 2027", FEBRUARY),
    ("1.februar 2027", FEBRUARY),
    ("1 februar 2027", FEBRUARY),
    ("1. Februar 2027", FEBRUARY),
    ("1. feb. 2027", FEBRUARY),
    ("1 feb 2027", FEBRUARY),
    ("mandag 1. februar 2027", FEBRUARY),
    ("Mandag, 1. februar 2027", FEBRUARY),
    ("29.02.2028", date(2028, 2, 29)),
    ("31.02.2026", "no_such_day"),
    ("29.02.2027", "no_such_day"),
    ("31. april 2027", "no_such_day"),
    ("2027-13-01", "no_such_day"),
    ("00.00.2027", "no_such_day"),
    ("0000-01-01", "no_such_day"),
    ("tirsdag 1. februar 2027", "wrong_weekday"),
    ("01.02.27", "short_year"),
    ("1/2-27", "short_year"),
    ("01/02/2027", "day_two_ways"),
    ("1-2-2027", "day_two_ways"),
    ("46419", "day_number"),
    ("1999-12-31", "day_out_of_range"),
    ("1899-12-30", "day_out_of_range"),
    ("01.01.2101", "day_out_of_range"),
    ("1. mai", "not_a_day"),
    ("februar 2027", "not_a_day"),
    ("uke 5 2027", "not_a_day"),
    ("i morgen", "not_a_day"),
    ("20270201", "not_a_day"),
    ("2027-02-01T00:00:00Z", "not_a_day"),
    ("2027-02-01 25:00", "not_a_day"),
    ("2027-02/01", "not_a_day"),
    ("01.02.2027.", "not_a_day"),
    ("1. february 2027", "not_a_day"),
    ("", "not_a_day"),
]


@pytest.mark.parametrize(("text", "meant"), DAYS)
def test_a_day_is_read_or_refused(text: str, meant: date | str) -> None:
    if isinstance(meant, str):
        with pytest.raises(NotUnderstood) as refused:
            read_day(text)
        assert refused.value.fault == meant
    else:
        assert read_day(f" {text}\u00a0") == meant


@pytest.mark.parametrize(("month", "name"), list(enumerate(MONTHS, start=1)))
def test_every_month_is_read_by_its_name_and_by_three_letters(month: int, name: str) -> None:
    expected = date(2027, month, 3)
    assert read_day(f"3. {name} 2027") == read_day(f"3. {name[:3]} 2027") == expected


TRUTHS = {"ja": True, "JA": True, "true": True, "TRUE": True, "SANN": True, "sant": True, "nei": False, "FALSE": False, "USANN": False, "usant": False}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), TRUTHS.items())
def test_yes_and_no_are_read_as_people_and_spreadsheets_write_them(text: str, value: bool) -> None:
    assert read_truth(f" {text}\u00a0") is value


@pytest.mark.parametrize("text", ["kanskje", "1", "0", "j", "x", "yes", "ja?", ""])
def test_what_is_neither_yes_nor_no_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood, match="not_yes_or_no"):
        read_truth(text)


def test_a_level_is_a_whole_number_of_five() -> None:
    assert [read_level(text) for text in ("0", " 1", "2,0", "3.0", "4\u00a0")] == [0, 1, 2, 3, 4]
    for text in ("5", "-1", "2,5", "3 %", "nivå 3", "1e0", ""):
        with pytest.raises(NotUnderstood, match="not_a_level"):
            read_level(text)


def test_blanks_and_unseen_signs_around_a_text_are_no_part_of_it() -> None:
    assert trimmed("\ufeff \u00a0a\u200b b\u2009\n") == "a\u200b b"
    assert trimmed(" \u200b") == ""
