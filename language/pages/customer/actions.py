"""What the page Tiltak says."""

from language.both import Both

TITLE = Both("Tiltak", "Tiltak")
