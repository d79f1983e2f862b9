"""The sections of the final report, as its table of contents has them: what a `section` or a `ref` may name."""

_WITHIN = {"1": 3, "2": 3, "3": 2, "3.1": 3, "4": 0, "5": 2, "6": 3, "7": 0, "8": 2, "8.1": 9, "8.2": 5}

SECTIONS = frozenset(_WITHIN) | {
    f"{outer}.{number}" for outer, most in _WITHIN.items() for number in range(1, most + 1)
}
