"""What Egenvurdering says of whose questions it shows."""

from language.both import Both

MINE = Both("Mine spørsmål", "Mine spørsmål")
MINE_SO_MANY = Both("Mine spørsmål ({n})", "Mine spørsmål ({n})")
SHOW_ALL = Both("Vis alle spørsmål", "Vis alle spørsmål")
NO_LONGER = Both(
    "Lenken gjelder spørsmål som ikke er delt ut slik lenger. Her er alle.",
    "Lenkja gjeld spørsmål som ikkje er delte ut slik lenger. Her er alle.",
)
