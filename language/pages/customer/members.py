"""What the page Tilgang says."""

from language.both import Both

TITLE = Both("Tilgang", "Tilgang")
