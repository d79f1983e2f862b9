"""Which of HPAS's words it is that is not as it was stored."""

from language.both import Both

RATING_OF = Both("vurderingen av {question}", "vurderinga av {question}")
