"""How questions are named in why nothing can be decided."""

from language.both import Both

QUOTED = Both("«{title}»", "«{title}»")
