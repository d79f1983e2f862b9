"""Many customers side by side: cuts, bands, waves, disagreement, and the arrays against the words."""

from dataclasses import asdict
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.answers import Answer, Answers
from scoring.disagreement import RankBy, disagreements, ranked
from scoring.judgement import judge
from scoring.portfolio.bands import LEAST, Band, bands
from scoring.portfolio.missing import MissingTopic, missing_topics
from scoring.portfolio.portfolio import Portfolio, PortfolioEntry, compare, portfolio_of
from scoring.portfolio.trend import trend_points
from scoring.portfolio.waves import waves
from scoring.questionnaire import Question
from scoring.vocabulary import LATE, Status, Verdict
from scoring.yardstick import OVERALL, Yardstick, yardstick
from tests.scoring.builders import Case, answers, form, same
from tests.scoring.strategies import GO_LIVE, cases, tried

AS_OF = GO_LIVE - timedelta(days=50)

BANDS: list[tuple[list[float | None], Band | None]] = [
    ([10, 20, 30, 40], None),
    ([10, 20, 30, 40, None], None),
    ([10, 20, 30, 40, 50], Band(5, 20, 30, 40)),
    ([50, 10, 40, None, 20, 30, float("nan")], Band(5, 20, 30, 40)),
    ([0, 10, 20, 30, 40, 50], Band(6, 12.5, 25, 37.5)),
]


@pytest.mark.parametrize(("figures", "expected"), BANDS)
def test_a_band_is_shown_only_for_five_or_more(figures: list[float | None], expected: Band | None) -> None:
    assert bands(("kommune", figure) for figure in figures) == {"kommune": expected}
    assert LEAST == 5


STOPS = {
    "A": {"kind": "yes_no", "expected": {60: True}, "hard_stop": "phase", "lead_days": 20},
    "B": {"kind": "yes_no", "expected": {30: True}, "hard_stop": "go_live", "lead_days": 45, "factor": "F02"},
}
MEASURE = yardstick(form(Case(STOPS, {}, None, AS_OF)))


def entry(key: str, said: Answers, *, go_live: date | None = GO_LIVE, as_of: date | None = None) -> PortfolioEntry:
    return PortfolioEntry(key, MEASURE, said, go_live, as_of)


YES, NO = Answer(True), Answer(False)


def test_a_wave_is_as_weak_as_its_weakest_and_starts_when_its_last_can() -> None:
    later = GO_LIVE + timedelta(days=30)
    compared = compare(
        [
            entry("ready", {"A": YES, "B": YES}),
            entry("stopped", {"A": NO, "B": YES}),
            entry("late", {"A": YES, "B": NO}, go_live=later),
            entry("alone", {"A": NO, "B": NO}),
            entry("nobody", {}, go_live=None),
        ],
        as_of=AS_OF,
    )
    first, second = waves(compared)
    assert (first.go_live, first.keys, first.weakest, first.weakest_keys) == (
        GO_LIVE,
        ("ready", "stopped", "alone"),
        Verdict.NOT_READY,
        ("stopped", "alone"),
    )
    # A: 20 days of work from AS_OF and 60 before the start. B of «alone»: 45 of work alone, which is sooner.
    assert first.stops == {"topic-F01": ("stopped", "alone")}
    assert (first.earliest, first.decided_by) == (AS_OF + timedelta(days=80), ("stopped", "A"))
    assert (second.keys, second.earliest, second.decided_by) == (("late",), later, None)


def test_each_is_judged_at_its_own_day() -> None:
    said = {"A": NO, "B": YES}
    at = [AS_OF, GO_LIVE - timedelta(days=90), None]
    compared = compare([entry(str(day), said, as_of=day) for day in at], as_of=GO_LIVE - timedelta(days=10))
    assert [(each.days_left, each.verdict) for each in compared] == [
        (50, Verdict.NOT_READY),
        (90, Verdict.ON_TRACK),
        (10, Verdict.NOT_READY),
    ]


