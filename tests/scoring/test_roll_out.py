"""All go-lives on one line: who starts when, how they stand, and what speaks against the day."""

from datetime import date, timedelta

import pytest

from scoring.frozen import ClosedPeriod, Grounds, Limit, RollOutRules, Text
from scoring.portfolio.portfolio import PortfolioEntry, portfolio_of
from scoring.portfolio.roll_out import DayMark, RollOutWave, roll_out
from scoring.vocabulary import Source, Verdict
from scoring.yardstick import yardstick
from tests.scoring.builders import Case, answer, form

WHY = Grounds(source=Source.OWN, nb="Slik.")
AS_OF = date(2027, 2, 1)
FORM = yardstick(form(Case({"Q": {"kind": "level", "hard_stop": "go_live", "expected": {60: 4}}}, {}, AS_OF, AS_OF)))


def rules(*, days: int = 42, customers: int = 2) -> RollOutRules:
    closed = [("summer", "06-15", "08-20"), ("christmas", "12-10", "01-10")]
    return RollOutRules(
        days_between=Limit(value=days, title=Text(nb="Dager"), basis=WHY),
        customers_at_once=Limit(value=customers, title=Text(nb="Kunder"), basis=WHY),
        closed=tuple(
            ClosedPeriod(id=id_, title=Text(nb=id_), first=first, last=last, basis=WHY) for id_, first, last in closed
        ),
    )


def planned(*days: date | None, said: int = 4, given: RollOutRules | None = None) -> list[RollOutWave]:
    entries = [PortfolioEntry(str(n), FORM, {"Q": answer(said)}, day) for n, day in enumerate(days)]
    return roll_out(portfolio_of(entries, as_of=AS_OF), given)


def test_each_day_has_those_who_start_then_and_who_has_none_is_in_none() -> None:
    first, second = date(2027, 3, 1), date(2027, 5, 3)
    found = planned(second, first, None, second)
    assert [(wave.go_live, wave.places, wave.days_since) for wave in found] == [
        (first, (1,), None),
        (second, (0, 3), 63),
    ]


@pytest.mark.parametrize(("said", "verdict", "failing"), [(4, Verdict.READY, 0), (0, Verdict.NOT_READY, 2)])
def test_a_wave_tells_how_many_stand_how_and_how_many_stops_fail(said: int, verdict: Verdict, failing: int) -> None:
    day = AS_OF + timedelta(days=20)
    (wave,) = planned(day, day, said=said)
    assert (wave.verdicts, wave.weakest, wave.failing) == ({verdict: 2}, verdict, failing)


# Days after the one before, and what is said of each of the two.
MONDAY = date(2027, 3, 1)
MARKED: list[tuple[tuple[date, ...], list[tuple[DayMark, ...]]]] = [
    ((MONDAY,), [()]),
    ((MONDAY, MONDAY + timedelta(days=42)), [(), ()]),
    ((MONDAY, MONDAY + timedelta(days=41)), [(), (DayMark.TOO_SOON,)]),
    ((MONDAY, MONDAY + timedelta(days=6)), [(DayMark.SAME_WEEK,), (DayMark.SAME_WEEK, DayMark.TOO_SOON)]),
    ((MONDAY, MONDAY + timedelta(days=7)), [(), (DayMark.TOO_SOON,)]),
    ((MONDAY, MONDAY), [()]),
    ((MONDAY, MONDAY, MONDAY), [(DayMark.TOO_MANY,)]),
    ((date(2027, 6, 14),), [()]),
    ((date(2027, 6, 15),), [(DayMark.CLOSED,)]),
    ((date(2027, 8, 20),), [(DayMark.CLOSED,)]),
    ((date(2027, 8, 21),), [()]),
    ((date(2027, 12, 31),), [(DayMark.CLOSED,)]),
    ((date(2028, 1, 10),), [(DayMark.CLOSED,)]),
    ((date(2028, 1, 11),), [()]),
]


@pytest.mark.parametrize(("days", "marks"), MARKED)
def test_what_speaks_against_a_day_is_marked(days: tuple[date, ...], marks: list[tuple[DayMark, ...]]) -> None:
    assert [wave.marks for wave in planned(*days, given=rules())] == marks
    assert not any(wave.marks for wave in planned(*days)), "without rules nothing is"
