"""What the page Beslutning says."""

from language.both import Both

TITLE = Both("Beslutning", "Avgjerd")
