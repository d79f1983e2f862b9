"""Letters in both: each is said in the language it was made in, whenever it is written out."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from language import Language, speaking
from reports.letters.letter import Letter, plain_text, simple_html
from reports.letters.wording import (
    Deadline,
    WeekOfCustomer,
    WeekOfHpas,
    asks_for_outcomes,
    asks_if_started,
    deadlines,
    invitation,
    nudge,
    week_of_customer,
    week_of_hpas,
    week_of_person,
)

DAY, APP = date(2027, 3, 12), "https://klarsjekk.example"
NAME = "Ås"
DUE = [Deadline("Øving", NAME, DAY, left, left == 1) for left in (-9, -1, 0, 1, 30)]
WEEK = WeekOfCustomer(NAME, None, None, False, (), (), {}, ["A"] * 7, ["B"], ["C"])
LETTERS: dict[str, Callable[[], Letter]] = {
    "week": lambda: week_of_customer(WEEK, to="Kari", app=APP),
    "person": lambda: week_of_person(["A", "B"], customer=NAME, given=3, answered=1, to="Kari", app=APP),
    "hpas": lambda: week_of_hpas(WeekOfHpas([("Liste", ["Ås"])]), to="Kari", app=APP),
    "hpas, nothing": lambda: week_of_hpas(WeekOfHpas([]), to="Kari", app=APP),
    "nudge": lambda: nudge(customer=NAME, to="Kari", app=APP),
    "nudge to several": lambda: nudge(customer="", to="", app=APP),
    "deadlines": lambda: deadlines(DUE, to="Kari", app=APP),
    "passed": lambda: deadlines(DUE[:2], to="Kari", app=APP),
    "started": lambda: asks_if_started(NAME, DAY, to="Kari", app=APP),
    "outcomes": lambda: asks_for_outcomes(NAME, 30, to="Kari", app=APP),
    "invitation": lambda: invitation(to="Kari", customer=NAME, role="Leiar", address="k@a.example", by="", app=APP),
    "text to copy": lambda: invitation(to="Kari", customer="", role="Leiar", address="k@a.example", by="Per", app=""),
}
BOKMAL = re.compile(
    r"\b(ikke|dere|hva|hvor|hvilken|uken|dager|siden på|noe|nå|mens|fra|starter|venter|åpne|bekreft)\b", re.I
)


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
def test_a_letter_in_nynorsk_has_no_word_of_bokmal(letter: Callable[[], Letter]) -> None:
    with speaking(Language.NYNORSK):
        made = letter()
    written = f"{made.subject}\n{plain_text(made)}"
    assert BOKMAL.findall(written) == []
    assert '<html lang="nn">' in simple_html(made)
    assert '<html lang="nb">' in simple_html(letter())
    assert written != f"{letter().subject}\n{plain_text(letter())}"


def test_how_far_a_deadline_is_away_is_said_in_words() -> None:
    assert [line.split("(")[1] for part in deadlines(DUE, to="", app="").parts for line in part.lines] == [
        "i dag)",
        "i morgen)",
        "om 30 dager)",
        "for 9\u00a0dager siden)",
        "for 1\u00a0dag siden)",
    ]
