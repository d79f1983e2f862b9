"""Which answer it is that is not as it was stored."""

from language.both import Both

ANSWER_TO = Both("svaret på {question}", "svaret på {question}")
