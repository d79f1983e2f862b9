"""What the page Mangler says."""

from language.both import Both

TITLE = Both("Mangler", "Manglar")
