"""How far two who coded the same texts agree: weighted kappa on five steps, and how often both were silent or both spoke.

The rules are in docs/backtest-rules.md. Nothing here knows what is required of an answer.
"""

from collections.abc import Collection, Mapping, Sequence

from scoring.answers import Matrix, Share, Value

LAST_STEP = 4
# A pair of steps: the first coder's and the second's.
Pair = tuple[int, int]


def weighted_kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa with squared weights (Cohen 1968): 1 is full agreement, 0 no more than by chance.

    None without pairs, and when both used one step only: then nothing could have differed.
    """
    by_chance = sum((first - second) ** 2 for first, _ in pairs for _, second in pairs)
    if not by_chance:
        return None
    found = sum((first - second) ** 2 for first, second in pairs)
    return 1 - found * len(pairs) / by_chance


def silence(asked: Collection[str], first: Collection[str], second: Collection[str]) -> float:
    """The share of the asked questions that both answered or both left."""
    return sum((each in first) == (each in second) for each in asked) / len(asked)


def pairs_of(first: Mapping[str, Value], second: Mapping[str, Value]) -> list[Pair]:
    """The steps of the questions that both answered, in the order of the first."""
    return [_pair(value, second[each]) for each, value in first.items() if each in second]


def _pair(first: Value, second: Value) -> Pair:
    steps = step_of(first), step_of(second)
    if steps[0] is None or steps[1] is None:
        return (LAST_STEP, LAST_STEP) if first == second else (0, LAST_STEP)
    return steps[0], steps[1]


def step_of(value: Value) -> int | None:
    """0 to 4; None of a number, a day and of «nothing yet»: those are only alike or not."""
    if isinstance(value, bool):
        return LAST_STEP if value else 0
    if isinstance(value, Share):
        return _step(value)
    if isinstance(value, Matrix):
        return min((_step(row.share) for row in value.rows), default=0)
    return value if isinstance(value, int) else None


def _step(share: Share) -> int:
    """Nothing, less than half, half, three quarters, all."""
    part = (share.done or 0) / share.all if share.all else 0.0
    return sum((part > 0, part >= 0.5, part >= 0.75, part >= 1))
