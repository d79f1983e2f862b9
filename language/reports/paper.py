"""What stands at the foot of every paper."""

from language.both import Both

PAGE = Both("Side", "Side")
OF = Both("av", "av")
