"""What the page Utvikling says."""

from language.both import Both

TITLE = Both("Utvikling", "Utvikling")
