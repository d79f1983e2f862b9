"""What the page of the roll-out is called."""

from language.both import Both

TITLE = Both("Rulleplan", "Rulleplan")
