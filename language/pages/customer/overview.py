"""What the page Oversikt says."""

from language.both import Both

TITLE = Both("Oversikt", "Oversikt")
