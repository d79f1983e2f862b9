"""Whether it had been foreseen: docs/scoring.md, section 22, and made cases."""

import re
from pathlib import Path
from typing import Any

import pytest

from scoring.frozen import Grounds, Text
from scoring.outcomes.foresight import Foresight, SpeaksFor, StartedCase, foresight, speaks_for, topic_foresight
from scoring.outcomes.measures import OutcomeMeasure, OutcomeRules, days_due, overdue
from scoring.vocabulary import Source
from tests.scoring.test_verdict import TODAY

PAGE = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
COUNTED = re.findall(r"^\| (\d) \| (\d) \| (\d) \| (\d) \| `(\w+)` \|", PAGE, flags=re.MULTILINE)
NB = Text(nb="tekst")
CASES = ["a", "b", "c", "d", "e", "f"]


def measure(id_: str, **more: Any) -> OutcomeMeasure:
    said = {
        "id": id_,
        "title": NB,
        "help": NB,
        "unit": NB,
        "customer_types": ("municipality",),
        "better": "lower",
        "trouble": {7: 2.0, 30: 1.0},
        "foreseen_by": ("test",),
        "lesson": "L1",
        "basis": Grounds(source=Source.OWN, nb="tekst"),
    }
    return OutcomeMeasure.model_validate({**said, **more})


def case(key: str, *, in_place: bool = True, figure: float | None = 0.0, **more: Any) -> StartedCase:
    figures = {} if figure is None else {("errors", 7): figure}
    return StartedCase(**{"key": key, "in_place": {"test": in_place}, "figures": figures, "asked": ["errors"], **more})


RULES = OutcomeRules(measures=(measure("errors"), measure("calls", foreseen_by=("help",))))


def test_the_page_has_its_examples() -> None:
    assert len(COUNTED) == 7


@pytest.mark.parametrize("line", COUNTED)
def test_what_the_outcomes_speak_for(line: tuple[str, ...]) -> None:
    *counted, said = line
    kinds = (Foresight.FORESAW, Foresight.CRIED_WOLF, Foresight.MISSED, Foresight.CALM)
    assert speaks_for(dict(zip(kinds, map(int, counted), strict=True))) is SpeaksFor(said)


@pytest.mark.parametrize(
    ("warned", "wrong", "became"),
    [
        (True, True, Foresight.FORESAW),
        (True, False, Foresight.CRIED_WOLF),
        (False, True, Foresight.MISSED),
        (False, False, Foresight.CALM),
        (None, True, Foresight.UNKNOWN),
        (True, None, Foresight.UNKNOWN),
    ],
)
def test_each_customer_is_one_of_four_or_unknown(warned: bool | None, wrong: bool | None, became: Foresight) -> None:
    assert foresight(warned, wrong) is became


@pytest.mark.parametrize(
    ("better", "figure", "wrong"),
    [("lower", 1.9, False), ("lower", 2.0, True), ("higher", 2.0, True), ("higher", 2.1, False)],
)
def test_exactly_at_the_mark_is_trouble(better: str, figure: float, wrong: bool) -> None:
    assert measure("errors", better=better).went_wrong(7, figure) is wrong


def test_made_cases_are_counted_topic_by_topic() -> None:
    held = [
        case("a", in_place=False, figure=5),
        case("b", in_place=False, figure=0),
        case("c", figure=5),
        case("d", figures={("errors", 7): 0.0, ("errors", 30): 1.0}),
        case("e"),
        case("f", figure=None),
    ]
    (found,) = topic_foresight(RULES, held)
    assert (found.topic, found.measures, found.unknown, found.known) == ("test", ("errors",), 1, 5)
    assert [found.counted[each] for each in Foresight if each in found.counted] == [1, 1, 2, 1]
    assert (found.warned, found.wrong, found.speaks_for) == (2, 3, SpeaksFor.OTHER)


@pytest.mark.parametrize(("given", "shown"), [(4, 0), (5, 1)])
def test_below_five_that_have_given_a_figure_nothing_is_shown(given: int, shown: int) -> None:
    held = [case(key, figure=0.0 if place < given else None) for place, key in enumerate(CASES)]
    assert len(topic_foresight(RULES, held)) == shown


def test_a_measure_that_a_customer_is_not_asked_for_says_nothing_of_it() -> None:
    held = [case(key, asked=[] if key == "a" else ["errors"]) for key in CASES]
    assert topic_foresight(RULES, held)[0].unknown == 1


def test_what_was_missed_most_stands_first() -> None:
    rules = OutcomeRules(measures=(measure("errors"), measure("calls", foreseen_by=("help",))))
    held = [
        StartedCase(key, {"test": True, "help": True}, {("errors", 7): 0.0, ("calls", 7): 9.0}, ["errors", "calls"])
        for key in CASES
    ]
    assert [each.topic for each in topic_foresight(rules, held)] == ["help", "test"]


@pytest.mark.parametrize(
    ("after", "due", "late"), [(6, [], 0), (7, [7], 0), (14, [7], 0), (15, [7], 1), (90, [7, 30, 90], 76)]
)
def test_a_round_is_due_on_its_day_and_overdue_a_week_later(after: int, due: list[int], late: int) -> None:
    started = TODAY.fromordinal(TODAY.toordinal() - after)
    assert list(days_due(started, TODAY)) == due
    assert overdue(started, 7, TODAY) == late
