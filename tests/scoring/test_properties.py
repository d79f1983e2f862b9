"""What holds for every questionnaire and every answer: docs/scoring.md, section "What always holds"."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.judgement import Figures, Judgement
from scoring.vocabulary import Status, Verdict
from scoring.yardstick import yardstick
from tests.scoring import builders
from tests.scoring.builders import Case, judged, same
from tests.scoring.rows import same_as_alone, together
from tests.scoring.strategies import best, cases, replies, tried, values, worst

NEAR = 1e-9
RANK = {v: n for n, v in enumerate(Verdict)}


def with_answer(case: Case, id_: str, value: Any) -> Case:
    return replace(case, answers={**case.answers, id_: value})


def proving(case: Case) -> Case:
    """The same where every answer proves something."""
    return replace(case, questions={id_: {**spec, "not_before": None} for id_, spec in case.questions.items()})


def every_figure(judgement: Judgement) -> list[Figures]:
    return [judgement.overall, *judgement.factors.values(), *judgement.areas.values()]


def not_less(after: float | None, before: float | None) -> bool:
    return before is None or (after is not None and after >= before - NEAR)


@st.composite
def improved(draw: st.DrawFn) -> tuple[Case, Case, str]:
    """A case where everything is answered with a date, the same with one answer at least as good, and which."""
    case = draw(cases(dated=True, all_answered=True, exceptions=False))
    id_ = draw(st.sampled_from(sorted(case.questions)))
    better = with_answer(case, id_, draw(values(case.questions[id_], case.as_of)))
    before, after = (judged(c).questions[id_].attainment for c in (case, better))
    assert before is not None
    assert after is not None
    return (case, better, id_) if after >= before else (better, case, id_)


@tried(150)
@given(improved())
def test_a_better_answer_never_lowers_a_figure(pair: tuple[Case, Case, str]) -> None:
    before, after = judged(pair[0]), judged(pair[1])
    for old, new in zip(every_figure(before), every_figure(after), strict=True):
        assert not_less(new.readiness, old.readiness)
        assert not_less(new.low, old.low)
        assert not_less(new.high, old.high)
        assert (new.expected, new.coverage) == (old.expected, old.coverage)


@tried()
@given(improved())
def test_a_better_answer_never_makes_more_days_late(pair: tuple[Case, Case, str]) -> None:
    before, after = judged(pair[0]), judged(pair[1])
    assert (after.questions[pair[2]].days_late or 0) <= (before.questions[pair[2]].days_late or 0)


@tried(120)
@given(cases(dated=True, exceptions=False), st.data())
def test_an_answer_where_there_was_none_narrows_the_range_and_lifts_the_coverage(
    case: Case, data: st.DataObject
) -> None:
    id_ = data.draw(st.sampled_from(sorted(case.questions)))
    before = judged(with_answer(case, id_, None))
    after = judged(with_answer(case, id_, data.draw(values(case.questions[id_], case.as_of))))
    for old, new in zip(every_figure(before), every_figure(after), strict=True):
        assert not_less(new.low, old.low)
        assert not_less(old.high, new.high)
        assert not_less(new.coverage, old.coverage)
        assert new.expected == old.expected


@tried(120)
@given(cases(dated=True), st.data())
def test_a_full_answer_where_there_was_none_never_takes_a_go_ahead_away(case: Case, data: st.DataObject) -> None:
    id_ = data.draw(st.sampled_from(sorted(case.questions)))
    case = proving(case)
    before = judged(with_answer(case, id_, None))
    after = judged(with_answer(case, id_, best(case, id_)))
    assert after.questions[id_].status is Status.MET
    for old, new in zip(every_figure(before), every_figure(after), strict=True):
        assert not_less(new.readiness, old.readiness)
    assert before.verdict is not None
    assert after.verdict is not None
    if before.verdict not in (Verdict.NOT_READY, Verdict.UNDECIDED):
        assert RANK[after.verdict] >= RANK[before.verdict]


@tried()
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_questions_and_answers_does_not_matter(case: Case, shuffler: Any) -> None:
    ids = list(case.questions)
    shuffler.shuffle(ids)
    replied = list(case.answers.items())
    shuffler.shuffle(replied)
    turned = replace(case, questions={id_: case.questions[id_] for id_ in ids}, answers=dict(replied))
    before, after = builders.plain(judged(case)), builders.plain(judged(turned))
    for judgement in (before, after):
        judgement["questions"] = dict(sorted(judgement["questions"].items()))
        judgement["reasons"] = {rule: sorted(found) for rule, found in sorted(judgement["reasons"].items())}
        if judgement["earliest_go_live"]:
            del judgement["earliest_go_live"]["decided_by"]
    same(after, before)


@tried()
@given(cases(), st.data())
def test_another_response_in_the_same_batch_never_changes_mine(case: Case, data: st.DataObject) -> None:
    laid_out = yardstick(builders.form(case))
    others = [
        replace(case, answers=_others(case, data), as_of=case.as_of + timedelta(days=30 * n), waivers=[], actions={})
        for n in range(1, data.draw(st.integers(2, 4)))
    ]
    held = [*others[1:], case, *others[:1], replace(case, go_live=None)]
    many = together(laid_out, held)
    for row in range(len(held)):
        same_as_alone(laid_out, many, held, row)


def _others(case: Case, data: st.DataObject) -> dict[str, Any]:
    return {id_: data.draw(replies(spec, case.as_of)) for id_, spec in case.questions.items()}


@tried(150)
@given(cases())
def test_readiness_lies_within_the_range_and_the_range_within_0_and_100(case: Case) -> None:
    for figures in every_figure(judged(case)):
        if figures.applicable == 0:
            assert (figures.readiness, figures.low, figures.high, figures.coverage) == (None, None, None, None)
            continue
        assert figures.low is not None
        assert figures.high is not None
        assert -NEAR <= figures.low <= figures.high + NEAR <= 100 + 2 * NEAR
        if figures.readiness is not None:
            assert figures.low - NEAR <= figures.readiness <= figures.high + NEAR


@tried()
@given(cases(dated=True, all_answered=True))
def test_when_everything_is_answered_the_range_is_one_point(case: Case) -> None:
    for figures in every_figure(judged(case)):
        assert figures.readiness is not None or figures.applicable == 0
        same(figures.low, figures.readiness)
        same(figures.high, figures.readiness)


@tried()
@given(cases(dated=True))
def test_filling_every_silence_with_the_worst_or_the_best_gives_the_ends_of_the_range(case: Case) -> None:
    case = proving(case)
    now = judged(case)
    silent = [id_ for id_, one in now.questions.items() if one.attainment is None and not one.answer.not_applicable]
    assume(silent)
    at_worst = judged(replace(case, answers={**case.answers, **{id_: worst(case, id_) for id_ in silent}}))
    at_best = judged(replace(case, answers={**case.answers, **{id_: best(case, id_) for id_ in silent}}))
    for figures, low, high in zip(*(every_figure(j) for j in (now, at_worst, at_best)), strict=True):
        same(low.readiness, figures.low)
        same(high.readiness, figures.high)


@tried()
@given(cases(dated=True), st.integers(1, 200))
def test_what_is_expected_never_falls_as_the_go_live_comes_closer(case: Case, days: int) -> None:
    now, later = judged(case), judged(replace(case, as_of=case.as_of + timedelta(days=days)))
    for old, new in zip(every_figure(now), every_figure(later), strict=True):
        assert not_less(new.expected, old.expected)
    for one, then in zip(now.questions.values(), later.questions.values(), strict=True):
        assert not_less(then.expected_attainment, one.expected_attainment)


@tried()
@given(cases(dated=True))
def test_after_the_go_live_all_of_it_is_expected(case: Case) -> None:
    assert case.go_live is not None
    after = judged(replace(case, as_of=case.go_live + timedelta(days=1)))
    assert all(one.expected_attainment == 1.0 for one in after.questions.values())


@tried()
@given(cases(dated=True, exceptions=False))
def test_no_failing_hard_stop_without_a_waiver_is_ever_let_through(case: Case) -> None:
    found = judged(case)
    failing = [one for one in found.questions.values() if one.fails]
    if failing:
        assert found.verdict in (Verdict.NOT_READY, Verdict.UNDECIDED)
        assert not any(one.attainment is not None for one in failing) or found.verdict is Verdict.NOT_READY


@tried()
@given(cases(dated=True, exceptions=False))
def test_what_does_not_apply_to_a_hard_stop_never_passes_unseen(case: Case) -> None:
    found = judged(case)
    marked = [id_ for id_, one in found.questions.items() if one.status is Status.NOT_APPLICABLE]
    if any(found.questions[id_].question.hard_stop for id_ in marked):
        assert found.verdict not in (Verdict.ON_TRACK, Verdict.READY)


@tried()
@given(cases(dated=True), st.integers(0, 300))
def test_the_earliest_go_live_is_never_before_the_one_planned(case: Case, later: int) -> None:
    assert case.go_live is not None
    planned: date = case.go_live + timedelta(days=later)
    found = judged(replace(case, go_live=planned)).earliest
    assert found is not None
    assert found.date >= planned
    assert (found.decided_by is None) <= (found.date == planned)
