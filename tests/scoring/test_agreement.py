"""Agreement of two coders: known examples of weighted kappa, the steps of the values, and silence."""

from collections.abc import Sequence
from datetime import date

import pytest

from scoring.answers import Matrix, MatrixRow, NoneYet, Share, Value
from scoring.hindsight.agreement import Pair, pairs_of, silence, step_of, weighted_kappa

# With two steps alone, squared weights are the plain kappa: the textbook's 50 grants, 20 + 15 alike, 5 and 10 apart.
GRANTS = [*[(4, 4)] * 20, *[(4, 0)] * 5, *[(0, 4)] * 10, *[(0, 0)] * 15]
ALIKE = [(0, 0), (2, 2), (4, 4), (2, 2)]
# Apart by one, twice: 2. By chance 22 + 6 + 22 + 6 over all sixteen crossings: 1 - 2 * 4 / 56.
OFF_BY_ONE = [(0, 1), (2, 2), (4, 4), (2, 1)]


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        (GRANTS, 0.4),
        (ALIKE, 1.0),
        (OFF_BY_ONE, 6 / 7),
        ([(0, 4), (4, 0)], -1.0),
        ([(0, 0), (0, 4), (4, 0), (4, 4)], 0.0),
        ([(3, 3), (3, 3)], None),
        ([], None),
    ],
)
def test_kappa_is_that_of_the_examples(pairs: Sequence[Pair], kappa: float | None) -> None:
    assert weighted_kappa(pairs) == (kappa if kappa is None else pytest.approx(kappa))


def test_two_steps_apart_costs_four_times_one_step() -> None:
    def loss(second: int) -> float:
        kappa = weighted_kappa([(0, second), *[(4, 4), (0, 0)] * 500])
        assert kappa is not None
        return 1 - kappa

    assert loss(2) / loss(1) == pytest.approx(4, rel=0.01)


@pytest.mark.parametrize(
    ("value", "step"),
    [
        *[(level, level) for level in range(5)],
        (True, 4),
        (False, 0),
        *[(Share(done, 4), step) for done, step in ((0, 0), (1, 1), (2, 2), (3, 3), (4, 4))],
        (Share(26, 100), 1),
        (Share(999, 1000), 3),
        (Share(0, 0), 0),
        (Matrix((MatrixRow("a", Share(1, 1)), MatrixRow("b", Share(1, 2)))), 2),
        (168.0, None),
        (date(2022, 5, 7), None),
        (NoneYet.NONE_YET, None),
    ],
)
def test_a_value_has_its_step(value: Value, step: int | None) -> None:
    assert step_of(value) == step


def test_numbers_and_days_are_only_alike_or_not() -> None:
    first: dict[str, Value] = {"a": 0.0, "b": 3.0, "c": date(2022, 5, 7), "d": 2}
    second: dict[str, Value] = {"a": 0.0, "b": 4.0, "d": 3, "e": True}

    assert pairs_of(first, second) == [(4, 4), (0, 4), (2, 3)]


def test_silence_counts_where_both_spoke_and_both_were_silent() -> None:
    assert silence(["a", "b", "c", "d"], ["a", "b"], ["b", "c"]) == 0.5