@tried()
@given(st.lists(cases(exceptions=False, most=4), min_size=1, max_size=5))
def test_the_arrays_say_what_each_is_alone(held: list[Case]) -> None:
    entries = [
        PortfolioEntry(str(number), yardstick(form(case)), answers(case), case.go_live, case.as_of)
        for number, case in enumerate(held)
    ]
    together = portfolio_of(entries, as_of=AS_OF)
    for place, (one, case) in enumerate(zip(entries, held, strict=True)):
        alone = judge(one.yardstick, one.answers, go_live=one.go_live, as_of=case.as_of)
        row = together.rows([place])[0]
        assert (row.verdict, row.earliest, row.days_left) == (alone.verdict, alone.earliest, alone.days_left)
        same(asdict(row.overall), asdict(alone.overall))
        same({id_: asdict(f) for id_, f in row.factors.items()}, {id_: asdict(f) for id_, f in alone.factors.items()})
        shown = together.readiness(OVERALL)[place]
        assert (None if np.isnan(shown) else shown) == pytest.approx(alone.overall.readiness)
        assert together.ranked[place] == row.ranked
        assert together.failing[place] == len(row.failed_stops)
        assert together.attainment(place) == {
            id_: (judged.status, judged.attainment) for id_, judged in alone.questions.items()
        }
    every = list(range(len(together)))[::-1]
    some = portfolio_of(entries, as_of=AS_OF)
    np.testing.assert_allclose(some.ahead_of(every), together.ahead[every])
    np.testing.assert_allclose(some.ahead_overall, together.ahead[:, 0])
    for point, row in zip(trend_points(some), together.rows(), strict=True):
        assert point is None or point.ahead_days == pytest.approx(row.overall.ahead_days)
    assert missing_topics(together, every) == lacking(together)
    for place, stops in zip(every, together.stops_of(every), strict=True):
        asked, row = together.yardstick_of(place), together.rows([place])[0]
        of = {name: [q.id for q in asked.questions if _in(asked, q, name)] for name in asked.group_names}
        counted = dict(zip(together.groups, stops.tolist(), strict=True))
        assert counted == {name: len(set(of.get(name, ())) & set(row.failed_stops)) for name in together.groups}


def _in(asked: Yardstick, question: Question, group: str) -> bool:
    return group in (OVERALL, asked.form.factors[question.topic], *question.areas)


def lacking(together: Portfolio) -> list[MissingTopic]:
    """What each lacks, counted customer by customer and question by question."""
    missing: dict[str, set[int]] = {}
    should: dict[str, set[int]] = {}
    for place in (place for place in range(len(together)) if together.ranked[place]):
        left = together.days_left[place]
        status = together.attainment(place)
        for question in together.yardstick_of(place).questions:
            held = status[question.id][0]
            in_force = any(days >= left for days, value in question.steps.items() if value != question.zero)
            if held in LATE:
                missing.setdefault(question.topic, set()).add(place)
            if held in LATE or (held not in (None, Status.NOT_APPLICABLE) and in_force):
                should.setdefault(question.topic, set()).add(place)
    found = [MissingTopic(topic, tuple(sorted(held)), len(should[topic])) for topic, held in missing.items()]
    return sorted(found, key=lambda each: (-each.share, -len(each.missing), each.topic))


def test_no_customers_give_an_empty_comparison() -> None:
    nothing = portfolio_of([], as_of=AS_OF)
    assert (len(nothing), nothing.rows(), missing_topics(nothing, []), nothing.groups[0]) == (0, [], [], OVERALL)


# What the customer says, what HPAS holds, the distance: the weight of A is 2, of B 1.
APART: list[tuple[Answer, Answer, float, bool]] = [
    (YES, YES, 0, False),
    (YES, NO, 2, True),
    (NO, YES, 2, False),
    (YES, Answer(), 2, True),
    (Answer(), NO, 0, False),
    (Answer(not_applicable="nei"), YES, 2, False),
]


@pytest.mark.parametrize(("own", "hpas", "distance", "higher"), APART)
def test_the_distance_is_the_weight_times_the_difference(
    own: Answer, hpas: Answer, distance: float, higher: bool
) -> None:
    questions = {"A": {**STOPS["A"], "weight": 2}, "B": STOPS["B"]}
    measure = yardstick(form(Case(questions, {}, GO_LIVE, AS_OF)))
    said, held = {"A": own, "B": YES}, {"A": hpas, "B": YES}
    found = disagreements("k", measure, said, held, go_live=GO_LIVE, as_of=AS_OF)
    assert [(each.question_id, each.distance, each.higher) for each in found] == (
        [("A", distance, higher)] if distance else []
    )
    assert [(each.name, each.distance) for each in ranked(found, RankBy.FACTOR)] == (
        [("F01", distance)] if distance else []
    )
