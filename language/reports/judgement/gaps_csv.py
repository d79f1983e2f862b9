"""When a gap must be dealt with, in a word."""

from language.both import Words
from scoring.gaps import When

WHEN = Words({When.NOW: ("nå", "no"), When.AT_RISK: ("haster", "hastar"), When.NEXT: ("senere", "seinare")})
