"""How much the crash tests do: a short budget in the ordinary run, a long one with KLARSJEKK_SOAK=1."""

import os

SOAK = os.environ.get("KLARSJEKK_SOAK") == "1"


def budget(short: int, long: int) -> int:
    return long if SOAK else short
