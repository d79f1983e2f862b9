"""The judgement says the same as a naive one written straight from the design."""

from hypothesis import given
from hypothesis import strategies as st

from tests.scoring import oracle
from tests.scoring.builders import Case, judged, plain, same
from tests.scoring.strategies import cases, tried


@tried(400)
@given(cases(aging=True, started=True))
def test_every_figure_status_verdict_reason_and_date_is_that_of_the_naive_judgement(case: Case) -> None:
    same(plain(judged(case)), oracle.judge(case))


@tried(100)
@given(cases(dated=False, aging=True))
def test_without_a_date_too(case: Case) -> None:
    same(plain(judged(case)), oracle.judge(case))


@tried(60)
@given(cases(dated=True, all_answered=True, most=3), st.sampled_from((1e-10, -1e-10)))
def test_also_when_every_threshold_is_moved_less_than_the_tolerance(case: Case, nudge: float) -> None:
    specs = {
        id_: {**spec, "expected": {days: _nudged(mark, nudge) for days, mark in spec["expected"].items()}}
        for id_, spec in case.questions.items()
        if spec["kind"] in ("share", "matrix")
    }
    moved = Case({**case.questions, **specs}, case.answers, case.go_live, case.as_of)
    still = Case(case.questions, case.answers, case.go_live, case.as_of)
    assert [one.status for one in judged(moved).questions.values()] == [
        one.status for one in judged(still).questions.values()
    ]


def _nudged(mark: float, nudge: float) -> float:
    return min(1.0, mark + nudge)
