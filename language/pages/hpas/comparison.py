"""What the page that compares customers is called."""

from language.both import Both

TITLE = Both("Sammenligning", "Samanlikning")
