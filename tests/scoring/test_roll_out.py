"""All go-lives on one line: who starts when, how they stand, and what speaks against the day."""

from datetime import date, timedelta

import pytest

from language import VERDICTS
from reports.palette import LIGHT
from reports.portfolio.roll_out_chart import closed_between, roll_out_chart, roll_out_described
from scoring.frozen import ClosedPeriod, Grounds, Limit, RollOutRules, Text
from scoring.portfolio.portfolio import PortfolioEntry, portfolio_of
from scoring.portfolio.roll_out import DayMark, RollOutWave, by_month, roll_out
from scoring.portfolio.unsettled import unsettled
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


@pytest.mark.parametrize(
    ("held", "limit", "marks"),
    [
        ((300, 300), 600, ()),
        ((300, 301), 600, (DayMark.TOO_MANY_BEDS,)),
        ((None, 601), 600, (DayMark.TOO_MANY_BEDS,)),
        ((None, None), 600, ()),
        ((5_000, 5_000), None, ()),
    ],
)
def test_a_wave_with_more_beds_than_hpas_can_follow_is_marked(
    held: tuple[int | None, ...], limit: int | None, marks: tuple[DayMark, ...]
) -> None:
    most = Limit(value=limit, title=Text(nb="Senger"), basis=WHY) if limit else None
    entries = [PortfolioEntry(str(n), FORM, {"Q": answer(4)}, date(2027, 3, 1)) for n in range(len(held))]
    judged = portfolio_of(entries, as_of=AS_OF)
    (wave,) = roll_out(judged, rules().model_copy(update={"beds_at_once": most}), held)
    assert (wave.marks, wave.beds) == (marks, sum(each or 0 for each in held))


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


def test_by_month_the_same_are_counted_once_and_nothing_is_marked() -> None:
    days = (date(2027, 6, 16), date(2027, 6, 17), date(2027, 7, 1))
    found = by_month(planned(*days, said=0, given=rules()))
    assert [(wave.go_live, wave.places, wave.marks) for wave in found] == [
        (date(2027, 6, 1), (0, 1), ()),
        (date(2027, 7, 1), (2,), ()),
    ]
    assert sum(sum(wave.verdicts.values()) for wave in found) == len(days)


def test_the_picture_has_every_verdict_as_a_bar_and_the_closed_times_behind_it() -> None:
    waves = planned(date(2027, 2, 10), date(2027, 9, 1), said=0, given=rules())
    figure = roll_out_chart(waves, rules(), LIGHT)
    assert sum(sum(bar.y) for bar in figure.data) == 2
    assert {bar.name for bar in figure.data} == {VERDICTS[verdict] for wave in waves for verdict in wave.verdicts}
    assert len({bar.marker.pattern.shape for bar in figure.data}) == len(figure.data)
    assert closed_between(rules(), date(2027, 2, 1), date(2028, 1, 5)) == [
        ("summer", date(2027, 6, 15), date(2027, 8, 20)),
        ("christmas", date(2027, 12, 10), date(2028, 1, 5)),
    ]
    assert "2 oppstarter fra 10. februar 2027" in roll_out_described(waves).replace("\u00a0", " ")


def test_what_the_wave_before_lacks_is_told_by_topic_stops_first() -> None:
    questions = {
        "Q-A": {"kind": "level", "factor": "F01", "expected": {60: 4}},
        "Q-B": {"kind": "level", "factor": "F02", "hard_stop": "go_live", "expected": {60: 4}},
        "Q-C": {"kind": "level", "factor": "F01", "hard_stop": "go_live", "expected": {60: 4}},
    }
    laid = yardstick(form(Case(questions, {}, AS_OF, AS_OF)))
    said = [{"Q-A": 4, "Q-B": 4, "Q-C": 4}, {"Q-A": 0, "Q-B": 0, "Q-C": 4}, {"Q-B": 0, "Q-C": 0}]
    entries = [
        PortfolioEntry(str(n), laid, {id_: answer(level) for id_, level in held.items()}, AS_OF - timedelta(days=10))
        for n, held in enumerate(said)
    ]
    judged = portfolio_of(entries, as_of=AS_OF)
    told = [(each.topic, each.stops, each.others, each.places) for each in unsettled(judged, [0, 1, 2])]
    assert told == [("topic-F02", 2, 0, (1, 2)), ("topic-F01", 1, 2, (1, 2))]
    assert [each.places for each in unsettled(judged, [2, 0])] == [(2,), (2,)]
    assert unsettled(judged, [0]) == []
